"""The write side: what the poll, the user's decisions and the telling of alerts need. One connection, one thread."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tracker.model import Alert, Change, Decision, History, Item, SourceState, Testimony
from tracker.store import rows
from tracker.store.database import Questions, explained, open_for_writing, transaction


@dataclass(frozen=True, slots=True)
class Visit:
    """All that one source's visit leaves behind: written in one transaction, or not at all."""

    heard_at: datetime
    state: SourceState | None = None
    items: tuple[tuple[Item, int, str | None], ...] = ()  # item, revision, language without a pack (else None)
    testimonies: tuple[Testimony, ...] = ()
    histories: tuple[History, ...] = ()  # of every mission that the testimonies or decisions touch, folded anew
    decisions: tuple[Decision, ...] = ()
    alerts: tuple[Alert, ...] = ()
    withdrawn: tuple[str, ...] = ()  # ids of testimonies that a better reader no longer finds: kept, they do not count
    silent: tuple[str, ...] = ()  # ids of changes that are known without being told (the report's, an old history's)
    facts: tuple[tuple[str, str], ...] = ()  # small facts that hold exactly when the rest is written


class Store:
    """An open database. Raises StoreError (locked, full, damaged, read-only) with the path as key."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = open_for_writing(path)
        self._ask = Questions(self._connection, path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside is kept whole or not at all. Takes the write lock at once, so what is read inside holds."""
        with transaction(self._connection, self.path):
            yield

    # --- sources and items ---------------------------------------------------------------------------------------

    def source_states(self) -> dict[str, SourceState]:
        """What is remembered of every source ever asked."""
        return {r["source"]: rows.state(r["state"]) for r in self._ask.rows("SELECT source, state FROM source_states")}

    def heads(self, items: Iterable[str]) -> dict[str, tuple[int, str]]:
        """Of these item ids, the stored ones: newest revision and its digest."""
        found = self._ask.among("SELECT item, revision, digest FROM articles WHERE item IN", items)
        return {r["item"]: (r["revision"], r["digest"]) for r in found}

    def titles_of(self, source: str) -> dict[str, str]:
        """Every stored item of a source: its id and the title of its newest revision."""
        query = "SELECT a.item, i.title FROM articles a JOIN items i ON i.number = a.number WHERE a.source = ?"
        return {r["item"]: r["title"] for r in self._ask.rows(query, (source,))}

    def items_after(self, number: int, limit: int) -> tuple[tuple[int, int, datetime, Item], ...]:
        """Stored items in the order they came, every revision: (its number, revision, when it was heard, item)."""
        query = "SELECT * FROM items WHERE number > ? ORDER BY number LIMIT ?"
        return self._ask.each(
            lambda r: (r["number"], r["revision"], datetime.fromisoformat(r["heard_at"]), rows.item(r)),
            query, (number, limit),
        )  # fmt: skip

    def spoken_in(self, item: str, revision: int) -> tuple[Testimony, ...]:
        """The testimonies of one revision of an item that still count."""
        query = """SELECT * FROM testimonies WHERE item = ? AND revision = ?
                   AND id NOT IN (SELECT testimony FROM withdrawals)"""
        return self._ask.each(rows.testimony, query, (item, revision))

    def judged(self, testimonies: Iterable[str]) -> frozenset[str]:
        """Of these testimonies, the ones the user has decided on."""
        found = self._ask.among("SELECT target FROM decisions WHERE target IN", testimonies)
        return frozenset(r["target"] for r in found)

    # --- the ledger ----------------------------------------------------------------------------------------------

    def testimonies(self, mission: str) -> tuple[Testimony, ...]:
        """Every testimony on a mission that still counts."""
        query = """SELECT * FROM testimonies WHERE mission = ?
                   AND id NOT IN (SELECT testimony FROM withdrawals)"""
        return self._ask.each(rows.testimony, query, (mission,))

    def beside(self, mission: str) -> tuple[Testimony, ...]:
        """Testimonies on other missions from the items in which this one loses a milestone."""
        query = """SELECT * FROM testimonies WHERE mission <> :mission
                   AND item IN (SELECT item FROM testimonies WHERE mission = :mission AND status = 'cancelled')
                   AND id NOT IN (SELECT testimony FROM withdrawals)"""
        return self._ask.each(rows.testimony, query, {"mission": mission})

    def outlets(self, testimonies: Iterable[str]) -> dict[str, str]:
        """Who speaks in these testimonies: id -> outlet."""
        return {
            r["id"]: r["outlet"] for r in self._ask.among("SELECT id, outlet FROM testimonies WHERE id IN", testimonies)
        }

    def decisions(self, mission: str) -> tuple[Decision, ...]:
        """The user's decisions on a mission, in the order they were made."""
        query = "SELECT * FROM decisions WHERE mission = ? ORDER BY number"
        return self._ask.each(rows.decision, query, (mission,))

    def changes(self, mission: str | None = None) -> tuple[Change, ...]:
        """The folded changes, of one mission or all, in order."""
        where, arguments = ("WHERE mission = ?", (mission,)) if mission else ("", ())
        query = f"SELECT * FROM changes {where} ORDER BY said_on, mission, place"  # noqa: S608
        return self._ask.each(rows.change, query, arguments)

    def announced(self, changes: Collection[str]) -> frozenset[str]:
        """Of these change ids, the ones already told or knowingly silent."""
        return frozenset(r["change"] for r in self._ask.among("SELECT change FROM announced WHERE change IN", changes))

    def unannounced_baseline(self) -> tuple[Change, ...]:
        """Changes that first fetches brought and that no digest has told of yet."""
        query = """SELECT * FROM changes WHERE baseline AND id NOT IN (SELECT change FROM announced)
                   ORDER BY said_on, mission, place"""
        return self._ask.each(rows.change, query)

    def record(self, visit: Visit) -> None:
        """Write a visit. Inside a transaction of the caller, or in one of its own."""
        if not self._connection.in_transaction:
            with self.transaction():
                self.record(visit)
            return
        heard_at = rows.known_stamp(visit.heard_at)
        self._put_items(visit.items, heard_at)
        self._insert("testimonies", [rows.testimony_row(t) for t in visit.testimonies], ignore=True)
        withdrawals = [{"testimony": t, "at": heard_at, "why": "reader"} for t in visit.withdrawn]
        self._insert("withdrawals", withdrawals, ignore=True)
        self._insert("decisions", [rows.decision_row(d) for d in visit.decisions], ignore=True)
        for history in visit.histories:
            self._put_history(history)
        self._insert("outbox", [rows.alert_row(a) for a in visit.alerts], ignore=True)
        told = [(c, heard_at, a.id) for a in visit.alerts for c in a.changes] + [
            (c, heard_at, "") for c in visit.silent
        ]
        self._connection.executemany("INSERT OR IGNORE INTO announced (change, at, alert) VALUES (?, ?, ?)", told)
        for key, value in visit.facts:
            self.set_fact(key, value)
        if visit.state is not None:
            self._connection.execute(
                "INSERT INTO source_states (source, state) VALUES (?, ?) "
                "ON CONFLICT (source) DO UPDATE SET state = excluded.state",
                (visit.state.source, rows.state_text(visit.state)),
            )

    def _put_items(self, items: Sequence[tuple[Item, int, str | None]], heard_at: str) -> None:
        """Table by table: FTS5 writes what it has gathered whenever another table is written in between."""
        if not items:
            return
        (last,) = self._connection.execute("SELECT max(number) FROM items").fetchone()  # ours: the lock is held
        numbers = range((last or 0) + 1, (last or 0) + 1 + len(items))
        data = [
            {"number": n, **rows.item_row(i, revision, heard_at)}
            for n, (i, revision, _) in zip(numbers, items, strict=True)
        ]
        self._insert("items", data)
        self._connection.executemany(
            "INSERT INTO articles (item, number, revision, source, digest, sorted_at, not_read) "
            "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (item) DO UPDATE SET number = excluded.number, "
            "revision = excluded.revision, digest = excluded.digest, not_read = excluded.not_read",
            [
                (row["item"], row["number"], row["revision"], row["source"], row["digest"], _sort_key(row), not_read)
                for row, (_, _, not_read) in zip(data, items, strict=True)
            ],
        )
        self._connection.executemany(
            "INSERT INTO article_words (rowid, title, text) VALUES (?, ?, ?)",
            [
                (n, rows.searchable(i.title), rows.searchable(i.text))
                for n, (i, _, _) in zip(numbers, items, strict=True)
            ],
        )

    def _put_history(self, history: History) -> None:
        mission = (history.mission,)
        self._connection.execute(
            "DELETE FROM carriers WHERE change IN (SELECT id FROM changes WHERE mission = ?)", mission
        )
        self._connection.execute("DELETE FROM changes WHERE mission = ?", mission)
        self._connection.execute("DELETE FROM held WHERE mission = ?", mission)
        self._insert("changes", [rows.change_row(c, place) for place, c in enumerate(history.changes)])
        roles = [
            (testimony, change.id, role)
            for change in history.changes
            for role, ids in (
                ("carries", change.carried_by),
                ("also", change.also_said_by),
                ("against", change.against),
            )
            for testimony in ids
        ]
        self._connection.executemany("INSERT OR IGNORE INTO carriers (testimony, change, role) VALUES (?, ?, ?)", roles)
        self._insert("held", [rows.held_row(h) for h in history.held], ignore=True)

    # --- telling -------------------------------------------------------------------------------------------------

    def untold(self) -> tuple[Alert, ...]:
        """Alerts stored and not yet told, oldest first."""
        return self._ask.each(rows.alert, "SELECT * FROM outbox WHERE told_at IS NULL ORDER BY number")

    def mark_told(self, alerts: Iterable[str], at: datetime) -> None:
        """These alerts have been told."""
        with self.transaction():
            self._connection.executemany(
                "UPDATE outbox SET told_at = ? WHERE id = ? AND told_at IS NULL", [(rows.stamp(at), a) for a in alerts]
            )

    def mark_seen(self, at: datetime) -> None:
        """The user has looked at every change there is."""
        with self.transaction():
            self._connection.execute(
                "INSERT OR IGNORE INTO seen (change, at) SELECT id, ? FROM changes", (rows.stamp(at),)
            )

    # --- small facts ---------------------------------------------------------------------------------------------

    def fact(self, key: str) -> str | None:
        """A small fact of the file itself, None where there is none."""
        return self._ask.fact(key)

    def facts(self, prefix: str) -> dict[str, str]:
        """The small facts whose keys begin so, by what follows."""
        return self._ask.facts(prefix)

    def set_fact(self, key: str, value: str) -> None:
        """Keep a small fact, in place of the one there was."""
        with explained(self.path):
            self._connection.execute(
                "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key, value),
            )

    def integrity(self) -> str:
        """ "ok", or SQLite's own words on what is damaged. Reads the whole file: not for the main thread."""
        return str(self._ask.rows("PRAGMA quick_check(1)")[0][0])

    def _insert(self, table: str, data: list[dict[str, Any]], *, ignore: bool = False) -> None:
        if data:
            self._connection.executemany(_insertion(table, data[0], ignore=ignore), data)


def _insertion(table: str, row: Mapping[str, Any], *, ignore: bool = False) -> str:
    verb = "INSERT OR IGNORE" if ignore else "INSERT"
    return f"{verb} INTO {table} ({', '.join(row)}) VALUES ({', '.join(':' + name for name in row)})"


def _sort_key(row: Mapping[str, Any]) -> str:
    return str(row["published_at"] or row["published_on"] or row["heard_at"])
