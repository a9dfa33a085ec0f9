"""The switch "Start when I log in" of the running app inside a sandbox, against the real portal of a desktop: the person is
asked by a real dialog, and the desktop writes its own list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop import flatpak_world
from tests.desktop.accessible import Node
from tests.desktop.desk import Desk, skip_unless_possible
from tests.desktop.flatpak_world import Portal, inside
from tests.desktop.patience import until
from tests.desktop.running_app import App, Feed, story
from tests.desktop.talk import Refused
from tests.loopback import Reply, Server, rss, serve

pytestmark = [pytest.mark.desktop, pytest.mark.slow]
_CHECKED = 4  # in AtspiStateType


@pytest.fixture
def server() -> Iterator[Server]:
    with serve({"/feed": Reply(rss(story(1, "Students visit the test stand", "Cake was served.")))}) as server:
        yield server


class Sandboxed(App):
    def command(self, *more: str) -> list[str]:
        return inside(self.desk.folder, super().command(*more))

    def named(self, words: str) -> Node | None:
        """Whatever in the window begins with these words, also where it is scrolled away."""
        for node in self.desk.screen.all("space-race-tracker"):
            try:
                if node.name.startswith(words):
                    return node
            except Refused:  # gone while we looked
                continue
        return None

    def switch(self) -> Node:
        return until(lambda: self.named("Start when I log in"), "the switch")

    def is_on(self) -> bool:
        return self.switch()._is(_CHECKED)


def answer(desk: Desk, word: str) -> None:
    """Press a button of the desktop's own dialog, as a screen reader would, and see the dialog go."""

    def button() -> Node | None:
        return desk.screen.find("push button", word, program="xdg-desktop-portal-gtk")

    until(button, f"the desktop's question with {word!r}").press()
    until(lambda: button() is None, "the question to go")


def test_the_desktop_asks_the_person_and_the_switch_shows_what_came_of_it(tmp_path: Path, server: Server) -> None:
    skip_unless_possible("gio")
    flatpak_world.skip_unless_possible()
    with Desk(tmp_path) as desk:
        portal = Portal(desk)
        app = Sandboxed(desk, desk.folder / 'data "of" ann & $HOME', (Feed("nasa", server.url("/feed")),))
        app.start()
        desk.run("wmctrl", "-i", "-a", until(app.window, "the window"))
        desk.key("ctrl+7")

        app.switch().press()
        until(lambda: app.named("Waiting for the desktop's answer"), "the word that it waits")
        answer(desk, "Don't allow")
        until(lambda: app.named("the desktop did not allow it. Allow the program to run in"), "why it is not on")
        assert not app.is_on()
        assert not portal.host_file.exists()

        portal.permit("ask")
        app.switch().press()
        answer(desk, "Allow")
        until(lambda: app.named("The desktop has agreed to start it"), "the desktop's word")
        assert app.is_on()
        until(portal.host_file.exists, "the desktop's own list")
        started = desk.folder / "started"
        (desk.folder / "flatpak").write_text(f"#!/bin/sh\nprintf '%s\\n' \"$@\" >'{started}'\n")
        (desk.folder / "flatpak").chmod(0o755)
        desk.start(["gio", "launch", str(portal.host_file)], PATH=f"{desk.folder}:{desk.env['PATH']}")
        until(lambda: started.exists() and started.read_text(), "the start")
        assert started.read_text().splitlines() == [
            "run", "--command=space-race-tracker", flatpak_world.APP_ID, "--hidden", "--data-dir", str(app.data),
        ]  # fmt: skip

        portal.permit("no")  # the person takes it back in the desktop's settings, then switches it off here too
        app.switch().press()
        until(lambda: not app.is_on(), "the switch to go")
        until(lambda: not portal.host_file.exists(), "the desktop's list to forget it")
        app.switch().press()  # nobody is asked any more
        until(lambda: app.named("the desktop did not allow it. Allow the program to run in"), "why it is not on")
        assert not app.is_on()

        app.tray().choose("Quit")
        assert app.process is not None
        assert app.process.wait(15) == 0
        assert "Traceback" not in app.log, app.log
