"""`playhead notes …`: add, list, edit, remove, export and check notes."""

from __future__ import annotations

import sys
from argparse import SUPPRESS, ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playhead.cli.opening import open_one
from playhead.cli.output import complain, fail, say, say_json
from playhead.files import read_bytes
from playhead.formats.unreadable import UnreadableError
from playhead.notes.model import Note, NotesError
from playhead.transcript.anchoring.anchor import Selector, find_anchor

if TYPE_CHECKING:
    from playhead.notes.notebook import Notebook
    from playhead.transcript.model import Transcript


def configure(parser: ArgumentParser) -> None:
    """Add the sub-commands of `notes`."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)

    def action(name: str, purpose: str, *, file: bool = True) -> ArgumentParser:
        made = actions.add_parser(name, help=purpose, description=f"{purpose.capitalize()}.")
        # SUPPRESS keeps a value that was given before the action.
        made.add_argument("--notes", metavar="PATH", default=SUPPRESS, help="the file of notes")
        if file:
            made.add_argument("file", nargs="?", metavar="FILE", help="the transcript")
        return made

    add = action("add", "add a note to the passage nearest to a quote")
    add.add_argument("--quote", required=True, metavar="TEXT")
    add.add_argument("--note", required=True, metavar="TEXT")
    add.add_argument("--tag", action="append", default=[], metavar="T")
    add.add_argument("--turn", metavar="ID", help="where the quote stands several times, this turn")
    listed = action("list", "list the notes")
    listed.add_argument("--format", dest="shape", choices=("text", "json", "yaml"), default="text")
    edit = action("edit", "change a note", file=False)
    edit.add_argument("id", metavar="ID")
    edit.add_argument("file", nargs="?", metavar="FILE")
    edit.add_argument("--note", metavar="TEXT")
    edit.add_argument("--tag", action="append", metavar="T")
    remove = action("remove", "delete a note", file=False)
    remove.add_argument("id", metavar="ID")
    remove.add_argument("file", nargs="?", metavar="FILE")
    export = action("export", "write the notes in another form")
    export.add_argument(
        "--format",
        dest="shape",
        choices=("markdown", "obsidian", "csv", "json", "w3c"),
        default="markdown",
    )
    export.add_argument(
        "--output",
        metavar="PATH",
        help="write to a file; in Markdown what a person wrote around the notes stays",
    )
    taken = action("import", "take notes from annotations or another file of notes", file=False)
    taken.add_argument("file", metavar="FILE", help="the transcript")
    taken.add_argument(
        "annotations",
        metavar="NOTES",
        help="W3C Web Annotations (JSON), - is standard input; or a file of notes (.yaml)",
    )
    check = action("check", "tell of every note whether its passage is still there")
    check.add_argument("--format", dest="shape", choices=("text", "json"), default="text")
    action("path", "print where the notes lie")


def run(options: Namespace) -> int:
    """Open transcript and notes and do what was asked."""
    actions = {
        "add": _add,
        "list": _list,
        "edit": _edit,
        "remove": _remove,
        "export": _export,
        "import": _import,
        "check": _check,
        "path": _path,
    }
    from playhead.notes.notebook import Notebook

    place = options.notes or options.file or "notes"
    try:
        transcript = open_one(options, options.file or _transcript_of(options.notes))
        notebook = Notebook.open(transcript, options.notes)
        place = str(notebook.path)
        for problem in (*notebook.problems, *notebook.copies()):
            complain(f"{place}: {problem}")
        return actions[options.action](options, transcript, notebook)
    except (UnreadableError, NotesError) as error:
        return fail(place, str(error))


def _transcript_of(notes: str | None) -> str | None:
    """The transcript that a file of notes names, so that FILE may be left out."""
    if not notes or not Path(notes).is_file():
        return None
    from playhead.notes.file.cutting import read_document

    about = read_document(read_bytes(notes)).head.get("transcript")
    path = about.get("path") if isinstance(about, dict) else None
    return path if path and path != "-" and Path(path).exists() else None


def _add(options: Namespace, transcript: Transcript, notebook: Notebook) -> int:
    low, high = 0, len(transcript.text)
    if options.turn:
        turn = next((one for one in transcript.turns if one.id == options.turn), None)
        if turn is None:
            return fail(transcript.origin.path, f"there is no turn {options.turn}")
        low, high = turn.start, turn.end
    found = find_anchor(transcript.text[low:high], Selector(options.quote))
    if found.start is None or found.end is None:
        return fail(transcript.origin.path, "nobody says anything near that quote")
    start, end = found.start + low, found.end + low
    where = ""
    if found.state == "ambiguous":
        places = sorted([(start, end), *((low + a, low + b) for a, b, _ in found.candidates)])
        # What stands by itself was meant before what is the part of a longer word.
        whole = [place for place in places if _is_whole(transcript.text, *place)]
        places = whole or places
        start, end = places[0]
        if len(places) > 1:
            where = ", ".join(_turn_at(transcript, place) for place, _ in places)
    note = notebook.add(start, end, options.note, options.tag)
    if where:
        complain(f"{transcript.origin.path}: the quote stands in {where}; the first is taken")
    print(note.id)
    return 0


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no letter goes on before or behind `text[start:end]`."""
    before, after = text[max(0, start - 1) : start + 1], text[end - 1 : end + 1]
    goes_on = (len(pair) == 2 and pair.isalnum() for pair in (before, after))
    return not any(goes_on)


