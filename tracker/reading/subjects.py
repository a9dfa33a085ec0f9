"""What acts and what is acted on: a film, a crew on a plane or a web page that carries a mission's name is not the mission."""

from __future__ import annotations

from tracker.reading.candidates import Candidate

_THINGS_FLY = ("return", "sample-collection", "ascent", "docking")
"""Samples do return, and are handed over above the Moon."""
_TRAVEL = ("launch", "delivery", "landing")


def another_subject(candidate: Candidate) -> str:
    """Why the words speak of something else that bears the mission's name; "" when they speak of the mission."""
    return (
        _by_stranger(candidate)
        or _by_object(candidate)
        or _by_thing(candidate)
        or _by_travellers(candidate)
        or _by_place(candidate)
        or _retold(candidate)
    )


def _by_stranger(candidate: Candidate) -> str:
    """Somebody else in a clause that names no mission: "Roman will launch in 2027", a firm, the Indian probe."""
    trigger, marks = candidate.trigger, candidate.marks
    if trigger is None:
        return ""
    topic = candidate.how.startswith("topic")
    apart = candidate.here and candidate.mention.end <= trigger.start
    if not topic and not (apart and marks.sentence.far(candidate.mention.end, trigger.start) > 1):
        return ""
    low = marks.sentence.segment(trigger.start, 1)[0]
    if topic and candidate.milestone == "launch" and marks.stands("their_rocket", trigger.end, marks.sentence.end):
        return "another-subject"  # "would launch in January on New Glenn"
    if marks.stands("no_subject", low, trigger.start):  # "Europe would make it a lab, to launch in 2031"
        low = marks.sentence.segment(trigger.start, 3)[0]
    foreign = (
        topic
        and candidate.milestone not in ("ascent", "surface-ops")
        and (marks.stands("foreign", low, trigger.end) or marks.stands("after_that", trigger.end, trigger.end + 11))
    )
    if foreign or (topic and _other_side(candidate, low)):
        return "another-subject"
    return "another-subject" if marks.stands("stranger", low, trigger.start) else ""


def _other_side(candidate: Candidate, low: int) -> bool:
    """ "China launched four astronauts", in an item on an American mission."""
    marks, pack = candidate.marks, candidate.marks.pack
    if candidate.trigger is None or candidate.mention.role:
        return False
    low = min(low, marks.sentence.segment(candidate.trigger.start, 3)[0])
    mine, words = pack.sides.get(candidate.mission), marks.text(low, candidate.trigger.start)
    named = {side for side, pattern in pack.side_words.items() if pattern.search(words)}
    return bool(named) and mine not in named and mine in pack.side_words


def _by_object(candidate: Candidate) -> str:
    """ "Chang'e-7 sends pictures", "the firm will launch its pathfinder": what is sent stands behind the verb."""
    trigger, marks = candidate.trigger, candidate.marks
    if trigger is None:
        return ""
    verb = trigger.form in ("base", "s", "past", "ing")
    sends = verb and marks.stands("sends_own", trigger.start, trigger.end)
    if sends and marks.pack.word("its_own_thing").match(marks.text(trigger.end, trigger.end + 40)):
        return "another-object"  # "SpaceX, a partner in Artemis IV, will land its Mars ship"
    if candidate.milestone != "launch":
        return ""
    counted = candidate.how == "oblique" and marks.pack.word("object_counted").match(
        marks.text(trigger.end, trigger.end + 3)
    )
    if counted:
        return "another-object"  # 为嫦娥八号发射一艘加油船
    if candidate.how == "behind" and marks.stands("object_for", trigger.end, candidate.mention.start):
        return "another-object"  # "will fly a tanker for Artemis III"
    if trigger.form == "mission" and candidate.here and candidate.mention.end <= trigger.start:
        kind = marks.stands("a_kind", trigger.start - 40, trigger.start)
        if kind and marks.sentence.far(candidate.mention.end, trigger.start) > 1:
            return "another-flight"  # "Artemis IV; the contract also pays for a demonstration in 2027"
    another = trigger.form == "mission" and marks.stands("own_flight", trigger.start - 24, trigger.start)
    if another and candidate.how.startswith("topic"):
        return "another-flight"  # "The company still targets 2027 for its next flight"
    if not verb:
        return ""
    pack, words = marks.pack, marks.text(trigger.start, trigger.end)
    if pack.word("passive_launch").search(marks.text(trigger.start - 30, trigger.start)):
        return ""
    behind = marks.text(trigger.end, trigger.end + 80)
    if candidate.how == "before" and pack.word("sends").match(words) and not pack.word("sent_people").match(behind):
        sent = pack.word("relative").search(_subject(candidate))  # "Chang'e-7, which China is to send in 2026"
        return "" if sent else "sends-another"
    object_first = pack.word("any_object").match(behind) and not pack.word("mission_object").match(behind)
    loose = candidate.how.startswith("topic") or candidate.how == "oblique"
    return "another-object" if loose and object_first else ""


