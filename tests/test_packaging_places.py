"""Installed anywhere, the program finds what it needs and says where: seeds, pictures, words; and its place in a taskbar."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.packaging_room import ROOT
from tracker import cli, doctor, places
from tracker.desktop import taskbar
from tracker.ui.identity import APP_ID


def as_the_wheel_lays_it(site: Path) -> None:
    """The files of this checkout where pyproject.toml tells the wheel to put them."""
    build = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"][
        "wheel"
    ]
    for name in build["packages"]:
        shutil.copytree(ROOT / name, site / name, ignore=shutil.ignore_patterns("__pycache__"))
    for source, target in build["force-include"].items():
        (site / target).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (ROOT / source).is_dir() else shutil.copyfile
        copy(ROOT / source, site / target)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    as_the_wheel_lays_it(tmp_path / "site packages")  # a space, as in C:\Program Files
    return tmp_path / "site packages"


def run(site: Path, *words: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(site), "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    data = site.parent / "data"
    data.mkdir(exist_ok=True)
    (data / "sources.toml").write_text("only = true\n", encoding="utf-8")
    return subprocess.run(
        [sys.executable, *words], cwd=site.parent, env=env, capture_output=True, text=True, check=False
    )


def test_an_installed_program_says_where_it_is_and_is_whole(site: Path) -> None:
    done = run(site, "-m", "tracker", "--data-dir", str(site.parent / "data"), "doctor")
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert f"ok    program: {site / 'tracker'} (package)" in lines
    assert f"ok    seeds: {site / 'tracker' / 'seeds'}" in lines
    assert f"ok    resources: {site / 'tracker' / 'resources'}" in lines
    assert any(line.startswith("ok    Qt: ") and "PySide6" in line for line in lines)


def test_an_installed_window_has_its_chinese_words_and_its_icons(site: Path) -> None:
    program = (
        "from PySide6.QtWidgets import QApplication; from tracker.ui import language, icons;"
        "app = QApplication([]); print(language.install(app, 'zh_CN') is not None, icons.app_icon().isNull(),"
        "icons.app_icon().pixmap(64).width() == 64, app.translate('Trouble', 'no answer in time'))"
    )
    done = run(site, "-c", program)
    assert done.stdout.split(maxsplit=3)[:3] == ["True", "False", "True"], done.stdout + done.stderr
    assert "no answer" not in done.stdout


@pytest.mark.parametrize("lost", ["seeds/languages/zh.json", "resources/translations/tracker_zh_CN.qm"])
def test_a_damaged_installation_is_told_of(site: Path, lost: str) -> None:
    (site / "tracker" / lost).unlink()
    done = run(site, "-m", "tracker", "--data-dir", str(site.parent / "data"), "doctor")
    name, file = lost.split("/", 1)
    assert f"FAIL  {name}: {site / 'tracker' / name}, without {file}" in done.stdout
    assert done.returncode == 1


def test_a_checkout_and_a_bundle_know_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    assert places.installation() == (ROOT / "tracker", "checkout")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/space race/space-race-tracker")
    assert places.installation() == (Path("/opt/space race"), "bundle")


def test_without_qt_the_commands_work_and_doctor_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "sources.toml").write_text("only = true\n", encoding="utf-8")
    monkeypatch.setattr(doctor.importlib.util, "find_spec", lambda _: None)
    assert cli.main(["doctor", "--data-dir", str(tmp_path)]) == 0
    assert "note  Qt: not installed: the window cannot open, the commands work" in capsys.readouterr().out


# --- Windows' taskbar ---------------------------------------------------------------------------------------------------


def windows(monkeypatch: pytest.MonkeyPatch, answer: int | Exception) -> list[str]:
    """Stand in for Windows' shell, which answers so; the ids that it was given."""
    given: list[str] = []

    def take(ident: str) -> int:
        given.append(ident)
        if isinstance(answer, Exception):
            raise answer
        return answer

    shell = SimpleNamespace(SetCurrentProcessExplicitAppUserModelID=take)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(shell32=shell), raising=False)
    return given


def test_on_windows_the_process_takes_the_id_of_the_shortcut(monkeypatch: pytest.MonkeyPatch) -> None:
    given = windows(monkeypatch, 0)
    assert taskbar.take_identity("win32")
    assert given == [APP_ID]
    installer = (ROOT / "packaging" / "windows" / "space-race-tracker.iss").read_text(encoding="utf-8")
    assert f'#define Id "{APP_ID}"' in installer
    assert installer.count('AppUserModelID: "{#Id}"') == 2


@pytest.mark.parametrize("answer", [-2147467259, OSError("no shell"), AttributeError("an old Windows")])
def test_a_refusal_is_no_reason_not_to_start(monkeypatch: pytest.MonkeyPatch, answer: int | Exception) -> None:
    windows(monkeypatch, answer)
    assert not taskbar.take_identity("win32")


def test_elsewhere_nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    given = windows(monkeypatch, 0)
    assert not taskbar.take_identity("linux")
    assert given == []
