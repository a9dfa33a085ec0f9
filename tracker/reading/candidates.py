"""Wide candidates: which milestone words belong to which mission, which date to which of them.

Nothing is decided here about truth; every candidate carries the names of what was seen (`seen`), which explain it and
which the scorer weighs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tracker.model import Mission
from tracker.reading.dateroles import date_role
from tracker.reading.marks import Marks, Trigger
from tracker.reading.names import Mention
from tracker.reading.packs import Pack
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
    role: str  # of the date: "", "old", "spec"
    cost: float
    seen: tuple[str, ...]

    @property
    def anchor(self) -> int:
        """Where its words stand: the trigger, else the mention, else the date."""
        if self.trigger is not None:
            return self.trigger.start
        if self.mention is not None and self.mention in self.marks.mentions:
            return self.mention.start
        return self.date.start if self.date else self.marks.sentence.start


class Event(NamedTuple):
    """A milestone word (or a mission's bare name) with its owners."""

    trigger: Trigger | None
    owners: tuple[Mention, ...]
    low: int  # the stretch its dates are measured from: the trigger with a name right beside it
    high: int
    how: str  # "before", "behind", "oblique", "inside", "topic", "own"
    cost: float


def milestones(mission: Mission) -> frozenset[str]:
    """What can be said of a mission: its milestones, the road to the pad, and what goes with them."""
    own = set(mission.milestones) | {"delivery", "rollout", "launch"}
    if "ascent" in own or {"surface-ops", "return"} <= own:
        own |= {"docking", "sample-collection", "ascent", "lunar-orbit", "return", "surface-ops"}
    return frozenset(own)


_LIST_ZH = re.compile(r'(?:"|、|和|与|及|以及|任务|探测器|中继星|号|/|或)*')
_LIST = re.compile(
    r'(?:\s|"|,|&|/|、|和|与|及|以及|and|or|the|its|plus|as well as|maybe|mission|missions|任务|探测器|中继星|号)*', re.IGNORECASE
)


def groups(marks: Marks) -> list[list[Mention]]:
    """Mentions listed together: "Chang'e 7 and Chang'e 8", 嫦娥七号、八号."""
    listed: list[list[Mention]] = []
    for mention in marks.mentions:
        if listed and not mention.role and not listed[-1][-1].role:
            between = marks.text(listed[-1][-1].end, mention.start)
            if len(between) < 24 and (_LIST_ZH if marks.language == "zh" else _LIST).fullmatch(between):
                listed[-1].append(mention)
                continue
        listed.append([mention])
    return listed


_LINK = re.compile(
    r"[\s'\"]*(?:s\b)?(?:(?:opportunit\w+|attempts?|missions?|flights?|date|window|target|of|with|on|for|aboard|during|by|using|the|its|crewed|lunar|moon|first|planned|next|upcoming|uncrewed|任务|探测器|月球|的|计划|载人|将|中继星|交给|改由|转由|由|让给|移交|交由|“|”)[\s\"']*)*"
)


def events(marks: Marks, topics: Topics, possible: Mapping[str, frozenset[str]]) -> list[Event]:
    """Each milestone word with the missions it can belong to, then each mission's own name."""
    listed = groups(marks)
    found: list[Event] = []
    named: set[Mention] = set()
    for trigger in _named_steps(marks):
        owner = _owner(marks, listed, trigger, possible)
        if owner is not None:
            group, how, cost = owner
            low, high = trigger.start, trigger.end
            if group and trigger.form != "mission" and how != "role":
                gap = marks.text(group[-1].end, low) if group[-1].end <= low else marks.text(high, group[0].start)
                if len(gap) < 40 and _LINK.fullmatch(gap):
                    low, high = min(low, group[0].start), max(high, group[-1].end)
                    named.update(group)
            found.append(Event(trigger, group, low, high, how, cost))
            continue
        heard, how = topics.heard(marks, trigger, possible)
        if not heard:
            found.append(Event(trigger, (), trigger.start, trigger.end, "nobody", 9.0))
        else:
            found.append(Event(trigger, heard, trigger.start, trigger.end, how, 1.0 if how == "topic" else 1.6))
    for group in listed:
        if any(m.mission and m not in named for m in group):
            found.append(Event(None, tuple(group), group[0].start, group[-1].end, "own", 0.8))
    return found


def _named_steps(marks: Marks) -> list[Trigger]:
    """A bare 实施 or 执行 means the step named before it in the sentence; alone, the mission's launch."""
    named: list[Trigger] = []
    for trigger in marks.triggers:
        before = next((t for t in reversed(named) if t.form not in ("w", "hold", "cancel")), None)
        heir = trigger.form == "w" or (trigger.form == "mission" and marks.text(trigger.start, trigger.end).lower() == "it")
        if heir and before is not None and marks.sentence.far(before.end, trigger.start) <= 2 and _same_step(marks, before, trigger):
            trigger = trigger._replace(milestone=before.milestone)
        named.append(trigger)
    return named


_APPOSITION = re.compile(
    r"(?:'s)?(?: mission| flight| probe| launch)?, (?:(?:now|currently|still|itself|tentatively|officially|previously|originally|initially|once|formerly|first) )*"
    r"(?:scheduled|planned|targeted|due|set|slated|pencilled in|penciled in|expected|foreseen|meant|intended|to (?:fly|launch))(?: (?:to (?:fly|launch|lift off)|for launch))?(?: (?:for|in|on|by))?\s?",
    re.IGNORECASE,
)


def _same_step(marks: Marks, before: Trigger, trigger: Trigger) -> bool:
    """A mission named in between takes the step over only as its agent: 由阿耳忒弥斯4号执行."""
    between = [m for m in marks.mentions if before.end <= m.start < trigger.start]
    return not between or marks.text(between[0].start - 3, between[0].start).rstrip('"').endswith(("由", "交给", "给"))


_SLATED = re.compile(
    r"(?:'s)?(?: mission| flight| launch)?(?: (?:is|are|was|now|currently|still|remains|stays|has been|tentatively|officially))* "
    r"(?:scheduled|planned|targeted|due|set|slated|pencilled in|penciled in|expected|foreseen|down|on track|aimed|earmarked)(?: to (?:fly|launch|lift off))?(?: for launch)?(?: (?:for|in|on|by|no))?\s?",
    re.IGNORECASE,
)


class Topics:
    """What the item speaks of when a sentence names nobody: the sentence before, else the headline."""

    def __init__(self, whole: tuple[Mention, ...] = ()) -> None:
        self._title: tuple[Mention, ...] = ()
        self._last: tuple[Mention, ...] = ()
        self._whole = whole

    def heard(self, marks: Marks, trigger: Trigger, possible: Mapping[str, frozenset[str]]) -> tuple[tuple[Mention, ...], str]:
        """Who a milestone word without a name can mean, and how that is known."""
        if trigger.milestone == "launch" and any(m.end <= trigger.start <= m.end + 2 for m in marks.mentions):
            return (), ""
        article = trigger.milestone != "launch" and _INDEFINITE.search(marks.text(trigger.start - 30, trigger.start))
        if article and not any(trigger.start - 30 < d.start < trigger.start for d in marks.dates):
            return (), ""
        if marks.sentence.field == "title" and trigger.milestone in ("landing", "surface-ops"):
            return (), ""
        for heard, how in ((self._last, "topic"), (self._title, "topic-title"), (self._whole, "topic-whole")):
            mine = tuple(m for m in heard if trigger.milestone in possible[m.mission])
            if mine and not any(not m.role for m in marks.mentions if not _carrier(m)):
                return mine, how
            if mine and not any(m.end <= trigger.start for m in marks.mentions):
                return mine, "topic-weak"
        return (), ""

    def learn(self, marks: Marks) -> None:
        """Take in a sentence that was read."""
        heard = [m for m in marks.mentions if not m.role and not _carrier(m)]
        named = {m.mission for m in heard}
        if len(named) == 1 and "" not in named:
            self._last = (heard[0],)
        elif named:
            self._last = ()
        if marks.sentence.field == "title" and len(named - {""}) == 1:
            self._title = (next(m for m in heard if m.mission),)


def whole(marked: Sequence[Marks]) -> tuple[Mention, ...]:
    """The one mission that an item names, where it names one and no other craft."""
    named = [m for marks in marked for m in marks.mentions if not m.role and not _carrier(m)]
    return (named[0],) if len({m.mission or m.other for m in named}) == 1 and named[0].mission else ()


_INDEFINITE = re.compile(r"\b(?:a|an|any|another|every|each) (?:[\w-]+ ){0,3}$", re.IGNORECASE)
_CARRIER = re.compile(r"long march|cz-|长征|falcon|sls|starship|new glenn|星舰|新格伦|gateway", re.IGNORECASE)


def _carrier(mention: Mention) -> bool:
    """A rocket carries the story's mission, it does not change the story."""
    return not mention.mission and bool(_CARRIER.match(mention.other))


def _owner(marks: Marks, listed: list[list[Mention]], trigger: Trigger, possible: Mapping[str, frozenset[str]]) -> tuple[tuple[Mention, ...], str, float] | None:
    best: tuple[tuple[Mention, ...], str, float] | None = None
    for group in listed:
        if all(_carrier(m) for m in group):
            continue
        if not any(not m.mission or trigger.milestone in possible[m.mission] for m in group):
            continue
        first, last = group[0], group[-1]
        if first.role:
            if trigger.milestone != "landing":
                continue
            cost = abs(trigger.start - first.start) / 40 + marks.sentence.far(first.start, trigger.start) - 0.3
            how = "role"
        elif last.end <= trigger.start:
            cost = marks.sentence.far(last.end, trigger.start) + marks.sentence.gap(last.end, trigger.start) / 80
            how = "before"
            if _oblique(marks, first, last):
                cost += 1.5
                how = "oblique"
        elif first.start >= trigger.start:
            far = marks.sentence.far(trigger.end, first.start)
            cost = far + (first.start - trigger.end) / 50 + (0.3 if far == 0 else 1.2)
            if marks.text(trigger.end, first.start).strip('" ') in ("的", ""):
                cost = -0.2
            how = "behind"
            if _oblique(marks, first, last) and not re.search(r"\b(?:of|for)\b[^,;]{0,20}$", marks.text(trigger.end, first.start)):
                cost += 1.5
                how = "oblique"
        else:
            cost, how = 0.1, "inside"
        if trigger.form == "gained" and how != "behind":
            continue
        if how in ("behind", "oblique") and first.start >= trigger.start and trigger.form in ("hold", "cancel") and (
            marks.sentence.far(trigger.end, first.start)
            or (trigger.form == "cancel" and re.search(r"(?:to|由|给|到)$", marks.text(trigger.start, trigger.end)))
            or (trigger.form == "cancel" and not re.fullmatch(r"[\s\"]*(?:of|for|from|in|by|with|the|on|\s)*", marks.text(trigger.end, first.start)))
        ):
            continue
        if best is None or cost < best[2]:
            best = tuple(group), how, cost
    if best is None or best[2] > 6 or not any(m.mission for m in best[0]):
        return None if best is None or best[2] > 6 else ((), "other", best[2])
    return best


_OBLIQUE = ("for", "with", "than", "from", "like", "by", "after", "before", "serve", "support", "including", "since", "via", "through", "succeed", "follow", "following")


def _oblique(marks: Marks, first: Mention, last: Mention) -> bool:
    """ "for Chang'e 4", 在鹊桥二号支持下: a mission in passing, not the one that acts."""
    lead = marks.text(marks.sentence.start, first.start).lower().replace('"', "")
    words = [w for w in lead.split()[-3:] if w not in ("the", "its", "nasa's", "china's", "a", "this", "year's")]
    if words and words[-1] in _OBLIQUE:
        return True
    behind = marks.text(last.end, last.end + 8)
    if re.match(r'"?(?:中继(?:卫)?星)?(?:的)?(?:支持|协助|配合|帮助|中继通信)', behind):
        return True
    return lead[-1:] in ("为", "与", "比", "继", "随") or bool(re.search(r"(?:服务于|支持|用于)$", lead))


def candidates(marks: Marks, topics: Topics, possible: Mapping[str, frozenset[str]], pack: Pack) -> list[Candidate]:
    """Every event with the dates that fall to it; events without a date stand undated."""
    found = events(marks, topics, possible)
    roles = {span: date_role(marks, span, pack.language) for span in marks.dates}
    taken: dict[int, list[tuple[float, DateSpan]]] = {}
    for span in marks.dates:
        if roles[span] == "report":
            continue
        choice = _event_for(marks, found, span)
        if choice is not None:
            taken.setdefault(choice[0], []).append((choice[1], span))
    _share(marks, found, taken)
    result = []
    for index, event in enumerate(found):
        dated = taken.get(index, [])
        result.extend(c for c in _paired(marks, event, dated, roles) if c.milestone in possible[c.mission])
        current = [d for d in dated if roles[d[1]] != "old"]
        if not current and event.trigger is not None:
            seen = (f"owner:{event.how}", f"form:{event.trigger.form}", "date:none")
            result.extend(
                Candidate(marks, m.mission, m, event.trigger.milestone, event.trigger, None, "", event.cost, seen)
                for m in event.owners
                if m.mission and event.trigger.milestone in possible[m.mission]
            )
    return result


_AND = re.compile(r"(?:\s|,|、|and|&|和|与|及|以及|并|后|随后|先后|successfully|成功|完成)*", re.IGNORECASE)


def _share(marks: Marks, found: list[Event], taken: dict[int, list[tuple[float, DateSpan]]]) -> None:
    """Milestones listed together (软着陆、采样、起飞) share the date that one of them has."""
    for step in (1, -1):
        for index in range(len(found))[::step]:
            other = index + step
            if not 0 <= other < len(found) or other in taken or index not in taken:
                continue
            one, two = found[index].trigger, found[other].trigger
            if one is None or two is None or found[index].owners != found[other].owners:
                continue
            left, right = sorted((one, two))
            if two.milestone == "docking" and one.milestone == "launch" and one.start < two.start and marks.sentence.far(one.end, two.start) <= 2:
                if re.search(r"\b(?:for|to (?:test|practi[cs]e|try|demonstrate|attempt))\b", marks.text(one.end, two.start)):
                    taken[other] = [(cost + 0.5, span) for cost, span in taken[index]]
                    continue
            if left.milestone != right.milestone and (left.start == right.start or _AND.fullmatch(marks.text(left.end, right.start))):
                taken[other] = [(cost + 0.3, span) for cost, span in taken[index]]


def _event_for(marks: Marks, found: list[Event], span: DateSpan) -> tuple[int, float] | None:
    best: tuple[int, float] | None = None
    for index, event in enumerate(found):
        if event.trigger is not None and event.trigger.form == "cancel":
            continue
        extra = 0.9 if event.trigger is None else 1.0 if event.trigger.form in ("mission", "w") else 0.0
        if event.trigger is None and span.start >= event.high and _APPOSITION.fullmatch(marks.text(event.high, span.start)):
            extra = -1.0
        if event.trigger is None or event.trigger.form == "mission":
            gap = marks.text(event.high, span.start)
            if span.start >= event.high and len(gap) < 40 and _SLATED.fullmatch(gap):
                extra = min(extra, 0.1)
        if event.trigger is not None and event.trigger.form == "w" and 0 <= event.low - span.end <= 2:
            extra = 0.2
        attributive = marks.text(event.high, event.high + 1) == "的" or event.how == "behind" and marks.language == "zh"
        if span.start >= event.high:
            cost = marks.sentence.far(event.high, span.core) + marks.sentence.gap(event.high, span.start) / 60 + (3.0 if attributive else 0)
        elif span.end <= event.low and span.start - marks.sentence.start < 8:
            cost = 0.9 + 0.25 * marks.sentence.far(span.end, event.low) + (0 if event.trigger else 0.5)
        elif span.end <= event.low:
            cost = marks.sentence.far(span.end, event.low) + (event.low - span.end) / 50 + (0.0 if marks.language == "zh" else 0.3)
        else:
            cost = 0.05
        cost += extra
        if cost <= 4.5 and (best is None or cost < best[1]):
            best = index, cost
    return best


def _apposed(marks: Marks, event: Event, span: DateSpan) -> tuple[str, ...]:
    if event.trigger is None and span.start >= event.high and _APPOSITION.fullmatch(marks.text(event.high, span.start)):
        return ("apposition",)
    return ()


def _paired(marks: Marks, event: Event, dated: list[tuple[float, DateSpan]], roles: Mapping[DateSpan, str]) -> list[Candidate]:
    """Owners and dates of one event: pairwise where as many missions as dates are listed, else the nearest for all."""
    trigger = event.trigger
    form = trigger.form if trigger else "own"
    pairs: list[tuple[Mention, float, DateSpan, str]] = []
    for role in ("", "old"):
        mine = sorted((d for d in dated if roles[d[1]] == role), key=lambda d: d[1].start)
        if len(event.owners) > 1 and len(mine) == len(event.owners):
            pairs += [(m, c, d, "date:paired") for m, (c, d) in zip(event.owners, mine, strict=True)]
        elif mine:
            best = min(mine)
            if event.trigger is not None and event.trigger.milestone == "delivery" and len(mine) == 2 and re.search(r"respectively|分别", marks.sentence.text):
                best = mine[0]  # probe and rocket: the probe is named first
            pairs += [(m, best[0], best[1], "date:single" if len(mine) == 1 else "date:nearest") for m in event.owners]
    return [
        Candidate(marks, m.mission, m, trigger.milestone if trigger else "landing" if m.role else OWN.get(m.mission, "launch"), trigger, d, roles[d],
                  event.cost + c, (f"owner:{event.how}", f"form:{form}", how, *_apposed(marks, event, d)))
        for m, c, d, how in pairs
        if m.mission
    ]  # fmt: skip
