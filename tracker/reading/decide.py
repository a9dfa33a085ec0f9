"""From a candidate to a claim or to none: status, modality, and what forbids it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from tracker import edtf
from tracker.edtf import Window
from tracker.model import Modality, Status
from tracker.reading import spans
from tracker.reading.candidates import Candidate
from tracker.reading.packs import Pack
from tracker.reading.spans import DateSpan


class Verdict(NamedTuple):
    """What became of a candidate. `why_not` is empty when it is a claim."""

    candidate: Candidate
    status: Status
    modality: Modality
    window: Window | None
    why_not: str
    rules: tuple[str, ...]
    weak: bool = False


_PASSIVE = re.compile(r"\b(?:be|being|get)(?: \w+ly)? ?$", re.IGNORECASE)
_MODAL = re.compile(r"\b(?:will|shall|would|to|'ll|can|should|must|could|may|might|won't|cannot|can't)\b[^,;:]{0,40}$", re.IGNORECASE)
_EARTH = re.compile(r"\b(?:inner mongolia\w*|siziwang|pacific|atlantic|ocean|earth|mongolia\w*|desert|gobi|utah|parachut\w*|san diego|at sea)\b|内蒙古|四子王旗|地球|太平洋|海上", re.IGNORECASE)
_HARDWARE = re.compile(r"\b(?:core stage|boosters?|tanks?|segments?|engines?|service module|upper stage|adapter|heat shield|suits?|instruments?|payloads?|simulator)\b|发动机|助推器|贮箱|载荷|模型", re.IGNORECASE)
_GROUND = re.compile(r"\b(?:hebei|huailai|test field|facility|wind tunnel|simulat\w+|mock-?up|prototype)\b|怀来|试验场|模拟|样机|试车", re.IGNORECASE)


def judge(candidate: Candidate, pack: Pack, today: date | None) -> Verdict:
    """Decide one candidate."""
    marks, trigger, span = candidate.marks, candidate.trigger, candidate.date
    seen = list(candidate.seen)
    anchor = candidate.anchor
    low, high = marks.sentence.segment(anchor, 2)
    if span is not None:
        low, high = min(low, span.start), max(high, span.end)
    if trigger is not None and trigger.form in ("hold", "cancel"):
        return _stopped(candidate, seen, today)
    if trigger is not None and candidate.milestone == "landing" and _on_earth(candidate, pack):
        candidate = candidate._replace(milestone="return")
    if trigger is not None and candidate.milestone == "return" and re.match(r"(?:了|至|到)?(?:环月|月球|绕月)?轨道|环月", marks.text(trigger.end, trigger.end + 6)):
        candidate = candidate._replace(milestone="ascent")
    status, why = (_status_en if pack.language == "en" else _status_zh)(candidate, low, high, today, seen)
    if trigger is not None and _GROUND.search(marks.text(*marks.sentence.segment(anchor, 1))):
        why = why or "ground-test"
    if trigger is not None and candidate.milestone in ("delivery", "rollout") and _HARDWARE.search(marks.text(*marks.sentence.segment(anchor, 3))):
        why = why or "hardware"
    if trigger is None and span is not None and not why:
        why = _own_date(candidate, pack)
    if why == "undated-plan" and _explicit_step(candidate, pack, seen):
        why = ""
    why = why or _forbidden(candidate, status, pack) or _negated(candidate, pack)
    modality = _modality(candidate, seen)
    window = None
    if span is not None:
        if status is Status.ACHIEVED and pack.language == "zh" and span.kind == "month" and span.past and not marks.cued("done", *marks.sentence.segment(anchor, 1)):
            gap = (today - (edtf.parse(span.past).latest or today)).days if today else 0
            if gap > 110:  # 嫦娥七号8月升空 said in January is a plan
                status = Status.PLANNED
        window = edtf.parse_optional(span.reading("past" if status is Status.ACHIEVED else "future"))
    if window is not None and today is not None:
        if status is Status.ACHIEVED and window.earliest and window.earliest > today + timedelta(1):
            why = why or "achieved-in-future"
        if status is Status.PLANNED and window.latest and window.latest < today and modality is Modality.ASSERTED:
            modality = Modality.SUPERSEDED
            seen.append("stale-plan")
    if status is Status.ACHIEVED and window is None and "headline" in seen and today is not None:
        window = edtf.between(today - timedelta(1), today)
    return Verdict(candidate, status, modality, window, why, tuple(seen))


_TOWARD = re.compile(r"\b(?:ahead of|before|after|toward|towards|paving the way for|prior to|until|since|than) (?:a|an|the|any) (?:[\w-]+ ){0,3}$", re.IGNORECASE)


def _forbidden(candidate: Candidate, status: Status, pack: Pack) -> str:
    """Readings that are never worth the risk."""
    marks, trigger, span = candidate.marks, candidate.trigger, candidate.date
    if trigger is not None and trigger.milestone == "landing" and candidate.mission not in pack.crewed and _PEOPLE.search(marks.text(trigger.start, trigger.end)):
        return "needs-crew"
    if span is not None and span.kind in ("decade", "month-next", "weekday-next"):
        return span.kind
    if span is not None and span.edtf.lstrip("./").startswith("19"):
        return "another-age"
    if trigger is None:
        return ""
    how = candidate.seen[0]
    if trigger.form == "gained" and span is None:
        return "undated-plan"
    if how.startswith("owner:topic") and pack.language == "en" and _WEAK_VERB.match(marks.text(trigger.start, trigger.end)):
        return "weak-verb"
    if trigger.form == "w" and (span is None or status is not Status.PLANNED):
        return "weak-verb"
    if how != "owner:inside" and how != "owner:role" and _TOWARD.search(marks.text(trigger.start - 40, trigger.start)) and not _near(candidate):
        return "in-passing"
    if span is None and status is Status.ACHIEVED:
        if re.match(r"fl[eoy]", marks.text(trigger.start, trigger.end), re.IGNORECASE):
            return "undated-flight"
        if how.startswith("owner:topic") and pack.language == "zh" and candidate.milestone in ("launch", "docking", "lunar-orbit", "delivery", "rollout", "surface-ops"):
            return "undated-topic"
        if pack.language == "zh" and marks.text(trigger.start, trigger.end).startswith("绕月"):
            return "undated-flight"
        if candidate.mention and candidate.mention in marks.mentions and marks.sentence.far(min(candidate.mention.end, trigger.end), max(candidate.mention.start, trigger.start)) > 1:
            return "undated-far"
    return ""


def _on_earth(candidate: Candidate, pack: Pack) -> bool:
    marks, trigger = candidate.marks, candidate.trigger
    if trigger is None:
        return False
    if pack.language == "zh":
        return bool(_EARTH.search(marks.text(trigger.start - 10, trigger.end + 6)))
    stop = marks.sentence.segment(trigger.end, 1)[1]
    words = marks.text(trigger.end, min(stop, trigger.end + 60))
    earth = _EARTH.search(words)
    return bool(earth) and not re.search(r"\b(?:moon|lunar|earth orbit)\b", words[: earth.end() if earth else 0], re.IGNORECASE)


_WEAK_VERB = re.compile(r"(?:send|sent|take|took|carr|ride|rode|riding|begin|began|depart|leav|left|travel|get |got |come|came|put|set |start|rocket)", re.IGNORECASE)
_PEOPLE = re.compile(r"astronaut|people|human|crew|american|taikonaut|boots|man\b|men\b|return(?:s|ing)? to the (?:moon|surface)|back on the moon|walk|登月|踏上|登上", re.IGNORECASE)
_NO = {
    "en": re.compile(r"\b(?:no|not|never|nor|neither|without|hardly|scarcely|cannot|nobody|nothing|none)\b|n't\b", re.IGNORECASE),
    "zh": re.compile(r"不(?!晚|早|迟|断|仅|久|同|但|少|过|错|落下|排除)|未(?!来)|没(?!想)|别(?!的)|无法|并非"),
}
_NOT_NO = re.compile(r"\b(?:not only|no (?:later|earlier|sooner)|not (?:before|until|later|earlier)|no doubt|not just|not yet)\b", re.IGNORECASE)


def _negated(candidate: Candidate, pack: Pack) -> str:
    """A "no" between a mission, its milestone and its date, and not part of the date's own words, forbids the claim."""
    marks = candidate.marks
    if "apposition" in candidate.seen:
        return ""
    places = [(p.start, p.end) for p in (candidate.trigger, candidate.date) if p is not None]
    if candidate.mention is not None and candidate.mention in marks.mentions and not candidate.mention.role:
        places.append((candidate.mention.start, candidate.mention.end))
    low, high = min(p[0] for p in places), max(p[1] for p in places)
    low = max(marks.sentence.segment(low, 1)[0], low - 25)
    words = _NOT_NO.sub(" ", marks.text(low, high))
    for span in marks.dates:
        if low <= span.start and span.end <= high:
            words = words.replace(marks.text(span.start, span.end), " ")
    return "negated" if _NO[pack.language].search(words) else ""


