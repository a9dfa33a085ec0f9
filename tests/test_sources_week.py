"""A week of the default sources on a simulated clock: nobody is asked more often than agreed."""

from __future__ import annotations

import heapq
import random
from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from tests.loopback import entry, rss
from tracker.model import SourceState
from tracker.sources import address, catalogue
from tracker.sources.collect import collect
from tracker.sources.said import Answer, Validators

START = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
LIMITS = {
    "ll.thespacedevs.com": 12,
    "api.spaceflightnewsapi.net": 60,
}  # requests an hour: 15 and 5 a second are allowed


class Internet:
    """Answers everything, sometimes badly, and keeps the log. Feeds are well-formed; lists and databases are not there."""

    def __init__(self) -> None:
        self.now = START
        self.rng = random.Random(7)
        self.log: dict[str, list[datetime]] = defaultdict(list)
        self.closed_until: dict[str, datetime] = {}
        self.broken_promises = 0

    def get(
        self,
        url: str,
        *,
        validators: Validators | None = None,
        headers: Mapping[str, str] | None = None,
        private_hosts: frozenset[str] = frozenset(),
    ) -> Answer:
        self.log[url].append(self.now)
        self.broken_promises += self.now < self.closed_until.get(url, START)
        chance = self.rng.random()
        if chance < 0.02:
            seconds = self.rng.randrange(60, 20_000)
            self.closed_until[url] = self.now + timedelta(seconds=seconds)
            return Answer(429, url, headers={"retry-after": str(seconds)})
        if chance < 0.06:
            return Answer(self.rng.choice([403, 404, 500, 503]), url)
        if validators and validators.etag:
            return Answer(304, url)
        return Answer(200, url, rss(entry(1)), headers={"etag": '"e"'})


def test_a_week_with_all_defaults_is_polite() -> None:
    internet = Internet()
    sources = {s.id: s for s in catalogue.load() if s.enabled}
    states = {ident: SourceState(ident) for ident in sources}
    due = [(START, ident) for ident in sources]
    heapq.heapify(due)
    while due[0][0] < START + timedelta(days=7):
        now, ident = heapq.heappop(due)
        internet.now = now
        harvest = collect(
            sources[ident], states[ident], fetcher=internet, now=now, rng=internet.rng, pause=lambda _s: None
        )
        states[ident] = harvest.state
        assert harvest.state.next_due_at is not None
        heapq.heappush(due, (harvest.state.next_due_at, ident))
    assert internet.broken_promises == 0
    hosts: dict[str, list[datetime]] = defaultdict(list)
    for url, times in internet.log.items():
        hosts[address.host(url)] += times
    for host, times in hosts.items():
        assert busiest_hour(sorted(times)) <= LIMITS.get(host, 14), host
    feeds = [s for s in sources.values() if s.adapter == "feed"]
    for source in feeds:
        visits = len(internet.log[source.url])
        most = 7 * 24 * 60 / source.interval_minutes
        assert most * 0.5 < visits <= most * 1.1  # polite, and not asleep


def busiest_hour(times: list[datetime]) -> int:
    """The most requests within any sixty minutes."""
    most, first = 0, 0
    for last, at in enumerate(times):
        while at - times[first] >= HOUR:
            first += 1
        most = max(most, last - first + 1)
    return most
