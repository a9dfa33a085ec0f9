"""The user's missions.toml, written by the program: one mission at a time, whatever else stands in the file is kept.

Made as text first and laid over the world as a trial, so that a file that would not be read is never written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from tracker.errors import SeedError, SettingsError
from tracker.files import write_atomically
from tracker.model import Mission
from tracker.seeding import World, laid_over, load

_LONGEST_ID = 60


def ident(name: str, taken: Collection[str]) -> str:
    """An id for a mission of this name: small letters, digits and hyphens, none of those taken."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[: _LONGEST_ID - 4].strip("-") or "mission"
    number, found = 2, base
    while found in taken:
        found, number = f"{base}-{number}", number + 1
    return found


def read(path: Path) -> str:
    """The text of the file, "" where there is none. Raises SeedError."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise SeedError("cannot be read", key=str(path)) from error


def with_mission(text: str, mission: Mission, where: str) -> str:
    """The text with this mission in it, in the place of the one with its id. Raises SeedError."""
    document = _document(text, where)
    tables = document.setdefault("mission", tomlkit.aot())
    table = next((t for t in tables if t.get("id") == mission.id), None)
    if table is None:
        table = tomlkit.table()
        tables.append(table)
        table = tables[-1]
    for key, value in _fields(mission).items():
        if value in ("", {}):
            table.pop(key, None)
        elif table.get(key) != value:
            table[key] = _inline(value)
    return tomlkit.dumps(document)


def without_mission(text: str, mission: str, where: str) -> str:
    """The text without the mission of this id. Raises SeedError."""
    document = _document(text, where)
    tables = document.get("mission", [])
    for place in reversed([n for n, t in enumerate(tables) if t.get("id") == mission]):
        del tables[place]
    if not tables:
        document.pop("mission", None)
    return tomlkit.dumps(document)


def tried(text: str, where: str) -> World:
    """The shipped world with the missions of this text. Raises SeedError with the place of the fault."""
    return laid_over(load(), text, where)


def keep(text: str, path: Path) -> None:
    """Write the file, whole or not at all, after a trial. Raises SeedError, SettingsError, ExportError."""
    tried(text, path.name)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError("the folder cannot be made", key=str(path.parent)) from error
    write_atomically(path, text)


def _document(text: str, where: str) -> Any:
    try:
        document = tomlkit.parse(text)
    except TOMLKitError as error:
        raise SeedError("cannot be read, so it is not overwritten", key=where) from error
    tables = document.get("mission", [])
    if not isinstance(tables, list) or not all(isinstance(t, dict) for t in tables):
        raise SeedError("write it as [[mission]]", key=f"{where}: mission")
    return document


def _fields(mission: Mission) -> dict[str, Any]:
    """What the form knows of a mission, in the words of the file."""
    return {
        "id": mission.id,
        "side": mission.side,
        "agency": mission.agency,
        "programme": mission.programme,
        "name": dict(mission.names),
        "alias": {language: list(names) for language, names in mission.aliases.items() if names},
        "about": dict(mission.about),
        "milestones": list(mission.milestones),
        "lane": "" if mission.lane else False,
    }


def _inline(value: Any) -> Any:
    """A table of texts stays on one line beside its key."""
    if not isinstance(value, dict):
        return value
    table = tomlkit.inline_table()
    table.update(value)
    return table
