"""The user's sources.toml, changed by the app: what was meant is there, what he wrote stays, and all can be taken back."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import ExportError, SeedError
from tracker.model import Source, Tier
from tracker.sources import catalogue, own

MINE = Source("mine", "My feed", "https://mine.example/feed", Tier.PRESS, interval_minutes=90, origin="user")
FILE = """# my own sources
disable = ["space-com"]  # too loud

# the observatory
[[source]]
id = "observatory"
name = "Observatory"  # of our town
url = "https://observatory.example/feed.xml"
tier = "press"

# a friend's blog
[[source]]
id = "friend"
name = "A friend"
url = "https://friend.example/feed"
tier = "other"
interval_minutes = 240
# the end
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "config" / "sources.toml"
    made.parent.mkdir()
    made.write_text(FILE, encoding="utf-8")
    return made


SHIPPED = {s.id: s for s in catalogue.load()}


def now(path: Path) -> dict[str, Source]:
    return {s.id: s for s in catalogue.load(path)}


def comments(text: str) -> list[str]:
    return [line[line.index("#") :] for line in text.splitlines() if "#" in line]


def test_a_new_source_stands_at_the_end_and_nothing_else_moves(path: Path) -> None:
    written = own.add(path, [MINE])
    assert now(path)["mine"] == MINE
    text = path.read_text(encoding="utf-8")
    assert text.startswith(FILE)
    assert text == written.after
    assert text[len(FILE) :] == (
        '\n[[source]]\nid = "mine"\nname = "My feed"\nurl = "https://mine.example/feed"\ntier = "press"\n'
        "interval_minutes = 90\n"
    )


def test_the_first_source_makes_folder_and_file(tmp_path: Path) -> None:
    path = tmp_path / "new" / "sources.toml"
    written = own.add(path, [MINE])
    assert now(path)["mine"] == MINE
    own.take_back(written)
    assert not path.exists()


def test_a_field_stands_in_its_own_table_before_the_comment_on_the_next(path: Path) -> None:
    own.change(path, "observatory", {"interval_minutes": 120, "muted": True})
    source = now(path)["observatory"]
    assert (source.interval_minutes, source.muted) == (120, True)
    text = path.read_text(encoding="utf-8")
    assert comments(text) == comments(FILE)
    assert text.index("muted = true") < text.index("# a friend's blog")
    own.change(path, "observatory", {"muted": False, "tier": "agency", "name": "Our observatory"})
    source = now(path)["observatory"]
    assert (source.muted, source.tier, source.name) == (False, Tier.AGENCY, "Our observatory")
    assert "muted" not in path.read_text(encoding="utf-8")


def test_a_shipped_source_s_own_values_are_not_written_down(path: Path) -> None:
    before = path.read_text(encoding="utf-8")
    own.change(path, "spacenews", {"enabled": False, "interval_minutes": 120}, SHIPPED["spacenews"])
    assert (now(path)["spacenews"].enabled, now(path)["spacenews"].interval_minutes) == (False, 120)
    assert now(path)["spacenews"].origin == "team"
    own.change(
        path,
        "spacenews",
        {"enabled": True, "interval_minutes": SHIPPED["spacenews"].interval_minutes},
        SHIPPED["spacenews"],
    )
    assert now(path)["spacenews"] == SHIPPED["spacenews"]
    assert path.read_text(encoding="utf-8").split() == before.split()
    own.change(path, "payload", {"enabled": True}, SHIPPED["payload"])
    assert now(path)["payload"].enabled
    own.change(path, "payload", {"enabled": False}, SHIPPED["payload"])
    assert "payload" not in path.read_text(encoding="utf-8")


def test_what_the_lists_switch_off_can_be_switched_on(path: Path) -> None:
    assert not now(path)["space-com"].enabled
    own.change(path, "space-com", {"enabled": True}, SHIPPED["space-com"])
    assert now(path)["space-com"].enabled
    assert "disable" not in path.read_text(encoding="utf-8")
    path.write_text('enable = ["payload", "csa"]\n', encoding="utf-8")
    own.change(path, "payload", {"enabled": False}, SHIPPED["payload"])
    assert not now(path)["payload"].enabled
    assert now(path)["csa"].enabled


@pytest.mark.parametrize("gone", [["observatory"], ["friend"], ["friend", "observatory"], ["observatory", "friend"]])
def test_removed_with_every_comment_kept(path: Path, gone: list[str]) -> None:
    for ident in gone:
        own.remove(path, ident)
    assert not set(gone) & now(path).keys()
    text = path.read_text(encoding="utf-8")
    expected = [c for c in comments(FILE) if c != "# of our town" or "observatory" not in gone]
    assert comments(text) == expected
    own.add(path, [MINE])
    assert now(path)["mine"] == MINE


def test_reset_gives_the_shipped_source_back(path: Path) -> None:
    own.change(path, "cgtn-tech", {"tier": "other", "muted": True}, SHIPPED["cgtn-tech"])
    own.remove(path, "cgtn-tech")
    own.remove(path, "space-com")
    assert now(path)["cgtn-tech"] == SHIPPED["cgtn-tech"]
    assert now(path)["space-com"] == SHIPPED["space-com"]


