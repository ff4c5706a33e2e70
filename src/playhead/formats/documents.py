"""Word and PDF documents -> the lines of text in them, which are then read as any text is."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass
from xml.parsers import expat

from playhead.formats.decoding import LARGEST
from playhead.formats.unreadable import UnreadableError
from playhead.text import counted

KINDS = {
    "docx": "Word documents (.docx)",
    "pdf": "PDF documents (with the extra playhead[documents])",
}
_BODY = "word/document.xml"
_OTHERS = {
    b"{\\rtf": "is a document of rich text (RTF)",
    b"\xd0\xcf\x11\xe0": "is a Word document of the old kind (.doc)",
}
"""First bytes of documents that are not read, and what they are."""

_SAVE_AS = "save it as .docx or as plain text"
EDGE = 0.5
"""A line that stands first or last on at least this share of the pages, and on three, is furniture."""


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a document of `kind`, its title, and what was left out."""

    kind: str
    text: str
    title: str = ""
    notices: tuple[str, ...] = ()


def read_document(data: bytes) -> Document | None:
    """The text in `data` where it is a Word or PDF document, else None.

    Raises UnreadableError for one that is broken, or locked, or needs the extra, and for documents
    of other kinds.
    """
    for begin, kind in _OTHERS.items():
        if data.startswith(begin):
            raise UnreadableError(f"{kind}; {_SAVE_AS}")
    if data.startswith(b"%PDF-"):
        return _pdf(data)
    if data.startswith(b"PK\x03\x04"):
        return _word(data)
    return None


def _word(data: bytes) -> Document | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {one.filename: one.file_size for one in archive.infolist()}
            if _BODY not in names:
                if "content.xml" in names:
                    raise UnreadableError(f"is an OpenDocument file; {_SAVE_AS}")
                return None
            if names[_BODY] > LARGEST:
                raise UnreadableError(f"unpacks to more than the {LARGEST // 1024**2} MB read")
            paragraphs = _Paragraphs("t", "p")
            paragraphs.parse(archive.read(_BODY))
            title = _Paragraphs("title", "title")
            if names.get("docProps/core.xml", LARGEST) < LARGEST:
                title.parse(archive.read("docProps/core.xml"))
    except (zipfile.BadZipFile, zlib.error, expat.ExpatError, EOFError, KeyError, RuntimeError):
        raise UnreadableError("is a broken Word document") from None
    except NotImplementedError:
        raise UnreadableError("is packed in a way that is not read") from None
    text = "\n\n".join(paragraphs.lines)
    return Document("docx", text, " ".join(title.lines))


class _Paragraphs:
    """The paragraphs of an XML part; bold type at their begin gets the marks that Markdown has."""

    def __init__(self, words: str, paragraph: str) -> None:
        """`words` and `paragraph` are the names of the elements for each."""
        self.lines: list[str] = []
        self._words, self._paragraph = words, paragraph
        self._line: list[str] = []
        self._cells = 0
        self._in_words = self._is_bold = self._in_bold = False

    def parse(self, data: bytes) -> None:
        """Read the whole part; entities of its own are refused, they can grow without end."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = _refuse
        parser.Parse(data, True)

    def _start(self, tag: str, values: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        self._in_words = name == self._words
        if name == "r":
            self._is_bold = False
        elif name == "b":
            self._is_bold = values.get("w:val", "1") not in ("0", "false")
        elif name == "tab":
            self._line.append("\t")
        elif name in ("br", "cr"):
            self._line.append("\n")
        elif name == "tc":
            self._cells += 1
            if self._cells > 1:
                self._line.append("\t")

    def _end(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        self._in_words = False
        if name == "tr":
            self._cells = 0
            self._finish()
        elif name == self._paragraph:
            self._mark_bold(False)
            if self._cells:
                self._line.append(" ")
            else:
                self._finish()

    def _text(self, words: str) -> None:
        if self._in_words:
            self._mark_bold(self._is_bold and not "".join(self._line).strip(" *\t\n"))
            self._line.append(words)

    def _mark_bold(self, begins: bool) -> None:
        """Open bold type at the begin of a paragraph; close it where the type changes."""
        if begins and not self._in_bold:
            self._line.append("**")
            self._in_bold = True
        elif self._in_bold and not self._is_bold:
            self._close_bold()

    def _close_bold(self) -> None:
        """Close bold type before the spaces at its end: in Markdown they would keep it open."""
        bold = "".join(self._line)
        words = bold.rstrip()
        self._line = [words, "**", bold[len(words) :]]
        self._in_bold = False

    def _finish(self) -> None:
        if self._in_bold:
            self._close_bold()
        line = "\t".join(cell.strip(" \n") for cell in "".join(self._line).split("\t"))
        self._line = []
        if line.strip("* \t\n"):
            self.lines.append(line)


def _refuse(*_: object) -> None:
    raise UnreadableError("declares entities of its own, which are not read")


def _pdf(data: bytes) -> Document:
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError:
        raise UnreadableError(
            "is a PDF document; pip install 'playhead[documents]' lets it be read"
        ) from None
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("is a PDF document locked with a password")
        pages = [page.extract_text().split("\n") for page in reader.pages]
        title = str((reader.metadata or {}).get("/Title") or "")
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError):
        raise UnreadableError("is a broken PDF document") from None
    kept, dropped = _without_edges(pages)
    told = f"{counted(dropped, 'line')} at the heads and feet of pages dropped"
    if not any(line.strip() for page in kept for line in page):
        raise UnreadableError("is a PDF document of pictures, without text")
    text = "\n\f".join("\n".join(page) for page in kept)
    return Document("pdf", text, title, (told,) if dropped else ())


def _without_edges(pages: list[list[str]]) -> tuple[list[list[str]], int]:
    """The pages without first and last lines that come again on most of them, and their number."""
    full = [[line for line in page if line.strip()] for page in pages]
    edges = Counter(line.strip() for page in full for line in {*page[:1], *page[-1:]})
    again = {line for line, count in edges.items() if count >= max(3, EDGE * len(full))}
    dropped = 0
    for page in full:
        for at in (0, -1):
            if page and page[at].strip() in again:
                page.pop(at)
                dropped += 1
    return full, dropped
