"""`make check-dist` can find fault: its own judgements, on files that are wrong in one thing each."""

from __future__ import annotations

import csv
import subprocess
from pathlib import Path

import pytest

from tests.packaging_room import tool
from tracker.export.rows import MILESTONE_COLUMNS

check_dist, check_use = tool("check_dist"), tool("check_use")
LANDING = {"mission_id": "artemis-3", "milestone": "landing", "when_edtf": "2027-05/2027-08", "source": "Agency",
           "source_tier": "agency", "previous_when_edtf": "2026"}  # fmt: skip


def written(path: Path, *rows: dict[str, str], columns: tuple[str, ...] = tuple(MILESTONE_COLUMNS)) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_a_right_export_is_told_in_figures(tmp_path: Path) -> None:
    path = written(tmp_path / "x.csv", LANDING, {"mission_id": "chang-e-7", "milestone": "launch"})
    assert check_use.csv_is_right(path) == "2 rows, Artemis III landing 2027-05/2027-08, from 2026"


@pytest.mark.parametrize(
    "wrong", [{"when_edtf": "2026"}, {"source": "Somebody"}, {"previous_when_edtf": ""}, {"milestone": "launch"}]
)
def test_an_export_without_the_news_is_a_fault(tmp_path: Path, wrong: dict[str, str]) -> None:
    with pytest.raises(check_use.FaultError, match="not as it was announced"):
        check_use.csv_is_right(written(tmp_path / "x.csv", LANDING | wrong))


def test_an_export_of_other_columns_or_of_nothing_is_a_fault(tmp_path: Path) -> None:
    for path in (
        written(tmp_path / "x.csv", LANDING, columns=tuple(MILESTONE_COLUMNS[:-1])),
        written(tmp_path / "y.csv"),
    ):
        with pytest.raises(check_use.FaultError, match="not the columns"):
            check_use.csv_is_right(path)


def test_a_fault_is_printed_and_remembered_and_the_next_check_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check_dist, "_faults", [])

    def fails() -> str:
        subprocess.run(["sh", "-c", "echo why it failed >&2; exit 3"], check=True, capture_output=True, text=True)
        return "fine"

    assert not check_dist.check("the first", fails)
    assert check_dist.check("the second", lambda: "well")
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("FAULT  the first: ")
    assert "why it failed" in first
    assert second.startswith("ok     the second: well")
    assert check_dist._faults == ["the first"]


def test_no_check_ever_asks_a_real_source(tmp_path: Path) -> None:
    with check_use.agency() as server:
        check_use.own_sources(tmp_path, server)
        text = (tmp_path / "sources.toml").read_text(encoding="utf-8")
        assert text.startswith("only = true\n")
        assert f'url = "http://127.0.0.1:{server.port}/feed"' in text
    check_use.own_sources(tmp_path, None)
    assert (tmp_path / "sources.toml").read_text(encoding="utf-8") == "only = true\n"


def test_an_app_that_fails_says_why(tmp_path: Path) -> None:
    app = check_use.Installed(
        lambda *words, **_: ["sh", "-c", "echo no such thing >&2; exit 4", *words], tmp_path / "log"
    )
    with pytest.raises(check_use.FaultError, match="export x: exit 4: no such thing"):
        app.says("export", "x")
