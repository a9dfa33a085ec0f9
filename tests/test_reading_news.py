"""Sentences of our own in the manner of the news, fresh ones that no rule was written for, with what they assert."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading_items import asserted

ROWS = [
    line.split(" | ", 2)
    for line in (Path(__file__).parent / "data" / "news.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("day", "claims", "text"), ROWS)
def test_our_own_news(day: str, claims: str, text: str) -> None:
    expected = {claim.strip() for claim in claims.split(";") if claim.strip()}
    told = {claim.removesuffix(" -") for claim in asserted(text, day)}
    assert expected <= told
    assert {claim for claim in told - expected if not claim.endswith("planned")} == set()


def test_there_are_enough_of_them() -> None:
    assert len(ROWS) > 100
