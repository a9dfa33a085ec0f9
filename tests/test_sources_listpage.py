"""List pages of agencies: layouts as data, articles followed, a changed layout said aloud."""

from __future__ import annotations

import contextlib
import random
import time
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.loopback import Reply, Server, serve
from tracker.errors import ParseError, SeedError
from tracker.model import Harvest, Source, SourceState, Tier
from tracker.sources import catalogue, listpage, page
from tracker.sources.collect import collect
from tracker.sources.fetch import Fetcher

NOW = datetime(2026, 10, 5, 12, 0, tzinfo=UTC)
SAMPLES = Path(__file__).resolve().parents[2] / "shared" / "sources" / "samples"
HTML = "text/html"


def shipped(ident: str) -> Source:
    return next(s for s in catalogue.load() if s.id == ident)


def parse(ident: str, body: bytes) -> list[listpage.Item]:
    source = shipped(ident)
    return list(listpage.parse(source, body, base=source.url, content_type="", now=NOW).items)


# --- the small language of selectors

PAGE = page.read(
    b"""<div id=top class="a b"><ul id="list"><li class="x">One <a href="/1" title="First">1</a>
    <li>Two<a>2</a></li></ul><p>Text<br>more<script>no</script></p></div><a href="/3">3</a>"""
)


@pytest.mark.parametrize(
    ("selector", "texts"),
    [
        ("li", ["One 1", "Two2"]),
        ("#list li", ["One 1", "Two2"]),
        ("ul#list > li.x", ["One 1"]),
        (".a.b li.x a[title]", ["1"]),
        ("a[href]", ["1", "3"]),
        ("a", ["1", "2", "3"]),
        ("div>ul>li>a", ["1", "2"]),
        ("div > a", []),
        (".a .b", []),
        ("p", ["Text\nmore"]),
        ("[title]", ["1"]),
    ],
)
def test_selectors(selector: str, texts: list[str]) -> None:
    assert [node.text() for node in PAGE.find(selector)] == texts


@pytest.mark.parametrize("selector", ["", " ", "a:hover", "a,b", "*", "a[x=y]", "> >"])
def test_what_the_language_does_not_have_is_refused(selector: str) -> None:
    with pytest.raises(ValueError, match="selector"):
        list(PAGE.find(selector))


def test_hostile_pages_cost_little() -> None:
    for body in (
        b"<div>" * 1_000_000,
        b"<p " * 1_500_000,
        b"<!" * 2_000_000,
        b"<a>x</b>" * 600_000,
        b"\x00\xff" * 1_000,
    ):
        began = time.process_time()
        with contextlib.suppress(ParseError):
            page.read(body[:5_000_000]).text()
        assert time.process_time() - began < 10


def test_a_page_of_too_many_elements_is_refused() -> None:
    with pytest.raises(ParseError) as caught:
        page.read(b"<p>x</p>" * 60_000)
    assert caught.value.code == "too-complex"


@given(st.text(alphabet=st.sampled_from("<>/=\"' abdilpu!-"), max_size=200))
@settings(max_examples=200)
def test_any_page_is_a_tree(markup: str) -> None:
    tree = page.read(markup.encode())
    assert isinstance(tree.text(), str)
    assert len(list(tree.find("a"))) <= markup.count("<a")


# --- pages of our own in the two layouts


def cmsa(*rows: tuple[str, str, str]) -> bytes:
    lines = "".join(
        f'<li> <a href="../{path}.html" target="_blank">{title}</a> <span class="pc_none">{day}</span> </li>'
        for path, title, day in rows
    )
    return f'<html><body><ul id="list" page="1">{lines}</ul></body></html>'.encode()


ROWS = [
    ("202609/t20260905_58000", "我国完成新型发动机试车", "2026-09-05"),
    ("202609/t20260901_57990", "航天员开展水下训练 &amp; 总结", "2026-09-01"),
]


