"""A person's operations on guessed turns, and how a labelled version becomes them."""
