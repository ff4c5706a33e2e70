"""Units -> a few measures that the networks are shown: how it is asked, who is meant, what is alike."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from playhead.transcript.tokens import Figures, Flags, Numbers, Tokens, distinct, ranges

MEASURES = 20
"""Figures about each unit."""

_YOU = re.compile(r"\byou(?:r|rs|'re|’re|'ve|’ve)?\b", re.I)
_I = re.compile(r"\bI(?:'m|’m|'ve|’ve|'d|’d)?\b")
_WE = re.compile(r"\b(?:we|our|us)(?:'re|’re|'ve|’ve)?\b", re.I)
_FILLER = re.compile(r"\b(?:um|uh|er|like)\b", re.I)
_FILLING = re.compile(r"\b(?:(you)|(i)|(sort|kind))$", re.I)
_FILLED = re.compile(r"(?:(know)|(mean)|(of))\b", re.I)
"""The words of fillers of two: you know, I mean, sort of, kind of."""

_TAIL, _FRONT = re.compile(r"(\w+),?$"), re.compile(r"\w*")
_LEAD = re.compile(r"(?:so|and|but|then)", re.I)
_ASKING = re.compile(r"(?:what|how|why|who|when|where|which|do|did|are|is|can|could|would)\b", re.I)
_REPLY = re.compile(r"(?:yeah|yes|no|right|sure|absolutely|exactly|well|oh|mhm|okay)\b", re.I)
_THINKING = re.compile(r"(?:think|mean)\b", re.I)


class Measures:
    """MEASURES figures about each unit; units have `sizes` tokens from `firsts` on."""

    def __init__(
        self, tokens: Tokens, firsts: Numbers, sizes: Numbers, names: tuple[str, str]
    ) -> None:
        """Look at the forms of tokens; `names` are the first names of host and guest."""
        self._ids, self._firsts, self._sizes = tokens.ids, firsts, sizes
        host, guest = names

        def each(look: Callable[[str], Any], kind: type = float) -> NDArray[Any]:
            return np.array(list(map(look, tokens.forms)), dtype=kind)

        numbers: dict[str, int] = {"": 0}
        self._folded = each(lambda form: numbers.setdefault(form.lower(), len(numbers)), int)
        self._tail = each(lambda form: numbers.setdefault(_tail(form), len(numbers)), int)
        self._front = each(lambda form: numbers.setdefault(_front(form), len(numbers)), int)
        self._asks = each(lambda form: form.endswith("?"))
        self._marked = each(lambda form: "?" in form)
        self._asked = each(lambda form: form.rstrip('"”’)').endswith("?"))
        self._quoted_asks = each(lambda form: form.endswith(('?"', "?”")))
        self._quotes = each(lambda form: '"' in form or "“" in form or "”" in form)
        self._host = each(lambda form: bool(host) and host in form)
        self._guest = each(lambda form: bool(guest) and guest in form)
        self._you, self._i, self._we, self._filler = (
            each(lambda form, said=said: len(said.findall(form)))  # type: ignore[misc]
            for said in (_YOU, _I, _WE, _FILLER)
        )
        self._filling = each(lambda form: _group(_FILLING.search(form)), int)
        self._filled = each(lambda form: _group(_FILLED.match(form)), int)
        self._leads = each(lambda form: bool(_LEAD.fullmatch(form)), bool)
        self._asking = each(lambda form: bool(_ASKING.match(form)), bool)
        self._reply = each(lambda form: bool(_REPLY.match(form)), bool)
        self._is_i = each(lambda form: form.lower() == "i", bool)
        self._thinking = each(lambda form: bool(_THINKING.match(form)), bool)

    def of(self, low: int, high: int) -> Figures:
        """The figures of the units from `low` to before `high`, a row each."""
        # What the unit before says counts as well.
        begin = max(0, low - 1)
        firsts, sizes = self._firsts[begin:high], self._sizes[begin:high]
        numbers, units = ranges(firsts, sizes)
        ids = self._ids[numbers]
        lasts = self._ids[firsts + sizes - 1]
        joined = units[1:] == units[:-1]

        def total(table: NDArray[Any]) -> Figures:
            return np.bincount(units, table[ids], len(sizes)).astype(np.float64)

        def pairs(found: Flags) -> Figures:
            return np.bincount(units[1:][joined & found], minlength=len(sizes)).astype(np.float64)

        filling, filled = self._filling[ids[:-1]], self._filled[ids[1:]]
        tail, front = self._tail[ids[:-1]], self._front[ids[1:]]
        doubled = pairs((tail > 0) & (tail == front))
        fillers = total(self._filler) + pairs((filling > 0) & (filling == filled))
        place, count = np.arange(begin, high), len(self._sizes)
        columns = (
            self._asks[lasts],
            total(self._marked) > 0,
            np.log1p(sizes) / 3,
            sizes <= 2,
            sizes > 30,
            np.minimum(3, total(self._you)) / 2,
            np.minimum(3, total(self._i)) / 2,
            np.minimum(3, total(self._we)) / 2,
            np.minimum(4, fillers) / 3,
            doubled > 0,
            self._begins_asking(firsts, sizes),
            self._begins_replying(firsts, sizes),
            total(self._host) > 0,
            total(self._guest) > 0,
            np.concatenate(([0.0], self._asked[lasts[:-1]])),
            np.maximum(0.0, 1 - place / 12),
            np.maximum(0.0, 1 - (count - 1 - place) / 12),
            _shared(self._folded[ids], units, len(sizes)) / (1 + sizes),
            self._quoted_asks[lasts],
            total(self._quotes) > 0,
        )
        return np.column_stack(columns).astype(np.float64)[low - begin :]

    def _begins_asking(self, firsts: Numbers, sizes: Numbers) -> Flags:
        """Whether units begin with a word that asks, after any that only lead to it."""
        at, last = firsts.copy(), firsts + sizes - 1
        while (leading := (at < last) & self._leads[self._ids[at]]).any():
            at += leading
        asking: Flags = self._asking[self._ids[at]]
        return asking

    def _begins_replying(self, firsts: Numbers, sizes: Numbers) -> Flags:
        first, second = self._ids[firsts], self._ids[firsts + (sizes > 1)]
        thinking = (sizes > 1) & self._is_i[first] & self._thinking[second]
        replies: Flags = thinking | self._reply[first]
        return replies


def _shared(words: Numbers, units: Numbers, count: int) -> Figures:
    """How many of the words of each unit are said in the one before as well."""
    said = distinct(words * count + units)
    again = said[np.isin(said - 1, said, assume_unique=True)] % count
    return np.bincount(again[again > 0], minlength=count).astype(np.float64)


def _tail(form: str) -> str:
    """The word at the end of a token, folded."""
    match = _TAIL.search(form)
    return match[1].lower() if match else ""


def _front(form: str) -> str:
    """The word at the begin of a token, folded."""
    match = _FRONT.match(form)
    return match.group().lower() if match else ""


def _group(match: re.Match[str] | None) -> int:
    """The number of the group that matched; 0 for none."""
    return (match.lastindex or 0) if match else 0
