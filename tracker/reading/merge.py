"""One item says one thing once: headline and body are laid together, the narrower window stays."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.model import Modality, Status
from tracker.reading.decide import Verdict


def merged(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """The verdicts that become claims."""
    kept: list[Verdict] = []
    verdicts = list(verdicts)
    gone = {
        (v.candidate.mission, v.candidate.milestone)
        for v in verdicts
        if v.status is Status.CANCELLED and not v.why_not and v.modality is Modality.ASSERTED
    }
    dated = {
        (v.candidate.mission, v.candidate.milestone)
        for v in verdicts
        if v.status is Status.PLANNED and not v.why_not and v.modality is Modality.ASSERTED and v.window is not None
    }
    for verdict in verdicts:
        if verdict.status is Status.ON_HOLD and verdict.window is None and _key(verdict)[:2] in dated:
            continue  # delayed, and the new date is told
        if _lone_clock(verdict) and any(_same_step(verdict, v) and not _lone_clock(v) for v in verdicts):
            continue  # "Liftoff is planned for 9:40 a.m.": the day is told elsewhere
        if verdict.why_not or (
            verdict.status is Status.PLANNED
            and _key(verdict)[:2] in gone
            and verdict.candidate.seen[0].startswith("owner:topic")
        ):
            continue
        twin = next((k for k in kept if _key(k) == _key(verdict) and _nested(k, verdict)), None)
        if twin is None:
            kept.append(verdict)
        elif verdict.window and (twin.window is None or twin.window.contains(verdict.window)):
            kept[kept.index(twin)] = verdict
    return kept


def _lone_clock(verdict: Verdict) -> bool:
    """A time without a day, which was taken for one of the item's own day."""
    span = verdict.candidate.date
    return span is not None and span.kind == "clock"


def _same_step(verdict: Verdict, other: Verdict) -> bool:
    """Whether another good verdict dates the same step."""
    same = _key(verdict)[:3] == _key(other)[:3]
    return same and not other.why_not and other.window is not None


def _key(verdict: Verdict) -> tuple[str, str, str, str]:
    return verdict.candidate.mission, verdict.candidate.milestone, verdict.status, verdict.modality


def _nested(one: Verdict, other: Verdict) -> bool:
    if one.window is None or other.window is None:
        return True
    return one.window.contains(other.window) or other.window.contains(one.window)
