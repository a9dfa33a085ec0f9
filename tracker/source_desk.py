"""The sources a person adds and edits: looked at before they are added, kept in their file, live at once.

Everything here asks the network, reads files or texts: slow, for a worker's thread only.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker.errors import ExportError, ParseError, SeedError, TrackerError
from tracker.house import Home, fetcher, language, library
from tracker.model import Item, Source, SourceState, Tier
from tracker.ui.care import Outcome
from tracker.views import NO_LOGIN, FeedItem, FeedList, FeedPreview, Listed, LoginEntry, NewSource

if TYPE_CHECKING:
    from tracker.sources.discover import Discovery
    from tracker.sources.opml import Outline
    from tracker.sources.own import Written

log = logging.getLogger(__name__)

_SHOWN = 12
"""So many of a feed's newest entries are read for its preview."""


@dataclass(frozen=True, slots=True)
class SourceDesk:
    """Answers ui/desk.py's SourceDesk. `home` gives the present home; `reread` takes the file up after it was written."""

    home: Callable[[], Home]
    reread: Callable[[], None]
    _turn: threading.Lock = field(default_factory=threading.Lock)
    _forgotten: dict[Written, tuple[str, str]] = field(default_factory=dict, repr=False)  # place and secret, for undo

    @property
    def fixed(self) -> bool:
        """True where the sources are not those of a file (the demo's). Quick."""
        return self.home().instead is not None

    # --- before it is added ----------------------------------------------------------------------------------------

    def look(self, pasted: str, stop: threading.Event, login: LoginEntry = NO_LOGIN) -> FeedPreview:
        """What stands behind an address, and what would be read of it. `stop` gives it up."""
        from tracker.sources.discover import Asked, patiently
        from tracker.sources.fetch import Limits
        from tracker.sources.logins import Login

        home = self.home()
        limits = Limits(connect_seconds=8, read_seconds=10, whole_seconds=20)
        with fetcher(home, limits) as client:
            entered = Login(login.auth, login.secret, login.user) if login.auth else None
            asked = Asked(entered, login.user_agent)
            found = patiently(pasted, fetcher=client, now=home.now(), stop=stop, asked=asked)
        return self._preview(home, pasted, found, stop)

    def _preview(self, home: Home, pasted: str, found: Discovery, stop: threading.Event) -> FeedPreview:
        from tracker.sources import catalogue
        from tracker.sources.discover import as_address

        newest = sorted(found.items, key=_moment, reverse=True)
        latest = newest[0].moment if newest else None
        url = found.url or as_address(pasted)
        tongue = language(home.settings)
        return FeedPreview(
            pasted=pasted, url=found.url, title=found.title, items=_read(home, newest[:_SHOWN], stop),
            all_items=len(found.items), newest_at=latest, trouble=found.trouble,
            choices=tuple((choice.url, choice.title) for choice in found.choices),
            followed=next((s.id for s in home.sources if _same(s.url) == _same(url)), ""),
            rejected=catalogue.rejection(url, tongue) or "",
            is_stale=latest is not None and (home.now() - latest).days > 30,
        )  # fmt: skip

    # --- adding, changing, removing ----------------------------------------------------------------------------------

    def add(self, feeds: Sequence[NewSource]) -> tuple[tuple[str, ...], Written]:
        """Follow feeds; returns their ids and what `put_back` needs. Raises SeedError, ExportError.

        A feed that was followed before gets its old id, so that what is stored of it is not taken for new.
        """
        from tracker import proxy
        from tracker.sources import own

        with self._turn:
            home = self._changeable()
            with library(home) as shelf:
                states = shelf.source_states()
            sources: list[Source] = []
            taken = {s.id for s in home.sources} | states.keys()
            taken.add(proxy.PLACE)  # its secret would lie in the same place
            for feed in feeds:
                ident = _left_behind(feed.url, states, (*home.sources, *sources))
                ident = ident or own.new_id(feed.name, feed.url, taken)
                taken.add(ident)
                sources.append(
                    Source(ident, feed.name, feed.url, feed.tier, language=feed.language,
                           interval_minutes=feed.interval_minutes, origin="user", auth=feed.login.auth,
                           user=feed.login.user, user_agent=feed.login.user_agent)
                )  # fmt: skip
            written = own.add(home.paths.sources, sources)
            for source, feed in zip(sources, feeds, strict=True):
                if feed.login.secret:  # before it is asked for the first time
                    home.secrets.put(source.id, feed.login.secret)
            self._take_up(written)
        return tuple(s.id for s in sources), written

    def change(self, source: str, fields: Mapping[str, Any]) -> Written:
        """Other fields of a source: name, tier, interval_minutes, enabled, muted, auth, user, user_agent. Raises as `add`."""
        from tracker.sources import own

        base = self.home().shipped_sources.get(source)
        return self._without_secret(source, lambda: self._write(lambda path: own.change(path, source, fields, base)))

    def drop(self, source: str) -> Written:
        """Follow one's own source no more; a shipped one is as it comes. What is stored stays. Raises as `add`."""
        from tracker.sources import own

        return self._without_secret(source, lambda: self._write(lambda path: own.remove(path, source)))

    def put_back(self, written: Written) -> None:
        """The file as it was, and the secret that went with it. Raises SeedError where it was changed since."""
        from tracker.sources import own

        with self._turn:
            own.take_back(written)
            if written in self._forgotten:
                self.home().secrets.put(*self._forgotten.pop(written))
            self.reread()

    # --- logins ---------------------------------------------------------------------------------------------------

    def keep_secret(self, source: str, secret: str) -> str:
        """Keep the secret of a source: "keyring", or "memory" (until the program ends) where no keyring takes it."""
        from tracker.sources import logins

        home = self._changeable()
        return "keyring" if home.secrets.put(logins.place(self._source(source)), secret).in_keyring else "memory"

    def try_login(self, source: str, login: LoginEntry) -> Outcome:
        """Whether a source lets this login in, or the kept one where no secret is entered: one request, told in words.

        Raises SecretsError where the keyring does not give the kept one.
        """
        from tracker import access
        from tracker.sources import logins

        home = self.home()
        known = self._source(source)
        asked = replace(known, auth=login.auth, user=login.user, user_agent=login.user_agent)
        secret = login.secret or (home.secrets.get(logins.place(known)) if login.auth else "") or ""
        found = access.try_login(secret, asked, home.settings, home.secrets, language(home.settings))
        return Outcome(found.fine, found.words)

    def _source(self, ident: str) -> Source:
        found = next((s for s in self.home().sources if s.id == ident), None)
        if found is None:
            raise SeedError("no such source", key=ident)
        return found

    def _without_secret(self, ident: str, write: Callable[[], Written]) -> Written:
        """A change of the file; a secret that nothing asks for afterwards leaves the keyring."""
        from tracker.desktop.secrets import SecretsError
        from tracker.sources import logins

        before = self._source(ident)
        written = write()
        home, place = self.home(), logins.place(before)
        if not before.auth or place in {logins.place(s) for s in home.sources if s.auth}:
            return written
        try:
            secret = home.secrets.get(place)
            home.secrets.remove(place)
        except SecretsError as error:
            log.warning("a secret that is not needed any more stays in the keyring: %s", error)
        else:
            if secret is not None:
                self._forgotten[written] = (place, secret)
        return written

    def _write(self, change: Callable[[Path], Written]) -> Written:
        with self._turn:
            written = change(self._changeable().paths.sources)
            self._take_up(written)
        return written

    def _take_up(self, written: Written) -> None:
        """Live from now on; where that fails (another file of the user's is broken), the file is as it was."""
        from tracker.sources import own

        try:
            self.reread()
        except TrackerError:
            own.take_back(written)
            raise

    def _changeable(self) -> Home:
        home = self.home()
        if home.instead is not None:
            raise SeedError("the demo's sources cannot be changed")
        return home

    # --- lists ---------------------------------------------------------------------------------------------------------

    def read_list(self, path: Path) -> FeedList:
        """The feeds of an OPML file, each with what speaks against it."""
        from tracker.sources import opml

        try:
            with path.open("rb") as file:
                body = file.read(opml.MOST_BYTES + 1)
            found = opml.read(body)
        except ParseError as error:
            return FeedList(trouble=error.code)
        except (OSError, ValueError):
            return FeedList(trouble="unreadable")
        home = self.home()
        followed, tongue = _followed(home.sources), language(home.settings)
        return FeedList(tuple(_listed(feed, followed, tongue) for feed in found.feeds), found.more)

    def write_list(self, path: Path) -> int:
        """All followed feeds as an OPML file; returns how many. Raises ExportError."""
        from tracker.files import write_atomically
        from tracker.sources import opml

        home = self.home()
        feeds = [s for s in home.sources if s.enabled and s.adapter == "feed"]
        if not feeds:
            raise ExportError("no feed is followed", advice="Switch one on, or add one, then export.")
        write_atomically(path, opml.write(feeds, now=home.now()))
        return len(feeds)


