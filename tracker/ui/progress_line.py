"""How far a long work is, and a button to stop it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from tracker.ui.errand import Errand
from tracker.ui.labels import Text
from tracker.ui.theme import Theme

LOOK_MS = 100


class ProgressLine(QWidget):
    """Hidden until `begin`; looks at the errand now and then until `end`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._errand: Errand | None = None
        self._what = Text(theme, "", "small", "muted")
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setMaximumHeight(10)
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.setObjectName("stopWork")
        self.stop.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(10)
        row.addWidget(self._what)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)
        self.hide()

    def begin(self, what: str) -> Errand:
        """A work begins; what it reports into."""
        self._errand = Errand()
        self._what.setText(what)
        self.bar.setAccessibleName(what)
        self.stop.setAccessibleName(self.tr("Stop: {what}").format(what=what))
        self.stop.setEnabled(True)
        self.bar.setValue(0)
        self.show()
        self._timer.start()
        return self._errand

    def end(self) -> None:
        """The work is over, however it ended."""
        self._timer.stop()
        self.hide()

    def _look(self) -> None:
        if self._errand is not None:
            self.bar.setValue(self._errand.share)

    def _stop(self) -> None:
        if self._errand is not None:
            self._errand.stop()
            self.stop.setEnabled(False)
