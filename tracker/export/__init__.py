"""What leaves the program: milestones and changes as CSV, JSON, calendar and data package. Pure texts."""

from tracker.export.calendar import ics_text
from tracker.export.datapackage import datapackage_files
from tracker.export.rows import (
    HISTORY_COLUMNS,
    MILESTONE_COLUMNS,
    Row,
    Sheet,
    Support,
    csv_text,
    history_rows,
    json_text,
    milestone_rows,
    safe,
)

__all__ = [
    "HISTORY_COLUMNS",
    "MILESTONE_COLUMNS",
    "Row",
    "Sheet",
    "Support",
    "csv_text",
    "datapackage_files",
    "history_rows",
    "ics_text",
    "json_text",
    "milestone_rows",
    "safe",
]
