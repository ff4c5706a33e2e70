"""Playing: the text runs at speaking pace, and with the sound where there is any."""
