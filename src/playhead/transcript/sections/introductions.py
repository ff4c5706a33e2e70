"""The host's monologue to the audience, before the guest is greeted."""

from __future__ import annotations

import re

from playhead.transcript.model import Sentence
from playhead.transcript.sections.advertisements import PROMOTION

_TO_THE_AUDIENCE = re.compile(
    r"\b(?:welcome to|you['’]re listening to)\b[^.?!]{0,60}"
    r"\b(?:podcast|show|episode|station|series|radio)\b"
    r"|\b(?:my|our) guests? (?:today )?(?:is|are|this week)\b|\btoday['’]s guest\b"
    r"|\b(?:in|on) (?:today['’]s|this) (?:episode|show|video)\b|\bI['’]m your host\b"
    r"|\b(?:joining (?:me|us)|joined by|I['’]m joined|I (?:sat|sit) down with)\b"
    r"|\bI['’](?:m|ll be) (?:talking|speaking|chatting) (?:to|with)\b"
    r"|\bI bring you\b|\bwithout further ado\b|\bhere['’]s (?:my|our) (?:conversation|interview|chat)\b"
    r"|\b(?:in our|during our|in this) conversation,? (?:we|he|she|they)\b",
    re.IGNORECASE,
)
_TO_THE_GUEST = re.compile(
    r"\b(?i:thank you|thanks)\b[^.?!]{0,30}"
    r"\bfor (?:doing|joining|being|having|coming|taking|making|agreeing)\b"
    r"|^(?:\w+[,!]? )?(?i:hi|hey|hello|welcome)(?: back)?,? "
    r"(?!to\b|everyone|everybody|all|and|folks|friends)[A-Z]\w+"
    r"|\b(?i:welcome) (?:back )?to (?:the|my|our) (?:show|podcast|program\w*|channel)\b(?!,? where\b)"
    r"|\b[A-Z]\w+, (?:so )?(?:great|good|nice|welcome|thanks?|it['’]s (?:great|good|a pleasure))\b"
    r"|\b(?i:great|good|nice|lovely|happy|pleasure|honou?r|excited) to "
    r"(?:have you|be here|see you|meet you|talk to you)\b",
)
_REPLY = re.compile(
    r"(?:yeah|yes|yep|no|well|sure|absolutely|thank you|thanks|oh|hi|hello|hey|good|great|exactly|right)\b",
    re.IGNORECASE,
)
SHARE = 0.3
"""Someone greets the guest within this share of the talk, where there was a monologue before."""

OPENING_WORDS = 900
"""The audience is greeted within so many words, or not at all."""

WANDERING = 260
"""Words without any to the audience after which the introduction was over, unnoticed."""

SHORTEST = 3
"""Sentences to the audience before the guest is greeted that make an introduction."""


def introduction(text: str, sentences: tuple[Sentence, ...], opening: int) -> tuple[int, int]:
    """Numbers of the first sentence of the introduction and of the first after it.

    It begins after the cold open, which ends at sentence `opening`, and where nothing was
    recognised as such, with the first words to the audience; both are the same where there is none.
    """
    limit = max(1, int(len(sentences) * SHARE))
    greeting = _greeting(text, sentences, opening, limit)
    begins = _audience(text, sentences, opening, greeting if greeting is not None else limit)
    if begins is None:
        if greeting is None or greeting - opening < SHORTEST:
            return opening, opening
        one = sentences[greeting]
        greeted = _TO_THE_GUEST.search(text[one.start : one.end])
        return (opening, greeting) if greeted else (opening, opening)
    if opening:
        begins = opening
    heard = _last_to_the_audience(text, sentences, begins, limit if greeting is None else greeting)
    end = heard + 1 if greeting is None or _wanders(text, sentences, heard, greeting) else greeting
    return (begins, end) if end - begins >= SHORTEST else (opening, opening)


def _greeting(text: str, sentences: tuple[Sentence, ...], start: int, end: int) -> int | None:
    """The first sentence said to the guest: a greeting, or a question that is answered."""
    for number in range(start, end):
        said = text[sentences[number].start : sentences[number].end]
        following = sentences[number + 1].start if number + 1 < len(sentences) else len(text)
        answered = said.endswith("?") and _REPLY.match(text, following)
        if answered or _TO_THE_GUEST.search(said):
            return number
    return None


def _first(
    wanted: re.Pattern[str], text: str, sentences: tuple[Sentence, ...], start: int, end: int
) -> int | None:
    for number in range(start, end):
        if wanted.search(text[sentences[number].start : sentences[number].end]):
            return number
    return None


def _audience(text: str, sentences: tuple[Sentence, ...], start: int, end: int) -> int | None:
    """The first sentence said to the audience, if it comes early."""
    found = _first(_TO_THE_AUDIENCE, text, sentences, start, end)
    if found is None:
        return None
    before = text[sentences[start].start : sentences[found].start]
    return found if before.count(" ") <= OPENING_WORDS else None


def _last_to_the_audience(
    text: str, sentences: tuple[Sentence, ...], begins: int, limit: int
) -> int:
    """The last sentence to the audience or from a sponsor, with no long talk between two of them."""
    heard = begins
    for number in range(begins, limit):
        said = text[sentences[number].start : sentences[number].end]
        if _wanders(text, sentences, heard, number):
            break
        if _TO_THE_AUDIENCE.search(said) or PROMOTION.search(said):
            heard = number
    return heard


def _wanders(text: str, sentences: tuple[Sentence, ...], heard: int, number: int) -> bool:
    return text.count(" ", sentences[heard].end, sentences[number].start) > WANDERING
