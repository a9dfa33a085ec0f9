"""The inspector: one milestone now, and how we know. Every change with the words that prove it, highlighted.

"Not true" writes a decision at once and offers Undo instead of asking "are you sure".
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from tracker import wording
from tracker.model import Decision, Position, Standing, Verdict
from tracker.ui import words
from tracker.ui.alert_rule import AlertRule
from tracker.ui.around import Around
from tracker.ui.cards import Column, Empty, clear, line
from tracker.ui.change_block import ChangeBlock
from tracker.ui.change_chain import ChangeChain
from tracker.ui.choices import Choices
from tracker.ui.desk import Desk
from tracker.ui.flow import Flow
from tracker.ui.labels import Pill, Text
from tracker.ui.link import Link
from tracker.views import ChangeView, Story


class Inspector(QWidget):
    """`article_asked` carries an item id, `closed` asks to be put away, `decided` tells what was written, `changed` carries
    the words of another choice and who takes it back."""

    article_asked = Signal(str)
    closed = Signal()
    review_asked = Signal()
    decided = Signal(object, str)
    changed = Signal(str, object)

    def __init__(self, desk: Desk, around: Around, choices: Choices) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Inspector"))
        self._desk, self._around, self._choices = desk, around, choices
        self._story: Story | None = None
        self._change = ""
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._empty = Empty(
            around.theme,
            self.tr("Nothing selected"),
            self.tr("Choose a milestone or a change to see where it stands and the words that prove it."),
        )
        self._scrolled = Column((16, 14, 14, 16), 6)
        outer.addWidget(self._empty)
        outer.addWidget(self._scrolled)
        self._scrolled.hide()

    @property
    def key(self) -> tuple[str, str] | None:
        """Mission and milestone it shows."""
        return (self._story.mission.id, self._story.milestone) if self._story else None

    @property
    def change(self) -> str:
        """The id of the change the person came for, empty where they came for the milestone."""
        return self._change

    def show_story(self, story: Story, change: str = "") -> None:
        """Show a milestone; with a change id, that change's words are the ones to look at."""
        if story == self._story and change == self._change:
            return
        self._story, self._change = story, change
        self._empty.hide()
        self._scrolled.show()
        column = self._scrolled.column
        clear(column)
        self._head(story)
        self._how_we_know(story)
        self._actions()
        self._decided(story)
        self._alerts(story)
        column.addStretch(1)
        self._scrolled.verticalScrollBar().setValue(0)

    # --- parts --------------------------------------------------------------------------------------------------

    def _head(self, story: Story) -> None:
        theme, language = self._around.theme, self._around.language
        column = self._scrolled.column
        heading = Text(theme, self._title(story), "title", wrap=True)
        close = QPushButton("✕")
        close.setProperty("look", "quiet")
        close.setAccessibleName(self.tr("Close the inspector"))
        close.setToolTip(self.tr("Close (Escape)"))
        close.clicked.connect(self.closed)
        row = line(heading, close)
        row.setStretch(0, 1)
        row.setAlignment(close, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(Text(theme, self.tr("Now"), "small", "muted"))
        state = story.state
        if state is None:
            column.addWidget(Text(theme, self.tr("nothing is known on this day"), "strong", wrap=True))
            return
        now = Text(theme, wording.position(state.position, language), "strong", wrap=True)
        pill = Pill(theme, wording.standing(state.standing, language), words.standing_tone(state.standing))
        row = line(now, pill)
        row.setStretch(0, 1)
        row.setAlignment(pill, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        window = state.position.window
        if window is not None:
            span = wording.span(window, language)
            parts = ["" if span in now.text() else span, self.tr("EDTF {text}").format(text=window.edtf)]
            column.addWidget(Text(theme, " · ".join(p for p in parts if p), "small", "muted", wrap=True))
        if doubt := wording.overtaken(state, language):
            column.addWidget(Text(theme, doubt, "small", "warn", wrap=True))
        if story.slips:
            column.addWidget(Text(theme, story.slips, "small", "warn", wrap=True))

    def _how_we_know(self, story: Story) -> None:
        column = self._scrolled.column
        column.addSpacing(12)
        column.addWidget(Text(self._around.theme, self.tr("How we know"), "small", "muted"))
        if story.held:
            waits = words.counted(
                len(story.held), self.tr("1 claim waits in Review"), self.tr("{n} claims wait in Review")
            )
            link = Link(self._around.theme, waits)
            link.setObjectName("toReview")
            link.clicked.connect(self.review_asked)
            column.addLayout(line(link, None))
        if not story.changes:
            column.addWidget(
                Text(self._around.theme, self.tr("Nothing has been said of it yet."), "body", "muted", wrap=True)
            )
        else:
            column.addWidget(ChangeChain(story.changes, self._change, self._block))

    def _block(self, view: ChangeView, chosen: bool, last: bool) -> QWidget:
        return ChangeBlock(view, self._around, chosen=chosen, last=last)

    def _actions(self) -> None:
        column = self._scrolled.column
        view = self._chosen_view()
        if view is None:
            return
        column.addSpacing(8)
        wrong = QPushButton(self.tr("Not true…"))
        wrong.setObjectName("notTrue")
        wrong.setToolTip(self.tr("Reject this change or set what is true; it can be undone"))
        choice = QMenu(wrong)
        choice.addAction(self.tr("Reject this change"), lambda: self.reject(view)).setObjectName("reject")
        choice.addAction(self.tr("Set what is true…"), self.ask_override).setObjectName("override")
        wrong.setMenu(choice)
        buttons: list[QWidget] = [wrong]
        start = view.change.baseline and view.change.before is None  # what was known at the beginning is no change
        if view.change.standing in (Standing.REPORTED, Standing.DISPUTED) and not start:
            true = QPushButton(self.tr("Accept"))
            true.setObjectName("accept")
            true.setToolTip(self.tr("Take this change as true; it can be undone"))
            true.clicked.connect(lambda: self.accept(view))
            buttons.append(true)
        opened = QPushButton(self.tr("Open article"))
        opened.setObjectName("openArticle")
        item = view.proofs[0].item if view.proofs else ""
        opened.setEnabled(bool(item))
        opened.clicked.connect(lambda: self.article_asked.emit(item))
        copied = QPushButton(self.tr("Copy"))
        copied.setObjectName("copyCitation")
        copied.setToolTip(self.tr("Copy this change with its words and its link"))
        copied.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.citation(view)))
        choice.actions()[0].setEnabled(not start)
        column.addLayout(Flow(*buttons, opened, copied))

    def _decided(self, story: Story) -> None:
        """What the person has said of it, each with Undo: however long ago, and from wherever it was said."""
        if not story.decided:
            return
        theme, column = self._around.theme, self._scrolled.column
        column.addSpacing(12)
        column.addWidget(Text(theme, self.tr("What you decided"), "small", "muted"))
        for decision in story.decided:
            what = self._judgement(decision)
            undo = Link(theme, self.tr("Undo"))
            undo.setObjectName(f"undo-{decision.id}")
            undo.setAccessibleName(self.tr("Undo: {what}").format(what=what))
            undo.clicked.connect(lambda _=False, d=decision: self._decide(Verdict.UNDO, d.id, self.tr("Undone")))
            row = line(Text(theme, what, "body", wrap=True), undo)
            row.setStretch(0, 1)
            row.setAlignment(undo, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)

    def _judgement(self, decision: Decision) -> str:
        """A decision in words: "Not true: late 2027, 22 Nov 2026"."""
        language = self._around.language
        verdict = {
            Verdict.REJECT: self.tr("Not true"),
            Verdict.ACCEPT: self.tr("Accepted"),
            Verdict.OVERRIDE: self.tr("Your word"),
        }.get(decision.verdict, "")
        judged = wording.position(decision.position, language)
        told = self.tr("{verdict}: {what}").format(verdict=verdict, what=judged) if judged else verdict
        return f"{told} · {wording.calendar_day(decision.at.astimezone().date(), language)}"

    def _alerts(self, story: Story) -> None:
        column = self._scrolled.column
        column.addSpacing(12)
        rule = AlertRule(self._around, self._choices, story.mission, story.milestone)
        rule.changed.connect(self.changed)
        column.addWidget(rule)

    # --- doing --------------------------------------------------------------------------------------------------

    def reject(self, view: ChangeView) -> None:
        """Write that a change is not true."""
        told = self.tr("Rejected: {what}").format(what=self._headline(view))
        self._decide(Verdict.REJECT, view.change.id, told, view.change.after)

    def accept(self, view: ChangeView) -> None:
        """Write that a change is true."""
        told = self.tr("Accepted: {what}").format(what=self._headline(view))
        self._decide(Verdict.ACCEPT, view.change.id, told, view.change.after)

    def ask_override(self) -> None:
        """Ask for the user's own position of the milestone."""
        from tracker.ui.override_dialog import OverrideDialog

        assert self._story is not None
        now = self._story.state.position if self._story.state else None
        dialog = OverrideDialog(self._around, self._title(self._story), now, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.override(dialog.position()))
        dialog.open()

    def override(self, position: Position | None) -> None:
        """Write the user's own position of the milestone."""
        if self._story is None or position is None:
            return
        change = self._chosen_view()
        told = self.tr("Your word: {what}").format(what=wording.position(position, self._around.language))
        self._decide(Verdict.OVERRIDE, change.change.id if change else "", told, position)

    def _decide(self, verdict: Verdict, target: str, told: str, position: Position | None = None) -> None:
        assert self.key is not None
        decision = Decision(self._desk.new_decision_id(), self._around.now(), verdict, target, *self.key, position)
        self._desk.decide(decision)
        self.decided.emit(decision, told)

    def citation(self, view: ChangeView) -> str:
        """A change in plain text: what moved, the words, who said it, when and where."""
        language = self._around.language
        move = wording.move(view.change, language, headed=True)
        lines = [self.tr("{what}: {move}").format(what=self._headline(view), move=move)]
        for proof in view.proofs[:1]:
            lines.append(f"“{proof.context[proof.mark_start : proof.mark_end]}”")
            who = " · ".join(
                p for p in (words.outlet(proof.outlet), wording.calendar_day(proof.said_on, language)) if p
            )
            lines.append(f"{who} {proof.url}".strip())
        return "\n".join(lines)

    def _title(self, story: Story) -> str:
        language = self._around.language
        return f"{story.mission.name(language)} · {wording.milestone(story.milestone, language)}"

    def _headline(self, view: ChangeView) -> str:
        assert self._story is not None
        return wording.headline(view.change, self._story.mission, self._around.language)

    def _chosen_view(self) -> ChangeView | None:
        assert self._story is not None
        changes = self._story.changes
        return next((v for v in changes if v.change.id == self._change), changes[0] if changes else None)
