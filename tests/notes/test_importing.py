"""W3C Web Annotations come in as notes, each on its words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playhead.library import open_transcript, shipped_interview
from playhead.notes import Notebook, NotesError
from playhead.notes.exchange.export import to_w3c
from playhead.notes.exchange.importing import read_w3c
from playhead.transcript.model import Transcript

QUOTE = "reliable systems out of unreliable parts"


@pytest.fixture(scope="module")
def transcript() -> Transcript:
    return open_transcript(shipped_interview())


def annotation(exact: str = QUOTE, **more: Any) -> dict[str, Any]:
    selector = {"type": "TextQuoteSelector", "exact": exact}
    return {"type": "Annotation", "target": {"source": "x", "selector": selector}, **more}


def test_what_was_exported_comes_back_the_same(transcript: Transcript, tmp_path: Path) -> None:
    first = Notebook.open(transcript, tmp_path / "one.yaml")
    again = transcript.text.index("you know")
    for start in (100, 5000, 20000, again):
        first.add(start, start + 60, f"At {start}.\n\nIn two parts.", ["a", "b c"], "green")
    exported = to_w3c(transcript, first.notes)
    second = Notebook.open(transcript, tmp_path / "two.yaml")
    assert second.take(read_w3c(exported, transcript)) == 4
    assert second.notes == first.notes
    assert second.take(read_w3c(exported, transcript)) == 0
    assert second.undo() == "import of 4 notes"
    assert second.notes == ()


def test_only_colours_of_ours_are_taken(transcript: Transcript) -> None:
    one = annotation(bodyValue="said")
    for style, colour in (("pink", "pink"), ("underline", ""), (["pink"], ""), (None, "")):
        one["target"]["styleClass"] = style
        assert read_w3c(json.dumps(one), transcript)[0].colour == colour


@pytest.mark.parametrize("wrap", ["one", "list", "page", "collection", "rows"])
def test_any_wrapping_is_read(wrap: str, transcript: Transcript) -> None:
    one = annotation(bodyValue="said")
    whole: Any = {
        "one": one,
        "list": [one],
        "page": {"type": "AnnotationPage", "items": [one]},
        "collection": {"first": {"items": [one]}},
        "rows": {"total": 1, "rows": [one]},
    }[wrap]
    (note,) = read_w3c(json.dumps(whole), transcript)
    assert (note.quote, note.note, note.speaker) == (QUOTE, "said", "Jeff Dean")
    assert transcript.text[note.start : note.end] == QUOTE


def test_the_form_of_hypothesis_is_read(transcript: Transcript) -> None:
    one = annotation(id="abc", text="said", tags=["x"], created="2026-01-02T03:04:05.6+00:00")
    one["target"] = [one["target"]]
    (note,) = read_w3c(json.dumps([one]), transcript)
    assert (note.note, note.tags) == ("said", ("x",))
    assert read_w3c(json.dumps([one]), transcript)[0].id == note.id


def test_a_quote_among_other_selectors_or_within_one_is_found(transcript: Transcript) -> None:
    quote = {"type": "TextQuoteSelector", "exact": QUOTE}
    page = {"type": "FragmentSelector", "value": "page=3"}
    for selector in (
        [{"type": "RangeSelector", "startContainer": "/p[3]"}, page, quote],
        {**page, "refinedBy": quote},
        {"type": "Choice", "items": [page, {**page, "refinedBy": [quote]}]},
    ):
        one = {"type": "Annotation", "target": {"source": "x", "selector": selector}}
        (note,) = read_w3c(json.dumps(one), transcript)
        assert (note.quote, note.start) == (QUOTE, transcript.text.index(QUOTE))


def test_words_that_may_be_in_two_places_are_given_to_no_turn(transcript: Transcript) -> None:
    (note,) = read_w3c(json.dumps(annotation("you know")), transcript)
    assert (note.turn, note.speaker) == ("", "")


def test_words_that_are_not_there_keep_their_quote_and_have_no_place(
    transcript: Transcript, tmp_path: Path
) -> None:
    notebook = Notebook.open(transcript, tmp_path / "notes.yaml")
    notebook.take(read_w3c(json.dumps(annotation("zebra pigeons over Lisbon")), transcript))
    (note,) = notebook.notes
    assert note.quote == "zebra pigeons over Lisbon"
    assert notebook.anchors()[note.id].state == "orphaned"


@pytest.mark.parametrize("text", ["", "{", "[]", "7", '{"items": [{"target": 3}]}', "[" * 9999])
def test_what_holds_none_is_told(text: str, transcript: Transcript) -> None:
    with pytest.raises(NotesError) as refused:
        read_w3c(text, transcript)
    assert "\n" not in str(refused.value)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["target", "selector", "type", "exact", "items", "body", "value", "start"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_any_json_is_read_or_refused(transcript: Transcript, document: Any) -> None:
    try:
        read_w3c(json.dumps(document), transcript)
    except NotesError as error:
        assert "\n" not in str(error)
