"""Old texts may go where the user wants it; what carries a claim, a change or a decision never does."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.making import NOW, change, claim, item, testimony
from tracker.model import Decision, History, Item, Testimony, Verdict
from tracker.store import Library, Store, Visit, compact, day_before_which, forget_some, forgettable

BEFORE = day_before_which(NOW.date(), 2)


def aged(key: str, years: float, text: str, *, title: str = "A headline") -> Item:
    return item(key, title=title, text=text, published_at=NOW - timedelta(days=365.25 * years))


def fill(path: Path, *kept: tuple[Item, int], said: tuple[Testimony, ...] = ()) -> None:
    with Store(path) as store:
        store.record(Visit(NOW, items=tuple((i, revision, None) for i, revision in kept), testimonies=said))


def forget(path: Path, before: date = BEFORE, handful: int = 2) -> int:
    """Everything that may go, handful by handful; how many articles."""
    gone, place = 0, ""
    while True:
        done = forget_some(path, before, place, handful=handful)
        gone += done.articles
        if done.place is None:
            return gone
        place = done.place


def texts(path: Path) -> dict[str, str]:
    with sqlite3.connect(path) as connection:
        return dict(connection.execute("SELECT item || '/' || revision, text FROM items"))


def test_the_old_text_goes_and_the_rest_stays(tmp_path: Path) -> None:
    path = tmp_path / "t.sqlite3"
    fill(path, (aged("old", 3, "Larkspur in the garden"), 1), (aged("young", 1, "Larkspur again"), 1))
    assert forgettable(path, BEFORE) == 1
    assert forget(path) == 1
    assert forgettable(path, BEFORE) == 0
    assert texts(path) == {"nasa-test-old/1": "", "nasa-test-young/1": "Larkspur again"}
    shelf = Library(path)
    assert [a.item for a in shelf.articles("larkspur")] == ["nasa-test-young"]
    assert {a.item for a in shelf.articles("headline")} == {"nasa-test-old", "nasa-test-young"}
    old = shelf.article("nasa-test-old", lambda *_: "")
    assert old is not None
    assert (old.title, old.url, old.text) == ("A headline", "https://news.example/a1", "")
    shelf.close()


def test_it_is_not_fetched_as_news_again(tmp_path: Path) -> None:
    path = tmp_path / "t.sqlite3"
    old = aged("old", 3, "Some words")
    fill(path, (old, 1))
    forget(path)
    with Store(path) as store:
        assert store.heads([old.id]) == {old.id: (1, old.digest)}


@pytest.mark.parametrize(
    "words",
    [
        "UPDATE items SET text = ''",
        "UPDATE items SET text = 'other words' WHERE item LIKE '%plain'",
        "UPDATE items SET title = '' WHERE item LIKE '%plain'",
        "UPDATE items SET heard_at = '' WHERE item LIKE '%plain'",
        "DELETE FROM items WHERE item LIKE '%plain'",
    ],
)
def test_the_file_itself_refuses_to_lose_more(tmp_path: Path, words: str) -> None:
    path = tmp_path / "t.sqlite3"
    proof = aged("proof", 5, "Landing in mid-2027")
    fill(path, (proof, 1), (aged("plain", 5, "Nothing"), 1), said=(testimony("t", of=proof),))
    with sqlite3.connect(path) as connection, pytest.raises(sqlite3.IntegrityError, match="kept for ever"):
        connection.execute(words)


EVERY = st.lists(
    st.tuples(
        st.floats(0, 8),  # age in years
        st.integers(1, 3),  # revisions
        st.sets(st.integers(1, 3)),  # revisions that something was claimed from
        st.booleans(),  # the claim carries a change
        st.booleans(),  # the user has decided on it
    ),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(EVERY, st.sampled_from([1, 2, 5]), st.integers(1, 4))
def test_no_proof_is_ever_lost(
    tmp_path_factory: pytest.TempPathFactory,
    world: list[tuple[float, int, set[int], bool, bool]],
    years: int,
    handful: int,
) -> None:
    path = tmp_path_factory.mktemp("kept") / "t.sqlite3"
    items, said, changes, decided = [], [], [], []
    for number, (age, revisions, claimed, carries, judged) in enumerate(world):
        for revision in range(1, revisions + 1):
            one = aged(f"a{number}", age, f"word{number} of revision {revision}: the landing moves to mid-2027")
            items.append((one, revision, None))
            if revision in claimed:
                ident = f"t{number}-{revision}"
                start = one.text.index("mid-2027")
                said.append(replace(testimony(ident, claim(start=start), of=one), revision=revision))
                if carries:
                    changes.append(change(f"c{ident}", carried_by=(ident,)))
                if judged:
                    decided.append(Decision(f"d{ident}", NOW, Verdict.REJECT, ident, "artemis-3", "landing"))
    visit = Visit(NOW, items=tuple(items), testimonies=tuple(said), decisions=tuple(decided),
                  histories=(History("artemis-3", tuple(changes)),))  # fmt: skip
    with Store(path) as store:
        store.record(visit)
    before = day_before_which(NOW.date(), years)
    then, proofs = texts(path), proved(path, said)
    forget(path, before, handful)
    assert proved(path, said) == proofs
    now, spoken = texts(path), {t.item for t in said}
    for one, revision, _ in items:
        key = f"{one.id}/{revision}"
        assert one.published_on is not None
        may_go = one.id not in spoken and one.published_on < before
        assert now[key] == ("" if may_go else then[key])
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO article_words (article_words) VALUES ('integrity-check')")


def proved(path: Path, said: list[Testimony]) -> object:
    shelf = Library(path)
    try:
        shown = shelf.change_views(shelf.changes())
        articles = [shelf.article(i, lambda *_: "") for i in sorted({t.item for t in said})]
        return shelf.proofs(t.id for t in said), shown, articles
    finally:
        shelf.close()


def test_many_of_one_day_all_go(tmp_path: Path) -> None:
    path = tmp_path / "t.sqlite3"
    fill(path, *((aged(f"a{n}", 3, "Same day"), 1) for n in range(7)))
    assert forget(path, handful=3) == 7


def test_the_file_becomes_smaller(tmp_path: Path) -> None:
    path = tmp_path / "t.sqlite3"
    fill(path, *((aged(f"a{n}", 3, f"{n} words " * 2000), 1) for n in range(40)))
    full = path.stat().st_size
    assert not compact(path)
    forget(path, handful=50)
    assert compact(path)
    assert path.stat().st_size < full / 2
    with Store(path) as store:
        assert store.integrity() == "ok"


def test_a_leap_day_has_its_day_before_which() -> None:
    assert day_before_which(date(2028, 2, 29), 1) == date(2027, 2, 28)
    assert day_before_which(datetime(2026, 11, 22, tzinfo=UTC).date(), 5) == date(2021, 11, 22)
