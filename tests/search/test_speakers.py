"""`who:` tells speakers apart who share a role."""

from __future__ import annotations

from pathlib import Path

import pytest

from playhead.library import open_transcript
from playhead.search import Index

TALK = """Host: Who of you grows pears in the garden?

Ann: I have grown pears for years and I love them.

Bob: And I have grown pears since last spring, with some help.

Host: Which pears are the best for cakes?

Ann: The brown pears, of course, with a little sugar.
"""


@pytest.mark.parametrize(("who", "said"), [("ann", {"Ann"}), ("Bob", {"Bob"}), ("bo", {"Bob"})])
def test_a_name_means_one_speaker(tmp_path: Path, who: str, said: set[str]) -> None:
    file = tmp_path / "talk.txt"
    file.write_text(TALK, "utf-8")
    index = Index(open_transcript(file))
    hits = index.search(f"pears who:{who}").hits
    assert {index.transcript.name_of(hit.speaker) for hit in hits} == said
