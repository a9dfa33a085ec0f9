"""Add a source: an address is looked at, what stands behind it is shown, then it is named and added."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tracker.sources import catalogue
from tracker.ui import source_words
from tracker.ui.around import Around
from tracker.ui.cards import Card, Column, line
from tracker.ui.desk import Desk
from tracker.ui.feed_preview_view import FeedPreviewView
from tracker.ui.labels import Text
from tracker.ui.login_form import LoginForm
from tracker.ui.source_form import SourceForm
from tracker.ui.trouble import told
from tracker.views import NO_LOGIN, FeedPreview, LoginEntry, NewSource
from tracker.webaddress import host, may_share_a_secret

_WITH_LOGIN = 760


class AddSourceDialog(QDialog):
    """`added` carries the new id, the NewSource and what the desk needs to take it back; `show_asked` an id followed already."""

    added = Signal(str, object, object)
    show_asked = Signal(str)

    def __init__(self, desk: Desk, around: Around, address: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._around = desk, around
        self._stop = Event()
        self._turn = 0
        self._found: FeedPreview | None = None
        self._suggested = ""
        self._login = NO_LOGIN  # the one that was looked with
        self.setWindowTitle(self.tr("Add a source"))
        self.address = QLineEdit(address)
        self.address.setMaxLength(2_000)
        self.address.setPlaceholderText(self.tr("https://site.example or the address of its feed"))
        self.address.setAccessibleName(self.tr("Address of a site or feed"))
        self.address.returnPressed.connect(self.look)
        self.look_button = QPushButton(self.tr("Look"))
        self.look_button.setAutoDefault(False)
        self.look_button.setAccessibleDescription(self.tr("Asks the address and shows what would be followed."))
        self.look_button.clicked.connect(self.look)
        self.preview = FeedPreviewView(desk, around)
        self.preview.feed_asked.connect(self._look_at)
        self.preview.show_asked.connect(self._show_known)
        self.form = SourceForm(around, least_minutes=catalogue.polite_minutes(""))
        self.form.changed.connect(self._judge)
        self.login = LoginForm(around, testable=False)
        self.login.entered.connect(self.look)
        self.login.disclose.toggled.connect(self._make_room)
        self.address.textChanged.connect(lambda text: self.login.set_address(_as_address(text)))
        self.login.set_address(_as_address(address))
        self.fault = Text(around.theme, "", "body", "bad", wrap=True)
        self.fault.hide()
        self._lay_out()
        self.form.name.returnPressed.connect(self.add.click)
        self._start_words()
        self._judge()
        if address:
            self.look()

    def _lay_out(self) -> None:
        theme = self._around.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(Text(theme, self.tr("Add a source"), "title"))
        row = line(self.address, self.look_button)
        row.setStretch(0, 1)
        column.addLayout(row)
        column.addWidget(self._make_busy())
        body = QHBoxLayout()
        body.setSpacing(16)
        card = Card(theme)
        card.column.setContentsMargins(2, 2, 2, 2)
        card.column.addWidget(self.preview)
        body.addWidget(card, 5)
        self._right = Column((0, 0, 6, 0), 12)
        self._right.column.addWidget(self.form)
        self._right.column.addWidget(self.login)
        self._right.column.addStretch(1)
        body.addWidget(self._right, 3)
        column.addLayout(body, 1)
        column.addWidget(self.fault)
        silent = self.tr("What a new source has already is read in silence: you are told only of what comes after.")
        column.addWidget(Text(theme, silent, "small", "muted", wrap=True))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.add = buttons.addButton(self.tr("Add source"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.add.setObjectName("addNow")
        self.add.setAutoDefault(False)
        self.add.setProperty("look", "primary")
        buttons.accepted.connect(self._add)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.resize(860, 580)

    @Slot(bool)
    def _make_room(self, on: bool) -> None:
        """For the login's fields, as far as the screen has it; else they scroll."""
        if on:
            most = round(self.screen().availableSize().height() * 0.9)
            self.resize(self.width(), max(self.height(), min(_WITH_LOGIN, most)))
            QTimer.singleShot(0, self, lambda: self._right.verticalScrollBar().setValue(self.login.y()))

    def _make_busy(self) -> QWidget:
        """What is being asked, and the way to give it up."""
        self.busy = QWidget()
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedSize(90, 8)
        self._asking = Text(self._around.theme, "", "body", "muted")
        self.give_up = QPushButton(self.tr("Stop"))
        self.give_up.setAutoDefault(False)
        self.give_up.setAccessibleName(self.tr("Stop looking"))
        self.give_up.clicked.connect(self.stop)
        bar.setAccessibleName(self.tr("Looking"))
        inner = line(bar, self._asking, None, self.give_up)
        self.busy.setLayout(inner)
        self.busy.hide()
        return self.busy

    # --- looking -----------------------------------------------------------------------------------------------------

    @Slot()
    def look(self) -> None:
        """Ask the address that is entered."""
        self._look_at(self.address.text().strip())

    def _look_at(self, address: str) -> None:
        self._stop.set()
        if not address:
            self._start_words()
            self.address.setFocus()
            return
        login = self._login_for(address)
        self._login = login
        self._turn += 1
        self._found = None
        self._stop = stop = Event()
        turn = self._turn
        self.busy.show()
        self.look_button.setEnabled(False)
        name = host(address if "://" in address else f"https://{address}") or address[:80]
        self._asking.setText(self.tr("Asking {host}…").format(host=name))
        self.preview.say(self.tr("Looking…"), "")
        self._say("")
        self._judge()
        self._around.asking.ask(
            lambda: self._desk.source_desk.look(address, stop, login),
            lambda found: self._show(turn, found),
            lambda words: self._failed(turn, words),
            asker=self,
        )

    def _login_for(self, address: str) -> LoginEntry:
        """What is entered, for the server that was typed only: a page may point to anybody's feed."""
        entered = self.login.entry()
        typed = _as_address(self.address.text())
        if not self.login.is_whole or not may_share_a_secret(typed, _as_address(address)):
            return LoginEntry(user_agent=entered.user_agent)
        return entered

    @Slot()
    def stop(self) -> None:
        """Give up looking."""
        self._stop.set()
        self._turn += 1
        self._over()
        self._start_words()

    def _over(self) -> None:
        self.busy.hide()
        self.look_button.setEnabled(True)

    def _failed(self, turn: int, words: str) -> None:
        if turn == self._turn:
            self._over()
            self.preview.say(self.tr("Nothing was found"), words)

    def _show(self, turn: int, found: FeedPreview) -> None:
        if turn != self._turn:
            return
        self._over()
        if found.trouble is not None or not found.url:
            self._show_trouble(found)
            return
        self._found = found
        self.preview.show_found(found)
        if self.form.name.text() in ("", self._suggested):  # a name that was typed stays
            self._suggested = (found.title or host(found.url))[: self.form.name.maxLength()]
            self.form.name.setText(self._suggested)
        self.form.set_least(catalogue.polite_minutes(found.url))
        self._judge()
        self.form.name.setFocus()

    def _show_trouble(self, found: FeedPreview) -> None:
        trouble, language = found.trouble, self._around.language
        if trouble is None:
            return
        title = told(trouble, language)
        words = [source_words.advice(trouble.code)]
        if trouble.code == "not-a-feed" and found.choices:
            title = self.tr("The page points to feeds, but none of them can be read")
        elif trouble.code == "not-a-feed":
            title = self.tr("This address is no feed, and the page points to none")
        if found.rejected:
            words.append(self.tr("We have looked at this one and left it out: {reason}.").format(reason=found.rejected))
        self.preview.say(title[:1].upper() + title[1:], "\n\n".join(w for w in words if w))
        if trouble.code in ("http-401", "login-refused", "bad-secret"):
            self.login.ask()
            return
        self.address.setFocus()
        self.address.selectAll()

    def _start_words(self) -> None:
        self.preview.say(
            self.tr("What would be followed"),
            self.tr("Paste the address of a site or of its feed (RSS, Atom or JSON Feed). Its newest entries appear here, "
                    "with what would be read of them."),
        )  # fmt: skip

    # --- adding ------------------------------------------------------------------------------------------------------

    @Slot()
    def _judge(self) -> None:
        """Whether it can be added as it is now."""
        found = self._found
        self.form.setEnabled(found is not None)
        self.add.setEnabled(found is not None and not found.followed and bool(self.form.chosen_name()))
        self.add.setText(self.tr("Add all the same") if found is not None and found.rejected else self.tr("Add source"))

    @Slot()
    def _add(self) -> None:
        found = self._found
        if found is None:
            return
        feed = NewSource(
            self.form.chosen_name(), found.url, self.form.chosen_tier(), self.form.minutes(), login=self._login
        )
        self.add.setEnabled(False)

        def kept(written: tuple[tuple[str, ...], object]) -> None:
            self.added.emit(written[0][0], feed, written[1])
            self.accept()

        self._around.asking.ask(lambda: self._desk.source_desk.add([feed]), kept, self._not_added, asker=self)

    def _not_added(self, words: str) -> None:
        self._say(words)
        self._judge()

    def _show_known(self, source: str) -> None:
        self.show_asked.emit(source)
        self.reject()

    def _say(self, words: str) -> None:
        self.fault.setText(words)
        self.fault.setVisible(bool(words))

    def done(self, result: int) -> None:
        """Closed in whatever way: nothing is asked for any more."""
        self._stop.set()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._stop.set()
        super().closeEvent(event)

    def keyPressEvent(self, event: object) -> None:
        """Escape gives up looking first, then closes."""
        if getattr(event, "key", lambda: 0)() == Qt.Key.Key_Escape and self.busy.isVisible():
            self.stop()
            return
        super().keyPressEvent(event)  # type: ignore[arg-type]


def _as_address(typed: str) -> str:
    """As the desk understands what is typed: without a scheme it means https."""
    text = typed.strip()
    return text if "://" in text or not text else f"https://{text}"
