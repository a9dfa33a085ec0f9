"""What a date is for, before it is given to anything: an old plan, a report's own day, a possibility, or a date to use."""

from __future__ import annotations

import re

from tracker.reading.marks import Marks
from tracker.reading.spans import DateSpan

_MOVE_EN = re.compile(
    r"\b(?:slip|delay|mov|push|shift|postpon|slid|put (?:off|back)|bump|defer|brought forward|pull|revis|reschedul|chang|down|up|back)\w*\b[^.;]{0,60}\bfrom (?:\w+ ){0,3}?$",
    re.IGNORECASE,
)
_MOVE_ZH = re.compile(r"(?:推迟|延期|延后|延至|推后|提前|改期|改到|改至|改为|顺延|调整|移至|挪|滑|拖)")


def date_role(marks: Marks, span: DateSpan, language: str) -> str:
    """ "old", "report", "spec" or "": how the words around a date mean it."""
    low, high = marks.sentence.segment(span.core, 3)
    previous = max((d.end for d in marks.dates if d.end <= span.start), default=low)
    low = max(low, previous)
    lead = marks.text(low, span.start)
    for start, end in marks.cued("super", low, span.core):
        word = marks.text(start, end).lower()
        far = 2 if re.search(r"old|originally|initially|outset|原|最初|起初", word) else 1
        if span.start - end < 70 and marks.sentence.far(end, span.start) <= far and not re.search(r"\bnow\b|现", marks.text(end, span.start)):
            return "old"
    if previous > marks.sentence.segment(span.core, 3)[0]:
        twin = next(d for d in marks.dates if d.end == previous)
        link = marks.text(twin.end, span.core).strip().lower()
        listed = link in ("and", "and in", "and for", "、", "和", "与")
        listed = listed or (language == "zh" and "、" in link and not re.search(r"现|改|推|延|,", link))
        if listed and twin.start != span.start and date_role(marks, twin, language) == "old":
            return "old"
    if language == "en" and (_MOVE_EN.search(lead + " ") or re.search(r"\bfrom $", marks.text(span.start, span.core)) and _MOVE_EN.search(lead + marks.text(span.start, span.core))):
        return "old"
    if language == "en" and re.search(r"\b(?:no|not(?: in)?|without an?) $", marks.text(span.start - 10, span.start), re.IGNORECASE) and span.bound == "at":
        return "old"
    if language == "zh":
        behind = marks.text(span.end, span.end + 14)
        if _MOVE_ZH.match(behind.lstrip("的份")) and len([d for d in marks.dates if d.start >= span.end and d.start - span.end < 24]):
            return "old"
        if re.search(r"(?:从|由)$", lead) and _MOVE_ZH.search(behind):
            return "old"
    if _reported(marks, span):
        return "report"
    return ""


def _reported(marks: Marks, span: DateSpan) -> bool:
    """ "said on Monday", "announced 9 June": the day of the telling."""
    if span.kind not in ("today", "weekday", "day", "week", "clock", "month") or span.bound != "at":
        return False
    low, high = marks.sentence.segment(span.core, 1)
    reports = marks.cued("report", low, high)
    if not reports:
        return False
    if span.kind == "month" and (marks.cued("plan", low, high) or min(span.start - end for _, end in reports) not in range(6)):
        return False
    near = min(min(abs(span.start - end), abs(start - span.end)) for start, end in reports)
    own = min((min(abs(span.start - t.end), abs(t.start - span.end)) for t in marks.triggers if t.form != "mission"), default=999)
    return near < own
