"""What is wrong with entries is told with line and column."""

from __future__ import annotations

from playhead.notes.file.checking import find_faults
from playhead.notes.file.cutting import read_document

BY_HAND = """\
playhead: 1
corrections:
- {id: q, action: burn}
notes:
  - id: a
    quote: fine
    start: twelve
    note:
      - not
      - text
  - id: b
    created: yesterday
    quote: |
      start: x
    end: 12
  - id: c
"""


def test_faults_are_told_where_they_stand() -> None:
    assert list(find_faults(read_document(BY_HAND.encode()))) == [
        "line 3, column 11: the action of q is none that is known; it is not applied",
        "line 7, column 5: start of the note a is not a number",
        "line 8, column 5: note of the note a is not text",
        "line 12, column 5: created of the note b is not a time such as 2026-11-23T21:00:00Z",
        "line 16, column 3: the note c quotes nothing, so it has no place",
    ]


def test_what_playhead_writes_has_none() -> None:
    text = "notes:\n- id: a\n  created: 2026-11-23T21:00:00Z\n  quote: x\n  start: 1\n  end: 2\n"
    assert list(find_faults(read_document(text.encode()))) == []
