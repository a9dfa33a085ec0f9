"""The past of a source, page by page: WordPress, numbered lists, an API's `next`; to its end and no further."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.loopback import Reply, Request, Server, entry, rss, serve
from tests.test_sources_listpage import cmsa
from tracker.model import Item, Source, Tier
from tracker.sources import catalogue, listpage
from tracker.sources.backfill import PastPage, address_of_page, page
from tracker.sources.fetch import Fetcher
from tracker.sources.progress import Progress, can, read, written

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
LONG_AGO = date(2020, 1, 1)
SAMPLES = Path(__file__).resolve().parents[2] / "shared" / "sources" / "samples"


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


def wordpress(server: Server) -> Source:
    return Source("wp", "WP", server.url("/feed/"), Tier.TRADE_PRESS, origin="user")


def walk(
    source: Source, place: str = "", *, known: Callable[[Item], bool] = lambda _: False, until: date = LONG_AGO
) -> list[PastPage]:
    """Every page until one has an end."""
    pages: list[PastPage] = []
    with Fetcher() as fetcher:
        while not pages or not pages[-1].end:
            before = pages[-1].mark if pages else ""
            pages.append(page(source, place, fetcher=fetcher, now=NOW, known=known, until=until, before=before))
            place = pages[-1].following
            assert len(pages) < 50
    return pages


def items(pages: list[PastPage]) -> list[Item]:
    return [item for page in pages for item in page.items]


# --- WordPress


def test_it_reaches_the_end(server: Server) -> None:
    pages = walk(wordpress(server))
    assert [(page.place, len(page.items), page.end) for page in pages] == [
        ("", 10, ""), ("3", 10, ""), ("4", 10, ""), ("5", 5, ""), ("6", 0, "end"),
    ]  # fmt: skip
    assert len({item.id for item in items(pages)}) == 35
    assert [r.path for r in server.log] == [f"/feed/?paged={n}" for n in range(2, 7)]


def test_it_stops_at_what_is_known(server: Server) -> None:
    pages = walk(wordpress(server), known=lambda item: item.title >= "Engine test 2")
    assert [page.end for page in pages] == ["", "known"]


def test_it_stops_at_the_day_behind_which_nothing_is_wanted_and_brings_none_of_it(server: Server) -> None:
    pages = walk(wordpress(server), until=date(2026, 10, 30))
    assert [(page.place, page.end) for page in pages] == [("", ""), ("3", "until")]
    assert min(item.published_on for item in items(pages) if item.published_on) == date(2026, 10, 30)


def test_a_fault_ends_it_and_it_resumes_at_that_page(server: Server) -> None:
    server.routes["/feed/?paged=3"] = Reply(status=503)
    pages = walk(wordpress(server))
    assert [(page.place, page.end, page.troubled) for page in pages] == [("", "", False), ("3", "http-503", True)]
    server.routes["/feed/?paged=3"] = archive
    assert walk(wordpress(server), pages[-1].place)[0].items
    server.routes["/feed/?paged=3"] = Reply(b"<html>captcha</html>")
    assert walk(wordpress(server))[-1].end == "not-a-feed"


def test_a_server_without_pages_is_noticed(server: Server) -> None:
    same = Reply(rss(entry(1), entry(2)))
    server.routes |= {f"/feed/?paged={n}": same for n in range(2, 20)}
    assert [page.end for page in walk(wordpress(server))] == ["", "end"]


def test_the_address_of_a_page() -> None:
    assert address_of_page("https://a.example/feed/", 2) == "https://a.example/feed/?paged=2"
    assert (
        address_of_page("https://a.example/?feed=rss2&paged=7&s=Moon", 3)
        == "https://a.example/?feed=rss2&s=Moon&paged=3"
    )


# --- numbered lists


def listed(server: Server, adapter: str, path: str) -> Source:
    return Source("list", "List", server.url(path), Tier.AGENCY, adapter, "zh", "Asia/Shanghai", origin="user")


def rows(number: int) -> bytes:
    """The rows of the list page with this number, one a month backwards."""
    return cmsa(
        *(
            (f"2025{m:02}/t2025{m:02}{number:02}_5{m:02}{number:02}", f"消息{number}之{m}", f"2025-{m:02}-{number:02}")
            for m in (9, 8)
        )
    )


def test_a_list_numbered_upwards_is_walked_to_its_last_page() -> None:
    front = rows(1) + b"<script>var countPage = 3//</script>"
    routes = {"/xwzx/zhxw/": front, "/xwzx/zhxw/index_1.html": rows(2), "/xwzx/zhxw/index_2.html": rows(3)}
    with serve({path: Reply(body, content_type="text/html") for path, body in routes.items()}) as server:
        pages = walk(listed(server, "list:cmsa-zh", "/xwzx/zhxw/"))
        assert [r.path for r in server.log] == list(routes)
    assert [page.end for page in pages] == ["", "", "end"]
    assert len({item.id for item in items(pages)}) == 6


def cnsa(number: int, count: int) -> bytes:
    return (
        '<ul class="cont_ulR"><li class="cont_list_li">'
        f'<a href="../../n6758823/n6758838/c10{number:03}/content.html" title="发射场消息{number}">发射…</a>'
        f'<div class="ejlist_cont_tit_rq">2025-06-{30 - number:02}</div></li></ul><script>var maxPageNum=0; '
        f'document.cookie="maxPageNum10548744={count}"; maxPageNum = {count}; </script>'
    ).encode()


CNSA = "/n6758823/n6758838"


def test_a_list_numbered_downwards_is_walked_to_its_first_number() -> None:
    numbered = {f"{CNSA}/index_10548744_{left}.html": cnsa(4 - left, 4) for left in (3, 2, 1)}
    routes = {f"{CNSA}/index.html": cnsa(0, 4)} | numbered
    with serve({path: Reply(body, content_type="text/html") for path, body in routes.items()}) as server:
        pages = walk(listed(server, "list:cnsa-zh", f"{CNSA}/index.html"))
        assert [r.path for r in server.log] == list(routes)
    assert len({item.id for item in items(pages)}) == 4
    assert pages[-1].end == "end"


def test_a_downward_list_that_has_grown_meanwhile_loses_no_page() -> None:
    """The place is from a day on which there were three pages; there are four now, so every page has another number."""
    routes = {f"{CNSA}/index_10548744_{left}.html": cnsa(4 - left, 4) for left in (3, 2, 1)}
    with serve({path: Reply(body, content_type="text/html") for path, body in routes.items()}) as server:
        pages = walk(listed(server, "list:cnsa-zh", f"{CNSA}/index.html"), "1/3")
        assert [r.path[-7:] for r in server.log] == ["_2.html", "_3.html", "_2.html", "_1.html"]
    assert [item.title for item in items(pages)] == ["发射场消息1", "发射场消息2", "发射场消息3"]


def test_a_changed_layout_is_a_trouble_of_the_past_too() -> None:
    with serve({"/xwzx/zhxw/": Reply(b"<html>new</html>", content_type="text/html")}) as server:
        assert walk(listed(server, "list:cmsa-zh", "/xwzx/zhxw/"))[-1].end == "layout-changed"


@pytest.mark.skipif(not SAMPLES.exists(), reason="the real documents of ../shared/sources are not here")
def test_the_real_pages_say_how_many_they_are() -> None:
    by_id = {source.id: source for source in catalogue.load()}
    for ident, count in (("cmsa-zh", 34), ("cnsa-zh", 301)):
        body = (SAMPLES / f"html_{ident.replace('-', '_')}_list_2026-10-05.html").read_bytes()
        assert listpage.page_count(by_id[ident], body) == count
    assert listpage.page_address(by_id["cnsa-zh"], 1, 301) == (
        "https://www.cnsa.gov.cn/n6758823/n6758838/index_10548744_300.html"
    )
    assert listpage.page_address(by_id["cmsa-zh"], 33, 34) == "https://www.cmse.gov.cn/xwzx/zhxw/index_33.html"


# --- an API


def test_an_api_is_walked_along_its_next_and_never_to_another_host() -> None:
    asked: list[str] = []

    def answer(request: Request) -> Reply:
        asked.append(request.path)
        offset = int(parse_qs(urlsplit(request.path).query).get("offset", ["0"])[0])
        following = (
            server.url(f"/v4/articles/?offset={offset + 500}") if offset < 1000 else "https://elsewhere.example/"
        )
        article = {"id": offset, "title": f"News {offset}", "url": f"https://a.example/{offset}", "news_site": "NASA",
                   "published_at": f"2025-0{3 - offset // 500}-01T00:00:00Z"}  # fmt: skip
        return Reply(json.dumps({"next": following, "results": [article]}).encode(), content_type="application/json")

    with serve({}) as server:
        server.routes = _Everything(answer)  # type: ignore[assignment]
        source = Source("api", "API", server.url("/v4/articles/?search=Moon"), Tier.OTHER, "snapi", origin="user")
        pages = walk(source)
    assert "published_at_gte=2024-06-25" in asked[0]
    assert asked[1:] == ["/v4/articles/?offset=500", "/v4/articles/?offset=1000"]
    assert len(items(pages)) == 3


class _Everything(dict[str, object]):
    """One answer for every path."""

    def __init__(self, answer: object) -> None:
        super().__init__()
        self._answer = answer

    def get(self, _path: str, _other: object = None) -> object:
        return self._answer


# --- how far it is


def test_a_progress_is_read_as_it_was_written_and_nonsense_is_none() -> None:
    at = Progress("waiting", "7", 5, date(2025, 1, 2), "m", "http-503", 2, NOW, complete=True, asked=True)
    assert read(written(at)) == at
    for nonsense in (None, "", "[]", "{", '{"oldest": 5}', '{"state": "done", "not_before": "soon"}'):
        assert read(nonsense) == Progress()


def test_the_catalogue_says_whose_past_can_be_asked_for() -> None:
    by_id = {source.id: source for source in catalogue.load()}
    assert {s.id for s in by_id.values() if s.backfill == "auto"} == {
        "nasa-artemis", "nasa-releases", "nasa-artemis-blog", "cmsa-zh", "cnsa-zh",
    }  # fmt: skip
    assert can(by_id["spacenews"])
    assert not can(by_id["space-com"])
    assert not can(by_id["launch-library"])
