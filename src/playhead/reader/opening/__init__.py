"""From the words that name a transcript to its text on the screen, and what is kept on leaving."""
