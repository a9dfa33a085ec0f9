"""Values to rows and back. Instants are stored as ISO 8601 in UTC, days as YYYY-MM-DD, windows as EDTF."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Any, Final

from tracker import edtf
from tracker.model import (
    Alert,
    Change,
    ChangeKind,
    Claim,
    Confidence,
    Decision,
    Evidence,
    Held,
    Item,
    Modality,
    Position,
    SourceState,
    Standing,
    Status,
    Testimony,
    Tier,
    Trouble,
    Verdict,
)


def known_stamp(value: datetime) -> str:
    """An aware instant as text that sorts by time."""
    return f"{value.astimezone(UTC).isoformat(timespec='microseconds')[:-6]}Z"


def stamp(value: datetime | None) -> str | None:
    return None if value is None else known_stamp(value)


def instant(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _known_instant(text: str) -> datetime:
    return datetime.fromisoformat(text)


def item_row(item: Item, revision: int, heard_at: str) -> dict[str, Any]:
    return {
        "item": item.id, "revision": revision, "source": item.source, "outlet": item.outlet, "tier": item.tier.value,
        "url": item.url, "published_at": stamp(item.published_at),
        "published_on": item.published_on.isoformat() if item.published_on else None,
        "language": item.language, "title": item.title, "text": item.text, "digest": item.digest,
        "undated": int(item.undated), "flags": " ".join(item.flags), "heard_at": heard_at,
    }  # fmt: skip


NEWEST_ITEMS: Final = """SELECT items.* FROM articles JOIN items ON items.number = articles.number
                         ORDER BY sorted_at DESC LIMIT ?"""


def item(row: sqlite3.Row) -> Item:
    return Item(
        id=row["item"], source=row["source"], outlet=row["outlet"], tier=Tier(row["tier"]), url=row["url"],
        published_at=instant(row["published_at"]), published_on=day(row["published_on"]), language=row["language"],
        title=row["title"], text=row["text"], digest=row["digest"], undated=bool(row["undated"]),
        flags=tuple(row["flags"].split()),
    )  # fmt: skip


def testimony_row(value: Testimony) -> dict[str, Any]:
    claim, evidence = value.claim, value.claim.evidence
    return {
        "id": value.id, "item": value.item, "revision": value.revision, "mission": claim.mission,
        "milestone": claim.milestone, "status": claim.status.value, "edtf": claim.when,
        "modality": claim.modality.value, "confidence": claim.confidence.value, "field": evidence.field,
        "start": evidence.start, "stop": evidence.end, "quote": evidence.quote, "rules": " ".join(claim.rules),
        "source": value.source, "outlet": value.outlet, "tier": value.tier.value, "url": value.url,
        "said_on": value.said_on.isoformat() if value.said_on else None, "heard_at": stamp(value.heard_at),
        "story": value.story, "baseline": int(value.baseline),
    }  # fmt: skip


def testimony(row: sqlite3.Row) -> Testimony:
    claim = Claim(
        mission=row["mission"], milestone=row["milestone"], status=Status(row["status"]),
        window=edtf.parse_optional(row["edtf"]), modality=Modality(row["modality"]),
        evidence=Evidence(row["field"], row["start"], row["stop"], row["quote"]),
        confidence=Confidence(row["confidence"]), rules=tuple(row["rules"].split()),
    )  # fmt: skip
    return Testimony(
        id=row["id"], claim=claim, item=row["item"], revision=row["revision"], source=row["source"],
        outlet=row["outlet"], tier=Tier(row["tier"]), url=row["url"], said_on=day(row["said_on"]),
        heard_at=_known_instant(row["heard_at"]), story=row["story"], baseline=bool(row["baseline"]),
    )  # fmt: skip


def change_row(value: Change, place: int) -> dict[str, Any]:
    before = value.before
    return {
        "id": value.id, "mission": value.mission, "milestone": value.milestone, "kind": value.kind.value,
        "before_status": before.status.value if before else None, "before_edtf": before.when if before else None,
        "status": value.after.status.value, "edtf": value.after.when, "said_on": value.on.isoformat(),
        "settled_on": value.settled_on.isoformat() if value.settled_on else None, "place": place,
        "standing": value.standing.value, "carried_by": json.dumps(value.carried_by),
        "also_said_by": json.dumps(value.also_said_by), "against": json.dumps(value.against),
        "moved_to": value.moved_to, "baseline": int(value.baseline), "why": " ".join(value.why),
    }  # fmt: skip


def change(row: sqlite3.Row) -> Change:
    before = None
    if row["before_status"] is not None:
        before = Position(Status(row["before_status"]), edtf.parse_optional(row["before_edtf"]))
    return Change(
        id=row["id"], mission=row["mission"], milestone=row["milestone"], kind=ChangeKind(row["kind"]), before=before,
        after=Position(Status(row["status"]), edtf.parse_optional(row["edtf"])),
        on=date.fromisoformat(row["said_on"]), standing=Standing(row["standing"]),
        carried_by=tuple(json.loads(row["carried_by"])), also_said_by=tuple(json.loads(row["also_said_by"])),
        against=tuple(json.loads(row["against"])), moved_to=row["moved_to"], baseline=bool(row["baseline"]),
        why=tuple(row["why"].split()), settled_on=day(row["settled_on"]),
    )  # fmt: skip


def held_row(value: Held) -> dict[str, Any]:
    return {
        "testimony": value.testimony, "mission": value.mission, "milestone": value.milestone, "reason": value.reason,
        "said_on": value.on.isoformat(),
    }  # fmt: skip


def held(row: sqlite3.Row) -> Held:
    return Held(row["testimony"], row["mission"], row["milestone"], row["reason"], date.fromisoformat(row["said_on"]))


def decision_row(value: Decision) -> dict[str, Any]:
    position = value.position
    return {
        "id": value.id, "at": stamp(value.at), "verdict": value.verdict.value, "target": value.target,
        "mission": value.mission, "milestone": value.milestone, "status": position.status.value if position else None,
        "edtf": position.when if position else None, "note": value.note,
    }  # fmt: skip


def decision(row: sqlite3.Row) -> Decision:
    position = Position(Status(row["status"]), edtf.parse_optional(row["edtf"])) if row["status"] else None
    return Decision(
        id=row["id"], at=_known_instant(row["at"]), verdict=Verdict(row["verdict"]), target=row["target"],
        mission=row["mission"], milestone=row["milestone"], position=position, note=row["note"],
    )  # fmt: skip


def alert_row(value: Alert) -> dict[str, Any]:
    return {
        "id": value.id, "title": value.title, "body": value.body, "changes": json.dumps(value.changes),
        "created_at": stamp(value.created_at), "told_at": stamp(value.told_at),
    }  # fmt: skip


def alert(row: sqlite3.Row) -> Alert:
    return Alert(
        id=row["id"], title=row["title"], body=row["body"], changes=tuple(json.loads(row["changes"])),
        created_at=_known_instant(row["created_at"]), told_at=instant(row["told_at"]),
    )  # fmt: skip


def state_text(value: SourceState) -> str:
    """A source's state as JSON: a bundle that only its adapter looks into needs no columns."""
    return json.dumps({name: getattr(value, name) for name in SourceState.__dataclass_fields__}, default=_plain)


