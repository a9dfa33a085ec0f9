"""One visit to one source: ask, read the answer by the table, bring the items home. A source's fault never raises."""

from __future__ import annotations

import hashlib
import logging
import random
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from tracker.errors import FetchError, ParseError
from tracker.model import Harvest, Item, Source, SourceState
from tracker.sources import adapters, address, answers, standin
from tracker.sources.adapters import Adapter
from tracker.sources.calls import NO_CALLS_LEFT
from tracker.sources.envoy import Asks, Envoy
from tracker.sources.feed import Parsed
from tracker.sources.launches import Launch
from tracker.sources.logins import Logins
from tracker.sources.said import Answer, Validators

log = logging.getLogger(__name__)

Pause = Callable[[float], object]
"""Waits some seconds; a true result means that nobody wants the answer any more (threading.Event.wait is one)."""

MOST_ARTICLES = 5
MOST_PAGES = 10  # of one answer that came in parts
SECONDS_BETWEEN_ARTICLES = 1.0
_WHEN_CALLS_ARE_LEFT = timedelta(minutes=10)


def collect(
    source: Source,
    state: SourceState,
    *,
    fetcher: Asks,
    now: datetime,
    rng: random.Random,
    pause: Pause = time.sleep,
    known: Mapping[str, str] | None = None,
    turn: AbstractContextManager[object] | None = None,
    launches: Sequence[Launch] = (),
    logins: Logins | None = None,
) -> Harvest:
    """Visits the source once. `now` is the start, aware UTC; `pause` waits the seconds before the one retry.

    `known` are the source's items that are stored already, id -> title: of a list page, only the others and those with
    another title are brought, the newest five of them with the text of their articles. None: every row of the list,
    without articles.
    `launches` are the ones that a launch database is asked for.
    `turn` is held while an answer is read: of many visits at once, one reads at a time.
    `logins` gives the login of a source that names one; it may take its time.
    Always a Harvest: what went wrong is in `state.trouble`. `unchanged` means that the server, or the body itself, said
    that nothing is new.
    """
    began = time.monotonic()

    def clock() -> datetime:
        return now + timedelta(seconds=time.monotonic() - began)

    envoy = Envoy(fetcher, source, state, logins, clock)
    visit = _Visit(source, state, envoy, clock, rng, pause, known, turn or nullcontext(), launches)
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
    known: Mapping[str, str] | None
    turn: AbstractContextManager[object]
    launches: Sequence[Launch] = ()

    def make(self) -> Harvest:
        adapter = adapters.find(self.source, self.launches)
        if adapter is None:
            return self.failed("no-adapter", None)
        sent = answers.validators(self.state, self.clock())
        url = answers.address_of(self.source, self.state)
        if adapter.address is not None:
            url = adapter.address(url, self.state)
        code, answer = self._ask_twice(url, sent, adapter.accept)
        if code == NO_CALLS_LEFT:
            later = replace(self.state, next_due_at=self.clock() + _WHEN_CALLS_ARE_LEFT)
            return Harvest(self.source, later, unchanged=True)
        if answer is not None and answer.status == 404 and adapter.gone is not None:
            code, answer = "", replace(answer, status=200, body=adapter.gone)
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
        code, last, parsed = self._whole(adapter, answer, parsed)
        if code:
            return self.failed(code, last)
        if not parsed.items and not adapter.may_be_empty:
            empty = self.failed("empty", answer)
            return replace(empty, state=replace(empty.state, fetched_once=True))  # what comes next is news, no backlog
        found = parsed.items
        if answer.downgraded or address.is_open_to_all(answer.url):  # anybody on the way could have written it
            found = tuple(replace(item, flags=(*item.flags, "insecure")) for item in found)
        if adapter.with_article is not None and self.known is not None:
            found = tuple(item for item in found if self.known.get(item.id) != item.title)
            found = self._with_articles(adapter, found, self.known)
        well = self._well(answer, parsed.items, body_hash, sent)
        return Harvest(self.source, well, found, readings=parsed.readings, facts=parsed.facts)

    def _whole(self, adapter: Adapter, answer: Answer, parsed: Parsed) -> tuple[str, Answer, Parsed]:
        """The answer with the parts that follow it, a second apart; the code of a trouble where one of them is needed
        and cannot be had."""
        seen = {answer.url}
        for _ in range(MOST_PAGES):
            if not parsed.following or parsed.following in seen:
                break
            seen.add(parsed.following)
            if self.pause(SECONDS_BETWEEN_ARTICLES):
                return "stopped", answer, parsed
            code, part, more = self._part(adapter, parsed.following)
            if more is None or part is None:
                needed = adapter.all_or_nothing or code == "http-429"
                return (code, part or answer, parsed) if needed else ("", answer, parsed)
            answer, parsed = part, _joined(parsed, more)
        return "", answer, parsed

    def _part(self, adapter: Adapter, url: str) -> tuple[str, Answer | None, Parsed | None]:
        code, part = self._ask_twice(url, None, adapter.accept)
        if code or part is None:
            return code or "failed", part, None
        try:
            with self.turn:
                return "", part, adapter.parse(self.source, part.body, base=part.url, content_type="", now=self.clock())
        except ParseError as error:
            log.info("%s: %s", self.source.id, error)
            return error.code, part, None

    def _well(self, answer: Answer, items: tuple[Item, ...], body_hash: str, sent: Validators | None) -> SourceState:
        return answers.good(
            self.source, self.state, answer, items, body_hash, asked_with=sent, now=self.clock(), rng=self.rng
        )

    def _with_articles(self, adapter: Adapter, items: tuple[Item, ...], known: Mapping[str, str]) -> tuple[Item, ...]:
        """The newest with the text of their pages; after the first page that fails, the rest as the list has them.

        A known item with another title comes with its text or, next time, later: a revision must not lose it.
        """
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
        return (*done, *(item for item in items[len(done) :] if item.id not in known))

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


def _joined(parsed: Parsed, more: Parsed) -> Parsed:
    """Two parts of one answer; what stands in both counts as the first has it."""
    items = {item.id: item for item in (*more.items, *parsed.items)}
    return replace(
        parsed,
        items=tuple(items.values()),
        readings=(*parsed.readings, *more.readings),
        facts=(*parsed.facts, *more.facts),
        following=more.following,
    )


def private_hosts(source: Source) -> frozenset[str]:
    """The host of the source's own address, where somebody meant a private one: the user's source, or plainly local."""
    host = address.host(source.url)
    return frozenset((host,)) if source.origin == "user" or address.is_plainly_local(host) else frozenset()
