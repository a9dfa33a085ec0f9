"""Stored text with words marked in place. Plain text only: offsets are mapped, nothing is ever parsed as markup."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMargins, QSize, Qt
from PySide6.QtGui import QColor, QFont, QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from tracker.ui.palette import blend
from tracker.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Mark:
    """`text[start:end]` is marked. `how`: "quote" (filled), "used" (filled, underlined), "kept" (dotted)."""

    start: int
    end: int
    how: str = "quote"


class MarkedText(QTextEdit):
    """Read-only text as tall as it needs to be; words can be selected and copied."""

    def __init__(self, theme: Theme, *, look: str = "body", line_height: int = 130) -> None:
        super().__init__()
        self._theme, self._look, self._line_height = theme, look, line_height
        self._text = ""
        self._marks: tuple[Mark, ...] = ()
        self._font = {"quote": 0.96, "article": 1.06}.get(look, 1.0), QFont.Weight.Normal
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.setContentsMargins(QMargins())
        theme.changed.connect(self._draw)

    def show_text(self, text: str, marks: Sequence[Mark] = ()) -> None:
        """Show a text; offsets of marks count code points of `text` as it was given."""
        self._text, self._marks = text, tuple(marks)
        self._draw()

    def set_font_look(self, scale: float, weight: QFont.Weight) -> None:
        """A size of the system font and a weight other than the look's own."""
        self._font = scale, weight

    def marked_words(self) -> list[str]:
        """The words as they are marked in the document: what a test and a screen reader's test look at."""
        cursor = QTextCursor(self.document())
        found = []
        for mark in self._marks:
            _span(cursor, self._text, mark)
            found.append(cursor.selectedText())
        return found

    def sizeHint(self) -> QSize:
        return QSize(200, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Never scrolls itself: the page does."""
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _height(self) -> int:
        # as wide as the viewport: to ask for that makes the binding know every kind of widget there is (8 ms, 2 MiB)
        self.document().setTextWidth(max(self.contentsRect().width(), 60))
        return int(self.document().size().height()) + 2

    def _fit(self) -> None:
        height = self._height()
        if height != self.height():
            self.setFixedHeight(height)

    def _draw(self) -> None:
        roles = self._theme.roles
        self.setFont(self._theme.font(*self._font))
        self.setPlainText(safe(self._text))
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        block = QTextBlockFormat()
        block.setLineHeight(self._line_height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(block)
        plain = QTextCharFormat()
        plain.setForeground(QColor(roles.muted if self._look == "quote" else roles.text))
        plain.setFontItalic(self._look == "quote" and not any(ord(c) > 0x2E7F for c in self._text))
        cursor.mergeCharFormat(plain)
        for mark in self._marks:
            _span(cursor, self._text, mark)
            cursor.mergeCharFormat(self._format(mark.how))
        self._fit()

    def _format(self, how: str) -> QTextCharFormat:
        roles = self._theme.roles
        made = QTextCharFormat()
        if how == "kept":
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            made.setUnderlineColor(QColor(roles.muted))
        elif how == "used":
            made.setBackground(QColor(blend(roles.accent, roles.surface, 0.18)))
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            made.setUnderlineColor(QColor(roles.accent))
        else:
            made.setBackground(QColor(roles.mark))
            made.setForeground(QColor(roles.on_mark))
            if self._look != "quote":
                made.setFontWeight(QFont.Weight.Medium)
        return made


def safe(text: str) -> str:
    """The text with every character that a text document would join, split or treat as its own replaced one for one."""
    return "".join(_SWAP.get(c, c) if not 0xD800 <= ord(c) <= 0xDFFF else "�" for c in text)


_SWAP = {"\r": " ", "\0": " ", "﷐": " ", "﷑": " ", "\f": " ", "\v": " ", "￼": " "}


def units(text: str, offset: int) -> int:
    """An offset in code points as the offset in UTF-16 units that Qt counts in."""
    head = text[: max(0, offset)]
    return len(head) + sum(1 for c in head if ord(c) > 0xFFFF)


def _span(cursor: QTextCursor, text: str, mark: Mark) -> None:
    start, end = sorted((min(max(mark.start, 0), len(text)), min(max(mark.end, 0), len(text))))
    cursor.setPosition(units(text, start))
    cursor.setPosition(units(text, end), QTextCursor.MoveMode.KeepAnchor)
