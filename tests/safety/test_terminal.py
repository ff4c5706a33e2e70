"""On the bytes that a terminal receives: outside text brings in no sequence, wherever it stands."""

# ruff: noqa: E501 - commands are easier to compare on long lines.

from __future__ import annotations

import json
from base64 import b64decode
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

pytest.importorskip("pty")

from tests.safety.hostile_home import fill_home, make_folder_of_talks
from tests.safety.pseudo_terminal import OBEYED, kinds, received, strings, words_of

ATTACKS = [
    "\x1b[2J", "\x1b[31mPWN", "\x1b]0;PWN\x07", "\x1b]7;file://PWN\x07", "\x1b]8;;http://PWN\x1b\\link\x1b]8;;\x1b\\",
    "\x1b]52;c;UFdO\x07", "\x1b]777;notify;PWN;PWN\x07", "\x1b]1337;File=PWN\x07", "\x1bPqPWN\x1b\\", "\x1b_GPWN\x1b\\",
    "\x9b31mPWN", "\x9d0;PWN\x9c", "\x90qPWN\x9c", "\x9fPWN\x9c", "\x1bcPWN", "\x1b[?1049h", "\x05", "\x07", "\x08\x08\x08",
    "a\rPWN", "\u202ePWN\u202c", "\u2066PWN\u2069", "P\u200bW\u2060N", "e" + "\u0301" * 500, "[red]PWN[/red]", "[/b]",
    "[link=http://PWN]x[/link]", "\U000e0041\U000e0042", "\ufeff", "\x7f", "\u2028PWN",
]  # fmt: skip
UNENDED = "\x1b]0;PWN"
"""A title that is never ended: all that follows would go into it."""

CLI_KINDS = {"CSI  m", "CSI  K"}
"""Bold, underlined, plain; the line of progress taken away."""


