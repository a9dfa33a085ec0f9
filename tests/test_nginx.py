"""Against a real nginx: an unchanged archive costs 304s, the past is fetched to its end, and a kill loses and repeats nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests import backfilling
from tests.backfilling import NOW
from tests.nginx import Nginx, nginx, post
from tracker import house, past
from tracker.model import Source, Tier
from tracker.sources import progress
from tracker.sources.fetch import Fetcher
from tracker.store import Store

ROOT = Path(__file__).resolve().parent.parent
SLIP = (
    "NASA has moved the Artemis III landing from 2026 to mid-2027, the agency said.",
    "Artemis III landing moves to mid-2027",
)
POSTS = 65  # seven pages of a post a week: back to August 2025


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Nginx]:
    with nginx(tmp_path / "nginx") as running:
        yield running


def blog(number: int) -> dict[str, str]:
    """Post 40 brings news, long ago."""
    return post("blog", number, **({"description": SLIP[0], "title": SLIP[1]} if number == 40 else {}))


def test_a_second_poll_costs_only_304s(server: Nginx, tmp_path: Path) -> None:
    names = ("one", "two", "three")
    for name in names:
        server.write(name, [post(name, number) for number in range(25)])
    sources = [Source(n, n, server.url(f"/{n}/feed/"), Tier.PRESS, origin="user") for n in names]
    home = house.home(tmp_path / "data", now=lambda: NOW, sources=sources)
    reader = house.reader(home.missions)
    report = house.poll(home, reader)
    assert [source.items_new for source in report.sources] == [10, 10, 10]
    assert [(v.status, v.encoding, v.asked_with) for v in server.log()] == [(200, "gzip", "")] * 3
    later = replace(home, now=lambda: NOW + timedelta(hours=2))
    report = house.poll(later, reader)
    assert {source.outcome for source in report.sources} == {"unchanged"}
    second = server.log()[3:]
    assert [v.status for v in second] == [304] * 3
    assert all(v.asked_with.startswith(('"', 'W/"')) for v in second)
    server.write("two", [post("two", number) for number in range(-1, 24)])
    report = house.poll(replace(home, now=lambda: NOW + timedelta(hours=4)), reader)
    assert sorted((s.source, s.items_new) for s in report.sources) == [("one", 0), ("three", 0), ("two", 1)]
    assert sorted(v.status for v in server.log()[6:]) == [200, 304, 304]


def test_the_past_is_fetched_to_its_end_in_silence(server: Nginx, tmp_path: Path) -> None:
    server.write("blog", [blog(number) for number in range(POSTS)])
    home = backfilling.home(tmp_path / "data", server.url("/blog/feed/"))
    reader = house.reader(home.missions)
    house.poll(home, reader)
    seen: list[progress.Progress] = []
    with Store(home.paths.database) as store, Fetcher() as fetcher:
        route = house.route(home, store, reader)
        while turn := past.next_turn(home.sources, store.facts(progress.PLACE), store.source_states(), NOW):
            source, at = turn
            seen.append(past.keep(route, source, at, past.fetch(route, source, at, fetcher=fetcher)))
        assert past.finish(route, home.sources)
        assert not past.finish(route, home.sources)
        told = store.untold()
        slips = [c for c in store.changes("artemis-3") if c.after.when == "2027-05/2027-08"]
        assert len(store.titles_of("blog")) == POSTS
    assert [v.address for v in server.log()] == ["/blog/feed/", *(f"/blog/feed/?paged={n}" for n in range(2, 9))]
    assert [v.status for v in server.log()] == [200] * 7 + [404]
    assert [(at.state, at.pages) for at in seen] == [*(("running", n) for n in range(1, 7)), ("done", 6)]
    assert seen[-1].oldest == (NOW - timedelta(weeks=POSTS - 1, days=2)).date()
    assert slips
    assert all(change.baseline for change in slips)
    assert len(told) == 1  # one digest, and no alert of its own
    assert told[0].id != slips[0].id


def test_it_stops_at_what_is_known_when_it_is_asked_for_again(server: Nginx, tmp_path: Path) -> None:
    server.write("blog", [blog(number) for number in range(POSTS)])
    home = backfilling.home(tmp_path / "data", server.url("/blog/feed/"))
    reader = house.reader(home.missions)
    house.poll(home, reader)
    backfilling.live(home, reader, "")
    with Store(home.paths.database) as store:
        past.ask(store, home.sources[0])
    before = len(server.log())
    backfilling.live(home, reader, "")
    assert [v.address for v in server.log()[before:]] == ["/blog/feed/?paged=2"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize(
    ("moments", "again"),
    [
        (["stored:1", "stored:2", "stored:1"], Counter[str]()),
        (["before:1", "before:3", "before:1"], Counter[str]()),
        (["asked:2", "asked:1", "stored:2", "asked:1", "before:2"], Counter({"3": 2, "5": 1})),
        (["writing:1", "writing:2", "stored:1", "writing:3"], Counter({"2": 1, "3": 1, "6": 1})),
    ],
)
def test_a_kill_in_the_middle_loses_nothing_and_repeats_only_what_was_under_way(
    server: Nginx, tmp_path: Path, moments: list[str], again: Counter[str]
) -> None:
    server.write("blog", [blog(number) for number in range(POSTS)])
    home = backfilling.home(tmp_path / "data", server.url("/blog/feed/"))
    house.poll(home, house.reader(home.missions))
    subprocess.run(
        [sys.executable, "-m", "tests.backfilling", str(tmp_path / "data"), server.url("/blog/feed/"), *moments],
        cwd=ROOT, check=True,
    )  # fmt: skip
    pages = Counter(v.address.partition("paged=")[2] for v in server.log())
    assert pages == Counter(["", *(str(n) for n in range(2, 9))]) + again
    with Store(home.paths.database) as store:
        assert store.integrity() == "ok"
        rows = store.items_after(0, 10_000)
        said = [t for t in store.testimonies("artemis-3") if t.source == "blog"]
        assert progress.read(store.facts(progress.PLACE)["blog"]).state == "done"
        assert len(store.untold()) == 1
    kept = [item.id for _, _, _, item in rows if item.source == "blog"]
    assert len(kept) == len(set(kept)) == POSTS  # nothing lost, no second revision
    assert len({t.id for t in said}) == len(said) > 0
    assert all(t.baseline for t in said)
