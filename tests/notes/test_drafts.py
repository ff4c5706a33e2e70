"""Drafts: what was typed and not saved is kept, each for its place, wherever it can be."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from playhead.library import open_transcript
from playhead.notes import Notebook
from playhead.notes.drafts import (
    Draft,
    drafts_of,
    forget_draft,
    keep_draft,
    new_draft,
    place_of,
    unsaved,
)
from playhead.notes.model import NotesError
from playhead.storage import state_folder
from playhead.transcript.model import Transcript


@pytest.fixture
def transcript(interview: Path) -> Transcript:
    return open_transcript(interview)


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of temporary files, as if on another disk."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def draft(transcript: Transcript, text: str, start: int = 300, note: str = "") -> Draft:
    content = {"text": text, "tags": ("a", "b"), "colour": "blue", "began": "before"}
    return new_draft(transcript, start, start + 40, note, **content)


def test_drafts_come_back_as_they_were(transcript: Transcript) -> None:
    one, two = draft(transcript, "half a\nthought \udce9 ✎"), draft(transcript, "x", 900)
    keep_draft(one)
    keep_draft(two)
    assert set(drafts_of(transcript)) == {one, two}


def test_one_place_has_one_draft(transcript: Transcript) -> None:
    keep_draft(draft(transcript, "half"))
    keep_draft(draft(transcript, "half a thought"))
    keep_draft(draft(transcript, "of a note", note="01A"))
    texts = {one.text for one in drafts_of(transcript)}
    assert texts == {"half a thought", "of a note"}


def test_a_forgotten_draft_is_gone(transcript: Transcript) -> None:
    one = draft(transcript, "x")
    keep_draft(one)
    forget_draft(one)
    assert drafts_of(transcript) == ()


def test_where_the_own_folder_takes_nothing_another_does(
    transcript: Transcript, elsewhere: Path
) -> None:
    state_folder().parent.mkdir(parents=True, exist_ok=True)
    state_folder().write_text("a file where the folder should be")
    kept = keep_draft(draft(transcript, "precious"))
    assert elsewhere in kept.parents
    assert kept.parent.stat().st_mode & 0o777 == 0o700
    assert [one.text for one in drafts_of(transcript)] == ["precious"]


def test_where_nothing_takes_it_that_is_said(
    transcript: Transcript, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(target: Path, data: bytes) -> None:
        raise NotesError("cannot be written: no space left on device")

    monkeypatch.setattr("playhead.notes.drafts.save", full)
    with pytest.raises(NotesError, match="no space left"):
        keep_draft(draft(transcript, "precious"))


def test_damaged_drafts_stop_nothing(transcript: Transcript) -> None:
    kept = keep_draft(draft(transcript, "fine"))
    (kept.parent / "broken.json").write_text("{")
    (kept.parent / "other.json").write_text('{"text": "x"}')
    assert [one.text for one in drafts_of(transcript)] == ["fine"]


def test_a_draft_follows_its_words(transcript: Transcript) -> None:
    one = draft(transcript, "x")
    assert place_of(one, "Put in front. " + transcript.text) == (314, 354)
    assert place_of(replace(one, quote="nowhere to be seen"), transcript.text) == (300, 340)
    assert place_of(replace(one, quote="nowhere to be seen"), "short") == (4, 5)


def test_a_draft_that_was_saved_before_its_writer_died_is_none(
    transcript: Transcript, tmp_path: Path
) -> None:
    notebook = Notebook.open(transcript, tmp_path / "notes.yaml")
    saved = notebook.add(300, 340, "said", ["a", "b"])
    new, edited = draft(transcript, "said"), draft(transcript, "said", note=saved.id)
    more = [draft(transcript, "said more"), draft(transcript, "said", 900)]
    more.append(draft(transcript, "said more", note=saved.id))
    assert unsaved([new, edited, *more], notebook.notes) == tuple(more)
