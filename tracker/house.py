"""What both composition roots share: paths, settings, seeds, sources and the route of a poll. No Qt, no display."""

from __future__ import annotations

import json
import logging
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from tracker import seeding, settings
from tracker.errors import ExportError, SettingsError
from tracker.model import Alert, ChangeKind, Harvest, Mission, PollReport, Source
from tracker.store import Library, Store

if TYPE_CHECKING:
    from tracker import export
    from tracker.alerts import AlertRules
    from tracker.poll import Due, ItemReader, Route

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

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The catalogue with the user's file laid over it, read when first asked for. Raises SeedError."""
        if self.instead is not None:
            return self.instead
        from tracker.sources import catalogue

        return catalogue.load(self.paths.sources if self.paths.sources.exists() else None)

    @property
    def missions(self) -> tuple[Mission, ...]:
        return self.world.missions


def home(data_dir: Path | None, *, now: Clock, sources: Sequence[Source] | None = None) -> Home:
    """Read settings and seeds; `sources` stand instead of the catalogue. Raises SettingsError, SeedError."""
    paths = settings.paths(data_dir)
    chosen, odd = settings.load(paths.settings)
    world = seeding.load()
    if paths.missions.exists():
        world = seeding.with_own_missions(world, paths.missions)
    return Home(paths, chosen, world, now, odd, None if sources is None else tuple(sources))


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


def reader(missions: Sequence[Mission] | None = None) -> Any:
    """The reader with its packs, for these missions or the shipped ones."""
    from tracker.reading import Reader

    return Reader(missions if missions is not None else seeding.load().missions)


# --- polling -----------------------------------------------------------------------------------------------------


def route(home: Home, store: Store, item_reader: ItemReader, *, stop: Event | None = None) -> Route:
    """The helpers of a poll around an open store. The network client is made only when a source is due."""
    from tracker.poll import Route as PollRoute

    def visit(due: Sequence[Due]) -> Iterator[Harvest]:
        if not due:
            return
        from tracker.sources.fetch import Fetcher
        from tracker.sources.rounds import collect_all

        rng = random.Random()  # noqa: S311 - jitter, not secrets
        with Fetcher() as fetcher:
            yield from collect_all(
                due,
                fetcher=fetcher,
                now=home.now(),
                rng=rng,
                deadline_seconds=POLL_SECONDS,
                stop=stop or Event(),
                known=lambda source: store.items_of(source.id),
            )

    return PollRoute(
        store=store, collect_all=visit, reader=item_reader, missions=home.missions, rules=alert_rules(home.settings),
        now=home.now, report_on=home.world.on, language=language(home.settings),
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
) -> PollReport:
    """One poll of the due sources (or of one, or of all) into the home's database.

    `on_alert` is called between two sources, when the one before has left alerts in the outbox.
    """
    from tracker import poll as walk

    sources = home.sources
    if only is not None:
        sources = tuple(replace(s, enabled=True) for s in sources if s.id == only)
        if not sources:
            known = ", ".join(s.id for s in home.sources)
            raise SettingsError("no such source", key=only, advice=f"There are: {known}")
    with Store(home.paths.database) as store:
        way = replace(route(home, store, item_reader, stop=stop), on_alert=on_alert)
        walk.start_from(way, home.world)
        return walk.run(way, sources, everything=everything or only is not None)


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


def preview(home: Home, file: Path, *, last: int = 200) -> Iterator[str]:
    """Which of the newest stored articles the missions of a file would be found in, a line each. Raises SeedError."""
    from tracker.reading import preview as found_in

    own = seeding.with_own_missions(seeding.load(), file)
    with library(home) as shelf:
        items = shelf.newest_items(last)
    for mission in own.missions:
        if mission.origin != "user":
            continue
        found = found_in(mission, items)
        yield f"{mission.name()}: named in {len(found)} of the newest {len(items)} articles"
        for item, field, start, end in found:
            text = item.title if field == "title" else item.text
            yield f"  {item.published_on or '-'}  {text[max(0, start - 30) : start]}[{text[start:end]}]{text[end : end + 50]}"


