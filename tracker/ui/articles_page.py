"""The Articles page: search, the list, and one stored article with every claim marked in place and what became of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedLayout, QWidget

from tracker import wording
from tracker.ui import words
from tracker.ui.around import Around
from tracker.ui.article_view import ArticleView
from tracker.ui.cards import Card, Empty
from tracker.ui.desk import Desk
from tracker.ui.rows import Row, RowList
from tracker.views import ArticleRow


class ArticlesPage(QWidget):
    """`milestone_chosen` carries mission and milestone of a claim that was pressed."""

    milestone_chosen = Signal(str, str)

    def __init__(self, desk: Desk, around: Around) -> None:
        super().__init__()
        self.setObjectName("page")
        self._desk, self._around = desk, around
        self._under_way: str | None = None  # the words that are being looked for
        theme = around.theme
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search articles"))
        self.search.setAccessibleName(self.tr("Search articles"))
        self.search.setClearButtonEnabled(True)
        self._later = QTimer(self, singleShot=True, interval=15)
        self._later.timeout.connect(self.reload)
        self.search.textChanged.connect(self._later.start)
        self.list = RowList(theme, self.tr("Articles"))
        self.list.chosen.connect(self._show)
        self._none = Empty(theme, "", "")
        left = Card(theme)
        left.column.setContentsMargins(8, 10, 8, 6)
        left.column.setSpacing(8)
        left.column.addWidget(self.search)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._none)
        left.column.addLayout(self._stack)
        self._left = left
        self.view = ArticleView(desk, around)
        self.view.milestone_chosen.connect(self.milestone_chosen)
        self._unread = Empty(
            theme,
            self.tr("No article chosen"),
            self.tr("Choose one to see its stored text, what was read in it, and why that was accepted or kept aside."),
        )
        right = Card(theme)
        right.column.setContentsMargins(4, 6, 4, 6)
        self._right = QStackedLayout()
        self._right.addWidget(self._unread)
        self._right.addWidget(self.view)
        right.column.addLayout(self._right)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(14)
        row.addWidget(left, 4)
        row.addWidget(right, 6)

    def reload(self) -> None:
        """Read the list again for the words of the search; those are looked for beside the main thread."""
        query = self.search.text()
        if not query.strip():
            self._show_rows(self._desk.articles())
        elif self._under_way is None:
            self._under_way = query
            self._around.asking.ask(lambda: self._desk.search(query), self._found, self._not_found, asker=self)

    def _found(self, rows: Sequence[ArticleRow]) -> None:
        asked, self._under_way = self._under_way, None
        if self.search.text() == asked:
            self._show_rows(rows)
        else:
            self.reload()  # more was typed meanwhile

    def _not_found(self, why: str) -> None:
        self._under_way = None
        self._none.say(self.tr("Nothing found"), why)
        self._stack.setCurrentIndex(1)

    def _show_rows(self, rows: Sequence[ArticleRow]) -> None:
        self.list.set_rows([row(r, self._around.language) for r in rows])
        if self.search.text().strip():
            self._none.say(self.tr("Nothing found"), self.tr("No stored article holds all of these words."))
        else:
            self._none.say(
                self.tr("No article yet"),
                self.tr("Every article a source brings is kept here as it was, with what was read in it."),
            )
        self._stack.setCurrentIndex(0 if rows else 1)
        if self.view.item and self._right.currentIndex() == 1:
            self._show(self.view.item)

    def show_article(self, item: str) -> None:
        """Open an article, also one the search does not show."""
        if not self.list.select(item):
            self.search.clear()
            self._later.stop()
            self.reload()
            self.list.select(item)
        self._show(item)

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._left.setMaximumWidth(max(220, round(self.width() * 0.42)))

    def _show(self, item: str) -> None:
        article = self._desk.article(item)
        if article is None:
            self._unread.say(self.tr("Not stored any more"), self.tr("This article was removed to save space."))
            self._right.setCurrentIndex(0)
            return
        self.view.show_article(article, self.search.text())
        self._right.setCurrentIndex(1)


def row(article: ArticleRow, language: str) -> Row:
    """An article as a line of the list."""
    if article.not_read:
        found = words.translate("Words", "not read ({language})").format(language=article.not_read)
    else:
        parts = [words.claims(article.claims)] if article.claims else []
        parts += [words.changes(article.changes)] if article.changes else []
        found = words.listed(parts) or words.translate("Words", "nothing about a milestone")
        found = found.replace(" ", "\u00a0")  # kept together where the line breaks
    day = wording.calendar_day(article.published_on, language) or words.published(article.published_at, None, language)
    return Row(
        article.item,
        article.title or article.item,
        " · ".join(p for p in (words.outlet(article.outlet), day, found) if p),
    )
