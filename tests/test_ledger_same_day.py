"""What was told stays told when more is heard of the same day, of whatever milestone, in whatever order."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ledger_words import agency, database, history, say, told, where
from tracker.model import History, Standing, Testimony, Tier

LAUNCH = agency("2024-06-25", "launch planned 2026")
LANDING = agency("2024-06-25", "landing planned 2026")
DAY = "2024-12-05"
LATER_LANDING = agency(DAY, "landing planned 2027-05/2027-08", hour=10)
LATER_LAUNCH = database(DAY, "launch planned 2028-03", hour=15)


def _told(folded: History) -> set[str]:
    """What an alert may have told: id and target of what is confirmed."""
    return {f"{c.id} {c.milestone} {c.after}" for c in folded.changes if c.standing is Standing.CONFIRMED}


@pytest.mark.parametrize("hour", [9, 15])
def test_a_landing_stays_told_when_its_launch_moves_behind_it_the_same_day(hour: int) -> None:
    before = history(LAUNCH, LANDING, LATER_LANDING)
    after = history(
        LAUNCH, LANDING, LATER_LANDING, replace(LATER_LAUNCH, heard_at=datetime(2024, 12, 5, hour, tzinfo=UTC))
    )
    assert after.held == ()
    assert where(after, "landing") == "planned 2027-05/2027-08 confirmed"
    assert where(after) == "planned 2028-03 confirmed"
    assert _told(before) <= _told(after)


def test_a_landing_stays_told_when_an_older_article_on_its_launch_comes_late() -> None:
    landing = agency("2024-12-06", "landing planned 2027-05/2027-08")
    late = database(DAY, "launch planned 2028-03", heard="2024-12-08")
    assert where(history(LAUNCH, LANDING, landing, late), "landing") == "planned 2027-05/2027-08 confirmed"
    assert where(history(LAUNCH, LANDING, landing, late)) == "planned 2028-03 confirmed"
    in_time = replace(late, heard_at=datetime(2024, 12, 5, 12, tzinfo=UTC))
    assert [h.reason for h in history(LAUNCH, LANDING, landing, in_time).held] == ["before-earlier-step"]


def test_a_landing_that_came_forward_with_its_launch_stays_told_when_the_launch_goes_back() -> None:
    """The launch was in 2026 for some hours only, and the landing was told in these."""
    known = [agency("2024-06-25", "launch planned 2027"), agency("2024-06-25", "landing planned 2027")]
    forward = [agency(DAY, "launch planned 2026", hour=9), agency(DAY, "landing planned 2026", hour=10)]
    back = say(DAY, "ESA", "launch planned 2028", tier=Tier.AGENCY, hour=15)
    assert where(history(*known, *forward, back), "landing") == "planned 2026 confirmed"
    again = agency(DAY, "launch planned 2027", hour=16)
    assert where(history(*known, *forward, again), "landing") == "planned 2026 confirmed"


def test_an_article_is_measured_by_its_own_words() -> None:
    """One and the same article moves the launch behind the landing it tells: misread, or mistaken."""
    muddled = [agency(DAY, what, item="muddled") for what in ("launch planned 2028", "landing planned 2027")]
    assert [h.reason for h in history(LAUNCH, LANDING, *muddled).held] == ["before-earlier-step"]
    echo = [say(DAY, "Times", what, item="echo") for what in ("launch planned 2028", "landing planned 2027")]
    assert [h.reason for h in history(LAUNCH, LANDING, muddled[0], *echo).held] == ["before-earlier-step"]


def test_what_a_first_fetch_brings_is_measured_by_all_that_is_known() -> None:
    launch = agency("2024-11-20", "launch planned 2028", heard="2025-01-01")
    landing = agency("2024-12-05", "landing planned 2027", heard="2024-12-31", baseline=True)
    assert [h.reason for h in history(LAUNCH, LANDING, launch, landing).held] == ["before-earlier-step"]


def test_the_next_day_a_landing_before_its_launch_waits_as_ever() -> None:
    landing = agency("2024-12-06", "landing planned 2027")
    assert [h.reason for h in history(LAUNCH, LANDING, LATER_LAUNCH, landing).held] == ["before-earlier-step"]


def test_whoever_is_asked_first_that_day_the_history_is_the_same() -> None:
    """Three sources polled in any order: what is told, where and with what standing does not differ."""
    fact = [LATER_LANDING, LATER_LAUNCH, say(DAY, "Times", "landing planned 2027")]
    ends = set()
    for order in permutations(range(3)):
        heard = [
            replace(t, heard_at=datetime(2024, 12, 5, 9 + n, tzinfo=UTC)) for t, n in zip(fact, order, strict=True)
        ]
        folded = history(LAUNCH, LANDING, *heard)
        ends.add(("|".join(sorted(told(folded.changes))), folded.held, frozenset(s.change for s in folded.states)))
    assert len(ends) == 1


def test_changes_of_one_day_stand_in_the_order_they_were_heard() -> None:
    evening = [agency(DAY, "rollout planned 2027-12", hour=18), agency(DAY, "launch planned 2028-01", hour=17)]
    folded = history(LAUNCH, LANDING, *evening, LATER_LANDING)
    assert [c.milestone for c in folded.changes] == ["launch", "landing", "landing", "launch", "rollout"]


def test_the_moves_of_one_milestone_follow_on_each_other_though_an_agency_is_weighed_before_the_press() -> None:
    paper = [say(DAY, outlet, "launch planned 2027-05-03", hour=8) for outlet in ("Times", "Globe")]
    folded = history(LAUNCH, LANDING, *paper, agency(DAY, "launch planned 2027-05", hour=11), LATER_LANDING)
    assert [c.milestone for c in folded.changes][2:] == ["landing", "launch", "launch"]
    assert [c.after.when for c in folded.changes if c.milestone == "launch"] == ["2026", "2027-05", "2027-05-03"]


WHENS = ["2025-08", "2026", "2026-08", "2027", "2027-05/2027-08", "2028-03", "2028", "2026-10/.."]
VOICES = [("NASA", Tier.AGENCY), ("ESA", Tier.AGENCY), ("Launch Library", Tier.DATABASE), ("Times", Tier.PRESS),
          ("SpaceNews", Tier.TRADE_PRESS)]  # fmt: skip


@st.composite
def words(draw: st.DrawFn, milestones: tuple[str, ...], statuses: tuple[str, ...] = ("planned",)) -> Testimony:
    outlet, tier = draw(st.sampled_from(VOICES))
    what = f"{draw(st.sampled_from(milestones))} {draw(st.sampled_from(statuses))} {draw(st.sampled_from(WHENS))}"
    day = date(2024, 12, 5) + timedelta(days=draw(st.integers(0, 1)))
    return say(day.isoformat(), outlet, what, tier=tier, hour=draw(st.integers(0, 12)))


@given(
    st.lists(words(("landing", "ascent")), max_size=5),
    st.lists(words(("launch",)), max_size=3),
    words(("rollout", "launch"), ("planned", "on-hold", "cancelled")),
)
def test_one_more_word_on_an_earlier_step_takes_nothing_back(
    said: list[Testimony], launches: list[Testimony], more: Testimony
) -> None:
    """Heard after all that was told that day: it may move its own milestone, and leaves the others as they are, unless it
    frees from Review what was said of them."""
    day = more.day
    known = [LAUNCH, LANDING, *(t for t in (*said, *launches) if t.day <= day)]
    late = replace(more, heard_at=datetime.combine(day, time(20), UTC))
    before, after = history(*known), history(*known, late)
    freed = {h.testimony for h in before.held} - {h.testimony for h in after.held}
    others = {c.id for c in before.changes if c.milestone != more.claim.milestone}
    assert freed or {line for line in _told(before) if line.split()[0] in others} <= _told(after)


@given(st.lists(words(("launch", "landing", "ascent")), max_size=7), st.randoms(use_true_random=False))
def test_a_shuffled_list_is_the_same_history(said: list[Testimony], chance: object) -> None:
    mixed = [LAUNCH, LANDING, *said]
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert history(*mixed) == history(LAUNCH, LANDING, *said)