def _near(candidate: Candidate) -> bool:
    mention, trigger = candidate.mention, candidate.trigger
    return mention is not None and trigger is not None and mention in candidate.marks.mentions and 0 <= mention.start - trigger.end < 12


def _stopped(candidate: Candidate, seen: list[str], today: date | None) -> Verdict:
    """On-hold and cancelled: "cannot fly in this year's window" is not before next year."""
    marks, trigger, span = candidate.marks, candidate.trigger, candidate.date
    modality = _modality(candidate, seen)
    if candidate.seen[0].startswith("owner:topic") and trigger is not None and trigger.form == "hold":
        if not re.search(r"\b(?:it|the (?:mission|launch|flight|probe|spacecraft))\b|任务|发射", marks.text(trigger.start - 40, trigger.end), re.IGNORECASE):
            return Verdict(candidate, Status.ON_HOLD, modality, None, "hold-of-what", tuple(seen))
    assert trigger is not None  # noqa: S101 - only triggers have these forms
    if trigger.form == "cancel":
        if any(d.bound in ("by", "net") and 0 <= d.core - trigger.end < 60 for d in marks.dates):
            return Verdict(candidate, Status.CANCELLED, modality, None, "not-before", tuple(seen))
        return Verdict(candidate, Status.CANCELLED, modality, None, "", tuple(seen))
    words = marks.text(trigger.start, trigger.end)
    if re.search(r"\b(?:rehearsal|practice|briefing|hearing|announcement|rollout|roll-out|rollback|press|event|review|fuel\w+|test fire)\b|演练|彩排|发布会", marks.text(trigger.end, trigger.end + 50), re.IGNORECASE):
        return Verdict(candidate, Status.ON_HOLD, modality, None, "hold-of-what", tuple(seen))
    if re.search(r"\bhad (?:been |to be )?(?:\w+ )?$", marks.text(trigger.start - 20, trigger.start)):
        return Verdict(candidate, Status.ON_HOLD, Modality.SUPERSEDED, None, "pluperfect", tuple(seen))
    window = None
    if span is not None:
        if re.match(r"(?:postponed|delayed|put off|puts off|postpones|delays|on hold|held up|put on hold)", words, re.IGNORECASE) and span.start >= trigger.end:
            return Verdict(candidate, Status.PLANNED, modality, edtf.parse_optional(span.reading("future")), "", tuple(seen))
        if span.kind in ("deictic", "year") and span.bound == "at":
            window = edtf.parse_optional(spans.after(span.edtf))
        elif span.kind not in ("today", "weekday", "day"):
            return Verdict(candidate, Status.ON_HOLD, modality, None, "hold-with-date", tuple(seen))
    return Verdict(candidate, Status.ON_HOLD, modality, window, "", tuple(seen))


