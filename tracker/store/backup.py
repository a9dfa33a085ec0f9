"""The whole state as one file: a copy of the database that also carries the user's settings and sources. No secrets.

SQLite's own online backup makes both directions safe while the app is running.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from tracker.errors import StoreDamagedError, StoreError
from tracker.store.database import explained, open_for_reading, open_for_writing, readable, set_aside

CARRIED: Final = "carried:"
"""What a fact's key begins with when it holds a file of the user's."""

Progress = Callable[[int, int], None]
"""Told (pages done, pages in all) now and then; may raise (errors.StoppedError) to end the work: nothing has then changed."""

BESIDE: Final = "before-restore"
"""What a file is called in addition, beside the one that a restore has put in its place."""

_PAGES: Final = 500  # of a copy between two words of progress

_NEEDED: Final = ("items", "testimonies", "decisions", "meta")


def _unheard(_done: int, _total: int) -> None:
    """Nobody wants to know."""


def back_up(database: Path, target: Path, files: Mapping[str, str], progress: Progress = _unheard) -> int:
    """Write the database and the given files (name -> text) into one new file; returns how many articles it holds.

    The target appears whole or not at all. Raises StoreError with the path at fault.
    """
    draft = target.with_name(f".{target.name[:60]}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        with contextlib.closing(open_for_reading(database)) as source, explained(target):
            copy = sqlite3.connect(draft)
            with contextlib.closing(copy):
                with explained(database):
                    _copy(source, copy, progress)
                copy.execute("PRAGMA journal_mode = DELETE")  # one file, without a companion
                rows = [(f"{CARRIED}{name}", text) for name, text in files.items()]
                copy.executemany("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", rows)
                copy.commit()
                count: int = copy.execute("SELECT count(*) FROM articles").fetchone()[0]
        draft.replace(target)
    except OSError as error:
        raise StoreError("cannot be written", key=str(target), advice="Choose another place") from error
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
    return count


def restore(backup: Path, database: Path, progress: Progress = _unheard, *, beside: str = BESIDE) -> Mapping[str, str]:
    """Put a back-up in the place of the database; returns the files it carries (name -> text).

    What was there before is kept beside it as `...before-restore` (`beside`). Raises StoreError for a file that is no
    back-up, is damaged, or comes from a later version (StoreTooNewError); the database is then as it was.
    """
    if not backup.is_file():
        raise StoreError("there is no such file", key=str(backup))
    with contextlib.closing(open_for_reading(backup)) as source:
        carried = _examined(source, backup)
        kept = database.with_name(f"{database.name}.{beside}")
        with contextlib.closing(_opened(database, kept)) as target, explained(database):
            _copy(source, target, progress)
    # opened anew: that brings an older schema up to date
    with contextlib.closing(open_for_writing(database)) as fresh, explained(database):
        fresh.execute("DELETE FROM meta WHERE key LIKE ?", (f"{CARRIED}%",))
    return carried


def _opened(database: Path, kept: Path) -> sqlite3.Connection:
    """The database to copy into, once kept as `kept`; one that is too damaged for that makes room as it is."""
    with contextlib.suppress(StoreDamagedError):
        target = open_for_writing(database)
        try:
            with explained(database):
                _keep(target, kept)
        except BaseException:
            target.close()
            raise
        return target
    set_aside(database, kept.name)
    return open_for_writing(database)


def _examined(source: sqlite3.Connection, path: Path) -> dict[str, str]:
    with explained(path), readable(path):
        tables = {r[0] for r in source.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not tables.issuperset(_NEEDED):
            raise StoreError("this is no back-up of this program", key=str(path))
        verdict = source.execute("PRAGMA quick_check(1)").fetchone()[0]
        if verdict != "ok":
            raise StoreError(f"the back-up is damaged: {verdict}", key=str(path), advice="Use an earlier one")
        rows = source.execute("SELECT key, value FROM meta WHERE key LIKE ?", (f"{CARRIED}%",))
        return {row[0].removeprefix(CARRIED): str(row[1]) for row in rows}


def _copy(source: sqlite3.Connection, target: sqlite3.Connection, progress: Progress) -> None:
    source.backup(target, pages=_PAGES, progress=lambda _, left, total: progress(total - left, total))


def _keep(connection: sqlite3.Connection, target: Path) -> None:
    target.unlink(missing_ok=True)
    copy = sqlite3.connect(target)
    with contextlib.closing(copy):
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
