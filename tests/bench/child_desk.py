"""Started by the benchmark: drives the window's own parts, offscreen, and prints what they took, in milliseconds.

usage: child_desk.py paint | search HOME
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from measuring import ROOT

sys.path.insert(0, str(ROOT))

from tracker.binding import import_qt

import_qt()

# ruff: noqa: E402 - Qt comes in the way the app brings it in
from PySide6.QtCore import QEventLoop, QPoint, QPointF, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from tracker.ui.around import Around
from tracker.ui.asking import Asking
from tracker.ui.theme import Theme

TYPED = ("artemis iii", "chang'e 7", "launch", "mar", "ba", "lunar", "the moon", "嫦娥", "月球探测", "zu ko", "xyzzy")


def _around(app: QApplication, start: Callable[[Callable[[], None]], object]) -> Around:
    from tracker.ui.around import system_now

    return Around(Theme(app, "dark"), "en", system_now, lambda _: None, Asking(start))


# --- the charts ---------------------------------------------------------------------------------------------------


def paint(app: QApplication) -> dict[str, list[float]]:
    """Every paint of both charts while a person looks around: scrolls, zooms, pans, goes back in time, chooses."""
    from rows_ledger import PAST, board_of, missions

    from tracker.ui.race_page import RacePage
    from tracker.ui.timeline import Timeline
    from tracker.ui.trend_chart import TrendChart

    took: dict[str, list[float]] = {"timeline": [], "trend": []}
    _time(Timeline, took["timeline"])
    _time(TrendChart, took["trend"])
    known = missions()
    today, past = board_of(known), board_of(known, PAST)
    page = RacePage(_NoDesk(known), _around(app, lambda work: work()))
    page.resize(1000, 740)
    page.show_board(today)
    page.show()
    app.processEvents()
    gc.freeze()  # as the app does when its first page stands
    page.timeline.update()
    for _ in _steps(page, app, today, past):
        app.processEvents()
    return took


def _steps(page: Any, app: QApplication, today: Any, past: Any) -> Iterator[None]:
    bar = page.findChild(QWidget, "scrolled").parent().parent().verticalScrollBar()
    for place in range(0, bar.maximum(), max(1, bar.maximum() // 40)):
        bar.setValue(place)
        yield
    for chart, at, place in ((page.timeline, QPointF(500, 60), 0), (page.trend, QPointF(500, 90), bar.maximum())):
        bar.setValue(place)
        yield from _looks_closer(chart, at, app)
    bar.setValue(0)
    for board in (past, today, past, today):
        page.show_board(board)
        yield
    for state in [s for lane in today.lanes[::20] for s in lane.states]:
        page.pick(*state.key)
        yield
    for place in (bar.maximum(), bar.maximum() - 3, bar.maximum()):
        bar.setValue(place)
        page.trend.update()
        yield
    for size in ((700, 600), (1400, 1000), (1000, 740)):
        page.resize(*size)
        yield


def _looks_closer(chart: Any, at: QPointF, app: QApplication) -> Iterator[None]:
    """Zooms around a point, in as far as it goes and out again, and drags what is there to and fro."""
    from tracker.ui.chart_moves import Everything, Pan

    for delta in (120, 120, 120, -120, -120, 240, -480, 480, 480, 480, 480):
        event = QWheelEvent(at, chart.mapToGlobal(at), QPoint(), QPoint(0, delta), Qt.MouseButton.NoButton,
                            Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
        app.sendEvent(chart, event)
        yield
    for move in (Pan(-90.0, 30.0), Pan(60.0, -40.0), Pan(300.0, 80.0), Pan(-400.0, -120.0), Everything()):
        chart.take(move)
        yield


def _time(kind: type[QWidget], took: list[float]) -> None:
    whole = kind.paintEvent

    def timed(self: QWidget, event: QPaintEvent) -> None:
        began = time.thread_time()  # of the processor: whoever else runs on this machine does not count
        whole(self, event)
        took.append((time.thread_time() - began) * 1000)

    kind.paintEvent = timed  # type: ignore[method-assign]


class _NoDesk:
    """What the Race page asks its desk for."""

    def __init__(self, known: list[Any]) -> None:
        from tracker import seeding

        self.world, self.missions = seeding.load(), known


# --- the search ---------------------------------------------------------------------------------------------------


def search(app: QApplication, folder: Path) -> dict[str, list[float]]:
    """From each key to the painted list, in the order in which a person types; and how long each took the main thread."""
    from datetime import UTC, datetime

    from tracker import house
    from tracker.front import Errands, Front
    from tracker.store import Library
    from tracker.ui.articles_page import ArticlesPage

    home = house.home(folder, now=lambda: datetime.now(UTC))
    errands = Errands(lambda _: None, lambda _: None, lambda: None, lambda: "", lambda: False)
    front = Front(home, Library(home.paths.database), errands, language="en")
    with ThreadPoolExecutor(2) as beside:
        page = ArticlesPage(front, _around(app, beside.submit))
        page.resize(1000, 740)
        page.show()
        page.reload()
        app.processEvents()
        waiting = QEventLoop()
        whole = page._show_rows

        def show(rows: Any) -> None:
            whole(rows)
            page.list.viewport().repaint()
            waiting.quit()

        page._show_rows = show  # type: ignore[method-assign]
        took = [_key(page, words[:end], waiting) for words in TYPED for end in range(1, len(words) + 1)]
    return {"shown": [one[0] for one in took], "processor": [one[1] for one in took]}


def _key(page: Any, words: str, waiting: QEventLoop) -> tuple[float, float]:
    """Milliseconds by the wall's clock and of the processor. A real event loop, that sleeps while it waits: one that asks
    again and again would take the search its time."""
    began, spent = time.perf_counter(), time.process_time()
    page.search.setText(words)
    waiting.exec()
    return (time.perf_counter() - began) * 1000, (time.process_time() - spent) * 1000


if __name__ == "__main__":
    sys.setswitchinterval(0.0005)  # as the app does
    application = QApplication([])
    found = paint(application) if sys.argv[1] == "paint" else search(application, Path(sys.argv[2]))
    print(json.dumps(found))
