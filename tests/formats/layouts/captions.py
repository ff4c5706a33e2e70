"""Caption files: SubRip, WebVTT, timed text, tables and the lesser ones."""

# ruff: noqa: E501 - a layout a line is easier to compare than wrapped ones.
from __future__ import annotations

from collections.abc import Callable
from html import escape

from tests.formats.layouts.talk import PROPER, Layout, Said, Talk, clock, each, filled, lines_of

FULL = ("full",)
Words = Callable[[str, str], str]


def _subrip(
    words: Words, people: tuple[str, ...] = PROPER, keeps: str = "names times", point: str = ","
) -> Layout:
    def write(talk: Talk) -> str:
        return "".join(
            f"{number}\n{clock(s)}{point}000 --> {clock(s + 2)}{point}500\n{words(n, t)}\n\n"
            for number, (n, s, t) in enumerate(talk, 1)
        )

    return Layout(write, people, keeps)


def _webvtt(
    words: Words, people: tuple[str, ...] = PROPER, keeps: str = "names times", *,
    top: str = "WEBVTT\n\n", name: Callable[[int], str] = lambda number: "", settings: str = "",
) -> Layout:  # fmt: skip
    def write(talk: Talk) -> str:
        return top + "".join(
            f"{name(number)}{clock(s)}.000 --> {clock(s + 2)}.500{settings}\n{words(n, t)}\n\n"
            for number, (n, s, t) in enumerate(talk, 1)
        )

    return Layout(write, people, keeps)


def _in_pieces(talk: Talk, shape: Callable[[Said, int], str]) -> str:
    """Every turn in several cues; `shape` is told which of them it is."""
    cues = []
    for said in talk:
        pieces = lines_of(said.words, 30)
        for number, piece in enumerate(pieces):
            start = said.seconds + number / len(pieces)
            mark = f"{clock(said.seconds)},{number * 900 // len(pieces):03}"
            cues.append(
                f"{mark} --> {clock(int(start) + 1)},000\n{shape(Said(said.name, 0, piece), number)}\n\n"
            )
    return "".join(f"{number}\n{cue}" for number, cue in enumerate(cues, 1))


def _karaoke(words: str, second: int) -> str:
    first, *rest = words.split()
    return first + "".join(
        f"<{clock(second)}.{n:03}><c> {word}</c>" for n, word in enumerate(rest, 1)
    )


def _rolling(talk: Talk) -> str:
    """As YouTube writes automatic captions: each line comes twice, the second time above the next."""
    lines = [
        (s * 1000 + n * 100, line) for _, s, t in talk for n, line in enumerate(lines_of(t, 30))
    ]
    blocks, last = ["WEBVTT\nKind: captions\nLanguage: en\n"], " "

    def face(thousandths: int) -> str:
        return f"{clock(thousandths // 1000)}.{thousandths % 1000:03}"

    for number, (begin, line) in enumerate(lines):
        end = lines[number + 1][0] if number + 1 < len(lines) else begin + 2000
        blocks.append(
            f"{face(begin)} --> {face(end - 10)} align:start position:0%\n{last}\n{_karaoke(line, begin // 1000)}\n"
        )
        blocks.append(f"{face(end - 10)} --> {face(end)} align:start position:0%\n{line}\n \n")
        last = line
    return "\n".join(blocks) + "\n"


def _cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _quoted(text: str) -> str:
    return escape(text, quote=False)


NOTED = """WEBVTT - Pears
Kind: captions
Language: en
X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0

STYLE
::cue {
  color: white;
}

REGION
id:fred
width:40%

NOTE
Made by hand,
in two lines

"""
TTML = '<?xml version="1.0" encoding="UTF-8"?>\n<tt xmlns="http://www.w3.org/ns/ttml" xml:lang="en"><head><metadata xmlns:ttm="http://www.w3.org/ns/ttml#metadata"><ttm:title>Pears</ttm:title></metadata></head><body><div>'

