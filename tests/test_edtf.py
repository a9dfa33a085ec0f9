"""Windows of time: what is read, what is refused, and what always holds."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.windows import DAYS, TEXTS, WINDOWS
from tracker import edtf
from tracker.edtf import Precision, Window, parse, shift
from tracker.errors import EdtfError


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2027", "2027-01-01", "2027-12-31", "year"),
        ("2028-02", "2028-02-01", "2028-02-29", "month"),
        ("2027-09-14", "2027-09-14", "2027-09-14", "day"),
        ("2027-33", "2027-01-01", "2027-03-31", "quarter"),
        ("2027-36", "2027-10-01", "2027-12-31", "quarter"),
        ("2027-40", "2027-01-01", "2027-06-30", "half"),
        ("2027-41", "2027-07-01", "2027-12-31", "half"),
        ("2027-21", "2027-03-01", "2027-05-31", "season"),
        ("2027-24", "2027-12-01", "2028-02-29", "season"),
        ("203X", "2030-01-01", "2039-12-31", "decade"),
        ("2024-06-25T14:07+08:00", "2024-06-25", "2024-06-25", "time"),
        ("2027-05/2027-08", "2027-05-01", "2027-08-31", "interval"),
        ("2027-09/..", "2027-09-01", None, "not-before"),
        ("../2030", None, "2030-12-31", "not-after"),
    ],
)
def test_reads_each_form_as_its_days(text: str, earliest: str | None, latest: str | None, precision: str) -> None:
    window = parse(text)
    assert window.earliest == (date.fromisoformat(earliest) if earliest else None)
    assert window.latest == (date.fromisoformat(latest) if latest else None)
    assert window.precision == precision
    assert not window.approximate


@pytest.mark.parametrize(
    "text",
    [
        "", "..", "../..", "/", "soon", "2027-00", "2027-13", "2027-25", "2027-37", "2027-02-30", "2027-9", "27",
        "0000", "2027-08/2027-05", "2027/2028/2029", "2027-09-14T10:00", "2027T10:00+00:00", "９９９９", "２０２７",
        "2024-W26-2T14:07+08:00", "20240625T1407+08:00", "2024-06-25T14+08:00", "2024-06-25T25:00+08:00",
        "2024-06-25T14:07+08:00:30", "2027~~", "2027~?", "~2027", "2027 - 2028", "2027-09-14\n2028", "9999-24",
        "0001-01-01T00:00+14:00", "9999-12-31T23:59-12:00",
    ],
)  # fmt: skip
def test_refuses_what_is_outside_the_subset_and_names_it(text: str) -> None:
    with pytest.raises(EdtfError) as caught:
        parse(text)
    assert caught.value.key == repr(text)


@given(st.text())
@example("2027-09-14T14:07+99:00")
@example("\udc80/2027")
def test_any_text_is_a_window_or_an_edtf_error(text: str) -> None:
    try:
        window = parse(text)
    except EdtfError:
        return
    assert window.edtf == text.strip()


@given(st.text(alphabet="0123456789-/.X~?%T:+Z ", max_size=24))
def test_near_misses_are_a_window_or_an_edtf_error(text: str) -> None:
    try:
        window = parse(text)
    except EdtfError:
        return
    assert window.instant is None or window.instant.tzinfo is UTC
    assert window.earliest is None or window.latest is None or window.earliest <= window.latest


@given(TEXTS)
def test_what_is_written_reads_back_the_same(text: str) -> None:
    window = parse(text)
    assert str(window) == text
    assert parse(str(window)) == window


@given(WINDOWS)
def test_a_window_has_an_order_and_a_middle_inside(window: Window) -> None:
    assert window.middle is not None
    assert window.contains(edtf.day(window.middle))
    if window.earliest is None or window.latest is None:
        assert window.days is None
        assert window.precision in (Precision.NOT_BEFORE, Precision.NOT_AFTER)
    else:
        assert window.earliest <= window.middle <= window.latest
        assert window.days == (window.latest - window.earliest).days + 1 >= 1


@given(WINDOWS)
def test_only_a_clock_time_has_an_instant(window: Window) -> None:
    assert (window.instant is not None) == (window.precision is Precision.TIME)


@given(WINDOWS, WINDOWS)
def test_shift_is_an_honest_range(before: Window, after: Window) -> None:
    least, most = shift(before, after)
    assert (least is None) == (before.latest is None or after.earliest is None)
    assert (most is None) == (before.earliest is None or after.latest is None)
    if least is not None and most is not None:
        assert least <= most
    back_least, back_most = shift(after, before)
    assert least is None or (back_most is not None and back_most == -least)
    assert most is None or (back_least is not None and back_least == -most)


@given(DAYS, st.integers(0, 400), DAYS, st.integers(0, 400), st.data())
def test_every_pair_of_days_moves_within_the_shift(
    first: date, first_span: int, second: date, second_span: int, data: st.DataObject
) -> None:
    before = edtf.between(first, first + timedelta(first_span))
    after = edtf.between(second, second + timedelta(second_span))
    least, most = shift(before, after)
    assert least is not None
    assert most is not None
    was = first + timedelta(data.draw(st.integers(0, first_span)))
    now = second + timedelta(data.draw(st.integers(0, second_span)))
    assert least <= (now - was).days <= most


def test_the_shift_of_the_report() -> None:
    assert shift(parse("2026"), parse("2027-05/2027-08")) == (121, 607)


@given(WINDOWS, WINDOWS)
def test_containing_and_overlapping_agree(one: Window, other: Window) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    assert one.contains(one)
    if one.contains(other):
        assert one.overlaps(other)
    if one.contains(other) and other.contains(one):
        assert one.same_days(other)


def test_an_open_window_holds_the_last_day_of_all() -> None:
    assert parse("2027/..").contains(parse("9999"))
    assert parse("../2027").contains(parse("0001"))


@given(DAYS)
def test_a_day_is_a_window_of_one_day(day: date) -> None:
    window = edtf.day(day)
    assert (window.earliest, window.latest, window.days) == (day, day, 1)
    assert edtf.between(day, day) == window


@given(st.none() | DAYS, st.none() | DAYS)
def test_between_keeps_its_ends(first: date | None, last: date | None) -> None:
    if first is None and last is None:
        with pytest.raises(EdtfError):
            edtf.between(first, last)
        return
    if first and last and first > last:
        first, last = last, first
    window = edtf.between(first, last)
    assert (window.earliest, window.latest) == (first, last)


@given(st.none() | DAYS, st.none() | DAYS)
def test_roughly_keeps_its_days(first: date | None, last: date | None) -> None:
    if first is None and last is None:
        return
    if first and last and first > last:
        first, last = last, first
    window = edtf.roughly(first, last)
    assert (window.earliest, window.latest) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["2026", "2026-08", "2024-02", "2026-08-24", "2027-05/2027-08", "2027/2028", "2027/..", "../2030", "2027-09/..", "../2027-09-14",
     "2026-12/2027-01", "2026-08-24/2026-09-30"],
)  # fmt: skip
def test_roughly_is_said_as_it_was_said(text: str) -> None:
    window = edtf.parse(text)
    assert edtf.roughly(window.earliest, window.latest) == window


@pytest.mark.parametrize("text", [None, "", "  ", ".."])
def test_no_date_is_none(text: str | None) -> None:
    assert edtf.parse_optional(text) is None


def test_a_clock_time_is_its_day_in_its_own_zone_and_its_instant_in_utc() -> None:
    window = parse("2026-08-24T00:05+08:00")
    assert window.earliest == date(2026, 8, 24)
    assert window.instant == datetime(2026, 8, 23, 16, 5, tzinfo=UTC)


@pytest.mark.parametrize("text", ["2027~", "2027-09?", "2027-05~/2027-08", "2027%/.."])
def test_about_and_unsure_are_remembered(text: str) -> None:
    assert parse(text).approximate
