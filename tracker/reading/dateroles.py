"""What a date is for, before it is given to anything: an old plan, a report's own day, or a date to use."""

from __future__ import annotations

from tracker.reading.marks import Marks
from tracker.reading.spans import DateSpan


def date_role(marks: Marks, span: DateSpan) -> str:
    """ "old" (no longer holds), "report" (the day of the telling) or ""."""
    if _history(marks, span) or _moved_from(marks, span):
        return "old"
    if marks.pack.word("dateline").match(marks.text(span.end, span.end + 6)):
        return "report"  # 新华社北京4月1日电
    return "report" if _reported(marks, span) else ""


def _history(marks: Marks, span: DateSpan) -> bool:
    """ "originally planned for 2024", 原定2024年, and what is listed with such a date."""
    pack, sentence = marks.pack, marks.sentence
    if pack.word("gone").match(marks.text(span.end, sentence.segment(span.end, 2)[1])):
        return True
    hard = sentence.segment(span.core, 3)[0]
    previous = max((d.end for d in marks.dates if d.end <= span.start), default=hard)
    low = max(hard, previous)
    for start, end in marks.cued("super", low, span.core):
        far = 2 if pack.word("old_wide").search(marks.text(start, end)) else 1
        near = span.start - end < 70 and sentence.far(end, span.start) <= far
        if near and not pack.word("now").search(marks.text(end, span.start)):
            return True
    if previous <= hard:
        return False
    twin = next(d for d in marks.dates if d.end == previous)
    link = marks.text(twin.end, span.core).strip().lower()
    listed = bool(pack.word("listed").fullmatch(link))
    if not listed and pack.language == "zh":
        listed = "、" in link and not pack.word("move").search(link) and "," not in link
    return listed and _history(marks, twin)


def _moved_from(marks: Marks, span: DateSpan) -> bool:
    """ "slipped from 2026 to 2027", 由2月推迟至3月, "no February launch"."""
    pack = marks.pack
    low = marks.sentence.segment(span.core, 3)[0]
    previous = max((d.end for d in marks.dates if d.end <= span.start), default=low)
    lead = marks.text(max(low, previous), span.core)
    if pack.language == "zh":
        behind = marks.text(span.end, span.end + 14)
        if pack.word("no_date").search(marks.text(span.start - 8, span.start)):
            return True  # 放弃2月的发射窗口
        if _superseded_later(marks, span):
            return True
        later = [d for d in marks.dates if 0 <= d.start - span.end < 24]
        if later and pack.word("move").match(behind.lstrip("的份")):
            return True
        return bool(pack.word("move_from").search(lead) and pack.word("move").search(behind))
    if (
        pack.word("move_from").search(lead)
        or _moved_too(marks, span)
        or (span.bound == "at" and pack.word("moved_object").search(lead))
    ):
        return True  # "from February", "postponed Tuesday's launch"
    return span.bound == "at" and bool(pack.word("no_date").search(marks.text(span.start - 10, span.start)))


def _moved_too(marks: Marks, span: DateSpan) -> bool:
    """ "A slips from 2024 to 2025, B from 2025 to 2026": the verb of the first holds for the second."""
    pack, start = marks.pack, marks.sentence.start
    if not pack.word("from_only").search(marks.text(span.core - 40, span.core)):
        return False
    later = next((d for d in marks.dates if d.start >= span.end), None)
    linked = later is not None and pack.word("until_next").fullmatch(marks.text(span.end, later.core))
    return bool(linked) and bool(pack.word("moves").search(marks.text(start, span.start)))


def _superseded_later(marks: Marks, span: DateSpan) -> bool:
    """2027年6月起飞,但已改成2027年9月: what a later date of the same mission replaces."""
    for later in marks.dates:
        if later.start <= span.end or not marks.pack.word("new_date").search(marks.text(span.end, later.start)):
            continue
        between = marks.text(span.end, later.start)
        if between[:1] == ",":  # 2024年年初,任务推迟至2025年: the day of the change
            continue
        moved = span.kind in ("month", "year", "part", "range", "deictic") and later.kind != "today"
        if moved and not any(span.end <= m.start < later.start for m in marks.mentions) and ";" not in between:
            return True
    return False


def _day_of_doing(marks: Marks, span: DateSpan) -> bool:
    """ "The agency on Wednesday gave its first date for the flight": the day is that of what its subject did."""
    pack = marks.pack
    if not pack.word("teller_day").search(marks.text(span.start - 40, span.start)):
        return False
    told = pack.word("told_then").match(marks.text(span.end, span.end + 24))
    return told is not None and not any(span.end <= t.start <= span.end + told.end() for t in marks.triggers)


def _reported(marks: Marks, span: DateSpan) -> bool:
    """ "said on Monday", "announced 9 June": the day of the telling; "register by 3 May": that of the form."""
    if marks.pack.word("deadline").search(marks.text(marks.sentence.segment(span.core, 1)[0], span.start)):
        return True
    if span.kind not in ("today", "weekday", "day", "week", "clock", "month") or span.bound != "at":
        return False
    low, high = marks.sentence.segment(span.core, 1)
    reports = marks.cued("report", low, high)
    if not reports:
        return _day_of_doing(marks, span)
    if span.kind == "month" and (
        marks.cued("plan", low, high) or min(span.start - end for _, end in reports) not in range(6)
    ):
        return False
    near = min(min(abs(span.start - end), abs(start - span.end)) for start, end in reports)
    own = min(
        (min(abs(span.start - t.end), abs(t.start - span.end)) for t in marks.triggers if t.form != "mission"),
        default=999,
    )
    return near < own
