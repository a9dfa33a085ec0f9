"""What both composition roots share: paths, settings, seeds, sources and the route of a poll. No Qt, no display."""

from __future__ import annotations

import json
import logging
import os
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from tracker import seeding, settings
from tracker.desktop.secrets import Secrets
from tracker.errors import SettingsError
from tracker.model import Alert, ChangeKind, Harvest, Item, Mission, PollReport, Reading, Source
from tracker.settings import Settings
from tracker.store import Forgotten, Library, Store, day_before_which
from tracker.store import forget_some as forget_texts

if TYPE_CHECKING:
    from tracker.alerts import AlertRules
    from tracker.poll import Due, ItemReader, Route
    from tracker.reading import Reader
    from tracker.sources.fetch import Fetcher, Limits
    from tracker.sources.hosts import Hosts

Clock = Callable[[], datetime]
log = logging.getLogger(__name__)

POLL_SECONDS = 300.0
"""No poll outlives this, whatever its sources do."""


@dataclass(frozen=True)
class Home:
    """Where everything is and what it starts from. Made by `home`."""

    paths: settings.Paths
    settings: settings.Settings
    world: seeding.World
    now: Clock
    odd: tuple[str, ...] = ()  # what was strange in the user's files, in words
    instead: tuple[Source, ...] | None = None  # sources to use instead of the catalogue (the demo's)
    secrets: Secrets = field(default_factory=Secrets)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The catalogue with the user's file laid over it and a search for each of his own missions, read when first
        asked for. Raises SeedError."""
        if self.instead is not None:
            return self.instead
        from tracker.sources import catalogue

        listed = catalogue.load(self.paths.sources if self.paths.sources.exists() else None)
        return catalogue.with_searches(listed, self.missions)

    @cached_property
    def shipped_sources(self) -> dict[str, Source]:
        """The sources as they are without the user's file, by id; those that stand instead of them never change."""
        if self.instead is not None:
            return {s.id: s for s in self.instead}
        from tracker.sources import catalogue

        return {s.id: s for s in catalogue.with_searches(catalogue.load(), self.missions)}

    @property
    def missions(self) -> tuple[Mission, ...]:
        return self.world.missions

    def with_settings(self, chosen: Settings) -> Home:
        """The same home under other settings; what was read of the catalogue is not read again."""
        fresh = replace(self, settings=chosen)
        if "sources" in self.__dict__:
            fresh.__dict__["sources"] = self.sources
        return fresh


def home(data_dir: Path | None, *, now: Clock, sources: Sequence[Source] | None = None) -> Home:
    """Read settings and seeds; `sources` stand instead of the catalogue. Raises SettingsError, SeedError."""
    paths = settings.paths(data_dir)
    chosen, odd = settings.load(paths.settings)
    world = seeding.load()
    if paths.missions.exists():
        world = seeding.with_own_missions(world, paths.missions)
    return Home(paths, chosen, world, now, odd, None if sources is None else tuple(sources))


def reread(home: Home) -> Home:
    """The same home after the user's sources or missions have changed on disk. Raises SeedError; `home` still holds then."""
    world = seeding.load()
    if home.paths.missions.exists():
        world = seeding.with_own_missions(world, home.paths.missions)
    fresh = replace(home, world=world)
    _ = fresh.sources  # a fault in the file is told now, not in the next poll
    return fresh


def moved_in(home: Home) -> Home:
    """The same place after a restore: settings, sources and missions are read anew. Raises SettingsError, SeedError."""
    chosen, odd = settings.load(home.paths.settings)
    return reread(replace(home, settings=chosen, odd=odd))


def log_to_file(paths: settings.Paths) -> None:
    """Keep a rotating log in the state folder; a folder that cannot be written is no reason not to start."""
    from logging.handlers import RotatingFileHandler

    try:
        paths.state.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(paths.log, maxBytes=1_000_000, backupCount=3, encoding="utf-8")
    except OSError as error:
        log.warning("no log file: %s", error)
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger("tracker")
    root.addHandler(handler)
    root.setLevel(logging.INFO)


def reader(missions: Sequence[Mission] | None = None) -> Reader:
    """The reader with its packs, for these missions or the shipped ones."""
    from tracker.reading import Reader as WithPacks

    return WithPacks(missions if missions is not None else seeding.load().missions)


# --- polling -----------------------------------------------------------------------------------------------------


def fetcher(home: Home, limits: Limits | None = None) -> Fetcher:
    """A network client that goes by the user's proxy, `limits` other than the usual ones. To be closed."""
    from tracker import access
    from tracker.sources.fetch import Fetcher as Client

    return Client(limits=limits, proxies=access.proxies(home.settings, home.secrets))


