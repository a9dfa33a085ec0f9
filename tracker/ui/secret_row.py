"""One secret on the Settings page: what it is for, where it is kept, and what can be done with it. Never the secret."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from tracker.ui.around import Around
from tracker.ui.cards import line
from tracker.ui.care import Caretaker, Outcome, SecretView
from tracker.ui.labels import Text


class SecretRow(QWidget):
    """`moved`: the secret of this name was kept (True) or forgotten."""

    moved = Signal(str, bool)

    def __init__(self, around: Around, caretaker: Caretaker, secret: SecretView) -> None:
        super().__init__()
        self._around, self._caretaker, self._secret = around, caretaker, secret
        name = self._name(secret)
        self.field = QLineEdit()
        self.field.setObjectName(f"secret-{secret.name}")
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(name)
        self.field.returnPressed.connect(self._keep)
        self.keep = self._button("keep", self.tr("Keep"), self._keep)
        self.test = self._button("test", self.tr("Test"), self._test)
        self.forget = self._button("forget", self.tr("Delete"), self._forget)
        for button in (self.keep, self.test, self.forget):
            button.setAccessibleName(f"{button.text()}: {name}")
        self.field.textChanged.connect(lambda text: self.keep.setEnabled(bool(text.strip())))
        self.keep.setEnabled(False)
        self._state = Text(around.theme, "", "small", "muted")
        self._words = Text(around.theme, "", "small", "muted", wrap=True)
        self._words.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line(Text(around.theme, name), None, self._state))
        row = line(self.field, self.keep, self.test, self.forget)
        row.setStretch(0, 1)
        column.addLayout(row)
        column.addWidget(self._words)
        self.show_secret(secret)

    def show_secret(self, secret: SecretView) -> None:
        """Where it is kept now."""
        self._secret = secret
        where = {
            "keyring": self.tr("kept in the keyring"),
            "memory": self.tr("kept until the program ends"),
            "": self.tr("not entered"),
        }
        self._state.setText(where.get(secret.kept, ""))
        self._state.set_tone("good" if secret.kept == "keyring" else "warn" if secret.kept else "muted")
        self.field.setPlaceholderText(
            self.tr("Enter another to replace it") if secret.kept else self.tr("Enter it here")
        )
        if not secret.kept and self.window().focusWidget() in (self.test, self.forget):
            self.field.setFocus()
        self.test.setEnabled(bool(secret.kept))
        self.forget.setEnabled(bool(secret.kept))

    def _name(self, secret: SecretView) -> str:
        if secret.kind == "token":
            return self.tr("Launch Library token")
        if secret.kind == "proxy":
            return self.tr("Password of the proxy")
        return self.tr("Login of {source}").format(source=secret.title)

    def _button(self, name: str, words: str, press: object) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(f"{name}-{self._secret.name}")
        button.clicked.connect(press)
        return button

    # --- doing ----------------------------------------------------------------------------------------------------

    def _keep(self) -> None:
        value = self.field.text().strip()
        if not value:
            return
        if self.window().focusWidget() is self.keep:
            self.field.setFocus()  # the button rests now
        self.field.clear()
        care, name = self._caretaker, self._secret.name
        self._say(self.tr("Handing it to the keyring…"), "muted")
        self._around.asking.ask(lambda: care.put_secret(name, value), self._kept, self._failed, asker=self)

    def _kept(self, where: str) -> None:
        if where == "keyring":
            self._say(self.tr("Kept in the keyring."), "good")
        else:
            self._say(self.tr("No keyring took it: it is kept until the program ends."), "warn")
        self.moved.emit(self._secret.name, True)

    def _forget(self) -> None:
        care, name = self._caretaker, self._secret.name
        self._around.asking.ask(lambda: care.remove_secret(name), self._gone, self._failed, asker=self)

    def _gone(self, _: object) -> None:
        self._say(self.tr("Deleted."), "muted")
        self.moved.emit(self._secret.name, False)

    def _test(self) -> None:
        care, name = self._caretaker, self._secret.name
        self._say(self.tr("Asking…"), "muted")
        self._around.asking.ask(lambda: care.test_secret(name), self._tested, self._failed, asker=self)

    def _tested(self, outcome: Outcome) -> None:
        self._say(outcome.words, "good" if outcome.fine else "bad")

    def _failed(self, why: str) -> None:
        self._say(why, "bad")

    def _say(self, text: str, tone: str) -> None:
        self._words.set_tone(tone)
        self._words.setText(text)
        self._words.show()
