"""The past of the sources, fetched beside the polls. One step, drawn once:

    whose turn is it -> one page of the past (sources.backfill), no transaction open
        -> unseen items -> read -> [ fold, store, and where the next page stands ]      one transaction
        -> how far it is                                                             the caller's

Everything it brings is silent baseline; when the last source has come to its end, one digest at most tells of it. A
source's place is a small fact in the file, so a restart goes on from there.
"""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tracker import poll
from tracker.model import Item, Source, SourceState
from tracker.poll import Route
from tracker.sources import answers, hosts, pace
from tracker.sources.progress import PLACE, Progress, can, goes_by_itself, read, written
from tracker.store import Store

if TYPE_CHECKING:
    from tracker.sources.backfill import PastPage
    from tracker.sources.envoy import Asks

log = logging.getLogger(__name__)

MOST_PAGES = 400
"""Of one source in all; who wants more asks again."""

_TRIES = 4
_FIRST_WAIT = timedelta(minutes=5)
_FOR_GOOD = ("http-401", "http-403", "http-410", "http-451", "not-a-feed", "layout-changed", "bad-json", "no-adapter")


def ask(store: Store, source: Source) -> Progress:
    """The user wants the past of a source: from where it stopped, or, once it is complete, what is new since."""
    at = read(store.fact(PLACE + source.id))
    if not can(source) or at.is_open:
        return at
    again = Progress(complete=True) if at.complete else replace(at, failures=0, not_before=None, trouble="")
    return _remember(store, source, replace(again, state="waiting", asked=True))


def cancel(store: Store, source: Source) -> Progress:
    """The user wants no more of it; the place is kept."""
    at = read(store.fact(PLACE + source.id))
    some = at.is_open or goes_by_itself(source, at)
    return _remember(store, source, replace(at, state="cancelled")) if some else at


def next_turn(
    sources: Sequence[Source], facts: Mapping[str, str], states: Mapping[str, SourceState], now: datetime
) -> tuple[Source, Progress] | None:
    """Whose page is fetched next: what the user asked for comes first. A source in trouble, or whose host wants to be
    left alone, waits until it is well."""
    closed = pace.closed_hosts(sources, states, now)
    found = []
    for place, source in enumerate(sources):
        state, at = states.get(source.id, SourceState(source.id)), read(facts.get(source.id))
        if not source.enabled or not can(source) or not (at.is_open or goes_by_itself(source, at)):
            continue
        well = state.fetched_once and state.trouble is None and hosts.host_of(source, state) not in closed
        if well and (at.not_before is None or at.not_before <= now):
            found.append(((not at.asked, at.state != "running", place), source, at))
    return min(found, key=lambda entry: entry[0])[1:] if found else None


def finish(route: Route, sources: Sequence[Source]) -> bool:
    """Once the past of no source is under way any more: the one digest of what it brought. True when that was now."""
    store = route.store
    if not store.fact(poll.PAST_OPEN) or _is_open(sources, store.facts(PLACE), store.source_states()):
        return False
    store.set_fact(poll.PAST_OPEN, "")
    poll.tell_of_the_past(route, (), first_fetch=True)
    return True


def _is_open(sources: Sequence[Source], facts: Mapping[str, str], states: Mapping[str, SourceState]) -> bool:
    """True while the past of any source is still being fetched, or will be by itself."""
    for source in sources:
        if source.enabled and can(source):
            at, state = read(facts.get(source.id)), states.get(source.id)
            if at.is_open or (goes_by_itself(source, at) and state is not None and state.fetched_once):
                return True
    return False


def fetch(route: Route, source: Source, at: Progress, *, fetcher: Asks) -> PastPage:
    """Fetch one page of the past. Raises StoreError."""
    from tracker.sources import backfill  # with the readers of every form: not before there is a page to fetch

    return backfill.page(
        source, at.place, fetcher=fetcher, now=route.now(), known=_known(route.store, at), until=route.report_on,
        before=at.mark,
    )  # fmt: skip


def keep(
    route: Route,
    source: Source,
    at: Progress,
    page: PastPage,
    *,
    cancelled: Callable[[], bool] = lambda: False,
    alone: AbstractContextManager[object] | None = None,
) -> Progress:
    """Read a page and keep it with its place, unless nobody wants it any more. `alone` is held meanwhile. Raises StoreError."""
    store = route.store
    with alone or nullcontext():
        if cancelled():
            return read(store.fact(PLACE + source.id))
        after = _after(at, page, route.now())
        facts = ((PLACE + source.id, written(after)), (poll.PAST_OPEN, "yes"))
        changes = poll.keep_past(route, page.items, facts, _charged(route, source, page))
        log.info("%s: the past, page %d, %d items, %d changes, oldest %s, %s %s", source.id, after.pages,
                 len(page.items), len(changes), after.oldest, after.state, after.trouble)  # fmt: skip
    return after


def _after(at: Progress, page: PastPage, now: datetime) -> Progress:
    """How far it is with this page."""
    if page.troubled:
        return _after_trouble(at, page, now)
    days = [item.published_on for item in page.items if item.published_on is not None]
    oldest = min([*days, *([at.oldest] if at.oldest else [])], default=None)
    pages = at.pages + (1 if page.mark or not page.end else 0)  # the 404 behind the last page is none
    ended = bool(page.end) or pages % MOST_PAGES == 0
    return replace(
        at, state="done" if ended else "running", place=page.following or at.place, pages=pages, oldest=oldest,
        mark=page.mark, trouble="", failures=0, not_before=None, complete=at.complete or bool(page.end),
    )  # fmt: skip


def _after_trouble(at: Progress, page: PastPage, now: datetime) -> Progress:
    if page.end in answers.NO_NETWORK:  # nothing is learned from it; a host that is gone for good, its poll will notice
        return replace(at, state="waiting", trouble="", not_before=now + pace.SOON)
    failures = at.failures + 1
    if page.end in _FOR_GOOD or failures >= _TRIES:
        return replace(at, state="failed", trouble=page.end, failures=failures, not_before=None)
    wait = max(answers.retry_after(page.answer, now) or timedelta(), _FIRST_WAIT * 2 ** (failures - 1))
    return replace(at, state="waiting", trouble=page.end, failures=failures, not_before=now + wait)


def _charged(route: Route, source: Source, page: PastPage) -> SourceState | None:
    """The source's own state where the server wants fewer visits: its poll must wait too."""
    if page.end != "http-429":
        return None
    state = route.store.source_states().get(source.id, SourceState(source.id))
    return answers.bad(source, state, page.end, page.answer, now=route.now(), rng=random.Random(0))  # noqa: S311


def _known(store: Store, at: Progress) -> Callable[[Item], bool]:
    """Whether an item ends the walk. While its end was never reached, what is known may lie before a gap."""
    if not at.complete:
        return lambda _: False
    return lambda item: bool(store.heads((item.id,)))


def _remember(store: Store, source: Source, progress: Progress) -> Progress:
    store.set_fact(PLACE + source.id, written(progress))
    return progress
