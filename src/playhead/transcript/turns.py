"""Stage 6. Voices -> turns: what one speaker says until another does, with kinds."""

from __future__ import annotations

import re
from bisect import bisect_right

from playhead.transcript.model import Section, Speaker, Turn, TurnKind
from playhead.transcript.scripts import HAN, HIRAGANA, KATAKANA
from playhead.transcript.speakers import Voice
from playhead.transcript.times import Clock

_WORD = re.compile(rf"[{HAN}{HIRAGANA}{KATAKANA}]{{1,2}}|[^\W_]+(?:['’-][^\W_]+)*")
_ASKED = re.compile("[?？؟]")
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
    joined: list[list[Voice]] = []
    for voice in voices:
        last = joined[-1][-1] if joined else None
        same_section = last is not None and (
            bisect_right(starts, last.start) == bisect_right(starts, voice.start)
        )
        goes_on = same_section and voice.start not in breaks
        if last is not None and last.speaker == voice.speaker and goes_on:
            joined[-1].append(voice)
        else:
            joined.append([voice])
    turns: list[Turn] = []
    for number, run in enumerate(joined, 1):
        start, end = run[0].start, run[-1].end
        section = (
            sections[max(0, bisect_right(starts, start) - 1)].kind if sections else "interview"
        )
        total = sum(one.end - one.start for one in run)
        confidence = sum(one.confidence * (one.end - one.start) for one in run) / max(1, total)
        kind = _kind(text[start:end], roles.get(run[0].speaker or ""), section)
        turns.append(
            Turn(
                f"t{number}",
                run[0].speaker,
                kind,
                start,
                end,
                round(confidence, 3),
                clock.span(start, end),
            )
        )
    return tuple(turns)


_PROMPT = re.compile(
    r"\b(?:one (?:big )?(?:thing|problem)|last one|favou?rite|next (?:one|question)|tell (?:me|us)"
    r"|talk (?:about|me through|us through)|walk (?:me|us) through|describe|explain|I(?:’|')d (?:love|like) to"
    r" (?:hear|know|ask)|(?:I(?:’|')m|I am) (?:curious|wondering)|do you|how do you|what do you)\b",
    re.IGNORECASE,
)
"""Asking without a question mark."""


def _kind(words: str, role: str | None, section: str) -> TurnKind:
    if section in ("introduction", "sponsor"):
        return "monologue"
    short = len(words) < 80 and len(_WORD.findall(words)) <= BACKCHANNEL_WORDS
    if short and not _ASKED.search(words):
        return "backchannel"
    if role == "host":
        return "question" if _ASKED.search(words) or _PROMPT.search(words) else "remark"
    return "answer" if role == "guest" else "remark"
