"""The words of a question -> a title: its object, short, never cut in the middle of a word."""

from __future__ import annotations

import re

from playhead.transcript.topics.common_words import is_common

TITLE_LENGTH = 60
_SENTENCE = re.compile(r"[^.?!]+[.?!]*")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SOUND = re.compile(r"\[[^\]\n]{1,40}\]\s*")
_FILLER = re.compile(
    r"\b(?:um|uh|you know|I mean|sort of|kind of|like,|basically|actually|obviously),?\s*", re.I
)
_DOUBLED = re.compile(r"\b(\w+(?:['’]\w+)?)((?:,? \1\b)+)", re.I)
_OPENING = re.compile(
    r"^(?:(?:so|and|but|now|well|okay|ok|all right|right|yeah|yes|oh|amazing|interesting|great|nice|last one"
    r"|alright|mhm|thank you|wow|legend)[,.]?\s+"
    r"|(?:everyone|everybody|people|someone|some|they|\w+) (?:also )?(?:says?|said|likes? to say|think|thinks)"
    r"(?: that)?\s+"
    r"|(?:I(?:’|')m|I am) (?:wondering|curious),?\s+(?:about\s+|if\s+|whether\s+|how\s+)?"
    r"|I (?:also |actually |really |just )*(?:want(?:ed)?|would like|like|love) to (?:ask|know|hear)"
    r"(?: you)?(?: about)?(?: (?:this|that))?\s+"
    r"|(?:we are|you said|you mentioned|do you think|would you say|my question is|the question is)(?: that)?\s+)+",
    re.I,
)
_ASKING = re.compile(
    r"^(?:what|how|why|who|when|where|which|do|does|did|is|are|can|could|would|will|should)\b", re.I
)


def title_of(words: str) -> str:
    """A title of at most 60 characters for the question `words`; its fullest sentence, trimmed."""
    plain = _FILLER.sub("", _SOUND.sub("", words.replace("\n", " ")))
    plain = _DOUBLED.sub(r"\1", plain)
    candidates = [_trimmed(sentence) for sentence in _SENTENCE.findall(plain)]
    candidates = [one for one in candidates if one]
    if not candidates:
        return _shortened(" ".join(words.split())) or "…"
    best = max(candidates, key=_fullness)
    return best[0].upper() + best[1:]


def chapter_title(asked: list[str]) -> str:
    """The title of a chapter in which `asked` are the words of the questions, in order."""
    return title_of(asked[0]) if asked else "…"


def _trimmed(sentence: str) -> str:
    sentence = sentence.strip()
    before = None
    while before != sentence:
        before = sentence
        sentence = _OPENING.sub("", sentence).strip(" ,;")
    return _shortened(sentence.rstrip("."))


def _fullness(title: str) -> float:
    """How much a title says: content words, with a bonus for asking."""
    content = {word for word in _WORD.findall(title.lower()) if not is_common(word)}
    return min(len(content), 6) + (1.5 if title.endswith("?") and _ASKING.match(title) else 0.0)


def _shortened(sentence: str) -> str:
    """At most TITLE_LENGTH characters, cut at a clause or else between words."""
    if len(sentence) <= TITLE_LENGTH:
        return sentence
    head = sentence[: TITLE_LENGTH + 1]
    for mark in (", ", "; ", " – ", " — ", ": "):
        if (at := head.rfind(mark)) > TITLE_LENGTH // 2:
            return head[:at]
    cut = sentence[:TITLE_LENGTH].rsplit(" ", 1)[0] if " " in head else sentence[: TITLE_LENGTH - 1]
    words = cut.split()
    while len(words) > 3 and is_common(words[-1].lower().strip(",")):
        words.pop()
    return " ".join(words).rstrip(",;:") + "…"[: TITLE_LENGTH - len(" ".join(words))]
