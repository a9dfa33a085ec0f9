"""The values that cross floors. Immutable; every instant is aware UTC, every `..._on` is a calendar day.

The walk they take:

    Source -> Item -> Claim -> Testimony -> Change -> Alert
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from enum import StrEnum

from tracker.edtf import Window


class Tier(StrEnum):
    """How near a source stands to the fact. Agencies and databases can confirm alone."""

    AGENCY = "agency"
    DATABASE = "database"
    STATE_MEDIA = "state-media"
    TRADE_PRESS = "trade-press"
    PRESS = "press"
    OTHER = "other"


class Status(StrEnum):
    """Where a milestone stands, whenever it is."""

    PLANNED = "planned"
    ON_HOLD = "on-hold"
    ACHIEVED = "achieved"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Modality(StrEnum):
    """How an item means a claim: as plan or fact, as a possibility, or as a date that no longer holds."""

    ASSERTED = "asserted"
    SPECULATIVE = "speculative"
    SUPERSEDED = "superseded"


class Confidence(StrEnum):
    """How surely a claim was read; a weak one waits for the user."""

    FIRM = "firm"
    WEAK = "weak"


class ChangeKind(StrEnum):
    """How a milestone's position moved; `firmed`: its window became narrower inside the old one."""

    NEW = "new"
    SLIPPED = "slipped"
    ADVANCED = "advanced"
    FIRMED = "firmed"
    ON_HOLD = "on-hold"
    RESUMED = "resumed"
    ACHIEVED = "achieved"
    FAILED = "failed"
    CANCELLED = "cancelled"
    REINSTATED = "reinstated"
    CORRECTED = "corrected"
    MOVED_TO_MISSION = "moved-to-mission"


class Standing(StrEnum):
    """How well a change is proved: one outlet; an agency or two outlets; contradicted; the user's own word."""

    REPORTED = "reported"
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"
    OVERRIDDEN = "overridden"


class Verdict(StrEnum):
    """What a user says of a testimony or change."""

    ACCEPT = "accept"
    REJECT = "reject"
    OVERRIDE = "override"
    UNDO = "undo"


MILESTONES = (
    "delivery", "rollout", "launch", "lunar-orbit", "docking", "landing",
    "surface-ops", "sample-collection", "ascent", "return",
)  # fmt: skip
"""Every milestone id, in the order in which a mission goes through them."""


# --- the world as data -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mission:
    """A mission as a seed or the user describes it. `names` and `aliases` are per language ("en", "zh")."""

    id: str
    names: Mapping[str, str]
    aliases: Mapping[str, tuple[str, ...]]
    agency: str
    programme: str
    side: str  # "china" or "us" or another id of [[side]] in the seeds
    milestones: tuple[str, ...]  # ids, in the order they happen
    origin: str = "user"  # "report", "team" or "user"
    about: Mapping[str, str] = field(default_factory=dict)  # one plain sentence per language
    lane: bool = True  # has a lane on the Race page; relay satellites, say, are read but not drawn

    def name(self, language: str = "en") -> str:
        """The display name in a language, English where there is none."""
        return self.names.get(language) or self.names.get("en") or self.id


@dataclass(frozen=True, slots=True)
class Race:
    """Milestones that compete for one goal, each as (mission id, milestone id)."""

    id: str
    names: Mapping[str, str]
    contenders: tuple[tuple[str, str], ...]
    origin: str = "team"


# --- what was heard ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Source:
    """One feed, list page or database of the catalogue. `zone` is the IANA zone of dates that give none."""

    id: str
    name: str
    url: str
    tier: Tier
    adapter: str = "feed"
    language: str | None = None
    zone: str = "UTC"
    interval_minutes: int = 60
    enabled: bool = True
    outlet: str = ""  # who speaks, where several sources are one outlet (all of NASA's feeds); empty: the name
    carries: tuple[str, ...] = ()  # programmes it can be relied on to speak of: when all such agencies fail, it is said
    backfill: str = "ask"  # its past, page by page: "auto" after the first visit, "ask" when the user wants it, "never"
    origin: str = "team"
    muted: bool = False  # read and shown, but it counts for nothing in telling
    user_agent: str = ""  # the name to ask under; empty: the program's own
    auth: str = ""  # "basic", "bearer" or "token": how the server wants to be shown a secret
    user: str = ""  # the user name, for "basic"
    keyring: str = ""  # where the secret lies in the keyring, never the secret itself; empty: under the id
    stand_in: str = ""  # an address of the Spaceflight News API that has its articles when it blocks us

    @property
    def speaker(self) -> str:
        """The outlet: for counting independent voices, and to be shown."""
        return self.outlet or self.name


