"""The real SQLite file: what goes in comes out, under locks, kills, full disks and damage."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from tests.making import NOW, alert, change, claim, item, testimony
from tracker import race
from tracker.errors import StoreError, StoreTooNewError
from tracker.model import Decision, Held, History, Position, SourceState, Standing, Status, Trouble, Verdict
from tracker.store import Library, Store, Visit, database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "tracker.sqlite3"


def full_visit() -> Visit:
    first, said = item(), testimony()
    return Visit(
        heard_at=NOW,
        state=SourceState("nasa-test", etag='"v1"', last_success_at=NOW, trouble=Trouble("http-503", "busy")),
        items=((first, 1, None),),
        testimonies=(said,),
        histories=(History("artemis-3", (change(),), held=(Held("t9", "artemis-3", "landing", "far", NOW.date()),)),),
        alerts=(alert(),),
    )


def test_what_goes_in_comes_out(path: Path) -> None:
    with Store(path) as store:
        store.record(full_visit())
    with Store(path) as store:
        assert store.source_states()["nasa-test"] == full_visit().state
        assert store.testimonies("artemis-3") == full_visit().testimonies
        assert store.changes("artemis-3") == (change(),)
        assert store.untold() == (alert(),)
        assert store.heads(["nasa-test-a1", "nobody"]) == {"nasa-test-a1": (1, item().digest)}
        assert store.items_after(0, 5) == ((1, 1, NOW, item()),)
        assert store.announced(["c1", "c2"]) == {"c1"}
        assert store.outlets(["t1"]) == {"t1": "NASA"}


def test_a_visit_is_kept_whole_or_not_at_all(path: Path) -> None:
    visit = full_visit()
    twice = replace(visit, histories=(replace(visit.histories[0], changes=(change(), change())),))
    with Store(path) as store:
        with pytest.raises(sqlite3.IntegrityError):
            store.record(twice)
        assert store.source_states() == {}
        assert store.heads(["nasa-test-a1"]) == {}
        assert store.untold() == ()


def test_an_edited_item_is_a_revision_and_the_old_one_stays(path: Path) -> None:
    edited = item(text="NASA has moved the landing of Artemis III to 2028.")
    with Store(path) as store:
        store.record(full_visit())
        store.record(Visit(NOW, items=((edited, 2, None),)))
        assert store.heads([edited.id]) == {edited.id: (2, edited.digest)}
    texts = sqlite3.connect(path).execute("SELECT revision, text FROM items ORDER BY revision").fetchall()
    assert [t for _, t in texts] == [item().text, edited.text]


@pytest.mark.parametrize("table", ["items", "testimonies", "decisions"])
@pytest.mark.parametrize(
    "statement", ["DELETE FROM {}", "UPDATE {} SET mission = 'x'", "REPLACE INTO {} SELECT * FROM {}"]
)
def test_what_was_said_cannot_be_edited(path: Path, table: str, statement: str) -> None:
    if table == "items":
        statement = statement.replace("mission", "title")
    decision = Decision("d1", NOW, Verdict.REJECT, "t1", "artemis-3", "landing")
    with Store(path) as store:
        store.record(replace(full_visit(), decisions=(decision,)))
        with pytest.raises(sqlite3.IntegrityError, match="kept for ever"):
            store._connection.execute(statement.replace("{}", table))


def test_decisions_keep_their_order_and_position(path: Path) -> None:
    first = Decision("d1", NOW, Verdict.OVERRIDE, "c1", "artemis-3", "landing", Position(Status.ON_HOLD, None), "mine")
    second = Decision("d0", NOW - timedelta(days=1), Verdict.UNDO, "d1", "artemis-3", "landing")
    with Store(path) as store:
        store.record(Visit(NOW, decisions=(first,)))
        store.record(Visit(NOW, decisions=(second,)))
        assert store.decisions("artemis-3") == (first, second)
        assert store.decisions("chang-e-7") == ()


def test_an_alert_is_told_once(path: Path) -> None:
    with Store(path) as store:
        store.record(full_visit())
        store.record(replace(full_visit(), items=(), testimonies=()))
        assert [a.id for a in store.untold()] == ["c1"]
        store.mark_told(["c1"], NOW)
        store.record(replace(full_visit(), items=(), testimonies=()))
        assert store.untold() == ()
    with closing(sqlite3.connect(path)) as plain:
        ((told_at,),) = plain.execute("SELECT told_at FROM outbox")
    assert datetime.fromisoformat(told_at) == NOW


def test_a_busy_database_is_a_sentence(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.01)
    with Store(path) as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="busy") as caught:
            store.record(full_visit())
        assert caught.value.key == str(path)
        other.execute("ROLLBACK")
        other.close()
        store.record(full_visit())
        assert store.untold() == (alert(),)


def test_a_full_disk_loses_nothing_that_was_stored(path: Path) -> None:
    with Store(path) as store:
        store.record(full_visit())
        pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
        store._connection.execute(f"PRAGMA max_page_count = {pages}")
        big = tuple((item(f"b{n}", text="long " * 4000), 1, None) for n in range(20))
        with pytest.raises(StoreError, match="full"):
            store.record(Visit(NOW, items=big))
        store._connection.execute("PRAGMA max_page_count = 100000")
        assert store.untold() == (alert(),)
        store.record(Visit(NOW, items=big))
        assert store.integrity() == "ok"


def test_a_file_of_a_later_version_is_refused_and_left_alone(path: Path) -> None:
    Store(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    with pytest.raises(StoreTooNewError, match="later version"):
        Store(path)
    with pytest.raises(StoreTooNewError):
        Library(path)


@pytest.mark.parametrize(
    "content", [b"not a database at all, only words" * 50, b"SQLite format 3\x00" + b"\xff" * 4000]
)
def test_a_damaged_file_is_a_sentence(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    with pytest.raises(StoreError) as caught:
        Store(path)
    assert caught.value.advice
    assert path.read_bytes() == content


def test_a_row_edited_by_hand_is_a_sentence(path: Path) -> None:
    with Store(path) as store:
        store.record(full_visit())
        store._connection.execute("UPDATE changes SET edtf = 'soonish'")
        with pytest.raises(StoreError, match="cannot be read"):
            store.changes()


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match="folder"):
        Store(tmp_path / "file" / "data" / "x.sqlite3")


def test_the_window_cannot_write(path: Path) -> None:
    Store(path).close()
    library = Library(path)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        library._connection.execute("DELETE FROM changes")
    library.close()


def test_the_window_reads_while_a_poll_writes(path: Path) -> None:
    with Store(path) as store:
        store.record(full_visit())
        library = Library(path)
        with store.transaction():
            store.record(Visit(NOW, items=((item("n2"), 1, None),)))
            assert len(library.articles()) == 1
        assert len(library.articles()) == 2
        library.close()


@pytest.mark.parametrize(
    ("query", "found"),
    [("artemis", True), ("ARTEM", True), ("landing artemis", True), ("mars", False), ("嫦娥", True), ("娥嫦", False),
     ("嫦娥七号 窗口", True), ('"', False), ("NEAR(", False), ("*", False), ("mid-2027", True), ("", True)],
)  # fmt: skip
def test_articles_are_found_in_both_languages(path: Path, query: str, found: bool) -> None:
    with Store(path) as store:
        chinese = item("z", title="嫦娥七号今年不发射", text="嫦娥七号错过今年窗口。", language="zh")
        store.record(Visit(NOW, items=((item(), 1, None), (chinese, 1, None))))
    library = Library(path)
    assert bool(library.articles(query)) is found
    library.close()


def test_only_the_newest_revision_is_found(path: Path) -> None:
    with Store(path) as store:
        store.record(Visit(NOW, items=((item(text="It flies in March."), 1, None),)))
        store.record(Visit(NOW, items=((item(text="It flies in April."), 2, None),)))
    library = Library(path)
    assert library.articles("march") == ()
    assert len(library.articles("april")) == 1
    library.close()


def test_a_proof_quotes_the_stored_words(path: Path) -> None:
    text = "Before. " * 60 + "Artemis III will land in mid-2027." + " After." * 60
    start = text.index("mid-2027")
    first = item(text=text)
    said = testimony(said=claim(start=start), of=first)
    with Store(path) as store:
        store.record(replace(full_visit(), items=((first, 1, None),), testimonies=(said,)))
    library = Library(path)
    proof = library.change_views(library.changes())[0].proofs[0]
    assert proof.context[proof.mark_start : proof.mark_end] == "mid-2027"
    assert proof.context.startswith("… ")
    assert proof.context.endswith(" …")
    assert len(proof.context) < 400
    article = library.article(first.id, lambda _, verdict: f"why {verdict}")
    assert article is not None
    assert [(m.verdict, m.why) for m in article.claims] == [("accepted", "why accepted")]
    library.close()


def test_a_proof_whose_offsets_are_off_still_shows_its_words(path: Path) -> None:
    with Store(path) as store:
        store.record(replace(full_visit(), testimonies=(testimony(said=claim(start=9999)),)))
    library = Library(path)
    proof = library.proofs(["t1"])["t1"]
    assert proof.context[proof.mark_start : proof.mark_end] == "mid-2027"
    library.close()


def test_history_is_not_unread_news(path: Path) -> None:
    old, new = change("c0", baseline=True, on=date(2024, 12, 5)), change("c1")
    with Store(path) as store:
        store.record(Visit(NOW, histories=(History("artemis-3", (old, new)),)))
        library = Library(path)
        assert library.unseen_count() == 1
        assert [v.seen for v in library.change_views(library.changes())] == [True, False]
        assert [c.id for c in store.unannounced_baseline()] == ["c0"]
        store.mark_seen(NOW)
        assert library.unseen_count() == 0
        library.close()


def test_two_writers_wait_for_each_other(path: Path) -> None:
    Store(path).close()

    def write(name: str) -> None:
        with Store(path) as store:
            for n in range(20):
                store.record(Visit(NOW, items=((item(f"{name}{n}"), 1, None),)))

    threads = [threading.Thread(target=write, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Store(path) as store:
        assert len(store.items_after(0, 100)) == 40


WRITER = """
import sys
from pathlib import Path
from tests.making import NOW, item, testimony, change, alert
from tracker.model import History, SourceState
from tracker.store import Store, Visit
store = Store(Path(sys.argv[1]))
for n in range(100000):
    one = item(f"k{n}")
    store.record(Visit(NOW, state=SourceState("s", failures=n), items=((one, 1, None),),
        testimonies=(testimony(f"t{n}", of=one),),
        histories=(History("artemis-3", (change(f"c{n}", carried_by=(f"t{n}",)),)),),
        alerts=(alert(f"c{n}", changes=(f"c{n}",)),)))
    print(n, flush=True)
