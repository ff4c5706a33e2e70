"""Bytes -> characters: the encoding is detected and told, what does not decode becomes U+FFFD."""

from __future__ import annotations

import codecs
import re
from itertools import pairwise

from playhead.formats.legacy import legacy_encoding
from playhead.formats.unreadable import UnreadableError

MAGIC = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"%PDF-",
    b"PK\x03\x04",
    b"\x7fELF",
    b"MZ\x90",
    b"OggS",
    b"ID3",
    b"fLaC",
    b"RIFF",
    b"\x1aE\xdf\xa3",
    b"\x00\x00\x00\x18ftyp",
    b"\x00\x00\x00\x20ftyp",
    b"SQLite format 3",
    b"BZh",
    b"\xfd7zXZ",
    b"7z\xbc\xaf",
    b"\xd0\xcf\x11\xe0",
    b"\xca\xfe\xba\xbe",
)
"""First bytes of files that are no text: pictures, sound, film, archives, programs, databases."""

CONTROL_SHARE = 0.05
"""More control bytes than this share, where the text is not UTF-16, mean a binary file."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = bytes(code for code in range(32) if code not in (9, 10, 11, 12, 13, 27)) + b"\x7f"

_UNLIKELY = re.compile(rb"(?<=[a-z])[\x80\x83\x86-\x8f\xc0-\xde]|\xff")
"""In Windows-1252 a capital or a sign within a word, and a letter of no common language: broken UTF-8."""

LARGEST = 256 * 1024 * 1024
"""Bytes that a packed file may grow to: more is a bomb, not a transcript."""


def unpacked(data: bytes) -> bytes:
    """The bytes inside `data` where it is gzip, else `data`. Raises UnreadableError if broken."""
    if not data.startswith(b"\x1f\x8b"):
        return data
    import zlib

    whole = bytearray()
    try:
        while data.startswith(b"\x1f\x8b"):
            member = zlib.decompressobj(wbits=31)
            whole += member.decompress(data, LARGEST - len(whole) + 1)
            if member.unconsumed_tail or len(whole) > LARGEST:
                raise UnreadableError(f"unpacks to more than the {LARGEST // 1024**2} MB read")
            if not member.eof:
                raise UnreadableError("is a broken gzip file: it ends too soon")
            data = member.unused_data
    except zlib.error:
        raise UnreadableError("is a broken gzip file") from None
    return bytes(whole)


def unpacked_head(data: bytes, size: int) -> bytes:
    """At most `size` bytes of what is inside the beginning of a file. Raises UnreadableError."""
    if not data.startswith(b"\x1f\x8b"):
        return data[:size]
    import zlib

    try:
        return zlib.decompressobj(wbits=31).decompress(data, size)
    except zlib.error:
        raise UnreadableError("is a broken gzip file") from None


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The characters of `data` and notices about how they were read.

    Raises UnreadableError where `data` is empty or binary.
    """
    if not data.strip():
        raise UnreadableError("the file is empty")
    if data.startswith(MAGIC):
        raise UnreadableError("is a binary file, not a transcript")
    encoding = _marked(data) or _sixteen(data)
    if encoding:
        text = data.decode(encoding, errors="replace")
        kept = () if encoding == "utf-8-sig" else (f"read as {encoding.upper()}",)
        return text, kept + _undecoded(text)
    if len(data.translate(None, _CONTROLS)) < len(data) * (1 - CONTROL_SHARE):
        raise UnreadableError("is a binary file, not a transcript")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    if legacy := legacy_encoding(data):
        codec, name = legacy
        text = data.decode(codec, errors="replace")
        return text, (f"read as {name}", *_undecoded(text))
    if _is_western(data):
        text = data.decode("cp1252", errors="replace")
        return text, ("read as Windows-1252", *_undecoded(text))
    text = data.decode("utf-8", errors="replace")
    return text, _undecoded(text)


def _marked(data: bytes) -> str | None:
    """The encoding that a byte order mark names."""
    return next((name for mark, name in _BOMS if data.startswith(mark)), None)


def _sixteen(data: bytes) -> str | None:
    """UTF-16 without a mark shows as NUL in every other byte of mostly Latin text."""
    head = data[:4096]
    pairs = len(head) // 2
    if pairs < 2:
        return None
    if head[1::2].count(0) > 0.4 * pairs and head[0::2].count(0) < 0.1 * pairs:
        return "utf-16-le"
    if head[0::2].count(0) > 0.4 * pairs and head[1::2].count(0) < 0.1 * pairs:
        return "utf-16-be"
    return None


def _is_western(data: bytes) -> bool:
    """Windows-1252 is likely where no UTF-8 sequence of several bytes stands in the file."""
    high = sum(1 for byte in data if byte >= 0x80)
    valid = data.decode("utf-8", errors="ignore")
    several = sum(1 for character in valid if character > "\x7f")
    undefined = sum(data.count(bytes([code])) for code in (0x81, 0x8D, 0x8F, 0x90, 0x9D))
    between = sum(
        1
        for before, byte in pairwise(b" " + data)
        if byte >= 0x80 and (chr(before).isalnum() or before in b" \n\"'(>-/.,;:[{")
    )
    unlikely = len(_UNLIKELY.findall(data))
    is_likely = between >= 0.9 * high and unlikely <= 0.1 * high
    return several == 0 and undefined == 0 and high > 0 and is_likely


def _undecoded(text: str) -> tuple[str, ...]:
    count = text.count("\ufffd")
    return (f"{count} bytes did not decode and are shown as \ufffd",) if count else ()
