"""Lists every alert of a replay over the labelled sets, for a person to judge; run it when the reader has changed:

    python -m tests.write_alert_verdicts > tests/data/alert-verdicts.tsv

What was judged before keeps its verdict; a new line has a "?" and fails the test until somebody has looked.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tracker import house

HERE = Path(__file__).resolve().parent
SETS = HERE.parent.parent / "shared" / "reading"
VERDICTS = HERE / "data" / "alert-verdicts.tsv"
NAMES = ("real", "authored", "authored-en", "authored-zh")


def alerts() -> list[tuple[str, ...]]:
    """Every alert: set, day, mission, milestone, kind, from, to, status."""
    found = []
    for name in NAMES:
        with (SETS / f"{name}.jsonl").open(encoding="utf-8") as lines:
            for row in house.replay_lines(lines):
                if row["alert"]:
                    told = (
                        row["on"],
                        row["mission"],
                        row["milestone"],
                        row["kind"],
                        row["from"],
                        row["to"],
                        row["status"],
                    )
                    found.append((name, *(value or "-" for value in told)))
    return found


def verdicts() -> dict[tuple[str, ...], str]:
    """What was judged: an alert -> "true: why" or "false: why"."""
    if not VERDICTS.exists():
        return {}
    lines = [line.split("\t") for line in VERDICTS.read_text(encoding="utf-8").splitlines() if line]
    return {tuple(cells[:-1]): cells[-1] for cells in lines}


if __name__ == "__main__":
    judged = verdicts()
    for alert in alerts():
        sys.stdout.write("\t".join((*alert, judged.get(alert, "?"))) + "\n")
