"""Playhead: a scrubbable transcript study reader.

`open(path)` reads any supported transcript and returns a `Transcript`.
"""

from __future__ import annotations

# Importing typing would be half of what `playhead --version` costs; checkers know this name.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from playhead.library import open_transcript as open
    from playhead.transcript.model import Transcript

__version__ = "0.1.0"
__all__ = ["Transcript", "__version__", "open"]


def __getattr__(name: str) -> object:
    """Import the public names when first asked for, so that `import playhead` stays cheap."""
    if name == "open":
        from playhead.library import open_transcript

        return open_transcript
    if name == "Transcript":
        from playhead.transcript.model import Transcript

        return Transcript
    raise AttributeError(f"module 'playhead' has no attribute {name!r}")
