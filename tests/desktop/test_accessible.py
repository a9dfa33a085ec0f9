"""The app as a screen reader meets it, over the real accessibility bus."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.desktop.accessible import Node
from tests.desktop.desk import Desk, skip_unless_possible
from tests.desktop.patience import until
from tests.desktop.running_app import App, Feed, story
from tests.loopback import Reply, rss, serve

pytestmark = [pytest.mark.desktop, pytest.mark.slow]
PROGRAM = "space-race-tracker"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    skip_unless_possible()
    with (
        serve({"/feed": Reply(rss(story(1, "Students visit the test stand", "Cake was served.")))}) as server,
        Desk(tmp_path_factory.mktemp("desk")) as desk,
    ):
        app = App(desk, desk.folder / "data", (Feed("nasa", server.url("/feed")),))
        app.start()
        yield desk
        assert app.end() == 0
        assert "Traceback" not in app.log, app.log[-3000:]


def chart(desk: Desk, name: str) -> Node:
    return until(lambda: desk.screen.find("chart", name, program=PROGRAM), f"the chart {name!r}")


def test_a_chart_is_a_list_of_its_milestones(desk: Desk) -> None:
    timeline = chart(desk, "Timeline")
    marks = {node.name: node for node in timeline.children}
    assert len(marks) > 5
    landing = marks["Artemis III · landing"]
    assert landing.role == "list item"
    assert landing.description.startswith("2026")
    assert "Artemis III: " in timeline.description
    lines = [node.name for node in chart(desk, "Milestone trend").children]
    assert "Artemis III · landing" in lines


def test_a_reader_presses_a_mark_and_the_inspector_opens_it(desk: Desk) -> None:
    for name, mission in (("Timeline", "Chang'e 8"), ("Milestone trend", "Artemis III")):
        mark = next(node for node in chart(desk, name).children if node.name.startswith(mission))
        mark.press()
        until(lambda mark=mark: desk.screen.find("label", mark.name, program=PROGRAM), "the milestone's inspector")  # type: ignore[misc]
        assert mark.focused


def test_the_keyboard_takes_the_readers_focus_along(desk: Desk) -> None:
    timeline = chart(desk, "Timeline")
    timeline.children[0].press()
    seen = []
    for _ in range(3):
        desk.key("Down")
        focused = until(
            lambda: next((n for n in timeline.children if n.focused and n.name not in seen), None), "another mark"
        )
        seen.append(focused.name)
    assert len(set(seen)) == 3


def test_everything_that_takes_the_keyboard_has_a_name(desk: Desk) -> None:
    kinds = {"push button", "check box", "radio button", "combo box", "slider", "entry", "table", "list", "chart"}
    nameless = [node.role for node in desk.screen.all(PROGRAM) if node.role in kinds and not node.name and node.showing]
    assert nameless == []
