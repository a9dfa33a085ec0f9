"""The Chinese date grammar: 2026年8月前后, 明年下半年, 2030年前, 今天（3月20日）8时31分, 未来两年内, 十五五期间.

Works on characters; the text is already Simplified and its spaces are gone (see `normalise`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from tracker.reading import spans
from tracker.reading.spans import DateSpan, Site

_DIGITS = {
    "零": 0,
    "〇": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "元": 1,
}
_NUM = r"(?:\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])"
_Y4 = r"(?:(?<!\d)(?:19|20)\d\d|二[〇零]二[〇零一二三四五六七八九]|二[〇零]三[〇零一二三四五六七八九]|两千[〇零]?[一二三四五六七八九十]{1,3})"
_RELY = {"今年": 0, "本年": 0, "当年": None, "同年": None, "明年": 1, "后年": 2, "去年": -1, "前年": -2, "来年": 1,
         "次年": None, "翌年": None, "这一年": None, "该年": None, "年内": 0, "今明两年": 0}  # fmt: skip
_SEASON = {"春": 21, "夏": 22, "秋": 23, "冬": 24}
_QUARTER = {"一": 1, "二": 2, "三": 3, "四": 4, "首": 1, "1": 1, "2": 2, "3": 3, "4": 4}

_PART = (
    r"(?:上半年|下半年|前半年|后半年|(?:第?[一二三四1-4首]个?季度?)|春季|夏季|秋季|冬季|春天|夏天|秋天|冬天|"
    r"年初|年中|年底|年末|岁末|初(?=[，,。.;、)）发前后将起进实执左]|$)|中期|底|末|早些时候|晚些时候|稍晚|稍后|内|上旬|中旬|下旬|前期|后期)"
)
_CORE = re.compile(
    "|".join(
        [
            rf"(?P<five>[\"“]?十[四五六]五[\"”]?(?:规划)?(?:期间|时期|末|末期|初|中期)?)",
            rf"(?P<decade>(?:20)?[2-9]0年代(?:初期?|中期?|末期?|后期)?|(?:本|21)世纪(?:[2-9]0|[二三四五]十)年代(?:初期?|中期?|末期?)?)",
            rf"(?P<ymd>{_Y4}[年./-]\d{{1,2}}[月./-]\d{{1,2}}[日号]?(?![\d.])|{_Y4}年{_NUM}月{_NUM}[日号])",
            rf"(?P<rmd>(?:今年|明年|去年|前年|后年|次年|翌年|当年|同年){_NUM}月{_NUM}[日号]?)",
            rf"(?P<ym>{_Y4}[年.]{_NUM}月(?:份)?(?:初|中|底|末|上旬|中旬|下旬)?(?!\d))",
            rf"(?P<rm>(?:今年|明年|去年|前年|后年|次年|翌年|当年|同年)的?{_NUM}月(?:份)?(?:初|中|底|末|上旬|中旬|下旬)?)",
            rf"(?P<md>(?:(?:本月|上月|下月|当月|上个月|下个月)|{_NUM}月){_NUM}[日号](?!线|楼|位|机|院))",
            rf"(?P<m>(?<![\d个第几数两多]){_NUM}月(?:份)?(?:初|中旬?|底|末|上旬|下旬)?(?![球面亮背壤宫震夜])|(?:本月|下个?月|上个?月|当月)(?:初|中旬|底|末|上旬|下旬|内)?(?!球|面|亮|背|壤))",
            rf"(?P<yp>(?:{_Y4}年?|今年|明年|后年|去年|前年|本年|当年|同年|次年|翌年)的?{_PART})",
            rf"(?P<p>(?:上半年|下半年|第?[一二三四1-4首]季度|年初|年中|年底|年末|今春|今夏|今秋|今冬|明春|明夏|明秋|明冬|去冬|年内|月初|月中(?!旬)|月底|月末))",
            rf"(?P<dur>(?:未来|今后|接下来)?(?:的)?(?:\d{{1,3}}|[一二两三四五六七八九十几数]+)(?:多)?个?(?:年|月|周|星期|天|日)(?:之内|以内|内|后|之后|以后|前|之前|以前)(?!后)|(?:未来|今后)(?:\d{{1,2}}|[一二两三四五六七八九十]+)(?:到|至|-)?(?:\d{{1,2}}|[一二两三四五六七八九十]+)?年|近日|近期|日前|不久前|几天后|数日后|(?<!\d)\d+天后)",
            rf"(?P<two>今明两年|明后两年)",
            rf"(?P<y>{_Y4}(?:年(?![代龄轮会报级表度])(?!来)|(?=[-至到]{_Y4}年)|(?=(?:上|下)半年)))",
            r"(?P<ry>今年|明年|后年(?!代)|去年|前年(?!的?度)|本年(?!度|代)|同年|当年|次年|翌年|来年)",
            rf"(?P<w>(?:本|下|上|这|下个|上个)(?:周|星期|礼拜)(?:[一二三四五六日天末])?|(?:周|星期)[一二三四五六日天](?!刊|报))",
            rf"(?P<day>今天|今日|今晨|今早|今晚|今夜|明天|明日|明晚|明晨|后天|昨天|昨日|昨晚|昨夜|前天|当天|当日|次日|翌日|同日|即日)",
            rf"(?P<d>(?<![\d月年第.遥])(?:{_NUM}日|(?<![\u4e00-\u9fff])\d{{1,2}}号|(?<=[于在到至日])\d{{1,2}}号)(?![线楼位机院任飞卫探星火工航天球站])(?=[,，。;；晚早上下中凌晨深夜清傍从由在将向对说表宣公获发召举起至前后通空抵运的电凌、)）-]|\d|[\u4e00-\u9fff]|$))",
        ]
    )
)
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


class ChineseDates:
    """The grammar. `words` is the pack's "dates" table: what may stand before and behind a date."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._before = [(name, re.compile(rf"(?:{'|'.join(p)})$")) for name, p in words["before"]]
        self._behind = [(name, re.compile(rf"(?:{'|'.join(p)})")) for name, p in words["behind"]]

    def find(self, text: str, today: date | None) -> list[DateSpan]:
        """Every date of the text in order, without overlaps."""
        found: list[DateSpan] = []
        at = 0
        while match := _CORE.search(text, at):
            kind = match.lastgroup or ""
            span: DateSpan | None = getattr(self, f"_{kind}")(Site(match, text, today, found))
            if span is None or not span.edtf or not spans.valid(span.edtf):
                at = match.start() + 1
                continue
            span = self._laid(text, span._replace(core=match.start()), found)
            if spans.valid(span.edtf):
                found.append(span)
            at = max(span.end, match.start() + 1)
        return _clocked(text, _bracketed(text, _ranges(text, found)), today)

    # --- cores ----------------------------------------------------------------------------------------------------------

    def _ymd(self, at: Site) -> DateSpan | None:
        bits = re.split(r"[年月./-]", at.match[0].rstrip("日号"))
        return _made(at.match, f"{year_number(bits[0]):04d}-{number(bits[1]):02d}-{number(bits[2]):02d}", "day")

    def _rmd(self, at: Site) -> DateSpan | None:
        year = _relative_year(at.match[0][:2], at.today, at.found)
        bits = re.split(r"月", at.match[0][2:].lstrip("的").rstrip("日号"))
        return (
            None if year is None else _made(at.match, f"{year:04d}-{number(bits[0]):02d}-{number(bits[1]):02d}", "day")
        )

    def _ym(self, at: Site) -> DateSpan | None:
        bits = re.fullmatch(rf"({_Y4})[年.]({_NUM})月(?:份)?(.*)", at.match[0])
        if bits is None:
            return None
        return _made(at.match, _month_part(f"{year_number(bits[1]):04d}-{number(bits[2]):02d}", bits[3]), "month")

    def _rm(self, at: Site) -> DateSpan | None:
        year = _relative_year(at.match[0][:2], at.today, at.found)
        bits = re.fullmatch(rf"..的?({_NUM})月(?:份)?(.*)", at.match[0])
        if year is None or bits is None:
            return None
        return _made(at.match, _month_part(f"{year:04d}-{number(bits[1]):02d}", bits[2]), "month")

    def _md(self, at: Site) -> DateSpan | None:
        bits = re.fullmatch(rf"(本月|上月|下月|当月|上个月|下个月|({_NUM})月)({_NUM})[日号]", at.match[0])
        if bits is None:
            return None
        day = number(bits[3])
        if bits[2] is None:
            month = _relative_month(bits[1], at.today, at.found)
            return _made(at.match, f"{month}-{day:02d}", "day") if month else None
        return _yearless(
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
            month = _relative_month(named[1], at.today, at.found)
            return _made(at.match, _month_part(month, named[2]), "deictic") if month else None
        bits = re.fullmatch(rf"({_NUM})月(?:份)?(.*)", at.match[0])
        if bits is None or not 1 <= number(bits[1]) <= 12:
            return None
        value = number(bits[1])
        return _yearless(
            at.match, lambda y: _month_part(f"{y:04d}-{value:02d}", bits[2]), (value, 15), at.today, "month", at.found
        )

    def _yp(self, at: Site) -> DateSpan | None:
        bits = re.fullmatch(rf"({_Y4}年?|..)的?({_PART})", at.match[0])
        if bits is None:
            return None
        year = (
            year_number(bits[1].rstrip("年")) if re.match(_Y4, bits[1]) else _relative_year(bits[1], at.today, at.found)
        )
        return None if year is None else _made(at.match, _year_part(f"{year:04d}", bits[2]), "part")

    def _p(self, at: Site) -> DateSpan | None:
        if at.today is None:
            return None
        year = at.today.year
        if at.match[0][0] == "月":
            return _made(at.match, _month_part(spans.of_month(year, at.today.month), at.match[0][1:]), "deictic")
        if at.match[0][0] in "明去":
            year += 1 if at.match[0][0] == "明" else -1
        return _made(at.match, _year_part(f"{year:04d}", at.match[0].lstrip("今明去")), "deictic")

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
            end_text = _moved(at.today, count, unit)
            return DateSpan(at.match.start(), at.match.end(), f"../{end_text}", "within", "by") if end_text else None
        if words.endswith("后"):
            base = (
                at.found[-1]
                if at.found and at.match.start() - at.found[-1].end < 60 and at.found[-1].kind != "today"
                else None
            )
            if base is not None and ".." not in base.edtf:
                moved = spans.shifted(base.edtf, years=count if unit == "year" else 0, months=count if unit == "month" else 0,
                                      days=count * {"day": 1, "week": 7}.get(unit, 0))  # fmt: skip
                return DateSpan(at.match.start(), at.match.end(), moved, "later") if moved else None
            end_text = _moved(at.today, count, unit)
            return DateSpan(at.match.start(), at.match.end(), end_text, "in") if end_text else None
        if count > 60:
            return None
        start_text = _moved(at.today, -count, unit)
        return DateSpan(at.match.start(), at.match.end(), start_text, "ago") if start_text else None

    def _two(self, at: Site) -> DateSpan | None:
        if at.today is None:
            return None
        start = at.today.year + (at.match[0][0] == "明")
        return _made(at.match, f"{start}/{start + 1}", "deictic")

    def _five(self, at: Site) -> DateSpan | None:
        start = {"四": 2021, "五": 2026, "六": 2031}[at.match[0].strip('"“”')[1]]
        if "末" in at.match[0]:
            return _made(at.match, f"{start + 4}", "plan-years")
        if "初" in at.match[0]:
            return _made(at.match, f"{start}", "plan-years")
        return _made(at.match, f"{start}/{start + 4}", "plan-years")

    def _decade(self, at: Site) -> DateSpan | None:
        bits = re.search(r"([2-9])0年代|([二三四五])十年代", at.match[0])
        if bits is None:
            return None
        core = f"20{bits[1] or _DIGITS[bits[2]]}X"
        for sign, part in (("初", "early"), ("中", "mid"), ("末", "late"), ("后期", "late")):
            if sign in at.match[0][2:]:
                return _made(at.match, spans.part_of(core, part), "decade")
        return _made(at.match, core, "decade")

    def _y(self, at: Site) -> DateSpan | None:
        return _made(at.match, f"{year_number(at.match[0].rstrip('年')):04d}", "year")

    def _ry(self, at: Site) -> DateSpan | None:
        year = _relative_year(at.match[0], at.today, at.found)
        return None if year is None else _made(at.match, f"{year:04d}", "deictic")

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
            return _made(at.match, (monday + timedelta(index)).isoformat(), "weekday")
        if last_sign == "末":
            return _made(
                at.match, f"{(monday + timedelta(5)).isoformat()}/{(monday + timedelta(6)).isoformat()}", "week"
            )
        return _made(at.match, f"{monday.isoformat()}/{(monday + timedelta(6)).isoformat()}", "week")

    def _day(self, at: Site) -> DateSpan | None:
        if at.today is None:
            return None
        words = at.match[0]
        if words[0] in "当同次翌":
            base = next((s for s in reversed(at.found) if len(s.edtf) >= 10 and "/" not in s.edtf), None)
            anchor = date.fromisoformat(base.edtf[:10]) if base else (at.today if words[0] in "当同" else None)
            if anchor is None:
                return None
            return _made(
                at.match, (anchor + timedelta(words[0] in "次翌")).isoformat(), "today" if base is None else "that"
            )
        step = {"今": 0, "明": 1, "后": 2, "昨": -1, "前": -2, "即": 0}[words[0]]
        return _made(at.match, (at.today + timedelta(step)).isoformat(), "today")

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
        floor = found[-1].end if found else 0
        approximate = False
        for _ in range(4):
            behind = text[span.end : span.end + 8]
            for name, pattern in self._behind:
                match = pattern.match(behind)
                if (
                    match is None
                    or (name in ("net", "after") and span.kind in ("today", "clock"))
                    or (name in ("before", "after", "net") and ".." in span.edtf)
                ):
                    continue
                if name == "before" and re.match(r"前后", behind):
                    continue
                if name == "about":
                    approximate = True
                    changed: DateSpan | None = span
                else:
                    changed = _apply(name, span)
                if changed is not None:
                    span = changed._replace(end=span.end + match.end())
                    break
            else:
                break
        for _ in range(3):
            lead = text[max(floor, span.start - 8) : span.start]
            for name, pattern in self._before:
                match = pattern.search(lead)
                if match is None:
                    continue
                if name == "about":
                    approximate = True
                    changed = span
                elif ".." in span.edtf and name != "none":
                    changed = None
                else:
                    changed = _apply(name, span)
                if changed is not None:
                    span = changed._replace(start=span.start - (len(lead) - match.start()))
                    break
            else:
                break
        if approximate:
            span = span._replace(
                edtf=spans.about(span.edtf),
                past=spans.about(span.past) if span.past else "",
                future=spans.about(span.future) if span.future else "",
            )
        return span


def _apply(name: str, span: DateSpan) -> DateSpan | None:
    changes = {"net": spans.not_before, "by": spans.not_after, "before": spans.before, "after": spans.after}
    if name == "none":
        return span
    if name in ("by", "before") and span.edtf[4:] == "-09/" + span.edtf[:4] + "-12":
        return span._replace(edtf=f"../{span.edtf[:4]}", bound="by")  # 2026年底前 is by the end of 2026
    over = changes[name]
    bound = "net" if name in ("net", "after") else "by"
    return span._replace(
        edtf=over(span.edtf),
        past=over(span.past) if span.past else "",
        future=over(span.future) if span.future else "",
        bound=bound,
    )


def number(text: str) -> int:
    """8, 十二, 二十五, 两 -> int; 0 for what is none."""
    if text.isdecimal() and text.isascii():
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return (_DIGITS.get(tens, 1) if tens else 1) * 10 + (_DIGITS.get(ones, 0) if ones else 0)
    return _DIGITS.get(text, 0)


def year_number(text: str) -> int:
    """2026, 二〇二六, 两千零二十六 -> int."""
    if text.isdecimal() and text.isascii():
        return int(text)
    if text.startswith("两千"):
        return 2000 + number(text[2:].lstrip("零〇"))
    return int("".join(str(_DIGITS[c]) for c in text))


def _made(match: re.Match[str], text: str, kind: str) -> DateSpan | None:
    return DateSpan(match.start(), match.end(), text, kind) if text and spans.valid(text) else None


def _month_part(month: str, part: str) -> str:
    if not part:
        return month
    if part[0] in "初上":
        return spans.part_of(month, "early")
    if part[0] == "中":
        return spans.part_of(month, "mid")
    if part[0] in "底末下":
        return spans.part_of(month, "late")
    return month


def _year_part(year: str, part: str) -> str:
    if "半年" in part:
        return spans.halved(year, 1 if part[0] in "上前" else 2)
    if "季" in part and part[0] not in "春夏秋冬":
        return f"{year}-{32 + _QUARTER[part.lstrip('第')[0]]}"
    if part[0] in _SEASON:
        return f"{year}-{_SEASON[part[0]]}"
    if part in ("年中", "中期"):
        return spans.part_of(year, "mid")
    if part in ("年初", "初", "早些时候", "前期"):
        return year if part == "早些时候" else spans.part_of(year, "early")
    if part in ("年底", "年末", "岁末", "底", "末", "后期"):
        return spans.part_of(year, "late")
    return year


def _relative_year(word: str, today: date | None, found: list[DateSpan]) -> int | None:
    if word in ("当年", "同年", "次年", "翌年"):
        base = next((s for s in reversed(found) if s.edtf[:4].isdigit()), None)
        return int(base.edtf[:4]) + (word in ("次年", "翌年")) if base else None
    step = _RELY.get(word)
    return None if today is None or step is None else today.year + step


def _relative_month(word: str, today: date | None, found: list[DateSpan]) -> str:
    if today is None:
        return ""
    if word == "当月":
        base = next((s for s in reversed(found) if re.match(r"\d{4}-(?:0\d|1[0-2])", s.edtf)), None)
        return base.edtf[:7] if base else spans.of_month(today.year, today.month)
    return spans.of_month(*spans.add_months(today, {"下": 1, "上": -1}.get(word[0], 0)))


def _yearless(
    match: re.Match[str], window: Any, month_day: tuple[int, int], today: date | None, kind: str, found: list[DateSpan]
) -> DateSpan | None:
    if today is None:
        base = next((s for s in reversed(found) if s.edtf[:4].isdigit()), None)
        return _made(match, window(int(base.edtf[:4])), kind) if base and match.start() - base.end < 30 else None
    month, day = month_day
    if not 1 <= month <= 12:
        return None
    choices = []
    for year in (today.year - 1, today.year, today.year + 1):
        text = window(year)
        if spans.valid(text):
            choices.append(((date(year, month, min(day, 28)) - today).days, text))
    if not choices:
        return None
    slack = 20 if kind == "month" else 1
    past = max((c for c in choices if c[0] <= slack), default=choices[0])[1]
    future = min((c for c in choices if c[0] >= -slack), default=choices[-1])[1]
    base = found[-1] if found else None
    if (
        base is not None
        and match.start() - base.end <= 3
        and base.edtf[:4].isdigit()
        and base.kind in ("day", "month", "year")
    ):
        named = window(int(base.edtf[:4]))
        return _made(match, named, kind)
    return DateSpan(
        match.start(), match.end(), min(choices, key=lambda c: abs(c[0]))[1], kind, past=past, future=future
    )


def _moved(anchor: date, count: int, unit: str) -> str:
    try:
        if unit in ("day", "week"):
            return (anchor + timedelta(count * (7 if unit == "week" else 1))).isoformat()
        if unit == "month":
            return spans.of_month(*spans.add_months(anchor, count))
        return f"{anchor.year + count:04d}"
    except (OverflowError, ValueError):
        return ""


def _ranges(text: str, found: list[DateSpan]) -> list[DateSpan]:
    joined: list[DateSpan] = []
    for span in found:
        if joined:
            left = joined[-1]
            gap = text[left.end : span.start]
            lead = text[max(0, left.start - 12) : left.start]
            moves = (
                re.search(r"(?:从|由)$", lead)
                and re.match(r"(?:推迟|延|提前|改|推后|调整|移|顺延)", text[span.end : span.end + 8].lstrip("的"))
                or re.search(r"(?:推迟|延期|延后|提前|改|顺延|调整)", gap)
            )
            if (
                not moves
                and left.bound == "at"
                and span.bound == "at"
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


def _bracketed(text: str, found: list[DateSpan]) -> list[DateSpan]:
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


def _clocked(text: str, found: list[DateSpan], today: date | None) -> list[DateSpan]:
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
        zone = _ZONES.get(match["zone"], "+08:00") if match["zone"] else "+08:00"
        before = [
            s
            for s in found
            if s.end <= match.start() + 1
            and len(s.edtf) == 10
            and len(text[s.end : match.start()]) <= 6
            and not re.search(r"[。;]", text[s.end : match.start()])
        ]

        def stamp(day: str, hour: int = hour, minute: int = minute, zone: str = zone) -> str:
            return f"{day}T{hour:02d}:{minute:02d}{zone}" if zone and len(day) == 10 else day

        if before:
            index = found.index(before[-1])
            day = found[index]
            found[index] = day._replace(
                edtf=stamp(day.edtf), past=stamp(day.past), future=stamp(day.future), end=max(day.end, match.end())
            )
    return found
