"""Readings that are never worth the risk: each veto names itself, so that silence can be explained too."""

from __future__ import annotations

from tracker.model import Status
from tracker.reading.candidates import Candidate
from tracker.reading.dateverbs import anothers_day
from tracker.reading.statuses import headline
from tracker.reading.subjects import another_subject

_FORWARD = ("launch", "docking", "lunar-orbit", "delivery", "rollout", "surface-ops")


def veto(candidate: Candidate, status: Status) -> str:
    """The first reason against a claim; "" when there is none."""
    return (
        _by_date(candidate)
        or _by_crew(candidate)
        or another_subject(candidate)
        or _by_words(candidate, status)
        or _by_silence(candidate, status)
        or _by_negation(candidate)
        or anothers_day(candidate, status is Status.PLANNED)
    )


def _by_date(candidate: Candidate) -> str:
    span = candidate.date
    if span is None:
        return ""
    if span.kind in ("decade", "month-next", "weekday-next"):  # too coarse, or two readings
        return span.kind
    return "another-age" if span.edtf.lstrip("./").startswith("19") else ""


def _by_crew(candidate: Candidate) -> str:
    """People land only from missions that carry people."""
    trigger, marks = candidate.trigger, candidate.marks
    if trigger is None:
        return ""
    if candidate.mission in marks.pack.crewed:
        bare = marks.stands("uncrewed", trigger.start - 40, trigger.start)
        return "has-crew" if bare else ""  # "an uncrewed landing" is the rehearsal of another flight
    low = marks.sentence.segment(trigger.start, 1)[0]
    if candidate.milestone == "landing" and marks.stands("not_a_lander", low, trigger.start):
        return "no-lander"
    if trigger.milestone not in ("landing", "return"):
        return ""
    low = marks.sentence.segment(trigger.start, 1)[0]
    if candidate.here and candidate.mention.end <= trigger.start:
        low = max(low, candidate.mention.end)
    if marks.pack.word("people_act").search(marks.text(low, trigger.start)):
        return "needs-crew"  # "Astronauts landing near the pole"
    if trigger.milestone == "return":
        return ""
    return "needs-crew" if marks.pack.word("people").search(marks.text(trigger.start, trigger.end)) else ""


def _by_words(candidate: Candidate, status: Status) -> str:
    trigger, span, marks = candidate.trigger, candidate.date, candidate.marks
    if trigger is None:
        return ""
    pack = marks.pack
    words = marks.text(trigger.start, trigger.end)
    clause = marks.text(*marks.sentence.segment(trigger.start, 1))
    behind = pack.word("joined").split(marks.text(trigger.end, marks.sentence.segment(trigger.end, 2)[1]), 1)[0]
    if pack.word("ground").search(clause) or (pack.language == "en" and pack.word("ground").search(behind)):
        return "ground-test"
    whole = marks.text(*marks.sentence.segment(trigger.start, 3))
    if candidate.milestone == "docking" and pack.word("mated").search(clause):
        return "hardware"  # 芯级与发动机段对接: put together on Earth
    if candidate.milestone in ("delivery", "rollout") and (
        (candidate.how == "oblique" and pack.language == "en" and not _craft_of(candidate))
        or pack.word("hardware").search(whole)
    ):
        return "hardware"
    guessed = "date:nearest" in candidate.seen and not _date_beside(candidate)
    shouted = marks.text(trigger.start, trigger.end).endswith("!")
    if candidate.how.startswith("topic") and (guessed or (headline(candidate) and not shouted)):
        return "guessed-topic"
    behind = marks.text(trigger.end, trigger.end + 4)
    if candidate.how.startswith("topic") and trigger.milestone == "launch" and pack.word("object").match(behind):
        return "another-object"  # 成功发射遥感四十二号: what is launched stands behind the verb
    if trigger.form == "gained" and (span is None or span.end <= trigger.start):
        return "undated-plan"  # "In February the landing went to Artemis IV": the day of the change
    if candidate.how.startswith("topic") and candidate.milestone == "launch" and pack.word("weak_verb").match(words):
        return "weak-verb"
    if trigger.form == "w" and (span is None or status is not Status.PLANNED):
        return "weak-verb"
    near = candidate.here and 0 <= candidate.mention.start - trigger.end < 12
    passing = pack.word("toward").search(marks.text(trigger.start - 40, trigger.start))
    if (
        passing
        and candidate.milestone == "launch"
        and span is not None
        and trigger.start - 40 < span.start < trigger.start
    ):
        passing = None  # "ahead of a planned May 3 liftoff"
    if candidate.milestone == "launch" and _date_beside(candidate):
        passing = None  # "working toward a launch no earlier than April 1"
    return "in-passing" if passing and not near and candidate.how not in ("inside", "role") else ""