def _turn_at(transcript: Transcript, offset: int) -> str:
    return next((one.id for one in transcript.turns if one.start <= offset < one.end), "?")


def _list(options: Namespace, transcript: Transcript, notebook: Notebook) -> int:
    notes = notebook.notes
    if options.shape == "json":
        say_json([_document(note) for note in notes])
    elif options.shape == "yaml":
        text = notebook.path.read_text(encoding="utf-8") if notebook.path.exists() else ""
        say(text.rstrip("\n"))
    else:
        for note in notes:
            tags = "".join(f" #{tag}" for tag in note.tags)
            say(f"{note.id}  {note.turn}  {note.speaker}{tags}\n  “{note.quote}”")
            if note.note:
                say("  " + note.note.replace("\n", "\n  "))
    return 0 if notes else 1


def _edit(options: Namespace, transcript: Transcript, notebook: Notebook) -> int:
    notebook.edit(options.id, options.note, options.tag)
    return 0


def _remove(options: Namespace, transcript: Transcript, notebook: Notebook) -> int:
    notebook.remove(options.id)
    return 0


def _export(options: Namespace, transcript: Transcript, notebook: Notebook) -> int:
    from playhead.notes.exchange.export import EXPORTS

    notes = notebook.placed_notes(transcript)
    text = EXPORTS[options.shape](transcript, notes)
    if options.output:
        return _write_out(options, transcript, notebook.talk, text)
    if options.shape == "obsidian":
        from playhead.notes.exchange.obsidian import heading, properties

        text = f"{properties(transcript)}\n{heading(transcript)}{text}"
    sys.stdout.write(text)
    return 0 if notes else 1


def _write_out(options: Namespace, transcript: Transcript, talk: str, text: str) -> int:
    from playhead.notes.exchange.region import write_region
    from playhead.notes.save import save

    output = Path(options.output)
    try:
        if not output.parent.is_dir():
            return fail(options.output, "cannot be written: its folder does not exist")
        if options.shape in ("markdown", "obsidian"):
            from playhead.notes.exchange.obsidian import heading, properties

            is_plain = options.shape == "markdown"
            head, above = ("", "") if is_plain else (properties(transcript), heading(transcript))
            if write_region(output, talk, text, head, above):
                complain(f"{output}: what was changed by hand among the notes is kept above them")
            return 0
        if output.exists():
            return fail(options.output, "is there already; nothing was written to it")
        save(output, text.encode("utf-8", "replace"))
    except NotesError as error:
        return fail(options.output, str(error))
    return 0


def _import(options: Namespace, transcript: Transcript, notebook: Notebook) -> int:
    from playhead.notes.exchange.importing import read_w3c

    source = options.annotations
    try:
        data = read_bytes(source)
        if Path(source).suffix in (".yaml", ".yml"):
            complain(f"{source}: {notebook.take_copy(data)} taken")
            return 0
        notes = read_w3c(data.decode("utf-8-sig", "replace"), transcript)
    except UnreadableError as error:
        return fail(source, f"cannot be read: {error}")
    except NotesError as error:
        return fail(source, str(error))
    taken = notebook.take(notes)
    anchors = notebook.anchors(transcript)
    lost = sum(1 for note in notes if anchors[note.id].state in ("orphaned", "ambiguous"))
    complain(
        f"{source}: {taken} taken, {len(notes) - taken} were here already"
        + (f", {lost} without a place" if lost else "")
    )
    return 0


def _check(options: Namespace, transcript: Transcript, notebook: Notebook) -> int:
    for fault in notebook.faults():
        complain(f"{notebook.path}: {fault}")
    anchors = notebook.anchors(transcript)
    rows: list[dict[str, Any]] = [
        {"id": id, "state": a.state, "score": a.score, "start": a.start, "end": a.end}
        if a.state != "orphaned"
        else {"id": id, "state": a.state, "score": a.score, "start": None, "end": None}
        for id, a in anchors.items()
    ]
    if options.shape == "json":
        say_json(rows)
    else:
        quotes = {note.id: note.quote for note in notebook.notes}
        for row in rows:
            say(f"{row['id']}  {row['state']:<9} {row['score']:.2f}  “{quotes[row['id']][:60]}”")
    return 0 if rows else 1


def _path(options: Namespace, transcript: Transcript, notebook: Notebook) -> int:
    say(str(notebook.path))
    return 0


def _document(note: Note) -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(note)
