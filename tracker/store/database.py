"""Opens the file: pragmas, migrations, and SQLite's errors in words a person can act on."""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from tracker.errors import StoreDamagedError, StoreError, StoreTooNewError
from tracker.store.schema import STEPS

log = logging.getLogger(__name__)

T = TypeVar("T")
Arguments = Sequence[Any] | Mapping[str, Any]

BUSY_SECONDS = 10.0

_MOST_PLACES = 500  # SQLite allows only so many placeholders in one statement
_READING_KIB = 256  # pages kept by a reader; its usual two megabytes are kept by the system anyway


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what a person can mend into StoreError with the path as key; a bug in our SQL stays sqlite3's error."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        words = str(error).lower()
        for sign, message, advice in _TROUBLES:
            if sign in words:
                kind = StoreDamagedError if sign in _DAMAGED else StoreError
                raise kind(message, key=str(path), advice=advice) from error
        raise


_NOT_OURS = ("this file is not a database of this program", "Move it away; a new one is then made")
_TROUBLES = (
    ("locked", "the database is busy", "Another program holds it; try again in a moment"),
    ("full", "the disk is full", "Free some space; nothing stored so far is lost"),
    ("readonly", "the database cannot be written", "Check the permissions of the file and its folder"),
    ("unable to open", "the database cannot be opened", "Check that the folder exists and may be written"),
    ("not a database", *_NOT_OURS),
    ("malformed", "the database is damaged", "Move it away or restore a back-up; a new one is then made"),
    ("disk i/o error", "the disk gives errors", "Check the disk; restore a back-up if need be"),
)
_DAMAGED = ("not a database", "malformed")


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Turn a row that our own values refuse (a file edited by hand, a damaged page) into StoreError."""
    try:
        yield
    except (ValueError, TypeError, KeyError) as error:
        raise StoreError(
            "the database holds a row that cannot be read", key=str(path), advice="Restore a back-up or move it away"
        ) from error


@contextmanager
def transaction(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """Everything inside is kept whole or not at all. Takes the write lock at once, so what is read inside holds."""
    with explained(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if connection.in_transaction:  # a full disk has rolled back already
                connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


class Questions:
    """Asks a connection; what comes back is rows, or values made of them. Raises StoreError with the path as key."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection, self._path = connection, path

    def rows(self, query: str, arguments: Arguments = ()) -> list[sqlite3.Row]:
        """Every row."""
        with explained(self._path):
            return self._connection.execute(query, arguments).fetchall()

    def among(self, query: str, values: Iterable[str]) -> Iterator[sqlite3.Row]:
        """Every row of a query that ends in IN, for these values: they may be as many as one likes."""
        wanted = tuple(values)
        for start in range(0, len(wanted), _MOST_PLACES):
            part = wanted[start : start + _MOST_PLACES]
            yield from self.rows(f"{query} ({', '.join('?' * len(part))})", part)

    def fact(self, key: str) -> str | None:
        """A small fact of the file itself (which seeds it holds, which reader read it)."""
        found = self.rows("SELECT value FROM meta WHERE key = ?", (key,))
        return str(found[0]["value"]) if found else None

    def facts(self, prefix: str) -> dict[str, str]:
        """The small facts whose keys begin with `prefix`, by what follows it."""
        found = self.rows("SELECT key, value FROM meta WHERE substr(key, 1, ?) = ?", (len(prefix), prefix))
        return {r["key"][len(prefix) :]: r["value"] for r in found}

    def stream(self, query: str, arguments: Arguments = ()) -> Iterator[sqlite3.Row]:
        """Row after row: for whoever stops before the end."""
        with explained(self._path):
            yield from self._connection.execute(query, arguments)

    def each(self, make: Callable[[sqlite3.Row], T], query: str, arguments: Arguments = ()) -> tuple[T, ...]:
        """Every row as a value; a row that is no such value is a StoreError too."""
        with explained(self._path), readable(self._path):
            return tuple(make(row) for row in self._connection.execute(query, arguments))


