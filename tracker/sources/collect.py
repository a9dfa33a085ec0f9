"""One visit to one source: ask, read the answer by the table, bring the items home. A source's fault never raises."""

from __future__ import annotations

import hashlib
import logging
import random
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

from tracker.errors import FetchError, ParseError
from tracker.model import Harvest, Item, Source, SourceState
from tracker.sources import address, answers, feed
from tracker.sources.fetch import Answer, Validators

log = logging.getLogger(__name__)

Pause = Callable[[float], object]
"""Waits some seconds; a true result means that nobody wants the answer any more (threading.Event.wait is one)."""


class Asks(Protocol):
    """What a visit needs of a Fetcher."""

    def get(
        self, url: str, *, validators: Validators | None = None, headers: Mapping[str, str] | None = None,
        private_hosts: frozenset[str] = frozenset(),
    ) -> Answer: ...  # fmt: skip


class Adapter(Protocol):
    """Reads one kind of answer. Raises ParseError for what is not of that kind."""

    def __call__(self, source: Source, body: bytes, *, base: str, content_type: str, now: datetime) -> feed.Parsed: ...


ADAPTERS: Mapping[str, Adapter] = {"feed": feed.parse}


def collect(
    source: Source,
    state: SourceState,
    *,
    fetcher: Asks,
    now: datetime,
    rng: random.Random,
    pause: Pause = time.sleep,
) -> Harvest:
    """Visits the source once. `now` is the start, aware UTC; `pause` waits the seconds before the one retry.

    Always a Harvest: what went wrong is in `state.trouble`. `unchanged` means that the server, or the body itself, said
    that nothing is new.
    """
    began = time.monotonic()

    def moment() -> datetime:
        return now + timedelta(seconds=time.monotonic() - began)

    try:
        return _visit(source, state, fetcher, moment, rng, pause)
    except Exception:
        log.exception("reading %s failed", source.id)
        return _harvest(source, answers.bad(source, state, "internal", None, now=moment(), rng=rng))


def _visit(
    source: Source, state: SourceState, fetcher: Asks, moment: Callable[[], datetime], rng: random.Random, pause: Pause
) -> Harvest:
    adapter = ADAPTERS.get(source.adapter)
    if adapter is None:
        return _harvest(source, answers.bad(source, state, "no-adapter", None, now=moment(), rng=rng))
    sent = answers.validators(state, moment())
    code, answer = _ask_twice(source, state, fetcher, sent, rng, pause)
    now = moment()
    if answer is None or code:
        return _harvest(source, answers.bad(source, state, code or "failed", answer, now=now, rng=rng))
    if answer.not_modified:
        return _harvest(source, answers.not_modified(source, state, answer, now=now, rng=rng), unchanged=True)
    body_hash = hashlib.sha256(answer.body).hexdigest()
    if body_hash == state.body_hash and state.fetched_once:
        known = answers.good(source, state, answer, (), body_hash, asked_with=sent, now=now, rng=rng)
        return _harvest(source, known, unchanged=True)
    return _read(source, state, adapter, answer, body_hash, sent, now, rng)


def _read(
    source: Source, state: SourceState, adapter: Adapter, answer: Answer, body_hash: str, sent: Validators | None,
    now: datetime, rng: random.Random,
) -> Harvest:  # fmt: skip
    try:
        parsed = adapter(
            source, answer.body, base=answer.url, content_type=answer.header("content-type") or "", now=now
        )
    except ParseError as error:
        return _harvest(source, answers.bad(source, state, error.code, answer, now=now, rng=rng))
    if not parsed.items:
        empty = answers.bad(source, state, "empty", answer, now=now, rng=rng)
        return _harvest(source, replace(empty, fetched_once=True))  # what comes next is news, not a backlog
    fine = answers.good(source, state, answer, parsed.items, body_hash, asked_with=sent, now=now, rng=rng)
    return _harvest(source, fine, parsed.items)


def _ask_twice(
    source: Source, state: SourceState, fetcher: Asks, sent: Validators | None, rng: random.Random, pause: Pause
) -> tuple[str, Answer | None]:
    """The answer and "" for one that can be read, else the code of the trouble. One retry for what passes in seconds."""
    code, answer = _ask(source, state, fetcher, sent)
    if answers.may_retry(code) and not (answer and answer.header("retry-after")):
        if pause(rng.uniform(2, 5)):
            return code, answer
        code, answer = _ask(source, state, fetcher, sent)
    return code, answer


def _ask(source: Source, state: SourceState, fetcher: Asks, sent: Validators | None) -> tuple[str, Answer | None]:
    try:
        answer = fetcher.get(answers.address_of(source, state), validators=sent, private_hosts=private_hosts(source))
    except FetchError as error:
        log.info("%s: %s", source.id, error)
        return error.code, None
    if answer.status == 200 or (answer.status == 304 and sent is not None):
        return "", answer
    return f"http-{answer.status}", answer


def private_hosts(source: Source) -> frozenset[str]:
    """The host of the source's own address, where somebody meant a private one: the user's source, or plainly local."""
    host = address.host(source.url)
    return frozenset((host,)) if source.origin == "user" or address.is_plainly_local(host) else frozenset()


def _harvest(source: Source, state: SourceState, items: tuple[Item, ...] = (), *, unchanged: bool = False) -> Harvest:
    return Harvest(source, state, items, unchanged)
