"""A line to type in."""

from __future__ import annotations

from typing import Any

import pytest

from playhead.reader.panes.field import Field


async def test_the_keys_are_there_as_soon_as_they_are_given(show: Any) -> None:
    field = Field(compact=True)
    app = show(field)
    async with app.run_test(size=(20, 5)) as pilot:
        app.screen.set_focus(None)
        await pilot.pause()
        field.focus()
        assert app.focused is field


async def test_letters_lay_nothing_out_and_long_words_scroll(
    show: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = Field(compact=True)
    app = show(field)
    async with app.run_test(size=(20, 5)) as pilot:
        field.focus()
        await pilot.pause()
        laid_out: list[str] = []
        compositor = app.screen._compositor
        reflow = compositor.reflow

        def counted(*given: Any) -> Any:
            laid_out.append(field.value)
            return reflow(*given)

        monkeypatch.setattr(compositor, "reflow", counted)
        await pilot.press(*"half remembered words")
        await pilot.pause()
        assert laid_out == []
        assert field.render_line(0).text.rstrip().endswith("words")
        assert "half" not in field.render_line(0).text
        await pilot.press("home")
        assert field.render_line(0).text.startswith("half")