def test_a_row_is_an_item_of_its_day() -> None:
    first, second = parse("cmsa-zh", cmsa(*ROWS))
    assert first.title == "我国完成新型发动机试车"
    assert first.url == "https://www.cmse.gov.cn/xwzx/202609/t20260905_58000.html"
    assert first.published_on == date(2026, 9, 5)
    assert first.published_at is None
    assert (first.language, first.outlet, first.tier) == ("zh", "CMSA", Tier.AGENCY)
    assert second.title == "航天员开展水下训练 & 总结"


def test_the_number_is_the_key_wherever_the_page_moves() -> None:
    (first,) = parse("cmsa-zh", cmsa(ROWS[0]))
    (moved,) = parse("cmsa-zh", cmsa(("zhxw/202609/t20260905_58000", "更正：完成试车", "2026-09-06")))
    assert first.id == moved.id
    assert first.digest != moved.digest


def test_a_page_in_gb18030() -> None:
    body = cmsa(*ROWS).decode().encode("gb18030")
    assert parse("cmsa-zh", body)[0].title == "我国完成新型发动机试车"


@pytest.mark.parametrize(
    "body",
    [
        b"", b"<html></html>", cmsa(), cmsa(*ROWS).replace(b'id="list"', b'id="liste"'),
        cmsa(("a/b", "x", "2026-01-01")), b"\x89PNG\r\n", b'{"rows": []}',
    ],
)  # fmt: skip
def test_nothing_found_is_a_changed_layout(body: bytes) -> None:
    with pytest.raises(ParseError) as caught:
        parse("cmsa-zh", body)
    assert caught.value.code == "layout-changed"


def test_a_row_without_a_date_is_undated_and_markup_in_titles_is_text() -> None:
    (item,) = parse("cmsa-zh", cmsa(("202609/t20260905_58000", "a &lt;script&gt; b", "soon")))
    assert item.undated
    assert item.title == "a <script> b"


def test_no_such_layout() -> None:
    with pytest.raises(SeedError):
        listpage.layout("tea-leaves")


# --- articles

ARTICLE = '<div class="wzxq"><div class="title">试车</div><div id="dochtmlcon"><p>第一段。</p><p>第二段<b>要点</b>。</p><script>x</script></div></div>'


@pytest.fixture
def site() -> object:
    rows = [(f"202609/t2026090{n}_5800{n}", f"新闻{n}", f"2026-09-0{n}") for n in range(9, 0, -1)]
    routes = {"/xwzx/zhxw/": Reply(cmsa(*rows), content_type=HTML)}
    routes |= {f"/xwzx/202609/t2026090{n}_5800{n}.html": Reply(ARTICLE.encode(), content_type=HTML) for n in range(10)}
    with serve(routes) as server:
        yield server


def visit(server: Server, known: dict[str, str] | None, pauses: list[float] | None = None) -> Harvest:
    source = Source("cmsa", "CMSA", server.url("/xwzx/zhxw/"), Tier.AGENCY, "list:cmsa-zh", "zh", "Asia/Shanghai")

    def pause(seconds: float) -> None:
        if pauses is not None:
            pauses.append(seconds)

    with Fetcher() as fetcher:
        return collect(
            source, SourceState("cmsa"), fetcher=fetcher, now=NOW, rng=random.Random(1), pause=pause, known=known
        )


def test_the_newest_five_are_read_whole_and_politely(site: Server) -> None:
    pauses: list[float] = []
    harvest = visit(site, {}, pauses)
    assert harvest.state.trouble is None
    assert [item.text for item in harvest.items] == ["第一段。\n第二段要点。"] * 5 + [""] * 4
    assert len(site.log) == 6
    assert site.most_open == 1
    assert pauses == [1.0] * 5
    assert "text/html" in site.log[0].headers["accept"]


def test_known_rows_are_not_brought_again(site: Server) -> None:
    everything = visit(site, None)
    assert len(everything.items) == 9
    assert len(site.log) == 1  # without the store's word no article is asked for
    known = {item.id: item.title for item in everything.items[1:]}
    harvest = visit(site, known)
    assert [item.title for item in harvest.items] == ["新闻9"]
    assert harvest.items[0].text
    assert harvest.items[0].id == everything.items[0].id
    assert visit(site, known | {harvest.items[0].id: harvest.items[0].title}).items == ()
    assert harvest.state.newest_item_at is not None


