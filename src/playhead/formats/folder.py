"""Which files of a folder may be transcripts: by name, kind and size first, then by what they hold."""

from __future__ import annotations

import os
import re
import stat
from collections import Counter
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from playhead.formats.decoding import decode, unpacked_head
from playhead.formats.unreadable import UnreadableError

LARGEST = 64 * 1024 * 1024
"""Bytes above which a file in a folder is passed over; it is read when it is named itself."""

HEAD = 65536
"""Bytes of a file that are looked at."""

TRANSCRIPTS = frozenset(
    "txt text md markdown srt vtt sbv lrc ass ssa ttml dfxp xml srv1 srv2 srv3 json json3 jsonl ndjson "
    "htm html xhtml tsv csv docx pdf transcript".split()
)
"""Endings that transcripts have: words alone are enough, where other names need labels or times."""

_OTHERS = frozenset(
    "py pyi ipynb js mjs cjs ts tsx jsx css scss less c h cc cpp hpp cs java kt go rs rb php pl lua r jl "
    "swift scala sh bash zsh fish ps1 bat cmd sql toml yaml yml ini cfg conf env lock log diff patch "
    "tex bib rst adoc po pot svg tcss vue make cmake gradle map snap".split()
)
"""Endings of source code, settings and logs, which may look like labelled text."""

_PROJECT = re.compile(
    r"(?:readme|licen[cs]e|copying|changelog|changes|news|authors|contributing|contributors|notice|"
    r"code_of_conduct|security|install|todo|makefile|dockerfile|requirements[\w-]*|constraints|cmakelists|"
    r"robots|humans|package(?:-lock)?|tsconfig[\w.]*|composer|manifest|sitemap|llms(?:-full)?|top_level|"
    r"entry_points|sources|record|metadata|wheel)(?:\.\w+)?$",
    re.IGNORECASE,
)
"""Files that come with programs; they are words, but nobody's talk."""

_FOLDERS = frozenset("node_modules __pycache__ site-packages dist-packages venv env target".split())
_MACHINE = frozenset(("/proc", "/sys", "/dev"))
_ENDING = re.compile(r"\.([A-Za-z0-9]{1,10})(?:\.gz)?$", re.IGNORECASE)
_JSON_WORDS = re.compile(
    r'"(?:text|body|message|content|transcript|utf8|sentence|caption|word|display|punct|value|monologues)"\s*:'
)
_JSON_TALK = re.compile(
    r'"(?:start|startTime|start_time|tStartMs|offsets?|time|timestamps?|ts|speaker|speaker_label|dur|duration)"\s*:'
)
_LETTERS = re.compile(r"[^\W\d_]")
FEWEST_LETTERS, LETTER_SHARE, LINE_WORDS = 80, 0.7, 3.0
"""Prose has at least so many letters, this share of letters in what is no space, so many words a line."""

NO_TALK = "no transcript by what they hold"
"""Why a file is passed over whose words are nobody's talk."""

Passed = Counter[str]
"""Why files were passed over -> how many."""


def files_in(folder: str, passed: Passed) -> Iterator[str]:
    """Paths below `folder`, sorted, that may be transcripts by name, kind and size.

    Hidden files and folders are left out unseen; links to folders are not followed, so that no
    loop can catch us. All else that is left out is counted in `passed`.
    """
    waiting = [(folder, True)]
    while waiting:
        here, is_folder = waiting.pop()
        if is_folder:
            waiting += reversed(list(_inside(here, passed)))
        else:
            yield here


def transcripts_in(folder: str) -> Iterator[str]:
    """Paths of the files right in `folder` that have the ending of a transcript, sorted."""
    for path, is_folder in _inside(folder, Counter()):
        if not is_folder and ending(path) in TRANSCRIPTS:
            yield path


def why_not(path: str, data: bytes) -> str:
    """Why a file that begins with `data` is no transcript; empty where it may be one."""
    from playhead.formats.reading import choose

    if data.startswith(b"PK\x03\x04") and ending(path) == "docx":
        return ""
    if data.startswith(b"%PDF-"):
        return "" if find_spec("pypdf") else "PDF documents, which need playhead[documents]"
    try:
        text, _ = decode(unpacked_head(data, HEAD))
    except UnreadableError as error:
        return "empty" if "empty" in str(error) else "binary"
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        name = choose(text, path, None).NAME
    except UnreadableError:
        return NO_TALK
    if name == "json":
        is_talk = bool(_JSON_WORDS.search(text) and _JSON_TALK.search(text))
    elif name == "plain":
        is_talk = ending(path) in TRANSCRIPTS and _is_prose(text)
    else:
        is_talk = True
    return "" if is_talk else NO_TALK


def ending(path: str) -> str:
    """The ending of a file's name in small letters, without `.gz`; empty where it has none."""
    match = _ENDING.search(path)
    return match[1].lower() if match else ""


def _inside(folder: str, passed: Passed) -> Iterator[tuple[str, bool]]:
    """What is worth a look in `folder`, sorted by name; true for folders."""
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda one: one.name)
    except OSError:
        passed["folders that cannot be opened"] += 1
        return
    for entry in found:
        if entry.name.startswith("."):
            continue
        try:
            status = entry.stat()
        except OSError:
            passed["links to nothing"] += 1
            continue
        if stat.S_ISDIR(status.st_mode):
            if entry.is_symlink():
                passed["links to folders"] += 1
            elif entry.name not in _FOLDERS and str(Path(entry.path).absolute()) not in _MACHINE:
                yield entry.path, True
        elif reason := _named_otherwise(entry.name, status):
            passed[reason] += 1
        else:
            yield entry.path, False


def _named_otherwise(name: str, status: os.stat_result) -> str:
    """Why a file is no transcript by name, kind or size; empty where it may be one."""
    if not stat.S_ISREG(status.st_mode):
        return "devices, pipes and sockets"
    if not status.st_size:
        return "empty"
    if ending(name) in _OTHERS or _PROJECT.match(name):
        return "code, settings or project files"
    return f"more than {LARGEST // 1024**2} MB" if status.st_size > LARGEST else ""


def _is_prose(text: str) -> bool:
    letters = len(_LETTERS.findall(text))
    full = [line for line in text.split("\n") if line.strip()]
    words = sum(len(line.split()) for line in full)
    spaceless = letters > 8 * words
    return (
        letters >= FEWEST_LETTERS
        and letters >= LETTER_SHARE * len("".join(text.split()))
        and (spaceless or words >= LINE_WORDS * len(full))
    )
