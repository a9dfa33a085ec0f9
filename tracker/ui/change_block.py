"""One change of the inspector's chain: what moved, and the words that prove it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker import wording
from tracker.model import ChangeKind, Status
from tracker.ui import words
from tracker.ui.around import Around
from tracker.ui.cards import line
from tracker.ui.excerpt import excerpt
from tracker.ui.labels import Text
from tracker.ui.marked_text import Mark, MarkedText
from tracker.ui.web_link import web_link
from tracker.views import ChangeView, Proof


class ChangeBlock(QWidget):
    """What moved, the quoted words, who said it, who else, who disagrees; `chosen`: the one to look at, `last`: the oldest."""

    def __init__(self, view: ChangeView, around: Around, *, chosen: bool, last: bool) -> None:
        super().__init__()
        self._around, self._view, self._chosen, self._last = around, view, chosen, last
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 2, 0, 14)
        self._column.setSpacing(3)
        theme, language = around.theme, around.language
        self._column.addWidget(Text(theme, self._headline(), "strong", wrap=True))
        kind = self._kind()
        if kind:
            self._column.addWidget(Text(theme, kind, "small", words.kind_tone(view.change.kind), wrap=True))
        for proof in view.proofs[: 2 if chosen else 1]:
            self._proof(proof)
        if view.also:
            names = list(dict.fromkeys(words.outlet(p.outlet) for p in view.also))
            also = self.tr("also said by {outlets}").format(outlets=words.listed(names))
            self._column.addWidget(Text(theme, also, "small", "muted", wrap=True))
        for proof in view.against[:3]:
            self._column.addSpacing(4)
            who = self.tr("{outlet} disagrees").format(outlet=words.outlet(proof.outlet))
            self._column.addWidget(Text(theme, who, "small", "bad", wrap=True))
            self._proof(proof)
        spoken = (self._headline(), kind, wording.calendar_day(view.change.on, language))
        self.setAccessibleName(", ".join(p for p in spoken if p))
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The thread that joins the changes."""
        roles = self._around.theme.roles
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(roles.accent if self._chosen else roles.line))
        middle = 2 + round(self.fontMetrics().height() / 2)
        painter.drawRect(4, middle, 2, self.height() - (middle if not self._last else middle + 10))
        painter.setBrush(QColor(roles.accent if self._chosen else roles.muted))
        painter.drawEllipse(1, middle - 4, 8, 8)

    def _headline(self) -> str:
        change, language = self._view.change, self._around.language
        if change.baseline and change.before is None and change.after.status is Status.PLANNED:
            return self.tr("Starts at {when}").format(when=wording.position(change.after, language))
        return wording.move(change, language)

    def _kind(self) -> str:
        change, language = self._view.change, self._around.language
        if change.baseline and change.before is None:
            return ""
        text = wording.kind(change.kind, language)
        length = words.slip(change.before, change.after, language)
        if length and change.kind in (ChangeKind.SLIPPED, ChangeKind.ADVANCED):
            text = length
        standing = wording.standing(change.standing, language)
        return f"{text} · {standing}"

    def _proof(self, proof: Proof) -> None:
        quote = MarkedText(self._around.theme, look="quote", line_height=120)
        shown, start, end = excerpt(proof)
        quote.show_text(shown, [Mark(start, end)])
        quote.setAccessibleName(self.tr("Quoted words: {words}").format(words=shown[start:end]))
        self._column.addWidget(quote)
        language = self._around.language
        parts = (words.outlet(proof.outlet), wording.calendar_day(proof.said_on, language))
        who = " · ".join(p for p in parts if p)
        link = web_link(self._around, proof.url, who, scale=0.96)
        if link is not None:
            self._column.addLayout(line(link, None))
        else:
            self._column.addWidget(Text(self._around.theme, who, "small", "muted", wrap=True))
