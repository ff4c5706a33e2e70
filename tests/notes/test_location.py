"""The register of notes files may be damaged in any way: it is made again, or passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from playhead.notes.location import REGISTER, find_notes_file, notes_folder

SHA256 = "0" * 64


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "[5]",
        f'{{"{SHA256}": 5}}',
        f'{{"{SHA256}": ["a"]}}',
        f'{{"{SHA256}": "../../../etc/passwd"}}',
        f'{{"{SHA256}": ".."}}',
        f'{{"{SHA256}": "a\\u0000b"}}',
        "[" * 100_000,
    ],
)
def test_a_damaged_register_leads_nowhere_else(home: Path, damage: str) -> None:
    sound = find_notes_file("talk.txt", SHA256)
    notes_folder().mkdir(parents=True)
    (notes_folder() / REGISTER).write_text(damage, "utf-8")
    assert find_notes_file("talk.txt", SHA256) == sound
