"""Secrets from the keyring to the server and nowhere else: whole polls, then every file they left is searched."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail

from tests import loopback_proxies
from tests.keyrings import InMemory, in_use
from tests.loopback import Reply, Request, Server, entry, free_port, rss, serve
from tests.test_sources_logins import LAUNCHES, throttle
from tracker import access, cli, doctor, house, takeout
from tracker.access import Wanted
from tracker.errors import SettingsError
from tracker.model import PollReport, Source, Tier
from tracker.settings import Settings, load
from tracker.store import Library

TOKEN, BEARER, PASSWORD, PROXY = "hush-token-4711", "hush-bearer-4711", "hush-pässword-4711", "hush-proxy-4711"
SECRETS = {"launch-library": TOKEN, "private": BEARER, "club": PASSWORD, "proxy": PROXY}


@pytest.fixture(autouse=True)
def ring() -> Iterator[InMemory]:
    with in_use(InMemory(SECRETS)) as made:
        yield made


@pytest.fixture
def server() -> Iterator[Server]:
    routes = {"/private": Reply(rss(entry(1))), "/club": Reply(rss(entry(2))), "/launches/": Reply(LAUNCHES),
              "/api-throttle/": throttle()}  # fmt: skip
    with serve(routes) as running:  # type: ignore[arg-type]
        yield running


@pytest.fixture
def log_of_everything(tmp_path: Path) -> Iterator[Path]:
    """Every library's every word, not only ours."""
    path = tmp_path / "everything.log"
    handler = logging.FileHandler(path, encoding="utf-8")
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield path
    root.setLevel(level)
    root.removeHandler(handler)
    handler.close()


def home_of(folder: Path, server: Server, *, settings: str = "", at: str = "") -> house.Home:
    """A home with Launch Library and two private feeds, all on the server (or `at` another name for it)."""
    folder.mkdir(parents=True, exist_ok=True)
    base = at or server.url("")
    (folder / "settings.toml").write_text(f"launch_library_token = true\n{settings}", encoding="utf-8")
    (folder / "sources.toml").write_text(
        f"""only = true
[[source]]
id = "launch-library"
url = "{base}/launches/"
[[source]]
id = "private"
name = "Private"
url = "{base}/private"
tier = "press"
auth = "bearer"
[[source]]
id = "my-club"
name = "Club"
url = "{base}/club"
tier = "press"
auth = "basic"
user = "member"
keyring = "club"
""",
        encoding="utf-8",
    )
    return house.home(folder, now=lambda: datetime(2026, 11, 22, 12, tzinfo=UTC))


def poll(home: house.Home) -> PollReport:
    return house.poll(home, house.reader(home.missions), everything=True)


def outcomes(report: PollReport) -> dict[str, str]:
    return {s.source: s.trouble.code if s.trouble else "fine" for s in report.sources}


def shown(server: Server) -> dict[str, str | None]:
    return {r.path: r.headers.get("authorization") for r in server.log}


def found_in(folder: Path) -> list[str]:
    """The files in which a secret, its beginning or its base64 form stands."""
    needles = [
        s.encode()
        for s in (
            "hush",
            "-4711",  # with its hyphen: an address in memory may hold the digits
            "aHVzaC",
            "lbWJlcjpodXNo",
            "bWVtYmVyOmh1c2",
        )
    ]
    return [str(p) for p in folder.rglob("*") if p.is_file() and any(n in p.read_bytes() for n in needles)]


