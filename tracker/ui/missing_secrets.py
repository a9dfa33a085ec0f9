"""At the start: a secret that no keyring keeps has to be entered again, and the person is told for what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tracker.ui.asking import Asking
from tracker.ui.words import listed

if TYPE_CHECKING:
    from tracker.ui.main_window import MainWindow

translate = QCoreApplication.translate


def look(window: MainWindow, asking: Asking, missing: Callable[[], Sequence[str]]) -> None:
    """Ask beside the main thread; a message in the window where something is missing, and nothing else."""

    def tell(what: Sequence[str]) -> None:
        if what:
            words = translate("Words", "No keyring keeps the secret for {what}: enter it in Settings.")
            window.body.toast.say(words.format(what=listed(what)), "warn")

    asking.ask(missing, tell, lambda _: None, asker=window)
