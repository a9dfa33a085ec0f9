"""Which popup is whose, across restarts, services and damaged files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tracker.desktop.popups import Popup, Popups


def opened(path: Path | None, service: str = "bus-1/:1.5") -> Popups:
    popups = Popups(path)
    popups.belong_to(service)
    return popups


def test_a_restart_finds_them_again_and_another_service_does_not(tmp_path: Path) -> None:
    path = tmp_path / "popups.json"
    first = opened(path)
    first.put("a", 7)
    first.put("b", 8)
    first.closed(8)
    again = opened(path)
    assert (again.get("a"), again.get("b"), again.get("never")) == (Popup(7), Popup(8, open=False), None)
    assert again.alert_of(8) == "b"
    assert opened(path, "bus-1/:1.6").get("a") is None
    assert opened(path, "bus-2/:1.5").alert_of(7) is None


def test_a_service_that_goes_takes_its_popups_along() -> None:
    popups = opened(None)
    popups.put("a", 7)
    popups.belong_to("")
    assert popups.alert_of(7) is None


def test_a_number_given_anew_is_the_new_alerts() -> None:
    popups = opened(None)
    popups.put("a", 7)
    popups.put("b", 7)
    assert popups.alert_of(7) == "b"
    assert popups.get("a") is None


def test_only_the_latest_two_hundred_are_remembered(tmp_path: Path) -> None:
    popups = opened(tmp_path / "p")
    for number in range(1, 251):
        popups.put(f"alert-{number}", number)
    again = opened(tmp_path / "p")
    assert again.get("alert-50") is None
    assert again.get("alert-51") == Popup(51)
    assert again.get("alert-250") == Popup(250)


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "7", '{"service": "bus-1/:1.5"}', '{"service": "bus-1/:1.5", "popups": [1]}',
     '{"service": "bus-1/:1.5", "popups": {"a": 7}}', '{"service": "bus-1/:1.5", "popups": {"a": ["x", 1, 2]}}',
     '{"service": "bus-1/:1.5", "popups": {"a": [-1, true], "b": [99999999999, true], "c": ["7", true]}}', "\ud800"],
)  # fmt: skip
def test_a_damaged_file_is_an_empty_one(tmp_path: Path, text: str) -> None:
    path = tmp_path / "popups.json"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    popups = opened(path)
    assert popups.get("a") is None
    popups.put("n", 3)
    assert json.loads(path.read_text())["popups"] == {"n": [3, True]}


def test_an_unwritable_folder_costs_the_memory_only(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    popups = opened(tmp_path / "no-such-folder" / "popups.json")
    popups.put("a", 1)
    assert popups.get("a") == Popup(1)
    assert "not remembered" in caplog.text
