"""Every document of ../shared/sources/samples, parsed by its adapter to the facts that folder's README lists, row by row.

Lines of real documents are only read from there; what is asserted here are dates, numbers and names.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.test_poll import Played
from tracker import house, poll
from tracker.model import ChangeKind, Harvest, Item, Reading, Source, Tier
from tracker.poll import Due
from tracker.sources import adapters, catalogue, launches, launchlibrary, listpage, newsapi, trial, wikidata
from tracker.sources.said import Answer
from tracker.store import Store

SAMPLES = Path(__file__).resolve().parents[2] / "shared" / "sources" / "samples"
HISTORY = SAMPLES / "ll2-history"
pytestmark = pytest.mark.skipif(not SAMPLES.exists(), reason="the real documents of ../shared/sources are not here")
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
BY_ID = {source.id: source for source in catalogue.load()}
LIBRARY = BY_ID["launch-library"]
CHANG_E_7 = "9d402fb6-9115-424d-b6f0-bd3b13ee310e"


def read(source: Source, name: str, now: datetime = NOW) -> tuple[tuple[Item, ...], tuple[Reading, ...]]:
    """A document read by the adapter of its source."""
    adapter = adapters.find(source)
    assert adapter is not None
    parsed = adapter.parse(source, (SAMPLES / name).read_bytes(), base=source.url, content_type="", now=now)
    return parsed.items, parsed.readings


# --- Launch Library


def test_chang_e_7_in_the_older_version() -> None:
    (launch, *notes), (reading,) = read(LIBRARY, "ll2_220_detailed_change7_2026-08-22.json")
    assert "Go for Launch" in launch.text  # the status
    assert "2026-08-25 00:30 UTC, known to the hour" in launch.text  # the instant and its precision
    assert "launch window 00:24 to 01:32 UTC" in launch.text
    (claim,) = reading.claims
    assert (claim.mission, claim.milestone, claim.status.value, claim.when) == (
        "chang-e-7", "launch", "planned", "2026-08-25",
    )  # fmt: skip
    assert len(notes) == 6
    for note in notes:
        assert note.text
        assert note.url.startswith("https://")
        assert note.published_on is not None
    assert {note.published_on for note in notes} >= {date(2026, 8, 22)}
    assert any("x.com" in note.url or "cmse" in note.url or "cnsa" in note.url for note in notes)


def changes_of(rows: list[dict[str, Any]]) -> list[tuple[str, ...]]:
    """What each row says: status as listed, instant as listed, what is known of it; repeats left out."""
    found = []
    for row in rows:
        item, reading = launchlibrary.launch(LIBRARY, row, "x", base=LIBRARY.url, now=NOW)
        (claim,) = reading.claims
        known = "to the " + item.text.partition("known to the ")[2].partition(",")[0].partition(")")[0]
        instant = item.text.rpartition("(")[2].partition(" UTC")[0] if " UTC" in item.text else ""
        found.append((row["status"]["abbrev"], instant, known, claim.when))
    return [row for before, row in pairwise([None, *found]) if row is not None and row != before]


CHANG_E_7_MOVES = [
    ("TBD", "", "to the month", "2026-08"),
    ("TBC", "2026-08-24 00:00", "to the hour", "2026-08-24"),
    ("Go", "2026-08-24 00:05", "to the hour", "2026-08-24"),
    ("Go", "2026-08-25 00:30", "to the hour", "2026-08-25"),
]
ARTEMIS_2_MOVES = [
    ("TBC", "2026-02-07 02:41", "to the minute"),
    ("TBC", "2026-02-09 04:20", "to the minute"),
    ("TBC", "2026-03-07 01:29", "to the minute"),
    ("TBC", "2026-03-03 22:30", "to the minute"),
    ("TBC", "2026-03-07 01:29", "to the minute"),  # back again
    ("TBC", "2026-04-01 22:24", "to the minute"),
    ("Go", "2026-04-01 22:24", "to the minute"),
    ("Go", "2026-04-01 22:24:00", "to the second"),
    ("In Flight", "2026-04-01 22:35:12", "to the second"),
    ("Success", "2026-04-01 22:35:12", "to the second"),
]


def test_the_whole_history_of_two_launches() -> None:
    rows = json.loads((SAMPLES / "ll2_history_change7_artemis2_2026.json").read_bytes())["rows"]

    def of(key: str) -> list[dict[str, Any]]:
        return [
            {"id": CHANG_E_7, "name": "Rocket | Launch", "net": row["net"], "last_updated": row["last_updated"]}
            | {
                name: dict(zip(("id", "name", "abbrev"), (int(row[name][0]), *row[name][1:]), strict=True))
                for name in ("status", "net_precision")
            }
            for row in rows
            if row["key"] == key
        ]

    assert changes_of(of("ce7")) == CHANG_E_7_MOVES
    assert [move[:3] for move in changes_of(of("art2"))] == ARTEMIS_2_MOVES


def captured(of: str) -> list[dict[str, Any]]:
    return [json.loads(path.read_bytes()) for path in sorted(HISTORY.glob(f"{of}__*.json"))]


def test_the_captured_rows_say_the_same_as_the_history() -> None:
    assert changes_of(captured("long-march-5-change-7")) == CHANG_E_7_MOVES
    found = [move[:3] for move in changes_of(captured("sls-block-1-artemis-ii"))]
    moves = iter(ARTEMIS_2_MOVES)
    assert all(move in moves for move in found)  # in order; not each was captured
    assert found[0] == ARTEMIS_2_MOVES[0]
    assert found[-1] == ARTEMIS_2_MOVES[-1]
    assert len(found) >= 7


def test_a_whole_answer_of_a_hundred_launches_holds_ours_alone() -> None:
    body = json.loads((HISTORY / "FULL_response_HEAD_launches.json").read_bytes())
    whole = json.dumps({"results": body["launches"]}).encode()
    parsed = launchlibrary.parse(LIBRARY, whole, base=LIBRARY.url, content_type="", now=NOW)
    assert len(body["launches"]) == 100
    assert [reading.claims[0].mission for reading in parsed.readings] == ["chang-e-7"]


class Days:
    """Launch Library as it was on each day: the captured rows, one visit after another."""

    def __init__(self, rows: list[dict[str, Any]]) -> None:
        self.rows, self.now = iter(rows), datetime(2026, 1, 1, tzinfo=UTC)

    def collect_all(self, due: list[Due]) -> Iterator[Harvest]:
        for source, state in due:
            row = next(self.rows)
            self.now = datetime.fromisoformat(row["last_updated"]) + timedelta(hours=1)
            body = json.dumps({"results": [row]}).encode()
            parsed = launchlibrary.parse(source, body, base=source.url, content_type="", now=self.now)
            seen = replace(state, fetched_once=True, last_attempt_at=self.now, next_due_at=self.now)
            launch = tuple(item for item in parsed.items if "note" not in item.flags)
            yield Harvest(source, seen, launch, readings=parsed.readings)


@pytest.mark.parametrize(
    ("of", "mission", "moves"),
    [
        (
            "long-march-5-change-7", "chang-e-7",
            [("firmed", "2026-08"), ("firmed", "2026-08-24"), ("slipped", "2026-08-25")],
        ),
        (
            "sls-block-1-artemis-ii", "artemis-2",
            [("slipped", "2026-02-06"), ("slipped", "2026-02-08"), ("slipped", "2026-03-06"), ("advanced", "2026-03-03"),
             ("slipped", "2026-04-01"), ("achieved", "2026-04-01")],
        ),
    ],
)  # fmt: skip
def test_the_history_replays_to_its_moves_through_the_ledger(
    of: str, mission: str, moves: list[tuple[str, str]], tmp_path: Path
) -> None:
    """The captured rows, visit by visit, through the real walk. Days are those of the launch site."""
    rows = captured(of)
    home = house.home(tmp_path, now=lambda: NOW, sources=[LIBRARY])
    days = Days(rows)
    with Store(home.paths.database) as store:
        route = replace(
            house.route(home, store, Played()),
            collect_all=days.collect_all,
            now=lambda: days.now,  # type: ignore[arg-type]
        )
        poll.start_from(route, home.world)
        for _ in rows:
            poll.run(route, [LIBRARY], everything=True)
        changes = [c for c in store.changes(mission) if c.milestone == "launch" and c.on > home.world.on]
    assert [(c.kind.value, c.after.when[:10]) for c in changes] == moves
    assert changes[-1].kind is not ChangeKind.NEW


def test_four_precisions_of_the_newer_version() -> None:
    rows = json.loads((SAMPLES / "ll2_230_upcoming_detailed_2026-09-09_4of.json").read_bytes())["results"]
    found = {}
    for row in rows:
        _, reading = launchlibrary.launch(LIBRARY, row, "x", base=LIBRARY.url, now=NOW)
        found[row["net_precision"]["name"]] = reading.claims[0].when
    assert found == {"Hour": "2026-09-10", "Month": "2026-09", "Quarter 4": "2026-36", "Year Half 2": "2026-41"}
    assert [row["net"][:10] for row in rows][2] == "2026-10-31"


def test_nine_precisions_and_a_coarse_one_is_never_a_day() -> None:
    nine = json.loads((SAMPLES / "ll2_precision_examples_2026-08-22.json").read_bytes())["by_precision"]
    assert len(nine) == 9
    for name, row in nine.items():
        item, reading = launchlibrary.launch(LIBRARY, row, "x", base=LIBRARY.url, now=NOW)
        window = reading.claims[0].window
        assert window is not None
        fine = name in ("Second", "Minute", "Hour", "Day")
        assert (window.days == 1) == fine, name
        assert (row["net"][:10] in item.text) == fine, name


@pytest.mark.parametrize(
    ("name", "count"), [("ll2_220_list_mode_2026-07-20.json", 10), ("ll2_220_detailed_first2_2026-07-20.json", 2)]
)
def test_untouched_answers_of_the_older_version(name: str, count: int) -> None:
    rows = launchlibrary.rows((SAMPLES / name).read_bytes())
    assert len(rows) == count
    for row in rows:
        item, reading = launchlibrary.launch(LIBRARY, row, "x", base=LIBRARY.url, now=NOW)
        assert reading.claims[0].window is not None
        assert row["name"].rpartition("|")[2].strip() in item.text
    assert read(LIBRARY, name) == ((), ())  # none of them is ours


def test_artemis_3_as_another_program_kept_it() -> None:
    """Not a raw answer: it has no precision, so its day is not believed."""
    row = json.loads((SAMPLES / "ll2_artemis3_normalised_2026-08-22.json").read_bytes())["launch"]
    assert launches.shipped_ids()[row["id"]] == "artemis-3"
    made = {"id": row["id"], "name": row["name"], "net": row["net"],
            "status": {"id": row["statusId"], "name": row["statusName"]}}  # fmt: skip
    item, reading = launchlibrary.launch(LIBRARY, made, "artemis-3", base=LIBRARY.url, now=NOW)
    assert reading.claims == ()
    assert "no date that is known" in item.text
    coarse = made | {"net_precision": {"id": 14, "name": "Year"}}
    (claim,) = launchlibrary.launch(LIBRARY, coarse, "artemis-3", base=LIBRARY.url, now=NOW)[1].claims
    assert claim.when == "2027"


def test_what_the_database_says_of_its_limits() -> None:
    class Throttle:
        def get(self, url: str, **_more: object) -> Answer:
            assert url == "https://ll.thespacedevs.com/2.3.0/api-throttle/"
            return Answer(200, url, (SAMPLES / "ll2_api_throttle.json").read_bytes())

    outcome = trial.token("", fetcher=Throttle(), source=LIBRARY)
    assert outcome.fine
    for fact in ("15", "an hour", "1631 seconds"):  # limit and use (both 15), period, wait
        assert fact in outcome.words


# --- the others


def test_three_articles_of_the_news_api() -> None:
    items, _ = read(BY_ID["snapi-launches"], "snapi_v4_articles_2026-04-16_first3.json")
    assert [(i.outlet, i.tier, i.published_at) for i in items] == [
        ("SpaceNews", Tier.TRADE_PRESS, datetime(2026, 4, 16, 10, tzinfo=UTC)),
        ("ESA", Tier.AGENCY, datetime(2026, 4, 16, 7, 34, tzinfo=UTC)),
        ("NASASpaceflight", Tier.TRADE_PRESS, datetime(2026, 4, 15, 22, 13, 37, tzinfo=UTC)),
    ]
    assert not any("appeared first" in item.text for item in items)
    body = (SAMPLES / "snapi_v4_articles_2026-04-16_first3.json").read_bytes()
    found = newsapi.parse(
        BY_ID["snapi-launches"], body, base="https://elsewhere.example/", content_type="", now=datetime.now(UTC)
    )
    assert found.following == ""


def test_four_items_of_space_com_in_spite_of_a_wrong_namespace() -> None:
    body = (SAMPLES / "rss_spacecom_feeds_2026-08-03_trimmed.xml").read_bytes()
    assert b"https://purl.org/dc" in body
    items, _ = read(BY_ID["space-com"], "rss_spacecom_feeds_2026-08-03_trimmed.xml", datetime(2026, 8, 4, tzinfo=UTC))
    assert len({item.id for item in items}) == 4
    assert all(item.published_at is not None and item.title and item.text for item in items)


def test_fifteen_rows_of_cmsa() -> None:
    items, _ = read(BY_ID["cmsa-zh"], "html_cmsa_zh_list_2026-10-05.html")
    assert len({item.id for item in items}) == 15
    assert all(item.published_on is not None and item.published_at is None and not item.undated for item in items)
    assert (items[0].published_on, items[-1].published_on) == (date(2026, 8, 28), date(2026, 5, 25))
    days = {item.published_on for item in items if "嫦娥七号" in item.title or "不能在今年" in item.title}
    assert date(2026, 8, 23) in days  # cannot fly in this year's window
    assert date(2026, 8, 19) in days  # the roll-out
    assert BY_ID["cmsa-zh"].zone == "Asia/Shanghai"


def test_the_notice_of_cmsa_is_a_change_without_a_new_date() -> None:
    """Read by the real reader: Chang'e 7 is not to fly in this year's window: not before the next, and no date is made up."""
    items, _ = read(BY_ID["cmsa-zh"], "html_cmsa_zh_list_2026-10-05.html")
    (notice,) = [item for item in items if "不能在今年预定窗口实施" in item.title]
    claims = house.reader().read(notice).claims
    assert {(claim.mission, claim.milestone) for claim in claims} == {("chang-e-7", "launch")}
    assert [claim.when for claim in claims] == ["2027/.."]  # not this year, and nothing more


def test_four_rows_and_an_article_of_cnsa() -> None:
    source = BY_ID["cnsa-zh"]
    items, _ = read(source, "html_cnsa_zh_list_2026-10-05.html")
    assert len({item.id for item in items}) == 4
    assert all(item.title and item.text and item.published_on for item in items)
    body = (SAMPLES / "html_cnsa_zh_detail_2026-10-05.html").read_bytes()
    article = listpage.with_article(source, items[0], body, now=NOW)
    assert article.published_on == date(2026, 9, 20)
    assert article.outlet == "CNSA"
    assert article.flags == ("from:中国的航天",)
    assert len(article.text) > 1.5 * len(items[0].text)
    assert article.text.endswith("。")


def test_two_launch_dates_of_wikidata_with_their_precision() -> None:
    body = (SAMPLES / "wikidata_sparql_launches_2026-09.json").read_bytes()
    assert [(line.name, line.precision, str(line.window)) for line in wikidata.lines(body)] == [
        ("Artemis III", 9, "2027"), ("Soyuz MS-30", 10, "2027-03"),
    ]  # fmt: skip
    (item,), (reading,) = read(BY_ID["wikidata"], "wikidata_sparql_launches_2026-09.json")
    (claim,) = reading.claims
    assert (claim.mission, claim.milestone, claim.when, claim.confidence.value) == (
        "artemis-3",
        "launch",
        "2027",
        "weak",
    )
    assert item.text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote
    assert item.tier is Tier.OTHER


def test_no_document_is_left_out() -> None:
    asserted = Path(__file__).read_text(encoding="utf-8")
    for path in sorted(SAMPLES.glob("*.*")):
        assert path.name in asserted or path.name == "README.md", path.name
    for path in HISTORY.glob("*.json"):
        known = ("FULL_response", "long-march-5-change-7", "sls-block-1-artemis-ii", "new-glenn-blue-moon-pathfinder")
        assert path.name.startswith(known), path.name


def test_a_lander_flight_of_its_own_is_no_launch_of_ours() -> None:
    (row,) = captured("new-glenn-blue-moon-pathfinder")
    body = json.dumps(row).encode()
    assert launchlibrary.parse(LIBRARY, body, base=LIBRARY.url, content_type="", now=NOW).readings == ()
