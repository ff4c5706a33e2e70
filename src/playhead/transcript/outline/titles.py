"""The words of a question -> a title: its object, short, never cut in the middle of a word."""

from __future__ import annotations

import re

from playhead.transcript.topics.background import rarity
from playhead.transcript.topics.common_words import is_common
from playhead.transcript.topics.terms import is_spelled_as_name
from playhead.transcript.topics.usage import is_mostly_verb, noun_share

TITLE_LENGTH = 60
LOOKED_AT = 400
"""Characters of a question that are looked at, its last: what is asked comes at the end."""

LEAST_NOUN = 0.5
"""A word that names something is a noun at least this often."""

LEAST_RARITY = 0.3
"""Rarity below which a noun says too little for a title: things, people, way."""

MOST_RARITY = 3.0
"""Rarity above which a word tells no more."""

LEAST_WORTH, LEAST_WORTH_ALONE = 2.5, 2.2
"""Rarities together that the words of an object have at least, and that of a single word."""

_SENTENCE = re.compile(r"[^.?!]+[.?!]*")
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_SOUND = re.compile(r"\[[^\]\n]{1,40}\]\s*")
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
_FRAME = re.compile(
    r"^(?:(?:can|could|would|will|maybe|perhaps|please|just|if)\s+)*(?:you\s+|we\s+)?(?:can\s+|could\s+)?"
    r"(?:talk|tell|say|speak|explain|describe|walk|share)\b[^,.?!]{0,40}?\b(?:about|through)\s+"
    r"|^(?:let['’]?s|I (?:also )?(?:want|wanted|would like|['’]d like|['’]d love) to|I['’]d (?:like|love) to)\b"
    r"[^,.?!]{0,25}?\b(?:talk|ask|touch|move|turn|get|go|hear|know|start)\b[^,.?!]{0,25}?\b(?:about|on|to|into|with)\s+"
    r"|^what (?:do|did|would) you (?:see|consider|think|say)(?: (?:as|of|about|are|is|were|was|being))+\s+"
    r"|^(?:what|which) (?:kinds?|sorts?|types?) of\s+"
    r"|^[\w'’]+ (?:likes? to say|says?|said|has said) that\s+"
    r"|^(?:what|which|who)(?: (?:are|is|were|was)|['’]s|['’]re)\s+"
    r"|^(?:how|what) about\s+"
    r"|^(?:everyone|everybody|people|someone|some|they) (?:also )?(?:says?|said|think|thinks)(?: that)?"
    r"(?: (?:we|they|you|it) (?:are|is))?\s+"
    r"|^(?:I(?:['’]m| am) (?:wondering|curious)),?\s+(?:about\s+)?"
    r"|^(?:you|you['’]ve|you have) (?:also )?(?:mentioned|talked about|discussed|wrote about)(?: that)?\s+"
    r"|^(?:in terms of|speaking (?:about|of)|as for|when it comes to|more generally for|last topic is around)\s+"
    r"|^(?:what|which)\s+(?!do\b|did\b|does\b|would\b|can\b|could\b|about\b|if\b)"
    r"|^(?:is there|are there) (?:an?|any)\s+|^(?:an)?other (?:issue|question|thing|topic|point)\b[^,.?!]{0,30}? is\s+",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:in charge of|in|of|on|for|with|at|about|to|more|also)\s+"
    r"|^(?:(?:some|any|one|all|most|each|both) of\s+)?(?:the|an?|your|our|my|his|her|their|its|this|that"
    r"|these|those|some|any|other)\s+(?:other\s+)?",
    re.IGNORECASE,
)
_STOPS = frozenset(
    "that who whom which when where why how what because if so but or as while since than though"
    " i you we they he she it is are was were be been being do does did can could would should will"
    " may might must have has had this these those there then just i'm you're we're they're it's"
    " that's you've i've we've they've don't didn't isn't wasn't"
    " themselves himself herself itself ourselves myself yourself ago sometime holy shit".split()
)
_INSIDE = frozenset(
    "of in for on with about at between from over during by into through the a an and your their"
    " our its his her to".split()
)
_DESCRIBING = frozenset(
    "and big best better biggest different first important large last long main major most new next"
    " old own particular single small special".split()
)
_TELLING = frozenset("is are was were has have can will would do does seem seems remain".split())
_POINTING = frozenset(
    "it they them he she him her this that these those there here i me someone something anything"
    " everything nothing one ones else".split()
)
_NUMBERS = frozenset("two three four five six seven eight nine ten twenty hundred thousand".split())
_ASKING = re.compile(
    r"^(?:what|how|why|who|when|where|which|did|is|are|can|could|would|will|should|does|do)\b",
    re.IGNORECASE,
)
_YES_OR_NO = re.compile(r"^(?:did|is|are|can|could|would|will|should|does|do)\b", re.IGNORECASE)


