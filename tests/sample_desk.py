"""A rich desk of invented news and true dates, in memory: for the window's tests and for looking at it.

Every sentence is our own. The answers are built from one table of moves the way the real front builds them from the
ledger, only simpler.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any, NamedTuple

from tracker import seeding
from tracker.edtf import parse_optional
from tracker.mission_file import ident as ident_of
from tracker.model import (
    MILESTONES,
    Change,
    ChangeKind,
    Decision,
    Held,
    Item,
    MilestoneState,
    Mission,
    Position,
    Source,
    SourceState,
    Standing,
    Status,
    Tier,
    Trouble,
    Verdict,
)
from tracker.reading import Reader
from tracker.reading.preview import matches, preview
from tracker.seeding import World
from tracker.ui.care import Outcome
from tracker.views import (
    NO_LOGIN,
    Article,
    ArticleRow,
    BackfillView,
    Board,
    ChangeView,
    Counts,
    FeedItem,
    FeedList,
    FeedPreview,
    HeldView,
    Lane,
    Lead,
    Listed,
    LoginEntry,
    MarkedClaim,
    MissionPreview,
    NewSource,
    Next,
    Proof,
    SourceView,
    Story,
    Trend,
    TrendPoint,
)

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 14, 12, tzinfo=UTC)


class Move(NamedTuple):
    """One line of the table. In `text` the quoted words stand between [ and ]."""

    mission: str
    milestone: str
    on: str
    status: str
    when: str
    kind: str
    standing: str
    outlet: str
    tier: str
    url: str
    title: str
    text: str
    also: tuple[str, ...] = ()
    against: tuple[tuple[str, str, str], ...] = ()  # outlet, url, text with [quote]
    moved_to: str | None = None


NASA = ("NASA", "agency", "https://www.nasa.gov/artemis-re-plan/")
CMSA = ("CMSA", "agency", "https://www.cmse.gov.cn/xwzx/")
CNSA = ("CNSA", "agency", "https://www.cnsa.gov.cn/english/")
LL2 = ("Launch Library", "database", "https://ll.thespacedevs.com/2.3.0/launches/")
PRESS = ("SpaceNews", "trade-press", "https://spacenews.com/lander-delays/")

MOVES = (
    Move("artemis-2", "launch", "2024-12-05", "planned", "2026-04", "slipped", "confirmed", *NASA,
         "Agency sets new dates for two Artemis flights",
         "After a long look at the heat shield the agency moves the first crewed flight: [Artemis II now targets April 2026], "
         "and the landing mission follows a year later.", ("SpaceNews", "Ars Technica")),
    Move("artemis-3", "launch", "2024-12-05", "planned", "2027-05/2027-08", "slipped", "confirmed", *NASA,
         "Agency sets new dates for two Artemis flights",
         "With the capsule's life support still in test, [Artemis III is now planned for mid-2027], the agency says.",
         ("SpaceNews", "Xinhua")),
    Move("artemis-3", "landing", "2024-12-05", "planned", "2027-05/2027-08", "slipped", "confirmed", *NASA,
         "Agency sets new dates for two Artemis flights",
         "The crew of [Artemis III will land at the south pole in mid-2027] instead of 2026.", ("SpaceNews",)),
    Move("chang-e-7", "launch", "2025-02-11", "planned", "2026-08", "firmed", "confirmed", *CNSA,
         "Flight model of Chang'e 7 enters its last tests",
         "The probe is in its last round of tests; [Chang'e 7 is to be launched in August 2026] from Wenchang.",
         ("CGTN", "Xinhua")),
    Move("chang-e-7", "landing", "2025-02-11", "planned", "2026-08/2026-09", "firmed", "reported",
         "CGTN", "state-media", "https://www.cgtn.com/tech", "South pole probe passes a milestone",
         "If all goes to plan, [the lander touches down within weeks of its August launch], its designers say."),
    Move("chang-e-8", "launch", "2025-04-24", "planned", "2029", "slipped", "reported", *PRESS,
         "Lunar base forerunner takes another year",
         "Speaking at a conference, a deputy designer said that [Chang'e 8 will fly around 2029], a year later than first "
         "planned."),
    Move("artemis-2", "launch", "2025-09-23", "planned", "2026-02/2026-04", "firmed", "confirmed", *NASA,
         "Crewed flight around the Moon could come sooner",
         "Teams are working towards a first chance in February: [Artemis II no later than April 2026].", ("Ars Technica",)),
    Move("china-crewed-landing", "launch", "2025-10-30", "planned", "../2030", "new", "confirmed", *CMSA,
         "Crewed lunar programme is on schedule",
         "The rocket, the ship and the lander are being tested; [people are to be sent to the Moon by 2030].", ("CGTN",)),
    Move("artemis-3", "docking", "2026-02-27", "planned", "2027", "new", "confirmed", *NASA,
         "Agency re-plans third Artemis flight",
         "The third flight changes its task: [Artemis III will practise docking with the landers in low Earth orbit in 2027].",
         ("SpaceNews", "Ars Technica")),
    Move("artemis-3", "launch", "2026-02-27", "planned", "2027", "corrected", "confirmed", *NASA,
         "Agency re-plans third Artemis flight",
         "The flight itself stays in the calendar: [Artemis III will launch in 2027], the agency says.", ("SpaceNews",)),
    Move("artemis-3", "landing", "2026-02-27", "cancelled", "", "moved-to-mission", "confirmed", *NASA,
         "Agency re-plans third Artemis flight",
         "No crew will go down on this flight: [the first landing moves to Artemis IV].", ("SpaceNews",),
         moved_to="artemis-4"),
    Move("artemis-4", "landing", "2026-02-27", "planned", "2028", "firmed", "confirmed", *NASA,
         "Agency re-plans third Artemis flight",
         "The landing is now the task of the flight after it: [Artemis IV, now planned for 2028].", ("SpaceNews",)),
    Move("artemis-4", "launch", "2026-03-18", "planned", "2028-01/2028-04", "firmed", "reported", *PRESS,
         "Core stage for the landing flight takes shape",
         "The stage leaves the factory next year, which fits a plan that has [Artemis IV fly in early 2028]."),
    Move("artemis-2", "launch", "2026-04-01", "achieved", "2026-04-01", "achieved", "confirmed", *NASA,
         "Four people are on their way around the Moon",
         "At 18:35 the rocket rose from its pad: [Artemis II launched on 1 April 2026] with a crew of four.",
         ("SpaceNews", "BBC", "Xinhua")),
    Move("chang-e-7", "delivery", "2026-04-09", "achieved", "2026-04-09", "achieved", "confirmed", *CNSA,
         "Chang'e 7 arrives at Wenchang",
         "[The Chang'e 7 probe arrived at the launch site on 9 April 2026] and goes through its final tests there.", ("CGTN",)),
    Move("artemis-2", "return", "2026-04-10", "achieved", "2026-04-10", "achieved", "confirmed", *NASA,
         "Crew back from the Moon",
         "The capsule came down off the coast: [Artemis II splashed down on 10 April 2026].", ("BBC",)),
    Move("chang-e-7", "launch", "2026-08-10", "planned", "2026-08-24", "firmed", "confirmed", *LL2,
         "Long March 5 | Chang'e 7", "[Chang'e 7, 24 August 2026, Go for launch]", ("Spaceflight Now",)),
    Move("chang-e-7", "launch", "2026-08-21", "planned", "2026-08-25", "slipped", "reported", *LL2,
         "Long March 5 | Chang'e 7", "[Chang'e 7, 25 August 2026, Go for launch]"),
    Move("chang-e-7", "launch", "2026-08-23", "on-hold", "", "on-hold", "disputed", *CMSA,
         "嫦娥七号任务不能在今年预定窗口实施",
         "两家机构今天宣布，[嫦娥七号不具备发射条件，无法在今年的窗口发射]，新的日期另行公布。", ("Xinhua", "SpaceNews"),
         (("Launch Library", "https://ll.thespacedevs.com/2.3.0/launches/", "[Chang'e 7, 25 August 2026, Go for launch]"),)),
    Move("chang-e-7", "landing", "2026-08-23", "on-hold", "", "on-hold", "confirmed", *CMSA,
         "嫦娥七号任务不能在今年预定窗口实施", "随着发射推迟，[着陆时间也将重新确定]。", ("Xinhua",)),
    Move("artemis-3", "launch", "2026-11-20", "planned", "2027-09/..", "slipped", "reported", *PRESS,
         "Docking test slides towards autumn",
         "Two people close to the programme say that [Artemis III will fly no earlier than September 2027], because one of the "
         "landers needs a second fuelling test."),
    Move("artemis-3", "rollout", "2026-11-21", "planned", "2027-07", "new", "confirmed", *NASA,
         "Ground crews plan for the next stack",
         "The stack leaves the assembly hall in summer: [Artemis III rolls out in July 2027].", ("Spaceflight Now",)),
)  # fmt: skip

SOURCES = (
    ("nasa-artemis", "NASA Artemis", "https://www.nasa.gov/missions/artemis/feed/", Tier.AGENCY, "fine", 2, 24, 214, 31, 9),
    ("nasa-news", "NASA news releases", "https://www.nasa.gov/news-release/feed/", Tier.AGENCY, "fine", 5, 24, 188, 17, 4),
    ("cnsa", "CNSA 国家航天局", "https://www.cnsa.gov.cn/english/", Tier.AGENCY, "failing", 74, 12, 214, 31, 6),
    ("cmsa", "CMSA 中国载人航天", "https://www.cmse.gov.cn/xwzx/", Tier.AGENCY, "fine", 216, 41, 96, 12, 3),
    ("ll2", "Launch Library 2", "https://ll.thespacedevs.com/2.3.0/launches/", Tier.DATABASE, "fine", 1, 52, 340, 122, 5),
    ("spacenews", "SpaceNews", "https://spacenews.com/feed/", Tier.TRADE_PRESS, "fine", 4, 48, 1204, 64, 3),
    ("spaceflight-now", "Spaceflight Now", "https://spaceflightnow.com/feed/", Tier.TRADE_PRESS, "fine", 1, 48, 803, 40, 1),
    ("cgtn", "CGTN Tech & Sci", "https://www.cgtn.com/subscribe/rss/section/tech-sci.xml", Tier.STATE_MEDIA, "fine", 6, 48,
     990, 22, 1),
    ("planetary", "Planetary Society", "https://www.planetary.org/rss/articles", Tier.PRESS, "stale", 984, 120, 61, 4, 0),
    ("ars", "Ars Technica Space", "https://arstechnica.com/space/feed/", Tier.PRESS, "fine", 9, 55, 512, 21, 0),
    ("raumfahrt", "Raumfahrer.net", "https://www.raumfahrer.net/feed/", Tier.OTHER, "waiting", 0, 3, 0, 0, 0),
    ("blog", "Moon Notes", "http://moon-notes.example/rss", Tier.OTHER, "off", 4000, 0, 12, 0, 0),
    ("payload", "Payload", "https://payloadspace.com/feed/", Tier.TRADE_PRESS, "off", 0, 0, 0, 0, 0),
    ("csa", "Canadian Space Agency", "https://www.asc-csa.gc.ca/rss/default_eng.xml", Tier.AGENCY, "off", 0, 0, 0, 0, 0),
)  # fmt: skip
LISTED = (
    Listed("Moon Notes", "http://moon-notes.example/feed", "new"),
    Listed("Far Side Journal", "https://farside.example/rss.xml", "new", tier=Tier.PRESS),
    Listed("NASA Artemis", "https://www.nasa.gov/missions/artemis/feed/", "followed", "NASA Artemis"),
    Listed("Old Wire", "https://old-wire.example/rss", "rejected", "It still answers, but with news of 2017"),
    Listed("Odd", "javascript:alert(1)", "not-web"),
)
OWN_SOURCES, OFFERED_SOURCES = ("raumfahrt", "blog"), ("payload", "csa")
PASTS = {"spacenews": BackfillView("spacenews", "running", 4, date(2025, 3, 2)), "ars": BackfillView("ars", "none")}

EXTRA_TEXT = (
    "The agency said on Friday that Artemis III will stay in Earth orbit and practise docking with one or both landers in "
    "2027. The first landing moves to the flight after it, Artemis IV, now planned for 2028. When the programme was set up, "
    "Artemis III was meant to land in 2024. An auditor had warned that the date could slip past 2028. 🚀\n\n"
    "<b>Nobody</b> was surprised: the ship that has to land has not yet been fuelled in orbit, and the suits are late."
)
EXTRA_CLAIMS = (
    ("artemis-3", "landing", "cancelled", "", "asserted", "Artemis III will stay in Earth orbit", "accepted",
     "The agency speaks; the words re-scope the flight."),
    ("artemis-3", "docking", "planned", "2027", "asserted", "practise docking with one or both landers in 2027", "repeat",
     "Said before: NASA, 27 Feb 2026."),
    ("artemis-4", "landing", "planned", "2028", "asserted", "Artemis IV, now planned for 2028", "accepted",
     "A plan of its own; the nearest mission owns the date."),
    ("artemis-3", "landing", "planned", "2024", "superseded", "Artemis III was meant to land in 2024", "kept",
     "History: “was meant to”."),
    ("artemis-4", "landing", "planned", "2028/..", "speculative", "could slip past 2028", "kept",
     "Speculation by an outside auditor: “could”."),
)  # fmt: skip


def ident(*parts: str) -> str:
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:12]


def marked(text: str) -> tuple[str, int, int]:
    """A text with [quoted words] as (text, start, end)."""
    start, end = text.index("["), text.index("]")
    return text[:start] + text[start + 1 : end] + text[end + 1 :], start, end - 1


class SampleMissions:
    """The part of the desk that edits missions: previews over the sample's articles, remembers what it was asked."""

    def __init__(self, desk: SampleDesk) -> None:
        self._desk = desk
        self.kept: list[Mission] = []
        self.dropped: list[str] = []
        self.put: list[str] = []

    def new_id(self, name: str) -> str:
        return ident_of(name, [m.id for m in self._desk.missions])

    def shipped_ids(self) -> frozenset[str]:
        return self._desk.world.shipped_missions

    def preview(self, mission: Mission) -> MissionPreview:
        return preview(mission, self._desk.missions, [_as_item(a) for a in self._desk._articles()])

    def keep(self, mission: Mission) -> str:
        self.kept.append(mission)
        return "before"

    def drop(self, mission: str) -> str:
        self.dropped.append(mission)
        return "before"

    def put_back(self, text: str) -> None:
        self.put.append(text)