def route(
    home: Home, store: Store, item_reader: ItemReader, *, stop: Event | None = None, hosts: Hosts | None = None
) -> Route:
    """The helpers of a poll around an open store. The network client is made only when a source is due.

    `hosts` are being asked by others meanwhile.
    """
    from tracker.poll import Route as PollRoute
    from tracker.sources.online import has_route

    def visit(due: Sequence[Due]) -> Iterator[Harvest]:
        if not due:
            return
        from tracker import access, launchwatch
        from tracker.sources.rounds import collect_all

        rng = random.Random()  # noqa: S311 - jitter, not secrets
        ask_a_database = any(source.adapter == "ll2" for source, _ in due)
        with fetcher(home) as client:
            yield from collect_all(
                [(access.with_token(source, home.settings), state) for source, state in due],
                fetcher=client,
                now=home.now(),
                rng=rng,
                deadline_seconds=POLL_SECONDS,
                stop=stop or Event(),
                known=lambda source: store.titles_of(source.id),
                hosts=hosts,
                may_call=lambda host: launchwatch.may_call(home.paths.database, host, home.now()),
                launches=launchwatch.wanted(home.missions, store, home.now()) if ask_a_database else (),
                logins=access.logins_from(home.secrets),
            )

    return PollRoute(
        store=store, collect_all=visit, reader=item_reader, missions=home.missions, rules=alert_rules(home.settings),
        now=home.now, report_on=home.world.on, language=language(home.settings),
        muted=frozenset(s.id for s in home.sources if s.muted),
        has_route=has_route,
    )  # fmt: skip


def quiet_route(home: Home, store: Store) -> Route:
    """A route that visits and reads nothing: for seeds and the user's decisions."""
    return replace(route(home, store, _NoReader()), collect_all=lambda _: iter(()))


def poll(
    home: Home,
    item_reader: ItemReader,
    *,
    only: str | None = None,
    everything: bool = False,
    stop: Event | None = None,
    on_alert: Callable[[], None] = lambda: None,
    hosts: Hosts | None = None,
    slow: bool = False,
) -> PollReport:
    """One poll of the due sources (or of one, or of all) into the home's database.

    `on_alert` is called between two sources, when the one before has left alerts in the outbox. `slow`: what is due by
    the clock waits twice as long.
    """
    from tracker import launchwatch
    from tracker import poll as walk

    sources = home.sources
    if only is not None:
        sources = tuple(replace(s, enabled=True) for s in sources if s.id == only)
        if not sources:
            known = ", ".join(s.id for s in home.sources)
            raise SettingsError("no such source", key=only, advice=f"There are: {known}")
    with Store(home.paths.database) as store:
        way = replace(route(home, store, item_reader, stop=stop, hosts=hosts), on_alert=on_alert, watched=home.sources)
        walk.start_from(way, home.world)
        paced = launchwatch.paced(sources, home.missions, store, home.now())
        return walk.run(way, paced, everything=everything or only is not None, slow=slow)


def reader_version(home: Home) -> str:
    """Names the reader: its code, its packs and the missions it knows. Another name: what is stored is read again."""
    import hashlib

    from tracker import __version__, reading
    from tracker.places import shipped

    digest = hashlib.sha256(f"{__version__} {home.world.fingerprint}".encode())
    for folder, ending in ((Path(reading.__file__).parent, "*.py"), (shipped("seeds") / "languages", "*")):
        for path in sorted(folder.glob(ending)):
            if path.is_file():
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def read_again(home: Home, item_reader: ItemReader, version: str) -> bool:
    """Read a handful of stored items again, where another reader has read them; True while there are more."""
    from tracker import reread

    with Store(home.paths.database) as store:
        return reread.some(route(home, store, item_reader), version)


def forget_some(home: Home, place: str = "") -> Forgotten:
    """Let a handful of old texts go that prove nothing, where the user keeps texts for some years only."""
    before = texts_go_before(home, home.settings.keep_text_years)
    return forget_texts(home.paths.database, before, place) if before else Forgotten(0, None)


def texts_go_before(home: Home, years: int) -> date | None:
    """The day from before which texts go when they are kept for so many years; None where they are kept always."""
    return day_before_which(home.now().date(), years) if years else None


def preview(home: Home, file: Path, *, last: int = 200) -> Iterator[str]:
    """Which of the newest stored articles the missions of a file would be found in, a line each. Raises SeedError."""
    from tracker.reading.preview import matches as found_in

    own = seeding.with_own_missions(seeding.load(), file)
    with library(home) as shelf:
        items = shelf.newest_items(last)
    for mission in own.missions:
        if mission.origin != "user":
            continue
        found = found_in(mission, items)
        yield f"{mission.name()}: named in {len(found)} of the newest {len(items)} articles"
        for item, part, start, end in found:
            text = item.title if part == "title" else item.text
            yield f"  {item.published_on or '-'}  {text[max(0, start - 30) : start]}[{text[start:end]}]{text[end : end + 50]}"


