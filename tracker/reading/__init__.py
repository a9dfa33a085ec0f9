"""The reader: an item -> the claims it makes, each with the words that carry it.

Pure: missions come as `Mission` values, languages as packs (seeds/languages). `walk` draws the steps. Nothing heavy is
imported or compiled before the first item is read, so that the window opens without waiting for the grammar.
"""

from __future__ import annotations

TYPE_CHECKING = False  # typing itself costs more to import than this module
if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tracker.model import Item, Mission, Reading
    from tracker.reading.walk import Walker

__all__ = ["Reader"]


class Reader:
    """Reads items for a set of missions. Build once, use for many; safe to build anew when missions change."""

    def __init__(self, missions: Sequence[Mission], folder: Path | None = None) -> None:
        """`folder`: where the language packs lie; None: the shipped ones."""
        self._missions = tuple(missions)
        self._folder = folder
        self._walker: Walker | None = None

    def read(self, item: Item) -> Reading:
        """What the item claims. Never raises for any text; a language without a pack gives no claims and is named.

        `item.published_on` is the day that "today" and "next year" are read against; None: only absolute dates.
        """
        from tracker.model import Reading
        from tracker.reading.walk import claim

        walk = self._ready().walk(item)
        claims = tuple(claim(v, item, walk.sources[v.candidate.marks.sentence.field]) for v in walk.kept)
        return Reading(item.id, walk.language, walk.read, claims)

    def read_explained(self, item: Item) -> str:
        """The same walk in words: clauses, what was found in each, and why each candidate became a claim or not."""
        from tracker.reading.explain import explained

        walk = self._ready().walk(item)
        return explained(walk.language, walk.read, walk.marked, walk.verdicts, walk.kept)

    def _ready(self) -> Walker:
        if self._walker is None:
            from tracker.reading.walk import Walker

            self._walker = Walker(self._missions, self._folder)
        return self._walker
