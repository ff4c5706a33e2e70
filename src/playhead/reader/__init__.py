"""The reader: a Textual app."""

import os

# Escape may be the beginning of another key. A tenth of a second to make sure is felt, this is not.
os.environ.setdefault("ESCDELAY", "25")
