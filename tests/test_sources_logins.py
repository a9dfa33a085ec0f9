"""A source's login: to its own server only, dropped where it must be, and a refusal that is said in words."""

from __future__ import annotations

import base64
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.loopback import Reply, Request, Server, entry, rss, serve
from tracker.errors import FetchError, SeedError
from tracker.model import Harvest, Source, SourceState, Tier
from tracker.sources import catalogue, health, trial
from tracker.sources.catalogue import Wishes
from tracker.sources.collect import collect
from tracker.sources.fetch import USER_AGENT, Fetcher, Limits
from tracker.sources.logins import Login, Logins
from tracker.webaddress import may_share_a_secret

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
LAUNCHES = json.dumps({"count": 1, "results": [{
    "id": "9d402fb6-9115-424d-b6f0-bd3b13ee310e", "name": "Long March 5 | Chang'e 7",
    "status": {"id": 1, "name": "Go for Launch"}, "net": "2027-08-24T00:00:00Z", "net_precision": {"id": 5, "name": "Day"},
    "last_updated": "2026-11-20T10:00:00Z", "url": "https://ll.example/x",
}]}).encode()  # fmt: skip


@pytest.fixture
def server() -> Iterator[Server]:
    with serve({"/feed": Reply(rss(entry(1)))}) as running:
        yield running


@pytest.fixture
def source(server: Server) -> Source:
    return Source("mine", "Mine", server.url("/feed"), Tier.PRESS, origin="user", auth="bearer")


@pytest.fixture
def database(server: Server) -> Source:
    server.routes["/2.3.0/launches/?id=1"] = wants("Token good", Reply(LAUNCHES), else_=401)
    url = server.url("/2.3.0/launches/?id=1")
    return Source("launch-library", "Launch Library 2", url, Tier.DATABASE, adapter="ll2", origin="user", auth="token")


def wants(authorization: str, reply: Reply, *, else_: int) -> Callable[[Request], Reply]:
    """A server that answers everybody without a login, and nobody with a wrong one; with `else_` 403 not even those."""

    def answer(request: Request) -> Reply:
        shown = request.headers.get("authorization", "")
        if shown == authorization or (not shown and else_ == 401):
            return reply
        return Reply(status=401)

    return answer


def visit(
    source: Source, login: Login | None = None, state: SourceState | None = None, *, logins: Logins | None = None, now: datetime = NOW
) -> Harvest:  # fmt: skip
    with Fetcher(limits=Limits(connect_seconds=1, read_seconds=1, whole_seconds=2)) as fetcher:
        return collect(
            source, state or SourceState(source.id), fetcher=fetcher, now=now, rng=random.Random(1),
            pause=lambda _s: None, logins=logins or (lambda _source: login),
        )  # fmt: skip


def code(harvest: Harvest) -> str:
    return harvest.state.trouble.code if harvest.state.trouble else "fine"


# --- what is sent


@pytest.mark.parametrize(
    ("auth", "header"),
    [
        ("bearer", "Bearer abc"),
        ("token", "Token abc"),
        ("basic", "Basic " + base64.b64encode("月:abc".encode()).decode()),
        ("", None),
    ],
)
def test_each_kind(server: Server, source: Source, auth: str, header: str | None) -> None:
    changed = replace(source, auth=auth)
    harvest = visit(changed, Login(auth, "abc", "月") if auth else None)
    assert code(harvest) == "fine"
    assert server.log[0].headers.get("authorization") == header


@given(st.text(st.characters(), min_size=1, max_size=30), st.text(max_size=30))
def test_whatever_is_entered_makes_a_header_or_a_sentence(secret: str, user: str) -> None:
    for kind in ("basic", "bearer", "token"):
        try:
            header = Login(kind, secret, user).header()
        except FetchError as error:
            assert error.code == "bad-secret"
            assert len(secret) < 8 or secret not in str(error)
        else:
            assert header.isascii()
            assert header.isprintable()
    assert len(secret) < 8 or secret not in repr(Login("basic", secret, ""))


def test_without_auth_nobody_is_asked_for_a_secret(source: Source) -> None:
    def never(_source: Source) -> Login | None:
        raise AssertionError("asked")

    assert code(visit(replace(source, auth=""), logins=never)) == "fine"


def test_the_keyring_is_asked_once_a_visit(server: Server, source: Source) -> None:
    asked: list[str] = []

    def give(which: Source) -> Login:
        asked.append(which.id)
        return Login("bearer", "abc")

    server.routes["/feed"] = Reply(status=503)
    visit(source, logins=give)
    assert len(server.log) == 2
    assert asked == ["mine"]


