"""RSS 2.0, RSS 1.0/RDF and Atom as they really are: bytes -> items. The only file that knows feedparser.

feedparser is handed bytes in memory only, so it can neither open a file nor ask the network; its HTML sanitising and
address resolving are off, because the text is made plain here anyway and they would cost three times the parse.
"""

from __future__ import annotations

import gc
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from tracker.errors import ParseError
from tracker.model import Item, Reading, Source
from tracker.sources import bounds, items, jsonfeed, plainfeed
from tracker.sources.items import MOST_ITEMS, Raw
from tracker.sources.trim import Shape, prepare, without_unused

_DATES = ("published", "dc_date", "date", "issued", "updated", "modified", "created", "dcterms_issued")
_BIG = 200_000
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What an adapter got out of an answer. `items` may be empty: a feed without a single entry is still a feed."""

    items: tuple[Item, ...]
    skipped: int = 0  # entries with neither title nor text, and those beyond the cap
    title: str = ""
    readings: tuple[Reading, ...] = ()  # what a database row says by itself
    facts: tuple[tuple[str, str], ...] = ()  # what the next visit should know
    following: str = ""  # where the rest of the answer stands; "" where it is whole


def parse(source: Source, body: bytes, *, base: str, content_type: str, now: datetime) -> Parsed:
    """The items of a feed document, newest as the feed has them. `base` is the address it came from.

    Raises ParseError: not-a-feed (HTML or something else), broken (a feed so damaged that nothing could be recovered),
    too-complex (built to keep a parser busy).
    """
    shape = prepare(body, content_type)
    if shape.kind == "json":
        title, raws = jsonfeed.entries(shape.body)
        return _collect(source, raws, base, now, title)
    if shape.kind not in ("rss", "rdf", "atom"):
        raise ParseError("the answer is a web page, not a feed" if shape.kind == "html" else "the answer is not a feed")
    plain = plainfeed.read(shape.body) if shape.charset == "utf-8" else None
    if plain is not None:
        return _collect(source, plain.entries[: MOST_ITEMS + 1], base, now, plain.title)
    shape = replace(shape, body=bounds.check(without_unused(shape.body)))
    result = _feedparser(shape)
    recovered = bool(result.get("bozo"))
    if recovered and not result["entries"]:
        raise ParseError("the feed is damaged and nothing could be read", code="broken")
    flags = ("recovered",) if recovered else ()
    feed = result.get("feed") or {}
    raws = (_raw(entry, feed, flags) for entry in result["entries"][: MOST_ITEMS + 1])
    return _collect(source, raws, base, now, _text(feed.get("title")))


def _lost_encoding() -> tuple[type[Exception], ...]:
    """What feedparser complains of where nothing is wrong: prepare() has seen to the encoding."""
    from feedparser import CharacterEncodingOverride, NonXMLContentType

    return CharacterEncodingOverride, NonXMLContentType


def _feedparser(shape: Shape) -> Any:
    """What feedparser makes of a document; "bozo" where it was damaged. Imported when the first document needs it."""
    import feedparser

    headers = {"content-type": f"application/xml; charset={shape.charset}"} if shape.charset else {}
    try:
        result = feedparser.parse(
            io.BytesIO(shape.body), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except Exception as error:  # feedparser meets hostile bytes with any exception; none of them is ours to know
        raise ParseError("the feed is damaged and nothing could be read", code="broken") from error
    complaint = result.pop("bozo_exception", None)  # through its traceback it holds the parser and all it has gathered
    result["bozo"] = complaint is not None and not isinstance(complaint, _lost_encoding())
    del complaint
    if len(shape.body) > _BIG:
        gc.collect()  # the parser's parts know each other: nobody else would clear them away for a while
    return result


def _collect(source: Source, raws: Iterable[Raw], base: str, now: datetime, title: str) -> Parsed:
    """The first of each key, at most MOST_ITEMS."""
    kept: dict[str, Item] = {}
    skipped = 0
    for raw in raws:
        item = items.make(source, raw, base=base, now=now) if len(kept) < MOST_ITEMS else None
        if item is None or item.id in kept:
            skipped += 1
        else:
            kept[item.id] = item
    return Parsed(tuple(kept.values()), skipped, title[:200])


def _raw(entry: Any, feed: Any, flags: tuple[str, ...]) -> Raw:
    plain: dict[str, Any] = dict(entry)  # without feedparser's aliases, which cost and which may surprise
    bodies = [_text(part.get("value")) for part in plain.get("content") or () if isinstance(part, dict)]
    return Raw(
        key=_text(plain.get("id")),
        link=_text(plain.get("link")),
        title=_text(plain.get("title")),
        body=max(bodies, key=len, default=""),
        summary=_text(plain.get("summary")),
        dates=tuple(plain[name] for name in _DATES if isinstance(plain.get(name), str)),
        language=_language(plain, feed),
        flags=flags,
    )


def _language(entry: Any, feed: Any) -> str | None:
    detail = entry.get("title_detail")
    found = (dict.get(detail, "language") if isinstance(detail, dict) else None) or dict.get(feed, "language")
    return found if isinstance(found, str) and _TAG.fullmatch(found) else None


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
