"""Saved web pages: the article is found, its paragraphs become lines, and labels are read from them."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from playhead.formats.source import Source
from playhead.formats.text import bold_questions, labelled, plain
from playhead.text import counted

NAME = "html"
TITLE = "saved web pages and Podcasting 2.0 HTML"

_TEXTS = (
    (bold_questions.sniff, bold_questions.read),
    (labelled.sniff, labelled.read),
    (plain.sniff, plain.read),
)
"""How what the lines of a page may be is known, and read."""

_SIGN = re.compile(
    r"<(?:!doctype html|html|head|body|p|div|cite|article|section|br)\b", re.IGNORECASE
)
_SKIPPED = frozenset(
    "script style head nav footer aside form button noscript svg iframe select template figure "
    "textarea audio video dialog".split()
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_BLOCKS = frozenset(
    "p div li ul ol dl dt dd table tr section article main header blockquote pre h1 h2 h3 h4 "
    "h5 h6 cite time figure details summary hr body dir center".split()
)
_ARTICLES = ("article", "main")
_FURNITURE = re.compile(
    r"(?:^|[-_ ])(?:nav|menu|sidebar|footer|comments?|related|share|social|cookie|advert|ads|promo|"
    r"newsletter|subscribe|breadcrumbs?|pagination|toolbar)(?:$|[-_ ])",
    re.IGNORECASE,
)
_BEFORE_NAME = re.compile(r"[\s\[\](){}<>\d:.,;–-]+")
_NO_BOLD = re.compile(r"\*\*\s*\*\*")
_SPEAKER = re.compile(
    r"(?:^|[-_ ])(?:speaker|speakers?-?name|name|cite|who)(?:$|[-_ ])", re.IGNORECASE
)
_BELOW = re.compile(
    r"#{1,6} (?:related|recommended|more (?:episodes|interviews|from|like|stories)|you (?:may|might) also|"
    r"leave a (?:comment|reply)|comments|share (?:this|on)|(?:previous|next|latest|recent) (?:episodes?|posts?))\b",
    re.IGNORECASE,
)
"""Headings of what stands below the talk on a page."""

LINK_SHARE = 0.7
"""A block whose words are links to at least this share is furniture."""

_ENDS = (
    (re.compile("<!--"), "-->", ""),
    (re.compile(r"<!\[(?!\s*(?:if|else|endif)\b)", re.IGNORECASE), "]]>", ""),
    (re.compile(r"<!\["), "]>", ""),
    (re.compile("<"), ">", "&lt;"),
)
"""How comments, sections, conditions and tags begin and end; what a begin is without any end."""

LOOKED_BACK = 50
"""Pieces of a line before bold type that may be a time or a bracket, and no words."""


def sniff(head: str, path: str) -> float:
    """Tags of a page."""
    start = head.lstrip("\ufeff \n\t")[:600].lower()
    if start.startswith(("<!doctype html", "<html", "<cite", "<article", "<body", "<p", "<div")):
        return 0.97
    return 0.85 if len(_SIGN.findall(head)) >= 5 and start.startswith("<") else 0.0


def read(data: str, path: str) -> Source:
    """Read the page's article as labelled or plain text."""
    page = _Page(_article(data))
    page.feed(_closed(_article(data)))
    page.close()
    lines, below = _without_tail(page.lines())
    text = "\n".join(lines)
    head = text[:16384].lstrip("\n")
    _, read_text = max(_TEXTS, key=lambda one: one[0](head, path))
    source = read_text(text, path)
    about = _Page(data)
    about.feed(data[:200_000])
    notices = list(source.notices)
    if page.dropped:
        notices.insert(0, f"{page.dropped} blocks of the page's furniture dropped")
    if below:
        notices.append(
            f"{counted(len(below), 'line')} below the talk dropped: {below[0].strip('# ')[:60]}"
        )
    return replace(
        source,
        format=NAME,
        title=about.title or source.title,
        channel=about.meta.get("og:site_name", "") or source.channel,
        date=about.meta.get("article:published_time", "")[:10] or source.date,
        address=about.meta.get("og:url", "") or about.canonical or source.address,
        language=about.language or source.language,
        notices=tuple(notices),
    )


