"""Fuzz everything that reads outside input, guided by the lines of code that it reaches.

    python -m tests.benchmarks.fuzz [SECONDS] [TARGET…] [--seed N]

Each target gets an equal share of SECONDS (60). An input that reaches a line of ours that none
reached before is kept and damaged further. A fault is an exception other than a refusal in one
line, or more than SLOWEST seconds for an input of at most 20 kB; its input is written under
`fuzz/` in the temporary folder, to be read again by `python -m tests.benchmarks.fuzz FILE`.
"""

from __future__ import annotations

import hashlib
import os
import random
import sys
import tempfile
import time
import traceback
from argparse import ArgumentParser
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

from tests.safety.mutation import mutated
from tests.safety.seeds import CONFIGURED, TOKENS, transcripts
from tests.safety.targets import TARGETS

SLOWEST = 5.0
"""Seconds for one small input at most: far more than any takes, far less than a hang."""

NEWEST = 20
"""Inputs kept last, which are damaged further as often as all others together."""

OURS = str(Path(__file__).parents[2] / "src" / "playhead")
Line = tuple[str, int]


@dataclass(slots=True)
class Run:
    """What fuzzing one target found."""

    inputs: int = 0
    reached: set[Line] = field(default_factory=set)
    faults: dict[str, Path] = field(default_factory=dict)
    slowest: float = 0.0


def fuzz(name: str, seconds: float, draw: random.Random) -> Run:
    """Try inputs on the target called `name` for `seconds`."""
    run = Run()
    target = TARGETS[name]
    pool = list(CONFIGURED.get(name, transcripts()))
    untried = list(pool)
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        data = untried.pop() if untried else mutated(_chosen(pool, draw), draw)
        if draw.random() < 0.05:
            data = b"".join(draw.choices(TOKENS, k=draw.randint(1, 40)))
        if _tried(run, target, data):
            pool.append(data)
    return run


def _chosen(pool: list[bytes], draw: random.Random) -> bytes:
    """One of the inputs kept; half of the time one of the newest, which lead farther."""
    return draw.choice(pool[-NEWEST:] if draw.random() < 0.5 else pool)


def _tried(run: Run, target: Callable[[bytes], None], data: bytes) -> bool:
    """Whether `data` reached a new line; faults go into `run`."""
    seen: set[Line] = set()

    def each_line(frame: FrameType, event: str, given: Any) -> Any:
        seen.add((frame.f_code.co_filename, frame.f_lineno))
        return each_line

    def each_call(frame: FrameType, event: str, given: Any) -> Any:
        return each_line(frame, event, given) if frame.f_code.co_filename.startswith(OURS) else None

    run.inputs += 1
    start = time.perf_counter()
    sys.settrace(each_call)
    try:
        target(data)
    except Exception as error:
        sys.settrace(None)
        place = traceback.extract_tb(error.__traceback__)[-1]
        _keep(run, f"{type(error).__name__} at {Path(place.filename).name}:{place.lineno}", data)
    finally:
        sys.settrace(None)
    took = time.perf_counter() - start
    run.slowest = max(run.slowest, took)
    if took > SLOWEST:
        _keep(run, "slow", data)
    is_new = not seen <= run.reached
    run.reached |= seen
    return is_new


def _keep(run: Run, what: str, data: bytes) -> None:
    if what not in run.faults:
        folder = Path(tempfile.gettempdir()) / "fuzz"
        folder.mkdir(exist_ok=True)
        run.faults[what] = folder / hashlib.sha256(data).hexdigest()[:16]
        run.faults[what].write_bytes(data)


def main() -> int:
    """Print the table; 1 where there was a fault."""
    parser = ArgumentParser(description="Fuzz what reads outside input.")
    parser.add_argument("words", nargs="*", help="seconds, names of targets, or a kept input")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.words and Path(options.words[0]).is_file():
        for target in TARGETS.values():
            target(Path(options.words[0]).read_bytes())
        return 0
    numbers = [word for word in options.words if word.isdigit()]
    names = [word for word in options.words if word in TARGETS] or list(TARGETS)
    seconds = float(numbers[0] if numbers else 60) / len(names)
    faults = 0
    with tempfile.TemporaryDirectory() as home:
        os.environ["PLAYHEAD_HOME"] = home
        print(
            "| target | inputs | lines reached | slowest | faults |\n| --- | --- | --- | --- | --- |"
        )
        for name in names:
            run = fuzz(name, seconds, random.Random(options.seed))
            told = "; ".join(f"{what} ({path})" for what, path in run.faults.items()) or "none"
            faults += len(run.faults)
            print(
                f"| {name} | {run.inputs:,} | {len(run.reached):,} | {run.slowest:.2f} s | {told} |",
                flush=True,
            )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
