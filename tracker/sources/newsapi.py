"""Spaceflight News API v4: articles of many publishers -> items that speak for their publisher, never for the API.

It stands in where a publisher blocks us (403), so an article must count as the same voice as the publisher's own feed.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from tracker.errors import ParseError
from tracker.model import Item, Source, SourceState, Tier
from tracker.sources import address, items, jsonbody
from tracker.sources.feed import Parsed
from tracker.sources.items import Raw
from tracker.sources.jsonbody import text

_PUBLISHERS: dict[str, tuple[str, Tier]] = {
    "NASA": ("NASA", Tier.AGENCY),
    "ESA": ("ESA", Tier.AGENCY),
    "SpaceNews": ("SpaceNews", Tier.TRADE_PRESS),
    "NASASpaceflight": ("NASASpaceflight", Tier.TRADE_PRESS),
    "Spaceflight Now": ("Spaceflight Now", Tier.TRADE_PRESS),
    "Space.com": ("Space.com", Tier.TRADE_PRESS),
    "Arstechnica": ("Ars Technica", Tier.TRADE_PRESS),
    "SpacePolicyOnline.com": ("SpacePolicyOnline", Tier.TRADE_PRESS),
    "European Spaceflight": ("European Spaceflight", Tier.TRADE_PRESS),
    "The Space Review": ("The Space Review", Tier.TRADE_PRESS),
    "Planetary Society": ("The Planetary Society", Tier.TRADE_PRESS),
}
"""The API's name of a site -> the outlet as in sources.toml, and its tier. Others keep the source's own tier."""

_MOST_ROWS = 500  # what the API gives at most
_LONGEST_ADDRESS = 2_000
_HISTORY_BEGINS = "2024-06-25"
_OVERLAP = timedelta(hours=24)
"""An article can come late into the API, and a launch is linked to it by hand, hours later."""

_ITS_OWN = ("limit", "published_at_gte", "updated_at_gt")


def parse(source: Source, body: bytes, *, base: str, content_type: str, now: datetime) -> Parsed:  # noqa: ARG001
    """The articles of an answer. Raises ParseError (bad-json, too-complex)."""
    data = jsonbody.read(body)
    rows = data.get("results") if isinstance(data, dict) else None
    if not isinstance(rows, list):
        raise ParseError("JSON without a list of articles", code="bad-json")
    found = [item for row in rows[:_MOST_ROWS] if isinstance(row, dict) and (item := _item(source, row, base, now))]
    unique = tuple({item.id: item for item in found}.values())
    return Parsed(unique, min(len(rows), _MOST_ROWS) - len(unique), following=_following(data.get("next"), base))


def address_for(url: str, state: SourceState) -> str:
    """The address for the next visit: the first asks for everything since the report, a later one for what is new.

    The articles linked to a launch are asked for by the day they were touched, since the link is made by hand, later.
    """
    if not state.fetched_once or state.last_success_at is None:
        return since_the_report(url)
    linked = any(name == "launch" for name, _ in parse_qsl(urlsplit(url).query))
    since = (state.last_success_at - _OVERLAP).astimezone(UTC)
    return _asking(url, 100, "updated_at_gt" if linked else "published_at_gte", f"{since:%Y-%m-%dT%H:%M:%SZ}")


def since_the_report(url: str) -> str:
    """The address of everything since the report the app starts from; what one answer does not hold is in its `next`."""
    return _asking(url, _MOST_ROWS, "published_at_gte", _HISTORY_BEGINS)


def _following(named: Any, base: str) -> str:
    """The address an answer names for its rest, "" for none. Only on the host that answered: it names no other."""
    found = text(named)
    same = address.host(found) == address.host(base) != "" and address.port(found) == address.port(base)
    return found if same and len(found) <= _LONGEST_ADDRESS else ""


def _asking(url: str, limit: int, name: str, since: str) -> str:
    parts = urlsplit(url)
    asked = [(key, value) for key, value in parse_qsl(parts.query) if key not in _ITS_OWN]
    return urlunsplit(parts._replace(query=urlencode([*asked, ("limit", str(limit)), (name, since)])))


def _item(source: Source, row: dict[str, Any], base: str, now: datetime) -> Item | None:
    ident = row.get("id")
    raw = Raw(
        key=f"article:{ident}" if type(ident) is int else "",
        link=text(row.get("url")),
        title=text(row.get("title")),
        summary=text(row.get("summary")),
        dates=tuple(filter(None, (text(row.get("published_at")), text(row.get("updated_at"))))),
    )
    item = items.make(source, raw, base=base, now=now)
    if item is None:
        return None
    site = text(row.get("news_site"))[:80].strip()
    outlet, tier = _PUBLISHERS.get(site, (site or item.outlet, item.tier))
    return replace(item, outlet=outlet, tier=tier)
