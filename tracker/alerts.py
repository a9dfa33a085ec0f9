"""Which changes to tell, and in what words. Pure: the clock, the rules and what was already told are arguments."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from tracker import wording
from tracker.edtf import Precision
from tracker.model import Alert, Change, ChangeKind, Mission, Standing, Testimony, Tier

HISTORY_DAYS: Final = 7  # what was settled longer ago is history, not news
_BACK_AGAIN: Final = timedelta(days=3)
_FAR_DAYS: Final = 3 * 365  # a new milestone that lies further ahead is no news yet
_LINES: Final = 6  # of a digest
_LONGEST: Final = 60  # characters of an outlet's name


class Telling(StrEnum):
    """What a user wants to hear of a mission or milestone."""

    OFF = "off"
    CONFIRMED = "confirmed"
    REPORTS = "reports"  # single reports too


@dataclass(frozen=True, slots=True)
class AlertRules:
    """What the user wants to hear, and when. The most specific telling wins: milestone, mission, default.

    `tellings` is keyed "artemis-3" or "artemis-3/landing". Quiet hours are local clock times and may pass midnight.
    """

    default: Telling = Telling.CONFIRMED
    tellings: Mapping[str, Telling] = field(default_factory=dict)
    kinds_off: frozenset[ChangeKind] = frozenset()
    cap: int = 3  # more in one poll become one digest
    quiet_from: time | None = None
    quiet_to: time | None = None
    paused_until: datetime | None = None  # aware

    def telling(self, mission: Mission | None, change: Change) -> Telling:
        """What the user wants to hear of the change's milestone."""
        for key in (f"{change.mission}/{change.milestone}", change.mission):
            if key in self.tellings:
                return self.tellings[key]
        if mission is None or not mission.lane:  # relay satellites are read, not announced
            return Telling.OFF
        return self.default


@dataclass(frozen=True, slots=True)
class Delivery:
    """What may be told now; the others wait."""

    now: tuple[Alert, ...] = ()
    together: bool = False  # what the quiet hours or a pause held back is told as one digest


def choose(
    changes: Sequence[Change],
    *,
    known: Collection[str],
    missions: Mapping[str, Mission],
    rules: AlertRules,
    created_at: datetime,
    outlets: Mapping[str, str],
    language: str = "en",
) -> tuple[Alert, ...]:
    """The alerts for changes folded just now.

    `known` holds the ids of changes already announced, or known when the app began to watch. `outlets` gives the outlet
    of a testimony id. More than `rules.cap` become one digest.
    """
    told: dict[str, Change] = {}
    for change in changes:
        if change.id in known or not deserves(change, missions.get(change.mission), rules, created_at.date()):
            continue
        if not any(_makes_it_old(other, change) for other in changes if other.id in known and other.key == change.key):
            told.setdefault(change.id, change)
    if len(told) > max(rules.cap, 1):
        whole = digest(list(told.values()), missions=missions, created_at=created_at, language=language)
        return (whole,) if whole else ()
    return tuple(_single(change, missions, outlets, created_at, language) for change in told.values())


def _makes_it_old(other: Change, change: Change) -> bool:
    """True when a change that is known makes another no news: a later move of the milestone (an old article came late),
    or the same move, taken back a few days ago (there and back again)."""
    since, settled = other.settled_on or other.on, change.settled_on or change.on
    if "returned" in other.why:
        return other.after == change.after and timedelta(0) <= change.on - since <= _BACK_AGAIN
    return other.standing is not Standing.REPORTED and since > settled


def without_muted(
    changes: Sequence[Change], said: Mapping[str, Testimony], muted: Collection[str]
) -> tuple[Change, ...]:
    """The changes as they count for telling when the sources with these ids are muted: what only they say is left out,
    and what is confirmed through them alone is no more than reported.

    `said` holds the testimonies that carry the changes, by id.
    """
    kept = []
    for change in changes:
        silent = {t for t in change.carried_by if t in said and said[t].source in muted}
        voices = (*change.carried_by, *change.also_said_by)
        heard = [said[t] for t in voices if t in said and said[t].source not in muted]
        sure = any(t.tier in (Tier.AGENCY, Tier.DATABASE) for t in heard) or len({t.outlet for t in heard}) > 1
        if not silent or sure:
            kept.append(change)
        elif heard:
            kept.append(replace(change, standing=Standing.REPORTED))
    return tuple(kept)


