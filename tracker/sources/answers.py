"""The answer table: what an answer, or the lack of one, means for the next visit. Pure; `now` is when the answer came."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tracker.model import Item, Source, SourceState
from tracker.sources import address
from tracker.sources.said import Answer, Validators
from tracker.sources.troubles import trouble

DAY = timedelta(hours=24)
MOVES_BEFORE_LEARNED = 3
_BLOCKED = (timedelta(hours=1), timedelta(hours=6), DAY)
_LONGEST_PAUSE = timedelta(hours=6)
_LONGEST_ASKED = timedelta(days=7)  # a Retry-After beyond this is a mistake, not a wish
_SOON = timedelta(minutes=10)
_GONE = timedelta(days=365)
NO_NETWORK = frozenset(("offline", "dns", "unreachable"))
_AT_HOME = frozenset(("no-secret", "no-keyring", "keyring-locked", "bad-secret", "no-proxy", "proxy-auth", "bad-proxy"))
"""Something is missing on this side."""
_RETRY_AT_ONCE = frozenset(("reset", "timeout", "truncated", "bad-length"))


def address_of(source: Source, state: SourceState) -> str:
    """Where to ask: the source's address, or the one it moved to for good."""
    return state.moved_to if state.moved_to and state.moved_seen >= MOVES_BEFORE_LEARNED else source.url


def validators(state: SourceState, now: datetime) -> Validators | None:
    """What to send along so that an unchanged feed costs nothing; None once a day, for servers that say 304 for ever."""
    if not (state.etag or state.last_modified) or state.final_url is None:
        return None
    if state.last_full_at is None or not timedelta() <= now - state.last_full_at < DAY:
        return None
    return Validators(state.final_url, state.etag, state.last_modified)


def may_retry(code: str) -> bool:
    """True for what often passes within seconds: server errors, broken connections."""
    return code in _RETRY_AT_ONCE or code.startswith("http-5")


def good(
    source: Source, state: SourceState, answer: Answer, items: Sequence[Item], body_hash: str, *,
    asked_with: Validators | None, now: datetime, rng: random.Random,
) -> SourceState:  # fmt: skip
    """After an answer that could be read (or was known already: no items, the same hash)."""
    return replace(
        _moved(source, _fine(source, state, now, rng), answer),
        etag=answer.header("etag"),
        last_modified=answer.header("last-modified"),
        final_url=answer.url,
        body_hash=body_hash,
        newest_item_at=_newest(items, state, now),
        fetched_once=True,
        last_full_at=now if asked_with is None else state.last_full_at,
    )


def not_modified(
    source: Source, state: SourceState, answer: Answer, *, now: datetime, rng: random.Random
) -> SourceState:
    """After a 304: nothing new, and the source is well."""
    return _moved(source, _fine(source, state, now, rng), answer)


def bad(
    source: Source, state: SourceState, code: str, answer: Answer | None, *, now: datetime, rng: random.Random
) -> SourceState:
    """After anything else: the trouble, and how long to stay away. Validators and history are kept."""
    failures = state.failures + 1
    learned = state.moved_to is not None and state.moved_seen >= MOVES_BEFORE_LEARNED
    back = learned and (code in ("http-404", "http-410", "dns", "not-a-feed"))  # the new address fails: try the old one
    wait = _interval(source) if back else _pause(source, state, code, answer, failures, now)
    return replace(
        state,
        last_attempt_at=now,
        next_due_at=now + wait + _jitter(wait, rng),
        failures=failures,
        trouble=trouble(code),
        moved_to=None if back else state.moved_to,
        moved_seen=0 if back else state.moved_seen,
    )


