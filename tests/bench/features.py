"""What the scorer weighs in a decided candidate: short readable names, each present or not."""

from __future__ import annotations

import re
from datetime import date

from tracker.reading.decide import Verdict

_WORD = re.compile(r"[a-z'-]+|[\u4e00-\u9fff]")


def features(verdict: Verdict, today: date | None, language: str) -> list[str]:
    """The names of everything that speaks for or against a candidate."""
    c = verdict.candidate
    marks, trigger, span, mention = c.marks, c.trigger, c.date, c.mention
    sentence = marks.sentence
    how = c.seen[0]
    form = c.seen[1]
    found = [
        "always", f"language:{language}", how, f"{form}", f"{c.milestone}", f"status:{verdict.status}", f"{form}+{verdict.status}+{language}",
        f"{c.milestone}+{verdict.status}+{'dated' if span else 'undated'}", c.seen[2] if len(c.seen) > 2 else "date:?",
        f"{how}+{'dated' if span else 'undated'}", f"field:{sentence.field}", f"soft:{verdict.why_not or 'none'}",
        f"cost:{min(6, int(c.cost * 1.5))}", f"missions:{min(3, len({m.mission for m in marks.mentions if m.mission}))}",
        f"others:{min(2, len({m.other for m in marks.mentions if m.other}))}", f"dates:{min(4, len(marks.dates))}",
        f"triggers:{min(5, len(marks.triggers))}",
    ]  # fmt: skip
    low, high = sentence.segment(c.anchor, 2)
    if span is not None:
        low, high = min(low, span.start), max(high, span.end)
    for cue in (
        "plan",
        "done",
        "report",
        "neg",
        "noise",
        "hold",
        "history",
        "super",
        "spec",
        "fail",
        "outsider",
        "cancel",
    ):
        if marks.cued(cue, low, high):
            found.append(f"cue:{cue}")
            if cue in ("plan", "neg", "noise"):
                found.append(f"cue:{cue}+{verdict.status}")
    if mention is not None and mention in marks.mentions and trigger is not None:
        gap = trigger.start - mention.end if mention.end <= trigger.start else mention.start - trigger.end
        far = sentence.far(min(mention.end, trigger.end), max(mention.start, trigger.start))
        found += [
            f"owner-gap:{_bucket(gap)}",
            f"owner-far:{min(4, far)}",
            "owner-first" if mention.end <= trigger.start else "owner-last",
        ]
        lead = _WORD.findall(marks.text(sentence.start, mention.start).lower())
        found.append(f"before-name:{lead[-1] if lead else '^'}")
    if mention is not None and mention.role:
        found.append("role")
    if span is not None:
        found += [f"kind:{span.kind}", f"bound:{span.bound}", f"kind:{span.kind}+{form}"]
        anchor_low, anchor_high = (
            (trigger.start, trigger.end)
            if trigger
            else ((mention.start, mention.end) if mention and mention in marks.mentions else (span.start, span.end))
        )
        gap = span.start - anchor_high if span.start >= anchor_high else anchor_low - span.end
        far = sentence.far(min(span.end, anchor_high), max(span.start, anchor_low))
        found += [
            f"date-gap:{_bucket(gap)}",
            f"date-far:{min(4, far)}",
            "date-last" if span.start >= anchor_high else "date-first",
        ]
        between = [t for t in marks.triggers if min(anchor_high, span.end) <= t.start < max(anchor_low, span.start)]
        names = [m for m in marks.mentions if min(anchor_high, span.end) <= m.start < max(anchor_low, span.start)]
        found += [f"triggers-between:{min(2, len(between))}", f"names-between:{min(2, len(names))}"]
        if verdict.window is not None and today is not None:
            low_day, high_day = verdict.window.earliest, verdict.window.latest
            if high_day is not None and high_day < today:
                found.append("when:past")
            elif low_day is not None and low_day > today:
                found.append("when:future")
            else:
                found.append("when:now")
            if low_day is not None and abs(low_day.year - today.year) > 4:
                found.append("when:far")
    if trigger is not None:
        words = _WORD.findall(marks.text(trigger.start, trigger.end).lower())
        if words:
            found.append(f"word:{words[0] if language == 'en' else ''.join(words[:2])}")
    found += [f"rule:{r}" for r in verdict.rules[3:]]
    return found


def _bucket(gap: int) -> str:
    for limit in (2, 6, 15, 30, 60, 120):
        if gap <= limit:
            return str(limit)
    return "more"
