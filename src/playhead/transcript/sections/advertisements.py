"""What is read out for a sponsor: in the middle of the talk, or after the goodbye."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playhead.transcript.model import Sentence

_SHOW = r"(?:episode|portion|part|show|podcast|video|segment|interview|conversation|program)"
_BEGINS = re.compile(
    rf"\b(?:this|today['’]s|the) (?:\w+ )?{_SHOW}\b[^.?!]{{0,40}}\b(?:is|was|comes)\b[^.?!]{{0,20}}"
    r"\b(?:brought to you|sponsored|supported|made possible)\b"
    r"|\b(?:word|message|break)s? (?:from|for|to thank) (?:our|my|this|today['’]s|the) "
    r"(?:\w+(?:['’]s)? )?sponsors?\b"
    r"|\b(?:our|my|today['’]s|this (?:week|episode)['’]s) sponsors?"
    r"(?: today| this week| for today)?(?: is|,|\.|:)"
    rf"|\bsupport for (?:this|the|our) {_SHOW}\b"
    r"|\blet me tell you about (?:a product called|(?:our|today['’]s) sponsor|an? \w+ start-?up)"
    rf"|\bsponsor(?:s|ed|ing)? (?:of )?(?:this|today['’]s) {_SHOW}\b",
    re.IGNORECASE,
)
_SIGNS = ("sponsor", "support", "brought to you", "made possible", "tell you about")
"""One of these stands in all that it matches: looking for them is faster than trying."""

PROMOTION = re.compile(
    r"\b(?:sponsor(?:ed|s)?|promo(?:tion)? code|use (?:the )?code|free trial|sign up|discount|coupon"
    r"|click the link|link in the (?:description|show notes|player)|in the description|try it (?:out )?(?:now|today)"
    r"|check (?:it|them) out|brought to you by|head (?:over )?to|percent off|\d+% off|get started (?:at|with)"
    r"|provides? you with|go to|visit|learn more at|supporting the (?:show|podcast)|dot com)\b"
    r"|\b[\w-]+\.(?:com|ai|io|org|net|dev|co|fm)(?:/\w+)?",
    re.IGNORECASE,
)
_GOODBYE = re.compile(
    r"\bthank(?:s| you)\b|\b(?:good)?bye\b|\bsee you (?:next|soon|later|again)\b|\btake care\b|\bcheers\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![.?!] )(?<!^)\b[A-Z][\w’'-]+")
LONGEST = 500
"""Words of an advertisement, about three minutes."""

QUIET = 60
"""Words without the sponsor's name and without selling after which it is over."""

SHORTEST = 25
"""Words below which a sponsor was only mentioned."""


def advertisements(text: str, sentences: tuple[Sentence, ...]) -> Iterator[tuple[int, int]]:
    """Numbers of the first sentence of each advertisement within the talk and of the first after."""
    number = 0
    while number < len(sentences):
        one = sentences[number]
        words = text[one.start : one.end].lower()
        if any(map(words.__contains__, _SIGNS)) and _BEGINS.search(text, one.start, one.end):
            end = _end(text, sentences, number)
            if text.count(" ", one.start, sentences[end - 1].end) >= SHORTEST:
                yield number, end
                number = end
                continue
        number += 1


def _end(text: str, sentences: tuple[Sentence, ...], start: int) -> int:
    """The sentence after the last that names the sponsor or sells."""
    names = set(_NAME.findall(text[sentences[start].start : sentences[start].end]))
    end, quiet, words = start + 1, 0, 0
    for number in range(start, len(sentences)):
        said = text[sentences[number].start : sentences[number].end]
        count = said.count(" ") + 1
        quiet, words = quiet + count, words + count
        if words > LONGEST or quiet > QUIET + count:
            break
        if number <= start + 1:
            names |= set(_NAME.findall(said))
        if PROMOTION.search(said) or any(name in said for name in names):
            end, quiet = number + 1, 0
    return end


def sponsor_start(text: str, sentences: tuple[Sentence, ...]) -> int:
    """Number of the sentence after the goodbye, where what follows sells something."""
    tail = max(0, len(sentences) - max(12, len(sentences) // 6))
    for number in range(len(sentences) - 1, tail, -1):
        if not _GOODBYE.search(text, sentences[number].start, sentences[number].end):
            continue
        rest = sentences[number + 1 :]
        sold = sum(1 for one in rest if PROMOTION.search(text, one.start, one.end))
        if rest and sold >= 1 and sold >= 0.2 * len(rest):
            return number + 1
        return len(sentences)
    return len(sentences)
