"""What takes long runs beside the main thread, and its answer comes back to the page that asked, if it still lives."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.ui_world import Stage
from tracker.errors import SeedError
from tracker.ui.asking import Asking, at_once


def test_the_work_runs_beside_and_the_answer_comes_to_the_main_thread(qtbot: QtBot) -> None:
    here, asker, heard = threading.get_ident(), QObject(), []
    with ThreadPoolExecutor(1) as pool:
        asking = Asking(pool.submit)
        asking.ask(
            threading.get_ident, lambda there: heard.append((there, threading.get_ident())), heard.append, asker=asker
        )
        qtbot.waitUntil(lambda: len(heard) >= 1)
    assert heard[-1][0] != here
    assert heard[-1][1] == here


def test_a_fault_comes_as_a_sentence(qtbot: QtBot) -> None:
    stage, asker, said = Stage(), QObject(), []
    asking = Asking(at_once)

    def with_key() -> None:
        raise SeedError("no such mission", key="artemis-9")

    def bug() -> None:
        raise ValueError("secret detail")

    asking.ask(with_key, said.append, lambda words: said.append(f"failed: {words}"), asker=asker)
    asking.ask(bug, said.append, lambda words: said.append(f"failed: {words}"), asker=asker)
    stage.settle()
    assert said == [
        "failed: artemis-9: no such mission",
        "failed: Something went wrong inside the program; the log has the details.",
    ]


def test_the_answer_of_a_page_that_is_gone_is_dropped(qtbot: QtBot) -> None:
    stage, asker, said = Stage(), QObject(), []
    asking = Asking(at_once)
    asking.ask(lambda: 1, said.append, said.append, asker=asker)
    asker.deleteLater()
    stage.settle()
    asking.ask(lambda: 2, said.append, said.append, asker=asker)
    stage.settle()
    assert said in ([], [1])  # what was queued before the deletion may have come; nothing after it
    assert 2 not in said
