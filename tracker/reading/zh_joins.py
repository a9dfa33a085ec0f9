"""What joins Chinese dates: ranges, a date said twice, clock times."""

from __future__ import annotations

import re
from datetime import date

from tracker.reading import spans
from tracker.reading.spans import DateSpan
from tracker.reading.zh_core import number

_TIME = re.compile(
    r"(?:(?P<zone>北京时间|当地时间|美东时间|美国东部时间|美国东部夏令时间|格林尼治时间|世界时|国际标准时间|协调世界时|莫斯科时间|UTC))?,?"
    r"(?P<lead>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|晚|深夜|夜间|晨|早)?,?"
    r"(?:(?P<h>\d{1,2})(?:[时点](?:(?P<m>\d{1,2})分?|(?P<half>半)|许|整|左右|前后)?|:(?P<m2>\d{2}))|(?P<ch>[一二三四五六七八九十]{1,3})[时点](?P<cm>[一二三四五六七八九十]{1,3}分)?)"
    r"(?![个代])"
)
_ZONES = {
    "格林尼治时间": "Z", "世界时": "Z", "国际标准时间": "Z", "协调世界时": "Z", "UTC": "Z", "莫斯科时间": "+03:00",
    "当地时间": "", "美东时间": "", "美国东部时间": "", "美国东部夏令时间": "-04:00",
}  # fmt: skip


_ZONE_BEHIND = re.compile(rf"\(({'|'.join(_ZONES)}|北京时间)\)")  # 4月1日18时24分(美东时间)
_ZONE_BEFORE = re.compile(rf"({'|'.join(_ZONES)}|北京时间),?(?:[于在])?$")  # 美东时间10日晚8时


def ranges(text: str, found: list[DateSpan]) -> list[DateSpan]:
    joined: list[DateSpan] = []
    for span in found:
        if joined:
            left = joined[-1]
            gap = text[left.end : span.core]
            to = span.bound == "by" and gap in ("到", "至")
            lead = text[max(0, left.start - 12) : left.start]
            moves = (
                re.search(r"(?:从|由)$", lead)
                and re.match(r"(?:推迟|延|提前|改|推后|调整|移|顺延)", text[span.end : span.end + 8].lstrip("的"))
            ) or re.search(r"(?:推迟|延期|延后|提前|改|顺延|调整)", gap)
            if (
                not moves
                and left.bound == "at"
                and (span.bound == "at" or to)
                and re.fullmatch(r"(?:至|到|-|—|或者?|和(?=[^,。]*之间))", gap)
                and left.kind not in ("today", "weekday")
            ):
                window = spans.joined(left.edtf, span.edtf)
                if window and "T" not in window:
                    past = spans.joined(left.past, span.past) if left.past and span.past else ""
                    future = spans.joined(left.future, span.future) if left.future and span.future else ""
                    joined[-1] = DateSpan(
                        left.start, span.end, window, "range", past=past, future=future, core=left.core
                    )
                    continue
        joined.append(span)
    return joined


def bracketed(text: str, found: list[DateSpan]) -> list[DateSpan]:
    """今天（3月20日）, 明天（8日）: one date, said twice."""
    one: list[DateSpan] = []
    for span in found:
        if (
            one
            and one[-1].kind in ("today", "weekday")
            and text[one[-1].end : span.start] in ("(", "（")
            and len(span.edtf) == 10
        ):
            best = span if span.kind != "today" else one[-1]
            edtf = one[-1].edtf if span.past or span.future else best.edtf
            end = span.end + (text[span.end : span.end + 1] in (")", "）"))
            one[-1] = DateSpan(one[-1].start, end, edtf, "today", core=one[-1].core)
        else:
            one.append(span)
    return one


def clocked(text: str, found: list[DateSpan]) -> list[DateSpan]:
    """Lay 8时31分, 下午5时27分 on the day before it, or on the item's own day."""
    for match in _TIME.finditer(text):
        hour_text = match["h"] or match["ch"]
        if not hour_text or any(s.core <= match.start("h") < s.end for s in found if match["h"]):
            continue
        hour = number(hour_text)
        minute_text = match["m"] or match["m2"] or (match["cm"] or "").rstrip("分")
        minute = 30 if match["half"] else number(minute_text) if minute_text else 0
        if match["lead"] in ("下午", "傍晚", "晚上", "晚间", "晚", "夜间", "深夜") and hour < 12:
            hour += 12
        if hour > 23 or minute > 59:
            continue
        behind = _ZONE_BEHIND.match(text, match.end())
        before = [
            s
            for s in found
            if s.end <= match.start() + 1
            and len(s.edtf) == 10
            and len(text[s.end : match.start()]) <= 6
            and not re.search(r"[。;]", text[s.end : match.start()])
        ]

        lead = _ZONE_BEFORE.search(text[max(0, before[-1].start - 10) : before[-1].core]) if before else None
        named = match["zone"] or (behind[1] if behind else lead[1] if lead else "")
        zone = _ZONES.get(named, "+08:00") if named else "+08:00"

        def stamp(day: str, hour: int = hour, minute: int = minute, zone: str = zone) -> str:
            return f"{day}T{hour:02d}:{minute:02d}{zone}" if zone and len(day) == 10 else day

        if before:
            index = found.index(before[-1])
            day = found[index]
            found[index] = day._replace(
                edtf=stamp(day.edtf),
                past=stamp(day.past),
                future=stamp(day.future),
                end=max(day.end, behind.end() if behind else match.end()),
            )
    return found


def opening_clock(text: str, today: date | None) -> list[DateSpan]:
    """凌晨4时12分,... opens a sentence without a day: the item's own day."""
    match = _TIME.match(text.lstrip(' "'))
    if match is None or today is None or not (match["m"] or match["cm"]) or match["zone"] not in (None, "北京时间"):
        return []
    start = len(text) - len(text.lstrip(' "'))
    day = today.isoformat()
    alone = DateSpan(start, start, day, "clock", past=day, future=day, core=start)
    return clocked(text, [alone])
