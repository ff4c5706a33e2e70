"""A line of text -> what opens it: a time, a name, marks of a list; and the words after them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from playhead.transcript.scripts import SIGNS

Shape = Literal["label", "heading", "bare", "time", "words"]
"""How a line opens: a name before words; a name with a colon, a time or bold type on a line of its
own; a name alone on its line; a time alone; neither."""

_CLOCK = r"(?:\d\d:\d\d:\d\d[:;]\d\d|(?:\d{1,2}:)?\d{1,3}:\d\d(?:[.,]\d{1,3})?)"
_SECONDS = r"\d{1,6}(?:\.\d{1,3})?s"
_TIME = (
    rf"(?:\[{{1,2}}\(?\s*{_CLOCK}(?:\s*(?:-+>?|–|—|to)\s*{_CLOCK})?\s*\)?\](?:\([^)\s]*\)\]?)?"
    rf"|[\[(]\s*{_SECONDS}(?:\s*(?:-+>?|–|—|to)\s*{_SECONDS})?\s*[\])]"
    rf"|\(\s*{_CLOCK}(?:\s*(?:-+>?|–|—|to)\s*{_CLOCK})?\s*\)"
    rf"|<\s*{_CLOCK}\s*>|{_CLOCK}(?:\s*(?:-+>|-|–|—)\s*{_CLOCK})?(?![\d:]))"
)
_PICTURE = r"[\u2190-\u2bff\U0001f000-\U0001faff][\ufe0f\u200d\U0001f000-\U0001faff]{0,6}"
_BOLD = r"(?:\*{1,3}|__)"
_GAP = r"[ \t]*(?:[-–—·|,•]+[ \t]*)?"
_SIGN = re.compile(f"[{SIGNS}]")
LONGEST_LABEL = 200
"""Characters of a line in which its label is looked for signs of other scripts."""


@lru_cache(maxsize=2)
def _label(signs: str) -> re.Pattern[str]:
    """What opens a line; `signs` may stand in names, and looking for them takes time."""
    rest = rf"(?:[\w{signs}'’&/-]|\.(?=\w))*\.?"
    inner = rf"(?!\d{{1,3}}:\d\d)[^\W_]{rest}"
    person = rf"[^\W\d_]{rest}(?:,?[ ]+(?:{inner}|&|\([^)\d\n]{{1,40}}\)|[“\"][\w .]{{1,20}}[”\"])){{0,5}}"
    return re.compile(
        rf"(?P<list>(?:[-*•][ \t]+|#{{1,6}}[ \t]+|>>+[ \t]*|\d{{1,4}}[.)][ \t]+|{_PICTURE}[ \t]*)?)"
        rf"(?P<bold1>{_BOLD}[ \t]*)?"
        rf"(?:(?P<early>{_TIME})(?P<bold2>[ \t]*{_BOLD})?{_GAP}:?[ \t]*)?(?P<bold3>{_BOLD}[ \t]*)?"
        rf"(?:<v(?:\.[\w.]+)?[ \t]+(?P<voice>[^>\n]{{1,60}})>|\[(?P<bracket>{person})\]"
        rf"|\((?P<round>{person})\)|<(?P<angle>{person})>|(?P<name>{person}))"
        rf"(?P<bold4>[ \t]*{_BOLD})?(?:{_GAP}(?P<late>{_TIME}))?(?P<bold5>[ \t]*{_BOLD})?"
        rf"(?P<colon>[ \t]*[:：](?!//)(?:{_BOLD})?(?=\s|$|[\"“‘\[(¿¡—-]|(?<=：))"
        r"|\t+(?=\S)|[ \t]+[—–|-][ \t]+(?=\S))?[ \t]*"
    )


_TIMED = re.compile(
    rf"(?:[-*•][ \t]+)?(?:{_BOLD}[ \t]*)?(?P<time>{_TIME})(?:[ \t]*{_BOLD})?[ \t]*:?[ \t]*(?:[·|–—][ \t]*)?"
    rf"|(?P<spelt>(?:\d+ (?:hours?|minutes?|seconds?)(?:, )?){{1,3}})$"
)
_TIME_AFTER = re.compile(
    rf"[ \t]*[*_]{{0,2}}(?P<time>[\[(]{_CLOCK}[\])]|\[\({_CLOCK}\)\]\([^)\s]*\)|(?<=[*_]){_CLOCK})"
    r"[*_]{0,2}[ \t]*"
)
_LATE_TIME = re.compile(rf"[ \t]*(?P<time>\[{{1,2}}\s*{_CLOCK}\s*\](?:\([^)\s]*\)\]?)?)$")
_LETTERED = re.compile(r"(?P<name>Q|A)[.)]?[ \t]+(?=[\"“'‘A-Z])")
_HEARING = re.compile(
    r"(?P<name>(?:(?:Mr|Mrs|Ms|Dr|Mx)\.|The|Senator|Chair(?:man|woman)?|Representative|Justice)"
    r"[ \t]+[A-Z][A-Z'’-]{2,}(?:[ \t]+[A-Z][A-Z'’-]+)*(?:[ \t]+of[ \t]+[A-Z]\w+)?)\.[ \t]+"
)
_SENTENCE = re.compile(r"[.?!]$|(?<!\bProf)(?<!\bCapt)(?<=\w{4})\. ")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+$|(?:^|.*\W)(?:Jr|Sr|Dr|Mr|Ms|Mrs|Esq)\.$")
_NAMED = re.compile(r"[^\W\d_]{2,30}(?: [^\W\d_]{2,30}){0,3}: [^\W\d_]")
"""A name of letters alone, a colon and words: so most lines begin, whatever the words are."""

_LETTER = re.compile(r"[^\W\d_]")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)?")
_NUMBERED = re.compile(r"(?:speaker|spk|person|participant)[ _-]?[\dA-Z]{1,3}$", re.IGNORECASE)
ROLES = frozenset(
    "interviewer interviewee host guest narrator moderator audience announcer speaker unknown "
    "question answer q a caller man woman all both presenter reporter respondent".split()
)
_ASKED = frozenset("question answer q a all both".split())
"""Roles by themselves only: `Quick question: …` is somebody's talk."""

