"""What a page shows, as values. Built by the floors below the window (race, store); the window only draws them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from tracker.errors import TrackerError
from tracker.model import (
    Change,
    Claim,
    Decision,
    Held,
    Item,
    MilestoneState,
    Mission,
    Race,
    Source,
    SourceState,
    Tier,
    Trouble,
)


@dataclass(frozen=True, slots=True)
class Proof:
    """One testimony, ready to be shown: who, when, where, and the words in their surroundings.

    `context[mark_start:mark_end]` are the quoted words.
    """

    testimony: str
    item: str
    outlet: str
    tier: Tier
    url: str
    said_on: date | None
    title: str
    context: str
    mark_start: int
    mark_end: int
    status: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A change with its proofs."""

    change: Change
    proofs: tuple[Proof, ...] = ()
    also: tuple[Proof, ...] = ()
    against: tuple[Proof, ...] = ()
    seen: bool = True


@dataclass(frozen=True, slots=True)
class HeldView:
    """What waits in Review, with who said it."""

    held: Held
    proof: Proof


@dataclass(frozen=True, slots=True)
class Lead:
    """Who leads a race and by how many days, as an honest range; None where a window is open or unknown."""

    race: Race
    leader: str | None  # mission id; None: cannot be said
    least_days: int | None = None
    most_days: int | None = None


