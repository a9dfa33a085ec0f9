"""Every kind of change, and everything that is none."""

from __future__ import annotations

import pytest

from tests.ledger_words import agency, database, decide, history, say, told, where
from tracker.model import ChangeKind, Modality, Standing, Tier, Verdict

PLAN = agency("2024-06-25", "launch planned 2026")


@pytest.mark.parametrize(
    ("known", "said", "kind"),
    [
        ("2026", "2027", "slipped"),
        ("2026", "2027-05/2027-08", "slipped"),
        ("2027", "2026", "advanced"),
        ("2026", "2026-08", "firmed"),
        ("2026-08", "2026-08-24", "firmed"),
        ("2026-08-24", "2026-08-24T08:05+08:00", "firmed"),
        ("2026-08-24T00:05Z", "2026-08-25T00:30Z", "slipped"),
        ("2026-02-06/..", "2026-02-08/..", "slipped"),
        ("2026-03-06/..", "2026-03-03/..", "advanced"),
        ("2027-05/2027-08", "2027-09/..", "slipped"),
        ("2027-05/2027-08", "2027-09/2027-12", "slipped"),
        ("2026", "2026-09/..", "firmed"),
        ("../2030", "2031", "slipped"),
        ("../2030", "2029", "firmed"),
        ("../2026-04", "../2026-06", "slipped"),
        ("2026", "2027/..", "slipped"),
        ("203X", "2032", "firmed"),
        ("2027-05/2027-08", "2027-08/2027-12", "slipped"),
        ("2027-05/2027-08", "2027-01/2027-06", "advanced"),
    ],
)
def test_a_moved_date_is_a_change(known: str, said: str, kind: str) -> None:
    folded = history(agency("2024-06-25", f"launch planned {known}"), agency("2025-12-05", f"launch planned {said}"))
    assert told(folded.changes)[1:] == [f"launch {kind} {known} > {said} confirmed"]
    assert where(folded) == f"planned {said} confirmed"


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ("2026", "2026"),
        ("2026", "2026~"),
        ("2026-08", "2026"),
        ("2026-08-24", "2026-08"),
        ("2026-08-24", "2026-41"),
        ("2027-05/2027-08", "2027"),
        ("2027-05/2027-08", "2027-22"),
        ("2027-05/2027-08", "2027-05/.."),
        ("2026-04", "2026-04/.."),
        ("2026-04", "../2026-04"),
        ("2026-02-06", "../2026-04"),
        ("2027", "2026/.."),
        ("../2030", "../2029"),
        ("../2029", "../2030"),
        ("../2030", "2030"),
        ("../2029", "2030~"),
        ("../2030", "203X"),
        ("2026-04-01T22:24Z", "2026-04-01T18:24-04:00"),
        ("2026-04-01T22:24Z", "2026-04-01T23:10Z"),
        ("2026-08-24T00:05Z", "2026-08-23"),  # the evening before, in Florida
        ("2026", ""),
        ("2027-05/2027-08", "2027-06/2027-09"),
        ("2027-05/2027-08", "2027-04/2027-07"),
    ],
)
def test_a_repeat_or_a_coarser_word_is_support(known: str, said: str) -> None:
    more = agency("2025-12-05", f"launch planned {said}")
    folded = history(agency("2024-06-25", f"launch planned {known}"), more)
    assert len(folded.changes) == 1
    assert folded.changes[0].also_said_by == (more.id,)
    assert where(folded) == f"planned {known} confirmed"


def test_a_day_told_by_the_clock_of_another_country_is_no_slip() -> None:
    folded = history(
        database("2026-03-12", "launch planned 2026-04-01"),
        say("2026-03-30", "Xinhua", "launch planned 2026-04-02", tier=Tier.STATE_MEDIA),
        say("2026-03-30", "CCTV", "launch planned 2026-04-02", tier=Tier.STATE_MEDIA),
    )
    assert len(folded.changes) == 1


def test_a_delay_without_a_date_is_a_change_and_a_new_date_resumes() -> None:
    folded = history(
        PLAN,
        agency("2026-08-23", "launch on-hold"),
        agency("2026-10-01", "launch planned 2027-04"),
    )
    assert told(folded.changes)[1:] == [
        "launch on-hold 2026 > confirmed",
        "launch resumed > 2027-04 confirmed",
    ]


def test_a_hold_with_a_bound_is_not_lifted_by_the_bound_itself() -> None:
    folded = history(
        PLAN,
        agency("2026-08-23", "launch on-hold 2027/.."),
        say("2026-08-23", "Weibo", "launch planned 2027", tier=Tier.OTHER),
        say("2026-08-24", "Daily", "launch planned 2027"),
        say("2026-08-25", "Herald", "launch planned 2027"),
    )
    assert told(folded.changes)[1:] == ["launch on-hold 2026 > 2027/.. confirmed"]


def test_a_bound_that_comes_a_day_later_is_a_detail_of_the_hold() -> None:
    hold = agency("2026-08-23", "launch on-hold")
    before = history(PLAN, hold)
    after = history(PLAN, hold, say("2026-08-24", "Daily", "launch on-hold 2027/.."))
    assert told(after.changes)[1:] == ["launch on-hold 2026 > 2027/.. confirmed"]
    assert after.changes[1].id == before.changes[1].id


def test_delayed_without_a_date_repeats_a_long_slip() -> None:
    folded = history(
        database("2026-01-30", "launch planned 2026-02-09"),
        database("2026-02-03", "launch planned 2026-03-07"),
        say("2026-02-04", "Daily", "launch on-hold"),
        say("2026-02-05", "Herald", "launch on-hold"),
    )
    assert told(folded.changes)[1:] == ["launch slipped 2026-02-09 > 2026-03-07 confirmed"]