class SampleSources:
    """The part of the desk that edits sources: looks at an invented site, remembers what it was asked."""

    def __init__(self, desk: SampleDesk) -> None:
        self._desk = desk
        self.fixed = False
        self.looked_at: list[str] = []
        self.added: list[NewSource] = []
        self.changed: list[tuple[str, Mapping[str, Any]]] = []
        self.dropped: list[str] = []
        self.put: list[object] = []
        self.logins: list[LoginEntry] = []
        self.outcome = Outcome(True, "The server lets it in.")
        self.list = FeedList(LISTED)
        self.found: FeedPreview | None = None

    def look(self, pasted: str, stop: Event, login: LoginEntry = NO_LOGIN) -> FeedPreview:
        self.looked_at.append(pasted)
        self.logins.append(login)
        if self.found is not None:
            return self.found
        items = [_as_item(a) for a in self._desk._articles()][:8]
        reader = Reader(self._desk.missions)
        named = {i.id: [m.id for m in self._desk.missions if matches(m, [i])] for i in items}
        read = tuple(FeedItem(i, tuple(named[i.id]), reader.read(i).claims if named[i.id] else ()) for i in items)
        choices = (("http://moon-notes.example/feed", "Moon Notes"), ("http://moon-notes.example/comments", "Comments"))
        return FeedPreview(pasted, choices[0][0], "Moon Notes", read, 24, NOW - timedelta(days=1), choices=choices)

    def add(self, feeds: Sequence[NewSource]) -> tuple[tuple[str, ...], object]:
        self.added += feeds
        return tuple(f.name.lower() for f in feeds), "written"

    def change(self, source: str, fields: Mapping[str, Any]) -> object:
        self.changed.append((source, fields))
        return "written"

    def drop(self, source: str) -> object:
        self.dropped.append(source)
        return "written"

    def keep_secret(self, source: str, secret: str) -> str:
        return "keyring"

    def try_login(self, source: str, login: LoginEntry) -> Outcome:
        self.logins.append(login)
        return self.outcome

    def put_back(self, written: object) -> None:
        self.put.append(written)

    def read_list(self, path: Path) -> FeedList:
        return self.list

    def write_list(self, path: Path) -> int:
        self._desk.exports.append((path, "opml", False))
        return 9


