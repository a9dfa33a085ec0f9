"""What must hold of any history whatever."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ledger_words import MISSION, TODAY, decide, say
from tracker.edtf import parse
from tracker.ledger import fold
from tracker.ledger.windows import Relation, agree, relate
from tracker.model import Confidence, Decision, History, Modality, Position, Status, Testimony, Tier, Verdict
from tracker.race import board, slip_figures, states_as_of

START = date(2025, 1, 1)
WHENS = ["", "2026", "2026-08", "2026-08-24", "2026-08-24T00:05Z", "2027", "2027-05/2027-08", "2027/..", "../2030",
         "2026~", "2027-41", "2025-02-03", "2025-03", "2029", "203X", "2026-02-06/.."]  # fmt: skip
OUTLETS = [("NASA", Tier.AGENCY), ("ESA", Tier.AGENCY), ("Launch Library", Tier.DATABASE), ("CCTV", Tier.STATE_MEDIA),
           ("SpaceNews", Tier.TRADE_PRESS), ("Times", Tier.PRESS), ("Globe", Tier.PRESS), ("Forum", Tier.OTHER)]  # fmt: skip


@st.composite
def testimonies(draw: st.DrawFn) -> Testimony:
    outlet, tier = draw(st.sampled_from(OUTLETS))
    milestone = draw(st.sampled_from(["rollout", "launch", "landing", "ascent"]))
    status = draw(st.sampled_from([Status.PLANNED] * 4 + list(Status)))
    when = draw(st.sampled_from(WHENS))
    day = START + timedelta(days=draw(st.integers(0, 60)))
    return say(
        day.isoformat(), outlet, f"{milestone} {status.value} {when}", tier=tier,
        modality=draw(st.sampled_from([Modality.ASSERTED] * 5 + list(Modality))),
        confidence=draw(st.sampled_from([Confidence.FIRM] * 5 + [Confidence.WEAK])),
        item=draw(st.sampled_from(["", f"item-of-{outlet}"])), text=draw(st.sampled_from(["", "The same wire text."])),
        baseline=draw(st.booleans()), hour=draw(st.integers(0, 23)),
    )  # fmt: skip


heard = st.lists(testimonies(), max_size=14)


@st.composite
def verdicts(draw: st.DrawFn) -> tuple[list[Testimony], list[Decision]]:
    said = draw(heard)
    plain = fold(MISSION, said, today=TODAY)
    targets = [t.id for t in said] + [c.id for c in plain.changes] + ["nothing", "d0", "d1"]
    made = []
    for number in range(draw(st.integers(1, 4))):
        at = (START + timedelta(days=draw(st.integers(0, 70)))).isoformat()
        position = draw(st.sampled_from([None, Position(Status.PLANNED, parse("2028-03"))]))
        made.append(decide(f"d{number}", draw(st.sampled_from(list(Verdict))), draw(st.sampled_from(targets)), at=at,
                           milestone="launch", position=position))  # fmt: skip
    return said, made


def _fold(said: list[Testimony], decisions: list[Decision] | None = None, today: date = TODAY) -> History:
    return fold(MISSION, said, decisions or (), today=today)


@given(heard, st.randoms(use_true_random=False))
def test_the_order_and_repeats_of_testimonies_do_not_matter(said: list[Testimony], chance: random.Random) -> None:
    shuffled = said * 2
    chance.shuffle(shuffled)
    assert _fold(shuffled) == _fold(said)


@given(verdicts(), st.randoms(use_true_random=False))
def test_the_order_of_decisions_does_not_matter(
    both: tuple[list[Testimony], list[Decision]], chance: random.Random
) -> None:
    said, decisions = both
    shuffled = decisions * 2
    chance.shuffle(shuffled)
    assert _fold(said, shuffled) == _fold(said, decisions)


@given(verdicts())
def test_undoing_every_decision_restores_what_was(both: tuple[list[Testimony], list[Decision]]) -> None:
    said, decisions = both
    late = datetime.combine(START + timedelta(days=100), time(), UTC)
    undone = [replace(decide(f"u{n}", Verdict.UNDO, d.id), at=late + timedelta(minutes=n))
              for n, d in enumerate(reversed(decisions))]  # fmt: skip
    kept = [d for d in decisions if d.verdict is not Verdict.UNDO]
    assert _fold(said, kept + [u for u in undone if u.target in {d.id for d in kept}]) == _fold(said)


@given(heard)
def test_change_ids_are_unique_and_changes_are_whole(said: list[Testimony]) -> None:
    folded = _fold(said)
    known = {t.id for t in said}
    assert len({c.id for c in folded.changes}) == len(folded.changes)
    for change in folded.changes:
        assert set(change.carried_by) <= known
        assert change.carried_by
        assert not set(change.carried_by) & set(change.also_said_by)
        assert change.before != change.after
        assert change.settled_on is None or change.settled_on >= change.on
    assert {s.change for s in folded.states} <= {c.id for c in folded.changes}
    assert {h.testimony for h in folded.held} <= known


@given(heard, st.integers(0, 60))
def test_as_of_never_looks_ahead(said: list[Testimony], offset: int) -> None:
    """What is said later than a day (and its two days of grace) changes nothing of what was believed on it."""
    day = START + timedelta(days=offset)
    before = [t for t in said if t.day <= day + timedelta(days=2)]
    assert _fold(said, today=day) == _fold(before, today=day)
    changes = _fold(said).changes
    assert states_as_of(changes, day) == states_as_of([c for c in changes if c.on <= day], day)


@given(heard, st.integers(0, 60))
def test_the_past_seen_from_today_is_what_was_believed_then(said: list[Testimony], offset: int) -> None:
    """But for details that come within three days and are taken into the change they belong to."""
    day = START + timedelta(days=offset)
    said = [t for t in said if not timedelta(0) < t.day - day <= timedelta(days=3)]
    then = {s.key: s.position for s in _fold(said, today=day).states}
    assert {k: s.position for k, s in states_as_of(_fold(said).changes, day).items()} == then


@given(verdicts())
def test_the_states_are_those_of_the_changes(both: tuple[list[Testimony], list[Decision]]) -> None:
    folded = _fold(*both)
    from_changes = states_as_of(folded.changes, TODAY)
    assert {s.key: (s.position, s.change) for s in folded.states} == {
        k: (s.position, s.change) for k, s in from_changes.items()
    }


@given(heard)
def test_nothing_is_told_twice_when_the_days_go_by(said: list[Testimony]) -> None:
    """Folding day after day, a confirmed change that stands keeps its id and its target."""
    seen: dict[str, str] = {}
    for offset in range(0, 64, 4):
        for change in _fold(said, today=START + timedelta(days=offset)).changes:
            target = f"{change.milestone} {change.after.status.value}"
            assert seen.setdefault(change.id, target) == target


windows = st.sampled_from([w for w in WHENS if w]).map(parse)


@given(windows, windows)
@settings(max_examples=200)
def test_relations_are_consistent(one: object, other: object) -> None:
    assert relate(one, one) is Relation.SAME  # type: ignore[arg-type]
    opposite = {Relation.LATER: Relation.EARLIER, Relation.EARLIER: Relation.LATER}
    there, back = relate(one, other), relate(other, one)  # type: ignore[arg-type]
    if there in opposite and back in opposite:
        assert back is opposite[there]
    assert agree(one, other) == agree(other, one)  # type: ignore[arg-type]


EDGES = ["0001", "0001-01-01", "0001-01-02T00:01+14:00", "9999", "9999-12-31", "9999-12-31T23:59Z", "../0001", "9999/..",
         "0001/9999", "999X", "2026", "../2030"]  # fmt: skip


@pytest.mark.parametrize("status", ["planned", "on-hold", "achieved"])
def test_the_ends_of_the_calendar_are_dates_like_others(status: str) -> None:
    """Dates come from hostile text: year 1 and year 9999 must not break any sum of days."""
    for first in EDGES:
        for second in EDGES:
            said = [
                say("2025-01-01", "NASA", f"launch planned {first}", tier=Tier.AGENCY),
                say("2025-01-05", "NASA", f"launch {status} {second}", tier=Tier.AGENCY),
                say("2025-01-06", "NASA", f"landing planned {second}", tier=Tier.AGENCY),
                say("0001-01-01", "Times", f"docking {status} {first}"),
            ]
            changes = _fold(said).changes
            board([MISSION], [], ["us"], changes, day=TODAY, today=TODAY)
            slip_figures(changes)
