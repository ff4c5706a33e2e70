"""A citation: who, of what, when, and the address at that second."""

from __future__ import annotations

from dataclasses import replace

import pytest

from playhead.transcript.citation import cite
from playhead.transcript.model import Origin, Speaker, Time, Transcript, Turn


def made(address: str, *, estimated: bool) -> Transcript:
    """One turn of ten words over ten seconds, from a minute on."""
    text = "one two three four five six seven eight nine ten"
    return Transcript(
        origin=Origin("talk.txt", "0" * 64, "plain"), title="A talk", channel="A channel",
        date="2026-06-01", address=address, language="en", text=text, sentences=(),
        speakers=(Speaker("guest", "Ben", "guest"),), sections=(),
        turns=(Turn("t1", "guest", "answer", 0, len(text), 1.0, Time(60.0, 70.0, estimated)),),
        exchanges=(), chapters=(), topics=(), notices=(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://www.youtube.com/watch?v=x", "https://www.youtube.com/watch?v=x&t=65s"),
        ("https://youtu.be/x", "https://youtu.be/x?t=65s"),
        ("https://example.org/talk", "https://example.org/talk#t=65"),
    ],
)
def test_it_says_who_what_when_and_where(address: str, link: str) -> None:
    transcript = made(address, estimated=False)
    middle = len(transcript.text) // 2
    assert cite(transcript, middle) == f"Ben · A talk · A channel · 2026-06-01 · 1:05 · {link}"


def test_a_guessed_time_is_marked_and_not_put_into_the_address() -> None:
    transcript = made("https://youtu.be/x", estimated=True)
    assert cite(transcript, 0).endswith("2026-06-01 · ≈ 1:00 · https://youtu.be/x")


def test_what_is_not_known_is_left_out() -> None:
    bare = replace(made("", estimated=False), title="", channel="", date="", speakers=())
    assert cite(bare, 0).endswith("1:00")
    assert "· ·" not in cite(bare, 0)
