"""The pages, each built when it is first asked for: what is never opened costs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from tracker.ui.around import Around
from tracker.ui.choices import Choices

if TYPE_CHECKING:
    from tracker.ui.articles_page import ArticlesPage
    from tracker.ui.care import Caretaker
    from tracker.ui.changes_page import ChangesPage
    from tracker.ui.desk import Desk
    from tracker.ui.missions_page import MissionsPage
    from tracker.ui.race_page import RacePage
    from tracker.ui.review_page import ReviewPage
    from tracker.ui.settings_page import SettingsPage
    from tracker.ui.source_inspector import SourceInspector
    from tracker.ui.sources_page import SourcesPage


class Pages:
    """Imports and builds lazily. `built` tells what is there already."""

    def __init__(self, desk: Desk, around: Around, choices: Choices, caretaker: Caretaker | None) -> None:
        self._desk, self._around = desk, around
        self._choices, self._caretaker = choices, caretaker
        self._source_inspector: SourceInspector | None = None
        self.built: dict[str, QWidget] = {}

    def get(self, page: str) -> QWidget:
        """A page by its id."""
        if page not in self.built:
            self.built[page] = getattr(self, f"_make_{page}")()
        return self.built[page]

    def reload(self, page: str) -> None:
        """Read a page again, if it was built."""
        if page in self.built:
            self.built[page].reload()  # type: ignore[attr-defined]

    @property
    def race(self) -> RacePage:
        return cast("RacePage", self.get("race"))

    @property
    def changes(self) -> ChangesPage:
        return cast("ChangesPage", self.get("changes"))

    @property
    def review(self) -> ReviewPage:
        return cast("ReviewPage", self.get("review"))

    @property
    def articles(self) -> ArticlesPage:
        return cast("ArticlesPage", self.get("articles"))

    @property
    def missions(self) -> MissionsPage:
        return cast("MissionsPage", self.get("missions"))

    @property
    def sources(self) -> SourcesPage:
        return cast("SourcesPage", self.get("sources"))

    @property
    def settings(self) -> SettingsPage:
        return cast("SettingsPage", self.get("settings"))

    @property
    def source_inspector(self) -> SourceInspector:
        """What stands in the inspector's place on the Sources page."""
        if self._source_inspector is None:
            from tracker.ui.source_inspector import SourceInspector

            self._source_inspector = SourceInspector(self._around)
        return self._source_inspector

    def _make_race(self) -> QWidget:
        from tracker.ui.race_page import RacePage

        return RacePage(self._desk, self._around)

    def _make_changes(self) -> QWidget:
        from tracker.ui.changes_page import ChangesPage

        return ChangesPage(self._desk, self._around)

    def _make_review(self) -> QWidget:
        from tracker.ui.review_page import ReviewPage

        return ReviewPage(self._desk, self._around)

    def _make_articles(self) -> QWidget:
        from tracker.ui.articles_page import ArticlesPage

        return ArticlesPage(self._desk, self._around)

    def _make_missions(self) -> QWidget:
        from tracker.ui.missions_page import MissionsPage

        return MissionsPage(self._desk, self._around)

    def _make_sources(self) -> QWidget:
        from tracker.ui.sources_page import SourcesPage

        return SourcesPage(self._desk, self._around)

    def _make_settings(self) -> QWidget:
        from tracker.ui.settings_page import SettingsPage

        return SettingsPage(self._desk, self._around, self._choices, self._caretaker)
