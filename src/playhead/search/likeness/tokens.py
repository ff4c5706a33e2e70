"""Text -> tokens: folded words with their places; numbers spelt or in digits become the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from playhead.search.likeness.words import FILLERS, contractions, fold, number, scale
from playhead.transcript.said import SOUND
from playhead.transcript.scripts import SIGNS, SPACELESS

_NUMBER = r"\d{1,3}(?:,\d{3})+|\d+\.\d+"
_TOKEN = re.compile(rf"{_NUMBER}|[^\W_]+(?:['’][^\W_]+)*")
_SIGNED_TOKEN = re.compile(rf"{_NUMBER}|(?:[^\W_]|[{SIGNS}])+(?:['’](?:[^\W_]|[{SIGNS}])+)*")
_SIGN = re.compile(f"[{SIGNS}]")
_PIECE = re.compile(f"(?P<run>[{SPACELESS}]+)|[^{SPACELESS}]+")
_RUN = re.compile(f"[{SPACELESS}]")


class Token(NamedTuple):
    """A folded word and its place: `text[start:end]`."""

    word: str
    start: int
    end: int


def tokens_of(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]`; fillers and stage directions are left out.

    Where no spaces part the words, as in Japanese or Thai, each letter with the next one is a
    token, and the last by itself.
    """
    found: list[Token] = []
    end = len(text) if end is None else end
    sounds = [match.span() for match in SOUND.finditer(text, start, end)]
    hidden = iter(sounds)
    low, high = next(hidden, (1 << 62, 0))
    room = 0
    is_signed = not text.isascii() and _SIGN.search(text, start, end)
    for match in (_SIGNED_TOKEN if is_signed else _TOKEN).finditer(text, start, end):
        at, stop = match.span()
        while at >= high and high:
            low, high = next(hidden, (1 << 62, 0))
        if low <= at < high:
            continue
        said = match.group()
        if not said.isascii() and _RUN.search(said):
            found += _paired(said, at)
            continue
        word = fold(said.replace(",", ""))
        if word in FILLERS:
            continue
        for part in contractions(word) if "'" in word else (word,):
            room = _append(found, number(part), at, stop, room)
    return found


def _paired(said: str, at: int) -> Iterator[Token]:
    """The tokens of a word that holds letters of a script without spaces; it stands at `at`."""
    for piece in _PIECE.finditer(said):
        begin, end = piece.span()
        if piece["run"]:
            for place in range(begin, end):
                letters = said[place : min(place + 2, end)]
                yield Token(fold(letters), at + place, at + place + len(letters))
        else:
            yield Token(fold(piece[0]), at + begin, at + end)


def _append(found: list[Token], word: str, start: int, end: int, room: int) -> int:
    """Add a token; `a hundred and seventeen` and `1 million` become one number.

    `room` is what a spelt number before it has left open, 100 after `hundred`; so is what comes
    back.
    """
    last = found[-1] if found else None
    if times := scale(word):
        if last and (last.word == "a" or last.word.replace(".", "").isdigit()):
            value = 1.0 if last.word == "a" else float(last.word)
            found[-1] = Token(_digits(value * times), last.start, end)
        else:
            found.append(Token(str(times), start, end))
        return times if times in (100, 1000) else 0
    if word == "and" or not word.isdecimal():
        found.append(Token(word, start, end))
        return room if word == "and" and room > 10 and last and last.word.isdecimal() else 0
    is_joined = bool(room and last and last.word == "and")
    known, value = found[-2 if is_joined else -1] if room else None, int(word)
    # `two thousand five hundred` is no 2005 hundreds.
    if (
        known
        and known.word.isdecimal()
        and 0 < value < room
        and (room < 1000 or value >= 10 or is_joined)
    ):
        del found[-2 if is_joined else -1 :]
        found.append(Token(str(int(known.word) + value), known.start, end))
    else:
        found.append(Token(word, start, end))
    return 10 if word in _TENS else 0


_TENS = {str(tens) for tens in range(20, 100, 10)}


def _digits(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)
