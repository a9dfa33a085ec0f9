"""Windows, moves and reasons in words, in English and Chinese. A coarse date never shows a made-up day.

Pure text for every place that speaks: notifications, the window, the command line. Other languages fall back to English.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from tracker.edtf import Precision, Window, parse
from tracker.model import (
    Change,
    ChangeKind,
    Confidence,
    MilestoneState,
    Mission,
    Modality,
    Position,
    Standing,
    Status,
    Testimony,
    Tier,
)

_MONTHS: Final = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_MONTHS_LONG: Final = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_SEASONS: Final = {
    "en": {21: "spring", 22: "summer", 23: "autumn", 24: "winter"},
    "zh": {21: "春季", 22: "夏季", 23: "秋季", 24: "冬季"},
}
_THIRDS: Final = {(1, 4): ("early", "年初"), (5, 8): ("mid", "年中"), (9, 12): ("late", "年底")}

_WORDS: Final[dict[str, dict[str, str]]] = {
    "en": {
        "delivery": "delivery", "rollout": "rollout", "launch": "launch", "lunar-orbit": "lunar orbit",
        "docking": "docking", "landing": "landing", "surface-ops": "surface work",
        "sample-collection": "sample collection", "ascent": "ascent", "return": "return",
        Status.PLANNED: "planned", Status.ON_HOLD: "on hold", Status.ACHIEVED: "achieved", Status.FAILED: "failed",
        Status.CANCELLED: "cancelled",
        "standing:reported": "Reported", "standing:confirmed": "Confirmed", "standing:disputed": "Disputed",
        "standing:overridden": "Your word",
        "tier:agency": "agency", "tier:database": "database", "tier:state-media": "state media",
        "tier:trade-press": "trade press", "tier:press": "press", "tier:other": "other",
        "no date": "no date",
    },
    "zh": {
        "delivery": "运抵", "rollout": "转运", "launch": "发射", "lunar-orbit": "进入环月轨道", "docking": "对接",
        "landing": "着陆", "surface-ops": "月面工作", "sample-collection": "采样", "ascent": "月面起飞", "return": "返回",
        Status.PLANNED: "计划中", Status.ON_HOLD: "暂停", Status.ACHIEVED: "已完成", Status.FAILED: "失败",
        Status.CANCELLED: "取消",
        "standing:reported": "有报道", "standing:confirmed": "已证实", "standing:disputed": "有争议",
        "standing:overridden": "您的判断",
        "tier:agency": "航天机构", "tier:database": "数据库", "tier:state-media": "官方媒体",
        "tier:trade-press": "专业媒体", "tier:press": "媒体", "tier:other": "其他",
        "no date": "日期未定",
    },
}  # fmt: skip

_KINDS: Final[dict[str, dict[ChangeKind, str]]] = {
    "en": {
        ChangeKind.NEW: "new", ChangeKind.SLIPPED: "slips", ChangeKind.ADVANCED: "moves forward",
        ChangeKind.FIRMED: "firms up", ChangeKind.ON_HOLD: "on hold", ChangeKind.RESUMED: "resumes",
        ChangeKind.ACHIEVED: "achieved", ChangeKind.FAILED: "failed", ChangeKind.CANCELLED: "cancelled",
        ChangeKind.REINSTATED: "back in the plan", ChangeKind.CORRECTED: "corrected",
        ChangeKind.MOVED_TO_MISSION: "moves to another mission",
    },
    "zh": {
        ChangeKind.NEW: "新增", ChangeKind.SLIPPED: "推迟", ChangeKind.ADVANCED: "提前", ChangeKind.FIRMED: "日期更明确",
        ChangeKind.ON_HOLD: "暂停", ChangeKind.RESUMED: "恢复", ChangeKind.ACHIEVED: "完成", ChangeKind.FAILED: "失败",
        ChangeKind.CANCELLED: "取消", ChangeKind.REINSTATED: "重新列入计划", ChangeKind.CORRECTED: "更正",
        ChangeKind.MOVED_TO_MISSION: "改由另一任务执行",
    },
}  # fmt: skip


def _pick(language: str) -> str:
    return "zh" if language.lower().startswith("zh") else "en"


def milestone(ident: str, language: str = "en") -> str:
    """A milestone's name: "lunar-orbit" -> "lunar orbit", "进入环月轨道"."""
    return _WORDS[_pick(language)].get(ident, ident)


def status(value: Status, language: str = "en") -> str:
    return _WORDS[_pick(language)][value]


