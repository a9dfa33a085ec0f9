"""The walk in memory: what `replay` prints, what it would have announced, and that the order of the file does not matter."""

from __future__ import annotations

import json
import random

from tests.ledger_history import HISTORY, TRUTH, Said
from tracker.edtf import parse_optional
from tracker.jsonlines import item_from_line
from tracker.model import Claim, Evidence, Item, Modality, Reading, Status, Tier
from tracker.reading import Reader
from tracker.replay import replay
from tracker.seeding import load

WORLD = load()
FIELDS = ["on", "mission", "milestone", "kind", "from", "to", "status", "standing", "alert", "items", "evidence"]


class Told:
    """A reader that knows by heart what each item of the history claims."""

    def __init__(self, history: list[Said]) -> None:
        self.said = {_key(s): s for s in history}

    def read(self, item: Item) -> Reading:
        claims = []
        for mission, what, *modality in self.said[item.id].claims if item.id in self.said else ():
            milestone, status, *when = what.split()
            claims.append(Claim(mission, milestone, Status(status), parse_optional(when[0] if when else ""),
                                modality[0] if modality else Modality.ASSERTED,
                                Evidence("text", 0, len(item.text), item.text)))  # fmt: skip
        return Reading(item.id, "en", True, tuple(claims))


def _key(said: Said) -> str:
    return f"{said.outlet}|{said.day}|{said.text}"


def _item(said: Said) -> Item:
    return item_from_line({"id": _key(said), "source": said.outlet, "tier": said.tier.value, "text": said.text,
                           "published": said.day, "url": "https://n.example/"})  # fmt: skip


ITEMS = [_item(s) for s in HISTORY]


def test_the_fields_are_the_designs_and_the_alerts_are_the_true_changes() -> None:
    lines = list(replay(ITEMS, Told(HISTORY), WORLD))
    assert all(list(line) == FIELDS for line in lines)
    json.dumps(lines)
    told = [x for x in lines if x["alert"]]
    quiet = [x for x in lines if not x["alert"]]
    assert len(told) == len(TRUTH) - len([x for x in quiet if x["standing"] == "confirmed"])
    assert {x["standing"] for x in told} == {"confirmed"}
    for line in quiet:  # a clock time for a known day, and one report that was given up
        assert line["kind"] == "firmed" or line["standing"] == "disputed"
    assert [x["on"] for x in lines] == sorted(x["on"] for x in lines)


def test_the_hold_is_one_alert_with_its_words_and_items() -> None:
    (hold,) = [x for x in replay(ITEMS, Told(HISTORY), WORLD) if x["mission"] == "chang-e-7" and x["kind"] == "on-hold"]
    assert (hold["on"], hold["from"], hold["to"], hold["status"], hold["alert"]) == (
        "2026-08-23", "2026-08-25T00:30Z", "2027/..", "on-hold", True,
    )  # fmt: skip
    assert hold["items"][0].startswith("CMSA|")
    assert hold["evidence"] == "Chang'e 7 does not meet the launch conditions and cannot fly in this year's window."


def test_the_order_of_the_file_and_repeats_do_not_matter() -> None:
    chance = random.Random(3)
    shuffled = chance.sample(ITEMS * 2, len(ITEMS) * 2)
    shuffled.sort(key=lambda i: i.published_on, reverse=True)
    assert list(replay(shuffled, Told(HISTORY), WORLD)) == list(replay(ITEMS, Told(HISTORY), WORLD))


def test_the_seed_itself_is_no_line_and_what_is_older_than_the_report_no_news() -> None:
    old = Said(
        "2023-05-01", "NASA", Tier.AGENCY, "Artemis III lands people in 2025.", (("artemis-3", "landing planned 2025"),)
    )
    assert list(replay([_item(old)], Told([old]), WORLD)) == []
    assert list(replay([], Told([]), WORLD)) == []


def test_an_item_told_again_with_another_text_is_a_revision() -> None:
    first = Said("2026-06-01", "Times", Tier.PRESS, "one", (("artemis-3", "launch planned 2027"),))
    items = [_item(first), item_from_line({"id": _key(first), "source": "Times", "tier": "press", "text": "two",
                                           "published": "2026-06-01"})]  # fmt: skip
    (line,) = replay(items, Told([first]), WORLD)
    assert (line["kind"], line["standing"]) == ("slipped", "reported")


def _write(day: str, source: str, tier: str, title: str, text: str) -> Item:
    return item_from_line({"id": f"{source}-{day}-{title}", "source": source, "tier": tier, "title": title, "text": text,
                           "published": day, "lang": "en", "url": "https://n.example/"})  # fmt: skip


def test_with_the_real_reader_one_slip_is_one_alert() -> None:
    """The story of the end-to-end test: the move, its repeat, a history lesson and another rocket."""
    items = [
        _write("2024-12-05", "NASA", "agency", "NASA moves Artemis III landing",
               "The Artemis III crew is to land on the Moon in mid-2027, NASA announced."),
        _write("2024-12-06", "Moon Gazette", "press", "Artemis III landing in mid-2027",
               "Artemis III will land on the Moon in mid-2027, the agency said."),
        _write("2024-12-07", "Old Times", "press", "A look back",
               "The Artemis III landing was originally planned for 2024."),
        _write("2024-12-08", "Rocket Post", "press", "Starship", "SpaceX plans the next Starship test flight for 2025."),
    ]  # fmt: skip
    lines = list(replay(items, Reader(WORLD.missions), WORLD))
    assert [(x["mission"], x["milestone"], x["kind"], x["to"]) for x in lines if x["alert"]] == [
        ("artemis-3", "landing", "slipped", "2027-05/2027-08")
    ]
