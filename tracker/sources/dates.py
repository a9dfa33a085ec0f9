"""Dates as feeds write them, by the rules of the sources' catalogue. A text that is none of them is None, never a guess."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from tracker.model import Source
from tracker.sources import address

CHINA = timezone(timedelta(hours=8))
_MONTHS = {
    name: number
    for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)  # noqa: SIM905
}
_ZONES = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8,
    "pdt": -7, "bst": 1, "wet": 0, "west": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "ist": 5.5, "jst": 9,
    "hkt": 8, "aest": 10, "aedt": 11,
}  # fmt: skip
_CLOCK = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
_ZONE = r"\s*(?P<zone>[+-]\d{2}:?\d{2}|[+-]\d{2}|[A-Za-z]{1,5})?"
_ISO = re.compile(
    rf"(?P<year>\d{{4}})-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}})(?:(?:[Tt]|\s+){_CLOCK}{_ZONE})?$", re.ASCII
)
_RFC = re.compile(
    rf"(?:[A-Za-z]{{3,9}}\.?,?\s+)?(?P<day>\d{{1,2}})[\s-]+(?P<name>[A-Za-z]{{3,9}})\.?,?[\s-]+(?P<year>\d{{4}}|\d{{2}})"
    rf"(?:,?\s+{_CLOCK}{_ZONE})?(?:\s*\([^)]*\))?$",
    re.ASCII,
)
_ENGLISH = re.compile(
    rf"(?:[A-Za-z]{{3,9}}\.?,?\s+)?(?P<name>[A-Za-z]{{3,9}})\.?\s+(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}})"
    rf"(?:,?\s+{_CLOCK}{_ZONE})?$",
    re.ASCII,
)
_CHINESE = re.compile(rf"(?P<year>\d{{4}})年(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})日(?:\s*{_CLOCK})?$", re.ASCII)
_CTIME = re.compile(
    r"[A-Za-z]{3}\s+(?P<name>[A-Za-z]{3})\s+(?P<day>\d{1,2})\s+(?P<hour>\d{1,2}):(?P<minute>\d{2}):(?P<second>\d{2})"
    rf"{_ZONE}\s+(?P<year>\d{{4}})$",
    re.ASCII,
)
_FAR = timedelta(hours=48)


@dataclass(frozen=True, slots=True)
class Stamp:
    """When an item says it is from. `at` is aware UTC, None where only a day is given; `on` is the day in the zone."""

    at: datetime | None
    on: date


@lru_cache(maxsize=256)
def zone_of(source: Source) -> tzinfo:
    """The zone for dates that give none: the source's own, Shanghai for .cn, else UTC."""
    if source.zone and source.zone != "UTC":
        try:
            return ZoneInfo(source.zone)
        except (KeyError, ValueError, OSError):
            return UTC
    return ZoneInfo("Asia/Shanghai") if _is_chinese(source) else UTC


def read(text: str, source: Source, now: datetime) -> tuple[Stamp | None, bool]:
    """The stamp a feed's date text means for this source, and whether it lay so far ahead that it was set to `now`."""
    stamp = _stamp(text.strip()[:100], zone_of(source), chinese=_is_chinese(source))
    if stamp is None:
        return None, False
    if (stamp.at or datetime.combine(stamp.on, time(), UTC)) - now > _FAR:
        return Stamp(now, now.astimezone(zone_of(source)).date()), True
    return stamp, False


@lru_cache(maxsize=256)
def _is_chinese(source: Source) -> bool:
    return address.host(source.url).endswith(".cn") or (source.language or "").lower().startswith("zh")


def _stamp(text: str, zone: tzinfo, *, chinese: bool) -> Stamp | None:
    for shape in (_RFC, _ISO, _CHINESE, _ENGLISH, _CTIME):
        if found := shape.match(text):
            try:
                return _of(found.groupdict(), zone, chinese=chinese)
            except (ValueError, OverflowError, KeyError):
                return None
    return None


def _of(parts: dict[str, str | None], zone: tzinfo, *, chinese: bool) -> Stamp:
    """Raises ValueError, KeyError or OverflowError for a day that does not exist."""
    year = int(parts["year"] or "")
    year += (1900 if year >= 70 else 2000) if year < 100 else 0
    month = int(parts["month"] or "") if "month" in parts else _MONTHS[(parts["name"] or "")[:3].lower()]
    day = date(year, month, int(parts["day"] or ""))
    if parts.get("hour") is None:
        return Stamp(None, day)
    second = min(int(parts.get("second") or 0), 59)  # a leap second
    written = datetime(
        day.year, day.month, day.day, int(parts["hour"] or ""), int(parts["minute"] or ""), second,
        tzinfo=_zone(parts.get("zone"), zone, chinese=chinese),
    )  # fmt: skip
    return Stamp(written.astimezone(UTC), written.astimezone(zone if zone is not UTC else written.tzinfo).date())


def _zone(text: str | None, default: tzinfo, *, chinese: bool) -> tzinfo:
    if not text:
        return default
    if text[0] in "+-":
        digits = text[1:].replace(":", "").ljust(4, "0")
        minutes = int(digits[:2]) * 60 + int(digits[2:])
        return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes)) if minutes < 24 * 60 else default
    name = text.lower()
    if name == "cst" and chinese:  # China Standard Time; the mail rules would read American Central, 14 hours off
        return CHINA
    return timezone(timedelta(hours=_ZONES[name])) if name in _ZONES else default
