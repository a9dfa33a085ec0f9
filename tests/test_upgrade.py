"""A database of every released schema opens, and nothing that can happen on the way loses a row."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.write_schema import FOLDER
from tracker import cli
from tracker.errors import StoreError, StoreTooNewError
from tracker.store import Library, Store, database
from tracker.store.schema import STEPS

ROOT = Path(__file__).resolve().parent.parent
RELEASED = range(1, len(STEPS) + 1)

# Two steps that a later version might take: one adds, one rebuilds a table as SQLite wants it done.
ADDS = "ALTER TABLE changes ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm';"
REBUILDS = """
CREATE TABLE seen_anew (change TEXT PRIMARY KEY, at TEXT NOT NULL, by TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO seen_anew SELECT change, at, 'me' FROM seen;
DROP TABLE seen;
ALTER TABLE seen_anew RENAME TO seen;
"""
FAILS = "CREATE TABLE half (x); INSERT INTO nowhere VALUES (1);"


def released(number: int, folder: Path) -> Path:
    """A person's database as the program of schema `number` left it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sources.toml").write_text("only = true\n", encoding="utf-8")
    path = folder / "tracker.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((FOLDER / f"{number}.sql").read_text(encoding="utf-8"))
    return path


def later(monkeypatch: pytest.MonkeyPatch, *steps: str) -> None:
    """Be a later version, with these steps after the first."""
    monkeypatch.setattr(database, "STEPS", (STEPS[0], *steps))


def ask(path: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(question).fetchall()


def version(path: Path) -> object:
    return ask(path, "PRAGMA user_version")[0][0]


def shape(path: Path) -> list[tuple[object, ...]]:
    """Every table, index and trigger, however it was spaced; the inside of a full-text table is SQLite's own."""
    found = ask(path, "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'article_words_%' ORDER BY 1, 2")
    return [(kind, name, re.sub(r"--.*|\s", "", str(sql))) for kind, name, sql in found]


KEPT = ("items", "testimonies", "withdrawals", "decisions", "outbox", "announced", "source_states", "meta")


def kept(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """The rows that may never be lost."""
    return {table: ask(path, f"SELECT * FROM {table} ORDER BY 1, 2") for table in KEPT}


# --- what was released opens ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", RELEASED)
def test_every_released_schema_has_its_file(number: int) -> None:
    assert (FOLDER / f"{number}.sql").exists(), "a new schema: run `python -m tests.write_schema` and commit the file"


@pytest.mark.parametrize("number", RELEASED)
def test_released_steps_are_as_they_were_released(number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = released(number, tmp_path / "old")
    monkeypatch.setattr(database, "STEPS", STEPS[:number])
    Store(tmp_path / "fresh.sqlite3").close()
    assert shape(old) == shape(tmp_path / "fresh.sqlite3")


@pytest.mark.parametrize("number", RELEASED)
def test_a_database_of_every_released_schema_opens_whole(
    number: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = released(number, tmp_path)
    before = kept(path)
    with Store(path) as store:
        assert store.integrity() == "ok"
        assert [a.id for a in store.untold()] == ["c2"]
        assert [d.note for d in store.decisions("artemis-3")] == ["mine"]
        assert {c.id for c in store.changes("artemis-3")} == {"c1", "c2"}
        assert store.heads(["nasa-test-a1"])["nasa-test-a1"][0] == 2
        assert store.source_states()["nasa-test"].etag == '"v1"'
        assert [t.id for t in store.testimonies("artemis-3") if t.id.startswith("t")] == ["t1"]  # t2 was withdrawn
    with closing(Library(path)) as library:
        assert [a.title for a in library.articles("corrected")] == ["Corrected"]
        assert [a.title for a in library.articles("嫦娥")] == ["嫦娥七号今年不发射"]
    assert kept(path) == before
    Store(tmp_path / "fresh.sqlite3").close()
    assert shape(path) == shape(tmp_path / "fresh.sqlite3")
    assert cli.main(["status", "--data-dir", str(tmp_path)]) == 0
    assert "Artemis III" in capsys.readouterr().out


# --- on the way to a later one ----------------------------------------------------------------------------------------


def test_a_later_version_brings_an_old_file_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = released(1, tmp_path)
    before = kept(path)
    later(monkeypatch, ADDS, REBUILDS)
    with Store(path) as store:
        assert store.integrity() == "ok"
        assert {c.id for c in store.changes("artemis-3")} == {"c1", "c2"}
    assert version(path) == 3
    assert kept(path) == before
    assert ask(path, "SELECT DISTINCT mood FROM changes") == [("calm",)]
    assert ask(path, "SELECT DISTINCT by FROM seen") == [("me",)]


def test_the_copy_is_the_file_as_it_was_and_the_old_program_takes_it_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = released(1, tmp_path)
    before, form = kept(path), shape(path)
    with monkeypatch.context() as patch:
        later(patch, ADDS)
        Store(path).close()
    copy = tmp_path / "tracker.sqlite3.schema-1"
    assert (version(copy), kept(copy), shape(copy)) == (1, before, form)
    assert sorted(p.name for p in tmp_path.glob("*sqlite3*")) == ["tracker.sqlite3", "tracker.sqlite3.schema-1"]
    monkeypatch.setattr(database, "STEPS", STEPS[:1])
    with pytest.raises(StoreTooNewError):
        Store(path)
    shutil.copyfile(copy, path)
    with Store(path) as store:
        assert store.untold()
    assert kept(path) == before


def test_a_file_that_is_up_to_date_is_not_copied(tmp_path: Path) -> None:
    path = released(len(STEPS), tmp_path)
    Store(path).close()
    assert [p.name for p in tmp_path.glob("*schema*")] == []


def test_a_step_that_fails_leaves_the_file_at_the_step_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = released(1, tmp_path)
    before = kept(path)
    with monkeypatch.context() as patch:
        later(patch, ADDS, FAILS)
        with pytest.raises(sqlite3.OperationalError, match="nowhere"):  # a fault of ours: a traceback, not a sentence
            Store(path)
    assert version(path) == 2
    assert ask(path, "SELECT name FROM sqlite_master WHERE name = 'half'") == []
    later(monkeypatch, ADDS, REBUILDS)
    Store(path).close()
    assert (version(path), kept(path)) == (3, before)
    # going on from the middle has not written over the copy of the beginning
    assert version(tmp_path / "tracker.sqlite3.schema-1") == 1
    assert version(tmp_path / "tracker.sqlite3.schema-2") == 2


def test_two_programs_that_come_at_once_migrate_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = released(1, tmp_path)
    before = kept(path)
    later(monkeypatch, ADDS, REBUILDS)
    errors: list[Exception] = []

    def open_it() -> None:
        try:
            Store(path).close()
        except (StoreError, sqlite3.Error) as error:
            errors.append(error)

    threads = [threading.Thread(target=open_it) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert (version(path), kept(path)) == (3, before)
    assert version(tmp_path / "tracker.sqlite3.schema-1") == 1


LATER_PROGRAM = """
import sys
from pathlib import Path
from tracker.store import Store, database
many = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 150000) "
slow = "CREATE TABLE more (x); " + many + "INSERT INTO more SELECT hex(randomblob(60)) FROM n; DROP TABLE seen;"
database.STEPS = (*database.STEPS[:1], slow)
print("ready", flush=True)
Store(Path(sys.argv[1])).close()
print("done", flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")
def test_killed_while_it_migrates(tmp_path: Path) -> None:
    path = released(1, tmp_path)
    with closing(sqlite3.connect(path)) as connection:  # not so small that the copy is there at once
        connection.execute("CREATE TABLE ballast (x)")
        connection.executemany("INSERT INTO ballast VALUES (?)", ((os.urandom(4000),) for _ in range(2000)))
        connection.commit()
    before, form = kept(path), shape(path)
    original = path.read_bytes()
    copy = tmp_path / "tracker.sqlite3.schema-1"
    rng = random.Random(11)
    seen = set()
    for _ in range(7):
        child = subprocess.Popen([sys.executable, "-c", LATER_PROGRAM, str(path)], stdout=subprocess.PIPE, cwd=ROOT)
        assert child.stdout is not None
        assert child.stdout.readline() == b"ready\n"
        time.sleep(rng.uniform(0.0, 0.3))  # the moment of the kill is the random input of this test, not a wait
        child.kill()
        child.communicate()
        assert ask(path, "PRAGMA integrity_check") == [("ok",)]
        at = version(path)
        seen.add((at, copy.exists()))
        assert kept(path) == before
        if copy.exists():
            assert (version(copy), kept(copy), ask(copy, "PRAGMA integrity_check")) == (1, before, [("ok",)])
        if at == 1:
            assert shape(path) == form
        else:
            assert ask(path, "SELECT count(*) FROM more") == [(150000,)]
            for old in tmp_path.glob("tracker.sqlite3*"):
                old.unlink()
            path.write_bytes(original)
    assert (1, True) in seen  # some kills fell between the copy and the end
    subprocess.run([sys.executable, "-c", LATER_PROGRAM, str(path)], check=True, capture_output=True, cwd=ROOT)
    assert (version(path), kept(path)) == (2, before)


# --- a disk without room ------------------------------------------------------------------------------------------------

SMALL_DISK = """
set -e
mount -t tmpfs -o size={kib}k none {folder}
cp {database} {folder}/tracker.sqlite3
{python} -c '{program}'
"""
TRIES = """
import sys
from pathlib import Path
from tracker.errors import StoreError
from tracker.store import Store, database
path = Path("{folder}/tracker.sqlite3")
database.STEPS = (*database.STEPS[:1], "{step}")
try:
    Store(path).close()
    print("opened")
except StoreError as error:
    print(error)
import sqlite3
connection = sqlite3.connect(path)
print(connection.execute("PRAGMA user_version").fetchone()[0], connection.execute("PRAGMA integrity_check").fetchone()[0],
      connection.execute("SELECT count(*) FROM items").fetchone()[0])
print(" ".join(sorted(p.name for p in path.parent.iterdir() if "schema" in p.name)))
"""
FILLS = "CREATE TABLE more (x); WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9000) INSERT INTO more SELECT zeroblob(200) FROM n;"


def on_a_small_disk(tmp_path: Path, kib: int, step: str) -> list[str]:
    """What a later program says when it opens a file of schema 1 on a disk of so many KiB. Skips where none can be made."""
    folder = tmp_path / "disk"
    folder.mkdir()
    program = TRIES.format(folder=folder, step=step)
    script = SMALL_DISK.format(
        kib=kib, folder=folder, database=released(1, tmp_path / "from"), python=sys.executable, program=program
    )
    may = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--mount", "--map-root-user"]
    if not shutil.which("unshare") or subprocess.run([*may, "true"], capture_output=True, check=False).returncode:
        pytest.skip("no mount namespace may be made here (unshare --mount): no small disk to fill")
    done = subprocess.run([*may, "sh", "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    if "mount" in done.stderr and "denied" in done.stderr:
        pytest.skip(f"no small disk may be mounted here: {done.stderr.strip()}")
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def kib(path: Path) -> int:
    return -(-path.stat().st_size // 1024)


def test_a_disk_too_full_for_the_copy_leaves_everything_as_it_was(tmp_path: Path) -> None:
    size = kib(released(1, tmp_path / "size"))
    words, state, *copies = on_a_small_disk(tmp_path, size + 120, ADDS)
    assert "the disk is full" in words or "no copy can be kept" in words
    assert "Free some space" in words
    assert state == "1 ok 20"
    assert copies == [""]


def test_a_disk_that_fills_in_the_middle_of_a_step_leaves_the_step_undone(tmp_path: Path) -> None:
    size = kib(released(1, tmp_path / "size"))
    words, state, copies = on_a_small_disk(tmp_path, size * 2 + 900, FILLS)
    assert "the disk is full" in words
    assert state == "1 ok 20"
    assert copies == "tracker.sqlite3.schema-1"


def test_a_disk_with_room_does_it(tmp_path: Path) -> None:
    assert on_a_small_disk(tmp_path, 40_000, FILLS) == ["opened", "2 ok 20", "tracker.sqlite3.schema-1"]


def test_a_folder_that_takes_no_copy_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = released(1, tmp_path)
    (tmp_path / "tracker.sqlite3.schema-1").mkdir()
    later(monkeypatch, ADDS)
    with pytest.raises(StoreError, match="no copy can be kept") as caught:
        Store(path)
    assert caught.value.key.endswith("schema-1")
    assert version(path) == 1


# --- too new -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words", [["status"], ["changes"], ["poll"], ["export", "x.csv"], ["backup", "x.backup"], ["doctor"]], ids=" ".join
)
def test_a_file_of_a_later_version_is_refused_in_a_sentence(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = released(1, tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(database, "STEPS", (*STEPS, ADDS))
        Store(path).close()
    monkeypatch.chdir(tmp_path)
    there = path.read_bytes()
    assert cli.main([*words, "--data-dir", str(tmp_path)]) == 1
    told = capsys.readouterr()
    assert "written by a later version of this program" in told.out + told.err
    assert "Update the program; the file is left as it is" in told.out + told.err
    assert "Traceback" not in told.err
    assert path.read_bytes() == there
    assert not (tmp_path / "x.csv").exists()


def test_the_window_refuses_it_in_a_sentence_too(tmp_path: Path) -> None:
    path = released(1, tmp_path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}
    done = subprocess.run([sys.executable, "-m", "tracker", "--data-dir", str(tmp_path)], cwd=ROOT, env=env,
                          capture_output=True, text=True, timeout=60, check=False)  # fmt: skip
    assert done.returncode == 1
    assert "written by a later version of this program" in done.stderr
    assert "Traceback" not in done.stderr
    assert version(path) == len(STEPS) + 1
