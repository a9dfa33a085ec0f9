"""The reader: an item -> the claims it makes, each with the words that carry it.

    normalise -> language gate -> sentences -> marks (names, milestone words, dates, cues) -> candidates -> decisions -> merge

Pure: imports values only; missions come as `Mission` values, languages as packs (seeds/languages).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tracker.model import Claim, Confidence, Evidence, Item, Mission, Reading
from tracker.reading import packs
from tracker.reading.candidates import Topics, candidates, milestones, whole
from tracker.reading.decide import Verdict, judge
from tracker.reading.explain import explained
from tracker.reading.language import detect
from tracker.reading.marks import Marks, mark
from tracker.reading.merge import merged
from tracker.reading.names import Names
from tracker.reading.normalise import Plain, plain
from tracker.reading.packs import Pack
from tracker.reading.roles import Roles

__all__ = ["Reader"]


class Reader:
    """Reads items for a set of missions. Build once, use for many: everything heavy is compiled on first need."""

    def __init__(self, missions: Sequence[Mission], folder: Path | None = None) -> None:
        self._missions = tuple(missions)
        self._folder = folder
        self._packs: dict[str, Pack | None] = {}
        self._names: dict[str, Names] = {}

    def read(self, item: Item) -> Reading:
        """What the item claims. Never raises for any text; a language without a pack gives no claims and is named."""
        walk = self._walk(item)
        claims = tuple(_claim(v, item, walk.sources[v.candidate.marks.sentence.field]) for v in walk.kept)
        return Reading(item.id, walk.language, walk.read, claims)

    def read_explained(self, item: Item) -> str:
        """The same walk in words: clauses, what was found in each, and why each candidate became a claim or not."""
        walk = self._walk(item)
        return explained(walk.language, walk.read, walk.marked, walk.verdicts, walk.kept)

    def _walk(self, item: Item) -> Walk:
        title, text = plain(item.title), plain(item.text)
        language = detect(f"{title.text} {text.text}", item.language)
        pack = self._pack(language) if language else None
        if pack is None:
            return Walk(language, False, {}, [], [], [])
        title, text = title.respelled(pack.letters), text.respelled(pack.letters)
        names = self._names_of(pack)
        today = item.published_on
        roles = Roles(pack.data.get("roles", ()), self._missions, today, f"{title.text} {text.text}")
        heads = mark(title.text, "title", pack, names, today, roles, names.find(text.text))
        marked = heads + mark(text.text, "text", pack, names, today, roles, [m for h in heads for m in h.mentions if not m.role])
        possible = {m.id: milestones(m) for m in self._missions}
        verdicts = []
        topics = Topics(whole(marked))
        for marks in marked:
            verdicts.extend(judge(candidate, pack, today) for candidate in candidates(marks, topics, possible, pack))
            topics.learn(marks)
        return Walk(language, True, {"title": title, "text": text}, marked, verdicts, merged(verdicts))

    def _pack(self, language: str) -> Pack | None:
        if language not in self._packs:
            self._packs[language] = packs.load(language, self._folder)
        return self._packs[language]

    def _names_of(self, pack: Pack) -> Names:
        if pack.language not in self._names:
            self._names[pack.language] = Names(self._missions, pack.others)
            pack.crewed = frozenset(m.id for m in self._missions if _crewed(m))
        return self._names[pack.language]


def _crewed(mission: Mission) -> bool:
    """Whether people fly on it, as far as its own words tell; unknown counts as yes."""
    about = mission.about.get("en", "")
    return not about or bool(re.search(r"people|crew|astronaut|human", f"{about} {mission.name()}", re.IGNORECASE))


class Walk(NamedTuple):
    """Everything one item went through."""

    language: str | None
    read: bool
    sources: dict[str, Plain]
    marked: list[Marks]
    verdicts: list[Verdict]
    kept: list[Verdict]


def _claim(verdict: Verdict, item: Item, source: Plain) -> Claim:
    candidate = verdict.candidate
    stored = getattr(item, candidate.marks.sentence.field)
    places = [(p.start, p.end) for p in (candidate.trigger, candidate.date) if p is not None]
    if candidate.mention is not None and candidate.mention in candidate.marks.mentions:
        places.append((candidate.mention.start, candidate.mention.end))
    low, high = min(p[0] for p in places), max(p[1] for p in places)
    start, end = source.stored(low, high)
    while end > start and stored[end - 1].isspace():
        end -= 1
    return Claim(
        candidate.mission, candidate.milestone, verdict.status, verdict.window, verdict.modality,
        Evidence(candidate.marks.sentence.field, start, end, stored[start:end]),
        Confidence.WEAK if verdict.weak else Confidence.FIRM, verdict.rules,
    )  # fmt: skip

