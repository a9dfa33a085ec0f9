"""Qt without the library that words its errors: it starts without it, and says the same when it is wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent

CALLS = """
import inspect, sys
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

class Ear(QObject):
    said = Signal(int)

    @Slot(int)
    def hear(self, word):
        print("heard", word)

app = QApplication([])
ear = Ear()
ear.said.connect(ear.hear)
ear.said.emit(3)
print(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, QPushButton("x", checkable=True).isCheckable())
print("quiet so far:", "shibokensupport.signature.parser" not in sys.modules, file=sys.stderr)
widget = QWidget()
for wrong in (
    lambda: widget.resize("a", 3), lambda: widget.resize("a", 3), lambda: widget.no_such_thing,
    lambda: QColor("x", 1, 2, 3, 4, 5, 6), lambda: QPushButton("x", chekable=True), lambda: ear.said.emit("a", "b"),
    lambda: inspect.signature(QWidget.resize), lambda: print(QWidget.resize.__doc__),
):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
"""


def said(before: str) -> tuple[str, str]:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", f"{before}\n{CALLS}"], cwd=ROOT, env=env, capture_output=True, text=True, timeout=60,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout, done.stderr


def test_wrong_calls_are_worded_as_the_binding_words_them() -> None:
    plain, loud = said("")
    ours, quiet = said("from tracker.binding import import_qt; import_qt(); import_qt()")
    assert ours == plain
    assert "Supported signatures" in ours
    assert "quiet so far: False" in loud
    assert "quiet so far: True" in quiet


def test_no_hook_is_left_before_later_imports() -> None:
    check = "import builtins; was = builtins.__import__; from tracker.binding import import_qt; import_qt(); import PySide6.QtCore\nassert builtins.__import__ is was"
    done = subprocess.run(
        [sys.executable, "-c", check], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr


def test_where_qt_was_imported_before_nothing_happens() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import PySide6.QtCore\nfrom tracker.binding import import_qt\nimport_qt()"],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
