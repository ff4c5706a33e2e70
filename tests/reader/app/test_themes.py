"""Every theme can be read: contrast by the formula of WCAG 2.1, on the ground it stands on."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from rich.color import Color as TerminalColor
from tests.reader.app.conftest import OpenReader
from textual.color import Color
from textual.geometry import Region
from textual.pilot import Pilot

from playhead.reader.app import PlayheadApp
from playhead.reader.dialogs.dialog import Dialog
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


def too_faint(app: PlayheadApp, region: Region) -> set[str]:
    """The words in a part of the screen that cannot be read well."""
    found = set()
    for strip in app.screen._compositor.render_strips()[region.y : region.bottom]:
        for text, style, _ in strip.crop(region.x, region.right):
            words = text.strip()
            if not any(character.isalnum() for character in words) or not style:
                continue
            if (share := contrast(style.color, style.bgcolor)) < QUIET:
                found.add(f"{app.theme}: {words[:30]!r} {share:.2f}")
    return found


async def too_faint_anywhere(app: PlayheadApp, pilot: Pilot[Any]) -> set[str]:
    """The words on the screen, or in the dialog over it, that some theme hides."""
    found = set()
    names = [name for name in sorted(app.available_themes) if not name.startswith("ansi")]
    assert len(names) == 21
    for name in names:
        app.theme = name
        await pilot.pause()
        box = app.screen.query_one("#dialog") if isinstance(app.screen, Dialog) else app.screen
        found |= too_faint(app, box.region)
    return found


SCREENS = {
    "outline and notes": ("5", "J", "m"),
    "search": ("slash", *"memory"),
    "an empty note": ("5", "a"),
    "a topic": ("t", "enter"),
}
DIALOGS = {
    "help": ("question_mark",),
    "filter": ("f",),
    "no place": ("colon", *"zz"),
    "correct": ("5", "J", "c"),
}


@pytest.mark.parametrize("keys", [*SCREENS.values(), *DIALOGS.values()], ids=[*SCREENS, *DIALOGS])
async def test_every_word_on_the_screen_can_be_read_in_every_theme(
    open_reader: OpenReader, keys: tuple[str, ...]
) -> None:
    async with open_reader(size=(120, 36)) as (app, pilot):
        await pilot.press(*keys)
        await pilot.pause(0.3)
        assert isinstance(app.screen, Dialog) == (keys in DIALOGS.values())
        found = await too_faint_anywhere(app, pilot)
        assert not found, "\n".join(sorted(found))


async def test_what_the_pointer_tells_can_be_read_in_every_theme(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        await pilot.hover("#scrub", offset=(60, 2))
        await pilot.pause()
        assert app.preview.display
        found = await too_faint_anywhere(app, pilot)
        assert not found, "\n".join(sorted(found))


async def test_six_voices_can_be_told_apart_in_every_theme(open_reader: OpenReader) -> None:
    async with open_reader() as (app, pilot):
        alike = set()
        for name in sorted(app.available_themes):
            app.theme = name
            await pilot.pause()
            variables = app.get_css_variables()
            inks = [variables[voice] for voice in themes.VOICES]
            if name.startswith("ansi"):
                assert len(set(inks)) == len(inks)
                continue
            for one, other in combinations(inks, 2):
                if (apart := themes.difference(one, other)) < 20:
                    alike.add(f"{name}: {one} {other} {apart:.0f}")
        assert not alike, "\n".join(sorted(alike))


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


async def test_a_theme_is_seen_while_choosing_and_escape_brings_the_old_one_back(
    open_reader: OpenReader,
) -> None:
    async with open_reader() as (app, pilot):
        before = app.theme
        await pilot.press("T", *"nord")
        await pilot.pause(0.3)
        assert app.theme == "nord"
        await pilot.press("escape")
        assert app.theme == before


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
