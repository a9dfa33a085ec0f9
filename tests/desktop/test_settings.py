"""What is chosen on the Settings page of the running app, on a real desktop: the language of window, tray and
notification at once, the autostart file, and what is written for the next start."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.accessible import Node
from tests.desktop.desk import Desk, skip_unless_possible
from tests.desktop.patience import until
from tests.desktop.running_app import App, Feed, story
from tests.desktop.talk import Refused
from tests.loopback import Reply, Server, rss, serve
from tracker.settings import Settings, load

pytestmark = [pytest.mark.desktop, pytest.mark.slow]


@pytest.fixture
def server() -> Iterator[Server]:
    with serve({"/feed": Reply(rss(story(1, "Students visit the test stand", "Cake was served.")))}) as server:
        yield server


def control(desk: Desk, name: str) -> Node:
    """A control of the app by its whole name, also where it is scrolled away."""

    def find() -> Node | None:
        for node in desk.screen.all("space-race-tracker"):
            try:
                if node.name == name:
                    return node
            except Refused:  # gone while we looked
                continue
        return None

    return until(find, f"a control {name!r}")


def test_what_is_chosen_is_seen_everywhere_at_once(tmp_path: Path, server: Server) -> None:
    skip_unless_possible()
    with Desk(tmp_path) as desk:
        app = App(desk, desk.folder / "data", (Feed("nasa", server.url("/feed")),))
        app.start()
        desk.run("wmctrl", "-i", "-a", until(app.window, "the window"))
        desk.key("ctrl+7")
        control(desk, "Language: 简体中文").press()
        until(lambda: "退出" in [entry.label for entry in app.tray().entries()], "the tray's menu in Chinese")
        control(desk, "发送测试通知").press()
        until(lambda: desk.witness.sent, "the test notification")
        assert desk.witness.sent[0].title == "这是一次测试"
        assert "查看" in desk.witness.sent[0].actions
        control(desk, "登录时启动").press()
        file = Path(desk.env["XDG_CONFIG_HOME"]) / "autostart" / "org.spaceracetracker.SpaceRaceTracker.desktop"
        until(file.exists, "the autostart file")
        assert f"--hidden --data-dir {app.data}" in file.read_text(encoding="utf-8")
        until(lambda: load(app.data / "settings.toml")[0] == Settings(language="zh_CN"), "the settings to be written")
        control(desk, "语言: English").press()
        until(lambda: "Quit" in [entry.label for entry in app.tray().entries()], "the tray's menu in English")
        app.tray().choose("Quit")
        assert app.process is not None
        assert app.process.wait(15) == 0
        assert "Traceback" not in app.log, app.log
