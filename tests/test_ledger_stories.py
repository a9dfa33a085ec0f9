"""Stories a hostile world might tell the ledger, hour by hour: what is announced, when, once, and what stands.

data/ledger-stories.txt: a title, then what was heard or decided (`>`, `@`), every alert (`!` day, hour, change), what was
told and is gone (`-`), where the milestones stand in the end (`=`), and why something waits in Review (`?`).
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.ledger_telling import line, tell
from tests.ledger_words import MISSION, agency, history, told, where
from tracker.edtf import parse
from tracker.model import Position, Status, Verdict

STORIES = Path(__file__).parent / "data" / "ledger-stories.txt"
SEED = ["2024-06-25 0 NASA: launch planned 2026 | first", "2024-06-25 0 NASA: landing planned 2026 | first"]
Decided = tuple[Verdict, str, Position | None]


def _stories() -> dict[str, list[str]]:
    blocks = STORIES.read_text(encoding="utf-8").strip().split("\n\n")
    return {title: lines for title, *lines in (block.splitlines() for block in blocks)}


def _verdict(text: str) -> tuple[str, Decided]:
    """ "2024-12-07 10 reject launch slipped 2026 > 2027 confirmed", or "... override 2028"."""
    day, hour, verdict, target = text.split(" ", 3)
    if verdict == "override":
        return f"{day} {hour}", (Verdict.OVERRIDE, "", Position(Status.PLANNED, parse(target)))
    return f"{day} {hour}", (Verdict(verdict), target, None)


@pytest.mark.parametrize(("title", "lines"), _stories().items(), ids=_stories())
def test_each_story_is_told_as_it_was_judged(title: str, lines: list[str]) -> None:
    heard = [line(text) for text in [*SEED, *(x[2:] for x in lines if x.startswith("> "))]]
    verdicts = dict(_verdict(x[2:]) for x in lines if x.startswith("@ "))
    telling = tell(heard, verdicts)
    assert [x for x in lines if x[0] in "!-=?"] == [
        *(f"! {alert}" for alert in telling.alerts),
        *(f"- {words}" for words in telling.gone),
        *(f"= {m} {where(telling.history, m)}" for m in MISSION.milestones if where(telling.history, m)),
        *(f"? {held.reason}" for held in telling.history.held),
    ]


def test_a_mission_that_is_renamed_keeps_its_history() -> None:
    said = [agency("2024-06-25", "launch planned 2026"), agency("2024-12-05", "launch planned 2027")]
    renamed = replace(MISSION, names={"en": "Luna III"}, aliases={"en": ("The third",)}, agency="nasa-esa")
    assert history(*said, mission=renamed) == history(*said)
    assert told(history(*said).changes)[-1] == "launch slipped 2026 > 2027 confirmed"
