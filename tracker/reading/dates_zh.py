"""The Chinese date grammar: 2026年8月前后, 明年下半年, 2030年前, 今天（3月20日）8时31分, 未来两年内, 十五五期间.

Works on characters; the text is already Simplified and its spaces are gone (see `normalise`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from tracker import edtf
from tracker.reading import spans
from tracker.reading.spans import DateSpan, Site
from tracker.reading.zh_core import (
    CORE,
    DIGITS,
    NUM,
    PART,
    YEAR,
    number,
    year_number,
)
from tracker.reading.zh_joins import bracketed, clocked, opening_clock, ranges
from tracker.reading.zh_years import made, month_part, moved, relative_month, relative_year, year_part, yearless


class ChineseDates:
    """The grammar. `words` is the pack's "dates" table: what may stand before and behind a date."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._before = [(name, re.compile(rf"(?:{'|'.join(p)})$")) for name, p in words["before"]]
        self._behind = [(name, re.compile(rf"(?:{'|'.join(p)})")) for name, p in words["behind"]]

    def find(self, text: str, today: date | None, before: DateSpan | None = None) -> list[DateSpan]:
        """Every date of the text in order, without overlaps; `before` is the last date of the sentence before."""
        found: list[DateSpan] = [before._replace(start=-3, end=-2, core=-3)] if before else []
        at = 0
        while match := CORE.search(text, at):
            kind = match.lastgroup or ""
            span: DateSpan | None = getattr(self, f"_{kind}")(Site(match, text, today, found))
            if span is None or not span.edtf or not spans.valid(span.edtf):
                at = match.start() + 1
                continue
            span = self._laid(text, span._replace(core=match.start()), found)
            if spans.valid(span.edtf):
                found.append(span)
            at = max(span.end, match.start() + 1)
        here = spans.under_year(text, [span for span in found if span.start >= 0])
        return clocked(text, bracketed(text, ranges(text, here))) if here else opening_clock(text, today)

    # --- cores ----------------------------------------------------------------------------------------------------------

    def _ymd(self, at: Site) -> DateSpan | None:
        bits = re.split(r"[年月./-]", at.match[0].rstrip("日号"))
        return made(at.match, f"{year_number(bits[0]):04d}-{number(bits[1]):02d}-{number(bits[2]):02d}", "day")

    def _rmd(self, at: Site) -> DateSpan | None:
        year = relative_year(at.match[0][:2], at.today, at.found)
        bits = re.split(r"月", at.match[0][2:].lstrip("的").rstrip("日号"))
        return (
            None if year is None else made(at.match, f"{year:04d}-{number(bits[0]):02d}-{number(bits[1]):02d}", "day")
        )

    def _ym(self, at: Site) -> DateSpan | None:
        bits = re.fullmatch(rf"({YEAR})[年.]({NUM})月(?:份)?(.*)", at.match[0])
        if bits is None:
            return None
        return made(at.match, month_part(f"{year_number(bits[1]):04d}-{number(bits[2]):02d}", bits[3]), "month")

    def _rm(self, at: Site) -> DateSpan | None:
        year = relative_year(at.match[0][:2], at.today, at.found)
        bits = re.fullmatch(rf"..的?({NUM})月(?:份)?(.*)", at.match[0])
        if year is None or bits is None:
            return None
        return made(at.match, month_part(f"{year:04d}-{number(bits[1]):02d}", bits[2]), "month")

    def _md(self, at: Site) -> DateSpan | None:
        bits = re.fullmatch(rf"(本月|上月|下月|当月|上个月|下个月|({NUM})月)({NUM})[日号]", at.match[0])
        if bits is None:
            return None
        day = number(bits[3])
        if bits[2] is None:
            month = relative_month(bits[1], at.today, at.found)
            return made(at.match, f"{month}-{day:02d}", "day") if month else None
        return yearless(
            at.match,
            lambda y: f"{y:04d}-{number(bits[2]):02d}-{day:02d}",
            (number(bits[2]), day),
            at.today,
            "day",
            at.found,
        )

    def _m(self, at: Site) -> DateSpan | None:
        named = re.fullmatch(r"(本月|当月|上个?月|下个?月)(.*)", at.match[0])
        if named:
            month = relative_month(named[1], at.today, at.found)
            return made(at.match, month_part(month, named[2]), "deictic") if month else None
        bits = re.fullmatch(rf"({NUM})月(?:份)?(.*)", at.match[0])
        if bits is None or not 1 <= number(bits[1]) <= 12:
            return None
        value = number(bits[1])
        return yearless(
            at.match, lambda y: month_part(f"{y:04d}-{value:02d}", bits[2]), (value, 15), at.today, "month", at.found
        )

    def _yp(self, at: Site) -> DateSpan | None:
        bits = re.fullmatch(rf"({YEAR}年?|..)的?({PART})", at.match[0])
        if bits is None:
            return None
        year = (
            year_number(bits[1].rstrip("年")) if re.match(YEAR, bits[1]) else relative_year(bits[1], at.today, at.found)
        )
        return None if year is None else made(at.match, year_part(f"{year:04d}", bits[2]), "part")

    def _p(self, at: Site) -> DateSpan | None:
        if at.today is None:
            return None
        year = at.today.year
        if at.match[0][0] == "月":
            return made(at.match, month_part(spans.of_month(year, at.today.month), at.match[0][1:]), "deictic")
        if at.match[0][0] in "明去":
            year += 1 if at.match[0][0] == "明" else -1
        part = at.match[0].lstrip("今明去")
        told = at.found[-1] if at.found and at.found[-1].start < 3 and at.found[-1].kind == "year" else None
        if told is not None and part == at.match[0] and told.edtf.isdigit() and int(told.edtf) > year:
            latest = edtf.parse(year_part(f"{year:04d}", part)).latest
            year = int(told.edtf) if latest is not None and latest < at.today else year  # 2027年,...年中
        return made(at.match, year_part(f"{year:04d}", part), "deictic")

    def _dur(self, at: Site) -> DateSpan | None:
        words = at.match[0]
        if words in ("近日", "近期"):
            if at.today is None:
                return None
            soon = f"{(at.today + timedelta(1)).isoformat()}/{(at.today + timedelta(10)).isoformat()}"
            return DateSpan(at.match.start(), at.match.end(), soon, "soon")
        bits = re.search(r"(\d{1,3}|[一二两三四五六七八九十]+)多?个?(年|月|周|星期|天|日)", words)
        if at.today is None or bits is None or re.search(r"[几数多]", words):
            return None
        count = number(bits[1]) if not bits[1].isdigit() else int(bits[1])
        unit = {"年": "year", "月": "month", "周": "week", "星期": "week"}.get(bits[2], "day")
        if unit == "month" and "个" not in words:
            return None
        if words.endswith("内") or words.startswith(("未来", "今后")):
            end_text = moved(at.today, count, unit)
            return DateSpan(at.match.start(), at.match.end(), f"../{end_text}", "within", "by") if end_text else None
        if words.endswith("后"):
            base = (
                at.found[-1]
                if at.found and at.match.start() - at.found[-1].end < 60 and at.found[-1].kind != "today"
                else None
            )
            if base is not None and ".." not in base.edtf:
                later = spans.shifted(base.edtf, years=count if unit == "year" else 0, months=count if unit == "month" else 0,
                                      days=count * {"day": 1, "week": 7}.get(unit, 0))  # fmt: skip
                return DateSpan(at.match.start(), at.match.end(), later, "later") if later else None
            end_text = moved(at.today, count, unit)
            return DateSpan(at.match.start(), at.match.end(), end_text, "in") if end_text else None
        if count > 60:
            return None
        start_text = moved(at.today, -count, unit)
        return DateSpan(at.match.start(), at.match.end(), start_text, "ago") if start_text else None

    def _ago(self, at: Site) -> DateSpan | None:
        """两年前的今天: an anniversary's day."""
        text = moved(at.today, -number(at.match[0].split("年")[0]), "year") if at.today else ""
        return made(at.match, f"{text[:4]}-{at.today:%m-%d}" if text and at.today else "", "day")

    def _two(self, at: Site) -> DateSpan | None:
        if at.today is None:
            return None
        start = at.today.year + (at.match[0][0] == "明")
        return made(at.match, f"{start}/{start + 1}", "deictic")

    def _five(self, at: Site) -> DateSpan | None:
        start = {"四": 2021, "五": 2026, "六": 2031}[at.match[0].strip('"“”')[1]]
        if "末" in at.match[0]:
            return made(at.match, f"{start + 4}", "plan-years")
        if "初" in at.match[0]:
            return made(at.match, f"{start}", "plan-years")
        return made(at.match, f"{start}/{start + 4}", "plan-years")

    def _decade(self, at: Site) -> DateSpan | None:
        bits = re.search(r"([2-9])0年代|([二三四五])十年代", at.match[0])
        if bits is None:
            return None
        core = f"20{bits[1] or DIGITS[bits[2]]}X"
        for sign, part in (("初", "early"), ("中", "mid"), ("末", "late"), ("后期", "late")):
            if sign in at.match[0][2:]:
                return made(at.match, spans.part_of(core, part), "decade")
        return made(at.match, core, "decade")

    def _y(self, at: Site) -> DateSpan | None:
        return made(at.match, f"{year_number(at.match[0].rstrip('年')):04d}", "year")

    def _ry(self, at: Site) -> DateSpan | None:
        year = relative_year(at.match[0], at.today, at.found)
        return None if year is None else made(at.match, f"{year:04d}", "deictic")

    def _w(self, at: Site) -> DateSpan | None:
        if at.today is None:
            return None
        words = at.match[0]
        which = {"下": 1, "上": -1}.get(words[0], 0)
        monday = at.today - timedelta(at.today.weekday()) + timedelta(7 * which)
        last_sign = words[-1]
        if last_sign in "一二三四五六日天" and len(words) > 1:
            index = "一二三四五六日天".index(last_sign)
            index = min(index, 6)
            if words[0] in "周星":
                gap = (index - at.today.weekday()) % 7
                future, past = at.today + timedelta(gap), at.today - timedelta((-gap) % 7)
                near = past if at.today - past <= future - at.today else future
                return DateSpan(
                    at.match.start(),
                    at.match.end(),
                    near.isoformat(),
                    "weekday",
                    past=past.isoformat(),
                    future=future.isoformat(),
                )
            return made(at.match, (monday + timedelta(index)).isoformat(), "weekday")
        if last_sign == "末":
            return made(
                at.match, f"{(monday + timedelta(5)).isoformat()}/{(monday + timedelta(6)).isoformat()}", "week"
            )
        return made(at.match, f"{monday.isoformat()}/{(monday + timedelta(6)).isoformat()}", "week")

    def _day(self, at: Site) -> DateSpan | None:
        if at.today is None:
            return None
        words = at.match[0]
        if words[0] in "当同次翌":
            base = next((s for s in reversed(at.found) if len(s.edtf) >= 10 and "/" not in s.edtf), None)
            anchor = date.fromisoformat(base.edtf[:10]) if base else (at.today if words[0] in "当同" else None)
            if anchor is None:
                return None
            return made(
                at.match, (anchor + timedelta(words[0] in "次翌")).isoformat(), "today" if base is None else "that"
            )
        if words[0] == "大":
            return made(at.match, (at.today + timedelta(3 if "后" in words else -3)).isoformat(), "today")
        step = {"今": 0, "明": 1, "后": 2, "昨": -1, "前": -2, "即": 0}[words[0]]
        return made(at.match, (at.today + timedelta(step)).isoformat(), "today")

    def _d(self, at: Site) -> DateSpan | None:
        """A bare day, 25日: of the month named just before, else the nearest such day to publication."""
        if at.today is None:
            return None
        day = number(at.match[0][:-1])
        if not 1 <= day <= 31:
            return None
        base = at.found[-1] if at.found and at.match.start() - at.found[-1].end < 40 else None
        if base is not None and base.kind in ("day", "month") and len(base.edtf) in (7, 10) and base.bound == "at":
            text = f"{base.edtf[:7]}-{day:02d}"
            if spans.valid(text):
                return DateSpan(
                    at.match.start(),
                    at.match.end(),
                    text,
                    "day",
                    past=f"{base.past[:7]}-{day:02d}" if base.past else "",
                    future=f"{base.future[:7]}-{day:02d}" if base.future else "",
                )
        past = future = ""
        for step in (0, -1, -2):
            year, month = spans.add_months(at.today, step)
            text = f"{year:04d}-{month:02d}-{day:02d}"
            if spans.valid(text) and date.fromisoformat(text) <= at.today + timedelta(1):
                past = text
                break
        for step in (0, 1, 2):
            year, month = spans.add_months(at.today, step)
            text = f"{year:04d}-{month:02d}-{day:02d}"
            if spans.valid(text) and date.fromisoformat(text) >= at.today - timedelta(1):
                future = text
                break
        if not past or not future:
            return None
        near = past if at.today - date.fromisoformat(past) <= date.fromisoformat(future) - at.today else future
        return DateSpan(at.match.start(), at.match.end(), near, "day", past=past, future=future)

    # --- what stands around ---------------------------------------------------------------------------------------------

    def _laid(self, text: str, span: DateSpan, found: list[DateSpan]) -> DateSpan:
        """Lay the words around a date over it: 不早于, 前后, 前, 起."""
        floor = max(0, found[-1].end) if found else 0
        span, about = self._behind_laid(text, span)
        for _ in range(3):
            lead = text[max(floor, span.start - 8) : span.start]
            found_one = next(((name, m) for name, pattern in self._before if (m := pattern.search(lead))), None)
            if found_one is None or (".." in span.edtf and found_one[0] not in ("none", "about")):
                break
            name, match = found_one
            about = about or name == "about"
            span = _apply(name, span)._replace(start=span.start - (len(lead) - match.start()))
        return _about(span) if about else span

    def _behind_laid(self, text: str, span: DateSpan) -> tuple[DateSpan, bool]:
        about = False
        for _ in range(4):
            behind = text[span.end : span.end + 8]
            fits = ((name, m) for name, pattern in self._behind if (m := pattern.match(behind)) and _fits(name, span))
            found_one = next(fits, None)
            if found_one is None:
                break
            name, match = found_one
            about = about or name == "about"
            span = _apply(name, span)._replace(end=span.end + match.end())
        return span, about


