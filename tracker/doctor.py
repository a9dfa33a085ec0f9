"""`doctor`: what a person (or a bug report) needs to know about this installation. Nothing here waits longer than seconds."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tracker import __version__, house
from tracker.desktop.notify import APP_ID, own_icon
from tracker.errors import TrackerError
from tracker.places import installation, shipped


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: what was looked at, whether it is fine, and if not, whether the program cannot do its work."""

    what: str
    words: str
    fine: bool = True
    grave: bool = False


def examine(data_dir: Path | None, *, now: Callable[[], datetime]) -> list[Finding]:
    """Look at everything; a thing that cannot be looked at is a finding, not an error."""
    findings = [Finding("version", f"{__version__}, Python {sys.version.split()[0]}"), *_program()]
    try:
        home = house.home(data_dir, now=now)
    except TrackerError as error:
        return [*findings, Finding("settings", str(error), fine=False, grave=True)]
    findings += [Finding("data", str(home.paths.database)), Finding("settings", str(home.paths.settings)),
                 Finding("sources file", str(home.paths.sources)), Finding("log", str(home.paths.log))]  # fmt: skip
    findings += [Finding("settings", odd, fine=False) for odd in home.odd]
    findings += _guarded("database", lambda: _database(home))
    findings += _guarded("keyring", _keyring)
    findings += _guarded("proxy", lambda: _way_out(home))
    findings += _guarded("desktop", _desktop)
    findings += _guarded("sources", lambda: _sources(home))
    return findings


_SHIPPED = {
    "seeds": ("missions.toml", "sources.toml", "languages/en.json", "languages/zh.json", "demo"),
    "resources": (f"icons/{APP_ID}.svg", "translations/tracker_zh_CN.qm"),
}
"""What the program is not whole without."""


def _program() -> Iterator[Finding]:
    """Where this installation lies and whether it is whole: seeds, pictures, words, and Qt (which is not loaded here)."""
    folder, kind = installation()
    yield Finding("program", f"{folder} ({kind})")
    for name, wanted in _SHIPPED.items():
        place = shipped(name)
        missing = [file for file in wanted if not (place / file).exists()]
        words = f"{place}, without {', '.join(missing)}" if missing else str(place)
        yield Finding(name, words, fine=not missing, grave=True)
    icon = own_icon()
    yield Finding("icon", "installed in the icon theme" if icon == APP_ID else icon.removeprefix("file://"))
    qt = importlib.util.find_spec("PySide6")
    where = qt.submodule_search_locations if qt else None
    yield Finding(
        "Qt", where[0] if where else "not installed: the window cannot open, the commands work", fine=bool(where)
    )


def _guarded(what: str, look: Callable[[], Iterator[Finding]]) -> list[Finding]:
    try:
        return list(look())
    except TrackerError as error:
        return [Finding(what, str(error), fine=False, grave=True)]


def _database(home: house.Home) -> Iterator[Finding]:
    from tracker.store import Store

    house.prepare(home)
    with Store(home.paths.database) as store:
        verdict = store.integrity()
        yield Finding("database", "whole" if verdict == "ok" else verdict, fine=verdict == "ok", grave=True)
        waiting = len(store.untold())
        if waiting:
            yield Finding("outbox", f"{waiting} alerts wait to be told")


def _keyring() -> Iterator[Finding]:
    from tracker.desktop import services

    fine, words = services.keyring_backend(seconds=5.0)
    yield Finding("keyring", words, fine=fine)


def _way_out(home: house.Home) -> Iterator[Finding]:
    """The proxy, and the secrets that are named: whether they are there, never what they are."""
    from tracker import access
    from tracker.desktop.secrets import Secrets, SecretsError

    secrets = Secrets(seconds=5.0)
    yield Finding("proxy", access.way_out(home.settings, secrets))
    for one in access.wanted(home.settings, home.sources):
        try:
            there = secrets.get(one.place) is not None
            words = "in the keyring" if there else "not in the keyring: it has to be entered in Settings"
        except SecretsError as error:
            there, words = False, error.message
        yield Finding(f"secret {one.place}", f"for {one.what}: {words}", fine=there)


def _desktop() -> Iterator[Finding]:
    from tracker.desktop import services

    found = services.on_the_bus(seconds=3.0)
    yield Finding("notifications", found.notifications, fine=found.notifies)
    yield Finding("tray", found.tray, fine=found.has_tray)


def _sources(home: house.Home) -> Iterator[Finding]:
    from tracker.sources import health
    from tracker.store import Library

    library = Library(home.paths.database)
    try:
        states = library.source_states()
    finally:
        library.close()
    for source in home.sources:
        state = states.get(source.id)
        how = health.health(source, state, home.now())
        told = health.words(source, state, home.now())
        words = told if how == "fine" and told else f"{how}. {told}".rstrip()
        yield Finding(f"source {source.id}", words, fine=how in ("fine", "waiting", "off"))
