"""The past of a source, one page at a time: `?paged=2, 3, ...` of WordPress, the numbered pages of a list, `next` of an API.

A page says where the next one stands, so the caller stores both together and a restart goes on from there. What newer
posts push from page to page meanwhile is met twice, never missed. A 404 is the end of the archive, no error.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from tracker.errors import FetchError, ParseError
from tracker.model import Item, Source
from tracker.sources import adapters, feed, listpage, newsapi
from tracker.sources.collect import private_hosts
from tracker.sources.envoy import Asks
from tracker.sources.said import Answer


@dataclass(frozen=True, slots=True)
class PastPage:
    """One page of the archive. `end` is "" while there is more; else why it ends here.

    "end" (of the archive), "known" (nothing new on it), "until" (older than asked for), or the code of a trouble; then
    the page was not read, and the same place may be asked for again later.
    """

    place: str
    items: tuple[Item, ...] = ()
    following: str = ""  # where the next page stands; "" behind the last one
    end: str = ""
    mark: str = ""  # of what stood there: the same twice in a row is a server that knows no pages
    answer: Answer | None = None  # of a trouble, for its Retry-After

    @property
    def troubled(self) -> bool:
        """True when the page could not be read."""
        return self.end not in ("", "end", "known", "until")


def page(
    source: Source,
    place: str,
    *,
    fetcher: Asks,
    now: datetime,
    known: Callable[[Item], bool],
    until: date,
    before: str = "",
) -> PastPage:
    """The page at `place`; "" is the first page of the past. One request. Never raises for a fault of the source.

    `known` tells whether an item need not be met again: a page of nothing else is the end. `until`: the day before which
    nothing is wanted, nor brought. `before` is the mark of the page before this one.
    """
    kind = source.adapter.partition(":")[0]
    try:
        found = _PAGES[kind](source, place, fetcher, now)
    except (FetchError, ParseError) as error:
        return PastPage(place, end=error.code)
    if found.end or not found.items:
        return found
    mark = hashlib.sha256(" ".join(sorted(item.id for item in found.items)).encode()).hexdigest()[:16]
    if mark == before:
        return PastPage(place, end="end")
    days = [item.published_on for item in found.items if item.published_on is not None]
    end = "known" if all(known(item) for item in found.items) else "until" if days and min(days) < until else ""
    wanted = tuple(item for item in found.items if item.published_on is None or item.published_on >= until)
    return replace(found, items=wanted, end=end or ("" if found.following else "end"), mark=mark)


def address_of_page(url: str, number: int) -> str:
    """The address of a page of a WordPress feed, its other parameters kept."""
    parts = urlsplit(url)
    asked = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name != "paged"]
    return urlunsplit(parts._replace(query=urlencode([*asked, ("paged", str(number))])))


def _feed_page(source: Source, place: str, fetcher: Asks, now: datetime) -> PastPage:
    number = int(place or 2)
    answer = _ask(source, address_of_page(source.url, number), fetcher)
    if answer.status != 200:
        return _no_page(place, answer)
    content_type = answer.header("content-type") or ""
    parsed = feed.parse(source, answer.body, base=answer.url, content_type=content_type, now=now)
    return PastPage(place, parsed.items, str(number + 1), "" if parsed.items else "end")


def _list_page(source: Source, place: str, fetcher: Asks, now: datetime) -> PastPage:
    """`place` is "k/last": the k-th page behind the front page, of `last` in all as far as the front page knew."""
    number, _, last = place.partition("/")
    url = listpage.page_address(source, int(number), int(last)) if place else source.url
    answer = _ask(source, url, fetcher)
    if answer.status != 200:
        return _no_page(place, answer)
    pages = listpage.page_count(source, answer.body)
    if place and pages is not None and pages > int(last):  # the archive has grown: its pages have other numbers now
        return PastPage(place, following=f"{number}/{pages}")
    parsed = listpage.parse(source, answer.body, base=answer.url, content_type="", now=now)
    if not place:
        return PastPage(place, parsed.items, f"1/{pages}" if pages and pages > 1 else "")
    following = f"{int(number) + 1}/{last}" if int(number) + 1 < int(last) else ""
    return PastPage(place, parsed.items, following)


def _api_page(source: Source, place: str, fetcher: Asks, now: datetime) -> PastPage:
    answer = _ask(source, place or newsapi.since_the_report(source.url), fetcher)
    if answer.status != 200:
        return _no_page(place, answer)
    parsed = newsapi.parse(source, answer.body, base=answer.url, content_type="", now=now)
    return PastPage(place, parsed.items, parsed.following, "" if parsed.items else "end")


_PAGES: dict[str, Callable[[Source, str, Asks, datetime], PastPage]] = {
    "feed": _feed_page, "list": _list_page, "snapi": _api_page,
}  # fmt: skip


def _ask(source: Source, url: str, fetcher: Asks) -> Answer:
    adapter = adapters.find(source)
    accept = adapter.accept if adapter else "*/*"
    return fetcher.get(urljoin(source.url, url), headers={"Accept": accept}, private_hosts=private_hosts(source))


def _no_page(place: str, answer: Answer) -> PastPage:
    return PastPage(place, end="end" if answer.status == 404 else f"http-{answer.status}", answer=answer)
