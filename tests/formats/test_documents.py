"""Word and PDF documents: the same turns as in text; what cannot be read is told in one line."""

from __future__ import annotations

import io
import sys
import zipfile
from xml.sax.saxutils import escape

import pytest

from playhead.formats.reading import read_source
from playhead.formats.unreadable import UnreadableError

TALK = [("Ann Asker", "Who grows pears?"), ("Bob", "I & my <dog> do."), ("Ann Asker", "Where?")]


def word(paragraphs: str, **more: str) -> bytes:
    """A Word document with `paragraphs` as its body, and other parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        body = f'<w:document xmlns:w="http://w"><w:body>{paragraphs}</w:body></w:document>'
        archive.writestr("word/document.xml", body)
        for name, part in more.items():
            archive.writestr(name.replace("__", "/") + ".xml", part)
    return data.getvalue()


def packed(name: str) -> bytes:
    """An archive with an empty part of this name."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(name, "<a/>")
    return data.getvalue()


def run(words: str, bold: bool = False) -> str:
    style = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{style}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


SHAPES = {
    "labels": lambda n, s, t: f"<w:p>{run(f'{n}: {t}')}</w:p>",
    "bold": lambda n, s, t: f"<w:p>{run(f'{n}:', True)}{run(f' {t}')}</w:p>",
    "bold to the space": lambda n, s, t: f"<w:p>{run(f'{n}: ', True)}{run(t)}</w:p>",
    "bold in pieces": lambda n, s, t: (
        f"<w:p>{run(n[:2], True)}{run(f'{n[2:]}:', True)}{run(' ')}{run(t)}</w:p>"
    ),
    "teams": lambda n, s, t: (
        f"<w:p>{run(n, True)}{run(f'   0:{s:02}')}<w:r><w:br/></w:r>{run(t)}</w:p>"
    ),
    "paragraphs": lambda n, s, t: f"<w:p>{run(n, True)}</w:p><w:p/><w:p>{run(t)}</w:p>",
    "rows": lambda n, s, t: (
        f"<w:tr><w:tc><w:p>{run(n)}</w:p></w:tc><w:tc><w:p>{run(t)}</w:p></w:tc></w:tr>"
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_word_document_is_read_as_text_is(shape: str) -> None:
    rows = [(n, number * 9, t) for number, (n, t) in enumerate(TALK * 3)]
    body = "".join(SHAPES[shape](*row) for row in rows)
    core = '<c:p xmlns:c="http://c" xmlns:dc="http://d"><dc:title>Pears</dc:title></c:p>'
    source = read_source(word(body, docProps__core=core), "a.docx")
    assert [(one.speaker, one.text) for one in source.segments] == TALK * 3
    assert (source.format, source.title) == ("docx", "Pears")


def test_a_bold_line_above_the_first_label_is_the_title() -> None:
    turns = "".join(f"<w:p>{run(f'{n}: ', True)}{run('So.')}</w:p>" for n in ("Ann", "Bob") * 2)
    source = read_source(word(f"<w:p>{run('Interview with Bob', True)}</w:p>{turns}"), "a.docx")
    assert source.title == "Interview with Bob"
    assert [one.speaker for one in source.segments] == ["Ann", "Bob"] * 2


def test_what_was_deleted_in_a_word_document_is_not_spoken() -> None:
    gone = "<w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
    body = f"<w:p>{run('I ')}{gone}{run('said so.')}</w:p>"
    assert read_source(word(body), "a.docx").segments[0].text == "I said so."


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04" + b"x" * 50,
        word("<w:p>")[:-40],
        word("<w:p><w:r></w:p>"),
        word('<!DOCTYPE a [<!ENTITY b "c">]>'),
        b"PK\x03\x04",
    ],
    ids=["no archive", "cut off", "broken markup", "entities", "nothing after the magic"],
)
def test_broken_documents_are_told(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        read_source(data, "a.docx")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"{\\rtf1\\ansi Ann: Who?\\par}", "rich text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), ".doc"),
        (packed("content.xml"), "OpenDocument"),
    ],
    # An archive holds the time it was made, which must not stand in the name of a test.
    ids=["rich text", "old Word", "OpenDocument"],
)
def test_documents_of_other_kinds_say_the_way_out(data: bytes, kind: str) -> None:
    with pytest.raises(UnreadableError, match=rf"{kind}.*; save it as \.docx or as plain text"):
        read_source(data, "talk")


def test_another_archive_is_binary() -> None:
    with pytest.raises(UnreadableError, match="binary"):
        read_source(packed("a.txt"), "a.zip")


def test_without_the_extra_a_pdf_document_says_what_reads_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(UnreadableError, match=r"pip install 'playhead\[documents\]'"):
        read_source(b"%PDF-1.7\n", "a.pdf")


def pdf(pages: list[list[str]]) -> bytes:
    """A PDF document with lines of text on its pages."""
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    kids = []
    for lines in pages:
        shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
        stream = f"BT /F1 12 Tf 50 700 Td {shown} ET"
        objects.append(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/Contents {len(objects)} 0 R/MediaBox[0 0 600 800]"
            "/Resources<</Font<</F1 3 0 R>>>>>>"
        )
    objects[1] = f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(kids)}]>>"
    data, places = "%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj{one}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        f"{data}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer<</Root 1 0 R/Size {len(objects) + 1}>>\nstartxref\n{len(data)}\n%%EOF"
    ).encode()


def test_a_pdf_document_is_read_without_the_heads_of_its_pages() -> None:
    pytest.importorskip("pypdf")
    pages = [
        ["Pears, a talk", "Ann: Who grows pears", "by the river?", f"Bob: I do {number}."]
        for number in "abcd"
    ]
    source = read_source(pdf(pages), "a.pdf")
    assert source.format == "pdf"
    assert " ".join(" ".join(one.text for one in source.segments).split()) == " ".join(
        f"Who grows pears by the river? I do {number}." for number in "abcd"
    )
    assert any("4 lines at the heads" in notice for notice in source.notices)


def test_a_broken_pdf_document_is_told() -> None:
    pytest.importorskip("pypdf")
    with pytest.raises(UnreadableError):
        read_source(b"%PDF-1.7\nnothing", "a.pdf")
