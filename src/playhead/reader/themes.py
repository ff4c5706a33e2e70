"""Our own two themes, beside those of Textual: a page of paper, and a dim room."""

from __future__ import annotations

from textual.theme import Theme

OWN = ("paper", "dim")
DEFAULT = "dim"

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
