"""From the address a person pastes to the feed behind it: the address itself, or what its page points to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from tracker.errors import FetchError, ParseError
from tracker.model import Item, Source, Tier, Trouble
from tracker.sources import address, feed, page
from tracker.sources.said import ACCEPT_FEED, Answer
from tracker.sources.troubles import trouble

_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json")
_MOST_TRIED = 3


class Asks(Protocol):
    """What is needed of a Fetcher."""

    def get(
        self, url: str, *, headers: Mapping[str, str] | None = None, private_hosts: frozenset[str] = frozenset()
    ) -> Answer: ...


@dataclass(frozen=True, slots=True)
class Discovery:
    """What stands behind an address. `url` is the feed's, "" where there is none; then `trouble` says why."""

    url: str = ""
    title: str = ""
    items: tuple[Item, ...] = ()
    trouble: Trouble | None = None


def discover(pasted: str, *, fetcher: Asks, now: datetime) -> Discovery:
    """Asks for the address, and where that is a web page for up to three feeds it points to. Never raises for a fault.

    An address without a scheme is tried as https. The user pasted it, so its host may be a private one.
    """
    url = pasted.strip()
    url = url if "://" in url else f"https://{url}"
    own = frozenset((address.host(url),))
    answer, found = _try(url, fetcher, own, now)
    if answer is None or found.trouble is None or found.trouble.code != "not-a-feed":
        return found
    for link in links(answer.body, answer.url)[:_MOST_TRIED]:
        _, behind = _try(link, fetcher, own, now)
        if behind.trouble is None:
            return behind
    return found


def links(body: bytes, base: str) -> tuple[str, ...]:
    """The feeds that a page's head points to, in its order, each once."""
    found = []
    for attributes in page.tags(body, "link"):
        kind = attributes.get("type", "").partition(";")[0].strip().lower()
        if "alternate" in attributes.get("rel", "").lower().split() and kind in _TYPES:
            found.append(address.link(base, attributes.get("href", "")))
    return tuple(dict.fromkeys(filter(None, found)))


def _try(url: str, fetcher: Asks, own: frozenset[str], now: datetime) -> tuple[Answer | None, Discovery]:
    try:
        answer = fetcher.get(url, headers={"Accept": ACCEPT_FEED}, private_hosts=own)
    except FetchError as error:
        return None, Discovery(trouble=trouble(error.code))
    if answer.status != 200:
        return answer, Discovery(trouble=trouble(f"http-{answer.status}"))
    looked_at = Source("preview", "preview", answer.url, Tier.OTHER, origin="user")
    try:
        content_type = answer.header("content-type") or ""
        parsed = feed.parse(looked_at, answer.body, base=answer.url, content_type=content_type, now=now)
    except ParseError as error:
        return answer, Discovery(trouble=trouble(error.code))
    kept = answer.permanent_to or url
    return answer, Discovery(kept, parsed.title, parsed.items)
