"""The English date grammar: finds every date in a text and says which days it means.

A core ("14 September 2027", "next spring", "Tuesday") is found first; then the words before and after it ("no earlier
than", "or later", "late") are laid over it. What cannot be settled gives no date.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from tracker.reading import spans
from tracker.reading.clock import Clock
from tracker.reading.en_core import YEAR as _YEAR
from tracker.reading.en_core import core_pattern
from tracker.reading.en_joins import apply, is_number, ranges
from tracker.reading.spans import DateSpan, Site

_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}

_OF_AN_EVENT = re.compile(
    r"'s\b| (?:launch|landing|lift-?off|splashdown|test|flight|attempt|deadline|hearing|release|mission|touchdown|return)\b",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[A-Za-z0-9]+")
_STARTS = (
    "first", "second", "third", "fourth", "final", "last", "latter", "back", "q1", "q2", "q3", "q4", "h1", "h2", "spring",
    "summer", "autumn", "fall", "winter", "the", "end", "close", "beginning", "start", "middle", "turn", "rest", "remainder",
    "year", "month", "mid", "midyear", "later", "earlier", "late", "early", "by", "before", "in", "within", "over", "inside",
    "this", "next", "that", "today", "tonight", "yesterday", "tomorrow", "coming", "past", "just", "about", "some", "roughly",
    "almost", "nearly", "more", "decade", "several", "a", "an", "another",
)  # fmt: skip
"""Words a date's core can begin with, beside numbers and the names of months and weekdays."""


