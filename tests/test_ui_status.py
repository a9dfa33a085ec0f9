"""The bottom line: no network is said there, quietly, and no source is blamed for it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.sample_desk import NOW
from tests.ui_world import Stage
from tracker.model import Source, SourceState, Tier, Trouble
from tracker.ui import language as languages
from tracker.ui import words
from tracker.ui.status_line import StatusLine
from tracker.views import Counts, SourceView


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "No network: the sources are asked again when it is back"), ("zh_CN", "没有网络：恢复后会再次查询各信源")],
)
def test_no_network_is_one_sentence(qtbot: QtBot, language: str, said: str) -> None:
    stage = Stage(language=language)
    translator = languages.install(stage.app, language)
    try:
        line = StatusLine(stage.around)
        qtbot.addWidget(line)
        line.show_counts(Counts(offline=True, checking=True))
        assert said in [child.text() for child in line.findChildren(type(line._when))]
        assert not line.trouble.isVisibleTo(line)
        line.show_counts(Counts(checking=True))
        assert said not in [child.text() for child in line.findChildren(type(line._when))]
    finally:
        if translator is not None:
            stage.app.removeTranslator(translator)


def test_a_trouble_stands_in_the_middle_of_its_sentence() -> None:
    state = SourceState("s", trouble=Trouble("http-404", "The feed is not at this address (404)"), failures=1)
    view = SourceView(Source("s", "Another", "https://a.example/feed", Tier.OTHER), state, "failing", 0, 0, 0)
    assert words.health(view, NOW, "en") == "the feed is not at this address (404), once"
