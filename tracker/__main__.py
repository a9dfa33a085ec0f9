"""`python -m tracker` and the console command `space-race-tracker`."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line; returns the exit code."""
    from tracker.cli import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
