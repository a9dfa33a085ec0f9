"""One stored article: its text with every claim marked in place, and a card for each that says what became of it and why."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from tracker import wording
from tracker.ui import words
from tracker.ui.around import Around
from tracker.ui.cards import Column, clear, line
from tracker.ui.desk import Desk
from tracker.ui.labels import Text
from tracker.ui.link import Link
from tracker.ui.marked_text import Mark, MarkedText
from tracker.ui.naming import mission_name
from tracker.views import Article, MarkedClaim
from tracker.webaddress import host

TONES: Final = {"accepted": "good", "repeat": "muted", "kept": "warn", "held": "bad"}


class ArticleView(QWidget):
    """`milestone_chosen` carries mission and milestone of a claim that was pressed."""

    milestone_chosen = Signal(str, str)

    def __init__(self, desk: Desk, around: Around) -> None:
        super().__init__()
        self._desk, self._around = desk, around
        self.item = ""
        self._shown: Article | None = None
        self._query = ""
        theme = around.theme
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scrolled = Column((20, 14, 18, 18), 8)
        outer.addWidget(self._scrolled)
        self._meta = Text(theme, "", "small", "muted", wrap=True)
        self._title = Text(theme, "", "display", wrap=True)
        self.title_marks = MarkedText(theme, look="body")
        self.text = MarkedText(theme, look="article", line_height=145)
        self.text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._claims = QVBoxLayout()
        self._claims.setSpacing(8)
        self.open = QPushButton()
        self.open.clicked.connect(self._open)
        column = self._scrolled.column
        column.addWidget(self._meta)
        column.addWidget(self._title)
        column.addWidget(self.title_marks)
        column.addWidget(self.text)
        column.addSpacing(6)
        column.addLayout(self._claims)
        column.addLayout(line(self.open, None))
        column.addStretch(1)

    def show_article(self, article: Article, query: str = "") -> None:
        """Show an article's stored text as plain text, whatever it holds; the words of a search are marked too."""
        if (article, query) == (self._shown, self._query):
            return
        self._query = query
        if article.item != self.item:
            self._scrolled.verticalScrollBar().setValue(0)
        self._shown, self.item = article, article.item
        self._meta.setText(self._provenance(article))
        self._title.setText(article.title)
        in_title = [Mark(c.start, c.end, _how(c)) for c in article.claims if c.field == "title"]
        in_title += found(article.title, query)
        self._title.setVisible(not in_title)
        self.title_marks.setVisible(bool(in_title))
        if in_title:
            self.title_marks.set_font_look(1.55, QFont.Weight.Bold)
            self.title_marks.show_text(article.title, in_title)
        marks = [Mark(c.start, c.end, _how(c)) for c in article.claims if c.field == "text"]
        self.text.show_text(article.text, marks + found(article.text, query))
        self.text.setVisible(bool(article.text.strip()))
        self.text.setAccessibleName(self.tr("Stored text of {title}").format(title=article.title))
        self._cards(article)
        name = host(article.url)
        self.open.setVisible(bool(name))
        self.open.setText(self.tr("Open article on {host} ↗").format(host=name.removeprefix("www.")))

    def _provenance(self, article: Article) -> str:
        language = self._around.language
        parts = [
            words.outlet(article.outlet),
            wording.tier(article.tier, language),
            words.published(article.published_at, article.published_on, language),
            self.tr("stored text") if article.text.strip() else self.tr("no text stored"),
        ]
        if article.revisions > 1:
            parts.append(self.tr("revision {n} of {all}").format(n=article.revision, all=article.revisions))
        return " · ".join(parts)

    def _cards(self, article: Article) -> None:
        clear(self._claims)
        theme = self._around.theme
        if article.not_read:
            text = self.tr("Not read ({language}): there is no reader for this language yet, so nothing was guessed.")
            self._claims.addWidget(Text(theme, text.format(language=article.not_read), "body", "muted", wrap=True))
        elif not article.claims:
            text = self.tr("Nothing in it says when a milestone of a followed mission happens.")
            self._claims.addWidget(Text(theme, text, "body", "muted", wrap=True))
        for claim in article.claims:
            self._claims.addWidget(self._card(claim))

    def _card(self, claim: MarkedClaim) -> QWidget:
        theme, language = self._around.theme, self._around.language
        card = QFrame()
        card.setProperty("look", "note")
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 9, 12, 9)
        column.setSpacing(3)
        mission = mission_name(self._desk.missions, claim.mission, language)
        what = " · ".join(
            (mission, wording.milestone(claim.milestone, language), words.claimed(claim.status, claim.when, language))
        )
        verdict = Text(theme, self._verdict(claim.verdict), "strong", TONES.get(claim.verdict, "muted"))
        button = Link(theme, what)
        button.setAccessibleName(f"{verdict.text()}: {what}. {claim.why}")
        button.clicked.connect(lambda: self.milestone_chosen.emit(claim.mission, claim.milestone))
        column.addLayout(line(verdict, button, None, spacing=6))
        if claim.why:
            column.addWidget(Text(theme, claim.why, "small", "muted", wrap=True))
        return card

    def _verdict(self, verdict: str) -> str:
        return {
            "accepted": self.tr("Accepted"),
            "repeat": self.tr("Said before"),
            "kept": self.tr("Kept, not used"),
            "held": self.tr("Waits in Review"),
        }.get(verdict, verdict)

    def _open(self) -> None:
        if self._shown is not None and host(self._shown.url):
            self._around.open_link(self._shown.url)


def found(text: str, query: str, most: int = 200) -> list[Mark]:
    """Where the words of a search stand in a text, whatever their case."""
    words = sorted({w for w in query.split() if w}, key=len, reverse=True)
    if not words:
        return []
    pattern = re.compile("|".join(re.escape(w) for w in words), re.IGNORECASE)
    return [Mark(m.start(), m.end(), "quote") for m in islice(pattern.finditer(text), most)]


def _how(claim: MarkedClaim) -> str:
    return "used" if claim.verdict in ("accepted", "repeat") else "kept"
