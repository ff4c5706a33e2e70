"""Text -> YAML scalars that every YAML reader gives back as the same text."""

from __future__ import annotations

import json
import re

_PLAIN = re.compile(r"[A-Za-z][\w ,;()/’“”…'-]*[\w)’”…]|[A-Za-z]")
# Plain words that YAML 1.1 reads as something else than text.
_RETYPED = re.compile(r"(?:y|n|yes|no|on|off|true|false|null|nan|inf)", re.IGNORECASE)
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
)
_ID_OR_TIME = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ|(?=\d*[A-Z])[0-9A-Z]{26}|[a-z]{1,2}\d{1,9}"
)


def flow(text: str) -> str:
    """`text` as a scalar on one line, quoted where a reader could take it for something else."""
    text = _whole(text)
    if _ID_OR_TIME.fullmatch(text):
        return text
    if _PLAIN.fullmatch(text) and not _RETYPED.fullmatch(text):
        return text
    return quoted(text)


def quoted(text: str) -> str:
    """`text` in quotes, as YAML and JSON read it."""
    return _UNPRINTABLE.sub(_escape, json.dumps(_whole(text), ensure_ascii=False))


def block(text: str, indent: str) -> str:
    """`text` as a literal block, its lines indented by `indent`, or quoted where that cannot be."""
    text = _whole(text)
    lines = text.split("\n")
    odd = not text.strip() or text != text.strip("\n") or _UNPRINTABLE.search(text)
    if odd or lines[0][:1] in (" ", "\t") or "\t" in text:
        return flow(text)
    return "|\n" + "\n".join(f"{indent}{line}" if line else "" for line in lines)


def _whole(text: str) -> str:
    """Half surrogates cannot be written in any encoding."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"
