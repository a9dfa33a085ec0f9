"""Wikidata's answer to a question about launch dates (SPARQL, JSON) -> items that state their claim, weakly: it follows others.

A date there is its first day, with a precision: 2027-01-01 with precision 9 is the year 2027.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from tracker import edtf, wording
from tracker.edtf import Window
from tracker.errors import EdtfError, ParseError, SeedError
from tracker.model import Claim, Confidence, Evidence, Item, Modality, Reading, Source, Status
from tracker.places import shipped
from tracker.sources import items, jsonbody
from tracker.sources.feed import Parsed
from tracker.sources.items import Raw
from tracker.sources.jsonbody import text

_TIME = re.compile(r"\+?(\d{4})-(\d{2})-(\d{2})T")
_YEAR, _MONTH, _DAY = 9, 10, 11
_MOST_ROWS = 200


@dataclass(frozen=True, slots=True)
class Dated:
    """One line of the answer: the thing's number (Q21028127), its name, and when it is launched; None where unknown."""

    number: str
    name: str
    window: Window | None
    precision: int


def parse(source: Source, body: bytes, *, base: str, content_type: str, now: datetime) -> Parsed:  # noqa: ARG001
    """The launch dates of our missions. Raises ParseError (bad-json, too-complex)."""
    made: list[Item] = []
    readings: list[Reading] = []
    for line in lines(body):
        mission = missions().get(line.number)
        if mission is None or line.window is None:
            continue
        sentence = f"Wikidata gives {wording.window(line.window)} as the launch of {line.name}."
        raw = Raw(key=line.number, link=f"https://www.wikidata.org/wiki/{line.number}", title=f"{line.name}: launch",
                  body=sentence, language="en")  # fmt: skip
        item = items.make(source, raw, base=base, now=now)
        if item is None or item.id in {other.id for other in made}:
            continue
        made.append(item)
        ahead = line.window.latest is None or line.window.latest >= now.date()
        readings.append(
            Reading(item.id, "en", read=True, claims=(_claim(mission, line.window, item.text),) if ahead else ())
        )
    return Parsed(tuple(made), readings=tuple(readings))


def lines(body: bytes) -> list[Dated]:
    """Every line of an answer that is not deprecated. Raises ParseError (bad-json, too-complex)."""
    data = jsonbody.read(body)
    results = data.get("results") if isinstance(data, dict) else None
    found = results.get("bindings") if isinstance(results, dict) else None
    if not isinstance(found, list):
        raise ParseError("JSON without results", code="bad-json")
    rows = [row for row in found[:_MOST_ROWS] if isinstance(row, dict)]
    return [_dated(row) for row in rows if not _value(row, "rank").endswith("DeprecatedRank")]


def window_of(time: str, precision: int) -> Window | None:
    """What is known of a date: a year, a month or a day; None for anything coarser or finer."""
    found = _TIME.match(time)
    if found is None:
        return None
    year, month, day = found.groups()
    written = {_YEAR: year, _MONTH: f"{year}-{month}", _DAY: f"{year}-{month}-{day}"}.get(precision, "")
    try:
        return edtf.parse(written) if written else None
    except EdtfError:
        return None


@lru_cache(maxsize=1)
def missions() -> Mapping[str, str]:
    """Wikidata's number -> our mission id. Raises SeedError."""
    path = shipped("seeds") / "launches.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return {row["id"]: row["mission"] for row in data["wikidata"]}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise SeedError("a file of launches with a fault", key=str(path)) from error


def _claim(mission: str, window: Window, sentence: str) -> Claim:
    evidence = Evidence("text", 0, len(sentence), sentence)
    return Claim(
        mission, "launch", Status.PLANNED, window, Modality.ASSERTED, evidence, Confidence.WEAK, rules=("wikidata",)
    )


def _dated(row: Mapping[str, Any]) -> Dated:
    number = _value(row, "item").rpartition("/")[2]
    said = _value(row, "prec")
    precision = int(said) if said.isascii() and said.isdigit() and len(said) < 3 else -1
    name = _value(row, "itemLabel")[:120].strip() or number
    return Dated(number, name, window_of(_value(row, "d"), precision), precision)


def _value(row: Mapping[str, Any], name: str) -> str:
    cell = row.get(name)
    return text(cell.get("value")) if isinstance(cell, dict) else ""