"""


@pytest.mark.parametrize("after", [0, 1, 3, 7, 20])
def test_a_kill_leaves_whole_visits_only(path: Path, after: int) -> None:
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True,
                              cwd=Path(__file__).parent.parent)  # fmt: skip
    assert writer.stdout is not None
    told = [int(writer.stdout.readline()) for _ in range(after + 1)]
    os.kill(writer.pid, signal.SIGKILL)
    told += [int(line) for line in writer.stdout.read().split()]
    writer.stdout.close()
    writer.wait()
    with Store(path) as store:
        kept = store.source_states()["s"].failures
        assert kept in (told[-1], told[-1] + 1)  # what was reported stored is stored; at most one more was
        assert len(store.items_after(0, 100_000)) == kept + 1
        assert len(store.testimonies("artemis-3")) == kept + 1
        assert [a.id for a in store.untold()] == [f"c{n}" for n in range(kept + 1)]
        assert [c.id for c in store.changes()] == [f"c{kept}"]
        assert store.integrity() == "ok"


def test_of_the_changes_of_one_day_the_one_that_became_known_last_is_the_newest(path: Path) -> None:
    early = replace(change("a"), mission="chang-e-7", milestone="launch")
    late = replace(change("b"), mission="artemis-3", milestone="launch")
    with Store(path) as store:
        store.record(Visit(NOW, histories=(History("chang-e-7", (early,)),), silent=("a",)))
        store.record(Visit(NOW + timedelta(hours=1), histories=(History("artemis-3", (late,)),), silent=("b",)))
    library = Library(path)
    try:
        assert [c.id for c in library.newest_changes(5)] == ["b", "a"]
        assert [c.id for c in library.changes()] == ["a", "b"]
    finally:
        library.close()
    assert race._last([early, late], NOW.date()) == late


def test_the_changes_of_two_missions_on_one_day_stand_as_they_became_known(path: Path) -> None:
    morning, evening = (replace(change(ident), milestone="launch") for ident in ("morning", "evening"))
    noon = replace(change("noon"), mission="chang-e-7", milestone="launch")
    with Store(path) as store:
        store.record(Visit(NOW, histories=(History("artemis-3", (morning,)),), silent=("morning",)))
        store.record(Visit(NOW + timedelta(hours=1), histories=(History("chang-e-7", (noon,)),), silent=("noon",)))
        both = (History("artemis-3", (morning, evening)),)
        store.record(Visit(NOW + timedelta(hours=2), histories=both, silent=("evening",)))
    library = Library(path)
    try:
        assert [c.id for c in library.changes()] == ["morning", "noon", "evening"]
        assert [c.id for c in library.newest_changes(2)] == ["evening", "noon"]
    finally:
        library.close()


def test_the_changes_of_one_mission_stay_in_their_order(path: Path) -> None:
    """The user's own word is never announced, and what is corrected later was perhaps announced earlier."""
    chain = tuple(replace(change(ident), milestone="launch") for ident in ("c", "b", "a"))
    with Store(path) as store:
        store.record(Visit(NOW, silent=("b",)))
        store.record(Visit(NOW + timedelta(hours=1), histories=(History("artemis-3", chain),), silent=("c",)))
    library = Library(path)
    try:
        assert [c.id for c in library.changes()] == ["c", "b", "a"]
        assert [c.id for c in library.newest_changes(5)] == ["a", "b", "c"]
    finally:
        library.close()


def test_the_user_s_own_word_is_no_unread_news(path: Path) -> None:
    mine = change(standing=Standing.OVERRIDDEN)
    with Store(path) as store:
        store.record(Visit(NOW, histories=(History("artemis-3", (mine,)),)))
    library = Library(path)
    try:
        assert library.unseen_count() == 0
        assert library.change_views([mine])[0].seen
    finally:
        library.close()
