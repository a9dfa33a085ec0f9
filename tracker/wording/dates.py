"""Windows and days in words. A coarse date never shows a made-up day."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from tracker.edtf import Precision, Window, parse
from tracker.wording.terms import no_date, pick

_MONTHS: Final = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
MONTHS: Final = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_SEASONS: Final = {
    "en": {21: "spring", 22: "summer", 23: "autumn", 24: "winter"},
    "zh": {21: "春季", 22: "夏季", 23: "秋季", 24: "冬季"},
}
_THIRDS: Final = {(1, 4): ("early", "年初"), (5, 8): ("mid", "年中"), (9, 12): ("late", "年底")}


def window(value: Window | None, language: str = "en") -> str:
    """A window as people say it: "mid-2027", "no earlier than September 2027", "24 Aug 2026", "2027年中"."""
    language = pick(language)
    if value is None:
        return no_date(language)
    text = _zh(value) if language == "zh" else _en(value)
    if not value.approximate:
        return text
    return f"{text}前后" if language == "zh" else f"about {text}"


def span(value: Window | None, language: str = "en") -> str:
    """The days a window spans: "1 May to 31 Aug 2027". Empty where no date is given."""
    if value is None:
        return ""
    language = pick(language)
    first, last = value.earliest, value.latest
    if first is None or last is None:
        end = calendar_day(first or last, language) if first or last else ""
        if language == "zh":
            return f"{end}起" if first else f"不晚于{end}"
        return f"from {end}" if first else f"until {end}"
    if first == last:
        return calendar_day(first, language)
    if language == "zh":
        return f"{calendar_day(first, language)}至{calendar_day(last, language)}"
    left = f"{first.day} {_MONTHS[first.month - 1]}" + (f" {first.year}" if first.year != last.year else "")
    return f"{left} to {calendar_day(last, language)}"


def calendar_day(value: date | None, language: str = "en") -> str:
    """A day: "5 Dec 2024", "2024年12月5日"."""
    if value is None:
        return ""
    if pick(language) == "zh":
        return f"{value.year}年{value.month}月{value.day}日"
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def _en(value: Window) -> str:
    first, last = value.earliest, value.latest
    match value.precision:
        case Precision.NOT_BEFORE:
            return f"no earlier than {_en(_part(value.edtf.split('/')[0]))}"
        case Precision.NOT_AFTER:
            return f"by {_en(_part(value.edtf.split('/')[1]))}"
    assert first is not None
    assert last is not None
    match value.precision:
        case Precision.TIME:
            return f"{calendar_day(first)}, {_clock(value)}"
        case Precision.DAY:
            return calendar_day(first)
        case Precision.MONTH:
            return f"{MONTHS[first.month - 1]} {first.year}"
        case Precision.QUARTER:
            return f"Q{(first.month + 2) // 3} {first.year}"
        case Precision.SEASON:
            return f"{_SEASONS['en'][int(value.edtf[5:7])]} {first.year}"
        case Precision.HALF:
            return f"{'first' if first.month == 1 else 'second'} half of {first.year}"
        case Precision.YEAR:
            return str(first.year)
        case Precision.DECADE:
            return f"the {first.year}s"
    third = _third(value)
    if third:
        return f"{third[0]}{'-' if third[0] == 'mid' else ' '}{first.year}"
    left, right = (_en(_part(part)) for part in value.edtf.split("/"))
    return f"{left} to {right}"


def _zh(value: Window) -> str:
    first, last = value.earliest, value.latest
    match value.precision:
        case Precision.NOT_BEFORE:
            return f"不早于{_zh(_part(value.edtf.split('/')[0]))}"
        case Precision.NOT_AFTER:
            return (
                f"{_zh(_part(value.edtf.split('/')[1]))}底前"
                if len(value.edtf) == 7
                else (f"不晚于{_zh(_part(value.edtf.split('/')[1]))}")
            )
    assert first is not None
    assert last is not None
    match value.precision:
        case Precision.TIME:
            return f"{calendar_day(first, 'zh')} {_clock(value)}"
        case Precision.DAY:
            return calendar_day(first, "zh")
        case Precision.MONTH:
            return f"{first.year}年{first.month}月"
        case Precision.QUARTER:
            return f"{first.year}年第{'一二三四'[(first.month + 2) // 3 - 1]}季度"
        case Precision.SEASON:
            return f"{first.year}年{_SEASONS['zh'][int(value.edtf[5:7])]}"
        case Precision.HALF:
            return f"{first.year}年{'上' if first.month == 1 else '下'}半年"
        case Precision.YEAR:
            return f"{first.year}年"
        case Precision.DECADE:
            return f"{first.year}年代"
    third = _third(value)
    if third:
        return f"{first.year}{third[1]}"
    left, right = (_zh(_part(part)) for part in value.edtf.split("/"))
    return f"{left}至{right}"


def _clock(value: Window) -> str:
    """The clock time with its zone: "14:07 UTC+8", "00:05 UTC"."""
    stamp = datetime.fromisoformat(value.edtf.rstrip("~?%"))
    offset = stamp.utcoffset() or timedelta(0)
    minutes = int(offset.total_seconds()) // 60
    if not minutes:
        return f"{stamp:%H:%M} UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"{stamp:%H:%M} UTC{'+' if minutes > 0 else '-'}{hours}" + (f":{rest:02d}" if rest else "")


def _third(value: Window) -> tuple[str, str] | None:
    first, last = value.earliest, value.latest
    if first is None or last is None or first.year != last.year or len(value.edtf.rstrip("~?%")) != 15:
        return None
    return _THIRDS.get((first.month, last.month))


def _part(text: str) -> Window:
    return parse(text.rstrip("~?%"))
