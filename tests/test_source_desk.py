"""The desk's part that adds and edits sources, over a real home, a real loopback server and the real reader."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.loopback import Reply, Server, entry, raw, rss, serve, silence
from tests.making import NOW
from tests.test_workers import PATIENCE, Heard, Recorder
from tracker import house
from tracker.errors import ExportError, SeedError
from tracker.front import Errands, Front
from tracker.model import Source, Tier
from tracker.source_desk import SourceDesk
from tracker.sources import opml
from tracker.store import Library, Store
from tracker.views import NewSource
from tracker.workers import Workers

SLIP = entry(
    2, title="A landing slips", description="NASA said that Artemis III will now launch in mid-2027.",
    pubDate="Fri, 20 Nov 2026 10:00:00 +0000",
)  # fmt: skip
OLD = entry(3, pubDate="Mon, 05 Jan 2026 10:00:00 +0000")
PAGE = b"""<html><head><link rel="alternate" type="application/rss+xml" title="News" href="/news">
<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments"></head></html>"""


@dataclass
class Room:
    home: house.Home
    rereads: int = 0

    def reread(self) -> None:
        self.home = house.reread(self.home)
        self.rereads += 1

    @property
    def desk(self) -> SourceDesk:
        return SourceDesk(lambda: self.home, self.reread)

    def source(self, ident: str) -> Source | None:
        return next((s for s in self.home.sources if s.id == ident), None)


@pytest.fixture
def room(tmp_path: Path) -> Room:
    home = house.home(tmp_path, now=lambda: NOW)
    house.prepare(home)
    return Room(home)


@pytest.fixture
def server() -> Iterator[Server]:
    routes = {"/": Reply(PAGE), "/news": Reply(rss(entry(), SLIP, title="Moon Notes")), "/old": Reply(rss(OLD))}
    with serve(routes) as running:
        yield running


def new(url: str, name: str = "Moon Notes") -> NewSource:
    return NewSource(name, url, Tier.PRESS, 120)


def test_a_site_is_shown_with_what_would_be_read_of_it(room: Room, server: Server) -> None:
    found = room.desk.look(server.url("/"), threading.Event())
    assert (found.url, found.title, found.trouble, found.followed, found.rejected) == (
        server.url("/news"), "Moon Notes", None, "", "",
    )  # fmt: skip
    assert found.choices == ((server.url("/news"), "News"), (server.url("/comments"), "Comments"))
    assert [(f.item.title, f.missions) for f in found.items] == [
        ("A landing slips", ("artemis-3",)), ("Engine test 1 went well", ()),
    ]  # fmt: skip
    (claim,) = found.items[0].claims
    assert (claim.mission, claim.milestone, claim.when, claim.evidence.quote) == (
        "artemis-3", "launch", "2027-05/2027-08", "Artemis III will now launch in mid-2027",
    )  # fmt: skip
    assert found.newest_at == found.items[0].item.published_at
    assert not found.is_stale


def test_what_speaks_against_a_feed_is_said(room: Room, server: Server) -> None:
    assert room.desk.look(server.url("/old"), threading.Event()).is_stale
    (ident,), _ = room.desk.add([new(server.url("/news/"))])
    assert room.desk.look(server.url("/news"), threading.Event()).followed == ident == "moon-notes"
    server.routes["/none"] = Reply(b"<html></html>")
    nothing = room.desk.look(server.url("/none"), threading.Event())
    assert nothing.trouble is not None
    assert (nothing.url, nothing.items, nothing.trouble.code) == ("", (), "not-a-feed")


def test_a_rejected_address_is_known_though_it_cannot_be_asked(room: Room) -> None:
    stop = threading.Event()
    stop.set()
    assert "2017" in room.desk.look("www.xinhuanet.com/english/rss/x.xml", stop).rejected
    assert room.desk.look("https://www.nasa.gov/missions/artemis/feed", stop).followed == "nasa-artemis"


def test_looking_is_given_up_at_once(room: Room, server: Server) -> None:
    server.routes["/slow"] = raw(silence)
    stop = threading.Event()
    threading.Timer(0.1, stop.set).start()
    found = room.desk.look(server.url("/slow"), stop)
    assert found.trouble is not None
    assert found.trouble.code == "stopped"


