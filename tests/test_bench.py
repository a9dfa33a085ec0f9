"""The benchmark's own arithmetic: what is ok, what is over, what cannot run, and the load it is measured with."""

from __future__ import annotations

import importlib
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import feedparser
import pytest

from tracker import house

FOLDER = Path(__file__).with_name("bench")


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(FOLDER))
    return importlib.import_module("bench")


def verdict(bench: ModuleType, ours: list[float], floor: list[float], target: float = 1.35) -> list[str]:
    registry = sys.modules["registry"]
    row = registry.Row("a row", "a floor", "s", target, 6, lambda _: registry.Figures(ours, floor))
    return list(bench._line(row, registry.Bench(1, lambda _: None)))


def test_a_row_at_its_target_is_ok_and_above_it_over(bench: ModuleType) -> None:
    assert verdict(bench, [1.35], [1.0])[4:] == ["1.35", "1.35", "6", "ok"]
    assert verdict(bench, [1.36], [1.0])[-1] == "OVER"


def test_the_median_decides_not_the_outlier(bench: ModuleType) -> None:
    assert verdict(bench, [1.0, 1.1, 9.0], [1.0, 1.0, 1.0])[-1] == "ok"
    assert verdict(bench, [2.0, 2.0, 1.0], [1.0, 1.0, 1.0])[-1] == "OVER"


def test_a_row_that_cannot_run_says_why_and_is_not_ok(bench: ModuleType) -> None:
    registry = sys.modules["registry"]

    def measure(_: object) -> object:
        raise registry.CannotRunError("Xvfb is not installed")

    row = registry.Row("a row", "a floor", "s", 2.0, 6, measure)
    line = bench._line(row, registry.Bench(1, lambda _: None))
    assert line[-1] == "cannot run yet: Xvfb is not installed"
    assert line[4] == "-"


def test_every_row_has_a_target_a_floor_and_a_name_of_its_own(bench: ModuleType) -> None:
    rows = bench.ROWS
    assert len({row.name for row in rows}) == len(rows) >= 7
    assert all(row.target > 0 and row.floor and row.issue in range(2, 8) for row in rows)


def test_the_load_is_fifty_feeds_of_two_hundred_items_in_nineteen_megabytes(bench: ModuleType) -> None:
    stand = sys.modules["newsstand"]
    body = stand.document(3)
    assert body == stand.document(3), "the same in every run"
    assert 15e6 < len(body) * stand.FEEDS < 25e6
    parsed = feedparser.parse(body, sanitize_html=False, resolve_relative_uris=False)
    assert not parsed.bozo
    assert len(parsed.entries) == stand.ITEMS == 200
    assert len({entry.id for entry in parsed.entries}) == 200


def test_the_stock_is_the_same_every_time_and_speaks_both_languages(bench: ModuleType) -> None:
    stock = sys.modules["stock"]
    items = list(stock.articles(500))
    assert [one.text for one in items] == [one.text for one in stock.articles(500)]
    assert len({one.id for one in items}) == 500
    assert sum(one.language == "zh" for one in items) == 100
    assert sum("will launch in 2027" in one.text for one in items) == 10
    assert 600 < sum(len(one.text) for one in items) / 500 < 1500
    assert len(stock.words()) > 15_000


def test_the_stock_is_a_quiet_home(bench: ModuleType, tmp_path: Path) -> None:
    """Nothing in it is due, and nothing waits to be read again: what is measured idle has nothing to do."""
    sys.modules["stock"]._fill(tmp_path, 60)
    home = house.home(tmp_path, now=lambda: datetime.now(UTC))
    assert not house.anything_due(home)
    assert not house.read_again(home, house.reader(home.missions), house.reader_version(home))
    with house.library(home) as shelf:
        assert len(shelf.articles()) == 60 + len(home.world.items)
        assert len(shelf.changes()) >= 30 * len(home.missions)


def test_memory_counts_the_floor_and_ours_alike(bench: ModuleType) -> None:
    measuring = sys.modules["measuring"]
    mine = measuring.pss(os.getpid())
    held = bytearray(64 << 20)
    held[::4096] = b"x" * len(held[::4096])
    assert 60 < measuring.pss(os.getpid()) - mine < 70


def test_the_pulse_tells_the_usual_beat_from_the_one_long_wait(bench: ModuleType) -> None:
    child = importlib.import_module("child_loop")
    steady = [n / 1000 for n in range(1000)]
    found = child.figures([*steady, 1.299])
    assert (round(found["p99"]), round(found["longest"]), found["over"]) == (1, 300, 1)
    assert 200 < found["wait99"] < 300, "a key pressed in the long wait is one of a hundred that count"


def test_the_hostile_stand_names_every_hostile_document_and_an_ordinary_one(bench: ModuleType) -> None:
    with sys.modules["rows_memory"].hostile_stand() as catalogue:
        for name in ("ordinary", "entity-bomb", "a-million-items", "gzip-bomb", "endless"):
            assert f'id = "{name}"' in catalogue