def _as_item(article: Article) -> Item:
    """An article of the sample as the reader takes it."""
    row = article
    return Item(
        id=row.item, source="sample", outlet=row.outlet, tier=row.tier, url=row.url, published_at=None,
        published_on=row.published_on, language=None, title=row.title, text=row.text, digest=row.item,
    )  # fmt: skip


class SampleDesk:
    """A desk (tracker/ui/desk.py) over the table. It remembers what it was asked to do."""

    def __init__(self, world: World | None = None, *, today: date = TODAY, empty: bool = False) -> None:
        self._world = world or seeding.load()
        self._today = today
        self._moves = () if empty else MOVES
        self.empty = empty
        self.seen = False
        self.checking = False
        self.decisions: list[Decision] = []
        self.checks: list[str | None] = []
        self.backfills: list[tuple[str, bool]] = []  # source, asked for (True) or cancelled
        self.exports: list[tuple[Path, str, bool]] = []
        self.held_open = not empty
        self.boards_asked: list[date | None] = []
        self._views = self._fold()
        self.mission_desk = SampleMissions(self)
        self.source_desk = SampleSources(self)

    # --- the port -----------------------------------------------------------------------------------------------

    @property
    def world(self) -> World:
        return self._world

    @property
    def missions(self) -> Sequence[Mission]:
        return self._world.missions

    def today(self) -> date:
        return self._today

    def counts(self) -> Counts:
        views = self.sources()
        return Counts(
            unseen_changes=0 if self.seen else sum(1 for v in self.changes() if not v.seen),
            held=len(self.held()),
            sources_fine=sum(1 for v in views if v.health in ("fine", "waiting")),
            sources_on=sum(1 for v in views if v.health != "off"),
            sources_asked=sum(1 for v in views if v.health != "off" and v.state.last_attempt_at),
            failing=tuple(v for v in views if v.health == "failing"),
            last_check_at=None if self.empty else NOW - timedelta(minutes=5),
            next_check_at=None if self.empty else NOW + timedelta(minutes=25),
            checking=self.checking,
        )

    def board(self, as_of: date | None = None) -> Board:
        self.boards_asked.append(as_of)
        day = as_of or self._today
        views = [v for v in self._views if v.change.on <= day]
        states = self._states(views)
        lanes = tuple(
            Lane(
                mission,
                tuple(states[mission.id, m] for m in mission.milestones if (mission.id, m) in states),
                {m: self._points(views, mission.id, m)[:-1] for m in mission.milestones},
            )
            for mission in self.missions
            if mission.lane
        )
        trends = tuple(
            Trend(mission.id, m, mission.side, self._points(views, mission.id, m))
            for mission in self.missions
            for m in mission.milestones
            if mission.lane and m in ("launch", "landing") and self._points(views, mission.id, m)
        )
        real = [v.change for v in views if not v.change.baseline]
        return Board(
            day=day, today=self._today, nexts=tuple(self._next(side.id, states, day) for side in self._world.sides),
            last_change=max(real, key=lambda c: c.on, default=None),
            leads=tuple(Lead(r, None) for r in self._world.races[:1])
            + tuple(Lead(r, "artemis-4", 1, 1095) for r in self._world.races[1:]),
            lanes=lanes, trends=trends,
        )  # fmt: skip

    def changes(self, limit: int = 500) -> Sequence[ChangeView]:
        real = [v for v in self._views if not v.change.baseline]
        newest = sorted(real, key=lambda v: v.change.on, reverse=True)[:limit]
        return [replace(v, seen=self.seen or n >= 3) for n, v in enumerate(newest)]

    def change(self, ident: str) -> Change | None:
        return next((v.change for v in self._views if v.change.id == ident), None)

    def story(self, mission: str, milestone: str, as_of: date | None = None) -> Story:
        day = as_of or self._today
        views = [v for v in self._views if v.change.key == (mission, milestone) and v.change.on <= day]
        state = self._states(views).get((mission, milestone))
        held = tuple(h for h in self.held() if (h.held.mission, h.held.milestone) == (mission, milestone))
        return Story(self._world.mission(mission), milestone, state, tuple(reversed(views)), held)

    def held(self) -> Sequence[HeldView]:
        if not self.held_open:
            return []
        text, start, end = marked(
            "One commentator goes further and writes that [the crewed landing of Artemis IV will not come before 2032], "
            "without naming a source."
        )
        proof = Proof("t-held-1", "item-held-1", "Moon Notes", Tier.OTHER, "https://moon-notes.example/2032", date(2026, 11, 19),
                      "Four more years?", text, start, end, "planned", "2032/..")  # fmt: skip
        text, start, end = marked("The probe is on its way: [Chang'e 8 landed on 1 November 2026], the page says.")
        other = Proof("t-held-2", "item-held-2", "Moon Notes", Tier.OTHER, "https://moon-notes.example/landed", date(2026, 11, 2),
                      "Chang'e 8 is down", text, start, end, "achieved", "2026-11-01")  # fmt: skip
        return [
            HeldView(Held("t-held-1", "artemis-4", "landing", "far-move", date(2026, 11, 19)), proof),
            HeldView(Held("t-held-2", "chang-e-8", "landing", "before-earlier-step", date(2026, 11, 2)), other),
        ]

    def articles(self, query: str = "", limit: int = 500) -> Sequence[ArticleRow]:
        rows = [self._row(a) for a in self._articles()]
        words = query.lower().split()
        texts = {a.item: f"{a.title} {a.text}".lower() for a in self._articles()}
        return [r for r in rows if all(w in texts[r.item] for w in words)][:limit]

    def search(self, query: str, limit: int = 500) -> Sequence[ArticleRow]:
        return self.articles(query, limit)

    def article(self, item: str) -> Article | None:
        return next((a for a in self._articles() if a.item == item), None)

    def sources(self) -> Sequence[SourceView]:
        return [self._source(*line) for line in SOURCES]

    def mark_changes_seen(self) -> None:
        self.seen = True

    def decide(self, decision: Decision) -> None:
        self.decisions.append(decision)
        if decision.verdict is Verdict.UNDO:
            self.held_open = True
        elif decision.target.startswith("t-held"):
            self.held_open = False

    def new_decision_id(self) -> str:
        return f"decision-{len(self.decisions) + 1}"

    def request_check(self, source: str | None = None) -> None:
        self.checks.append(source)

    def request_backfill(self, source: str) -> None:
        self.backfills.append((source, True))

    def cancel_backfill(self, source: str) -> None:
        self.backfills.append((source, False))

    def export(self, path: Path, format: str = "csv", *, history: bool = False) -> None:  # noqa: A002
        self.exports.append((path, format, history))

    def notification_service(self) -> str:
        return "dunst shows the notifications."

    # --- built from the table -----------------------------------------------------------------------------------

    def _fold(self) -> list[ChangeView]:
        views = []
        before: dict[tuple[str, str], Position] = {}
        for testimony in self._world.testimonies:
            claim = testimony.claim
            after = Position(claim.status, claim.window)
            before[claim.mission, claim.milestone] = after
            change = Change(
                f"seed-{claim.mission}-{claim.milestone}", claim.mission, claim.milestone, ChangeKind.NEW, None, after,
                self._world.on, Standing.CONFIRMED, (testimony.id,), baseline=True,
            )  # fmt: skip
            item = next(i for i in self._world.items if i.id == testimony.item)
            proof = Proof(testimony.id, testimony.item, testimony.outlet, testimony.tier, testimony.url, testimony.said_on,
                          item.title, item.text, claim.evidence.start, claim.evidence.end)  # fmt: skip
            views.append(ChangeView(change, (proof,)))
        for move in self._moves:
            key = move.mission, move.milestone
            after = Position(Status(move.status), parse_optional(move.when))
            change = Change(
                ident(move.mission, move.milestone, move.on), move.mission, move.milestone, ChangeKind(move.kind),
                before.get(key), after, date.fromisoformat(move.on), Standing(move.standing), (f"t-{ident(*move[:3])}",),
                moved_to=move.moved_to,
            )  # fmt: skip
            before[key] = after
            views.append(
                ChangeView(
                    change,
                    (self._proof(move),),
                    tuple(self._also(move, o) for o in move.also),
                    tuple(self._against(move, *a) for a in move.against),
                )
            )
        return views

    def _proof(self, move: Move) -> Proof:
        text, start, end = marked(move.text)
        return Proof(
            f"t-{ident(*move[:3])}", self._item(move), move.outlet, Tier(move.tier), move.url, date.fromisoformat(move.on),
            move.title, text, start, end, move.status, move.when,
        )  # fmt: skip

    def _also(self, move: Move, outlet: str) -> Proof:
        return replace(self._proof(move), testimony=f"also-{outlet}", outlet=outlet, tier=Tier.PRESS)

    def _against(self, move: Move, outlet: str, url: str, text: str) -> Proof:
        plain, start, end = marked(text)
        return replace(
            self._proof(move), testimony=f"against-{outlet}", outlet=outlet, tier=Tier.DATABASE, url=url, context=plain,
            mark_start=start, mark_end=end,
        )  # fmt: skip

    def _item(self, move: Move) -> str:
        return f"item-{ident(move.outlet, move.on, move.title)}"

    def _states(self, views: Sequence[ChangeView]) -> dict[tuple[str, str], MilestoneState]:
        found = {}
        for view in views:
            c = view.change
            found[c.key] = MilestoneState(
                c.mission,
                c.milestone,
                c.after,
                c.standing,
                c.on,
                c.id,
                c.before,
                tuple(p.testimony for p in view.against),
            )
        return found

    def _points(self, views: Sequence[ChangeView], mission: str, milestone: str) -> tuple[TrendPoint, ...]:
        points = []
        for view in views:
            if view.change.key == (mission, milestone):
                window = view.change.after.window
                points.append(
                    TrendPoint(view.change.on, window.earliest if window else None, window.latest if window else None)
                )
        return tuple(points)

    def _next(self, side: str, states: dict[tuple[str, str], MilestoneState], day: date) -> Next:
        sides = {m.id: m.side for m in self.missions}
        open_states = [
            s for s in states.values()
            if sides[s.mission] == side and s.position.status is Status.PLANNED and s.position.window is not None
        ]  # fmt: skip
        best = min(open_states, key=lambda s: (s.position.window.middle, MILESTONES.index(s.milestone)), default=None)  # type: ignore[union-attr]
        if best is None or best.position.window is None:
            return Next(side, None)
        window = best.position.window
        least = (window.earliest - day).days if window.earliest else None
        most = (window.latest - day).days if window.latest else None
        return Next(side, best, least, most)

    def _articles(self) -> list[Article]:
        if self.empty:
            return []
        found: dict[str, Article] = {}
        for move in sorted(self._moves, key=lambda m: m.on, reverse=True):
            item = self._item(move)
            text, start, end = marked(move.text)
            if item in found:
                offset = len(found[item].text) + 1
                text, start, end = f"{found[item].text} {text}", start + offset, end + offset
            claim = MarkedClaim(f"t-{ident(*move[:3])}", move.mission, move.milestone, move.status, move.when, "asserted", "text",
                                start, end, "accepted", "The outlet speaks of a plan of its own.")  # fmt: skip
            earlier = found[item].claims if item in found else ()
            at = datetime.combine(date.fromisoformat(move.on), datetime.min.time(), UTC) + timedelta(
                hours=11, minutes=4
            )
            found[item] = Article(item, 1, 1, move.title, text, move.outlet, Tier(move.tier), move.url, at,
                                  date.fromisoformat(move.on), None, (*earlier, claim))  # fmt: skip
        claims = tuple(
            MarkedClaim(
                f"x-{n}",
                m,
                s,
                status,
                when,
                modality,
                "text",
                EXTRA_TEXT.index(q),
                EXTRA_TEXT.index(q) + len(q),
                v,
                why,
            )
            for n, (m, s, status, when, modality, q, v, why) in enumerate(EXTRA_CLAIMS)
        )
        extra = Article("item-extra", 2, 2, "Lander delays push first landing to 2028", EXTRA_TEXT, "SpaceNews", Tier.TRADE_PRESS,
                        "https://spacenews.com/lander-delays-push-first-landing/", datetime(2026, 2, 27, 18, 4, tzinfo=UTC),
                        date(2026, 2, 27), None, claims)  # fmt: skip
        german = Article("item-de", 1, 1, "Mondlandung rückt nach hinten", "Die Landung auf dem Mond verschiebt sich.",
                         "Raumfahrer.net", Tier.OTHER, "https://www.raumfahrer.net/mond", None, date(2026, 3, 2), "de")  # fmt: skip
        everything = [*found.values(), extra, german]
        return sorted(everything, key=lambda a: a.published_on or TODAY, reverse=True)

    def _row(self, article: Article) -> ArticleRow:
        accepted = sum(1 for c in article.claims if c.verdict == "accepted")
        return ArticleRow(article.item, article.title, article.outlet, article.published_at, article.published_on,
                          len(article.claims), accepted, article.not_read)  # fmt: skip

    def _source(self, key: str, name: str, url: str, tier: Tier, health: str, hours: int, minutes: int, items: int, claims: int,
                changes: int) -> SourceView:  # fmt: skip
        failing = health == "failing"
        if self.empty:
            return SourceView(Source(key, name, url, tier, enabled=health != "off"), SourceState(key), "waiting")
        state = SourceState(
            key, last_attempt_at=NOW - timedelta(minutes=5),
            last_success_at=None if health == "waiting" else NOW - timedelta(hours=8 if failing else 0, minutes=5),
            next_due_at=NOW + timedelta(minutes=minutes) if minutes else None,
            newest_item_at=NOW - timedelta(hours=hours) if hours else None, failures=3 if failing else 0,
            trouble=Trouble("http-503", "the server answers “503 Service Unavailable”") if failing else None,
        )  # fmt: skip
        source = Source(key, name, url, tier, enabled=health != "off", muted=key == "cgtn")
        shipped = None if key in OWN_SOURCES else replace(source, enabled=key not in OFFERED_SOURCES, muted=False)
        return SourceView(
            source, state, health, items, claims, changes, PASTS.get(key), 13 if key == "ll2" else None, shipped
        )
