"""How the time of everything that reads outside input grows with input made to be slow.

    python -m tests.benchmarks.growth [KILOBYTES] [TARGET… or INPUT…] [--all]

Each input is a piece said over and over, by itself or after a head that makes a format likely, of
KILOBYTES (100) and of twice, four and eight times that. A row is printed where the last doubling
takes more than STEEP times as long, or a run ends at LIMIT; with --all each row is. The growth is
the power of the length that the time grows with from the second length to the last.
"""

from __future__ import annotations

import math
import os
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from itertools import chain, count
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from tests.safety.targets import TARGETS

LIMIT = 60.0
"""Seconds after which a run is ended."""

STEEP = 1.35
"""Growth above which a row is told; timings of a shared machine vary by a third."""

NOTICED = 0.25
"""Seconds of the longest run below which the growth of a row says nothing."""

SIZES = (1, 2, 4, 8)

PIECES = {
    "empty lines": "\n",
    "spaces": " ",
    "tabs": "\t",
    "one letter": "a",
    "a word a line": "word\n",
    "words on one line": "some words and more ",
    "a label a line": "Ann: yes.\n",
    "short turns": "Ann: Yes.\n\nBob: No.\n\n",
    "questions": "Ann: Why is it so?\n\nBob: Because.\n\n",
    "speaker changes": ">> yes. >> no. ",
    "dashes": "- ",
    "times": "[00:01:02] ",
    "times a line": "00:01:02\n",
    "headings": "# Part\n",
    "less than": "<",
    "tags": "<b>",
    "closed tags": "<b>a</b>",
    "voices": "<v Ann>",
    "ampersands": "&",
    "references": "&amp;",
    "open brackets": "[",
    "closed brackets": "]",
    "links": "[a](",
    "open parentheses": "(",
    "braces": "{",
    "lists of JSON": '[{"text":',
    "arrows": "-->",
    "arrows a line": "-->\n",
    "quotes": '"',
    "apostrophes": "'",
    "backslashes": "\\",
    "colons": "::",
    "colon words": "a: ",
    "asterisks": "**",
    "underscores": "__a",
    "bold": "**a** ",
    "ticks": "`",
    "comments": "<!--",
    "sections of XML": "<![CDATA[",
    "notes of WebVTT": "NOTE a\n",
    "digits": "7",
    "numbers": "1234567 ",
    "list markers": "so\n\n  1. So ",
    "stops": ".",
    "stops and spaces": ". ",
    "abbreviations": "Dr. ",
    "initials": "J. ",
    "names": "Ann Marie ",
    "capitals": "ANN ",
    "commas": ",",
    "combining marks": "\u0301",
    "joiners": "\u200d",
    "ideographs": "\u8bb2",
    "curly quotes": "\u201c",
    "emoji": "\U0001f600",
    "dashes of YAML": "- - ",
    "keys of YAML": "a:\n",
    "flow of YAML": "{a: ",
    "anchors of YAML": "&a [*a,",
    "items of YAML": "- id: a\n",
    "words excluded": "!a ",
    "alternatives": "a | ",
    "fields": "who:a ",
    "same words": "the the ",
    "greetings": "welcome to the show. ",
    "thanks": "thank you so much. ",
}
HEADS = {
    "": "",
    "WebVTT": "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nAnn: yes\n\n00:00:03.000 --> 00:00:04.000\n",
    "SubRip": "1\n00:00:01,000 --> 00:00:02,000\nyes\n\n2\n00:00:03,000 --> 00:00:04,000\n",
    "labels": "Ann: Who is it?\n\nBob: It is me.\n\nAnn: ",
    "JSON": '{"segments": [{"start": 1, "text": "',
    "XML": "<transcript><text start='1'>yes</text><text start='2'>",
    "HTML": "<!DOCTYPE html><html><body><p>Ann: yes</p><p>",
    "header": "TITLE: x\nDATE: 2020\n\n",
    "front matter": "---\ntitle: x\n",
    "notes": "playhead: 1\nnotes:\n- id: 01B\n  quote: grows pears\n  note: |\n    ",
}


def _cue(number: int, sign: str) -> str:
    face = f"{number // 1200:02}:{number // 20 % 60:02}:{number % 20 * 3:02}{sign}000"
    return f"{face} --> {face}\n"


GROWING: dict[str, Callable[[int], str]] = {
    "cues of WebVTT": lambda n: f"{_cue(n, '.')}<v Ann>so they say\n\n",
    "cues of SubRip": lambda n: f"{n}\n{_cue(n, ',')}Ann: so they say.\n\n",
    "cues that roll": lambda n: f"{_cue(n, '.')}line {n}\nline {n + 1}\n\n",
    "voices that differ": lambda n: f"{_cue(n, '.')}<v Ann {n}>yes\n\n",
    "speakers that differ": lambda n: f"Ann {_letters(n)}: So it is.\n\n",
    "words that differ": lambda n: f"{_letters(n)} ",
    "lines that differ": lambda n: f"{_letters(n)} is what they say.\n",
    "questions that differ": lambda n: f"Ann: Why {_letters(n)}?\n\nBob: It {_letters(n)}.\n\n",
    "rows of JSON": lambda n: f'{{"start": {n}, "speaker": "A{n}", "text": "so {n}"}}\n',
    "ids of YAML": lambda n: f"- id: {n}\n  quote: grows pears\n  note: {n}\n",
    "keys that differ": lambda n: f"key{n}: {n}\n",
}
"""What differs each time that it is said."""


