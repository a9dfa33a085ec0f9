"""What is being built: its version, its moment and its releases, each read from the one place where it stands."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "space-race-tracker"
APP_ID = "org.spaceracetracker.SpaceRaceTracker"
MAINTAINER = "The Space Race Tracker developers <packages@space-race-tracker.example>"
HOMEPAGE = "https://space-race-tracker.example/"


@dataclass(frozen=True, slots=True)
class Release:
    """One version: its day, whether it is out, and what is new in it, a sentence each."""

    version: str
    on: date
    is_out: bool
    news: tuple[str, ...]


def version(root: Path = ROOT) -> str:
    """The version of tracker/__init__.py, the only place where it is written."""
    text = (root / "tracker" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"$', text, re.MULTILINE)
    if found is None:
        raise SystemExit("tracker/__init__.py: no __version__")
    return found[1]


def epoch(root: Path = ROOT) -> int:
    """Seconds since 1970 that every built file carries: SOURCE_DATE_EPOCH, else the moment of the last commit."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdigit():
        return int(given)
    try:
        asked = subprocess.run(
            ["git", "log", "-1", "--format=%ct"], cwd=root, capture_output=True, text=True, check=False
        )
    except FileNotFoundError:  # no git on this machine
        told = ""
    else:
        told = asked.stdout.strip()
    if not told.isdigit():
        raise SystemExit("no git history here: set SOURCE_DATE_EPOCH to the seconds of the release")
    return int(told)


def day(seconds: int) -> date:
    """The UTC day of an epoch."""
    return datetime.fromtimestamp(seconds, UTC).date()


def releases(changelog: str, now: str, today: date) -> tuple[Release, ...]:
    """The releases of a Keep-a-Changelog text, newest first.

    What stands under [Unreleased] is the development of version `now`, of `today`, until `now` has a heading of its own.
    """
    found = []
    heads = list(re.finditer(r"^## \[([^\]]+)\](?: - (\d{4}-\d\d-\d\d))?.*$", changelog, re.MULTILINE))
    for place, head in enumerate(heads):
        end = heads[place + 1].start() if place + 1 < len(heads) else len(changelog)
        news = tuple(re.findall(r"^- (.+)$", changelog[head.end() : end], re.MULTILINE))
        if head[2]:
            found.append(Release(head[1], date.fromisoformat(head[2]), True, news))
        elif news:
            found.append(Release(now, today, False, news))
    if all(release.version != now for release in found):
        raise SystemExit(f"CHANGELOG.md says nothing of version {now}")
    return tuple(release for place, release in enumerate(found) if place == 0 or release.version != found[0].version)


def history(root: Path = ROOT) -> tuple[Release, ...]:
    """The releases of this checkout."""
    text = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    return releases(text, version(root), day(epoch(root)))