def test_a_known_row_with_another_title_is_brought_with_its_text(site: Server) -> None:
    known = {item.id: item.title for item in visit(site, None).items}
    third = list(known)[2]
    before = len(site.log)
    harvest = visit(site, known | {third: "更正前的标题"})
    assert [(item.id, item.title, item.text) for item in harvest.items] == [(third, "新闻7", "第一段。\n第二段要点。")]
    assert len(site.log) == before + 2
    site.routes["/xwzx/202609/t20260907_58007.html"] = Reply(status=500)
    again = visit(site, known | {third: "更正前的标题"})
    assert again.items == ()  # not without its text: the next visit tries again
    assert again.state.trouble is None


def test_an_article_that_fails_leaves_the_row(site: Server) -> None:
    site.routes["/xwzx/202609/t20260908_58008.html"] = Reply(status=500)
    harvest = visit(site, {})
    assert [bool(item.text) for item in harvest.items] == [True] + [False] * 8
    assert harvest.state.trouble is None
    assert len(site.log) == 3


def test_an_article_of_another_layout_leaves_the_row(site: Server) -> None:
    site.routes["/xwzx/202609/t20260909_58009.html"] = Reply(b"<html>gone</html>", content_type=HTML)
    assert not any(item.text for item in visit(site, {}).items)


def test_a_changed_layout_is_a_trouble_and_keeps_the_state(site: Server) -> None:
    site.routes["/xwzx/zhxw/"] = Reply(b"<html>a new design</html>", content_type=HTML)
    harvest = visit(site, {})
    assert harvest.items == ()
    assert harvest.state.trouble is not None
    assert harvest.state.trouble.code == "layout-changed"


def test_an_undated_row_takes_its_articles_date() -> None:
    source = shipped("cnsa-en")
    listed = b'<ul><li class="ej_cont_li"><a href="/english/n6465652/n6465653/c10/content.html">A test of engines</a></li></ul>'
    (item,) = listpage.parse(source, listed, base=source.url, content_type="", now=NOW).items
    assert item.undated
    body = b'<table><tr><td class="brown">Date: 2026-09-20</td></tr></table><table class="black14_30"><tr><td>It ran.</td></tr></table>'
    full = listpage.with_article(source, item, body, now=NOW)
    assert (full.text, full.published_on, full.undated, full.id) == ("It ran.", date(2026, 9, 20), False, item.id)


# --- real pages

pytest_real = pytest.mark.skipif(not SAMPLES.exists(), reason="the real documents of ../shared/sources are not here")


@pytest_real
def test_the_page_of_cmsa() -> None:
    found = parse("cmsa-zh", (SAMPLES / "html_cmsa_zh_list_2026-10-05.html").read_bytes())
    assert len(found) == 15
    assert all(item.published_on and not item.undated for item in found)
    (notice,) = [i for i in found if "不能在今年预定窗口实施" in i.title]
    assert notice.published_on == date(2026, 8, 23)
    assert notice.url == "https://www.cmse.gov.cn/xwzx/202608/t20260823_57750.html"
    assert any("垂直转运" in i.title and i.published_on == date(2026, 8, 19) for i in found)


@pytest_real
def test_the_page_and_an_article_of_cnsa() -> None:
    found = parse("cnsa-zh", (SAMPLES / "html_cnsa_zh_list_2026-10-05.html").read_bytes())
    assert len(found) == 4
    assert all(item.title and item.text and item.published_on for item in found)
    assert not any("..." in item.title or "2026-0" in item.title for item in found)
    article = (SAMPLES / "html_cnsa_zh_detail_2026-10-05.html").read_bytes()
    full = listpage.with_article(shipped("cnsa-zh"), found[0], article, now=NOW)
    assert full.published_on == date(2026, 9, 20)
    assert len(full.text) > len(found[0].text)
    assert full.text.endswith("。")
    assert "字体" not in full.text
