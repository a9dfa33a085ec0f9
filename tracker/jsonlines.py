"""The JSON lines of `read` and `replay`: items in, claims and changes out. The field names are public."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any, Final

from tracker.errors import ParseError
from tracker.model import Item, Reading, Tier

_TEXTS: Final = ("id", "source", "tier", "url", "published", "lang", "title", "text")
_LONGEST: Final = 2_000_000  # characters of one field


def items_from_lines(lines: Iterable[str]) -> Iterator[Item]:
    """The items of a JSON-lines text, in order; blank lines are passed over.

    Raises ParseError with the line's number as key for a line that is not such an item.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip("\ufeff \t\r\n"):
            continue
        try:
            data = json.loads(line.lstrip("\ufeff"))
        except (ValueError, RecursionError) as error:
            raise ParseError("not JSON", key=f"line {number}") from error
        if not isinstance(data, dict):
            raise ParseError("not a JSON object", key=f"line {number}")
        try:
            yield item_from_line(data)
        except ParseError as error:
            raise ParseError(error.message, key=f"line {number}, {error.key}", advice=error.advice) from error.__cause__


def item_from_line(data: Mapping[str, Any]) -> Item:
    """The item of one line: {"id","source","tier","url","published","lang","title","text"}.

    "published" is a day, a timestamp (without a zone: UTC) or null; all but "id" may be null or absent. Raises
    ParseError with the field as key.
    """
    texts = {name: _text(data, name) for name in _TEXTS}
    if not texts["id"]:
        raise ParseError("an item needs an id", key="id")
    try:
        tier = Tier(texts["tier"] or "other")
    except ValueError as error:
        raise ParseError(f"no such tier: {texts['tier'][:40]!r}", key="tier",
                         advice=f"One of {', '.join(Tier)}.") from error  # fmt: skip
    published_at, published_on = _published(texts["published"])
    source = texts["source"] or "unknown"
    title, text = texts["title"], texts["text"]
    return Item(
        id=texts["id"],
        source=source,
        outlet=source,
        tier=tier,
        url=texts["url"],
        published_at=published_at,
        published_on=published_on,
        language=texts["lang"] or None,
        title=title,
        text=text,
        digest=hashlib.sha256(f"{title}\0{text}".encode("utf-8", "surrogatepass")).hexdigest()[:20],
        undated=published_on is None,
    )


def claims_line(reading: Reading) -> dict[str, Any]:
    """What `read` prints for one item. Unknown ends of a window are null, no date is the empty text."""
    return {
        "id": reading.item,
        "language": reading.language,
        "claims": [
            {
                "mission": claim.mission,
                "milestone": claim.milestone,
                "status": claim.status.value,
                "when": claim.when,
                "earliest": _day(claim.window.earliest if claim.window else None),
                "latest": _day(claim.window.latest if claim.window else None),
                "modality": claim.modality.value,
                "evidence": claim.evidence.quote,
                "field": claim.evidence.field,
                "start": claim.evidence.start,
                "end": claim.evidence.end,
                "confidence": claim.confidence.value,
            }
            for claim in reading.claims
        ],
    }


def _text(data: Mapping[str, Any], name: str) -> str:
    value = data.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ParseError("must be text", key=name)
    if len(value) > _LONGEST:
        raise ParseError(f"longer than {_LONGEST} characters", key=name)
    return value


def _published(text: str) -> tuple[datetime | None, date | None]:
    clean = text.strip()
    if not clean:
        return None, None
    try:
        if len(clean) == 10:
            return None, date.fromisoformat(clean)
        stamp = datetime.fromisoformat(clean)
        stamp = stamp if stamp.tzinfo else stamp.replace(tzinfo=UTC)
        return stamp.astimezone(UTC), stamp.date()
    except (ValueError, OverflowError) as error:
        raise ParseError(f"not a day or timestamp: {clean[:40]!r}", key="published") from error


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None
