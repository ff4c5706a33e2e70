"""Text files: labelled turns, paragraphs, one long line."""
