"""Planned or achieved: what the form of the words and the day of the date say together."""

from __future__ import annotations

from datetime import date, timedelta

from tracker import edtf
from tracker.model import Status
from tracker.reading.candidates import Candidate

Told = tuple[Status, str]
"""A status and why it is no claim after all ("" when it is)."""


def status(candidate: Candidate, low: int, high: int, today: date | None) -> Told:
    """The status of a candidate whose clause is [low:high)."""
    if candidate.trigger is not None and candidate.trigger.form == "answer":
        return _planned(candidate)
    chinese = candidate.marks.pack.language == "zh"
    return (_chinese if chinese else _english)(candidate, low, high, today)


def headline(candidate: Candidate) -> bool:
    """ "Artemis II splashes down": a headline in the present tense tells of the item's own day."""
    trigger, marks = candidate.trigger, candidate.marks
    if trigger is None or candidate.date is not None or marks.sentence.field != "title":
        return False
    put = trigger.form == "put" and marks.stands("lands", trigger.start, trigger.start + 6)
    if trigger.form != "s" and not put and not _many_act(candidate):
        return False
    low, high = marks.sentence.segment(trigger.start, 2)
    return not marks.cued("plan", low, high)


def _many_act(candidate: Candidate) -> bool:
    """ "Artemis II astronauts return to Earth": the present of a plural looks like the bare verb."""
    trigger, marks = candidate.trigger, candidate.marks
    if trigger is None or trigger.form != "base" or not candidate.here or candidate.how != "before":
        return False
    low, sentence = candidate.mention.end, marks.sentence
    if marks.stands("headless", sentence.start, sentence.end) or sentence.far(low, trigger.start) > 1:
        return False
    return marks.stands("plural_subject", low, trigger.start)


def tried(candidate: Candidate) -> bool:
    """ "tried to land": how it went must be said."""
    trigger, marks = candidate.trigger, candidate.marks
    return trigger is not None and marks.stands("tried", trigger.start - 14, trigger.start)


def _planned(candidate: Candidate) -> Told:
    return Status.PLANNED, "" if candidate.date else "undated-plan"


def _english(candidate: Candidate, low: int, high: int, today: date | None) -> Told:
    marks, trigger, span = candidate.marks, candidate.trigger, candidate.date
    plans = marks.cued("plan", low, high)
    window = edtf.parse_optional(span.edtf) if span else None
    told = trigger is not None and trigger.form in ("past", "s")
    coarse = window is not None and window.earliest != window.latest
    slack = timedelta(1 if told or coarse else 0)  # only a verb that tells may be a zone ahead of its day
    past = bool(window and today and window.latest and window.latest <= today + slack)
    if trigger is None:
        return (Status.ACHIEVED, "own-past") if past and not plans else (Status.PLANNED, "")
    same = trigger.form == "base" and past and not plans and marks.stands("same_past", trigger.start, trigger.start + 4)
    begun = trigger.form == "ing" and marks.stands("begun", trigger.start - 12, trigger.start)
    if trigger.form == "past" or same or begun:
        return _past_verb(candidate, low, today)
    if tried(candidate):
        lost = marks.cued("fail", marks.sentence.start, marks.sentence.end)
        return Status.ACHIEVED, "" if lost else "only-tried"
    if trigger.form == "g":  # "explores the pole in 2026": a plan, never news of a launch
        return Status.PLANNED, "" if span else "mission-noun"
    if trigger.form == "mission":
        return _mission_word(candidate, past, bool(plans))
    if headline(candidate):
        return Status.ACHIEVED, ""
    if past and _weekday_ahead(candidate, today):
        return Status.PLANNED, ""
    if past and trigger.form == "s":
        return Status.ACHIEVED, ""
    if past and not plans and trigger.form == "base" and _infinitive(candidate):
        return Status.PLANNED, "past-infinitive"  # "scrub Tuesday's attempt to send"
    if past and trigger.form == "noun" and marks.stands("opens", trigger.start, trigger.end):
        today_still = window is not None and window.latest == today  # "the window opens at 6:24 today"
        return Status.PLANNED, "" if today_still else "past-noun"
    if past and not plans:
        return Status.ACHIEVED, "" if _beside(candidate) else "past-noun"
    return _planned(candidate)


