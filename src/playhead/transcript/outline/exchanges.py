"""Stage 7. Turns -> exchanges: each question with the turns that answer it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from playhead.transcript.model import Exchange, Section, Turn
from playhead.transcript.topics.common_words import is_common

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
INTERRUPTION_WORDS = 8
"""A guest's turn shorter than this, in the middle of a question, does not answer it."""

ECHO_WORDS = 5
"""A question of at most this many words after an answer asks for no more than a yes."""

_GOES_ON = re.compile(r"^(?:And|But|Or|Because|Like|in|at|with)\b")
_REACTION = re.compile(
    r"^(?:(?:So,? |Oh,? |Wow,? |Okay,? |Right,? )*(?:Interesting|It(?:’|'|)s (?:really |very )?interesting"
    r"|Really|Wait|And|But|So you|I see|How so|How come|Why|What about|I (?:I )?don(?:’|')t know if)\b)"
)
_PAGE_TURN = re.compile(
    r"\b(?:i (?:also |actually )?want(?:ed)? to (?:ask|talk|turn|move)|let(?:’|')s (?:talk|move|turn|go)"
    r"|moving on|another (?:question|thing|topic)|next|last (?:one|question)|now,)\b"
)
"""In lower case: a pattern that looks at both cases takes twice the time."""


@dataclass(slots=True)
class _Pair:
    """An exchange while it is put together."""

    question: list[Turn] = field(default_factory=list)
    answer: list[Turn] = field(default_factory=list)


def link_exchanges(
    text: str, turns: tuple[Turn, ...], sections: tuple[Section, ...]
) -> tuple[Exchange, ...]:
    """Pair question turns with the answers that come before the next question.

    What is asked in the cold open is asked again later and makes no exchange of its own.
    """
    teaser = next((one.end for one in sections if one.kind == "teaser"), 0)
    pairs = _pair(text, [turn for turn in turns if turn.start >= teaser])
    exchanges: list[Exchange] = []
    for pair in pairs:
        follows = None
        if exchanges and _continues(text, pair, pairs[len(exchanges) - 1]):
            follows = exchanges[-1].id
        exchanges.append(
            Exchange(
                f"q{len(exchanges) + 1}",
                tuple(turn.id for turn in pair.question),
                tuple(turn.id for turn in pair.answer),
                follows,
            )
        )
    return tuple(exchanges)


def _pair(text: str, turns: list[Turn]) -> list[_Pair]:
    pairs: list[_Pair] = []
    lead: list[Turn] = []
    between = 0
    for turn in turns:
        words = text[turn.start : turn.end]
        count = len(words.split()) if len(words) < 200 else len(words) // 5
        asks = turn.kind == "question"
        if not asks and turn.kind == "answer":
            if pairs:
                pairs[-1].answer.append(turn)
            between += count
        elif asks or turn.kind == "remark":
            last = pairs[-1] if pairs else None
            before = last.question[-1] if last else None
            if (
                asks
                and last
                and before
                and between < INTERRUPTION_WORDS
                and _broken_off(text, before)
            ):
                last.question.append(turn)
                last.answer.clear()
            elif asks and last and last.answer and count <= ECHO_WORDS:
                last.question.append(turn)
            elif asks:
                near = between < INTERRUPTION_WORDS
                pairs.append(_Pair([*(lead if near else []), turn]))
            lead = _lead_in(text, lead, turn, between) if not asks else []
            between = 0
        elif turn.kind == "backchannel":
            between += count
    return pairs


def _broken_off(text: str, turn: Turn) -> bool:
    """Whether a turn was interrupted in mid-sentence."""
    return text[turn.start : turn.end].rstrip()[-1:] not in ".?!"


def _lead_in(text: str, lead: list[Turn], turn: Turn, between: int) -> list[Turn]:
    """The asker's turns that belong to a question still to come."""
    words = text[turn.start : turn.end]
    if (
        lead
        and between < INTERRUPTION_WORDS
        and (_broken_off(text, lead[-1]) or _GOES_ON.match(words))
    ):
        return [*lead, turn]
    return [turn] if _broken_off(text, turn) else []


def _continues(text: str, pair: _Pair, before: _Pair) -> bool:
    """Whether a question follows up on the answer before it, rather than turning the page."""
    words = text[pair.question[0].start : pair.question[-1].end]
    if _PAGE_TURN.search(words[:120].lower()):
        return False
    if _REACTION.match(words):
        return True
    if len(words.split(maxsplit=40)) > 40 or not before.answer:
        return False
    asked = {word for word in _WORD.findall(words.lower()) if len(word) > 3 and not is_common(word)}
    heard = text[before.answer[0].start : before.answer[-1].end].lower()
    return len([word for word in asked if word in heard]) >= 2
