"""`playhead topics [FILE]`: what the talk is about, and what a person rules of it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from playhead.cli.opening import open_one, tell_unread
from playhead.cli.output import fail, say, say_json
from playhead.files import check_file
from playhead.formats.unreadable import UnreadableError
from playhead.notes.model import NotesError
from playhead.text import counted

if TYPE_CHECKING:
    from pathlib import Path

    from playhead.transcript.model import Transcript, Turn
    from playhead.transcript.topics.rulings import RulingAction

RULINGS: dict[str, tuple[RulingAction, int]] = {
    "rename": ("rename", 2),
    "merge": ("merge", 2),
    "hide": ("hide", 1),
    "add": ("add", 1),
}
"""The word on the command line -> what is ruled, and how many topics it names."""


def configure(parser: ArgumentParser) -> None:
    """Add the arguments of `topics`."""
    parser.usage = (
        "%(prog)s [--format text|json] [FILE]\n"
        "       %(prog)s rename TOPIC NAME [FILE] [--everywhere]\n"
        "       %(prog)s merge TOPIC INTO [FILE] [--everywhere]\n"
        "       %(prog)s hide TOPIC [FILE] [--everywhere]\n"
        "       %(prog)s add TOPIC [FILE] --turn ID"
    )
    parser.add_argument("words", nargs="*", metavar="FILE", help="a transcript")
    parser.add_argument("--format", dest="shape", choices=("text", "json"), default="text")
    parser.add_argument("--turn", metavar="ID", help="the turn that `add` gives the topic to")
    parser.add_argument(
        "--everywhere", action="store_true", help="hold the ruling for every transcript"
    )


def run(options: Namespace) -> int:
    """Print chapters and topics, or rule on a topic."""
    words: list[str] = options.words
    if words and words[0] in RULINGS:
        action, count = RULINGS[words[0]]
        if not count < len(words) <= count + 2:
            return fail(f"topics {words[0]}", f"takes {count} of TOPIC, NAME and maybe a FILE")
        file = words[count + 1] if len(words) > count + 1 else None
        try:
            return _rule(options, action, words[1 : count + 1], file)
        except UnreadableError as error:
            return fail(file or "-", str(error))
        except NotesError as error:
            return fail(_place(options, file), str(error))
    if len(words) > 1:
        return fail(words[1], "is one FILE too many")
    try:
        transcript = open_one(options, words[0] if words else None)
    except UnreadableError as error:
        return fail(words[0] if words else "-", str(error))
    tell_unread(options, transcript)
    return _print(transcript, options.shape)


def _rule(options: Namespace, action: RulingAction, topics: list[str], file: str | None) -> int:
    from playhead.notes.location import common_rulings
    from playhead.notes.notebook import Notebook

    transcript = open_one(options, file)
    topic, to = topics[0], topics[1] if len(topics) > 1 else ""
    known = {one.name.casefold() for one in transcript.topics}
    if action != "add" and topic.casefold() not in known and not options.everywhere:
        return fail(topic, "is no topic of this transcript")
    place: tuple[int, int] | None = None
    if action == "add":
        turn = _turn(transcript, options.turn)
        if turn is None or options.everywhere:
            return fail(topic, "is added to one turn: give its id with --turn")
        place = (turn.start, turn.end)
    if options.everywhere:
        book = Notebook.open(transcript, _begun(common_rulings()))
    else:
        book = Notebook.open(transcript, options.notes)
    book.rule_topic(action, topic, to, place)
    return 0


def _place(options: Namespace, file: str | None) -> str:
    """The file that a ruling is written to, as far as a person named it."""
    from playhead.notes.location import common_rulings

    return str(common_rulings()) if options.everywhere else options.notes or file or "-"


def _begun(path: Path) -> Path:
    """The file at `path`, begun if there is none. Raises NotesError."""
    try:
        check_file(str(path))
    except UnreadableError as error:
        raise NotesError(f"cannot be read: {error}") from None
    if not path.exists():
        from playhead.notes.save import save
        from playhead.storage import make_folder

        make_folder(path.parent)
        save(path, b"playhead: 1\n")
    return path


def _turn(transcript: Transcript, id: str | None) -> Turn | None:
    return next((turn for turn in transcript.turns if turn.id == id), None)


def _print(transcript: Transcript, shape: str) -> int:
    from playhead.transcript.document import to_document
    from playhead.transcript.times import clock_face, seconds_at

    if shape == "json":
        document = to_document(transcript)
        say_json({key: document[key] for key in ("source", "title", "chapters", "topics")})
        return 0 if transcript.topics or transcript.chapters else 1
    for chapter in transcript.chapters:
        face = clock_face(seconds_at(transcript, chapter.start))
        topics = f"  [{', '.join(chapter.topics)}]" if chapter.topics else ""
        say(f"{'  ' * chapter.level}{face:>8}  {chapter.title}{topics}")
    if not transcript.topics:
        say("no clear topics")
        return 1
    say()
    for topic in transcript.topics:
        say(f"{topic.weight:5.2f}  {topic.name}  ({counted(len(topic.turns), 'turn')})")
    return 0