def _status_en(candidate: Candidate, low: int, high: int, today: date | None, seen: list[str]) -> tuple[Status, str]:
    marks, trigger, span = candidate.marks, candidate.trigger, candidate.date
    plans = marks.cued("plan", low, high)
    window = edtf.parse_optional(span.edtf) if span else None
    past = bool(window and today and window.latest and window.latest <= today + timedelta(1))
    future = bool(window and (today is None or window.latest is None or window.latest > today + timedelta(1)))
    if trigger is None:
        if past and not plans:
            return Status.ACHIEVED, "own-past"
        return Status.PLANNED, ""
    lead = marks.text(max(low, trigger.start - 60), trigger.start)
    if trigger.form == "past":
        if _PASSIVE.search(lead) or _MODAL.search(lead[-30:]):
            return Status.PLANNED, "" if span else "undated-plan"
        if window and today and window.earliest and window.earliest > today:
            return Status.PLANNED, "past-verb-future-date"
        return Status.ACHIEVED, ""
    if trigger.form == "mission" and (span is None or not (plans or (future and len(marks.text(trigger.end, span.core).split()) <= 2))):
        return Status.PLANNED, "mission-noun"
    if trigger.form == "s":
        if marks.sentence.field == "title" and not plans and not future and span is None:
            seen.append("headline")
            return Status.ACHIEVED, ""
        return (Status.PLANNED, "" if span else "undated-plan") if not past else (Status.ACHIEVED, "")
    if past and not plans:
        return Status.ACHIEVED, ""
    if span is None:
        return Status.PLANNED, "undated-plan"
    return Status.PLANNED, ""


