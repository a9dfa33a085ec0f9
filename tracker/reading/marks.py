"""Everything found in a sentence before anything is decided: names, milestone words, dates, cues."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from tracker.reading.names import Mention, Names
from tracker.reading.packs import Pack
from tracker.reading.roles import Roles
from tracker.reading.sentences import Sentence, split
from tracker.reading.spans import DateSpan

PRIORITY = ("ascent", "return", "sample-collection", "surface-ops", "lunar-orbit", "docking", "rollout", "delivery", "landing", "launch")


class Trigger(NamedTuple):
    """Words at [start:end) that tell of a milestone. `form`: past, s, base, ing, noun, put, state; "t" in Chinese."""

    start: int
    end: int
    milestone: str
    form: str


class Marks(NamedTuple):
    """A sentence with all that stands in it; offsets are those of the field."""

    sentence: Sentence
    mentions: tuple[Mention, ...]
    triggers: tuple[Trigger, ...]
    dates: tuple[DateSpan, ...]
    cues: tuple[tuple[int, int, str], ...]
    language: str

    def cued(self, name: str, low: int, high: int) -> list[tuple[int, int]]:
        """Where a cue stands between two offsets."""
        return [(start, end) for start, end, kind in self.cues if kind == name and start >= low and end <= high]

    def text(self, low: int, high: int) -> str:
        """The sentence's text between two offsets of the field."""
        base = self.sentence.start
        return self.sentence.text[max(0, low - base) : max(0, high - base)]


def mark(text: str, field: str, pack: Pack, names: Names, today: date | None, roles: Roles, elsewhere: Sequence[Mention] = ()) -> list[Marks]:
    """All sentences of a field with their marks. `elsewhere`: who the item's other field names."""
    sentences = split(text, field, pack)
    mentions = names.find(text)
    if pack.language == "zh":
        mentions = sorted(mentions + names.bare(text, mentions, mentions + list(elsewhere)))
    dates = [d for d in pack.dates.find(text, today) if not any(m.start <= d.core < m.end for m in mentions)]
    marked = []
    for sentence in sentences:
        inside = lambda start, s=sentence: s.start <= start < s.end  # noqa: E731
        here = tuple(sorted([m for m in mentions if inside(m.start)] + roles.find(sentence, mentions)))
        marked.append(
            Marks(sentence, here, tuple(triggers(sentence, pack, here)), tuple(d for d in dates if inside(d.start)), _cues(sentence, pack), pack.language)
        )
    return marked


def triggers(sentence: Sentence, pack: Pack, mentions: tuple[Mention, ...]) -> list[Trigger]:
    """Milestone words, without overlaps: the more telling milestone wins, then the longer match."""
    found: list[Trigger] = []
    for milestone, form, pattern in pack.triggers:
        found.extend(
            Trigger(sentence.start + m.start(), sentence.start + m.end(), milestone, form)
            for m in pattern.finditer(sentence.text)
        )
    found.sort(key=lambda t: (t.form not in ("hold", "cancel", "handover"), t.form == "mission", PRIORITY.index(t.milestone.split("+")[0]), t.start - t.end))
    kept: list[Trigger] = []
    for trigger in found:
        if any(trigger.start < k.end and k.start < trigger.end for k in kept):
            continue
        if trigger.form not in ("hold", "cancel", "handover") and any(m.start < trigger.end and trigger.start < m.end for m in mentions if not m.role or trigger.form == "mission"):
            continue
        if trigger.form == "handover":  # the landing goes to another: lost by one, gained by the one named behind
            kept += [trigger._replace(form="cancel"), trigger._replace(form="gained")]
            continue
        kept.extend(trigger._replace(milestone=one) for one in trigger.milestone.split("+"))
    return sorted(kept)


def _cues(sentence: Sentence, pack: Pack) -> tuple[tuple[int, int, str], ...]:
    found = [
        (sentence.start + m.start(), sentence.start + m.end(), name)
        for name, pattern in pack.cues.items()
        for m in pattern.finditer(sentence.text)
    ]
    return tuple(sorted(found))
