"""OPML 2.0 in and out: lists of feeds as other readers keep them. Bytes in, values out; nothing is fetched or expanded.

The reader takes what programs really write: folders in folders, names in `text` or `title`, "&" that nobody escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from tracker.errors import ParseError
from tracker.model import Source, Tier

MOST_BYTES = 5_000_000
MOST_FEEDS = 1_000
"""More feeds than a program on one desk can ask politely: the rest of a list is counted, not read."""
_MOST_DEEP = 100
_MOST_ELEMENTS = 200_000
_LONGEST = 2_000
_LONGEST_NAME = 200
_TIER = "/tier/"
_LOOSE = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});)")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})?")


@dataclass(frozen=True, slots=True)
class Outline:
    """A feed of a list, as it stands there: the address may be anything. `tier` only from a list of this program."""

    name: str
    url: str
    tier: Tier | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Outlines:
    """The feeds of a list, each address once, and how many more there are beyond what is read."""

    feeds: tuple[Outline, ...]
    more: int = 0


def read(body: bytes) -> Outlines:
    """The feeds of an OPML document. Raises ParseError: too-large, too-complex (entities, nesting), broken, not-opml."""
    if len(body) > MOST_BYTES:
        raise ParseError("more than this program reads", code="too-large")
    try:
        return _walk(body)
    except expat.ExpatError as error:
        mended = _LOOSE.sub(b"&amp;", body)
        if mended == body:
            raise _broken(body) from error
    try:
        return _walk(mended)
    except expat.ExpatError as error:
        raise _broken(body) from error


def write(sources: Iterable[Source], *, now: datetime) -> str:
    """The feeds among the sources as an OPML document, a folder for each tier. `now`: aware."""
    feeds = [s for s in sources if s.adapter == "feed"]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        f"<head><title>Space Race Tracker</title><dateCreated>{format_datetime(now)}</dateCreated></head>",
        "<body>",
    ]
    for tier in Tier:
        inside = [_line(s) for s in feeds if s.tier is tier]
        if inside:
            lines += [f"<outline text={quoteattr(tier.value)}>", *inside, "</outline>"]
    return "\n".join([*lines, "</body>", "</opml>", ""])


def _line(source: Source) -> str:
    name = quoteattr(source.name)
    language = f" language={quoteattr(source.language)}" if source.language else ""
    return (
        f'  <outline type="rss" text={name} title={name} xmlUrl={quoteattr(source.url)} '
        f'category="{escape(_TIER + source.tier.value)}"{language}/>'
    )


@dataclass(slots=True)
class _Walk:
    """What was found on the way through a document."""

    root: str = ""
    depth: int = 0
    elements: int = 0
    feeds: dict[str, Outline] = field(default_factory=dict)
    more: int = 0

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        self.root = self.root or name.lower()
        self.depth += 1
        self.elements += 1
        if self.root != "opml":
            raise ParseError("not a list of feeds", code="not-opml")
        if self.depth > _MOST_DEEP or self.elements > _MOST_ELEMENTS:
            raise ParseError("built as no honest list is", code="too-complex")
        if name.lower() == "outline":
            self._outline({key.lower(): value for key, value in attributes.items()})

    def closed(self, _name: str) -> None:
        self.depth -= 1

    def _outline(self, told: dict[str, str]) -> None:
        url = told.get("xmlurl", "").strip()[:_LONGEST]
        if not url or url in self.feeds:
            return
        if len(self.feeds) >= MOST_FEEDS:
            self.more += 1
            return
        name = _one_line(told.get("title", "")) or _one_line(told.get("text", ""))
        language = told.get("language", "")
        self.feeds[url] = Outline(name, url, _tier(told), language if _LANGUAGE.fullmatch(language) else None)


def _walk(body: bytes) -> Outlines:
    walk = _Walk()
    parser = expat.ParserCreate()
    parser.StartElementHandler = walk.opened
    parser.EndElementHandler = walk.closed
    parser.EntityDeclHandler = _entity
    try:
        parser.Parse(body, True)
    except (ValueError, LookupError) as error:  # an encoding that nobody knows
        raise ParseError("an encoding that cannot be read", code="broken") from error
    return Outlines(tuple(walk.feeds.values()), walk.more)


def _entity(*_told: object) -> None:
    raise ParseError("brings entities of its own", code="too-complex")


def _broken(body: bytes) -> ParseError:
    """Something else (a web page, a picture), or a list that breaks off."""
    if re.search(rb"<opml", body, re.IGNORECASE):
        return ParseError("the list is damaged", code="broken")
    return ParseError("not a list of feeds", code="not-opml")


def _tier(told: dict[str, str]) -> Tier | None:
    for part in told.get("category", "").split(","):
        if part.startswith(_TIER) and part.removeprefix(_TIER) in set(Tier):
            return Tier(part.removeprefix(_TIER))
    return None


def _one_line(text: str) -> str:
    """A name without line breaks, control characters and marks that turn the direction of writing."""
    visible = "".join(c if c.isprintable() or c == " " else " " for c in text)
    return " ".join(visible.split())[:_LONGEST_NAME].strip()
