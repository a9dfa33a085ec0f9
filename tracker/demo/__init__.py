"""`--demo`: an invented news history of two years from a server of our own, in accelerated time.

Everything a person sees in the demo comes the real way: a feed is fetched, parsed, read, weighed and told. Only the
news and the clock are made. The composition root gives it a data directory that is thrown away, polls every second
and hands `Demo.now` to whoever asks for the time.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from tracker.demo.clock import DemoClock
from tracker.demo.history import DemoFeed, load
from tracker.demo.server import DemoServer
from tracker.model import Source

START: Final = datetime(2024, 7, 8, 12, tzinfo=UTC)
"""Two weeks after the report: every feed has said something by then, which becomes the silent baseline."""

END: Final = datetime(2026, 11, 22, 12, tzinfo=UTC)

_INTERVAL_MINUTES: Final = 60
"""In the demo's time: always due while the history plays, a quiet hourly check when it is over."""

_PRESS_SECONDS: Final = 0.4
"""News are out this many real seconds after their moment. A poll notes the time, then fetches; at months a second
what it fetches would otherwise be from its future, and a date in the future is not believed."""


@dataclass(frozen=True, slots=True)
class Demo:
    """A running demo. `now` is its present (aware UTC); `sources` are what to poll instead of the catalogue."""

    sources: tuple[Source, ...]
    now: Callable[[], datetime]
    clock: DemoClock
    server: DemoServer

    def close(self) -> None:
        """Stop the server."""
        self.server.close()


def start(clock: Callable[[], float] = time.monotonic, seconds: float = 50, folder: Path | None = None) -> Demo:
    """Start the server and the clock: the history plays from now on and takes `seconds` of `clock`.

    `folder` holds other news than the shipped ones. Raises SeedError for news that cannot be read, OSError when the
    machine gives no port.
    """
    feeds = load(folder)
    beats = [entry.published_at for feed in feeds for entry in feed.entries if entry.beat]
    beats.append(END - timedelta(days=1))  # so that the last news are fetched before the quiet hour after the end
    demo_clock = DemoClock(START, END, seconds, clock, beats)
    server = DemoServer(feeds, lambda: demo_clock.now(behind=_PRESS_SECONDS))
    return Demo(tuple(_source(feed, server) for feed in feeds), demo_clock.now, demo_clock, server)


def _source(feed: DemoFeed, server: DemoServer) -> Source:
    return Source(
        id=feed.id,
        name=feed.name,
        url=server.address_of(feed.id),
        tier=feed.tier,
        language=feed.language,
        zone=feed.zone,
        interval_minutes=_INTERVAL_MINUTES,
        outlet=feed.name,
        origin="demo",
    )
