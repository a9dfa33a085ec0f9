"""How an item means what it says: asserted, doubted, or history."""

from __future__ import annotations

from datetime import date

from tracker import edtf
from tracker.model import Modality
from tracker.reading.candidates import Candidate

LONG_AGO = 550
"""Days after which what somebody said is history; what was said last year may still hold."""


def modality(candidate: Candidate) -> tuple[Modality, tuple[str, ...]]:
    """How the item means it, and the rules that spoke so far."""
    marks, span, trigger = candidate.marks, candidate.date, candidate.trigger
    seen = candidate.seen
    if candidate.role == "old":
        return Modality.SUPERSEDED, (*seen, "history")
    if "apposition" in seen:
        return Modality.ASSERTED, seen
    sentence, pack = marks.sentence, marks.pack
    low = sentence.segment(candidate.anchor, 1)[0]
    high = trigger.end if trigger else candidate.anchor
    if span is not None:
        low, high = min(low, sentence.segment(span.core, 1)[0]), max(high, span.end)
    hard = sentence.segment(candidate.anchor, 3)[0]
    conditional = pack.word("would").search(marks.sentence.without_asides(low, high)) and not marks.cued(
        "report", sentence.start, sentence.end
    )
    if conditional or _outsider(candidate, hard, high):
        return Modality.SPECULATIVE, (*seen, "doubter")
    if _governed(candidate, hard, high):
        return Modality.SPECULATIVE, (*seen, "governed")
    reach = sentence.end if sentence.field == "title" else high
    if span is not None and sentence.field != "title":
        reach = max(high, min(high + 24, sentence.segment(high, 1)[1]))
    asked = sentence.text.rstrip(" \"')").endswith("?") and (trigger is None or trigger.form != "hold")
    if pack.word("proviso").search(marks.text(high, sentence.end)) or pack.word("debunked").search(
        marks.text(low, sentence.end)
    ):
        return Modality.SPECULATIVE, (*seen, "conditional")
    if pack.word("had_said").search(marks.text(hard, candidate.anchor)):
        return Modality.SUPERSEDED, (*seen, "history")
    if pack.word("conditional").match(marks.text(hard, sentence.end)):
        return Modality.SPECULATIVE, (*seen, "conditional")
    if asked or marks.cued("spec", low, reach) or _carried_doubt(candidate, low):
        return Modality.SPECULATIVE, (*seen, "speculative")
    return Modality.ASSERTED, seen


def said_then(candidate: Candidate, today: date) -> bool:
    """ "In 2021 NASA said that Artemis III would launch in 2027": what was said long ago is history."""
    marks = candidate.marks
    hard = marks.sentence.segment(candidate.anchor, 3)[0]
    for span in marks.dates:
        if span == candidate.date or span.past != span.future or not hard <= span.start < candidate.anchor:
            continue
        told = edtf.parse_optional(span.reading("past"))
        old = told is not None and told.latest is not None and (today - told.latest).days > LONG_AGO
        if old and marks.cued("report", max(hard, span.start - 40), candidate.anchor):
            return True
    return False


def _outsider(candidate: Candidate, hard: int, high: int) -> bool:
    """Somebody without a say says it; not where he only retells what the agency plans."""
    marks = candidate.marks
    said = marks.cued("hearsay", hard, marks.sentence.segment(candidate.anchor, 3)[1]) + marks.cued(
        "doubter", hard, high
    )
    return any(end > candidate.anchor or not marks.stands("told_plan", end, candidate.anchor) for _, end in said)


def _governed(candidate: Candidate, hard: int, high: int) -> bool:
    """ "denied that", "the chance that ... is slim", "in the film, ...": what stands around the clause takes it back."""
    marks, pack = candidate.marks, candidate.marks.pack
    start = candidate.anchor
    if candidate.trigger is None and marks.stands(
        "oblique_time", candidate.mention.start - 20, candidate.mention.start
    ):
        return False  # "the proposal would retire SLS after Artemis III in 2027"
    if candidate.here and candidate.mention.end <= start and marks.sentence.far(candidate.mention.end, start) == 0:
        start = candidate.mention.start
    if candidate.date is not None:
        start = min(start, candidate.date.start) if candidate.date.start >= hard else start
    if marks.stands("governed", max(hard, start - 80), start) or pack.word("frame").match(
        marks.text(hard, marks.sentence.end)
    ):
        return True
    if candidate.here and 0 <= candidate.mention.start - high < 16:
        high = candidate.mention.end  # "a 2027 launch of Artemis III looks unrealistic"
    return bool(pack.word("predicate_doubt").match(marks.text(high, marks.sentence.end)))


def _carried_doubt(candidate: Candidate, low: int) -> bool:
    """ "might force a rollback and so move the launch": the modal holds for what is joined to it."""
    marks, trigger = candidate.marks, candidate.trigger
    if trigger is None or marks.pack.language != "en":
        return False
    start = marks.sentence.segment(trigger.start, 2)[0]
    cues = marks.cued("spec", start, low)
    if not cues:
        return False
    end = cues[-1][1]
    names = any(end <= m.start < trigger.start for m in marks.mentions)
    return not names and not any(end <= d.start < trigger.start for d in marks.dates)
