"""`playhead turns …`: mend who speaks, in an editor or from a labelled version."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from argparse import SUPPRESS, ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from playhead.cli.opening import open_one, tell_unread
from playhead.cli.output import complain, fail, say
from playhead.files import read_bytes
from playhead.formats.unreadable import UnreadableError
from playhead.notes.model import NotesError
from playhead.text import counted

if TYPE_CHECKING:
    from playhead.transcript.corrections.labelling import Labelling
    from playhead.transcript.model import Transcript


def configure(parser: ArgumentParser) -> None:
    """Add the sub-commands of `turns`."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    for name, purpose in (
        ("edit", "open the turns as labelled text in $EDITOR and take back what was changed"),
        ("import", "take who speaks from a labelled version of the same words"),
        ("export", "print the turns as labelled text"),
    ):
        action = actions.add_parser(name, help=purpose, description=f"{purpose.capitalize()}.")
        action.add_argument("--notes", metavar="PATH", default=SUPPRESS)
        action.add_argument("file", nargs="?", metavar="FILE", help="the transcript")
        if name == "import":
            action.add_argument("labelled", metavar="LABELLED", help="the labelled version")


def run(options: Namespace) -> int:
    """Do what was asked with the turns of FILE."""
    try:
        transcript = open_one(options, options.file)
        if options.action == "export":
            from playhead.transcript.corrections.labelling import export_labelled

            tell_unread(options, transcript)
            say(export_labelled(transcript))
            return 0
        if options.action == "edit":
            return _edit(options, transcript)
        try:
            labelled = read_bytes(options.labelled).decode("utf-8")
        except UnreadableError as error:
            return fail(options.labelled, str(error))
        return _import(options, transcript, labelled, True)
    except (UnreadableError, NotesError) as error:
        return fail(options.file or transcript.origin.path, str(error))
    except BrokenPipeError:
        raise
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "is not UTF-8 text"
        return fail(options.labelled or "editor", reason.lower())


def _edit(options: Namespace, transcript: Transcript) -> int:
    from playhead.transcript.corrections.labelling import export_labelled

    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    before = export_labelled(transcript)
    with tempfile.TemporaryDirectory(prefix="playhead-") as folder:
        file = Path(folder) / "turns.md"
        file.write_text(before, "utf-8")
        done = subprocess.run([*shlex.split(editor), str(file)], check=False)
        after = file.read_text("utf-8")
    if done.returncode or after == before:
        complain("nothing changed")
        return 0
    return _import(options, transcript, after, False)


def _import(options: Namespace, transcript: Transcript, labelled: str, everything: bool) -> int:
    from playhead.notes.labelled import correct_from, read_labelled
    from playhead.notes.notebook import Notebook
    from playhead.transcript.corrections.labelling import compare

    labelling = compare(transcript, read_labelled(labelled))
    if not labelling.claims:
        return fail(options.labelled or "editor", "has no labelled words of this transcript")
    notebook = Notebook.open(transcript, options.notes)
    count = correct_from(notebook, transcript, labelling, everything)
    say(f"{counted(count, 'correction')} written to {notebook.path}")
    _tell_unmatched(labelling)
    return 0


def _tell_unmatched(labelling: Labelling) -> None:
    if labelling.unmatched:
        complain(
            f"{labelling.unmatched} words are not in the labelled version and stay as they were, "
            f"the first at “{labelling.first_unmatched}”"
        )
