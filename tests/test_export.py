"""CSV, JSON, calendar and data package: exactly the public columns, safe cells, nothing lost."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ledger_words import MISSION, agency, database, history, say
from tracker.export import (
    HISTORY_COLUMNS,
    MILESTONE_COLUMNS,
    Sheet,
    Support,
    csv_text,
    datapackage_files,
    history_rows,
    json_text,
    milestone_rows,
    safe,
)
from tracker.model import Race, Testimony, Tier
from tracker.race import states_as_of

DESIGN = (
    "mission_id, mission, agency, programme, milestone, status, when_edtf, earliest, latest, precision, standing, "
    "previous_when_edtf, slip_days_min, slip_days_max, changed_on, source, source_tier, source_url, evidence, race"
)
POLE = Race("south-pole", {"en": "The lunar south pole"}, (("artemis-3", "launch"),))
SAID = (
    agency("2024-06-25", "launch planned 2026"),
    agency("2024-12-05", "launch planned 2027-05/2027-08", text="NASA now aims for mid-2027."),
    agency("2024-06-25", "landing planned 2026"),
    agency("2026-02-27", "landing cancelled"),
)


def _sheet(*said: Testimony) -> Sheet:
    folded = history(*said)
    return Sheet(
        missions=[MISSION],
        changes=folded.changes,
        states=tuple(states_as_of(folded.changes, date(2026, 11, 22)).values()),
        proofs={t.id: Support(t.outlet, t.tier, t.url, t.claim.evidence.quote) for t in said},
        races=[POLE],
        agencies={"nasa": "NASA"},
        programmes={"artemis": "Artemis"},
    )


def _read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_columns_are_the_designs() -> None:
    assert ", ".join(MILESTONE_COLUMNS) == DESIGN
    assert ", ".join(HISTORY_COLUMNS) == f"{DESIGN}, change_kind, change_id"
    assert list(milestone_rows(_sheet(*SAID))[0]) == list(MILESTONE_COLUMNS)
    assert list(history_rows(_sheet(*SAID))[0]) == list(HISTORY_COLUMNS)


def test_a_row_tells_it_all() -> None:
    row = _read(csv_text(milestone_rows(_sheet(*SAID))))[0]
    assert row == {
        "mission_id": "artemis-3", "mission": "Artemis III", "agency": "NASA", "programme": "Artemis",
        "milestone": "launch", "status": "planned", "when_edtf": "2027-05/2027-08", "earliest": "2027-05-01",
        "latest": "2027-08-31", "precision": "interval", "standing": "confirmed", "previous_when_edtf": "2026",
        "slip_days_min": "121", "slip_days_max": "607", "changed_on": "2024-12-05", "source": "NASA",
        "source_tier": "agency", "source_url": SAID[1].url, "evidence": "NASA now aims for mid-2027.",
        "race": "south-pole",
    }  # fmt: skip


def test_a_cancelled_milestone_keeps_its_previous_date() -> None:
    row = _read(csv_text(milestone_rows(_sheet(*SAID))))[1]
    assert (row["status"], row["when_edtf"], row["previous_when_edtf"]) == ("cancelled", "", "2026")
    assert (row["earliest"], row["slip_days_min"], row["race"]) == ("", "", "")


def test_the_history_is_one_row_a_change_oldest_first() -> None:
    rows = _read(csv_text(history_rows(_sheet(*SAID)), HISTORY_COLUMNS))
    assert [(r["changed_on"], r["milestone"], r["change_kind"]) for r in rows] == [
        ("2024-06-25", "landing", "new"), ("2024-06-25", "launch", "new"), ("2024-12-05", "launch", "slipped"),
        ("2026-02-27", "landing", "cancelled"),
    ]  # fmt: skip
    assert len({r["change_id"] for r in rows}) == 4


def test_lines_end_as_the_rfc_says_and_an_empty_table_has_its_header() -> None:
    text = csv_text(milestone_rows(_sheet(*SAID)))
    assert text.count("\r\n") == 3
    assert "\n" not in text.replace("\r\n", "")
    assert csv_text([]) == ",".join(MILESTONE_COLUMNS) + "\r\n"
    assert csv_text([], HISTORY_COLUMNS) == ",".join(HISTORY_COLUMNS) + "\r\n"


def test_an_earlier_date_is_a_plain_negative_number() -> None:
    said = (agency("2024-06-25", "launch planned 2027-03-10"), agency("2024-12-05", "launch planned 2027-03-01"))
    row = _read(csv_text(milestone_rows(_sheet(*said))))[0]
    assert (row["slip_days_min"], row["slip_days_max"]) == ("-9", "-9")


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1+1", "＋1", "－1", "＠A", "\u00a0=1", "\u200b=1",
     '=HYPERLINK("http://x.example")', "\x00=1"],
)  # fmt: skip
def test_no_cell_is_a_formula(cell: str) -> None:
    assert safe(cell).startswith("'")
    said = agency("2024-12-05", "launch planned 2027", text=cell)
    (row,) = _read(csv_text(milestone_rows(_sheet(said))))
    assert row["evidence"].startswith("'")


@pytest.mark.parametrize("cell", ["", "2027-05/2027-08", "Chang'e 7", "嫦娥七号", "a = b", "../2030", "'quoted'"])
def test_plain_cells_stay_as_they_are(cell: str) -> None:
    assert safe(cell) == cell


texts = st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=40)


@given(st.lists(st.lists(texts, min_size=2, max_size=2), min_size=1, max_size=5))
def test_what_is_read_back_is_what_was_written(cells: list[list[str]]) -> None:
    rows = [{"one": a, "two": b} for a, b in cells]
    back = list(csv.reader(io.StringIO(csv_text(rows), newline="")))
    assert back == [["one", "two"], *[[safe(a), safe(b)] for a, b in cells]]
    for row in back[1:]:
        for cell in row:
            assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))


@given(texts)
def test_safety_changes_nothing_but_the_apostrophe(cell: str) -> None:
    kept = "".join(c for c in cell if c >= " ")
    assert "".join(c for c in safe(cell) if c >= " ").replace(" ", "") in (
        kept.replace(" ", ""),
        "'" + kept.replace(" ", ""),
    )


def test_json_keeps_numbers_and_null() -> None:
    rows = json.loads(json_text(milestone_rows(_sheet(*SAID))))
    assert rows[0]["slip_days_min"] == 121
    assert rows[1]["slip_days_min"] is None
    assert json.loads(json_text([])) == []


def test_the_data_package_describes_its_files() -> None:
    files = datapackage_files(_sheet(*SAID), created_on=date(2026, 11, 22))
    assert sorted(files) == ["datapackage.json", "history.csv", "milestones.csv"]
    package = json.loads(files["datapackage.json"])
    for resource in package["resources"]:
        header = next(csv.reader(io.StringIO(files[resource["path"]], newline="")))
        assert [f["name"] for f in resource["schema"]["fields"]] == header
        for row in _read(files[resource["path"]]):
            for field in resource["schema"]["fields"]:
                allowed = field.get("constraints", {}).get("enum")
                assert allowed is None or row[field["name"]] in allowed
                if field["type"] == "integer" and row[field["name"]]:
                    int(row[field["name"]])


# --- calendar ----------------------------------------------------------------------------------------------------


def _calendar(*said: Testimony):  # type: ignore[no-untyped-def]
    icalendar = pytest.importorskip("icalendar")
    from tracker.export import ics_text

    text = ics_text(_sheet(*said))
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    return {str(e["UID"]): e for e in icalendar.Calendar.from_ical(text).walk("VEVENT")}


def test_a_coarse_window_is_a_tentative_span_of_days() -> None:
    event = _calendar(*SAID)["artemis-3-launch@space-race-tracker"]
    assert (event.start, event.end) == (date(2027, 5, 1), date(2027, 9, 1))
    assert event["STATUS"] == "TENTATIVE"
    assert event["SUMMARY"] == "Artemis III launch (mid-2027)"
    assert event["URL"] == SAID[1].url.replace(" ", "%20")


def test_a_date_its_launch_has_overtaken_says_so_in_the_calendar_too() -> None:
    landing = _calendar(*SAID[:3])["artemis-3-landing@space-race-tracker"]
    assert landing["SUMMARY"] == "Artemis III landing (2026)"
    assert "no new date since its launch moved to mid-2027" in landing["DESCRIPTION"]


def test_a_sequence_rises_with_each_change_and_the_uid_stays() -> None:
    before = _calendar(*SAID[:1])["artemis-3-launch@space-race-tracker"]
    after = _calendar(*SAID[:2])["artemis-3-launch@space-race-tracker"]
    back = _calendar(
        SAID[0], say("2024-11-01", "Times", "launch planned 2028"), agency("2024-11-20", "launch planned 2026")
    )
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert back["artemis-3-launch@space-race-tracker"]["SEQUENCE"] == 2


def test_a_clock_time_is_an_instant_and_a_day_is_a_day() -> None:
    time = _calendar(database("2026-08-20", "launch planned 2026-08-24T08:05+08:00"))[
        "artemis-3-launch@space-race-tracker"
    ]
    assert time.start.isoformat() == "2026-08-24T00:05:00+00:00"
    day = _calendar(database("2026-08-20", "launch planned 2026-08-24"))["artemis-3-launch@space-race-tracker"]
    assert (day.start, day.end, day["STATUS"]) == (date(2026, 8, 24), date(2026, 8, 25), "CONFIRMED")


def test_open_windows_and_cancelled_ones() -> None:
    events = _calendar(
        agency("2024-06-25", "launch planned 2027-09/.."), agency("2024-06-25", "landing planned ../2030"),
        agency("2024-06-25", "docking planned 2027"), agency("2026-02-27", "docking cancelled"),
        agency("2024-06-25", "return planned 2027"), agency("2026-02-27", "return on-hold"),
    )  # fmt: skip
    by = {uid.split("@")[0].removeprefix("artemis-3-"): e for uid, e in events.items()}
    assert (by["launch"].start, by["launch"]["STATUS"]) == (date(2027, 9, 1), "TENTATIVE")
    assert by["landing"].start == date(2030, 12, 31)
    assert (by["docking"]["STATUS"], by["docking"].start) == ("CANCELLED", date(2027, 1, 1))
    assert by["return"]["STATUS"] == "CANCELLED"


def test_hostile_text_stays_text() -> None:
    said = agency("2024-06-25", "launch planned 2027", text="x\r\nEND:VEVENT\r\nBEGIN:VALARM;\x00,\\n")
    events = _calendar(said)
    assert list(events) == ["artemis-3-launch@space-race-tracker"]
    assert not list(events["artemis-3-launch@space-race-tracker"].subcomponents)
    script = replace(said, url="javascript:alert(1)")
    assert "URL" not in _calendar(script)["artemis-3-launch@space-race-tracker"]


def test_the_tier_is_told() -> None:
    said = say("2024-12-05", "Times", "launch planned 2027", tier=Tier.PRESS)
    (row,) = milestone_rows(_sheet(said))
    assert (row["source_tier"], row["standing"]) == ("press", "reported")