def _letters(number: int) -> str:
    """A word that differs for each number."""
    word = ""
    while True:
        number, letter = divmod(number, 26)
        word += "abcdefghijklmnopqrstuvwxyz"[letter]
        if not number:
            return word


def inputs() -> Iterator[tuple[str, Callable[[int], bytes]]]:
    """The name of each input, and how it is made of so many bytes."""
    for head_name, head in HEADS.items():
        for name, piece in PIECES.items():
            yield f"{name} in {head_name}".removesuffix(" in "), _repeated(head, piece)
    for name, made in GROWING.items():
        for head_name in ("", "WebVTT", "notes"):
            title = f"{name} in {head_name}".removesuffix(" in ")
            yield title, _growing(HEADS[head_name], made)


def _repeated(head: str, piece: str) -> Callable[[int], bytes]:
    wide = len(piece.encode())
    return lambda size: (head + piece * max(1, (size - len(head)) // wide)).encode()


def _growing(head: str, made: Callable[[int], str]) -> Callable[[int], bytes]:
    def make(size: int) -> bytes:
        parts, total = [head], len(head)
        for number in count(1):
            parts.append(made(number))
            total += len(parts[-1])
            if total >= size:
                break
        return "".join(parts).encode()

    return make


class Runner:
    """A process that runs targets one after the other; a new one follows where a run is ended."""

    def __init__(self) -> None:
        """Start the process when it is first asked for."""
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def timed(self, target: str, data: bytes, limit: float = LIMIT) -> tuple[float, str]:
        """Seconds of the processor that a target takes for `data`, and what went wrong."""
        pipe = self._pipe or self._start()
        pipe.send((target, data))
        try:
            if pipe.poll(limit):
                told: tuple[float, str] = pipe.recv()
                return told
            fault = "took too long"
        except EOFError:
            fault = "died"
        self.stop()
        return math.inf, fault

    def _start(self) -> Connection:
        context = get_context("fork")
        self._pipe, there = context.Pipe()
        self._process = context.Process(target=_serve, args=(there,))
        self._process.start()
        there.close()
        return self._pipe

    def stop(self) -> None:
        """End the process."""
        if self._process:
            self._process.kill()
            self._process.join()
        self._process = self._pipe = None


def _serve(asked: Connection) -> None:
    while True:
        target, data = asked.recv()
        start, fault = time.process_time(), ""
        try:
            TARGETS[target](data)
        except Exception as error:
            fault = f"{type(error).__name__}: {str(error)[:80]}"
        asked.send((time.process_time() - start, fault))


def main() -> int:
    """Print the table; 1 where something grows faster than its input, or fails."""
    parser = ArgumentParser(description="How time grows with input made to be slow.")
    parser.add_argument("words", nargs="*", help="kilobytes, names of targets or of inputs")
    parser.add_argument("--all", action="store_true", help="print every row")
    options = parser.parse_args()
    numbers = [word for word in options.words if word.isdigit()]
    base = 1000 * int(numbers[0] if numbers else 100)
    targets = [word for word in options.words if word in TARGETS] or list(TARGETS)
    known = dict(inputs())
    wanted = [word for word in options.words if word in known] or list(known)
    told = rows = 0
    runner = Runner()
    print(
        "| target | input | " + " | ".join(f"{base * n // 1000} kB" for n in SIZES) + " | growth |"
    )
    print("| --- " * (len(SIZES) + 3) + "|")
    with tempfile.TemporaryDirectory() as home:
        os.environ["PLAYHEAD_HOME"] = home
        for target in targets:
            runner.timed(target, b"Ann: Who is it?\n\nBob: It is me.\n")
            for name in wanted:
                rows += 1
                told += _told(runner, target, name, known[name], base, options.all)
        runner.stop()
    print(f"\n{rows} rows, {told} steep or at fault")
    return 1 if told else 0


def _told(
    runner: Runner, target: str, name: str, make: Callable[[int], bytes], base: int, every: bool
) -> bool:
    """Measure a row and print it where it is steep, or at fault."""
    took: list[float] = []
    fault = ""
    for size in SIZES:
        seconds, fault = runner.timed(target, make(base * size))
        took.append(seconds)
        if fault:
            break
    growth = math.inf if fault else math.log(took[-1] / max(took[1], 1e-3)) / math.log(4)
    steep = bool(fault) or (growth > STEEP and took[-1] > NOTICED)
    if steep or every:
        cells = " | ".join(chain((f"{one:.2f} s" for one in took), [""] * (len(SIZES) - len(took))))
        print(f"| {target} | {name} | {cells} | {fault or f'{growth:.2f}'} |", flush=True)
    return steep


if __name__ == "__main__":
    sys.exit(main())