# --- where it goes


def test_not_to_another_server(server: Server, source: Source) -> None:
    with serve({"/there": Reply(rss(entry(1)))}) as other:  # the same machine, another port
        server.routes["/feed"] = Reply(status=302, headers={"Location": other.url("/there")})
        assert code(visit(source, Login("bearer", "abc"))) == "fine"
        assert "authorization" in server.log[0].headers
        assert "authorization" not in other.log[0].headers
        back = Reply(status=302, headers={"Location": server.url("/again")})
        other.routes["/there"], server.routes["/again"] = back, Reply(rss(entry(1)))
        visit(source, Login("bearer", "abc"))
        assert "authorization" not in server.asked("/again")[0].headers  # once dropped it does not come back


def test_not_to_the_place_it_moved_to_for_good(server: Server, source: Source) -> None:
    with serve({"/new": Reply(rss(entry(1)))}) as other:
        server.routes["/feed"] = Reply(status=302, headers={"Location": other.url("/closed")})
        other.routes["/closed"] = Reply(status=401)
        assert code(visit(source, Login("bearer", "abc"))) == "http-401"  # it never saw the secret
        other.log.clear()
        moved = SourceState("mine", moved_to=other.url("/new"), moved_seen=3)
        assert code(visit(source, Login("bearer", "abc"), moved)) == "fine"
        assert "authorization" not in other.log[0].headers


@pytest.mark.parametrize(
    ("url", "other", "may"),
    [
        ("https://a.example/x", "https://a.example/y", True),
        ("https://a.example/x", "https://A.example:443/y", True),
        ("http://a.example/x", "https://a.example/x", True),
        ("https://a.example/x", "http://a.example/x", False),
        ("https://a.example/x", "https://b.a.example/x", False),
        ("https://a.example/x", "https://a.example:8443/x", False),
        ("http://a.example:8080/x", "https://a.example/x", False),
        ("http://a.example/x", "https://b.example/x", False),
        ("file:///x", "file:///x", False),
        ("", "", False),
    ],
)
def test_who_may_share_a_secret(url: str, other: str, may: bool) -> None:
    assert may_share_a_secret(url, other) is may


# --- what is missing or refused


@pytest.mark.parametrize("trouble", ["no-secret", "no-keyring", "keyring-locked"])
def test_a_private_feed_without_its_secret_is_not_asked(server: Server, source: Source, trouble: str) -> None:
    def fails(_source: Source) -> Login | None:
        if trouble == "no-secret":
            return None
        raise FetchError("no", code=trouble)

    harvest = visit(source, logins=fails)
    assert code(harvest) == trouble
    assert server.log == []
    assert harvest.state.next_due_at is not None
    assert harvest.state.next_due_at - NOW < timedelta(minutes=12)  # nobody was troubled: soon again


def test_a_private_feed_that_refuses_it(server: Server, source: Source) -> None:
    server.routes["/feed"] = Reply(status=401)
    harvest = visit(source, Login("bearer", "wrong"))
    assert code(harvest) == "login-refused"
    assert len(server.log) == 1
    assert harvest.state.next_due_at is not None
    assert harvest.state.next_due_at - NOW >= HOUR
    assert "password or token (401)" in health.words(source, harvest.state, NOW)


def test_a_token_that_cannot_stand_in_a_header(server: Server, source: Source) -> None:
    assert code(visit(source, Login("bearer", "a\r\nX-Evil: 1"))) == "bad-secret"
    assert server.log == []


def test_launch_library_takes_the_token(server: Server, database: Source) -> None:
    harvest = visit(database, Login("token", "good"))
    assert (code(harvest), len(harvest.items), harvest.state.login_trouble) == ("fine", 1, "")
    assert [r.headers["authorization"] for r in server.log] == ["Token good"]


