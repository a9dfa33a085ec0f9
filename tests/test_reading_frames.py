"""What stands around a statement: who says it, who does it, whether it is denied, whose day it is.

Frames of our own (tests/data/frames-*.txt), each tried with several missions, so that no rule fits one name only.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.reading_items import asserted, item, reader, said
from tracker.model import Confidence

DAY = "2026-03-10"
DATA = Path(__file__).parent / "data"


class Statement(NamedTuple):
    """A mission's name, the forms of its verb, a date and its EDTF."""

    name: str
    do: str
    does: str
    done: str
    doing: str
    when: str
    edtf: str

    def within(self, frame: str) -> str:
        """The statement set into a frame; English sentences begin with a capital."""
        text = frame.format(**self._asdict())
        return text[0].upper() + text[1:]


ENGLISH = [
    Statement("Artemis III", "launch", "launches", "launched", "launching", "2027", "2027"),
    Statement("Chang'e 8", "launch", "launches", "launched", "launching", "2029", "2029"),
    Statement("Artemis IV", "land", "lands", "landed", "landing", "2028", "2028"),
]
CHINESE = [
    Statement("嫦娥八号", "发射", "发射", "发射", "发射", "2029年", "2029"),
    Statement("阿尔忒弥斯3号", "发射", "发射", "发射", "发射", "2027年", "2027"),
    Statement("阿尔忒弥斯4号", "登月", "登月", "登月", "登月", "2028年", "2028"),
]
MONTHS_EN = (("June 2026", "2026-06"), ("June 2025", "2025-06"), ("2027", "2027"))
MONTHS_ZH = (("2026年6月", "2026-06"), ("2025年6月", "2025-06"), ("2027年", "2027"))
PLAIN = {
    "Artemis III is scheduled to launch in 2027": "artemis-3 launch planned 2027",
    "Chang'e 8 will launch in 2029": "chang-e-8 launch planned 2029",
    "Artemis IV will land in 2028": "artemis-4 landing planned 2028",
    "China plans to land astronauts on the moon by 2030": "china-crewed-landing landing planned ../2030",
}
BESIDE_EN = (*(f"{text}." for text in PLAIN), "Chang'e 6 returned to Earth in June 2024.")
BESIDE_ZH = (
    "阿尔忒弥斯3号计划2027年发射。",
    "嫦娥八号将于2029年发射。",
    "阿尔忒弥斯4号将于2028年登月。",
    "嫦娥六号2024年6月返回地球。",
    "中国计划2030年前实现载人登月。",
)


