"""JSON Feed 1 and 1.1: bytes -> raw entries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tracker.errors import ParseError
from tracker.sources import jsonbody
from tracker.sources.items import MOST_ITEMS, Raw
from tracker.sources.jsonbody import text
from tracker.sources.plaintext import as_markup


def entries(body: bytes) -> tuple[str, Iterator[Raw]]:
    """The feed's title and its entries. Raises ParseError (not-a-feed, broken)."""
    data = jsonbody.read(body, code="broken")
    if not isinstance(data, dict) or "jsonfeed.org/version/" not in text(data.get("version")):
        raise ParseError("the answer is JSON, but not a JSON Feed")
    rows = data.get("items")
    if not isinstance(rows, list):
        raise ParseError("a JSON Feed without its list of items", code="broken")
    language = text(data.get("language")) or None
    return text(data.get("title")), (_raw(row, language) for row in rows[: MOST_ITEMS + 1] if isinstance(row, dict))


def _raw(row: dict[str, Any], language: str | None) -> Raw:
    plain = text(row.get("content_text"))
    ident = row.get("id")
    return Raw(
        key=str(ident) if isinstance(ident, (str, int)) else "",
        link=text(row.get("url")) or text(row.get("external_url")),
        title=text(row.get("title")),
        body=text(row.get("content_html")) or as_markup(plain),
        summary=as_markup(text(row.get("summary"))),
        dates=tuple(d for d in (text(row.get("date_published")), text(row.get("date_modified"))) if d),
        language=text(row.get("language")) or language,
    )