def attacked(words: str, number: int) -> str:
    return f"{words} {ATTACKS[number % len(ATTACKS)]} and on"


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same talk twice: as anyone would write it, and with attacks in every place."""
    folder = tmp_path_factory.mktemp("talks")
    lines = [("Ann", f"Who grows {n} pears by the river, and why?") for n in range(20)]
    lines = [(("Ann", "Bob")[n % 2], words) for n, (_, words) in enumerate(lines)]
    (folder / "plain.txt").write_text("".join(f"{n}: {t}\n\n" for n, t in lines), "utf-8")
    head = f"---\ntitle: {json.dumps('Pears ' + ''.join(ATTACKS))}\nauthor: {json.dumps(UNENDED)}\n---\n\n"
    talk = "".join(f"{n}: {attacked(t, number)}\n\n" for number, (n, t) in enumerate(lines * 2))
    body = talk + f"Bob: {UNENDED} and on.\n\nAnn: Why?\n"
    (folder / f"a {''.join(ATTACKS[2:8]).replace('/', '|')}.txt").write_text(head + body, "utf-8")
    rows = [
        {
            "speaker": f"{n} {attack}",
            "startTime": number,
            "body": f"Who grows pears? {attack} So on.",
        }
        for number, attack in enumerate(ATTACKS)
        for n in ("Ann",)
    ]
    (folder / "names.json").write_text(json.dumps({"segments": rows}), "utf-8")
    return folder


def hostile(folder: Path) -> str:
    return next(path.name for path in folder.iterdir() if path.name.startswith("a "))


def notes_of(folder: Path, home: Path) -> str:
    """A file of notes that attacks as well."""
    file = folder / "notes.yaml"
    notes = [
        {"id": f"01JD{n:022}", "created": "2026-11-23T21:00:00Z", "quote": "pears by the river",
         "note": f"mine {attack}", "tags": [f"tag{attack}"], "start": 0, "end": 5}
        for n, attack in enumerate([*ATTACKS, UNENDED])
    ]  # fmt: skip
    file.write_text(json.dumps({"playhead": 1, "notes": notes}), "utf-8")
    return str(file)


COMMANDS = [
    "parse FILE", "parse --format json FILE", "parse names.json", "parse --format jsonl .", "parse missing\x1b]0;PWN\x07.txt",
    "search pears FILE", "search --format json pears FILE", "search who:\x1b]0;PWN\x07 FILE", "search pears names.json",
    "topics FILE", "topics --format json FILE", "notes list FILE --notes NOTES", "notes list FILE --notes NOTES --format json",
    "notes list FILE --notes NOTES --format yaml", "notes check FILE --notes NOTES", "notes export FILE --notes NOTES",
    "notes export FILE --notes NOTES --format csv", "notes export FILE --notes NOTES --format w3c", "notes path FILE",
    "notes add FILE --quote \x1b]0;PWN\x07 --note x --notes NOTES", "notes remove \x1b]0;PWN\x07 --notes NOTES",
    "turns export FILE", "convert FILE --to srt", "convert FILE --to vtt", "convert FILE --to markdown",
    "convert FILE --to json", "convert FILE --to txt", "convert FILE --to podcast", "formats", "parse --from \x1b]0;PWN\x07 FILE",
    "parse --format \x1b]0;PWN\x07",
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_pass_on_nothing_that_a_terminal_obeys(
    command: str, talks: Path, home: Path
) -> None:
    given = {"FILE": hostile(talks), "NOTES": notes_of(talks, home)}
    words = [given.get(word, word) for word in command.split(" ")]
    painted = received(words, cwd=talks, home=home)
    assert painted.strip()
    assert kinds(painted) <= CLI_KINDS
    left = words_of(painted)
    assert "\x1b" not in left
    assert not OBEYED.findall(left)
    assert "Traceback" not in left


KEYS = [
    b"j", b"J", b"o", b"m", b"t", b"\x1b", b"/pears\r", b"\x1b", b"f", b"\x1b", b":", b"\x1b", b" ", b" ",
    b"c", b"\x1b", b"P", b"\x1b", b"?", b"\x1b", b"G", b"q",
]  # fmt: skip


def test_the_reader_paints_only_sequences_of_its_own(talks: Path, home: Path) -> None:
    notes = notes_of(talks, home)
    given = (["plain.txt"], [hostile(talks), "--notes", notes], ["names.json", "--notes", notes])

    def read(words: list[str]) -> str:
        own = home / words[0][:1]
        own.mkdir()
        return received(words, KEYS, cwd=talks, home=own)

    # Most of the time each of them waits for a quiet moment.
    with ThreadPoolExecutor() as together:
        plain, *attacked = together.map(read, given)
    for painted in attacked:
        assert kinds(painted) <= kinds(plain)
        assert not any("PWN" in string or "UFdO" in string for string in strings(painted))
        left = words_of(painted)
        assert "\x1b" not in left
        assert not OBEYED.findall(left)
        assert "Traceback" not in left


PANES = [
    b"o", b"j", b"j", b"\r", b"m", b"j", b"\r", b"t", b"j", b"\r", b"f", b"j", b"\r", b"O", b"j", b"j",
]  # fmt: skip
TOUR = [
    *(key for one in PANES for key in ((one, b"\x1b") if one in b"omtf" else (one,))), b"\x1b",
    *(key for one in (b"T", b"?", b"P", b":", b"'", b"M", b"c", b"a", b"/\x1b[A\r", b"/who:x\r", b"C", b"p", b"S", b"\x0b")
      for key in (one, b"\x1b")),
    b"J", b"e", b"d", b"]", b"}", b"s", b"v", b"w", b"h", b"x", b"u", b"U", b"y", b"Y", b"i", b"I", b"Q", b"\r",
    b"b", b" ", b" ", b"n", b"N", b"z", b"z", b"<", b">", b"\x1b", b"\x1b", b"\x11", b"\x1b", b"\x11",
]  # fmt: skip


def test_no_pane_dialog_or_message_brings_in_a_sequence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every pane and dialog, with a home and a folder in which everything attacks."""
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.setenv("VISUAL", "true")
    files = []
    for name, attacks in (("plain", ["as ever", "it is"]), ("hostile", [*ATTACKS, UNENDED])):
        home = tmp_path / name
        home.mkdir()
        monkeypatch.setenv("PLAYHEAD_HOME", str(home))
        files.append((make_folder_of_talks(home, attacks), home))
        fill_home(files[-1][0], attacks)
    with ThreadPoolExecutor() as together:
        plain, hostile = together.map(
            lambda one: received([str(one[0])], TOUR, cwd=one[1], home=one[1]), files
        )
    assert kinds(hostile) <= kinds(plain) | {"CSI  X"}
    for string in strings(hostile):
        # What is copied goes to the terminal as well, packed, and is pasted somewhere later.
        copied = string.removeprefix("52;c;")
        words = string if copied == string else b64decode(copied).decode()
        assert copied != string or "PWN" not in words
        assert not OBEYED.findall(words)
        assert "\x1b" not in words
    left = words_of(hostile)
    assert "\x1b" not in left
    assert not OBEYED.findall(left)
    assert "Traceback" not in left
    assert "PWN" in left
