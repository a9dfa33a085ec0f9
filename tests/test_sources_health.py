"""How a source is, as one word and as a sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tracker.model import Source, SourceState, Tier
from tracker.sources import troubles
from tracker.sources.health import ago, deaf, health, is_stale, until, words

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
SOURCE = Source("s", "S", "https://s.example/feed", Tier.PRESS)


def state(trouble: str = "", newest_days: float | None = 1, **more: object) -> SourceState:
    return SourceState(
        "s",
        last_success_at=NOW - 3 * HOUR,
        next_due_at=NOW + 2 * HOUR,
        newest_item_at=None if newest_days is None else NOW - timedelta(days=newest_days),
        trouble=troubles.trouble(trouble) if trouble else None,
        **more,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        (None, "waiting"),
        (SourceState("s"), "waiting"),
        (state(), "fine"),
        (state(newest_days=None), "fine"),
        (state(newest_days=29), "fine"),
        (state(newest_days=31), "stale"),
        (state("timeout"), "failing"),
        (state("timeout", newest_days=400), "failing"),
        (SourceState("s", trouble=troubles.trouble("dns")), "failing"),
        (state("http-410"), "off"),
    ],
)
def test_the_word(how: SourceState | None, expected: str) -> None:
    assert health(SOURCE, how, NOW) == expected
    for language in ("en", "zh"):
        assert words(SOURCE, how, NOW, language)


def test_switched_off_is_off_whatever_happened() -> None:
    off = Source("s", "S", "https://s.example/feed", Tier.PRESS, enabled=False)
    assert health(off, state("timeout"), NOW) == "off"
    assert words(off, state("http-410"), NOW) == "Switched off."
    assert words(off, None, NOW, "zh") == "已关闭。"


def test_agencies_lists_may_be_silent_for_two_months() -> None:
    listed = Source("s", "S", "https://s.example/", Tier.AGENCY, adapter="list:cmsa-zh")
    assert is_stale(SOURCE, state(newest_days=45), NOW)
    assert not is_stale(listed, state(newest_days=45), NOW)
    assert is_stale(listed, state(newest_days=61), NOW)


def test_a_database_row_that_nobody_had_to_touch_is_not_stale() -> None:
    database = Source("s", "S", "https://s.example/", Tier.DATABASE, adapter="ll2")
    assert health(database, state(newest_days=200), NOW) == "fine"


def test_a_programme_is_deaf_when_all_its_agency_sources_fail() -> None:
    zh, en = (Source(i, i.upper(), f"https://{i}.example/", Tier.AGENCY, carries=("clep",)) for i in ("zh", "en"))
    press = Source("p", "P", "https://p.example/", Tier.PRESS, carries=("clep",))
    failing, well = state("http-503"), state()
    assert deaf("clep", [zh, en, press], {"zh": failing, "en": failing, "p": well}) == ("ZH", "EN")
    assert deaf("clep", [zh, en, press], {"zh": failing, "en": well}) == ()
    assert deaf("clep", [zh, en, press], {"zh": failing}) == ()  # the other was never asked
    assert deaf("clep", [zh, replace(en, enabled=False)], {"zh": failing}) == ("ZH",)
    assert deaf("clep", [press], {"p": failing}) == ()
    assert deaf("artemis", [zh, en], {"zh": failing, "en": failing}) == ()


def test_the_sentences() -> None:
    assert words(SOURCE, state("http-503"), NOW) == (
        "The server answers “503 Service Unavailable”. Nothing is lost: it last worked 3 hours ago; "
        "the next try is in 2 hours."
    )
    assert words(SOURCE, state("http-503"), NOW, "zh-CN") == (
        "服务器返回错误 503。不会丢失任何内容：上次成功是3小时前，2小时后再试。"
    )
    assert words(SOURCE, state(newest_days=82), NOW) == "The server answers, but its newest item is 82 days old."
    assert words(SOURCE, state(newest_days=82), NOW, "zh") == "服务器有应答，但最新一条已是82天前。"
    assert words(SOURCE, state(), NOW) == "Fine; checked 3 hours ago."
    assert words(SOURCE, None, NOW) == "Not asked yet."
    assert "closed for good" in words(SOURCE, state("http-410"), NOW)
    never = SourceState("s", trouble=troubles.trouble("dns"))
    assert words(SOURCE, never, NOW) == "The server's name is not known. Nothing is lost."


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (timedelta(seconds=20), "just now"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(minutes=59), "59 minutes ago"),
        (timedelta(minutes=61), "1 hour ago"),
        (timedelta(hours=47), "47 hours ago"),
        (timedelta(hours=48), "2 days ago"),
        (timedelta(days=-3), "just now"),
    ],
)
def test_ago(span: timedelta, expected: str) -> None:
    assert ago(NOW - span, NOW) == expected


def test_until() -> None:
    assert until(NOW + timedelta(minutes=40), NOW) == "in 40 minutes"
    assert until(NOW - HOUR, NOW) == "now"
    assert until(NOW + timedelta(days=3), NOW, "zh") == "3天后"
    assert ago(NOW, NOW, "zh") == "刚刚"


def test_every_trouble_has_words_in_both_languages() -> None:
    for code in ("timeout", "not-a-feed", "http-403", "http-599", "something-new"):
        assert troubles.words(code)
        assert troubles.words(code, "zh") != troubles.words(code)
    assert troubles.words("http-418") == "The server answers “418 I'm a Teapot”"
    assert troubles.words("http-599") == "The server answers “599”"
