"""Every theme can be read: contrast by the formula of WCAG 2.1, on the ground it stands on."""

from __future__ import annotations

import pytest
from rich.color import Color as TerminalColor
from tests.reader.app.conftest import OpenReader
from textual.color import Color

BODY, QUIET = 4.5, 3.0
"""WCAG 2.1: body text, and large or incidental text."""


def contrast(ink: TerminalColor | None, ground: TerminalColor | None) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    assert ink is not None
    assert ground is not None
    light, dark = sorted((_luminance(one) for one in (ink, ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: TerminalColor) -> float:
    def linear(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = Color.from_rich_color(color).rgb
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


async def test_words_names_and_marks_stand_out_in_every_theme(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        too_faint = []
        for name in sorted(app.available_themes):
            if name.startswith("ansi"):
                continue
            app.theme = name
            await pilot.pause()
            app.view.render_line(1)
            palette = app.view._palette
            assert palette is not None
            inks = {"words": (palette.base, BODY), "chapter": (palette["chapter"], BODY)}
            inks |= {look: (palette[look], QUIET) for look in ("host", "guest", "muted", "note")}
            for overlay in ("yellow", "green", "blue", "pink", "hit", "near", "selection"):
                inks[overlay] = (palette.over(palette.base, [overlay]), BODY)
            for look, (style, wanted) in inks.items():
                found = contrast(style.color, style.bgcolor)
                if found < wanted:
                    too_faint.append(f"{name} {look} {found:.2f} < {wanted}")
        assert not too_faint, "\n".join(too_faint)


async def test_a_chosen_theme_is_remembered(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        await pilot.press("T", *"nord", "enter")
        assert app.theme == "nord"
    async with open_reader() as (app, pilot):
        assert app.theme == "nord"


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
async def test_sixteen_colours_open_too(open_reader: OpenReader, theme: str) -> None:
    async with open_reader() as (app, pilot):
        app.theme = theme
        await pilot.press("j", "h", "v")
        await pilot.pause()
        assert app.reading.position > 0
