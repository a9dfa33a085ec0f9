"""`python -m tracker` and the console command `space-race-tracker`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict


class Desktop(TypedDict):
    """What a start of the desktop app is given."""

    data_dir: Path | None
    hidden: bool
    demo: bool


def main() -> int:
    """Run the command line, or the desktop app where no command is given; returns the exit code."""
    start = desktop_only(sys.argv[1:])
    if start is None:
        from tracker.cli import main as run

        return run(sys.argv[1:])
    import gc

    gc.disable()  # nothing made on the way to the first window is rubbish: app.py lets it run from then on
    from tracker.app import run as open_window
    from tracker.errors import TrackerError

    try:
        return open_window(**start)
    except TrackerError as error:
        print(f"space-race-tracker: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def desktop_only(arguments: Sequence[str]) -> Desktop | None:
    """The start that these arguments plainly ask for; None for all else, which cli.py takes apart and complains about.

    The window need not wait for a parser of a dozen commands (a tenth of a start).
    """
    start = Desktop(data_dir=None, hidden=False, demo=False)
    rest = list(arguments)
    while rest:
        match rest.pop(0):
            case "--hidden":
                start["hidden"] = True
            case "--demo":
                start["demo"] = True
            case "--data-dir" if rest and not rest[0].startswith("-"):
                start["data_dir"] = Path(rest.pop(0))
            case _:
                return None
    return start


if __name__ == "__main__":
    sys.exit(main())
