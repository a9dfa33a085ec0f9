"""A database that is damaged, opened from the menu or at login: the person is told, and has a way on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.desktop.desk import Desk, skip_unless_possible
from tests.desktop.patience import until
from tests.desktop.running_app import App
from tests.making import NOW
from tracker import house

pytestmark = [pytest.mark.desktop, pytest.mark.slow]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    skip_unless_possible()
    with Desk(tmp_path, daemon=False) as desk:
        yield desk


@pytest.fixture
def app(desk: Desk) -> Iterator[App]:
    """Not started yet; its database is whole."""
    app = App(desk, desk.folder / "data", ())
    house.prepare(house.home(app.data, now=lambda: NOW))
    yield app
    if app.process is not None and app.process.poll() is None:
        app.process.terminate()
        assert app.process.wait(20) == 0


@pytest.mark.parametrize("start", [(), ("--hidden",)])
def test_one_that_cannot_be_opened_is_set_aside_if_wanted(desk: Desk, app: App, start: tuple[str, ...]) -> None:
    path = app.data / "tracker.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")  # all of it in the one file
    half = path.read_bytes()[: path.stat().st_size // 2]
    path.write_bytes(half)
    app.start_again(*start, window=False)
    until(lambda: desk.screen.find("label", "the database is damaged"), "the sentence")
    desk.press("Start anew")
    assert app.process is not None
    assert app.process.wait(15) == 0
    if not start:
        until(lambda: desk.screen.find("push button", "Check now"), "the window of the new start")
    app.tray().choose("Quit")
    until(lambda: not desk.tray(), "the end")
    (kept,) = app.data.glob("tracker.sqlite3.damaged-*[0-9]")
    assert kept.read_bytes() == half
    assert "database: whole" in app.said("doctor")


def test_one_with_a_damaged_page_is_told_and_the_tray_is_there(desk: Desk, app: App) -> None:
    path = app.data / "tracker.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        pages = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE tbl_name = 'articles' AND rootpage > 0"
        ).fetchall()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with path.open("r+b") as file:
        for (page,) in pages:
            file.seek((page - 1) * size)
            file.write(b"\xff" * size)
    app.start_again()
    until(lambda: desk.screen.find("label", "the database is damaged"), "the sentence in the window")
    assert "damaged" in str(app.tray().property("ToolTip"))
    assert "AttributeError" not in desk.log
