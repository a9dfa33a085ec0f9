"""Words that only the window needs: times from now, counts, states of sources. Dates and moves come from wording."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from tracker import wording
from tracker.desktop.spoken import QT_TRANSLATE_NOOP
from tracker.edtf import parse, shift
from tracker.errors import EdtfError
from tracker.model import ChangeKind, Position, Standing, Status
from tracker.ui.trouble import told
from tracker.views import Next, SourceView

translate = QCoreApplication.translate

STANDING_TONES: Final = {
    Standing.CONFIRMED: "good",
    Standing.REPORTED: "warn",
    Standing.DISPUTED: "bad",
    Standing.OVERRIDDEN: "accent",
}
KIND_TONES: Final = {
    ChangeKind.SLIPPED: "warn",
    ChangeKind.ON_HOLD: "warn",
    ChangeKind.FAILED: "bad",
    ChangeKind.CANCELLED: "bad",
    ChangeKind.ADVANCED: "good",
    ChangeKind.ACHIEVED: "good",
    ChangeKind.RESUMED: "good",
    ChangeKind.REINSTATED: "good",
}
HEALTH_TONES: Final = {"fine": "good", "stale": "warn", "failing": "bad", "waiting": "muted", "off": "muted"}


def span_of_time(seconds: float) -> str:
    """A length of time in its largest unit: "24 min", "2 h", "3 days"."""
    minutes = max(0, round(seconds / 60))
    if minutes < 60:
        return translate("Words", "{n} min").format(n=minutes)
    if minutes < 48 * 60:
        return translate("Words", "{n} h").format(n=round(minutes / 60))
    return translate("Words", "{n} days").format(n=round(minutes / 1440))


def ago(then: datetime | None, now: datetime) -> str:
    """ "2 h ago", "just now"; empty where there is no instant."""
    if then is None:
        return ""
    seconds = (now - then).total_seconds()
    if seconds < 60:
        return translate("Words", "just now")
    return translate("Words", "{time} ago").format(time=span_of_time(seconds))


def until(then: datetime | None, now: datetime) -> str:
    """ "in 24 min", "due now"; empty where there is no instant."""
    if then is None:
        return ""
    seconds = (then - now).total_seconds()
    if seconds < 30:
        return translate("Words", "due now")
    return translate("Words", "in {time}").format(time=span_of_time(seconds))


def clock(then: datetime | None, now: datetime, language: str) -> str:
    """A clock time in the user's zone, with its day when that is not today: "14:07", "21 Nov 2026, 14:07"."""
    if then is None:
        return ""
    local, here = then.astimezone(), now.astimezone()
    text = f"{local:%H:%M}"
    if local.date() == here.date():
        return text
    return translate("Words", "{day}, {time}").format(day=wording.calendar_day(local.date(), language), time=text)


def published(at: datetime | None, on: date | None, language: str) -> str:
    """When an article appeared, in the user's zone; only its day where the source gives no clock time."""
    if at is not None:
        local = at.astimezone()
        return translate("Words", "{day}, {time}").format(
            day=wording.calendar_day(local.date(), language), time=f"{local:%H:%M}"
        )
    return wording.calendar_day(on, language) if on else translate("Words", "no date")


def counted(number: int, one: str, many: str) -> str:
    """ "1 claim" or "3 claims": `one` and `many` are already translated, `{n}` takes the number."""
    return (one if number == 1 else many).format(n=number)


def claims(number: int) -> str:
    return counted(number, translate("Words", "{n} claim"), translate("Words", "{n} claims"))


def changes(number: int) -> str:
    return counted(number, translate("Words", "{n} change"), translate("Words", "{n} changes"))


def items(number: int) -> str:
    return counted(number, translate("Words", "{n} item"), translate("Words", "{n} items"))


def listed(parts: Iterable[str]) -> str:
    """Things one after the other, as the window's language sets them apart."""
    return translate("Words", ", ").join(parts)


def outlet(name: str) -> str:
    """Who speaks: a name, which stays as it is, but for the report this program starts from."""
    report = QT_TRANSLATE_NOOP("Words", "Report of 25 June 2024")
    return translate("Words", report) if name == report else name


def claimed_position(status: str, when: str) -> Position | None:
    """What a stored claim says, as far as it can be understood; `when` is EDTF, empty where it gives no date."""
    try:
        return Position(Status(status), parse(when) if when else None)
    except (EdtfError, ValueError):
        return None


def claimed(status: str, when: str, language: str) -> str:
    """What a stored claim says: "2028", "achieved 2 Jun 2024"; what is not understood stays as it was stored."""
    position = claimed_position(status, when)
    return wording.position(position, language) if position is not None else when or status


def standing_tone(value: Standing) -> str:
    return STANDING_TONES.get(value, "muted")


def kind_tone(value: ChangeKind) -> str:
    return KIND_TONES.get(value, "muted")


def slip(before: Position | None, after: Position, language: str) -> str:
    """By how much a planned date moved: "5 to 20 months later"; empty where that cannot be said."""
    if before is None or before.window is None or after.window is None or after.status is not Status.PLANNED:
        return ""
    least, most = shift(before.window, after.window)
    if least is None or most is None or least == most == 0:
        return ""
    if least > 0:
        return translate("Words", "{time} later").format(time=wording.duration(least, most, language))
    if most < 0:
        return translate("Words", "{time} earlier").format(time=wording.duration(-most, -least, language))
    return ""


def countdown(value: Next, language: str) -> str:
    """ "in 10 to 14 months"; "3 days overdue"; empty where nothing can be said."""
    if value.state is None or (value.least_days is None and value.most_days is None):
        return ""
    return wording.countdown(value.least_days, value.most_days, language)


def health(view: SourceView, now: datetime, language: str) -> str:
    """The state of a source in words, never a code alone."""
    state = view.state
    match view.health:
        case "fine":
            return translate("Words", "fine")
        case "waiting":
            return translate("Words", "not asked yet")
        case "off":
            return translate("Words", "switched off")
        case "stale":
            newest = ago(state.newest_item_at, now)
            if not newest:
                return translate("Words", "stale: nothing new for a long time")
            assert state.newest_item_at is not None
            length = span_of_time((now - state.newest_item_at).total_seconds())
            return translate("Words", "stale: nothing new for {time}").format(time=length)
    words = told(state.trouble, language) if state.trouble else translate("Words", "gives no answer")
    words = words[:1].lower() + words[1:]  # it stands in the middle of a sentence
    times = counted(state.failures, translate("Words", "once"), translate("Words", "{n} times in a row"))
    return translate("Words", "{trouble}, {times}").format(trouble=words, times=times)


def days_ago(days: int) -> str:
    """ "today", "yesterday", "12 days ago"."""
    if days <= 0:
        return translate("Words", "today")
    if days == 1:
        return translate("Words", "yesterday")
    return translate("Words", "{n} days ago").format(n=days)
