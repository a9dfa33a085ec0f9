"""The benchmark's own arithmetic: what is ok, what is over, what cannot run, and the load it is measured with."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import feedparser
import pytest

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