def stood_in(
    source: Source, state: SourceState, items: Sequence[Item], *, now: datetime, rng: random.Random
) -> SourceState:
    """After a visit to the stand-in of a blocked source: the trouble stays, the next visit is at the usual time."""
    usual = _interval(source)
    blocked = state.blocked_until is not None and now < state.blocked_until
    return replace(
        state,
        last_attempt_at=now,
        next_due_at=now + usual + _jitter(usual, rng),
        blocked_until=state.blocked_until if blocked else state.next_due_at,
        newest_item_at=_newest(items, state, now),
        fetched_once=state.fetched_once or bool(items),
    )


def retry_after(answer: Answer | None, now: datetime) -> timedelta | None:
    """What the server asks for, as seconds or an HTTP date; None where it asks for nothing that can be understood."""
    text = (answer.header("retry-after") or "").strip() if answer else ""
    if not text:
        return None
    if text.isascii() and text.isdigit():
        return min(timedelta(seconds=int(text[:9])), _LONGEST_ASKED)
    from email.utils import parsedate_to_datetime  # a whole library of mail, for a rare header

    try:
        until = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return min(max(until - now, timedelta()), _LONGEST_ASKED)


def _pause(
    source: Source, state: SourceState, code: str, answer: Answer | None, failures: int, now: datetime
) -> timedelta:
    usual = _interval(source)
    asked = retry_after(answer, now)
    if code == "http-410":
        return _GONE
    if code in ("http-401", "http-403", "http-451", "login-refused"):
        wait = _BLOCKED[min(failures, len(_BLOCKED)) - 1]
    elif code == "http-429":
        repeats = state.failures if state.trouble and state.trouble.code == "http-429" else 0
        wait = min((asked or timedelta(hours=1)) * (1 << min(repeats, 10)), DAY)
    elif code == "http-404" and is_broken(replace(state, failures=failures, last_attempt_at=now)):
        wait = DAY
    elif code == "stopped":
        return timedelta(minutes=1)
    elif code in NO_NETWORK | _AT_HOME:
        # no server was troubled: soon again, so that a laptop that wakes up is not deaf for hours
        return min(_SOON * (1 << min(failures - 1, 10)), usual)
    else:
        wait = min(usual * (1 << min(failures - 1, 10)), _LONGEST_PAUSE)
    return max(wait, usual, asked or timedelta())


def is_broken(state: SourceState) -> bool:
    """404 three times in a row and, at the last of them, no success for a day."""
    last, at = state.last_success_at, state.last_attempt_at
    return state.failures >= 3 and (last is None or (at is not None and at - last >= DAY))


def _fine(source: Source, state: SourceState, now: datetime, rng: random.Random) -> SourceState:
    usual = _interval(source)
    return replace(
        state,
        last_attempt_at=now,
        last_success_at=now,
        next_due_at=now + usual + _jitter(usual, rng),
        failures=0,
        trouble=None,
        blocked_until=None,
    )


def _moved(source: Source, state: SourceState, answer: Answer) -> SourceState:
    """Counts how often the same permanent redirect was seen; never one to another host's front page."""
    if address_of(source, state) != source.url:
        return state  # learned already; this answer came from there
    target = answer.permanent_to
    if target is None and state.moved_to is None and not state.moved_seen:
        return state
    if target is None or answer.downgraded:
        return replace(state, moved_to=None, moved_seen=0)
    if address.is_home_page(target) and address.host(target) != address.host(source.url):
        return replace(state, moved_to=None, moved_seen=0)
    return replace(state, moved_to=target, moved_seen=state.moved_seen + 1 if target == state.moved_to else 1)


def _interval(source: Source) -> timedelta:
    return timedelta(minutes=max(source.interval_minutes, 1))


def _jitter(wait: timedelta, rng: random.Random) -> timedelta:
    """Up to a tenth more, at most ten minutes; never less, so that what a server asked for is kept to the second."""
    return min(wait * 0.1, timedelta(minutes=10)) * rng.random()


def _newest(items: Sequence[Item], state: SourceState, now: datetime) -> datetime | None:
    moments = [at for item in items if (at := item.moment) is not None and at <= now]
    return max(filter(None, (*moments, state.newest_item_at)), default=None)
