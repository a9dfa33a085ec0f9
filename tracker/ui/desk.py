"""What the window needs from the rest of the house: the port belongs to its caller. The composition root provides it.

Reads are short indexed queries on a read-only connection and may be called on the main thread; everything named
`request_...` only asks, returns at once, and is answered later through the bridge's signals.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from threading import Event
from typing import Any, Protocol

from tracker.model import Change, Decision, Mission
from tracker.seeding import World
from tracker.ui.care import Outcome
from tracker.views import (
    NO_LOGIN,
    Article,
    ArticleRow,
    Board,
    ChangeView,
    Counts,
    FeedList,
    FeedPreview,
    HeldView,
    LoginEntry,
    MissionPreview,
    NewSource,
    SourceView,
    Story,
)


class MissionDesk(Protocol):
    """The missions the person adds and edits. All but `new_id` and `shipped_ids` are slow: through ui/asking.py only."""

    def new_id(self, name: str) -> str: ...

    def shipped_ids(self) -> frozenset[str]:
        """The missions that come with the program, whether or not the person has a version of their own."""
        ...

    def preview(self, mission: Mission) -> MissionPreview:
        """What a mission would be found in, before it is kept."""
        ...

    def keep(self, mission: Mission) -> str:
        """Keep a mission; returns what `put_back` needs to undo it. Raises TrackerError."""
        ...

    def drop(self, mission: str) -> str:
        """Remove the person's own mission, or their version of a shipped one; returns what `put_back` needs."""
        ...

    def put_back(self, text: str) -> None: ...


class SourceDesk(Protocol):
    """The sources the person adds and edits. All but `fixed` are slow: through ui/asking.py only. All raise TrackerError."""

    @property
    def fixed(self) -> bool:
        """True where the sources cannot be changed (the demo's)."""
        ...

    def look(self, pasted: str, stop: Event, login: LoginEntry = NO_LOGIN) -> FeedPreview:
        """What stands behind an address, before it is added; given up when `stop` is set."""
        ...

    def add(self, feeds: Sequence[NewSource]) -> tuple[tuple[str, ...], Any]:
        """Follow feeds; returns their ids and what `put_back` needs to undo it."""
        ...

    def change(self, source: str, fields: Mapping[str, Any]) -> Any:
        """Other values of name, tier, interval_minutes, enabled, muted, auth, user, user_agent; returns what `put_back`
        needs."""
        ...

    def drop(self, source: str) -> Any:
        """Remove the person's own source, or all changes to a shipped one; returns what `put_back` needs."""
        ...

    def put_back(self, written: Any) -> None: ...

    def keep_secret(self, source: str, secret: str) -> str:
        """Keep a source's password or token: "keyring", or "memory" where no keyring takes it."""
        ...

    def try_login(self, source: str, login: LoginEntry) -> Outcome:
        """Ask a source once with a login; an empty secret stands for the one that is kept."""
        ...

    def read_list(self, path: Path) -> FeedList:
        """The feeds of an OPML file, each with what speaks against it."""
        ...

    def write_list(self, path: Path) -> int:
        """All followed feeds as an OPML file; returns how many."""
        ...


class Desk(Protocol):
    """Everything a page can ask for or have done."""

    @property
    def mission_desk(self) -> MissionDesk: ...

    @property
    def source_desk(self) -> SourceDesk: ...

    @property
    def world(self) -> World: ...

    @property
    def missions(self) -> Sequence[Mission]: ...

    def today(self) -> date:
        """Today in the user's zone (in the demo, the demo's today)."""
        ...

    def counts(self) -> Counts: ...

    def board(self, as_of: date | None = None) -> Board:
        """The Race page as believed on a day; None: today."""
        ...

    def changes(self, limit: int = 500) -> Sequence[ChangeView]:
        """Newest first."""
        ...

    def change(self, ident: str) -> Change | None: ...

    def story(self, mission: str, milestone: str, as_of: date | None = None) -> Story: ...

    def held(self) -> Sequence[HeldView]: ...

    def articles(self, query: str = "", limit: int = 500) -> Sequence[ArticleRow]:
        """Newest first; with a query the ones whose title or text hold all its words."""
        ...

    def search(self, query: str, limit: int = 500) -> Sequence[ArticleRow]:
        """The same for a query, to be asked beside the main thread (ui/asking.py)."""
        ...

    def article(self, item: str) -> Article | None: ...

    def sources(self) -> Sequence[SourceView]: ...

    def mark_changes_seen(self) -> None: ...

    def decide(self, decision: Decision) -> None:
        """Write the user's word into the ledger; the `changed` signal of the bridge follows."""
        ...

    def new_decision_id(self) -> str: ...

    def request_check(self, source: str | None = None) -> None:
        """Check one source, or all, now."""
        ...

    def request_backfill(self, source: str) -> None:
        """Fetch the past of a source, page by page in the background (SourceView.backfill tells how far it is)."""
        ...

    def cancel_backfill(self, source: str) -> None:
        """Stop fetching the past of a source; asking again goes on where it stopped."""
        ...

    def export(self, path: Path, format: str = "csv", *, history: bool = False) -> None:  # noqa: A002
        """Write the milestones or every change to a file, beside the main thread (ui/asking.py). Raises ExportError."""
        ...

    def notification_service(self) -> str:
        """Who shows the notifications, or in one sentence why nobody does."""
        ...
