"""Wide candidates: each milestone word with its owner, each date with the milestone word it falls to.

Nothing is decided here about truth; every candidate carries the names of what was seen (`seen`), which explain it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tracker.model import Mission
from tracker.reading.dateroles import date_role
from tracker.reading.marks import Marks, Trigger
from tracker.reading.names import Mention
from tracker.reading.owners import Event, events
from tracker.reading.spans import DateSpan
from tracker.reading.topics import Topics

OWN_LANDING = "landing"
FARTHEST = 4.5
"""A date that lies farther than this from every milestone word belongs to none."""

Dated = list[tuple[float, DateSpan]]


class Candidate(NamedTuple):
    """One possible claim. `trigger` None: the mission's own date, which is its launch."""

    marks: Marks
    mission: str
    mention: Mention
    milestone: str
    trigger: Trigger | None
    date: DateSpan | None
    role: str  # of the date: "" or "old"
    cost: float
    seen: tuple[str, ...]

    @property
    def here(self) -> bool:
        """Whether the mission is named in this very sentence."""
        return self.mention in self.marks.mentions

    @property
    def anchor(self) -> int:
        """Where its words stand: the trigger, else the mention, else the date."""
        if self.trigger is not None:
            return self.trigger.start
        if self.here:
            return self.mention.start
        return self.date.start if self.date else self.marks.sentence.start

    @property
    def how(self) -> str:
        """How the mission was found: before, behind, inside, oblique, role, topic..., own."""
        return self.seen[0].removeprefix("owner:")


def milestones(mission: Mission) -> frozenset[str]:
    """What can be said of a mission: its milestones, the road to the pad, and what goes with them."""
    own = set(mission.milestones) | {"delivery", "rollout", "launch"}
    if "ascent" in own or {"surface-ops", "return"} <= own:
        own |= {"docking", "sample-collection", "ascent", "lunar-orbit", "return", "surface-ops"}
    return frozenset(own)


def candidates(marks: Marks, topics: Topics, possible: Mapping[str, frozenset[str]]) -> list[Candidate]:
    """Every event with the dates that fall to it; events without a date stand undated."""
    found = events(marks, topics, possible)
    roles = {span: date_role(marks, span) for span in marks.dates}
    taken: dict[int, Dated] = {}
    for span in marks.dates:
        if roles[span] == "report":
            continue
        choice = _event_for(marks, found, span)
        if choice is not None:
            taken.setdefault(choice[0], []).append((choice[1], span))
    _share(marks, found, taken)
    result: list[Candidate] = []
    for index, event in enumerate(found):
        dated = taken.get(index, [])
        result.extend(
            c for c in _paired(marks, event, dated, roles, topics.asked) if c.milestone in possible[c.mission]
        )
        trigger = event.trigger
        if trigger is not None and all(roles[d] == "old" for _, d in dated):
            seen = (f"owner:{event.how}", f"form:{trigger.form}", "date:none")
            result.extend(
                Candidate(marks, m.mission, m, trigger.milestone, trigger, None, "", event.cost, seen)
                for m in event.owners
                if m.mission and trigger.milestone in possible[m.mission]
            )
    return result


def _event_for(marks: Marks, found: list[Event], span: DateSpan) -> tuple[int, float] | None:
    """The event a date lies nearest to, and how far; None when all are too far."""
    best: tuple[int, float] | None = None
    for index, event in enumerate(found):
        if event.trigger is not None and event.trigger.form == "cancel":
            continue
        cost = _distance(marks, event, span) + _handicap(marks, event, span)
        if cost <= FARTHEST and (best is None or cost < best[1]):
            best = index, cost
    return best


def _distance(marks: Marks, event: Event, span: DateSpan) -> float:
    sentence = marks.sentence
    chinese = marks.pack.language == "zh"
    if span.start >= event.high:
        turned = event.how == "behind" and chinese and (event.trigger is None or event.trigger.form != "gained")
        described = bool(marks.pack.word("describes").match(marks.text(event.high, event.high + 3))) or turned
        attributive = described and event.trigger is not None
        return sentence.far(event.high, span.core) + sentence.gap(event.high, span.start) / 60 + 5.0 * attributive
    noun = event.trigger is not None and event.trigger.form in ("noun", "base", "ing")
    if noun and 0 <= event.low - span.end <= 1 and not chinese:
        return 0.0  # "April 1 launch"
    if span.end <= event.low and span.start - sentence.start < 8:  # "In 2027, ..." governs the sentence
        return 0.9 + 0.25 * sentence.far(span.end, event.low) + (0 if event.trigger else 0.5)
    if span.end <= event.low:
        joined = not chinese and event.trigger is not None and marks.stands("and_does", span.end, event.trigger.start)
        if joined and any(m.end <= span.start for m in marks.mentions):
            return FARTHEST + 1  # "make A a test in 2027 and fly B": the day is that of the first doing
        if event.trigger is None and marks.text(span.end, event.low).strip() in ("、", ",", ", and", "and"):
            return 2.0  # 2号推迟到2026年4月、3号推迟到2027年: a list goes on behind the date
        return sentence.far(span.end, event.low) + (event.low - span.end) / 50 + (0.0 if chinese else 0.3)
    return 0.05