@dataclass(frozen=True, slots=True)
class Item:
    """One article as it was fetched: plain text only, capped, never edited. An edited item is a new revision."""

    id: str  # stable: hash of source id and the feed's own key
    source: str  # source id
    outlet: str  # who speaks
    tier: Tier
    url: str
    published_at: datetime | None  # aware UTC; None where the source gives only a day or nothing
    published_on: date | None  # the day in the source's own zone: what "today" in the text means
    language: str | None  # as the source says; the reader decides for itself
    title: str
    text: str
    digest: str = ""  # of the normalised title and text: tells revisions apart
    undated: bool = False  # no date of its own: only absolute dates are read
    flags: tuple[str, ...] = ()  # what was odd: "clamped-date", "recovered"

    @property
    def moment(self) -> datetime | None:
        """When it is from, aware UTC: the start of its day where that is all it gives; None without a date."""
        if self.published_at is not None:
            return self.published_at
        return datetime.combine(self.published_on, time(), UTC) if self.published_on else None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact words a claim rests on: `quote == getattr(item, field)[start:end]`."""

    field: str  # "title" or "text"
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What one item says of one milestone. `window` is None where no date is given."""

    mission: str
    milestone: str
    status: Status
    window: Window | None
    modality: Modality
    evidence: Evidence
    confidence: Confidence = Confidence.FIRM
    rules: tuple[str, ...] = ()  # ids of the rules that spoke

    @property
    def when(self) -> str:
        """EDTF text, empty where no date is given."""
        return self.window.edtf if self.window else ""


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything the reader says of one item. `language` is None when it could not tell; `read` is False without a pack."""

    item: str
    language: str | None
    read: bool
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Testimony:
    """A claim with who said it, where and when: what the ledger weighs. Never edited."""

    id: str  # stable hash of item, revision and claim
    claim: Claim
    item: str
    revision: int
    source: str
    outlet: str
    tier: Tier
    url: str
    said_on: date | None  # the item's day; None where the item has none
    heard_at: datetime  # when this program learned of it, aware UTC
    story: str  # fingerprint of the normalised text: the same wire text counts once
    baseline: bool = False  # from the seed or a source's first fetch: history, never an alert of its own

    @property
    def day(self) -> date:
        """The day it counts from: said, else heard."""
        return self.said_on or self.heard_at.date()


# --- what is believed --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Position:
    """What is believed of a milestone. `window` None: no date known."""

    status: Status
    window: Window | None

    @property
    def when(self) -> str:
        return self.window.edtf if self.window else ""


@dataclass(frozen=True, slots=True)
class Change:
    """A move of a milestone's accepted position, with all that carries it."""

    id: str  # stable: the same move keeps its id when more support arrives or history is read again
    mission: str
    milestone: str
    kind: ChangeKind
    before: Position | None
    after: Position
    on: date  # the day it was first said
    standing: Standing
    carried_by: tuple[str, ...]  # testimony ids that prove it, best first
    also_said_by: tuple[str, ...] = ()  # repeats and coarser restatements
    against: tuple[str, ...] = ()  # testimonies that disagree
    moved_to: str | None = None  # mission id, for moved-to-mission
    baseline: bool = False  # known before the app began to watch: shown as history, never announced by itself
    why: tuple[str, ...] = ()  # ids of the ledger's rules that decided
    settled_on: date | None = None  # the day its standing was reached: confirmed, or given up ("returned" in `why`)

    @property
    def key(self) -> tuple[str, str]:
        return self.mission, self.milestone


