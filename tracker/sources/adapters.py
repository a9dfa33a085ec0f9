"""Which kind of answer is read by whom: the small port behind which every kind of source stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Protocol

from tracker.model import Item, Source, SourceState
from tracker.sources import feed, launches, launchlibrary, listpage, newsapi, wikidata
from tracker.sources.launches import Launch
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

    `with_article`: its items are titles whose pages are worth a visit. `address`: where to ask, made from the source's
    address and what is remembered of it. `may_be_empty`: an answer without entries is one: nothing is new.
    `all_or_nothing`: a part that is missing would never be asked for again, so without it the visit has failed.
    `gone`: the answer that a 404 stands for.
    """

    parse: Parse
    accept: str = ACCEPT_FEED
    with_article: WithArticle | None = None
    address: Callable[[str, SourceState], str] | None = None
    may_be_empty: bool = False
    all_or_nothing: bool = False
    gone: bytes | None = None


_NO_LAUNCH = b'{"results": []}'

_ADAPTERS: Mapping[str, Adapter] = {
    "feed": Adapter(feed.parse),
    "list": Adapter(listpage.parse, ACCEPT_PAGE, listpage.with_article),
    "ll2": Adapter(launchlibrary.parse, ACCEPT_JSON, gone=_NO_LAUNCH),
    "snapi": Adapter(
        newsapi.parse,
        ACCEPT_JSON,
        address=newsapi.address_for,
        may_be_empty=True,
        all_or_nothing=True,
    ),
    "wikidata": Adapter(wikidata.parse, ACCEPT_JSON),
}


def find(source: Source, tracked: Sequence[Launch] = ()) -> Adapter | None:
    """The adapter of a source ("list:cnsa-zh" is of the kind "list"); None for a kind this version does not know.

    `tracked` are the launches that a launch database is asked for.
    """
    found = _ADAPTERS.get(source.adapter.partition(":")[0])
    if found is None or source.adapter != "ll2":
        return found
    return replace(
        found,
        parse=partial(launchlibrary.parse, tracked=tracked),
        address=partial(launches.address_for, launches=tracked),
    )
