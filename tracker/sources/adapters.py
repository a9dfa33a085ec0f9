"""Which kind of answer is read by whom: the small port behind which every kind of source stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from tracker.model import Item, Source
from tracker.sources import feed, launchlibrary, listpage, newsapi
from tracker.sources.said import ACCEPT_FEED, ACCEPT_JSON, ACCEPT_PAGE


class Parse(Protocol):
    """Reads one kind of answer. Raises ParseError for what is not of that kind."""

    def __call__(self, source: Source, body: bytes, *, base: str, content_type: str, now: datetime) -> feed.Parsed: ...


class WithArticle(Protocol):
    """Completes an item from the page it links to. Raises ParseError where the page is not as expected."""

    def __call__(self, source: Source, item: Item, body: bytes, *, now: datetime) -> Item: ...


@dataclass(frozen=True, slots=True)
class Adapter:
    """How one kind of source is asked and read.

    `with_article`: its items are titles whose pages are worth a visit. `first_address`: where to ask the very first time,
    where a source can give its history at once.
    """

    parse: Parse
    accept: str = ACCEPT_FEED
    with_article: WithArticle | None = None
    first_address: Callable[[str], str] | None = None


_ADAPTERS: Mapping[str, Adapter] = {
    "feed": Adapter(feed.parse),
    "list": Adapter(listpage.parse, ACCEPT_PAGE, listpage.with_article),
    "ll2": Adapter(launchlibrary.parse, ACCEPT_JSON),
    "snapi": Adapter(newsapi.parse, ACCEPT_JSON, first_address=newsapi.since_the_report),
}


def find(source: Source) -> Adapter | None:
    """The adapter of a source ("list:cnsa-zh" is of the kind "list"); None for a kind this version does not know."""
    return _ADAPTERS.get(source.adapter.partition(":")[0])
