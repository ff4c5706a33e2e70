"""Notes from the reader's side: written, kept, corrected."""
