"""What leaves the house and comes back: exports, back-ups and their restoring."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tracker import settings
from tracker.errors import ExportError
from tracker.house import Home, language, prepare
from tracker.store import Library

if TYPE_CHECKING:
    from tracker import export

Progress = Callable[[int, int], None]


def export_file(home: Home, shelf: Library, path: Path, form: str, *, history: bool = False) -> int:
    """Write the milestones (or every change) as csv, json, ics or datapackage; returns how many. Raises ExportError."""
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


def _unheard(_done: int, _total: int) -> None:
    """Nobody wants to know how far it is."""


def back_up(home: Home, target: Path, progress: Progress = _unheard) -> int:
    """Database, settings and sources as one file; returns how many articles it holds. Raises StoreError.

    `progress` is told (done, in all) and may raise StoppedError: there is then no file.
    """
    from tracker.store import back_up as copy

    prepare(home)
    files = {p.name: p.read_text(encoding="utf-8") for p in _own_files(home.paths) if p.exists()}
    return copy(home.paths.database, target, files, progress)


def _own_files(places: settings.Paths) -> tuple[Path, ...]:
    """What the user has written and no database holds."""
    return places.settings, places.sources, places.missions


def restore(home: Home, source: Path, progress: Progress = _unheard) -> tuple[str, ...]:
    """Put a back-up in place, of this machine or another; returns the names of the files it brought along.

    What was there before stays beside it. Raises StoreError, or StoppedError from `progress`; nothing has then changed.
    """
    from tracker.files import write_atomically
    from tracker.store import restore as put_back

    carried = put_back(source, home.paths.database, progress)
    brought = []
    for path in _own_files(home.paths):
        earlier = _beside(path)
        earlier.unlink(missing_ok=True)  # of an earlier restore
        if path.name not in carried:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            path.replace(earlier)
        write_atomically(path, carried[path.name])
        brought.append(path.name)
    return tuple(sorted(brought))


def undo_restore(home: Home, brought: Sequence[str]) -> None:
    """Put back what was there before the last restore, which brought these files along. Raises StoreError."""
    from tracker.store import restore as put_back

    database = home.paths.database
    put_back(_beside(database), database, beside="before-undo")
    for path in _own_files(home.paths):
        if _beside(path).exists():
            _beside(path).replace(path)
        elif path.name in brought:
            path.unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.name}.before-restore")
