"""Which year an English date means when it does not say, or says it by the way."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from tracker.reading import spans
from tracker.reading.en_core import YEAR
from tracker.reading.spans import DateSpan, Site


def year_of(words: str, today: date | None, found: list[DateSpan], season: int = 0) -> int | None:
    """The year some words name: 2027, '27, next year, the following year; else the item's own."""
    named = re.search(rf"\b({YEAR})\b|'(\d\d)\b", words)
    if named:
        return int(named[1]) if named[1] else 2000 + int(named[2])
    words = words.lower()
    if "following year" in words or "the next year" in words:
        base = next((s for s in reversed(found) if s.edtf[:4].isdigit()), None)
        return int(base.edtf[:4]) + 1 if base else None
    if today is None:
        return None
    if "next" in words:
        if season and "year" not in words:
            begun = today.month >= season_start(season)
            return today.year + (1 if begun else 0)
        return today.year + 1
    if "last" in words and "last quarter" not in words and "last half" not in words:
        if season and "year" not in words:
            return today.year - (0 if today.month > season_start(season) + 2 else 1)
        return today.year - 1
    return today.year


def season_start(season: int) -> int:
    """The month in which a season of EDTF begins."""
    return {21: 3, 22: 6, 23: 9, 24: 12}[season]


def with_year(
    match: re.Match[str],
    window: Callable[[int], str],
    year: int | None,
    month_day: tuple[int, int],
    today: date | None,
    kind: str,
) -> DateSpan | None:
    """A day or month whose year may be missing: then the nearest, with its past and future readings."""
    if year is not None:
        text = window(year)
        return DateSpan(match.start(), match.end(), text, kind) if spans.valid(text) else None
    if today is None:
        return None
    month, day = month_day
    choices = []
    for candidate in (today.year - 1, today.year, today.year + 1):
        text = window(candidate)
        if spans.valid(text):
            try:
                gap = (date(candidate, month, min(day, 28)) - today).days
            except ValueError:
                continue
            choices.append((gap, text))
    if not choices:
        return None
    slack = 20 if kind == "month" else 1
    past = max((c for c in choices if c[0] <= slack), default=choices[0])[1]
    future = min((c for c in choices if c[0] >= -slack), default=choices[-1])[1]
    nearest = min(choices, key=lambda c: abs(c[0]))[1]
    return DateSpan(match.start(), match.end(), nearest, kind, past=past, future=future)


def year_named(text: str, match: re.Match[str]) -> int | None:
    """ "between August and October 2026": the year of the month right behind."""
    behind = re.match(
        rf" (?:and|to|or|through) (?:\w+ )?[A-Z][a-z]+\.?,? ({YEAR})\b", text[match.end() : match.end() + 30]
    )
    return int(behind[1]) if behind else None


_ONWARD = re.compile(
    r"[;!?]|\b(?:will|would|to be|plan\w*|schedul\w*|due|expect\w*|set for|target\w*|now|next|today|this year|but|while)\b"
)


def year_of_story(at: Site, month: int, day: int) -> int | None:
    """ "lifted off on 3 May 2024, landed on 2 June": an old story goes on in its own year; None where none is told."""
    base = at.found[-1] if at.found else None
    if base is None or base.past or base.kind != "day" or len(base.edtf) < 10 or base.edtf.startswith("."):
        return None
    if base.start < 0 and at.today is not None:
        return None
    if _ONWARD.search(at.text[max(0, base.end) : at.match.start()]):
        return None
    begun = date.fromisoformat(base.edtf[:10])
    if at.today is not None and (at.today - begun).days < 150:
        return None
    for year in (begun.year, begun.year + 1):
        if spans.valid(f"{year:04d}-{month:02d}-{day:02d}") and 0 <= (date(year, month, day) - begun).days <= 90:
            return year
    return None


def moved(anchor: date, count: int, unit: str) -> str:
    """A day moved by so many days, weeks, months or years, in the precision of the unit; "" beyond the calendar."""
    try:
        if unit == "day":
            return spans.of_day(anchor + timedelta(count))
        if unit == "week":
            day = anchor + timedelta(7 * count)
            return (
                f"{spans.of_day(day - timedelta(3))}/{spans.of_day(day + timedelta(3))}"
                if abs(count) <= 8
                else spans.of_month(day.year, day.month)
            )
        if unit == "month":
            return spans.of_month(*spans.add_months(anchor, count))
        return f"{anchor.year + count:04d}"
    except (OverflowError, ValueError):
        return ""
