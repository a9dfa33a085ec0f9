"""The user's own word on a milestone: a state and a date, with a live preview of what it means."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from tracker import wording
from tracker.edtf import parse_optional
from tracker.errors import EdtfError
from tracker.model import Position, Status
from tracker.ui.around import Around
from tracker.ui.labels import Text


class OverrideDialog(QDialog):
    """`position()` is what was entered, None while it is not a position."""

    def __init__(self, around: Around, title: str, now: Position | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.setWindowTitle(self.tr("Set what is true"))
        self.setMinimumWidth(440)
        theme = around.theme
        self.status = QComboBox()
        self.status.setAccessibleName(self.tr("State"))
        for status in Status:
            self.status.addItem(wording.status(status, around.language), status.value)
        self.when = QLineEdit()
        self.when.setAccessibleName(self.tr("Date"))
        self.when.setPlaceholderText("2027-09")
        self._preview = Text(theme, "", "body", "muted", wrap=True)
        hint = "\n".join((
            self.tr("2027, 2027-09 or 2027-09-14"),
            self.tr("2027-05/2027-08: from May to August"),
            self.tr("2027-09/..: no earlier than September"),
            self.tr("../2030: by 2030"),
        ))  # fmt: skip
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(14)
        form.addRow(self.tr("State"), self.status)
        form.addRow(self.tr("Date"), self.when)
        form.addRow("", self._preview)
        form.addRow("", Text(theme, hint, "small", "muted", wrap=True))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(self.tr("OK"))
        self.ok.setProperty("look", "primary")
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addWidget(Text(theme, title, "title", wrap=True))
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(buttons)
        if now is not None:
            self.status.setCurrentIndex(self.status.findData(now.status.value))
            self.when.setText(now.when)
        self.when.selectAll()
        self.when.setFocus()
        self.status.currentIndexChanged.connect(self._look)
        self.when.textChanged.connect(self._look)
        self._look()

    def position(self) -> Position | None:
        """The state and window entered; None for a date that cannot be read or a plan without one."""
        status = Status(self.status.currentData())
        try:
            window = parse_optional(self.when.text())
        except EdtfError:
            return None
        if window is None and status in (Status.PLANNED, Status.ACHIEVED):
            return None
        return Position(status, window)

    def _look(self) -> None:
        position = self.position()
        self.ok.setEnabled(position is not None)
        language = self._around.language
        if position is not None:
            span = wording.span(position.window, language)
            text = wording.position(position, language)
            self._preview.setText(text if not span or span in text else f"{text} · {span}")
            self._preview.set_tone("good")
        elif self.when.text().strip():
            self._preview.setText(self.tr("This is not a date that can be read."))
            self._preview.set_tone("bad")
        else:
            self._preview.setText(self.tr("Enter a date as coarse or as fine as it is known."))
            self._preview.set_tone("muted")