def test_where_nothing_else_is_followed_a_shipped_source_stays_in_the_list(path: Path) -> None:
    path.write_text(
        'only = true\n\n[[source]]\nid = "spacenews"\nmuted = true\ninterval_minutes = 90\n', encoding="utf-8"
    )
    own.change(path, "spacenews", {"muted": False, "interval_minutes": 60}, SHIPPED["spacenews"])
    assert now(path).keys() == {"spacenews"}
    own.change(path, "spacenews", {"muted": True}, SHIPPED["spacenews"])
    own.remove(path, "spacenews")
    assert list(now(path).values()) == [s for s in catalogue.load() if s.id == "spacenews"]


def test_a_search_made_for_a_mission_is_written_whole_when_it_is_changed(path: Path) -> None:
    made = Source("snapi-luna-27", "Search", "https://api.example/?search=Luna+27", Tier.OTHER, adapter="snapi")
    own.change(path, made.id, {"muted": True}, made)
    changed = now(path)[made.id]
    assert (changed.adapter, changed.url, changed.muted, changed.enabled) == ("snapi", made.url, True, True)
    own.change(path, made.id, {"muted": False}, made)
    assert made.id not in now(path)
    own.change(path, made.id, {"enabled": False}, made)
    assert not now(path)[made.id].enabled
    own.remove(path, made.id)
    assert path.read_text(encoding="utf-8").split() == FILE.split()


def test_everything_can_be_taken_back_unless_somebody_wrote_meanwhile(path: Path) -> None:
    for written in (
        own.remove(path, "friend"), own.add(path, [MINE]), own.change(path, "mine", {"enabled": False}),
    ):  # fmt: skip
        assert written.before is not None
    own.take_back(written)
    assert now(path)["mine"].enabled
    path.write_text(FILE, encoding="utf-8")
    with pytest.raises(SeedError, match="changed since"):
        own.take_back(written)
    assert path.read_text(encoding="utf-8") == FILE


def test_lists_of_inline_tables_are_changed_too(path: Path) -> None:
    path.write_text('source = [{id = "a", name = "A", url = "https://a.example/", tier = "press"}]\n', encoding="utf-8")
    own.add(path, [MINE])
    own.change(path, "a", {"muted": True})
    assert (now(path)["a"].muted, now(path)["mine"]) == (True, MINE)
    own.remove(path, "a")
    assert "a" not in now(path)
    own.remove(path, "mine")
    assert now(path).keys() == {s.id for s in catalogue.load()}


def test_line_ends_stay_as_they_are(path: Path) -> None:
    path.write_bytes(FILE.replace("\n", "\r\n").encode())
    own.change(path, "observatory", {"muted": True})
    assert now(path)["observatory"].muted
    assert path.read_bytes().count(b"\r\n") >= FILE.count("\n")


@pytest.mark.parametrize("fields", [
    {"interval_minutes": 0}, {"interval_minutes": True}, {"tier": "rumour"}, {"name": " "}, {"name": "a\nb"},
    {"url": "javascript:alert(1)"}, {"muted": 1}, {"origin": "team"},
])  # fmt: skip
def test_what_could_not_be_read_again_is_not_written(path: Path, fields: dict[str, object]) -> None:
    with pytest.raises(SeedError, match="observatory"):
        own.change(path, "observatory", fields)
    assert path.read_text(encoding="utf-8") == FILE


@pytest.mark.parametrize("text", ["[[source", "x = 1\n", '[[source]]\nid = "a"\n', "\x00"])
def test_a_broken_file_is_not_overwritten(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SeedError, match=r"sources\.toml"):
        own.add(path, [MINE])
    assert path.read_text(encoding="utf-8") == text
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(SeedError, match="not overwritten"):
        own.add(path, [MINE])


def test_the_same_id_twice_is_refused(path: Path) -> None:
    own.add(path, [MINE])
    with pytest.raises(SeedError, match="twice"):
        own.add(path, [MINE])


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises((SeedError, ExportError), match="file"):
        own.add(tmp_path / "file" / "sources.toml", [MINE])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_must_not_be_written_is_told(path: Path) -> None:
    path.parent.chmod(0o500)
    with pytest.raises(ExportError):
        own.add(path, [MINE])


@pytest.mark.parametrize(("name", "url", "ident"), [
    ("Moon Notes", "https://moon.example/feed", "moon-notes"),
    ("Raumfahrer für alle!", "https://r.example/", "raumfahrer-fur-alle"),
    ("中国载人航天", "https://www.cmse.gov.cn/feed", "www-cmse-gov-cn"),
    ("月", "", "source"),
    ("x" * 90, "", "x" * 40),
])  # fmt: skip
def test_an_id_is_made_of_the_name(name: str, url: str, ident: str) -> None:
    assert own.new_id(name, url, ()) == ident
    second = own.new_id(name, url, {ident})
    assert second.endswith("-2")
    assert len(second) <= 40
    assert own.new_id(name, url, {ident, second}).endswith("-3")


@given(name=st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=60))
def test_any_printable_name_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    path = tmp_path_factory.mktemp("own") / "sources.toml"
    ident = own.new_id(name, "https://x.example/feed", {s.id for s in catalogue.load()})
    source = Source(ident, name, "https://x.example/feed", Tier.OTHER, origin="user")
    if not name.strip() or not name.isprintable():
        with pytest.raises(SeedError):
            own.add(path, [source])
        return
    own.add(path, [source])
    assert now(path)[ident] == source
