"""The card of the way out: the proxy, and the tokens and passwords that only the system's keyring keeps."""

from __future__ import annotations

from urllib.parse import quote

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from tracker.proxy import NONE, SYSTEM, parse
from tracker.ui.around import Around
from tracker.ui.cards import clear
from tracker.ui.care import Caretaker, Outcome, SecretsView
from tracker.ui.choices import Choices
from tracker.ui.secret_row import SecretRow
from tracker.ui.settings_card import Option, SettingsCard, choose_quietly, rest, steady

LAUNCH_LIBRARY = "launch-library"
"""The name of the secret that the settings know of: whether there is one, never what it is."""


class ProxyCard(SettingsCard):
    """The address of the proxy is a setting; its password is among the secrets."""

    def __init__(self, around: Around, choices: Choices, caretaker: Caretaker) -> None:
        super().__init__(around)
        self._choices, self._caretaker = choices, caretaker
        self.head(self.tr("Proxy"))
        options = (
            Option(SYSTEM, self.tr("As the system")),
            Option(NONE, self.tr("None")),
            Option("manual", self.tr("This one:")),
        )
        self.group = self.choice("proxy", self.title, options, self._mode(), self._choose, beside=True)
        self._fields()
        self.test = self.button("testProxy", self.tr("Test the connection"), self._send_test)
        self.row(self.test, None)
        self._words = self.note()
        self._words.hide()
        choices.changed.connect(self._show)
        self._show()

    def _fields(self) -> None:
        self.kind = QComboBox()
        self.kind.setObjectName("proxyKind")
        self.kind.setAccessibleName(self.tr("Kind of proxy"))
        self.kind.setAccessibleDescription(self.kind.accessibleName())  # a reader names a choice on Linux by its value
        self.kind.addItem("HTTP", "http")
        self.kind.addItem("SOCKS5", "socks5")
        self.kind.setMaximumWidth(160)
        steady(self.kind)
        self.host, self.port, self.user = QLineEdit(), QLineEdit(), QLineEdit()
        spoken = (self.tr("Proxy host"), self.tr("Proxy port"), self.tr("Proxy user"))
        for field, name, words in zip((self.host, self.port, self.user), ("Host", "Port", "User"), spoken, strict=True):
            field.setObjectName(f"proxy{name}")
            field.setAccessibleName(words)
            field.editingFinished.connect(self._enter)
        self.host.setPlaceholderText("proxy.example.org")
        self.port.setPlaceholderText("8080")
        self.port.setMaximumWidth(110)
        self.user.setPlaceholderText(self.tr("only where it asks for one"))
        self.kind.currentIndexChanged.connect(self._enter)
        self._manual = QWidget()
        form = QFormLayout(self._manual)
        form.setContentsMargins(0, 4, 0, 4)
        form.setHorizontalSpacing(14)
        form.addRow(self.tr("Kind"), self.kind)
        form.addRow(self.tr("Host"), self.host)
        form.addRow(self.tr("Port"), self.port)
        form.addRow(self.tr("User"), self.user)
        self.column.addWidget(self._manual)

    def _mode(self) -> str:
        proxy = self._choices.value.proxy
        return proxy if proxy in (SYSTEM, NONE) else "manual"

    def _choose(self, mode: str) -> None:
        self._manual.setVisible(mode == "manual")
        self._words.hide()
        if mode == "manual":
            self._enter()
            self.host.setFocus()
        else:
            self._choices.change(proxy=mode)

    def address(self) -> str:
        """What stands in the fields, as the setting wants it; empty while no host is entered."""
        host, port, user = self.host.text().strip(), self.port.text().strip(), self.user.text().strip()
        if not host:
            return ""
        host = f"[{host}]" if ":" in host and not host.startswith("[") else host
        return f"{self.kind.currentData()}://{quote(user, safe='') + '@' if user else ''}{host}{':' + port if port else ''}"

    def _enter(self) -> None:
        address = self.address()
        if not address:
            self._say(self.tr("Enter the proxy's host; until then it stays as it was."), "muted")
            return
        try:
            parse(address)
        except ValueError:
            self._say(self.tr("This is no proxy that can be used: host and port, a number from 1 to 65535."), "bad")
            return
        self._words.hide()
        self._choices.change(proxy=address)

    def _send_test(self) -> None:
        wake = rest(self.test)
        self._say(self.tr("Asking…"), "muted")

        def came(outcome: Outcome) -> None:
            wake()
            self._say(outcome.words, "good" if outcome.fine else "bad")

        self.around.asking.ask(self._caretaker.test_proxy, came, lambda why: came(Outcome(False, why)), asker=self)

    def _say(self, text: str, tone: str) -> None:
        self._words.set_tone(tone)
        self._words.setText(text)
        self._words.show()

    def _show(self) -> None:
        mode = self._mode()
        choose_quietly(self.group, "proxy", mode)
        self._manual.setVisible(mode == "manual")
        if mode == "manual" and self.address() != self._choices.value.proxy:
            proxy = parse(self._choices.value.proxy)
            for field, text in ((self.host, proxy.host), (self.port, str(proxy.port)), (self.user, proxy.user)):
                field.setText(text)
            self.kind.blockSignals(True)
            self.kind.setCurrentIndex(self.kind.findData(proxy.scheme))
            self.kind.blockSignals(False)


