"""XML of captions: YouTube timed text and TTML (DFXP), with the names of agents where they stand."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from xml.parsers import expat

from playhead.formats.captions.cue_labels import Timed, label_cues
from playhead.formats.source import Source, WordTime
from playhead.formats.unreadable import UnreadableError

NAME = "timed-text"
TITLE = "YouTube timed text and TTML captions (XML)"

_TAG = re.compile(r"<[^<>]{1,200}>")
_CLOCK = re.compile(r"(?:(\d+):)?(\d+):(\d+(?:\.\d+)?)(?::\d+)?$")
_UNITS = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001, "t": 1e-7, "f": 1 / 25}


def sniff(head: str, path: str) -> float:
    """The root elements of the formats."""
    start = head.lstrip("\ufeff \n\t")[:3000]
    if not start.startswith("<"):
        return 0.0
    return 0.98 if re.search(r"<(?:\w+:)?(?:transcript|timedtext|tt)\b", start) else 0.0


def read(data: str, path: str) -> Source:
    """Read the cues of the file."""
    reader = _Reader()
    try:
        reader.parse(data)
    except expat.ExpatError as error:
        raise UnreadableError(f"is not whole XML at line {error.lineno}") from None
    segments, told = label_cues(list(reader.cues()))
    notices = (f"{len(segments)} timed texts read", *told)
    return Source(NAME, segments, reader.title, language=reader.language, notices=notices)


class _Reader:
    """What the elements say, collected while they pass."""

    def __init__(self) -> None:
        self.title = ""
        self.language = ""
        self._rows: list[
            tuple[float | None, float | None, str | None, list[tuple[float | None, str]]]
        ]
        self._rows = []
        self._agents: dict[str, str] = {}
        self._agent = ""
        self._path: list[str] = []
        self._in_cue = False

    def parse(self, data: str) -> None:
        """Read the whole document; entities of its own are refused, they can grow without end."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = _refuse
        parser.buffer_text = True
        parser.Parse(re.sub(r"^\s*<\?xml[^>]*\?>", "", data).encode(), True)

    def cues(self) -> Iterator[Timed]:
        """The rows as cues, entities escaped twice made plain."""
        for start, end, who, pieces in self._rows:
            text = ""
            words: list[WordTime] = []
            for at, said in pieces:
                plain = _TAG.sub("", html.unescape(said)) if "&" in said or "<" in said else said
                if at is not None and plain.strip():
                    gap = len(plain) - len(plain.lstrip())
                    words.append(WordTime(len(text) + gap, at))
                text += plain
            if text.strip():
                yield start, end, text, self._agents.get(who, who) if who else None, tuple(words)

    def _start(self, tag: str, values: dict[str, str]) -> None:
        low = {key.split(":")[-1]: value for key, value in values.items()}
        tag = tag.split(":")[-1]
        self._path.append(tag)
        if tag == "tt" or tag == "transcript":
            self.language = low.get("lang", "")
        elif tag == "agent":
            self._agent = low.get("id", "")
        elif tag in ("text", "p"):
            scale = 0.001 if "t" in low else 1.0
            start = _seconds(low.get("begin") or low.get("start") or low.get("t"), scale)
            length = _seconds(low.get("dur") or low.get("d"), scale)
            end = _seconds(low.get("end"), 1.0)
            if end is None and start is not None and length is not None:
                end = start + length
            self._rows.append((start, end, low.get("agent"), []))
            self._in_cue = True
        elif tag == "s" and self._in_cue:
            offset = _seconds(low.get("t"), 0.001) or 0.0
            start = self._rows[-1][0]
            self._rows[-1][3].append((None if start is None else start + offset, ""))
        elif tag == "span" and self._in_cue:
            pieces = self._rows[-1][3]
            # Apple Podcasts sets words side by side, without the spaces between them.
            if low.get("unit") == "word" and pieces and pieces[-1][1]:
                pieces.append((None, " "))
            if (start := _seconds(low.get("begin"), 1.0)) is not None:
                pieces.append((start, ""))
        elif tag == "br" and self._in_cue:
            self._rows[-1][3].append((None, "\n"))

    def _end(self, tag: str) -> None:
        self._path.pop()
        if tag.split(":")[-1] in ("text", "p"):
            self._in_cue = False

    def _text(self, words: str) -> None:
        if self._in_cue:
            pieces = self._rows[-1][3]
            if pieces and not pieces[-1][1] and pieces[-1][0] is not None:
                pieces[-1] = (pieces[-1][0], words)
            else:
                pieces.append((None, words))
        elif self._path and self._path[-1] == "name" and self._agent:
            self._agents[self._agent] = words.strip()
        elif self._path and self._path[-1] == "title":
            self.title += words.strip()


def _refuse(*_: object) -> None:
    raise UnreadableError("declares entities of its own, which are not read")


def _seconds(value: str | None, scale: float) -> float | None:
    """Seconds of `12.5`, `12.5s`, `500ms`, `0:01:02.5`; plain numbers are times `scale`."""
    if not value:
        return None
    if match := _CLOCK.match(value.strip()):
        return int(match[1] or 0) * 3600 + int(match[2]) * 60 + float(match[3])
    if match := re.match(r"(-?\d+(?:\.\d+)?)([a-z]*)$", value.strip()):
        return float(match[1]) * (_UNITS.get(match[2], 1.0) if match[2] else scale)
    return None