def open_for_writing(path: Path) -> sqlite3.Connection:
    """A connection that may write, its file made and migrated. Raises StoreError, StoreTooNewError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError("the folder cannot be made", key=str(path.parent), advice="Check its permissions") from error
    with explained(path):
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            _refuse_foreign(connection, path)
            _prepare(connection)
            _migrate(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def open_for_reading(path: Path) -> sqlite3.Connection:
    """A connection that SQLite itself keeps from writing. The file must exist. Usable from the thread that opens it."""
    with explained(path):
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA query_only = ON")
        connection.execute(f"PRAGMA cache_size = {-_READING_KIB}")
        _refuse_newer(connection, path)
    return connection


def set_aside(path: Path, name: str) -> Path:
    """Rename a database, with what SQLite keeps beside it, to `name` in the same folder. Raises StoreError."""
    target = path.with_name(name)
    try:
        for ending in ("-wal", "-shm", ""):
            part = path.with_name(f"{path.name}{ending}")
            if part.exists():
                part.replace(target.with_name(f"{name}{ending}"))
    except OSError as error:
        raise StoreError(
            "the database cannot be written", key=str(path), advice="Check the permissions of the file and its folder"
        ) from error
    return target


def _prepare(connection: sqlite3.Connection) -> None:
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")  # a told alert must never be lost by a power cut and told again
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA recursive_triggers = ON")


def _refuse_newer(connection: sqlite3.Connection, path: Path) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > len(STEPS):
        raise StoreTooNewError(
            f"written by a later version of this program (schema {version}, this one knows {len(STEPS)})",
            key=str(path),
            advice="Update the program; the file is left as it is",
        )
    return version


def _refuse_foreign(connection: sqlite3.Connection, path: Path) -> None:
    """Another program's database stays as it is: ours has a version from its first table on."""
    if _refuse_newer(connection, path) or not connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
        return
    if not _refuse_newer(connection, path):  # no other process of ours has made it in between
        message, advice = _NOT_OURS
        raise StoreDamagedError(message, key=str(path), advice=advice)


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    version = _refuse_newer(connection, path)
    if version == len(STEPS):
        return
    if version:
        _keep_a_copy(connection, path)
    for number in range(version, len(STEPS)):
        script = f"BEGIN IMMEDIATE;{STEPS[number]}PRAGMA user_version = {number + 1};COMMIT;"
        try:
            connection.executescript(script)
        except sqlite3.OperationalError:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            if _refuse_newer(connection, path) > number:  # another process was quicker
                continue
            raise
        log.info("database %s brought to schema %d", path, number + 1)


def _keep_a_copy(connection: sqlite3.Connection, path: Path) -> None:
    """Copy the file as it is before its form changes, to `...schema-N` beside it: whole, on the disk, or not at all.

    The name is that of the schema inside: going on after a crash between two steps leaves the older copy alone.
    Nobody writes meanwhile, and of two programs that come at once one waits for the other.
    """
    with contextlib.closing(sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)) as guard:
        guard.execute("BEGIN IMMEDIATE")
        version = _refuse_newer(connection, path)
        if version == len(STEPS):
            return
        target = path.with_name(f"{path.name}.schema-{version}")
        draft = target.with_name(f".{target.name}.part")
        try:
            draft.unlink(missing_ok=True)
            with explained(target), contextlib.closing(sqlite3.connect(draft)) as copy:
                connection.backup(copy)
                copy.execute("PRAGMA journal_mode = DELETE")  # one file, without a companion
            _reach_the_disk(draft)
            draft.replace(target)
        except OSError as error:
            raise StoreError(
                "no copy can be kept before the database changes its form", key=str(target),
                advice="Free some space or check the folder's permissions; the database is as it was",
            ) from error  # fmt: skip
        finally:
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)
        log.info("database %s of schema %d kept as %s", path, version, target.name)


def _reach_the_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