def _fits(name: str, span: DateSpan) -> bool:
    """今天起, 2030年前后: not every word behind a date is one of its bound."""
    if name in ("net", "after") and span.kind in ("today", "clock"):
        return False
    return not (name in ("before", "after", "net") and ".." in span.edtf)


def _about(span: DateSpan) -> DateSpan:
    past, future = (spans.about(t) if t else "" for t in (span.past, span.future))
    return span._replace(edtf=spans.about(span.edtf), past=past, future=future)


def _apply(name: str, span: DateSpan) -> DateSpan:
    """One word laid over a date."""
    changes = {"net": spans.not_before, "by": spans.not_after, "before": spans.before, "after": spans.after}
    if name in ("none", "about"):
        return span
    if name in ("by", "before") and span.edtf[4:] == "-09/" + span.edtf[:4] + "-12":
        return span._replace(edtf=f"../{span.edtf[:4]}", bound="by")  # 2026年底前 is by the end of 2026
    over = changes[name]
    if name in ("by", "before"):  # 8月底前 is by the end of August
        over = lambda text: spans.not_after(text[:7]) if _LATE_MONTH.fullmatch(text) else changes[name](text)  # noqa: E731
    bound = "net" if name in ("net", "after") else "by"
    return span._replace(
        edtf=over(span.edtf),
        past=over(span.past) if span.past else "",
        future=over(span.future) if span.future else "",
        bound=bound,
    )


_LATE_MONTH = re.compile(r"(\d{4}-\d\d)-21/\1-\d\d")
