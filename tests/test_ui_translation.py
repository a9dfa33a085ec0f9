"""English and Simplified Chinese in step: every string of the window is translated, the compiled file is of this text."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QMenuBar
from pytestqt.qtbot import QtBot

from tests.ui_world import Stage
from tracker.ui.language import install, tongue, wanted

ROOT = Path(__file__).resolve().parent.parent
TS = ROOT / "resources" / "translations" / "tracker_zh_CN.ts"
FIELD = re.compile(r"\{\w+\}")
PATTERN = re.compile(r" \(\*\.?[^)]*\)")
"""What a file dialog goes by: Qt knows it only with these parentheses."""
LOOSE = re.compile(
    r"(\{n\}|\{all\}|(?<![\w-])\d+) (?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]) (\{n\}|\{all\}|\d+)(?=[\u4e00-\u9fff])"
)


def tool(name: str) -> str:
    path = Path(sys.executable).parent / name
    if not path.exists():
        pytest.skip(f"{name} is not installed beside Python")
    return str(path)


def messages(path: Path) -> dict[tuple[str, str], ET.Element]:
    found = {}
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            found[context.findtext("name", ""), message.findtext("source", "")] = message
    return found


def test_every_string_is_finished_and_keeps_its_fields() -> None:
    for (context, source), message in messages(TS).items():
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") is None, f"{context}: {source} is {translation.get('type')}"
        assert translation.text, f"{context}: {source}"
        assert sorted(FIELD.findall(source)) == sorted(FIELD.findall(translation.text)), f"{context}: {source}"


def test_the_patterns_of_file_dialogs_stay_readable_to_qt() -> None:
    found = {source: PATTERN.findall(source) for _, source in messages(TS) if "*" in source}
    assert all(found.values())
    for (context, source), message in messages(TS).items():
        assert PATTERN.findall(message.findtext("translation", "")) == found.get(source, []), f"{context}: {source}"


def test_chinese_figures_stand_as_in_the_rest_of_the_program() -> None:
    """Without a space before and behind them, as `wording` writes dates and lengths: both stand in one sentence."""
    for (context, source), message in messages(TS).items():
        assert not LOOSE.search(message.findtext("translation", "")), f"{context}: {source}"


def test_the_translation_holds_exactly_the_strings_of_the_window(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    files = sorted(str(p) for room in ("ui", "desktop") for p in (ROOT / "tracker" / room).glob("*.py"))
    subprocess.run([tool("pyside6-lupdate"), *files, "-ts", str(fresh)], check=True, capture_output=True)
    assert set(messages(fresh)) == set(messages(TS)), "run `make translations`"


def test_the_compiled_file_is_of_this_text(tmp_path: Path) -> None:
    copy = tmp_path / "copy.ts"
    shutil.copyfile(TS, copy)
    made = tmp_path / "made.qm"
    subprocess.run([tool("pyside6-lrelease"), str(copy), "-qm", str(made)], check=True, capture_output=True)
    assert made.read_bytes() == TS.with_suffix(".qm").read_bytes(), "run `make translations`"


def test_the_window_speaks_chinese(qtbot: QtBot) -> None:
    app = QCoreApplication.instance()
    assert app is not None
    translator = install(app, "zh_CN")
    assert translator is not None
    try:
        stage = Stage(language="zh_CN")
        window = stage.window(width=900, height=600)
        bar = window.findChild(QMenuBar)
        assert bar.width() >= bar.sizeHint().width()  # no menu is pushed behind an arrow
        window.resize(1280, 800)
        stage.settle()
        assert window.navigation.name("race") == "竞赛"
        assert window.top.check.text() == "立即检查"
        assert window.status.text().startswith("1个信源故障：CNSA 国家航天局，服务器返回错误 503")
        assert "嫦娥八号发射" in window.pages.race.nexts[0].accessibleName()
    finally:
        app.removeTranslator(translator)


def test_which_language_is_wanted() -> None:
    assert wanted("zh_CN") == "zh_CN"
    assert wanted("en") == "en"
    assert wanted("system", QLocale("zh_CN")) == "zh_CN"
    assert wanted("system", QLocale("de_DE")) == "en"
    assert [tongue(x) for x in ("zh_CN", "en", "zh-Hans", "")] == ["zh", "en", "zh", "en"]
