"""Our own two themes, a page of paper and a dim room; and inks that can be read in every theme."""

from __future__ import annotations

from functools import lru_cache

from textual.color import Color
from textual.theme import Theme

OWN = ("paper", "dim")
DEFAULT = "dim"
SIXTEEN = "ansi-dark"
"""The theme of Textual that leaves sixteen colours to the terminal."""

INKS = (
    "foreground-muted",
    "text-primary",
    "text-secondary",
    "text-accent",
    "text-success",
    "text-warning",
    "text-error",
)
"""Variables that we write words with."""
PLAIN, LIT = 4.5, 3.0
"""Contrast of WCAG 2.1: on the ground of the page, and for names and signs on a row that is lit."""

PAPER = Theme(
    name="paper",
    dark=False,
    background="#f6f1e7",
    surface="#efe8da",
    panel="#e6ddcb",
    foreground="#2b2620",
    primary="#1f5f8b",
    secondary="#6b5b3e",
    accent="#a8431f",
    success="#3d6b2f",
    warning="#8a5a00",
    error="#a3211d",
)
DIM = Theme(
    name="dim",
    dark=True,
    background="#16181d",
    surface="#1c1f26",
    panel="#242832",
    foreground="#c9c5bb",
    primary="#7fa9d6",
    secondary="#8f8a7c",
    accent="#e0a06a",
    success="#8fb573",
    warning="#e3c16f",
    error="#e07a6f",
)


def readable(variables: dict[str, str]) -> dict[str, str]:
    """`variables` of a theme, its inks taken towards black or white until they can be read.

    A theme of sixteen colours is left alone: the terminal chooses what they are.
    """
    if variables["background"].startswith("ansi"):
        return variables
    grounds = (variables["background"], variables["surface"], variables["foreground"])
    return variables | {name: _ink(variables[name], *grounds) for name in INKS}


@lru_cache(maxsize=256)
def _ink(ink: str, page: str, surface: str, foreground: str) -> str:
    ground = Color.parse(page)
    lit = ground.blend(Color.parse(foreground), 0.14)
    wanted = ((ground, PLAIN), (Color.parse(surface), LIT), (lit, LIT))
    given = Color.parse(ink)
    color = ground.blend(given.with_alpha(1.0), given.a)
    end = Color(255, 255, 255) if _luminance(ground) < 0.18 else Color(0, 0, 0)
    for share in range(0, 100, 5):
        tried = color.blend(end, share / 100)
        if all(contrast(tried, one) >= least for one, least in wanted):
            return tried.hex
    return end.hex


def contrast(ink: Color, ground: Color) -> float:
    """The contrast ratio of two opaque colours by the formula of WCAG 2.1, 1 to 21."""
    light, dark = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: Color) -> float:
    red, green, blue = (
        share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4
        for share in color.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
