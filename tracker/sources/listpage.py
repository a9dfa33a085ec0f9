"""List pages of agencies without a feed: where the titles, dates and articles stand is data (seeds/layouts.toml).

A page on which nothing is found is a change of its layout, said aloud; it is never "no news".
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from tracker.errors import ParseError, SeedError
from tracker.model import Item, Source
from tracker.places import shipped
from tracker.sources import items, page
from tracker.sources.feed import Parsed
from tracker.sources.items import Raw
from tracker.sources.plaintext import as_markup

_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?|\d{4}年\d{1,2}月\d{1,2}日")
_SOURCE = re.compile(r"^\s*(?:来源|信息来源|Source)\s*[：:]")
_MOST_ROWS = 200


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things stand on the pages of one site. Selectors are those of `page`; empty: the page has no such thing."""

    item: str
    link_pattern: re.Pattern[str]  # of the absolute address; its group is the key
    title: str = ""  # below the item; the link's title attribute comes first
    date: str = ""
    summary: str = ""
    article_body: str = ""
    article_date: str = ""
    article_source: str = ""  # whom the article credits
    drop: tuple[str, ...] = ()  # selectors of what is no text of the article
    strip: tuple[str, ...] = ()  # words of the page itself, at the end of the body
    pages: str = ""  # the address of the k-th page behind the first, with {k}, or {left} where the numbers run down
    page_count: re.Pattern[str] | None = None  # its group is how many pages there are, the first included


def parse(source: Source, body: bytes, *, base: str, content_type: str, now: datetime) -> Parsed:  # noqa: ARG001
    """The items of a list page: titles, days and summaries. Raises ParseError (layout-changed, too-complex)."""
    raws = rows(body, layout(source.adapter.partition(":")[2]), base)
    made = [item for raw in raws if (item := items.make(source, raw, base=base, now=now))]
    unique = tuple({item.id: item for item in reversed(made)}.values())[::-1]
    return Parsed(unique, len(raws) - len(unique))


def rows(body: bytes, where: Layout, base: str) -> list[Raw]:
    """The raw entries of a list page. Raises ParseError (layout-changed) where there are none."""
    found: list[Raw] = []
    for node in page.read(body).find(where.item):
        link = node if node.tag == "a" else node.first("a[href]")
        if link is None or len(found) >= _MOST_ROWS:
            continue
        address = urljoin(base, link.attribute("href").strip())
        match = where.link_pattern.search(address)
        if match is None:
            continue
        title = link.attribute("title") or _text(node, where.title) or link.text()
        day = _DATE.search(_text(node, where.date))
        found.append(
            Raw(
                key=match[1],
                link=address,
                title=as_markup(title),
                summary=as_markup(_text(node, where.summary)),
                dates=(day[0],) if day else (),
            )
        )
    if not found:
        raise ParseError("nothing on the page is where it used to be", code="layout-changed")
    return found


def with_article(source: Source, item: Item, body: bytes, *, now: datetime) -> Item:
    """The item with the text of its article, whom it credits (a flag "from:..."), and its date where the list had none.

    Raises ParseError (layout-changed) where the article's body is not found.
    """
    where = layout(source.adapter.partition(":")[2])
    tree = page.read(body)
    text = max((node.text(where.drop) for node in tree.find(where.article_body)), key=len, default="")
    for words in where.strip:
        text = re.sub(words, "", text).strip()
    if not text:
        raise ParseError("the article is not where it used to be", code="layout-changed")
    said = _DATE.search(_text(tree, where.article_date))
    raw = Raw(
        key=item.id,
        link=item.url,
        title=as_markup(item.title),
        body=as_markup(text).replace("\n", "<br>"),
        dates=(said[0],) if said else (),
    )
    made = items.make(source, raw, base=item.url, now=now)
    if made is None:
        return item
    credited = _SOURCE.sub("", _text(tree, where.article_source)).split()
    flags = (*item.flags, f"from:{'_'.join(credited)[:80]}") if credited else item.flags
    full = replace(item, text=made.text, digest=made.digest, flags=flags)
    if item.undated and not made.undated:
        return replace(full, published_at=made.published_at, published_on=made.published_on, undated=False)
    return full


def page_address(source: Source, number: int, count: int) -> str:
    """The address of the page `number` steps behind the first, of `count` in all. Some sites number them downwards."""
    where = layout(source.adapter.partition(":")[2])
    return urljoin(source.url, where.pages.format(k=number, left=count - number))


def page_count(source: Source, body: bytes) -> int | None:
    """How many pages a list page says there are; None where it does not say."""
    where = layout(source.adapter.partition(":")[2])
    found = where.page_count.search(body.decode("utf-8", "replace")) if where.page_count else None
    return int(found[1]) if found else None


def layout(ident: str) -> Layout:
    """A shipped layout. Raises SeedError where there is none of this name."""
    known = _layouts()
    if ident not in known:
        raise SeedError("no such layout", key=ident)
    return known[ident]


@lru_cache(maxsize=1)
def _layouts() -> Mapping[str, Layout]:
    path: Path = shipped("seeds") / "layouts.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return {row["id"]: _layout(row) for row in data["layout"]}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, re.error) as error:
        raise SeedError("a file of page layouts with a fault", key=str(path)) from error


def _layout(row: Mapping[str, Any]) -> Layout:
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in row.items() if name != "id"
    }
    patterns: dict[str, Any] = {name: re.compile(row[name]) for name in ("link_pattern", "page_count") if name in row}
    return Layout(**values | patterns)


def _text(node: page.Node, selector: str) -> str:
    found = node.first(selector) if selector else None
    return found.text() if found else ""
