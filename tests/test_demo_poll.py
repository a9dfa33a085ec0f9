"""The demo through the app's own poll, second by second: fetched from the real server, stored, read, weighed, told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from tracker import demo
from tracker.demo.history import load
from tracker.model import PollReport
from tracker.views import ArticleRow

house = pytest.importorskip("tracker.house", reason="the composition root is not in this branch")

SECONDS = 50
pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Played:
    """What a whole demo brought: each poll, and the articles that lie in its database."""

    polls: list[PollReport]
    rows: list[ArticleRow]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    folder: Path = tmp_path_factory.mktemp("demo")
    hand = [0.0]
    show = demo.start(clock=lambda: hand[0], seconds=SECONDS)
    try:
        home = house.home(folder, now=show.now, sources=show.sources)
        reader = house.reader(home.missions)
        polls = []
        for second in range(SECONDS + 3):
            hand[0] = float(second)
            polls.append(house.poll(home, reader))
        with house.library(home) as library:
            rows = list(library.articles(limit=1000))
    finally:
        show.close()
    return Played(polls, rows)


def test_every_source_answers_every_time(played: Played) -> None:
    troubles = {(s.source, s.trouble.words) for p in played.polls for s in p.sources if s.trouble}
    assert not troubles
    assert all(len(p.sources) == len(load()) for p in played.polls[:SECONDS])


def test_every_article_arrives_with_its_own_day(played: Played) -> None:
    said = {(e.wordings[-1].title, e.published_at) for feed in load() for e in feed.entries}
    stored = {(row.title, row.published_at) for row in played.rows}
    late = {title for title, _ in said} - {title for title, _ in stored}
    assert not late
    beats = {(e.wordings[-1].title, e.published_at) for feed in load() for e in feed.entries if e.beat}
    assert beats <= stored, "a date was moved"


def test_an_edited_article_is_seen_before_and_after_the_edit(played: Played) -> None:
    brought = sum(source.items_new for poll in played.polls for source in poll.sources)
    assert brought == sum(len(entry.wordings) for feed in load() for entry in feed.entries)


def test_the_first_poll_is_a_silent_baseline(played: Played) -> None:
    assert sum(s.items_new for s in played.polls[0].sources) >= len(load())
    assert not played.polls[0].changes
    assert not played.polls[0].alerts


def test_news_are_heard_on_the_day_they_are_out(played: Played) -> None:
    beats = {e.published_at.date() for feed in load() for e in feed.entries if e.beat}
    for poll in played.polls:
        for change in poll.changes:
            if change.on in beats:
                assert poll.finished_at.date() - change.on <= timedelta(days=3), change


def test_it_shows_slips_and_alerts_within_the_minute(played: Played) -> None:
    kinds = {change.kind.value for poll in played.polls for change in poll.changes}
    assert kinds >= {"slipped", "advanced", "firmed", "achieved", "on-hold"}
    assert sum(len(poll.alerts) for poll in played.polls) >= 12
    assert max(len(poll.alerts) for poll in played.polls) <= 3


def test_when_it_is_over_it_is_quiet(played: Played) -> None:
    assert played.polls[-1].sources == ()
