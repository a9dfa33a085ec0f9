"""The milestones as an iCalendar file (RFC 5545), written by the library icalendar: it folds, escapes and orders.

An event keeps its UID for ever and its SEQUENCE rises with each change, so that a calendar moves it instead of adding
a twin. A coarse window is an all-day span and TENTATIVE; what was called off is CANCELLED where it stood.
"""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from tracker import wording
from tracker.edtf import Precision, Window
from tracker.export.rows import Sheet, Support, best_proof, ordered
from tracker.model import Change, MilestoneState, Mission, Standing, Status

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT: Final = "-//Space Race Tracker//Milestones//EN"
_DOMAIN: Final = "space-race-tracker"
_URL_SAFE: Final = "!#$%&'()*+,/:;=?@[]~"


def ics_text(sheet: Sheet, *, language: str = "en") -> str:
    """The calendar of every milestone that has, or had, a date. Lines end with CRLF; the same sheet gives the same text."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Space Race Tracker")
    own: dict[tuple[str, str], list[Change]] = {}
    for change in sheet.changes:
        own.setdefault(change.key, []).append(change)
    for mission, state in ordered(sheet):
        changes = own.get(state.key, [])
        carrying = next((c for c in changes if c.id == state.change), None)
        window = _window(state, changes)
        if window is not None:
            event = _event(mission, state, window, changes, best_proof(sheet, carrying), language)
            calendar.add_component(event)
    text: bytes = calendar.to_ical()
    return text.decode("utf-8")


def _event(
    mission: Mission,
    state: MilestoneState,
    window: Window,
    changes: list[Change],
    proof: Support | None,
    language: str,
) -> Event:
    from icalendar import Event

    status = state.position.status
    event = Event()
    event.add("uid", f"{mission.id}-{state.milestone}@{_DOMAIN}")
    event.add("sequence", _sequence(changes))
    moved_at = datetime.combine(max((c.settled_on or c.on for c in changes), default=state.since), time(), UTC)
    event.add("dtstamp", moved_at)
    event.add("last-modified", moved_at)
    start, end = _span(window)
    event.add("dtstart", start)
    if end is not None:
        event.add("dtend", end)
    event.add("summary", _clean(_summary(mission, state, window, language)))
    event.add("description", _clean(_description(state, proof, language)))
    event.add("status", _status(state, window))
    event.add("transp", "TRANSPARENT")
    event.add("categories", [_clean(mission.programme), status.value])
    if proof is not None and proof.url.startswith(("https://", "http://")):
        event.add("url", quote(proof.url, safe=_URL_SAFE, errors="replace"))
    return event


def _window(state: MilestoneState, changes: list[Change]) -> Window | None:
    """Its date; of what has none any more the last it had, so that a calendar finds the event to strike out."""
    if state.position.window is not None:
        return state.position.window
    dated = [c.after.window for c in changes if c.after.window is not None]
    return dated[-1] if dated else None


def _sequence(changes: list[Change]) -> int:
    """Every move and every way back counts one."""
    return max(0, len(changes) - 1 + sum("returned" in c.why for c in changes))


def _span(window: Window) -> tuple[date | datetime, date | None]:
    """Start and exclusive end: an instant, or whole days; of an open window the day of its known end."""
    if window.instant is not None:
        return window.instant, None
    first = window.earliest or window.latest
    last = window.latest or window.earliest
    assert first is not None
    assert last is not None
    return first, _next_day(last)


def _next_day(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day


def _status(state: MilestoneState, window: Window) -> str:
    position = state.position
    if position.status is Status.CANCELLED or position.window is None:
        return "CANCELLED"
    if position.status in (Status.ACHIEVED, Status.FAILED):
        return "CONFIRMED"
    fine = window.precision in (Precision.DAY, Precision.TIME) and not window.approximate
    sure = state.standing in (Standing.CONFIRMED, Standing.OVERRIDDEN) and position.status is Status.PLANNED
    return "CONFIRMED" if fine and sure else "TENTATIVE"


def _summary(mission: Mission, state: MilestoneState, window: Window, language: str) -> str:
    name = wording.milestone_of(mission, state.milestone, language)
    position = state.position
    if position.status is not Status.PLANNED:
        return f"{name} ({wording.status(position.status, language)})"
    if window.precision in (Precision.DAY, Precision.TIME) and not window.approximate:
        return name
    return f"{name} ({wording.window(window, language)})"


def _description(state: MilestoneState, proof: Support | None, language: str) -> str:
    lines = [f"{wording.position(state.position, language)} · {wording.standing(state.standing, language)}"]
    lines.append(wording.overtaken(state, language))
    if proof is not None:
        lines += [proof.outlet, f"“{proof.evidence}”"]
    return "\n".join(line for line in lines if line)


def _clean(text: str) -> str:
    """Without control characters: a calendar line may not hold them."""
    return "".join(c if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs") else " " for c in text)
