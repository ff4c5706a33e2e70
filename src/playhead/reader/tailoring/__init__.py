"""The reader as the person wants it: settings, keys, themes."""
