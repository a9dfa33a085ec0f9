"""A mission's bare date ("Artemis III in 2027") is its launch, when nothing but words of planning stands between."""

from __future__ import annotations

from tracker.reading.candidates import Candidate
from tracker.reading.dateroles import date_role


def own_date(candidate: Candidate) -> str:
    """Why a bare date is not the mission's own; "" when it is."""
    marks, mention, span = candidate.marks, candidate.mention, candidate.date
    pack = marks.pack
    if span is None or not candidate.here:
        return "own-lost"
    if pack.word("own_agent").search(marks.text(mention.start - 3, mention.start)):
        return "own-agent"
    if mention.role:
        return ""
    if pack.word("announce").search(marks.text(mention.start - 30, mention.start)):
        return "own-announced"  # "to reveal the Artemis IV crew in May": the date is that of the telling
    after = span.start >= mention.end
    if not after and pack.word("own_told").match(marks.text(mention.end, mention.end + 50)):
        return "own-told"  # "Since June, Artemis III has been led by": the day of what is told
    described = marks.text(span.end - 1, mention.start) == "的"  # 2027年的3号任务
    if not after and pack.word("own_part").match(marks.text(mention.end, mention.end + 40)):
        return "own-part"  # "In ten weeks Artemis III's core stage meets its boosters"
    if not after and pack.language == "zh" and not described and _told_behind(candidate):
        return "own-told"
    if pack.word("telling_on").search(marks.text(mention.start - 40, mention.start)):
        return "own-telling"
    if after and pack.word("is_set_then").search(marks.text(mention.end, span.start)):
        return "own-telling"  # "the schedule for Artemis III will be set in June"
    if not after and pack.word("in_time_for").search(marks.text(mention.start - 24, mention.start)):
        return "own-in-time"  # "repairs end in March 2027, in time for Artemis III"
    low, high = (mention.end, span.start) if after else (span.end, mention.start)
    if after:  # "Artemis II and III in 2026 and 2027": from the last name of the list
        low = max([low, *(m.end for m in marks.mentions if mention.end <= m.start and m.end <= span.start)])
    between = _between(candidate, low, high)
    return _by_words(candidate, after, between) or _by_distance(candidate, low, high, between)


def _told_behind(candidate: Candidate) -> bool:
    """2026年6月,嫦娥八号改名: what follows the name is neither a plan nor nothing."""
    marks, mention = candidate.marks, candidate.mention
    words = marks.text(mention.end, marks.sentence.segment(mention.end, 1)[1]).strip('。.!?;, ")、')
    return not marks.pack.word("own").fullmatch(words) and not marks.pack.word("own_free").match(words)


def _between(candidate: Candidate, low: int, high: int) -> str:
    """The words between name and date, without asides and without the other dates of a list."""
    marks = candidate.marks
    between = marks.sentence.without_asides(low, high)
    paired = "date:paired" in candidate.seen
    for other in marks.dates:
        inside = low <= other.start and other.end <= high
        if inside and (paired or date_role(marks, other) == "old"):
            between = between.replace(marks.text(other.start, other.end), " ")
    return between


def _by_words(candidate: Candidate, after: bool, between: str) -> str:
    """What the words around name and date say against it."""
    marks, mention, span = candidate.marks, candidate.mention, candidate.date
    pack = marks.pack
    if span is None:
        return "own-lost"
    if span.kind == "that" and not after:
        return "own-that"  # "in 2028, the same year as Chang'e-8"
    plain = (after and _taken_up(candidate)) or bool(pack.word("own").fullmatch(between))
    if not plain and (pack.language == "zh" or len(between) > 3):
        return "own-loose"
    oblique = after and pack.word("own_oblique").search(marks.text(mention.start - 14, mention.start))
    if oblique and _in_passing(candidate, between):
        return "own-oblique"
    if pack.word("own_subject").match(marks.text(span.end, span.end + 10)):
        return "own-subject"
    if pack.language == "zh" and after and not pack.word("own").fullmatch(_rest(candidate)):
        return "own-else"  # 嫦娥七号在2025年内完成总装: the year is that of another doing
    return ""


def _by_distance(candidate: Candidate, low: int, high: int, between: str) -> str:
    """How far apart name and date may stand."""
    marks, span, chinese = candidate.marks, candidate.date, candidate.marks.pack.language == "zh"
    if marks.sentence.far(low, high) > (1 if chinese else 2):
        return "own-far"
    planned = bool(marks.cued("plan", low, high))
    if span is not None and span.kind in ("today", "weekday", "day", "clock") and not planned:
        return "own-day"
    longest = 14 if not chinese else 3 if high >= candidate.mention.end else 2
    words = len(between.split()) if not chinese else len(between) / 2
    return "" if planned or words <= longest or _framed(candidate, low, high, words) else "own-loose"


def _taken_up(candidate: Candidate) -> bool:
    """ "missed its August window and is now expected in 2027": behind another date the plan is taken up again."""
    marks, span = candidate.marks, candidate.date
    if span is None or marks.pack.language != "en":
        return False
    before = [d.end for d in marks.dates if candidate.mention.end <= d.start and d.end < span.start]
    if not before:
        return False
    gap = marks.text(max(before), span.start)
    return bool(marks.pack.word("taken_up").fullmatch(gap))


def _rest(candidate: Candidate) -> str:
    """What follows the date in its clause."""
    marks, span = candidate.marks, candidate.date
    if span is None:
        return ""
    stop = marks.sentence.segment(span.end, 1)[1]
    last = max(d.end for d in marks.dates if span.start <= d.start < max(stop, span.end))  # a list of dates goes on
    return marks.text(last, stop).strip('。.!?;, ")、')


def _in_passing(candidate: Candidate, between: str) -> bool:
    """ "installation on Chang'e-7 in July": the date is that of the installation."""
    marks, mention, span = candidate.marks, candidate.mention, candidate.date
    if marks.pack.word("own_subject_before").search(marks.text(mention.start - 16, mention.start)):
        return True
    if marks.pack.word("noun_of").search(marks.text(mention.start - 40, mention.start)):
        return True  # "A test for Artemis III is set for 2027"
    if span is None or marks.pack.word("own_copula").search(between):
        return False
    if marks.pack.word("own_goal").search(marks.text(mention.start - 30, mention.start)):
        return False
    if marks.text(mention.end, mention.end + 1) == ",":  # "flights, needed for Artemis IV, will not start before"
        return True
    if marks.pack.word("own_hardware").search(marks.text(mention.start - 40, mention.start)):
        return True  # "expects the suits for Artemis IV in late 2027"
    return span.kind not in ("year", "deictic") or span.bound != "at"


def _framed(candidate: Candidate, low: int, high: int, words: float) -> bool:
    """A word of planning in the same clauses, though not in between."""
    marks, span = candidate.marks, candidate.date
    if span is None or words > 8:
        return False
    first = marks.sentence.segment(candidate.mention.start, 1)[0]
    last = marks.sentence.segment(span.start, 1)[1]
    return any(first <= start <= last for start, _ in marks.cued("plan", low - 60, high + 40))
