"""What a trained scorer could weigh in a decided candidate: short readable names, each present or not."""

from __future__ import annotations

from datetime import date

from tracker.reading.decide import Verdict


def features(verdict: Verdict, today: date | None) -> list[str]:
    """The names of everything that speaks for or against a candidate."""
    return [*_what(verdict), *_cues(verdict), *_owner(verdict), *_date(verdict, today)]


def _what(verdict: Verdict) -> list[str]:
    c = verdict.candidate
    marks, dated = c.marks, "dated" if c.date else "undated"
    form = c.trigger.form if c.trigger else "own"
    return [
        "always", f"language:{marks.pack.language}", f"how:{c.how}", f"form:{form}", c.milestone, f"status:{verdict.status}",
        f"{form}+{verdict.status}+{marks.pack.language}", f"{c.milestone}+{verdict.status}+{dated}", f"{c.how}+{dated}",
        f"field:{marks.sentence.field}", f"soft:{verdict.why_not or 'none'}", c.seen[2], f"cost:{min(6, int(c.cost * 1.5))}",
        f"missions:{min(3, len({m.mission for m in marks.mentions if m.mission}))}",
        f"others:{min(2, len({m.other for m in marks.mentions if m.other}))}", f"dates:{min(4, len(marks.dates))}",
        f"triggers:{min(5, len(marks.triggers))}",
    ]  # fmt: skip


def _cues(verdict: Verdict) -> list[str]:
    c = verdict.candidate
    low, high = c.marks.sentence.segment(c.anchor, 2)
    if c.date is not None:
        low, high = min(low, c.date.start), max(high, c.date.end)
    return [f"cue:{name}" for name in c.marks.pack.cues if c.marks.cued(name, low, high)]


def _owner(verdict: Verdict) -> list[str]:
    c = verdict.candidate
    if c.trigger is None or not c.here:
        return []
    first, last = sorted([(c.mention.start, c.mention.end), (c.trigger.start, c.trigger.end)])
    far = c.marks.sentence.far(min(first[1], last[1]), max(first[0], last[0]))
    return [f"owner-gap:{_bucket(last[0] - first[1])}", f"owner-far:{min(4, far)}"]


def _date(verdict: Verdict, today: date | None) -> list[str]:
    c = verdict.candidate
    if c.date is None:
        return []
    low, high = (c.trigger.start, c.trigger.end) if c.trigger else (c.anchor, c.anchor)
    gap = c.date.start - high if c.date.start >= high else low - c.date.end
    found = [
        f"kind:{c.date.kind}",
        f"bound:{c.date.bound}",
        f"date-gap:{_bucket(gap)}",
        "after" if c.date.start >= high else "before",
    ]
    if verdict.window is not None and today is not None:
        first, last = verdict.window.earliest, verdict.window.latest
        past = last is not None and last < today
        found.append("when:past" if past else "when:future" if first is not None and first > today else "when:now")
    return found


def _bucket(gap: int) -> str:
    return next((str(limit) for limit in (2, 6, 15, 30, 60, 120) if gap <= limit), "more")
