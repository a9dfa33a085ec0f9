"""From a candidate to a claim or to none: status, modality, window, and what forbids it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from tracker import edtf
from tracker.edtf import Window
from tracker.model import Modality, Status
from tracker.reading.candidates import Candidate
from tracker.reading.moods import modality, said_then
from tracker.reading.owndates import own_date
from tracker.reading.spans import DateSpan
from tracker.reading.statuses import headline, status, tried
from tracker.reading.stops import stopped
from tracker.reading.vetoes import veto


class Verdict(NamedTuple):
    """What became of a candidate. `why_not` is empty when it is a claim."""

    candidate: Candidate
    status: Status
    modality: Modality
    window: Window | None
    why_not: str
    rules: tuple[str, ...]


def judge(candidate: Candidate, today: date | None) -> Verdict:
    """Decide one candidate, read against the item's own day."""
    marks, span = candidate.marks, candidate.date
    if candidate.trigger is not None and candidate.trigger.form in ("hold", "cancel"):
        said, when, why = stopped(candidate)
        mood, rules = modality(candidate)
        mood = Modality.SUPERSEDED if why == "pluperfect" else mood
        return Verdict(candidate, said, mood, when, why, rules)
    candidate = candidate._replace(milestone=placed(candidate))
    low, high = marks.sentence.segment(candidate.anchor, 2)
    if span is not None:
        low, high = min(low, span.start), max(high, span.end)
    said, why = status(candidate, low, high, today)
    if candidate.trigger is None and not why:
        why = own_date(candidate)
    if why == "undated-plan" and _explicit_step(candidate):
        why = ""
    if candidate.mention.role and candidate.milestone == "return":
        why = why or "role-on-earth"  # a rocket stage comes down at sea, "a step toward the 2030 landing"
    why = why or veto(candidate, said)
    mood, rules = (Modality.ASSERTED, candidate.seen) if why else modality(candidate)  # what is no claim needs no mood
    said = _still_to_come(candidate, said, today)
    if said is Status.ACHIEVED and _failed(candidate):
        said = Status.FAILED
    past = said in (Status.ACHIEVED, Status.FAILED)
    window = edtf.parse_optional(span.reading("past" if past else "future")) if span else None
    if window is not None and today is not None:
        why = why or _unlikely_day(candidate, said, window, today)
        if said is Status.PLANNED and mood is Modality.ASSERTED:
            mood, rules = _still_held(candidate, window, today, rules)
    if said is Status.ACHIEVED and today is not None and headline(candidate):
        window, rules = edtf.between(today - timedelta(1), today), (*rules, "headline")
    return Verdict(candidate, said, mood, window, why, rules)


def _unlikely_day(candidate: Candidate, said: Status, window: Window, today: date) -> str:
    """A plan whose year is guessed, or something done in the future."""
    span = candidate.date
    if said is Status.PLANNED and span is not None and _just_gone(span, today):
        return "year-unsure"
    ahead = window.earliest is not None and window.earliest > today + timedelta(1)
    return "achieved-in-future" if said is Status.ACHIEVED and ahead else ""


def _still_held(
    candidate: Candidate, window: Window, today: date, rules: tuple[str, ...]
) -> tuple[Modality, tuple[str, ...]]:
    """A plan that was told long ago, or whose window is over, is history."""
    if said_then(candidate, today):
        return Modality.SUPERSEDED, (*rules, "said-then")
    if window.latest and window.latest < today:
        return Modality.SUPERSEDED, (*rules, "stale-plan")
    return Modality.ASSERTED, rules