def _mission_word(candidate: Candidate, past: bool, planned: bool) -> Told:
    """ "the flight", "it": its date is a plan's only where words of planning, or nothing, stand between."""
    marks, trigger, span = candidate.marks, candidate.trigger, candidate.date
    if trigger is None:
        return Status.PLANNED, "mission-noun"
    it = span is not None and marks.stands("pronoun", trigger.start, trigger.end)
    if it and span is not None and 0 <= trigger.start - span.end <= 1:
        return Status.PLANNED, "mission-noun"  # "so 2030 it is"
    if it and marks.stands("for_it", trigger.start - 9, trigger.start):
        return Status.PLANNED, "mission-noun"  # "the next window for it is in August"
    if it and span is not None and span.start >= trigger.end:
        between = marks.sentence.without_asides(trigger.end, span.start)
        if not marks.pack.word("own").fullmatch(between):
            return Status.PLANNED, "mission-noun"  # "It will be bolted to the crew module this month"
    day = span is not None and span.kind in ("weekday", "today", "day", "clock")
    apart = span is not None and not span.start <= trigger.start < span.end  # "NET 2027-09-15" is one
    if day and apart and span is not None and not marks.cued("plan", *sorted((trigger.end, span.start))):
        return Status.PLANNED, "mission-noun"
    near = span is not None and not past and len(marks.text(trigger.end, span.core).split()) <= 2
    return Status.PLANNED, "" if span is not None and (planned or near) else "mission-noun"


def _weekday_ahead(candidate: Candidate, today: date | None) -> bool:
    """ "They return to Earth on Friday": the present with the name of another day looks ahead."""
    trigger, span = candidate.trigger, candidate.date
    if trigger is None or span is None or today is None or span.kind != "weekday" or not span.future:
        return False
    marks = candidate.marks
    verb = trigger.form in ("base", "s") or marks.stands("they", trigger.start - 14, trigger.start)
    present = verb and trigger.form != "past" and marks.sentence.field == "text"
    return present and span.future[:10] > today.isoformat()


def _infinitive(candidate: Candidate) -> bool:
    """ "to send", "would fly": not done by the words themselves, except where somebody "managed to"."""
    trigger, marks = candidate.trigger, candidate.marks
    if trigger is None or marks.stands("managed", trigger.start - 14, trigger.start):
        return False
    return marks.stands("modal_before", trigger.start - 30, trigger.start)


def _beside(candidate: Candidate) -> bool:
    """ "since launch on April 1", "its May 3 landing": a noun happened on a day only when the day stands right beside."""
    trigger, span, sentence = candidate.trigger, candidate.date, candidate.marks.sentence
    if trigger is None or span is None:
        return False
    low, high = sorted([(trigger.start, trigger.end), (span.start, span.end)])
    if trigger.end <= span.start and candidate.marks.stands("then_for", trigger.end, span.core):
        return False  # "set its first landing for 2024": what was planned then
    if candidate.marks.text(low[1], high[0]).strip() == ":":
        return True  # "Liftoff: 1 April 2026"
    return high[0] - low[1] <= 30 and sentence.far(min(low[1], high[1]), max(high[0], low[0])) <= 1


def _past_verb(candidate: Candidate, low: int, today: date | None) -> Told:
    marks, trigger, span = candidate.marks, candidate.trigger, candidate.date
    if trigger is None:
        return _planned(candidate)
    lead = marks.text(max(low, trigger.start - 60), trigger.start)
    if marks.pack.word("passive").search(lead) or marks.pack.word("modal_before").search(lead[-30:]):
        return _planned(candidate)  # "will be launched"
    window = edtf.parse_optional(span.reading("past")) if span else None
    if window and today and window.earliest and window.earliest > today:
        return Status.PLANNED, "past-verb-future-date"
    return Status.ACHIEVED, ""


