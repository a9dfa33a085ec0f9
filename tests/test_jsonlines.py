"""The public JSON lines: what is read, what is refused, and with which words."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.edtf import parse
from tracker.errors import ParseError
from tracker.jsonlines import claims_line, item_from_line, items_from_lines
from tracker.model import Claim, Evidence, Modality, Reading, Status, Tier

LINE = {"id": "a1", "source": "NASA", "tier": "agency", "url": "https://n.example/1", "published": "2024-12-05",
        "lang": None, "title": "A title", "text": "Some text."}  # fmt: skip


def test_a_whole_line() -> None:
    item = item_from_line(LINE)
    assert (item.id, item.source, item.outlet, item.tier, item.title) == ("a1", "NASA", "NASA", Tier.AGENCY, "A title")
    assert (item.published_on, item.published_at, item.language, item.undated) == (date(2024, 12, 5), None, None, False)


@pytest.mark.parametrize(
    ("published", "on", "at"),
    [
        ("2026-08-24T08:05:00+08:00", date(2026, 8, 24), datetime(2026, 8, 24, 0, 5, tzinfo=UTC)),
        ("2026-08-24T00:05:00Z", date(2026, 8, 24), datetime(2026, 8, 24, 0, 5, tzinfo=UTC)),
        ("2026-08-24T00:05", date(2026, 8, 24), datetime(2026, 8, 24, 0, 5, tzinfo=UTC)),
        (None, None, None),
        ("", None, None),
    ],
)
def test_days_timestamps_and_none(published: str | None, on: date | None, at: datetime | None) -> None:
    item = item_from_line({**LINE, "published": published})
    assert (item.published_on, item.published_at) == (on, at)
    assert item.undated == (on is None)


def test_only_the_id_is_needed() -> None:
    item = item_from_line({"id": "x"})
    assert (item.tier, item.title, item.text, item.undated) == (Tier.OTHER, "", "", True)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "line 2: not JSON"),
        ("[1]", "line 2: not a JSON object"),
        ('{"id": ""}', "line 2, id: an item needs an id"),
        ('{"id": 7}', "line 2, id: must be text"),
        ('{"id": "a", "title": ["x"]}', "line 2, title: must be text"),
        ('{"id": "a", "tier": "gossip"}', "line 2, tier: no such tier"),
        ('{"id": "a", "published": "yesterday"}', "line 2, published: not a day or timestamp"),
        ('{"id": "a", "published": "2026-02-30"}', "line 2, published: not a day or timestamp"),
        ('{"id": "a", "published": "9999-12-31T23:59:59-23:00"}', "line 2, published"),
        ("[" * 100_000, "line 2: not JSON"),
    ],
)
def test_a_bad_line_is_named(line: str, words: str) -> None:
    with pytest.raises(ParseError) as caught:
        list(items_from_lines([json.dumps(LINE), line]))
    assert str(caught.value).startswith(words)


def test_blank_lines_and_a_byte_order_mark_are_passed_over() -> None:
    assert [i.id for i in items_from_lines(["\ufeff" + json.dumps(LINE) + "\r\n", "\n", "  \n"])] == ["a1"]


@given(st.dictionaries(st.sampled_from([*LINE, "more"]), st.none() | st.text() | st.integers() | st.lists(st.text())))
def test_any_object_is_an_item_or_a_clear_error(data: dict[str, object]) -> None:
    key = ""
    try:
        item_from_line(data)
    except ParseError as error:
        key = error.key
    assert key in ("", *LINE), key


def test_what_read_prints() -> None:
    claim = Claim(
        "artemis-3", "launch", Status.PLANNED, parse("2027/.."), Modality.ASSERTED, Evidence("text", 3, 7, "2027")
    )
    bare = Claim("artemis-3", "landing", Status.CANCELLED, None, Modality.ASSERTED, Evidence("title", 0, 2, "no"))
    line = claims_line(Reading("a1", "en", True, (claim, bare)))
    assert line == {
        "id": "a1", "language": "en", "claims": [
            {"mission": "artemis-3", "milestone": "launch", "status": "planned", "when": "2027/..",
             "earliest": "2027-01-01", "latest": None, "modality": "asserted", "evidence": "2027", "field": "text",
             "start": 3, "end": 7, "confidence": "firm"},
            {"mission": "artemis-3", "milestone": "landing", "status": "cancelled", "when": "", "earliest": None,
             "latest": None, "modality": "asserted", "evidence": "no", "field": "title", "start": 0, "end": 2,
             "confidence": "firm"},
        ],
    }  # fmt: skip
    json.dumps(line)
    assert claims_line(Reading("b", None, False))["claims"] == []
