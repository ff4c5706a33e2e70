"""The settings: a YAML file in which every setting has a sentence. Errors are told, never fatal."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Collection, Mapping
from pathlib import Path

from playhead.files import read_bytes
from playhead.formats.unreadable import MissingError, UnreadableError
from playhead.reader.tailoring.themes import DEFAULT
from playhead.storage import data_folder, write_private

Value = str | int | float | bool

SENTENCES: dict[str, tuple[Value, str]] = {
    "theme": (DEFAULT, "The theme: one of Textual's, or our own paper and dim; T chooses."),
    "measure": (72, "Characters in a line of text, 40 to 100; < and > change it."),
    "paragraphs": (True, "Whether long speeches are set in paragraphs."),
    "outline": (True, "Whether the outline is open at first, where there is room for it."),
    "speed": (1.0, "The speed of playing, 0.5 to 3."),
}
_LIMITS: dict[str, tuple[float, float]] = {"measure": (40, 100), "speed": (0.5, 3.0)}
_LINE = re.compile(r"^([a-z_]+)\s*:\s*(.*?)\s*(?:#.*)?$")


class Settings:
    """The settings, and what is wrong with their file."""

    def __init__(self, choices: Mapping[str, Collection[str]] | None = None) -> None:
        """Read the file; what is missing or wrong is as it comes.

        `choices` are the words that a setting may be, where it may not be any.
        """
        self._choices = choices or {}
        self._file = data_folder() / "settings.yaml"
        self._values: dict[str, Value] = {name: value for name, (value, _) in SENTENCES.items()}
        self._chosen: set[str] = set()
        self.problems: list[str] = []
        try:
            self._read(self._text())
        except MissingError:
            return
        except (UnreadableError, ValueError) as error:
            self.problems.append(f"settings.yaml cannot be read: {error}")

    def text(self, name: str) -> str:
        """A setting that is words."""
        return str(self._values[name])

    def number(self, name: str) -> float:
        """A setting that is a number."""
        return float(self._values[name])

    def flag(self, name: str) -> bool:
        """A setting that is yes or no."""
        return bool(self._values[name])

    def is_chosen(self, name: str) -> bool:
        """Whether the file says what a setting is."""
        return name in self._chosen

    def keep(self, name: str, value: Value) -> None:
        """Change a setting and write the file; what stands in it besides stays."""
        self._values[name] = value
        line = f"{name}: {_write(value)}"
        with contextlib.suppress(OSError, UnreadableError, ValueError):
            text = self._text() if self._file.exists() else fresh_settings()
            pattern = re.compile(rf"^{name}\s*:.*$", re.MULTILINE)
            text = pattern.sub(lambda _: line, text) if pattern.search(text) else f"{text}{line}\n"
            write_private(self._file, text)

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self._file

    def _text(self) -> str:
        return read_bytes(str(self._file)).decode()

    def _read(self, text: str) -> None:
        for number, line in enumerate(text.splitlines(), 1):
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            match = _LINE.match(line)
            if match is None:
                self.problems.append(f"settings.yaml line {number}: not a setting")
            elif match[1] not in SENTENCES:
                self.problems.append(f"settings.yaml line {number}: no setting {match[1]}")
            else:
                self._take(number, match[1], match[2].strip("\"'"))

    def _take(self, number: int, name: str, words: str) -> None:
        default = SENTENCES[name][0]
        try:
            value = _value_like(default, words)
            low, high = _LIMITS.get(name, (float("-inf"), float("inf")))
            if not isinstance(value, str) and not low <= value <= high:
                raise ValueError
            if value not in self._choices.get(name, (value,)):
                raise ValueError
        except ValueError:
            self.problems.append(f"settings.yaml line {number}: {name} cannot be {words!r}")
            return
        self._values[name] = value
        self._chosen.add(name)


def _value_like(default: Value, words: str) -> Value:
    if isinstance(default, bool):
        if words.lower() not in ("true", "false", "yes", "no"):
            raise ValueError(words)
        return words.lower() in ("true", "yes")
    if isinstance(default, int):
        return int(words)
    return float(words) if isinstance(default, float) else words


def _write(value: Value) -> str:
    return json.dumps(value)


def fresh_settings() -> str:
    """A file of settings as they come, each with its sentence."""
    lines = ["# Settings of Playhead. A line taken out is as it comes.", ""]
    for name, (value, sentence) in SENTENCES.items():
        lines += [f"# {sentence}", f"{name}: {_write(value)}", ""]
    return "\n".join(lines)
