"""The read side: what the window and the command line show. A read-only connection; short, indexed queries."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from tracker.model import Change, Decision, Item, SourceState, Standing, Testimony, Tier
from tracker.store import rows, searching
from tracker.store.database import Questions, open_for_reading
from tracker.store.schema import STEPS
from tracker.views import Article, ArticleRow, ChangeView, HeldView, MarkedClaim, Proof

CONTEXT = 160
"""How many characters of the stored text are shown around quoted words."""

_KNOWN = """coalesce(max(a.at) OVER (PARTITION BY said_on, mission ORDER BY place),
                    min(a.at) OVER (PARTITION BY said_on, mission), '9')"""
"""When a change became known, never before the one it follows: the changes of one mission stay in their order, as its
states are folded from it. What was not announced stands beside the one before it; the user's own word alone comes last."""

_PROOF = """SELECT t.*, i.title AS item_title, i.text AS item_text FROM testimonies t
            LEFT JOIN items i ON i.item = t.item AND i.revision = t.revision"""


class Library:
    """An open database, for reading only, in the thread that opened it. Raises StoreError."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = open_for_reading(path)
        self._ask = Questions(self._connection, path)

    def close(self) -> None:
        self._connection.close()

    @property
    def is_current(self) -> bool:
        """False for a file whose schema is older than this program's: it has to be opened for writing first."""
        return self._number("PRAGMA user_version") == len(STEPS)

    def fact(self, key: str) -> str | None:
        """A small fact of the file itself, None where there is none."""
        return self._ask.fact(key)

    def facts(self, prefix: str) -> dict[str, str]:
        """The small facts whose keys begin so, by what follows."""
        return self._ask.facts(prefix)

    def version(self) -> int:
        """A number that differs after any other connection has written."""
        return self._number("PRAGMA data_version")

    # --- changes and their proofs ----------------------------------------------------------------------------------

    def changes(self, *, since: date | None = None, mission: str | None = None) -> tuple[Change, ...]:
        """Changes oldest first, on one day as they became known; from a day on and of one mission where given."""
        query = f"""SELECT c.* FROM changes c LEFT JOIN announced a ON a.change = c.id
                    WHERE (:since IS NULL OR said_on >= :since) AND (:mission IS NULL OR mission = :mission)
                    ORDER BY said_on, {_KNOWN}, mission, place"""  # noqa: S608
        given = {"since": since.isoformat() if since else None, "mission": mission}
        return self._ask.each(rows.change, query, given)

    def change_views(self, changes: Sequence[Change], most: int | None = None) -> tuple[ChangeView, ...]:
        """The changes with who said them: all, or the first so many of those who carry a change, say it too, deny it."""
        wanted = {t for c in changes for said in (c.carried_by, c.also_said_by, c.against) for t in said[:most]}
        proofs = self.proofs(wanted)
        seen = {r["change"] for r in self._ask.rows("SELECT change FROM seen")}

        def pick(ids: Iterable[str]) -> tuple[Proof, ...]:
            return tuple(proofs[i] for i in ids if i in proofs)

        def known(change: Change) -> bool:
            """History and the user's own word are no news to him."""
            return change.baseline or change.standing is Standing.OVERRIDDEN or change.id in seen

        return tuple(
            ChangeView(c, pick(c.carried_by), pick(c.also_said_by), pick(c.against), known(c)) for c in changes
        )

    def newest_changes(self, limit: int) -> tuple[Change, ...]:
        """The newest changes, newest first."""
        days = "SELECT said_on FROM changes ORDER BY said_on DESC LIMIT 1 OFFSET ?"  # older days need not be sorted
        query = f"""SELECT c.* FROM changes c LEFT JOIN announced a ON a.change = c.id
                    WHERE said_on >= coalesce(({days}), '')
                    ORDER BY said_on DESC, {_KNOWN} DESC, mission DESC, place DESC LIMIT ?"""  # noqa: S608
        return self._ask.each(rows.change, query, (max(limit, 1) - 1, limit))

    def proofs(self, testimonies: Iterable[str]) -> dict[str, Proof]:
        """Testimonies ready to be shown, by id."""
        return {row["id"]: _proof(row) for row in self._ask.among(f"{_PROOF} WHERE t.id IN", sorted(set(testimonies)))}

    def decisions(self, mission: str) -> tuple[Decision, ...]:
        """The user's decisions on a mission, in the order they were made."""
        return self._ask.each(rows.decision, "SELECT * FROM decisions WHERE mission = ? ORDER BY number", (mission,))

    def held(self, mission: str | None = None) -> tuple[HeldView, ...]:
        """What waits in Review, newest first."""
        query = "SELECT * FROM held WHERE :mission IS NULL OR mission = :mission ORDER BY said_on DESC, testimony"
        found = self._ask.each(rows.held, query, {"mission": mission})
        proofs = self.proofs(h.testimony for h in found)
        return tuple(HeldView(h, proofs[h.testimony]) for h in found if h.testimony in proofs)

    def alert_changes(self, ident: str) -> tuple[str, ...]:
        """The ids of the changes that an alert tells of; the id of a single change stands for itself."""
        found = self._ask.each(rows.alert, "SELECT * FROM outbox WHERE id = ?", (ident,))
        return found[0].changes if found else (ident,)

    def held_count(self) -> int:
        return self._number("SELECT count(*) FROM held")

    def unseen_count(self) -> int:
        """Changes since the user last looked; history that first fetches brought does not count."""
        return self._number(
            """SELECT count(*) FROM changes WHERE NOT baseline AND standing <> 'overridden'
               AND id NOT IN (SELECT change FROM seen)"""
        )

    # --- articles ------------------------------------------------------------------------------------------------

    def articles(self, query: str = "", limit: int = 500) -> tuple[ArticleRow, ...]:
        """The newest articles, newest first; with a query those whose title or text hold all its words."""
        order = "FROM articles a JOIN items i ON i.number = a.number ORDER BY a.sorted_at DESC LIMIT ?"
        arguments: tuple[object, ...] = (limit,)
        if query.strip():
            order = """FROM json_each (?) f CROSS JOIN items i ON i.number = f.value
                       CROSS JOIN articles a ON a.item = i.item ORDER BY f.key"""
            arguments = (json.dumps(searching.newest(self._ask, query, limit)),)
        found = self._ask.rows(
            f"""SELECT a.item, a.not_read, i.title, i.outlet, i.published_at, i.published_on,
                (SELECT count(*) FROM testimonies t WHERE t.item = a.item AND t.revision = a.revision) AS claims,
                (SELECT count(DISTINCT c.change) FROM testimonies t JOIN carriers c ON c.testimony = t.id
                 WHERE t.item = a.item AND c.role = 'carries') AS changes {order}""",  # noqa: S608
            arguments,
        )
        return tuple(
            ArticleRow(
                r["item"],
                r["title"],
                r["outlet"],
                rows.instant(r["published_at"]),
                rows.day(r["published_on"]),
                r["claims"],
                r["changes"],
                r["not_read"],
            )
            for r in found
        )

    def article(self, item: str, why: Callable[[Testimony, str], str]) -> Article | None:
        """The newest revision of an article with its claims marked; `why` puts a claim's fate into words."""
        found = self._ask.rows(
            """SELECT i.*, a.not_read, a.revision AS revisions FROM articles a JOIN items i ON i.number = a.number
               WHERE a.item = ?""",
            (item,),
        )
        if not found:
            return None
        row, value = found[0], rows.item(found[0])
        return Article(
            item=value.id, revision=row["revision"], revisions=row["revisions"], title=value.title, text=value.text,
            outlet=value.outlet, tier=value.tier, url=value.url, published_at=value.published_at,
            published_on=value.published_on, not_read=row["not_read"],
            claims=self._marks(value.id, row["revision"], why),
        )  # fmt: skip

    def _marks(self, item: str, revision: int, why: Callable[[Testimony, str], str]) -> tuple[MarkedClaim, ...]:
        found = self._ask.rows(
            """SELECT t.*, h.reason,
               EXISTS (SELECT 1 FROM carriers c WHERE c.testimony = t.id AND c.role = 'carries') AS carries,
               EXISTS (SELECT 1 FROM carriers c WHERE c.testimony = t.id AND c.role = 'also') AS also,
               EXISTS (SELECT 1 FROM carriers c WHERE c.testimony = t.id AND c.role = 'against') AS against
               FROM testimonies t LEFT JOIN held h ON h.testimony = t.id
               WHERE t.item = ? AND t.revision = ? ORDER BY t.field DESC, t.start""",
            (item, revision),
        )
        marks = []
        for row in found:
            testimony = rows.testimony(row)
            claim, evidence = testimony.claim, testimony.claim.evidence
            verdict = _verdict(row)
            marks.append(
                MarkedClaim(
                    testimony=testimony.id,
                    mission=claim.mission,
                    milestone=claim.milestone,
                    status=claim.status.value,
                    when=claim.when,
                    modality=claim.modality.value,
                    field=evidence.field,
                    start=evidence.start,
                    end=evidence.end,
                    verdict=verdict,
                    why=row["reason"] or why(testimony, verdict),
                )
            )
        return tuple(marks)

    def article_count(self) -> int:
        return self._number("SELECT count(*) FROM articles")

    def newest_items(self, limit: int) -> tuple[Item, ...]:
        """The newest revision of the newest items: what a mission's preview goes through."""
        return self._ask.each(rows.item, rows.NEWEST_ITEMS, (limit,))

    # --- sources -------------------------------------------------------------------------------------------------

    def source_states(self) -> dict[str, SourceState]:
        return {r["source"]: rows.state(r["state"]) for r in self._ask.rows("SELECT source, state FROM source_states")}

    def source_counts(self) -> dict[str, tuple[int, int, int]]:
        """Of each source: items, claims, changes it carries."""
        items = self._tally("SELECT source, count(*) FROM articles GROUP BY source")
        claims = self._tally("SELECT source, count(*) FROM testimonies GROUP BY source")
        changes = self._tally(
            """SELECT t.source, count(DISTINCT c.change) FROM carriers c JOIN testimonies t ON t.id = c.testimony
               WHERE c.role = 'carries' GROUP BY t.source"""
        )
        return {s: (items.get(s, 0), claims.get(s, 0), changes.get(s, 0)) for s in {*items, *claims, *changes}}

    def _tally(self, query: str) -> dict[str, int]:
        return {r[0]: r[1] for r in self._ask.rows(query)}

    def _number(self, query: str) -> int:
        value: int = self._ask.rows(query)[0][0]
        return value