def deserves(change: Change, mission: Mission | None, rules: AlertRules, today: date) -> bool:
    """True when a change is worth an alert of its own under the rules."""
    if change.baseline or "returned" in change.why or mission is None:
        return False
    if (today - (change.settled_on or change.on)).days > HISTORY_DAYS:
        return False
    if change.kind in rules.kinds_off or not _worth_telling(change, today):
        return False
    telling = rules.telling(mission, change)
    if change.standing is Standing.REPORTED:
        return telling is Telling.REPORTS
    if change.standing is Standing.DISPUTED and "agency" not in change.why:
        return telling is Telling.REPORTS
    return telling is not Telling.OFF and change.standing is not Standing.OVERRIDDEN


def _worth_telling(change: Change, today: date) -> bool:
    if change.kind is ChangeKind.NEW:
        start = change.after.window.earliest if change.after.window else None
        return start is not None and (start - today).days <= _FAR_DAYS
    return not _only_a_clock_time(change)


def _only_a_clock_time(change: Change) -> bool:
    """A known day, or "no earlier than" a day, has got its clock time: worth a line in the history, not a popup."""
    known, window = change.before.window if change.before else None, change.after.window
    if (
        change.kind is not ChangeKind.FIRMED
        or known is None
        or window is None
        or window.precision is not Precision.TIME
    ):
        return False
    by_day = len(known.edtf.split("/", 1)[0]) >= len("2026-08-24")
    near = (
        known.earliest is not None and window.earliest is not None and abs(window.earliest - known.earliest).days <= 1
    )
    return by_day and near and known.precision in (Precision.DAY, Precision.NOT_BEFORE)


def digest(
    changes: Sequence[Change],
    *,
    missions: Mapping[str, Mission],
    created_at: datetime,
    since: date | None = None,
    outlets: Mapping[str, str] | None = None,
    language: str = "en",
) -> Alert | None:
    """One alert for many changes; None when there are none. A single change gets its own headline and body.

    With `since` (the day of the report) it is the digest of a first fetch: the backlog after that day in one sentence.
    Given-up and user-made changes are left out.
    """
    told = {
        c.id: c
        for c in changes
        if c.mission in missions
        and "returned" not in c.why
        and c.standing in (Standing.CONFIRMED, Standing.DISPUTED)
        and (since is None or (c.on > since and not _only_a_clock_time(c)))
    }
    if not told:
        return None
    if len(told) == 1 and since is None:
        return _single(next(iter(told.values())), missions, outlets or {}, created_at, language)
    newest = sorted(told.values(), key=lambda c: (c.on, c.id), reverse=True)
    lines = [
        f"{wording.headline(c, missions[c.mission], language)}: {wording.move(c, language, headed=True)}"
        for c in newest[:_LINES]
    ]
    if len(newest) > _LINES:
        lines.append(wording.and_more(len(newest) - _LINES, language))
    ident = hashlib.sha256("|".join(sorted(told)).encode()).hexdigest()[:16]
    return Alert(
        id=f"digest-{ident}",
        title=wording.digest_title(len(told), since, language),
        body="\n".join(lines),
        changes=tuple(c.id for c in newest),
        created_at=created_at,
    )


def deliverable(alerts: Sequence[Alert], rules: AlertRules, now_local: datetime) -> Delivery:
    """What may be told at `now_local` (aware, in the user's zone): nothing while paused or in the quiet hours."""
    if _is_silent(rules, now_local):
        return Delivery()
    held_back = any(_is_silent(rules, a.created_at.astimezone(now_local.tzinfo)) for a in alerts)
    return Delivery(tuple(alerts), together=held_back)


def _is_silent(rules: AlertRules, now: datetime) -> bool:
    if rules.paused_until is not None and rules.paused_until > now:
        return True
    first, last = rules.quiet_from, rules.quiet_to
    if first is None or last is None or first == last:
        return False
    clock = now.time()
    return first <= clock < last if first < last else clock >= first or clock < last


def _single(
    change: Change, missions: Mapping[str, Mission], outlets: Mapping[str, str], created_at: datetime, language: str
) -> Alert:
    return Alert(
        id=change.id,
        title=wording.headline(change, missions[change.mission], language),
        body=_body(change, missions, outlets, language),
        changes=(change.id,),
        created_at=created_at,
    )


def _body(change: Change, missions: Mapping[str, Mission], outlets: Mapping[str, str], language: str) -> str:
    """Old and new, where it went, and who says so: "2026 → mid-2027 · NASA"."""
    parts = [wording.move(change, language, headed=True)]
    if change.moved_to and change.moved_to in missions:
        parts.append(wording.now_with(missions[change.moved_to], language))
    outlet = next((outlets[t] for t in change.carried_by if outlets.get(t)), "")
    parts.append(_one_line(outlet))
    return " · ".join(p for p in parts if p)


def _one_line(text: str) -> str:
    """An outlet's name without line breaks, control characters and marks that turn the direction of writing."""
    visible = "".join(c if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Zl", "Zp") else " " for c in text)
    return " ".join(visible.split())[:_LONGEST]
