"""Edit a source, shipped or one's own."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from tracker.sources import catalogue
from tracker.ui.around import Around
from tracker.ui.cards import Column
from tracker.ui.desk import Desk
from tracker.ui.labels import Text
from tracker.ui.login_form import LoginForm
from tracker.ui.source_form import SourceForm
from tracker.views import SourceView

_WIDTH = 460


class SourceDialog(QDialog):
    """`kept` carries what the desk needs to take the change back (None: only a secret was entered) and where the secret is
    kept ("keyring", "memory", "" for none entered); `act_asked` "remove" or "reset"."""

    kept = Signal(object, str)
    act_asked = Signal(str)

    def __init__(self, desk: Desk, around: Around, view: SourceView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._around, self._view = desk, around, view
        source = view.source
        self.setWindowTitle(self.tr("Edit a source"))
        self.form = SourceForm(
            around, least_minutes=catalogue.polite_minutes(source.url, source.adapter), named=view.shipped is None,
            tier_note=self.tr("Another tier holds for what is read from now on."),
        )  # fmt: skip
        self.form.show_source(source)
        self.followed = self.form.add_box(
            self.tr("Follow it"), self.tr("Switched off, it is not asked; what it has given stays.")
        )
        self.followed.setChecked(source.enabled)
        self.muted = self.form.add_box(
            self.tr("Mute it"),
            self.tr("It is read and shown, but counts for nothing in telling you: a change only it speaks of brings no "
                    "notification, and its word confirms none."),
        )  # fmt: skip
        self.muted.setChecked(source.muted)
        self.login = LoginForm(around, testable=True)
        self.login.show_source(source)
        self.login.setVisible(source.adapter != "ll2")  # its token belongs to the settings
        self.login.tested.connect(self._test)
        self.login.entered.connect(self._keep)
        self.login.changed.connect(self._judge)
        self.login.disclose.toggled.connect(self._reveal)
        self.login.kind.currentIndexChanged.connect(self._reveal)
        self.fault = Text(around.theme, "", "body", "bad", wrap=True)
        self.fault.hide()
        self._lay_out()
        self.form.changed.connect(self._judge)
        self._judge()

    def _lay_out(self) -> None:
        theme, view = self._around.theme, self._view
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        self.save = buttons.button(QDialogButtonBox.StandardButton.Save)
        self.save.setText(self.tr("Save"))
        self.save.setProperty("look", "primary")
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        act = "remove" if view.shipped is None else "reset" if view.shipped != view.source else ""
        if act:
            text = self.tr("Remove") if act == "remove" else self.tr("As it was shipped")
            other = buttons.addButton(text, QDialogButtonBox.ButtonRole.ResetRole)
            other.setObjectName(act)
            other.setAutoDefault(False)
            other.clicked.connect(lambda: self._leave_for(act))
        buttons.accepted.connect(self._keep)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(Text(theme, view.source.name, "title", wrap=True))
        column.addWidget(Text(theme, view.source.url, "small", "muted", wrap=True))
        self._body = Column((0, 0, 6, 0), 12)
        self._body.column.addWidget(self.form)
        self._body.column.addWidget(self.login)
        self._body.column.addStretch(1)
        column.addWidget(self._body, 1)
        column.addWidget(self.fault)
        column.addWidget(buttons)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """As tall as what is shown, where the screen is; else it scrolls."""
        outer, inner = self.layout(), self._body.column
        if outer is None:
            return
        inner.activate()
        outer.activate()
        margins = outer.contentsMargins()
        wanted = inner.totalHeightForWidth(_WIDTH - margins.left() - margins.right())
        around = outer.totalHeightForWidth(_WIDTH) - self._body.sizeHint().height()
        self.resize(_WIDTH, min(wanted + around, round(self.screen().availableSize().height() * 0.9)))

    @Slot()
    def _reveal(self) -> None:
        """The login's fields have come or gone: make room, and bring them into sight where they scroll."""
        self._fit()
        if self.login.disclose.isChecked():
            QTimer.singleShot(0, self, lambda: self._body.verticalScrollBar().setValue(self.login.y()))

    def fields(self) -> dict[str, Any]:
        """What is entered and differs from the source as it is."""
        source, form, login = self._view.source, self.form, self.login.entry()
        entered = {
            "name": form.chosen_name(),
            "tier": form.chosen_tier().value,
            "interval_minutes": form.minutes(),
            "enabled": self.followed.isChecked(),
            "muted": self.muted.isChecked(),
            "auth": login.auth,
            "user": login.user,
            "user_agent": login.user_agent,
        }
        return {name: value for name, value in entered.items() if value != getattr(source, name)}

    @Slot()
    def _judge(self) -> None:
        self.save.setEnabled(bool(self.form.chosen_name()) and self.login.is_whole)

    @Slot()
    def _keep(self) -> None:
        fields, ident, secret = self.fields(), self._view.source.id, self.login.entry().secret
        if not self.save.isEnabled():
            return
        if not fields and not secret:
            self.accept()
            return
        self.save.setEnabled(False)
        desk = self._desk.source_desk

        def keep() -> tuple[Any, str]:
            where = desk.keep_secret(ident, secret) if secret else ""  # first: the change may have it asked for at once
            return desk.change(ident, fields) if fields else None, where

        self._around.asking.ask(keep, self._was_kept, self._failed, asker=self)

    def _was_kept(self, done: tuple[Any, str]) -> None:
        self.kept.emit(*done)
        self.accept()

    @Slot()
    def _test(self) -> None:
        desk, ident, entry = self._desk.source_desk, self._view.source.id, self.login.entry()
        self.login.test(lambda: desk.try_login(ident, entry))

    def _failed(self, words: str) -> None:
        self.fault.setText(words)
        self.fault.show()
        self.save.setEnabled(True)

    def _leave_for(self, act: str) -> None:
        self.act_asked.emit(act)
        self.accept()
