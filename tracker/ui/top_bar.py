"""The top: the name, the as-of slider, the health of the sources, Check now."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QPushButton, QSizePolicy, QSlider, QWidget

from tracker.ui.announce import announce
from tracker.ui.around import Around
from tracker.ui.identity import APP_NAME
from tracker.ui.labels import Text
from tracker.ui.link import Link

if TYPE_CHECKING:
    from tracker.views import Counts


class TopBar(QWidget):
    """`day_asked` carries a date or None (today); it is emitted at most every 30 ms while the slider is dragged.

    It stands before the days it spans are known: `set_span` gives them.
    """

    day_asked = Signal(object)
    check_asked = Signal()
    health_asked = Signal()

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._around, self._since, self._today = around, date.min, date.min
        theme = around.theme
        self._bar: QMenuBar | None = None
        self._name = Text(theme, APP_NAME, "heading")
        self._from = Text(theme, "", "small", "muted")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("As of day"))
        self.slider.setToolTip(self.tr("Drag to see what was believed on an earlier day"))
        self.slider.setRange(0, 1)
        self.slider.setValue(1)
        self.slider.setSingleStep(1)
        self.slider.setPageStep(30)
        self.slider.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.slider.setMinimumWidth(90)
        self.slider.setMaximumWidth(360)
        self._as_of = Text(theme, "", "body")
        self.back = Link(theme, self.tr("Back to today"))
        self.back.clicked.connect(self.go_to_today)
        self.play = QPushButton("▶")
        self.play.setProperty("look", "quiet")
        self.play.setCheckable(True)
        self.play.setToolTip(self.tr("Play the history from this day on"))
        self.play.setAccessibleName(self.tr("Play the history"))
        self.play.toggled.connect(self._play)
        self.health = QPushButton()
        self.health.setProperty("look", "health")
        self.health.clicked.connect(self.health_asked)
        self._tone = "quiet"
        theme.changed.connect(self._tint)
        self.check = QPushButton(self.tr("Check now"))
        self.check.setObjectName("checkNow")
        self.check.setToolTip(self.tr("Ask every source now (F5)"))
        self.check.clicked.connect(self.check_asked)
        self._lay_out()
        self._later = QTimer(self, singleShot=True, interval=30)
        self._later.timeout.connect(lambda: self.day_asked.emit(self.day))
        self._player = QTimer(self, interval=40)
        self._player.timeout.connect(self._step)
        self.slider.valueChanged.connect(self._moved)
        self._say_day()

    @property
    def day(self) -> date | None:
        """The day asked for; None is today."""
        if self.slider.value() >= self.slider.maximum():
            return None
        return self._since + timedelta(days=self.slider.value())

    def take_menus(self, bar: QMenuBar) -> None:
        """The menus stand in the same line as the name: one line of chrome less."""
        bar.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        bar.setMinimumWidth(bar.sizeHint().width())
        self._row.insertWidget(1, bar)
        self._bar = bar

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """What can be spared goes where it is narrow: the name first, then the slider's first day, Play, the health."""
        kept: list[QWidget] = [self._as_of, self.check]
        kept += [self._bar] if self._bar is not None else []
        kept += [self.back] if self.day is not None and not self.play.isChecked() else []
        need = 32 + 10 * (self._row.count() - 1) + self.slider.minimumWidth()
        need += sum(max(w.sizeHint().width(), w.minimumWidth()) for w in kept)
        order: tuple[QWidget, ...] = (self.health, self.play, self._from, self._name)
        if self.play.isChecked():  # it must be possible to stop
            order = (self.play, self.health, self._from, self._name)
        for spared in order:
            need += spared.sizeHint().width()
            spared.setVisible(need <= self.width())

    def set_span(self, since: date, today: date) -> None:
        """The first day there is anything to see of, and today."""
        self._since = since
        self._from.setText(self._in_words(since))
        widest = self.tr("As of {day}").format(day=self._in_words(date(2024, 12, 28)))
        self._as_of.setMinimumWidth(self._as_of.fontMetrics().horizontalAdvance(widest) + 4)
        self.set_today(today)

    def set_today(self, today: date) -> None:
        """A new day has begun; who stood at today stays there."""
        if today == self._today:
            return
        at_end = self.day is None
        self._today = today
        blocked = self.slider.blockSignals(True)
        self.slider.setMaximum(max(1, (today - self._since).days))
        if at_end:
            self.slider.setValue(self.slider.maximum())
        self.slider.blockSignals(blocked)
        self._say_day()

    def set_travel(self, *, possible: bool) -> None:
        """The slider is of use on the Race page only; elsewhere it rests."""
        for widget in (self._from, self.slider, self._as_of, self.back, self.play):
            widget.setEnabled(possible)

    def go_to_today(self) -> None:
        self.play.setChecked(False)
        self.slider.setValue(self.slider.maximum())

    def show_counts(self, counts: Counts) -> None:
        """The health pill and the state of Check now."""
        if counts.sources_on == 0:
            text, tone = self.tr("no source is on"), "warn"
        elif counts.offline:
            text, tone = self.tr("no network"), "warn"
        elif counts.last_check_at is None:
            text, tone = self.tr("{all} sources, none asked yet").format(all=counts.sources_on), "quiet"
        else:
            text = self.tr("{n} of {all} sources answer").format(n=counts.sources_fine, all=counts.sources_on)
            tone = "good" if counts.sources_fine == counts.sources_on else "warn"
            tone = "bad" if counts.sources_fine == 0 else tone
        self.health.setText(f"●  {text}")
        self.health.setAccessibleName(text)
        self.health.setToolTip(self.tr("Show the sources"))
        if tone != self._tone:
            self._tone = tone
            self._tint()
        self.show_checking(checking=counts.checking)
        self._make_room()

    def _tint(self) -> None:
        """A sheet of its own: the way over its style would make every enumeration of styles (5 ms of a start)."""
        tone = self._tone
        self.health.setStyleSheet(f"color: {self._around.theme.roles.tone(tone)}" if tone != "quiet" else "")

    def show_checking(self, *, checking: bool) -> None:
        self.check.setEnabled(not checking)
        self.check.setText(self.tr("Checking…") if checking else self.tr("Check now"))

    def _lay_out(self) -> None:
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(16, 9, 16, 9)
        row.setSpacing(10)
        row.addWidget(self._name)
        row.addStretch(1)
        for widget in (self.play, self._from, self.slider):
            row.addWidget(widget)
        row.setStretchFactor(self.slider, 8)
        row.addWidget(self._as_of)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.health)
        row.addWidget(self.check)

    def _in_words(self, day: date) -> str:
        from tracker import wording  # the frame stands before the words for what it will show are known

        return wording.calendar_day(day, self._around.language)

    def _moved(self) -> None:
        self._say_day()
        if not self._later.isActive():
            self._later.start()

    def _say_day(self) -> None:
        day = self.day
        if day is None:
            self._as_of.setText(self.tr("As of today"))
        else:
            self._as_of.setText(self.tr("As of {day}").format(day=self._in_words(day)))
        self.back.setVisible(day is not None and not self.play.isChecked())
        self._make_room()
        self.slider.setAccessibleDescription(self._as_of.text())
        if not self.play.isChecked() and self.slider.hasFocus():  # a reader says the slider's number, not the day
            announce(self.slider, self._as_of.text())

    def _play(self, on: bool) -> None:
        self.play.setText("❚❚" if on else "▶")
        if on:
            if self.day is None:
                self.slider.setValue(0)
            self._player.start()
        else:
            self._player.stop()
        self._say_day()

    def _step(self) -> None:
        self.slider.setValue(self.slider.value() + 3)
        if self.day is None:
            self.play.setChecked(False)
