"""What is told and shown while a transcript is opened that was not opened before."""

from __future__ import annotations

from pathlib import Path

from playhead.library import open_transcript
from playhead.transcript.model import Transcript


def test_reading_is_told_before_it_is_done_and_the_words_are_shown_first(tmp_path: Path) -> None:
    file = tmp_path / "talk.txt"
    file.write_text("Ann: Who grows pears?\n\nBob: I do.\n", "utf-8")
    told: list[str] = []

    def show(draft: Transcript) -> None:
        assert not draft.speakers
        told.append(draft.text)

    made = open_transcript(file, progress=lambda stage, share: told.append(stage), show=show)
    assert told[:5] == ["reading", "clean", "sentences", made.text, "sections"]
    assert told[-1] == "done"
    told.clear()
    assert open_transcript(file, progress=lambda stage, share: told.append(stage), show=show)
    assert not told