def _craft_of(candidate: Candidate) -> bool:
    """ "the rocket for Artemis II": the craft itself, not a part of it."""
    at = candidate.mention.start
    return candidate.here and candidate.marks.stands("craft_for", at - 40, at)


def _date_beside(candidate: Candidate) -> bool:
    """ "its March 20 launch", "launch as soon as April 1": nothing stands between word and day."""
    trigger, span, marks = candidate.trigger, candidate.date, candidate.marks
    if trigger is None or span is None:
        return False
    if marks.pack.language == "zh":  # 将于4月启运,8月发射: nothing parts the day from its word
        return span.end <= trigger.start and not marks.sentence.far(span.end, trigger.start)
    low, high = sorted([(trigger.start, trigger.end), (span.start, span.end)])
    return bool(marks.pack.word("beside").fullmatch(marks.text(low[1], high[0])))


def _by_silence(candidate: Candidate, status: Status) -> str:
    """Achieved without a day: only where the words are strong and the mission is named right there."""
    trigger, marks = candidate.trigger, candidate.marks
    if trigger is None or candidate.date is not None or status is not Status.ACHIEVED:
        return ""
    if marks.pack.word("flight_verb").match(marks.text(trigger.start, trigger.end)):
        return "undated-flight"
    if candidate.mention.role and not _plainly_done(candidate):
        return "role-undone"  # 中国先登月几乎已成定局: nobody says that it happened
    if marks.pack.word("said_of_plan").match(marks.text(trigger.end, trigger.end + 4)):
        return "plan-noun"  # 落月时间定了: the day is settled, not the landing
    if candidate.how == "topic-whole" and marks.sentence.field == "text":
        return "undated-topic"  # "The booster splashed down", in an item that names one mission somewhere
    if marks.pack.language == "zh" and candidate.how.startswith("topic") and candidate.milestone in _FORWARD:
        return "undated-topic"
    if candidate.here:
        first, last = sorted([(candidate.mention.start, candidate.mention.end), (trigger.start, trigger.end)])
        if marks.sentence.far(min(first[1], last[1]), max(first[0], last[0])) > 1:
            return "undated-far"
    return ""


def _plainly_done(candidate: Candidate) -> bool:
    """A verb in the past, or the present of a headline: what is named by its role only needs more than a word beside it."""
    trigger, marks = candidate.trigger, candidate.marks
    if trigger is None:
        return False
    low, high = marks.sentence.segment(trigger.start, 1)
    return trigger.form in ("past", "s", "put") or marks.stands("success", low, high)


def _by_negation(candidate: Candidate) -> str:
    """A "no" between a mission, its milestone and its date, and not part of the date's own words."""
    marks = candidate.marks
    if "apposition" in candidate.seen:
        return ""
    places = [(p.start, p.end) for p in (candidate.trigger, candidate.date) if p is not None]
    if candidate.here and not candidate.mention.role:
        places.append((candidate.mention.start, candidate.mention.end))
    low, high = min(p[0] for p in places), max(p[1] for p in places)
    last = max(p[0] for p in places[: 2 if candidate.date else 1])
    reach = 0 if candidate.trigger is None and candidate.mention.start == low else 25
    low = max(marks.sentence.segment(low, 1)[0], low - reach, marks.sentence.segment(last, 3)[0])
    if marks.pack.language == "zh":
        low = max(low, marks.sentence.segment(min(p[0] for p in places[: 2 if candidate.date else 1]), 1)[0])
        if candidate.trigger is not None and marks.cued("cancel", high, marks.sentence.segment(high, 1)[1]):
            return "negated"  # 今年的发射窗口内不再实施: the refusal stands at the end of its clause
    words = marks.pack.word("not_no").sub(" ", marks.text(low, high))
    for span in marks.dates:
        if low <= span.start and span.end <= high:
            words = words.replace(marks.text(span.start, span.end), " ")
    return "negated" if marks.pack.word("no").search(words) else ""
