"""YAML between `---` lines at the head of a file: title, date, address, language, who is the guest."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from playhead.formats.source import Source
from playhead.text import counted

_FRONT = re.compile(r"\s*---[ \t]*\n(?P<yaml>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_KEY = re.compile(r"^[A-Za-z][\w ()-]{0,40}:", re.MULTILINE)
_WIKI = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]]*)\]\]")
_VIDEO = re.compile(r"^[\w-]{11}$")

LONGEST = 100_000
"""Characters of YAML that are read as such, in a second or two; a megabyte takes half a minute."""

_KEYS = {
    "title": ("title", "episode", "name"),
    "channel": ("channel", "show", "podcast", "account_name", "author", "series"),
    "date": ("date", "published", "publish_date", "upload_date", "pubdate", "recorded"),
    "address": ("youtube_url", "url", "source_url", "source", "video_url", "link", "episode_url"),
    "language": ("language", "lang"),
}


def split_front_matter(data: str) -> tuple[str, dict[str, Any], int]:
    """The text after the front matter, what the front matter says, and its lines.

    Blank lines stand in for it, so that line numbers stay true to the file.
    """
    match = _FRONT.match(data)
    if not match or not _KEY.search(match["yaml"]):
        return data, {}, 0
    lines = match.group().count("\n")
    return "\n" * lines + data[match.end() :], _read(match["yaml"]), lines


def add_front_matter(source: Source, about: dict[str, Any], lines: int) -> Source:
    """`source` with what the front matter knows; what the file itself said more closely stays."""
    if not lines:
        return source
    low = {str(key).lower().replace(" ", "_"): value for key, value in about.items()}
    found = {field: _first(low, keys) for field, keys in _KEYS.items()}
    video = low.get("video_id")
    if not found["address"] and isinstance(video, str) and _VIDEO.match(video):
        found["address"] = f"https://www.youtube.com/watch?v={video}"
    if not found["address"].startswith("http"):
        found["address"] = ""
    if re.fullmatch(r"\d{8}", found["date"]):
        found["date"] = f"{found['date'][:4]}-{found['date'][4:6]}-{found['date'][6:]}"
    roles = dict(source.speakers)
    for key, role in (("guest", "guest"), ("guests", "guest"), ("host", "host"), ("hosts", "host")):
        for name in _several(low.get(key)):
            roles.setdefault(name, role)
    return replace(
        source,
        title=found["title"] or source.title,
        channel=found["channel"] or source.channel,
        date=found["date"] or source.date,
        address=source.address or found["address"],
        language=source.language or found["language"][:12].split(" ")[0],
        speakers=roles,
        notices=(
            f"{counted(lines, 'line')} of front matter read for title, date and address",
            *source.notices,
        ),
    )


def _read(text: str) -> dict[str, Any]:
    """The mapping in `text`; single lines `key: value` where it is not YAML, or too long to be."""
    import yaml

    try:
        about = yaml.safe_load(text) if len(text) <= LONGEST else None
    except (yaml.YAMLError, ValueError, RecursionError):
        about = None
    if isinstance(about, dict):
        return about
    pairs = (line.split(":", 1) for line in text.splitlines() if _KEY.match(line))
    return {key.strip(): value.strip().strip("\"'") for key, value in pairs}


def _first(low: dict[str, Any], keys: tuple[str, ...]) -> str:
    for key in keys:
        for value in _several(low.get(key)):
            return value
    return ""


def _several(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    kept = [one for one in values if one is not None and not isinstance(one, (dict, list))]
    return [_WIKI.sub(r"\1", str(one)).strip() for one in kept if str(one).strip()]
