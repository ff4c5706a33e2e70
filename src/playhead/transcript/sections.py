"""Stage 3. Sentences -> sections: teaser, introduction, interview, sponsor, closing."""

from __future__ import annotations

import re

from playhead.transcript.clean import Cleaned
from playhead.transcript.model import Section, SectionKind, Sentence

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SOUND = re.compile(r"\[[^\]\n]{1,40}\]")
_GREETING = re.compile(
    r"\b(?:thank you|thanks)\b[^.?!]{0,30}\bfor (?:doing|joining|being|having|coming|taking|making|agreeing)\b"
    r"|\bwelcome (?:to|back|aboard)?\b[^.?!]{0,60}(?:show|podcast|[A-Z]\w+)[.!,]"
    r"|\b(?:great|good|nice|lovely|happy|pleasure|honou?r) to (?:have you|be here|see you|meet you|talk to you)\b",
    re.IGNORECASE,
)
_GOODBYE = re.compile(
    r"\bthank(?:s| you)\b|\b(?:good)?bye\b|\bsee you (?:next|soon|later|again)\b|\btake care\b|\bcheers\b",
    re.IGNORECASE,
)
_FAREWELL = re.compile(
    r"\blearned (?:so much|a lot)\b|\bfor (?:joining|coming|being here|your time|having me)\b"
    r"|\bthat(?:'|’)s (?:all|it) (?:for|from)\b|\buntil next time\b|\bthank you so much\b",
    re.IGNORECASE,
)
_PROMOTION = re.compile(
    r"\b(?:sponsor(?:ed|s)?|promo(?:tion)? code|use (?:the )?code|free trial|sign up|discount|coupon"
    r"|click the link|link in the (?:description|show notes)|in the description|try it (?:out )?(?:now|today)"
    r"|check (?:it|them) out|brought to you by|head (?:over )?to|percent off|\d+% off|get started (?:at|with)"
    r"|provides? you with|go to|visit)\b|\b[\w-]+\.(?:com|ai|io|org|net|dev|co)(?:/\w+)?",
    re.IGNORECASE,
)
TEASER_WORDS = 700
"""A cold open longer than this, about four minutes, is not one."""

INTRODUCTION_SHARE = 0.3
"""Someone greets the guest within this share of the talk, where there was a monologue before."""

CLIP_WORDS = 4
"""Runs of this many words recurring later show that a sentence is a clip of the later talk."""


def find_sections(cleaned: Cleaned, sentences: tuple[Sentence, ...]) -> tuple[Section, ...]:
    """Tell the parts of the recording apart; together they cover the text.

    A file with labels has its turns for that: it is one interview.
    """
    text = cleaned.text
    if not sentences:
        return ()
    opening = 0 if cleaned.labels else _teaser_end(text, sentences)
    greeting = opening if cleaned.labels else _introduction_end(text, sentences, opening)
    sponsor = len(sentences) if cleaned.labels else _sponsor_start(text, sentences)
    closing = _closing_start(text, sentences, sponsor)
    cuts: list[tuple[int, SectionKind]] = [(0, "teaser")]
    cuts += [(opening, "introduction"), (greeting, "interview")]
    cuts += [(closing, "closing"), (sponsor, "sponsor")]
    ends = [cut for cut, _ in cuts[1:]] + [len(sentences)]
    bounds = [*(one.start for one in sentences), len(text)]
    return tuple(
        Section(kind, bounds[start], bounds[end])
        for (start, kind), end in zip(cuts, ends, strict=True)
        if start < end
    )


def _words(text: str, sentence: Sentence) -> list[str]:
    said = _SOUND.sub(" ", text[sentence.start : sentence.end])
    return [word.lower().replace("’", "'") for word in _WORD.findall(said)]


def _teaser_end(text: str, sentences: tuple[Sentence, ...]) -> int:
    """Number of sentences at the start that are clips of the later talk."""
    said = [_words(text, one) for one in sentences]
    words = [word for one in said for word in one]
    last: dict[tuple[str, ...], int] = {}
    for size in range(2, CLIP_WORDS + 1):
        last.update((tuple(words[i : i + size]), i) for i in range(len(words) - size + 1))
    end = at = 0
    for number, one in enumerate(said):
        at += len(one)
        if at > TEASER_WORDS:
            break
        if _recurs(one, last, at):
            end = number + 1
        elif number > end:
            break
    return end if sum(len(one) for one in said[:end]) >= 3 * CLIP_WORDS else 0


def _recurs(words: list[str], last: dict[tuple[str, ...], int], after: int) -> bool:
    """Half of the word runs of a sentence stand together again from word `after` on."""
    size = min(CLIP_WORDS, len(words))
    if size < 2:
        return False
    runs = [tuple(words[i : i + size]) for i in range(len(words) - size + 1)]
    return sum(last[run] >= after for run in runs) >= 0.5 * len(runs)


def _introduction_end(text: str, sentences: tuple[Sentence, ...], opening: int) -> int:
    """Number of the first sentence said to the guest, where a monologue stands before it."""
    limit = int(len(sentences) * INTRODUCTION_SHARE)
    for number in range(opening, limit):
        if _GREETING.search(text, sentences[number].start, sentences[number].end):
            return number if number - opening >= 3 else opening
    return opening


def _sponsor_start(text: str, sentences: tuple[Sentence, ...]) -> int:
    """Number of the sentence after the goodbye, where what follows sells something."""
    tail = max(0, len(sentences) - max(12, len(sentences) // 6))
    for number in range(len(sentences) - 1, tail, -1):
        if not _GOODBYE.search(text, sentences[number].start, sentences[number].end):
            continue
        rest = sentences[number + 1 :]
        sold = sum(1 for one in rest if _PROMOTION.search(text, one.start, one.end))
        if rest and sold >= 1 and sold >= 0.2 * len(rest):
            return number + 1
        return len(sentences)
    return len(sentences)


def _closing_start(text: str, sentences: tuple[Sentence, ...], end: int) -> int:
    """Number of the sentence in which the goodbye begins; `end` where nobody says it."""
    start = end
    for number in range(end - 1, max(0, end - max(10, end // 20)), -1):
        if _FAREWELL.search(text, sentences[number].start, sentences[number].end):
            start = number
    return start
