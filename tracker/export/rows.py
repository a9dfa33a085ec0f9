"""Milestones and changes as rows, and rows as CSV and JSON. Pure; `tracker.files` puts the text on the disk.

Cells are safe against spreadsheet formulas: what would start one gets a leading apostrophe.
"""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from tracker.edtf import shift
from tracker.model import Change, MilestoneState, Mission, Position, Race, Tier

MILESTONE_COLUMNS: Final = (
    "mission_id", "mission", "agency", "programme", "milestone", "status", "when_edtf", "earliest", "latest",
    "precision", "standing", "previous_when_edtf", "slip_days_min", "slip_days_max", "changed_on", "source",
    "source_tier", "source_url", "evidence", "race",
)  # fmt: skip
HISTORY_COLUMNS: Final = (*MILESTONE_COLUMNS, "change_kind", "change_id")

Row = dict[str, str | int | None]


@dataclass(frozen=True, slots=True)
class Support:
    """Who carries a change, and the words."""

    outlet: str
    tier: Tier
    url: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything an export tells. `proofs` gives the support of a testimony id, `agencies` and `programmes` names."""

    missions: Sequence[Mission]
    changes: Sequence[Change]
    states: Sequence[MilestoneState]
    proofs: Mapping[str, Support]
    races: Sequence[Race] = ()
    agencies: Mapping[str, str] = field(default_factory=dict)
    programmes: Mapping[str, str] = field(default_factory=dict)


def milestone_rows(sheet: Sheet) -> list[Row]:
    """One row for each milestone's present state, in the order of missions and milestones."""
    changes = {c.id: c for c in sheet.changes}
    rows = []
    for mission, state in ordered(sheet):
        change = changes.get(state.change)
        rows.append(
            _row(sheet, mission, state.milestone, state.position, state.previous, change)
            | {"standing": state.standing.value, "changed_on": state.since.isoformat()}
        )
    return rows


def history_rows(sheet: Sheet) -> list[Row]:
    """One row for each change, oldest first."""
    missions = {m.id: m for m in sheet.missions}
    rows = []
    for change in sorted(sheet.changes, key=lambda c: (c.on, c.settled_on or c.on, c.mission, c.milestone, c.id)):
        mission = missions.get(change.mission)
        if mission is None:
            continue
        row = _row(sheet, mission, change.milestone, change.after, change.before, change)
        rows.append(row | {"change_kind": change.kind.value, "change_id": change.id})
    return rows


def csv_text(rows: Sequence[Row], columns: Sequence[str] | None = None) -> str:
    """RFC 4180 text with a header row and CRLF. Without `columns` the first row's keys, else the milestone columns."""
    names = list(columns or (rows[0] if rows else MILESTONE_COLUMNS))
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow([_cell(row.get(name)) for name in names])
    return out.getvalue()


def json_text(rows: Sequence[Row]) -> str:
    """The rows as a JSON list; numbers stay numbers, what is unknown is null."""
    return json.dumps(list(rows), ensure_ascii=False, indent=2) + "\n"


def safe(text: str) -> str:
    """A cell no spreadsheet takes for a formula. Control characters that no reader expects become spaces."""
    clean = "".join(c if c >= " " or c in "\t\n\r" else " " for c in text)
    first = next((c for c in clean if unicodedata.category(c)[0] not in "ZC"), "")
    return f"'{clean}" if first in _STARTS or clean.startswith(("\t", "\r", "\n")) else clean


_STARTS: Final = frozenset("=+-@＝＋－＠﹢﹣﹦﹫−")


def _cell(value: str | int | None) -> str | int:
    return "" if value is None else value if isinstance(value, int) else safe(value)


def ordered(sheet: Sheet) -> Iterable[tuple[Mission, MilestoneState]]:
    """Every milestone that has a state, in the order of missions and milestones."""
    states = {s.key: s for s in sheet.states}
    for mission in sheet.missions:
        listed = [m for m in mission.milestones if (mission.id, m) in states]
        strange = [m for ident, m in states if ident == mission.id and m not in mission.milestones]
        for milestone in (*listed, *strange):
            yield mission, states[mission.id, milestone]


def best_proof(sheet: Sheet, change: Change | None) -> Support | None:
    """Who proves a change best."""
    return next((sheet.proofs[t] for t in (change.carried_by if change else ()) if t in sheet.proofs), None)


def _row(
    sheet: Sheet, mission: Mission, milestone: str, after: Position, before: Position | None, change: Change | None
) -> Row:
    window, old = after.window, before.window if before else None
    least, most = shift(old, window) if old and window else (None, None)
    support = best_proof(sheet, change)
    races = [r.id for r in sheet.races if (mission.id, milestone) in r.contenders]
    return {
        "mission_id": mission.id,
        "mission": mission.name(),
        "agency": sheet.agencies.get(mission.agency, mission.agency),
        "programme": sheet.programmes.get(mission.programme, mission.programme),
        "milestone": milestone,
        "status": after.status.value,
        "when_edtf": after.when,
        "earliest": window.earliest.isoformat() if window and window.earliest else "",
        "latest": window.latest.isoformat() if window and window.latest else "",
        "precision": window.precision.value if window else "",
        "standing": change.standing.value if change else "",
        "previous_when_edtf": before.when if before else "",
        "slip_days_min": least,
        "slip_days_max": most,
        "changed_on": change.on.isoformat() if change else "",
        "source": support.outlet if support else "",
        "source_tier": support.tier.value if support else "",
        "source_url": support.url if support else "",
        "evidence": support.evidence if support else "",
        "race": "; ".join(races),
    }
