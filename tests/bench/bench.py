"""`make bench`: ratios against floors measured in the same run, medians, one process at a time.

usage: bench.py [--runs N] [--only WORD] [--strict]
Every row says what it is measured against and what its issue allows; a row that cannot run says why and is not counted
as passed. With --strict the exit code is 1 when a row is over its target or cannot run.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import unicodedata

import rows_desktop  # noqa: F401
import rows_hands  # noqa: F401
import rows_ledger  # noqa: F401
import rows_memory  # noqa: F401
import rows_poll  # noqa: F401 - registers its rows
import rows_start  # noqa: F401
from registry import ROWS, Bench, CannotRunError, Row

from tests.x_server import NoScreenError

_COLUMNS = ("row", "floor", "ours", "floor is", "ratio", "at most", "issue", "")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="of ours and of the floor, in turns (default 5)")
    parser.add_argument("--only", default="", help="rows whose name holds this word")
    parser.add_argument("--strict", action="store_true")
    options = parser.parse_args()
    bench = Bench(runs=max(1, options.runs), say=lambda words: print(words, file=sys.stderr, flush=True))
    lines = [_line(row, bench) for row in ROWS if options.only in row.name]
    _print_table([list(_COLUMNS), *lines])
    return 1 if options.strict and any(line[-1] != "ok" for line in lines) else 0


def _line(row: Row, bench: Bench) -> list[str]:
    bench.say(row.name)
    allowed = f"{row.target:g}"
    try:
        figures = row.measure(bench)
    except (CannotRunError, NoScreenError) as why:
        return [row.name, row.floor, "-", "-", "-", allowed, str(row.issue), f"cannot run yet: {why}"]
    ours, floor = statistics.median(figures.ours), statistics.median(figures.floor)
    ratio = ours / floor
    verdict = "ok" if ratio <= row.target else "OVER"
    shown = [f"{value:.3f} {row.unit}" if value < 10 else f"{value:.1f} {row.unit}" for value in (ours, floor)]
    return [
        row.name,
        row.floor,
        *shown,
        f"{ratio:.2f}" if ratio >= 0.1 else f"{ratio:.4f}",
        allowed,
        str(row.issue),
        verdict,
    ]


def _print_table(lines: list[list[str]]) -> None:
    widths = [max(_width(line[column]) for line in lines) for column in range(len(lines[0]))]
    for line in lines:
        cells = (cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True))
        print("  ".join(cells).rstrip())


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


if __name__ == "__main__":
    sys.exit(main())
