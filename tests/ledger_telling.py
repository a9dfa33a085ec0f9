"""A story told to the ledger hour by hour, as a program that polls hears it: what is announced when, and what stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from tests.ledger_words import MISSION, say, told
from tracker import ledger
from tracker.alerts import AlertRules, choose
from tracker.model import Change, Confidence, Decision, History, Mission, Modality, Position, Testimony, Tier, Verdict

TIERS = {"NASA": Tier.AGENCY, "ESA": Tier.AGENCY, "CNSA": Tier.AGENCY, "Launch Library": Tier.DATABASE,
         "CCTV": Tier.STATE_MEDIA, "Orbit": Tier.TRADE_PRESS, "Forum": Tier.OTHER}  # fmt: skip
"""Everybody else is of the press."""


@dataclass(frozen=True)
class Telling:
    """What became of a story: alerts as "day hour change", changes once told that are gone, the last history."""

    alerts: list[str]
    gone: list[str]
    history: History


def line(text: str) -> Testimony:
    """ "2024-12-05 10 NASA: launch planned 2027 | heard=2024-12-06 item=a text=... weak maybe was first revision=2"."""
    head, _, more = text.partition(" | ")
    when, _, what = head.partition(": ")
    day, hour, outlet = when.split(" ", 2)
    options = dict(o.split("=", 1) for o in more.split() if "=" in o)
    flags = {o for o in more.split() if "=" not in o}
    modality = (
        Modality.SPECULATIVE if "maybe" in flags else Modality.SUPERSEDED if "was" in flags else Modality.ASSERTED
    )
    return say(
        day, outlet, what, tier=TIERS.get(outlet, Tier.PRESS), hour=int(hour), heard=options.get("heard", ""),
        item=options.get("item", ""), text=options.get("text", ""), revision=int(options.get("revision", 1)),
        modality=modality, confidence=Confidence.WEAK if "weak" in flags else Confidence.FIRM, baseline="first" in flags,
    )  # fmt: skip


def tell(
    said: Iterable[Testimony],
    verdicts: Mapping[str, tuple[Verdict, str, Position | None]] | None = None,
    *,
    mission: Mission = MISSION,
    until: str = "",
) -> Telling:
    """Fold and choose after each hour in which something was heard or decided.

    `verdicts` is by "day hour": a verdict on the change told so ("launch slipped 2026 > 2027 confirmed"), on the first
    testimony held with that reason, or, for an undo, on the verdict of that "day hour".
    """
    heard = list(said)
    pending = {datetime.strptime(w, "%Y-%m-%d %H").replace(tzinfo=UTC): (w, *v) for w, v in (verdicts or {}).items()}
    moments = {t.heard_at for t in heard} | set(pending)
    if until:
        moments.add(datetime.fromisoformat(until).replace(tzinfo=UTC))
    known: set[str] = set()
    announced: dict[str, str] = {}
    decisions: list[Decision] = []
    history = History(mission.id)
    for now in sorted(moments):
        if now in pending:
            decisions.append(_decision(*pending[now], at=now, history=history))
        history = ledger.fold(mission, [t for t in heard if t.heard_at <= now], decisions, today=now.date())
        if now in pending:
            known |= {c.id for c in history.changes}
        fresh = choose(history.changes, known=known, missions={mission.id: mission}, rules=AlertRules(cap=100),
                       created_at=now, outlets={})  # fmt: skip
        by_id: dict[str, Change] = {c.id: c for c in history.changes}
        for alert in fresh:
            known.add(alert.id)
            announced[alert.id] = f"{now:%Y-%m-%d %H} {told([by_id[alert.id]])[0]}"
    standing = {c.id for c in history.changes}
    gone = [words for ident, words in announced.items() if ident not in standing]
    return Telling(list(announced.values()), gone, history)


def _decision(
    when: str, verdict: Verdict, target: str, position: Position | None, *, at: datetime, history: History
) -> Decision:
    changes = {told([c])[0]: c for c in history.changes}
    held = {h.reason: h for h in reversed(history.held)}
    milestone = "launch"
    if target in changes:
        milestone, target = changes[target].milestone, changes[target].id
    elif target in held:
        milestone, target = held[target].milestone, held[target].testimony
    return Decision(when, at, verdict, target, history.mission, milestone, position)