class EnglishDates:
    """The grammar with its words from the pack (`seeds/languages/en.json`, "dates")."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._months: dict[str, int] = dict(words["months"])
        self._weekdays: dict[str, int] = dict(words["weekdays"])
        self._numbers: dict[str, int] = dict(words["numbers"])
        bounds = "|".join(f"(?P<b{i}_{name}>{'|'.join(rows)})" for i, (name, rows) in enumerate(words["before"]))
        self._bounds = re.compile(rf"(?:{bounds})\s*$", re.IGNORECASE)
        self._tails: list[tuple[str, re.Pattern[str]]] = [
            (name, re.compile(rf",?\s*\(?(?:{'|'.join(phrases)})\b", re.IGNORECASE))
            for name, phrases in words["behind"]
        ]
        month = "|".join(sorted((re.escape(m) for m in self._months), key=len, reverse=True))
        weekday = "|".join(sorted(self._weekdays, key=len, reverse=True))
        number = "|".join(sorted(self._numbers, key=len, reverse=True))
        self._core = re.compile(core_pattern(month, weekday, number), re.IGNORECASE)
        self._clock = Clock()
        self._starts = frozenset([*self._months, *self._weekdays, *self._numbers, *_STARTS])

    def find(self, text: str, today: date | None, before: DateSpan | None = None) -> list[DateSpan]:
        """Every date of the text in order, without overlaps.

        `today` is the day relative words count from; `before` the last date of the sentence before, for "that year".
        """
        found: list[DateSpan] = [before._replace(start=-3, end=-2, core=-3)] if before else []
        at = 0
        for token in _TOKEN.finditer(text):
            if token.start() < at or (token[0][0] > "9" and token[0].lower() not in self._starts):
                continue
            match = self._core.match(text, token.start())
            span = self._read(match, text, today, found) if match else None
            if match is None or span is None:
                continue
            span = self._tailed(text, self._bounded(text, span, found))
            if span.edtf and spans.valid(span.edtf):
                found.append(span)
            at = max(match.end(), span.end)
        found = ranges(text, [span for span in found if span.start >= 0])
        return self._clock.attach(text, found, today)

    def _read(self, match: re.Match[str], text: str, today: date | None, found: list[DateSpan]) -> DateSpan | None:
        if is_number(text, match):
            return None
        kind = match.lastgroup or ""
        reader = getattr(self, f"_{kind}", None)
        if reader is None:
            return None
        span: DateSpan | None = reader(Site(match, text, today, found))
        return span._replace(core=match.start()) if span else None

    # --- cores, one method for each named group -----------------------------------------------------------------------

    def _iso(self, at: Site) -> DateSpan | None:
        parts = re.split(r"[-/.]", at.match[0])
        return _day(at.match, int(parts[0]), int(parts[1]), int(parts[2]))

    def _mdy(self, at: Site) -> DateSpan | None:
        bits = re.fullmatch(
            rf"(?:\w+\.?,? )?(?:the )?(?P<m>[A-Za-z]+)\.? (?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?"
            rf"(?: ?(?P<j>-|to|through|until|and|or) ?(?:(?P<m2>[A-Za-z]+)\.? )?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?)?(?:,? (?P<y>{_YEAR}))?",
            at.match[0], re.IGNORECASE,
        )  # fmt: skip
        return self._days(at.match, bits, at.text, at.today) if bits else None

    def _dmy(self, at: Site) -> DateSpan | None:
        bits = re.fullmatch(
            rf"(?:\w+\.?,? )?(?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: ?(?P<j>-|to|through|and|or) ?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?)?"
            rf" (?:of )?(?P<m>[A-Za-z]+)\.?(?P<m2>)(?:,? (?P<y>{_YEAR}))?",
            at.match[0], re.IGNORECASE,
        )  # fmt: skip
        return self._days(at.match, bits, at.text, at.today) if bits else None

    def _days(self, match: re.Match[str], bits: re.Match[str], text: str, today: date | None) -> DateSpan | None:
        month = self._months.get(bits["m"].lower())
        if month is None or not bits["m"][0].isupper() or text[: match.start()].endswith("Long "):
            return None
        day, year = int(bits["d"]), bits["y"]
        month2 = self._months.get((bits["m2"] or "").lower(), month)
        day2 = int(bits["d2"]) if bits["d2"] else None

        def window(in_year: int) -> str:
            start = f"{in_year:04d}-{month:02d}-{day:02d}"
            if day2 is None:
                return start
            return f"{start}/{in_year:04d}-{month2:02d}-{day2:02d}"

        return _with_year(match, window, int(year) if year else None, (month, day), today, "day")

    def _my(self, at: Site) -> DateSpan | None:
        bits = re.fullmatch(
            rf"(?P<m>[A-Za-z]+)\.?(?:(?:,| of| in|) ?(?:(?P<y1>{_YEAR}) )?(?P<j>-|/|to|through|or|and) ?(?P<m2>[A-Za-z]+)\.?)?(?:,| of| in|) ?(?P<y>{_YEAR}|this year|next year|last year|the following year|the next year)",
            at.match[0], re.IGNORECASE,
        )  # fmt: skip
        if bits is None:
            return None
        month = self._months.get(bits["m"].lower())
        month2 = self._months.get((bits["m2"] or "").lower()) if bits["m2"] else None
        if month is None or (bits["m2"] and month2 is None):
            return None
        year = self._year_of(bits["y"], at.today, at.found)
        if year is None:
            return None
        year1 = int(bits["y1"]) if bits["y1"] else (year - 1 if month2 is not None and month2 < month else year)
        text_edtf = (
            spans.of_month(year, month)
            if month2 is None
            else f"{spans.of_month(year1, month)}/{spans.of_month(year, month2)}"
        )
        return DateSpan(at.match.start(), at.match.end(), text_edtf, "month")

    def _m(self, at: Site) -> DateSpan | None:
        bits = re.fullmatch(
            r"(?P<rel>this|next|last|this past|this coming|coming|past)? ?(?P<m>[A-Za-z]+)\.?(?:(?: ?(?:-|/) ?| (?:or|to|and|through) )(?P<m2>[A-Za-z]+)\.?)?",
            at.match[0],
            re.IGNORECASE,
        )
        if bits is None or at.today is None:
            return None
        month = self._months.get(bits["m"].lower())
        month2 = self._months.get((bits["m2"] or "").lower()) if bits["m2"] else None
        if (
            month is None
            or (bits["m2"] and month2 is None)
            or not self._month_alone(at.text, at.match, bits["m"], bits["rel"])
        ):
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
            return DateSpan(
                at.match.start(), at.match.end(), window(at.today.year - (month >= at.today.month)), "month"
            )
        if rel == "this":
            return DateSpan(at.match.start(), at.match.end(), window(at.today.year), "month")
        named = _year_named(at.text, at.match)
        return _with_year(at.match, window, named, (month, 15), at.today, "month")

    def _month_alone(self, text: str, match: re.Match[str], name: str, rel: str | None) -> bool:
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

    def _quarter(self, at: Site) -> DateSpan | None:
        words = at.match[0].lower()
        bits = re.search(r"q([1-4])|(\d)q|(first|second|third|fourth|final|last|1st|2nd|3rd|4th) quarter", words)
        if bits is None:
            return None
        number = int(bits[1] or bits[2] or 0) or _ORDINALS.get(bits[3], 4)
        year = self._year_of(words, at.today, at.found)
        return None if year is None else DateSpan(at.match.start(), at.match.end(), f"{year}-{32 + number}", "quarter")

    def _half(self, at: Site) -> DateSpan | None:
        words = at.match[0].lower()
        bits = re.search(r"h([12])|([12])h|(first|second|latter|back|1st|2nd|last) half", words)
        if bits is None:
            return None
        number = int(bits[1] or bits[2] or 0) or (1 if bits[3] in ("first", "1st") else 2)
        month = re.search(rf"of ({'|'.join(self._months)})\.?(?: (\d{{4}}))?$", words)
        if month:
            year = int(month[2]) if month[2] else (at.today.year if at.today else None)
            return (
                None
                if year is None
                else DateSpan(
                    at.match.start(),
                    at.match.end(),
                    spans.halved(spans.of_month(year, self._months[month[1]]), number),
                    "half",
                )
            )
        year = self._year_of(words, at.today, at.found)
        return (
            None
            if year is None
            else DateSpan(at.match.start(), at.match.end(), spans.halved(f"{year:04d}", number), "half")
        )

    def _season(self, at: Site) -> DateSpan | None:
        words = at.match[0].lower()
        season = next(s for s in _SEASONS if s in words)
        year = self._year_of(words, at.today, at.found, season=_SEASONS[season])
        return (
            None if year is None else DateSpan(at.match.start(), at.match.end(), f"{year}-{_SEASONS[season]}", "season")
        )

    def _part(self, at: Site) -> DateSpan | None:
        """Year's end, the end of the month, later this year, in the coming weeks."""
        if at.today is None:
            return None
        words = at.match[0].lower()
        month = re.search(r"(this|next|last) month", words)
        if "month" in words:
            year, number = spans.add_months(at.today, {"next": 1, "last": -1}.get(month[1] if month else "", 0))
            core = spans.of_month(year, number)
        else:
            core = f"{at.today.year + (1 if 'next' in words else -1 if 'last year' in words else 0):04d}"
        if "later" in words or "earlier" in words or "rest of" in words or "remainder" in words:
            part = core
        elif re.search(r"end|close|clos|\blate\b", words):
            part = spans.part_of(core, "late")
        elif re.search(r"begin|start|early|turn", words):
            part = spans.part_of(core, "early")
        elif re.search(r"mid", words):
            part = spans.part_of(core, "mid")
        else:
            part = core
        return DateSpan(at.match.start(), at.match.end(), part, "deictic")

    def _thisdecade(self, at: Site) -> DateSpan | None:
        if at.today is None:
            return None
        end = at.today.year // 10 * 10 + (5 if "mid" in at.match[0] else 9)
        return DateSpan(at.match.start(), at.match.end(), f"../{end}", "decade-end", "by")

    def _decade(self, at: Site) -> DateSpan | None:
        return DateSpan(at.match.start(), at.match.end(), at.match[0][-5:-2] + "X", "decade")

    def _rel(self, at: Site) -> DateSpan | None:
        if at.today is None:
            return None
        words = re.sub(r"\s+", " ", at.match[0].lower())
        simple = {"today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "earlier today": 0,
                  "later today": 0, "yesterday": -1, "last night": -1, "tomorrow": 1, "the day before yesterday": -2,
                  "the day after tomorrow": 2}  # fmt: skip
        if words in simple:
            return DateSpan(at.match.start(), at.match.end(), _iso(at.today + timedelta(simple[words])), "today")
        which, unit = words.split(" ")[-2:]
        step = {"next": 1, "coming": 1, "last": -1, "past": -1}.get(which, 0)
        if unit == "year":
            return DateSpan(at.match.start(), at.match.end(), f"{at.today.year + step:04d}", "deictic")
        if unit == "month":
            return DateSpan(
                at.match.start(), at.match.end(), spans.of_month(*spans.add_months(at.today, step)), "deictic"
            )
        if unit == "quarter":
            index = at.today.year * 4 + (at.today.month - 1) // 3 + step
            return DateSpan(at.match.start(), at.match.end(), f"{index // 4}-{33 + index % 4}", "deictic")
        monday = at.today - timedelta(at.today.weekday()) + timedelta(7 * step)
        if unit == "weekend":
            return DateSpan(
                at.match.start(),
                at.match.end(),
                f"{_iso(monday + timedelta(5))}/{_iso(monday + timedelta(6))}",
                "deictic",
            )
        return DateSpan(at.match.start(), at.match.end(), f"{_iso(monday)}/{_iso(monday + timedelta(6))}", "week")

    def _dow(self, at: Site) -> DateSpan | None:
        if at.today is None:
            return None
        words = at.match[0].lower()
        name = re.sub(r"[^a-z]", "", words.split(" ")[-1])
        if name not in self._weekdays or not at.match[0].split(" ")[-1][0].isupper():
            return None
        if len(name) < 6 and not re.match(r"[.,)]|$", at.text[at.match.end() :]) and at.match[0][-1] != ".":
            return None  # "Mon ami", "Sat in the chair"
        gap = (self._weekdays[name] - at.today.weekday()) % 7
        future = at.today + timedelta(gap or 7 if words.startswith("next") else gap)
        past = at.today - timedelta((-gap) % 7 or (7 if words.startswith("last") else 0))
        if words.startswith(("next", "this coming", "coming")):
            return DateSpan(
                at.match.start(),
                at.match.end(),
                _iso(future),
                "weekday-next" if words.startswith("next") else "weekday",
            )
        if words.startswith(("last", "this past", "past")):
            return DateSpan(at.match.start(), at.match.end(), _iso(past), "weekday")
        nearest = past if (at.today - past) <= (future - at.today) else future
        return DateSpan(
            at.match.start(), at.match.end(), _iso(nearest), "weekday", past=_iso(past), future=_iso(future)
        )

    def _ago(self, at: Site) -> DateSpan | None:
        """N days/weeks/months/years ago, in N ..., within N ..., N ... later (from the date before it)."""
        bits = re.search(
            r"(?P<n>\d+|[a-z]+(?:[ -](?:of|dozen))?) (?:more )?(?P<u>day|week|month|year)s?", at.match[0].lower()
        )
        if bits is None:
            return None
        count = (
            int(bits["n"]) if bits["n"].isdigit() and len(bits["n"]) < 4 else self._numbers.get(bits["n"].split(" ")[0])
        )
        if count is None:
            return None
        words, unit = at.match[0].lower(), bits["u"]
        anchor = at.today
        if re.search(r"(?:later|earlier|after that|afterwards|thereafter|after|on)$", words):
            count = -count if words.endswith("earlier") else count
            base = next((s for s in reversed(at.found) if at.match.start() - s.end < 160), None)
            if base is None:
                return None
            moved = spans.shifted(base.edtf, years=count if unit == "year" else 0, months=count if unit == "month" else 0,
                                  days=count * {"day": 1, "week": 7}.get(unit, 0))  # fmt: skip
            return DateSpan(at.match.start(), at.match.end(), moved, "later") if moved else None
        if anchor is None or (
            words.startswith("in ")
            and re.search(
                r"\b(?:first|second|only|time|record|best|most|largest|biggest)\b[^.;]{0,50}$",
                at.text[max(0, at.match.start() - 60) : at.match.start()],
                re.IGNORECASE,
            )
        ):
            return None
        if words.startswith(("within", "in the next", "over the next", "in less than", "inside")):
            end = _moved(anchor, count, unit)
            return DateSpan(at.match.start(), at.match.end(), f"../{end}", "within", "by") if end else None
        sign = -1 if words.endswith(("ago", "earlier", "before")) else 1
        end = _moved(anchor, sign * count, unit)
        return DateSpan(at.match.start(), at.match.end(), end, "ago" if sign < 0 else "in") if end else None

    def _soon(self, at: Site) -> DateSpan | None:
        if at.today is None:
            return None
        days = 7 if "day" in at.match[0] else 35 if "week" in at.match[0] else 180
        return DateSpan(
            at.match.start(),
            at.match.end(),
            f"{_iso(at.today + timedelta(1))}/{_iso(at.today + timedelta(days))}",
            "soon",
        )

    def _when(self, at: Site) -> DateSpan | None:
        """ "until 2030, by when China ...": no later than the date just named."""
        if not at.found or at.match.start() - at.found[-1].end > 40:
            return None
        year = re.search(_YEAR, at.text[at.found[-1].core : at.found[-1].end])
        return DateSpan(at.match.start(), at.match.end(), f"../{year[0]}", "that", "by") if year else None

    def _that(self, at: Site) -> DateSpan | None:
        """That year, the same month, the following year, a year later: from the date before it."""
        base = at.found[-1].edtf if at.found and at.match.start() - at.found[-1].end < 200 else ""
        if not base or ".." in base:
            return None
        words = at.match[0].lower()
        if words.endswith("in the year"):
            return DateSpan(at.match.start(), at.match.end(), spans.part_of(base[:4], words.split(" ")[0]), "that")
        step = 1 if re.search(r"following|next|after", words) else -1 if re.search(r"previous|before", words) else 0
        unit = words.rsplit(" ", 1)[-1]
        core = spans.first(base).rstrip("~")
        if unit == "year" or "year" in words:
            text_edtf = spans.shifted(core[:4], years=step)
        elif unit == "month" and len(core) >= 7 and int(core[5:7]) <= 12:
            text_edtf = spans.shifted(core[:7], months=step)
        elif unit == "day" and len(core) >= 10:
            text_edtf = spans.shifted(core[:10], days=step)
        else:
            return None
        return DateSpan(at.match.start(), at.match.end(), text_edtf, "that") if text_edtf else None

    def _y(self, at: Site) -> DateSpan | None:
        before, behind = (
            at.text[max(0, at.match.start() - 12) : at.match.start()],
            at.text[at.match.end() : at.match.end() + 14],
        )
        if re.search(
            rf"[$€£¥]\s*$|(?<!{_YEAR})(?<=[\w])[-.]$|\d[,.]\s?$|[#/]$|\bNo\. ?$|\bversion $", before
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

    # --- what stands around a core ----------------------------------------------------------------------------------

    def _bounded(self, text: str, span: DateSpan, found: list[DateSpan]) -> DateSpan:
        """Lay the words before the date over it, nearest first: "no earlier than" + "late" + "2027"."""
        floor = max(0, found[-1].end) if found else 0
        for _ in range(4):
            lead = text[max(floor, span.start - 60) : span.start]
            match = self._bounds.search(lead)  # leftmost: the longest phrase that ends at the date
            name = (match.lastgroup or "").split("_")[1] if match and match[0].strip() else ""
            if name in ("before", "after", "by") and _OF_AN_EVENT.match(text, span.end):
                return span  # "after Friday's splashdown": before or after the event, not the day
            changed = apply(name, span) if name else None
            if match is None or changed is None:
                return span
            span = changed._replace(start=span.start - (len(lead) - match.start()))
        return span

    def _tailed(self, text: str, span: DateSpan) -> DateSpan:
        for name, pattern in self._tails:
            match = pattern.match(text, span.end)
            if match:
                changed = apply(name, span)
                if changed is not None:
                    return changed._replace(end=match.end())
        return span

    def _year_of(self, words: str, today: date | None, found: list[DateSpan], season: int = 0) -> int | None:
        named = re.search(rf"\b({_YEAR})\b|'(\d\d)\b", words)
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
                begun = today.month >= spans_start(season)
                return today.year + (1 if begun else 0)
            return today.year + 1
        if "last" in words and "last quarter" not in words and "last half" not in words:
            if season and "year" not in words:
                return today.year - (0 if today.month > spans_start(season) + 2 else 1)
            return today.year - 1
        return today.year


def spans_start(season: int) -> int:
    return {21: 3, 22: 6, 23: 9, 24: 12}[season]


def _iso(value: date) -> str:
    return value.isoformat()


def _day(match: re.Match[str], year: int, month: int, day: int) -> DateSpan | None:
    text = f"{year:04d}-{month:02d}-{day:02d}"
    return DateSpan(match.start(), match.end(), text, "day") if spans.valid(text) else None


def _with_year(
    match: re.Match[str], window: Any, year: int | None, month_day: tuple[int, int], today: date | None, kind: str
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


def _year_named(text: str, match: re.Match[str]) -> int | None:
    """ "between August and October 2026": the year of the month right behind."""
    behind = re.match(
        rf" (?:and|to|or|through) (?:\w+ )?[A-Z][a-z]+\.?,? ({_YEAR})\b", text[match.end() : match.end() + 30]
    )
    return int(behind[1]) if behind else None


def _moved(anchor: date, count: int, unit: str) -> str:
    try:
        if unit == "day":
            return _iso(anchor + timedelta(count))
        if unit == "week":
            day = anchor + timedelta(7 * count)
            return (
                f"{_iso(day - timedelta(3))}/{_iso(day + timedelta(3))}"
                if abs(count) <= 8
                else spans.of_month(day.year, day.month)
            )
        if unit == "month":
            return spans.of_month(*spans.add_months(anchor, count))
        return f"{anchor.year + count:04d}"
    except (OverflowError, ValueError):
        return ""
