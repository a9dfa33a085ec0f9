"""JSON Feed 1 and 1.1: bytes -> raw entries."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tracker.errors import ParseError
from tracker.sources.bounds import check_json
from tracker.sources.items import MOST_ITEMS, Raw


def entries(body: bytes) -> tuple[str, Iterator[Raw]]:
    """The feed's title and its entries. Raises ParseError (not-a-feed, broken)."""
    try:
        data = json.loads(check_json(body))
    except (ValueError, RecursionError) as error:
        raise ParseError("the JSON cannot be read", code="broken") from error
    if not isinstance(data, dict) or "jsonfeed.org/version/" not in _text(data.get("version")):
        raise ParseError("the answer is JSON, but not a JSON Feed")
    rows = data.get("items")
    if not isinstance(rows, list):
        raise ParseError("a JSON Feed without its list of items", code="broken")
    language = _text(data.get("language")) or None
    return _text(data.get("title")), (_raw(row, language) for row in rows[: MOST_ITEMS + 1] if isinstance(row, dict))


def _raw(row: dict[str, Any], language: str | None) -> Raw:
    plain = _text(row.get("content_text"))
    ident = row.get("id")
    return Raw(
        key=str(ident) if isinstance(ident, (str, int)) else "",
        link=_text(row.get("url")) or _text(row.get("external_url")),
        title=_text(row.get("title")),
        body=_text(row.get("content_html")) or plain.replace("&", "&amp;").replace("<", "&lt;"),
        summary=_text(row.get("summary")).replace("&", "&amp;").replace("<", "&lt;"),
        dates=tuple(d for d in (_text(row.get("date_published")), _text(row.get("date_modified"))) if d),
        language=_text(row.get("language")) or language,
    )


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
