"""Which changes are told, in what words, when."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ledger_words import MISSION, agency, history, say
from tracker.alerts import AlertRules, Telling, choose, deliverable, deserves, digest
from tracker.edtf import parse
from tracker.model import Alert, Change, ChangeKind, Position, Standing, Status, Testimony

NOW = datetime(2024, 12, 6, 9, 0, tzinfo=UTC)
MISSIONS = {"artemis-3": MISSION}
PLAN = agency("2024-06-25", "launch planned 2026")
SLIP = agency("2024-12-05", "launch planned 2027-05/2027-08")


def _choose(*said: Testimony, known: set[str] | None = None, rules: AlertRules | None = None, now: datetime = NOW,
            changes: tuple[Change, ...] | None = None, language: str = "en") -> tuple[Alert, ...]:  # fmt: skip
    folded = history(*said).changes if changes is None else changes
    first = {c.id for c in history(PLAN).changes}
    return choose(folded, known=first if known is None else known, missions=MISSIONS, rules=rules or AlertRules(),
                  created_at=now, outlets={t.id: t.outlet for t in said}, language=language)  # fmt: skip


def test_the_words_of_a_slip() -> None:
    (alert,) = _choose(PLAN, SLIP)
    assert (alert.title, alert.body) == ("Artemis III launch slips", "2026 → mid-2027 · NASA")
    assert alert.id == alert.changes[0] == history(PLAN, SLIP).changes[1].id
    assert alert.created_at == NOW
    assert alert.told_at is None


def test_the_words_in_chinese() -> None:
    (alert,) = _choose(PLAN, SLIP, language="zh")
    assert alert.title == "Artemis III发射推迟"
    assert alert.body == "2026年 → 2027年中 · NASA"


def test_where_a_landing_went() -> None:
    four = replace(MISSION, id="artemis-4", names={"en": "Artemis IV"})
    said = [agency("2024-06-25", "landing planned 2026"), agency("2024-12-05", "landing cancelled", item="one")]
    beside = [agency("2024-12-05", "landing planned 2028", item="one", mission="artemis-4")]
    changes = history(*said, beside=beside).changes
    (alert,) = choose(changes[1:], known=(), missions={"artemis-3": MISSION, "artemis-4": four}, rules=AlertRules(),
                      created_at=NOW, outlets={said[1].id: "NASA"})  # fmt: skip
    assert alert.title == "Artemis III landing moves to another mission"
    assert alert.body == "2026 → cancelled · now with Artemis IV · NASA"


def test_a_known_change_is_not_told_again() -> None:
    assert not _choose(PLAN, SLIP, known={c.id for c in history(PLAN, SLIP).changes})


def test_what_an_old_article_brings_is_no_news_beside_a_later_move_that_was_told() -> None:
    late = agency("2024-12-03", "launch planned 2027-01", heard="2024-12-06")
    told = {c.id for c in history(PLAN, SLIP).changes}
    assert [c.after.when for c in history(PLAN, SLIP, late).changes] == ["2026", "2027-01", "2027-05/2027-08"]
    assert not _choose(PLAN, SLIP, late, known=told)
    assert len(_choose(PLAN, SLIP, late)) == 2  # of what was not told both are news


def test_a_date_that_a_database_takes_back_and_gives_again_is_told_once() -> None:
    said = [PLAN, *(agency(f"2024-12-0{day}", f"launch planned {when}") for day, when in ((2, "2027"), (4, "2026")))]
    told = {c.id for c in history(*said).changes}
    soon = agency("2024-12-06", "launch planned 2027")
    assert not _choose(*said, soon, known=told)
    later = agency("2024-12-09", "launch planned 2027")
    assert len(_choose(*said, later, known=told, now=NOW + timedelta(days=3))) == 1


def test_a_repeat_brings_no_alert() -> None:
    known = {c.id for c in history(PLAN, SLIP).changes}
    assert not _choose(PLAN, SLIP, say("2024-12-06", "Times", "launch planned 2027"), known=known)


def test_a_report_waits_for_proof_unless_the_user_wants_reports() -> None:
    report = say("2024-12-05", "Times", "launch planned 2027")
    assert not _choose(PLAN, report)
    assert _choose(PLAN, report, rules=AlertRules(default=Telling.REPORTS))
    assert _choose(PLAN, report, rules=AlertRules(tellings={"artemis-3/launch": Telling.REPORTS}))
    assert _choose(PLAN, report, say("2024-12-06", "Globe", "launch planned 2027"))


def test_a_report_that_is_confirmed_late_is_news_on_that_day() -> None:
    said = [PLAN, say("2024-11-10", "Times", "launch planned 2027"), say("2024-12-05", "Globe", "launch planned 2027")]
    assert len(_choose(*said)) == 1


def test_history_and_baseline_are_not_told() -> None:
    assert not _choose(PLAN, SLIP, now=datetime(2024, 12, 13, 0, 0, tzinfo=UTC))
    assert _choose(PLAN, SLIP, now=datetime(2024, 12, 12, 23, 0, tzinfo=UTC))
    assert not _choose(PLAN, agency("2024-12-05", "launch planned 2027", baseline=True))


def test_a_returned_change_and_the_users_own_word_are_not_told() -> None:
    (slip,) = history(PLAN, SLIP).changes[1:]
    for silent in (replace(slip, why=("database", "returned")), replace(slip, standing=Standing.OVERRIDDEN)):
        assert not _choose(PLAN, SLIP, changes=(silent,))


def test_an_agencys_change_is_told_though_a_database_disputes_it() -> None:
    (slip,) = history(PLAN, SLIP).changes[1:]
    assert _choose(PLAN, SLIP, changes=(replace(slip, standing=Standing.DISPUTED),))
    other = replace(slip, standing=Standing.DISPUTED, why=("database",))
    assert not _choose(PLAN, SLIP, changes=(other,))


@pytest.mark.parametrize(
    "rules",
    [
        AlertRules(default=Telling.OFF),
        AlertRules(tellings={"artemis-3": Telling.OFF}),
        AlertRules(tellings={"artemis-3": Telling.REPORTS, "artemis-3/launch": Telling.OFF}),
        AlertRules(kinds_off=frozenset({ChangeKind.SLIPPED})),
    ],
)
def test_what_is_switched_off_is_not_told(rules: AlertRules) -> None:
    assert not _choose(PLAN, SLIP, rules=rules)


def test_a_mission_without_a_lane_and_an_unknown_one_are_not_told() -> None:
    (slip,) = history(PLAN, SLIP).changes[1:]
    today = NOW.date()
    assert not deserves(slip, replace(MISSION, lane=False), AlertRules(), today)
    assert not deserves(slip, None, AlertRules(), today)


def test_a_new_milestone_far_away_is_not_told() -> None:
    near = history(agency("2024-12-05", "docking planned 2027")).changes
    far = history(agency("2024-12-05", "docking planned 2031")).changes
    assert _choose(changes=near, known=set())
    assert not _choose(changes=far, known=set())


def test_a_clock_time_for_a_known_day_is_not_told() -> None:
    said = [agency("2024-06-25", "launch planned 2025-01-09"), agency("2024-12-05", "launch planned 2025-01-09T08:05Z")]
    changes = history(*said).changes[1:]
    assert [c.kind for c in changes] == [ChangeKind.FIRMED]
    assert not _choose(changes=changes, known=set())
    assert digest(changes, missions=MISSIONS, created_at=NOW, since=date(2024, 6, 25)) is None
    net = [
        agency("2024-06-25", "launch planned 2025-01-09/.."),
        agency("2024-12-05", "launch planned 2025-01-10T02:05Z"),
    ]
    assert not _choose(changes=history(*net).changes[1:], known=set())


def _many(number: int) -> tuple[Change, ...]:
    (slip,) = history(PLAN, SLIP).changes[1:]
    return tuple(replace(slip, id=f"c{n}") for n in range(number))


def test_more_than_the_cap_is_one_digest() -> None:
    three, four = _choose(changes=_many(3)), _choose(changes=_many(4))
    assert len(three) == 3
    (whole,) = four
    assert whole.title == "Four changes"
    assert sorted(whole.changes) == ["c0", "c1", "c2", "c3"]
    assert whole.body.count("Artemis III launch slips: 2026 → mid-2027") == 4


def test_a_digest_of_one_change_is_that_changes_own_alert() -> None:
    (slip,) = history(PLAN, SLIP).changes[1:]
    alert = digest([slip, slip], missions=MISSIONS, created_at=NOW, outlets={SLIP.id: "NASA"})
    assert alert == _choose(PLAN, SLIP)[0]
    first = digest([slip], missions=MISSIONS, created_at=NOW, since=date(2024, 6, 25))
    assert first is not None
    assert first.title == "Since the report of June 2024: one change"


def test_the_first_digest_counts_from_the_report() -> None:
    old = replace(_many(1)[0], id="seed", on=date(2024, 6, 25))
    gone = replace(_many(1)[0], id="gone", why=("returned",))
    report = replace(_many(1)[0], id="report", standing=Standing.REPORTED)
    alert = digest(
        [*_many(6), *_many(6), old, gone, report], missions=MISSIONS, created_at=NOW, since=date(2024, 6, 25)
    )
    assert alert is not None
    assert alert.title == "Since the report of June 2024: six changes"
    assert len(alert.changes) == 6
    assert digest([old], missions=MISSIONS, created_at=NOW, since=date(2024, 6, 25)) is None
    more = digest(_many(9), missions=MISSIONS, created_at=NOW)
    assert more is not None
    assert more.body.splitlines()[-1] == "and 3 more"


def test_a_hostile_outlet_stays_on_its_line() -> None:
    said = agency("2024-12-05", "launch planned 2027")
    outlets = {said.id: "Evil\n<b>News</b>\u202e" + "x" * 500}
    (alert,) = choose(history(PLAN, said).changes[1:], known=(), missions=MISSIONS, rules=AlertRules(), created_at=NOW,
                      outlets=outlets)  # fmt: skip
    assert "\n" not in alert.body
    assert "\u202e" not in alert.body
    assert len(alert.body) < 100


BEIJING = timezone(timedelta(hours=8))
ALERTS = (Alert("a", "t", "b", ("c",), NOW),)


@pytest.mark.parametrize(
    ("clock", "quiet", "silent"),
    [
        ("23:30", ("22:00", "07:00"), True),
        ("06:59", ("22:00", "07:00"), True),
        ("07:00", ("22:00", "07:00"), False),
        ("21:59", ("22:00", "07:00"), False),
        ("13:00", ("12:00", "14:00"), True),
        ("14:00", ("12:00", "14:00"), False),
        ("14:00", ("14:00", "14:00"), False),
    ],
)
def test_quiet_hours_hold_the_telling(clock: str, quiet: tuple[str, str], silent: bool) -> None:
    rules = AlertRules(quiet_from=time.fromisoformat(quiet[0]), quiet_to=time.fromisoformat(quiet[1]))
    now = datetime.combine(date(2026, 8, 23), time.fromisoformat(clock), BEIJING)
    assert deliverable(ALERTS, rules, now).now == (() if silent else ALERTS)
    end = datetime.combine(now.date(), time.fromisoformat(quiet[1]), BEIJING)
    assert deliverable(ALERTS, rules, end).now == ALERTS


@pytest.mark.parametrize(
    ("born", "rules", "together"),
    [
        ("23:30", AlertRules(quiet_from=time(22), quiet_to=time(7)), True),
        ("21:30", AlertRules(quiet_from=time(22), quiet_to=time(7)), False),
        ("07:30", AlertRules(quiet_from=time(22), quiet_to=time(7)), False),
        ("08:10", AlertRules(paused_until=datetime(2026, 8, 24, 8, 30, tzinfo=BEIJING)), True),
        ("08:40", AlertRules(paused_until=datetime(2026, 8, 24, 8, 30, tzinfo=BEIJING)), False),
        ("08:10", AlertRules(), False),
    ],
)
def test_what_a_silence_held_back_is_told_together(born: str, rules: AlertRules, together: bool) -> None:
    now = datetime(2026, 8, 24, 9, 0, tzinfo=BEIJING)
    clock = datetime.combine(now.date(), time.fromisoformat(born), BEIJING)
    clock -= timedelta(days=1 if clock > now else 0)
    late = replace(ALERTS[0], id="late", created_at=clock.astimezone(UTC))
    usual = replace(ALERTS[0], created_at=datetime(2026, 8, 24, 8, 50, tzinfo=BEIJING))
    delivery = deliverable((late, usual), rules, now)
    assert delivery.now == (late, usual)
    assert delivery.together is together


def test_a_pause_holds_until_its_end() -> None:
    until = datetime(2026, 8, 23, 12, 0, tzinfo=UTC)
    rules = AlertRules(paused_until=until, quiet_from=time(21), quiet_to=time(7))
    assert deliverable(ALERTS, rules, datetime(2026, 8, 23, 19, 0, tzinfo=BEIJING)).now == ()
    assert deliverable(ALERTS, rules, until).now == ALERTS
    assert deliverable(ALERTS, rules, datetime(2026, 8, 24, 7, 1, tzinfo=BEIJING)).now == ALERTS


@given(st.lists(st.sampled_from(range(8)), max_size=12), st.integers(1, 4))
def test_every_change_is_told_at_most_once(order: list[int], cap: int) -> None:
    """However changes come again, each id is in one alert."""
    known: set[str] = set()
    told: list[str] = []
    pool = _many(8)
    for n in order:
        for alert in _choose(changes=pool[: n + 1], known=known, rules=AlertRules(cap=cap)):
            told += alert.changes
            known |= set(alert.changes)
    assert len(told) == len(set(told))
    assert set(told) == {c.id for c in pool[: max(order, default=-1) + 1]}


def test_a_position_without_a_date_has_words() -> None:
    (slip,) = history(PLAN, SLIP).changes[1:]
    hold = replace(slip, kind=ChangeKind.ON_HOLD, after=Position(Status.ON_HOLD, None))
    planned = history(agency("2024-12-05", "docking planned 2027")).changes
    assert _choose(changes=planned, known=set())[0].title == "Artemis III docking planned"
    bounded = replace(hold, after=Position(Status.ON_HOLD, parse("2027/..")))
    assert _choose(changes=(hold,), known=set())[0].body == "2026 → on hold"
    assert _choose(changes=(bounded,), known=set())[0].body == "2026 → no earlier than 2027"