_AHEAD_ZH = re.compile(r"接下来|后续|按计划|下一步|随后将|之后将|未来")


def _status_zh(candidate: Candidate, low: int, high: int, today: date | None, seen: list[str]) -> tuple[Status, str]:
    marks, trigger, span = candidate.marks, candidate.trigger, candidate.date
    window = edtf.parse_optional(span.edtf) if span else None
    past = bool(window and today and window.latest and window.latest <= today)
    if trigger is None:
        return (Status.PLANNED, "") if span and not past else (Status.PLANNED, "own-past")
    hard = marks.sentence.segment(trigger.start, 3)[0]
    near = marks.sentence.segment(trigger.start, 1)[0]
    ahead = _AHEAD_ZH.search(marks.text(hard, trigger.start)) or "将" in marks.text(hard, trigger.start)[-40:]
    plans = marks.cued("plan", near, trigger.start + 1) or ahead
    arrived = candidate.milestone in ("delivery", "rollout") and window is not None and today is not None and window.earliest is not None and window.earliest <= today
    done = marks.cued("done", max(near, trigger.start - 12), min(trigger.end + 10, marks.sentence.segment(trigger.end, 1)[1]))
    if plans and not (done and past):
        return Status.PLANNED, "" if span else "undated-plan"
    if done and (span is None or past):
        return Status.ACHIEVED, ""
    if candidate.milestone in ("sample-collection", "return") and span is None and not plans and "首次" in marks.text(near, trigger.start):
        return Status.ACHIEVED, ""
    if done and not plans and window is not None and today is not None and window.earliest is not None and window.earliest <= today:
        return Status.ACHIEVED, ""
    if arrived and not plans:
        return Status.ACHIEVED, ""
    if trigger.form == "mission" and (span is None or not marks.cued("plan", trigger.start, span.end + 4)):
        return Status.PLANNED, "mission-noun"
    if past and span is not None and span.kind == "today" and "T" not in span.edtf and marks.cued("plan", hard, trigger.start + 2):
        return Status.PLANNED, ""
    if past:
        done = marks.cued("done", low, high)
        close = span is not None and marks.sentence.far(min(span.end, trigger.end), max(span.start, trigger.start)) <= 1
        return Status.ACHIEVED, "" if done or (span is not None and close and (span.kind in ("day", "month", "range", "weekday") or "T" in span.edtf)) else "past-undone"
    if span is None:
        return Status.PLANNED, "undated-plan"
    return Status.PLANNED, ""


