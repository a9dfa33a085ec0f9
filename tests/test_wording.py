"""Windows and moves in words: a coarse date shows no made-up day, in no language, in no form."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.windows import COARSE_TEXTS, WINDOWS
from tracker import wording
from tracker.edtf import Precision, Window, parse
from tracker.model import Change, ChangeKind, Mission, Position, Standing, Status, Tier

LANGUAGES = st.sampled_from(["en", "zh", "zh-CN", "zh_TW", "de", "", "EN-us"])
STATUSES = st.sampled_from(list(Status))
OPTIONAL_DAYS = st.none() | st.integers(-4000, 4000)
DAY_EN = re.compile(r"\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\b[A-Z][a-z]+ \d{1,2}\b(?!\d)")
DAY_ZH = re.compile(r"\d日|\d号")
ISO = re.compile(r"\d{4}-\d\d")

MISSION = Mission("artemis-3", {"en": "Artemis III", "zh": "阿尔忒弥斯3号"}, {}, "nasa", "artemis", "us", ("launch",))


def change(before: Window | None, after: Window | None, kind: ChangeKind = ChangeKind.SLIPPED) -> Change:
    was = None if before is None else Position(Status.PLANNED, before)
    now = Position(Status.PLANNED, after)
    return Change("c", "artemis-3", "launch", kind, was, now, date(2024, 12, 5), Standing.CONFIRMED, ("t",))


@given(COARSE_TEXTS, LANGUAGES, STATUSES)
def test_a_coarse_window_shows_no_day(text: str, language: str, status: Status) -> None:
    window = parse(text)
    said = wording.window(window, language)
    move = wording.move(change(window, window), language)
    for words in (said, wording.position(Position(status, window), language), move):
        assert not DAY_EN.search(words), words
        assert not DAY_ZH.search(words), words
        assert not ISO.search(words), words


@given(WINDOWS, LANGUAGES)
def test_every_window_has_words_in_the_language_asked_for(window: Window, language: str) -> None:
    said = wording.window(window, language)
    assert said == said.strip() != ""
    assert "None" not in said
    chinese = any("\u4e00" <= letter <= "\u9fff" for letter in said)
    assert chinese == language.lower().startswith("zh")


@given(WINDOWS)
def test_years_are_said(window: Window) -> None:
    said = wording.window(window) + wording.window(window, "zh")
    for end in (window.earliest, window.latest):
        if end is not None and window.precision is not Precision.SEASON and "-24" not in window.edtf:
            assert str(end.year)[:3] in said


@given(WINDOWS)
def test_about_is_said_exactly_where_it_is_meant(window: Window) -> None:
    assert wording.window(window).startswith("about ") == window.approximate
    assert wording.window(window, "zh").endswith("前后") == window.approximate


@given(WINDOWS)
def test_the_span_names_its_own_ends(window: Window) -> None:
    said = wording.span(window)
    for end in (window.earliest, window.latest):
        if end is not None:
            assert wording.calendar_day(end).rsplit(" ", 1)[0] in said
            assert str(end.year) in said


@given(OPTIONAL_DAYS, OPTIONAL_DAYS, LANGUAGES)
def test_countdown_and_duration_take_any_range(one: int | None, other: int | None, language: str) -> None:
    least, most = (one, other) if one is None or other is None else sorted((one, other))
    for words in (wording.countdown(least, most, language), wording.duration(least, most, language)):
        assert "None" not in words
        assert (words == "") == (least is None and most is None)


@given(st.integers(1, 4000), st.integers(0, 400))
def test_a_countdown_to_the_future_never_says_overdue_or_now(least: int, extra: int) -> None:
    said = wording.countdown(least, least + extra)
    assert said.startswith("in ")
    assert "-" not in said


@given(st.integers(-4000, -1), st.integers(0, 400))
def test_a_countdown_to_the_past_says_overdue_without_a_minus(most: int, extra: int) -> None:
    said = wording.countdown(most - extra, most)
    assert said.endswith(" overdue")
    assert "-" not in said


@pytest.mark.parametrize(
    ("text", "en", "zh"),
    [
        ("2027", "2027", "2027年"),
        ("2027-09", "September 2027", "2027年9月"),
        ("2027-05/2027-08", "mid-2027", "2027年中"),
        ("2027-01/2027-04", "early 2027", "2027年初"),
        ("2027-09/2027-12", "late 2027", "2027年底"),
        ("2027-09/..", "no earlier than September 2027", "不早于2027年9月"),
        ("../2030", "by 2030", "2030年底前"),
        ("../2030-06", "by June 2030", "不晚于2030年6月"),
        ("2026-08-24", "24 Aug 2026", "2026年8月24日"),
        ("2026-08-24T00:05+08:00", "24 Aug 2026, 00:05 UTC+8", "2026年8月24日 00:05 UTC+8"),
        ("2027-36", "Q4 2027", "2027年第四季度"),
        ("2027-41", "second half of 2027", "2027年下半年"),
        ("2027-23", "autumn 2027", "2027年秋季"),
        ("203X", "the 2030s", "2030年代"),
        ("2027~", "about 2027", "2027年前后"),
        ("2026-06/2027-03", "June 2026 to March 2027", "2026年6月至2027年3月"),
    ],
)
def test_windows_as_people_say_them(text: str, en: str, zh: str) -> None:
    assert wording.window(parse(text)) == en
    assert wording.window(parse(text), "zh") == zh


def test_no_date_is_said() -> None:
    assert wording.window(None) == "no date"
    assert wording.span(None) == ""
    assert wording.position(Position(Status.ON_HOLD, None)) == "on hold"


def test_a_notification_in_two_lines() -> None:
    slip = change(parse("2026"), parse("2027-05/2027-08"))
    assert wording.headline(slip, MISSION) == "Artemis III launch slips"
    assert wording.move(slip) == "2026 → mid-2027"
    assert wording.headline(slip, MISSION, "zh") == "阿尔忒弥斯3号发射推迟"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_word_of_the_model_has_its_word(language: str) -> None:
    for kind in ChangeKind:
        assert wording.kind(kind, language)
    for standing in Standing:
        assert wording.standing(standing, language)
    for tier in Tier:
        assert wording.tier(tier, language)
    for status in Status:
        assert wording.status(status, language)


def test_a_range_of_days_hides_neither_its_small_end_nor_its_sign() -> None:
    assert wording.duration(14, 100) == "14 to 100 days"
    assert wording.duration(1, 729) == "1 day to 24 months"  # 2026 -> 2027
    assert wording.duration(1, 729, "zh") == "1天至24个月"
    assert wording.duration(0, 100) == "0 to 3 months"
    assert wording.duration(-30, 300) == "30 days earlier to 10 months later"
    assert wording.duration(-30, 300, "zh") == "提前30天至推后10个月"
    assert wording.window(parse("2024-06-25T14:07+08:00")) == "25 Jun 2024, 14:07 UTC+8"
    assert wording.window(parse("2026-08-24T00:05Z")) == "24 Aug 2026, 00:05 UTC"
    assert wording.window(parse("2026-08-24T05:35+05:30"), "zh") == "2026年8月24日 05:35 UTC+5:30"


@pytest.mark.parametrize(
    ("count", "least", "most", "english", "chinese"),
    [
        (0, 5, 5, "", ""),
        (1, 121, 607, "slipped once, 4 to 20 months in all", "已推迟1次，合计4至20个月"),
        (3, None, None, "slipped 3 times", "已推迟3次"),
    ],
)
def test_slips_in_words(count: int, least: int | None, most: int | None, english: str, chinese: str) -> None:
    assert wording.slips(count, least, most) == english
    assert wording.slips(count, least, most, "zh") == chinese


def test_what_the_headline_says_is_not_said_again_under_it() -> None:
    was, done = Position(Status.PLANNED, parse("2025-09")), Position(Status.ACHIEVED, parse("2026-04"))
    told = Change("c", "artemis-3", "launch", ChangeKind.ACHIEVED, was, done, date(2026, 5, 2), Standing.CONFIRMED, ())
    assert wording.move(told) == "September 2025 → achieved April 2026"
    assert wording.move(told, headed=True) == "September 2025 → April 2026"
    assert wording.move(told, "zh", headed=True) == "2025年9月 → 2026年4月"
    undated = Change("c", "artemis-3", "launch", ChangeKind.ACHIEVED, was, Position(Status.ACHIEVED, None),
                     date(2026, 5, 2), Standing.CONFIRMED, ())  # fmt: skip
    assert wording.move(undated, headed=True) == "September 2025 → achieved"


@pytest.mark.parametrize(
    ("least", "en", "zh"),
    [
        (0, "today at the earliest", "最早日期即今天"),
        (-1, "1 day past its earliest date", "已过最早日期1天"),
        (-82, "82 days past its earliest date", "已过最早日期82天"),
        (-500, "16 months past its earliest date", "已过最早日期16个月"),
    ],
)
def test_no_earlier_than_a_day_gone_by_says_nothing_of_when(least: int, en: str, zh: str) -> None:
    """ "Any day now" would be a promise that nobody made."""
    assert wording.countdown(least, None) == en
    assert wording.countdown(least, None, "zh") == zh


def test_a_mission_named_after_its_milestone_is_not_said_twice() -> None:
    crewed = Mission(
        "c", {"en": "China's crewed landing", "zh": "中国载人登月"}, {}, "CMSA", "", "china", ("launch", "landing")
    )
    assert wording.milestone_of(crewed, "landing") == "China's crewed landing"
    assert wording.milestone_of(crewed, "launch") == "China's crewed landing launch"
    assert wording.milestone_of(crewed, "landing", "zh") == "中国载人登月着陆"