def _without_tail(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines above a heading of what pages have below a talk, and those from it on."""
    for number in range(len(lines) // 2, len(lines)):
        if _BELOW.match(lines[number]):
            return lines[:number], [line for line in lines[number:] if line]
    return lines, []


def _closed(data: str) -> str:
    """`data` without what begins and never ends: the parser looks for each end to the last."""
    for begin, end, instead in _ENDS:
        last = data.rfind(end) + 1
        data = data[:last] + begin.sub(instead, data[last:])
    return data


def _article(data: str) -> str:
    """The part of the page that holds most of its words, where the page names one."""
    low = data.lower()
    for tag in _ARTICLES:
        start = low.find(f"<{tag}")
        end = low.rfind(f"</{tag}>")
        if start >= 0 and end > start and (end - start) > 0.2 * len(data):
            return data[start:end]
    return data


class _Page(HTMLParser):
    """The lines of a page: a blank line between paragraphs, `**` round bold type, `#` at headings."""

    def __init__(self, data: str) -> None:
        super().__init__(convert_charrefs=True)
        self.title = ""
        self.language = ""
        self.canonical = ""
        self.meta: dict[str, str] = {}
        self.dropped = 0
        self._lines: list[str] = []
        self._words: list[str] = []
        self._linked = 0
        self._skipped: list[str] = []
        self._open: list[str] = []
        self._heading = ""
        self._in_title = False
        self._in_link = 0
        self._in_pre = 0
        self._bold: list[str] = []
        self._cells = ""
        self._has_body = "<p" in data.lower()

    def lines(self) -> list[str]:
        """The lines, after the last tag."""
        self._end_block("")
        return self._lines

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, skip furniture, note what the head says."""
        values = {key: value or "" for key, value in attrs}
        self._note(tag, values)
        if self._skipped:
            if tag == self._skipped[-1] and tag not in _VOID:
                self._skipped.append(tag)
            return
        named = f"{values.get('class', '')} {values.get('id', '')} {values.get('role', '')}"
        if tag not in _VOID and (
            tag in _SKIPPED or (tag in ("div", "section", "ul") and _FURNITURE.search(named))
        ):
            self._end_block("")
            self._skipped.append(tag)
            self.dropped += tag not in ("head", "script", "style")
            return
        if tag == "a":
            self._in_link += 1
        self._in_pre += tag == "pre"
        if tag == "br":
            self._words.append("\n")
        elif tag in ("td", "th"):
            self._cells += tag[1]
            if self._line().strip():
                self._words.append("\t")
        elif tag in _BLOCKS:
            self._end_block(tag)
        self._begin_bold(tag, named)

    def handle_endtag(self, tag: str) -> None:
        """End a block."""
        if tag == "title":
            self._in_title = False
        if self._skipped:
            if tag == self._skipped[-1]:
                self._skipped.pop()
            return
        if self._bold and tag == self._bold[-1]:
            self._bold.pop()
            if not self._bold:
                self._words.append("**")
        if tag == "a":
            self._in_link = max(0, self._in_link - 1)
        self._in_pre = max(0, self._in_pre - (tag == "pre"))
        if tag in _BLOCKS:
            self._end_block(tag if tag in ("cite", "time") else "")

    def handle_data(self, data: str) -> None:
        """Collect words."""
        if self._in_title:
            self.title += data.strip()
        if self._skipped:
            return
        words = re.sub(r"[^\S\n]+" if self._in_pre else r"\s+", " ", data)
        self._words.append(words)
        if self._in_link:
            self._linked += len(words.strip())

    def _note(self, tag: str, values: dict[str, str]) -> None:
        if tag == "title" and not self.title:
            self._in_title = True
        elif tag == "html":
            self.language = values.get("lang", "")[:12]
        elif tag == "meta":
            key = values.get("property") or values.get("name") or ""
            self.meta.setdefault(key.lower(), values.get("content", ""))
        elif tag == "link" and values.get("rel") == "canonical":
            self.canonical = values.get("href", "")

    def _begin_bold(self, tag: str, named: str) -> None:
        """Note bold type, or what is called a speaker, where a line begins with it."""
        if self._bold:
            if tag == self._bold[-1]:
                self._bold.append(tag)
        elif (
            tag in ("b", "strong") or (tag in ("span", "div", "p") and _SPEAKER.search(named))
        ) and not _BEFORE_NAME.sub("", self._line()):
            self._bold.append(tag)
            self._words.append("**")

    def _line(self) -> str:
        """The end of the line so far, as far back as names stand: LOOKED_BACK pieces."""
        return "".join(self._words[-LOOKED_BACK:]).rpartition("\n")[2]

    def _end_block(self, tag: str) -> None:
        """Write the words so far as a paragraph; `tag` is what begins, or cite or time ending."""
        if self._bold:
            self._words.append("**")
            self._bold = []
        text = _NO_BOLD.sub("", "".join(self._words))
        if tag == "tr" or self._cells:
            only_heads, self._cells = set(self._cells) == {"h"}, ""
            if only_heads:
                self._words, self._linked = [], 0
                self.dropped += 1
                return
        plain_text = " ".join(text.split())
        linked = self._linked
        self._words, self._linked = [], 0
        heading, self._heading = self._heading, tag if re.fullmatch("h[1-6]", tag) else ""
        if plain_text:
            timed = re.fullmatch(r"[\[(]?(?:\d+:)?\d+:\d\d[\])]?", plain_text)
            if linked >= LINK_SHARE * len(plain_text) and not heading and not timed:
                self.dropped += 1
                return
            if heading:
                self._lines += ["", f"{'#' * int(heading[1])} {plain_text}", ""]
            else:
                self._lines += [
                    "\t".join(" ".join(cell.split()) for cell in line.split("\t"))
                    for line in text.split("\n")
                    if line.strip() or self._in_pre
                ]
        last = self._lines[-1] if self._lines else ""
        if last and tag not in ("cite", "time") and (tag == "p" or not last.endswith(":")):
            self._lines.append("")
