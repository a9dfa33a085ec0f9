"""Add or edit a mission, with a live preview of the stored articles it would be found in."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tracker import wording
from tracker.model import Mission, Modality, Position
from tracker.ui import words
from tracker.ui.around import Around
from tracker.ui.cards import Column, clear
from tracker.ui.desk import Desk
from tracker.ui.faults import told
from tracker.ui.labels import Text
from tracker.ui.marked_text import Mark, MarkedText
from tracker.ui.mission_form import MissionForm
from tracker.views import MissionMatch, MissionPreview

_PAUSE_MS = 250
"""So long after the last key the preview is made: while typing it would only be thrown away."""
_MOST_SHOWN = 12


class MissionDialog(QDialog):
    """`kept` carries the mission and what the desk needs to put the file back as it was."""

    kept = Signal(object, str)

    def __init__(self, desk: Desk, around: Around, mission: Mission | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._around, self._new = desk, around, mission is None
        self._asked = 0
        theme = around.theme
        title = (
            self.tr("Add a mission")
            if mission is None
            else self.tr("Edit {name}").format(name=mission.name(around.language))
        )
        self.setWindowTitle(title)
        self.form = MissionForm(around, desk.world, mission)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take it
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setWidget(self.form)
        self.preview = Column((16, 14, 16, 14), 4)
        self.preview.setAccessibleName(self.tr("What it would be found in"))
        body = QHBoxLayout()
        body.setSpacing(14)
        body.addWidget(scrolled, 5)
        body.addWidget(self.preview, 4)
        self.fault = Text(theme, "", "body", "bad", wrap=True)
        self.fault.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        self.save = buttons.button(QDialogButtonBox.StandardButton.Save)
        self.save.setText(self.tr("Add") if mission is None else self.tr("Save"))
        self.save.setProperty("look", "primary")
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        buttons.accepted.connect(self._keep)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(Text(theme, title, "title", wrap=True))
        column.addLayout(body, 1)
        column.addWidget(self.fault)
        column.addWidget(buttons)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.look)
        self.form.changed.connect(self._changed)
        self.resize(880, 620)
        self._changed()
        self.look()

    def draft(self) -> Mission | None:
        """The mission as entered, a new one with an id of its own; None while something is missing."""
        mission = self.form.mission()
        if mission is not None and self._new:
            return replace(mission, id=self._desk.mission_desk.new_id(mission.name()))
        return mission

    @Slot()
    def _changed(self) -> None:
        self.save.setEnabled(self.form.mission() is not None)
        self._say("")
        self._pause.start()

    @Slot()
    def look(self) -> None:
        """Ask what the mission as it is now would be found in; an answer that comes too late is dropped."""
        self._pause.stop()
        mission = self.draft()
        self._asked += 1
        if mission is None:
            self._show_start()
            return
        turn = self._asked
        self._around.asking.ask(
            lambda: self._desk.mission_desk.preview(mission),
            lambda found: self._show(found) if turn == self._asked else None,
            self._say,
            asker=self,
        )

    def _show_start(self) -> None:
        column = self.preview.column
        clear(column)
        theme = self._around.theme
        column.addWidget(Text(theme, self.tr("What it would be found in"), "heading", wrap=True))
        start = self.tr("Enter a name and choose a milestone: the stored articles that speak of it appear here.")
        column.addWidget(Text(theme, start, "body", "muted", wrap=True))
        column.addStretch(1)

    def _show(self, found: MissionPreview) -> None:
        column, theme = self.preview.column, self._around.theme
        clear(column)
        column.addWidget(Text(theme, self.tr("What it would be found in"), "heading", wrap=True))
        count = self.tr("Named in {n} of the newest {all} articles.").format(n=found.found, all=found.looked_at)
        column.addWidget(Text(theme, count, "body", "text" if found.found else "muted", wrap=True))
        if not found.found:
            later = self.tr("New articles are read for it as they come.")
            column.addWidget(Text(theme, later, "body", "muted", wrap=True))
        for doubt in self._doubts(found):
            column.addWidget(Text(theme, doubt, "body", "warn", wrap=True))
        for match in found.matches[:_MOST_SHOWN]:
            self._show_match(match)
        column.addStretch(1)
        self._say(told(found.fault) if found.fault else "")
        self.save.setEnabled(found.fault is None)

    def _doubts(self, found: MissionPreview) -> list[str]:
        language = self._around.language
        doubts = []
        for name, other in found.taken:
            of = self._desk.world.mission(other).name(language)
            doubts.append(
                self.tr("“{name}” is a name of {mission} too: such a text would speak of both.").format(
                    name=name, mission=of
                )
            )
        doubts += [
            self.tr("“{name}” is short: it may be found in other words.").format(name=name) for name in found.short
        ]
        return doubts

    def _show_match(self, match: MissionMatch) -> None:
        column, theme, language = self.preview.column, self._around.theme, self._around.language
        column.addSpacing(8)
        quote = MarkedText(theme, look="quote", line_height=120)
        quote.show_text(match.context.replace("\n", " "), [Mark(match.start, match.end)])
        quote.setAccessibleName(match.context)
        column.addWidget(quote)
        who = " · ".join(
            p for p in (words.outlet(match.outlet), wording.calendar_day(match.published_on, language)) if p
        )
        column.addWidget(Text(theme, who, "small", "muted", wrap=True))
        for claim in [c for c in match.claims if c.modality is Modality.ASSERTED][:3]:
            when = wording.position(Position(claim.status, claim.window), language)
            text = self.tr("would be read as {milestone}: {when}").format(
                milestone=wording.milestone(claim.milestone, language), when=when
            )
            column.addWidget(Text(theme, text, "small", "good", wrap=True))

    # --- keeping ----------------------------------------------------------------------------------------------------

    @Slot()
    def _keep(self) -> None:
        mission = self.draft()
        if mission is None:
            return
        self.save.setEnabled(False)
        self._around.asking.ask(
            lambda: self._desk.mission_desk.keep(mission),
            lambda before: self._was_kept(mission, before),
            self._failed,
            asker=self,
        )

    def _was_kept(self, mission: Mission, before: str) -> None:
        self.kept.emit(mission, before)
        self.accept()

    def _failed(self, words: str) -> None:
        self._say(words)
        self.save.setEnabled(True)

    def _say(self, words: str) -> None:
        self.fault.setText(words)
        self.fault.setVisible(bool(words))
