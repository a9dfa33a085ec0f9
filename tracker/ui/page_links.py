"""What each page says to the window, connected once, when the page is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.ui.main_window import MainWindow


def connect(window: MainWindow, page: str) -> None:
    """Connect a page that was just built."""
    pages = window.pages
    if page == "race":
        pages.race.milestone_chosen.connect(window.pick)
        pages.race.change_chosen.connect(window.show_change)
        pages.race.told_of.connect(window.body.toast.say)
    elif page == "changes":
        pages.changes.chosen.connect(window.pick_change)
    elif page == "review":
        pages.review.milestone_chosen.connect(window.pick)
        pages.review.decided.connect(window.undo_list.tell)
    elif page == "articles":
        pages.articles.milestone_chosen.connect(window.pick)
    elif page == "missions":
        pages.missions.milestone_chosen.connect(window.show_milestone)
        pages.missions.done.connect(window.undo_list.say_written)
        pages.missions.troubled.connect(window.trouble)
    elif page == "settings":
        pages.settings.changed.connect(window.undo_list.say)
    elif page == "sources":
        pages.sources.chosen.connect(window.pick_source)
        pages.sources.changed.connect(window.reload)
        pages.sources.done.connect(window.undo_list.say_written)
        pages.sources.said.connect(window.body.toast.say)
        pages.sources.troubled.connect(window.trouble)
        pages.sources.check_asked.connect(window.check_source)
        inspector = pages.source_inspector
        inspector.fixed = window.desk.source_desk.fixed
        inspector.check_asked.connect(window.check_source)
        inspector.act_asked.connect(pages.sources.act)
        inspector.closed.connect(window.body.hide_side)
        window.side.addWidget(inspector)
