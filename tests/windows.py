"""Hypothesis strategies for windows, shared by the tests of several rooms."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from tracker.edtf import parse

YEARS = st.integers(1900, 2200)
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
PARTS = [21, 22, 23, 24, 33, 34, 35, 36, 40, 41]


@st.composite
def coarse(draw: st.DrawFn) -> str:
    """EDTF text of one date that names no day."""
    year = draw(YEARS)
    form = draw(st.sampled_from(["year", "month", "part", "decade"]))
    match form:
        case "year":
            text = f"{year}"
        case "month":
            text = f"{year}-{draw(st.integers(1, 12)):02d}"
        case "part":
            text = f"{year}-{draw(st.sampled_from(PARTS))}"
        case _:
            text = f"{year // 10}X"
    return text + draw(st.sampled_from(["", "", "", "~", "?", "%"]))


@st.composite
def exact(draw: st.DrawFn) -> str:
    """EDTF text of one day or clock time."""
    text = draw(DAYS).isoformat()
    if draw(st.booleans()):
        zone = draw(st.sampled_from(["Z", "+00:00", "+08:00", "-05:00", "+05:30"]))
        text += f"T{draw(st.times()).strftime('%H:%M')}{zone}"
    return text + draw(st.sampled_from(["", "", "", "~", "?", "%"]))


@st.composite
def spread(draw: st.DrawFn, single: st.SearchStrategy[str]) -> str:
    """One date, or an interval of such dates with either end open."""
    first = draw(single)
    form = draw(st.sampled_from(["single", "single", "from", "to", "between"]))
    match form:
        case "single":
            return first
        case "from":
            return f"{first}/.."
        case "to":
            return f"../{first}"
    second = draw(single)
    low, high = sorted((first, second), key=lambda text: parse(text).earliest or date.min)
    return f"{low}/{high}" if (parse(low).earliest or date.min) <= (parse(high).latest or date.max) else low


COARSE_TEXTS = spread(coarse())
TEXTS = spread(coarse() | exact())
WINDOWS = TEXTS.map(parse)
