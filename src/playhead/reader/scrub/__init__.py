"""The strip across the foot: the whole talk on one line, and the playhead on it."""
