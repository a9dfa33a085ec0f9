"""English news of our own, labelled by somebody who had not seen the rules: what was reached on it is held.

The scorer here is small and strict (no half credit for windows that overlap), so that the test needs nothing from
outside the project; docs/reading.md has the figures of the full scorer, the blind ones too.
"""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.reading_items import reader
from tracker import edtf
from tracker.edtf import Window
from tracker.jsonlines import item_from_line

SET = Path(__file__).resolve().parent / "data" / "news-en.jsonl"
ROWS = [json.loads(line) for line in SET.read_text(encoding="utf-8").splitlines()]
PRECISION, RECALL = 0.98, 0.80
DAY = timedelta(1)


def told(row: dict[str, Any]) -> list[dict[str, Any]]:
    """What the reader says of a labelled item, as plain as its labels."""
    item = item_from_line({**row, "lang": None})
    return [
        {"mission": c.mission, "milestone": c.milestone, "status": c.status.value, "when": c.when,
         "modality": c.modality.value}
        for c in reader().read(item).claims
    ]  # fmt: skip


def same_time(said: str, gold: str) -> bool:
    """Equal windows up to a day (zones), one inside the other, or one of them without a date."""
    left, right = edtf.parse_optional(said), edtf.parse_optional(gold)
    if left is None or right is None:
        return True
    return _within(left, right) or _within(right, left)


def _within(outer: Window, inner: Window) -> bool:
    low = outer.earliest is None or (inner.earliest is not None and outer.earliest - DAY <= inner.earliest)
    high = outer.latest is None or (inner.latest is not None and inner.latest <= outer.latest + DAY)
    return low and high


def fits(said: dict[str, Any], gold: dict[str, Any], row: dict[str, Any]) -> bool:
    if any(said[key] != gold[key] for key in ("mission", "milestone", "status")):
        return False
    others = [
        when
        for also in row.get("also_when", ())
        if (also["mission"], also["milestone"]) == (gold["mission"], gold["milestone"])
        for when in also["when"]
    ]
    return any(same_time(said["when"], when) for when in (gold["when"], *others))


def counted() -> tuple[int, list[str], list[str]]:
    """(right, false, missed) over the whole set; asserted claims only."""
    right, false, missed = 0, [], []
    for row in ROWS:
        said = [claim for claim in told(row) if claim["modality"] == "asserted"]
        gold = [claim for claim in row["claims"] if claim["modality"] == "asserted"]
        allowed = gold + row.get("optional", [])
        false += [f"{row['id']} {c}" for c in said if not any(fits(c, g, row) for g in allowed)]
        for claim in gold:
            if any(fits(c, claim, row) for c in said):
                right += 1
            elif claim["when"] or claim["status"] != "planned":
                missed.append(f"{row['id']} {claim}")
    return right, false, missed


def test_precision_and_recall_hold() -> None:
    right, false, missed = counted()
    assert right / (right + len(false)) >= PRECISION, false
    assert right / (right + len(missed)) >= RECALL, missed


@pytest.mark.parametrize(
    "row", [row for row in ROWS if not row["claims"] and not row.get("optional")], ids=lambda r: r["id"]
)
def test_news_that_claims_nothing_stays_silent(row: dict[str, Any]) -> None:
    assert [c for c in told(row) if c["modality"] == "asserted"] == []


@pytest.mark.parametrize(
    "row", [row for row in ROWS if any(c["modality"] != "asserted" for c in row["claims"])], ids=lambda r: r["id"]
)
def test_what_is_old_or_doubted_is_never_the_plan(row: dict[str, Any]) -> None:
    for gold in (c for c in row["claims"] if c["modality"] != "asserted" and c["when"]):
        taken = [
            c
            for c in told(row)
            if c["modality"] == "asserted"
            and (c["mission"], c["milestone"], c["when"]) == (gold["mission"], gold["milestone"], gold["when"])
        ]
        assert taken == []


SILENT = [
    tuple(line.split(" | "))
    for line in (SET.parent / "silent-en.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("day", "title", "text"), SILENT, ids=[row[1] for row in SILENT])
def test_other_news_asserts_nothing(day: str, title: str, text: str) -> None:
    row = {"id": "s", "source": "s", "tier": "press", "url": "https://news.example/s", "published": day}
    assert [c for c in told({**row, "title": title, "text": text}) if c["modality"] == "asserted"] == []
