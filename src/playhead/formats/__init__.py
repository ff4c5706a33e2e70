"""File formats. A new one is a module with NAME, TITLE, sniff and read, and a line in reading.py."""
