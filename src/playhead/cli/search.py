"""`playhead search QUERY [FILE…]`: ranked passages, in one transcript or in many."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playhead.cli.opening import each_transcript
from playhead.cli.output import complain, fail, say, say_json

if TYPE_CHECKING:
    from playhead.search.index import Index
    from playhead.search.model import Hit


def configure(parser: ArgumentParser) -> None:
    """Add the arguments of `search`."""
    parser.add_argument("query", nargs="?", metavar="QUERY", help="words, also half remembered")
    parser.add_argument("files", nargs="*", metavar="FILE", help="transcripts or folders of them")
    parser.add_argument("--format", dest="shape", choices=("text", "json", "jsonl"), default="text")
    parser.add_argument("--limit", type=_positive, default=10, metavar="N", help="most hits shown")
    parser.add_argument("--speaker", metavar="WHO", help="host, guest or a name")
    parser.add_argument("--topic", metavar="T", help="only turns on this topic")
    parser.add_argument(
        "--queries", metavar="QUERIES", help="a query a line; one JSON object a line out"
    )


def _positive(word: str) -> int:
    number = int(word)
    if number < 1:
        raise ValueError
    return number


def run(options: Namespace) -> int:
    """Print what was found: 0, or 1 where nothing was, or 2 where a file cannot be read."""
    from playhead.search.index import open_index

    files = list(options.files)
    queries = [options.query or ""]
    if options.queries:
        files = ([options.query] if options.query else []) + files
        try:
            text = (
                sys.stdin.read()
                if options.queries == "-"
                else Path(options.queries).read_text("utf-8")
            )
        except (OSError, UnicodeDecodeError) as error:
            return fail(options.queries, getattr(error, "strerror", None) or "is not UTF-8 text")
        queries = text.splitlines()
    elif options.query is None:
        complain("a query is needed (see playhead search --help)")
        return 2
    failures: list[int] = []
    indexes = [open_index(one) for one in each_transcript(options, files, failures)]
    if not indexes and failures:
        return 2
    found = [
        _answer(options, query, indexes, queries_given=bool(options.queries)) for query in queries
    ]
    if failures:
        return 2
    return 0 if any(found) else 1


def _answer(options: Namespace, query: str, indexes: list[Index], *, queries_given: bool) -> bool:
    """Print the hits of one query over all transcripts; whether there were any."""
    hits: list[tuple[Index, Hit]] = []
    for index in indexes:
        result = index.search(_conditions(options, query), options.limit)
        if result.problem and index is indexes[0]:
            complain(f"query: {result.problem}")
        hits += [(index, hit) for hit in result.hits]
    hits.sort(key=lambda pair: -pair[1].score)
    hits = hits[: options.limit]
    rows = [_row(number, index, hit) for number, (index, hit) in enumerate(hits, 1)]
    if queries_given or options.shape == "json":
        say_json({"query": query, "hits": rows})
    elif options.shape == "jsonl":
        for row in rows:
            say_json(row)
    else:
        for line in _lines(hits, several=len(indexes) > 1):
            say(line)
    return bool(hits)


def _conditions(options: Namespace, query: str) -> str:
    """The query with what the options ask, in the query language."""
    if options.speaker:
        query += f' who:"{options.speaker}"'
    if options.topic:
        query += f' topic:"{options.topic}"'
    return query


def _row(number: int, index: Index, hit: Hit) -> dict[str, Any]:
    from playhead.transcript.document import time_document

    return {
        "rank": number,
        "score": hit.score,
        "path": index.transcript.origin.path,
        "turn": hit.turn,
        "speaker": hit.speaker,
        "start": hit.start,
        "end": hit.end,
        "quote": index.transcript.text[hit.start : hit.end],
        "weak": hit.weak,
        "time": time_document(index.turn_at(hit.start).time),
    }


def _lines(hits: list[tuple[Index, Hit]], *, several: bool) -> Iterator[str]:
    """A hit as people read it: who, when, the passage with what matched in bold on a terminal."""
    from playhead.transcript.times import clock_face

    for index, hit in hits:
        turn = index.turn_at(hit.start)
        time = ("≈ " if turn.time.estimated else "") + clock_face(turn.time.start)
        where = f"{index.transcript.origin.path}  " if several else ""
        guess = "  (a weak guess)" if hit.weak else ""
        name = index.transcript.name_of(hit.speaker) or "Speaker unknown"
        yield f"{where}{hit.turn}  {name}  {time}{guess}"
        yield "  " + " ".join(index.transcript.text[hit.start : hit.end].split())