def test_an_added_source_is_polled_in_silence_and_then_heard(room: Room, server: Server) -> None:
    (ident,), written = room.desk.add([new(server.url("/news"))])
    assert room.source(ident) == Source(
        ident, "Moon Notes", server.url("/news"), Tier.PRESS, interval_minutes=120, origin="user"
    )
    assert room.rereads == 1
    report = house.poll(room.home, house.reader(room.home.missions), only=ident)
    assert [(s.outcome, s.items_new, s.claims) for s in report.sources] == [("new", 2, 1)]
    with Store(room.home.paths.database) as store:
        assert store.source_states()[ident].fetched_once
        assert {t.baseline for t in store.testimonies("artemis-3")} == {True}
    room.desk.put_back(written)
    assert room.source(ident) is None
    assert not room.home.paths.sources.exists()


def test_a_feed_that_was_removed_comes_back_under_its_old_id(room: Room, server: Server) -> None:
    (ident,), _ = room.desk.add([new(server.url("/news"))])
    house.poll(room.home, house.reader(room.home.missions), only=ident)
    room.desk.drop(ident)
    (again, other), _ = room.desk.add([new(server.url("/news"), "Another name"), new(server.url("/old"))])
    assert again == ident
    assert other == "moon-notes-2"
    report = house.poll(room.home, house.reader(room.home.missions), only=ident)
    assert [(s.outcome, s.items_new) for s in report.sources] == [("unchanged", 0)]


def test_a_shipped_source_is_changed_and_reset(room: Room) -> None:
    shipped = room.home.shipped_sources["spacenews"]
    room.desk.change("spacenews", {"enabled": False, "muted": True, "tier": "other", "interval_minutes": 240})
    changed = room.source("spacenews")
    assert changed is not None
    assert (changed.enabled, changed.muted, changed.tier, changed.interval_minutes) == (False, True, Tier.OTHER, 240)
    room.desk.drop("spacenews")
    assert room.source("spacenews") == shipped


def test_what_cannot_be_taken_up_is_not_kept(room: Room) -> None:
    room.home.paths.missions.write_text("[[broken", encoding="utf-8")
    with pytest.raises(SeedError, match="missions"):
        room.desk.add([new("https://x.example/")])
    assert not room.home.paths.sources.exists()
    with pytest.raises(SeedError, match="missions"):
        room.desk.change("spacenews", {"muted": True})
    assert not room.home.paths.sources.exists()


MISSION = """[[mission]]
id = "luna-27"
name.en = "Luna 27"
agency = "Roscosmos"
programme = "Luna-Glob"
side = "russia"
milestones = ["landing"]
"""


def test_the_search_made_for_a_mission_can_be_paused_and_is_itself_again(room: Room) -> None:
    room.home.paths.missions.write_text(MISSION, encoding="utf-8")
    room.reread()
    made = room.home.shipped_sources["snapi-luna-27"]
    assert room.source(made.id) == made
    room.desk.change(made.id, {"enabled": False})
    paused = room.source(made.id)
    assert paused is not None
    assert (paused.enabled, paused.adapter, paused.url) == (False, "snapi", made.url)
    room.desk.drop(made.id)
    assert room.source(made.id) == made


def test_the_demo_s_sources_stay_as_they_are(tmp_path: Path) -> None:
    home = house.home(tmp_path, now=lambda: NOW, sources=[Source("a", "A", "http://127.0.0.1:1/", Tier.PRESS)])
    desk = SourceDesk(lambda: home, lambda: None)
    assert desk.fixed
    with pytest.raises(SeedError, match="demo"):
        desk.add([new("https://x.example/")])
    with pytest.raises(SeedError, match="demo"):
        desk.change("a", {"enabled": False})
    assert not home.paths.sources.exists()


