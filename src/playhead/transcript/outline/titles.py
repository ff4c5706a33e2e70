"""A title for a chapter: its question where that is short and stands alone, or its likeliest terms.

Of a longer question a part was tried, its object: against the titles of 383 labelled chapters it
shared fewer words with what the editor wrote than two terms do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from playhead.transcript.said import SOUND
from playhead.transcript.topics.background import rarity
from playhead.transcript.topics.common_words import is_common
from playhead.transcript.topics.known_words import is_spelled_as_name
from playhead.transcript.topics.usage import noun_share

TITLE_LENGTH = 60
NEARLY = 1.25
"""A second term this much less likely than the first is in a title too; chosen on 383 titles."""

LOOKED_AT = 400
"""Characters of a question that are looked at, its last: what is asked comes at the end."""

LONGEST_ASKED = 3 * TITLE_LENGTH
"""Characters of a question that may be short enough without its fillers."""

LEAST_NOUN = 0.5
"""A word that names something is a noun at least this often."""

LEAST_RARITY = 0.3
"""Rarity below which a noun says too little for a title: things, people, way."""

_SENTENCE = re.compile(r"[^.?!]+[.?!]*")
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_SOUND = re.compile(rf"{SOUND.pattern}\s*")
_FILLER = re.compile(
    r"\b(?:um|uh|you know|I mean|sort of|kind of|like,|basically|actually|obviously|I guess|I think),?\s*",
    re.IGNORECASE,
)
_DOUBLED = re.compile(r"\b(\w+(?:['’]\w+)?)((?:,? \1\b)+)", re.IGNORECASE)
_OPENING = re.compile(
    r"^(?:(?:so|and|but|or|now|well|okay|ok|all right|alright|right|yeah|yes|oh|also|then|amazing"
    r"|interesting|great|nice|cool|fantastic|awesome|excellent|last one|mhm|hey|wow|gotcha)\b[,.]?\s*)+",
    re.IGNORECASE,
)
_CLOSING = re.compile(r",?\s(?:right now|these days|today|as well|though)(?=\?+$)", re.IGNORECASE)
_LOOSE_MARK = re.compile(r"\s+([?.!,])")
_POINTING = frozenset(
    "it they them he she him her this that these those there here i me someone something anything"
    " everything nothing one ones else".split()
)
_ASKING = re.compile(
    r"^(?:what|how|why|who|when|where|which|did|is|are|can|could|would|will|should|does|do)\b",
    re.IGNORECASE,
)
_YES_OR_NO = re.compile(r"^(?:did|is|are|can|could|would|will|should|does|do)\b", re.IGNORECASE)


def title_of(words: str) -> str:
    """The best of the questions in `words` that can stand alone as a title; empty without one."""
    if len(words) > LOOKED_AT:
        _, _, words = words[-LOOKED_AT:].partition(" ")
    best, most = "", 0.0
    for number, sentence in enumerate(reversed(_SENTENCE.findall(words))):
        if sentence.endswith("?") and len(sentence) <= LONGEST_ASKED:
            question = _plain(sentence)
            worth = _worth(question) - 0.2 * min(number, 5)
            if worth > most:
                best, most = question, worth
    return _begun(best)


def _plain(sentence: str) -> str:
    """A sentence without sounds, fillers, words said twice, and what it opens and closes with."""
    plain = _FILLER.sub("", _SOUND.sub("", sentence.replace("\n", " ")))
    plain = _OPENING.sub("", _DOUBLED.sub(r"\1", plain).strip())
    return _LOOSE_MARK.sub(r"\1", _CLOSING.sub("", plain))


def section_title(likely: Sequence[tuple[str, float]]) -> str:
    """A title of the first term, and of another if one is nearly as likely; empty without one.

    `likely` are terms with the likelihood of each to stand in a title (natural logarithm), the
    best first. The second shares no word with the first.
    """
    fitting = [(term, likelihood) for term, likelihood in likely if len(term) <= TITLE_LENGTH]
    if not fitting:
        return ""
    title, most = fitting[0]
    words = set(title.lower().split())
    for other, likelihood in fitting[1:]:
        both = f"{title} and {other}"
        if words.isdisjoint(other.lower().split()) and len(both) <= TITLE_LENGTH:
            return _begun(both if most - likelihood < NEARLY else title)
    return _begun(title)


def _begun(title: str) -> str:
    """The title with a capital, unless it begins with a name that is spelled otherwise: iOS."""
    first = re.split("[ '’]", title, maxsplit=1)[0]
    return title if is_spelled_as_name(first) else title[:1].upper() + title[1:]


def _worth(sentence: str) -> float:
    """How well a sentence would do as a title; 0 for what is no short question that names something."""
    if not sentence.endswith("?") or not _ASKING.match(sentence) or len(sentence) > TITLE_LENGTH:
        return 0.0
    words = [word.lower().replace("’", "'") for word in _WORD.findall(sentence)]
    names = sum(map(_names, words))
    if not names or not _POINTING.isdisjoint(words) or len(words) < 3:
        return 0.0
    return min(names, 3) + (0.3 if _YES_OR_NO.match(sentence) else 1.2)


def _names(word: str) -> bool:
    """Whether a word in lower case names something."""
    if len(word) < 3 or "'" in word or word.isdigit() or is_common(word):
        return False
    return noun_share(word) >= LEAST_NOUN and rarity(word) >= LEAST_RARITY
