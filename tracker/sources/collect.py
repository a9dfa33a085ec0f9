"""One visit to one source: ask, read the answer by the table, bring the items home. A source's fault never raises."""

from __future__ import annotations

import hashlib
import logging
import random
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from tracker.errors import FetchError, ParseError
from tracker.model import Harvest, Item, Source, SourceState
from tracker.sources import adapters, address, answers, standin
from tracker.sources.adapters import Adapter
from tracker.sources.envoy import Asks, Envoy
from tracker.sources.logins import Logins
from tracker.sources.said import Answer, Validators

log = logging.getLogger(__name__)

Pause = Callable[[float], object]
"""Waits some seconds; a true result means that nobody wants the answer any more (threading.Event.wait is one)."""

MOST_ARTICLES = 5
SECONDS_BETWEEN_ARTICLES = 1.0


def collect(
    source: Source,
    state: SourceState,
    *,
    fetcher: Asks,
    now: datetime,
    rng: random.Random,
    pause: Pause = time.sleep,
    known: frozenset[str] | None = None,
    turn: AbstractContextManager[object] | None = None,
    logins: Logins | None = None,
) -> Harvest:
    """Visits the source once. `now` is the start, aware UTC; `pause` waits the seconds before the one retry.

    `known` are the ids of the source's items that are stored already: of a list page, only the others are brought, the
    newest five of them with the text of their articles. None: every row of the list, without articles.
    `turn` is held while an answer is read: of many visits at once, one reads at a time.
    `logins` gives the login of a source that names one; it may take its time.
    Always a Harvest: what went wrong is in `state.trouble`. `unchanged` means that the server, or the body itself, said
    that nothing is new.
    """
    began = time.monotonic()

    def clock() -> datetime:
        return now + timedelta(seconds=time.monotonic() - began)

    envoy = Envoy(fetcher, source, state, logins, clock)
    visit = _Visit(source, state, envoy, clock, rng, pause, known, turn or nullcontext())
    try:
        if standin.speaks_now(source, state, now):
            return standin.visit(source, state, fetcher=envoy, now=now, rng=rng)
        harvest = visit.make()
        if standin.is_needed(harvest):
            harvest = standin.visit(source, harvest.state, fetcher=envoy, now=clock(), rng=rng)
    except Exception:
        log.exception("reading %s failed", source.id)
        harvest = visit.failed("internal", None)
    return replace(harvest, state=envoy.noted(harvest.state))


@dataclass(frozen=True, slots=True)
class _Visit:
    """What stays the same while one source is visited."""

    source: Source
    state: SourceState
    fetcher: Asks
    clock: Callable[[], datetime]
    rng: random.Random
    pause: Pause
    known: frozenset[str] | None
    turn: AbstractContextManager[object]

    def make(self) -> Harvest:
        adapter = adapters.find(self.source)
        if adapter is None:
            return self.failed("no-adapter", None)
        sent = answers.validators(self.state, self.clock())
        url = answers.address_of(self.source, self.state)
        if adapter.first_address is not None and not self.state.fetched_once:
            url = adapter.first_address(url)
        code, answer = self._ask_twice(url, sent, adapter.accept)
        if answer is None or code:
            return self.failed(code or "failed", answer)
        if answer.not_modified:
            well = answers.not_modified(self.source, self.state, answer, now=self.clock(), rng=self.rng)
            return Harvest(self.source, well, unchanged=True)
        return self._read(adapter, answer, sent)

    def failed(self, code: str, answer: Answer | None) -> Harvest:
        return Harvest(self.source, answers.bad(self.source, self.state, code, answer, now=self.clock(), rng=self.rng))

    def _read(self, adapter: Adapter, answer: Answer, sent: Validators | None) -> Harvest:
        body_hash = hashlib.sha256(answer.body).hexdigest()
        if body_hash == self.state.body_hash and self.state.fetched_once:
            return Harvest(self.source, self._well(answer, (), body_hash, sent), unchanged=True)
        content_type = answer.header("content-type") or ""
        try:
            with self.turn:
                parsed = adapter.parse(
                    self.source, answer.body, base=answer.url, content_type=content_type, now=self.clock()
                )
        except ParseError as error:
            log.info("%s: %s", self.source.id, error)
            return self.failed(error.code, answer)
        if not parsed.items:
            empty = self.failed("empty", answer)
            return replace(empty, state=replace(empty.state, fetched_once=True))  # what comes next is news, no backlog
        found = parsed.items
        if answer.downgraded:  # anybody on the way could have written it
            found = tuple(replace(item, flags=(*item.flags, "insecure")) for item in found)
        if adapter.with_article is not None and self.known is not None:
            found = tuple(item for item in found if item.id not in self.known)
            found = self._with_articles(adapter, found)
        return Harvest(self.source, self._well(answer, parsed.items, body_hash, sent), found, readings=parsed.readings)

    def _well(self, answer: Answer, items: tuple[Item, ...], body_hash: str, sent: Validators | None) -> SourceState:
        return answers.good(
            self.source, self.state, answer, items, body_hash, asked_with=sent, now=self.clock(), rng=self.rng
        )

    def _with_articles(self, adapter: Adapter, items: tuple[Item, ...]) -> tuple[Item, ...]:
        """The newest with the text of their pages; after the first page that fails, the rest as the list has them."""
        done: list[Item] = []
        for item in items[:MOST_ARTICLES]:
            if address.host(item.url) != address.host(self.source.url):
                done.append(item)
                continue
            if self.pause(SECONDS_BETWEEN_ARTICLES):
                break
            full = self._article(adapter, item)
            if full is None:
                break
            done.append(full)
        return (*done, *items[len(done) :])

    def _article(self, adapter: Adapter, item: Item) -> Item | None:
        if adapter.with_article is None:
            return None
        code, answer = self._ask(item.url, None, adapter.accept)
        if code or answer is None:
            return None
        try:
            with self.turn:
                return adapter.with_article(self.source, item, answer.body, now=self.clock())
        except ParseError as error:
            log.info("%s: %s: %s", self.source.id, item.url, error)
            return None

    def _ask_twice(self, url: str, sent: Validators | None, accept: str) -> tuple[str, Answer | None]:
        """The answer and "" for one that can be read, else the code of the trouble. One retry for what passes soon."""
        code, answer = self._ask(url, sent, accept)
        if answers.may_retry(code) and not (answer and answer.header("retry-after")):
            if self.pause(self.rng.uniform(2, 5)):
                return code, answer
            code, answer = self._ask(url, sent, accept)
        return code, answer

    def _ask(self, url: str, sent: Validators | None, accept: str) -> tuple[str, Answer | None]:
        try:
            answer = self.fetcher.get(
                url, validators=sent, headers={"Accept": accept}, private_hosts=private_hosts(self.source)
            )
        except FetchError as error:
            log.info("%s: %s", self.source.id, error)
            return error.code, None
        if answer.status == 200 or (answer.status == 304 and sent is not None):
            return "", answer
        return f"http-{answer.status}", answer


def private_hosts(source: Source) -> frozenset[str]:
    """The host of the source's own address, where somebody meant a private one: the user's source, or plainly local."""
    host = address.host(source.url)
    return frozenset((host,)) if source.origin == "user" or address.is_plainly_local(host) else frozenset()
