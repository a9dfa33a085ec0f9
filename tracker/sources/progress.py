"""How far the past of a source has been fetched, as a value, as it is stored, and as it is shown."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime

from tracker.model import Source
from tracker.views import BackfillView

SECONDS_BETWEEN_PAGES = 5.0

PLACE = "backfill:"
"""Facts with this prefix and a source's id: how far its past has been fetched."""

_KINDS = ("feed", "list", "snapi")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the past of a source has been fetched. `state` as in views.BackfillView."""

    state: str = "none"
    place: str = ""  # of the next page; "": the first
    pages: int = 0
    oldest: date | None = None
    mark: str = ""  # of the page before
    trouble: str = ""
    failures: int = 0  # in a row
    not_before: datetime | None = None  # after a trouble, aware
    complete: bool = False  # its end was reached once: from then on, what is known is an end too
    asked: bool = False  # by the user: before those that go by themselves

    @property
    def is_open(self) -> bool:
        return self.state in ("waiting", "running")


def can(source: Source) -> bool:
    """True when the source's past can be asked for page by page."""
    return source.backfill != "never" and source.adapter.partition(":")[0] in _KINDS


def goes_by_itself(source: Source, at: Progress) -> bool:
    """True for a source whose past is fetched without being asked for, and has not been yet."""
    return at.state == "none" and source.backfill == "auto"


def read(text: str | None) -> Progress:
    """A stored progress; what cannot be read is none."""
    try:
        data = json.loads(text or "{}")
        known = {name: data[name] for name in Progress.__dataclass_fields__ if name in data}
        oldest, not_before = known.get("oldest"), known.get("not_before")
        known["oldest"] = date.fromisoformat(oldest) if oldest else None
        known["not_before"] = datetime.fromisoformat(not_before).astimezone(UTC) if not_before else None
        return Progress(**known)
    except (ValueError, TypeError, AttributeError):
        return Progress()


def written(progress: Progress) -> str:
    """A progress as it is stored."""
    return json.dumps({name: v.isoformat() if isinstance(v, date) else v for name, v in asdict(progress).items()})


def view(source: Source, at: Progress) -> BackfillView | None:
    """How far it is, for a person; None for a source whose past cannot be asked for."""
    return BackfillView(source.id, at.state, at.pages, at.oldest, at.trouble) if can(source) else None
