"""What the window needs from the rest of the house: the port belongs to its caller. The composition root provides it.

Reads are short indexed queries on a read-only connection and may be called on the main thread; everything named
`request_...` only asks, returns at once, and is answered later through the bridge's signals.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from tracker.model import Decision, Mission
from tracker.seeding import World
from tracker.views import Article, ArticleRow, Board, ChangeView, Counts, HeldView, SourceView, Story


class Desk(Protocol):
    """Everything a page can ask for or have done."""

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

    def story(self, mission: str, milestone: str, as_of: date | None = None) -> Story: ...

    def held(self) -> Sequence[HeldView]: ...

    def articles(self, query: str = "", limit: int = 500) -> Sequence[ArticleRow]:
        """Newest first; with a query the ones whose title or text hold all its words."""
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
        """Write the milestones or every change to a file. Raises ExportError."""
        ...

    def notification_service(self) -> str:
        """Who shows the notifications, or in one sentence why nobody does."""
        ...