@dataclass(frozen=True, slots=True)
class MilestoneState:
    """The accepted position of one milestone on a day, folded from the ledger."""

    mission: str
    milestone: str
    position: Position
    standing: Standing
    since: date
    change: str  # id of the change that put it there
    previous: Position | None = None  # the position before the last move
    against: tuple[str, ...] = ()
    overtaken_by: MilestoneState | None = (
        None  # an earlier step that leaves no room for this date; nobody gave a new one
    )

    @property
    def key(self) -> tuple[str, str]:
        return self.mission, self.milestone


@dataclass(frozen=True, slots=True)
class Held:
    """A testimony that the gate keeps aside, with the reason; it waits in Review."""

    testimony: str
    mission: str
    milestone: str
    reason: str  # a reason id of the gate, put into words by wording
    on: date


@dataclass(frozen=True, slots=True)
class Decision:
    """The user's word; an entry like any other. `target` is a testimony, change or decision id."""

    id: str
    at: datetime
    verdict: Verdict
    target: str
    mission: str
    milestone: str
    position: Position | None = None  # for OVERRIDE the user's own; else what was judged, so that it can be named later
    note: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """One mission's ledger folded: its changes in order, where each milestone stands, what is kept aside."""

    mission: str
    changes: tuple[Change, ...] = ()
    states: tuple[MilestoneState, ...] = ()
    held: tuple[Held, ...] = ()


@dataclass(frozen=True, slots=True)
class Alert:
    """Words for a notification and what became of the telling. Stored before it is told."""

    id: str  # of the change (so that a later word on it replaces the earlier popup) or of the digest
    title: str
    body: str
    changes: tuple[str, ...]  # change ids; more than one: a digest
    created_at: datetime
    told_at: datetime | None = None


# --- how the sources are ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a source gave nothing, in words a person can read. `code` is stable: refused, timeout, http-503, not-a-feed..."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class SourceState:
    """What is remembered of a source between polls. Instants are aware UTC."""

    source: str
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    last_attempt_at: datetime | None = None
    last_success_at: datetime | None = None
    next_due_at: datetime | None = None
    newest_item_at: datetime | None = None
    failures: int = 0  # in a row
    trouble: Trouble | None = None
    moved_to: str | None = None  # a permanent redirect's target and how often it was seen in a row
    moved_seen: int = 0
    fetched_once: bool = False  # False: the next fetch is the silent baseline
    last_full_at: datetime | None = None  # last fetch without validators
    final_url: str | None = None  # where the validators are from: they are sent to this address only
    blocked_until: datetime | None = None  # left alone until then; meanwhile its stand-in is asked
    login_trouble: str = ""  # a code: why it was last asked without the secret it has
    login_refused_at: datetime | None = None  # when its secret was last refused


@dataclass(frozen=True, slots=True)
class Harvest:
    """What one visit to a source brought."""

    source: Source
    state: SourceState
    items: tuple[Item, ...] = ()
    unchanged: bool = False
    readings: tuple[Reading, ...] = ()  # of items that state their claims themselves (a database row): not read again
    facts: tuple[tuple[str, str], ...] = ()  # what the next visit should know, kept with this one


@dataclass(frozen=True, slots=True)
class SourceReport:
    """One source's part of a poll."""

    source: str
    name: str
    outcome: str  # "new", "unchanged", "failed"
    items_seen: int = 0
    items_new: int = 0
    claims: int = 0
    changes: int = 0
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class PollReport:
    """What a poll did."""

    started_at: datetime
    finished_at: datetime
    sources: tuple[SourceReport, ...] = ()
    changes: tuple[Change, ...] = ()
    alerts: tuple[Alert, ...] = ()
    offline: bool = False  # no host could be reached at all: no source's fault, and no source is charged with it

    @property
    def all_failed(self) -> bool:
        """True when at least one source was asked and none gave an answer."""
        return bool(self.sources) and all(s.outcome == "failed" for s in self.sources)
