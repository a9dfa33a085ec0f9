"""Parts of years and months in Chinese, and which year a date means that does not say."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from tracker.reading import spans
from tracker.reading.spans import DateSpan
from tracker.reading.zh_core import QUARTERS, RELATIVE_YEARS, SEASONS


def made(match: re.Match[str], text: str, kind: str) -> DateSpan | None:
    """A date span, where the text is a window; else nothing."""
    return DateSpan(match.start(), match.end(), text, kind) if text and spans.valid(text) else None


def month_part(month: str, part: str) -> str:
    """初, 上旬, 中旬, 下旬, 底 of a month."""
    if not part:
        return month
    if part == "中下旬":
        return f"{month}-11/{spans.part_of(month, 'late')[11:]}"
    if part == "上中旬":
        return f"{month}-01/{month}-20"
    if part[0] in "初上":
        return spans.part_of(month, "early")
    if part[0] == "中":
        return spans.part_of(month, "mid")
    if part[0] in "底末下":
        return spans.part_of(month, "late")
    return month


def year_part(year: str, part: str) -> str:
    """上半年, 第三季度, 春季, 年底 of a year."""
    if "半年" in part:
        return spans.halved(year, 1 if part[0] in "上前" else 2)
    if "季" in part and part[0] not in "春夏秋冬":
        return f"{year}-{32 + QUARTERS[part.lstrip('第')[0]]}"
    if part[0] in SEASONS:
        return f"{year}-{SEASONS[part[0]]}"
    if part in ("年中", "中期"):
        return spans.part_of(year, "mid")
    if part in ("年初", "初", "早些时候", "前期"):
        return year if part == "早些时候" else spans.part_of(year, "early")
    if part in ("年底", "年末", "岁末", "底", "末", "后期"):
        return spans.part_of(year, "late")
    return year


def relative_year(word: str, today: date | None, found: list[DateSpan]) -> int | None:
    """The year of 今年, 明年, 去年; of 当年, 次年 by the date before. None: cannot be told."""
    if word in ("当年", "同年", "次年", "翌年"):
        base = next((s for s in reversed(found) if s.edtf[:4].isdigit()), None)
        return int(base.edtf[:4]) + (word in ("次年", "翌年")) if base else None
    step = RELATIVE_YEARS.get(word)
    return None if today is None or step is None else today.year + step


def relative_month(word: str, today: date | None, found: list[DateSpan]) -> str:
    """The month of 本月, 下月, 上个月, 当月; nothing when it cannot be told."""
    if today is None:
        return ""
    if word == "当月":
        base = next((s for s in reversed(found) if re.match(r"\d{4}-(?:0\d|1[0-2])", s.edtf)), None)
        return base.edtf[:7] if base else spans.of_month(today.year, today.month)
    return spans.of_month(*spans.add_months(today, {"下": 1, "上": -1}.get(word[0], 0)))


def yearless(
    match: re.Match[str],
    window: Callable[[int], str],
    month_day: tuple[int, int],
    today: date | None,
    kind: str,
    found: list[DateSpan],
) -> DateSpan | None:
    """A day or month without its year: the nearest, with its past and future readings."""
    if today is None:
        base = next((s for s in reversed(found) if s.edtf[:4].isdigit()), None)
        return made(match, window(int(base.edtf[:4])), kind) if base and match.start() - base.end < 30 else None
    month, day = month_day
    if not 1 <= month <= 12:
        return None
    choices = []
    for year in (today.year - 1, today.year, today.year + 1):
        text = window(year)
        if spans.valid(text):
            choices.append(((date(year, month, min(day, 28)) - today).days, text))
    if not choices:
        return None
    slack = 20 if kind == "month" else 1
    past = max((c for c in choices if c[0] <= slack), default=choices[0])[1]
    future = min((c for c in choices if c[0] >= -slack), default=choices[-1])[1]
    base = found[-1] if found else None
    if (
        base is not None
        and match.start() - base.end <= 3
        and base.edtf[:4].isdigit()
        and base.kind in ("day", "month", "year")
    ):
        named = window(int(base.edtf[:4]))
        return made(match, named, kind)
    return DateSpan(
        match.start(), match.end(), min(choices, key=lambda c: abs(c[0]))[1], kind, past=past, future=future
    )


def moved(anchor: date, count: int, unit: str) -> str:
    """A day moved by so many units; nothing beyond the calendar."""
    try:
        if unit in ("day", "week"):
            return (anchor + timedelta(count * (7 if unit == "week" else 1))).isoformat()
        if unit == "month":
            return spans.of_month(*spans.add_months(anchor, count))
        return f"{anchor.year + count:04d}"
    except (OverflowError, ValueError):
        return ""
