"""Voices from the labels of the file; host and guest are told apart by who asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from playhead.formats.source import Source
from playhead.transcript.clean import Cleaned
from playhead.transcript.model import Role, Speaker
from playhead.transcript.scripts import QUESTION_MARKS
from playhead.transcript.speakers.voices import Voice, Voices

_HOST_LABELS = frozenset(
    "host interviewer q question moderator moderatorin interviewerin reporter journaliste "
    "entrevistador entrevistadora intervistatore intervistatrice ведущий ведущая интервьюер "
    "主持人 记者 采访者 聞き手 インタビュアー 진행자".split()
)
_GUEST_LABELS = frozenset(
    "guest interviewee a answer respondent befragter befragte entrevistado entrevistada "
    "嘉宾 受访者 ゲスト".split()
)


def labelled_voices(source: Source, cleaned: Cleaned) -> Voices:
    """Trust the labels: words before the first one have no speaker, the others carry on."""
    names = list(dict.fromkeys(label.name for label in cleaned.labels))
    roles = _roles(source, cleaned, names)
    speakers = tuple(_numbered(names, roles))
    ids = {speaker.name: speaker.id for speaker in speakers}
    spans = [(label.start, ids[label.name]) for label in cleaned.labels]
    return Voices(speakers, tuple(_voices(cleaned.text, [(0, None), *spans])))


def _voices(text: str, begins: list[tuple[int, str | None]]) -> Iterator[Voice]:
    """Whose words stand from each place to the next, without the white space at their ends."""
    for (start, speaker), (end, _) in pairwise([*begins, (len(text), None)]):
        words = text[start:end]
        first = start + len(words) - len(words.lstrip())
        last = start + len(words.rstrip())
        if first < last:
            yield Voice(first, last, speaker, 1.0)


def _roles(source: Source, cleaned: Cleaned, names: list[str]) -> dict[str, Role]:
    """The host asks: the name with most questions for its words. Stated roles come first."""
    questions: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for label in cleaned.labels:
        for mark in QUESTION_MARKS:
            questions[label.name] += cleaned.text.count(mark, label.start, label.end)
        words[label.name] += label.end - label.start
    roles: dict[str, Role] = {}
    for name in names:
        low = name.lower()
        if low in _HOST_LABELS or source.speakers.get(name) == "host":
            roles[name] = "host"
        elif low in _GUEST_LABELS or source.speakers.get(name) == "guest":
            roles[name] = "guest"
    if "host" not in roles.values() and len(names) > 1:
        total = sum(words.values())
        candidates = [one for one in names if one not in roles and words[one] > 0.02 * total]
        titled = [one for one in candidates if one in source.title]
        asking = [one for one in candidates if one not in titled] or candidates or names
        host = max(asking, key=lambda one: (questions[one] + 0.5) / (words[one] + 500))
        roles[host] = "host"
    return {name: roles.get(name, "guest") for name in names}


def _numbered(names: list[str], roles: dict[str, Role]) -> list[Speaker]:
    """Ids host, guest, guest2, … in the order in which people first speak."""
    seen: Counter[str] = Counter()
    speakers: list[Speaker] = []
    for name in names:
        role = roles[name]
        seen[role] += 1
        suffix = str(seen[role]) if seen[role] > 1 else ""
        speakers.append(Speaker(f"{role}{suffix}", name, role))
    return speakers
