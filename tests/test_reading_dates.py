"""The date grammars: every phrase exact, no date where there is none, no bound turned round."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker import edtf
from tracker.reading import packs
from tracker.reading.normalise import plain

TODAY = date(2026, 3, 10)  # a Tuesday
DATA = Path(__file__).parent / "data"
PACKS = {language: packs.load(language) for language in ("en", "zh")}


def phrases(language: str) -> list[tuple[str, str]]:
    lines = (DATA / f"dates_{language}.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split(" => ") for line in lines if line and not line.startswith("#")]
    return [(phrase, window) for phrase, window in pairs]


def found(language: str, text: str, today: date | None = TODAY) -> list[str]:
    pack = PACKS[language]
    assert pack is not None
    return [span.edtf for span in pack.dates.find(plain(text).respelled(pack.letters).text, today)]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_phrase_is_read_exactly(language: str) -> None:
    known = phrases(language)
    wrong = [(p, w, found(language, p)) for p, w in known if found(language, p) != [w]]
    assert not wrong
    assert len(known) >= 150


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_date_is_seen_where_there_is_none(language: str) -> None:
    lines = (DATA / f"not_dates_{language}.txt").read_text(encoding="utf-8").splitlines()
    assert not [(line, found(language, line)) for line in lines if found(language, line)]
    assert len(lines) >= 60


@pytest.mark.parametrize("language", ["en", "zh"])
def test_without_a_day_only_absolute_dates_are_read(language: str) -> None:
    relative = {"en": ["next year", "on Friday", "in June", "today"], "zh": ["明年", "本周五", "8月24日", "今天"]}
    absolute = {"en": "in September 2027", "zh": "2027年9月"}
    assert [found(language, text, None) for text in relative[language]] == [[], [], [], []]
    assert found(language, absolute[language], None) == ["2027-09"]


@given(
    year=st.integers(2020, 2099), month=st.sampled_from(["January", "April", "June", "August", "September", "December"])
)
def test_bounds_keep_their_direction(year: int, month: str) -> None:
    """No earlier than X never ends, by X never begins, whatever X."""
    for when in (str(year), f"{month} {year}", f"late {year}", f"mid-{year}"):
        for words in ("no earlier than", "not before", "not until", "no sooner than", "NET", "as early as"):
            (window,) = (edtf.parse(text) for text in found("en", f"{words} {when}"))
            assert (window.latest, window.earliest is not None) == (None, True)
        for words in ("by", "before", "no later than", "by the end of", "prior to"):
            (window,) = (edtf.parse(text) for text in found("en", f"{words} {when}"))
            assert (window.earliest, window.latest is not None) == (None, True)


@given(year=st.integers(2020, 2049), month=st.integers(1, 12))
def test_chinese_bounds_keep_their_direction(year: int, month: int) -> None:
    for when in (f"{year}年", f"{year}年{month}月", f"{year}年下半年"):
        for phrase in (f"不早于{when}", f"最早{when}", f"最快{when}", f"{when}起"):
            (window,) = (edtf.parse(text) for text in found("zh", phrase))
            assert (window.latest, window.earliest is not None) == (None, True)
        for phrase in (f"{when}前", f"{when}之前", f"不晚于{when}", f"最迟{when}"):
            (window,) = (edtf.parse(text) for text in found("zh", phrase))
            assert (window.earliest, window.latest is not None) == (None, True)


@given(text=st.text(max_size=120), today=st.none() | st.dates())
def test_the_grammars_never_raise(text: str, today: date | None) -> None:
    for language in PACKS:
        for window in found(language, text, today):
            edtf.parse(window)


_PIECES = st.sampled_from(
    [
        "no earlier than",
        "by",
        "before",
        "after",
        "late",
        "early",
        "mid-",
        "2027",
        "September",
        "14",
        "May",
        "Friday",
        "next",
        "last",
        "the end of",
        "Q3",
        "first half of",
        "or later",
        "from",
        "to",
        "and",
        "-",
        "in",
        "two",
        "years",
        "ago",
        "within",
        "9999",
        "0",
        "31",
        "February",
        "29",
        "不早于",
        "2027年",
        "前",
        "后",
        "9月",
        "31日",
        "上半年",
        "至",
        "十五五",
        "明年",
        "两年内",
        "最快",
        "前后",
        "25:99",
        "24时",
        "(",
        ")",
        ",",
        "。",
    ]
)


@given(st.lists(_PIECES, max_size=12), st.none() | st.dates())
def test_pieces_of_dates_in_any_order_give_windows_or_nothing(pieces: list[str], today: date | None) -> None:
    for language, glue in (("en", " "), ("zh", "")):
        for window in found(language, glue.join(pieces), today):
            edtf.parse(window)