LAYOUTS: dict[str, Layout] = {
    "srt, names": _subrip(lambda n, t: f"{n}: {t}"),
    "srt, brackets": _subrip(lambda n, t: f"[{n}] {t}"),
    "srt, brackets and colon": _subrip(lambda n, t: f"[{n}]: {t}"),
    "srt, round brackets": _subrip(lambda n, t: f"({n}) {t}", ("full", "first", "three")),
    "srt, name on its line": _subrip(lambda n, t: f"{n}:\n{t}"),
    "srt, name without colon": _subrip(lambda n, t: f"{n}\n{filled(t, 40)}"),
    "srt, broadcasters": _subrip(lambda n, t: f">> {n}: {t}"),
    "srt, dashes": _subrip(lambda n, t: f"- {t}", FULL, "times"),
    "srt, angles": _subrip(lambda n, t: f">> {t}", FULL, "times"),
    "srt, codes": _subrip(lambda n, t: f'{{\\an8}}<font color="#ff0000"><b>{n}:</b></font> <i>{t}</i>'),
    "srt, bold": _subrip(lambda n, t: f"<b>{n}</b>: {t}"),
    "srt, wrapped": _subrip(lambda n, t: filled(f"{n}: {t}", 37)),
    "srt, words only": _subrip(lambda n, t: t, FULL, "times"),
    "srt, points": _subrip(lambda n, t: t, FULL, "times", "."),
    "srt, places": Layout(each(lambda n, s, t: f"{s}\n{clock(s)},000 --> {clock(s + 2)},500  X1:100 X2:600 Y1:400 Y2:450\n{t}\n\n"), FULL, "times"),
    "srt, no numbers": Layout(each(lambda n, s, t: f"{clock(s)},000 --> {clock(s + 2)},500\n{n}: {t}\n\n")),
    "srt, name at a change": Layout(lambda talk: _in_pieces(talk, lambda said, number: said.words if number else f"{said.name}: {said.words}")),
    "srt, name above each": Layout(lambda talk: _in_pieces(talk, lambda said, number: f"{said.name}\n{said.words}"), ("full", "three", "numbered")),
    "vtt, voices": _webvtt(lambda n, t: f"<v {n}>{_quoted(t)}</v>"),
    "vtt, open voices": _webvtt(lambda n, t: f"<v {n}>{_quoted(t)}"),
    "vtt, classes": _webvtt(lambda n, t: f"<v.first.loud {n}>{_quoted(t)}</v>", settings=" align:start position:0% line:90%"),
    "vtt, teams": _webvtt(lambda n, t: f"<v {n}>{_quoted(t)}</v>", name=lambda number: f"0cfd0b48-9d43-4ca3-9d0e-{number:012x}/{number}-0\n"),
    "vtt, zoom": _webvtt(lambda n, t: f"{n}: {t}", top="WEBVTT\r\n\r\n", name=lambda number: f"{number}\n"),
    "vtt, notes and styles": _webvtt(lambda n, t: f"{n}: {t}", top=NOTED, name=lambda number: f"cue-{number}\n"),
    "vtt, no hours": Layout(each(lambda n, s, t: f"{clock(s)[3:]}.000 --> {clock(s + 2)[3:]}.500\n{n}: {t}\n\n", "WEBVTT\n\n")),
    "vtt, times of words": Layout(each(lambda n, s, t: f"{clock(s)}.000 --> {clock(s + 2)}.500\n{_karaoke(t, s)}\n\n", "WEBVTT\nKind: captions\nLanguage: en\n\n"), FULL, "times"),
    "vtt, rolling": Layout(_rolling, FULL, "times"),
    "ttml": Layout(each(lambda n, s, t: f'<p begin="{clock(s)}.000" end="{clock(s + 2)}.000">{escape(n)}: {escape(t)}</p>\n', TTML, "</div></body></tt>")),
    "ttml, breaks": Layout(each(lambda n, s, t: f'<p begin="{s}.0s" dur="2s">{"<br/>".join(map(escape, lines_of(t, 40)))}</p>', TTML, "</div></body></tt>"), FULL, "times"),
    "youtube srv1": Layout(each(lambda n, s, t: f'<text start="{s}.04" dur="2.5">{escape(escape(t))}</text>', '<?xml version="1.0" encoding="utf-8" ?><transcript>', "</transcript>"), FULL, "times"),
    "youtube srv2": Layout(each(lambda n, s, t: f'<text w="1" t="{s * 1000}" d="2500">{escape(t)}</text><text w="1" t="{s * 1000 + 2000}" append="1">\n</text>', '<?xml version="1.0" encoding="utf-8" ?><timedtext><window t="0" id="1" op="define" rcc="15"/>', "</timedtext>"), FULL, "times"),
    "youtube srv3": Layout(each(lambda n, s, t: f'<p t="{s * 1000}" d="2500" w="1">' + "".join(f'<s ac="200" t="{k * 100}">{" " if k else ""}{escape(w)}</s>' for k, w in enumerate(t.split())) + f'</p><p t="{s * 1000 + 2000}" w="1" a="1">\n</p>', '<?xml version="1.0" encoding="utf-8" ?><timedtext format="3"><head><pen id="1" fc="#E5E5E5"/><ws id="0"/></head><body><w t="0" id="1" wp="1" ws="1"/>', "</body></timedtext>"), FULL, "times"),
    "sbv": Layout(each(lambda n, s, t: f"{clock(s)[1:]}.000,{clock(s + 2)[1:]}.000\n{t}\n\n"), FULL, "times"),
    "csv": Layout(each(lambda n, s, t: f'{clock(s)},{clock(s + 2)},{n},{_cell(t)}\n', "Start,End,Speaker,Text\n")),
    "csv, quoted": Layout(each(lambda n, s, t: f'"{n}",{_cell(t)},"{s}.5"\n', '"speaker_name","transcript","start_time"\n')),
    "tsv": Layout(each(lambda n, s, t: f"{s}.0\t{s + 2}.0\t{n}\t{t}\n", "start\tend\tspeaker\ttext\n")),
    "markdown table": Layout(each(lambda n, s, t: f"| {clock(s)} | {n} | {t} |\n", "| Time | Speaker | Text |\n| --- | --- | --- |\n")),
}  # fmt: skip
