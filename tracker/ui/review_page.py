"""The Review page: what the gate kept aside, each with the reason and its words; Accept or Reject."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStackedLayout, QVBoxLayout, QWidget

from tracker import wording
from tracker.model import Decision, Verdict
from tracker.ui import words
from tracker.ui.around import Around
from tracker.ui.cards import Card, Column, Empty, clear, line
from tracker.ui.desk import Desk
from tracker.ui.excerpt import excerpt
from tracker.ui.labels import Text
from tracker.ui.marked_text import Mark, MarkedText
from tracker.ui.web_link import web_link
from tracker.views import HeldView

_MOST: Final = 60
"""More cards than anybody reads at once are not built."""


class ReviewPage(QWidget):
    """`decided` carries the decision and the words for the message, `milestone_chosen` mission and milestone."""

    decided = Signal(object, str)
    milestone_chosen = Signal(str, str)

    def __init__(self, desk: Desk, around: Around) -> None:
        super().__init__()
        self.setObjectName("page")
        self._desk, self._around = desk, around
        self._shown: tuple[HeldView, ...] | None = None
        self.cards: list[QWidget] = []
        self._column = Column()
        self._empty = Empty(
            around.theme,
            self.tr("Nothing waits"),
            self.tr("What is not plausible by itself, a landing before its launch or a jump of more than two years, is kept "
                    "aside and waits here for your word."),
        )  # fmt: skip
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._column)
        self._stack.addWidget(self._empty)

    def reload(self) -> None:
        """Read what waits again."""
        held = tuple(self._desk.held()[:_MOST])
        if held == self._shown:
            return
        self._shown = held
        clear(self._column.column)
        self.cards = [self._card(view) for view in held]
        if held:
            intro = self.tr("These claims were kept aside because they are not plausible by themselves.")
            self._column.column.addWidget(Text(self._around.theme, intro, "body", "muted", wrap=True))
        for card in self.cards:
            self._column.column.addWidget(card)
        self._column.column.addStretch(1)
        if not held and self.isAncestorOf(self.window().focusWidget() or self):
            self.setFocus()  # what had it goes
        self._stack.setCurrentIndex(0 if held else 1)

    def _card(self, view: HeldView) -> QWidget:
        theme, language = self._around.theme, self._around.language
        mission = next((m for m in self._desk.missions if m.id == view.held.mission), None)
        name = mission.name(language) if mission else view.held.mission
        title = f"{name} · {wording.milestone(view.held.milestone, language)} · {words.claimed(view.proof.status, view.proof.when, language)}"
        card = Card(theme, side=mission.side if mission else "")
        card.setObjectName(f"held-{view.held.testimony}")
        head = Text(theme, title, "heading", wrap=True)
        card.column.addWidget(head)
        card.column.addWidget(Text(theme, wording.reason(view.held.reason, language), "body", "warn", wrap=True))
        quote = MarkedText(theme, look="quote", line_height=125)
        shown, start, end = excerpt(view.proof, 400)
        quote.show_text(shown, [Mark(start, end)])
        quote.setAccessibleName(self.tr("Quoted words: {words}").format(words=shown[start:end]))
        card.column.addWidget(quote)
        who = (
            words.outlet(view.proof.outlet),
            wording.tier(view.proof.tier, language),
            wording.calendar_day(view.proof.said_on, language),
        )
        card.column.addWidget(Text(theme, " · ".join(p for p in who if p), "small", "muted", wrap=True))
        card.column.addSpacing(4)
        card.column.addLayout(self._buttons(view, title))
        return card

    def _buttons(self, view: HeldView, title: str) -> QVBoxLayout:
        accept, reject = QPushButton(self.tr("Accept")), QPushButton(self.tr("Reject"))
        accept.setObjectName("accept")
        reject.setObjectName("reject")
        accept.setAccessibleName(self.tr("Accept: {what}").format(what=title))
        reject.setAccessibleName(self.tr("Reject: {what}").format(what=title))
        accept.clicked.connect(lambda: self._decide(view, Verdict.ACCEPT, title))
        reject.clicked.connect(lambda: self._decide(view, Verdict.REJECT, title))
        shown = QPushButton(self.tr("Show milestone"))
        shown.setProperty("look", "quiet")
        shown.clicked.connect(lambda: self.milestone_chosen.emit(view.held.mission, view.held.milestone))
        buttons: list[QWidget | None] = [accept, reject, shown]
        buttons += [None, link] if (link := web_link(self._around, view.proof.url)) is not None else [None]
        column = QVBoxLayout()
        column.addLayout(line(*buttons))
        return column

    def _decide(self, view: HeldView, verdict: Verdict, title: str) -> None:
        held = view.held
        decision = Decision(
            self._desk.new_decision_id(), self._around.now(), verdict, held.testimony, held.mission, held.milestone,
            words.claimed_position(view.proof.status, view.proof.when),
        )  # fmt: skip
        self._desk.decide(decision)
        told = self.tr("Accepted: {what}") if verdict is Verdict.ACCEPT else self.tr("Rejected: {what}")
        self.decided.emit(decision, told.format(what=title))
