"""The whole true history, and the same history mangled: no false alert, no true change lost that the rest proves."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

import pytest

from tests.ledger_history import FALSE_STORIES, HISTORY, TRUTH, Said
from tests.ledger_words import say
from tracker.alerts import AlertRules, choose
from tracker.edtf import parse_optional
from tracker.ledger import fold
from tracker.ledger.compare import coarser, compatible
from tracker.model import Change, Position, Standing, Status, Testimony, Tier
from tracker.seeding import load

WORLD = load()
MISSIONS = {m.id: m for m in WORLD.missions}
END = date(2026, 9, 30)


def _line(change: Change) -> str:
    before = f"{change.before.when} " if change.before and change.before.when else ""
    after = f"{change.after.status.value} {change.after.when}".strip()
    return f"{change.on} {change.mission} {change.milestone} {change.kind.value} {before}> {after}"


def _changes(said: Iterable[Testimony], today: date = END) -> list[Change]:
    heard = [*WORLD.testimonies, *said]
    changes: list[Change] = []
    for mission in WORLD.missions:
        own = [t for t in heard if t.claim.mission == mission.id]
        items = {t.item for t in own}
        beside = [t for t in heard if t.item in items and t.claim.mission != mission.id]
        changes += fold(mission, own, today=today, beside=beside).changes
    return [c for c in sorted(changes, key=lambda c: (c.on, c.settled_on or c.on)) if c.on > WORLD.on]


def _confirmed(changes: Iterable[Change]) -> list[str]:
    return [_line(c) for c in changes if c.standing is Standing.CONFIRMED]


def _testimonies(history: Iterable[Said], hours: random.Random | None = None) -> list[Testimony]:
    return [t for said in history for t in said.testimonies(hours.randrange(6) if hours else 12)]


Move = tuple[date, str, str, str, frozenset[str]]


def _moves(changes: Iterable[Change]) -> list[Move]:
    """What each day brought a milestone: where it stood in the end, and the kinds of the moves.

    Who spoke first on a day decides whether a date came at once or was made firmer an hour later: that is one move.
    """
    days: dict[tuple[date, str, str], list[Change]] = {}
    for change in changes:
        if change.standing is Standing.CONFIRMED:
            days.setdefault((change.on, change.mission, change.milestone), []).append(change)
    moves = []
    for (day, mission, milestone), own in sorted(days.items()):
        kinds = {c.kind.value for c in own}
        moves.append((day, mission, milestone, own[-1].after.when, frozenset(kinds - {"firmed"} or kinds)))
    return moves


def _days(changes: Iterable[Change]) -> list[str]:
    """On which day which milestone moved."""
    return [f"{day} {mission} {milestone}" for day, mission, milestone, *_ in _moves(changes)]


TRUE_MOVES = _moves(_changes(_testimonies(HISTORY)))
ONLY_A_CLOCK_TIME = [
    "2026-01-13 artemis-2 launch firmed 2026-02-06/.. > planned 2026-02-07T02:41Z",
    "2026-01-30 artemis-2 launch firmed 2026-02-08/.. > planned 2026-02-09T04:20Z",
    "2026-08-20 chang-e-7 launch firmed 2026-08-24 > planned 2026-08-24T00:05Z",
]
"""What is true and stands in the history, and yet is no alert: the day was known."""


def test_exactly_the_true_changes() -> None:
    changes = _changes(_testimonies(HISTORY))
    assert sorted(_confirmed(changes)) == sorted(TRUTH)
    assert [line[:10] for line in _confirmed(changes)] == sorted(line[:10] for line in TRUTH)


def test_every_true_change_has_its_proof_and_the_landing_its_new_mission() -> None:
    said = {t.id: t for t in _testimonies(HISTORY)}
    for change in _changes(said.values()):
        if change.standing is Standing.CONFIRMED:
            best = said[change.carried_by[0]]
            assert best.day == change.on
            assert best.tier in (Tier.AGENCY, Tier.DATABASE)
            assert best.claim.evidence.quote
        if change.milestone == "landing" and change.after.status is Status.CANCELLED:
            assert change.moved_to == "artemis-4"


def test_what_is_only_reported_is_no_more_than_two_delays_without_a_date() -> None:
    rest = [_line(c) for c in _changes(_testimonies(HISTORY)) if c.standing is not Standing.CONFIRMED]
    assert rest == [
        "2026-03-03 artemis-2 launch on-hold 2026-04-01T22:24Z > on-hold",
    ]


def test_the_hold_is_one_change_with_the_database_shown_as_disagreeing() -> None:
    said = {t.id: t for t in _testimonies(HISTORY)}
    hold = _changes(said.values())[-1]
    assert {said[t].outlet for t in (*hold.carried_by, *hold.also_said_by)} >= {"CMSA", "CNSA", "Xinhua"}
    assert [said[t].outlet for t in hold.against] == ["Launch Library"]


def _alerts(said: list[Testimony]) -> list[tuple[date, Change]]:
    """What would have been announced, polling once a day."""
    known: set[str] = set()
    announced: list[tuple[date, Change]] = []
    for day in sorted({t.day for t in said}):
        changes = _changes([t for t in said if t.day <= day], today=day)
        found = choose(changes, known=known, missions=MISSIONS, rules=AlertRules(cap=100),
                       created_at=datetime.combine(day, time(23), UTC), outlets={t.id: t.outlet for t in said})  # fmt: skip
        by_id = {c.id: c for c in changes}
        for alert in found:
            known |= set(alert.changes)
            announced += [(day, by_id[c]) for c in alert.changes]
    return announced


def test_every_change_is_told_once_on_its_day() -> None:
    announced = _alerts(_testimonies(HISTORY))
    assert sorted((*(_line(c) for _, c in announced), *ONLY_A_CLOCK_TIME)) == sorted(TRUTH)
    assert all(day == c.on for day, c in announced)
    assert len({c.id for _, c in announced}) == len(announced)


def _true_positions() -> dict[tuple[str, str], list[Position]]:
    """Every position an agency or database stated as the plan or as fact."""
    places: dict[tuple[str, str], list[Position]] = {}
    for said in HISTORY:
        for mission, what, *modality in said.claims:
            milestone, status, *when = what.split()
            if not modality and said.outlet != "Old News Blog":
                position = Position(Status(status), parse_optional(when[0] if when else ""))
                places.setdefault((mission, milestone), []).append(position)
    return places


def _is_true(change: Change) -> bool:
    return any(compatible(p, change.after) for p in _true_positions().get(change.key, ()))


def _weekly_lies(chance: random.Random) -> list[Testimony]:
    lies = []
    for week in range(115):
        day = (WORLD.on + timedelta(days=3 + 7 * week)).isoformat()
        mission, what = FALSE_STORIES[(week * 5 + chance.randrange(2)) % len(FALSE_STORIES)]
        text = f"Exclusive, week {week}: insiders expect {mission} {what}."
        outlets = [f"Rumour Mill {week}", f"Copycat {week}"] if week % 3 == 0 else [f"Rumour Mill {week}"]
        lies += [say(day, outlet, what, mission=mission, text=text, item=outlet) for outlet in outlets]
    return lies


@pytest.mark.parametrize("seed", range(12))
def test_shuffled_within_days_and_doubled_it_is_the_same_history(seed: int) -> None:
    chance = random.Random(seed)
    said = _testimonies(HISTORY, chance)
    changes = _changes(chance.sample(said + said, 2 * len(said)))
    assert _moves(changes) == TRUE_MOVES
    assert changes == _changes(said)


@pytest.mark.parametrize("seed", range(4))
def test_with_a_false_story_a_week_nothing_false_is_told_and_nothing_true_is_lost(seed: int) -> None:
    chance = random.Random(seed)
    said = [*_testimonies(HISTORY, chance), *_weekly_lies(chance)]
    announced = [c for _, c in _alerts(said)]
    assert [_line(c) for c in announced if not _is_true(c)] == []
    assert _moves(_changes(said)) == TRUE_MOVES
    silent = (ONLY_A_CLOCK_TIME[0], ONLY_A_CLOCK_TIME[2])  # on the day of the other, the slip itself is told
    assert _days(announced) == [d for d in _days(_changes(said)) if not any(line.startswith(d) for line in silent)]


@pytest.mark.parametrize("seed", range(6))
def test_with_a_tenth_missing_too_what_remains_is_proved(seed: int) -> None:
    chance = random.Random(seed)
    kept = [s for s in HISTORY if chance.random() > 0.1]
    said = [*_testimonies(kept, chance), *_weekly_lies(chance)]
    changes = _changes(said)
    assert [_line(c) for c in [c for _, c in _alerts(said)] if not _is_true(c)] == []
    proved = {(c.mission, c.milestone, t) for c in changes if c.standing is Standing.CONFIRMED for t in c.carried_by}
    for line in TRUTH:
        _, mission, milestone, *_ = line.split()
        whens = line.split(" > ")[1].split()
        target = Position(Status(whens[0]), parse_optional(whens[1] if len(whens) > 1 else ""))
        witnesses = [
            t for t in said
            if t.day.isoformat() == line[:10] and t.tier in (Tier.AGENCY, Tier.DATABASE)
            and (t.claim.mission, t.claim.milestone) == (mission, milestone)
            and t.claim.modality.value == "asserted"
            and compatible(target, Position(t.claim.status, t.claim.window))
            and not coarser(target, Position(t.claim.status, t.claim.window))
        ]  # fmt: skip
        for witness in witnesses:
            assert (mission, milestone, witness.id) in proved or any(witness.id in c.also_said_by for c in changes), (
                f"{line}: {witness.outlet} said so and it is in no confirmed change"
            )
