"""Whose milestone it is: the mission a milestone word belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tracker.reading.marks import Marks, Trigger
from tracker.reading.names import Mention
from tracker.reading.topics import Topics, carrier

FARTHEST = 6.0
Possible = Mapping[str, frozenset[str]]


class Event(NamedTuple):
    """A milestone word (or a mission's bare name: `trigger` None) with its owners; no owners: somebody else's."""

    trigger: Trigger | None
    owners: tuple[Mention, ...]
    low: int  # the stretch its dates are measured from: the word with a name right beside it
    high: int
    how: str  # "before", "behind", "oblique", "inside", "role", "topic...", "own", "other", "nobody"
    cost: float


def groups(marks: Marks) -> list[list[Mention]]:
    """Mentions listed together: "Chang'e 7 and Chang'e 8", 嫦娥七号、八号."""
    listed: list[list[Mention]] = []
    for mention in marks.mentions:
        if listed and not mention.role and not listed[-1][-1].role:
            between = marks.text(listed[-1][-1].end, mention.start)
            apart = "," in between and _in_time(marks, listed[-1][0])  # "Like Artemis III, Tianwen-3 will fly"
            if len(between) < 24 and not apart and marks.pack.word("list").fullmatch(between):
                listed[-1].append(mention)
                continue
        listed.append([mention])
    return listed


def events(marks: Marks, topics: Topics, possible: Possible) -> list[Event]:
    """Each milestone word with the missions it can belong to, then each mission's own name."""
    listed = groups(marks)
    found: list[Event] = _answers(marks, topics, possible)
    named: set[Mention] = set()
    for trigger in named_steps(marks, topics.step):
        if trigger.form == "x":  # what is built, signed or shown keeps its own date
            found.append(Event(trigger, (), trigger.start, trigger.end, "nobody", 9.0))
            continue
        owner = _owner(marks, listed, trigger, possible)
        if owner is None:
            heard, how = topics.heard(marks, trigger, possible)
            cost = 9.0 if not heard else 1.0 if how == "topic" else 1.6
            found.append(Event(trigger, heard, trigger.start, trigger.end, how if heard else "nobody", cost))
            continue
        group, how, cost = owner
        low, high = _stretch(marks, trigger, group) if how != "role" else (trigger.start, trigger.end)
        if (low, high) != (trigger.start, trigger.end) and trigger.form not in ("hold", "cancel"):
            named.update(group)
        found.append(Event(trigger, group, low, high, how, cost))
    found.extend(
        Event(None, tuple(names), names[0].start, names[-1].end, "own", 0.8)
        for names in listed
        if any(m.mission and m not in named for m in names)
    )
    found.extend(
        Event(None, (), names[0].start, names[-1].end, "other", 9.0)
        for names in listed
        if not any(m.mission for m in names)
        and not all(carrier(marks.pack, m) for m in names)
        and any(0 <= d.start - names[-1].end < 6 for d in marks.dates)  # "then Artemis V by the end of that year"
    )
    return found


def pronoun(marks: Marks, trigger: Trigger) -> bool:
    """Whether the milestone word is no more than "it"."""
    words = marks.text(trigger.start, trigger.end)
    return trigger.form == "mission" and marks.pack.word("pronoun").fullmatch(words) is not None


def _does_another(marks: Marks, trigger: Trigger) -> bool:
    """Whether a pronoun is only the subject of another milestone's verb."""
    behind = [t for t in marks.triggers if t.start >= trigger.end and t.form in ("base", "s", "past", "ing", "put")]
    return bool(behind) and behind[0].start - trigger.end < 26 and not marks.sentence.far(trigger.end, behind[0].start)


def _answers(marks: Marks, topics: Topics, possible: Possible) -> list[Event]:
    """ "When will it fly? In 2027.": a sentence that begins with its date, and has no milestone word, answers the question."""
    if not topics.asked or marks.triggers or marks.mentions or not marks.dates:
        return []
    if marks.dates[0].start - marks.sentence.start > 12:
        return []  # the answer comes first
    at = marks.dates[0].start
    step = Trigger(at, at, topics.asked, "answer")
    heard, _ = topics.heard(marks, step, possible)
    return [Event(step, heard, at, at, "topic", 1.0)] if heard else []


def _stretch(marks: Marks, trigger: Trigger, group: tuple[Mention, ...]) -> tuple[int, int]:
    """ "Artemis III launch", "landing with Artemis IV": name and word are one, and the name no event of its own."""
    low, high = trigger.start, trigger.end
    if group and trigger.form != "mission":
        gap = marks.text(group[-1].end, low) if group[-1].end <= low else marks.text(high, group[0].start)
        if gap[:1] == "的":  # 发射的嫦娥七号: the words describe the name, which goes on to its own date
            return low, high
        if len(gap) < 40 and marks.pack.word("link").fullmatch(gap):
            return min(low, group[0].start), max(high, group[-1].end)
    return low, high


def named_steps(marks: Marks, told: str = "") -> list[Trigger]:
    """A bare 实施, 执行 or "it" means the step named before it in the sentence; alone, the mission's launch.

    "NASA still targets 2028" means the step `told` before, in the sentence or the one before; alone it is nobody's.
    """
    named: list[Trigger] = []
    for trigger in marks.triggers:
        if trigger.form == "echo":
            step = named[-1].milestone if named else told
            named.append(trigger._replace(milestone=step or "launch", form="mission" if step else "x"))
            continue
        if pronoun(marks, trigger) and _does_another(marks, trigger):
            continue  # "In June it will land": the day is the landing's
        before = next((t for t in reversed(named) if t.form not in ("w", "hold", "cancel", "x")), None)
        heir = trigger.form == "w" or pronoun(marks, trigger)
        if heir and before is not None and marks.sentence.far(before.end, trigger.start) <= 2:
            between = [m for m in marks.mentions if before.end <= m.start < trigger.start]
            if not between or marks.pack.word("agent").search(marks.text(between[0].start - 4, between[0].start)):
                named.append(trigger._replace(milestone=before.milestone))
                continue
        named.append(trigger)
    return named


def _owner(
    marks: Marks, listed: list[list[Mention]], trigger: Trigger, possible: Possible
) -> tuple[tuple[Mention, ...], str, float] | None:
    """The nearest group that can own the word; an empty group when that is somebody else; None when nobody is near."""
    if _anothers_own(marks, trigger):
        return (), "other", 0.0
    best: tuple[list[Mention], str, float] | None = None
    dealt = marks.stands("respectively", marks.sentence.start, marks.sentence.end)
    for group in listed:
        if (trigger.milestone != "delivery" or dealt) and all(carrier(marks.pack, m) for m in group):
            continue  # a rocket launches its mission, but is delivered itself
        if not any(not m.mission or trigger.milestone in possible[m.mission] for m in group):
            continue
        told = _told(marks, group, trigger)
        if told is not None and (best is None or told[1] < best[2]):
            best = group, *told
    if best is None or best[2] > FARTHEST:
        return None
    if not any(m.mission for m in best[0]):
        return (), "other", best[2]
    return tuple(best[0]), best[1], best[2]


def _anothers_own(marks: Marks, trigger: Trigger) -> bool:
    """ "the Starship demonstration", "a Long March 10 flight", "Starship's launch": of the craft named right before it."""
    before = [m for m in marks.mentions if not m.mission and m.end <= trigger.start]
    if not before or len(gap := marks.text(before[-1].end, trigger.start)) > 14:
        return False
    own = marks.pack.word("own_rocket").match(before[-1].other) or trigger.form == "mission"
    link = "its_own_relative" if marks.pack.word("own_rocket").match(before[-1].other) else "its_own"
    return bool(own) and bool(marks.pack.word(link).fullmatch(gap))


def _told(marks: Marks, group: list[Mention], trigger: Trigger) -> tuple[str, float] | None:
    """How a group stands to a milestone word, and at what cost; None when it cannot own it."""
    first, last = group[0], group[-1]
    sentence = marks.sentence
    if first.role:
        if trigger.milestone != "landing" or trigger.form == "gained":
            return None
        return "role", abs(trigger.start - first.start) / 40 + sentence.far(first.start, trigger.start) - 0.3
    if last.end <= trigger.start:
        if trigger.form == "gained":
            return None
        far = sentence.far(last.end, trigger.start)
        if far and _in_time(marks, first):
            return None  # "After Artemis II, NASA will launch ..."
        cost = far + sentence.gap(last.end, trigger.start) / 80
        if _relative(marks, last, trigger):
            return "before", -0.1
        return ("oblique", cost + 1.5) if oblique(marks, first, last) else ("before", cost)
    if first.start >= trigger.start:
        return _behind(marks, first, last, trigger)
    return None if trigger.form == "gained" else ("inside", 0.1)


def _relative(marks: Marks, mention: Mention, trigger: Trigger) -> bool:
    """ "spoke with Expedition 74, which returns in July": the clause is of the name right before it."""
    link = marks.pack.word("who_does").match(marks.text(mention.end, trigger.start))
    return link is not None and not marks.text(mention.end + link.end(), trigger.start).count(",")


def _behind(marks: Marks, first: Mention, last: Mention, trigger: Trigger) -> tuple[str, float] | None:
    """ "launch of Artemis III", 发射的嫦娥七号, "Launching in August, Chang'e-7"."""
    pack = marks.pack
    between = marks.text(trigger.end, first.start)
    far = marks.sentence.far(trigger.end, first.start)
    if trigger.form in ("hold", "cancel") and far:
        return None
    lead = marks.text(marks.sentence.start, trigger.start)
    if far and trigger.form != "ing" and pack.word("background").search(lead):
        return None  # "Before astronauts land in 2028, NASA will fly Artemis III": the first clause is its own
    if far and any(
        trigger.end <= t.start < first.start and marks.sentence.far(trigger.end, t.start) for t in marks.triggers
    ):
        return None  # "a docking next year, and a landing follows on Artemis IV": the name belongs to the nearer word
    if far > 1 and trigger.form == "past" and pack.language == "en":
        return None  # "the Sun flung a cloud towards Earth, and Artemis II ...": another clause, another subject
    if trigger.form == "cancel" and (
        pack.word("handed").search(marks.text(trigger.start, trigger.end))
        or not pack.word("cancel_gap").fullmatch(between)
    ):
        return None
    agent = pack.word("agent").search(marks.text(first.start - 4, first.start))
    if _in_time(marks, first) or (far and pack.language == "zh" and not agent):
        return None
    if far and marks.stands("where", trigger.end, first.start):
        return None  # "goes to the far side, where only Chang'e 6 has been"
    cost = far + (first.start - trigger.end) / 50 + (0.3 if far == 0 else 1.2)
    if between.strip('" ') in ("的", ""):
        cost = -0.2
    if oblique(marks, first, last) and not pack.word("of").search(between):
        return None if trigger.form == "gained" else ("oblique", cost + 1.5)
    return "behind", cost


def _in_time(marks: Marks, mention: Mention) -> bool:
    """ "before Artemis III": named only to say when something else is."""
    return marks.stands("oblique_time", mention.start - 20, mention.start)


def oblique(marks: Marks, first: Mention, last: Mention) -> bool:
    """ "for Chang'e 4", 在鹊桥二号支持下: a mission in passing, not the one that acts."""
    if marks.stands("oblique_before", max(marks.sentence.start, first.start - 30), first.start):
        return True
    return bool(marks.pack.word("oblique_behind").match(marks.text(last.end, last.end + 8)))
