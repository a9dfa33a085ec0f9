"""A date as it stands in a text, and the arithmetic that turns its words into EDTF.

Everything here is language-free: the two grammars (`dates_en`, `dates_zh`) find the words and call these.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from tracker import edtf
from tracker.errors import EdtfError


class DateSpan(NamedTuple):
    """A date found at text[start:end]. `edtf` is its window; the others serve decisions.

    `past` and `future` are the readings when the text leaves the year (or week) open: the decision picks by tense.
    `bound` is "at", "net" (no earlier than) or "by" (no later than). `kind` names the sort: "day", "month", "year",
    "today", "weekday", "ago", "since", "relative", ...
    """

    start: int
    end: int
    edtf: str
    kind: str
    bound: str = "at"
    past: str = ""
    future: str = ""
    core: int = -1  # where the date's own words start, after "no earlier than" and the like

    def reading(self, tense: str) -> str:
        """EDTF for a tense: "past", "future" or "" (the nearest)."""
        if tense == "past" and self.past:
            return self.past
        if tense == "future" and self.future:
            return self.future
        return self.edtf


_HEADED = re.compile(r"\W*(20\d\d)年?:")
_OF_YEAR = re.compile(r"\d{4}(?=-)")


def under_year(text: str, found: list[DateSpan]) -> list[DateSpan]:
    """ "2025: Tianwen-2 in May, Artemis II in September": the year at the head of the line is that of its months."""
    head = _HEADED.match(text)
    if head is None:
        return found
    return [
        span._replace(edtf=_OF_YEAR.sub(head[1], span.edtf), past="", future="")
        if span.past and span.kind in ("month", "day") and valid(_OF_YEAR.sub(head[1], span.edtf))
        else span
        for span in found
    ]


class Words(NamedTuple):
    """The names of months and weekdays and the numbers in words of a language, lower case."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    numbers: Mapping[str, int]


class Site(NamedTuple):
    """Where a date's core was found: the match, its text, the day relative words count from, the dates before it, the words."""

    match: re.Match[str]
    text: str
    today: date | None
    found: list[DateSpan]
    words: Words = Words({}, {}, {})


def valid(text: str) -> bool:
    """True when this is EDTF of our subset."""
    try:
        edtf.parse(text)
    except EdtfError:
        return False
    return True


def of_day(value: date) -> str:
    return value.isoformat()


def of_month(year: int, month: int) -> str:
    return f"{year:04d}-{month:02d}"


def add_months(value: date, count: int) -> tuple[int, int]:
    """(year, month) `count` months after the month of `value`."""
    index = value.year * 12 + value.month - 1 + count
    return index // 12, index % 12 + 1


def month_end(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


PARTS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}


def part_of(text: str, part: str) -> str:
    """Early, mid or late in a year, month or decade, as LABELS has it; other windows stay as they are."""
    if len(text) == 4 and text.isdigit():
        low, high = PARTS[part]
        return f"{text}-{low:02d}/{text}-{high:02d}"
    if len(text) == 4 and text.endswith("X"):
        decade = int(text[:3]) * 10
        low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}[part]
        return f"{decade + low}/{decade + high}"
    if len(text) == 7 and int(text[5:]) <= 12:
        year, month = int(text[:4]), int(text[5:])
        low, high = {"early": (1, 10), "mid": (11, 20), "late": (21, month_end(year, month))}[part]
        return f"{text}-{low:02d}/{text}-{high:02d}"
    return text


def halved(text: str, half: int) -> str:
    """First or second half of a year; of a month, its days 1-15 and 16-end."""
    if len(text) == 4 and text.isdigit():
        return f"{text}-{39 + half}"
    if len(text) == 7 and int(text[5:]) <= 12:
        year, month = int(text[:4]), int(text[5:])
        return f"{text}-01/{text}-15" if half == 1 else f"{text}-16/{text}-{month_end(year, month):02d}"
    return text


def first(text: str) -> str:
    return text.split("/")[0]


def last(text: str) -> str:
    return text.rsplit("/", 1)[-1]


def about(text: str) -> str:
    """`~` on a window, on each closed end of an interval."""
    if text.endswith("~"):
        return text
    if "/" in text:
        return "/".join(end if end == ".." else end.rstrip("~") + "~" for end in text.split("/"))
    return text + "~"


def not_before(text: str) -> str:
    """X/.. : no earlier than."""
    start = first(text)
    return text if start == ".." else f"{start}/.."


def not_after(text: str) -> str:
    """../X : by, no later than."""
    end = last(text)
    return text if end == ".." else f"../{end}"


def before(text: str) -> str:
    """../(just before X), in X's own precision: before 2030 is ../2029."""
    approximate = "~" if text.endswith("~") else ""
    window = edtf.parse(text)
    if window.earliest is None:
        return text
    return f"../{_step(first(text).rstrip('~'), window.earliest, -1)}{approximate}"


def after(text: str) -> str:
    """(just after X)/.. : after 2030 is 2031/.."""
    window = edtf.parse(text)
    if window.latest is None:
        return text
    return f"{_step(last(text).rstrip('~'), window.latest, 1)}/.."


def _step(unit: str, edge: date, way: int) -> str:
    beside = edge + timedelta(days=way)
    if len(unit) == 4:
        return f"{beside.year:04d}"
    if len(unit) == 7:
        return of_month(beside.year, beside.month)
    return beside.isoformat()


def joined(left: str, right: str) -> str:
    """From the start of one window to the end of another; "" where that would run backwards."""
    start, end = first(left), last(right)
    if start == end:
        return start
    text = f"{start}/{end}"
    return text if valid(text) else ""


def shifted(text: str, years: int = 0, months: int = 0, days: int = 0) -> str:
    """A window moved by years, months or days, keeping its precision as far as it makes sense. "" when it cannot."""
    core = first(text).rstrip("~")
    try:
        if len(core) == 4 and core.isdigit():
            return f"{int(core) + years:04d}" if not months and not days else ""
        value = date(int(core[:4]), int(core[5:7]), int(core[8:10]) if len(core) >= 10 else 1)
        year, month = add_months(value, years * 12 + months)
        if len(core) == 7:
            return of_month(year, month) if not days else ""
        moved = date(year, month, min(value.day, month_end(year, month))) + timedelta(days=days)
        return moved.isoformat()
    except (ValueError, OverflowError):
        return ""
