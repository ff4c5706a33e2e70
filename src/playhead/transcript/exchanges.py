"""Stage 7. Turns -> exchanges: each question with the turns that answer it."""

from __future__ import annotations

from playhead.transcript.model import Exchange, Section, Turn


def link_exchanges(
    text: str, turns: tuple[Turn, ...], sections: tuple[Section, ...]
) -> tuple[Exchange, ...]:
    """Pair question turns with the answers that come before the next question."""
    exchanges: list[Exchange] = []
    question: list[str] = []
    answer: list[str] = []
    for turn in turns:
        if turn.kind == "question":
            if answer:
                exchanges.append(Exchange(f"q{len(exchanges) + 1}", tuple(question), tuple(answer)))
                question, answer = [], []
            question.append(turn.id)
        elif question and turn.kind == "answer":
            answer.append(turn.id)
    if question:
        exchanges.append(Exchange(f"q{len(exchanges) + 1}", tuple(question), tuple(answer)))
    return tuple(exchanges)
