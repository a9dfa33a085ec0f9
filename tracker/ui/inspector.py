"""The inspector: one milestone now, and how we know. Every change with the words that prove it, highlighted.

"Not true" writes a decision at once and offers Undo instead of asking "are you sure".
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from tracker import wording
from tracker.model import ChangeKind, Decision, Position, Standing, Status, Verdict
from tracker.ui import words
from tracker.ui.alert_rule import AlertRule
from tracker.ui.around import Around
from tracker.ui.cards import Column, Empty, clear, line
from tracker.ui.change_chain import ChangeChain
from tracker.ui.choices import Choices
from tracker.ui.desk import Desk
from tracker.ui.flow import Flow
from tracker.ui.labels import Pill, Text
from tracker.ui.link import Link
from tracker.ui.marked_text import Mark, MarkedText
from tracker.views import ChangeView, Proof, Story
from tracker.webaddress import host


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
        return ChangeBlock(view, self._around, self._open, chosen=chosen, last=last)

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

    def _open(self, url: str) -> None:
        if host(url):
            self._around.open_link(url)


class ChangeBlock(QWidget):
    """One change of the chain: what moved, the quoted words, who said it, who else, who disagrees."""

    def __init__(
        self, view: ChangeView, around: Around, open_link: Callable[[str], None], *, chosen: bool, last: bool
    ) -> None:
        super().__init__()
        self._around, self._open_link = around, open_link
        self._view, self._chosen, self._last = view, chosen, last
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 2, 0, 14)
        self._column.setSpacing(3)
        theme, language = around.theme, around.language
        self._column.addWidget(Text(theme, self._headline(), "strong", wrap=True))
        kind = self._kind()
        if kind:
            self._column.addWidget(Text(theme, kind, "small", words.kind_tone(view.change.kind), wrap=True))
        for proof in view.proofs[: 2 if chosen else 1]:
            self._proof(proof)
        if view.also:
            names = list(dict.fromkeys(words.outlet(p.outlet) for p in view.also))
            also = self.tr("also said by {outlets}").format(outlets=words.listed(names))
            self._column.addWidget(Text(theme, also, "small", "muted", wrap=True))
        for proof in view.against[:3]:
            self._column.addSpacing(4)
            who = self.tr("{outlet} disagrees").format(outlet=words.outlet(proof.outlet))
            self._column.addWidget(Text(theme, who, "small", "bad", wrap=True))
            self._proof(proof)
        spoken = (self._headline(), kind, wording.calendar_day(view.change.on, language))
        self.setAccessibleName(", ".join(p for p in spoken if p))
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The thread that joins the changes."""
        roles = self._around.theme.roles
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(roles.accent if self._chosen else roles.line))
        middle = 2 + round(self.fontMetrics().height() / 2)
        painter.drawRect(4, middle, 2, self.height() - (middle if not self._last else middle + 10))
        painter.setBrush(QColor(roles.accent if self._chosen else roles.muted))
        painter.drawEllipse(1, middle - 4, 8, 8)

    def _headline(self) -> str:
        change, language = self._view.change, self._around.language
        if change.baseline and change.before is None and change.after.status is Status.PLANNED:
            return self.tr("Starts at {when}").format(when=wording.position(change.after, language))
        return wording.move(change, language)

    def _kind(self) -> str:
        change, language = self._view.change, self._around.language
        if change.baseline and change.before is None:
            return ""
        text = wording.kind(change.kind, language)
        length = words.slip(change.before, change.after, language)
        if length and change.kind in (ChangeKind.SLIPPED, ChangeKind.ADVANCED):
            text = length
        standing = wording.standing(change.standing, language)
        return f"{text} · {standing}"

    def _proof(self, proof: Proof) -> None:
        quote = MarkedText(self._around.theme, look="quote", line_height=120)
        shown, start, end = excerpt(proof)
        quote.show_text(shown, [Mark(start, end)])
        quote.setAccessibleName(self.tr("Quoted words: {words}").format(words=shown[start:end]))
        self._column.addWidget(quote)
        language = self._around.language
        parts = (words.outlet(proof.outlet), wording.calendar_day(proof.said_on, language))
        who = " · ".join(p for p in parts if p)
        name = host(proof.url)
        if name:
            link = Link(self._around.theme, f"{who} ↗", scale=0.96)
            link.explain(self.tr("Opens {host} in your browser").format(host=name))
            link.setAccessibleName(self.tr("{who}, opens {host}").format(who=who, host=name))
            link.clicked.connect(lambda: self._open_link(proof.url))
            self._column.addLayout(line(link, None))
        else:
            self._column.addWidget(Text(self._around.theme, who, "small", "muted", wrap=True))


def excerpt(proof: Proof, room: int = 160) -> tuple[str, int, int]:
    """The quoted words with some of their surroundings, cut at spaces, as (text, start, end)."""
    text = proof.context.replace("\n", " ")
    start = min(max(proof.mark_start, 0), len(text))
    end = min(max(proof.mark_end, start), len(text))
    spare = max(20, (room - (end - start)) // 2)
    left, right = max(0, start - spare), min(len(text), end + spare)
    if left:
        cut = text.find(" ", left, start)
        left = cut + 1 if cut >= 0 else left
    if right < len(text):
        cut = text.rfind(" ", end, right)
        right = cut if cut > 0 else right
    head = "“… " if left else "“"
    tail = " …”" if right < len(text) else "”"
    return head + text[left:right] + tail, start - left + len(head), end - left + len(head)
