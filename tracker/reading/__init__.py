"""The reader: an item -> the claims it makes, each with the words that carry it.

    normalise -> language gate -> sentences -> marks (names, milestone words, dates, cues) -> candidates -> decisions -> merge

Pure: imports values only; missions come as `Mission` values, languages as packs (seeds/languages).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tracker.model import Claim, Confidence, Evidence, Item, Mission, Modality, Reading
from tracker.reading import packs
from tracker.reading.candidates import candidates
from tracker.reading.decide import Verdict, judge
from tracker.reading.language import detect
from tracker.reading.marks import Marks, mark
from tracker.reading.names import Mention, Names
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
        title, text = plain(item.title), plain(item.text)
        language = detect(f"{title.text} {text.text}", item.language)
        pack = self._pack(language) if language else None
        if pack is None or language is None:
            return Reading(item.id, language, False)
        verdicts = self._verdicts(title, text, pack, item.published_on)
        claims = [self._claim(v, item, title if v.candidate.marks.sentence.field == "title" else text) for v in _merged(verdicts)]
        return Reading(item.id, language, True, tuple(claims))

    def _pack(self, language: str) -> Pack | None:
        if language not in self._packs:
            self._packs[language] = packs.load(language, self._folder)
        return self._packs[language]

    def _verdicts(self, title: Plain, text: Plain, pack: Pack, today: date | None) -> list[Verdict]:
        names = self._names.get(pack.language)
        if names is None:
            names = self._names[pack.language] = Names(self._missions, pack.others)
        roles = Roles(pack.data.get("roles", ()), names.known)
        marked = mark(title.text, "title", pack, names, today, roles) + mark(text.text, "text", pack, names, today, roles)
        topic: list[Mention] = []
        verdicts: list[Verdict] = []
        for marks in marked:
            for candidate in candidates(marks, topic, True, today):
                verdicts.append(judge(candidate, pack, today))
            topic = _topic(marks, topic)
        return verdicts

    def _claim(self, verdict: Verdict, item: Item, source: Plain) -> Claim:
        candidate = verdict.candidate
        stored = getattr(item, candidate.marks.sentence.field)
        places = [p for p in (candidate.trigger, candidate.date) if p is not None]
        if candidate.mention is not None and candidate.mention in candidate.marks.mentions:
            places.append(candidate.mention)
        low, high = min(p.start for p in places), max(p.end for p in places)
        start, end = source.stored(low, high)
        return Claim(
            candidate.mission, candidate.milestone, verdict.status, verdict.window, verdict.modality,
            Evidence(candidate.marks.sentence.field, start, end, stored[start:end]),
            Confidence.WEAK if verdict.weak else Confidence.FIRM, verdict.rules,
        )  # fmt: skip


def _topic(marks: Marks, before: list[Mention]) -> list[Mention]:
    named = {m.mission for m in marks.mentions}
    if len(named) == 1 and "" not in named:
        return [marks.mentions[0]]
    if named:
        return []
    return before


def _merged(verdicts: list[Verdict]) -> list[Verdict]:
    kept: list[Verdict] = []
    for verdict in verdicts:
        if verdict.why_not:
            continue
        key = (verdict.candidate.mission, verdict.candidate.milestone, verdict.status, verdict.modality)
        twin = next((k for k in kept if (k.candidate.mission, k.candidate.milestone, k.status, k.modality) == key and _nested(k, verdict)), None)
        if twin is None:
            kept.append(verdict)
        elif verdict.window and (twin.window is None or twin.window.contains(verdict.window)):
            kept[kept.index(twin)] = verdict
    return kept


def _nested(one: Verdict, other: Verdict) -> bool:
    if one.window is None or other.window is None:
        return True
    return one.window.contains(other.window) or other.window.contains(one.window)


# unused names are re-exported for tests
_ = Modality
