"""The past of a WordPress feed, page by page: `?paged=2`, `?paged=3`, ... politely, on request only, and resumable.

Each page is handed out before the next is asked for, so the caller stores it and remembers its number; after a restart
it goes on from there. A 404 is the end of the archive, no error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from tracker.errors import FetchError, ParseError
from tracker.model import Item, Source
from tracker.sources import feed
from tracker.sources.collect import Pause, private_hosts
from tracker.sources.envoy import Asks
from tracker.sources.said import ACCEPT_FEED

SECONDS_BETWEEN_PAGES = 5.0


@dataclass(frozen=True, slots=True)
class PastPage:
    """One page of the archive. `end` is "" while there is more; else why it ends here.

    "end" (of the archive), "known" (nothing new on it), "until" (older than asked for), "most" (enough pages for once),
    "stopped", or the code of a trouble; then this page was not read, and asking may go on from `number` later.
    """

    number: int
    items: tuple[Item, ...] = ()
    end: str = ""


def backfill(
    source: Source,
    *,
    fetcher: Asks,
    now: datetime,
    pause: Pause,
    known: Callable[[str], bool],
    until: date,
    first_page: int = 2,
    most_pages: int = 10,
) -> Iterator[PastPage]:
    """Yields pages of the past until one has an `end`. `known` tells whether an item's id is stored already.

    `until`: the day behind which nothing is wanted. `pause` waits five seconds before each page; a true result stops.
    """
    before: frozenset[str] = frozenset()
    for number in range(first_page, first_page + max(most_pages, 1)):
        if pause(SECONDS_BETWEEN_PAGES):
            yield PastPage(number, end="stopped")
            return
        page = _page(source, number, fetcher, now)
        ids = frozenset(item.id for item in page.items)
        end = page.end or _end(page.items, known, until)
        if ids and ids == before:  # a server that does not know paging gives the same page for ever
            yield PastPage(number, end="end")
            return
        if not end and number == first_page + most_pages - 1:
            end = "most"
        yield PastPage(number, page.items, end)
        if end:
            return
        before = ids


def address_of_page(url: str, number: int) -> str:
    """The address of a page of a WordPress feed, its other parameters kept."""
    parts = urlsplit(url)
    asked = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name != "paged"]
    return urlunsplit(parts._replace(query=urlencode([*asked, ("paged", str(number))])))


def _page(source: Source, number: int, fetcher: Asks, now: datetime) -> PastPage:
    try:
        answer = fetcher.get(
            address_of_page(source.url, number),
            headers={"Accept": ACCEPT_FEED},
            private_hosts=private_hosts(source),
        )
        if answer.status == 404:
            return PastPage(number, end="end")
        if answer.status != 200:
            return PastPage(number, end=f"http-{answer.status}")
        content_type = answer.header("content-type") or ""
        parsed = feed.parse(source, answer.body, base=answer.url, content_type=content_type, now=now)
    except (FetchError, ParseError) as error:
        return PastPage(number, end=error.code)
    return PastPage(number, parsed.items, "" if parsed.items else "end")


def _end(items: tuple[Item, ...], known: Callable[[str], bool], until: date) -> str:
    if all(known(item.id) for item in items):
        return "known"
    days = [item.published_on for item in items if item.published_on is not None]
    return "until" if days and min(days) < until else ""
