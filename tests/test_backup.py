"""The whole state as one file, there and back again, also while the app has the database open."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.making import NOW, alert, change, item, testimony
from tests.write_schema import FOLDER
from tracker import cli, house, takeout
from tracker.errors import StoppedError, StoreDamagedError, StoreError, StoreTooNewError
from tracker.model import Decision, History, Verdict
from tracker.store import Library, Store, Visit, forget_some


def filled(folder: Path) -> house.Home:
    folder.mkdir(exist_ok=True)
    (folder / "sources.toml").write_text("only = true\n", encoding="utf-8")
    (folder / "settings.toml").write_text('appearance = "dark"\n', encoding="utf-8")
    home = house.home(folder, now=lambda: NOW)
    house.prepare(home)
    with Store(home.paths.database) as store:
        store.record(
            Visit(NOW, items=((item(), 1, None),), testimonies=(testimony(),), alerts=(alert(),),
                  decisions=(Decision("d1", NOW, Verdict.REJECT, "t1", "artemis-3", "landing"),),
                  histories=(History("artemis-3", (change(),)),))
        )  # fmt: skip
    return home


def test_another_machine_gets_everything(tmp_path: Path) -> None:
    home = filled(tmp_path / "here")
    kept = tmp_path / "kept" / "race.backup"
    assert cli.main(["backup", str(kept), "--data-dir", str(tmp_path / "here")]) == 0
    assert [p.name for p in kept.parent.iterdir()] == ["race.backup"]
    there = tmp_path / "there"
    there.mkdir()
    (there / "sources.toml").write_text("disable = []\n", encoding="utf-8")
    assert cli.main(["restore", str(kept), "--data-dir", str(there)]) == 0
    with Store(home.paths.database) as old, Store(there / "tracker.sqlite3") as new:
        assert new.items_after(0, 99) == old.items_after(0, 99)
        assert new.testimonies("artemis-3") == old.testimonies("artemis-3")
        assert new.decisions("artemis-3") == old.decisions("artemis-3")
        assert new.changes() == old.changes()
        assert new.untold() == old.untold()
        assert new.fact("seeds") == old.fact("seeds")
    assert (there / "settings.toml").read_text(encoding="utf-8") == 'appearance = "dark"\n'
    assert (there / "sources.toml").read_text(encoding="utf-8") == "only = true\n"
    assert (there / "sources.toml.before-restore").read_text(encoding="utf-8") == "disable = []\n"


def test_what_was_there_before_is_kept_and_an_open_window_sees_the_new(tmp_path: Path) -> None:
    home = filled(tmp_path / "here")
    kept = tmp_path / "race.backup"
    takeout.back_up(home, kept)
    with Store(home.paths.database) as store:
        store.record(Visit(NOW, items=((item("later"), 1, None),)))
    window = Library(home.paths.database)
    version = window.version()
    takeout.restore(home, kept)
    assert window.version() != version
    assert {a.item for a in window.articles()} >= {item().id}
    assert item("later").id not in {a.item for a in window.articles()}
    window.close()
    with Store(tmp_path / "here" / "tracker.sqlite3.before-restore") as before:
        assert before.heads([item("later").id])


@pytest.mark.parametrize("fault", ["absent", "words", "another database", "damaged", "too new"])
def test_what_is_no_backup_changes_nothing(tmp_path: Path, fault: str, capsys: pytest.CaptureFixture[str]) -> None:
    home = filled(tmp_path / "here")
    bad = tmp_path / "bad.backup"
    takeout.back_up(home, bad)
    if fault == "absent":
        bad.unlink()
    elif fault == "words":
        bad.write_bytes(b"words " * 2000)
    elif fault == "damaged":
        data = bytearray(bad.read_bytes())
        data[8192:40960] = b"\xff" * (40960 - 8192)
        bad.write_bytes(data)
    else:
        bad.unlink() if fault == "another database" else None
        connection = sqlite3.connect(bad)
        connection.execute("CREATE TABLE other (x)" if fault == "another database" else "PRAGMA user_version = 99")
        connection.commit()
        connection.close()
    with pytest.raises(StoreTooNewError if fault == "too new" else StoreError):
        takeout.restore(home, bad)
    with Store(home.paths.database) as store:
        assert store.heads([item().id])
        assert store.integrity() == "ok"
    assert cli.main(["restore", str(bad), "--data-dir", str(tmp_path / "here")]) == 1
    assert "bad.backup" in capsys.readouterr().err


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    home = filled(tmp_path / "here")
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError):
        takeout.back_up(home, tmp_path / "file" / "x.backup")


def everything(folder: Path) -> dict[str, object]:
    """What a home holds, as far as a restore could change it."""
    with Store(folder / "tracker.sqlite3") as store:
        kept: dict[str, object] = {"items": store.items_after(0, 99), "decisions": store.decisions("artemis-3")}
    names = ("settings.toml", "sources.toml", "missions.toml")
    return kept | {n: (folder / n).read_text(encoding="utf-8") for n in names if (folder / n).exists()}


def test_a_restore_can_be_undone(tmp_path: Path) -> None:
    kept = tmp_path / "race.backup"
    takeout.back_up(filled(tmp_path / "there"), kept)
    here = tmp_path / "here"
    home = filled(here)
    (here / "sources.toml").unlink()
    (here / "missions.toml").write_text("# mine\n", encoding="utf-8")
    (here / "settings.toml").write_text('appearance = "light"\n', encoding="utf-8")
    (here / "missions.toml.before-restore").write_text("# of a restore long ago\n", encoding="utf-8")
    with Store(home.paths.database) as store:
        store.record(Visit(NOW, items=((item("later"), 1, None),)))
    before = everything(here)
    brought = takeout.restore(home, kept)
    assert brought == ("settings.toml", "sources.toml")
    assert everything(here) != before
    takeout.undo_restore(home, brought)
    assert everything(here) == before


def _half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _noise(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 400)


def _of_another_program(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.commit()
    connection.close()


@pytest.mark.parametrize("damage", [_half, _noise, _of_another_program])
def test_a_back_up_takes_the_place_of_a_database_that_cannot_be_opened(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    """What the sentence about the damage advises must work; and the damaged one stays beside it, as it was."""
    home = filled(tmp_path / "here")
    kept = tmp_path / "race.backup"
    takeout.back_up(home, kept)
    before = everything(tmp_path / "here")
    damage(home.paths.database)
    damaged = home.paths.database.read_bytes()
    takeout.restore(home, kept)
    assert everything(tmp_path / "here") == before
    beside = home.paths.database.with_name("tracker.sqlite3.before-restore")
    assert beside.read_bytes() == damaged


def test_the_database_of_another_program_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "tracker.sqlite3"
    path.touch()
    _of_another_program(path)
    before = path.read_bytes()
    with pytest.raises(StoreDamagedError, match="not a database of this program"):
        Store(path)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["tracker.sqlite3"]


class Heard:
    """Writes progress down, and stops the work after so many words."""

    def __init__(self, most: int = 99) -> None:
        self.words: list[tuple[int, int]] = []
        self.most = most

    def __call__(self, done: int, total: int) -> None:
        self.words.append((done, total))
        if len(self.words) > self.most:
            raise StoppedError("stopped")


def big(folder: Path) -> house.Home:
    home = filled(folder)
    with Store(home.paths.database) as store:
        store.record(Visit(NOW, items=tuple((item(f"b{n}", text=f"{n} words " * 900), 1, None) for n in range(400))))
    return home


def test_progress_is_told_and_a_stopped_back_up_leaves_nothing(tmp_path: Path) -> None:
    home, heard = big(tmp_path / "here"), Heard()
    takeout.back_up(home, tmp_path / "race.backup", heard)
    done = [d for d, _ in heard.words]
    assert len(done) > 2
    assert done == sorted(done)
    assert heard.words[-1][0] == heard.words[-1][1]
    (tmp_path / "other").mkdir()
    with pytest.raises(StoppedError):
        takeout.back_up(home, tmp_path / "other" / "race.backup", Heard(1))
    assert list((tmp_path / "other").iterdir()) == []


def test_a_stopped_restore_changes_nothing(tmp_path: Path) -> None:
    home, kept = big(tmp_path / "here"), tmp_path / "race.backup"
    takeout.back_up(home, kept)
    with Store(home.paths.database) as store:
        store.record(Visit(NOW, items=((item("later"), 1, None),)))
    before = everything(tmp_path / "here")
    with pytest.raises(StoppedError):
        takeout.restore(home, kept, Heard(1))
    assert everything(tmp_path / "here") == before
    with Store(home.paths.database) as store:
        assert store.integrity() == "ok"


def test_a_back_up_of_an_earlier_version_is_brought_up_to_date_and_taken_back(tmp_path: Path) -> None:
    kept = tmp_path / "old.backup"
    with sqlite3.connect(kept) as connection:
        connection.executescript((FOLDER / "1.sql").read_text(encoding="utf-8"))
    home = filled(tmp_path / "here")
    with Store(home.paths.database) as store:
        store.record(Visit(NOW, items=((item("later"), 1, None),)))
    before = everything(tmp_path / "here")
    takeout.restore(home, kept)
    with Store(home.paths.database) as store:
        assert store.integrity() == "ok"
        assert not store.heads([item("later").id])
    forget_some(home.paths.database, NOW.date())
    takeout.undo_restore(home, ())
    assert everything(tmp_path / "here") == before