def _by_thing(candidate: Candidate) -> str:
    """ "Chang'e-6 samples sent to Paris", "launches Artemis III web page", "The show launches on May 3"."""
    trigger, marks = candidate.trigger, candidate.marks
    if trigger is None or candidate.milestone in _THINGS_FLY or trigger.form in ("hold", "cancel", "mission"):
        return ""
    if candidate.here and marks.stands("thing_before", candidate.mention.start - 40, candidate.mention.start):
        return "another-subject"  # "the film about Artemis III"
    noun = trigger.form in ("noun", "put", "state") or marks.stands("noun_before", trigger.start - 14, trigger.start)
    if _thing_acts(candidate) and not noun:
        return "another-subject"
    if candidate.milestone != "launch" or trigger.form in ("noun", "put", "state"):
        return ""
    if candidate.here and candidate.mention.start >= trigger.end:
        behind = marks.text(candidate.mention.end, candidate.mention.end + 40)
    else:
        behind = marks.text(trigger.end, trigger.end + 40)
    return "another-object" if marks.pack.word("thing_behind").match(behind) else ""


def _thing_acts(candidate: Candidate) -> bool:
    """Whether the name is only the first part of what acts ("Artemis II film"), or no name stands before the word."""
    pack, subject = candidate.marks.pack, _subject(candidate)
    trigger = candidate.trigger
    if trigger is not None and candidate.here and candidate.mention.end <= trigger.start:
        return any(pack.word(name).match(subject) for name in ("thing_behind", "staff_behind"))
    return bool(pack.word("things").search(subject))


def _by_travellers(candidate: Candidate) -> str:
    """People arrive at the launch site, but only a craft is delivered there."""
    trigger, marks = candidate.trigger, candidate.marks
    if trigger is None or candidate.milestone != "delivery":
        return ""
    return "travellers" if marks.pack.word("travellers").search(_subject(candidate)) else ""


def _by_place(candidate: Candidate) -> str:
    """ "The crew flew to Houston": a way that ends on Earth is no flight to space."""
    trigger, marks = candidate.trigger, candidate.marks
    if trigger is None or candidate.milestone not in _TRAVEL or trigger.form in ("noun", "put", "state", "mission"):
        return ""
    stop = marks.sentence.segment(trigger.end, 2)[1]
    behind = marks.text(trigger.end, min(stop, trigger.end + 60))
    if candidate.milestone == "delivery":
        return ""
    people = marks.pack.word("travellers").search(_subject(candidate))
    place = marks.pack.word("launch_site").match(behind) if people else None
    return "place-on-earth" if place or marks.pack.word("earthly").match(behind) else ""


def _subject(candidate: Candidate) -> str:
    """The words from the mission's name, or from the start of the clause, up to the milestone word."""
    trigger, marks = candidate.trigger, candidate.marks
    if trigger is None:
        return ""
    low = marks.sentence.segment(trigger.start, 1)[0]
    if candidate.here and candidate.mention.end <= trigger.start:
        low = max(low, candidate.mention.end)
    return marks.text(low, trigger.start)


def _retold(candidate: Candidate) -> str:
    """ "The book tells of the launch on April 1": a day of a story, whose year is not told."""
    trigger, span, marks = candidate.trigger, candidate.date, candidate.marks
    if trigger is None or span is None or not span.past or span.past == span.future:
        return ""
    told = trigger.form in ("noun", "base") and marks.pack.word("retold").search(marks.sentence.text)
    return "retold" if told else ""
