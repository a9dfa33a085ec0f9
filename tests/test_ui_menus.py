"""Where an export goes: the kind that was picked holds, whatever name the dialog gives back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.ui.menus import ended


@pytest.mark.parametrize(
    ("name", "picked", "wanted"),
    [
        ("milestones", ".csv", "milestones.csv"),
        ("milestones", ".ics", "milestones.ics"),
        ("milestones.csv", ".csv", "milestones.csv"),
        ("milestones.csv", ".json", "milestones.json"),  # the dialog of GTK leaves the ending that was suggested
        ("milestones.CSV", ".ics", "milestones.ics"),
        ("race.json", ".csv", "race.json"),  # typed, and no kind was picked
        ("race.2026", ".json", "race.2026"),
    ],
)
def test_the_ending_is_that_of_the_kind(tmp_path: Path, name: str, picked: str, wanted: str) -> None:
    assert ended(tmp_path / name, picked) == tmp_path / wanted


def test_a_file_nobody_was_asked_about_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "milestones.json").touch()
    assert ended(tmp_path / "milestones.csv", ".json") == tmp_path / "milestones 2.json"
    (tmp_path / "milestones.csv").touch()  # the dialog has asked about this one
    assert ended(tmp_path / "milestones.csv", ".csv") == tmp_path / "milestones.csv"