def standing(value: Standing, language: str = "en") -> str:
    return _WORDS[_pick(language)][f"standing:{value.value}"]


def tier(value: Tier, language: str = "en") -> str:
    return _WORDS[_pick(language)][f"tier:{value.value}"]


def kind(value: ChangeKind, language: str = "en") -> str:
    """The verb of a headline: "slips", "推迟"."""
    return _KINDS[_pick(language)][value]


def window(value: Window | None, language: str = "en") -> str:
    """A window as people say it: "mid-2027", "no earlier than September 2027", "24 Aug 2026", "2027年中"."""
    language = _pick(language)
    if value is None:
        return _WORDS[language]["no date"]
    text = _zh(value) if language == "zh" else _en(value)
    if not value.approximate:
        return text
    return f"{text}前后" if language == "zh" else f"about {text}"


def span(value: Window | None, language: str = "en") -> str:
    """The days a window spans: "1 May to 31 Aug 2027". Empty where no date is given."""
    if value is None:
        return ""
    language = _pick(language)
    first, last = value.earliest, value.latest
    if first is None or last is None:
        end = calendar_day(first or last, language) if first or last else ""
        if language == "zh":
            return f"{end}起" if first else f"不晚于{end}"
        return f"from {end}" if first else f"until {end}"
    if first == last:
        return calendar_day(first, language)
    if language == "zh":
        return f"{calendar_day(first, language)}至{calendar_day(last, language)}"
    left = f"{first.day} {_MONTHS[first.month - 1]}" + (f" {first.year}" if first.year != last.year else "")
    return f"{left} to {calendar_day(last, language)}"


def calendar_day(value: date | None, language: str = "en") -> str:
    """A day: "5 Dec 2024", "2024年12月5日"."""
    if value is None:
        return ""
    if _pick(language) == "zh":
        return f"{value.year}年{value.month}月{value.day}日"
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def position(value: Position | None, language: str = "en") -> str:
    """A position as people say it: its window while planned, else its status with the day: "achieved 2 Jun 2024"."""
    if value is None:
        return ""
    language = _pick(language)
    if value.status is Status.PLANNED:
        return window(value.window, language)
    word = _WORDS[language][value.status]
    if value.window is None:
        return word
    if value.status is Status.ON_HOLD:
        return f"{word}，{window(value.window, language)}" if language == "zh" else f"{word}, {window(value.window)}"
    return f"{window(value.window, language)}{word}" if language == "zh" else f"{word} {window(value.window, language)}"


def overtaken(state: MilestoneState, language: str = "en") -> str:
    """Why a date may not hold: "no new date since its launch moved to 2027"; empty where nothing speaks against it."""
    step = state.overtaken_by
    if step is None:
        return ""
    language = _pick(language)
    words, what = _OVERTAKEN[language], milestone(step.milestone, language)
    if step.position.status is not Status.PLANNED:
        return words[step.position.status.value].format(step=what)
    how = "odd" if step.since < state.since else "report" if step.standing is Standing.REPORTED else "moved"
    return words[how].format(step=what, when=window(step.position.window, language))


_OVERTAKEN: Final[dict[str, dict[str, str]]] = {
    "en": {
        "on-hold": "no new date since its {step} was put on hold", "cancelled": "its {step} is cancelled",
        "failed": "its {step} has failed", "moved": "no new date since its {step} moved to {when}",
        "report": "its {step} is reported for {when} now", "odd": "does not fit its {step}: {when}",
    },
    "zh": {
        "on-hold": "其{step}暂停后，未见新日期", "cancelled": "其{step}已取消", "failed": "其{step}已失败",
        "moved": "其{step}改为{when}后，未见新日期", "report": "有报道称其{step}改为{when}", "odd": "与其{step}（{when}）不符",
    },
}  # fmt: skip


def countdown(least: int | None, most: int | None, language: str = "en") -> str:
    """A countdown as a range of days: "in 10 to 14 months", "in 3 days"; what may only not be earlier than a day that has
    gone by: "12 days past its earliest date"."""
    zh = _pick(language) == "zh"
    if most is not None and most < 0:
        late = duration(-most, None if least is None else -least, language)
        return f"已过期{late}" if zh else f"{late} overdue"
    if least is not None and least <= 0:
        if most == 0:
            return "今天" if zh else "today"
        if most is None:
            return _since_its_earliest(-least, language)
        return f"{duration(most, most, language)}内" if zh else f"within {duration(most, most, language)}"
    if least is None and most is None:
        return ""
    if most is None:
        return f"至少{duration(least, least, language)}后" if zh else f"in {duration(least, least, language)} or more"
    if least is None:
        return f"{duration(most, most, language)}内" if zh else f"within {duration(most, most, language)}"
    return f"{duration(least, most, language)}后" if zh else f"in {duration(least, most, language)}"


