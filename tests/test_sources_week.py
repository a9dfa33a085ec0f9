"""A week of the default sources on a simulated clock, with everything that asks: rounds, back-fills, an impatient user, a
launch. The log of requests keeps every promise."""

from __future__ import annotations

import heapq
import json
import random
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.loopback import entry, rss
from tests.test_poll import Played
from tests.test_sources_backfill import cnsa
from tests.test_sources_databases import CHANG_E_7, article, row
from tests.test_sources_listpage import cmsa
from tracker import house, launchwatch, past, poll
from tracker.model import Harvest
from tracker.poll import Due
from tracker.sources import address, catalogue, pace, rounds
from tracker.sources.hosts import Hosts
from tracker.sources.progress import PLACE, SECONDS_BETWEEN_PAGES, read
from tracker.sources.said import Answer, Validators
from tracker.store import Store

START = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
END = START + timedelta(days=7)
LAUNCH = START + timedelta(days=4, hours=6)  # of Chang'e 7, in this week that never was
HOUR = timedelta(hours=1)
TICK = timedelta(seconds=30)
LIBRARY = "ll.thespacedevs.com"
PUBLISHED = {LIBRARY: 15}
"""Calls an hour that a server gives."""

PAGES = 40  # of each archive


@dataclass
class Internet:
    """Answers everything, sometimes badly, and keeps the log."""

    now: datetime = START
    rng: random.Random = field(default_factory=lambda: random.Random(7))
    log: dict[str, list[datetime]] = field(default_factory=lambda: defaultdict(list))  # host -> when
    addresses: dict[str, list[datetime]] = field(default_factory=lambda: defaultdict(list))
    closed_until: dict[str, datetime] = field(default_factory=dict)
    asked_too_soon: list[str] = field(default_factory=list)
    visits: Counter[str] = field(default_factory=Counter)
    in_flight: Counter[str] = field(default_factory=Counter)
    most_in_flight: Counter[str] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def get(
        self,
        url: str,
        *,
        validators: Validators | None = None,
        headers: Mapping[str, str] | None = None,
        private_hosts: frozenset[str] = frozenset(),
    ) -> Answer:
        host = address.host(url)
        with self.lock:
            self.in_flight[host] += 1
            self.most_in_flight[host] = max(self.most_in_flight[host], self.in_flight[host])
            self.log[host].append(self.now)
            self.addresses[url].append(self.now)
            if self.now < self.closed_until.get(_source(url), START):
                self.asked_too_soon.append(url)
        time.sleep(0)  # lets another thread in, were there one
        try:
            with self.lock:
                return self._answer(url, host, validators)
        finally:
            with self.lock:
                self.in_flight[host] -= 1

    def _answer(self, url: str, host: str, validators: Validators | None) -> Answer:
        luck = random.Random(f"{_source(url)} {self.visits[_source(url)]}")  # whatever the threads' order
        self.visits[_source(url)] += 1
        chance = 1 if host == LIBRARY and self.now > LAUNCH - timedelta(hours=30) else luck.random()
        if chance < 0.01:
            seconds = luck.randrange(60, 20_000)
            until = self.now + timedelta(seconds=seconds)
            self.closed_until[_source(url)] = until
            said = str(seconds) if chance < 0.005 else format_datetime(until, usegmt=True)
            return Answer(429, url, headers={"retry-after": said})
        if chance < 0.03:
            return Answer(luck.choice([403, 500, 503]), url)
        if validators and validators.etag:
            return Answer(304, url)
        if host == LIBRARY:
            return self._library(url)
        if host == "api.spaceflightnewsapi.net":
            number = len(self.addresses[url])
            return Answer(200, url, json.dumps({"next": None, "results": [article(id=number)]}).encode())
        if "cnsa.gov.cn" in host:
            return Answer(200, url, cnsa(self._left(url), PAGES))
        if "cmse.gov.cn" in host:
            day = (self.now - START).days
            body = cmsa((f"202611/t202611{10 + day}_590{day:02}", f"消息{day}", f"2026-11-{10 + day}"))
            return Answer(200, url, body + f"countPage = {PAGES}//".encode())
        return self._feed(url)

    def _feed(self, url: str) -> Answer:
        number = int(dict(parse_qsl(urlsplit(url).query)).get("paged", "1"))
        if number > PAGES:
            return Answer(404, url)
        day = START - timedelta(days=10 * number)
        return Answer(200, url, rss(entry(number, pubDate=format_datetime(day))), headers={"etag": '"e"'})

    def _library(self, url: str) -> Answer:
        """Chang'e 7 is there, Artemis III is not: it is searched for, in vain."""
        if "search=" in url:
            return Answer(200, url, b'{"results": []}')
        launch = row(id=CHANG_E_7, net=LAUNCH.isoformat(), updates=[])
        return Answer(200, url, json.dumps({"results": [launch]}).encode())

    def _left(self, url: str) -> int:
        number = url.rpartition("_")[2].partition(".")[0]
        return PAGES - int(number) if number.isdigit() else 0


def _source(url: str) -> str:
    """What a Retry-After is for: the address, whatever is asked of it."""
    parts = urlsplit(url)
    return f"{parts.hostname}{parts.path.rpartition('/')[0]}"


class Hurry(threading.Event):
    """Waits for nothing: the seconds between two requests are the simulation's."""

    def wait(self, timeout: float | None = None) -> bool:
        return self.is_set()


