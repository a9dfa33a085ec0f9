"""Everything found in a sentence before anything is decided: names, milestone words, dates, cues."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from tracker.reading.names import Mention, Names
from tracker.reading.packs import Pack
from tracker.reading.roles import Roles
from tracker.reading.sentences import Sentence, split
from tracker.reading.spans import DateSpan

PRIORITY = (
    "ascent", "return", "sample-collection", "surface-ops", "lunar-orbit", "docking", "rollout", "delivery", "landing", "launch",
)  # fmt: skip
"""Where two milestone words overlap, the more telling one wins."""
MOST = 9
"""No sentence of news has more names, dates or milestone words than this; a hostile one is cut here."""


class Trigger(NamedTuple):
    """Words at [start:end) that tell of a milestone.

    `form`: past, s, base, ing, noun, put, state (verbs and nouns), mission ("the flight"), w (a bare 实施), t (Chinese
    words), hold, cancel, gained (the landing that another mission takes over), plan, echo ("still targets"), x (built, signed,
    shown: no milestone, but it keeps its own date), answer (no words: a date that answers the question before).
    """

    start: int
    end: int
    milestone: str
    form: str


class Marks:
    """A sentence with all that stands in it; offsets are those of the field."""

    def __init__(self, sentence: Sentence, pack: Pack, mentions: Sequence[Mention], today: date | None) -> None:
        self.sentence = sentence
        self.pack = pack
        self.mentions = tuple(mentions[:MOST])
        self.dates: tuple[DateSpan, ...] = ()
        self._today = today
        self._cues: dict[str, list[tuple[int, int]]] = {}
        self._asked: dict[tuple[str, int, int], bool] = {}

    def find_dates(self, before: DateSpan | None) -> DateSpan | None:
        """Look for the dates, once somebody is spoken of; gives the last date so far, for "that year"."""
        base = self.sentence.start
        found = self.pack.dates.find(self.sentence.text, self._today, before)
        here = [d._replace(start=d.start + base, end=d.end + base, core=d.core + base) for d in found]
        self.dates = tuple(d for d in here if not any(m.start <= d.core < m.end for m in self.mentions if not m.role))[
            :MOST
        ]
        return self.dates[-1] if self.dates else before

    @cached_property
    def triggers(self) -> tuple[Trigger, ...]:
        """The milestone words, without overlaps."""
        return tuple(_triggers(self.sentence, self.pack, self.mentions)[:MOST])

    @cached_property
    def _lower(self) -> str:
        return self.sentence.text.lower()

    def _cue(self, name: str) -> list[tuple[int, int]]:
        places = self._cues.get(name)
        if places is None:
            base, pattern = self.sentence.start, self.pack.cues.get(name)
            letters = self.pack.cue_letters.get(name)
            possible = pattern is not None and (not letters or any(some in self._lower for some in letters))
            found = pattern.finditer(self.sentence.text) if pattern and possible else ()
            places = self._cues[name] = [(base + m.start(), base + m.end()) for m in found]
        return places

    def cued(self, name: str, low: int, high: int) -> list[tuple[int, int]]:
        """Where a cue stands between two offsets."""
        return [(start, end) for start, end in self._cue(name) if start >= low and end <= high]

    def stands(self, word: str, start: int, end: int) -> bool:
        """Whether a word of the pack is found in the text between two offsets; remembered, as it is asked often."""
        key = (word, start, end)
        known = self._asked.get(key)
        if known is None:
            known = self._asked[key] = self.pack.word(word).search(self.text(start, end)) is not None
        return known

    def all_cues(self) -> list[tuple[int, int, str]]:
        """Every cue of the sentence in order, with its name."""
        return sorted((start, end, name) for name in self.pack.cues for start, end in self._cue(name))

    def text(self, low: int, high: int) -> str:
        """The sentence's text between two offsets of the field."""
        first, last = low - self.sentence.start, high - self.sentence.start
        if first >= 0 <= last:  # asked tens of times a sentence, and nearly always inside it
            return self.sentence.text[first:last]
        return self.sentence.text[max(0, first) : max(0, last)]


def mark(
    text: str,
    field: str,
    pack: Pack,
    names: Names,
    found: Sequence[Mention],
    today: date | None,
    roles: Roles,
    elsewhere: Sequence[Mention] = (),
) -> list[Marks]:
    """All sentences of a field with their names. `found`: its mentions; `elsewhere`: those of the item's other field."""
    mentions = list(found)
    if pack.language == "zh":
        mentions = sorted(mentions + names.bare(text, mentions, mentions + list(elsewhere)))
    marked = []
    for sentence in split(text, field, pack):
        mentions.extend(_latter(sentence, pack, mentions))
        named = [m for m in mentions if sentence.start <= m.start < sentence.end]
        here = sorted(named + roles.find(sentence, named))
        marked.append(Marks(sentence, pack, here, today))
    return marked


def _latter(sentence: Sentence, pack: Pack, mentions: Sequence[Mention]) -> list[Mention]:
    """ "the latter", 后者: of the last two missions named before it, in this sentence or the one before."""
    found: list[Mention] = []
    for match in pack.word("one_of_two").finditer(sentence.text):
        start = sentence.start + match.start()
        before = [m for m in mentions if sentence.start - 80 <= m.start < start and not m.role][-2:]
        if len(before) == 2 and before[0].mission != before[1].mission:
            one = before[0] if pack.word("former").match(match[0]) else before[1]
            found.append(one._replace(start=start, end=start + len(match[0])))
    return found


def _triggers(sentence: Sentence, pack: Pack, mentions: Sequence[Mention]) -> list[Trigger]:
    base = sentence.start
    found = [Trigger(base + m.start(), base + m.end(), r.milestone, r.form) for r, m in pack.told(sentence.text)]
    found.sort(key=_weight)
    kept: list[Trigger] = []
    titled = [(base + m.start(), base + m.end()) for m in pack.word("titled").finditer(sentence.text)]
    for trigger in found[: 4 * MOST]:
        if any(low < trigger.start < high for low, high in titled):
            continue  # 《月背采样返回》 is a stamp, a book, a film
        if not _covered(trigger, kept, mentions):
            kept.extend(_spread(trigger))
    return sorted(kept)


def _weight(trigger: Trigger) -> tuple[bool, bool, int, int]:
    first = trigger.milestone.split("+")[0]
    stops = trigger.form in ("hold", "cancel", "handover")
    return not stops, trigger.form in ("mission", "x"), PRIORITY.index(first), trigger.start - trigger.end


def _covered(trigger: Trigger, kept: Sequence[Trigger], mentions: Sequence[Mention]) -> bool:
    if any(trigger.start < k.end and k.start < trigger.end for k in kept):
        return True
    if trigger.form in ("hold", "cancel", "handover"):
        return False
    return any(
        m.start < trigger.end and trigger.start < m.end
        for m in mentions
        if not m.role or trigger.form in ("mission", "x")
    )


def _spread(trigger: Trigger) -> list[Trigger]:
    """采样返回 is two milestones; a landing handed to another is lost by one and gained by the one named behind."""
    if trigger.form == "handover":
        return [trigger._replace(form="cancel"), trigger._replace(form="gained")]
    return [trigger._replace(milestone=one) for one in trigger.milestone.split("+")]