def _plain(entry: Any) -> Any:
    return known_stamp(entry) if isinstance(entry, datetime) else asdict(entry)


_MOMENTS = tuple(name for name in SourceState.__dataclass_fields__ if name.endswith(("_at", "_until")))


def state(text: str) -> SourceState:
    data: dict[str, Any] = json.loads(text)
    known = {name: data[name] for name in SourceState.__dataclass_fields__ if name in data}
    for name in _MOMENTS:
        if isinstance(known.get(name), str):
            known[name] = instant(known[name])
    trouble: Mapping[str, str] | None = known.get("trouble")
    known["trouble"] = Trouble(**trouble) if trouble else None
    return SourceState(**known)


def searchable(text: str) -> str:
    """Text for the word index: every CJK character a word of its own, so that two of them are a phrase."""
    return text if text.isascii() else _CJK.sub(r" \g<0> ", text)


def match_expression(query: str, *, unfinished: bool = True) -> str:
    """A person's words as an FTS5 expression: all must occur, the last one may be `unfinished`. Empty: match nothing."""
    words = [w for w in (tokens(w) for w in query.split()) if w]
    phrases = ['"' + " ".join(w) + '"' for w in words]
    if phrases and unfinished and not _CJK.match(words[-1][-1][-1]):
        phrases[-1] += "*"
    return " ".join(phrases)


def tokens(word: str) -> list[str]:
    """What the word index makes of a word: its runs of letters and digits, each CJK character one of its own."""
    return searchable("".join(c if c.isalnum() else " " for c in word)).split()


_CJK: Final = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
