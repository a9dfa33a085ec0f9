"""The thread that fetches the past of the sources: one page every five seconds, beside the polls and behind them.

It shares with the polls which hosts are being asked, so no host is asked two things at a time, and nothing is due later
because of it. Its place is in the file: it may be killed at any moment.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import ExitStack
from time import monotonic
from typing import TYPE_CHECKING

from tracker import access, house, past
from tracker.errors import TrackerError
from tracker.model import Source, SourceState
from tracker.sources import progress
from tracker.sources.envoy import Envoy
from tracker.sources.hosts import Hosts, host_of
from tracker.store import Store
from tracker.views import BackfillView

if TYPE_CHECKING:
    from tracker.reading import Reader
    from tracker.sources.fetch import Fetcher

log = logging.getLogger(__name__)

_IDLE_SECONDS = 60.0
_BUSY_HOST_SECONDS = 1.0
_PAGES_BETWEEN_LOOKS = 10  # the window reads the ledger again so often; how far it is, it hears at each page


class Archivist:
    """Make, `start`, and `stop` once each. `home` and `reader` are asked for anew at each page: both may change.

    `told` hears of each page from the archivist's thread, `changed` when the ledger may have moved. `alone` is held while
    a page is read and stored.
    """

    def __init__(
        self,
        home: Callable[[], house.Home],
        reader: Callable[[house.Home], Reader],
        *,
        hosts: Hosts,
        alone: threading.Lock,
        told: Callable[[BackfillView], None],
        changed: Callable[[], None],
        seconds_between: float = progress.SECONDS_BETWEEN_PAGES,
    ) -> None:
        self._home, self._reader = home, reader
        self._hosts, self._alone = hosts, alone
        self._told, self._changed = told, changed
        self._between = seconds_between
        self._not_before = monotonic()  # the next page
        self._wishes: list[tuple[str, bool]] = []
        self._cancelled: set[str] = set()
        self._lock = threading.Lock()
        self._news = threading.Event()
        self._stop = threading.Event()
        self._fetcher: Fetcher | None = None
        self._fetcher_of: house.Home | None = None
        self._thread = threading.Thread(target=self._run, name="archivist", daemon=True)

    # --- asked from other threads, answered at once ----------------------------------------------------------------

    def start(self) -> None:
        """Begin, and stay until `stop`."""
        self._thread.start()

    def stop(self) -> None:
        """End after what is being stored now; a page under way is left to itself and asked for again next time."""
        self._stop.set()
        self._news.set()

    def wake(self) -> None:
        """A round has ended: there may be a source whose past has not been fetched."""
        self._news.set()

    def wish(self, source: str, *, wanted: bool) -> None:
        """The user wants the past of a source, or no more of it."""
        with self._lock:
            self._wishes.append((source, wanted))
            (self._cancelled.discard if wanted else self._cancelled.add)(source)
        self._news.set()

    # --- its own thread -----------------------------------------------------------------------------------------------

    def _run(self) -> None:
        while not self._stop.is_set():
            self._news.clear()
            wait = self._not_before - monotonic()
            try:
                self._take_wishes()
                if wait <= 0:
                    wait = self._page()
            except TrackerError as error:
                log.error("%s", error)  # noqa: TRY400 - a sentence, not a traceback
                wait = _IDLE_SECONDS
            except Exception:
                log.exception("the past cannot be fetched")
                wait = _IDLE_SECONDS
            if not self._stop.is_set():
                self._news.wait(wait)

    def _take_wishes(self) -> None:
        with self._lock:
            wishes, self._wishes = self._wishes, []
        if not wishes:
            return
        home = self._home()
        by_id = {source.id: source for source in home.sources}
        with Store(home.paths.database) as store:
            for ident, wanted in wishes:
                if ident in by_id:
                    at = (past.ask if wanted else past.cancel)(store, by_id[ident])
                    self._tell(by_id[ident], at)

    def _page(self) -> float:
        """Fetch one page, if it is anybody's turn. Returns how many seconds to wait for the next."""
        home = self._home()
        if not any(source.backfill != "never" for source in home.sources):
            return _IDLE_SECONDS
        with ExitStack() as stack:
            store = stack.enter_context(Store(home.paths.database))
            states = store.source_states()
            turn = past.next_turn(home.sources, store.facts(progress.PLACE), states, home.now())
            route = house.route(home, store, self._reader(home))
            if turn is None:
                self._hang_up()
                if past.finish(route, home.sources):
                    self._changed()
                return _IDLE_SECONDS
            source, at = turn
            state = states.get(source.id, SourceState(source.id))
            host = host_of(source, state)
            if not self._hosts.take(host):
                return _BUSY_HOST_SECONDS
            envoy = Envoy(self._client(home), source, state, access.logins_from(home.secrets), home.now)
            try:
                page = past.fetch(route, source, at, fetcher=envoy)
            finally:
                self._hosts.leave(host)  # before it is stored: a round that keeps us waiting may want to ask it
            after = past.keep(route, source, at, page, cancelled=lambda: self._gave_up(source.id), alone=self._alone)
            self._not_before = monotonic() + self._between
            if not after.is_open:
                past.finish(route, home.sources)
        self._tell(source, after)
        if not after.is_open or after.pages % _PAGES_BETWEEN_LOOKS == 0:
            self._changed()
        return self._between

    def _client(self, home: house.Home) -> Fetcher:
        """One network client for many pages; another when the user has changed how to reach the network."""
        if self._fetcher is None or self._fetcher_of is not home:
            self._hang_up()
            self._fetcher, self._fetcher_of = house.fetcher(home), home
        return self._fetcher

    def _hang_up(self) -> None:
        if self._fetcher is not None:
            self._fetcher.close()
            self._fetcher = None

    def _gave_up(self, source: str) -> bool:
        return self._stop.is_set() or source in self._cancelled

    def _tell(self, source: Source, at: progress.Progress) -> None:
        view = progress.view(source, at)
        if view is not None:
            self._told(view)
