"""What stands behind a pasted address: the feed, its newest entries, and what would be read of them, words marked."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QComboBox, QSizePolicy

from tracker import wording
from tracker.model import Claim, Modality, Position
from tracker.ui import words
from tracker.ui.around import Around
from tracker.ui.cards import Column, clear, line
from tracker.ui.desk import Desk
from tracker.ui.labels import Pill, Text
from tracker.ui.link import Link
from tracker.ui.marked_text import Mark, MarkedText
from tracker.ui.naming import mission_name
from tracker.views import FeedItem, FeedPreview
from tracker.webaddress import host

_CONTEXT = 70
_MOST_CLAIMS = 4


class FeedPreviewView(Column):
    """`feed_asked` carries the address of another feed of the page; `show_asked` the id of a source followed already."""

    feed_asked = Signal(str)
    show_asked = Signal(str)

    def __init__(self, desk: Desk, around: Around) -> None:
        super().__init__((16, 12, 14, 14), 4)
        self._desk, self._around = desk, around
        self.setAccessibleName(self.tr("What would be followed"))

    def say(self, title: str, text: str) -> None:
        """Words instead of a feed."""
        clear(self.column)
        theme = self._around.theme
        self.column.addWidget(Text(theme, title, "heading", wrap=True))
        if text:
            self.column.addWidget(Text(theme, text, "body", "muted", wrap=True))
        self.column.addStretch(1)

    def show_found(self, found: FeedPreview) -> None:
        """A feed, with all that speaks for and against it."""
        clear(self.column)
        theme = self._around.theme
        self.column.addWidget(Text(theme, found.title or host(found.url), "title", wrap=True))
        self.column.addWidget(Text(theme, found.url, "small", "muted", wrap=True))
        if len(found.choices) > 1:
            self._offer(found)
        for doubt in self._doubts(found):
            self.column.addWidget(Text(theme, doubt, "body", "warn", wrap=True))
        if found.followed:
            link = Link(theme, self.tr("Show it"))
            link.clicked.connect(lambda: self.show_asked.emit(found.followed))
            self.column.addLayout(line(link, None))
        self.column.addSpacing(4)
        self.column.addWidget(Text(theme, self._summary(found), "body", wrap=True))
        for item in found.items:
            self._show_item(item)
        self.column.addStretch(1)

    def _offer(self, found: FeedPreview) -> None:
        told = self.tr("The page points to {n} feeds:").format(n=len(found.choices))
        self.column.addWidget(Text(self._around.theme, told, "small", "muted", wrap=True))
        offers = QComboBox()
        offers.setObjectName("feedChoice")
        offers.setAccessibleName(self.tr("Feeds of the page"))
        offers.setAccessibleDescription(offers.accessibleName())
        offers.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        offers.setMinimumContentsLength(12)
        for url, title in found.choices:
            offers.addItem(" · ".join(part for part in (title, url.partition("://")[2]) if part), url)
        offers.setCurrentIndex(next((n for n, (url, _) in enumerate(found.choices) if url == found.url), 0))
        offers.activated.connect(lambda number: self.feed_asked.emit(found.choices[number][0]))
        self.column.addWidget(offers)

    def _doubts(self, found: FeedPreview) -> Iterator[str]:
        if found.followed:
            known = next((v.source for v in self._desk.sources() if v.source.id == found.followed), None)
            if known is not None and known.enabled:
                yield self.tr("You follow this feed already, as “{name}”.").format(name=known.name)
            elif known is not None:
                yield self.tr("This feed is in your list already, switched off: “{name}”.").format(name=known.name)
        if found.rejected:
            yield self.tr("We have looked at this one and left it out: {reason}. You can add it all the same.").format(
                reason=found.rejected
            )
        if found.url.startswith("http://"):
            yield self.tr("Not encrypted: anybody on the way can read it and change it.")
        if found.is_stale and found.newest_at is not None:
            age = words.ago(found.newest_at, self._around.now())
            yield self.tr("Its newest entry appeared {time}: the feed may be dead.").format(time=age)
        if not found.all_items:
            yield self.tr("It has no entries yet.")
        tongues = {item.not_read for item in found.items}
        if tongues and None not in tongues:
            told = words.listed(sorted(t for t in tongues if t))
            yield self.tr(
                "Its language ({language}) is not read here: entries are kept and shown, and change nothing."
            ).format(language=told)

    def _summary(self, found: FeedPreview) -> str:
        looked = len(found.items)
        named = {m for item in found.items for m in item.missions}
        if not looked:
            return self.tr("What it would match is seen when it has entries.")
        if not named:
            one = self.tr("Its one entry names none of your missions. Later ones may.")
            many = self.tr("Its newest {n} entries name none of your missions. Later ones may.")
            return words.counted(looked, one, many)
        known = [m.name(self._around.language) for m in self._desk.missions if m.id in named]
        hits = sum(bool(item.missions) for item in found.items)
        claims = words.claims(sum(len(_heard(item)) for item in found.items))
        return self.tr(
            "{hits} of its newest {n} entries name missions of yours ({missions}); {claims} would be read."
        ).format(hits=hits, n=looked, missions=self.tr(", ").join(known), claims=claims)

    def _show_item(self, found: FeedItem) -> None:
        theme, language, item = self._around.theme, self._around.language, found.item
        self.column.addSpacing(8)
        claims = _heard(found)
        marks = [_mark(c) for c in claims if c.evidence.field == "title"]
        if marks:
            title = MarkedText(theme, look="body", line_height=115)
            title.set_font_look(1.0, QFont.Weight.DemiBold)
            title.show_text(item.title, marks)
            title.setAccessibleName(item.title)
            self.column.addWidget(title)
        else:
            self.column.addWidget(Text(theme, item.title, "strong", wrap=True))
        when = words.published(item.published_at, item.published_on, language)
        names = [m.name(language) for m in self._desk.missions if m.id in found.missions]
        told = Text(theme, when, "small", "muted")
        self.column.addLayout(line(told, *[Pill(theme, name, "accent") for name in names[:2]], None))
        for claim in claims[:_MOST_CLAIMS]:
            self._show_claim(found, claim)

    def _show_claim(self, found: FeedItem, claim: Claim) -> None:
        theme, language = self._around.theme, self._around.language
        if claim.evidence.field == "text":
            text, mark = _surroundings(found.item.text, claim)
            quote = MarkedText(theme, look="quote", line_height=118)
            quote.show_text(text, [mark])
            quote.setAccessibleName(text)
            self.column.addWidget(quote)
        mission = mission_name(self._desk.missions, claim.mission, language)
        read = self.tr("would be read as {mission}, {milestone}: {when}").format(
            mission=mission, milestone=wording.milestone(claim.milestone, language),
            when=wording.position(Position(claim.status, claim.window), language),
        )  # fmt: skip
        self.column.addWidget(Text(theme, read, "small", "good", wrap=True))


def _heard(found: FeedItem) -> list[Claim]:
    return [c for c in found.claims if c.modality is Modality.ASSERTED]


def _mark(claim: Claim, shift: int = 0) -> Mark:
    return Mark(claim.evidence.start - shift, claim.evidence.end - shift)


def _surroundings(text: str, claim: Claim) -> tuple[str, Mark]:
    """The quoted words with a little before and behind, in one line."""
    start, end = max(0, claim.evidence.start - _CONTEXT), min(len(text), claim.evidence.end + _CONTEXT)
    before, behind = "…" if start else "", "…" if end < len(text) else ""
    return before + text[start:end].replace("\n", " ") + behind, _mark(claim, start - len(before))