_NOT_NAMES = frozenset(
    "note notes http https title date channel source url example ps p.s transcript episode subject "
    "summary description duration language author tags keywords published recorded warning "
    "website twitter email link links music kind location place participants attendees interviewed "
    "recording copyright license length chapter speakers running file views tape transcriber project collection".split()
)
_FUNCTION = frozenset(
    "i we you he she it they this that these those there here what when where why how if so and "
    "but or because then now is are was were my your his her our their like just well yeah yes "
    "no okay also maybe actually".split()
)
_PARTICLES = frozenset(
    "van von der den de del della di da dos du la le ten ter y al bin ibn".split()
)
"""Small words within names; `of the` and the like are within titles, and within any sentence."""

_JOINING = frozenset("of the and".split())
_GUESTS = ("guest", "interviewee")
_WITH_ROLE = re.compile(
    r"(?P<name>[^,()]+?)(?:, ?| ?\()(?P<role>host|co-?host|byline|guest|interviewer|interviewee)[ )]*",
    re.IGNORECASE,
)
_SOUNDS = re.compile(
    r"(?:laugh|music|applau|cheer|crosstalk|inaudible|indiscern|silence|pause|cough|sigh|noise|"
    r"clear|foreign|sound|bell|beep|background|end|overlap|unintell|chuckl|clap|snort|gasp)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Opening:
    """What opens a line. `end` is where the words after it begin, in characters.

    `sure` is true where bold type, a tag or a time shows that `name` is a label. `seconds` is the
    time the line gives.
    """

    shape: Shape
    name: str | None
    seconds: float | None
    end: int
    sure: bool = False
    is_loose: bool = False
    """The time stands without brackets right before words, as `3:20 in the morning` does."""
    is_dashed: bool = False
    """Only a dash parts the name from the words, as it does in any sentence - this one too."""
    is_small: bool = False
    """The name begins with a small letter, as in `anna: hello`, and as any words do."""
    stamped: int | None = None
    """Where the words begin if `name` after a time on a line of its own is no name but words."""


def read_opening(line: str) -> Opening:
    """Take the opening of a line apart; a line of plain words has the shape `words`."""
    if match := _NAMED.match(line):
        return _named_opening(match.group())
    return _opening(line)


@lru_cache(maxsize=1000)
def _named_opening(beginning: str) -> Opening:
    """The opening of lines that begin so: the letter after the name stands for all that follows."""
    return _opening(beginning)


def _opening(line: str) -> Opening:
    if match := _HEARING.match(line) or _LETTERED.match(line):
        return Opening("label", match["name"], None, match.end())
    is_signed = not line.isascii() and _SIGN.search(line, 0, LONGEST_LABEL)
    match = _label(SIGNS if is_signed else "").match(line)
    if match and (found := _labelled(line, match)):
        return found
    if match := _TIMED.match(line):
        at = seconds_of(match["time"]) if match["time"] else _spelt(match["spelt"])
        is_loose = line[0].isdigit() and match.end() < len(line)
        return Opening("time", None, at, match.end(), is_loose=is_loose)
    return Opening("words", None, None, 0)


def late_time(line: str) -> tuple[str, float | None]:
    """The line without a time in brackets at its end, and that time."""
    if not line.endswith((")", "]")):
        return line, None
    match = _LATE_TIME.search(line, max(0, len(line) - 200))
    return (line[: match.start()], seconds_of(match["time"])) if match else (line, None)


def seconds_of(time: str) -> float:
    """Seconds of the first clock face, or number of seconds, in `time`."""
    match = re.search(_CLOCK, time) or re.search(_SECONDS, time)
    parts = _DIGITS.findall(match.group()) if match else []
    total = 0.0
    # A fourth part counts the frames of film within a second.
    for part in parts[:3]:
        total = total * 60 + float(part.replace(",", "."))
    return total


@lru_cache(maxsize=1000)
def is_name(name: str, sure: bool) -> bool:
    """Whether `name` may be someone's: capitals or a role, no word of talk."""
    words = name.lower().replace(",", "").split()
    if not words or len(name) > 60 or words[0] in _NOT_NAMES or name.lower() in _NOT_NAMES:
        return False
    if name == "I" or is_role(name) or words[0] in ROLES - _ASKED:
        return True
    is_small = name[0].islower() and words[0] not in _PARTICLES
    if words[0] in _FUNCTION or (is_small and not sure):
        return False
    spelt = [word for word in name.split() if word not in _PARTICLES]
    letters = [found[0] for word in spelt if (found := _LETTER.search(word))]
    return sure or sum(not one[0].islower() for one in letters) * 2 > len(letters)


def is_proper(name: str) -> bool:
    """Whether every word of `name` has a capital, but for those like `van der` and `of`."""
    small = _PARTICLES | _JOINING
    return all(not word[0].islower() or word in small for word in name.split()) or is_role(name)


def is_role(name: str) -> bool:
    """Whether `name` says what someone is, not who: Host, Audience, Speaker 2."""
    if _NUMBERED.match(name):
        return True
    first, *others = name.lower().split()
    return others[-1] in ROLES - _ASKED and first not in _FUNCTION if others else first in ROLES


def introduced(names: Iterable[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Labels that are one person's, and roles: after `MARY SMITH, HOST`, `Mary` and `MS` are she.

    Many give name and role once, and then a part of the name, or the initials.
    """
    labels = sorted(names)
    people: dict[str, str] = {}
    roles: dict[str, str] = {}
    for label in labels:
        match = _WITH_ROLE.fullmatch(label)
        if label.islower() and label.replace(" ", "").isalpha():
            people[label] = label.title()
        elif match:
            people[label] = match["name"]
            if (role := match["role"].lower()) != "byline":
                roles[match["name"]] = "guest" if role in _GUESTS else "host"
    for label in labels:
        # `O'BRIEN` and `O’Brien` are one name; the last in order is the one with small letters.
        whole = max(one for one in labels if folded(one) == folded(label))
        if whole != label:
            people[label] = people.get(whole, whole)
    called: defaultdict[str, set[str]] = defaultdict(set)
    for whole in {people.get(label, label) for label in labels}:
        words = whole.lower().split()
        if len(words) > 1 and is_proper(whole) and not is_role(whole):
            for short in (words[0], words[-1], "".join(word[0] for word in words)):
                called[short].add(whole)
    for label in labels:
        owners = called[label.lower()]
        if len(owners) == 1 and not is_role(label):
            people[label] = min(owners)
    return people, roles


def folded(name: str) -> str:
    """What is the same of a name in capitals, in small letters and with either apostrophe."""
    return name.casefold().replace("’", "'")


def _labelled(line: str, match: re.Match[str]) -> Opening | None:
    enclosed = match["bracket"] or match["round"] or match["angle"]
    name = (match["voice"] or enclosed or match["name"]).strip(" ,\t")
    early, late = match["early"], match["late"]
    # Bold type that closes right after the time is the time's, not the name's.
    opened = match["bold3"] or (match["bold1"] and not match["bold2"])
    bold = bool(opened and (match["bold4"] or match["bold5"] or match["colon"]))
    time = early or late
    seconds = seconds_of(time) if time else None
    alone = match.end() == len(line.rstrip()) or not line[match.end() :].strip()
    sure = bool(bold or match["voice"] or (time and match["colon"]) or (alone and late))
    colon = (match["colon"] or "").strip()
    is_small = not is_name(name, bool(bold or match["voice"]))
    if is_small and not (colon[:1] in (":", "：") and name.islower() and is_name(name, True)):
        return None
    is_dashed = colon == "-" or (colon in ("—", "–") and not name.isupper())
    if (is_dashed and not (bold or is_proper(name))) or (colon == "|" and not time):
        return None
    if name == "I" and not colon.startswith((":", "：")):
        return None
    end = match.end()
    stamped: int | None = None
    if not time and (after := _TIME_AFTER.match(line, end)):
        seconds, end, sure, time = seconds_of(after["time"]), after.end(), True, after["time"]
        alone = not line[end:].strip()
    if enclosed and _SOUNDS.match(name):
        return None
    if match["list"].startswith("#") and not alone:
        return None
    if alone and not colon and name.endswith(".") and not _INITIALS.match(name):
        return None
    if match["colon"] or bold or match["voice"] or (enclosed and not alone):
        shape: Shape = "heading" if alone else "label"
    elif alone and time:
        shape = "heading"
        stamped = match.start("name") if early and match["name"] else None
    elif (late and late[0] in "[(") or (time and end > match.end()):
        shape = "label"
    elif alone and match["list"].strip("# ") == "" and not enclosed and not _SENTENCE.search(name):
        shape = "bare"
    else:
        return None
    if is_dashed and not bold:
        stamped = match.start("name") if early else 0
        return Opening(shape, name, seconds, end, stamped=stamped, is_dashed=True)
    return Opening(shape, name, seconds, end, sure, stamped=stamped, is_small=is_small)


def _spelt(words: str) -> float:
    units = {"h": 3600.0, "m": 60.0, "s": 1.0}
    return sum(int(n) * units[unit] for n, unit in re.findall(r"(\d+) ([hms])", words))
