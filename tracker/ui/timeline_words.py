"""The timeline in words: for tooltips, for a screen reader, for tests."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from tracker import wording
from tracker.model import MilestoneState
from tracker.ui.timeline_layout import lanes_in_order
from tracker.views import Board

translate = QCoreApplication.translate


def lane_words(board: Board, language: str) -> str:
    """All of a board, a line a lane."""
    lines = []
    for lane in lanes_in_order(board.lanes):
        parts = [_told(state, language) for state in lane.states]
        lines.append(f"{lane.mission.name(language)}: {', '.join(parts) or translate('Timeline', 'no date yet')}")
    return "\n".join(lines)


def mark_words(state: MilestoneState, language: str) -> list[str]:
    """Everything about a milestone but its name: where it stands, its days, who says so since when, what was before."""
    lines = [wording.position(state.position, language)]
    lines += filter(None, (wording.overtaken(state, language),))
    days = wording.span(state.position.window, language)
    if days and days not in lines[0]:
        lines.append(days)
    lines.append(
        translate("Timeline", "{standing}, since {day}").format(
            standing=wording.standing(state.standing, language), day=wording.calendar_day(state.since, language)
        )
    )
    if state.previous is not None:
        lines.append(translate("Timeline", "before: {when}").format(when=wording.position(state.previous, language)))
    return lines


def _told(state: MilestoneState, language: str) -> str:
    told = f"{wording.milestone(state.milestone, language)} {wording.position(state.position, language)}"
    doubt = wording.overtaken(state, language)
    return translate("Timeline", "{what} ({doubt})").format(what=told, doubt=doubt) if doubt else told
