"""Folding what was stored and read back equals folding what was said: through the real file, for any history."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings

from tests.ledger_words import MISSION, TODAY
from tests.making import NOW
from tests.test_ledger_properties import verdicts
from tracker.ledger import fold
from tracker.model import Decision, Testimony
from tracker.store import Store, Visit


@settings(max_examples=60)
@given(verdicts())
def test_folding_after_reload_equals_folding_before(both: tuple[list[Testimony], list[Decision]]) -> None:
    said, decided = both
    unique = {t.id: t for t in said}  # the store keeps the first of an id, as the fold does
    before = fold(MISSION, unique.values(), decided, today=TODAY)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.sqlite3"
        with Store(path) as store:
            store.record(Visit(NOW, testimonies=tuple(unique.values()), decisions=tuple(decided), histories=(before,)))
        with Store(path) as store:
            again = fold(MISSION, store.testimonies(MISSION.id), store.decisions(MISSION.id), today=TODAY)
            assert again == before
            assert sorted(store.changes(MISSION.id), key=lambda c: c.id) == sorted(before.changes, key=lambda c: c.id)
