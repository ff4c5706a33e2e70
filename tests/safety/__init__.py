"""What must never happen, whatever the input: a hang, a traceback, a byte that a terminal obeys."""