class SecretsCard(SettingsCard):
    """Each secret can be entered, replaced, tested and forgotten; it is never shown."""

    def __init__(self, around: Around, choices: Choices, caretaker: Caretaker) -> None:
        super().__init__(around)
        self._choices, self._caretaker = choices, caretaker
        self.head(self.tr("Tokens and passwords"))
        self.note(
            self.tr(
                "Kept in the system's keyring only: in no file, log, export or back-up. Nothing here is needed to start."
            )
        )
        self._trouble = self.note(tone="warn")
        self._trouble.hide()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self.column.addLayout(self._rows)
        self.rows: dict[str, SecretRow] = {}
        self._waiting = self.note(self.tr("Looking into the keyring…"))
        self._proxy = choices.value.proxy
        choices.changed.connect(self._follow_proxy)

    def reload(self) -> None:
        """Ask the keyring what it holds."""
        self.around.asking.ask(self._caretaker.secrets, self._show, self._failed, asker=self)

    def _show(self, view: SecretsView) -> None:
        self._waiting.hide()
        self._trouble.setVisible(bool(view.trouble))
        if view.trouble:
            asked = self.tr(
                "What you enter is then kept until the program ends, and asked for again at the next start."
            )
            self._trouble.setText(f"{self._why(view.trouble)} {asked}")
        if [s.name for s in view.secrets] != list(self.rows):
            clear(self._rows)
            self.rows = {s.name: SecretRow(self.around, self._caretaker, s) for s in view.secrets}
            for row in self.rows.values():
                row.moved.connect(self._moved)
                self._rows.addWidget(row)
        for secret in view.secrets:
            self.rows[secret.name].show_secret(secret)

    def _follow_proxy(self) -> None:
        """A proxy with a user wants a password."""
        if self._choices.value.proxy != self._proxy:
            self._proxy = self._choices.value.proxy
            self.reload()

    def _moved(self, name: str, kept: bool) -> None:
        if name == LAUNCH_LIBRARY:
            self._choices.change(launch_library_token=kept)
        self.reload()

    def _why(self, trouble: str) -> str:
        if trouble == "no-keyring":
            return self.tr("This system has no keyring.")
        if trouble == "locked":
            return self.tr("The keyring is locked; unlock it in the system's own program for passwords.")
        return self.tr("The keyring does not answer; it may be locked.")

    def _failed(self, why: str) -> None:
        self._waiting.hide()
        self._trouble.setText(why)
        self._trouble.show()
