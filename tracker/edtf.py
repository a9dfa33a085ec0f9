"""Windows of time with their true precision, written as EDTF (ISO 8601-2, the subset below).

A coarse date is a window, never an instant: "2027" is 1 January to 31 December 2027. The subset:

    2027            year                      2027-33 .. 2027-36   quarter 1 to 4
    2027-09         month                     2027-40, 2027-41     first, second half
    2027-09-14      day                       2027-21 .. 2027-24   spring, summer, autumn, winter (northern)
    2024-06-25T14:07+08:00   clock time       203X                 decade
    A/B  A/..  ../B          interval, no earlier than A, no later than B
    A~  A?  A%               about, unsure, both
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Final

from tracker.errors import EdtfError


class Precision(StrEnum):
    """How finely a window is known; the word stands in the CSV."""

    TIME = "time"
    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    INTERVAL = "interval"
    NOT_BEFORE = "not-before"
    NOT_AFTER = "not-after"


_SPANS: Final = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14),
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    40: (1, 6), 41: (7, 12),
}  # fmt: skip
_DATE: Final = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", re.ASCII)
_DECADE: Final = re.compile(r"(\d{3})X", re.ASCII)
_CLOCK: Final = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Window:
    """A span of days. `earliest` and `latest` are inclusive calendar days; None means open on that side.

    `edtf` is the text it was read from; a clock time keeps its own zone there, and its day is the day in that zone.
    """

    edtf: str
    earliest: date | None
    latest: date | None
    precision: Precision
    approximate: bool = False

    def __str__(self) -> str:
        return self.edtf

    @property
    def instant(self) -> datetime | None:
        """The clock time in UTC, only where the text gives one."""
        if self.precision is not Precision.TIME:
            return None
        return datetime.fromisoformat(self.edtf.rstrip("~?%")).astimezone(UTC)

    @property
    def middle(self) -> date | None:
        """The day in the middle, for drawing only; the closed end of a half-open window."""
        if self.earliest is None or self.latest is None:
            return self.earliest or self.latest
        return self.earliest + (self.latest - self.earliest) / 2

    @property
    def days(self) -> int | None:
        """The number of days it spans; None when open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    def overlaps(self, other: Window) -> bool:
        """True when a day exists that both hold."""
        return _low(self) <= _high(other) and _low(other) <= _high(self)

    def contains(self, other: Window) -> bool:
        """True when every day of `other` is in this window."""
        return _low(self) <= _low(other) and _high(other) <= _high(self)

    def same_days(self, other: Window) -> bool:
        """True when both hold the same days, however they are written."""
        return self.earliest == other.earliest and self.latest == other.latest


def shift(before: Window, after: Window) -> tuple[int | None, int | None]:
    """By how many days `after` lies later than `before`, as an honest range (least, most); None where an end is open.

    2026 -> mid-2027 is 121 days (31 December to 1 May) to 607 days (1 January to 31 August). Negative is earlier.
    """
    least = None if after.earliest is None or before.latest is None else (after.earliest - before.latest).days
    most = None if after.latest is None or before.earliest is None else (after.latest - before.earliest).days
    return least, most


@lru_cache(maxsize=4096)
def parse(text: str) -> Window:
    """Read a window from EDTF text. Raises EdtfError, with the text as key, for anything outside the subset."""
    clean = text.strip()
    try:
        if "/" in clean:
            return _interval(clean)
        return _single(clean)
    except EdtfError as error:
        raise EdtfError(error.message, key=repr(text)) from None  # the key is what was given, not the half at fault
    except (ValueError, OverflowError) as error:
        raise EdtfError("not a date this program reads", key=repr(text)) from error


def parse_optional(text: str | None) -> Window | None:
    """As `parse`; None and the empty text mean that no date is given."""
    return parse(text) if text and text.strip() not in ("", "..") else None


def day(value: date) -> Window:
    """The window of one day."""
    return parse(value.isoformat())


def between(first: date | None, last: date | None) -> Window:
    """The window of an interval of days, either end of which may be open (None)."""
    if first is not None and first == last:
        return day(first)
    return parse(f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}")


