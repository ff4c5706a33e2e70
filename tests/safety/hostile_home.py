"""A home, and a folder of talks, in which whatever a person or a program may write is an attack."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from playhead.library import open_transcript
from playhead.notes.drafts import Draft, keep_draft
from playhead.notes.notebook import Notebook
from playhead.reader.opening.memory import Memory
from playhead.storage import data_folder, state_folder, write_private
from playhead.transcript.model import Transcript

QUESTIONS = ("Who grows pears by the river?", "What grows by the river?", "Do you grow quinces?")


def make_folder_of_talks(folder: Path, attacks: list[str]) -> Path:
    """A folder whose name, files, titles, headings, names and words attack; the file to read."""
    words = "".join(attacks).replace("/", "|").replace("\0", "")
    place = folder / f"talks {words[:60]}"
    place.mkdir()
    for number, attack in enumerate(attacks):
        name = f"{number} {attack.replace('/', '|')}"[:80].encode()[:200].decode("utf-8", "ignore")
        turns = "".join(
            f"**Ann {attack}:** {QUESTIONS[n % 3]} {other}\n\n**Bob:** I grow {other} pears.\n\n"
            f"# Part {other} pears\n\n"
            for n, other in enumerate(attacks)
        )
        head = {"title": f"Pears {attack}", "channel": attack, "date": f"2020 {attack}"}
        matter = "".join(f"{key}: {json.dumps(value)}\n" for key, value in head.items())
        (place / f"{name}.md").write_text(f"---\n{matter}---\n\n{turns}", "utf-8")
    return next(iter(sorted(place.iterdir())))


def fill_home(file: Path, attacks: list[str]) -> None:
    """Notes, corrections, rulings, drafts, keys, settings, searches and talks read, all hostile."""
    transcript = open_transcript(file)
    notebook = Notebook.open(transcript)
    topic = transcript.topics[0].name if transcript.topics else "pears"
    for number, attack in enumerate(attacks):
        turn = transcript.turns[number % len(transcript.turns)]
        notebook.add(turn.start, turn.end, f"mine {attack}\nand on", [f"tag{attack}"])
        notebook.rule_topic("add", f"topic {attack}", "", (turn.start, turn.end))
        keep_draft(_draft(transcript, file, number, attack))
        Memory().keep(f"{number:064}", str(file.with_name("none")), {}, attack, 0.5)
    notebook.rule_topic("rename", topic, f"pears {attacks[0]}")
    notebook.correct("rename", 0, 1, speaker="guest", to=f"Bob {attacks[-1]}")
    first = transcript.turns[0]
    notebook.correct("speaker", first.start, first.end, to=f"Cid {attacks[-1]}")
    for other in sorted(file.parent.iterdir())[1:6]:
        Memory().keep(other.name, str(other), {}, f"Title {attacks[-1]}", 0.5)
    lines = [f"{attack}: {attack}\n" for attack in attacks]
    write_private(data_folder() / "keymap.yaml", "".join([*lines, f"quit: {attacks[0]}\n"]))
    write_private(data_folder() / "settings.yaml", "".join([*lines, f"theme: {attacks[0]}\n"]))
    write_private(state_folder() / "searches.txt", "".join(f"pears {one}\n" for one in attacks))


def _draft(transcript: Transcript, file: Path, number: int, attack: str) -> Draft:
    turn = transcript.turns[number % len(transcript.turns)]
    draft = Draft(
        str(file), transcript.origin.sha256, attack, attack, attack, turn.start, turn.end, "",
        f"draft {attack}", (attack,), "", "", "2026-11-23T21:00:00Z",
    )  # fmt: skip
    return draft if number % 2 else replace(draft, quote=transcript.text[turn.start : turn.end])
