"""Wide candidates: which milestone words belong to which mission, which date to which of them.

Nothing is decided here about truth; every candidate carries the names of what was seen (`seen`), which explain it and
which the scorer weighs.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from tracker.reading.marks import Marks, Trigger
from tracker.reading.names import Mention
from tracker.reading.spans import DateSpan


OWN = {"china-crewed-landing": "landing"}
"""What a mission's own date stands for, where it is not its launch."""


class Candidate(NamedTuple):
    """One possible claim. `trigger` None: the mission's own date, which is its launch."""

    marks: Marks
    mission: str
    mention: Mention | None
    milestone: str
    trigger: Trigger | None
    date: DateSpan | None
    cost: float
    seen: tuple[str, ...]

    @property
    def anchor(self) -> int:
        """Where its words stand: the trigger, else the mention, else the date."""
        if self.trigger is not None:
            return self.trigger.start
        if self.mention is not None and self.mention.start >= self.marks.sentence.start:
            return self.mention.start
        return self.date.start if self.date else self.marks.sentence.start


class Event(NamedTuple):
    """A milestone word (or a mission's bare name) with its owners."""

    trigger: Trigger | None
    owners: tuple[Mention, ...]
    how: str  # "before", "behind", "carried", "topic", "own"
    cost: float


def groups(marks: Marks) -> list[list[Mention]]:
    """Mentions listed together: "Chang'e 7 and Chang'e 8", 嫦娥七号、八号."""
    listed: list[list[Mention]] = []
    for mention in marks.mentions:
        if listed:
            between = marks.text(listed[-1][-1].end, mention.start).strip().lower()
            if between in ("and", "&", ",", ", and", "or", "and the", "和", "与", "及", "、", "以及", "/", "", "and its", "plus", "as well as", '"、"', '"和"', ',"', "and maybe"):
                listed[-1].append(mention)
                continue
        listed.append([mention])
    return listed


def events(marks: Marks, topic: Sequence[Mention], topic_word: bool) -> list[Event]:
    """Each milestone word with the missions it can belong to, then each mission's own name."""
    listed = groups(marks)
    found = []
    for trigger in marks.triggers:
        owner = _owner(marks, listed, trigger)
        if owner is not None:
            group, how, cost = owner
            found.append(Event(trigger, tuple(group), how, cost))
        elif not marks.mentions and topic and topic_word:
            found.append(Event(trigger, tuple(topic), "topic", 1.0))
        elif topic and not any(m.mission or m.other for m in marks.mentions if m.start < trigger.start):
            found.append(Event(trigger, tuple(topic), "topic-weak", 1.6))
    found.extend(Event(None, tuple(group), "own", 0.8) for group in listed if any(m.mission for m in group))
    return found


def _owner(marks: Marks, listed: list[list[Mention]], trigger: Trigger) -> tuple[list[Mention], str, float] | None:
    best: tuple[list[Mention], str, float] | None = None
    for group in listed:
        first, last = group[0], group[-1]
        if last.end <= trigger.start:
            cost = marks.sentence.far(last.end, trigger.start) + (trigger.start - last.end) / 80
            how = "before"
            if _oblique(marks, first):
                cost += 1.2
                how = "oblique"
        elif first.start >= trigger.start:
            far = marks.sentence.far(trigger.end, first.start)
            cost = far + (first.start - trigger.end) / 50 + (0.3 if far == 0 else 1.2)
            how = "behind"
        else:
            cost, how = 0.1, "inside"
        if best is None or cost < best[2]:
            best = group, how, cost
    if best is None or best[2] > 7:
        return None
    return best


_OBLIQUE = ("for", "with", "than", "from", "like", "by", "after", "before", "serve", "support", "including", "since", "为", "与", "比", "继")


def _oblique(marks: Marks, mention: Mention) -> bool:
    words = marks.text(marks.sentence.start, mention.start).lower().replace('"', " ").split()
    if not words:
        return False
    last = words[-1] if words[-1] not in ("the", "its", "nasa's", "china's", "a", "this", "year's") else (words[-2] if len(words) > 1 else "")
    return last in _OBLIQUE or last[-1:] in ("为", "与", "比", "继")


def candidates(marks: Marks, topic: Sequence[Mention], topic_word: bool, today: date | None) -> list[Candidate]:
    """Every event with the dates that fall to it; events without a date stand undated."""
    found_events = events(marks, topic, topic_word)
    taken: dict[int, list[tuple[float, DateSpan]]] = {}
    for span in marks.dates:
        choice = _event_for(marks, found_events, span)
        if choice is not None:
            index, cost = choice
            taken.setdefault(index, []).append((cost, span))
    result = []
    for index, event in enumerate(found_events):
        dated = taken.get(index, [])
        result.extend(_paired(marks, event, sorted(dated, key=lambda d: d[1].start)))
        if not dated and event.trigger is not None:
            for owner in event.owners:
                if owner.mission:
                    result.append(Candidate(marks, owner.mission, owner, event.trigger.milestone, event.trigger, None, event.cost, (f"owner:{event.how}", f"form:{event.trigger.form}", "date:none")))
    return result


def _event_for(marks: Marks, found: list[Event], span: DateSpan) -> tuple[int, float] | None:
    best: tuple[int, float] | None = None
    for index, event in enumerate(found):
        if event.trigger is None:
            group = event.owners
            low, high = group[0].start, group[-1].end
            extra = 0.9
        elif event.trigger.form == "mission":
            low, high, extra = event.trigger.start, event.trigger.end, 1.0
        else:
            low, high = event.trigger.start, event.trigger.end
            extra = 0.0
        if span.start >= high:
            cost = marks.sentence.far(high, span.core) + (span.start - high) / 60
        elif span.end <= low:
            cost = marks.sentence.far(span.end, low) + (low - span.end) / 50 + 0.3
        else:
            cost = 0.05
        cost += extra
        if cost <= 4.5 and (best is None or cost < best[1]):
            best = index, cost
    return best


def _paired(marks: Marks, event: Event, dated: list[tuple[float, DateSpan]]) -> list[Candidate]:
    """Owners and dates of one event: pairwise where as many missions as dates are listed, else each date for all."""
    owners = [m for m in event.owners]
    trigger = event.trigger
    form = trigger.form if trigger else "own"
    if form == "hold" and dated:
        dated = [min(dated)]
    pairs: list[tuple[Mention, float, DateSpan, str]] = []
    if len(owners) > 1 and len(dated) == len(owners):
        pairs = [(m, c, d, "date:paired") for m, (c, d) in zip(owners, dated, strict=True)]
    else:
        pairs = [(m, c, d, "date:single" if len(dated) == 1 else "date:many") for m in owners for c, d in dated]
    return [
        Candidate(marks, m.mission, m, trigger.milestone if trigger else OWN.get(m.mission, "launch"), trigger, d, event.cost + c, (f"owner:{event.how}", f"form:{form}", how))
        for m, c, d, how in pairs
        if m.mission
    ]
