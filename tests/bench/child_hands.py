"""Started by the benchmark: the app's window, offscreen, used by hand; how long each act keeps the event loop from going on.

usage: child_hands.py FEED HOME ROUNDS
A timer asks for the event loop every millisecond. An act's figure is the longest time between two heartbeats from its
beginning until the window rests again: by the wall's clock, and what the main thread itself worked in it. FEED is an
address that brings fifty other items each time it is asked.
Prints {act: [[wall ms, worked ms], ...]}, one pair a round.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from child_window import shown, watch

REST = 0.12
"""Seconds without a long wait: the act is over."""
PATIENCE = 20.0

Act = tuple[str, Callable[[], object], Callable[[], bool]]
"""What it is called, how it is done, and when it has come to its end (the rest still follows)."""


def at_once() -> bool:
    return True


class Hands:
    """Does one act after another from within the event loop."""

    def __init__(self, acts: Iterator[Act]) -> None:
        self._acts, self._act = acts, ""
        self._ended: Callable[[], bool] = at_once
        self.found: dict[str, list[list[float]]] = {}
        self._beat = self._rested = time.perf_counter()
        self._worked = time.thread_time()
        self._longest = [0.0, 0.0]

    def beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        wait, work = (now - self._beat) * 1000, (worked - self._worked) * 1000
        self._beat, self._worked = now, worked
        if wait > self._longest[0]:
            self._longest = [wait, work]
        if wait > 8 or not (self._ended() or now - self._began > PATIENCE):
            self._rested = now
        elif now - self._rested > REST:
            self._next()

    def _next(self) -> None:
        if self._act:
            self.found.setdefault(self._act, []).append([round(v, 2) for v in self._longest])
        if (following := next(self._acts, None)) is None:
            print(json.dumps(self.found), flush=True)
            os._exit(0)
        self._act, do, self._ended = following
        self._longest = [0.0, 0.0]
        self._began = self._rested = time.perf_counter()
        do()


def begin(application: Any, rounds: int, folder: Path) -> None:
    from PySide6.QtCore import Qt, QTimer

    window = shown(application)

    def start() -> None:
        hands = Hands(acts(window, rounds, folder))
        hands._began = time.perf_counter()
        timer = QTimer(application)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(lambda: hands.beat())
        timer.start(1)

    window.opened.connect(lambda: QTimer.singleShot(7_000, start))  # what comes five seconds after the start is over


def acts(window: Any, rounds: int, folder: Path) -> Iterator[Act]:
    from tracker.ui.navigation import PAGES

    for page in PAGES[1:]:
        yield f"open {page} for the first time", lambda page=page: window.open_page(page), at_once
    for number in range(rounds):
        yield from looking(window, number)
        yield from travelling(window)
        yield from doing(window, folder, number)


def looking(window: Any, number: int) -> Iterator[Act]:
    from tracker.ui.navigation import PAGES

    for page in PAGES:
        yield f"open {page} again", lambda page=page: window.open_page(page), at_once
        yield f"read {page} again", window.reload, at_once
    window.open_page("race")
    missions = [m for m in window.desk.missions if m.lane]
    for one in missions[number * 2 % len(missions) :][:2]:
        yield "choose a milestone", lambda one=one: window.pick(one.id, one.milestones[0]), at_once
    yield "read race again, a long story chosen", window.reload, at_once
    window.open_page("changes")
    for at in (3 + number, 9 + number):
        yield "choose a change", lambda at=at: rows(window.pages.changes).select(key(window.pages.changes, at)), at_once
    window.open_page("articles")
    for at in (2 + number, 8 + number):
        yield (
            "choose an article",
            lambda at=at: rows(window.pages.articles).select(key(window.pages.articles, at)),
            at_once,
        )
    for words in ("la", "launch", "artemis iii", "嫦娥", ""):
        yield f"search “{words}”" if words else "empty the search", lambda words=words: search(window, words), at_once


def travelling(window: Any) -> Iterator[Act]:
    window.open_page("race")
    yield "open race again", lambda: None, at_once
    end = window.top.slider.maximum()
    for part in (0.3, 0.5, 0.7, 0.9):
        yield "drag the as-of slider", lambda part=part: window.top.slider.setValue(round(end * part)), at_once
    yield "back to today", window.top.go_to_today, at_once


def doing(window: Any, folder: Path, number: int) -> Iterator[Act]:
    for kind in ("csv", "json", "ics"):
        path = folder / f"out-{number}.{kind}"
        yield f"export {kind}", lambda path=path: window.menus.write(path, history=path.suffix != ".ics"), path.exists
    for look in ("light", "dark"):
        yield "change the theme", lambda look=look: window.choices.change(appearance=look), at_once
    for page in ("race", "settings"):
        window.open_page(page)
        for language in ("zh_CN", "en"):
            yield (
                f"change the language on {page}",
                lambda to=language: window.choices.change(language=to),
                speaks(window, language),
            )
    window.open_page("race")
    before = window.desk._library.article_count()
    yield "a poll with fifty items", window.check_now, lambda: window.desk._library.article_count() >= before + 50
    yield "the rest of the poll", lambda: None, lambda: not window.desk.counts().checking
    change = window.desk.changes(1)[0]
    window.pick_change(change.change.id)
    yield "open race again", lambda: None, at_once
    yield "not true", lambda: window.inspector.reject(change), lambda: bool(window.inspector._story.decided)
    yield "undo", window.undo_list.undo, lambda: not window.inspector._story.decided


def speaks(window: Any, language: str) -> Callable[[], bool]:
    return lambda: window._around.language == language[:2]


def rows(page: Any) -> Any:
    return page.list


def key(page: Any, at: int) -> str:
    return page.list.rows()[at].key


def search(window: Any, words: str) -> None:
    window.pages.articles.search.setText(words)


def main(feed: str, folder: Path, rounds: int) -> int:
    from tracker.binding import import_qt

    import_qt()
    sources = folder / "sources.toml"
    sources.write_text(
        sources.read_text(encoding="utf-8").replace("http://127.0.0.1:9/feed.xml", feed), encoding="utf-8"
    )
    watch(lambda application: begin(application, rounds, folder))
    sys.argv = ["space-race-tracker", "--data-dir", str(folder)]
    from tracker.__main__ import main as start

    return start()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])))
