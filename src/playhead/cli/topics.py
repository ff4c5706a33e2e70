"""`playhead topics [FILE]`: what the talk is about."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from playhead.cli.opening import open_one
from playhead.cli.output import fail, say, say_json
from playhead.formats.unreadable import UnreadableError


def configure(parser: ArgumentParser) -> None:
    """Add the arguments of `topics`."""
    parser.add_argument("file", nargs="?", metavar="FILE", help="a transcript")
    parser.add_argument("--format", dest="shape", choices=("text", "json"), default="text")


def run(options: Namespace) -> int:
    """Print chapters and topics."""
    from playhead.transcript.document import to_document
    from playhead.transcript.times import Clock, clock_face

    try:
        transcript = open_one(options, options.file)
    except UnreadableError as error:
        return fail(options.file or "-", str(error))
    if options.shape == "json":
        document = to_document(transcript)
        say_json({key: document[key] for key in ("source", "title", "chapters", "topics")})
        return 0 if transcript.topics or transcript.chapters else 1
    starts = {turn.start: turn.time for turn in transcript.turns}
    for chapter in transcript.chapters:
        time = starts.get(chapter.start)
        face = clock_face(time.start if time else Clock(()).at(chapter.start))
        topics = f"  [{', '.join(chapter.topics)}]" if chapter.topics else ""
        say(f"{'  ' * chapter.level}{face:>8}  {chapter.title}{topics}")
    if not transcript.topics:
        say("no clear topics")
        return 1
    say()
    for topic in transcript.topics:
        say(f"{topic.weight:5.2f}  {topic.name}  ({len(topic.turns)} turns)")
    return 0