def _since_its_earliest(days: int, language: str) -> str:
    """No end was ever given, so nobody knows how near it is: only how long it might have been."""
    if not days:
        return "最早日期即今天" if _pick(language) == "zh" else "today at the earliest"
    past = duration(days, days, language)
    return f"已过最早日期{past}" if _pick(language) == "zh" else f"{past} past its earliest date"


def duration(least: int | None, most: int | None, language: str = "en") -> str:
    """A number of days as a range in the unit that fits: "5 to 20 months", "3 days", "at least 2 years"."""
    zh = _pick(language) == "zh"
    if least is None and most is None:
        return ""
    if least is None or most is None:
        known = least if least is not None else most
        text = duration(known, known, language)
        if least is None:
            return f"最多{text}" if zh else f"at most {text}"
        return f"至少{text}" if zh else f"at least {text}"
    low, high = sorted((least, most))
    if low < 0 < high:
        earlier, later = duration(-low, -low, language), duration(high, high, language)
        return f"提前{earlier}至推后{later}" if zh else f"{earlier} earlier to {later} later"
    unit, size = _unit(max(abs(low), abs(high)))
    if low and not round(low / size):  # "0 to 3 months" would hide the fortnight
        if high > 365:  # and days would be finer than anybody said
            first_end, last_end = duration(low, low, language), duration(high, high, language)
            return f"{first_end}至{last_end}" if zh else f"{first_end} to {last_end}"
        unit, size = "day", 1
    first, last = round(low / size), round(high / size)
    if zh:
        name = {"day": "天", "month": "个月", "year": "年"}[unit]
        return f"{first}{name}" if first == last else f"{first}至{last}{name}"
    plural = "" if first == last == 1 else "s"
    return f"{first} {unit}{plural}" if first == last else f"{first} to {last} {unit}{plural}"


def milestone_of(mission: Mission, ident: str, language: str = "en") -> str:
    """A mission's milestone in one breath: "Artemis III launch"; "China's crewed landing", not "... landing landing"."""
    name, what = mission.name(language), milestone(ident, language)
    if name.lower().endswith(f" {what.lower()}"):
        return name
    return f"{name}{what}" if _pick(language) == "zh" else f"{name} {what}"


def headline(change: Change, mission: Mission, language: str = "en") -> str:
    """The title of a notification: "Artemis III launch slips", "阿尔忒弥斯3号发射推迟"."""
    language = _pick(language)
    joint = "" if language == "zh" else " "
    verb = _PLANNED[language] if change.kind is ChangeKind.NEW else kind(change.kind, language)
    return joint.join((milestone_of(mission, change.milestone, language), verb))


def move(change: Change, language: str = "en", *, headed: bool = False) -> str:
    """Old and new in one line: "2026 → mid-2027"; only the new one where there was none.

    `headed`: it stands under the change's headline, which says already that it is achieved or has failed.
    """
    said = headed and change.kind in (ChangeKind.ACHIEVED, ChangeKind.FAILED) and change.after.window is not None
    after = window(change.after.window, language) if said else position(change.after, language)
    before = position(change.before, language) if change.before else ""
    return f"{before} → {after}" if before and before != after else after


def _unit(days: int) -> tuple[str, float]:
    if days < 90:
        return "day", 1
    return ("month", 30.4375) if days < 1096 else ("year", 365.25)


def _en(value: Window) -> str:
    first, last = value.earliest, value.latest
    match value.precision:
        case Precision.NOT_BEFORE:
            return f"no earlier than {_en(_part(value.edtf.split('/')[0]))}"
        case Precision.NOT_AFTER:
            return f"by {_en(_part(value.edtf.split('/')[1]))}"
    assert first is not None
    assert last is not None
    match value.precision:
        case Precision.TIME:
            return f"{calendar_day(first)}, {_clock(value)}"
        case Precision.DAY:
            return calendar_day(first)
        case Precision.MONTH:
            return f"{_MONTHS_LONG[first.month - 1]} {first.year}"
        case Precision.QUARTER:
            return f"Q{(first.month + 2) // 3} {first.year}"
        case Precision.SEASON:
            return f"{_SEASONS['en'][int(value.edtf[5:7])]} {first.year}"
        case Precision.HALF:
            return f"{'first' if first.month == 1 else 'second'} half of {first.year}"
        case Precision.YEAR:
            return str(first.year)
        case Precision.DECADE:
            return f"the {first.year}s"
    third = _third(value)
    if third:
        return f"{third[0]}{'-' if third[0] == 'mid' else ' '}{first.year}"
    left, right = (_en(_part(part)) for part in value.edtf.split("/"))
    return f"{left} to {right}"


