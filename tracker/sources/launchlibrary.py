"""Launch Library 2 (2.3.0; 2.2.0 is understood too): rows -> items that state their claim themselves.

A row's `net` is an instant even where only the quarter is known (then it is some day of it, mostly the last); what is
known stands in `net_precision`. So the window comes from the precision, and a coarse date never becomes a day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from tracker import edtf, wording
from tracker.edtf import Window
from tracker.errors import EdtfError, ParseError
from tracker.model import Claim, Confidence, Evidence, Item, Modality, Reading, Source, Status
from tracker.sources import items, jsonbody, launches
from tracker.sources.feed import Parsed
from tracker.sources.items import Raw
from tracker.sources.jsonbody import text
from tracker.sources.launches import Launch
from tracker.sources.plaintext import as_markup

_STATUSES: Mapping[int, tuple[Status, Confidence]] = {
    1: (Status.PLANNED, Confidence.FIRM),  # Go
    2: (Status.PLANNED, Confidence.FIRM),  # To Be Determined
    3: (Status.ACHIEVED, Confidence.FIRM),  # Success
    4: (Status.FAILED, Confidence.FIRM),
    5: (Status.ON_HOLD, Confidence.FIRM),
    6: (Status.ACHIEVED, Confidence.FIRM),  # In Flight: it has been launched
    7: (Status.FAILED, Confidence.WEAK),  # Partial Failure: a person should look
    8: (Status.PLANNED, Confidence.FIRM),  # To Be Confirmed
    9: (Status.ACHIEVED, Confidence.FIRM),  # Payload Deployed
}
_FINE = (0, 1)  # second, minute
_HOUR = 2
_PARTS_OF_DAY = (_HOUR, 3, 4)  # hour, morning, afternoon
_DAY, _WEEK, _MONTH, _QUARTERS, _HALVES, _YEAR, _FISCAL, _DECADE = 5, 6, 7, (8, 9, 10, 11), (12, 13), 14, 15, 16
_NAMES = {
    "second": 0, "minute": 1, "hour": 2, "morning": 3, "afternoon": 4, "day": 5, "week": 6, "month": 7, "quarter 1": 8,
    "quarter 2": 9, "quarter 3": 10, "quarter 4": 11, "year half 1": 12, "year half 2": 13, "year": 14,
    "fiscal year": 15, "decade": 16,
}  # fmt: skip
_WORDS = {number: name.rstrip(" 1234").removeprefix("year ") or "year" for name, number in _NAMES.items()}
_MOST_ROWS = 200
_MOST_UPDATES = 30


def parse(
    source: Source, body: bytes, *, base: str, content_type: str, now: datetime,  # noqa: ARG001
    tracked: Sequence[Launch] = (),
) -> Parsed:  # fmt: skip
    """The launches of our missions with their claims, and the database's own notes on them as items to be read.

    In the answer to a search by name, the first row of that name is the mission's; its id is remembered (`facts`).
    Raises ParseError (bad-json, too-complex) for what is no answer of Launch Library, truncated ones included.
    """
    made: list[Item] = []
    readings: list[Reading] = []
    searched, found = launches.searched_for(base), ""
    listed = rows(body)
    for row in listed:
        mission = launches.mission_of(tracked, row, searched)
        if mission is None or (searched and found):
            continue
        found = text(row.get("id")).lower()
        item, reading = launch(source, row, mission, base=base, now=now)
        made.append(item)
        readings.append(reading)
        made += _updates(source, row, base, now)
    facts = launches.found_fact(tracked, searched, found, now.date()) if searched else ()
    following = launches.search_after(listed, base, tracked)
    unique = tuple({item.id: item for item in made}.values())
    return Parsed(unique, readings=tuple(readings), facts=facts, following=following)


def rows(body: bytes) -> list[dict[str, Any]]:
    """The launches of an answer: a list of results, or a single launch. Raises ParseError (bad-json)."""
    data = jsonbody.read(body)
    found = data.get("results", [data] if "net" in data else None) if isinstance(data, dict) else None
    if not isinstance(found, list):
        raise ParseError("JSON without a list of launches", code="bad-json")
    return [row for row in found[:_MOST_ROWS] if isinstance(row, dict) and isinstance(row.get("id"), str)]


def launch(source: Source, row: Mapping[str, Any], mission: str, *, base: str, now: datetime) -> tuple[Item, Reading]:
    """A row as an item in our own words, and the claim that those words carry.

    The words hold only what matters for a date, so the item gets a new revision exactly when that changes.
    """
    status_id, status_name = _identified(row.get("status"))
    precision = precision_of(row.get("net_precision"))
    net = _instant(row.get("net"))
    window = window_of(net, precision, _zone(row))
    name = text(row.get("name"))[:200] or "a launch without a name"
    status, confidence = _STATUSES.get(status_id, (None, Confidence.WEAK))
    quote = _sentence(name, status, status_name, net, (precision, _WORDS.get(precision or 0, "")), window, _hours(row))
    item = items.make(
        source,
        Raw(
            key=text(row.get("id")).lower(),
            link=text(row.get("url")),
            title=as_markup(name),
            body=as_markup(quote),
            dates=tuple(filter(None, (text(row.get("last_updated")),))),
            language="en",
        ),
        base=base,
        now=now,
    )
    if item is None:
        raise ParseError("a launch that cannot be put into words", code="bad-json")
    quote = item.text  # made plain
    if status is None or (status is Status.PLANNED and window is None):
        return item, Reading(item.id, "en", read=True)
    claim = Claim(
        mission, "launch", status, window, Modality.ASSERTED, Evidence("text", 0, len(quote), quote), confidence,
        rules=("launch-library",),
    )  # fmt: skip
    return item, Reading(item.id, "en", read=True, claims=(claim,))


def window_of(net: datetime | None, precision: int | None, zone: tzinfo = UTC) -> Window | None:
    """What is really known of a date. None where nothing is, or where the precision is one this program does not know.

    `zone` is the launch site's: the day of a launch is the day there.
    """
    if net is None or precision is None:
        return None
    local = net.astimezone(zone)
    written = _edtf(local, net.date(), precision)
    try:
        return edtf.parse(written) if written else None
    except EdtfError:
        return None


def _edtf(local: datetime, day: date, precision: int) -> str:
    """A coarse `net` is a marker in UTC (2026-08-31T00:00Z for August), so its parts are read as they stand."""
    if precision in _FINE:
        return local.isoformat(timespec="minutes")
    if precision in _PARTS_OF_DAY:
        return local.date().isoformat()
    if precision == _DAY:
        return day.isoformat()
    if precision == _WEEK:
        monday = day - timedelta(days=day.weekday())
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    if precision == _MONTH:
        return f"{day.year:04}-{day.month:02}"
    if precision in _QUARTERS:
        return f"{day.year:04}-{precision - _QUARTERS[0] + 33}"
    if precision in _HALVES:
        return f"{day.year:04}-{precision - _HALVES[0] + 40}"
    if precision == _FISCAL:  # the American one: October to September
        year = day.year + (day.month >= 10)
        return f"{year - 1:04}-10/{year:04}-09"
    return {_YEAR: f"{day.year:04}", _DECADE: f"{day.year // 10}X"}.get(precision, "")


def precision_of(value: Any) -> int | None:
    """The number of a precision, by its name first: the names have stayed the same through the versions."""
    ident, name = _identified(value)
    return _NAMES.get(name.lower(), ident if ident in _NAMES.values() else None)


def _sentence(
    name: str, status: Status | None, listed: str, net: datetime | None, precision: tuple[int | None, str],
    window: Window | None, hours: str,
) -> str:  # fmt: skip
    """One plain sentence of our own. It names the raw instant, and the hours of the launch window, only where the database
    means them."""
    launch = f"The launch of {name.rpartition('|')[2].strip() or name}"
    listed = f"Launch Library lists it as “{listed or 'no status'}”"
    if window is None:
        return f"{launch} has no date that is known; {listed}."
    number, word = precision
    fine = net is not None and number in (*_FINE, *_PARTS_OF_DAY, _DAY)
    said = f"known to the {word}"
    if net is not None and fine:
        said = f"{net:%Y-%m-%d %H:%M:%S}" if number == _FINE[0] else f"{net:%Y-%m-%d %H:%M}"
        said = f"{said} UTC, known to the {word}{hours if number in (*_FINE, _HOUR) else ''}"
    verb = {
        Status.PLANNED: "is planned for",
        Status.ON_HOLD: "is on hold; it was planned for",
        Status.ACHIEVED: "took place on",
        Status.FAILED: "failed on",
    }.get(status or Status.PLANNED, "is listed for")
    return f"{launch} {verb} {wording.window(window)}; {listed} ({said})."


def _hours(row: Mapping[str, Any]) -> str:
    """The launch window in words, "" where it is no span within three days."""
    first, last = _instant(row.get("window_start")), _instant(row.get("window_end"))
    if first is None or last is None or not timedelta() < last - first < timedelta(days=3):
        return ""
    first, last = first.astimezone(UTC), last.astimezone(UTC)
    until = f"{last:%H:%M}" if first.date() == last.date() else f"{last:%Y-%m-%d %H:%M}"
    return f", launch window {first:%H:%M} to {until} UTC"


def _updates(source: Source, row: Mapping[str, Any], base: str, now: datetime) -> Iterator[Item]:
    """The editors' notes on a launch, each with the link it rests on."""
    notes = row.get("updates")
    name = text(row.get("name")).rpartition("|")[2].strip()[:120]
    for note in notes[:_MOST_UPDATES] if isinstance(notes, list) else ():
        comment = text(note.get("comment")).strip() if isinstance(note, dict) else ""
        if not comment or not isinstance(note.get("id"), int):
            continue
        raw = Raw(
            key=f"update:{note['id']}",
            link=text(note.get("info_url")) or text(row.get("url")),
            title=as_markup(f"{name}: {comment}"),
            body=as_markup(comment),
            dates=tuple(filter(None, (text(note.get("created_on")),))),
            language="en",
            flags=("note",),
        )
        item = items.make(source, raw, base=base, now=now)
        if item is not None:
            yield item


def _identified(value: Any) -> tuple[int, str]:
    """An {"id": 1, "name": "..."} object of the database; -1 and "" for what is none."""
    if not isinstance(value, dict):
        return -1, ""
    ident = value.get("id")
    return ident if type(ident) is int else -1, text(value.get("name"))[:60]


def _zone(row: Mapping[str, Any]) -> tzinfo:
    pad = row.get("pad")
    location = pad.get("location") if isinstance(pad, dict) else None
    name = location.get("timezone_name") if isinstance(location, dict) else None
    try:
        return ZoneInfo(name) if isinstance(name, str) and name else UTC
    except (KeyError, ValueError, OSError):
        return UTC


def _instant(value: Any) -> datetime | None:
    try:
        found = datetime.fromisoformat(text(value))
    except ValueError:
        return None
    return found if found.tzinfo and 1950 < found.year < 2200 else None
