"""Lesser caption formats: SBV, LRC and SubStation Alpha."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playhead.formats.captions.cue_labels import Timed, label_cues
from playhead.formats.source import Source
from playhead.text import counted

NAME = "subtitles"
TITLE = "SBV, LRC and SubStation Alpha (.ass) captions"

_SBV = re.compile(
    r"^(\d+):(\d\d):(\d\d[.,]\d+),(\d+):(\d\d):(\d\d[.,]\d+)[ \t]*\n(?P<words>(?:[^\n]+\n?)*)",
    re.MULTILINE,
)
_LRC = re.compile(r"^(?P<times>(?:\[\d{1,3}:\d\d(?:[.:]\d{1,3})?\])+)(?P<words>.*)$", re.MULTILINE)
_LRC_TIME = re.compile(r"\[(\d{1,3}):(\d\d(?:[.:]\d{1,3})?)\]|<\d{1,3}:\d\d(?:\.\d+)?>")
_LRC_TAG = re.compile(
    r"^\[(?P<key>ti|ar|al|by|la|length|re|ve|offset):(?P<value>.*)\]$", re.MULTILINE
)
_ASS = re.compile(r"^Dialogue:\s*(?P<fields>.*)$", re.MULTILINE)
_ASS_CODE = re.compile(r"\{[^}]*\}")


def sniff(head: str, path: str) -> float:
    """Timings of one of the three."""
    if "[Script Info]" in head[:500] or ("[Events]" in head and _ASS.search(head)):
        return 1.0
    if _SBV.match(head.lstrip("\ufeff \n")):
        return 0.95
    full = [line for line in head.splitlines() if line.strip()]
    tagged = bool(_LRC_TAG.search(head))
    hundredths = len(re.findall(r"^\[\d{1,3}:\d\d\.\d\d\]", head, re.MULTILINE))
    return 0.9 if hundredths >= max(2, 0.5 * len(full)) or (tagged and hundredths) else 0.0


def read(data: str, path: str) -> Source:
    """Read the cues in order of time."""
    about: dict[str, str] = {}
    if "[Events]" in data or data.startswith("[Script"):
        cues = sorted(_ass(data), key=_begin)
    elif _SBV.match(data.lstrip("\ufeff \n")):
        cues = list(_sbv(data))
    else:
        cues = sorted(_lrc(data), key=_begin)
        about = {match["key"]: match["value"].strip() for match in _LRC_TAG.finditer(data)}
    segments, told = label_cues(cues)
    return Source(
        NAME,
        segments,
        title=about.get("ti", ""),
        channel=about.get("ar", ""),
        language=about.get("la", ""),
        notices=(f"{counted(len(cues), 'cue')} read; their times are not part of the text", *told),
    )


def _begin(cue: Timed) -> float:
    return cue[0] or 0.0


def _sbv(data: str) -> Iterator[Timed]:
    for match in _SBV.finditer(data):
        words = match["words"].replace("[br]", "\n")
        yield _seconds(*match.groups()[:3]), _seconds(*match.groups()[3:6]), words, None, ()


def _lrc(data: str) -> Iterator[Timed]:
    for match in _LRC.finditer(data):
        words = _LRC_TIME.sub("", match["words"]).strip()
        for minutes, rest in re.findall(r"\[(\d{1,3}):(\d\d(?:[.:]\d{1,3})?)\]", match["times"]):
            if words:
                yield _seconds("0", minutes, rest.replace(":", ".")), None, words, None, ()


def _ass(data: str) -> Iterator[Timed]:
    """Dialogue lines: layer, start, end, style, name, three margins, effect, words."""
    for match in _ASS.finditer(data):
        fields = match["fields"].split(",", 9)
        if len(fields) < 10:
            continue
        words = (
            _ASS_CODE.sub("", fields[9])
            .replace("\\N", "\n")
            .replace("\\n", "\n")
            .replace("\\h", " ")
        )
        start, end = (_seconds(*one.strip().split(":")) for one in fields[1:3])
        if words.strip():
            yield start, end, words, fields[4].strip() or None, ()


def _seconds(hours: str, minutes: str, rest: str) -> float:
    return int(hours) * 3600 + int(minutes) * 60 + float(rest.replace(",", "."))
