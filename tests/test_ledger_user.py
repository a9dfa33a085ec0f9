"""The user is the last word, and every word of it can be undone."""

from __future__ import annotations

from datetime import date

from tests.ledger_words import agency, database, decide, history, say, told, where
from tracker.edtf import parse
from tracker.model import Position, Standing, Status, Verdict

PLAN = agency("2024-06-25", "launch planned 2026")
RUMOUR = [say("2026-10-01", "Times", "launch planned 2028-10"), say("2026-10-02", "Globe", "launch planned 2028-10")]


def test_not_true_removes_a_change_and_undo_brings_it_back() -> None:
    plain = history(PLAN, *RUMOUR)
    no = decide("d1", Verdict.REJECT, plain.changes[1].id, at="2026-10-03")
    rejected = history(PLAN, *RUMOUR, decisions=[no])
    assert told(rejected.changes) == ["launch new > 2026 confirmed"]
    undo = decide("d2", Verdict.UNDO, "d1", at="2026-10-04")
    assert history(PLAN, *RUMOUR, decisions=[no, undo]) == plain
    again = decide("d3", Verdict.UNDO, "d2", at="2026-10-05")
    assert history(PLAN, *RUMOUR, decisions=[no, undo, again]) == rejected


def test_a_rejected_rumour_stays_away_when_the_press_repeats_it_but_not_from_an_agency() -> None:
    change = history(PLAN, *RUMOUR).changes[1]
    no = decide("d1", Verdict.REJECT, change.id, at="2026-10-03")
    more = [say("2026-10-05", "Post", "launch planned 2028-10"), say("2026-10-06", "Echo", "launch planned 2028-41")]
    assert len(history(PLAN, *RUMOUR, *more, decisions=[no]).changes) == 1
    official = history(PLAN, *RUMOUR, *more, agency("2026-10-20", "launch planned 2027"), decisions=[no])
    assert told(official.changes)[1:] == ["launch slipped 2026 > 2027 confirmed"]
    same = history(PLAN, *RUMOUR, database("2026-10-20", "launch planned 2028-10", hour=13), decisions=[no])
    assert where(same) == "planned 2028-10 confirmed"
    assert same.changes[1].id != change.id


def test_accepting_a_report_makes_it_the_users_own_word() -> None:
    plain = history(PLAN, RUMOUR[0])
    yes = decide("d1", Verdict.ACCEPT, plain.changes[1].id, at="2026-10-03")
    accepted = history(PLAN, RUMOUR[0], decisions=[yes])
    assert accepted.changes[1].id == plain.changes[1].id
    assert accepted.changes[1].standing is Standing.OVERRIDDEN
    assert where(accepted) == "planned 2028-10 overridden"


def test_an_override_holds_against_old_news_and_gives_way_to_a_new_move_of_an_agency() -> None:
    mine = decide("d1", Verdict.OVERRIDE, "launch", at="2026-10-03",
                  position=Position(Status.PLANNED, parse("2027-06")))  # fmt: skip
    folded = history(PLAN, agency("2026-10-20", "launch planned 2026"), decisions=[mine])
    assert where(folded) == "planned 2027-06 overridden"
    moved = history(PLAN, agency("2026-10-20", "launch planned 2027-09"), decisions=[mine])
    assert where(moved) == "planned 2027-09 confirmed"
    assert told(moved.changes)[1] == "launch corrected 2026 > 2027-06 overridden"


def test_an_override_undone_leaves_no_trace() -> None:
    mine = decide("d1", Verdict.OVERRIDE, "launch", position=Position(Status.CANCELLED, None))
    undo = decide("d2", Verdict.UNDO, "d1", at="2026-11-02")
    assert where(history(PLAN, decisions=[mine])) == "cancelled overridden"
    assert history(PLAN, decisions=[mine, undo]) == history(PLAN)


def test_a_decision_is_not_seen_before_its_day() -> None:
    mine = decide("d1", Verdict.OVERRIDE, "launch", at="2026-10-03", position=Position(Status.CANCELLED, None))
    assert where(history(PLAN, decisions=[mine], today=date(2026, 10, 1))) == "planned 2026 confirmed"


def test_decisions_on_other_missions_or_unknown_targets_change_nothing() -> None:
    nothing = [decide("d1", Verdict.REJECT, "no-such"), decide("d2", Verdict.UNDO, "no-such"),
               decide("d3", Verdict.OVERRIDE, "launch")]  # fmt: skip
    assert history(PLAN, *RUMOUR, decisions=nothing) == history(PLAN, *RUMOUR)


def test_a_rejected_change_that_an_agency_raises_first_of_all_is_heard_once() -> None:
    change = history(PLAN, *RUMOUR).changes[1]
    no = decide("d1", Verdict.REJECT, change.id, at="2026-10-03")
    said = [agency("2026-10-20", "launch planned 2028-10"), say("2026-10-21", "Echo", "launch planned 2028-10"),
            agency("2026-10-22", "launch planned 2027-05"), agency("2026-10-30", "launch planned 2028-10")]  # fmt: skip
    folded = history(PLAN, *said, decisions=[no])
    assert where(folded) == "planned 2028-10 confirmed"
    assert change.id not in {c.id for c in folded.changes}
