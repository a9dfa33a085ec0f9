"""How a source is let in: nothing, a user name and password, or a token; and the name it is asked under. Behind one quiet
button, for most feeds need nothing. A secret that is kept is never shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from tracker.model import Source
from tracker.sources import address
from tracker.ui.around import Around
from tracker.ui.cards import line
from tracker.ui.care import Outcome
from tracker.ui.labels import Text
from tracker.views import LoginEntry

_FIELDS = {"": (False, False), "basic": (True, True), "bearer": (False, True), "token": (False, True)}
"""For each kind: whether it has a user name, a secret."""

Work = Callable[[], Outcome]


class LoginForm(QWidget):
    """`changed` is emitted with every key and choice, `entered` when Enter is pressed in the secret, `tested` when the
    button is: who shows the form answers with `test`."""

    changed = Signal()
    entered = Signal()
    tested = Signal()

    def __init__(self, around: Around, *, testable: bool) -> None:
        super().__init__()
        self._around, self._url, self._kept = around, "", ""
        self.disclose = QPushButton()
        self.disclose.setObjectName("needsLogin")
        self.disclose.setProperty("look", "quiet")
        self.disclose.setCheckable(True)
        self.disclose.setAutoDefault(False)
        self.disclose.setAccessibleName(self.tr("Needs a login"))
        self.disclose.toggled.connect(self._unfold)
        self.kind = QComboBox()
        for auth in ("", "basic", "bearer"):
            self.kind.addItem(self._name(auth), auth)
        self.kind.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.user, self.secret, self.agent = QLineEdit(), QLineEdit(), QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.returnPressed.connect(self.entered)
        self.agent.setPlaceholderText(self.tr("This program's own"))
        self.agent.setMaxLength(200)
        self.test_button = QPushButton(self.tr("Test"))
        self.test_button.setObjectName("testLogin")
        self.test_button.setAutoDefault(False)
        self.test_button.setAccessibleName(self.tr("Test the login"))
        self.test_button.clicked.connect(self.tested)
        self._words = Text(around.theme, "", "small", "muted", wrap=True)
        self._testable = testable
        self._lay_out()
        self.kind.currentIndexChanged.connect(self._moved)
        for field in (self.user, self.secret, self.agent):
            field.textChanged.connect(self._moved)
        self._unfold(on=False)
        self._moved()

    def _lay_out(self) -> None:
        theme = self._around.theme
        self._inner = QWidget()
        self.form = QFormLayout(self._inner)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setVerticalSpacing(8)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._warning = Text(theme, "", "small", "warn", wrap=True)
        self._note = Text(
            theme, self.tr("The secret is kept in the system's keyring only: in no file, log, export or back-up."),
            "small", "muted", wrap=True,
        )  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line(self.disclose, None))
        column.addWidget(self._inner)
        self._add("loginKind", self.tr("Kind of login"), self.kind)
        self._add("loginUser", self.tr("User name"), self.user)
        self._add("loginSecret", self.tr("Password or token"), self.secret)
        self.form.addRow(self._warning)
        self.form.addRow(self._note)
        self._add("loginAgent", self.tr("Name to ask under (User-Agent)"), self.agent)
        row = line(self.test_button, self._words)
        row.setStretch(1, 1)
        self.form.addRow(row)

    def _add(self, name: str, words: str, field: QWidget) -> None:
        field.setObjectName(name)
        field.setAccessibleName(words)
        label = Text(self._around.theme, words, "small", "muted")
        label.setBuddy(field)
        self.form.addRow(label, field)

    def show_source(self, source: Source) -> None:
        """Fill the fields from a source; its secret stays where it is."""
        self._kept = source.auth
        if self.kind.findData(source.auth) < 0:  # chosen in the file
            self.kind.addItem(self._name(source.auth), source.auth)
        self.kind.setCurrentIndex(self.kind.findData(source.auth))
        self.user.setText(source.user)
        self.agent.setText(source.user_agent)
        self.set_address(source.url)
        if source.auth or source.user_agent:
            self.open()

    def set_address(self, url: str) -> None:
        """To which address the login would be sent."""
        self._url = url
        self._moved()

    def open(self) -> None:
        """Unfold it."""
        self.disclose.setChecked(True)

    def ask(self) -> None:
        """A server wants a login: unfold it, ready for one to be entered."""
        self.open()
        if not self.kind.currentData():
            self.kind.setCurrentIndex(self.kind.findData("basic"))
        (self.user if self.user.isVisibleTo(self) and not self.user.text() else self.secret).setFocus()

    def entry(self) -> LoginEntry:
        """What is entered."""
        auth = self.kind.currentData()
        has_user, has_secret = _FIELDS[auth]
        return LoginEntry(
            auth, self.user.text().strip() if has_user else "", self.secret.text().strip() if has_secret else "",
            self.agent.text().strip(),
        )  # fmt: skip

    @property
    def is_whole(self) -> bool:
        """False while something is missing, or where the login must not be sent."""
        entry = self.entry()
        if not entry.auth:
            return True
        whole = bool(entry.secret or self._kept == entry.auth) and bool(entry.user or entry.auth != "basic")
        return whole and address.may_be_let_in(self._url)

    def test(self, work: Work) -> None:
        """Run a test beside the main thread; its outcome is told here in words."""
        self.test_button.setEnabled(False)
        self._say(self.tr("Asking…"), "muted")
        self._around.asking.ask(work, self._came, lambda why: self._came(Outcome(fine=False, words=why)), asker=self)

    def _came(self, outcome: Outcome) -> None:
        self.test_button.setEnabled(self.is_whole)
        self._say(outcome.words, "good" if outcome.fine else "bad")

    def _say(self, words: str, tone: str) -> None:
        self._words.set_tone(tone)
        self._words.setText(words)

    @Slot(bool)
    def _unfold(self, on: bool) -> None:
        self.disclose.setText(f"{'▾' if on else '▸'} {self.disclose.accessibleName()}")
        self._inner.setVisible(on)

    @Slot()
    def _moved(self) -> None:
        """Show the fields of the kind that is chosen."""
        auth = self.kind.currentData()
        has_user, has_secret = _FIELDS[auth]
        self.form.setRowVisible(self.user, has_user)
        self.form.setRowVisible(self.secret, has_secret)
        self.form.setRowVisible(self._note, has_secret)
        self.secret.setPlaceholderText(
            self.tr("Enter another to replace it") if self._kept == auth else self.tr("Enter it here")
        )
        open_to_all = bool(auth) and self._url.lower().startswith("http:")
        self._warning.setVisible(open_to_all)
        if open_to_all:
            self._warn()
        self.test_button.setVisible(self._testable and bool(auth or self.agent.text().strip()))
        self.test_button.setEnabled(self.is_whole)
        self._say("", "muted")
        self.changed.emit()

    def _warn(self) -> None:
        if address.may_be_let_in(self._url):
            words = self.tr("The login would be sent unencrypted: anybody on the way can read it.")
        else:
            words = self.tr("The login would be sent unencrypted through the open internet. Use the https:// address.")
        self._warning.set_tone("warn" if address.may_be_let_in(self._url) else "bad")
        self._warning.setText(words)

    def _name(self, auth: str) -> str:
        return {
            "": self.tr("No login"),
            "basic": self.tr("User name and password"),
            "bearer": self.tr("Token (Bearer)"),
        }.get(auth, self.tr("Token (as in the file)"))
