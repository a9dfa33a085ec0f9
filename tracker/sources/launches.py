"""Which rows of Launch Library are launches of our missions: by the database's id, or, where none is known, by the name.

One call asks for every launch whose id is known. A launch without an id, or whose row is gone (merged, removed), is
searched for by name, one a visit and each once a day at most; what was found is remembered as a small fact.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from tracker.errors import SeedError
from tracker.model import Mission, SourceState
from tracker.places import shipped

FOUND = "launch:"
"""Facts with this prefix and a mission's id: "the launch's id, or nothing|the day of the search"."""

_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_MOST_IDS = 50


@dataclass(frozen=True, slots=True)
class Launch:
    """A launch to listen for. `ids` are its rows in the database, the one that counts now first."""

    mission: str
    names: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    search: bool = False  # may be searched for by name in this visit


@lru_cache(maxsize=1)
def shipped_ids() -> Mapping[str, str]:
    """The database's launch id -> our mission id, as shipped. Raises SeedError."""
    path = shipped("seeds") / "launches.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return {row["id"].lower(): row["mission"] for row in data["launch"]}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as error:
        raise SeedError("a file of launches with a fault", key=str(path)) from error


def tracked(
    missions: Iterable[Mission], found: Mapping[str, str], *, over: Collection[str] = (), today: date
) -> tuple[Launch, ...]:
    """The launches to listen for. `found` are the facts by mission; `over` the missions that need no search any more."""
    known: dict[str, list[str]] = {}
    for ident, name in shipped_ids().items():
        known.setdefault(name, []).append(ident)
    launches = []
    for mission in missions:
        learned, _, searched_on = found.get(mission.id, "").partition("|")
        ids = ([learned] if _ID.fullmatch(learned) else []) + known.get(mission.id, [])
        if "launch" in mission.milestones:
            search = mission.lane and mission.id not in over and searched_on != today.isoformat()
            names = (mission.name(), *mission.aliases.get("en", ()))
            launches.append(Launch(mission.id, names, tuple(dict.fromkeys(ids)), search))
    return tuple(launches)


def mission_of(launches: Sequence[Launch], row: Mapping[str, Any], searched: str) -> str | None:
    """Whose launch a row is: by its id, or, in the answer to a search, by its name."""
    ident = str(row.get("id", "")).lower()
    for launch in launches:
        if ident in launch.ids:
            return launch.mission
    if searched:
        name = _plain(str(row.get("name", "")).rpartition("|")[2])
        for launch in launches:
            if launch.names[:1] == (searched,) and name in map(_plain, launch.names):
                return launch.mission
    return shipped_ids().get(ident)


def address_for(url: str, _state: SourceState, launches: Sequence[Launch] = ()) -> str:
    """The one call for all launches: the ids of the address and those found by name since."""
    parts = urlsplit(url)
    asked = parse_qsl(parts.query, keep_blank_values=True)
    given = [ident.strip().lower() for name, value in asked if name == "id" for ident in value.split(",")]
    if not given:
        return url
    of = {ident: launch for launch in launches for ident in launch.ids}
    ids = [*given, *(launch.ids[0] for launch in launches if launch.ids and launch.ids[0] not in shipped_ids())]
    ids = [ident for ident in dict.fromkeys(ids) if ident not in of or of[ident].ids[0] == ident]
    if ids == given:
        return url
    rest = [(name, value) for name, value in asked if name != "id"]
    return urlunsplit(parts._replace(query=urlencode([("id", ",".join(ids[:_MOST_IDS])), *rest], safe=",")))


def search_after(rows: Iterable[Mapping[str, Any]], url: str, launches: Sequence[Launch]) -> str:
    """The address of the one search that follows an answer: for a launch that is not among its rows. "" where none is due,
    and where the address asks for no launches by id: then the answer is what the user wants to know."""
    asked = set(_ids(url))
    if searched_for(url) or not asked:
        return ""
    there = {str(row.get("id", "")).lower() for row in rows}
    for launch in launches:
        wanted = not launch.ids or launch.ids[0] in asked
        if launch.search and launch.names and wanted and not there.intersection(launch.ids):
            parts = urlsplit(url)
            path = re.sub(r"[0-9a-f-]{36}/?$", "", parts.path)
            query = urlencode([("search", launch.names[0]), ("mode", "detailed"), ("limit", "10"), ("format", "json")])
            return urlunsplit(parts._replace(path=path, query=query))
    return ""


def searched_for(url: str) -> str:
    """The name that an address searches for, "" where it is no search."""
    return dict(parse_qsl(urlsplit(url).query)).get("search", "")


def found_fact(launches: Sequence[Launch], name: str, ident: str, today: date) -> tuple[tuple[str, str], ...]:
    """What to remember of a search."""
    return tuple(
        (f"{FOUND}{launch.mission}", f"{ident}|{today.isoformat()}")
        for launch in launches
        if launch.names[:1] == (name,)
    )


def _ids(url: str) -> list[str]:
    parts = urlsplit(url)
    listed = [i.lower() for name, value in parse_qsl(parts.query) if name == "id" for i in value.split(",")]
    return listed or _single(parts.path)


def _single(path: str) -> list[str]:
    found = re.search(r"([0-9a-f-]{36})/?$", path.lower())
    return [found[1]] if found else []


def _plain(name: str) -> str:
    """Letters and digits alone: "Chang’e-7" and "Chang'e 7" are one name."""
    return "".join(c for c in unicodedata.normalize("NFKC", name).casefold() if c.isalnum())
