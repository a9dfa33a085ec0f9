"""Dates as feeds write them, and what each source means by them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.feeds import CHINESE, NOW, SOURCE, only
from tests.loopback import entry, rss
from tracker.model import Source, Tier
from tracker.sources import dates

UTC_NOON = datetime(2026, 8, 24, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "Mon, 24 Aug 2026 12:00:00 +0000",
        "Mon, 24 Aug 2026 12:00:00 GMT",
        "Mon, 24 Aug 2026 08:00:00 EDT",
        "Mon, 24 Aug 2026 07:00:00 EST",
        "Mon, 24 Aug 2026 07:00:00 CDT",
        "Mon, 24 Aug 2026 05:00:00 PDT",
        "24 Aug 26 12:00 UT",
        "Monday, 24 August 2026 14:00:00 +0200",
        "Mon, 24 Aug 2026 12:00:00 Z (a comment)",
        "Mon Aug 24 12:00:00 UTC 2026",
        "Mon Aug 24 12:00:00 2026",
        "August 24, 2026 12:00:00 +00:00",
        "2026-08-24T12:00:00Z",
        "2026-08-24T12:00:00.123456Z",
        "2026-08-24t20:00:00+08:00",
        "2026-08-24 20:00 +0800",
        "2026-8-24 20:00:00 +08",
        "  2026-08-24T12:00  ",
    ],
)
def test_dates_as_feeds_write_them(text: str) -> None:
    item = only(rss(entry(1, pubDate=text)))
    assert item.published_at == UTC_NOON
    assert not item.undated


@pytest.mark.parametrize(
    "text", ["Mon, 24 Aug 2026 20:00:00 CST", "2026-08-24 20:00:00", "2026年8月24日 20:00", "Mon, 24 Aug 2026 20:00:00"]
)
def test_a_chinese_source_means_beijing_time(text: str) -> None:
    assert only(rss(entry(1, pubDate=text)), CHINESE).published_at == UTC_NOON
    american = only(rss(entry(1, pubDate="Mon, 24 Aug 2026 20:00:00 CST")))
    assert american.published_at == UTC_NOON + timedelta(hours=14)


def test_a_cn_host_alone_is_enough() -> None:
    plain = Source("x", "x", "https://a.example.cn/feed", Tier.PRESS)
    assert only(rss(entry(1, pubDate="2026-08-24 20:00:00")), plain).published_at == UTC_NOON


def test_the_zone_of_the_source_fills_in() -> None:
    tokyo = Source("x", "x", "https://a.example/feed", Tier.PRESS, zone="Asia/Tokyo")
    assert only(rss(entry(1, pubDate="2026-08-24 21:00:00")), tokyo).published_at == UTC_NOON
    broken = Source("x", "x", "https://a.example/feed", Tier.PRESS, zone="Nowhere/At_All")
    assert only(rss(entry(1, pubDate="2026-08-24 12:00:00")), broken).published_at == UTC_NOON


def test_the_day_is_the_day_in_the_sources_own_zone() -> None:
    late = "Mon, 24 Aug 2026 18:30:00 GMT"
    assert only(rss(entry(1, pubDate=late)), CHINESE).published_on == date(2026, 8, 25)
    houston = Source("x", "x", "https://a.example/feed", Tier.PRESS, zone="America/Chicago")
    early = "Tue, 25 Aug 2026 03:00:00 GMT"
    assert only(rss(entry(1, pubDate=early)), houston).published_on == date(2026, 8, 24)
    assert only(rss(entry(1, pubDate="Mon, 24 Aug 2026 23:30:00 -0400"))).published_on == date(2026, 8, 24)


def test_a_day_alone_is_no_instant() -> None:
    item = only(rss(entry(1, pubDate="2026-08-24")), CHINESE)
    assert item.published_at is None
    assert item.published_on == date(2026, 8, 24)
    assert not item.undated


def test_the_order_of_the_dates() -> None:
    dated = {"dc:date": "2026-08-01T00:00:00Z"}
    assert only(rss(entry(1) | dated)).published_on == date(2026, 11, 16)
    without = {k: v for k, v in entry(1).items() if k != "pubDate"}
    assert only(rss(without | dated)).published_on == date(2026, 8, 1)
    assert only(rss(entry(1, pubDate="soon") | dated)).published_on == date(2026, 8, 1)
    wrong = rss(without | dated).replace(b"http://purl.org/dc", b"https://purl.org/dc")
    assert only(wrong).published_on == date(2026, 8, 1)


@pytest.mark.parametrize("text", ["", "soon", "Mon, 31 Feb 2026 10:00:00 GMT", "2026-13-01", "99999-01-01", "24/08/2026", "0000-00-00"])  # fmt: skip
def test_no_date_is_said_and_not_made_up(text: str) -> None:
    item = only(rss(entry(1, pubDate=text)))
    assert item.undated
    assert item.published_at is None
    assert item.published_on is None


def test_a_date_far_ahead_is_set_to_now_and_flagged() -> None:
    item = only(rss(entry(1, pubDate="Mon, 16 Nov 2027 10:00:00 +0000")))
    assert item.published_at == NOW
    assert item.flags == ("clamped-date",)
    tomorrow = only(rss(entry(1, pubDate="Mon, 23 Nov 2026 10:00:00 +0000")))
    assert tomorrow.flags == ()
    assert only(rss(entry(1, pubDate="2027-01-01"))).flags == ("clamped-date",)


@given(st.text(max_size=60))
def test_any_text_is_a_date_or_none(text: str) -> None:
    stamp, _ = dates.read(text, SOURCE, NOW)
    assert stamp is None or stamp.on.year >= 1


@given(st.datetimes(datetime(1990, 1, 1), datetime(2026, 11, 20)), st.integers(-12 * 60, 14 * 60))  # noqa: DTZ001
def test_iso_dates_come_back(when: datetime, minutes: int) -> None:
    written = when.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes)))
    stamp, clamped = dates.read(written.isoformat(), SOURCE, NOW)
    assert stamp is not None
    assert stamp.at == written
    assert stamp.on == written.date()
    assert not clamped
