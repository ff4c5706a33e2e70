"""Our own two themes, a page of paper and a dim room; and inks that can be read in every theme."""

from __future__ import annotations

from functools import lru_cache
from math import dist

from textual.color import Color, rgb_to_lab
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
VOICES = ("voice-1", "voice-2", "voice-3", "voice-4", "voice-5", "voice-6")
VOICE_INKS = ("text-primary", "text-accent", "text-success", "text-warning", "text-error")
"""Inks of a theme that voices take first, so far as they can be told apart."""
SPARE_HUES = (280, 190, 40, 120, 330, 220, 0, 80)
"""Hues, in degrees, of what is offered where a theme has too few."""
ANSI_VOICES = (
    "ansi_blue",
    "ansi_green",
    "ansi_magenta",
    "ansi_cyan",
    "ansi_yellow",
    "ansi_red",
)
APART = 25.0
"""Distance in CIELAB that two voices keep where there are colours enough."""
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

    `voice-1` to `voice-6` are added, inks for those who speak. A theme of sixteen colours is left
    alone: the terminal chooses what they are.
    """
    if variables["background"].startswith("ansi"):
        return variables | dict(zip(VOICES, ANSI_VOICES, strict=True))
    grounds = tuple(variables[name] for name in ("background", "surface", "panel", "foreground"))
    inks = {name: _ink(variables[name], *grounds) for name in INKS}
    voices = _voices(tuple(inks[name] for name in VOICE_INKS), grounds)
    return variables | inks | dict(zip(VOICES, voices, strict=True))


@lru_cache(maxsize=32)
def _voices(inks: tuple[str, ...], grounds: tuple[str, str, str, str]) -> list[str]:
    """Inks that nobody takes for one another: the theme's own as far as they go, then others."""
    spare = [_ink(Color.from_hsl(hue / 360, 0.6, 0.5).hex, *grounds) for hue in SPARE_HUES]
    offered, chosen = [*inks, *spare], [inks[0]]
    while len(chosen) < len(VOICES):
        apart = [min(difference(one, other) for other in chosen) for one in offered]
        best = next((i for i, least in enumerate(apart) if least >= APART), None)
        chosen.append(offered[apart.index(max(apart)) if best is None else best])
    return chosen


def difference(one: str, other: str) -> float:
    """How far apart two colours look: their distance in CIELAB; 2.3 can just be told."""
    return dist(_in_lab(one), _in_lab(other))


@lru_cache(maxsize=256)
def _in_lab(color: str) -> tuple[float, float, float]:
    lab = rgb_to_lab(Color.parse(color))
    return lab.L, lab.a, lab.b


@lru_cache(maxsize=256)
def _ink(ink: str, page: str, surface: str, panel: str, foreground: str) -> str:
    ground, box = Color.parse(page), Color.parse(surface)
    lit, lit_box = (one.blend(Color.parse(foreground), 0.14) for one in (ground, box))
    wanted = ((ground, PLAIN), *((one, LIT) for one in (box, Color.parse(panel), lit, lit_box)))
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


@lru_cache(maxsize=1024)
def _luminance(color: Color) -> float:
    red, green, blue = (
        share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4
        for share in color.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
