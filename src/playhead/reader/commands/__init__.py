"""What the reader can be told to do: a table from which keys, help and palette are made."""
