"""Each row of the answer table, against a real server."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from loopback import Reply, Server, entry, rss, serve

from tracker.model import Harvest, Source, SourceState, Tier
from tracker.sources.collect import collect
from tracker.sources.fetch import Fetcher, Limits

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
Visit = Callable[..., Harvest]


@pytest.fixture
def server() -> Iterator[Server]:
    with serve({"/feed": Reply(rss(entry(1), entry(2)), etag='"one"')}) as running:
        yield running


@pytest.fixture
def source(server: Server) -> Source:
    return Source("test", "A test", server.url("/feed"), Tier.AGENCY, interval_minutes=60, origin="user")


@pytest.fixture
def visit(source: Source) -> Iterator[Visit]:
    """Visits the source with a state, at a time; no retry waits."""
    with Fetcher(limits=Limits(connect_seconds=2, read_seconds=2, whole_seconds=4)) as fetcher:

        def once(state: SourceState | None = None, now: datetime = NOW, changed: Source = source) -> Harvest:
            return collect(
                changed, state or SourceState(changed.id), fetcher=fetcher, now=now, rng=random.Random(1),
                pause=lambda _seconds: None,
            )  # fmt: skip

        yield once


def test_the_first_visit_brings_the_items_and_is_remembered(visit: Visit) -> None:
    harvest = visit()
    assert [item.title for item in harvest.items] == ["Engine test 1 went well", "Engine test 2 went well"]
    state = harvest.state
    assert state.trouble is None
    assert state.etag == '"one"'
    assert state.fetched_once
    assert state.newest_item_at == datetime(2026, 11, 16, 10, tzinfo=UTC)
    assert state.last_success_at is not None
    assert state.next_due_at is not None
    assert HOUR <= state.next_due_at - NOW <= HOUR * 1.2


def test_an_unchanged_feed_costs_a_304(visit: Visit, server: Server) -> None:
    first = visit()
    second = visit(first.state, NOW + HOUR)
    assert server.log[1].headers["if-none-match"] == '"one"'
    assert second.unchanged
    assert second.items == ()
    assert second.state.trouble is None
    assert second.state.etag == '"one"'


def test_once_a_day_everything_is_fetched(visit: Visit, server: Server) -> None:
    first = visit()
    second = visit(first.state, NOW + 25 * HOUR)
    assert "if-none-match" not in server.log[1].headers
    assert second.unchanged  # the same bytes
    assert replace(second.state, last_full_at=None) != replace(first.state, last_full_at=None)
    assert second.state.last_full_at == pytest.approx(NOW + 25 * HOUR, abs=timedelta(seconds=5))
