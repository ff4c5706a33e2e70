"""Stage 6. Voices -> turns: what one speaker says until another does, with kinds."""

from __future__ import annotations

import re
from bisect import bisect_right

from playhead.transcript.model import Section, Speaker, Turn, TurnKind
from playhead.transcript.scripts import HAN, HIRAGANA, KATAKANA, QUESTION_MARKS
from playhead.transcript.sentences.asking import asks
from playhead.transcript.speakers import Voice
from playhead.transcript.times import Clock

_WORD = re.compile(rf"[{HAN}{HIRAGANA}{KATAKANA}]{{1,2}}|[^\W_]+(?:['’-][^\W_]+)*")
BACKCHANNEL_WORDS = 3
"""A turn of at most this many words between two turns of the other speaker is a backchannel."""


def build_turns(
    text: str,
    voices: tuple[Voice, ...],
    speakers: tuple[Speaker, ...],
    sections: tuple[Section, ...],
    clock: Clock,
    breaks: frozenset[int] = frozenset(),
) -> tuple[Turn, ...]:
    """Join neighbouring voices of one speaker within a section into turns and say what each is.

    `breaks` are characters at which a turn begins in any case.
    """
    roles = {one.id: one.role for one in speakers}
    starts = [section.start for section in sections]
    turns: list[Turn] = []
    for number, run in enumerate(_joined(voices, starts, breaks), 1):
        start, end, speaker = run[0].start, run[-1].end, run[0].speaker
        section = (
            sections[max(0, bisect_right(starts, start) - 1)].kind if sections else "interview"
        )
        role = roles.get(speaker or "")
        kind = _kind(text[start:end], role, section)
        if kind == "backchannel" and role == "guest" and _is_asked(text, turns):
            kind = "answer"
        confidence = round(_confidence(run), 3)
        time = clock.span(start, end)
        turns.append(Turn(f"t{number}", speaker, kind, start, end, confidence, time))
    return tuple(turns)


def _is_asked(text: str, turns: list[Turn]) -> bool:
    """Whether the last turn is a question to its end: a word after it answers."""
    return (
        bool(turns)
        and turns[-1].kind == "question"
        and text[turns[-1].start : turns[-1].end].endswith(QUESTION_MARKS)
    )


def _joined(
    voices: tuple[Voice, ...], starts: list[int], breaks: frozenset[int]
) -> list[list[Voice]]:
    """Runs of voices that are one turn each; `starts` are those of sections."""
    joined: list[list[Voice]] = []
    last: Voice | None = None
    for voice in voices:
        if (
            last is not None
            and last.speaker == voice.speaker
            and voice.start not in breaks
            and bisect_right(starts, last.start) == bisect_right(starts, voice.start)
        ):
            joined[-1].append(voice)
        else:
            joined.append([voice])
        last = voice
    return joined


def _confidence(run: list[Voice]) -> float:
    """The mean of a run by length."""
    if len(run) == 1 and run[0].start < run[0].end:
        return run[0].confidence
    total = sum(one.end - one.start for one in run)
    return sum(one.confidence * (one.end - one.start) for one in run) / max(1, total)


_PROMPT = re.compile(
    r"\b(?:one (?:big )?(?:thing|problem)|last one|favou?rite|next (?:one|question)|tell (?:me|us)"
    r"|talk (?:about|me through|us through)|walk (?:me|us) through|describe|explain|i(?:’|')d (?:love|like) to"
    r" (?:hear|know|ask)|(?:i(?:’|')m|i am) (?:curious|wondering)|do you)\b"
)
"""Asking without a question mark, in lower case."""

_SIGNS = (
    "one thing", "one problem", "one big ", "last one", "favo", "next one", "next question", "tell ",
    "talk ", "walk ", "describe", "explain", "d love to", "d like to", "curious", "wondering", "do you",
)  # fmt: skip
"""One of these stands in all that it matches: looking for them takes a tenth of the time."""


def _kind(words: str, role: str | None, section: str) -> TurnKind:
    if section in ("introduction", "sponsor"):
        return "monologue"
    short = len(words) < 80 and len(_WORD.findall(words)) <= BACKCHANNEL_WORDS
    asked = asks(words)
    if short and not asked:
        return "backchannel"
    if role == "host":
        return "question" if asked or _prompts(words.lower()) else "remark"
    return "answer" if role == "guest" else "remark"


def _prompts(words: str) -> bool:
    """Whether words in lower case ask without a question mark."""
    return any(map(words.__contains__, _SIGNS)) and _PROMPT.search(words) is not None
