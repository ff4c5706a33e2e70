"""Saved web pages: labels in the markup that publishers use, furniture all round."""

# ruff: noqa: E501 - a layout a line is easier to compare than wrapped ones.
from __future__ import annotations

from html import escape

from tests.formats.layouts.talk import PROPER, Layout, Shape, Talk, clock, filled, minutes

TOP = '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Pears - The Show</title><style>p{}</style><script>var x = "<p>no talk</p>";</script></head><body><div id="cookie-banner">We use cookies.</div><header><nav><ul><li><a href="/">Home</a></li><li><a href="/about">About us</a></li></ul></nav></header>'
END = '<div class="newsletter-signup"><p>Never miss an episode</p></div><section class="comments"><p>Great talk!</p></section><footer><p>© 2024 The Show. All rights reserved.</p><a href="/p">Privacy</a></footer></body></html>'


def _page(
    shape: Shape, keeps: str = "names", around: str = "{}", people: tuple[str, ...] = PROPER
) -> Layout:
    def write(talk: Talk) -> str:
        body = "".join(shape(escape(n), s, escape(t)) for n, s, t in talk)
        return TOP + around.format(body) + END

    return Layout(write, people, keeps)


def _link(second: int) -> str:
    return f'<a href="https://youtube.com/watch?v=abcdefghijk&amp;t={second}">({clock(second)})</a>'


LAYOUTS: dict[str, Layout] = {
    "strong": _page(lambda n, s, t: f"<p><strong>{n}:</strong> {t}</p>\n"),
    "strong without colon": _page(lambda n, s, t: f"<p><strong>{n}</strong> {t}</p>\n"),
    "bold and break": _page(lambda n, s, t: f"<p><b>{n}</b><br>{t}</p>\n"),
    "article": _page(lambda n, s, t: f"<p><b>{n}:</b> {t}</p>\n", around='<main><article><h1>Pears</h1><p class="byline">By The Show</p>{}</article><aside><h3>Related</h3><p>More to read here.</p></aside></main>'),
    "small letters": _page(lambda n, s, t: f"<p><strong>{n.lower()}</strong></p><p>{t}</p>\n"),
    "definitions": _page(lambda n, s, t: f"<dt>{n}</dt><dd>{t}</dd>\n", around="<dl>{}</dl>"),
    "headings": _page(lambda n, s, t: f"<h3>{n}</h3><p>{t}</p>\n"),
    "blocks": _page(lambda n, s, t: f'<div class="turn"><div class="speaker">{n}</div><div class="text">{t}</div></div>\n'),
    "blocks with times": _page(lambda n, s, t: f'<div class="turn"><span class="speaker">{n}</span> <span class="ts">{clock(s)}</span><p>{t}</p></div>\n', "names times"),
    "table": _page(lambda n, s, t: f"<tr><td>{n}</td><td>{t}</td></tr>\n", around="<table>{}</table>"),
    "table with times": _page(lambda n, s, t: f"<tr><td>{clock(s)}</td><td>{n}</td><td>{t}</td></tr>\n", "names times", "<table><tr><th>Time</th><th>Speaker</th><th>Text</th></tr>{}</table>"),
    "podcasting 2.0": _page(lambda n, s, t: f"<cite>{n}:</cite><time>{minutes(s)}</time><p>{t}</p>\n", "names times"),
    "linked times": _page(lambda n, s, t: f'<div class="ts-segment"><span class="ts-name">{n}</span> <span class="ts-timestamp">{_link(s)} </span><span class="ts-text">{t}</span></div>\n', "names times"),
    "broadcaster": _page(lambda n, s, t: f"<p>{n}: {t}</p>\n", around='<div class="transcript storytext"><p class="disclaimer">Copyright © 2024 NPR. All rights reserved.</p>{}</div>', people=("capitals",)),
    "paragraphs": _page(lambda n, s, t: f"<p>{t}</p>\n", "", people=("full",)),
    "breaks": _page(lambda n, s, t: f"{n}: {t}<br><br>\n"),
    "preformatted": _page(lambda n, s, t: f"{n}: {filled(t, 60)}\n\n", around="<pre>{}</pre>"),
    "times before names": _page(lambda n, s, t: f"<p>[{clock(s)}] <strong>{n}:</strong> {t}</p>\n", "names times"),
    "list": _page(lambda n, s, t: f"<li><b>{n}:</b> {t}</li>\n", around="<ul>{}</ul>"),
    "buttons": _page(lambda n, s, t: f'<div class="row"><button>{minutes(s)}</button><div>{n}: {t}</div></div>\n'),
}  # fmt: skip
