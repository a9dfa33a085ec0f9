"""From a candidate to a claim or to none: status, modality, and what forbids it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from tracker import edtf
from tracker.edtf import Window
from tracker.model import Modality, Status
from tracker.reading import spans
from tracker.reading.candidates import Candidate
from tracker.reading.packs import Pack


class Verdict(NamedTuple):
    """What became of a candidate. `why_not` is empty when it is a claim."""

    candidate: Candidate
    status: Status
    modality: Modality
    window: Window | None
    why_not: str
    rules: tuple[str, ...]
    weak: bool = False


_PASSIVE = re.compile(r"\b(?:be|being|get|have been)(?: \w+ly)? ?$", re.IGNORECASE)
_MODAL = re.compile(r"\b(?:will|shall|would|to|'ll|can|should|must|could|may|might|won't|cannot|can't)\b[^,;:]{0,40}$", re.IGNORECASE)
_EARTH = re.compile(r"\b(?:inner mongolia\w*|siziwang|pacific|atlantic|ocean|earth|mongolia\w*|desert|gobi|utah|parachut\w*|san diego|at sea)\b|内蒙古|四子王旗|地球|太平洋|海上", re.IGNORECASE)
_GROUND = re.compile(r"\b(?:hebei|huailai|test field|facility|wind tunnel|simulat\w+|mock-?up|prototype)\b|怀来|试验场|模拟|样机|试车", re.IGNORECASE)


def judge(candidate: Candidate, pack: Pack, today: date | None) -> Verdict:
    """Decide one candidate."""
    marks, trigger, span = candidate.marks, candidate.trigger, candidate.date
    seen = list(candidate.seen)
    milestone = candidate.milestone
    anchor = candidate.anchor
    low, high = marks.sentence.segment(anchor, 2)
    if span is not None:
        low, high = min(low, span.start), max(high, span.end)
    clause = marks.text(low, high)
    if trigger is not None and trigger.form in ("hold", "cancel"):
        return _stopped(candidate, low, high, today, seen)
    status, why = (_status_en if pack.language == "en" else _status_zh)(candidate, low, high, today, seen)
    if milestone == "landing" and trigger and _EARTH.search(marks.text(trigger.end, trigger.end + 60)):
        milestone = "return"
    if _GROUND.search(clause):
        why = why or "ground-test"
    modality = _modality(candidate, low, high, seen, pack)
    window = None
    if span is not None:
        text = span.reading("past" if status is Status.ACHIEVED else "future")
        if _is_report(candidate):
            why = why or "report-date"
        window = edtf.parse_optional(text)
        if window is not None and today is not None:
            if status is Status.ACHIEVED and window.earliest and window.earliest > today + timedelta(1):
                why = why or "achieved-in-future"
            if status is Status.PLANNED and window.latest and window.latest < today and modality is Modality.ASSERTED:
                modality = Modality.SUPERSEDED
                seen.append("stale-plan")
    cand = candidate._replace(milestone=milestone)
    return Verdict(cand, status, modality, window, why, tuple(seen))


def _stopped(candidate: Candidate, low: int, high: int, today: date | None, seen: list[str]) -> Verdict:
    """On-hold and cancelled: "cannot fly in this year's window" is not before next year."""
    marks, trigger, span = candidate.marks, candidate.trigger, candidate.date
    modality = Modality.SPECULATIVE if marks.cued("spec", low, high) else Modality.ASSERTED
    if trigger is not None and trigger.form == "cancel":
        return Verdict(candidate, Status.CANCELLED, modality, None, "", tuple(seen))
    window = None
    words = marks.text(trigger.start, trigger.end) if trigger else ""
    if span is not None:
        if re.match(r"(?:postponed|delayed|put off)", words, re.IGNORECASE) and span.start >= (trigger.end if trigger else 0):
            return Verdict(candidate, Status.PLANNED, modality, edtf.parse_optional(span.reading("future")), "", tuple(seen))
        if span.kind in ("deictic", "year") and span.bound == "at":
            window = edtf.parse_optional(spans.after(span.edtf))
        elif span.kind not in ("today", "weekday", "day"):
            return Verdict(candidate, Status.ON_HOLD, modality, None, "hold-with-date", tuple(seen))
    return Verdict(candidate, Status.ON_HOLD, modality, window, "", tuple(seen))


def _status_en(candidate: Candidate, low: int, high: int, today: date | None, seen: list[str]) -> tuple[Status, str]:
    marks, trigger, span = candidate.marks, candidate.trigger, candidate.date
    plans = marks.cued("plan", low, high)
    window = edtf.parse_optional(span.edtf) if span else None
    past = bool(window and today and window.latest and window.latest <= today + timedelta(1))
    future = bool(window and (today is None or window.latest is None or window.latest > today + timedelta(1)))
    if trigger is None:
        if span is None:
            return Status.PLANNED, "nothing"
        if past and not plans:
            return Status.ACHIEVED, "own-past"
        return Status.PLANNED, ""
    lead = marks.text(max(low, trigger.start - 60), trigger.start)
    if trigger.form == "past":
        if _PASSIVE.search(lead) or _MODAL.search(lead[-30:]):
            seen.append("passive-future")
            return Status.PLANNED, "" if span else "undated-plan"
        if future and not past and window and today and window.earliest and window.earliest > today:
            return Status.PLANNED, "past-verb-future-date"
        return Status.ACHIEVED, ""
    if trigger.form == "mission" and (span is None or not plans):
        return Status.PLANNED, "mission-noun"
    if trigger.form == "s":
        if candidate.marks.sentence.field == "title" and not plans and not future and span is None:
            return Status.ACHIEVED, "headline"
        return (Status.PLANNED, "" if span else "undated-plan") if not past else (Status.ACHIEVED, "")
    if past and not plans:
        return Status.ACHIEVED, ""
    if span is None:
        return Status.PLANNED, "undated-plan"
    return Status.PLANNED, ""


def _status_zh(candidate: Candidate, low: int, high: int, today: date | None, seen: list[str]) -> tuple[Status, str]:
    marks, trigger, span = candidate.marks, candidate.trigger, candidate.date
    window = edtf.parse_optional(span.edtf) if span else None
    past = bool(window and today and window.latest and window.latest <= today + timedelta(1))
    if trigger is None:
        return (Status.PLANNED, "") if span and not past else (Status.PLANNED, "own-past")
    plans = marks.cued("plan", max(low, marks.sentence.segment(trigger.start, 1)[0]), trigger.start + 1)
    done = marks.cued("done", max(low, trigger.start - 12), trigger.end + 10)
    if plans:
        return Status.PLANNED, "" if span else "undated-plan"
    if done and (span is None or past):
        return Status.ACHIEVED, ""
    if past:
        return Status.ACHIEVED, ""
    if span is None:
        return Status.PLANNED, "undated-plan"
    return Status.PLANNED, ""


def _modality(candidate: Candidate, low: int, high: int, seen: list[str], pack: Pack) -> Modality:
    marks = candidate.marks
    if marks.cued("spec", low, high):
        seen.append("speculative")
        return Modality.SPECULATIVE
    span = candidate.date
    if span is not None:
        segment_low, segment_high = marks.sentence.segment(span.core, 1)
        if marks.cued("super", min(segment_low, span.start), max(span.core, min(segment_high, span.end))):
            seen.append("superseded")
            return Modality.SUPERSEDED
    return Modality.ASSERTED


def _is_report(candidate: Candidate) -> bool:
    marks, span = candidate.marks, candidate.date
    if span is None or span.kind not in ("today", "weekday", "day", "week", "clock"):
        return False
    low, high = marks.sentence.segment(span.core, 1)
    reports = marks.cued("report", low, high)
    if not reports:
        return False
    near = min(min(abs(span.start - end), abs(start - span.end)) for start, end in reports)
    trigger = candidate.trigger
    if trigger is None:
        return True
    own = min(abs(span.start - trigger.end), abs(trigger.start - span.end))
    return near < own
