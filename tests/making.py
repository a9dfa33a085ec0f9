"""Values for tests, in our own words. Everything has a default; a test names only what it is about."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime

from tracker import edtf
from tracker.model import (
    Alert,
    Change,
    ChangeKind,
    Claim,
    Confidence,
    Evidence,
    Item,
    Modality,
    Position,
    Standing,
    Status,
    Testimony,
    Tier,
)

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def item(
    key: str = "a1",
    *,
    title: str = "NASA moves Artemis III",
    text: str = "NASA has moved the landing of Artemis III to mid-2027.",
    source: str = "nasa-test",
    outlet: str = "NASA",
    tier: Tier = Tier.AGENCY,
    published_at: datetime | None = NOW,
    url: str = "https://news.example/a1",
    language: str | None = "en",
) -> Item:
    digest = hashlib.sha256(f"{title}|{text}".encode()).hexdigest()[:16]
    return Item(
        id=f"{source}-{key}", source=source, outlet=outlet, tier=tier, url=url, published_at=published_at,
        published_on=published_at.date() if published_at else None, language=language, title=title, text=text,
        digest=digest, undated=published_at is None,
    )  # fmt: skip


def claim(
    mission: str = "artemis-3",
    milestone: str = "landing",
    when: str = "2027-05/2027-08",
    *,
    status: Status = Status.PLANNED,
    modality: Modality = Modality.ASSERTED,
    quote: str = "mid-2027",
    start: int = 45,
    confidence: Confidence = Confidence.FIRM,
) -> Claim:
    evidence = Evidence("text", start, start + len(quote), quote)
    return Claim(mission, milestone, status, edtf.parse_optional(when), modality, evidence, confidence, ("test",))


def testimony(
    ident: str = "t1",
    said: Claim | None = None,
    *,
    of: Item | None = None,
    on: date | None = None,
    baseline: bool = False,
    revision: int = 1,
) -> Testimony:
    origin = of or item()
    return Testimony(
        id=ident, claim=said or claim(), item=origin.id, revision=revision, source=origin.source,
        outlet=origin.outlet, tier=origin.tier, url=origin.url, said_on=on or origin.published_on, heard_at=NOW,
        story=origin.digest, baseline=baseline,
    )  # fmt: skip


def change(
    ident: str = "c1",
    *,
    mission: str = "artemis-3",
    milestone: str = "landing",
    kind: ChangeKind = ChangeKind.SLIPPED,
    before: str | None = "2026",
    after: str = "2027-05/2027-08",
    status: Status = Status.PLANNED,
    on: date | None = None,
    carried_by: tuple[str, ...] = ("t1",),
    baseline: bool = False,
    standing: Standing = Standing.CONFIRMED,
) -> Change:
    return Change(
        id=ident, mission=mission, milestone=milestone, kind=kind,
        before=None if before is None else Position(Status.PLANNED, edtf.parse_optional(before)),
        after=Position(status, edtf.parse_optional(after)), on=on or NOW.date(), standing=standing, carried_by=carried_by,
        baseline=baseline, why=("later",),
    )  # fmt: skip


def alert(ident: str = "c1", *, changes: tuple[str, ...] = ("c1",)) -> Alert:
    return Alert(ident, "Artemis III landing slips", "2026 → mid-2027 · NASA", changes, NOW)
