"""English dates that name their month, quarter, season or year."""

from __future__ import annotations

import re
from collections.abc import Callable

from tracker.reading import spans
from tracker.reading.en_core import YEAR
from tracker.reading.en_years import with_year, year_named, year_of, year_of_story
from tracker.reading.spans import DateSpan, Site

_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


def _iso_day(at: Site) -> DateSpan | None:
    parts = re.split(r"[-/.]", at.match[0])
    return _day(at.match, int(parts[0]), int(parts[1]), int(parts[2]))


def _mdy(at: Site) -> DateSpan | None:
    bits = re.fullmatch(
        rf"(?:\w+\.?,? )?(?:the )?(?P<m>[A-Za-z]+)\.? (?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?"
        rf"(?: ?(?P<j>-|to|through|until|and|or) ?(?:(?P<m2>[A-Za-z]+)\.? )?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?)?(?:,? (?P<y>{YEAR}))?",
        at.match[0], re.IGNORECASE,
    )  # fmt: skip
    return _days(at, bits) if bits else None


def _dmy(at: Site) -> DateSpan | None:
    bits = re.fullmatch(
        rf"(?:\w+\.?,? )?(?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: ?(?P<j>-|to|through|and|or) ?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?)?"
        rf" (?:of )?(?P<m>[A-Za-z]+)\.?(?P<m2>)(?:,? (?P<y>{YEAR}))?",
        at.match[0], re.IGNORECASE,
    )  # fmt: skip
    return _days(at, bits) if bits else None


def _days(at: Site, bits: re.Match[str]) -> DateSpan | None:
    month = at.words.months.get(bits["m"].lower())
    if month is None or not bits["m"][0].isupper() or at.text[: at.match.start()].endswith("Long "):
        return None
    day, year = int(bits["d"]), bits["y"]
    month2 = at.words.months.get((bits["m2"] or "").lower(), month)
    day2 = int(bits["d2"]) if bits["d2"] else None

    def window(in_year: int) -> str:
        start = f"{in_year:04d}-{month:02d}-{day:02d}"
        if day2 is None:
            return start
        return f"{start}/{in_year:04d}-{month2:02d}-{day2:02d}"

    known = int(year) if year else year_of_story(at, month, day)
    return with_year(at.match, window, known, (month, day), at.today, "day")


def _my(at: Site) -> DateSpan | None:
    bits = re.fullmatch(
        rf"(?P<m>[A-Za-z]+)\.?(?:(?:,| of| in|) ?(?:(?P<y1>{YEAR}) )?(?P<j>-|/|to|through|or|and) ?(?P<m2>[A-Za-z]+)\.?)?(?:,| of| in|) ?(?P<y>{YEAR}|this year|next year|last year|the following year|the next year)",
        at.match[0], re.IGNORECASE,
    )  # fmt: skip
    if bits is None:
        return None
    month = at.words.months.get(bits["m"].lower())
    month2 = at.words.months.get((bits["m2"] or "").lower()) if bits["m2"] else None
    if month is None or (bits["m2"] and month2 is None):
        return None
    year = year_of(bits["y"], at.today, at.found)
    if year is None:
        return None
    year1 = int(bits["y1"]) if bits["y1"] else (year - 1 if month2 is not None and month2 < month else year)
    text_edtf = (
        spans.of_month(year, month)
        if month2 is None
        else f"{spans.of_month(year1, month)}/{spans.of_month(year, month2)}"
    )
    return DateSpan(at.match.start(), at.match.end(), text_edtf, "month")


def _m(at: Site) -> DateSpan | None:
    bits = re.fullmatch(
        r"(?P<rel>this|next|last|this past|this coming|coming|past)? ?(?P<m>[A-Za-z]+)\.?(?:(?: ?(?:-|/) ?| (?:or|to|and|through) )(?P<m2>[A-Za-z]+)\.?)?",
        at.match[0],
        re.IGNORECASE,
    )
    if bits is None or at.today is None:
        return None
    month = at.words.months.get(bits["m"].lower())
    month2 = at.words.months.get((bits["m2"] or "").lower()) if bits["m2"] else None
    if month is None or (bits["m2"] and month2 is None) or not _month_alone(at.text, at.match, bits["m"], bits["rel"]):
        return None
    rel = (bits["rel"] or "").lower()

    def window(in_year: int) -> str:
        start = spans.of_month(in_year, month)
        if month2 is None:
            return start
        return f"{start}/{spans.of_month(in_year + (month2 < month), month2)}"

    if rel in ("next", "coming", "this coming"):
        year = at.today.year + (month <= at.today.month)
        ambiguous = rel == "next" and month > at.today.month
        return DateSpan(at.match.start(), at.match.end(), window(year), "month-next" if ambiguous else "month")
    if rel in ("last", "past", "this past"):
        return DateSpan(at.match.start(), at.match.end(), window(at.today.year - (month >= at.today.month)), "month")
    if rel == "this":
        return DateSpan(at.match.start(), at.match.end(), window(at.today.year), "month")
    named = year_named(at.text, at.match)
    return with_year(at.match, window, named, (month, 15), at.today, "month")


