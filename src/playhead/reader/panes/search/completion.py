"""What can be typed next in a query: its operators, and the names and topics they take."""

from __future__ import annotations

from textual.suggester import Suggester

from playhead.text import one_line
from playhead.transcript.model import Transcript

OPERATORS: dict[str, str] = {
    "who:": "what a speaker says",
    "topic:": "what is about a topic",
    "after:": "later than a time, 12:30",
    "before:": "earlier than a time, 12:30",
    "has:note": "where there is a note",
}
HINT = '\'exact  "a phrase"  !not  a | b  ^start  who:  topic:  after:  has:note'


class QuerySuggester(Suggester):
    """Completes the last word of a query."""

    def __init__(self, transcript: Transcript) -> None:
        """Names and topics come from `transcript`."""
        super().__init__(use_cache=False, case_sensitive=True)
        self.show_transcript(transcript)

    def show_transcript(self, transcript: Transcript) -> None:
        """Complete with the names and topics of `transcript`."""
        roles = [one.role or one.id for one in transcript.speakers]
        names = [one.name for one in transcript.speakers]
        self._values = {
            "who:": _quoted([*dict.fromkeys(roles), *names]),
            "topic:": _quoted([topic.name for topic in transcript.topics]),
        }

    async def get_suggestion(self, value: str) -> str | None:
        """`value` with its last word completed, None where there is nothing to complete."""
        word = _last_word(value)
        completed = next((one for one in self.completions(word) if one != word), None)
        return value[: len(value) - len(word)] + completed if completed and word else None

    def completions(self, word: str) -> list[str]:
        """Everything that begins with `word`, operators first."""
        operator, colon, begun = word.partition(":")
        if colon:
            values = self._values.get(f"{operator.casefold()}:", [])
            begun = begun.casefold().lstrip('"')
            return [
                f"{operator}:{value}"
                for value in values
                if value.casefold().lstrip('"').startswith(begun)
            ]
        return [one for one in OPERATORS if one.startswith(word.casefold())] if word else []

    def hint(self, value: str) -> str:
        """What the last word may become, in one line; empty for a plain word."""
        word = _last_word(value)
        if ":" not in word:
            return ""
        operator = word.partition(":")[0].casefold() + ":"
        values = [one.partition(":")[2] for one in self.completions(word)]
        about = OPERATORS.get(operator, "")
        return "  ".join(values[:8]) if values else about


def _last_word(value: str) -> str:
    # Inside quotes a word goes on over spaces: who:"Jeff D
    end = value.rindex('"') if value.count('"') % 2 else len(value)
    return value[value.rfind(" ", 0, end) + 1 :]


def _quoted(values: list[str]) -> list[str]:
    plain = [one_line(value) for value in values if '"' not in value]
    return [f'"{value}"' if " " in value else value for value in plain]