@dataclass(frozen=True, slots=True)
class Next:
    """The next milestone of a side, with the countdown as a range of days from the board's day."""

    side: str
    state: MilestoneState | None
    least_days: int | None = None
    most_days: int | None = None


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """From `on`, the milestone was believed to be in earliest..latest (None: no date)."""

    on: date
    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class Trend:
    """The milestone trend series of one milestone."""

    mission: str
    milestone: str
    side: str
    points: tuple[TrendPoint, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """A mission's line in the timeline: where its milestones stand, and the earlier windows of each (the ghosts)."""

    mission: Mission
    states: tuple[MilestoneState, ...]
    ghosts: dict[str, tuple[TrendPoint, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Board:
    """The Race page on a day."""

    day: date
    today: date
    nexts: tuple[Next, ...]
    last_change: Change | None
    leads: tuple[Lead, ...]
    lanes: tuple[Lane, ...]
    trends: tuple[Trend, ...]

    @property
    def is_today(self) -> bool:
        return self.day == self.today


@dataclass(frozen=True, slots=True)
class Story:
    """The inspector's content: one milestone, now and how we know. Newest change first."""

    mission: Mission
    milestone: str
    state: MilestoneState | None
    changes: tuple[ChangeView, ...] = ()
    held: tuple[HeldView, ...] = ()
    slips: str = ""  # how far it has moved so far, in words; empty where it has not
    decided: tuple[Decision, ...] = ()  # the user's decisions on it that hold, newest first


@dataclass(frozen=True, slots=True)
class MarkedClaim:
    """A claim marked in an article's stored text, and what became of it."""

    testimony: str
    mission: str
    milestone: str
    status: str
    when: str
    modality: str
    field: str
    start: int
    end: int
    verdict: str  # "accepted", "repeat", "kept" (not used: speculative, superseded, weak), "held"
    why: str  # in words


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """A line of the list of articles."""

    item: str
    title: str
    outlet: str
    published_at: datetime | None
    published_on: date | None
    claims: int
    changes: int
    not_read: str | None = None  # the language without a pack


@dataclass(frozen=True, slots=True)
class Article:
    """One stored article, whole."""

    item: str
    revision: int
    revisions: int
    title: str
    text: str
    outlet: str
    tier: Tier
    url: str
    published_at: datetime | None
    published_on: date | None
    not_read: str | None
    claims: tuple[MarkedClaim, ...] = ()


@dataclass(frozen=True, slots=True)
class BackfillView:
    """How far the past of a source has been fetched, page by page, back to June 2024."""

    source: str
    state: str  # "none" (never asked for), "waiting" (its turn comes), "running", "done", "cancelled", "failed"
    pages: int = 0  # fetched so far
    oldest: date | None = None  # the oldest day reached
    trouble: str = ""  # "failed": the code of why (troubles.words)

    @property
    def is_open(self) -> bool:
        """True while there is something to cancel."""
        return self.state in ("waiting", "running")


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source and how it is."""

    source: Source
    state: SourceState
    health: str  # "fine", "waiting" (never asked), "stale", "failing", "off"
    items: int = 0
    claims: int = 0
    changes: int = 0
    backfill: BackfillView | None = None  # None: this source has no past that can be asked for
    requests_left: int | None = None  # in this hour, where the server counts them (Launch Library); None: not counted
    shipped: Source | None = None  # as it comes with the program; None: the person's own

    @property
    def is_offered(self) -> bool:
        """Comes with the program, switched off, and nobody has switched it on."""
        return self.shipped is not None and not self.shipped.enabled and not self.source.enabled


@dataclass(frozen=True, slots=True)
class Counts:
    """The badges, and how the sources stand: those that are on, only they count."""

    unseen_changes: int = 0
    held: int = 0
    sources_fine: int = 0
    sources_on: int = 0
    sources_asked: int = 0  # at least once
    failing: tuple[SourceView, ...] = ()
    last_check_at: datetime | None = None
    next_check_at: datetime | None = None
    checking: bool = False
    offline: bool = False  # no network at all: one state, shown quietly; no source is failing for it


@dataclass(frozen=True, slots=True)
class MissionMatch:
    """A stored article that names a mission; `context[start:end]` is the name, `claims` what would be read of it."""

    item: str
    outlet: str
    published_on: date | None
    title: str
    context: str
    start: int
    end: int
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class MissionPreview:
    """What a mission that is being written would be found in. `matches` are the newest of `found`."""

    looked_at: int
    found: int
    matches: tuple[MissionMatch, ...] = ()
    taken: tuple[tuple[str, str], ...] = ()  # (name, id of another mission that has it too)
    short: tuple[str, ...] = ()  # names too short to stand for one thing
    fault: TrackerError | None = None  # why it cannot be saved as it is; None when it can


@dataclass(frozen=True, slots=True)
class FeedItem:
    """An entry of a feed that is not followed yet: which missions it names (their ids), and what would be read of it."""

    item: Item
    missions: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    not_read: str | None = None  # the language without a pack


@dataclass(frozen=True, slots=True)
class FeedPreview:
    """What stands behind an address a person pasted. `url` is the feed's; "" where there is none: `trouble` says why."""

    pasted: str
    url: str = ""
    title: str = ""
    items: tuple[FeedItem, ...] = ()  # the newest
    all_items: int = 0
    newest_at: datetime | None = None
    trouble: Trouble | None = None
    choices: tuple[tuple[str, str], ...] = ()  # (address, name) of every feed the page points to
    followed: str = ""  # the id of the source that is this feed already
    rejected: str = ""  # why it is on the reject list, in words
    is_stale: bool = False


@dataclass(frozen=True, slots=True)
class LoginEntry:
    """How a source is to be asked, as a person has entered it. `auth`: "", "basic" (with `user`) or "bearer".

    An empty `secret` means the one that is kept already; an empty `user_agent` the program's own name.
    """

    auth: str = ""
    user: str = ""
    secret: str = field(default="", repr=False)
    user_agent: str = ""


NO_LOGIN = LoginEntry()


@dataclass(frozen=True, slots=True)
class NewSource:
    """A feed to follow from now on."""

    name: str
    url: str
    tier: Tier
    interval_minutes: int = 60
    language: str | None = None
    login: LoginEntry = NO_LOGIN


@dataclass(frozen=True, slots=True)
class Listed:
    """A feed of a list that is to be imported. `state`: "new", "followed", "rejected" or "not-web"; `why` in words."""

    name: str
    url: str
    state: str
    why: str = ""
    tier: Tier = Tier.OTHER
    language: str | None = None


@dataclass(frozen=True, slots=True)
class FeedList:
    """A list of feeds as it was read; `more` beyond those that are read. `trouble`: a code, "" where it could be read."""

    feeds: tuple[Listed, ...] = ()
    more: int = 0
    trouble: str = ""
