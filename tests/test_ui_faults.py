"""Sentences from the floors below, in the window's language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import tests.ui_world  # noqa: F401 - an application without a screen
from tests.raised_sentences import COMMAND_LINE, HANDED_ON, NOT_IN_THE_WINDOW, all_said, error_classes, said_elsewhere
from tests.ui_world import Stage
from tracker import settings
from tracker.errors import ExportError, SeedError, SettingsError, StoreError, TrackerError
from tracker.files import write_atomically
from tracker.ui import words
from tracker.ui.faults import SENTENCES, sentence, told
from tracker.ui.labels import Text
from tracker.ui.language import Language
from tracker.ui.mission_dialog import MissionDialog
from tracker.views import MissionPreview

ROOT = Path(__file__).resolve().parent.parent / "tracker"


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    speech = Language(qapp, "zh_CN")
    yield
    speech.change("en")


CHINESE = re.compile("[\u4e00-\u9fff]")


def test_in_english_nothing_changes(qapp: QApplication) -> None:
    error = StoreError("the disk is full", key="/mnt/x", advice="Choose another place")
    assert told(error) == str(error)
    error.__cause__ = OSError(28, "No space left on device")
    assert told(error) == str(error)
    assert sentence("colour cannot be 'blue'") == "colour cannot be 'blue'"


def test_in_chinese(chinese: None) -> None:
    error = StoreError("the disk is full", key="/mnt/x", advice="Choose another place")
    error.__cause__ = OSError(28, "No space left on device")
    assert told(error) == "/mnt/x：磁盘已满。请选择其他位置（空间不足）"
    assert sentence("words of nobody") == "words of nobody"


def test_what_stands_inside_a_sentence_keeps_its_place(chinese: None) -> None:
    assert sentence("appearance cannot be 'blue'") == "appearance 不能为 'blue'"
    assert sentence("proxy cannot be used: a port is a number from 1 to 65535") == (
        "proxy 无法使用：端口是1到65535之间的数字"
    )
    assert sentence("is malformed: must be an http or https address") == "格式有误：必须是 http 或 https 地址"
    assert sentence("another process has this data folder open but does not answer") == (
        "另一个进程正在使用此数据文件夹，但没有应答"
    )


def test_a_real_fault_of_a_file_is_chinese_but_for_its_names(chinese: None, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("a = = b", encoding="utf-8")
    with pytest.raises(SettingsError) as broken:
        settings.load(path)
    assert told(broken.value) == f"{path}：无法读取。请修正或删除该文件（第1行，第5列）"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(SettingsError) as binary:
        settings.load(path)
    assert told(binary.value).endswith("（文本不是 UTF-8 编码）")
    with pytest.raises(ExportError) as nowhere:
        write_atomically(tmp_path / "no" / "such.csv", "")
    assert told(nowhere.value) == (
        f"{tmp_path}/no/such.csv：无法写入。请先创建文件夹 {tmp_path}/no，或另选一个。（没有这个文件或文件夹）"
    )


def test_every_error_sentence_that_can_reach_the_window_is_known() -> None:
    """Whoever writes a new error adds its sentence to SENTENCES, or says in raised_sentences.py why not."""
    said = [*all_said(), *said_elsewhere()]
    assert len(said) > 120
    unlisted = {(s.where, s.words) for s in said if s.words is not None and s.words not in SENTENCES}
    assert unlisted == set(), "add to tracker/ui/faults.py, run `make translations`"
    unknown = {
        (s.where, s.source) for s in said if s.words is None and (s.where.split(":")[0], s.source) not in HANDED_ON
    }
    assert unknown == set(), "write the sentence where it is raised, or name it in tests/raised_sentences.py"


def test_every_sentence_has_its_chinese(chinese: None) -> None:
    words = [QCoreApplication.translate("Faults", s) for s in SENTENCES]
    assert [w for w in words if not CHINESE.search(w)] == []


def test_the_walk_sees_a_new_sentence(tmp_path: Path) -> None:
    """That the test above can fail: a subclass of a subclass, an f-string, an advice, either branch."""
    (tmp_path / "new.py").write_text(
        """
class NewError(TrackerError): ...
class NewerError(NewError): ...
def f(n, words):
    raise NewerError(f"all {n} are gone", key="k", advice="Fetch them" if n else "Wait")
def g(words):
    raise NewError(words)
""",
        encoding="utf-8",
    )
    assert {s.words for s in all_said(tmp_path)} == {"all {0} are gone", "Fetch them", "Wait", None}


def test_what_is_left_out_is_still_there() -> None:
    """The lists of exceptions name what exists."""
    import ast

    modules = [ast.parse(p.read_text(encoding="utf-8")) for p in ROOT.rglob("*.py")]
    assert set(NOT_IN_THE_WINDOW) <= error_classes(modules)
    assert all((ROOT / name).exists() for name in COMMAND_LINE)
    handed = {(s.where.split(":")[0], s.source) for s in all_said() if s.words is None}
    assert set(HANDED_ON) == handed


def test_the_floors_below_still_write_them_so() -> None:
    """A sentence nobody says any more leaves the list."""
    written = "\n".join(p.read_text(encoding="utf-8") for p in ROOT.rglob("*.py") if p.name != "faults.py")
    gone = [s for s in SENTENCES if not all(piece in written for piece in re.split(r"\{\d\}", s))]
    assert gone == []


def test_trouble_of_the_workers_is_told_in_the_window_s_language(chinese: None, qtbot: QtBot) -> None:
    stage = Stage(language="zh_CN")
    window = stage.window()
    stage.bridge.troubled.emit(TrackerError("the disk is full", key="/x"))
    stage.settle()
    assert window.body.toast.text() == "/x：磁盘已满"


def test_a_file_that_cannot_be_written_is_told_so_too(chinese: None, qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(language="zh_CN")

    def export(path: Path, *_: object, **__: object) -> None:
        write_atomically(path, "")

    stage.desk.export = export  # type: ignore[method-assign]
    window = stage.window()
    window.menus.write(tmp_path, history=False)
    QApplication.processEvents()
    assert window.body.toast.text() == f"{tmp_path}：是文件夹。请给出文件名。"


def test_what_was_odd_in_a_file_is_chinese_in_the_settings(chinese: None, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("colour = 1", encoding="utf-8")
    _, odd = settings.load(path)
    stage = Stage(language="zh_CN")
    stage.care.odd = odd
    window = stage.window()
    window.open_page("settings")
    stage.settle()
    told = [t.text() for t in window.pages.settings.findChildren(Text) if "settings.toml" in t.text()]
    assert f"无法识别，已忽略：{path}：没有名为 'colour' 的设置" in told


def test_a_mission_s_fault_is_chinese_in_its_dialog(chinese: None, qtbot: QtBot) -> None:
    stage = Stage(language="zh_CN")
    dialog = MissionDialog(stage.desk, stage.around, None)
    fault = SeedError("a text is needed", key="missions.toml: mission x: side")
    dialog._show(MissionPreview(0, 0, fault=fault))
    assert dialog.fault.text() == "missions.toml: mission x: side：应为文本"
    assert not dialog.save.isEnabled()


def test_lists_and_our_own_report_are_chinese(chinese: None) -> None:
    assert words.listed(["甲", "乙"]) == "甲、乙"
    assert words.outlet("Report of 25 June 2024") == "2024年6月25日的报道"
    assert words.outlet("NASA") == "NASA"
