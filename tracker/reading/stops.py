"""On-hold and cancelled: "cannot fly in this year's window" is on hold, not before next year."""

from __future__ import annotations

from tracker import edtf
from tracker.edtf import Window
from tracker.model import Status
from tracker.reading import spans
from tracker.reading.candidates import Candidate

Stop = tuple[Status, Window | None, str]


def stopped(candidate: Candidate) -> Stop:
    """Status, window and why it is no claim ("" when it is), for words that hold or cancel."""
    trigger, marks = candidate.trigger, candidate.marks
    if trigger is None or trigger.form == "cancel":
        return Status.CANCELLED, None, _not_cancelled(candidate)
    pack = marks.pack
    before = pack.word("hold_other_before").search(marks.text(trigger.start - 40, trigger.start))
    if before or pack.word("hold_other").search(marks.text(trigger.end, trigger.end + 50)):
        return Status.ON_HOLD, None, "hold-of-what"  # a rehearsal, a briefing
    subject = pack.word("hold_subject").search(marks.text(trigger.start - 40, trigger.end))
    if candidate.here and trigger.milestone == "launch" and candidate.mention.end <= trigger.start:
        held = marks.text(max(candidate.mention.end, trigger.start - 12), trigger.start)
        if pack.word("hold_of_else").search(held):
            return Status.ON_HOLD, None, "hold-of-what"  # 飞跃器首飞延后
    if candidate.here and marks.stands("hold_aboard", trigger.end, candidate.mention.start):
        return Status.ON_HOLD, None, "hold-of-what"  # "he won't fly on Artemis IV"
    if candidate.how.startswith("topic") and not subject:
        return Status.ON_HOLD, None, "hold-of-what"
    if pack.word("pluperfect").search(marks.text(trigger.start - 20, trigger.start)):
        return Status.ON_HOLD, None, "pluperfect"
    return _until(candidate)


def _not_cancelled(candidate: Candidate) -> str:
    """ "no landing before mid-2027" is a date, not an end."""
    trigger, marks = candidate.trigger, candidate.marks
    if trigger is None:
        return "nothing"
    hard = marks.sentence.segment(trigger.start, 3)[0]
    if marks.stands("asked_why", hard, trigger.start):
        return "asked-why"  # "wants to know why it lost its landing" tells nothing new
    bounded = any(d.bound in ("by", "net") and 0 <= d.core - trigger.end < 60 for d in marks.dates)
    return "not-before" if bounded else ""


def _until(candidate: Candidate) -> Stop:
    span, trigger, marks = candidate.date, candidate.trigger, candidate.marks
    if span is None or trigger is None:
        return Status.ON_HOLD, None, ""
    put_off = marks.pack.word("put_off").match(marks.text(trigger.start, trigger.end))
    if put_off and span.start >= trigger.end:
        return Status.PLANNED, edtf.parse_optional(span.reading("future")), ""
    if span.start >= trigger.end and marks.pack.word("told_later").search(
        marks.text(span.end, marks.sentence.segment(span.end, 1)[1])
    ):
        return Status.ON_HOLD, None, ""  # 推迟,新日期明年初公布: the day of the telling
    if marks.pack.word("plain_hold").fullmatch(marks.text(trigger.start, trigger.end)) and span.end <= trigger.start:
        return Status.ON_HOLD, None, ""  # 受今年第11号台风影响...推迟: no word of a year that is lost
    if span.kind in ("deictic", "year") and span.bound == "at":
        return Status.ON_HOLD, edtf.parse_optional(spans.after(span.edtf)), ""
    why = "" if span.kind in ("today", "weekday", "day") else "hold-with-date"
    return Status.ON_HOLD, None, why
