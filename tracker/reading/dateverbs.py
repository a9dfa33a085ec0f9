"""Whose day it is: a date that belongs to another doing of the sentence ("a rocket assembled in June") is no plan of ours."""

from __future__ import annotations

from tracker.reading.candidates import Candidate


def anothers_day(candidate: Candidate, planned: bool) -> str:
    """Why a date is that of something else; "" when nothing says so. Most of it can be said of plans only."""
    span, marks = candidate.date, candidate.marks
    if span is None or "apposition" in candidate.seen:
        return ""
    behind = marks.text(span.end, marks.sentence.end)
    event = marks.pack.word("after_behind").match(behind)  # 6月的试验之后,嫦娥八号才能发射
    if _of_background(candidate) or (event and candidate.anchor >= span.end + event.end() - 3):
        return "day-of-background"
    if not planned:
        return ""
    words = marks.text(span.start, span.end)
    if marks.pack.word("since").search(words) or marks.pack.word("since_behind").search(words):
        return "day-since"  # "since February it has been"
    if _of_question(candidate):
        return "day-of-telling"
    if _of_verb(candidate) or marks.pack.word("verb_behind").match(behind):
        return "day-of-verb"
    trigger = candidate.trigger
    if span.bound == "at" and (trigger is None or trigger.form in ("noun", "base", "ing")):
        low = marks.sentence.segment(candidate.anchor, 1)[0]
        if marks.stands("held_before", low, candidate.anchor) and not marks.stands(
            "to_date", span.start - 4, span.core
        ):
            return "day-held"  # "calls off the launch for this year"
    if trigger is not None and span.start > trigger.end:
        between = marks.sentence.without_asides(trigger.end, span.start)
        if marks.pack.word("after_event").search(between):
            return "day-of-event"  # "will launch two years after a test in June"
    return ""


def _of_question(candidate: Candidate) -> bool:
    """ "will announce in June when Artemis III will launch": the day is that of the telling."""
    span, marks = candidate.date, candidate.marks
    return span is not None and marks.pack.word("asks_behind").match(marks.text(span.end, span.end + 40)) is not None


def _of_verb(candidate: Candidate) -> bool:
    """ "a pad repaired in 2025", "turned 65 in June": a verb in the past that plans nothing stands right before it."""
    span, marks = candidate.date, candidate.marks
    if span is None:
        return False
    low = max(marks.sentence.segment(span.core, 2)[0], span.start - 60)
    found = marks.pack.word("verb_takes").search(marks.text(low, span.start))
    if found is None:
        return False
    start = low + found.start(1)
    steps = any(start < t.end and t.start < span.start and t.form != "x" for t in marks.triggers)
    return not steps and not any(start <= m.start < span.start for m in marks.mentions)


def _of_background(candidate: Candidate) -> bool:
    """ "After a test in June, Artemis III will launch": the first clause has its own day, and lends it to nobody."""
    span, marks, sentence = candidate.date, candidate.marks, candidate.marks.sentence
    opened = marks.pack.word("opens_background").match(sentence.text)
    if span is None or opened is None:
        return False
    end = sentence.start + opened.end()
    dated, told = span.start < end, candidate.anchor < end
    if dated and not told and candidate.here and candidate.mention.start < end:
        return False
    return dated != told
