"""`doctor`: what a person (or a bug report) needs to know about this installation. Nothing here waits longer than seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tracker import __version__, house
from tracker.errors import TrackerError


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: what was looked at, whether it is fine, and if not, whether the program cannot do its work."""

    what: str
    words: str
    fine: bool = True
    grave: bool = False


def examine(data_dir: Path | None, *, now: Callable[[], datetime]) -> list[Finding]:
    """Look at everything; a thing that cannot be looked at is a finding, not an error."""
    findings = [Finding("version", f"{__version__}, Python {sys.version.split()[0]}")]
    try:
        home = house.home(data_dir, now=now)
    except TrackerError as error:
        return [*findings, Finding("settings", str(error), fine=False, grave=True)]
    findings += [Finding("data", str(home.paths.database)), Finding("settings", str(home.paths.settings)),
                 Finding("sources file", str(home.paths.sources)), Finding("log", str(home.paths.log))]  # fmt: skip
    findings += [Finding("settings", odd, fine=False) for odd in home.odd]
    findings += _guarded("database", lambda: _database(home))
    findings += _guarded("keyring", _keyring)
    findings += _guarded("desktop", _desktop)
    findings += _guarded("sources", lambda: _sources(home))
    return findings


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
        words = f"{how}. {health.words(source, state, home.now())}"
        yield Finding(f"source {source.id}", words, fine=how in ("fine", "waiting", "off"))
