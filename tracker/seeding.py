"""Reads seeds/missions.toml (and a user's file of the same form) into values.

The report's positions come out as testimonies of a source of their own, so that every milestone has a proof from the
first second and the ledger needs no second way in.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, Final

from tracker import edtf
from tracker.errors import EdtfError, SeedError
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

_IDENT: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")

SEED_SOURCE = "report-2024-06-25"
"""The source id of what the app starts from."""


@dataclass(frozen=True, slots=True)
class Side:
    """Who competes: its names, and the words for "Next for ..." on the Race page, per language."""

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
    shipped_missions: frozenset[str] = frozenset()  # ids of the seeds' own, whatever a user's file lays over them

    def mission(self, ident: str) -> Mission:
        """The mission with this id. Raises SeedError when there is none."""
        for mission in self.missions:
            if mission.id == ident:
                return mission
        raise SeedError("no such mission", key=ident)


def load(path: Path | None = None) -> World:
    """The shipped world, or the one of another file of the same form. Raises SeedError with the place of the fault."""
    file = path or shipped("seeds") / "missions.toml"
    top, fingerprint = _parsed(_text(file), str(file))
    return _world(top, fingerprint)


def with_own_missions(world: World, path: Path) -> World:
    """The world with the missions of a user's file ([[mission]] tables as in seeds/missions.toml) laid over it.

    A mission with a known id takes that one's place. Raises SeedError with the place of the fault.
    """
    return laid_over(world, _text(path), str(path))


def laid_over(world: World, text: str, where: str) -> World:
    """The same for the text of such a file; `where` names it in faults. Raises SeedError with the place of the fault."""
    top, fingerprint = _parsed(text, where)
    tables = top.tables("mission")
    own = [replace(_mission(table), origin="user") for table in tables]
    ids = {mission.id for mission in own}
    if len(ids) < len(own):
        raise top.fault("mission", "two missions with one id")
    seeded = [
        _seeded(mission, t, world.on, world.references)
        for mission, table in zip(own, tables, strict=True)
        for t in table.tables("milestone")
    ]
    for race in world.races:
        for ident, milestone in race.contenders:
            if any(m.id == ident and milestone not in m.milestones for m in own):
                raise top.fault(f"mission {ident}: milestones", f"the race {race.id} needs its {milestone}")
    sides = {s.id for s in world.sides}
    more = dict.fromkeys(m.side for m in own if m.side not in sides)
    return replace(
        world,
        fingerprint=f"{world.fingerprint}-{fingerprint}",
        missions=(*(m for m in world.missions if m.id not in ids), *own),
        sides=(*world.sides, *(_own_side(s) for s in more)),
        agencies={m.agency: {"en": m.agency} for m in own} | dict(world.agencies),
        programmes={m.programme: {"en": m.programme} for m in own} | dict(world.programmes),
        items=(*world.items, *(item for item, _ in seeded)),
        testimonies=(*world.testimonies, *(testimony for _, testimony in seeded)),
    )


def _own_side(ident: str) -> Side:
    """A side that only the user's own missions have."""
    if ident == "other":  # what the form gives a mission for which no side is named
        return Side(ident, {"en": "others", "zh": "其他"}, {"en": "Next for others", "zh": "其他任务的下一步"})
    name = ident[:1].upper() + ident[1:]
    return Side(ident, {"en": name}, {"en": f"Next for {name}", "zh": f"{name}的下一步"})


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SeedError("cannot be read", key=str(path)) from error


