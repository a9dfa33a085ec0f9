"""Numbers of days as honest ranges in words: countdowns, lengths, slips."""

from __future__ import annotations

from tracker.wording.terms import pick


def countdown(least: int | None, most: int | None, language: str = "en") -> str:
    """A countdown as a range of days: "in 10 to 14 months", "in 3 days"; what may only not be earlier than a day that has
    gone by: "12 days past its earliest date"."""
    zh = pick(language) == "zh"
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
        return "最早日期即今天" if pick(language) == "zh" else "today at the earliest"
    past = duration(days, days, language)
    return f"已过最早日期{past}" if pick(language) == "zh" else f"{past} past its earliest date"


def duration(least: int | None, most: int | None, language: str = "en") -> str:
    """A number of days as a range in the unit that fits: "5 to 20 months", "3 days", "at least 2 years"."""
    zh = pick(language) == "zh"
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


def slips(count: int, least: int | None, most: int | None, language: str = "en") -> str:
    """How far a milestone has slipped so far: "slipped 2 times, 4 to 20 months in all"; empty where it has not.

    `least` and `most` are days, an honest range; None where an end is open.
    """
    if not count:
        return ""
    zh = pick(language) == "zh"
    moved = least is not None or most is not None
    if zh:
        text = f"已推迟{count}次" + (f"，合计{duration(least, most, language)}" if moved else "")
    else:
        times = "once" if count == 1 else "twice" if count == 2 else f"{count} times"
        text = f"slipped {times}" + (f", {duration(least, most, language)} in all" if moved else "")
    return text


def _unit(days: int) -> tuple[str, float]:
    if days < 90:
        return "day", 1
    return ("month", 30.4375) if days < 1096 else ("year", 365.25)
