"""A better reader reads what is stored again: the history improves, nothing is announced, the user's word stays.

The walk, a handful of items at a time so that a poll never waits:

    items in the order they came -> read -> testimonies that differ from the stored ones
        -> [ withdraw what is no longer found, add what is new -> ledger.fold -> store, every new change silent ]   one transaction
"""

from __future__ import annotations

from datetime import datetime

from tracker.model import Item, Testimony, Tier
from tracker.poll import Route, fold_missions, testimony_of
from tracker.seeding import SEED_SOURCE
from tracker.store import Visit

READER = "reader"
"""The fact that names the reader whose word the testimonies are."""

_PLACE = "reread_to"
_HANDFUL = 50


def some(route: Route, reader_version: str, *, handful: int = _HANDFUL) -> bool:
    """Read a handful of stored items again, if another reader has read them. True while there are more.

    A reader's first database holds nothing to read again. Raises StoreError.
    """
    store = route.store
    if store.fact(READER) == reader_version:
        return False
    target, place = _where(route, reader_version)
    found = store.items_after(place, handful)
    if not found:
        with store.transaction():
            store.set_fact(READER, reader_version)
            store.set_fact(_PLACE, "")
        return False
    added: list[Testimony] = []
    withdrawn: list[Testimony] = []
    for _, revision, heard_at, item in found:
        new, old = _compared(route, item, revision, heard_at)
        added += new
        withdrawn += old
    with store.transaction():
        _settle(route, added, withdrawn)
        store.set_fact(_PLACE, f"{target} {found[-1][0]}")
    return True


def _where(route: Route, reader_version: str) -> tuple[str, int]:
    """How far this reader has come; another reader's place does not count."""
    version, _, number = (route.store.fact(_PLACE) or "").rpartition(" ")
    return reader_version, int(number) if version == reader_version and number.isdigit() else 0


def _compared(route: Route, item: Item, revision: int, heard_at: datetime) -> tuple[list[Testimony], list[Testimony]]:
    """What the reader says now and did not, and what was said and is not found any more."""
    if item.source == SEED_SOURCE or item.tier is Tier.DATABASE:  # these state their claims themselves
        return [], []
    claims = route.reader.read(item).claims
    now = {said.id: said for said in (testimony_of(item, revision, c, heard_at, baseline=True) for c in claims)}
    then = {t.id: t for t in route.store.spoken_in(item.id, revision)}
    judged = route.store.judged(then.keys() - now.keys())
    return (
        [t for ident, t in now.items() if ident not in then],
        [t for ident, t in then.items() if ident not in now and ident not in judged],
    )


def _settle(route: Route, added: list[Testimony], withdrawn: list[Testimony]) -> None:
    store = route.store
    touched = {t.claim.mission for t in (*added, *withdrawn)}
    if not touched:
        return
    known = {c.id for mission in touched for c in store.changes(mission)}
    store.record(Visit(route.now(), testimonies=tuple(added), withdrawn=tuple(t.id for t in withdrawn)))
    histories = fold_missions(route, touched, ())
    fresh = tuple(c.id for h in histories for c in h.changes if c.id not in known)
    store.record(Visit(route.now(), histories=tuple(histories), silent=fresh))
