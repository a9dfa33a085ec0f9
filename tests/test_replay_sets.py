"""Labelled news through reader, ledger and alerts: every alert is held against what was true on its day.

The table is of facts, not of articles: what the agencies had announced, and from when to when it was the plan.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tracker.edtf import parse_optional
from tracker.jsonlines import item_from_line
from tracker.ledger.compare import compatible
from tracker.model import Position, Status
from tracker.reading import Reader
from tracker.replay import replay
from tracker.seeding import load

SETS = Path(__file__).resolve().parent.parent.parent / "shared" / "reading"
NAMES = ["real", "authored", "authored-en", "authored-zh"]
WORLD = load()

TRUE_FROM_TO = """
artemis-2 launch planned 2026-04 2024-12-05 2026-01-08
artemis-2 launch planned 2026-02 2025-09-23 2026-02-02
artemis-2 launch planned 2026-03 2026-02-03 2026-02-20
artemis-2 launch planned 2026-04-01/2026-04-06 2026-02-21 2026-04-01
artemis-2 launch achieved 2026-04-01 2026-04-01 -
artemis-2 rollout achieved 2026-01-17 2026-01-17 -
artemis-2 rollout achieved 2026-03-20 2026-03-20 -
artemis-2 return planned 2026-04-10 2026-04-01 2026-04-10
artemis-2 return achieved 2026-04-10 2026-04-10 -
artemis-3 launch planned 2027-05/2027-08 2024-12-05 2026-04-27
artemis-3 launch planned 2027 2026-02-27 -
artemis-3 landing planned 2027-05/2027-08 2024-12-05 2026-02-26
artemis-3 landing cancelled - 2026-02-27 -
artemis-3 docking planned 2027 2026-02-27 -
artemis-4 landing planned 2028 2024-06-25 -
chang-e-7 launch planned 2026-08 2026-01-01 2026-08-22
chang-e-7 launch planned 2026-41 2025-09-01 2026-08-22
chang-e-7 launch on-hold 2027/.. 2026-08-23 -
chang-e-7 rollout achieved 2026-08-19 2026-08-19 -
chang-e-7 delivery achieved 2026-04-09 2026-04-09 -
chang-e-8 launch planned 2029 2025-04-24 -
"""


def _was_true(line: dict[str, str]) -> bool:
    said = Position(Status(line["status"]), parse_optional(line["to"]))
    for row in TRUE_FROM_TO.strip().splitlines():
        mission, milestone, status, when, first, last = row.split()
        known = Position(Status(status), parse_optional("" if when == "-" else when))
        if (line["mission"], line["milestone"]) == (mission, milestone) and compatible(known, said):
            until = date.max if last == "-" else date.fromisoformat(last)
            if date.fromisoformat(first) <= date.fromisoformat(line["on"]) <= until:
                return True
    return False


def _lines(names: list[str]) -> list[dict[str, str]]:
    texts = [line for name in names for line in (SETS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    return list(replay([item_from_line(json.loads(t)) for t in texts], Reader(WORLD.missions), WORLD))


@pytest.mark.skipif(not SETS.exists(), reason="the labelled news of ../shared/reading is not here")
@pytest.mark.parametrize("names", [*([n] for n in NAMES), NAMES], ids=[*NAMES, "together"])
def test_no_alert_is_false_and_none_is_told_twice(names: list[str]) -> None:
    told = [x for x in _lines(names) if x["alert"]]
    assert [x for x in told if not _was_true(x)] == []
    assert told
    places = [(x["mission"], x["milestone"], x["status"], x["to"], x["on"][:7]) for x in told]
    assert len(set(places)) == len(places)  # a date may come back, but not within a month


@pytest.mark.skipif(not SETS.exists(), reason="the labelled news of ../shared/reading is not here")
def test_the_hold_of_chang_e_7_is_one_alert() -> None:
    for names in (["real"], NAMES):
        holds = [x for x in _lines(names) if x["alert"] and x["mission"] == "chang-e-7" and x["status"] == "on-hold"]
        assert [(x["on"], x["milestone"], x["kind"]) for x in holds] == [("2026-08-23", "launch", "on-hold")]


def test_the_table_refuses_what_was_not_true() -> None:
    line = {"mission": "artemis-3", "milestone": "landing", "status": "planned", "to": "2028", "on": "2026-02-28"}
    assert not _was_true(line)
    assert not _was_true({**line, "to": "2027", "on": "2026-03-01"})
    assert _was_true({**line, "to": "2027", "on": "2025-03-01"})
