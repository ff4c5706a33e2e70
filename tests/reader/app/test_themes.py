"""Every theme can be read: contrast by the formula of WCAG 2.1, on the ground it stands on."""

from __future__ import annotations

import pytest
from rich.color import Color as TerminalColor
from tests.reader.app.conftest import OpenReader
from textual.color import Color

from playhead.reader.tailoring import themes

BODY, QUIET = 4.5, 3.0
"""WCAG 2.1: body text, and large or incidental text."""


def contrast(ink: TerminalColor | None, ground: TerminalColor | None) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    assert ink is not None
    assert ground is not None
    return themes.contrast(Color.from_rich_color(ink), Color.from_rich_color(ground))


def test_the_formula_is_that_of_wcag() -> None:
    white, black = Color.parse("#ffffff"), Color.parse("#000000")
    assert themes.contrast(white, black) == pytest.approx(21.0)
    # The least grey that passes on white, as the explanation of the standard has it.
    assert themes.contrast(Color.parse("#767676"), white) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(
    "keys", [("5", "J", "m"), ("slash", *"memory")], ids=["outline and notes", "search"]
)
async def test_every_word_on_the_screen_can_be_read_in_every_theme(
    open_reader: OpenReader, keys: tuple[str, ...]
) -> None:
    async with open_reader(size=(160, 44)) as (app, pilot):
        await pilot.press(*keys)
        await pilot.pause(0.5)
        names = [name for name in sorted(app.available_themes) if not name.startswith("ansi")]
        assert len(names) == 21
        too_faint = set()
        for name in names:
            app.theme = name
            await pilot.pause()
            for strip in app.screen._compositor.render_strips():
                for text, style, _ in strip:
                    words = text.strip()
                    if not any(character.isalnum() for character in words) or not style:
                        continue
                    if (found := contrast(style.color, style.bgcolor)) < QUIET:
                        too_faint.add(f"{name}: {words[:30]!r} {found:.2f}")
        assert not too_faint, "\n".join(sorted(too_faint))


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
