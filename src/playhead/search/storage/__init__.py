"""The index as it lies in memory and on disk."""
