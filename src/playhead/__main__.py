"""`playhead` and `python -m playhead`."""

from __future__ import annotations

import gc
import os
import sys


def main() -> int:
    """Answer `--version` without importing anything else; hand all other words to the commands."""
    if sys.argv[1:] == ["--version"]:
        from playhead import __version__

        print(f"playhead {__version__}")
        return 0
    # What a start makes stays: collecting it in between is a tenth of the time of a short command.
    gc.disable()
    # The products of the networks are small: threads wait for each other, and files have processes.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from playhead.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
