"""The tables, as numbered steps: `PRAGMA user_version` says how many of them a file has been through.

Items, readings, testimonies, withdrawals and decisions are kept for ever: triggers refuse to edit or delete them (with
`recursive_triggers` on, so that INSERT OR REPLACE does not slip past). One thing may go if the user wants it: the text
of an article that nothing was ever claimed from. Changes, held and the list of articles are
views folded from them and may be written anew at any time.
"""

from __future__ import annotations

from typing import Final

_FIRST: Final = """
CREATE TABLE items (
    number INTEGER PRIMARY KEY,
    item TEXT NOT NULL,
    revision INTEGER NOT NULL,
    source TEXT NOT NULL,
    outlet TEXT NOT NULL,
    tier TEXT NOT NULL,
    url TEXT NOT NULL,
    published_at TEXT,
    published_on TEXT,
    language TEXT,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    digest TEXT NOT NULL,
    undated INTEGER NOT NULL,
    flags TEXT NOT NULL,
    heard_at TEXT NOT NULL,
    UNIQUE (item, revision)
);
CREATE TABLE articles (  -- the newest revision of each item, in the order of the list
    item TEXT PRIMARY KEY,
    number INTEGER NOT NULL REFERENCES items (number),
    revision INTEGER NOT NULL,
    source TEXT NOT NULL,
    digest TEXT NOT NULL,
    sorted_at TEXT NOT NULL,
    not_read TEXT
) WITHOUT ROWID;
CREATE INDEX articles_by_time ON articles (sorted_at DESC);
CREATE INDEX articles_by_source ON articles (source);
CREATE VIRTUAL TABLE article_words USING fts5 (title, text, content = '', tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE testimonies (
    id TEXT PRIMARY KEY,
    item TEXT NOT NULL,
    revision INTEGER NOT NULL,
    mission TEXT NOT NULL,
    milestone TEXT NOT NULL,
    status TEXT NOT NULL,
    edtf TEXT NOT NULL,
    modality TEXT NOT NULL,
    confidence TEXT NOT NULL,
    field TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    quote TEXT NOT NULL,
    rules TEXT NOT NULL,
    source TEXT NOT NULL,
    outlet TEXT NOT NULL,
    tier TEXT NOT NULL,
    url TEXT NOT NULL,
    said_on TEXT,
    heard_at TEXT NOT NULL,
    story TEXT NOT NULL,
    baseline INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX testimonies_by_mission ON testimonies (mission, milestone);
CREATE INDEX testimonies_by_item ON testimonies (item);
CREATE INDEX testimonies_by_source ON testimonies (source);
CREATE TABLE withdrawals (testimony TEXT PRIMARY KEY, at TEXT NOT NULL, why TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE decisions (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    verdict TEXT NOT NULL,
    target TEXT NOT NULL,
    mission TEXT NOT NULL,
    milestone TEXT NOT NULL,
    status TEXT,
    edtf TEXT,
    note TEXT NOT NULL
);
CREATE INDEX decisions_by_mission ON decisions (mission);

CREATE TABLE changes (
    id TEXT PRIMARY KEY,
    mission TEXT NOT NULL,
    milestone TEXT NOT NULL,
    kind TEXT NOT NULL,
    before_status TEXT,
    before_edtf TEXT,
    status TEXT NOT NULL,
    edtf TEXT NOT NULL,
    said_on TEXT NOT NULL,
    settled_on TEXT,
    place INTEGER NOT NULL,  -- its place in the mission's history
    standing TEXT NOT NULL,
    carried_by TEXT NOT NULL,
    also_said_by TEXT NOT NULL,
    against TEXT NOT NULL,
    moved_to TEXT,
    baseline INTEGER NOT NULL,
    why TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX changes_by_mission ON changes (mission, place);
CREATE INDEX changes_by_day ON changes (said_on DESC);
CREATE TABLE carriers (testimony TEXT NOT NULL, change TEXT NOT NULL, role TEXT NOT NULL,
                       PRIMARY KEY (testimony, change, role)) WITHOUT ROWID;
CREATE INDEX carriers_by_change ON carriers (change);
CREATE TABLE seen (change TEXT PRIMARY KEY, at TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE held (
    testimony TEXT PRIMARY KEY,
    mission TEXT NOT NULL,
    milestone TEXT NOT NULL,
    reason TEXT NOT NULL,
    said_on TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX held_by_mission ON held (mission);

CREATE TABLE announced (change TEXT PRIMARY KEY, at TEXT NOT NULL, alert TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE outbox (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    changes TEXT NOT NULL,
    created_at TEXT NOT NULL,
    told_at TEXT
);
CREATE INDEX outbox_untold ON outbox (number) WHERE told_at IS NULL;

CREATE TABLE source_states (source TEXT PRIMARY KEY, state TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""

_KEPT_FOR_EVER: Final = ("items", "testimonies", "withdrawals", "decisions")


def _guards() -> str:
    return "".join(
        f"CREATE TRIGGER {table}_never_{verb} BEFORE {verb.upper()} ON {table} "
        f"BEGIN SELECT RAISE (ABORT, '{table} are kept for ever'); END;\n"
        for table in _KEPT_FOR_EVER
        for verb in ("update", "delete")
    )


_TEXTS_MAY_GO: Final = """
DROP TRIGGER items_never_update;
CREATE TRIGGER items_never_update BEFORE UPDATE OF number, item, revision, source, outlet, tier, url, published_at,
    published_on, language, title, digest, undated, flags, heard_at ON items
BEGIN SELECT RAISE (ABORT, 'items are kept for ever'); END;
CREATE TRIGGER items_text_only_emptied BEFORE UPDATE OF text ON items
WHEN NEW.text <> '' OR EXISTS (SELECT 1 FROM testimonies WHERE testimonies.item = OLD.item)
BEGIN SELECT RAISE (ABORT, 'a text that proves something is kept for ever'); END;
"""
"""The user may let the text of old articles go (retention.py): of those that prove nothing, and of nothing else."""

STEPS: Final[tuple[str, ...]] = (_FIRST + _guards(), _TEXTS_MAY_GO)
"""Step n brings a file from user_version n to n + 1. Released steps are never edited."""