def _zh(value: Window) -> str:
    first, last = value.earliest, value.latest
    match value.precision:
        case Precision.NOT_BEFORE:
            return f"不早于{_zh(_part(value.edtf.split('/')[0]))}"
        case Precision.NOT_AFTER:
            return (
                f"{_zh(_part(value.edtf.split('/')[1]))}底前"
                if len(value.edtf) == 7
                else (f"不晚于{_zh(_part(value.edtf.split('/')[1]))}")
            )
    assert first is not None
    assert last is not None
    match value.precision:
        case Precision.TIME:
            return f"{calendar_day(first, 'zh')} {_clock(value)}"
        case Precision.DAY:
            return calendar_day(first, "zh")
        case Precision.MONTH:
            return f"{first.year}年{first.month}月"
        case Precision.QUARTER:
            return f"{first.year}年第{'一二三四'[(first.month + 2) // 3 - 1]}季度"
        case Precision.SEASON:
            return f"{first.year}年{_SEASONS['zh'][int(value.edtf[5:7])]}"
        case Precision.HALF:
            return f"{first.year}年{'上' if first.month == 1 else '下'}半年"
        case Precision.YEAR:
            return f"{first.year}年"
        case Precision.DECADE:
            return f"{first.year}年代"
    third = _third(value)
    if third:
        return f"{first.year}{third[1]}"
    left, right = (_zh(_part(part)) for part in value.edtf.split("/"))
    return f"{left}至{right}"


def _clock(value: Window) -> str:
    """The clock time with its zone: "14:07 UTC+8", "00:05 UTC"."""
    stamp = datetime.fromisoformat(value.edtf.rstrip("~?%"))
    offset = stamp.utcoffset() or timedelta(0)
    minutes = int(offset.total_seconds()) // 60
    if not minutes:
        return f"{stamp:%H:%M} UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"{stamp:%H:%M} UTC{'+' if minutes > 0 else '-'}{hours}" + (f":{rest:02d}" if rest else "")


def _third(value: Window) -> tuple[str, str] | None:
    first, last = value.earliest, value.latest
    if first is None or last is None or first.year != last.year or len(value.edtf.rstrip("~?%")) != 15:
        return None
    return _THIRDS.get((first.month, last.month))


def _part(text: str) -> Window:
    return parse(text.rstrip("~?%"))


def digest_title(count: int, since: date | None = None, language: str = "en") -> str:
    """The title of a digest: "Since the report of June 2024: six changes", "4 changes"."""
    if _pick(language) == "zh":
        return f"自{since.year}年{since.month}月报道以来：{count}项变化" if since else f"{count}项变化"
    changes = "one change" if count == 1 else f"{_NUMBERS.get(count, count)} changes"
    if since is None:
        return changes[0].upper() + changes[1:]
    return f"Since the report of {_MONTHS_LONG[since.month - 1]} {since.year}: {changes}"


def and_more(count: int, language: str = "en") -> str:
    """The last line of a digest that shows only the newest."""
    return f"另有{count}项" if _pick(language) == "zh" else f"and {count} more"


def now_with(mission: Mission, language: str = "en") -> str:
    """Where a milestone went: "now with Artemis IV"."""
    return f"改由{mission.name(language)}执行" if _pick(language) == "zh" else f"now with {mission.name(language)}"


def reason(ident: str, language: str = "en") -> str:
    """Why a testimony waits in Review, in one sentence; an id without words is shown as it is."""
    return _REASONS[_pick(language)].get(ident, ident)


def why(ident: str, language: str = "en") -> str:
    """A rule of the ledger that decided a change, in words; an id without words is shown as it is."""
    return _WHY[_pick(language)].get(ident, ident)


