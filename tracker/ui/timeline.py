"""The timeline: a lane a mission, a mark a milestone, a bar for the uncertainty, ghosts of earlier windows, today's line.

The hand moves it as chart_moves tells; arrows walk the marks, Return opens one.
"""

from __future__ import annotations

from collections.abc import KeysView
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QToolTip, QWidget

from tracker import wording
from tracker.model import MilestoneState
from tracker.ui.around import Around
from tracker.ui.chart_access import Key, make_accessible, tell_moved
from tracker.ui.chart_export import menu
from tracker.ui.chart_hand import ChartHand
from tracker.ui.chart_moves import Move, Pan, Zoom, add_moves, of_key
from tracker.ui.labels import tip
from tracker.ui.marks import draw_focus
from tracker.ui.time_axis import TimeAxis
from tracker.ui.timeline_drawing import draw_arrows, draw_labels, draw_marks
from tracker.ui.timeline_grid import draw_hairlines, draw_names, draw_today, draw_years
from tracker.ui.timeline_layout import (
    MARK,
    LaneLayout,
    Spot,
    lanes_in_order,
    lay_out_lane,
    moved,
    nearest,
    out_of_sight,
)
from tracker.ui.timeline_words import lane_words, mark_words
from tracker.views import Board, Lane

_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Timeline(QWidget):
    """`chosen` carries mission and milestone when a mark is clicked or opened with Return."""

    chosen = Signal(str, str)
    told_of = Signal(str, str)
    """A sentence for the person and its tone: what came of copying or saving the chart."""

    def __init__(self, around: Around, planned: TimeAxis) -> None:
        super().__init__()
        self._around, self._planned = around, planned
        self._board: Board | None = None
        self.scale = planned.placed(0.0, 1.0)  # the days in sight, between the lanes' names and the right edge
        self._axis = self._lane = self._foot = 0.0  # heights, of the font
        self._measure()
        self._order: list[Lane] = []
        self._laid: dict[int, LaneLayout] = {}  # the lanes that were in sight since anything moved
        self._states: dict[Key, tuple[MilestoneState, str]] = {}
        self._centres: dict[Key, QPointF] | None = None
        self._picked: tuple[str, str] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("Timeline"))
        make_accessible(self)
        ChartHand(self, self)
        around.theme.changed.connect(self._place)  # another font: another room for the names and the lanes
        around.theme.changed.connect(self.updateGeometry)
        planned.changed.connect(self._place)

    # --- what it shows -----------------------------------------------------------------------------------------

    def show_board(self, board: Board) -> None:
        """Show a board; zoom and pan stay as the person left them."""
        self._board, self._order = board, lanes_in_order(board.lanes)
        language = self._around.language
        self._states = {s.key: (s, lane.mission.name(language)) for lane in board.lanes for s in lane.states}
        self.updateGeometry()
        self._place()

    def pick(self, mission: str, milestone: str) -> None:
        """Mark a milestone as the chosen one, without a `chosen`."""
        self._picked = (mission, milestone)
        self.update()

    def as_of(self) -> str:
        return wording.calendar_day(self._board.day, self._around.language) if self._board is not None else ""

    def description(self) -> str:
        """All of it in words, lane by lane."""
        return lane_words(self._board, self._around.language) if self._board is not None else ""

    def spot_centre(self, mission: str, milestone: str) -> QPointF | None:
        """Where a mark is drawn, for tests and for pointing at it."""
        return self._places().get((mission, milestone))

    def _places(self) -> dict[Key, QPointF]:
        if self._centres is None:
            lanes = enumerate(self.layouts())
            self._centres = {spot.key: QPointF(spot.x, self._lane_y(n)) for n, lane in lanes for spot in lane.spots}
        return self._centres

    # --- what a screen reader asks (chart_access.Marked) ----------------------------------------------------------

    def mark_keys(self) -> KeysView[Key]:
        return self._places().keys()

    def mark_name(self, key: Key) -> str:
        state, mission = self._states[key]
        return f"{mission} · {wording.milestone(state.milestone, self._around.language)}"

    def mark_told(self, key: Key) -> str:
        return "\n".join(mark_words(self._states[key][0], self._around.language))

    def mark_rect(self, key: Key) -> QRect:
        centre = self.spot_centre(*key)
        if centre is None or not self.scale.start <= centre.x() <= self.scale.end:
            return QRect()
        side = round(2 * MARK) + 6
        return QRect(round(centre.x()) - side // 2, round(centre.y()) - side // 2, side, side)

    def picked_mark(self) -> Key | None:
        return self._picked

    def press_mark(self, key: Key) -> None:
        self.chosen.emit(*key)

    def layouts(self) -> list[LaneLayout]:
        """The lanes as they are laid out now."""
        return [self._layout(number) for number in range(len(self._order))]

    def _layout(self, number: int) -> LaneLayout:
        """One lane, laid out when it is first looked at."""
        if number not in self._laid:
            measure = QFontMetricsF(self._around.theme.font(0.86)).horizontalAdvance
            lane, language = self._order[number], self._around.language
            self._laid[number] = lay_out_lane(lane, self.scale, measure, language=language)
        return self._laid[number]

    # --- sizes --------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        lanes = len(self._board.lanes) if self._board else 4
        return QSize(520, round(self._axis + self._foot + max(1, lanes) * self._lane))

    def minimumSizeHint(self) -> QSize:
        return QSize(280, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _measure(self) -> None:
        """How high the years above, a lane and the foot are in this font."""
        small, whole = QFontMetricsF(self._around.theme.font(0.86)), QFontMetricsF(self._around.theme.font())
        self._axis, self._foot = max(24.0, small.height() + 9), max(19.0, small.height() + 5)
        self._lane = max(28.0, whole.height() * 1.75)

    def _lane_y(self, number: int) -> float:
        return self._axis + (number + 0.5) * self._lane

    def _gutter(self) -> float:
        metrics = QFontMetricsF(self._around.theme.font(0.95))
        names = [lane.mission.name(self._around.language) for lane in self._board.lanes] if self._board else []
        widest = max((metrics.horizontalAdvance(n) for n in names), default=80.0)
        return min(widest + 34, max(90.0, self.width() * 0.32))

    def _place(self) -> None:
        """The days in sight, between the lanes' names and the right edge."""
        self._measure()
        gutter = self._gutter()
        self.scale = self._planned.placed(gutter, max(gutter + 10.0, self.width() - 8.0))
        self._redo()

    def _redo(self) -> None:
        self._laid.clear()
        self._centres = None
        self.update()

    # --- drawing ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw(painter, event.rect().top(), event.rect().bottom())
        if self.hasFocus():  # the window's, not the picture's
            draw_focus(painter, self._around.theme.roles, QRectF(self.rect()))

    def draw(self, painter: QPainter, top: float = 0.0, bottom: float = 1e9) -> None:
        """Draw with any painter, the window's, an image's or an SVG's; only the lanes between two heights."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, scale, language, height = self._around.theme, self.scale, self._around.language, self._lane
        lines = max(self._axis, top - 2), min(self._bottom(), bottom + 2)  # through 200 lanes they cost, seen or not
        draw_years(painter, theme, scale, lines, self._axis - 8, language)
        if self._board is not None:
            day = self._board.day
            words = self.tr("today") if self._board.is_today else wording.calendar_day(day, language)
            draw_today(painter, theme, scale, day, lines, self._bottom(), words)
        first = max(0, int((top - self._axis) // height))
        last = min(len(self._order), int((bottom - self._axis) // height) + 1)
        seen = [(self._layout(number), self._lane_y(number)) for number in range(first, last)]
        spots = [(spot, y) for layout, y in seen for spot in layout.spots]
        lanes = QRectF(scale.start, lines[0], scale.pixels, lines[1] - lines[0])
        between = [self._lane_y(number) for number in range(first, min(last, len(self._order) - 1))]
        draw_hairlines(painter, theme, scale, [y + height / 2 for y in between])
        draw_marks(painter, theme, spots, self._picked, lanes)
        draw_names(painter, theme, scale, seen, language, self.tr("no date yet"))
        draw_labels(painter, theme, seen)
        draw_arrows(painter, theme, seen, scale)

    def _bottom(self) -> float:
        return self._axis + len(self._order) * self._lane

    # --- pointer and keys ---------------------------------------------------------------------------------------

    def spot_at(self, where: QPointF) -> Spot | None:
        """The mark or bar under a point."""
        lane = int((where.y() - self._axis) // self._lane)
        if not self.scale.start - MARK <= where.x() <= self.scale.end + MARK:
            return None
        return nearest([self._layout(lane)], 0, where.x()) if 0 <= lane < len(self._order) else None

    def key_at(self, where: QPointF) -> Key | None:
        spot = self.spot_at(where)
        return spot.key if spot is not None else None

    def told(self, key: Key) -> str:
        """Everything about a mark in a few lines: what a tooltip shows and a screen reader reads."""
        return "\n".join((self.mark_name(key), self.mark_told(key)))

    def take(self, move: Move) -> None:
        """Zoom, pan or show everything, and with it whatever else shows the planned time."""
        if isinstance(move, Zoom):
            at = (self.scale.start + self.scale.end) / 2 if move.at is None else move.at.x()
            self._planned.see(self.scale.zoomed(move.factor, at))
        elif isinstance(move, Pan):
            self._planned.see(self.scale.panned(move.dx))
        else:
            self._planned.see_everything()

    def click(self, key: Key | None, where: QPointF) -> None:
        """A mark is chosen; an arrow is followed."""
        if key is None:
            self._follow_arrow(where)
            return
        self._picked = key
        self.update()
        self.chosen.emit(*key)

    def _follow_arrow(self, where: QPointF) -> None:
        """To the marks an arrow at the end of a lane points to."""
        lane = int((where.y() - self._axis) // self._lane)
        if 0 <= lane < len(self._order):
            before, after = out_of_sight(self._layout(lane), self.scale)
            spot = before if where.x() < self.scale.start + 20 else after if where.x() > self.scale.end - 20 else None
            if spot is not None:
                self._planned.see(self.scale.in_sight(spot.x))

    def show_menu(self, at: QPoint) -> None:
        made = menu(self, self, "timeline", self._around.theme, self.told_of.emit)
        add_moves(made, self.take)
        made.popup(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        move = of_key(event, QSizeF(self.scale.pixels, 0.0))
        if move is not None:
            self.take(move)
        elif key in _ARROWS:
            spot = moved(self.layouts(), self._picked, *_ARROWS[key])
            if spot is not None:
                self._picked = spot.key
                self._bring_into_view(spot)
                self._show_tip(spot)
                self.update()
                tell_moved(self, spot.key)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._picked:
            self.chosen.emit(*self._picked)
        else:
            super().keyPressEvent(event)

    def _bring_into_view(self, spot: Spot) -> None:
        """What the keyboard goes to is seen: the years are panned to it, the page is scrolled to it."""
        self._planned.see(self.scale.in_sight(spot.x))
        area: QWidget | None = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        page = area.widget() if area is not None else None
        centre = self.spot_centre(*spot.key)
        if centre is not None and area is not None and page is not None:
            at = self.mapTo(page, centre.toPoint())
            area.ensureVisible(at.x(), at.y(), 0, round(self._lane))

    def _show_tip(self, spot: Spot) -> None:
        centre = self.spot_centre(*spot.key)
        if centre is not None and self.isVisible():
            QToolTip.showText(self.mapToGlobal(centre.toPoint()), tip(self.told(spot.key)), self)