def frames(language: str, *kinds: str) -> list[str]:
    lines = (DATA / f"frames-{language}.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split(" | ", 1) for line in lines if not line.startswith("#")]
    return [text for kind, text in rows if kind in kinds]


TAKEN_BACK = ("refused", "doubted", "old", "other")


def wrong(text: str, window: str) -> list[str]:
    """What is asserted of a text though it may not be: a plan for the window, or anything done."""
    return [claim for claim in asserted(text, DAY) if ("planned" in claim and window in claim) or "achieved" in claim]


@pytest.mark.parametrize("frame", frames("en", *TAKEN_BACK))
def test_what_is_refused_doubted_old_or_anothers_is_not_asserted(frame: str) -> None:
    assert [wrong(one.within(frame), one.edtf) for one in ENGLISH] == [[], [], []]


@pytest.mark.parametrize("frame", frames("zh", *TAKEN_BACK))
def test_the_same_in_chinese(frame: str) -> None:
    assert [wrong(one.within(frame), one.edtf) for one in CHINESE] == [[], [], []]


@pytest.mark.parametrize("frame", frames("en", "day"))
@pytest.mark.parametrize("month", MONTHS_EN)
def test_the_day_of_something_else_is_no_milestones(frame: str, month: tuple[str, str]) -> None:
    for one in ENGLISH:
        told = asserted(one._replace(when=month[0]).within(frame), DAY)
        assert [claim for claim in told if month[1] in claim] == []


@pytest.mark.parametrize("frame", frames("zh", "day"))
@pytest.mark.parametrize("month", MONTHS_ZH)
def test_nor_in_chinese(frame: str, month: tuple[str, str]) -> None:
    for one in CHINESE:
        told = asserted(one._replace(when=month[0]).within(frame), DAY)
        assert [claim for claim in told if month[1] in claim] == []


@pytest.mark.parametrize("stranger", frames("en", "stranger"))
@pytest.mark.parametrize("mission", BESIDE_EN)
def test_what_a_stranger_does_is_not_the_missions(mission: str, stranger: str) -> None:
    alone = asserted(mission, DAY)
    assert asserted(f"{mission} {stranger}", DAY) <= alone
    assert asserted(f"{stranger} {mission}", DAY) <= alone


@pytest.mark.parametrize("stranger", frames("zh", "stranger"))
@pytest.mark.parametrize("mission", BESIDE_ZH)
def test_nor_a_chinese_stranger(mission: str, stranger: str) -> None:
    alone = asserted(mission, DAY)
    assert asserted(f"{mission}{stranger}", DAY) <= alone
    assert asserted(f"{stranger}{mission}", DAY) <= alone


@pytest.mark.parametrize("plain", PLAIN)
def test_what_comes_before_or_behind_changes_nothing(plain: str) -> None:
    for lead in frames("en", "lead"):
        assert asserted(f"{lead} {plain}.", DAY) == {PLAIN[plain]}
    for trail in frames("en", "trail"):
        assert asserted(f"{plain}{trail.replace('~', ' ')}", DAY) == {PLAIN[plain]}


HEDGES = ("may", "might", "could", "will probably", "is unlikely to", "is rumoured to")


@pytest.mark.parametrize("hedge", HEDGES)
@pytest.mark.parametrize("one", ENGLISH, ids=lambda one: one.name)
def test_a_hedge_lowers_what_it_stands_before(one: Statement, hedge: str) -> None:
    plain = f"{one.name} will {one.do} in {one.when}."
    assert [claim for claim in asserted(plain, DAY) if claim.endswith(one.edtf)]
    hedged = plain.replace(" will ", f" {hedge} ")
    assert asserted(hedged, DAY) == set()
    assert said(hedged, DAY)


OTHERS = {
    "Artemis III": "Chandrayaan-4", "Artemis II": "Tianwen-4", "Artemis IV": "Luna-29", "Chang'e-7": "LUPEX 2",
    "Chang'e-8": "Hakuto-R 3", "Chang'e-6": "Blue Ghost 2", "Chang'e 7": "IM-4", "Chang'e 6": "Shenzhou-30",
}  # fmt: skip


def _swapped() -> list[tuple[str, str]]:
    """(day, sentence) of tests/data/news.txt with every mission's name replaced by another craft's."""
    found = []
    for line in (DATA / "news.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        day, _, text = line.split(" | ", 2)
        swapped = text
        for name in sorted(OTHERS, key=len, reverse=True):
            swapped = swapped.replace(name, OTHERS[name])
        if swapped != text and not any(left in swapped for left in ("Artemis", "Chang'e", "嫦娥", "阿")):
            found.append((day, swapped))
    return found


@pytest.mark.parametrize(("day", "text"), _swapped())
def test_another_missions_name_in_its_place_claims_nothing_for_ours(day: str, text: str) -> None:
    assert [claim for claim in asserted(text, day) if claim.startswith(("artemis", "chang-e"))] == []


def test_there_are_enough_to_swap() -> None:
    assert len(_swapped()) > 60


@pytest.mark.parametrize(
    ("subject", "weak"),
    [
        ("The mission will lift off", False),
        ("It will lift off", False),
        ("NASA will launch it", False),
        ("Preparations end with a launch", True),
        ("What remains is testing, and a launch", True),
    ],
)
def test_a_step_without_a_name_is_firm_only_where_its_subject_can_be_the_mission(subject: str, weak: bool) -> None:
    text = f"Artemis III has a crew of four. {subject} in September 2027."
    claims = [claim for claim in reader().read(item(text, DAY)).claims if claim.milestone == "launch"]
    assert [claim.confidence is Confidence.WEAK for claim in claims] == [weak]