def test_a_list_is_read_with_what_speaks_against_each_feed(room: Room, tmp_path: Path) -> None:
    path = tmp_path / "in.opml"
    rows = (
        ("Mine", "https://mine.example/feed"), ("", "http://plain.example/rss"), ("NASA", "http://nasa.gov/missions/artemis/feed/"),
        ("Xinhua", "http://www.xinhuanet.com/english/rss/a.xml"), ("Bad", "javascript:alert(1)"), ("Odd", "https://x\u202e.example/"),
    )  # fmt: skip
    body = "".join(f'<outline text="{name}" xmlUrl="{url}"/>' for name, url in rows)
    path.write_text(f"<opml><body>{body}</body></opml>", encoding="utf-8")
    found = room.desk.read_list(path)
    assert [(f.name, f.state) for f in found.feeds] == [
        ("Mine", "new"), ("plain.example", "new"), ("NASA", "followed"), ("Xinhua", "rejected"), ("Bad", "not-web"),
        ("Odd", "not-web"),
    ]  # fmt: skip
    assert found.feeds[2].why == "NASA Artemis"
    assert "2017" in found.feeds[3].why
    assert room.desk.read_list(tmp_path / "nowhere").trouble == "unreadable"
    assert room.desk.read_list(tmp_path).trouble == "unreadable"
    path.write_text("<html/>", encoding="utf-8")
    assert room.desk.read_list(path).trouble == "not-opml"


def test_what_is_followed_leaves_as_a_list_and_comes_back(room: Room, tmp_path: Path) -> None:
    room.desk.add([new("https://mine.example/feed", "月 & more")])
    path = tmp_path / "out.opml"
    number = room.desk.write_list(path)
    followed = [s for s in room.home.sources if s.enabled and s.adapter == "feed"]
    assert number == len(followed) == len(opml.read(path.read_bytes()).feeds)
    assert {f.state for f in room.desk.read_list(path).feeds} == {"followed"}
    other = Room(house.home(tmp_path / "other", now=lambda: NOW))
    other.home.paths.sources.parent.mkdir(parents=True)
    other.home.paths.sources.write_text("only = true\n", encoding="utf-8")
    other.reread()
    house.prepare(other.home)
    with pytest.raises(ExportError, match="no feed"):
        other.desk.write_list(tmp_path / "none.opml")
    feeds = other.desk.read_list(path).feeds
    other.desk.add([NewSource(f.name, f.url, f.tier, language=f.language) for f in feeds])
    assert {(s.name, s.url, s.tier, s.language) for s in other.home.sources} == {
        (s.name, s.url, s.tier, s.language) for s in followed
    }


def test_the_views_know_what_is_shipped(room: Room) -> None:
    library = Library(room.home.paths.database)
    errands = Errands(lambda _: None, lambda _: None, lambda: None, lambda: "", lambda: False)
    front = Front(room.home, library, errands, language="en")
    views = {v.source.id: v for v in front.sources()}
    assert views["spacenews"].shipped == room.home.shipped_sources["spacenews"]
    assert {v.source.id for v in views.values() if v.is_offered} >= {"payload", "csa"}
    library.close()


def test_an_added_source_is_asked_at_once_and_its_later_news_is_told(tmp_path: Path) -> None:
    """The whole way, with the real threads: found, added, a silent first fetch, then a slip that is told."""
    entries = [entry()]
    with serve({"/feed": lambda _: Reply(rss(*entries, title="An agency"))}) as server:
        (tmp_path / "sources.toml").write_text("only = true\n", encoding="utf-8")
        room = Room(house.home(tmp_path, now=lambda: NOW))
        house.prepare(room.home)
        heard, recorder = Heard(), Recorder()
        workers = Workers(room.home, heard.ears(), tick_seconds=3600)
        try:
            workers.start(lambda: recorder)

            def reread() -> None:
                room.reread()
                workers.move_to(room.home)

            desk = SourceDesk(lambda: room.home, reread)
            found = desk.look(server.url("/feed"), threading.Event())
            (ident,), _ = desk.add([NewSource("An agency", found.url, Tier.AGENCY)])
            first = heard.reports.get(timeout=PATIENCE)
            assert [(s.source, s.items_new, s.changes) for s in first.sources] == [(ident, 1, 0)]
            entries.append(SLIP)
            workers.check(ident)
            second = heard.reports.get(timeout=PATIENCE)
            assert [c.standing.value for c in second.changes] == ["confirmed"]
            assert recorder.sent.get(timeout=PATIENCE).title == "Artemis III launch slips"
        finally:
            workers.stop()