def test_launch_library_refuses_it_and_is_asked_without(server: Server, database: Source) -> None:
    """One call more on the first day; the person is told; a token entered since is tried at once."""
    first = visit(database, Login("token", "bad"))
    assert (code(first), len(first.items), first.state.login_trouble) == ("fine", 1, "login-refused")
    assert [r.headers.get("authorization") for r in server.log] == ["Token bad", None]
    said = health.words(database, first.state, NOW)
    assert said.startswith("Fine;")
    assert "The server refuses the password or token (401); it is asked without." in said
    assert "匿名" in health.words(database, first.state, NOW, "zh")
    assert health.health(database, first.state, NOW) == "fine"

    later = NOW + HOUR
    second = visit(database, Login("token", "bad"), first.state, now=later)
    assert (code(second), second.state.login_trouble) == ("fine", "login-refused")
    assert [r.headers.get("authorization") for r in server.log[2:]] == [None]

    third = visit(database, Login("token", "good", given_at=later), second.state, now=later + HOUR)
    assert (code(third), third.state.login_trouble, third.state.login_refused_at) == ("fine", "", None)
    assert [r.headers.get("authorization") for r in server.log[3:]] == ["Token good"]
    assert "asked without" not in health.words(database, third.state, later + HOUR)

    next_day = visit(database, Login("token", "good"), second.state, now=NOW + 25 * HOUR)
    assert next_day.state.login_trouble == ""


@pytest.mark.parametrize("trouble", ["no-secret", "no-keyring", "keyring-locked"])
def test_launch_library_goes_on_without_a_keyring(server: Server, database: Source, trouble: str) -> None:
    def fails(_source: Source) -> Login | None:
        raise FetchError("no", code=trouble)

    harvest = visit(database, logins=fails)
    assert (code(harvest), harvest.state.login_trouble) == ("fine", trouble)
    assert "authorization" not in server.log[0].headers
    assert "asked without" in health.words(database, harvest.state, NOW)


# --- its name


def test_a_source_is_asked_under_the_name_it_wants(server: Server, source: Source) -> None:
    visit(replace(source, auth="", user_agent="Lynx/2.9 (of my own choosing)"))
    visit(replace(source, auth=""))
    assert [r.headers["user-agent"] for r in server.log] == ["Lynx/2.9 (of my own choosing)", USER_AGENT]


# --- in sources.toml


def own(**fields: object) -> Source:
    row = {"id": "x", "name": "X", "url": "https://x.example/feed", "tier": "press"} | fields
    (made,) = catalogue.merge((), Wishes(sources=(row,)))
    return made


def test_the_fields_of_a_login() -> None:
    made = own(auth="basic", user="me", keyring="x-feed", user_agent="Me/1")
    assert (made.auth, made.user, made.keyring, made.user_agent) == ("basic", "me", "x-feed", "Me/1")
    assert own(auth="bearer", url="http://nas.lan/feed").auth == "bearer"


@pytest.mark.parametrize(
    "fields",
    [
        {"auth": "digest"}, {"auth": "basic"}, {"auth": "basic", "user": "me:hush"}, {"auth": 1},
        {"keyring": "9d402fb69115424db6f0bd3b13ee310ehush0123"}, {"keyring": "Hush"}, {"keyring": "hush hush"},
        {"user_agent": "hush\nX: y"}, {"user_agent": "hush" * 60}, {"user_agent": "月hush"}, {"user_agent": " hush"},
        {"url": "https://me:hush@x.example/feed"}, {"auth": "bearer", "url": "http://x.example/feed?hush"},
        {"stand_in": "file:///hush"}, {"auth": "bearer", "keyring": "proxy"},
    ],
    ids=str,
)  # fmt: skip
def test_what_is_refused_is_named_and_never_repeated(fields: dict[str, object]) -> None:
    with pytest.raises(SeedError) as caught:
        own(**fields)
    assert "hush" not in str(caught.value).replace("sources.toml", "")
    assert "x: " in str(caught.value)


def test_an_address_that_changes_loses_its_stand_in() -> None:
    shipped = next(s for s in catalogue.load() if s.id == "spacenews")
    assert shipped.stand_in
    (moved,) = catalogue.merge((shipped,), Wishes(sources=({"id": "spacenews", "url": "https://mirror.example/feed"},)))
    assert moved.stand_in == ""
    (renamed,) = catalogue.merge((shipped,), Wishes(sources=({"id": "spacenews", "name": "SN"},)))
    assert renamed.stand_in == shipped.stand_in


# --- the free call


def throttle(**changed: object) -> Reply:
    said = {
        "your_request_limit": 300,
        "limit_frequency_secs": 3600,
        "current_use": 4,
        "next_use_secs": 0,
        "ident": "me",
    }
    return Reply(json.dumps(said | changed).encode())


