"""The demo's server and feeds: they parse, nothing is told before its time, edits come in place, 304 for who has it."""

from __future__ import annotations

import re
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import pytest

from tracker import demo
from tracker.demo.history import DemoFeed, load
from tracker.demo.rendering import NEWEST, document, page
from tracker.demo.server import DemoServer
from tracker.errors import SeedError
from tracker.model import Tier

FEEDS = load()
WORDINGS = [wording for feed in FEEDS for entry in feed.entries for wording in entry.wordings]


class Clock:
    def __init__(self) -> None:
        self.moment = demo.START

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def server(clock: Clock) -> Iterator[DemoServer]:
    server = DemoServer(FEEDS, clock)
    yield server
    server.close()


def get(url: str, etag: str | None = None, method: str = "GET") -> tuple[int, dict[str, str], bytes]:
    assert urlsplit(url).hostname == "127.0.0.1"
    request = urllib.request.Request(url, method=method, headers={"If-None-Match": etag} if etag else {})
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, dict(error.headers), error.read()


@pytest.mark.parametrize("feed", FEEDS, ids=lambda feed: feed.id)
def test_every_outlet_is_marked_as_invented(feed: DemoFeed) -> None:
    assert "demo" in feed.name.lower()
    assert feed.id.startswith("demo-")


def test_the_history_is_two_years_in_two_languages_and_one_unread() -> None:
    moments = sorted(wording.at for wording in WORDINGS)
    assert timedelta(days=700) < moments[-1] - moments[0]
    assert datetime(2024, 7, 1, tzinfo=UTC) <= moments[0]
    assert moments[-1] < demo.END
    assert {feed.language for feed in FEEDS} == {"en", "zh", "de"}
    assert {feed.tier for feed in FEEDS} >= {Tier.AGENCY, Tier.DATABASE, Tier.STATE_MEDIA, Tier.TRADE_PRESS, Tier.PRESS}
    assert any(len(entry.wordings) > 1 for feed in FEEDS for entry in feed.entries)


@pytest.mark.parametrize("feed", FEEDS, ids=lambda feed: feed.id)
def test_each_has_something_for_the_silent_baseline_and_nothing_of_weight(feed: DemoFeed) -> None:
    first = [entry for entry in feed.entries if entry.published_at <= demo.START]
    assert first
    assert not any(entry.beat for entry in first)


@pytest.mark.parametrize("feed", FEEDS, ids=lambda feed: feed.id)
def test_the_document_parses_whole(feed: DemoFeed) -> None:
    got = feedparser.parse(document(feed, demo.END, "http://127.0.0.1:1"))
    assert not got.bozo, got.get("bozo_exception")
    assert got.version == {"rss": "rss20", "atom": "atom10"}[feed.form]
    assert got.feed.title == feed.name
    newest = list(reversed(feed.entries))[:NEWEST]
    assert len(got.entries) == len(newest)
    for read, entry in zip(got.entries, newest, strict=True):
        wording = entry.wordings[-1]
        assert read.title == wording.title
        body = read.content[0].value if "content" in read else read.summary
        assert re.sub(r"</?p>", "", body) == wording.text
        assert datetime(*read.published_parsed[:6], tzinfo=UTC) == entry.published_at
        assert read.link == f"http://127.0.0.1:1/article/{entry.key}"
        assert read.id.endswith(entry.key)


@pytest.mark.parametrize("days", range(0, 880, 11))
def test_nothing_is_told_before_its_time(days: int) -> None:
    moment = demo.START + timedelta(days=days)
    for feed in FEEDS:
        body = document(feed, moment, "http://127.0.0.1:1").decode()
        for entry in feed.entries:
            for wording in entry.wordings:
                assert wording.at <= moment or wording.text not in body
            assert (page(feed, entry, moment) is None) == (entry.published_at > moment)


def test_no_feed_drops_an_article_before_a_poll_a_week_later_has_seen_it() -> None:
    for feed in FEEDS:
        moments = [entry.published_at for entry in feed.entries]
        for early, late in zip(moments, moments[NEWEST:], strict=False):
            assert late - early > timedelta(days=60)


def test_no_outlet_has_fallen_silent_when_the_demo_is_over() -> None:
    """A feed whose newest article is older than thirty days is shown as stale."""
    for feed in FEEDS:
        assert demo.END - feed.entries[-1].published_at < timedelta(days=25), feed.id


