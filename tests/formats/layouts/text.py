"""Text files: labels and times in the shapes that people and services write."""

# ruff: noqa: E501 - a layout a line is easier to compare than wrapped ones.
from __future__ import annotations

from tests.formats.layouts.talk import (
    ANY,
    PROPER,
    Layout,
    Shape,
    Talk,
    clock,
    each,
    filled,
    minutes,
)

NAMES, TIMES, NOTHING = "names", "times", ""


def _labelled(shape: Shape, people: tuple[str, ...] = ANY, before: str = "") -> Layout:
    return Layout(each(shape, before), people, NAMES)


def _timed(
    shape: Shape, people: tuple[str, ...] = PROPER, before: str = "", after: str = ""
) -> Layout:
    return Layout(each(shape, before, after), people)


def _bare(shape: Shape, keeps: str = NOTHING, before: str = "") -> Layout:
    return Layout(each(shape, before), ("full",), keeps)


def _pages(mark: str) -> Layout:
    def write(talk: Talk) -> str:
        parts = []
        for number, said in enumerate(talk):
            if number and number % 3 == 0:
                parts.append(mark.format(number // 3))
            parts.append(f"{said.name}: {said.words}\n\n")
        return "".join(parts)

    return Layout(write, PROPER, NAMES)


FRONT = """---
title: "Pears: a talk"
date: 2024-03-05
guest: Bob Björn
tags:
  - pears
youtube: https://www.youtube.com/watch?v=abcdefghijk
---

# Pears: a talk

## Transcript

"""
OTTER = """Pear talk
Fri, Mar 3, 2023 1:02PM • 35:22

SUMMARY KEYWORDS
pears, trees, river

SPEAKERS
Ann Asker, Bob Björn

"""
ARCHIVE = """INTERVIEW WITH BOB BJÖRN
Conducted by Ann Asker
Date: March 5, 2024
Location: Lund, Sweden
Length: 35 minutes

"""
TEAMS = """Pear talk-20240105_100000-Meeting Recording
January 5, 2024, 10:00AM
35m 22s

"""

LAYOUTS: dict[str, Layout] = {
    "otter": _timed(lambda n, s, t: f"{n}  {minutes(s)}  \n{t}\n\n"),
    "otter with credits": _timed(lambda n, s, t: f"{n} {clock(s)[3:]}\n{t}\n\n", after="Transcribed by https://otter.ai\n"),
    "otter with header": _timed(lambda n, s, t: f"{n}  {minutes(s)}\n{t}\n\n", before=OTTER),
    "descript": _timed(lambda n, s, t: f"[{clock(s)}] {n}: {t}\n\n", ANY),
    "descript, time after": _timed(lambda n, s, t: f"{n}: [{clock(s)}] {t}\n\n", ANY),
    "descript, markdown": _timed(lambda n, s, t: f"**{n}:** [{clock(s)}] {t}\n\n", ANY),
    "rev": _timed(lambda n, s, t: f"{n} ({minutes(s)}):\n{t}\n\n"),
    "rev, colon first": _timed(lambda n, s, t: f"{n}: ({clock(s)[3:]})\n{t}\n\n"),
    "trint": _timed(lambda n, s, t: f"[{clock(s)}] {n}\n{t}\n\n"),
    "trint, name first": _timed(lambda n, s, t: f"{n} [{clock(s)}]\n{t}\n\n"),
    "sonix": _timed(lambda n, s, t: f"{n}: [{clock(s)}] {t}\n\n", before="pears.mp3\nTranscribed by sonix.ai\n\n"),
    "sonix, no colon": _timed(lambda n, s, t: f"{n} [{clock(s)}] {t}\n\n"),
    "zoom chat": _timed(lambda n, s, t: f"{clock(s)}\t From  {n} : {t}\n"),
    "zoom chat, to everyone": _timed(lambda n, s, t: f"{clock(s)} From {n} to Everyone:\n\t{t}\n"),
    "zoom, bracketed": _timed(lambda n, s, t: f"[{n}] {clock(s)}\n{t}\n\n"),
    "teams, captions in a document": _timed(lambda n, s, t: f"{clock(s)}.123 --> {clock(s + 9)}.456\n{n}\n{t}\n\n"),
    "teams, document": _timed(lambda n, s, t: f"{n}   {minutes(s)}\n{t}\n\n", before=TEAMS),
    "name and time on lines of their own": _timed(lambda n, s, t: f"{n}\n{minutes(s)}\n{t}\n\n"),
    "time and name on lines of their own": _timed(lambda n, s, t: f"{clock(s)}\n{n}\n{t}\n\n"),
    "a line a turn": _labelled(lambda n, s, t: f"{n}: {t}\n"),
    "a paragraph a turn": _labelled(lambda n, s, t: f"{n}: {t}\n\n"),
    "wrapped": _labelled(lambda n, s, t: filled(f"{n}: {t}", 60) + "\n\n"),
    "wrapped, no blank lines": _labelled(lambda n, s, t: filled(f"{n}: {t}", 60) + "\n"),
    "hanging": _labelled(lambda n, s, t: filled(f"{n}: {t}", 60, "     ") + "\n"),
    "in a column": _labelled(lambda n, s, t: f"{n + ':':26}{t}\n\n"),
    "space before colon": _labelled(lambda n, s, t: f"{n} : {t}\n\n", PROPER),
    "tab": _labelled(lambda n, s, t: f"{n}:\t{t}\n\n"),
    "hard space": _labelled(lambda n, s, t: f"{n}:\u00a0{t}\n\n"),
    "bold with colon": _labelled(lambda n, s, t: f"**{n}:** {t}\n\n"),
    "bold without colon": _labelled(lambda n, s, t: f"**{n}**: {t}\n\n"),
    "bold underscores": _labelled(lambda n, s, t: f"__{n}:__ {t}\n\n"),
    "italic": _labelled(lambda n, s, t: f"*{n}:* {t}\n\n"),
    "italic underscores": _labelled(lambda n, s, t: f"_{n}:_ {t}\n\n"),
    "bold italic": _labelled(lambda n, s, t: f"***{n}:*** {t}\n\n"),
    "tags": _labelled(lambda n, s, t: f"<b>{n}:</b> {t}\n\n"),
    "tags and breaks": _labelled(lambda n, s, t: f"<strong>{n}</strong>: {t}<br>\n\n"),
    "list": _labelled(lambda n, s, t: f"- **{n}**: {t}\n"),
    "list of stars": _labelled(lambda n, s, t: f"* {n}: {t}\n"),
    "quotation": _labelled(lambda n, s, t: f"> **{n}:** {t}\n\n"),
    "numbered": _labelled(lambda n, s, t: f"{s}. {n}: {t}\n"),
    "bold on a line of its own": _labelled(lambda n, s, t: f"**{n}**\n{t}\n\n", PROPER),
    "bold and colon on a line of its own": _labelled(lambda n, s, t: f"**{n}:**\n{t}\n\n"),
    "bold, then time": _timed(lambda n, s, t: f"**{n}** ({clock(s)})\n{t}\n\n"),
    "bold name and time": _timed(lambda n, s, t: f"**{n} ({clock(s)}):** {t}\n\n"),
    "bold, time, colon": _timed(lambda n, s, t: f"**{n}** [{clock(s)}]: {t}\n\n"),
    "bold time and name": _timed(lambda n, s, t: f"**[{clock(s)}] {n}:** {t}\n\n"),
    "bold time, bold name": _timed(lambda n, s, t: f"**[{clock(s)}]** **{n}:** {t}\n\n"),
    "time as code": _timed(lambda n, s, t: f"`{clock(s)}` **{n}:** {t}\n\n"),
    "time as link": _timed(lambda n, s, t: f"**{n}** [{clock(s)}](https://youtu.be/abcdefghijk?t={s}): {t}\n\n"),
    "heading with link": _timed(lambda n, s, t: f"### {n} [{clock(s)}](https://www.youtube.com/watch?v=abcdefghijk&t={s}s)\n\n{t}\n\n"),
    "heading": _labelled(lambda n, s, t: f"## {n}\n\n{t}\n\n", PROPER),
    "heading with time": _timed(lambda n, s, t: f"## {n} [{clock(s)}]\n\n{t}\n\n"),
    "heading, time first": _timed(lambda n, s, t: f"#### [{clock(s)}] {n}\n\n{t}\n\n"),
    "name on a line of its own": _labelled(lambda n, s, t: f"{n}\n{t}\n\n", PROPER),
    "name in a paragraph of its own": _labelled(lambda n, s, t: f"{n}\n\n{t}\n\n", PROPER),
    "name and colon on a line of its own": _labelled(lambda n, s, t: f"{n}:\n{t}\n\n"),
    "name on its line, no blank lines": _labelled(lambda n, s, t: f"{n}\n{t}\n", PROPER),
    "name on its line, wrapped": _labelled(lambda n, s, t: f"{n}\n{filled(t, 60)}\n\n", PROPER),
    "screenplay": _labelled(lambda n, s, t: f"{n:>40}\n{filled(t, 40, ' ' * 9, ' ' * 9)}\n\n", ("capitals",)),
    "thousandths": _timed(lambda n, s, t: f"[{clock(s)}.345] {n}: {t}\n", ANY),
    "time without brackets": _timed(lambda n, s, t: f"{clock(s)} {n}: {t}\n", ANY),
    "time in round brackets": _timed(lambda n, s, t: f"({clock(s)}) {n}: {t}\n", ANY),
    "time and dash": _timed(lambda n, s, t: f"{clock(s)} - {n}: {t}\n"),
    "bars": _timed(lambda n, s, t: f"{clock(s)} | {n} | {t}\n"),
    "time in angles": _timed(lambda n, s, t: f"<{clock(s)}> {n}: {t}\n"),
    "start and end": _timed(lambda n, s, t: f"[{clock(s)} - {clock(s + 9)}] {n}: {t}\n"),
    "arrow on the line": _timed(lambda n, s, t: f"{clock(s)}.000 --> {clock(s + 9)}.000 [{n}] {t}\n"),
    "frames": _timed(lambda n, s, t: f"[{clock(s)}:12] {n}: {t}\n"),
    "minutes": _timed(lambda n, s, t: f"[{minutes(s)}] {n}: {t}\n", ANY),
    "name, time, colon": _timed(lambda n, s, t: f"{n} [{clock(s)}]: {t}\n"),
    "name, dash, time": _timed(lambda n, s, t: f"{n} - {clock(s)}\n{t}\n\n"),
    "name, bar, time": _timed(lambda n, s, t: f"{n} | {clock(s)}\n{t}\n\n"),
    "chat": _labelled(lambda n, s, t: f"<{n}> {t}\n", ("full", "first", "machine")),
    "brackets and colon": _labelled(lambda n, s, t: f"[{n}]: {t}\n", PROPER),
    "brackets": _labelled(lambda n, s, t: f"[{n}] {t}\n", PROPER),
    "round brackets": _labelled(lambda n, s, t: f"({n}) {t}\n", ("full", "first")),
    "dash": _labelled(lambda n, s, t: f"{n} - {t}\n\n", ("full", "three", "capitals", "first", "titled")),
    "long dash": _labelled(lambda n, s, t: f"{n} — {t}\n\n", ("full", "first", "capitals")),
    "bold and dash": _labelled(lambda n, s, t: f"**{n}** – {t}\n\n", PROPER),
    "time, name, dash": _timed(lambda n, s, t: f"[{clock(s)}] {n} - {t}\n", ("full", "first")),
    "dash after capitals": _labelled(lambda n, s, t: f"{n} – {t}\n\n", ("capitals",)),
    "captions of broadcasters": _labelled(lambda n, s, t: f">> {n}: {t}\n\n", ("capitals", "full", "first")),
    "court": _labelled(lambda n, s, t: f"   {n}.   {t}\n", ("lettered",)),
    "court, no stop": _labelled(lambda n, s, t: f"     {n}    {t}\n", ("lettered",)),
    "front matter": _labelled(lambda n, s, t: f"**{n}:** {t}\n\n", PROPER, FRONT),
    "markdown with title": _labelled(lambda n, s, t: f"**{n}:** {t}\n\n", PROPER, "# Pears: a talk\n\n*Recorded on March 5, 2024*\n\n[Listen here](https://example.org/pears.mp3)\n\n---\n\n"),
    "header of an archive": _labelled(lambda n, s, t: f"{n}: {t}\n\n", PROPER, ARCHIVE),
    "header in a line": _labelled(lambda n, s, t: f"{n}: {t}\n\n", PROPER, "home · about\n\nTITLE: Pears: a talk CHANNEL: Orchard DATE: 2024-03-05 ---TRANSCRIPT---\n"),
    "page numbers": _pages("{}\n\n\f"),
    "pages of so many": _pages("Page {} of 9\n\n"),
    "seconds": _bare(lambda n, s, t: f"[{s}.00s -> {s + 2}.50s] {t}\n", TIMES),
    "seconds in round brackets": _bare(lambda n, s, t: f"({s}.00s - {s + 2}.50s) {t}\n", TIMES),
    "seconds and names": _timed(lambda n, s, t: f"[{s}.00s -> {s + 2}.50s] {n}: {t}\n"),
    "bold name, time as link in brackets": _timed(lambda n, s, t: f"**{n}** [({clock(s)})](https://youtube.com/watch?v=abcdefghijk&t={s}) {t}\n\n"),
    "picture": _labelled(lambda n, s, t: f"\U0001f399\ufe0f {n}: {t}\n\n"),
    "times on their lines": _bare(lambda n, s, t: f"{clock(s)}\n{t}\n\n", TIMES),
    "times in brackets": _bare(lambda n, s, t: f"[{clock(s)}] {t}\n", TIMES),
    "times in bold": _bare(lambda n, s, t: f"**{minutes(s)}** {t}\n\n", TIMES),
    "times in round brackets": _bare(lambda n, s, t: f"({minutes(s)}) {t}\n", TIMES),
    "panel of a player": _bare(lambda n, s, t: f"{minutes(s)}\n{s} seconds\n{t}\n", TIMES, "Transcript\n\n\nSearch in video\n"),
    "paragraphs": _bare(lambda n, s, t: f"{t}\n\n"),
    "wrapped paragraphs": _bare(lambda n, s, t: filled(t, 40) + "\n\n"),
    "wrapped without paragraphs": _bare(lambda n, s, t: filled(t, 40) + "\n"),
    "one line": _bare(lambda n, s, t: f"{t} "),
    "dashes": _bare(lambda n, s, t: f"- {t}\n"),
    "long dashes": _bare(lambda n, s, t: f"– {t}\n\n"),
    "angles": _bare(lambda n, s, t: f">> {t}\n"),
    "angles in one line": _bare(lambda n, s, t: f">> {t} "),
    "angles of a page in one line": _bare(lambda n, s, t: f"&gt;&gt; {t} "),
}  # fmt: skip
