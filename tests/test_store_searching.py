"""A search at every key: the short way and the index's way find the same articles in the same order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.making import NOW, item
from tracker.store import Library, Store, Visit, searching

TITLES = (
    "Artemis II rolls out", "An artist draws the Moon", "Über den Mond", "The area is smart", "嫦娥七号 arrives", "飞往月球ar站",
    "zero-arm", "under_arch", "bare", "Artemis III", "the ark is late", "Mañana artesanos",
)  # fmt: skip


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    path = tmp_path / "tracker.sqlite3"
    with Store(path) as store:
        items = tuple(
            (item(str(n), title=title, text=f"text {n}", published_at=NOW - timedelta(hours=n * 7 % 12)), 1, None)
            for n, title in enumerate(TITLES)
        )
        store.record(Visit(NOW, items=items))
        again = item("3", title="The area was edited", text="new", published_at=NOW - timedelta(hours=9))
        store.record(Visit(NOW, items=((again, 2, None),)))
    opened = Library(path)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    "query",
    [
        "a",
        "ar",
        "AR",
        "t",
        "ii",
        "artemis ii",
        "the a",
        "the ar",
        "mo",
        "ub",
        "man",
        "嫦",
        "x",
        "smart",
        "edi",
        "art an",
        "zero-a",
        "zero-ar",
        "嫦 ar",
        "月 a",
        "un'a",
        "ii a",
        "artemis i",
        "the l",
        "the z",
    ],
)
@pytest.mark.parametrize("limit", [2, 50])
def test_every_way_finds_the_same(library: Library, query: str, limit: int, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = [row.item for row in library.articles(query, limit)]
    monkeypatch.setattr(searching, "_READ", 0)
    by_index = [row.item for row in library.articles(query, limit)]
    monkeypatch.setattr(searching, "_FEW", -1)
    through_all = [row.item for row in library.articles(query, limit)]
    assert usual == by_index == through_all
    assert len(usual) <= limit


def test_what_an_edit_took_away_is_not_found(library: Library) -> None:
    assert library.articles("smart") == ()
    assert [row.title for row in library.articles("edited")] == ["The area was edited"]


def test_newest_come_first(library: Library) -> None:
    found = library.articles("ar")
    times = [row.published_at for row in found]
    assert len(found) >= 6
    assert times == sorted(times, reverse=True)  # type: ignore[type-var]