def title_of(words: str) -> str:
    """A title of at most 60 characters for the question `words`; empty where none would tell.

    A short question that can stand alone is its own title; of a longer one it is the object.
    """
    if len(words) > LOOKED_AT:
        _, _, words = words[-LOOKED_AT:].replace("\n", " ").partition(" ")
    plain = _FILLER.sub("", _SOUND.sub("", words.replace("\n", " ")))
    plain = _DOUBLED.sub(r"\1", plain)
    best, most = "", 0.0
    for number, sentence in enumerate(reversed(_SENTENCE.findall(plain))):
        sentence = _OPENING.sub("", sentence.strip())
        for title, worth in (_whole(sentence), _object(sentence)):
            worth -= 0.2 * min(number, 5)
            if title and worth > most:
                best, most = title, worth
    return _begun(best)


def section_title(topics: tuple[str, ...]) -> str:
    """A title of the first topics of a chapter, two if they fit; empty if there are none.

    The second shares no word with the first.
    """
    fitting = [one for one in topics if len(one) <= TITLE_LENGTH]
    title = fitting[0] if fitting else ""
    words = set(title.lower().split())
    for other in fitting[1:]:
        both = f"{title} and {other}"
        if words.isdisjoint(other.lower().split()) and len(both) <= TITLE_LENGTH:
            title = both
            break
    return _begun(title)


def _begun(title: str) -> str:
    """The title with a capital, unless it begins with a name that is spelled otherwise: iOS."""
    first = title.partition(" ")[0]
    return title if is_spelled_as_name(first) else title[:1].upper() + title[1:]


def _whole(sentence: str) -> tuple[str, float]:
    """A short question as it stands, and its worth."""
    if not sentence.endswith("?") or not _ASKING.match(sentence) or len(sentence) > TITLE_LENGTH:
        return "", 0.0
    words = [word.lower().replace("’", "'") for word in _WORD.findall(sentence)]
    names = sum(_names(word) for word in words)
    if not names or not _POINTING.isdisjoint(words) or len(words) < 3:
        return "", 0.0
    return sentence, min(names, 3) + (0.3 if _YES_OR_NO.match(sentence) else 1.2)


def _object(sentence: str) -> tuple[str, float]:
    """What a sentence asks about or, where it only tells, what it tells of; and its worth."""
    frame = _FRAME.match(sentence)
    rest = sentence[frame.end() :] if frame else sentence
    while lead := _LEAD.match(rest):
        rest = rest[lead.end() :]
    phrase = _phrase(rest)
    words = _WORD.findall(phrase)
    asks = frame is not None and frame.group().lower().strip() not in ("what", "which")
    if not asks and not (is_spelled_as_name(phrase) or (words[1:] and _tells_of(phrase, rest))):
        return "", 0.0
    if not _POINTING.isdisjoint(word.lower() for word in words):
        return "", 0.0
    worth = sum(min(rarity(word.lower()), MOST_RARITY) for word in words if _names(word.lower()))
    if worth < (LEAST_WORTH if len(words) > 1 else LEAST_WORTH_ALONE):
        return "", 0.0
    return phrase, min(worth / 2, 3.0) + (0.9 if frame else 0.0)


def _tells_of(phrase: str, sentence: str) -> bool:
    """Whether a sentence says what the phrase that begins it is or does."""
    after = _WORD.search(sentence, len(phrase) + 1)
    return after is not None and after.group().lower() in _TELLING


def _phrase(text: str) -> str:
    """The noun phrase that a text begins with, up to a clause, whole words that fit a title."""
    end = 0
    at = 0
    for word in _WORD.finditer(text):
        low = word.group().lower().replace("’", "'")
        if word.end() > TITLE_LENGTH or text[at : word.start()].strip(" “\"'’"):
            break
        if low in _STOPS or is_mostly_verb(low) or (low in _INSIDE and not at):
            break
        if is_common(low) and low not in _INSIDE and low not in _DESCRIBING:
            break
        at = word.end()
        if low not in _INSIDE and (not is_common(low) or noun_share(low) > LEAST_NOUN):
            end = at if _ends(low) else end
    return text[:end].strip(" “\"'’")


def _ends(word: str) -> bool:
    """Whether a phrase can end in a word."""
    if len(word) < 3 or word in _NUMBERS or "'" in word or "’" in word or word.isdigit():
        return False
    return noun_share(word) >= LEAST_NOUN and not is_common(word)


def _names(word: str) -> bool:
    """Whether a word in lower case names something that a title can tell."""
    return _ends(word) and rarity(word) >= LEAST_RARITY
