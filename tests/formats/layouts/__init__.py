"""Talks written in the layouts of many tools, to be read back: what was said, by whom and when."""
