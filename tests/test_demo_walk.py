"""The demo's news through the real reader and the real ledger: exactly the true changes, and no false one."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tracker import demo, ledger, model, seeding
from tracker.demo.history import DemoFeed, Entry, load
from tracker.model import Change, Item, Standing
from tracker.reading import Reader

WORLD = seeding.load()
TRUTH: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("demo_truth.toml").read_text(encoding="utf-8"))[
    "change"
]


def items(feed: DemoFeed, entry: Entry) -> list[tuple[Item, int]]:
    """The entry as the sources room would hand it on, one revision for each wording."""
    day = entry.published_at.astimezone(ZoneInfo(feed.zone)).date()
    return [
        (
            Item(entry.key, feed.id, feed.id, feed.tier, f"http://127.0.0.1/{entry.key}", entry.published_at, day,
                 feed.language, wording.title, wording.text, digest=str(number)),
            number,
        )
        for number, wording in enumerate(entry.wordings, start=1)
    ]  # fmt: skip


def all_that_was_said() -> list[model.Testimony]:
    reader = Reader(WORLD.missions)
    said = list(WORLD.testimonies)
    for feed in load():
        for entry in feed.entries:
            for (item, revision), wording in zip(items(feed, entry), entry.wordings, strict=True):
                heard_at = max(wording.at, demo.START) + timedelta(hours=6)
                baseline = wording.at <= demo.START
                said += [
                    ledger.testimony(item, revision, claim, heard_at=heard_at, baseline=baseline)
                    for claim in reader.read(item).claims
                ]
    return said


def walked() -> list[Change]:
    said = all_that_was_said()
    found: list[Change] = []
    for mission in WORLD.missions:
        mine = [t for t in said if t.claim.mission == mission.id]
        others = [t for t in said if t.claim.mission != mission.id]
        found += ledger.fold(mission, mine, today=demo.END.date(), beside=others).changes
    return sorted((c for c in found if c.on > WORLD.on), key=lambda c: (c.on, c.mission, c.milestone))


@pytest.fixture(scope="module")
def changes() -> list[Change]:
    return walked()


def words(change: Change) -> str:
    before = change.before.when if change.before else ""
    return (
        f"{change.on} {change.mission}/{change.milestone} {change.kind.value}: {before or '-'} -> "
        f"{change.after.status.value} {change.after.when or '-'} ({change.standing.value})"
    )


def fits(change: Change, true: dict[str, Any]) -> bool:
    before = change.before.when if change.before else ""
    return (
        (change.mission, change.milestone, change.kind.value) == (true["mission"], true["milestone"], true["kind"])
        and abs(change.on - true["on"]) <= timedelta(days=1)  # the day of the place where it was said
        and before in true["from"]
        and change.after.when in true["when"]
        and change.moved_to == true.get("moved_to")
    )


@pytest.mark.parametrize("true", TRUTH, ids=lambda t: f"{t['on']}-{t['mission']}-{t['milestone']}-{t['kind']}")
def test_every_true_change_is_found_once(changes: list[Change], true: dict[str, Any]) -> None:
    fitting = [change for change in changes if fits(change, true)]
    near = [words(c) for c in changes if (c.mission, c.milestone) == (true["mission"], true["milestone"])]
    assert len(fitting) == 1, near


def test_no_false_change(changes: list[Change]) -> None:
    false = [words(change) for change in changes if not any(fits(change, true) for true in TRUTH)]
    assert not false, "\n".join(false)


def test_every_change_is_proved(changes: list[Change]) -> None:
    assert [words(c) for c in changes if c.standing is not Standing.CONFIRMED] == []


def test_the_history_is_what_happened() -> None:
    """The list of truths is in order and inside the demo's time."""
    days: list[date] = [true["on"] for true in TRUTH]
    assert days == sorted(days)
    assert demo.START.date() < days[0]
    assert days[-1] < demo.END.date()
