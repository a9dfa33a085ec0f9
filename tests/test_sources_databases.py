"""Launch Library and the Spaceflight News API: rows to items that state their claims; a coarse date is never a day."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.loopback import Reply, serve
from tracker import seeding
from tracker.errors import ParseError
from tracker.model import Claim, Confidence, Source, SourceState, Status, Tier
from tracker.sources import catalogue, jsonbody, launches, launchlibrary, newsapi
from tracker.sources.collect import collect
from tracker.sources.fetch import Fetcher
from tracker.sources.said import Answer

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SAMPLES = Path(__file__).resolve().parents[2] / "shared" / "sources" / "samples"
real = pytest.mark.skipif(not SAMPLES.exists(), reason="the real documents of ../shared/sources are not here")
LIBRARY = next(s for s in catalogue.load() if s.id == "launch-library")
NEWS = next(s for s in catalogue.load() if s.id == "snapi-launches")
CHANG_E_7 = "9d402fb6-9115-424d-b6f0-bd3b13ee310e"


def row(**changed: Any) -> dict[str, Any]:
    """A row of our own making, in the form of 2.3.0."""
    return {
        "id": CHANG_E_7,
        "url": f"https://ll.thespacedevs.com/2.3.0/launches/{CHANG_E_7}/",
        "name": "Some Rocket | Chang'e 7",
        "status": {"id": 1, "name": "Go for Launch"},
        "net": "2026-08-25T00:30:00Z",
        "net_precision": {"id": 1, "name": "Minute"},
        "last_updated": "2026-08-22T14:44:55Z",
        "pad": {"location": {"timezone_name": "Asia/Shanghai"}},
        "updates": [{"id": 1, "comment": "Moved by a day for rain.", "info_url": "https://forum.example/1", "created_on": "2026-08-22T14:44:00Z"}],
    } | changed  # fmt: skip


def parse(*rows: object) -> launchlibrary.Parsed:
    body = json.dumps({"count": len(rows), "next": None, "results": rows}).encode()
    return launchlibrary.parse(LIBRARY, body, base=LIBRARY.url, content_type="", now=NOW)


def claim(**changed: Any) -> Claim | None:
    claims = parse(row(**changed)).readings[0].claims
    return claims[0] if claims else None


def window(net: str, precision: object) -> str | None:
    found = claim(net=net, net_precision=precision, pad=None)
    return found.when if found else None


# --- one row


def test_a_row_is_an_item_with_its_claim_and_its_notes() -> None:
    parsed = parse(row())
    launch, note = parsed.items
    assert launch.title == "Some Rocket | Chang'e 7"
    assert launch.published_at == datetime(2026, 8, 22, 14, 44, 55, tzinfo=UTC)
    assert (launch.tier, launch.outlet, launch.language) == (Tier.DATABASE, "Launch Library", "en")
    assert launch.url.startswith("https://ll.thespacedevs.com/2.3.0/launches/")
    (reading,) = parsed.readings
    assert reading.item == launch.id
    assert reading.read
    (said,) = reading.claims
    assert (said.mission, said.milestone, said.status) == ("chang-e-7", "launch", Status.PLANNED)
    assert said.when == "2026-08-25T08:30+08:00"
    assert launch.text[said.evidence.start : said.evidence.end] == said.evidence.quote
    assert "Go for Launch" in said.evidence.quote
    assert "25 Aug 2026" in said.evidence.quote
    assert note.title == "Chang'e 7: Moved by a day for rain."
    assert note.url == "https://forum.example/1"
    assert note.published_on == date(2026, 8, 22)


@pytest.mark.parametrize(
    ("number", "name", "status", "confidence"),
    [
        (1, "Go for Launch", Status.PLANNED, Confidence.FIRM),
        (2, "To Be Determined", Status.PLANNED, Confidence.FIRM),
        (3, "Launch Successful", Status.ACHIEVED, Confidence.FIRM),
        (4, "Launch Failure", Status.FAILED, Confidence.FIRM),
        (5, "On Hold", Status.ON_HOLD, Confidence.FIRM),
        (6, "Launch in Flight", Status.ACHIEVED, Confidence.FIRM),
        (7, "Launch was a Partial Failure", Status.FAILED, Confidence.WEAK),
        (8, "To Be Confirmed", Status.PLANNED, Confidence.FIRM),
        (9, "Payload Deployed", Status.ACHIEVED, Confidence.FIRM),
    ],
)
def test_statuses(number: int, name: str, status: Status, confidence: Confidence) -> None:
    said = claim(status={"id": number, "name": name})
    assert said is not None
    assert (said.status, said.confidence) == (status, confidence)
    assert name in said.evidence.quote


@pytest.mark.parametrize(
    ("net", "ident", "name", "expected"),
    [
        ("2026-08-25T00:30:15Z", 0, "Second", "2026-08-25T00:30+00:00"),
        ("2026-08-25T00:30:00Z", 1, "Minute", "2026-08-25T00:30+00:00"),
        ("2026-08-25T00:30:00Z", 2, "Hour", "2026-08-25"),
        ("2026-08-25T00:00:00Z", 3, "Morning", "2026-08-25"),
        ("2026-08-25T12:00:00Z", 4, "Afternoon", "2026-08-25"),
        ("2026-10-07T00:00:00Z", 5, "Day", "2026-10-07"),
        ("2026-10-07T00:00:00Z", 6, "Week", "2026-10-05/2026-10-11"),
        ("2026-08-31T00:00:00Z", 7, "Month", "2026-08"),
        ("2026-03-31T00:00:00Z", 8, "Quarter 1", "2026-33"),
        ("2026-06-30T00:00:00Z", 9, "Quarter 2", "2026-34"),
        ("2026-09-30T00:00:00Z", 10, "Quarter 3", "2026-35"),
        ("2026-10-31T00:00:00Z", 11, "Quarter 4", "2026-36"),
        ("2026-06-30T00:00:00Z", 12, "Year Half 1", "2026-40"),
        ("2026-12-31T00:00:00Z", 13, "Year Half 2", "2026-41"),
        ("2026-12-31T00:00:00Z", 14, "Year", "2026"),
        ("2026-09-30T00:00:00Z", 15, "Fiscal Year", "2025-10/2026-09"),
        ("2026-12-31T00:00:00Z", 15, "Fiscal Year", "2026-10/2027-09"),
        ("2029-12-31T00:00:00Z", 16, "Decade", "202X"),
    ],
)
def test_precisions(net: str, ident: int, name: str, expected: str) -> None:
    assert window(net, {"id": ident, "name": name}) == expected
    assert window(net, {"id": ident, "name": ""}) == expected
    assert window(net, {"id": 99, "name": name.upper()}) == expected


@pytest.mark.parametrize(
    "precision", [None, {}, {"id": 77, "name": "Fortnight"}, "Month", {"id": True, "name": None}, []]
)
def test_an_unknown_precision_gives_no_date(precision: object) -> None:
    assert window("2026-08-31T00:00:00Z", precision) is None
    said = claim(net_precision=precision, status={"id": 3, "name": "Launch Successful"})
    assert said is not None
    assert said.window is None
    assert "2026" not in said.evidence.quote


@pytest.mark.parametrize("net", [None, "", "soon", "2026-08-31", "9999-12-31T23:59:59Z", 5, "2026-02-30T00:00:00Z"])
def test_a_broken_instant_gives_no_date(net: object) -> None:
    assert claim(net=net) is None


def test_the_day_of_a_launch_is_the_day_at_its_site() -> None:
    late = {"net": "2026-02-07T02:41:00Z", "pad": {"location": {"timezone_name": "America/New_York"}}}
    said = claim(**late)
    assert said is not None
    assert said.when == "2026-02-06T21:41-05:00"
    hour = claim(**late, net_precision={"id": 2, "name": "Hour"})
    assert hour is not None
    assert hour.when == "2026-02-06"
    day = claim(net="2026-02-07T00:00:00Z", pad=late["pad"], net_precision={"id": 5, "name": "Day"})
    assert day is not None
    assert day.when == "2026-02-07"  # midnight UTC is a marker there, not an hour


def test_a_revision_exactly_when_the_date_or_status_moves() -> None:
    first = parse(row()).items[0]
    same = parse(row(last_updated="2026-08-23T00:00:00Z", probability=90, window_end="2026-08-25T02:00:00Z")).items[0]
    assert (same.id, same.digest) == (first.id, first.digest)
    for changed in (
        {"net": "2026-08-26T00:30:00Z"},
        {"status": {"id": 5, "name": "On Hold"}},
        {"net_precision": {"id": 7, "name": "Month"}},
    ):
        moved = parse(row(**changed)).items[0]
        assert moved.id == first.id
        assert moved.digest != first.digest
    coarse = [parse(row(net=n, net_precision={"id": 11, "name": "Quarter 4"})).items[0] for n in ("2026-10-31T00:00:00Z", "2026-12-31T00:00:00Z")]  # fmt: skip
    assert coarse[0].digest == coarse[1].digest


def test_other_launches_are_left_alone() -> None:
    assert parse(row(id="00000000-0000-0000-0000-000000000000")).items == ()


def test_every_launch_belongs_to_a_mission_we_know() -> None:
    known = {m.id for m in seeding.load().missions if "launch" in m.milestones}
    assert set(launches.shipped_ids().values()) <= known
    for ident in LIBRARY.url.partition("id=")[2].partition("&")[0].split(","):
        assert ident in launches.shipped_ids()


@pytest.mark.parametrize(
    "body", [b"", b"<html>", b"[]", b"{}", b'{"results": 5}', b'{"results": [', b"[" * 100_000, b'{"detail": "throttled"}', b"null"]
)  # fmt: skip
def test_what_is_no_answer_is_said(body: bytes) -> None:
    for read, source in ((launchlibrary.parse, LIBRARY), (newsapi.parse, NEWS)):
        with pytest.raises(ParseError) as caught:
            read(source, body, base=source.url, content_type="", now=NOW)
        assert caught.value.code == "bad-json"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "name", "location"]), inner),
    max_leaves=6,
)


@given(st.sampled_from(sorted(row())), json_values)
def test_any_value_anywhere_is_no_crash(field: str, value: object) -> None:
    parsed = parse(row(**{field: value}), value)
    for reading in parsed.readings:
        for said in reading.claims:
            item = next(i for i in parsed.items if i.id == reading.item)
            assert item.text[said.evidence.start : said.evidence.end] == said.evidence.quote


@given(
    st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)),  # noqa: DTZ001
    st.integers(-1, 17),
    st.sampled_from(["UTC", "Asia/Shanghai", "America/New_York"]),
)
def test_the_window_holds_the_instant_or_is_none(net: datetime, precision: int, zone: str) -> None:
    instant = net.replace(tzinfo=UTC)
    found = launchlibrary.window_of(instant, precision, ZoneInfo(zone))
    if found is None:
        assert precision not in range(17)
    elif precision in range(8, 14):  # the name of the quarter or half says it, the instant gives the year
        assert found.earliest is not None
        assert found.earliest.year == net.year
    else:
        assert found.earliest is not None
        assert found.latest is not None
        assert found.earliest <= max(instant.date(), instant.astimezone(ZoneInfo(zone)).date())
        assert found.latest >= min(instant.date(), instant.astimezone(ZoneInfo(zone)).date())


def test_a_visit_brings_the_readings() -> None:
    with serve(
        {"/launches": Reply(json.dumps({"results": [row()]}).encode(), content_type="application/json")}
    ) as server:
        source = Source("ll", "LL", server.url("/launches"), Tier.DATABASE, adapter="ll2", origin="user")
        with Fetcher() as fetcher:
            harvest = collect(source, SourceState("ll"), fetcher=fetcher, now=NOW, rng=random.Random(1))
        assert server.log[0].headers["accept"] == "application/json"
    assert len(harvest.items) == 2
    assert harvest.readings[0].item == harvest.items[0].id


# --- the history that really was


@real
def test_the_moves_of_change_7_and_artemis_ii_replay() -> None:
    rows = json.loads((SAMPLES / "ll2_history_change7_artemis2_2026.json").read_bytes())["rows"]
    ids = {mission: ident for ident, mission in launches.shipped_ids().items()}
    moves: dict[str, list[tuple[str, str]]] = {"chang-e-7": [], "artemis-2": []}
    for old in rows:
        mission = {"ce7": "chang-e-7", "art2": "artemis-2"}[old["key"]]
        body = row(
            id=ids[mission], net=old["net"], last_updated=old["last_updated"], pad=None,
            status={"id": int(old["status"][0]), "name": old["status"][1]},
            net_precision={"id": int(old["net_precision"][0]), "name": old["net_precision"][1]},
        )  # fmt: skip
        (said,) = parse(body).readings[0].claims
        moves[mission].append((said.status.value, said.when))
    distinct = {m: [move for before, move in pairwise([None, *found]) if move != before] for m, found in moves.items()}
    assert distinct["chang-e-7"] == [("planned", "2026-08"), ("planned", "2026-08-24"), ("planned", "2026-08-25")]
    assert [when[:10] for status, when in distinct["artemis-2"] if status == "planned"] == [
        "2026-02-07", "2026-02-09", "2026-03-07", "2026-03-03", "2026-03-07", "2026-04-01",
    ]  # fmt: skip
    assert distinct["artemis-2"][-1] == ("achieved", "2026-04-01T22:35+00:00")


@real
def test_the_whole_answers_of_the_database() -> None:
    path = SAMPLES / "ll2_220_detailed_change7_2026-08-22.json"
    parsed = launchlibrary.parse(LIBRARY, path.read_bytes(), base=LIBRARY.url, content_type="", now=NOW)
    launch, *notes = parsed.items
    assert "Go for Launch" in launch.text
    assert "2026-08-25 00:30 UTC, known to the hour" in launch.text
    assert parsed.readings[0].claims[0].when == "2026-08-25"
    assert len(notes) == 6
    assert all(note.url and note.published_on for note in notes)
    four = json.loads((SAMPLES / "ll2_230_upcoming_detailed_2026-09-09_4of.json").read_bytes())["results"]
    found = [launchlibrary.launch(LIBRARY, r, "x", base=LIBRARY.url, now=NOW)[1].claims[0].when for r in four]
    assert found == ["2026-09-10", "2026-09", "2026-36", "2026-41"]
    nine = json.loads((SAMPLES / "ll2_precision_examples_2026-08-22.json").read_bytes())["by_precision"]
    for name, one in nine.items():
        (said,) = launchlibrary.launch(LIBRARY, one, "x", base=LIBRARY.url, now=NOW)[1].claims
        assert said.window is not None
        assert (said.window.days == 1) == (name in ("Second", "Minute", "Hour", "Day"))


# --- the news API


def article(**changed: Any) -> dict[str, Any]:
    return {
        "id": 7, "title": "A rover waits", "url": "https://spacenews.com/a-rover-waits/", "news_site": "SpaceNews",
        "summary": "The rover waits. […]\r\nThe post A rover waits appeared first on SpaceNews.",
        "published_at": "2026-04-16T10:00:00Z", "updated_at": "2026-04-16T11:00:00Z", "launches": [], "events": [],
    } | changed  # fmt: skip


def news(*rows: object) -> list[launchlibrary.Item]:
    body = json.dumps({"count": 1, "results": rows}).encode()
    return list(newsapi.parse(NEWS, body, base=NEWS.url, content_type="", now=NOW).items)


def test_an_article_speaks_for_its_publisher() -> None:
    (item,) = news(article())
    assert (item.outlet, item.tier) == ("SpaceNews", Tier.TRADE_PRESS)
    assert item.text == "The rover waits.…"
    assert item.published_at == datetime(2026, 4, 16, 10, tzinfo=UTC)
    (unknown,) = news(article(news_site="A Blog"))
    assert (unknown.outlet, unknown.tier) == ("A Blog", Tier.OTHER)
    (nobody,) = news(article(news_site=None))
    assert nobody.outlet == "Spaceflight News"
    outlets = {s.outlet for s in catalogue.load()}
    assert {outlet for outlet, _ in newsapi._PUBLISHERS.values()} <= outlets


class Api:
    """The news API: pages of one article each, and the log of what was asked."""

    def __init__(self, *pages: object, then: int = 200) -> None:
        self.pages, self.then = pages, then
        self.asked: list[str] = []

    def get(self, url: str, **_more: object) -> Answer:
        self.asked.append(url)
        if len(self.asked) > len(self.pages):
            return Answer(self.then, url, json.dumps({"count": 0, "next": None, "results": []}).encode())
        return Answer(200, url, json.dumps(self.pages[len(self.asked) - 1]).encode())

    def questions(self) -> list[dict[str, str]]:
        return [dict(parse_qsl(urlsplit(url).query)) for url in self.asked]


def visit(api: Api, source: Source = NEWS, state: SourceState | None = None, **more: Any) -> Any:
    return collect(
        source,
        state or SourceState(source.id),
        fetcher=api,
        now=NOW,
        rng=random.Random(1),
        pause=lambda _s: None,
        **more,
    )


SEARCH = next(s for s in catalogue.load() if s.id == "snapi-artemis-3")


def test_the_first_visit_asks_for_the_history_and_the_next_for_the_news() -> None:
    api = Api({"results": [article()]})
    state = visit(api).state
    again = visit(api, state=state)
    assert again.state.trouble is None  # nothing new is an answer
    visit(api, SEARCH, SourceState(SEARCH.id, fetched_once=True, last_success_at=NOW))
    first, second, third = api.questions()
    assert first["published_at_gte"] == "2024-06-25"
    assert first["limit"] == "500"
    assert first["launch"] == second["launch"]
    assert CHANG_E_7 in second["launch"]
    assert "published_at_gte" not in second
    assert second["updated_at_gt"] == "2026-11-21T12:00:00Z"  # a launch is linked to an article by hand, hours later
    assert third["published_at_gte"] == "2026-11-21T12:00:00Z"
    assert third["search"] == "Artemis III"
    assert "updated_at_gt" not in third


def following(number: int) -> str:
    return f"https://api.spaceflightnewsapi.net/v4/articles/?limit=500&offset={number}"


def test_the_history_is_followed_to_its_last_page_and_every_article_comes_once() -> None:
    pages = [
        {"next": following(500), "results": [article(id=1), article(id=2)]},
        {"next": following(1000), "results": [article(id=2), article(id=3)]},
        {"next": None, "results": [article(id=4)]},
    ]
    api = Api(*pages)
    harvest = visit(api)
    assert api.asked[1:] == [following(500), following(1000)]
    assert len(harvest.items) == 4
    assert harvest.state.fetched_once


class Turn:
    """The turn in which answers are read: who reads while it is not held is noted."""

    def __init__(self) -> None:
        self.held = False
        self.reads: list[bool] = []

    def __enter__(self) -> None:
        self.held = True

    def __exit__(self, *_: object) -> None:
        self.held = False

    def watched(self, body: bytes) -> Any:
        self.reads.append(self.held)
        return json.loads(body)


def test_each_part_is_read_once_and_in_the_turn_of_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    turn = Turn()
    monkeypatch.setattr(jsonbody, "json", SimpleNamespace(loads=turn.watched))
    visit(
        Api({"next": following(500), "results": [article(id=1)]}, {"next": None, "results": [article(id=2)]}), turn=turn
    )
    assert turn.reads == [True, True]
    wanted = launches.Launch("artemis-3", ("Artemis III",), search=True)
    api = Api({"results": [row()]}, {"results": []})
    visit(api, LIBRARY, turn=turn, launches=(wanted,))
    assert len(api.asked) == 2  # the second is the search for what the first did not bring
    assert turn.reads == [True] * 4


def test_a_page_that_is_missing_is_asked_for_again_with_all_the_others() -> None:
    api = Api({"next": following(500), "results": [article(id=1)]}, then=503)
    harvest = visit(api)
    assert harvest.items == ()
    assert harvest.state.trouble is not None
    assert harvest.state.trouble.code == "http-503"
    assert not harvest.state.fetched_once  # the next visit is a first one again


@pytest.mark.parametrize("next_page", [
    "https://elsewhere.example/v4/articles/", "http://127.0.0.1/", "file:///etc/passwd", 5, ["x"], "//x", "x" * 3000,
    "https://api.spaceflightnewsapi.net:8443/v4/",
])  # fmt: skip
def test_an_answer_names_no_other_host_to_go_to(next_page: object) -> None:
    api = Api({"next": next_page, "results": [article()]})
    assert visit(api).items
    assert len(api.asked) == 1


def test_a_next_that_leads_in_a_circle_ends() -> None:
    here = following(500)
    api = Api(*[{"next": here, "results": [article(id=n)]} for n in range(30)])
    visit(api)
    assert len(api.asked) == 2


def test_every_mission_of_the_user_is_searched_for() -> None:
    missions = (replace(seeding.load().missions[0], id="luna-26", names={"en": "Luna 26"}, origin="user"),)
    sources = catalogue.with_searches(catalogue.load(), missions)
    (own,) = [s for s in sources if s.id == "snapi-luna-26"]
    assert dict(parse_qsl(urlsplit(own.url).query))["search"] == "Luna 26"
    assert own.url.startswith("https://api.spaceflightnewsapi.net/v4/articles/?")
    assert (own.adapter, own.enabled, own.tier) == ("snapi", True, Tier.OTHER)
    assert catalogue.with_searches(sources, missions) == sources
    quiet = tuple(replace(s, enabled=False) for s in catalogue.load())
    assert catalogue.with_searches(quiet, missions) == quiet
    assert catalogue.with_searches(catalogue.load(), seeding.load().missions) == catalogue.load()


@given(st.sampled_from(sorted(article())), json_values)
def test_any_article_is_no_crash(field: str, value: object) -> None:
    news(article(**{field: value}), value)


@real
def test_the_articles_of_april() -> None:
    path = SAMPLES / "snapi_v4_articles_2026-04-16_first3.json"
    found = newsapi.parse(NEWS, path.read_bytes(), base=NEWS.url, content_type="", now=NOW).items
    assert [(i.outlet, i.published_at) for i in found] == [
        ("SpaceNews", datetime(2026, 4, 16, 10, tzinfo=UTC)),
        ("ESA", datetime(2026, 4, 16, 7, 34, tzinfo=UTC)),
        ("NASASpaceflight", datetime(2026, 4, 15, 22, 13, 37, tzinfo=UTC)),
    ]
    assert not any("appeared first" in i.text for i in found)
