"""Short words for ledger tests: testimonies built as the program builds them, from sentences of our own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from tracker import ledger
from tracker.edtf import parse_optional
from tracker.model import (
    Change,
    Claim,
    Confidence,
    Decision,
    Evidence,
    History,
    Item,
    Mission,
    Modality,
    Position,
    Status,
    Testimony,
    Tier,
    Verdict,
)

TODAY = date(2026, 11, 22)
MISSION = Mission(
    id="artemis-3", names={"en": "Artemis III"}, aliases={}, agency="nasa", programme="artemis", side="us",
    milestones=("rollout", "launch", "docking", "landing", "return"),
)  # fmt: skip


def article(key: str, day: str, outlet: str, tier: Tier, text: str, *, title: str = "") -> Item:
    """An item whose whole text is `text`."""
    on = date.fromisoformat(day)
    return Item(
        id=hashlib.sha256(key.encode()).hexdigest()[:12], source=outlet.lower(), outlet=outlet, tier=tier,
        url=f"https://news.example/{key}", published_at=datetime.combine(on, time(12), UTC), published_on=on,
        language="en", title=title, text=text, digest=key,
    )  # fmt: skip


def say(
    day: str,
    outlet: str,
    what: str,
    *,
    tier: Tier = Tier.PRESS,
    mission: str = "artemis-3",
    item: str = "",
    text: str = "",
    modality: Modality = Modality.ASSERTED,
    confidence: Confidence = Confidence.FIRM,
    revision: int = 1,
    hour: int = 12,
    heard: str = "",
    baseline: bool = False,
) -> Testimony:
    """One testimony: `what` is "launch planned 2027-05/2027-08" or "landing cancelled"."""
    milestone, status, *when = what.split()
    window = parse_optional(when[0] if when else "")
    text = text or f"{outlet} on {day}: {mission} {what}, as {outlet} has it."
    claim = Claim(
        mission, milestone, Status(status), window, modality, Evidence("text", 0, len(text), text), confidence
    )
    source = article(item or f"{outlet}-{day}-{what}-{mission}-{text}", day, outlet, tier, text)
    heard_at = datetime.combine(date.fromisoformat(heard or day), time(hour), UTC)
    return ledger.testimony(source, revision, claim, heard_at=heard_at, baseline=baseline)


def agency(day: str, what: str, **more: object) -> Testimony:
    return say(day, "NASA", what, tier=Tier.AGENCY, **more)  # type: ignore[arg-type]


def database(day: str, what: str, **more: object) -> Testimony:
    return say(day, "Launch Library", what, tier=Tier.DATABASE, **more)  # type: ignore[arg-type]


def history(*said: Testimony, decisions: Iterable[Decision] = (), today: date = TODAY, mission: Mission = MISSION,
            beside: Iterable[Testimony] = ()) -> History:  # fmt: skip
    return ledger.fold(mission, said, decisions, today=today, beside=beside)


def told(changes: Iterable[Change]) -> list[str]:
    """Changes in one line each: "launch slipped 2026 > 2027 confirmed"."""
    lines = []
    for c in changes:
        before = c.before.when if c.before else ""
        lines.append(f"{c.milestone} {c.kind.value} {before} > {c.after.when} {c.standing.value}".replace("  ", " "))
    return lines


def where(history: History, milestone: str = "launch") -> str:
    """The state of a milestone: "planned 2027 confirmed"; empty when unknown."""
    for s in history.states:
        if s.milestone == milestone:
            return f"{s.position.status.value} {s.position.when} {s.standing.value}".replace("  ", " ")
    return ""


def decide(ident: str, verdict: Verdict, target: str, *, at: str = "2026-11-01", milestone: str = "launch",
           position: Position | None = None) -> Decision:  # fmt: skip
    when = datetime.combine(date.fromisoformat(at), time(12), UTC)
    return Decision(ident, when, verdict, target, "artemis-3", milestone, position)
