"""Chinese news items of our own, labelled before the reader's rules were read: floors that hold without ../shared.

An item is right when it says what the label says: same mission, milestone, status, and a window that does not contradict.
The counting is stricter than score.py's: no window may differ by more than the day that time zones cost.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.reading_items import reader
from tracker import edtf
from tracker.model import Claim, Item, Modality, Tier

ITEMS = [
    json.loads(line) for line in (Path(__file__).parent / "data" / "news-zh.jsonl").read_text("utf-8").splitlines()
]
PRECISION, RECALL = 0.985, 0.90
"""Raise them when the reader gets better; never lower them in silence."""


def read(row: dict[str, Any]) -> list[Claim]:
    day = date.fromisoformat(row["published"])
    item = Item(
        row["id"],
        row["source"],
        row["source"],
        Tier(row["tier"]),
        row["url"],
        None,
        day,
        None,
        row["title"],
        row["text"],
    )
    return [claim for claim in reader().read(item).claims if claim.modality is Modality.ASSERTED]


def key(label: dict[str, str]) -> tuple[str, str, str]:
    return label["mission"], label["milestone"], label["status"]


def windows(row: dict[str, Any], label: dict[str, str]) -> list[str]:
    """Every window that is right for a label."""
    also = [a["when"] for a in row.get("also_when", ()) if (a["mission"], a["milestone"]) == key(label)[:2]]
    return [label["when"], *(when for whens in also for when in whens)]


def agrees(told: str, right: str) -> bool:
    """One window lies in the other, give or take a day; no date agrees with any."""
    one, two = edtf.parse_optional(told), edtf.parse_optional(right)
    if one is None or two is None:
        return True
    (a, b), (c, d) = ((w.earliest or date(1900, 1, 1), w.latest or date(2200, 1, 1)) for w in (one, two))
    day = timedelta(1)
    return (a >= c - day and b <= d + day) or (c >= a - day and d <= b + day)


def counted() -> tuple[list[str], list[str], int]:
    """False claims, missed labels, right ones."""
    false: list[str] = []
    missed: list[str] = []
    right = 0
    for row in ITEMS:
        labels = [label for label in row["claims"] if label["modality"] == "asserted"]
        allowed = labels + row.get("optional", [])
        told = [((c.mission, c.milestone, c.status.value), c.when) for c in read(row)]
        for claim, when in told:
            fits = [x for x in allowed if key(x) == claim and any(agrees(when, w) for w in windows(row, x))]
            right += any(x in labels for x in fits)
            if not fits:
                false.append(f"{row['id']} {' '.join(claim)} {when}")
        missed.extend(
            f"{row['id']} {' '.join(key(x))} {x['when']}"
            for x in labels
            if (x["when"] or x["status"] != "planned")
            and not any(claim == key(x) and any(agrees(when, w) for w in windows(row, x)) for claim, when in told)
        )
    return false, missed, right


def test_the_floors_hold() -> None:
    false, missed, right = counted()
    assert right / (right + len(false)) >= PRECISION, false
    assert right / (right + len(missed)) >= RECALL, missed


def test_nothing_old_or_doubted_is_taken_as_the_plan() -> None:
    """A window that the item itself calls history or doubtful is the worst thing to assert."""
    for row in ITEMS:
        doubted = {(key(x), x["when"]) for x in row["claims"] if x["modality"] != "asserted" and x["when"]}
        sure = {
            (key(x), w)
            for x in row["claims"] + row.get("optional", [])
            if x["modality"] == "asserted"
            for w in windows(row, x)
        }
        told = {((c.mission, c.milestone, c.status.value), c.when) for c in read(row)}
        assert not told & (doubted - sure), row["id"]


def test_half_of_them_say_nothing_that_counts() -> None:
    silent = [row for row in ITEMS if not row["claims"]]
    assert len(ITEMS) >= 160
    assert 0.35 <= len(silent) / len(ITEMS) <= 0.55
