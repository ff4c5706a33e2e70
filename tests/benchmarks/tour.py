"""A recorded tour of the reader, scrub, search, note and copy, as one animated picture.

    python -m tests.benchmarks.tour [PICTURE]

Keys are pressed in the reader itself, on the interview that ships with it; each frame is a picture
of the screen, shown for its time by an animation in the style sheet. No script runs in it.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ |= {"TEXTUAL_ANIMATIONS": "none", "COLORTERM": "truecolor"}

from textual.pilot import Pilot

from playhead.library import open_transcript, shipped_interview
from playhead.reader.app import PlayheadApp
from playhead.reader.opening.starting import prepare

PICTURE = Path(__file__).parents[1] / "reader" / "app" / "tour.svg"
SIZE = (110, 30)


@dataclass(frozen=True, slots=True)
class Step:
    """Keys, what is said of them under the picture, and seconds to look at what they did."""

    keys: tuple[str, ...]
    caption: str
    seconds: float = 1.6


TOUR = (
    Step(
        (), "An interview of which nobody was named, opened: who speaks, questions, chapters", 3.0
    ),
    Step(("3",), "3: scrub to 30 % of the talk"),
    Step(("right", "right", "right"), "→: on by seconds", 1.2),
    Step(("6",), "6: to 60 %"),
    Step(("right_square_bracket",), "]: the next question"),
    Step(("slash", *"relia"), "/: search while you type", 1.0),
    Step(tuple("ble systms unre"), "half remembered, misspelt", 1.2),
    Step(tuple("liable parts"), "and found", 2.4),
    Step(("enter",), "Enter: there it is, marked in the text and on the bar", 2.0),
    Step(("v",), "v: select the sentence", 1.4),
    Step(("a",), "a: write a note on it", 1.2),
    Step(tuple("Redundancy is a design choice"), "typed in a proper editor", 1.4),
    Step(("tab", *"reliability", "ctrl+s"), "ctrl+s: saved, in a YAML file of your own", 2.6),
    Step(("m",), "m: all notes", 2.6),
)


def main() -> None:
    """Write the picture."""
    picture = Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURE
    with tempfile.TemporaryDirectory() as home:
        os.environ["PLAYHEAD_HOME"] = home
        file = Path(home) / "interview.txt"
        shutil.copy(shipped_interview(), file)
        frames = asyncio.run(record(str(file)))
    picture.write_text(animated(frames), encoding="utf-8")
    print(f"{picture}: {len(frames)} frames, {picture.stat().st_size // 1024:,} KiB")


async def record(file: str) -> list[str]:
    """A picture of the screen after each step."""
    open_transcript(file)
    app = PlayheadApp(prepare(file, None, None, True))
    frames = []
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        app.say("")
        for step in TOUR:
            for key in step.keys:
                await pilot.press(key)
            await settle(pilot)
            frames.append(app.export_screenshot(title=step.caption))
    return frames


async def settle(pilot: Pilot[Any]) -> None:
    """Wait until notes, hits and panes stand."""
    await pilot.pause(1.0)
    for field in pilot.app.query("Input, TextArea"):
        field.cursor_blink = False  # type: ignore[attr-defined]
    await pilot.pause(0.2)


def animated(frames: list[str]) -> str:
    """Frames side by side on a strip that is drawn on by one animation, for ever.

    One, because animations of many frames begin as each is read, and then gape or overlap.
    """
    whole = sum(step.seconds for step in TOUR)
    match = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', frames[0])
    assert match is not None
    width, height = match[1], match[2]
    parts, keyframes, begun = [], [], 0.0
    for number, (frame, step) in enumerate(zip(frames, TOUR, strict=True)):
        left = number * float(width)
        keyframes.append(f"{100 * begun / whole:.3f}%{{transform:translateX({-left:g}px)}}")
        # Names of classes and of clips are told apart by frame.
        inner = re.sub(r"terminal-\d+", f"t{number}", frame)
        inner = re.sub(r"@font-face\s*{[^}]*}", "", inner) if number else inner
        parts.append(f'<g transform="translate({left:g} 0)">{inner}</g>')
        begun += step.seconds
    style = (
        f"@keyframes tour{{{''.join(keyframes)}}}"
        f"#strip{{animation:tour {whole:.1f}s step-end infinite}}"
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">\n'
        f"<style>{style}</style>\n"
        f'<svg width="{width}" height="{height}" overflow="hidden"><g id="strip">\n'
        + "\n".join(parts)
        + "\n</g></svg>\n</svg>\n"
    )


if __name__ == "__main__":
    main()
