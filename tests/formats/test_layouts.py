"""Layouts of many tools: the words spoken come out once, with speakers, and nothing else."""

# ruff: noqa: E501 - a layout a line is easier to compare than wrapped ones.
from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from playhead.formats.reading import read_source

SAID = [
    "Welcome to the show. How are you today?",
    "Thanks, I am doing well, thank you.",
    "Tell me about your work: what is it?",
    "I build large systems at 3:20 in the morning.",
    "Good. What else?",
    "Nothing else, really.",
]
ASKER, TELLER = "Ann Asker", "Bob Björn"


def alternate(
    shape: Callable[[int, str, str], str], first: str = ASKER, second: str = TELLER
) -> str:
    """The talk in one shape: number of the turn, name and words to text."""
    return "".join(shape(i, (first, second)[i % 2], t) for i, t in enumerate(SAID))


def m(i: int) -> str:
    return f"{i * 7 // 60}:{i * 7 % 60:02}"


def h(i: int) -> str:
    return f"00:{i * 7 // 60:02}:{i * 7 % 60:02}"


LAYOUTS = {
    "rev": alternate(lambda i, n, t: f"{n} ({h(i)}):\n{t}\n\n"),
    "rev2": alternate(lambda i, n, t: f"{n}: ({h(i)})\n{t}\n\n"),
    "trint": alternate(lambda i, n, t: f"[{h(i)}.00] {n}\n{t}\n\n"),
    "trint2": alternate(lambda i, n, t: f"{n} [{h(i)}] {t}\n\n"),
    "sonix": alternate(lambda i, n, t: f"{n}: [{h(i)}] {t}\n\n"),
    "happyscribe": alternate(lambda i, n, t: f"[{h(i)}.120] - {n}\n{t}\n\n"),
    "fireflies": alternate(lambda i, n, t: f"{n}  {m(i)}\n{t}\n\n"),
    "fireflies2": alternate(lambda i, n, t: f"{m(i)}\n{n}\n{t}\n\n"),
    "fathom": "Meeting - March 3\nVIEW RECORDING - 31 mins (No highlights)\n\n---\n\n"
    + alternate(lambda i, n, t: f"{m(i)} - {n}\n  {t}\n\n"),
    "meet": alternate(lambda i, n, t: f"{n}: {t}\n"),
    "meet2": "Transcript\n\n" + alternate(lambda i, n, t: f"{h(i)}\n{n}: {t}\n\n"),
    "youtube copy": alternate(lambda i, n, t: f"{m(i)}\n{t}\n"),
    "youtube copy2": alternate(lambda i, n, t: f"{m(i)}\n{i * 7} seconds\n{t}\n"),
    "ted": alternate(lambda i, n, t: f"{m(i)}\n{t}\n\n"),
    "npr": alternate(
        lambda i, n, t: (
            f"{n.upper()}, HOST: {t}\n\n" if i == 0 else f"{n.split()[-1].upper()}: {t}\n\n"
        )
    ),
    "hearing": alternate(
        lambda i, n, t: f"   Mr. {n.split()[-1].upper()}. {t}\n", "Ann Asker", "Bob Borne"
    ),
    "lex": alternate(lambda i, n, t: f"{n}\n({h(i)}) {t}\n\n"),
    "dwarkesh": alternate(lambda i, n, t: f"**{n}** *{h(i)}*\n\n{t}\n\n"),
    "dwarkesh2": alternate(lambda i, n, t: f"{n} {h(i)}\n\n{t}\n\n"),
    "host br": alternate(lambda i, n, t: f"[{n}] {t}\n\n", "Host", "Guest"),
    "host br2": alternate(lambda i, n, t: f"[{n}]: {t}\n\n", "Host", "Guest"),
    "HOST": alternate(lambda i, n, t: f"{n}: {t}\n\n", "HOST", "GUEST"),
    ">>name": alternate(lambda i, n, t: f">> {n.upper()}: {t}\n"),
    ">>": alternate(lambda i, n, t: f">> {t}\n"),
    "dash": alternate(lambda i, n, t: f"— {t}\n\n"),
    "bold alone": alternate(lambda i, n, t: f"**{n}**\n\n{t}\n\n"),
    "bold words": alternate(lambda i, n, t: f"**{n}** {t}\n\n"),
    "heading": alternate(lambda i, n, t: f"### {n}\n\n{t}\n\n"),
    "QA": alternate(lambda i, n, t: f"{n}. {t}\n\n", "Q", "A"),
    "QAcolon": alternate(lambda i, n, t: f"{n}: {t}\n\n", "Q", "A"),
    "initials": alternate(lambda i, n, t: f"{n}: {t}\n\n", "AA", "BB"),
    "initdots": alternate(lambda i, n, t: f"{n}: {t}\n\n", "A.A.", "B.B."),
    "spk": alternate(lambda i, n, t: f"{n}: {t}\n", "spk_0", "spk_1"),
    "spk br": alternate(lambda i, n, t: f"[{n}]: {t}\n", "SPEAKER_00", "SPEAKER_01"),
    "own line": alternate(lambda i, n, t: f"{n}\n{t}\n\n"),
    "own line colon": alternate(lambda i, n, t: f"{n}:\n{t}\n\n"),
    "tab": alternate(lambda i, n, t: f"{n}\t{t}\n"),
    "time tab": alternate(lambda i, n, t: f"{h(i)}\t{n}\t{t}\n"),
    "zoom txt": alternate(lambda i, n, t: f"{h(i)} {n}: {t}\n"),
    "zoom chat": alternate(lambda i, n, t: f"[{n}] {h(i)}\n{t}\n\n"),
    "descript md": alternate(lambda i, n, t: f"[{h(i)}] **{n}:** {t}\n\n"),
    "em dash": alternate(lambda i, n, t: f"{n.upper()} — {t}\n\n"),
    "whispercpp": alternate(lambda i, n, t: f"[{h(i)}.000 --> {h(i + 1)}.000]   {t}\n"),
    "whisper cli spk": alternate(lambda i, n, t: f"[{h(i)}.000 --> {h(i + 1)}.000] {n}: {t}\n"),
    "paren time": alternate(lambda i, n, t: f"({m(i)}) {n}: {t}\n\n"),
    "title over": "My great interview\nMarch 3, 2024\n\n"
    + alternate(lambda i, n, t: f"{n}: {t}\n\n"),
    "cn": alternate(lambda i, n, t: f"{n}：{t}\n\n", "主持人", "嘉宾"),
    "sbv": alternate(
        lambda i, n, t: (
            f"0:{i * 7 // 60:02}:{i * 7 % 60:02}.000,0:{i * 7 // 60:02}:{i * 7 % 60 + 5:02}.000\n{t}\n\n"
        )
    ),
    "lrc": "[ti:X]\n" + alternate(lambda i, n, t: f"[{i * 7 // 60:02}:{i * 7 % 60:02}.00]{t}\n"),
    "tsv": "start\tend\ttext\n"
    + alternate(lambda i, n, t: f"{i * 7000}\t{i * 7000 + 5000}\t{t}\n"),
    "csv": "start,end,speaker,text\n"
    + alternate(lambda i, n, t: f'{i * 7},{i * 7 + 5},{n},"{t}"\n'),
    "ass": "[Script Info]\nTitle: x\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
    + alternate(
        lambda i, n, t: (
            f"Dialogue: 0,0:{i * 7 // 60:02}:{i * 7 % 60:02}.00,0:{i * 7 // 60:02}:{i * 7 % 60 + 5:02}.00,Default,{n},0,0,0,,{t}\n"
        )
    ),
    "ttml": '<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml"><body><div>'
    + alternate(lambda i, n, t: f'<p begin="{h(i)}.000" end="{h(i)}.900">{t}</p>')
    + "</div></body></tt>",
    "srv3": '<?xml version="1.0"?><timedtext format="3"><body>'
    + alternate(
        lambda i, n, t: (
            f'<p t="{i * 7000}" d="500"><s>{t.split(" ", 1)[0]}</s><s t="100"> {t.split(" ", 1)[1]}</s></p>'
        )
    )
    + "</body></timedtext>",
    "html": "<html><head><title>X</title></head><body><nav><a href=x>Home</a></nav><article>"
    + alternate(lambda i, n, t: f"<p><strong>{n}:</strong> {t}</p>")
    + "</article><footer>c 2020</footer></body></html>",
    "html2": "<html><body><div class=menu><a href=x>Home</a></div>"
    + alternate(lambda i, n, t: f"<div><b>{n}</b> <span>{h(i)}</span></div><div>{t}</div>")
    + "</body></html>",
    "deepgram": json.dumps(
        {
            "metadata": {},
            "results": {
                "channels": [{"alternatives": [{"transcript": " ".join(SAID), "words": []}]}],
                "utterances": [
                    {"start": i * 7, "end": i * 7 + 5, "transcript": t, "speaker": i % 2}
                    for i, t in enumerate(SAID)
                ],
            },
        }
    ),
    "deepgram words": json.dumps(
        {
            "results": {
                "channels": [
                    {
                        "alternatives": [
                            {
                                "transcript": " ".join(SAID),
                                "words": [
                                    {
                                        "word": w,
                                        "punctuated_word": w,
                                        "start": i * 7,
                                        "end": i * 7 + 1,
                                        "speaker": i % 2,
                                    }
                                    for i, t in enumerate(SAID)
                                    for w in t.split()
                                ],
                            }
                        ]
                    }
                ]
            }
        }
    ),
    "assembly": json.dumps(
        {
            "id": "x",
            "text": " ".join(SAID),
            "words": [],
            "utterances": [
                {"start": i * 7000, "end": i * 7000 + 5000, "text": t, "speaker": "AB"[i % 2]}
                for i, t in enumerate(SAID)
            ],
        }
    ),
    "google": json.dumps(
        {
            "results": [
                {"alternatives": [{"transcript": t, "confidence": 0.9}], "resultEndTime": "7s"}
                for i, t in enumerate(SAID)
            ]
        }
    ),
    "azure": json.dumps(
        {
            "recognizedPhrases": [
                {
                    "speaker": i % 2 + 1,
                    "offset": f"PT{i * 7}S",
                    "duration": "PT5S",
                    "offsetInTicks": i * 7e7,
                    "nBest": [{"display": t, "lexical": t.lower()}],
                }
                for i, t in enumerate(SAID)
            ],
            "combinedRecognizedPhrases": [{"display": " ".join(SAID)}],
        }
    ),
    "revai": json.dumps(
        {
            "monologues": [
                {
                    "speaker": i % 2,
                    "elements": [
                        x
                        for w in t.split()
                        for x in (
                            {"type": "text", "value": w, "ts": i * 7.0, "end_ts": i * 7 + 1.0},
                            {"type": "punct", "value": " "},
                        )
                    ],
                }
                for i, t in enumerate(SAID)
            ]
        }
    ),
    "whisper": json.dumps(
        {
            "text": " ".join(SAID),
            "segments": [
                {"id": i, "start": i * 7.0, "end": i * 7 + 5.0, "text": " " + t}
                for i, t in enumerate(SAID)
            ],
            "language": "en",
        }
    ),
    "whispercpp json": json.dumps(
        {
            "transcription": [
                {
                    "timestamps": {"from": f"00:00:0{i},000", "to": f"00:00:0{i},500"},
                    "offsets": {"from": i * 1000, "to": i * 1000 + 500},
                    "text": " " + t,
                }
                for i, t in enumerate(SAID)
            ],
            "result": {"language": "en"},
        }
    ),
    "whisperx": json.dumps(
        {
            "segments": [
                {
                    "start": i * 7.0,
                    "end": i * 7 + 5.0,
                    "text": t,
                    "speaker": f"SPEAKER_0{i % 2}",
                    "words": [{"word": w, "start": i * 7.0, "end": i * 7 + 1.0} for w in t.split()],
                }
                for i, t in enumerate(SAID)
            ]
        }
    ),
    "hf chunks": json.dumps(
        {
            "text": " ".join(SAID),
            "chunks": [
                {"timestamp": [i * 7.0, i * 7 + 5.0], "text": " " + t} for i, t in enumerate(SAID)
            ],
        }
    ),
    "jsonl": "\n".join(
        json.dumps({"start": i * 7, "end": i * 7 + 5, "speaker": "AB"[i % 2], "text": t})
        for i, t in enumerate(SAID)
    ),
}

UNLABELLED = {
    "youtube copy", "youtube copy2", "ted", ">>", "dash", "whispercpp", "sbv", "lrc", "tsv", "ttml",
    "srv3", "google", "whisper", "whispercpp json", "hf chunks",
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layout(layout: str) -> None:
    source = read_source(LAYOUTS[layout].encode(), "file")
    assert " ".join(" ".join(one.text for one in source.segments).split()) == " ".join(SAID)
    heard: list[str | None] = []
    for one in source.segments:
        if not heard or heard[-1] != one.speaker:
            heard.append(one.speaker)
    if layout in UNLABELLED:
        assert heard == [None]
    else:
        assert heard == [heard[0], heard[1]] * 3
