"""Captions and what recognisers write: words with times."""
