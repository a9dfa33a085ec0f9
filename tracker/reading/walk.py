"""One item's way from text to verdicts.

normalise -> language gate -> sentences -> marks (names, milestone words, dates, cues) -> candidates -> decisions -> merge
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tracker.model import Claim, Confidence, Evidence, Item, Mission, Modality, Status
from tracker.reading import packs
from tracker.reading.candidates import Candidate, candidates, milestones
from tracker.reading.decide import Verdict, judge
from tracker.reading.language import detect
from tracker.reading.marks import Marks, mark
from tracker.reading.merge import merged
from tracker.reading.names import Names
from tracker.reading.normalise import Plain, plain
from tracker.reading.packs import Pack
from tracker.reading.roles import Roles
from tracker.reading.spans import DateSpan
from tracker.reading.topics import Topics, whole

WEAK_HOWS = ("oblique", "topic-weak", "topic-whole", "topic-title")
"""A mission found this way makes a weak claim: it waits for a second voice."""


class Walk(NamedTuple):
    """Everything one item went through."""

    language: str | None
    read: bool
    sources: dict[str, Plain]
    marked: list[Marks]
    verdicts: list[Verdict]
    kept: list[Verdict]


class Walker:
    """Walks items for a set of missions; packs and names are built on first need."""

    def __init__(self, missions: Sequence[Mission], folder: Path | None) -> None:
        self.missions = tuple(missions)
        self._folder = folder
        self._packs: dict[str, Pack | None] = {}
        self._names: dict[str, Names] = {}
        self._possible = {m.id: milestones(m) for m in self.missions}

    def walk(self, item: Item) -> Walk:
        """The whole way of one item. Never raises for any text."""
        title, text = plain(item.title), plain(item.text)
        language = detect(f"{title.text} {text.text}", item.language)
        pack = self._pack(language) if language else None
        if pack is None:
            return Walk(language, False, {}, [], [], [])
        title, text = title.respelled(pack.letters), text.respelled(pack.letters)
        sources = {"title": title, "text": text}
        names = self.names(pack)
        lower = f"{title.text}\n\n{text.text}".lower()
        if not names.hinted(lower) and not hinted(pack, lower):
            return Walk(language, True, sources, [], [], [])
        marked = self._marks(item, title.text, text.text, pack, names)
        verdicts: list[Verdict] = []
        named = any(marks.mentions for marks in marked if marks.sentence.field == "title")
        elsewhere = not named and pack.word("foreign").search(title.text)
        topics = Topics(() if elsewhere else whole(marked))  # "Japan's SLIM lands" is no story of the one we know
        last: DateSpan | None = None
        for marks in speaking(marked):
            topics.begin(marks)
            if marks.sentence.field == "text" and not marks.sentence.number:
                last = None  # the headline's month is not the text's
            if not marks.mentions and topics.silent:
                continue
            last = marks.find_dates(last)
            verdicts.extend(
                judge(candidate, item.published_on) for candidate in candidates(marks, topics, self._possible)
            )
            topics.learn(marks)
        if pack.word("opinion").match(title.text):
            verdicts = [opined(verdict) for verdict in verdicts]
        return Walk(language, True, sources, marked, verdicts, merged(verdicts))

    def _marks(self, item: Item, title: str, text: str, pack: Pack, names: Names) -> list[Marks]:
        today = item.published_on
        roles = Roles(pack.roles, self.missions, today, f"{title} {text}", pack.crewed)
        above, below = names.find(title), names.find(text)
        heads = mark(title, "title", pack, names, above, today, roles, below)
        return heads + mark(text, "text", pack, names, below, today, roles, above)

    def names(self, pack: Pack) -> Names:
        """The names of all missions for a language's texts."""
        if pack.language not in self._names:
            self._names[pack.language] = Names(self.missions, pack.others, latin_only=pack.language == "en")
            pack.sides = {m.id: m.side for m in self.missions}
            pack.crewed = frozenset(m.id for m in self.missions if crewed(m))
        return self._names[pack.language]

    def _pack(self, language: str) -> Pack | None:
        if language not in self._packs:
            self._packs[language] = packs.load(language, self._folder)
        return self._packs[language]


def speaking(marked: Sequence[Marks]) -> Sequence[Marks]:
    """The sentences up to the last that names somebody or a milestone: nothing behind it can be claimed or changed."""
    if not any(marks.mentions for marks in marked):
        return ()
    last = next(at for at in reversed(range(len(marked))) if marked[at].mentions or marked[at].triggers)
    return marked[: last + 1]


def opined(verdict: Verdict) -> Verdict:
    """A headline that calls itself opinion, poll or rumour: what it says of the future is nobody's plan."""
    if verdict.modality is not Modality.ASSERTED or verdict.status in (Status.ACHIEVED, Status.FAILED):
        return verdict
    return verdict._replace(modality=Modality.SPECULATIVE, rules=(*verdict.rules, "opinion"))


def hinted(pack: Pack, lower: str) -> bool:
    """Whether a mission could be named by its role: a word of the Moon stands in a text of lower case."""
    return any(stem in lower for stem in pack.data.get("role_stems", ()))


def crewed(mission: Mission) -> bool:
    """Whether people fly on it, as far as its own words tell; unknown counts as yes."""
    about = mission.about.get("en", "")
    return not about or bool(re.search(r"people|crew|astronaut|human", f"{about} {mission.name()}", re.IGNORECASE))


def _loosely_meant(candidate: Candidate) -> bool:
    """A step of the mission spoken of before whose subject is neither "it" nor "the mission" nor who runs it.

    On news that nobody had seen these were wrong four times as often as steps that stand with the mission's name.
    """
    if candidate.how != "topic" or candidate.trigger is None:
        return False
    low = candidate.marks.sentence.segment(candidate.trigger.start, 3)[0]
    return not candidate.marks.stands("anaphor", low, candidate.trigger.start)


def claim(verdict: Verdict, item: Item, source: Plain) -> Claim:
    """A kept verdict as a claim that quotes the stored text."""
    candidate = verdict.candidate
    field = candidate.marks.sentence.field
    stored: str = getattr(item, field)
    places = [(p.start, p.end) for p in (candidate.trigger, candidate.date) if p is not None]
    if candidate.here:
        places.append((candidate.mention.start, candidate.mention.end))
    start, end = source.stored(min(p[0] for p in places), max(p[1] for p in places))
    while end > start and stored[end - 1].isspace():
        end -= 1
    weak = candidate.how in WEAK_HOWS or "date:nearest" in candidate.seen or _loosely_meant(candidate)
    return Claim(
        candidate.mission, candidate.milestone, verdict.status, verdict.window, verdict.modality,
        Evidence(field, start, end, stored[start:end]), Confidence.WEAK if weak else Confidence.FIRM, verdict.rules,
    )  # fmt: skip