def test_achieved_failed_cancelled_reinstated() -> None:
    folded = history(
        agency("2026-03-12", "launch planned 2026-04-01"),
        agency("2026-04-01", "launch achieved 2026-04-01T22:35Z"),
        agency("2026-03-12", "landing planned 2026-04-05"),
        agency("2026-04-05", "landing failed 2026-04-05"),
        agency("2026-03-12", "return planned 2026-04-10"),
        agency("2026-04-06", "return cancelled"),
        agency("2026-04-08", "return planned 2026-04-12"),
        say("2026-04-08", "Times", "return planned 2026-04-12"),
    )
    assert sorted(told(folded.changes)[3:]) == [
        "landing failed 2026-04-05 > 2026-04-05 confirmed",
        "launch achieved 2026-04-01 > 2026-04-01T22:35Z confirmed",
        "return cancelled 2026-04-10 > confirmed",
        "return reinstated > 2026-04-12 confirmed",
    ]


def test_a_cancelled_landing_that_another_mission_plans_has_moved_there() -> None:
    item = "one-item"
    cancelled = agency("2026-02-27", "landing cancelled", item=item)
    elsewhere = agency("2026-02-27", "landing planned 2028", item=item, mission="artemis-4")
    unrelated = agency("2026-02-27", "landing planned 2029", item="another", mission="chang-e-8")
    plan = agency("2024-06-25", "landing planned 2027")
    alone = history(plan, cancelled)
    moved = history(plan, cancelled, beside=[elsewhere, unrelated])
    assert alone.changes[1].kind is ChangeKind.CANCELLED
    assert moved.changes[1].kind is ChangeKind.MOVED_TO_MISSION
    assert moved.changes[1].moved_to == "artemis-4"
    assert moved.changes[1].id == alone.changes[1].id


def test_a_plan_after_a_cancellation_takes_an_agency_and_a_second_voice() -> None:
    said = [agency("2024-12-05", "landing planned 2027"), agency("2026-02-27", "landing cancelled")]
    press = [say("2026-06-10", "Times", "landing planned 2028"), say("2026-06-11", "Globe", "landing planned 2028")]
    folded = history(*said, *press)
    assert where(folded, "landing") == "cancelled confirmed"
    assert {h.reason for h in folded.held} == {"against-cancelled"}
    assert where(history(*said, agency("2026-07-01", "landing planned 2028")), "landing") == "cancelled confirmed"
    back = history(*said, *press, agency("2026-07-01", "landing planned 2028"))
    assert told(back.changes)[-1] == "landing reinstated > 2028 confirmed"


def test_an_agency_sets_right_what_the_press_had_moved() -> None:
    folded = history(
        PLAN,
        say("2025-10-01", "Times", "launch planned 2028"),
        say("2025-10-02", "Globe", "launch planned 2028"),
        agency("2025-10-20", "launch planned 2026"),
    )
    assert told(folded.changes)[1:] == [
        "launch slipped 2026 > 2028 confirmed",
        "launch corrected 2028 > 2026 confirmed",
    ]


def test_a_corrected_day_of_an_achievement() -> None:
    folded = history(
        agency("2026-04-01", "launch planned 2026-04-01"),
        agency("2026-04-01", "launch achieved 2026-04-01"),
        say("2026-04-02", "Xinhua", "launch achieved 2026-04-02", tier=Tier.STATE_MEDIA),
    )
    assert where(folded) == "achieved 2026-04-01 confirmed"
    assert len(folded.changes) == 2
    better = history(
        agency("2026-04-01", "launch achieved 2026-04-01"), agency("2026-04-06", "launch achieved 2026-04-05")
    )
    assert told(better.changes)[1:] == ["launch corrected 2026-04-01 > 2026-04-05 confirmed"]


def test_a_second_roll_out_waits_for_the_user() -> None:
    first, again = (
        agency("2026-01-17", "rollout achieved 2026-01-17"),
        agency("2026-03-20", "rollout achieved 2026-03-20"),
    )
    folded = history(first, again)
    assert told(folded.changes) == ["rollout achieved > 2026-01-17 confirmed"]
    assert [(h.testimony, h.reason) for h in folded.held] == [(again.id, "achieved-again")]
    accepted = history(first, again, decisions=[decide("d1", Verdict.ACCEPT, again.id, milestone="rollout")])
    assert told(accepted.changes)[1:] == ["rollout achieved 2026-01-17 > 2026-03-20 overridden"]


@pytest.mark.parametrize("modality", [Modality.SPECULATIVE, Modality.SUPERSEDED])
def test_speculation_and_history_move_nothing(modality: Modality) -> None:
    folded = history(PLAN, agency("2025-01-01", "launch planned 2028", modality=modality))
    assert told(folded.changes) == ["launch new > 2026 confirmed"]
    assert not folded.held


def test_a_date_gone_by_when_it_was_said_is_history() -> None:
    folded = history(PLAN, agency("2025-06-01", "launch planned 2024"))
    assert len(folded.changes) == 1


def test_an_undated_plan_tells_nothing_new() -> None:
    assert history(say("2025-01-01", "Times", "docking planned")).changes == ()


def test_standing_words() -> None:
    one = history(PLAN, say("2025-10-01", "Times", "launch planned 2027"))
    assert one.changes[1].standing is Standing.REPORTED
    assert where(one) == "planned 2027 reported"