_OWN_EN = re.compile(
    r"(?:[\s,:\"'()-]|\b(?:s|is|are|was|be|been|being|has|have|its|it|now|currently|still|then|also|the|a|an|and|to|for|in|on|at|by|of|from|as|planned|plans|planning|scheduled|schedule|"
    r"targeted|targeting|target|targets|set|due|slated|expected|foreseen|meant|intended|aimed|aims|aiming|eyed|eyeing|pencilled|penciled|down|fly|flies|flying|launch|launches|launching|"
    r"lift|lifts|off|go|goes|going|up|take|takes|place|happen|happens|occur|mission|missions|flight|flights|test|demonstration|demo|crewed|crew|uncrewed|probe|spacecraft|moonshot|lunar|moon|"
    r"date|window|status|no|net|earlier|than|sometime|some|time|will|would|should|ready|readied|prepared|remains|remain|stays|continues|keeps|keep|kept|slip|slips|slipped|slipping|"
    r"pushed|push|pushes|moved|moves|move|delayed|delay|delays|postponed|back|until|till|shifted|shifts|rescheduled|reset|put|late|early|mid|next|later|year|following|follow|follows|with|"
    r"projected|likely|confirmed|official|officially|tentatively|provisionally|turn|gets|get|comes|come|gets|liftoff|earth|orbit|earth-orbit|low|docking|landing|first|third|second|fourth|which|that|expects|nasa|china|agency|opportunity|earliest|earmarked|on|track|booked|manifested)\b)*",
    re.IGNORECASE,
)
_OWN_ZH = re.compile(
    r"(?:[\",:的,]|将|拟|计划|预计|轮到|由|是|为|任务|探测器|仍|按|定于|原定|推迟|延期|延后|提前|至|到|在|于|改|则|也|则是|时间|目标|发射|最早|最快|不早于|暂定|安排|有望|可|要|再|分别|载人|登月|绕月|飞行|执行|实施|进行|瞄准|锁定|现|已|延|拖|不会|会|还|得|大约|约|窗口|前后)*"
)


def status_past(span: DateSpan, pack: Pack) -> bool:
    """A year far enough gone or a word like "since" before it: not a plan's year."""
    return span.bound == "by" or pack.language != "en"


_MODAL_EN = re.compile(r"\b(?:will|to|shall|would|must)\b", re.IGNORECASE)
_MODAL_ZH = re.compile(r"将|要(?!素|求|点|闻)|计划|拟|准备|任务|预计|争取|力争|按计划")


def _explicit_step(candidate: Candidate, pack: Pack, seen: list[str]) -> bool:
    """A step plainly said to come, though without a day: "will land at the south pole"."""
    marks, trigger = candidate.marks, candidate.trigger
    if trigger is None or trigger.form in ("w", "mission", "past") or candidate.milestone in ("launch", "delivery", "rollout"):
        return False
    how = candidate.seen[0].removeprefix("owner:")
    low = marks.sentence.segment(trigger.start, 1 if pack.language == "en" else 3)[0]
    lead = marks.text(low, trigger.start)
    if marks.cued("super", low, trigger.start) or marks.cued("hold", low, trigger.end):
        return False
    if pack.language == "en":
        if candidate.milestone == "docking":
            return how in ("before", "behind", "topic", "topic-whole", "inside")
        return how in ("before", "behind", "role") and bool(_MODAL_EN.search(lead))
    if re.match(r"(?:之后|以后|后|前)", marks.text(trigger.end, trigger.end + 3)):
        return False
    return how in ("before", "behind", "role", "topic", "topic-title") and bool(_MODAL_ZH.search(lead))