def _month_alone(text: str, match: re.Match[str], name: str, rel: str | None) -> bool:
    if not name[0].isupper():
        return False
    lead = text[max(0, match.start() - 24) : match.start()].lower()
    if rel:
        return True
    if lead.rstrip().endswith("long"):
        return False
    if name.lower() in ("may", "march", "mar", "jan", "april", "june", "august"):
        return bool(
            re.search(
                r"\b(?:in|by|until|till|since|before|after|of|for|to|from|early|late|mid|mid-|from|end of|last|next|this|than|toward|towards|around|about|around|between|or|and|through|during|late-|early-|target|targets|targeting|a|an|the|possibly|perhaps|likely|maybe|not|into|now|-)[ -]?$",
                lead,
            )
        ) or bool(
            name.lower() not in ("may", "march", "mar", "jan")
            and re.match(r"[\s,.;:)-]|$", text[match.end() :])
            and not re.match(r" [A-Z]", text[match.end() :])
        )
    return True


def _quarter(at: Site) -> DateSpan | None:
    words = at.match[0].lower()
    bits = re.search(r"q([1-4])|(\d)q|(first|second|third|fourth|final|last|1st|2nd|3rd|4th) quarter", words)
    if bits is None:
        return None
    number = int(bits[1] or bits[2] or 0) or _ORDINALS.get(bits[3], 4)
    year = year_of(words, at.today, at.found)
    return None if year is None else DateSpan(at.match.start(), at.match.end(), f"{year}-{32 + number}", "quarter")


def _half(at: Site) -> DateSpan | None:
    words = at.match[0].lower()
    bits = re.search(r"h([12])|([12])h|(first|second|latter|back|1st|2nd|last) half", words)
    if bits is None:
        return None
    number = int(bits[1] or bits[2] or 0) or (1 if bits[3] in ("first", "1st") else 2)
    month = re.search(rf"of ({'|'.join(at.words.months)})\.?(?: (\d{{4}}))?$", words)
    if month:
        year = int(month[2]) if month[2] else (at.today.year if at.today else None)
        return (
            None
            if year is None
            else DateSpan(
                at.match.start(),
                at.match.end(),
                spans.halved(spans.of_month(year, at.words.months[month[1]]), number),
                "half",
            )
        )
    year = year_of(words, at.today, at.found)
    return (
        None
        if year is None
        else DateSpan(at.match.start(), at.match.end(), spans.halved(f"{year:04d}", number), "half")
    )


def _season(at: Site) -> DateSpan | None:
    words = at.match[0].lower()
    season = next(s for s in _SEASONS if s in words)
    year = year_of(words, at.today, at.found, season=_SEASONS[season])
    return None if year is None else DateSpan(at.match.start(), at.match.end(), f"{year}-{_SEASONS[season]}", "season")


def _thisdecade(at: Site) -> DateSpan | None:
    if at.today is None:
        return None
    end = at.today.year // 10 * 10 + (5 if "mid" in at.match[0] else 9)
    return DateSpan(at.match.start(), at.match.end(), f"../{end}", "decade-end", "by")


def _decade(at: Site) -> DateSpan | None:
    return DateSpan(at.match.start(), at.match.end(), at.match[0][-5:-2] + "X", "decade")


def _y(at: Site) -> DateSpan | None:
    before, behind = (
        at.text[max(0, at.match.start() - 12) : at.match.start()],
        at.text[at.match.end() : at.match.end() + 14],
    )
    if re.search(
        rf"[$€£¥]\s*$|(?<!{YEAR})(?<=[\w])[-.]$|\d[,.]\s?$|[#/]$|\bNo\. ?$|\bversion $", before
    ) and not re.search(r"\b(?:mid|early|late|post|pre)-$", before, re.IGNORECASE):
        return None
    if re.match(
        r"[,.]\d|\d|%| ?(?:kg|km|kilo|kilomet|kilogram|tons?\b|tonnes?\b|pounds?\b|lbs?\b|feet\b|miles?\b|met|people\b|employees\b|million\b|billion\b|degrees?\b|days?\b|hours?\b|UTC|GMT|Z\b|EDT|EST|PA\d|X[A-Z]\d)",
        behind,
        re.IGNORECASE,
    ):
        return None
    if re.match(r"[A-Za-z]", behind) and not behind.startswith("s "):
        return None
    return DateSpan(at.match.start(), at.match.end(), at.match[0], "year")


def _day(match: re.Match[str], year: int, month: int, day: int) -> DateSpan | None:
    text = f"{year:04d}-{month:02d}-{day:02d}"
    return DateSpan(match.start(), match.end(), text, "day") if spans.valid(text) else None


ABSOLUTE: dict[str, Callable[[Site], DateSpan | None]] = {
    "iso": _iso_day, "mdy": _mdy, "dmy": _dmy, "my": _my, "m": _m, "quarter": _quarter, "half": _half, "season": _season,
    "thisdecade": _thisdecade, "decade": _decade, "y": _y,
}  # fmt: skip
"""The readers of this file by the name of their group in the core pattern."""
