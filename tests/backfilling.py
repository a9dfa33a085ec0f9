"""A process that fetches the past of a blog and is killed at chosen moments, over and over: run by test_nginx.

    python -m tests.backfilling DATA_DIR URL MOMENT...

A MOMENT is "before:N" (the N-th request of this life is not sent any more), "asked:N" (its answer is there, and nothing of it
is stored), "writing:N" (it is half written, in the middle of the transaction), "stored:N" (it is stored). After the last one a life runs to the end.
"""

from __future__ import annotations

import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tracker import house, past
from tracker.model import Source, Tier
from tracker.sources import progress
from tracker.sources.fetch import Fetcher
from tracker.store import Store

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def home(folder: Path, url: str) -> house.Home:
    source = Source("blog", "Blog", url, Tier.AGENCY, language="en", outlet="NASA", origin="user", backfill="auto")
    return house.home(folder, now=lambda: NOW, sources=[source])


class Mortal:
    """A fetcher that kills its process at a moment."""

    def __init__(self, fetcher: Fetcher, moment: str) -> None:
        self._fetcher = fetcher
        self._phase, _, number = moment.partition(":")
        self._number = int(number or 0)
        self._asked = 0

    def get(self, url: str, **more: Any) -> Any:
        self._asked += 1
        self.die("before")
        answer = self._fetcher.get(url, **more)
        self.die("asked")
        return answer

    def die(self, phase: str) -> None:
        if (phase, self._asked) == (self._phase, self._number):
            os.kill(os.getpid(), signal.SIGKILL)


class MortalStore(Store):
    """A store that dies with its fetcher when the place is to be written, which comes after the items."""

    mortal: Mortal

    def set_fact(self, key: str, value: str) -> None:
        if key.startswith(progress.PLACE):
            self.mortal.die("writing")
        super().set_fact(key, value)


def live(place: house.Home, reader: Any, moment: str) -> None:
    """Fetch page after page until there is no more, or death comes."""
    with Fetcher() as fetcher, MortalStore(place.paths.database) as store:
        mortal = store.mortal = Mortal(fetcher, moment)
        route = house.route(place, store, reader)
        while True:
            turn = past.next_turn(place.sources, store.facts(progress.PLACE), store.source_states(), NOW)
            if turn is None:
                break
            source, at = turn
            past.keep(route, source, at, past.fetch(route, source, at, fetcher=mortal))
            mortal.die("stored")
        past.finish(route, place.sources)


def main(folder: Path, url: str, moments: list[str]) -> None:
    place = home(folder, url)
    reader = house.reader(place.missions)
    for moment in [*moments, ""]:
        child = os.fork()
        if child == 0:
            live(place, reader, moment)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        if killed != bool(moment):
            sys.exit(f"{moment!r}: ended with {status}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:])
