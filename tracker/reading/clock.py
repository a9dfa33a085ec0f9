"""Clock times: "2:48 p.m. (Beijing Time)", "0207 UTC", "6.07am GMT". A time is laid on the day it stands beside."""

from __future__ import annotations

import re
from datetime import date, timedelta

from tracker.reading.spans import DateSpan

_ZONES = {
    "utc": "Z", "gmt": "Z", "z": "Z", "universal": "Z", "bst": "+01:00", "cest": "+02:00", "cet": "+01:00",
    "beijing": "+08:00", "msk": "+03:00", "moscow": "+03:00", "edt": "-04:00", "est": "-05:00", "cdt": "-05:00",
    "pdt": "-07:00", "pst": "-08:00", "mdt": "-06:00", "mst": "-07:00", "jst": "+09:00", "ist": "+05:30",
}  # fmt: skip
_AMERICAN = {"eastern": -5, "et": -5, "central": -6, "mountain": -7, "pacific": -8, "pt": -8, "ct": -6}
_TIME = re.compile(
    r"\b(?:at |by |around |just after |just before |about )?(?:(?P<h>\d{1,2})(?:[:.](?P<m>\d{2}))?(?::\d{2})? ?(?P<ap>[ap]\.?m\b\.?)|(?P<h2>[01]?\d|2[0-3]):(?P<m2>[0-5]\d)(?::\d{2})?|(?P<h3>[01]\d|2[0-3])(?P<m3>[0-5]\d)(?= ?(?:UTC|GMT|Z\b)))"
    r",? ?\(?(?P<zone>utc|gmt|bst|cest|cet|beijing(?: standard)?(?: time)?|moscow time|msk|edt|est|cdt|pdt|pst|mdt|mst|jst|ist|eastern|central|mountain|pacific|et|pt|ct|universal)?\b\)?(?: standard time| daylight time| time)?\)?",
    re.IGNORECASE,
)


class Clock:
    """Lays clock times on days."""

    def attach(self, text: str, found: list[DateSpan], today: date | None) -> list[DateSpan]:
        """Each time with a zone sharpens the day beside it; alone it means the item's own day."""
        for match in _TIME.finditer(text):
            zone = (match["zone"] or "").lower()
            if not zone and not match["ap"]:
                continue
            hour = int(match["h"] or match["h2"] or match["h3"])
            minute = int(match["m"] or match["m2"] or match["m3"] or 0)
            if match["ap"]:
                hour = hour % 12 + (12 if match["ap"][0].lower() == "p" else 0)
            if hour > 23 or minute > 59:
                continue
            beside = [s for s in found if _beside(text, s, match)]
            if beside:
                day = min(beside, key=lambda s: min(abs(s.start - match.end()), abs(match.start() - s.end)))
                index = found.index(day)
                found[index] = _stamped(day, hour, minute, zone)._replace(
                    start=min(day.start, match.start()), end=max(day.end, match.end())
                )
            elif any("T" in s.edtf and -2 < match.start() - s.end <= 3 for s in found):
                continue  # the same moment in another zone
            elif today is not None and not any(s.start <= match.start() < s.end for s in found):
                before = [s for s in found if s.kind == "weekday" and s.end <= match.start() and len(s.edtf) == 10]
                if before and ";" not in text[before[-1].end : match.start()]:  # "on Friday evening, and at 8 p.m. ..."
                    again = before[-1]._replace(start=match.start(), end=match.end(), core=match.start())
                    found.append(_stamped(again, hour, minute, zone))
                    continue
                alone = DateSpan(match.start(), match.end(), today.isoformat(), "clock", core=match.start(),
                                 past=today.isoformat(), future=today.isoformat())  # fmt: skip
                found.append(_stamped(alone, hour, minute, zone))
        return sorted(found)


def _beside(text: str, span: DateSpan, match: re.Match[str]) -> bool:
    if len(span.edtf) != 10 or "/" in span.edtf or span.bound != "at":
        return False
    if span.start <= match.start() < span.end:
        return False
    between = text[match.end() : span.start] if span.start >= match.end() else text[span.end : match.start()]
    return len(between) <= 14 and not re.search(r"[;.]\s|\d", between)


def _stamped(span: DateSpan, hour: int, minute: int, zone: str) -> DateSpan:
    offset = _ZONES.get(zone.split(" ")[0]) if zone else None

    def stamp(day: str) -> str:
        if len(day) != 10:
            return day
        shift = offset
        if zone.split(" ")[0] in _AMERICAN:
            hours = _AMERICAN[zone.split(" ")[0]] + _summer(day)
            shift = f"-{-hours:02d}:00"
        return f"{day}T{hour:02d}:{minute:02d}{shift}" if shift else day

    return span._replace(edtf=stamp(span.edtf), past=stamp(span.past), future=stamp(span.future))


def _summer(day: str) -> int:
    """1 in American daylight time: second Sunday of March to first Sunday of November."""
    value = date.fromisoformat(day)
    march = date(value.year, 3, 8)
    november = date(value.year, 11, 1)
    start = march + timedelta((6 - march.weekday()) % 7)
    end = november + timedelta((6 - november.weekday()) % 7)
    return 1 if start <= value < end else 0