def tried(server: Server, database: Source, secret: str, language: str = "en") -> trial.Outcome:
    with Fetcher(limits=Limits(connect_seconds=1, read_seconds=1, whole_seconds=2)) as fetcher:
        return trial.token(secret, fetcher=fetcher, source=database, language=language)


@pytest.mark.parametrize(
    ("reply", "secret", "fine", "words"),
    [
        (throttle(), "good", True, "The token works: 300 calls an hour, 4 used."),
        (throttle(current_use=300, next_use_secs=-12), "good", True, "The token works: 300 calls an hour, 300 used. The next one in 12 seconds."),
        (throttle(limit_frequency_secs=7200), "good", True, "The token works: 300 calls in 2 hours, 4 used."),
        (throttle(your_request_limit=15), "good", True, "Launch Library answers, but the token allows no more than everybody has: 15 calls an hour."),
        (throttle(your_request_limit=15), "", True, "It can be reached: 15 calls an hour, 4 used."),
        (Reply(status=401), "bad", False, "Launch Library does not know this token."),
        (Reply(status=403), "bad", False, "Launch Library does not know this token."),
        (Reply(status=503), "good", False, "The server answers “503 Service Unavailable”."),
        (Reply(b"<html>"), "good", False, "The answer is not the JSON it should be."),
        (Reply(b"[" * 100_000), "good", False, "The answer is not the JSON it should be."),
        (throttle(your_request_limit="many"), "good", False, "The answer is not the JSON it should be."),
        (throttle(your_request_limit=1e300), "good", False, "The answer is not the JSON it should be."),
        (throttle(next_use_secs=None), "good", True, "The token works: 300 calls an hour, 4 used."),
        (throttle(), "not a\ntoken", False, "The token holds characters that no token has."),
    ],
)  # fmt: skip
def test_the_token_is_tested_by_one_free_call(
    server: Server, database: Source, reply: Reply, secret: str, fine: bool, words: str
) -> None:
    server.routes["/2.3.0/api-throttle/"] = reply
    outcome = tried(server, database, secret)
    assert (outcome.fine, outcome.words) == (fine, words)
    assert len(server.log) == (0 if "\n" in secret else 1)
    if server.log:
        assert server.log[0].headers.get("authorization") == (f"Token {secret}" if secret else None)
    chinese = tried(server, database, secret, "zh").words
    assert chinese.endswith("。")
    assert not any(
        "a" <= c <= "z"
        for c in chinese.replace("Launch Library", "").replace("JSON", "").replace("Service Unavailable", "")
    )


def test_where_the_limits_stand() -> None:
    shipped = next(s for s in catalogue.load() if s.adapter == "ll2")
    assert trial.throttle_of(shipped) == trial.THROTTLE


@pytest.mark.parametrize(
    ("reply", "fine", "words"),
    [
        (Reply(rss(entry(1))), True, "The server lets it in."),
        (Reply(status=401), False, "The server refuses the password or token (401)."),
        (Reply(status=404), False, "The feed is not at this address (404)."),
        (
            Reply(status=302, headers={"Location": "http://127.0.0.2:1/"}),
            False,
            "The address leads into a private network.",
        ),
    ],
)
def test_a_feeds_login_is_tested_by_one_request(
    server: Server, source: Source, reply: Reply, fine: bool, words: str
) -> None:
    server.routes["/feed"] = reply
    with Fetcher(limits=Limits(connect_seconds=1, read_seconds=1, whole_seconds=2)) as fetcher:
        outcome = trial.login(Login("bearer", "abc"), fetcher=fetcher, source=source)
    assert (outcome.fine, outcome.words) == (fine, words)
    assert [r.headers["authorization"] for r in server.log] == ["Bearer abc"]


# --- not encrypted


@pytest.mark.parametrize(
    ("url", "final", "marked"),
    [
        ("https://a.example/", "https://a.example/", False),
        ("http://a.example/", "http://a.example/", True),
        ("http://a.example/", None, True),
        ("https://a.example/", "http://a.example/", True),
        ("http://127.0.0.1:8/", "http://127.0.0.1:8/", False),
    ],
)
def test_what_is_not_encrypted_is_said(url: str, final: str | None, marked: bool) -> None:
    source = Source("s", "S", url, Tier.PRESS)
    state = SourceState("s", final_url=final, last_success_at=NOW, newest_item_at=NOW)
    assert ("not encrypted" in health.words(source, state, NOW)) is marked
    assert ("未加密" in health.words(source, state, NOW, "zh")) is marked
    assert health.health(source, state, NOW) == "fine"
