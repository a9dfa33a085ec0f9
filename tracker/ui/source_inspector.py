"""A source in the inspector's place: how it is in words, what it gives, and everything that can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from tracker.sources import health
from tracker.ui import source_words, words
from tracker.ui.around import Around
from tracker.ui.cards import Column, Empty, clear, line
from tracker.ui.labels import Pill, Text
from tracker.ui.source_past import past_words
from tracker.ui.web_link import web_link
from tracker.views import SourceView


class SourceInspector(QWidget):
    """`check_asked` carries a source id, `act_asked` an act (source_acts.py) and a source id, `closed` asks to be put away."""

    check_asked = Signal(str)
    act_asked = Signal(str, str)
    closed = Signal()

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Source"))
        self._around = around
        self.fixed = False
        """True where nothing can be changed (the demo's sources)."""
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scrolled = Column((16, 14, 16, 16), 3)
        self._empty = Empty(
            around.theme, self.tr("No source chosen"), self.tr("Choose one to see how it is and what it has given.")
        )
        outer.addWidget(self._empty)
        outer.addWidget(self._scrolled)
        self._scrolled.hide()

    def show_nothing(self) -> None:
        """No source is chosen (any more)."""
        self._scrolled.hide()
        self._empty.show()

    def show_source(self, view: SourceView) -> None:
        """Show how a source is, when it is asked, where it is, what it has given. A focused button keeps the focus."""
        focus = self.window().focusWidget()
        focused = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""
        self._empty.hide()
        self._scrolled.show()
        clear(self._scrolled.column)
        self._head(view)
        self._health(view)
        self._facts(view)
        self._scrolled.column.addSpacing(12)
        for buttons in self._buttons(view):
            self._scrolled.column.addLayout(line(*buttons, None))
            self._scrolled.column.addSpacing(4)
        self._past(view)
        self._scrolled.column.addStretch(1)
        again = self.findChild(QPushButton, focused) if focused else None
        if again is not None:
            again.setFocus()

    def _head(self, view: SourceView) -> None:
        theme, column = self._around.theme, self._scrolled.column
        close = QPushButton("✕")
        close.setObjectName("closeInspector")
        close.setProperty("look", "quiet")
        close.setAccessibleName(self.tr("Close the inspector"))
        close.clicked.connect(self.closed)
        row = line(Text(theme, view.source.name, "title", wrap=True), close)
        row.setStretch(0, 1)
        row.setAlignment(close, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addSpacing(2)
        pills: list[QWidget | None] = [
            Pill(theme, source_words.pill(view), words.HEALTH_TONES.get(view.health, "muted"))
        ]
        if view.source.muted:
            pills.append(Pill(theme, self.tr("Muted"), "warn"))
        column.addLayout(line(*pills, None))

    def _health(self, view: SourceView) -> None:
        now, language = self._around.now(), self._around.language
        if view.health in ("failing", "stale"):
            wrong = words.health(view, now, language)
            told = [self.tr("{words}.").format(words=wrong[:1].upper() + wrong[1:])]
            if view.health == "failing":
                told.append(self.tr("Nothing is lost: the next good answer is read from where it stopped."))
            else:
                told.append(self.tr("The server answers, but has had nothing new for long: the feed may have moved."))
            self._part(self.tr("What is wrong"), source_words.joined(told, language))
        elif view.is_offered:
            self._part(
                self.tr("Offered"), self.tr("Comes with the program, but is not followed until you switch it on.")
            )
        elif source_words.is_closed(view):
            self._part(
                self.tr("What is wrong"),
                self.tr("The source was closed for good (410). Everything it brought is kept."),
            )
        remarks = health.remarks(view.source, view.state, language)
        if remarks:
            self._part(self.tr("Worth knowing"), source_words.joined(remarks, language))
        if view.source.muted:
            self._part(
                self.tr("Muted"), self.tr("What it says is kept and shown, but counts for nothing in telling you.")
            )

    def _facts(self, view: SourceView) -> None:
        now, language = self._around.now(), self._around.language
        state, source = view.state, view.source
        checks = [source_words.every(source.interval_minutes), self.tr("one request at a time")]
        if view.requests_left is not None:
            checks.append(source_words.requests_left(view.requests_left))
        self._part(self.tr("Checks"), " · ".join(checks))
        if view.health != "off":
            self._part(self.tr("Next check"), words.until(state.next_due_at, now) or self.tr("within a minute"))
        good = words.clock(state.last_success_at, now, language)
        self._part(self.tr("Last good answer"), good or self.tr("none yet"))
        newest = words.ago(state.newest_item_at, now)
        if newest:
            self._part(self.tr("Newest item"), newest)
        self._part(self.tr("Tier"), source_words.tier_name(source.tier, language))
        self._address(view)
        given = (words.items(view.items), words.claims(view.claims), words.changes(view.changes))
        self._part(self.tr("Has given"), " · ".join(given))

    def _address(self, view: SourceView) -> None:
        theme, link = self._around.theme, web_link(self._around, view.source.url)
        if link is None:
            return
        self._heading(self.tr("Address"))
        mark = (
            Text(theme, source_words.open_mark(), "small", "warn")
            if health.is_open_to_all(view.source, view.state)
            else None
        )
        self._scrolled.column.addLayout(line(link, *([mark] if mark else []), None))

    def _buttons(self, view: SourceView) -> list[list[QWidget | None]]:
        check = QPushButton(self.tr("Check now"))
        check.setObjectName("checkSource")
        check.clicked.connect(lambda: self.check_asked.emit(view.source.id))
        if self.fixed:
            return [[check]] if view.health != "off" else []
        edit = self._button(view, "edit", self.tr("Edit…"))
        if not view.source.enabled:
            on = self._button(view, "resume", self.tr("Switch on") if view.is_offered else self.tr("Resume"))
            on.setProperty("look", "primary")
            first: list[QWidget | None] = [on, edit]
        else:
            first = [*([] if view.health == "off" else [check]), self._button(view, "pause", self.tr("Pause")), edit]
        mute = ("unmute", self.tr("Unmute")) if view.source.muted else ("mute", self.tr("Mute"))
        second: list[QWidget | None] = [self._button(view, *mute)]
        if view.shipped is None:
            second.append(self._button(view, "remove", self.tr("Remove")))
        elif view.shipped != view.source:
            second.append(self._button(view, "reset", self.tr("As it was shipped")))
        return [first, second]

    def _past(self, view: SourceView) -> None:
        """The archive of a source: how far it has been fetched, and the button that goes on or stops."""
        past = view.backfill
        if past is None or not view.source.enabled:
            return
        told = past_words(past, self._around.language)
        if told:
            self._part(self.tr("Older news"), told)
        if past.is_open:
            button = self._button(view, "stop-past", self.tr("Stop"))
            button.setAccessibleName(self.tr("Stop fetching older news"))
        elif past.state == "done":
            return
        else:
            again = past.state in ("cancelled", "failed")
            button = self._button(view, "past", self.tr("Go on") if again else self.tr("Fetch older news"))
            if again:
                button.setAccessibleName(self.tr("Go on fetching older news"))
        self._scrolled.column.addSpacing(4)
        self._scrolled.column.addLayout(line(button, None))

    def _button(self, view: SourceView, act: str, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(f"{act}Source")
        button.clicked.connect(lambda: self.act_asked.emit(act, view.source.id))
        return button

    def _heading(self, text: str) -> None:
        self._scrolled.column.addSpacing(10)
        self._scrolled.column.addWidget(Text(self._around.theme, text, "small", "muted"))

    def _part(self, heading: str, text: str) -> None:
        self._heading(heading)
        self._scrolled.column.addWidget(Text(self._around.theme, text, "body", wrap=True))