def placed(candidate: Candidate) -> str:
    """The milestone by its place: a landing in Inner Mongolia is the return, a return to lunar orbit the ascent."""
    trigger, marks = candidate.trigger, candidate.marks
    if trigger is None:
        return candidate.milestone
    uncrewed = candidate.mission not in marks.pack.crewed
    if trigger.form == "put" and uncrewed and marks.stands("put_anything", trigger.start, trigger.end):
        return "launch"  # "Chang'e-7 takes it to the Moon": that it goes, not that it lands
    if candidate.milestone == "landing" and _on_earth(candidate):
        return "return"
    if candidate.milestone == "landing" and marks.pack.word("returner").search(
        marks.text(max(marks.sentence.segment(trigger.start, 2)[0], trigger.start - 34), trigger.start)
    ):
        return "return"  # 返回器安全着陆
    if candidate.milestone == "ascent" and marks.pack.word("lift_off").fullmatch(
        marks.text(trigger.start, trigger.end)
    ):
        hard = marks.text(*marks.sentence.segment(trigger.start, 3))
        return "ascent" if marks.pack.word("off_moon").search(hard) else "launch"  # 起飞 from Earth
    landed = any(t.milestone == "landing" and candidate.mention.end <= t.start < trigger.start for t in marks.triggers)
    if (
        candidate.milestone == "launch"
        and candidate.how == "before"
        and landed
        and trigger.form not in ("mission", "w")
        and not marks.pack.word("from_earth").fullmatch(marks.text(trigger.start, trigger.end))
    ):
        return "ascent"  # "touched down on June 2 and took off again two days later"
    if candidate.milestone == "launch" and marks.pack.word("ascender").search(
        marks.text(trigger.start - 30, trigger.start)
    ):
        return "ascent"
    rising = marks.text(marks.sentence.segment(trigger.start, 3)[0], trigger.start)
    if candidate.milestone == "lunar-orbit" and marks.pack.word("from_moon").search(rising):
        return "ascent"  # 上升器点火,进入环月轨道
    if candidate.milestone == "return" and marks.pack.word("to_orbit").match(marks.text(trigger.end, trigger.end + 6)):
        return "ascent"
    return candidate.milestone


def _just_gone(span: DateSpan, today: date) -> bool:
    """A day without its year that was last week, or will be in a year: hardly a plan."""
    if not span.past or span.past == span.future:
        return False
    past, future = edtf.parse(span.past).latest, edtf.parse(span.future).earliest
    return past is not None and future is not None and (today - past).days <= 45 and (future - today).days >= 300


def _failed(candidate: Candidate) -> bool:
    """ "failed to land", 着陆失败: the word of failure stands at the milestone."""
    trigger, marks = candidate.trigger, candidate.marks
    return trigger is not None and (tried(candidate) or bool(marks.cued("fail", trigger.start - 16, trigger.end + 12)))


def _on_earth(candidate: Candidate) -> bool:
    marks, trigger = candidate.marks, candidate.trigger
    if trigger is None:
        return False
    pack = marks.pack
    if pack.language == "zh":
        return bool(pack.word("earth").search(marks.text(trigger.start - 10, trigger.end + 6)))
    stop = marks.sentence.segment(trigger.end, 1)[1]
    words = marks.text(trigger.end, min(stop, trigger.end + 60))
    earth = pack.word("earth").search(words)
    return earth is not None and not pack.word("moon").search(words[: earth.end()])


def _explicit_step(candidate: Candidate) -> bool:
    """A step plainly said to come, though without a day: "will land at the south pole"."""
    marks, trigger = candidate.marks, candidate.trigger
    if trigger is None or trigger.form in ("w", "mission", "past"):
        return False
    if candidate.milestone in ("launch", "delivery", "rollout"):
        return False
    pack = marks.pack
    low = marks.sentence.segment(trigger.start, 1 if pack.language == "en" else 3)[0]
    if marks.cued("super", low, trigger.start) or marks.cued("hold", low, trigger.end):
        return False
    if pack.word("wished").search(marks.text(marks.sentence.start, trigger.start)):
        return False  # "lawmakers want Artemis III to land"
    if trigger.form == "noun" and pack.language == "en":
        return candidate.how in ("before", "behind") and bool(
            pack.word("noun_modal").search(marks.text(low, trigger.start))
        )
    if pack.language == "en" and candidate.milestone == "docking":
        told = bool(marks.cued("plan", marks.sentence.segment(trigger.start, 2)[0], trigger.start))
        return candidate.how in ("before", "behind", "inside") or (told and candidate.how == "topic")
    if pack.word("afterwards").match(marks.text(trigger.end, trigger.end + 3)):
        return False
    known = ("before", "behind", "role") + (("topic", "topic-title") if pack.language == "zh" else ())
    return candidate.how in known and bool(pack.word("modal").search(marks.text(low, trigger.start)))


def _still_to_come(candidate: Candidate, said: Status, today: date | None) -> Status:
    """嫦娥七号8月升空, said in January with no word of success, is a plan."""
    span, marks = candidate.date, candidate.marks
    if said is not Status.ACHIEVED or span is None or today is None or marks.pack.language != "zh":
        return said
    if (
        candidate.milestone in ("delivery", "rollout")
        or span.kind != "month"
        or marks.pack.word("looking_back").search(marks.sentence.text)
        or not span.past
        or marks.cued("done", *marks.sentence.segment(candidate.anchor, 1))
    ):
        return said
    latest = edtf.parse(span.past).latest
    return Status.PLANNED if latest is not None and (today - latest).days > 110 else said