def _chinese(candidate: Candidate, low: int, high: int, today: date | None) -> Told:
    marks, trigger, span = candidate.marks, candidate.trigger, candidate.date
    window = edtf.parse_optional(span.edtf) if span else None
    past = bool(window and today and window.latest and window.latest <= today)
    begun = bool(window and today and window.earliest and window.earliest <= today)
    if trigger is None:
        return (Status.PLANNED, "") if span and not past else (Status.PLANNED, "own-past")
    near = marks.sentence.segment(trigger.start, 1)[0]
    stop = min(trigger.end + 10, marks.sentence.segment(trigger.end, 1)[1])
    done = bool(marks.cued("done", max(near, trigger.start - 12), stop))
    if _ahead(candidate) and not (done and past):
        return _planned(candidate)
    if _done(candidate, done, begun):
        return Status.ACHIEVED, ""
    if trigger.form == "mission" and (span is None or not marks.cued("plan", trigger.start, span.end + 4)):
        return Status.PLANNED, "mission-noun"
    if past:
        return _past_day(candidate, low, high)
    return _planned(candidate)


def _ahead(candidate: Candidate) -> bool:
    """将, 计划 in the clause, 接下来 or 后续 anywhere before: the step is still to come."""
    marks, trigger = candidate.marks, candidate.trigger
    if trigger is None:
        return True
    hard, near = (marks.sentence.segment(trigger.start, weight)[0] for weight in (3, 1))
    lead = marks.text(hard, trigger.start)
    span = candidate.date
    if span is not None and 0 <= trigger.start - span.end <= 6 and marks.text(trigger.end, trigger.end + 1) == "的":
        return bool(marks.cued("plan", span.start, trigger.start))  # 将接替2018年升空的鹊桥号: 将 is not of 升空
    if marks.pack.word("ahead").search(lead) or marks.cued("will", max(hard, trigger.start - 40), trigger.start):
        return True
    return bool(marks.cued("plan", near, trigger.start + 1))


def _done(candidate: Candidate, done: bool, begun: bool) -> bool:
    marks, trigger, span = candidate.marks, candidate.trigger, candidate.date
    if trigger is None:
        return False
    if done and (span is None or begun):
        return True
    if candidate.milestone in ("delivery", "rollout"):
        return begun  # 运抵, 转运 have happened once a day is named
    near = marks.sentence.segment(trigger.start, 1)[0]
    first = bool(marks.pack.word("first_time").search(marks.text(near, trigger.start)))
    return span is None and first and candidate.milestone in ("sample-collection", "return")


def _past_day(candidate: Candidate, low: int, high: int) -> Told:
    """A past day without 成功 or 已: enough when day and word stand close together."""
    marks, trigger, span = candidate.marks, candidate.trigger, candidate.date
    if trigger is None or span is None:
        return Status.ACHIEVED, "past-undone"
    if span.kind == "today" and "T" not in span.edtf:
        hard = marks.sentence.segment(trigger.start, 3)[0]
        if marks.cued("plan", hard, trigger.start + 2) or marks.pack.word("window").search(
            marks.text(trigger.end, high)
        ):
            return Status.PLANNED, ""
    opens = "T" in span.edtf and span.start - marks.sentence.start < 3  # 凌晨4时12分,随着一声令下,...腾空而起
    close = marks.sentence.far(min(span.end, trigger.end), max(span.start, trigger.start)) <= 1 + opens
    told = span.kind == "today" and marks.sentence.field == "text" and not marks.cued("plan", low, high)
    if span.kind == "year":  # 2024年,嫦娥六号把样品带回地球: history, where nothing is planned
        first, last = marks.sentence.segment(trigger.start, 3)
        told = told or not (marks.cued("plan", first, last) or marks.cued("super", first, last))
    sure = close and (told or span.kind in ("day", "month", "range", "weekday") or "T" in span.edtf)
    return Status.ACHIEVED, "" if sure or marks.cued("done", low, high) else "past-undone"
