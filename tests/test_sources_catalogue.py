"""The shipped sources, and a user's file over them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tracker.errors import SeedError
from tracker.model import Source, Tier
from tracker.sources import adapters, catalogue, listpage

OWN = '[[source]]\nid = "x"\nname = "Mine"\nurl = "http://127.0.0.1:1234/feed"\ntier = "agency"\ninterval_minutes = 1\n'


@pytest.fixture
def user(tmp_path: Path) -> Path:
    return tmp_path / "sources.toml"


def load(user: Path, text: str) -> dict[str, Source]:
    user.write_text(text, encoding="utf-8")
    return {source.id: source for source in catalogue.load(user)}


def test_the_shipped_catalogue_is_whole() -> None:
    sources = {s.id: s for s in catalogue.load()}
    on = {s.id for s in sources.values() if s.enabled}
    assert {
        "nasa-artemis", "nasa-releases", "nasa-artemis-blog", "esa-exploration", "spacenews", "nasaspaceflight",
        "spaceflight-now", "cgtn-tech", "space-com", "spacepolicyonline", "ars-technica",
    } <= on  # fmt: skip
    assert {
        "csa",
        "jaxa",
        "european-spaceflight",
        "payload",
        "planetary-society",
        "space-review",
    } <= sources.keys() - on
    assert {s.outlet for s in sources.values() if s.id.startswith("nasa-")} == {"NASA"}
    for source in sources.values():
        assert source.url.startswith("https://")
        assert source.origin == "team"
        assert source.interval_minutes >= 30
        assert source.language
        assert adapters.find(source)
        assert source.outlet
        assert catalogue.rejection(source.url) is None


def test_every_adapter_that_may_be_named_exists() -> None:
    for name in catalogue.ADAPTERS:
        assert adapters.find(Source("x", "X", "https://x.example/", Tier.PRESS, adapter=name))
        kind, _, layout = name.partition(":")
        assert kind != "list" or listpage.layout(layout).article_body


def test_no_host_is_asked_more_often_than_its_sources_say() -> None:
    """Polite by default: all sources of a host together ask at most ten times an hour."""
    hosts: dict[str, float] = {}
    for source in catalogue.load():
        if source.enabled:
            host = source.url.split("/")[2]
            hosts[host] = hosts.get(host, 0) + 60 / source.interval_minutes
    assert max(hosts.values()) <= 10


def test_rejected_addresses_have_a_reason_in_both_languages() -> None:
    assert "2017" in (catalogue.rejection("http://english.news.cn/rss/china.xml") or "")
    assert "2017" in (catalogue.rejection("HTTPS://WWW.XINHUANET.com/english/rss/x.xml", "zh") or "")
    assert catalogue.rejection("https://www.globaltimes.cn/rss/outbrain.xml")
    assert catalogue.rejection("globaltimes.cn/rss/outbrain.xml")
    assert catalogue.rejection("https://news.example/feed") is None
    assert len(catalogue.rejected()) >= 4
    assert catalogue.rejected()["en.people.cn/rss"] != catalogue.rejected("zh")["en.people.cn/rss"]


def test_a_user_adds_a_source(user: Path) -> None:
    mine = load(user, OWN)["x"]
    assert mine == Source("x", "Mine", "http://127.0.0.1:1234/feed", Tier.AGENCY, interval_minutes=1, origin="user")
    assert len(load(user, OWN)) == len(catalogue.load()) + 1


def test_a_user_wants_only_his_own(user: Path) -> None:
    assert list(load(user, "only = true\n" + OWN)) == ["x"]
    assert load(user, "only = true\n") == {}
    assert load(user, 'only = true\nenable = ["payload"]')["payload"].enabled


def test_a_user_switches(user: Path) -> None:
    found = load(user, 'disable = ["space-com"]\nenable = ["payload"]')
    assert not found["space-com"].enabled
    assert found["payload"].enabled
    assert found["spacenews"].enabled


def test_a_user_changes_one_field_of_a_shipped_source(user: Path) -> None:
    changed = load(user, '[[source]]\nid = "spacenews"\ninterval_minutes = 240')["spacenews"]
    assert changed.interval_minutes == 240
    assert changed.url == "https://spacenews.com/feed/"
    assert changed.origin == "team"
    moved = load(user, '[[source]]\nid = "spacenews"\nurl = "https://spacenews.com/tag/china/feed/"')["spacenews"]
    assert moved.origin == "user"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("sources = []", "sources"),
        ("source = 1", "source"),
        ("only = 1", "only"),
        ('disable = "x"', "disable"),
        ('disable = ["no-such"]', "no-such"),
        ("[[source]]", "None"),
        ('[[source]]\nid = "Not An Id"', "Not An Id"),
        ('[[source]]\nid = "y"\nname = "Y"\ntier = "press"', "y: url"),
        ('[[source]]\nid = "y"\nname = "Y"\nurl = "https://y.example/"', "y: tier"),
        (OWN + OWN, "x"),
        (OWN.replace('"agency"', '"oracle"'), "x: tier"),
        (OWN.replace("= 1\n", "= 0\n"), "x: interval_minutes"),
        (OWN.replace("= 1\n", "= true\n"), "x: interval_minutes"),
        (OWN.replace("= 1\n", "= 1.5\n"), "x: interval_minutes"),
        (OWN.replace("= 1\n", "= 999999999999\n"), "x: interval_minutes"),
        (OWN.replace("http://127.0.0.1:1234/feed", "file:///etc/passwd"), "x: url"),
        (OWN.replace("http://127.0.0.1:1234/feed", "http://["), "x: url"),
        (OWN.replace('"Mine"', '""'), "x: name"),
        (OWN.replace('"Mine"', '"a\\nb"'), "x: name"),
        (OWN.replace('"Mine"', "7"), "x: name"),
        (OWN + 'zone = "Mars/Olympus"', "x: zone"),
        (OWN + 'zone = "../../etc/passwd"', "x: zone"),
        (OWN + 'adapter = "tea-leaves"', "x: adapter"),
        (OWN + 'language = "klingon!"', "x: language"),
        (OWN + "enabled = 1", "x: enabled"),
        (OWN + 'origin = "team"', "x: origin"),
        (OWN + "colour = 1", "x: colour"),
        ("this is not toml", "sources.toml"),
        ("a" * 10 + " = " + "[" * 2000, "sources.toml"),
    ],
)
def test_a_fault_is_named(user: Path, text: str, key: str) -> None:
    with pytest.raises(SeedError) as caught:
        load(user, text)
    assert key in caught.value.key
    assert str(user) in caught.value.key


def test_a_file_that_is_not_there_or_not_text(user: Path) -> None:
    with pytest.raises(SeedError):
        catalogue.load(user)
    user.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SeedError):
        catalogue.load(user)


def test_words_and_health_need_no_network_library() -> None:
    """The command line asks for them at each start."""
    code = (
        "import sys, tracker.sources.health, tracker.sources.catalogue;"
        "print([m for m in ('httpx2', 'httpcore2', 'feedparser', 'ssl') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