def roughly(first: date | None, last: date | None) -> Window:
    """The window of an interval of days in the units people give it in: 1 January to 31 December 2026 is "2026", 1 May to
    31 August 2027 "2027-05/2027-08". One end may be open (None); the days are the same."""
    begins, ends = _start(first), _end(last)
    if first is not None and last is not None:
        whole_years = len(begins) == len(ends) == 4
        if not whole_years and max(len(begins), len(ends)) == 10:
            return between(first, last)
        if not whole_years:
            begins, ends = f"{first:%Y-%m}", f"{last:%Y-%m}"
        if begins == ends:
            return parse(begins)
    return parse(f"{begins}/{ends}")


def _start(day_: date | None) -> str:
    """A first day, in the coarsest unit that begins with it; ".." where there is none."""
    if day_ is None:
        return ".."
    return day_.isoformat()[: 10 if day_.day > 1 else 7 if day_.month > 1 else 4]


def _end(day_: date | None) -> str:
    """A last day, in the coarsest unit that ends with it."""
    if day_ is None:
        return ".."
    if day_.day < calendar.monthrange(day_.year, day_.month)[1]:
        return day_.isoformat()
    return day_.isoformat()[: 4 if day_.month == 12 else 7]


def _interval(text: str) -> Window:
    first_text, last_text = text.split("/", 1)
    first = None if first_text in ("", "..") else _single(first_text)
    last = None if last_text in ("", "..") else _single(last_text)
    if first is None and last is None:
        raise EdtfError("an interval needs at least one end", key=repr(text))
    earliest = first.earliest if first else None
    latest = last.latest if last else None
    if earliest is not None and latest is not None and earliest > latest:
        raise EdtfError("the interval ends before it starts", key=repr(text))
    if first is None:
        precision = Precision.NOT_AFTER
    elif last is None:
        precision = Precision.NOT_BEFORE
    else:
        precision = Precision.INTERVAL
    return Window(text, earliest, latest, precision, any(w is not None and w.approximate for w in (first, last)))


def _single(text: str) -> Window:
    approximate = text[-1:] in ("~", "?", "%")
    bare = text[:-1] if approximate else text
    if "T" in bare:
        if not _CLOCK.fullmatch(bare):
            raise EdtfError("a clock time is written 2024-06-25T14:07+08:00, with its zone", key=repr(text))
        stamp = datetime.fromisoformat(bare)
        stamp.astimezone(UTC)  # at the ends of the calendar UTC has no such day: refused here, so `instant` never fails
        return Window(text, stamp.date(), stamp.date(), Precision.TIME, approximate)
    decade = _DECADE.fullmatch(bare)
    if decade:
        start = int(decade[1]) * 10
        return Window(text, date(start, 1, 1), date(start + 9, 12, 31), Precision.DECADE, approximate)
    match = _DATE.fullmatch(bare)
    if match is None:
        raise EdtfError("not a date this program reads", key=repr(text))
    year, month, day_number = int(match[1]), match[2], match[3]
    if month is None:
        return Window(text, date(year, 1, 1), date(year, 12, 31), Precision.YEAR, approximate)
    number = int(month)
    if day_number is not None:
        exact = date(year, number, int(day_number))
        return Window(text, exact, exact, Precision.DAY, approximate)
    if number > 12:
        if number not in _SPANS:
            raise EdtfError("no such part of a year", key=repr(text))
        low, high = _SPANS[number]
        precision = Precision.SEASON if number < 30 else Precision.QUARTER if number < 40 else Precision.HALF
        return Window(text, date(year, low, 1), _month_end(year, high), precision, approximate)
    return Window(text, date(year, number, 1), _month_end(year, number), Precision.MONTH, approximate)


def _month_end(year: int, month: int) -> date:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, calendar.monthrange(year, month)[1])


def _low(window: Window) -> date:
    return window.earliest or date.min


def _high(window: Window) -> date:
    return window.latest or date.max
