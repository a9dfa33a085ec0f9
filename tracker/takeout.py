"""What leaves the house and comes back: exports, back-ups and their restoring."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tracker import settings
from tracker.errors import ExportError
from tracker.house import Home, language, prepare
from tracker.store import Library

if TYPE_CHECKING:
    from tracker import export


def export_file(home: Home, shelf: Library, path: Path, form: str, *, history: bool = False) -> int:
    """Write the milestones (or every change) as csv, json or ics; returns how many. Raises ExportError."""
    from tracker import export
    from tracker.files import write_atomically

    sheet = _sheet(home, shelf)
    if form == "datapackage":
        return _export_package(home, sheet, path)
    if form == "ics":
        from tracker.export.calendar import ics_text

        write_atomically(path, ics_text(sheet, language=language(home.settings)))
        return len(sheet.states)
    found = export.history_rows(sheet) if history else export.milestone_rows(sheet)
    columns = export.HISTORY_COLUMNS if history else export.MILESTONE_COLUMNS
    write_atomically(path, export.json_text(found) if form == "json" else export.csv_text(found, columns))
    return len(found)


def _export_package(home: Home, sheet: export.Sheet, folder: Path) -> int:
    """A Frictionless data package: both CSV files and datapackage.json in a folder of their own."""
    from tracker.export import datapackage_files
    from tracker.files import write_atomically

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError("the folder cannot be made", key=str(folder), advice="Choose another place") from error
    for name, text in datapackage_files(sheet, created_on=home.now().date()).items():
        write_atomically(folder / name, text)
    return len(sheet.states)


def _sheet(home: Home, shelf: Library) -> export.Sheet:
    from tracker import export, race

    world, changes = home.world, shelf.changes()
    states = race.states_as_of(changes, home.now().date())
    proofs = {
        ident: export.Support(p.outlet, p.tier, p.url, p.context[p.mark_start : p.mark_end])
        for ident, p in shelf.proofs(t for c in changes for t in c.carried_by).items()
    }
    return export.Sheet(
        missions=world.missions, changes=changes, states=tuple(states.values()), proofs=proofs, races=world.races,
        agencies={i: names["en"] for i, names in world.agencies.items()},
        programmes={i: names["en"] for i, names in world.programmes.items()},
    )  # fmt: skip


def back_up(home: Home, target: Path) -> int:
    """Database, settings and sources as one file; returns how many articles it holds. Raises StoreError."""
    from tracker.store import back_up as copy

    prepare(home)
    files = {p.name: p.read_text(encoding="utf-8") for p in _own_files(home.paths) if p.exists()}
    return copy(home.paths.database, target, files)


def _own_files(places: settings.Paths) -> tuple[Path, ...]:
    """What the user has written and no database holds."""
    return places.settings, places.sources, places.missions


def restore(home: Home, source: Path) -> tuple[str, ...]:
    """Put a back-up in place, of this machine or another; returns the names of the files it brought along.

    What was there before stays beside it. Raises StoreError; nothing has then changed.
    """
    from tracker.files import write_atomically
    from tracker.store import restore as put_back

    places = {p.name: p for p in _own_files(home.paths)}
    carried = put_back(source, home.paths.database)
    for name, text in carried.items():
        if name in places:
            places[name].parent.mkdir(parents=True, exist_ok=True)
            if places[name].exists():
                places[name].replace(places[name].with_name(f"{name}.before-restore"))
            write_atomically(places[name], text)
    return tuple(sorted(carried))
