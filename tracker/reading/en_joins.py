"""What is laid over English dates: words of bound and part, ranges; and what looks like a date and is none."""

from __future__ import annotations

import re
from collections.abc import Callable

from tracker.reading import spans
from tracker.reading.spans import DateSpan

_OVER: dict[str, Callable[[str], str]] = {
    "net": spans.not_before,
    "by": spans.not_after,
    "before": spans.before,
    "after": spans.after,
    "about": spans.about,
    "early": lambda text: spans.part_of(text, "early"),
    "mid": lambda text: spans.part_of(text, "mid"),
    "late": lambda text: spans.part_of(text, "late"),
    "none": str,
}
_BOUND = {"net": "net", "after": "net", "by": "by", "before": "by"}


def apply(name: str, span: DateSpan) -> DateSpan | None:
    """A word beside a date laid over it. None: the word does not go with this date."""
    text = span.edtf
    whole = name == "by" or (name == "before" and span.kind == "deictic")
    if whole and text[4:] == f"-09/{text[:4]}-12":  # "by late 2027", "before the end of this year": the year's end
        name = "by"
        text = text[:4]
        span = span._replace(edtf=text)
    over = _OVER[name]
    if name in ("early", "mid", "late") and (".." in text or "/" in text or text.endswith("~")):
        return None
    if name == "net" and span.bound == "by" and text.startswith("../") and span.kind != "within":
        text = text[3:]
        span = span._replace(past=span.past.removeprefix("../"), future=span.future.removeprefix("../"))
    if name in _BOUND and ".." in text:
        return None if span.kind == "within" else span
    past = over(span.past) if span.past else ""
    future = over(span.future) if span.future else ""
    return span._replace(edtf=over(text), past=past, future=future, bound=_BOUND.get(name, span.bound))


def is_number(text: str, match: re.Match[str]) -> bool:
    """A year of money, of a model, of a fiscal plan is no date."""
    lead = text[max(0, match.start() - 16) : match.start()].lower()
    return bool(re.search(r"(?:fiscal(?: year)?|\bfy|fiscal-year)[ -]?$", lead)) or bool(
        re.match(
            r"\s(?:fiscal|budget\b|census|olympics|world cup|elections?\b|annual report)",
            text[match.end() : match.end() + 16],
            re.IGNORECASE,
        )
    )


_TOWARDS = re.compile(
    r"(?P<far>[^.;]{0,60}\b)??\s*(?:to|until|till|into|through)(?: (?:no earlier than|as late as|at least|early|late|mid|around))*[ -]*",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\d{4}(?=-)")


def moved_on(text: str, found: list[DateSpan]) -> list[DateSpan]:
    """ "from June 2027 to September", "the June 2027 launch slips to September": the first September after that June."""
    result: list[DateSpan] = []
    for span in found:
        before = result[-1] if result else None
        if before is not None and span.past and span.kind in ("month", "day") and not before.past:
            gap = text[before.end : span.core]
            link = _TOWARDS.fullmatch(gap)
            if link and (not link["far"] or _moves(text, before._replace(start=span.core))):
                result.append(_after(span, before))
                continue
        result.append(span)
    return result


def _after(span: DateSpan, before: DateSpan) -> DateSpan:
    """A date without its year laid behind one that has its own."""
    base = spans.first(before.edtf).rstrip("~")
    years = set(_YEARS.findall(span.edtf))
    if len(base) < 7 or not base[:4].isdigit() or len(years) != 1:
        return span
    old = years.pop()
    start = spans.first(span.edtf).rstrip("~")
    year = int(base[:4]) + (start[4:7] < base[4:7])
    moved = span.edtf.replace(f"{old}-", f"{year:04d}-")
    return span._replace(edtf=moved, past="", future="") if spans.valid(moved) else span


_JOIN_RANGE = re.compile(
    r"\s*(?:-|to|through|until|till|and|or)\s*(?:the |in |in the )?(?:(?:early|late|mid)[- ]?)?", re.IGNORECASE
)


def ranges(text: str, found: list[DateSpan]) -> list[DateSpan]:
    """Join "between A and B", "2027 or 2028", "2027-2028", "late 2027 to early 2028" into one window."""
    joined: list[DateSpan] = []
    for span in found:
        window = _joint(text, joined[-1], span) if joined else ""
        if window:
            left = joined[-1]
            before = text[max(0, left.start - 8) : left.start].lower() == "between "
            start = left.start - 8 if before else left.start
            joined[-1] = DateSpan(start, span.end, window, "range", core=left.core)
        else:
            joined.append(span)
    return joined


def _joint(text: str, left: DateSpan, span: DateSpan) -> str:
    """The window from one date to the next, where the words between make them one; else ""."""
    gap = text[left.end : span.core]
    if left.bound != "at" or not _JOIN_RANGE.fullmatch(gap):
        return ""
    if {left.kind, span.kind} & {"today", "weekday"}:
        return ""
    word = gap.strip().lower()
    lead = text[max(0, left.start - 9) : left.start].lower()
    between = lead.endswith(("between ", "sometime "))
    same = left.kind == span.kind or between
    from_to = lead.endswith("from ") and word.startswith(("to", "until", "till", "through")) and not _moves(text, left)
    if between or (same and (from_to or word.startswith(("-", "or", "through")))):
        return spans.joined(left.edtf, span.edtf) if span.bound == "at" or from_to else ""
    return ""


def _moves(text: str, left: DateSpan) -> bool:
    """ "slipped from 2026 to 2027" is a move of the date, not a range."""
    lead = text[max(0, left.start - 60) : left.start].lower()
    return bool(
        re.search(
            r"(?:slip|delay|mov|push|shift|postpon|slid|put (?:off|back)|went|chang|bump|defer|advanc|brought|revis|reschedul|pull)\w*\b[^.;]*$",
            lead,
        )
    )
