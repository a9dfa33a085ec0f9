"""The demo's news as data: who says what when. Read from seeds/demo/, one file a feed."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from tracker.errors import SeedError
from tracker.model import Tier
from tracker.places import shipped

FORMS = ("rss", "atom")


@dataclass(frozen=True, slots=True)
class Wording:
    """What an entry says from `at` on; an entry that is edited later has several."""

    at: datetime  # aware UTC
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One invented article. `beat` marks news at which the demo's clock takes its time."""

    key: str
    wordings: tuple[Wording, ...]  # oldest first, never empty
    beat: bool = False

    @property
    def published_at(self) -> datetime:
        return self.wordings[0].at

    def as_of(self, moment: datetime) -> Wording | None:
        """What it says at a moment; None before it is out."""
        out = [wording for wording in self.wordings if wording.at <= moment]
        return out[-1] if out else None


@dataclass(frozen=True, slots=True)
class DemoFeed:
    """One invented outlet and all that it will ever say, oldest first."""

    id: str
    name: str
    tier: Tier
    language: str
    zone: str
    form: str  # "rss" or "atom"
    entries: tuple[Entry, ...]


def load(folder: Path | None = None) -> tuple[DemoFeed, ...]:
    """The shipped feeds, or those of another folder, by id. Raises SeedError with the file at fault."""
    folder = folder or shipped("seeds") / "demo"
    feeds = tuple(_feed(path) for path in sorted(folder.glob("*.toml")))
    if not feeds:
        raise SeedError("the demo's news are missing", key=str(folder), advice="Install the program again")
    ids = [feed.id for feed in feeds]
    if len(set(ids)) < len(ids):
        raise SeedError("two feeds with one id", key=str(folder))
    return feeds


def _feed(path: Path) -> DemoFeed:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return _read(data)
    except SeedError:
        raise
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise SeedError("a demo feed with a fault", key=str(path)) from error


def _read(data: Mapping[str, Any]) -> DemoFeed:
    head = data["feed"]
    if head["form"] not in FORMS:
        raise ValueError(f"no such form of feed: {head['form']!r}")
    entries = tuple(_entry(head["id"], number, item) for number, item in enumerate(data["item"], start=1))
    return DemoFeed(
        id=_text(head["id"]),
        name=_text(head["name"]),
        tier=Tier(head["tier"]),
        language=_text(head["language"]),
        zone=_text(head["zone"]),
        form=head["form"],
        entries=tuple(sorted(entries, key=lambda entry: entry.published_at)),
    )


def _entry(feed: str, number: int, data: Mapping[str, Any]) -> Entry:
    first = Wording(_instant(data["at"]), _text(data["title"]), _text(data["text"]))
    edits = tuple(
        Wording(_instant(edit["at"]), _text(edit.get("title", first.title)), _text(edit["text"]))
        for edit in data.get("edit", [])
    )
    wordings = (first, *edits)
    if any(later.at <= earlier.at for earlier, later in pairwise(wordings)):
        raise ValueError(f"item {number}: an edit must come after what it edits")
    return Entry(f"{feed}-{number}", wordings, bool(data.get("beat", False)))


def _instant(value: object) -> datetime:
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise TypeError(f"a time with its zone is needed, not {value!r}")
    return value.astimezone(UTC)


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise TypeError(f"a text is needed, not {value!r}")
    return value
