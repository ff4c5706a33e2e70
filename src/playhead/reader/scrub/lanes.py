"""Who speaks when, summed up in advance, so that the bar costs its width and not the talk's length."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

from playhead.reader.panes.places import offset_at
from playhead.transcript.model import Transcript, Turn
from playhead.transcript.times import offset_in, seconds_at

LEVELS = " ▁▂▃▄▅▆▇█"
"""A cell filled by eighths."""


class Lane:
    """The stretches of one voice, or of one topic."""

    def __init__(self, turns: Iterable[Turn]) -> None:
        """`turns` in the order of the talk."""
        spans = [(turn.time.start, max(turn.time.start, turn.time.end)) for turn in turns]
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]
        self._sums = [0.0, *accumulate(end - start for start, end in spans)]

    def until(self, seconds: float) -> float:
        """Seconds spoken before `seconds`."""
        index = bisect_right(self._starts, seconds)
        if index == 0:
            return 0.0
        return self._sums[index] - max(0.0, self._ends[index - 1] - seconds)

    def shares(self, length: float, cells: int) -> list[float]:
        """How full each of `cells` equal parts of `length` seconds is, 0 to 1."""
        if length <= 0 or cells <= 0:
            return [0.0] * max(0, cells)
        step = length / cells
        heard = [self.until(index * step) for index in range(cells + 1)]
        return [max(0.0, min(1.0, (b - a) / step)) for a, b in pairwise(heard)]


class Lanes:
    """All that the bar shows of a transcript."""

    def __init__(self, transcript: Transcript) -> None:
        """A lane for each speaker who says anything, and for nobody where nobody is known."""
        self.transcript = transcript
        turns = transcript.turns
        self.length = max((turn.time.end for turn in turns[-3:]), default=0.0)
        ids: list[str | None] = [speaker.id for speaker in transcript.speakers]
        found: dict[str | None, list[Turn]] = {id: [] for id in ids or [None]}
        for turn in turns:
            found.setdefault(turn.speaker, []).append(turn)
        self.voices = {id: Lane(said) for id, said in found.items() if said}
        self.rows = self._two_rows()
        self.chapters = [seconds_at(transcript, one.start) for one in transcript.chapters]

    def _two_rows(self) -> list[list[str | None]]:
        """The voices in two rows: whoever asks, and all others."""
        ids = list(self.voices)
        hosts = [id for id in ids if self.transcript.role_of(id) == "host"]
        first = hosts[:1] or ids[:1]
        rest = [id for id in ids if id not in first]
        return [row for row in (first, rest) if row]

    def topic(self, name: str) -> Lane:
        """The lane of a topic."""
        filed = frozenset(
            id for one in self.transcript.topics if one.name == name for id in one.turns
        )
        return Lane(turn for turn in self.transcript.turns if turn.id in filed)

    def offset_at(self, seconds: float) -> int:
        """The beginning of the word heard at `seconds`."""
        return offset_at(self.transcript, seconds)

    def chapter_at(self, seconds: float) -> str:
        """The title of the chapter at `seconds`."""
        index = bisect_right(self.chapters, seconds) - 1
        return self.transcript.chapters[index].title if index >= 0 else ""


def loudest(lanes: Lanes, ids: Sequence[str | None], cells: int) -> list[tuple[float, str | None]]:
    """For each of `cells` parts of the talk: how full of `ids` it is, and who of them says most."""
    spoken = [lanes.voices[id].shares(lanes.length, cells) for id in ids]
    found: list[tuple[float, str | None]] = []
    for shares in zip(*spoken, strict=True):
        most = max(shares)
        found.append((min(1.0, sum(shares)), ids[shares.index(most)]))
    return found


def cells_of(transcript: Transcript, offsets: Sequence[int], length: float, cells: int) -> set[int]:
    """The cells that `offsets`, rising, fall into; costs the smaller of cells and offsets."""
    found: set[int] = set()
    if length <= 0 or cells <= 0:
        return found
    if len(offsets) <= 4 * cells:
        for offset in offsets:
            found.add(min(cells - 1, int(seconds_at(transcript, offset) / length * cells)))
        return found
    edges = [
        bisect_left(offsets, _offset_at(transcript, index / cells * length))
        for index in range(cells + 1)
    ]
    return {index for index in range(cells) if edges[index + 1] > edges[index]}


def _offset_at(transcript: Transcript, seconds: float) -> int:
    turns = transcript.turns
    index = max(0, bisect_right(turns, seconds, key=lambda turn: turn.time.start) - 1)
    return offset_in(transcript, turns[index], seconds)
