"""The threads beside the window: one that polls and tells (APScheduler's), one that writes the user's decisions.

They get values and give values; the window hears of them through the callables in `Ears`, which the root connects to
the bridge's signals. Everything heavy (network client, reader, scheduler) is imported here, after the first paint.
"""

from __future__ import annotations

import logging
import random
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from tracker import house
from tracker.desktop import memory
from tracker.errors import NotifyError, TrackerError
from tracker.model import Alert, Decision, PollReport
from tracker.sources import pace
from tracker.sources.hosts import Hosts
from tracker.store import Store, Visit, compact
from tracker.views import BackfillView

if TYPE_CHECKING:
    from tracker.archivist import Archivist
    from tracker.desktop.notify import Notifier
    from tracker.reading import Reader

log = logging.getLogger(__name__)

_AFTER_SLEEP = (5.0, 15.0)  # seconds
_THRIFT_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Ears:
    """Called from worker threads; each must only pass the word on."""

    checking: Callable[[bool], None]
    polled: Callable[[PollReport], None]
    changed: Callable[[], None]
    trouble: Callable[[TrackerError], None]  # broken machinery (a full disk); who shows it puts it into words
    backfilled: Callable[[BackfillView], None] = lambda _: None  # the past of a source came a page nearer


class Workers:
    """Make, `start`, and `stop` once each.

    `tick_seconds`: how often to look whether a source is due. `thrift` says why to save the network ("": no reason); it may
    take seconds and is asked when something is due, at most once a minute. `clocks`: the wall clock and one that stands
    still while the machine sleeps, in seconds.
    """

    def __init__(
        self,
        home: house.Home,
        ears: Ears,
        *,
        tick_seconds: float = 30.0,
        thrift: Callable[[], str] = lambda: "",
        clocks: Callable[[], tuple[float, float]] = lambda: (time.time(), time.monotonic()),
    ) -> None:
        self._home = home
        self._ears = ears
        self._tick = timedelta(seconds=tick_seconds)
        self._clocks, self._seen = clocks, clocks()
        self._thrift, self._thrift_asked, self._saving = thrift, float("-inf"), ""
        self._stop = threading.Event()
        self._asked: list[str | None] = []
        self._lock = threading.Lock()
        self._in_round = threading.Lock()
        self._again = False
        self._busy = False
        self._told = 0  # in this round
        self._scheduler: Any = None
        self._starting: threading.Thread | None = None
        self._reader: Reader | None = None
        self._reader_of = ""  # the fingerprint of the missions the reader knows
        self._reader_version: str | None = None
        self._forgotten: tuple[int, date] | None = None  # for how many years, on which day
        self._make_notifier: Callable[[], Notifier] | None = None
        self._notifier: Notifier | None = None
        self._hosts = Hosts()
        self._archivist: Archivist | None = None
        self._past_wishes: list[tuple[str, bool]] = []  # asked for before there was an archivist
        self._reader_lock = threading.RLock()
        self._clerk = ThreadPoolExecutor(max_workers=1, thread_name_prefix="clerk")
        self._errands = ThreadPoolExecutor(max_workers=2, thread_name_prefix="errand")

    # --- asked by the window, answered at once ------------------------------------------------------------------------

    def start(self, make_notifier: Callable[[], Notifier]) -> None:
        """Begin to poll and to tell, from a thread of its own so that no import keeps the window waiting."""
        self._make_notifier = make_notifier
        self._starting = threading.Thread(target=self._begin, name="starting", daemon=True)
        self._starting.start()

    def check(self, source: str | None = None) -> None:
        """Poll one source, or all, as soon as the running round allows."""
        with self._lock:
            if source not in self._asked:
                self._asked.append(source)
        self._wake()

    def backfill(self, source: str) -> None:
        """Fetch the past of a source, a page every few seconds, beside the polls."""
        self._wish_past(source, wanted=True)

    def cancel_backfill(self, source: str) -> None:
        """Stop fetching the past of a source."""
        self._wish_past(source, wanted=False)

    def _wish_past(self, source: str, *, wanted: bool) -> None:
        with self._lock:
            archivist = self._archivist
            if archivist is None:
                self._past_wishes.append((source, wanted))
        if archivist is not None:
            archivist.wish(source, wanted=wanted)

    def tell_soon(self) -> None:
        """A notification service has come, or the quiet hours may have ended: look into the outbox."""
        self._wake()

    def move_to(self, home: house.Home) -> None:
        """The user has changed the settings, the sources or the missions: the next round goes by them."""
        with self._lock:
            self._home = home
        self._wake()

    def run(self, work: Callable[[], None]) -> None:
        """Do a piece of work for the window, beside it; it answers and guards itself (ui/asking.py)."""
        if not self._stop.is_set():  # a window that is being left may still ask
            self._errands.submit(work)

    def show(self, alert: Alert) -> str:
        """Show a notification now, for a test; who took it. Called beside the main thread. Raises NotifyError."""
        if self._notifier is None:
            raise NotifyError("notifications are not ready yet", advice="Try again in a moment")
        from tracker.desktop.notify import buttons

        self._notifier.send(alert, actions=buttons(alert))
        return self._notifier.describe()

    def in_order(self, work: Callable[[], None]) -> None:
        """Do small pieces of writing one after the other, off the main thread; what goes wrong is told in a sentence."""
        self._clerk.submit(self._guarded, work)

    def decide(self, decision: Decision) -> None:
        """Write the user's word, off the main thread."""
        self._clerk.submit(self._guarded, lambda: self._write(decision))

    def mark_seen(self) -> None:
        """The user has looked at the changes."""
        self._clerk.submit(self._guarded, self._write_seen)

    @property
    def is_checking(self) -> bool:
        return self._busy

    def describe_notifier(self) -> str:
        """Who shows notifications, or why nobody does."""
        return self._notifier.describe() if self._notifier else ""

    def stop(self, seconds: float = 3.0) -> bool:
        """End all work; False when a round did not end in time (its writes are whole transactions: nothing breaks)."""
        with self._lock:
            self._stop.set()
        if self._archivist is not None:
            self._archivist.stop()
        self._errands.shutdown(wait=False, cancel_futures=True)
        if self._starting is not None:
            self._starting.join(seconds)  # no import may be under way when the interpreter ends
        if self._scheduler is not None:
            self._scheduler.shutdown(wait=False)
            self._scheduler = None
        ended = threading.Event()
        threading.Thread(target=self._last_words, args=(ended,), daemon=True).start()
        if self._notifier is not None:
            self._notifier.close()
        idle = self._in_round.acquire(timeout=seconds)  # a round sees the stop between two steps
        if idle:
            self._in_round.release()
        return ended.wait(seconds) and idle

    def _last_words(self, ended: threading.Event) -> None:
        self._clerk.shutdown(wait=True)
        ended.set()

    # --- the poll's thread -----------------------------------------------------------------------------------------

    def _begin(self) -> None:
        if self._make_notifier is not None:
            self._notifier = self._make_notifier()
        if self._stop.is_set():
            return
        from tracker import scheduling

        self._reader_for(self._home)
        scheduler = scheduling.every(self._tick.total_seconds(), self._tick_once, name="poll")
        logging.getLogger("apscheduler").setLevel(logging.ERROR)  # a tick that finds a round running is no news
        with self._lock:
            if self._stop.is_set():
                return
            scheduler.start()
            self._scheduler = scheduler
            self._archivist = self._new_archivist()

    def _new_archivist(self) -> Archivist:
        from tracker.archivist import Archivist as Thread

        made = Thread(
            lambda: self._home, self._reader_for, hosts=self._hosts, alone=self._in_round, told=self._ears.backfilled,
            changed=self._ears.changed,
        )  # fmt: skip
        for source, wanted in self._past_wishes:
            made.wish(source, wanted=wanted)
        made.start()
        return made

    def _wake(self) -> None:
        self._again = True  # a round that runs now goes once more: the scheduler drops a tick that finds it running
        if self._scheduler is not None:
            self._scheduler.modify_job("poll", next_run_time=datetime.now(UTC))

    def _tick_once(self) -> None:
        """A round; but where the machine has just woken up, a moment later: the network comes back slower than we do."""
        before, self._seen = self._seen, self._clocks()
        if pace.slept(before, self._seen) and not self._again and self._scheduler is not None:
            wait = timedelta(seconds=random.uniform(*_AFTER_SLEEP))  # noqa: S311 - jitter, not secrets
            log.info("this machine was asleep; looking for news in %d seconds", wait.total_seconds())
            self._scheduler.modify_job("poll", next_run_time=datetime.now(UTC) + wait)
            return
        self._round()

    def _is_slow(self) -> bool:
        """True while the desktop says that the network costs money or the battery is low."""
        now = self._clocks()[1]
        if now - self._thrift_asked >= _THRIFT_SECONDS:
            before, self._saving, self._thrift_asked = self._saving, self._thrift(), now
            if self._saving != before:
                log.info("asking half as often: %s", self._saving) if self._saving else log.info("asking as usual")
        return bool(self._saving)

    def _round(self) -> None:
        """One tick: poll what is due or asked for, then tell what waits. Goes again while more is asked for meanwhile."""
        with self._in_round:
            while not self._stop.is_set():
                self._again = False
                with self._lock:
                    asked, self._asked = self._asked, []
                self._guarded(lambda asked=asked: self._poll(asked))  # type: ignore[misc]
                self._guarded(self._tell)
                self._guarded(self._read_again)
                self._guarded(self._forget)
                if not self._again:
                    return

    def _poll(self, asked: list[str | None]) -> None:
        everything = None in asked
        by_the_clock = not asked
        if by_the_clock and not house.anything_due(self._home):
            return
        slow = by_the_clock and self._is_slow()
        if slow and not house.anything_due(self._home, slow=True):
            return
        self._busy = True
        self._told = 0
        self._ears.checking(True)
        try:
            for one in [None] if everything or not asked else asked:
                home = self._home
                report = house.poll(
                    home, self._reader_for(home), only=one, everything=everything, stop=self._stop,
                    on_alert=self._tell_at_once, hosts=self._hosts, slow=slow,
                )  # fmt: skip
                self._ears.polled(report)
        finally:
            self._busy = False
            self._ears.checking(False)
            self._ears.changed()
            if self._archivist is not None:
                self._archivist.wake()
            memory.give_back()  # what the answers took

    def _reader_for(self, home: house.Home) -> Reader:
        """The reader of these missions, made anew when the user has changed them."""
        with self._reader_lock:
            if self._reader is None or self._reader_of != home.world.fingerprint:
                if self._reader is not None:
                    house.prepare(home)
                self._reader = house.reader(home.missions)
                self._reader_of, self._reader_version = home.world.fingerprint, None
            return self._reader

    def _read_again(self) -> None:
        """After an update, or with other missions: a new reader goes over what is stored, until it is done or something
        else is asked for."""
        home = self._home
        reader = self._reader_for(home)
        if self._reader_version is None:
            self._reader_version = house.reader_version(home)
        moved = False
        while not (self._again or self._stop.is_set()):
            if not house.read_again(home, reader, self._reader_version):
                break
            moved = True
        if moved:
            self._ears.changed()

    def _forget(self) -> None:
        """Once a day, old texts that prove nothing go, where the user wants it; until something else is asked for."""
        home, gone, place = self._home, 0, ""
        today = (home.settings.keep_text_years, home.now().date())
        if self._forgotten == today:
            return
        while not (self._again or self._stop.is_set()):
            done = house.forget_some(home, place)
            gone += done.articles
            if done.place is None:
                self._forgotten = today
                if home.settings.keep_text_years:
                    compact(home.paths.database)
                break
            place = done.place
        if gone:
            self._ears.changed()

    def _tell_at_once(self) -> None:
        """A change is told when it is known, though a silent source still keeps the round; a flood waits for its digest."""
        if self._told < house.alert_rules(self._home.settings).cap:
            self._guarded(self._tell)

    def _tell(self) -> None:
        """Tell what waits in the outbox; marked as told only when a service has taken it, so a crash loses nothing."""
        if self._notifier is None or self._stop.is_set():
            return
        with Store(self._home.paths.database) as store:
            for alert, covers in house.deliverable(self._home, store):
                if self._stop.is_set() or not self._send(alert):
                    return
                store.mark_told(covers, self._home.now())
                self._told += 1

    def _send(self, alert: Alert) -> bool:
        from tracker.desktop.notify import NoServiceError, buttons

        if self._notifier is None:
            return False
        try:
            self._notifier.send(alert, actions=buttons(alert))
        except NoServiceError as error:
            log.info("nobody shows notifications: %s", error)
            return True  # it stands in the window, unread; nothing to try again
        except NotifyError as error:
            log.warning("not told yet: %s", error)
            return False
        return True

    # --- the clerk's thread ----------------------------------------------------------------------------------------

    def _write(self, decision: Decision) -> None:
        from tracker import poll

        with Store(self._home.paths.database) as store:
            poll.settle(house.quiet_route(self._home, store), Visit(heard_at=self._home.now()), (), (decision,))
        self._ears.changed()

    def _write_seen(self) -> None:
        with Store(self._home.paths.database) as store:
            store.mark_seen(self._home.now())
        self._ears.changed()

    def _guarded(self, work: Callable[[], object]) -> None:
        """Run work; broken machinery is told in a sentence and the next tick tries again; a bug is logged whole."""
        try:
            work()
        except TrackerError as error:
            log.error("%s", error)  # noqa: TRY400 - a sentence, not a traceback
            self._ears.trouble(error)
        except Exception:
            log.exception("a worker failed")
            self._ears.trouble(TrackerError("Something went wrong inside the program; the log has the details."))
