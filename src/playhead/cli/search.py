"""`playhead search QUERY [FILE…]`: ranked passages, in one transcript or in many."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from playhead.cli.opening import each_transcript
from playhead.cli.output import complain, fail, say_json
from playhead.files import read_bytes
from playhead.formats.unreadable import UnreadableError

if TYPE_CHECKING:
    from playhead.cli.passages import Passage
    from playhead.search.index import Index
    from playhead.search.model import Result

_HELP = """
words find passages that hold them in any order, also misspelt or half remembered;
'exact "a phrase" !not a | b ^start who:guest topic:T after:12:30 before:12:30 has:note
"""


def configure(parser: ArgumentParser) -> None:
    """Add the arguments of `search`."""
    parser.epilog = _HELP
    parser.add_argument("query", nargs="?", metavar="QUERY", help="words, also half remembered")
    parser.add_argument("files", nargs="*", metavar="FILE", help="transcripts or folders of them")
    parser.add_argument("--format", dest="shape", choices=("text", "json", "jsonl"), default="text")
    parser.add_argument("--limit", type=_positive, default=10, metavar="N", help="most hits shown")
    parser.add_argument("--speaker", metavar="WHO", help="host, guest or a name")
    parser.add_argument("--topic", metavar="T", help="only turns on this topic")
    parser.add_argument(
        "--context", type=_natural, default=0, metavar="N", help="sentences shown around a hit"
    )
    parser.add_argument(
        "--queries", metavar="QUERIES", help="a query a line; one JSON object a line out"
    )


def _natural(word: str) -> int:
    if not word.isdecimal():
        raise ArgumentTypeError(f"{word!r} is not a number")
    return int(word)


def _positive(word: str) -> int:
    number = _natural(word)
    if number < 1:
        raise ArgumentTypeError("must be 1 or more")
    return number


def run(options: Namespace) -> int:
    """Print what was found: 0, or 1 where nothing was, or 2 where a file cannot be read."""
    from playhead.search.index import open_index
    from playhead.search.model import Result

    files = list(options.files)
    queries = [options.query or ""]
    if options.queries:
        files = ([options.query] if options.query is not None else []) + files
        try:
            queries = read_bytes(options.queries).decode("utf-8-sig").splitlines()
        except UnicodeDecodeError:
            return fail(options.queries, "is not UTF-8 text")
        except UnreadableError as error:
            return fail(options.queries, str(error))
    elif options.query is None:
        complain("a query is needed (see playhead search --help)")
        return 2
    failures: list[int] = []
    found: list[list[Passage]] = [[] for _ in queries]
    problems: list[set[str]] = [set() for _ in queries]
    opened = 0
    for transcript in each_transcript(options, files, failures):
        opened += 1
        index = open_index(transcript)
        is_noted = any("has:" in query for query in queries)
        notes = _notes(options, index, failures) if is_noted else ()
        for number, query in enumerate(queries):
            if notes is None and "has:" in query:
                result = Result((), "")
            else:
                result = _search(options, index, query, notes or ())
            problems[number].add(result.problem)
            found[number] = _merged(found[number], index, result, options.limit)
    if not opened:
        return 2
    for query, passages, told in zip(queries, found, problems, strict=True):
        # What only some of the files object to, as an unknown speaker, is no mistake.
        if "" not in told:
            complain(f"query: {min(told)}")
        elif not passages and options.shape == "text" and not options.queries:
            complain(f"nobody says “{query}”" if query.strip() else "the query is empty")
        _print(options, query, passages, several=opened > 1)
    if failures:
        return 2
    return 0 if any(found) else 1


def _search(options: Namespace, index: Index, query: str, notes: Sequence[_Place]) -> Result:
    """The hits in one transcript; none where the options ask for what it does not have."""
    from playhead.search.model import Result

    if options.speaker:
        query += f' who:"{options.speaker}"'
    if options.topic:
        query += f' topic:"{options.topic}"'
    result = index.search(query, options.limit, notes=notes)
    asked = (options.speaker and "who:" in result.problem) or (
        options.topic and "topic:" in result.problem
    )
    return Result((), result.problem) if asked else result


class _Place(NamedTuple):
    start: int
    end: int


def _notes(options: Namespace, index: Index, failures: list[int]) -> Sequence[_Place] | None:
    """Where the notes of a transcript lie; None, counted in `failures`, where they cannot be read."""
    from playhead.notes import Notebook
    from playhead.notes.model import NotesError

    try:
        notebook = Notebook.open(index.transcript, options.notes)
    except NotesError as error:
        # A file that was named is told of where its transcript is opened.
        path = index.transcript.origin.path
        failures.append(2 if options.notes else fail(path, f"the notes cannot be read: {error}"))
        return None
    anchors = notebook.anchors(index.transcript).values()
    return [
        _Place(one.start, one.end)
        for one in anchors
        if one.start is not None and one.end is not None
    ]


def _merged(held: list[Passage], index: Index, result: Result, limit: int) -> list[Passage]:
    """The best of two lists, those of the earlier files first among equals."""
    every = held + [(index, hit) for hit in result.hits]
    return sorted(every, key=lambda one: -one[1].score)[:limit]


def _print(options: Namespace, query: str, passages: list[Passage], *, several: bool) -> None:
    from playhead.cli.passages import passage_row, say_passage

    rows = (passage_row(number, one) for number, one in enumerate(passages, 1))
    if options.queries or options.shape == "json":
        say_json({"query": query, "hits": list(rows)})
    elif options.shape == "jsonl":
        for row in rows:
            say_json(row)
    else:
        for one in passages:
            say_passage(one, options.context, several=several)