def test_an_edited_article_keeps_its_key_and_its_day() -> None:
    feed, entry = next((f, e) for f in FEEDS for e in f.entries if len(e.wordings) > 1)
    before, after = (
        feedparser.parse(document(feed, wording.at, "http://127.0.0.1:1")).entries[0] for wording in entry.wordings
    )
    assert before.id == after.id
    assert before.published == after.published
    assert before.summary != after.summary


def test_it_answers_304_until_something_new_is_out(server: DemoServer, clock: Clock) -> None:
    url = server.address_of("demo-nasa")
    status, headers, body = get(url)
    assert status == 200
    assert body
    assert headers["Content-Type"].startswith("application/rss+xml")
    clock.moment += timedelta(days=1)
    again, _, nothing = get(url, headers["ETag"])
    assert (again, nothing) == (304, b"")
    clock.moment += timedelta(days=30)
    status, later, body = get(url, headers["ETag"])
    assert status == 200
    assert b"Core stage" in body
    assert later["ETag"] != headers["ETag"]


def test_an_article_has_a_page_once_it_is_out(server: DemoServer, clock: Clock) -> None:
    entry = next(f for f in FEEDS if f.id == "demo-nasa").entries[3]
    url = f"{server.base}/article/{entry.key}"
    assert get(url)[0] == 404
    clock.moment = entry.published_at
    status, headers, body = get(url)
    assert status == 200
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert "Invented for the demonstration" in body.decode()


@pytest.mark.parametrize(
    "path", ["/", "/feed/none.xml", "/feed/../seeds/missions.toml", "/article/demo-nasa-999", "/%00"]
)
def test_there_is_nothing_else_to_be_had(server: DemoServer, path: str) -> None:
    assert get(server.base + path)[0] == 404


def test_head_gives_no_body(server: DemoServer) -> None:
    status, headers, body = get(server.address_of("demo-cnsa"), method="HEAD")
    assert (status, body) == (200, b"")
    assert int(headers["Content-Length"]) > 0


def test_a_started_demo_hands_out_sources_on_the_loopback_and_closes() -> None:
    running = demo.start(clock=lambda: 0.0)
    try:
        assert running.now() == demo.START
        assert {source.id for source in running.sources} == {feed.id for feed in FEEDS}
        for source in running.sources:
            assert urlsplit(source.url).hostname == "127.0.0.1"
            status, _, body = get(source.url)
            assert status == 200
            assert feedparser.parse(body).entries
    finally:
        running.close()
    assert "demo-server" not in {thread.name for thread in threading.enumerate()}
    with pytest.raises(OSError, match="refused"):
        get(running.sources[0].url)


GOOD = '[feed]\nid="demo-x"\nname="X (demo)"\ntier="press"\nlanguage="en"\nzone="UTC"\nform="rss"\n'


@pytest.mark.parametrize(
    "text",
    [
        "", "not toml [", "[feed]", GOOD, GOOD.replace("rss", "gopher") + "item=[]", GOOD.replace('"press"', '"king"'),
        GOOD + '[[item]]\nat=2025-01-01\ntitle="a"\ntext="b"', GOOD + '[[item]]\nat="soon"\ntitle="a"\ntext="b"',
        GOOD + '[[item]]\nat=2025-01-01T00:00:00Z\ntitle=""\ntext="b"',
        GOOD + '[[item]]\nat=2025-01-01T00:00:00Z\ntitle="a"\ntext=7', GOOD + "item=[3]",
        GOOD + '[[item]]\nat=2025-01-01T00:00:00Z\ntitle="a"\ntext="b"\n'
        '[[item.edit]]\nat=2024-01-01T00:00:00Z\ntext="c"',
    ],
)  # fmt: skip
def test_a_faulty_file_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SeedError) as caught:
        load(tmp_path)
    assert caught.value.key == str(path)


def test_missing_news_are_said(tmp_path: Path) -> None:
    with pytest.raises(SeedError, match="missing"):
        load(tmp_path)


def test_two_feeds_with_one_id_are_refused(tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text(GOOD + '[[item]]\nat=2025-01-01T00:00:00Z\ntitle="a"\ntext="b"', encoding="utf-8")
    with pytest.raises(SeedError, match="one id"):
        load(tmp_path)
