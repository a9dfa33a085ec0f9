"""What holds for every text: no exception, evidence that quotes the stored words, no change from spelling or company."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading_items import item, line, reader, said
from tracker import seeding
from tracker.reading import language, normalise
from tracker.reading.names import Names

SENTENCES = [
    "Artemis III is scheduled for September 2027.",
    "China will launch Chang'e-7 in August 2026 and Chang'e-8 in 2028.",
    "Artemis II splashed down on April 10, 2026.",
    "China plans to land astronauts on the Moon by 2030.",
    "NASA has moved Artemis III's landing from 2026 to mid-2027.",
    "Queqiao-2 entered lunar orbit on March 25.",
]
CHINESE = [
    "嫦娥七号将于2026年8月发射。",
    "嫦娥六号今天（6月25日）14时07分成功返回地球。",
    "中国计划在2030年前实现载人登月。",
    "“阿尔忒弥斯3号”推迟至2027年年中。",
    "鹊桥二号2月2日运抵文昌。",
]
_WORDS = st.sampled_from(
    [
        "Artemis",
        "III",
        "Chang'e",
        "7",
        "嫦娥七号",
        "阿尔忒弥斯3号",
        "will",
        "launch",
        "land",
        "to",
        "in",
        "2027",
        "September",
        "no earlier than",
        "将于",
        "2026年",
        "发射",
        "前",
        "成功",
        "着陆",
        "not",
        "cancelled",
        "推迟",
        "至",
        ",",
        ".",
        "。",
        "，",
        ";",
        "(",
        ")",
        "said",
        "on Monday",
        "今天",
        "China",
        "crewed landing",
        "载人登月",
        "by 2030",
        "it",
        "the mission",
    ]
)


def every_claim_quotes(title: str, text: str, on: date | None) -> None:
    it = replace(item(text, None, title), published_on=on)
    reading = reader().read(it)
    for claim in reading.claims:
        quote = claim.evidence
        assert quote.quote == getattr(it, quote.field)[quote.start : quote.end]
        assert quote.quote.strip()
    reader().read_explained(it)


@given(st.text(max_size=300), st.text(max_size=300), st.none() | st.dates())
def test_any_text_is_read_without_an_exception(title: str, text: str, on: date | None) -> None:
    every_claim_quotes(title, text, on)


@given(st.lists(_WORDS, max_size=40), st.none() | st.dates(), st.sampled_from([" ", "", "  ", "\u3000"]))
@settings(max_examples=200)
def test_any_words_of_the_trade_are_read_without_an_exception(words: list[str], on: date | None, glue: str) -> None:
    every_claim_quotes("", glue.join(words), on)


@pytest.mark.parametrize("text", SENTENCES + CHINESE)
def test_the_sentences_of_this_file_make_claims(text: str) -> None:
    assert said(text, "2026-06-25")


@given(st.sampled_from(SENTENCES), st.sampled_from(["  ", "\u00a0", "\t", "\n", " \u2009"]))
def test_spaces_make_no_difference(text: str, space: str) -> None:
    assert said(text.replace(" ", space)) == said(text)


@given(st.sampled_from(SENTENCES), st.sampled_from("\u2019\u2018\u02bc\u2032`\u00b4"))
def test_apostrophes_make_no_difference(text: str, apostrophe: str) -> None:
    assert said(text.replace("'", apostrophe)) == said(text)


@given(st.sampled_from(SENTENCES), st.sampled_from("\u2010\u2011\u2012\u2013\u2212"))
def test_dashes_make_no_difference(text: str, dash: str) -> None:
    assert said(text.replace("-", dash)) == said(text)


@given(st.sampled_from(CHINESE), st.sampled_from(["“”", "「」", "『』", '""']))
def test_chinese_quotes_and_spaces_around_numbers_make_no_difference(text: str, quotes: str) -> None:
    other = text.replace("“", quotes[0]).replace("”", quotes[-1]).replace("8月", " 8 月").replace("2030年", " 2030 年")
    assert said(other, "2026-06-25") == said(text, "2026-06-25")


_UNRELATED = st.sampled_from(
    [
        "Stocks rose in quiet trade.",
        "The mayor opened a new library in the old town.",
        "Rain is expected over the hills.",
    ]
)


@given(st.sampled_from(SENTENCES), _UNRELATED)
def test_an_unrelated_sentence_behind_makes_no_difference(text: str, other: str) -> None:
    assert said(f"{text} {other}") == said(text)


@given(st.sampled_from(CHINESE), st.sampled_from(["今天多地迎来降雨。", "股市小幅上涨。", "市民走进图书馆。"]))
def test_an_unrelated_chinese_sentence_behind_makes_no_difference(text: str, other: str) -> None:
    assert said(text + other, "2026-06-25") == said(text, "2026-06-25")


HOSTILE = {
    "names": "Artemis III, ", "claims": "Artemis III will land in 2027, ", "中文": "嫦娥七号将于2026年8月发射，", "letters": "a",
    "digits": "2026 ", "months": "May ", "brackets": "(", "no": "no ", "marks": "\u0301", "entities": "&#1;", "spaces": " \u3000",
    "surrogates": "\ud800", "direction": "\u202e", "moves": "from Artemis III from May from 2026 to ", "the": "the ",
    "landing": "landing the Moon ", "quotes": '"', "commas": ",，", "dots": ". ", "nul": "\x00",
}  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_a_megabyte_costs_little(piece: str) -> None:
    text = (piece * (1_000_000 // len(piece) + 1))[:1_000_000] + " Artemis III"
    every_claim_quotes("Artemis III", text, date(2026, 3, 10))  # once, so that everything is compiled
    start = time.process_time()
    reader().read(item(text, title="Artemis III"))
    assert time.process_time() - start < 0.25


def test_only_the_head_of_a_text_is_read() -> None:
    padding = "Nothing to see here. " * 500
    assert said(f"Artemis III is set for 2027. {padding}") == {"artemis-3 launch planned 2027 asserted"}
    assert said(f"{padding} Artemis III is set for 2027.") == set()


def test_evidence_survives_every_kind_of_normalising() -> None:
    text = "NASA&rsquo;s  Artemis\u00a0III is scheduled for\u200b September 2027."
    (claim,) = reader().read(item(text)).claims
    assert line(claim) == "artemis-3 launch planned 2027-09 asserted"
    assert claim.evidence.quote == text[claim.evidence.start : claim.evidence.end]
    assert claim.evidence.quote.startswith("Artemis")
    assert claim.evidence.quote.endswith("2027")


def test_traditional_characters_are_quoted_as_they_stand() -> None:
    (claim,) = reader().read(item("嫦娥七號將於2026年8月發射。")).claims
    assert line(claim) == "chang-e-7 launch planned 2026-08 asserted"
    assert claim.evidence.quote == "嫦娥七號將於2026年8月發射"


# --- the quick ways say what the long ways say


_SPACED = st.text(alphabet="ab  &;#39lt\u200bⅢ月8年é’-", max_size=40)


@given(_SPACED)
@settings(max_examples=300)
def test_the_quick_look_for_odd_spelling_misses_nothing(text: str) -> None:
    assert normalise._is_odd(text) == (normalise._ODD.search(text) is not None)


@given(st.text(alphabet="aT '-_", max_size=30) | st.text(alphabet="abTHE '-.,1_\n\té月", max_size=60))
def test_the_quick_way_to_cut_words_gives_the_same_words(text: str) -> None:
    assert language._words(text.lower()) == language._WORD.findall(text.lower())


NAMES = Names(seeding.load().missions, latin_only=True)


@given(st.text(alphabet="aceCEx47iv- \n", max_size=30))
def test_short_names_are_hinted_at_wherever_they_can_stand(text: str) -> None:
    stands = re.search(r"(?<![a-z])ce[\s-]?(?:\d|[ivx])", text.lower())
    assert NAMES.hinted(text.lower()) == (stands is not None)