@pytest.fixture(scope="module")
def week() -> Iterator[Internet]:
    """The log of a week. Its file lies in memory where there is such a place: thousands of visits are written."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield a_week(Path(folder))


def a_week(folder: Path) -> Internet:
    internet = Internet()
    home = house.home(folder, now=lambda: internet.now)
    hosts = Hosts()
    checks = sorted(START + timedelta(seconds=internet.rng.randrange(7 * 86_400)) for _ in range(60))
    checks += [LAUNCH - timedelta(minutes=3 * n) for n in range(15)]  # everybody is nervous on the day
    wishes = [(at, 0) for at in checks]
    heapq.heapify(wishes)
    with Store(home.paths.database) as store:

        def collect_all(due: Sequence[Due]) -> Iterator[Harvest]:
            return rounds.collect_all(
                due, fetcher=internet, now=internet.now, rng=internet.rng, stop=Hurry(), known=lambda s: store.titles_of(s.id),
                hosts=hosts, may_call=lambda host: launchwatch.may_call(home.paths.database, host, internet.now), launches=launchwatch.wanted(home.missions, store, internet.now) if any(s.adapter == "ll2" for s, _ in due) else (),
            )  # fmt: skip

        route = replace(house.route(home, store, Played()), collect_all=collect_all)
        poll.start_from(route, home.world)
        automatic = sum(s.backfill == "auto" for s in home.sources)
        page_at, past_ended, paced_at, sources = START, False, START, home.sources
        while internet.now < END:
            asked = bool(wishes) and wishes[0][0] <= internet.now
            if asked:
                heapq.heappop(wishes)
            if internet.now >= paced_at:
                sources, paced_at = (
                    launchwatch.paced(home.sources, home.missions, store, internet.now),
                    internet.now + timedelta(minutes=5),
                )
            poll.run(route, sources, everything=asked)
            states = store.source_states()
            turn = past.next_turn(home.sources, store.facts(PLACE), states, internet.now) if not past_ended else None
            until = internet.now + TICK
            while turn is not None and page_at <= until:
                internet.now = max(internet.now, page_at)
                source, at = turn
                past.keep(route, source, at, past.fetch(route, source, at, fetcher=internet))
                page_at = internet.now + timedelta(seconds=SECONDS_BETWEEN_PAGES)
                turn = past.next_turn(home.sources, store.facts(PLACE), store.source_states(), internet.now)
            if turn is None and not past_ended:  # one may be waiting for its host: luck, and the threads' order
                at = [read(text).state for text in store.facts(PLACE).values()]
                past_ended = len(at) == automatic and set(at) <= {"done", "failed"}
            dues = [pace.due_at(s, states[s.id], internet.now) for s in sources if s.enabled and s.id in states]
            soonest = min(at for at in dues if at is not None)
            step = TICK if turn is not None else max(TICK, soonest - internet.now)
            if wishes:
                step = min(step, max(wishes[0][0] - internet.now, TICK))
            internet.now += step
        ends = {source: read(text).state for source, text in store.facts(PLACE).items()}
    assert ends.keys() == {s.id for s in home.sources if s.backfill == "auto"}
    assert set(ends.values()) <= {"done", "failed"}  # a 403 on a page of the past ends it
    return internet


def test_no_published_limit_is_exceeded_nor_our_own(week: Internet) -> None:
    for host, most in PUBLISHED.items():
        assert busiest_hour(week.log[host]) <= most
    assert busiest_hour(week.log[LIBRARY]) <= 12
    assert busiest_hour(week.log[LIBRARY]) >= 10  # the user's impatience is in the log
    assert busiest_hour(week.log["api.spaceflightnewsapi.net"]) <= 60


def test_the_clock_alone_asks_the_library_eight_times_an_hour_at_most_and_more_before_a_launch(week: Internet) -> None:
    quiet = [at for at in week.log[LIBRARY] if at < LAUNCH - timedelta(hours=30)]
    near = [at for at in week.log[LIBRARY] if LAUNCH - timedelta(hours=23) < at < LAUNCH - timedelta(hours=2)]
    hours_of_quiet = (LAUNCH - timedelta(hours=30) - START) / HOUR
    assert len(quiet) / hours_of_quiet < 2  # once an hour, and what the user asked for
    assert 3 < len(near) / 21 < 8


def test_one_request_at_a_time_a_host(week: Internet) -> None:
    assert set(week.most_in_flight.values()) == {1}
    assert len(week.most_in_flight) > 10


def test_retry_after_is_obeyed_to_the_second(week: Internet) -> None:
    assert len(week.closed_until) > 5
    assert week.asked_too_soon == []


def test_nobody_is_asked_more_often_than_agreed_nor_forgotten(week: Internet) -> None:
    by_id = {s.url: s for s in catalogue.load() if s.enabled and s.adapter == "feed"}
    for url, source in by_id.items():
        visits = len(week.addresses[url])
        most = 7 * 24 * 60 / source.interval_minutes
        assert most * 0.5 < visits <= most * 1.1 + 75  # polite, and not asleep; the user pressed Check now 75 times


def test_the_past_comes_a_page_every_five_seconds(week: Internet) -> None:
    pages = [at for url, times in week.addresses.items() if "paged=" in url or "index_" in url for at in times]
    assert len(pages) > 3 * PAGES
    pages.sort()
    assert min(after - before for before, after in pairwise(pages)) >= timedelta(seconds=5)


def busiest_hour(times: Sequence[datetime]) -> int:
    """The most requests within any sixty minutes."""
    most, first, ordered = 0, 0, sorted(times)
    for last, at in enumerate(ordered):
        while at - ordered[first] >= HOUR:
            first += 1
        most = max(most, last - first + 1)
    return most
