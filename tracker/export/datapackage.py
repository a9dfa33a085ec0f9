"""The two CSV files with their description, so that the dataset can be published and cited (Frictionless Data Package)."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Final

from tracker import __version__
from tracker.export.rows import HISTORY_COLUMNS, MILESTONE_COLUMNS, Sheet, csv_text, history_rows, milestone_rows
from tracker.model import ChangeKind, Standing, Status, Tier

_ABOUT: Final = {
    "when_edtf": "When it is, with its true precision, as EDTF (ISO 8601-2)",
    "earliest": "First possible day; empty when open or unknown",
    "latest": "Last possible day; empty when open or unknown",
    "precision": "How finely the date is known",
    "standing": "How well it is proved",
    "previous_when_edtf": "When it was before the last move, as EDTF",
    "slip_days_min": "Days it moved at least; negative is earlier; empty when open or unknown",
    "slip_days_max": "Days it moved at most",
    "changed_on": "The day the move was first said",
    "evidence": "The words that prove it, quoted from the source",
    "race": "Ids of the races it belongs to, separated by semicolons",
}
_ALLOWED: Final = {
    "status": [s.value for s in Status],
    "standing": [s.value for s in Standing],
    "change_kind": [k.value for k in ChangeKind],
    "source_tier": [t.value for t in Tier],
}


def datapackage_files(sheet: Sheet, *, created_on: date) -> dict[str, str]:
    """File name -> text: datapackage.json, milestones.csv and history.csv."""
    milestones, changes = milestone_rows(sheet), history_rows(sheet)
    description = {
        "profile": "tabular-data-package",
        "name": "space-race-tracker",
        "title": "Milestones of the return to the Moon, and every change of their dates",
        "version": __version__,
        "created": f"{created_on.isoformat()}T00:00:00Z",
        "resources": [
            _resource("milestones", MILESTONE_COLUMNS, ("mission_id", "milestone")),
            _resource("history", HISTORY_COLUMNS, ("change_id",)),
        ],
    }
    return {
        "datapackage.json": json.dumps(description, ensure_ascii=False, indent=2) + "\n",
        "milestones.csv": csv_text(milestones, MILESTONE_COLUMNS),
        "history.csv": csv_text(changes, HISTORY_COLUMNS),
    }


def _resource(name: str, columns: tuple[str, ...], key: tuple[str, ...]) -> dict[str, Any]:
    return {
        "name": name,
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\r\n", "header": True},
        "schema": {"fields": [_field(c) for c in columns], "primaryKey": list(key), "missingValues": [""]},
    }


def _field(column: str) -> dict[str, Any]:
    kind = "integer" if column.startswith("slip_days") else "string"
    if column in ("earliest", "latest", "changed_on"):
        kind = "date"
    field: dict[str, Any] = {"name": column, "type": kind}
    if column in _ABOUT:
        field["description"] = _ABOUT[column]
    if column in _ALLOWED:
        field["constraints"] = {"enum": _ALLOWED[column]}
    return field