_PLANNED: Final = {"en": "planned", "zh": "列入计划"}  # a headline's word for what is new
_NUMBERS: Final = dict(enumerate(("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")))
_REASONS: Final[dict[str, dict[str, str]]] = {
    "en": {
        "before-earlier-step": "It would lie before an earlier step of the same mission.",
        "far-move": "It would move the date by more than two years, and only one outlet says so.",
        "achieved-in-future": "It is told as done, on a day that has not come.",
        "achieved-long-ago": "It is told as done more than a week before, and was not heard of then.",
        "achieved-early": "It is told as done long before its planned date, and only one outlet says so.",
        "weak-reading": "The reader is not sure that the words mean this.",
        "away-from-achieved": "It would undo what is known as achieved.",
        "achieved-again": "It is told as done once more, more than a week after it was done.",
        "against-cancelled": "It plans what was cancelled; that takes an agency or database and a second voice.",
        "achieved-undated": "It is told as done without a day, and nothing says that it was due.",
        "items-own-day": "A far plan would suddenly fall on the day of the article, and only one outlet says so.",
        "two-dates": "The article gives dates that exclude each other.",
        "unknown-milestone": "The mission has no such milestone.",
    },
    "zh": {
        "before-earlier-step": "这将早于同一任务的前一步骤。",
        "far-move": "日期变动超过两年，且仅有一家来源。",
        "achieved-in-future": "称已完成，但日期尚未到来。",
        "achieved-long-ago": "称一周多以前已完成，但当时未见消息。",
        "achieved-early": "称已完成，但远早于计划日期，且仅有一家来源。",
        "weak-reading": "阅读器不能确定原文是否此意。",
        "away-from-achieved": "这将推翻已知的完成状态。",
        "achieved-again": "称再次完成，距首次完成已超过一周。",
        "against-cancelled": "该里程碑已取消；恢复须有航天机构或数据库及另一来源。",
        "achieved-undated": "称已完成但未说明日期，且并无迹象表明已到期。",
        "items-own-day": "远期计划忽然落在文章当日，且仅有一家来源。",
        "two-dates": "文章给出互相矛盾的日期。",
        "unknown-milestone": "该任务没有这一里程碑。",
    },
}
_WHY: Final[dict[str, dict[str, str]]] = {
    "en": {
        "agency": "An agency says so.",
        "database": "A launch database says so.",
        "two-outlets": "Two independent outlets say so.",
        "user": "You decided so.",
        "user-override": "You set this position.",
        "returned": "It no longer holds.",
        "overtaken": "Another change came in its place.",
        "crowd": "Only forums, digests and the like say so.",
    },
    "zh": {
        "agency": "航天机构如是说。",
        "database": "发射数据库如是说。",
        "two-outlets": "两家独立来源如是说。",
        "user": "由您决定。",
        "user-override": "由您设定。",
        "returned": "已不再有效。",
        "overtaken": "已被另一项变化取代。",
        "crowd": "仅见于论坛、摘要等来源。",
    },
}


_FATES: Final[dict[str, dict[str, str]]] = {
    "en": {
        "accepted": "moved the plan", "repeat": "says what is known already", "against": "disagrees with what is believed",
        "speculative": "a possibility, not a plan", "superseded": "history: a date that no longer holds",
        "weak": "not read with certainty", "kept": "adds nothing to what is known",
    },
    "zh": {
        "accepted": "改变了计划", "repeat": "重复已知内容", "against": "与现有认定不符", "speculative": "只是可能，不是计划",
        "superseded": "历史：已不再有效的日期", "weak": "阅读不确定", "kept": "未增加新的内容",
    },
}  # fmt: skip


def fate(testimony: Testimony, verdict: str, language: str = "en") -> str:
    """What became of a claim, in words: `verdict` is "accepted", "repeat", "against" or "kept"."""
    words, claim = _FATES[_pick(language)], testimony.claim
    if verdict != "kept":
        return words[verdict]
    if claim.modality is not Modality.ASSERTED:
        return words[claim.modality.value]
    return words["weak"] if claim.confidence is Confidence.WEAK else words["kept"]


def rejected(language: str = "en") -> str:
    """The fate of a claim that the user does not believe."""
    return "您已否决" if _pick(language) == "zh" else "you said it is not true"


def slips(count: int, least: int | None, most: int | None, language: str = "en") -> str:
    """How far a milestone has slipped so far: "slipped 2 times, 4 to 20 months in all"; empty where it has not.

    `least` and `most` are days, an honest range; None where an end is open.
    """
    if not count:
        return ""
    zh = _pick(language) == "zh"
    moved = least is not None or most is not None
    if zh:
        text = f"已推迟{count}次" + (f"，共{duration(least, most, language)}" if moved else "")
    else:
        times = "once" if count == 1 else "twice" if count == 2 else f"{count} times"
        text = f"slipped {times}" + (f", {duration(least, most, language)} in all" if moved else "")
    return text