def _handicap(marks: Marks, event: Event, span: DateSpan) -> float:
    """A bare name or a weak word takes a date only when nothing better is near."""
    trigger = event.trigger
    if trigger is not None and trigger.form not in ("mission", "w"):
        return 0.0
    if (
        trigger is not None
        and trigger.form == "mission"
        and 0 < event.low - span.end <= 2
        and marks.pack.language == "en"
    ):
        return -0.4  # "a February flight", "the 2027 mission"
    if trigger is not None and trigger.form == "w":
        return 0.2 if 0 <= event.low - span.end <= 2 else 1.0
    gap = marks.text(event.high, span.start) if span.start >= event.high else "-"
    if trigger is None and apposed(marks, event, span):
        return -1.0
    if len(gap) < 40 and marks.pack.word("slated").fullmatch(gap):
        return 0.1
    return 0.9 if trigger is None else 1.0


def apposed(marks: Marks, event: Event, span: DateSpan) -> bool:
    """ "Artemis III, scheduled for 2027, ...": the date stands in apposition to the name."""
    return span.start >= event.high and bool(
        marks.pack.word("apposition").fullmatch(marks.text(event.high, span.start))
    )


def _share(marks: Marks, found: list[Event], taken: dict[int, Dated]) -> None:
    """Milestones listed together (软着陆、采样、起飞) share the date that one of them has."""
    for step in (1, -1):
        for index in range(len(found))[::step]:
            other = index + step
            if not 0 <= other < len(found) or other in taken or index not in taken:
                continue
            one, two = found[index].trigger, found[other].trigger
            if one is None or two is None or found[index].owners != found[other].owners:
                continue
            if _one_flight(marks, one, two) or _listed(marks, one, two):
                taken[other] = [(cost + 0.3, span) for cost, span in taken[index]]


def _one_flight(marks: Marks, one: Trigger, two: Trigger) -> bool:
    """ "launching in 2027 to test docking": the docking is what the flight is for."""
    if (one.milestone, two.milestone) != ("launch", "docking") or two.start < one.end:
        return False
    near = marks.sentence.far(one.end, two.start) <= 2
    return near and bool(marks.pack.word("for_test").search(marks.text(one.end, two.start)))


def _listed(marks: Marks, one: Trigger, two: Trigger) -> bool:
    left, right = sorted((one, two))
    if left.milestone == right.milestone:
        return False
    return left.start == right.start or bool(marks.pack.word("and").fullmatch(marks.text(left.end, right.start)))


def _paired(
    marks: Marks, event: Event, dated: Dated, roles: Mapping[DateSpan, str], asked: str = ""
) -> list[Candidate]:
    """Owners and dates of one event: pairwise where as many missions as dates are listed, else the nearest for all.

    A bare name's own date is that of its launch, or of the milestone that the sentence before `asked` for.
    """
    trigger = event.trigger
    form = trigger.form if trigger else "own"
    pairs: list[tuple[Mention, float, DateSpan, str]] = []
    for role in ("", "old"):
        mine = _listed_dates(marks, event, sorted((d for d in dated if roles[d[1]] == role), key=lambda d: d[1].start))
        if len(event.owners) > 1 and len(mine) == len(event.owners):
            pairs += [(m, c, d, "date:paired") for m, (c, d) in zip(event.owners, mine, strict=True)]
        elif mine:
            best = min(mine)
            if form != "own" and len(mine) == 2 and _probe_and_rocket(marks, event):
                best = mine[0]
            pairs += [(m, *best, "date:single" if len(mine) == 1 else "date:nearest") for m in event.owners]
    found = []
    for mention, cost, span, how in pairs:
        if mention.mission:
            own = asked or OWN_LANDING if asked or mention.role or mention.mission in marks.pack.landers else "launch"
            apart = ("apposition",) if trigger is None and apposed(marks, event, span) else ()
            seen = (f"owner:{event.how}", f"form:{form}", how, *apart)
            milestone = trigger.milestone if trigger else own
            found.append(
                Candidate(
                    marks, mention.mission, mention, milestone, trigger, span, roles[span], event.cost + cost, seen
                )
            )
    return found


def _listed_dates(marks: Marks, event: Event, mine: Dated) -> Dated:
    """The dates that 分别 or "respectively" deals out, where another date stands in the sentence too."""
    count = len(event.owners)
    word = marks.pack.word("respectively").search(marks.sentence.text)
    if count < 2 or len(mine) <= count or word is None:
        return mine
    at = marks.sentence.start + word.start()
    dealt = [d for d in mine if d[1].start > at] if marks.pack.language == "zh" else [d for d in mine if d[1].end < at]
    return dealt if len(dealt) == count else mine


def _probe_and_rocket(marks: Marks, event: Event) -> bool:
    """ "probe and rocket arrived in April and July respectively": the probe is named first."""
    delivery = event.trigger is not None and event.trigger.milestone == "delivery"
    return delivery and bool(marks.pack.word("respectively").search(marks.sentence.text))
