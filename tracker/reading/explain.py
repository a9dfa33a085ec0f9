"""The reader's reasons in plain text: the clauses of an item, what was found in each, what became of each candidate."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tracker.reading.decide import Verdict
from tracker.reading.marks import Marks


def explained(
    language: str | None, read: bool, marked: Sequence[Marks], verdicts: Sequence[Verdict], kept: Sequence[Verdict]
) -> str:
    """A page a person can follow, one sentence after another."""
    lines = [f"language: {language or 'unknown'}" + ("" if read else " (no pack: not read)")]
    for marks in marked:
        mine = [v for v in verdicts if v.candidate.marks is marks]
        if not (marks.mentions or marks.triggers or mine):
            continue
        lines.append(
            f"\n{marks.sentence.field} [{marks.sentence.start}:{marks.sentence.end}] {marks.sentence.text.strip()}"
        )
        lines.append("  clauses:    " + " | ".join(clauses(marks)))
        if marks.mentions:
            lines.append(
                "  missions:   "
                + ", ".join(
                    f"{_said(marks, m.start, m.end)!r} = {m.mission or 'another: ' + m.other}" for m in marks.mentions
                )
            )
        if marks.triggers:
            lines.append(
                "  milestones: "
                + ", ".join(f"{_said(marks, t.start, t.end)!r} = {t.milestone} ({t.form})" for t in marks.triggers)
            )
        if marks.dates:
            lines.append(
                "  dates:      "
                + ", ".join(f"{_said(marks, d.start, d.end)!r} = {d.edtf} ({d.kind})" for d in marks.dates)
            )
        cues = marks.all_cues()
        if cues:
            lines.append("  cues:       " + ", ".join(f"{_said(marks, s, e)!r} = {name}" for s, e, name in cues))
        lines.extend(_line(v, v in kept) for v in mine)
    return "\n".join(lines)


def clauses(marks: Marks) -> list[str]:
    """The sentence cut at its boundaries."""
    edges = [marks.sentence.start, *(at for at, _ in marks.sentence.cuts), marks.sentence.end]
    pieces = [marks.text(low, high).strip() for low, high in pairwise(edges)]
    return [p for p in pieces if p]


def _said(marks: Marks, start: int, end: int) -> str:
    return marks.text(start, end)


def _line(verdict: Verdict, kept: bool) -> str:
    c = verdict.candidate
    when = verdict.window.edtf if verdict.window else "no date"
    words = f"{c.mission} {c.milestone} {verdict.status.value} {when} ({verdict.modality.value})"
    if kept:
        return f"  -> CLAIM {words}  because {', '.join(verdict.rules)}"
    return f"  -- not:  {words}  because {verdict.why_not or 'said already, or said better elsewhere'} [{', '.join(verdict.rules)}]"
