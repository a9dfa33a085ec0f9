"""Reads seeds/missions.toml (and a user's file of the same form) into values.

The report's positions come out as testimonies of a source of their own, so that every milestone has a proof from the
first second and the ledger needs no second way in.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from tracker import edtf
from tracker.errors import SeedError, TrackerError
from tracker.model import (
    MILESTONES,
    Claim,
    Evidence,
    Item,
    Mission,
    Modality,
    Race,
    Status,
    Testimony,
    Tier,
)
from tracker.places import shipped

SEED_SOURCE = "report-2024-06-25"
"""The source id of what the app starts from."""


@dataclass(frozen=True, slots=True)
class Side:
    id: str
    names: Mapping[str, str]
    nexts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence of ours about a mission, with where it comes from."""

    mission: str
    texts: Mapping[str, str]
    origin: str
    reference: str | None


@dataclass(frozen=True, slots=True)
class World:
    """Everything the seeds hold."""

    fingerprint: str  # of the file: a changed seed is put into an old database once
    on: date
    missions: tuple[Mission, ...]
    races: tuple[Race, ...]
    sides: tuple[Side, ...]
    agencies: Mapping[str, Mapping[str, str]]
    programmes: Mapping[str, Mapping[str, str]]
    references: Mapping[str, tuple[str, str]]  # id -> (title, url)
    facts: tuple[Fact, ...]
    items: tuple[Item, ...]  # one per seeded milestone: the sentence that states it
    testimonies: tuple[Testimony, ...]

    def mission(self, ident: str) -> Mission:
        """The mission with this id. Raises SeedError when there is none."""
        for mission in self.missions:
            if mission.id == ident:
                return mission
        raise SeedError("no such mission", key=ident)


def load(path: Path | None = None) -> World:
    """The shipped world, or the one of another file of the same form. Raises SeedError with the place of the fault."""
    path = path or shipped("seeds") / "missions.toml"
    try:
        text = path.read_text(encoding="utf-8")
        data = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SeedError("cannot be read", key=str(path)) from error
    try:
        return _world(data, hashlib.sha256(text.encode()).hexdigest()[:16])
    except (KeyError, TypeError, ValueError, AttributeError, TrackerError) as error:
        raise SeedError("a mission file with a fault", key=str(path)) from error


def _world(data: Mapping[str, Any], fingerprint: str) -> World:
    on: date = data["report"]["on"]
    references = {r["id"]: (r["title"], r["url"]) for r in data.get("reference", [])}
    missions = tuple(_mission(m) for m in data["mission"])
    known = {m.id: m for m in missions}
    races = tuple(
        Race(r["id"], r["name"], tuple((m, s) for m, s in r["contenders"]), r.get("origin", "user"))
        for r in data.get("race", [])
    )
    for race in races:
        for mission, milestone in race.contenders:
            if mission not in known or milestone not in known[mission].milestones:
                raise SeedError("a race needs milestones that exist", key=f"{race.id}: {mission}/{milestone}")
    facts = tuple(
        Fact(m["id"], f["text"], f["origin"], f.get("reference")) for m in data["mission"] for f in m.get("fact", [])
    )
    seeded = [_seeded(known[m["id"]], s, on, references) for m in data["mission"] for s in m.get("milestone", [])]
    return World(
        fingerprint=fingerprint,
        on=on,
        missions=missions,
        races=races,
        sides=tuple(Side(s["id"], s["name"], s["next"]) for s in data.get("side", [])),
        agencies={a["id"]: a["name"] for a in data.get("agency", [])},
        programmes={p["id"]: p["name"] for p in data.get("programme", [])},
        references=references,
        facts=facts,
        items=tuple(item for item, _ in seeded),
        testimonies=tuple(testimony for _, testimony in seeded),
    )


def _mission(data: Mapping[str, Any]) -> Mission:
    unknown = [m for m in data["milestones"] if m not in MILESTONES]
    if unknown:
        raise SeedError("no such milestone", key=f"{data['id']}: {unknown[0]}")
    return Mission(
        id=data["id"],
        names=data["name"],
        aliases={language: tuple(names) for language, names in data.get("alias", {}).items()},
        agency=data["agency"],
        programme=data["programme"],
        side=data["side"],
        milestones=tuple(data["milestones"]),
        origin=data.get("origin", "user"),
        about=data.get("about", {}),
        lane=data.get("lane", True),
    )


def _seeded(
    mission: Mission, data: Mapping[str, Any], on: date, references: Mapping[str, tuple[str, str]]
) -> tuple[Item, Testimony]:
    """A seeded milestone as an item whose text says it in one plain line, and the testimony that quotes that line."""
    milestone, status = data["id"], Status(data["status"])
    if milestone not in mission.milestones:
        raise SeedError("not a milestone of this mission", key=f"{mission.id}: {milestone}")
    window = edtf.parse_optional(data.get("when"))
    origin = data.get("origin", mission.origin)
    title, url = references.get(data.get("reference", ""), ("", ""))
    quote = f"{mission.name()} {milestone.replace('-', ' ')}: {status.value}" + (f", {window.edtf}" if window else "")
    said = "from the report of 25 June 2024" if origin == "report" else "added by us"
    text = f"{quote} ({said}{'; ' + title if title else ''})"
    ident = hashlib.sha256(f"{SEED_SOURCE}|{mission.id}|{milestone}".encode()).hexdigest()[:16]
    outlet = "Report of 25 June 2024" if origin == "report" else "Space Race Tracker"
    heard_at = datetime.combine(on, time(12), UTC)
    item = Item(
        id=ident, source=SEED_SOURCE, outlet=outlet, tier=Tier.AGENCY, url=url, published_at=heard_at,
        published_on=on, language="en", title=f"{mission.name()}: {said}", text=text, digest=ident,
    )  # fmt: skip
    claim = Claim(mission.id, milestone, status, window, Modality.ASSERTED, Evidence("text", 0, len(quote), quote),
                  rules=("seed",))  # fmt: skip
    testimony = Testimony(
        id=f"seed-{ident}", claim=claim, item=ident, revision=1, source=SEED_SOURCE, outlet=outlet, tier=Tier.AGENCY,
        url=url, said_on=on, heard_at=heard_at, story=ident, baseline=True,
    )  # fmt: skip
    return item, testimony
