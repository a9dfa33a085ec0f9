"""What came from a feed is plain text everywhere, marks sit on the right words, only http and https leave the window."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.ui_world import Stage
from tracker.model import Tier
from tracker.ui import words
from tracker.ui.excerpt import excerpt
from tracker.ui.labels import Text, menu_text, tip
from tracker.ui.link import Link
from tracker.ui.marked_text import Mark, MarkedText, safe, units
from tracker.views import Article, MarkedClaim, Proof
from tracker.webaddress import host

HOSTILE = '<img src="http://evil.example/x.png"><b>bold</b> &amp; <a href="javascript:x()">click</a>'


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://www.nasa.gov/feed/", "www.nasa.gov"),
        ("http://xinhuanet.com", "xinhuanet.com"),
        ("https://[2001:db8::1]/x", "2001:db8::1"),
        ("https://nаsa.gov/", "xn--nsa-6cd.gov"),  # a Cyrillic letter
        ("ftp://nasa.gov/", ""),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("https://nasa.gov@evil.example/", ""),
        ("https://", ""),
        ("https://a b/", ""),
        ("https://x\n.example/", ""),
        ("", ""),
    ],
)
def test_only_web_addresses_are_links_and_their_host_is_shown(url: str, shown: str) -> None:
    assert host(url) == shown


@given(st.text(max_size=200))
def test_host_never_fails(url: str) -> None:
    assert isinstance(host(url), str)
    assert host("https://" + url).isascii()


@given(st.text(max_size=80), st.integers(-5, 90), st.integers(-5, 90))
def test_offsets_count_as_qt_counts(text: str, start: int, end: int) -> None:
    assert (
        units(text, end) - units(text, start)
        == len(text[max(start, 0) : max(end, 0)].encode("utf-16-le", "surrogatepass")) // 2
        if start <= end
        else True
    )
    assert len(safe(text)) == len(text)


LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"])


@settings(max_examples=60, deadline=None)
@given(st.text(LETTERS, min_size=1, max_size=60), st.data())
def test_marks_sit_on_the_words(qapp: object, text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    view = MarkedText(Stage().theme)
    view.show_text(text, [Mark(start, end)])
    assert view.marked_words() == [safe(text[start:end])]
    assert view.toPlainText().replace("\xa0", " ") == safe(text).replace("\xa0", " ")


def test_control_characters_do_not_shift_marks(qtbot: object) -> None:
    text = "one\r\ntwo\x00three\x0bfour 🚀 five"
    start = text.index("five")
    view = MarkedText(Stage().theme)
    view.show_text(text, [Mark(start, start + 4)])
    assert view.marked_words() == ["five"]


def test_marks_outside_the_text_are_harmless(qtbot: object) -> None:
    view = MarkedText(Stage().theme)
    view.show_text("short", [Mark(-4, 900), Mark(700, 800), Mark(4, 2)])
    assert view.marked_words() == ["short", "", "or"]


def test_labels_take_no_markup(qtbot: object) -> None:
    label = Text(Stage().theme, HOSTILE)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == HOSTILE
    assert "<b>" not in tip(HOSTILE)
    assert "&lt;b&gt;" in tip(HOSTILE)
    assert menu_text("R&D\n  news " + "x" * 200).startswith("R&&D news x")
    assert len(menu_text("x" * 300)) == 70


def test_a_hostile_article_is_shown_as_written(qtbot: object) -> None:
    stage = Stage()
    window = stage.window()
    window.open_page("articles")
    claim = MarkedClaim(
        "t", "artemis-3", "launch", "planned", "not-a-date", "asserted", "title", 0, 4, "accepted", HOSTILE
    )
    article = Article("x", 1, 1, HOSTILE, HOSTILE, HOSTILE, Tier.PRESS, "javascript:alert(1)", None, date(2026, 1, 1), None, (claim,))  # fmt: skip
    view = window.pages.articles.view
    view.show_article(article)
    assert view.text.toPlainText() == HOSTILE
    assert view.title_marks.toPlainText() == HOSTILE
    assert not view.open.isVisible()
    for label in view.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
    assert any("Artemis III · launch · not-a-date" in link.words for link in view.findChildren(Link))


@pytest.mark.parametrize(
    ("status", "when", "english", "chinese"),
    [
        ("planned", "2028", "2028", "2028年"),
        ("planned", "", "no date", "日期未定"),
        ("achieved", "2024-06-02", "achieved 2 Jun 2024", "2024年6月2日已完成"),
        ("cancelled", "", "cancelled", "取消"),
        ("levitating", "2028", "2028", "2028"),
        ("levitating", "", "levitating", "levitating"),
    ],
)
def test_what_a_stored_claim_says(status: str, when: str, english: str, chinese: str) -> None:
    assert (words.claimed(status, when, "en"), words.claimed(status, when, "zh")) == (english, chinese)


PROOF_TEXT = st.text(st.sampled_from("ab c。\n月🚀"), min_size=1, max_size=400)


@given(PROOF_TEXT, st.integers(0, 400), st.integers(0, 400))
def test_an_excerpt_always_holds_the_quote(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    proof = Proof("t", "i", "o", Tier.PRESS, "", None, "", text, start, end)
    shown, low, high = excerpt(proof)
    assert shown[low:high] == text[start:end].replace("\n", " ")
    assert len(shown) <= (end - start) + 240