def test_a_poll_uses_them_and_leaves_them_in_no_file(
    tmp_path: Path, server: Server, log_of_everything: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = home_of(tmp_path / "data", server)
    house.log_to_file(home.paths)
    assert set(outcomes(poll(home)).values()) == {"fine"}
    assert shown(server)["/launches/"] == f"Token {TOKEN}"
    assert shown(server)["/private"] == f"Bearer {BEARER}"
    assert (shown(server)["/club"] or "").startswith("Basic ")

    server.routes |= dict.fromkeys(("/private", "/club", "/launches/"), Reply(status=401))
    assert outcomes(poll(home))["private"] == "login-refused"
    server.routes |= dict.fromkeys(("/private", "/club", "/launches/"), Reply(b"<html>", status=200))
    poll(home)

    takeout.back_up(home, tmp_path / "kept.backup")
    shelf = Library(home.paths.database)
    for form in ("csv", "json", "ics", "datapackage"):
        takeout.export_file(home, shelf, tmp_path / f"out.{form}", form)
        takeout.export_file(home, shelf, tmp_path / f"history.{form}", form, history=True)
    shelf.close()
    findings = doctor.examine(home.paths.data, now=home.now)
    cli.main(["poll", "--json", "--data-dir", str(home.paths.data)])
    (tmp_path / "said.txt").write_text(f"{findings} {home!r} {home.secrets!r} {capsys.readouterr()}", encoding="utf-8")

    assert log_of_everything.stat().st_size > 1000
    assert home.paths.log.stat().st_size > 100
    assert found_in(tmp_path) == []


def test_a_fault_of_ours_writes_no_secret_into_the_log(
    tmp_path: Path, server: Server, log_of_everything: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A traceback shows lines of code, not what the variables hold."""
    home = home_of(tmp_path / "data", server)

    def broken(*_args: object, **_more: object) -> object:
        raise RuntimeError("a bug")

    monkeypatch.setattr("tracker.sources.fetch.Fetcher._body", broken)
    assert set(outcomes(poll(home)).values()) == {"internal"}
    assert "a bug" in log_of_everything.read_text(encoding="utf-8")
    assert found_in(tmp_path) == []


@pytest.mark.parametrize("kind", ["http", "socks5"])
def test_through_a_proxy_with_a_password(tmp_path: Path, server: Server, kind: str, log_of_everything: Path) -> None:
    names = {"feeds.lan": server.port}
    with getattr(loopback_proxies, kind)(names, login=f"me:{PROXY}") as playing:
        setting = f'proxy = "{kind}://me@127.0.0.1:{playing.port}"\n'
        home = home_of(tmp_path / "data", server, settings=setting, at="http://feeds.lan")
        house.log_to_file(home.paths)
        assert set(outcomes(poll(home)).values()) == {"fine"}
        assert playing.logins[-1] == f"me:{PROXY}"
        assert set(playing.asked) == {"feeds.lan:80"}
    assert set(outcomes(poll(home)).values()) == {"no-proxy"}  # it is gone: nothing goes past it
    assert len(server.log) == 3
    assert not any(PROXY in str(request.headers) for request in server.log)
    assert found_in(tmp_path) == []


def test_a_proxy_that_is_gone_is_named_for_every_source(tmp_path: Path) -> None:
    """Not "offline": the person can mend it. The sources are tried again soon."""
    rows = "".join(
        f'[[source]]\nid = "s{n}"\nname = "S{n}"\nurl = "https://s{n}.example/"\ntier = "press"\n' for n in range(4)
    )
    (tmp_path / "sources.toml").write_text(f"only = true\n{rows}", encoding="utf-8")
    (tmp_path / "settings.toml").write_text(f'proxy = "socks5://127.0.0.1:{free_port()}"\n', encoding="utf-8")
    home = house.home(tmp_path, now=lambda: datetime(2026, 11, 22, 12, tzinfo=UTC))
    report = poll(home)
    assert outcomes(report) == dict.fromkeys(("s0", "s1", "s2", "s3"), "no-proxy")
    assert not report.offline
    shelf = Library(home.paths.database)
    soon = home.now() + timedelta(minutes=12)
    assert all(state.next_due_at and state.next_due_at < soon for state in shelf.source_states().values())
    shelf.close()


def test_a_proxy_whose_password_is_not_there(tmp_path: Path, server: Server, ring: InMemory) -> None:
    del ring.kept["proxy"]
    with loopback_proxies.socks5({"feeds.lan": server.port}, login="me:pw") as playing:
        setting = f'proxy = "socks5://me@127.0.0.1:{playing.port}"\n'
        home = home_of(tmp_path, server, settings=setting, at="http://feeds.lan")
        assert set(outcomes(poll(home)).values()) == {"proxy-auth"}
        assert playing.asked == []


def test_who_has_entered_nothing_is_never_asked(tmp_path: Path, server: Server, ring: InMemory) -> None:
    home = home_of(tmp_path, server)
    plain = replace(
        home,
        settings=Settings(),
        instead=(Source("launch-library", "L", server.url("/launches/"), Tier.DATABASE, "ll2"),),
    )
    assert outcomes(poll(plain)) == {"launch-library": "fine"}
    assert ring.asked == []
    assert list(access.wanted(plain.settings, plain.sources)) == []


def test_without_a_keyring_they_are_asked_for_and_held_in_memory(tmp_path: Path, server: Server) -> None:
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]
    home = home_of(tmp_path / "data", server)
    assert outcomes(poll(home)) == {"launch-library": "fine", "private": "no-keyring", "my-club": "no-keyring"}
    needed = access.missing(home.settings, home.sources, home.secrets)
    assert needed == (
        Wanted("launch-library", "Launch Library 2"), Wanted("private", "Private"), Wanted("club", "Club"),
    )  # fmt: skip
    for one in needed:
        assert not home.secrets.put(one.place, SECRETS[one.place]).in_keyring
    assert access.missing(home.settings, home.sources, home.secrets) == ()
    kept = replace(home, settings=replace(home.settings, appearance="dark"))  # the user goes on
    assert set(outcomes(poll(kept)).values()) == {"fine"}
    assert found_in(tmp_path) == []
    again = house.home(home.paths.data, now=home.now)  # the next start
    assert len(access.missing(again.settings, again.sources, again.secrets)) == 3


def test_a_locked_keyring_keeps_nobody_waiting(tmp_path: Path, server: Server, ring: InMemory) -> None:
    """The private feeds wait for it in their own threads; the others are heard meanwhile."""
    import threading

    released = threading.Event()
    server.routes["/open"] = Reply(rss(entry(3)))

    def waits(self: InMemory, service: str, username: str) -> str | None:
        released.wait(30)
        return self.kept.get(username)

    home = home_of(tmp_path, server)
    with serve({"/open": Reply(rss(entry(3)))}, host="127.0.0.3") as other, pytest.MonkeyPatch.context() as patched:
        patched.setattr(InMemory, "get_password", waits)
        open_feed = Source("open", "Open", other.url("/open"), Tier.PRESS, origin="user")
        secrets = house.Secrets(seconds=0.3)
        crowd = replace(home, secrets=secrets, instead=(*home.sources, open_feed))
        try:
            began = datetime.now(UTC)
            found = outcomes(poll(crowd))
            assert datetime.now(UTC) - began < timedelta(seconds=10)
        finally:
            released.set()
    assert found == {"launch-library": "fine", "private": "keyring-locked", "my-club": "keyring-locked", "open": "fine"}


def test_the_token_is_tried_by_one_free_call(tmp_path: Path, server: Server) -> None:
    home = home_of(tmp_path, server)
    outcome = access.try_token(f" {TOKEN}\n", home.settings, home.secrets, home.sources)
    assert (outcome.fine, outcome.words) == (True, "The token works: 300 calls an hour, 4 used.")
    assert shown(server) == {"/api-throttle/": f"Token {TOKEN}"}
    club = next(s for s in home.sources if s.id == "my-club")
    server.routes["/club"] = lambda request: Reply(status=200 if _is_member(request) else 401)
    assert access.try_login(PASSWORD, club, home.settings, home.secrets).fine
    refused = access.try_login("wrong", club, home.settings, home.secrets)
    assert (refused.fine, refused.words) == (False, "The server refuses the password or token (401).")
    assert "wrong" not in repr(refused)


def _is_member(request: Request) -> bool:
    import base64

    return request.headers.get("authorization") == "Basic " + base64.b64encode(f"member:{PASSWORD}".encode()).decode()


def test_doctor_says_which_way_out_and_which_secrets_are_there(tmp_path: Path, server: Server, ring: InMemory) -> None:
    del ring.kept["club"]
    home = home_of(tmp_path, server, settings='proxy = "socks5://me@proxy.example"\n')
    said = {f.what: (f.words, f.fine) for f in doctor.examine(home.paths.data, now=home.now)}
    assert said["proxy"] == ("socks5 proxy.example:1080, as me (from the settings)", True)
    assert said["secret launch-library"] == ("for Launch Library 2: in the keyring", True)
    assert said["secret club"] == ("for Club: not in the keyring: it has to be entered in Settings", False)
    assert said["secret proxy"] == ("for proxy.example: in the keyring", True)
    assert "hush" not in str(said)
    (tmp_path / "plain").mkdir()
    (tmp_path / "plain" / "sources.toml").write_text("only = true\n", encoding="utf-8")
    plain = [f for f in doctor.examine(tmp_path / "plain", now=home.now) if f.what.startswith(("proxy", "secret"))]
    assert [f.words for f in plain] == ["none: straight to the servers"]


def test_a_password_in_the_settings_file_is_refused_and_not_repeated(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('proxy = "http://me:hush-proxy-4711@proxy.example:8080"\n', encoding="utf-8")
    with pytest.raises(SettingsError, match="keyring") as caught:
        load(path)
    assert "hush" not in str(caught.value)
    path.write_text('proxy = "socks5://me@proxy.example:1080"\nlaunch_library_token = true\n', encoding="utf-8")
    chosen, odd = load(path)
    assert (chosen.proxy, chosen.launch_library_token, odd) == ("socks5://me@proxy.example:1080", True, ())
    assert list(access.wanted(chosen, ())) == [Wanted("proxy", "proxy.example")]
