"""A file of notes as the person wrote it: YAML cut into pieces, read and changed entry by entry."""
