"""The gate: what waits in Review, and why."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ledger_words import agency, decide, history, say, told, where
from tracker import wording
from tracker.ledger.gate import REASONS
from tracker.model import Confidence, Verdict

PLAN = agency("2024-06-25", "launch planned 2027")
LANDING = agency("2024-06-25", "landing planned 2027")


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (agency("2025-01-01", "landing planned 2026"), "before-earlier-step"),
        (agency("2025-01-01", "launch planned 2030"), "far-move"),
        (agency("2026-01-01", "launch achieved 2027-03-01"), "achieved-in-future"),
        (agency("2027-06-20", "launch achieved 2027-06-01"), "achieved-long-ago"),
        (agency("2026-01-01", "launch achieved 2025-12-31"), "achieved-early"),
        (agency("2026-01-01", "launch achieved"), "achieved-undated"),
        (agency("2026-01-01", "launch planned 2028", confidence=Confidence.WEAK), "weak-reading"),
        (agency("2026-06-09", "launch planned 2026-06-09"), "items-own-day"),
        (agency("2026-06-09", "ascent planned 2028"), "unknown-milestone"),
    ],
)
def test_each_reason(said: object, reason: str) -> None:
    folded = history(PLAN, LANDING, said, today=date(2027, 12, 1))  # type: ignore[arg-type]
    assert [h.reason for h in folded.held] == [reason]
    assert where(folded) == "planned 2027 confirmed"
    assert len(folded.changes) == 2


def test_a_move_away_from_achieved_waits() -> None:
    done = [agency("2026-04-01", "launch planned 2026-04-01"), agency("2026-04-01", "launch achieved 2026-04-01")]
    later = agency("2026-05-01", "launch planned 2026-09")
    folded = history(*done, later)
    assert [(h.testimony, h.reason) for h in folded.held] == [(later.id, "away-from-achieved")]
    assert where(folded) == "achieved 2026-04-01 confirmed"


def test_one_item_with_two_dates_waits_and_a_clean_voice_frees_the_true_one() -> None:
    both = [
        agency("2026-06-09", "launch planned 2028-02", item="muddled"),
        agency("2026-06-09", "launch planned 2028-11", item="muddled"),
    ]
    muddled = history(PLAN, *both)
    assert {h.reason for h in muddled.held} == {"two-dates"}
    assert len(muddled.changes) == 1
    clear = history(PLAN, *both, agency("2026-06-10", "launch planned 2028-02", item="clear"))
    assert told(clear.changes)[1:] == ["launch slipped 2027 > 2028-02 confirmed"]


def test_an_item_that_tells_the_old_date_beside_the_new_one_is_clean() -> None:
    folded = history(
        PLAN,
        agency("2026-06-09", "launch planned 2027", item="one"),
        agency("2026-06-09", "launch planned 2028-02", item="one"),
    )
    assert told(folded.changes)[1:] == ["launch slipped 2027 > 2028-02 confirmed"]


def test_a_far_move_takes_a_second_independent_voice() -> None:
    first, second = agency("2025-01-01", "launch planned 2030"), say("2025-01-02", "Times", "launch planned 2030")
    assert len(history(PLAN, first).changes) == 1
    folded = history(PLAN, first, second)
    assert told(folded.changes)[1:] == ["launch slipped 2027 > 2030 confirmed"]
    assert folded.changes[1].on == second.day  # nobody believed it before
    assert not folded.held


def test_undated_done_is_believed_when_it_is_due() -> None:
    folded = history(agency("2026-03-12", "launch planned 2026-04-01"), agency("2026-04-02", "launch achieved"))
    assert where(folded) == "achieved confirmed"
    vague = agency("2024-06-25", "launch planned 2026")
    assert where(history(vague, agency("2026-10-20", "launch achieved"))) == "achieved confirmed"
    assert where(history(vague, say("2026-10-20", "Times", "launch achieved"))) == "planned 2026 confirmed"


def test_a_landing_is_not_before_a_launch_that_is_on_hold() -> None:
    folded = history(
        agency("2026-08-01", "launch planned 2026-08"),
        agency("2026-08-23", "launch on-hold 2027/.."),
        agency("2026-09-01", "landing achieved 2026-09-01"),
    )
    assert [h.reason for h in folded.held] == ["before-earlier-step"]


def test_the_baseline_may_tell_of_old_achievements() -> None:
    said = agency("2026-06-20", "rollout achieved 2026-04-01", baseline=True)
    folded = history(said)
    assert told(folded.changes) == ["rollout achieved > 2026-04-01 confirmed"]
    assert folded.changes[0].baseline


def test_a_waiting_claim_that_is_believed_by_now_waits_no_longer() -> None:
    weak = say("2026-01-01", "Times", "launch planned 2028-06", confidence=Confidence.WEAK)
    assert history(PLAN, weak).held
    assert not history(PLAN, weak, agency("2026-02-01", "launch planned 2028-06")).held


def test_what_the_user_accepts_passes() -> None:
    weak = say("2026-01-01", "Times", "launch planned 2028", confidence=Confidence.WEAK)
    folded = history(PLAN, weak, decisions=[decide("d1", Verdict.ACCEPT, weak.id)])
    assert told(folded.changes)[1:] == ["launch slipped 2027 > 2028 overridden"]
    assert not folded.held


def test_what_the_user_rejects_is_gone() -> None:
    weak = say("2026-01-01", "Times", "launch planned 2028", confidence=Confidence.WEAK)
    folded = history(PLAN, weak, decisions=[decide("d1", Verdict.REJECT, weak.id)])
    assert not folded.held
    assert len(folded.changes) == 1


def test_every_reason_has_words_in_both_languages() -> None:
    for reason in REASONS:
        for language in ("en", "zh"):
            assert wording.reason(reason, language) != reason
