"""Who speaks for a source that blocks this program: the Spaceflight News API carries the articles of several publishers.

While the publisher stays blocked it is left alone for as long as the answer table says; its stand-in is asked at the
source's usual pace, so that nothing is heard late.
"""

from __future__ import annotations

import logging
import random
from datetime import datetime

from tracker.errors import FetchError, ParseError
from tracker.model import Harvest, Item, Source, SourceState
from tracker.sources import address, answers, newsapi
from tracker.sources.envoy import Asks
from tracker.sources.said import ACCEPT_JSON

log = logging.getLogger(__name__)

_BLOCKED = frozenset(("http-403", "http-429", "http-451"))


def is_needed(harvest: Harvest) -> bool:
    """True after a visit that was turned away, where the source has a stand-in."""
    trouble = harvest.state.trouble
    return bool(harvest.source.stand_in) and trouble is not None and trouble.code in _BLOCKED


def speaks_now(source: Source, state: SourceState, now: datetime) -> bool:
    """True while the source itself is to be left alone and only its stand-in is asked."""
    return bool(source.stand_in) and state.blocked_until is not None and now < state.blocked_until


def visit(source: Source, state: SourceState, *, fetcher: Asks, now: datetime, rng: random.Random) -> Harvest:
    """What the stand-in brings, with the source's own trouble kept; without items where it brings nothing either."""
    url = source.stand_in if state.fetched_once else newsapi.since_the_report(source.stand_in)
    items: tuple[Item, ...] = ()
    try:
        own = frozenset(filter(address.is_plainly_local, (address.host(source.stand_in),)))
        answer = fetcher.get(url, headers={"Accept": ACCEPT_JSON}, private_hosts=own)
        if answer.status == 200:
            items = newsapi.parse(source, answer.body, base=answer.url, content_type="", now=now).items
        else:
            log.info("%s: its stand-in answers %d", source.id, answer.status)
    except (FetchError, ParseError) as error:
        log.info("%s: its stand-in fails: %s", source.id, error)
    return Harvest(source, answers.stood_in(source, state, items, now=now, rng=rng), items)
