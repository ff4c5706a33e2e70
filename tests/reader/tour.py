"""A tour of the reader as one animated SVG: `python -m tests.reader.tour tour.svg`.

Each picture is taken from the reader itself, driven by keys and mouse on the shipped interview.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.pilot import Pilot

SIZE = (110, 32)
STEPS: tuple[tuple[float, tuple[str, ...]], ...] = (
    (2.0, ()),
    (1.0, ("hover 38 30",)),
    (1.0, ("down 38 30",)),
    (0.5, ("drag 46 30",)),
    (0.5, ("drag 55 30",)),
    (1.5, ("drag 64 30",)),
    (1.0, ("up 64 30", "hover 64 12")),
    (0.6, ("slash", "type relable sys")),
    (1.8, ("type tems unreliable parts", "hits")),
    (1.2, ("enter", "hush")),
    (1.2, ("v", "hush")),
    (0.8, ("a", "type Redundancy")),
    (1.6, ("type  in software.", "tab", "type ECC")),
    (2.0, ("ctrl+s", "saved", "hush")),
    (2.0, ("Q", "hush")),
    (2.0, ("enter", "theme paper", "hush")),
)
"""How long each picture stands, in seconds, and what is done before it is taken."""


def combine(pictures: Sequence[str], seconds: Sequence[float]) -> str:
    """SVG pictures of one size -> one that shows each for its seconds, over and over."""
    head = re.match(r"<svg[^>]*>", pictures[0])
    assert head is not None
    total = sum(seconds)
    begun = 0.0
    styles, groups = [], []
    for number, (picture, stands) in enumerate(zip(pictures, seconds, strict=True)):
        first, last = 100 * begun / total, 100 * (begun + stands) / total
        styles.append(
            f"@keyframes picture-{number} {{ 0% {{ visibility: hidden }}"
            f" {first:.3f}% {{ visibility: visible }} {last:.3f}% {{ visibility: hidden }} }}"
            f" .picture-{number} {{ visibility: {'hidden' if number else 'visible'};"
            f" animation: picture-{number} {total:g}s step-end infinite }}"
        )
        inside = picture[picture.index(">", picture.index("<svg")) + 1 : picture.rindex("</svg>")]
        groups.append(f'<g class="picture-{number}">{inside}</g>')
        begun += stands
    return "\n".join([head[0], "<style>", *styles, "</style>", *groups, "</svg>", ""])


async def take_pictures(interview: Path) -> list[str]:
    """Drive the reader through the steps."""
    from playhead.library import open_transcript
    from playhead.reader.app import PlayheadApp
    from playhead.reader.starting import prepare

    open_transcript(str(interview))
    app = PlayheadApp(prepare(str(interview), None, None, True))
    pictures = []
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(1.0)
        app.say("")
        for _, actions in STEPS:
            for action in actions:
                await _act(app, pilot, action)
            await pilot.pause(0.3)
            pictures.append(app.export_screenshot())
    return pictures


async def _act(app: Any, pilot: Pilot[Any], action: str) -> None:
    verb, _, rest = action.partition(" ")
    if verb in ("hover", "down", "drag", "up"):
        x, y = map(int, rest.split())
        act = {"down": pilot.mouse_down, "up": pilot.mouse_up}.get(verb, pilot.hover)
        await act(offset=(x, y))
    elif verb == "type":
        await pilot.press(*("space" if letter == " " else letter for letter in rest))
    elif verb == "hits":
        while not app.reading.hits:
            await pilot.pause(0.05)
    elif verb == "saved":
        while app.keeper.state != "saved" or not app.reading.notes:
            await pilot.pause(0.05)
    elif verb == "theme":
        app.theme = rest
    elif verb == "hush":
        await pilot.pause(0.2)
        app.say("")
    else:
        await pilot.press(verb)


def main(target: str) -> None:
    """Write the tour."""
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PLAYHEAD_HOME"] = folder
        from playhead.library import shipped_interview

        interview = Path(folder) / "jeff-dean.txt"
        shutil.copy(shipped_interview(), interview)
        pictures = asyncio.run(take_pictures(interview))
    Path(target).write_text(combine(pictures, [stands for stands, _ in STEPS]), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
