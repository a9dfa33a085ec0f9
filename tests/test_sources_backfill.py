"""The past of a WordPress feed: page by page, politely, resumable, to its end and no further."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.loopback import Reply, Request, Server, entry, rss, serve
from tracker.model import Item, Source, Tier
from tracker.sources.backfill import PastPage, address_of_page, backfill
from tracker.sources.fetch import Fetcher

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
LONG_AGO = date(2020, 1, 1)


def archive(request: Request) -> Reply:
    """Forty-five posts, ten a page, one a day backwards from 20 November; behind the last page there is nothing."""
    number = int(parse_qs(urlsplit(request.path).query).get("paged", ["1"])[0])
    posts = list(range(45))[(number - 1) * 10 : number * 10]
    if not posts:
        return Reply(b"<html>Not found</html>", status=404)
    day = datetime(2026, 11, 20, 10, tzinfo=UTC)
    return Reply(rss(*(entry(n, pubDate=(day - timedelta(days=n)).isoformat()) for n in posts)))


@pytest.fixture
def server() -> Iterator[Server]:
    with serve({"/feed/": archive} | {f"/feed/?paged={n}": archive for n in range(1, 20)}) as running:
        yield running


def fill(server: Server, **more: object) -> list[PastPage]:
    options: dict[str, object] = {
        "now": NOW, "pause": lambda _s: None, "known": lambda _id: False, "until": LONG_AGO,
    } | more  # fmt: skip
    source = Source("wp", "WP", server.url("/feed/"), Tier.TRADE_PRESS, origin="user")
    with Fetcher() as fetcher:
        return list(backfill(source, fetcher=fetcher, **options))  # type: ignore[arg-type]


def items(pages: list[PastPage]) -> list[Item]:
    return [item for page in pages for item in page.items]


def test_it_reaches_the_end(server: Server) -> None:
    pauses: list[float] = []
    pages = fill(server, pause=pauses.append)
    assert [(page.number, len(page.items), page.end) for page in pages] == [
        (2, 10, ""), (3, 10, ""), (4, 10, ""), (5, 5, ""), (6, 0, "end"),
    ]  # fmt: skip
    assert len({item.id for item in items(pages)}) == 35
    assert pauses == [5.0] * 5


def test_it_stops_at_what_is_known(server: Server) -> None:
    stored = {item.id for item in items(fill(server)) if item.title >= "Engine test 2"}
    pages = fill(server, known=stored.__contains__)
    assert [page.end for page in pages] == ["", "known"]


def test_it_stops_at_the_day_behind_which_nothing_is_wanted(server: Server) -> None:
    pages = fill(server, until=date(2026, 10, 30))
    assert [(page.number, page.end) for page in pages] == [(2, ""), (3, "until")]


def test_it_takes_ten_pages_at_most_and_goes_on_from_there(server: Server) -> None:
    first = fill(server, most_pages=2)
    assert [page.end for page in first] == ["", "most"]
    second = fill(server, first_page=first[-1].number + 1)
    assert {i.id for i in items(first)} | {i.id for i in items(second)} == {i.id for i in items(fill(server))}
    assert not {i.id for i in items(first)} & {i.id for i in items(second)}


def test_a_fault_ends_it_and_it_resumes_at_that_page(server: Server) -> None:
    server.routes["/feed/?paged=3"] = Reply(status=503)
    pages = fill(server)
    assert [(page.number, page.end) for page in pages] == [(2, ""), (3, "http-503")]
    server.routes["/feed/?paged=3"] = archive
    assert fill(server, first_page=pages[-1].number)[0].items
    server.routes["/feed/?paged=3"] = Reply(b"<html>captcha</html>")
    assert fill(server)[-1].end == "not-a-feed"


def test_it_can_be_stopped(server: Server) -> None:
    asked = 0

    def pause(_seconds: float) -> bool:
        nonlocal asked
        asked += 1
        return asked == 2

    assert [(page.number, page.end) for page in fill(server, pause=pause)] == [(2, ""), (3, "stopped")]
    assert len(server.log) == 1


def test_a_server_without_pages_is_noticed(server: Server) -> None:
    same = Reply(rss(entry(1), entry(2)))
    server.routes |= {f"/feed/?paged={n}": same for n in range(2, 20)}
    assert [page.end for page in fill(server)] == ["", "end"]


def test_the_address_of_a_page() -> None:
    assert address_of_page("https://a.example/feed/", 2) == "https://a.example/feed/?paged=2"
    assert (
        address_of_page("https://a.example/?feed=rss2&paged=7&s=Moon", 3)
        == "https://a.example/?feed=rss2&s=Moon&paged=3"
    )
