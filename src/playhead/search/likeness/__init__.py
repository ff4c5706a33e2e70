"""How like a word of the query a word of the talk is."""
