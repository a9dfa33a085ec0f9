"""Writes tests/data/schemas/N.sql: a file of the present schema with rows of our own, as a person's database would be.

    python -m tests.write_schema

Run once when a version with a new schema is released; what is there is never written again. tests/test_upgrade.py opens
every one of them with the program of the day.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from tests.making import NOW, alert, change, claim, item, testimony
from tracker import house
from tracker.model import Decision, History, Position, SourceState, Status, Trouble, Verdict
from tracker.store import Store, Visit
from tracker.store.schema import STEPS

FOLDER = Path(__file__).with_name("data") / "schemas"


def fill(folder: Path) -> Path:
    """Make a database below a folder, as polls and a person would leave it; its path."""
    (folder / "sources.toml").write_text("only = true\n", encoding="utf-8")
    home = house.home(folder, now=lambda: NOW)
    house.prepare(home)
    edited = item(text="NASA has moved the landing of Artemis III to mid-2027, it said.", title="Corrected")
    chinese = item("z", title="嫦娥七号今年不发射", text="嫦娥七号错过今年窗口。", language="zh", outlet="CNSA")
    said = testimony()
    withdrawn = testimony("t2", claim(milestone="launch", when="2028", quote="Artemis III", start=33))
    with Store(home.paths.database) as store:
        store.record(Visit(NOW, items=((item(), 1, None), (chinese, 1, "zh")), testimonies=(said, withdrawn)))
        store.record(
            Visit(
                NOW,
                state=SourceState("nasa-test", etag='"v1"', last_success_at=NOW, trouble=Trouble("http-503", "busy")),
                items=((edited, 2, None),),
                decisions=(Decision("d1", NOW, Verdict.OVERRIDE, "c1", "artemis-3", "landing",
                                    Position(Status.ON_HOLD, None), "mine"),),
                histories=(History("artemis-3", (change(), replace(change("c2"), milestone="launch"))),),
                alerts=(alert(), alert("c2", changes=("c2",))),
                withdrawn=("t2",),
            )
        )  # fmt: skip
        store.mark_told(["c1"], NOW)
        store.mark_seen(NOW)
    return home.paths.database


def dump(path: Path) -> str:
    """A database as SQL. The shadow tables of a full-text table are written as they are: its texts are not in it."""
    with closing(sqlite3.connect(path)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        tables = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY rowid").fetchall()
        virtual = [name for _, name, _, sql in tables if sql and sql.startswith("CREATE VIRTUAL")]
        shadows = {name for _, name, _, _ in tables for v in virtual if name.startswith(f"{v}_") and name != v}
        lines = ["BEGIN;"]
        lines += [f"{sql};" for kind, name, _, sql in tables if kind == "table" and name not in shadows]
        for kind, name, _, _ in tables:
            if kind == "table" and name not in virtual:
                lines += [f"DELETE FROM {name};"] if name in shadows else []
                lines += _rows(connection, name)
        lines += [
            f"{sql};" for kind, _, of, sql in tables if kind in ("index", "trigger") and sql and of not in shadows
        ]
    return "\n".join([*lines, f"PRAGMA user_version = {version};", "COMMIT;", ""])


def _rows(connection: sqlite3.Connection, table: str) -> list[str]:
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info ({table})")]
    values = " || ', ' || ".join(f"quote({column})" for column in columns)
    names = ", ".join(columns)
    found = connection.execute(f"SELECT {values} FROM {table}").fetchall()
    return [f"INSERT INTO {table} ({names}) VALUES ({row[0]});" for row in found]


def main() -> int:
    target = FOLDER / f"{len(STEPS)}.sql"
    if target.exists():
        print(f"{target} is there already; what was released is never written again")
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        target.write_text(dump(fill(Path(folder))), encoding="utf-8")
    print(target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
