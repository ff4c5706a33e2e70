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


@pytest.mark.parametrize("who", ["bjorn", "BJÖRN", "'bjorn gross'", '"Björn Groß"', "gross"])
@pytest.mark.parametrize("name", ["Björn Groß", "Björn Groß-O’Brien"])
def test_accents_and_apostrophes_of_a_name_may_be_left_out(
    tmp_path: Path, who: str, name: str
) -> None:
    file = tmp_path / "talk.txt"
    file.write_text(TALK.replace("Bob", name), "utf-8")
    index = Index(open_transcript(file))
    asked = who.replace("'", '"')
    hits = index.search(f"pears who:{asked}").hits
    assert {index.transcript.name_of(hit.speaker) for hit in hits} == {name}
    if "O’Brien" in name:
        assert not index.search("pears who:o'brien").problem
