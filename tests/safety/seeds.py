"""What fuzzing begins with: small inputs of every kind, and the pieces that they are made of."""

# ruff: noqa: E501 - tokens are easier to compare on long lines.
from __future__ import annotations

from tests.formats.layouts import captions, documents, pages, text
from tests.formats.layouts.talk import PEOPLE, Said

_SAID = [
    "So how did you come to grow pears?",
    "Right.",
    "I learned it at 3:20: early.",
    "Yes? Why?",
] * 2

NOTES = b"""playhead: 1
transcript: {title: t, path: p, sha256: s}
corrections:
- {id: 01A, action: split, turn: t1, at: 5}
notes:
- id: 01B
  created: 2026-11-23T21:00:00Z
  quote: grows pears
  prefix: "Who "
  start: 4
  end: 15
  note: |
    Mine.
  tags: [pears]
"""
QUERIES = [
    b"who:guest topic:pears after:12:30",
    b'\'exact "a phrase" !not a | b ^start has:note',
    b"pers",
]
KEYMAP = b"# keys\nturn.next: j, down\nquit: ctrl+q\n"
SETTINGS = b"theme: paper\nmeasure: 72\noutline: true\nspeed: 1.5\n"
CONFIGURED = {"notes": [NOTES], "query": QUERIES, "keymap": [KEYMAP], "settings": [SETTINGS]}

TOKENS = [
    b"-->", b"WEBVTT\n\n", b"00:00:01.000 --> 00:00:02.000\n", b"<v Ann>", b"</v>", b"<00:00:01.000>", b"[00:01]",
    b"Ann: ", b"**Bob:** ", b"Q. ", b">> ", b"- ", b"\n", b"\n\n", b"\r", b"\t", b" ", b":", b"{", b"}", b"[", b"]",
    b'"', b"'", b",", b"|", b"null", b"true", b"-1", b"1e999", b"NaN", b'{"segments":[', b'"text":"a b c",',
    b'"start":', b'"words":[', b'"speaker":', b"<p>", b"<div class=nav>", b"</p>", b"<tt>", b"<!DOCTYPE x [<!ENTITY a 'b'>]>",
    b"&a;", b"&amp;", b"<transcript><text start='1'>", b"---\n", b"title: x\n", b"TITLE: x ---TRANSCRIPT---", b"# ", b"\xff\xfe",
    b"\xef\xbb\xbf", b"\x00", b"\x1b]0;x\x07", b"\xe2\x80\xae", b"\xcc\x81" * 9, b"\xf0\x9f\x98\x80", b"9" * 40, b"(" * 60,
    b"*" * 60, b"a " * 60, b"- id: ", b"note: |\n", b"&x ", b"*x", b"!!python/object:os.system ", b"who:", b"after:", b"^", b"!",
]  # fmt: skip


def transcripts() -> list[bytes]:
    """A small talk in every layout."""
    layouts = [
        one for module in (text, captions, documents, pages) for one in module.LAYOUTS.values()
    ]
    made = []
    for layout in layouts:
        people = PEOPLE[layout.people[0]]
        talk = [Said(people[n % len(people)], 2 + n * 9, said) for n, said in enumerate(_SAID)]
        made.append(layout.write(talk).encode())
    return made