def _read(home: Home, items: Sequence[Item], stop: threading.Event) -> tuple[FeedItem, ...]:
    """Which missions each entry names, and the claims that would be read of it."""
    from tracker.house import reader
    from tracker.reading.preview import matches

    if not items:
        return ()
    named: dict[str, list[str]] = {}
    for mission in home.missions:
        for item, *_ in matches(mission, items):
            named.setdefault(item.id, []).append(mission.id)
    reads = reader(home.missions).read
    read = []
    for item in items:
        if stop.is_set():
            break
        reading = reads(item)
        not_read = None if reading.read else reading.language or "?"
        read.append(FeedItem(item, tuple(named.get(item.id, ())), reading.claims, not_read))
    return tuple(read)


def _listed(feed: Outline, followed: Mapping[str, str], tongue: str) -> Listed:
    from tracker import webaddress
    from tracker.sources import address, catalogue

    name = feed.name or address.host(feed.url) or feed.url[:60]
    if webaddress.why_not(feed.url) or not feed.url.isprintable():
        return Listed(name, feed.url, "not-web")
    tier = feed.tier or Tier.OTHER
    if known := followed.get(_same(feed.url)):
        return Listed(name, feed.url, "followed", known, tier, feed.language)
    why = catalogue.rejection(feed.url, tongue)
    return Listed(name, feed.url, "rejected" if why else "new", why or "", tier, feed.language)


def _followed(sources: Sequence[Source]) -> dict[str, str]:
    """The address of every source, in the form in which two are compared -> its name."""
    return {_same(source.url): source.name for source in sources}


def _same(url: str) -> str:
    """What two addresses of one feed have in common: neither scheme nor "www." nor what only tracks."""
    from tracker.sources import address

    return address.clean(url).partition("://")[2].removeprefix("www.")


def _left_behind(url: str, states: Mapping[str, SourceState], sources: Sequence[Source]) -> str:
    """The id under which this feed was followed before it was removed, "" where it was not."""
    gone = states.keys() - {s.id for s in sources}
    return next((i for i in sorted(gone) if states[i].final_url and _same(states[i].final_url or "") == _same(url)), "")


def _moment(item: Item) -> datetime:
    """When it is from; what has no date comes before everything."""
    return item.moment or datetime.min.replace(tzinfo=UTC)
