"""The settings file: validated when read, the user's own words kept when written."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker import settings
from tracker.errors import SettingsError
from tracker.settings import Settings


def test_no_file_is_the_defaults(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "settings.toml") == (Settings(), ())


def test_what_is_saved_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    mine = Settings(appearance="dark", tellings={"artemis-3": "reports", "artemis-2/launch": "off"}, kinds_off=("firmed",),
                    hear_reports=True, keep_text_years=5, muted=("chang-e-8", "artemis-2/launch"), alerts_per_poll=5,
                    quiet_from=time(22, 30), quiet_until=time(7), paused_until=datetime(2026, 11, 23, 8, tzinfo=UTC))  # fmt: skip
    settings.save(mine, path)
    assert settings.load(path) == (mine, ())
    settings.save(Settings(), path)
    assert settings.load(path) == (Settings(), ())


def test_brackets_without_end_are_a_fault_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(f"muted = {'[' * 5000}", encoding="utf-8")
    with pytest.raises(SettingsError, match="cannot be read"):
        settings.load(path)


def test_a_choice_for_a_milestone_and_for_its_mission() -> None:
    plain = Settings()
    chosen = plain.with_telling("artemis-3", "landing", "reports").with_telling("artemis-3", "", "off")
    assert chosen.telling("artemis-3", "landing") == "reports"
    assert chosen.telling("artemis-3") == "off"
    assert chosen.telling("artemis-3", "launch") == ""
    assert chosen.with_telling("artemis-3", "landing", "").with_telling("artemis-3", "", "") == plain
    old = Settings(muted=("artemis-3", "chang-e-8/launch"), tellings={"artemis-3": "reports"})
    assert old.telling("artemis-3") == "off"  # as the alerts take it
    assert old.with_telling("chang-e-8", "launch", "confirmed") == Settings(
        tellings={"artemis-3": "off", "chang-e-8/launch": "confirmed"}
    )


def test_comments_and_unknown_keys_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('# mine\nappearance = "dark"  # easier at night\nfrom_the_future = 1\n', encoding="utf-8")
    read, odd = settings.load(path)
    assert read.appearance == "dark"
    assert len(odd) == 1
    assert "from_the_future" in odd[0]
    settings.save(replace(read, appearance="light"), path)
    text = path.read_text(encoding="utf-8")
    assert "# mine" in text
    assert "easier at night" in text
    assert "from_the_future = 1" in text
    assert settings.load(path)[0].appearance == "light"


@pytest.mark.parametrize(
    "line",
    ['appearance = "purple"', "appearance = 3", 'hear_reports = "yes"', "alerts_per_poll = 0", "alerts_per_poll = true",
     "keep_text_years = -1", 'keep_text_years = "always"', "keep_text_years = true",
     'tellings = "off"', 'tellings = {"artemis-3" = "loud"}', 'kinds_off = ["moved"]', 'muted = "all"', "muted = [1]", 'quiet_from = "25:00"', "paused_until = 2026-01-01T00:00:00", "quiet_from = 7"],
)  # fmt: skip
def test_a_wrong_value_names_file_and_key(tmp_path: Path, line: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(SettingsError, match=line.split(" ")[0]) as caught:
        settings.load(path)
    assert caught.value.key == str(path)


@pytest.mark.parametrize("content", [b"= = =", b"\xff\xfe\x00", b"a" * 10])
def test_a_broken_file_is_a_sentence_and_is_not_overwritten(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    with pytest.raises(SettingsError):
        settings.load(path)
    with pytest.raises(SettingsError, match="not overwritten"):
        settings.save(Settings(appearance="dark"), path)
    assert path.read_bytes() == content


@given(st.binary(max_size=200))
def test_any_bytes_are_settings_or_a_sentence(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "settings.toml"
    path.write_bytes(content)
    try:
        assert isinstance(settings.load(path)[0], Settings)
    except SettingsError as error:
        assert str(path) in str(error)


def test_one_folder_holds_everything_when_asked(tmp_path: Path) -> None:
    places = settings.paths(tmp_path)
    assert {places.database.parent, places.settings.parent, places.log.parent} == {tmp_path}


def test_the_system_s_folders_otherwise(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    places = settings.paths()
    assert places.database == tmp_path / "XDG_DATA_HOME" / "space-race-tracker" / "tracker.sqlite3"
    assert places.settings == tmp_path / "XDG_CONFIG_HOME" / "space-race-tracker" / "settings.toml"
    assert places.log == tmp_path / "XDG_STATE_HOME" / "space-race-tracker" / "tracker.log"
