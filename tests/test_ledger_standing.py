"""How sure a change is: one voice or two, agency against database, there and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.ledger_words import agency, article, database, history, say, told, where
from tracker import ledger
from tracker.edtf import parse
from tracker.model import Claim, Evidence, Modality, Standing, Status, Tier

PLAN = agency("2024-06-25", "launch planned 2026")


def test_one_outlet_is_a_report_and_a_second_confirms_it_under_the_same_id() -> None:
    first = say("2024-12-05", "Times", "launch planned 2027")
    second = say("2024-12-06", "Globe", "launch planned 2027-05/2027-08")
    reported, confirmed = history(PLAN, first), history(PLAN, first, second)
    assert reported.changes[1].standing is Standing.REPORTED
    assert confirmed.changes[1].standing is Standing.CONFIRMED
    assert confirmed.changes[1].id == reported.changes[1].id
    assert confirmed.changes[1].on == first.day
    assert confirmed.changes[1].settled_on == second.day


@pytest.mark.parametrize("tier", [Tier.AGENCY, Tier.DATABASE])
def test_an_agency_or_a_database_confirms_alone(tier: Tier) -> None:
    folded = history(PLAN, say("2024-12-05", "Who", "launch planned 2027", tier=tier))
    assert where(folded) == "planned 2027 confirmed"


def test_the_same_outlet_twice_is_one_voice() -> None:
    folded = history(
        PLAN, say("2024-12-05", "Times", "launch planned 2027"), say("2024-12-09", "Times", "launch planned 2027")
    )
    assert where(folded) == "planned 2027 reported"


def test_the_same_wire_text_through_two_outlets_is_one_voice() -> None:
    words = "Officials said on Thursday that the launch of Artemis III is now planned for the middle of 2027."
    said = []
    for outlet, lead in (("Times", "WASHINGTON, Dec 5 - "), ("Globe", "Today's news. ")):
        item = article(f"{outlet}-wire", "2024-12-05", outlet, Tier.PRESS, f"{lead}\n{words} And more.", title=outlet)
        at = item.text.index("launch")
        claim = Claim("artemis-3", "launch", Status.PLANNED, parse("2027-05/2027-08"), Modality.ASSERTED,
                      Evidence("text", at, at + 6, "launch"))  # fmt: skip
        said.append(ledger.testimony(item, 1, claim, heard_at=PLAN.heard_at, baseline=False))
    assert said[0].story == said[1].story
    assert where(history(PLAN, *said)) == "planned 2027-05/2027-08 reported"


def test_two_outlets_of_the_crowd_prove_nothing_and_move_nothing_shown() -> None:
    folded = history(
        PLAN,
        say("2024-12-05", "Forum", "launch planned 2027", tier=Tier.OTHER),
        say("2024-12-05", "Digest", "launch planned 2027", tier=Tier.OTHER),
    )
    assert folded.changes[1].standing is Standing.REPORTED
    assert "crowd" in folded.changes[1].why
    assert where(folded) == "planned 2026 confirmed"


def test_what_the_crowd_said_first_counts_from_the_first_better_voice() -> None:
    folded = history(
        PLAN,
        say("2024-12-01", "Forum", "launch planned 2027", tier=Tier.OTHER),
        say("2024-12-05", "Times", "launch planned 2027"),
    )
    assert told(folded.changes)[1:] == ["launch slipped 2026 > 2027 confirmed"]
    assert folded.changes[1].on.isoformat() == "2024-12-05"


def test_two_outlets_that_say_different_dates_confirm_neither() -> None:
    folded = history(
        PLAN, say("2024-12-05", "Times", "launch planned 2027"), say("2024-12-05", "Globe", "launch planned 2028")
    )
    assert {c.standing for c in folded.changes[1:]} == {Standing.REPORTED}


def test_outlets_far_apart_in_time_do_not_confirm_each_other() -> None:
    folded = history(
        PLAN, say("2024-12-05", "Times", "launch planned 2027"), say("2025-06-05", "Globe", "launch planned 2027")
    )
    assert where(folded) == "planned 2027 reported"


def test_an_agency_that_repeats_the_plan_ends_a_report() -> None:
    folded = history(
        PLAN,
        say("2025-10-01", "Times", "launch planned 2028"),
        agency("2025-10-09", "launch planned 2026"),
    )
    assert told(folded.changes)[1:] == ["launch slipped 2026 > 2028 disputed"]
    assert "returned" in folded.changes[1].why
    assert where(folded) == "planned 2026 confirmed"


def test_a_false_report_does_not_hide_the_true_change() -> None:
    folded = history(
        PLAN,
        say("2025-10-01", "Times", "launch planned 2028-10"),
        agency("2025-10-09", "launch planned 2027"),
    )
    assert told(folded.changes)[-1] == "launch slipped 2026 > 2027 confirmed"
    assert where(folded) == "planned 2027 confirmed"


def test_a_database_behind_the_agency_is_shown_as_disagreeing() -> None:
    folded = history(
        database("2026-08-20", "launch planned 2026-08-24T00:05Z"),
        database("2026-08-22", "launch planned 2026-08-25T00:30Z"),
        agency("2026-08-23", "launch on-hold"),
    )
    hold = folded.changes[-1]
    assert hold.standing is Standing.CONFIRMED
    assert len(hold.against) == 1
    assert where(folded) == "on-hold confirmed"


def test_a_database_that_still_says_so_afterwards_makes_it_disputed_until_it_follows() -> None:
    said = [
        database("2026-08-20", "launch planned 2026-08-25"),
        agency("2026-08-23", "launch on-hold"),
        database("2026-08-24", "launch planned 2026-08-26"),
    ]
    assert where(history(*said)) == "on-hold disputed"
    assert where(history(*said, database("2026-08-26", "launch on-hold"))) == "on-hold confirmed"


MOVED = agency("2024-12-05", "launch planned 2027-05/2027-08")
OTHER = database("2024-12-06", "launch planned 2027-11")


def test_an_agency_and_a_database_that_disagree_within_days_are_shown_side_by_side() -> None:
    folded = history(PLAN, MOVED, OTHER, today=date(2024, 12, 9))
    assert told(folded.changes)[1:] == ["launch slipped 2026 > 2027-05/2027-08 disputed"]
    assert folded.states[0].against == (OTHER.id,)


def test_after_three_days_the_database_is_believed_unless_the_agency_insists() -> None:
    stands = history(PLAN, MOVED, OTHER, today=date(2024, 12, 10))
    assert told(stands.changes)[-1] == "launch slipped 2027-05/2027-08 > 2027-11 confirmed"
    assert stands.changes[-1].on == date(2024, 12, 9)
    insists = agency("2024-12-08", "launch planned 2027-05/2027-08")
    assert where(history(PLAN, MOVED, OTHER, insists)) == "planned 2027-05/2027-08 disputed"
    follows = database("2024-12-08", "launch planned 2027-06")
    assert told(history(PLAN, MOVED, OTHER, follows).changes)[1:] == [
        "launch slipped 2026 > 2027-05/2027-08 confirmed",
        "launch firmed 2027-05/2027-08 > 2027-06 confirmed",
    ]


def test_a_databases_date_that_the_agency_comes_round_to_is_not_lost() -> None:
    folded = history(
        database("2026-02-16", "launch planned 2026-02-26"),
        agency("2026-02-20", "launch planned 2026-03-06/.."),
        database("2026-02-21", "launch planned 2026-04-01T22:24Z", hour=1),
        agency("2026-02-21", "launch planned 2026-04", hour=9),
    )
    assert told(folded.changes)[-2:] == [
        "launch slipped 2026-03-06/.. > 2026-04 confirmed",
        "launch firmed 2026-04 > 2026-04-01T22:24Z confirmed",
    ]


def test_a_database_that_moves_alone_is_believed() -> None:
    folded = history(
        agency("2026-03-12", "launch planned 2026-04-01"), database("2026-03-31", "launch planned 2026-04-03")
    )
    assert where(folded) == "planned 2026-04-03 confirmed"


def test_another_agency_with_the_old_date_is_behind_and_moves_nothing() -> None:
    folded = history(
        PLAN,
        agency("2024-12-05", "launch planned 2027"),
        say("2025-01-20", "ESA", "launch planned 2026", tier=Tier.AGENCY),
    )
    assert told(folded.changes)[1:] == ["launch slipped 2026 > 2027 disputed"]
    assert where(folded) == "planned 2027 disputed"


def test_an_agency_that_moved_and_moves_back_is_believed() -> None:
    folded = history(
        database("2026-02-03", "launch planned 2026-03-07"),
        database("2026-02-06", "launch planned 2026-03-03"),
        database("2026-02-16", "launch planned 2026-03-07"),
    )
    assert [c.split()[1] for c in told(folded.changes)] == ["new", "advanced", "slipped"]
    assert len({c.id for c in folded.changes}) == 3


def test_there_and_back_within_three_days_is_one_disputed_entry() -> None:
    folded = history(
        database("2026-02-03", "launch planned 2026-03-07"),
        database("2026-02-16", "launch planned 2026-03-03"),
        database("2026-02-18", "launch planned 2026-03-07"),
    )
    assert told(folded.changes)[1:] == ["launch advanced 2026-03-07 > 2026-03-03 disputed"]
    assert where(folded) == "planned 2026-03-07 confirmed"


def test_stale_press_does_not_bring_an_old_plan_back() -> None:
    folded = history(
        PLAN,
        agency("2024-12-05", "launch planned 2027"),
        say("2025-02-01", "Times", "launch planned 2026"),
        say("2025-02-02", "Globe", "launch planned 2026"),
    )
    assert len(folded.changes) == 2
    assert where(folded) == "planned 2027 confirmed"


def test_press_that_says_what_it_moves_away_from_is_not_stale() -> None:
    folded = history(
        agency("2024-12-05", "launch planned 2026-04"),
        agency("2026-01-09", "launch planned 2026-02-06/.."),
        *(
            one
            for outlet in ("Times", "Globe")
            for one in (
                say("2026-02-21", outlet, "launch planned 2026-04", item=outlet),
                say("2026-02-21", outlet, "launch planned 2026-02", item=outlet, modality=Modality.SUPERSEDED),
            )
        ),
    )
    assert where(folded) == "planned 2026-04 confirmed"


def test_the_edit_of_an_article_replaces_its_own_word() -> None:
    folded = history(
        PLAN,
        say("2025-10-01", "Times", "launch planned 2028", item="story"),
        say("2025-10-01", "Times", "launch planned 2027", item="story", revision=2, heard="2025-10-03"),
    )
    assert where(folded) == "planned 2027 reported"
    assert [c.standing.value for c in folded.changes[1:]] == ["disputed", "reported"]
    assert folded.changes[2].on.isoformat() == "2025-10-03"


def test_what_the_press_says_later_and_finer_waits_for_a_second_voice() -> None:
    folded = history(
        PLAN,
        say("2024-12-05", "Times", "launch planned 2027"),
        say("2024-12-06", "Globe", "launch planned 2027-05/2027-08"),
    )
    assert told(folded.changes)[1:] == [
        "launch slipped 2026 > 2027 confirmed",
        "launch firmed 2027 > 2027-05/2027-08 reported",
    ]


def test_an_agency_that_confirms_a_vague_report_brings_its_own_date() -> None:
    folded = history(
        PLAN,
        say("2024-12-05", "Times", "launch planned 2027"),
        agency("2024-12-06", "launch planned 2027-05/2027-08"),
    )
    assert told(folded.changes)[1:] == ["launch slipped 2026 > 2027-05/2027-08 confirmed"]


def test_an_agency_that_confirms_a_fine_report_with_a_vague_word_confirms_no_more_than_that() -> None:
    folded = history(
        PLAN, say("2024-12-05", "Times", "launch planned 2027-06"), agency("2024-12-06", "launch planned 2027")
    )
    assert told(folded.changes)[1:] == ["launch slipped 2026 > 2027 confirmed"]
    assert where(folded) == "planned 2027 confirmed"


def test_an_old_report_does_not_date_an_agencys_finer_word() -> None:
    folded = history(
        PLAN, say("2025-01-05", "Times", "launch planned 2027"), agency("2025-06-05", "launch planned 2027-05/2027-08")
    )
    assert told(folded.changes)[1:] == [
        "launch slipped 2026 > 2027 reported",
        "launch slipped 2026 > 2027-05/2027-08 confirmed",
    ]
    assert [c.on.isoformat() for c in folded.changes[1:]] == ["2025-01-05", "2025-06-05"]
    assert folded.changes[1].why == ("overtaken", "returned")


def test_a_finer_date_of_the_press_much_later_is_a_report_of_its_own() -> None:
    folded = history(
        PLAN,
        say("2025-01-05", "Times", "launch planned 2027"),
        say("2025-06-05", "Globe", "launch planned 2027-05/2027-08"),
    )
    assert told(folded.changes)[1:] == [
        "launch slipped 2026 > 2027 reported",
        "launch slipped 2026 > 2027-05/2027-08 reported",
    ]
    assert where(folded) == "planned 2027-05/2027-08 reported"


def test_an_agency_that_changes_its_word_moves_though_the_date_was_once_another_ones() -> None:
    folded = history(
        agency("2026-01-30", "launch planned 2026-02-08/.."),
        database("2026-02-03", "launch planned 2026-03-07T01:29Z"),
        database("2026-02-06", "launch planned 2026-03-03T22:30Z"),
        agency("2026-02-20", "launch planned 2026-03-06/.."),
    )
    assert told(folded.changes)[-1] == "launch slipped 2026-03-03T22:30Z > 2026-03-06/.. confirmed"


def test_an_item_that_tells_the_old_plan_beside_its_news_does_not_end_the_report_it_carries() -> None:
    folded = history(
        agency("2024-06-25", "launch planned 2026-09"),
        say("2024-12-05", "Times", "launch planned 2027"),
        say("2024-12-06", "Globe", "launch planned 2026-09", item="both"),
        say("2024-12-06", "Globe", "launch planned 2027", item="both"),
    )
    assert told(folded.changes)[1:] == ["launch slipped 2026-09 > 2027 confirmed"]
    assert folded.changes[1].against == ()


def test_a_report_ends_when_an_outlet_as_good_repeats_the_plan_and_not_for_a_lesser_one() -> None:
    report = say("2025-10-01", "Trade", "launch planned 2028", tier=Tier.TRADE_PRESS)
    lesser = say("2025-10-05", "Forum", "launch planned 2026", tier=Tier.OTHER)
    as_good = say("2025-10-06", "Space Paper", "launch planned 2026", tier=Tier.TRADE_PRESS)
    assert where(history(PLAN, report, lesser)) == "planned 2028 reported"
    assert where(history(PLAN, report, as_good)) == "planned 2026 confirmed"
    assert where(history(PLAN, report, lesser, as_good)) == "planned 2026 confirmed"


def test_a_cancellation_is_not_lost_when_the_press_is_of_two_minds() -> None:
    said = [
        agency("2024-06-25", "landing planned 2027"),
        say("2026-02-27", "Times", "landing cancelled"),
        say("2026-02-28", "Globe", "landing planned 2028"),
        say("2026-02-28", "Post", "landing planned 2028"),
    ]
    torn = history(*said)
    assert where(torn, "landing") == "planned 2028 confirmed"
    settled = history(*said, say("2026-03-01", "Echo", "landing cancelled"))
    assert where(settled, "landing") == "cancelled confirmed"
    first = next(c for c in torn.changes if c.after.status is Status.CANCELLED)
    assert first.id == settled.states[0].change


def test_two_outlets_that_agree_on_part_of_a_finer_date_confirm_that_part() -> None:
    folded = history(
        PLAN, say("2026-01-04", "Times", "launch planned 2026-08"), say("2026-01-06", "Globe", "launch planned 2026-41")
    )
    assert told(folded.changes)[1:] == [
        "launch firmed 2026-41 > 2026-08 reported",
        "launch firmed 2026 > 2026-41 confirmed",
    ]


def test_the_seed_comes_first_on_its_day_and_nothing_before_it_counts() -> None:
    seed = agency("2024-06-25", "launch planned 2026")
    seed = replace(seed, claim=replace(seed.claim, rules=("seed",)))
    folded = history(
        agency("2023-12-01", "launch planned 2025"), agency("2024-06-25", "launch planned 2026-09", hour=1), seed
    )
    assert told(folded.changes) == ["launch new > 2026 confirmed", "launch firmed 2026 > 2026-09 confirmed"]


def test_a_database_lifts_an_agencys_hold_after_a_fortnight_but_never_into_its_bound() -> None:
    hold = [agency("2026-07-01", "launch planned 2026-08"), agency("2026-08-23", "launch on-hold 2027/..")]
    soon = history(*hold, database("2026-09-01", "launch planned 2027-06"))
    assert where(soon) == "on-hold 2027/.. disputed"
    later = history(*hold, database("2026-09-20", "launch planned 2027-06"))
    assert told(later.changes)[-1] == "launch resumed 2027/.. > 2027-06 confirmed"
    early = history(*hold, database("2026-09-20", "launch planned 2026-12-20"))
    assert where(early) == "on-hold 2027/.. disputed"


def test_an_agencys_own_date_days_after_a_vague_report_is_a_change_of_its_own_day() -> None:
    folded = history(
        PLAN, say("2025-01-05", "Times", "launch planned 2027"), agency("2025-01-15", "launch planned 2027-05/2027-08")
    )
    assert [(c.on.isoformat(), c.standing.value) for c in folded.changes[1:]] == [
        ("2025-01-05", "reported"),
        ("2025-01-15", "confirmed"),
    ]


def test_the_plan_told_on_the_very_day_does_not_end_a_report_that_it_is_done() -> None:
    said = [
        agency("2026-03-12", "launch planned 2026-04-01"),
        say("2026-04-01", "Times", "launch achieved 2026-04-01"),
        say("2026-04-02", "Globe", "launch planned 2026-04-01"),
    ]
    assert where(history(*said)) == "achieved 2026-04-01 reported"
    assert where(history(*said, agency("2026-04-02", "launch achieved 2026-04-01"))) == "achieved 2026-04-01 confirmed"
