"""The keymap file: what it changes, and what is said of its mistakes."""

from __future__ import annotations

import pytest

from playhead.reader.commands.pane_keys import pane_keys
from playhead.reader.commands.table import COMMANDS, GROUPS
from playhead.reader.tailoring.keymap import fresh_keymap, key_named, parse_keymap

KEYS = {"move.down": "j,down", "move.up": "k,up", "search.open": "slash", "quit": "q,ctrl+q"}


def test_keys_are_names_or_signs_and_comments_are_passed_over() -> None:
    text = "# mine\n\nmove.down: e, ctrl+n   # like Emacs\nsearch.open: '?'\nquit: \"]\"\n"
    assert parse_keymap(text, KEYS) == (
        {"move.down": "e,ctrl+n", "search.open": "question_mark", "quit": "right_square_bracket"},
        [],
    )


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("move.down", "not of the form command: key, key"),
        ("move.sideways: h", "no command move.sideways"),
        ("list.sideways: h", "no command list.sideways"),
        ("move.down: bongo", "'bongo' is no key"),
        ("move.down: hyperctrl+x", "'hyperctrl+x' is no key"),
        ("move.down:", "'' is no key"),
        ("move.down: so", "'so' is no key"),
        ("move.down: ctrl+bel", "'ctrl+bel' is no key"),
        ("move.down: \x0e", "'\\x0e' is no key"),
        ("move.down: <ignore>", "'<ignore>' is no key"),
        ("move.down: return", "'return' is no key"),
    ],
)
def test_a_line_that_is_wrong_is_told_and_left_out(line: str, problem: str) -> None:
    keymap, problems = parse_keymap(f"quit: x\n{line}\n", KEYS)
    assert keymap == {"quit": "x"}
    assert problems == [f"keymap.yaml line 2: {problem}"]


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("full_stop", "full_stop"),
        (".", "full_stop"),
        ("latin_small_letter_a", "a"),
        ("A", "A"),
        ("sp", "space"),
        ("tab", "tab"),
        ("escape", "escape"),
        ("ctrl+space", "ctrl+space"),
        ("shift+f5", "shift+f5"),
        ("alt++", None),
        ("ö", "ö"),
    ],
)
def test_a_key_has_the_name_that_a_terminal_sends_it_by(written: str, named: str | None) -> None:
    assert key_named(written) == named


def test_a_key_given_twice_stays_with_the_first() -> None:
    keymap, problems = parse_keymap("quit: x\nmove.down: x\n", KEYS)
    assert keymap == {"quit": "x"}
    assert problems == ["keymap.yaml line 2: x is given to quit already"]


def test_a_key_that_another_command_came_with_is_taken_and_told() -> None:
    keymap, problems = parse_keymap("move.up: j\nquit: /\n", KEYS)
    assert keymap == {"move.up": "j", "quit": "slash", "move.down": "down", "search.open": "none"}
    assert problems == [
        "keymap.yaml line 1: j is taken from move.down",
        "keymap.yaml line 2: slash is taken from search.open, which has no key now",
    ]


def test_keys_exchanged_are_no_mistake() -> None:
    assert parse_keymap("move.up: j\nmove.down: k\n", KEYS)[1] == []


def test_several_commands_may_have_no_key() -> None:
    keymap, problems = parse_keymap("move.up: none\nquit: none\n", KEYS)
    assert (keymap, problems) == ({"move.up": "none", "quit": "none"}, [])


def test_a_pane_has_keys_of_its_own() -> None:
    keymap, problems = parse_keymap("list.down: q\nquit: x\n", KEYS)
    assert (keymap, problems) == ({"list.down": "q", "quit": "x"}, [])


def test_every_key_that_we_ship_is_a_key() -> None:
    shipped = {one.id: one.keys for one in COMMANDS.values()}
    shipped |= {id: keys for _, group in pane_keys() for id, keys, _ in group}
    assert not [keys for keys in shipped.values() if not all(map(key_named, keys.split(",")))]


def test_a_fresh_file_changes_nothing_and_names_everything() -> None:
    groups = [(name, [(one.id, one.keys, one.words) for one in group]) for name, group in GROUPS]
    text = fresh_keymap([*groups, *pane_keys()])
    shipped = {one.id: one.keys for one in COMMANDS.values()}
    assert parse_keymap(text, shipped) == ({}, [])
    taken_up = "\n".join(line.removeprefix("#") for line in text.splitlines() if ": " in line[4:])
    keymap, _ = parse_keymap(taken_up, shipped)
    assert set(shipped) <= set(keymap)