def _parsed(text: str, where: str) -> tuple[_Table, str]:
    """A file's tables and its fingerprint."""
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SeedError("cannot be read", key=where) from error
    return _Table(data, where), hashlib.sha256(text.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class _Table:
    """A TOML table with its place in the file, so that every fault names itself. All getters raise SeedError."""

    data: Mapping[str, Any]
    where: str

    def text(self, name: str, default: str | None = None) -> str:
        value = self.data.get(name, default)
        if not isinstance(value, str) or (not value.strip() and name != "when"):
            raise self.fault(name, "a text is needed")
        return value

    def ident(self) -> str:
        value = self.text("id")
        if not _IDENT.fullmatch(value):
            raise self.fault("id", "an id is made of small letters, digits and hyphens")
        return value

    def flag(self, name: str, default: bool) -> bool:
        value = self.data.get(name, default)
        if not isinstance(value, bool):
            raise self.fault(name, "true or false is needed")
        return value

    def day(self, name: str) -> date:
        value = self.data.get(name)
        if type(value) is not date:  # a clock time is a date too, to Python
            raise self.fault(name, "a day is needed, as 2024-06-25")
        return value

    def names(self, name: str, *, needed: bool = True) -> Mapping[str, str]:
        """One text per language."""
        table = self.table(name, needed=needed)
        if needed and not table.data:
            raise self.fault(name, "a text in one language at least is needed")
        return {language: table.text(language) for language in table.data}

    def texts(self, name: str) -> tuple[str, ...]:
        value = self.data.get(name)
        if not isinstance(value, list) or not all(isinstance(part, str) and part.strip() for part in value):
            raise self.fault(name, "a list of texts is needed")
        return tuple(value)

    def table(self, name: str, *, needed: bool = True) -> _Table:
        value = self.data.get(name, None if needed else {})
        if not isinstance(value, dict):
            raise self.fault(name, "a table is needed")
        return _Table(value, f"{self.where}: {name}")

    def tables(self, name: str) -> list[_Table]:
        value = self.data.get(name, [])
        if not isinstance(value, list) or not all(isinstance(part, dict) for part in value):
            raise self.fault(name, f"write it as [[{name}]]")
        return [_Table(part, f"{self.where}: {name} {part.get('id', number)}") for number, part in enumerate(value, 1)]

    def fault(self, name: str, words: str) -> SeedError:
        return SeedError(words, key=f"{self.where}: {name}")


def _world(top: _Table, fingerprint: str) -> World:
    on = top.table("report").day("on")
    references = {t.ident(): (t.text("title"), t.text("url")) for t in top.tables("reference")}
    tables = top.tables("mission")
    missions = tuple(_mission(table) for table in tables)
    known = {mission.id: mission for mission in missions}
    if not missions:
        raise top.fault("mission", "a mission is needed")
    if len(known) < len(missions):
        raise top.fault("mission", "two missions with one id")
    facts = [
        _fact(mission, t, references) for mission, m in zip(missions, tables, strict=True) for t in m.tables("fact")
    ]
    seeded = [
        _seeded(mission, t, on, references)
        for mission, table in zip(missions, tables, strict=True)
        for t in table.tables("milestone")
    ]
    return World(
        fingerprint=fingerprint,
        on=on,
        missions=missions,
        races=tuple(_race(table, known) for table in top.tables("race")),
        sides=tuple(Side(t.ident(), t.names("name"), t.names("next")) for t in top.tables("side")),
        agencies={t.ident(): t.names("name") for t in top.tables("agency")},
        programmes={t.ident(): t.names("name") for t in top.tables("programme")},
        references=references,
        facts=tuple(facts),
        items=tuple(item for item, _ in seeded),
        testimonies=tuple(testimony for _, testimony in seeded),
        shipped_missions=frozenset(known),
    )


def _mission(table: _Table) -> Mission:
    milestones = table.texts("milestones")
    unknown = [milestone for milestone in milestones if milestone not in MILESTONES]
    if unknown:
        raise table.fault(f"milestones: {unknown[0]}", "no such milestone")
    if not milestones or len(set(milestones)) < len(milestones):
        raise table.fault("milestones", "each milestone once, and one at least")
    alias = table.table("alias", needed=False)
    return Mission(
        id=table.ident(),
        names=table.names("name"),
        aliases={language: alias.texts(language) for language in alias.data},
        agency=table.text("agency"),
        programme=table.text("programme"),
        side=table.text("side"),
        milestones=milestones,
        origin=table.text("origin", "user"),
        about=table.names("about", needed=False),
        lane=table.flag("lane", True),
    )


def _race(table: _Table, known: Mapping[str, Mission]) -> Race:
    contenders = table.data.get("contenders")
    if not isinstance(contenders, list) or not all(isinstance(pair, list) and len(pair) == 2 for pair in contenders):
        raise table.fault("contenders", "a list of [mission, milestone] is needed")
    for mission, milestone in contenders:
        if not isinstance(mission, str) or mission not in known or milestone not in known[mission].milestones:
            raise table.fault(f"contenders: {mission}/{milestone}", "a race needs milestones that exist")
    pairs = tuple((mission, milestone) for mission, milestone in contenders)
    return Race(table.ident(), table.names("name"), pairs, table.text("origin", "user"))


def _fact(mission: Mission, table: _Table, references: Mapping[str, tuple[str, str]]) -> Fact:
    return Fact(mission.id, table.names("text"), table.text("origin"), _reference(table, references))


def _reference(table: _Table, references: Mapping[str, tuple[str, str]]) -> str | None:
    if "reference" not in table.data:
        return None
    reference = table.text("reference")
    if reference not in references:
        raise table.fault(f"reference: {reference}", "no such reference")
    return reference


def _seeded(
    mission: Mission, table: _Table, on: date, references: Mapping[str, tuple[str, str]]
) -> tuple[Item, Testimony]:
    """A seeded milestone as an item whose text says it in one plain line, and the testimony that quotes that line."""
    milestone, origin = table.text("id"), table.text("origin", mission.origin)
    if milestone not in mission.milestones:
        raise table.fault("id", "not a milestone of this mission")
    try:
        status = Status(table.text("status"))
    except ValueError:
        raise table.fault("status", f"one of these is needed: {', '.join(Status)}") from None
    try:
        window = edtf.parse_optional(table.text("when", ""))
    except EdtfError as error:
        raise table.fault("when", error.message) from error
    reference = _reference(table, references)
    title, url = references[reference] if reference else ("", "")
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