def anything_due(home: Home, *, slow: bool = False) -> bool:
    """True when a source is due now. While there is no way out of this machine, only what lies on it can be."""
    from tracker import launchwatch
    from tracker import poll as walk
    from tracker.sources import address, online, pace

    with Store(home.paths.database) as store:
        sources = launchwatch.paced(home.sources, home.missions, store, home.now())
        due = walk.due(sources, store.source_states(), home.now(), everything=False, slow=slow)
        if due and store.fact(pace.OFFLINE) and not online.has_route():
            return any(address.is_plainly_local(address.host(source.url)) for source, _ in due)
        return bool(due)


def prepare(home: Home) -> None:
    """Make the database and put the report's missions into it, where that has not been done."""
    if _is_prepared(home):
        return
    from tracker import poll as walk

    with Store(home.paths.database) as store:
        walk.start_from(quiet_route(home, store), home.world)


def _is_prepared(home: Home) -> bool:
    """True when a look at the file shows that it holds these seeds in this program's schema: the usual case, and quick."""
    if not home.paths.database.exists():
        return False
    shelf = Library(home.paths.database)
    try:
        return shelf.is_current and shelf.fact("seeds") == home.world.fingerprint
    finally:
        shelf.close()


class _NoReader:
    """Stands where nothing is read."""

    def read(self, item: Item) -> Reading:
        raise NotImplementedError


def alert_rules(chosen: settings.Settings) -> AlertRules:
    """The user's settings as the alert rules' values."""
    from tracker.alerts import AlertRules, Telling

    if not chosen.notifications:
        return AlertRules(default=Telling.OFF)
    own = {key: Telling(telling) for key, telling in chosen.tellings.items()} | dict.fromkeys(chosen.muted, Telling.OFF)
    return AlertRules(
        default=Telling.REPORTS if chosen.hear_reports else Telling.CONFIRMED, tellings=own,
        kinds_off=frozenset(ChangeKind(kind) for kind in chosen.kinds_off), cap=chosen.alerts_per_poll,
        quiet_from=chosen.quiet_from, quiet_to=chosen.quiet_until, paused_until=chosen.paused_until,
    )  # fmt: skip


def deliverable(home: Home, store: Store) -> list[tuple[Alert, tuple[str, ...]]]:
    """What may be told now, each with the ids of the stored alerts it tells of. Many at once, or several that a silence
    held back, become one digest."""
    from tracker import alerts

    rules, now = alert_rules(home.settings), home.now()
    delivery = alerts.deliverable(store.untold(), rules, now.astimezone())
    waiting = delivery.now
    if len(waiting) <= (1 if delivery.together else rules.cap):
        return [(alert, (alert.id,)) for alert in waiting]
    wanted = {c for alert in waiting for c in alert.changes}
    changes = [c for c in store.changes() if c.id in wanted]
    missions = {m.id: m for m in home.missions}
    digest = alerts.digest(changes, missions=missions, created_at=now, language=language(home.settings))
    covers = tuple(alert.id for alert in waiting)
    return [(digest, covers)] if digest else [(alert, (alert.id,)) for alert in waiting]


def language(chosen: settings.Settings) -> str:
    """The language to speak: "en" or "zh"."""
    if chosen.language != "system":
        return "zh" if chosen.language.startswith("zh") else "en"
    import locale

    # by the name first, as the window does: where the system's locale is not installed, Python knows of none
    named = next((name for v in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG") if (name := os.environ.get(v))), "")
    return "zh" if (named or locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"


# --- reading back ------------------------------------------------------------------------------------------------


@contextmanager
def library(home: Home) -> Iterator[Library]:
    """The home's library; makes the database first where there is none."""
    prepare(home)
    opened = Library(home.paths.database)
    try:
        yield opened
    finally:
        opened.close()


# --- lines in, lines out -------------------------------------------------------------------------------------------


def read_lines(lines: Iterable[str], item_reader: Reader, *, explain: bool) -> Iterator[str]:
    """`read`: a line of claims for each line of an item, in order; with `explain`, a page for people instead.

    Raises ParseError with the number of a line that is no item.
    """
    from tracker.jsonlines import claims_line, items_from_lines

    for item in items_from_lines(lines):
        if explain:
            yield item_reader.read_explained(item)
        else:
            yield json.dumps(claims_line(item_reader.read(item)), ensure_ascii=False)


def replay_lines(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """`replay`: the fields of each change, oldest first. Raises ParseError with the number of a line that is no item."""
    from tracker.jsonlines import items_from_lines
    from tracker.replay import replay

    world = seeding.load()
    return replay(items_from_lines(lines), reader(world.missions), world)
