"""The bottom: when the sources were asked, when they are next, the first failing one in words, Export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from tracker.ui.around import Around
from tracker.ui.labels import Text

if TYPE_CHECKING:
    from tracker.views import Counts, SourceView


class StatusLine(QWidget):
    """`export_asked` asks for the milestones' export, `source_asked` carries the id of the failing source."""

    export_asked = Signal()
    source_asked = Signal(str)

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.setObjectName("statusLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._around = around
        self._trouble_text, self._source = "", ""
        self._when = Text(around.theme, "", "small", "muted")
        self.trouble = QPushButton()
        self.trouble.setObjectName("failing")
        self.trouble.setProperty("look", "quiet")
        self.trouble.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.trouble.setFont(around.theme.font(0.92))
        self.trouble.clicked.connect(lambda: self.source_asked.emit(self._source))
        self._export = QPushButton(self.tr("Export CSV…"))
        self._export.setProperty("look", "quiet")
        self._export.setFont(around.theme.font(0.92))
        self._export.clicked.connect(self.export_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 2, 8, 2)
        row.setSpacing(12)
        row.addWidget(self._when)
        row.addWidget(self.trouble, 1000)
        row.addStretch(1)
        row.addWidget(self._export)
        row.setAlignment(self._when, Qt.AlignmentFlag.AlignVCenter)

    def show_counts(self, counts: Counts) -> None:
        """Say how the checks stand."""
        from tracker.ui import words  # the frame stands before the words for what it will show are known

        now, language = self._around.now(), self._around.language
        last = words.clock(counts.last_check_at, now, language)
        following = words.clock(counts.next_check_at, now, language)
        if counts.offline:
            text = self.tr("No network: the sources are asked again when it is back")
        elif counts.checking:
            text = self.tr("Checking the sources…")
        elif last and following:
            text = self.tr("Last check {last}, next {next}").format(last=last, next=following)
        elif last:
            text = self.tr("Last check {last}").format(last=last)
        elif following:
            text = self.tr("First check at {next}").format(next=following)
        else:
            text = self.tr("Not checked yet")
        if counts.checking and counts.sources_asked < counts.sources_on:  # the very first check
            text = self.tr("Filling in what has happened since June 2024: {n} of {all} sources read").format(
                n=counts.sources_asked, all=counts.sources_on
            )
        self._when.setText(text)
        self._trouble_text = self._say(counts.failing)
        self._source = counts.failing[0].source.id if counts.failing else ""
        self.trouble.setVisible(bool(counts.failing))
        self.trouble.setAccessibleName(self._trouble_text)
        self._elide()

    def checks(self) -> str:
        """What is said of the checks."""
        return self._when.text()

    def text(self) -> str:
        """What is said of failing sources, whole."""
        return self._trouble_text

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _say(self, failing: Sequence[SourceView]) -> str:
        if not failing:
            return ""
        from tracker.ui import words

        first, instant = failing[0], self._around.now()
        count = words.counted(len(failing), self.tr("1 source failing"), self.tr("{n} sources failing"))
        again = words.until(first.state.next_due_at, instant)
        text = self.tr("{count}: {name}, {trouble}").format(
            count=count, name=first.source.name, trouble=words.health(first, instant, self._around.language)
        )
        return self.tr("{text}; again {when}").format(text=text, when=again) if again else text

    def _elide(self) -> None:
        room = max(40, self.trouble.width() - 18)
        text = self.trouble.fontMetrics().elidedText(self._trouble_text, Qt.TextElideMode.ElideRight, room)
        self.trouble.setText(text.replace("&", "&&"))