def _own_date(candidate: Candidate, pack: Pack) -> str:
    """A mission's bare date is its launch only when nothing stands between them but words of planning."""
    marks, mention, span = candidate.marks, candidate.mention, candidate.date
    if mention is None or span is None:
        return "own-lost"
    if pack.language == "zh" and marks.text(mention.start - 2, mention.start).rstrip('"').endswith("由"):
        return "own-agent"
    if mention.role:
        return ""
    after = span.start >= mention.end
    low, high = (mention.end, span.start) if after else (span.end, mention.start)
    between = marks.sentence.without_asides(low, high)
    if pack.language == "zh" and not _OWN_ZH.fullmatch(between):
        return "own-loose"
    if pack.language == "en" and len(between) > 3 and not _OWN_EN.fullmatch(between):
        return "own-loose"
    if after and pack.language == "en" and re.search(r"(?<!target )(?<!date )(?<!window )(?<!goal )(?<!timeline )(?<!plan )(?<!schedule )\b(?:on|aboard|for|with|of|into|about|than|by|via|like)(?: the| its| nasa's| china's)? \"?$", marks.text(mention.start - 14, mention.start), re.IGNORECASE):
        if not re.search(r"\b(?:is|are|scheduled|planned|targeted|set|due|slated)\b", between, re.IGNORECASE) and not re.search(r"\b(?:target|date|launch|window|goal|timeline|plan|schedule|debut|opportunity|chance)\w* (?:of|for|with)(?: the| its)? \"?$", marks.text(mention.start - 30, mention.start), re.IGNORECASE):
            if span.kind not in ("year", "deictic") or status_past(span, pack):
                return "own-oblique"
    if re.match(r"\s(?:will|would|comes?|came|was|has|looks?)\b", marks.text(span.end, span.end + 10)):
        return "own-subject"
    words = len(between.split()) if pack.language == "en" else len(between) / 2
    if marks.sentence.far(low, high) > (1 if pack.language == "zh" else 2):
        return "own-far"
    if span.kind in ("today", "weekday", "day", "clock") and not marks.cued("plan", low, high):
        return "own-day"
    if pack.language == "en" and words <= 14 and (words <= 3 or marks.cued("plan", low, high) or _OWN_EN.fullmatch(between)):
        return ""
    if marks.cued("plan", low, high) or words <= (3 if after else 2):
        return ""
    if any(marks.sentence.segment(mention.start, 1)[0] <= s <= marks.sentence.segment(span.start, 1)[1] for s, _ in marks.cued("plan", low - 60, high + 40)) and words <= 8:
        return ""
    return "own-loose"


def _modality(candidate: Candidate, seen: list[str]) -> Modality:
    marks, span = candidate.marks, candidate.date
    if candidate.role == "old":
        return Modality.SUPERSEDED
    if "apposition" in candidate.seen:
        return Modality.ASSERTED
    low = marks.sentence.segment(candidate.anchor, 1)[0]
    high = candidate.trigger.end if candidate.trigger else candidate.anchor
    if span is not None:
        low, high = min(low, marks.sentence.segment(span.core, 1)[0]), max(high, span.end)
    hard = marks.sentence.segment(candidate.anchor, 3)[0]
    if marks.cued("doubter", hard, high) or (
        re.search(r"\bwould\b", marks.text(low, high), re.IGNORECASE) and not marks.cued("report", marks.sentence.start, marks.sentence.end)
    ):
        seen.append("doubter")
        return Modality.SPECULATIVE
    reach = high
    if marks.sentence.field == "title":
        reach = marks.sentence.end
    elif span is not None:
        reach = max(high, min(high + 24, marks.sentence.segment(high, 1)[1]))
    if marks.cued("spec", low, reach) or (candidate.trigger is None or candidate.trigger.form != "hold") and marks.sentence.text.rstrip(" \"')").endswith("?"):
        seen.append("speculative")
        return Modality.SPECULATIVE
    return Modality.ASSERTED
