"""Rulings on topics: in the notes file, in the transcript, undone."""

from __future__ import annotations

from pathlib import Path

import playhead
from playhead.library import open_transcript
from playhead.notes.notebook import Notebook


def names(path: Path, notes: Path) -> list[str]:
    """The topics of a transcript with the rulings of a notes file."""
    return [topic.name for topic in open_transcript(path, notes=notes).topics]


def test_a_ruling_is_kept_applied_and_undone(interview: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes.yaml"
    notebook = Notebook.open(playhead.open(interview), notes)
    before = names(interview, notes)
    notebook.rule_topic("rename", before[0], "of my own")
    notebook.rule_topic("hide", before[1])
    assert "action: hide" in notes.read_text(encoding="utf-8")
    ruled = names(interview, notes)
    assert "of my own" in ruled
    assert not {before[0], before[1]} & set(ruled)
    assert notebook.undo() == "correction (topic hide)"
    assert before[1] in names(interview, notes)
    notebook.undo()
    assert names(interview, notes) == before


def test_rulings_that_cannot_be_read_change_nothing(interview: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes.yaml"
    before = names(interview, notes)
    notes.write_text("playhead: 1\ntopics:\n- {id: 1, action: burn, topic: x}\n- 7\nnotes:\n")
    assert names(interview, notes) == before


def test_a_topic_put_on_words_says_where_they_are_and_nothing_of_ours(
    interview: Path, tmp_path: Path
) -> None:
    notebook = Notebook.open(playhead.open(interview), tmp_path / "notes.yaml")
    notebook.rule_topic("add", "pears", place=(100, 140))
    text = notebook.path.read_text("utf-8")
    assert "start: 100" in text
    assert "Heard" not in text
