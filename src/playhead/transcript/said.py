"""What of a text is said: words, and what stands in brackets, which is heard and not said."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
SOUND = re.compile(r"\[[^\]\n]{1,40}\]")
