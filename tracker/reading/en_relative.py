"""English dates that count from the item's own day or from the date before."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

from tracker.reading import spans
from tracker.reading.en_core import YEAR
from tracker.reading.en_years import moved
from tracker.reading.spans import DateSpan, Site


def _part(at: Site) -> DateSpan | None:
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


def _rel(at: Site) -> DateSpan | None:
    if at.today is None:
        return None
    words = re.sub(r"\s+", " ", at.match[0].lower())
    simple = {"today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "earlier today": 0,
              "later today": 0, "yesterday": -1, "last night": -1, "tomorrow": 1, "the day before yesterday": -2,
              "the day after tomorrow": 2}  # fmt: skip
    if words in simple:
        return DateSpan(at.match.start(), at.match.end(), spans.of_day(at.today + timedelta(simple[words])), "today")
    if words == "this year" and re.search(
        r"\d(?:st|nd|rd|th)? of $", at.text[max(0, at.match.start() - 8) : at.match.start()]
    ):
        return None  # "February 27 of this year" is said by the day
    which, unit = words.split(" ")[-2:]
    step = {"next": 1, "coming": 1, "last": -1, "past": -1}.get(which, 0)
    if unit == "year":
        return DateSpan(at.match.start(), at.match.end(), f"{at.today.year + step:04d}", "deictic")
    if unit == "month":
        return DateSpan(at.match.start(), at.match.end(), spans.of_month(*spans.add_months(at.today, step)), "deictic")
    if unit == "quarter":
        index = at.today.year * 4 + (at.today.month - 1) // 3 + step
        return DateSpan(at.match.start(), at.match.end(), f"{index // 4}-{33 + index % 4}", "deictic")
    monday = at.today - timedelta(at.today.weekday()) + timedelta(7 * step)
    if unit == "weekend":
        return DateSpan(
            at.match.start(),
            at.match.end(),
            f"{spans.of_day(monday + timedelta(5))}/{spans.of_day(monday + timedelta(6))}",
            "deictic",
        )
    return DateSpan(
        at.match.start(), at.match.end(), f"{spans.of_day(monday)}/{spans.of_day(monday + timedelta(6))}", "week"
    )


def _dow(at: Site) -> DateSpan | None:
    if at.today is None:
        return None
    words = at.match[0].lower()
    name = re.sub(r"[^a-z]", "", words.split(" ")[-1])
    if name not in at.words.weekdays or not at.match[0].split(" ")[-1][0].isupper():
        return None
    if len(name) < 6 and not re.match(r"[.,)]|$", at.text[at.match.end() :]) and at.match[0][-1] != ".":
        return None  # "Mon ami", "Sat in the chair"
    gap = (at.words.weekdays[name] - at.today.weekday()) % 7
    future = at.today + timedelta(gap or 7 if words.startswith("next") else gap)
    past = at.today - timedelta((-gap) % 7 or (7 if words.startswith("last") else 0))
    if words.startswith(("next", "this coming", "coming")):
        return DateSpan(
            at.match.start(),
            at.match.end(),
            spans.of_day(future),
            "weekday-next" if words.startswith("next") else "weekday",
        )
    if words.startswith(("last", "this past", "past")):
        return DateSpan(at.match.start(), at.match.end(), spans.of_day(past), "weekday")
    nearest = past if (at.today - past) <= (future - at.today) else future
    return DateSpan(
        at.match.start(),
        at.match.end(),
        spans.of_day(nearest),
        "weekday",
        past=spans.of_day(past),
        future=spans.of_day(future),
    )


def _ago(at: Site) -> DateSpan | None:
    """N days/weeks/months/years ago, in N ..., within N ..., N ... later (from the date before it)."""
    bits = re.search(
        r"(?P<n>\d+|[a-z]+(?:-[a-z]+| (?:of|dozen))?) (?:more )?(?P<u>day|week|month|year)s?", at.match[0].lower()
    )
    if bits is None or at.text[at.match.start() - 1 : at.match.start()] == "-":
        return None  # "a hundred-and-three days later"
    count = (
        int(bits["n"]) if bits["n"].isdigit() and len(bits["n"]) < 4 else at.words.numbers.get(bits["n"].split(" ")[0])
    )
    if count is None:
        return None
    words, unit = at.match[0].lower(), bits["u"]
    anchor = at.today
    if words.endswith(("later", "earlier")) and at.text.startswith(" than ", at.match.end()):
        return None  # "two months earlier than before" measures a move, it names no day
    if re.search(r"(?:later|earlier|after that|afterwards|thereafter|after|on)$", words):
        count = -count if words.endswith("earlier") else count
        base = next((s for s in reversed(at.found) if at.match.start() - s.end < 160), None)
        if base is None:
            return None
        later = spans.shifted(base.edtf, years=count if unit == "year" else 0, months=count if unit == "month" else 0,
                              days=count * {"day": 1, "week": 7}.get(unit, 0))  # fmt: skip
        return DateSpan(at.match.start(), at.match.end(), later, "later") if later else None
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
        end = moved(anchor, count, unit)
        return DateSpan(at.match.start(), at.match.end(), f"../{end}", "within", "by") if end else None
    sign = -1 if words.endswith(("ago", "earlier", "before")) else 1
    end = moved(anchor, sign * count, unit)
    return DateSpan(at.match.start(), at.match.end(), end, "ago" if sign < 0 else "in") if end else None


def _soon(at: Site) -> DateSpan | None:
    if at.today is None:
        return None
    days = 7 if "day" in at.match[0] else 35 if "week" in at.match[0] else 180
    return DateSpan(
        at.match.start(),
        at.match.end(),
        f"{spans.of_day(at.today + timedelta(1))}/{spans.of_day(at.today + timedelta(days))}",
        "soon",
    )


def _when(at: Site) -> DateSpan | None:
    """ "until 2030, by when China ...": no later than the date just named."""
    if not at.found or at.match.start() - at.found[-1].end > 40:
        return None
    year = re.search(YEAR, at.text[at.found[-1].core : at.found[-1].end])
    return DateSpan(at.match.start(), at.match.end(), f"../{year[0]}", "that", "by") if year else None


def _that(at: Site) -> DateSpan | None:
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


RELATIVE: dict[str, Callable[[Site], DateSpan | None]] = {
    "part": _part, "rel": _rel, "dow": _dow, "ago": _ago, "soon": _soon, "when": _when, "that": _that,
}  # fmt: skip
"""The readers of this file by the name of their group in the core pattern."""
