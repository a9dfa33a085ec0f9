"""Lets the text of old articles go, where the user wants it: title, date, address and source stay, and so does every word
of an article that a claim was ever read from. The schema's own triggers refuse anything else.
"""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from tracker.store import rows
from tracker.store.database import explained, open_for_reading, open_for_writing, transaction

_OLD: Final = """FROM articles a WHERE a.sorted_at < :before AND a.sorted_at >= :place
    AND NOT EXISTS (SELECT 1 FROM testimonies t WHERE t.item = a.item)
    AND EXISTS (SELECT 1 FROM items i WHERE i.item = a.item AND i.text <> '')"""

WORTH_COMPACTING: Final = 0.2
"""From this share of empty pages on the file is written anew, smaller."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What one handful did: how many articles lost their text, and where to go on (None: there is nothing left)."""

    articles: int
    place: str | None


def day_before_which(today: date, years: int) -> date:
    """Texts of articles from before this day go when they are kept for so many years."""
    try:
        return today.replace(year=today.year - years)
    except ValueError:  # 29 February
        return today.replace(year=today.year - years, day=28)


def forgettable(database: Path, before: date) -> int:
    """How many articles from before a day have a text that may go. Reads much: not for the main thread."""
    with contextlib.closing(open_for_reading(database)) as connection, explained(database):
        found = connection.execute(f"SELECT count(*) {_OLD}", _given(before, ""))
        return int(found.fetchone()[0])


def forget_some(database: Path, before: date, place: str = "", *, handful: int = 100) -> Forgotten:
    """Empty the text of a handful of articles from before a day, the oldest first, in one transaction. Raises StoreError."""
    query = f"SELECT a.item, a.sorted_at {_OLD} ORDER BY a.sorted_at LIMIT :handful"
    given = {**_given(before, place), "handful": handful}
    with contextlib.closing(open_for_writing(database)) as connection, transaction(connection, database):
        old = connection.execute(query, given).fetchall()
        for article in old:
            _empty(connection, article["item"])
    return Forgotten(len(old), old[-1]["sorted_at"] if len(old) == handful else None)


def _empty(connection: sqlite3.Connection, item: str) -> None:
    """Take the text of every revision of an article, first out of the index, which has to be told what it forgets."""
    for row in connection.execute("SELECT number, title, text FROM items WHERE item = ?", (item,)).fetchall():
        words = (row["number"], rows.searchable(row["title"]), rows.searchable(row["text"]))
        connection.execute(
            "INSERT INTO article_words (article_words, rowid, title, text) VALUES ('delete', ?, ?, ?)", words
        )
        connection.execute("INSERT INTO article_words (rowid, title, text) VALUES (?, ?, '')", words[:2])
    connection.execute("UPDATE items SET text = '' WHERE item = ?", (item,))


def compact(database: Path) -> bool:
    """Write the file anew without its empty pages, where that is worth it; True when it was done. Raises StoreError."""
    with contextlib.closing(open_for_writing(database)) as connection, explained(database):
        empty = connection.execute("PRAGMA freelist_count").fetchone()[0]
        if empty < WORTH_COMPACTING * connection.execute("PRAGMA page_count").fetchone()[0]:
            return False
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint (PASSIVE)")
    return True


def _given(before: date, place: str) -> dict[str, object]:
    return {"before": before.isoformat(), "place": place}