def _verdict(row: sqlite3.Row) -> str:
    if row["reason"]:
        return "held"
    if row["carries"]:
        return "accepted"
    if row["also"]:
        return "repeat"
    return "against" if row["against"] else "kept"


def _proof(row: sqlite3.Row) -> Proof:
    whole: str = (row["item_title"] if row["field"] == "title" else row["item_text"]) or ""
    start, stop = row["start"], row["stop"]
    if whole[start:stop] != row["quote"]:  # the stored quote is the witness; offsets only find its surroundings
        whole, start, stop = row["quote"], 0, len(row["quote"])
    first, last = _surroundings(whole, start, stop)
    lead, tail = ("… " if first else ""), (" …" if last < len(whole) else "")
    context = f"{lead}{whole[first:last]}{tail}"
    shift = len(lead) - first
    return Proof(
        testimony=row["id"], item=row["item"], outlet=row["outlet"], tier=Tier(row["tier"]), url=row["url"],
        said_on=rows.day(row["said_on"]), title=row["item_title"] or "", context=context, mark_start=start + shift,
        mark_end=stop + shift, status=row["status"], when=row["edtf"],
    )  # fmt: skip


def _surroundings(text: str, start: int, stop: int) -> tuple[int, int]:
    """The span to show around the quoted one: up to CONTEXT characters each side, cut between words."""
    first, last = max(0, start - CONTEXT), min(len(text), stop + CONTEXT)
    if first:
        space = text.find(" ", first, start)
        first = space + 1 if space >= 0 else first
    if last < len(text):
        space = text.rfind(" ", stop, last)
        last = space if space >= 0 else last
    return first, last