def anything_due(home: Home) -> bool:
    """True when a source is due now."""
    from tracker import poll as walk

    with Store(home.paths.database) as store:
        return bool(walk.due(home.sources, store.source_states(), home.now(), everything=False))


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

    def read(self, item: Any) -> Any:
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
    """What may be told now, each with the ids of the stored alerts it tells of. Many at once become one digest."""
    from tracker import alerts

    rules, now = alert_rules(home.settings), home.now()
    waiting = alerts.deliverable(store.untold(), rules, now.astimezone()).now
    if len(waiting) <= rules.cap:
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

    return "zh" if (locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"


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


def export_file(home: Home, shelf: Library, path: Path, form: str, *, history: bool = False) -> int:
    """Write the milestones (or every change) as csv, json or ics; returns how many. Raises ExportError."""
    from tracker import export
    from tracker.files import write_atomically

    sheet = _sheet(home, shelf)
    if form == "datapackage":
        return _export_package(home, sheet, path)
    if form == "ics":
        from tracker.export.calendar import ics_text

        write_atomically(path, ics_text(sheet, language=language(home.settings)))
        return len(sheet.states)
    found = export.history_rows(sheet) if history else export.milestone_rows(sheet)
    columns = export.HISTORY_COLUMNS if history else export.MILESTONE_COLUMNS
    write_atomically(path, export.json_text(found) if form == "json" else export.csv_text(found, columns))
    return len(found)


def _export_package(home: Home, sheet: export.Sheet, folder: Path) -> int:
    """A Frictionless data package: both CSV files and datapackage.json in a folder of their own."""
    from tracker.export import datapackage_files
    from tracker.files import write_atomically

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError("the folder cannot be made", key=str(folder), advice="Choose another place") from error
    for name, text in datapackage_files(sheet, created_on=home.now().date()).items():
        write_atomically(folder / name, text)
    return len(sheet.states)


def _sheet(home: Home, shelf: Library) -> export.Sheet:
    from tracker import export, race

    world, changes = home.world, shelf.changes()
    states = race.states_as_of(changes, home.now().date())
    proofs = {
        ident: export.Support(p.outlet, p.tier, p.url, p.context[p.mark_start : p.mark_end])
        for ident, p in shelf.proofs(t for c in changes for t in c.carried_by).items()
    }
    return export.Sheet(
        missions=world.missions, changes=changes, states=tuple(states.values()), proofs=proofs, races=world.races,
        agencies={i: names["en"] for i, names in world.agencies.items()},
        programmes={i: names["en"] for i, names in world.programmes.items()},
    )  # fmt: skip


def back_up(home: Home, target: Path) -> int:
    """Database, settings and sources as one file; returns how many articles it holds. Raises StoreError."""
    from tracker.store import back_up as copy

    prepare(home)
    files = {p.name: p.read_text(encoding="utf-8") for p in _own_files(home.paths) if p.exists()}
    return copy(home.paths.database, target, files)


def _own_files(places: settings.Paths) -> tuple[Path, ...]:
    """What the user has written and no database holds."""
    return places.settings, places.sources, places.missions


def restore(home: Home, source: Path) -> tuple[str, ...]:
    """Put a back-up in place, of this machine or another; returns the names of the files it brought along.

    What was there before stays beside it. Raises StoreError; nothing has then changed.
    """
    from tracker.files import write_atomically
    from tracker.store import restore as put_back

    places = {p.name: p for p in _own_files(home.paths)}
    carried = put_back(source, home.paths.database)
    for name, text in carried.items():
        if name in places:
            places[name].parent.mkdir(parents=True, exist_ok=True)
            if places[name].exists():
                places[name].replace(places[name].with_name(f"{name}.before-restore"))
            write_atomically(places[name], text)
    return tuple(sorted(carried))


# --- lines in, lines out -------------------------------------------------------------------------------------------


def read_lines(lines: Iterable[str], item_reader: Any, *, explain: bool) -> Iterator[str]:
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
