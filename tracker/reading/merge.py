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


def _key(verdict: Verdict) -> tuple[str, str, str, str]:
    return verdict.candidate.mission, verdict.candidate.milestone, verdict.status, verdict.modality


def _nested(one: Verdict, other: Verdict) -> bool:
    if one.window is None or other.window is None:
        return True
    return one.window.contains(other.window) or other.window.contains(one.window)
