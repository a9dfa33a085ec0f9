"""Logins of a user's own sources in the window: a real server that wants one, the real desk, keyring's own code paths."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.keyrings import InMemory, in_use
from tests.loopback import Reply, Request, Server, entry, rss, serve
from tests.source_room import Room, open_room, said
from tests.test_access import found_in, outcomes, poll
from tracker.model import Tier
from tracker.ui.add_source_dialog import AddSourceDialog
from tracker.ui.source_dialog import SourceDialog
from tracker.views import LoginEntry, NewSource

USER, PASSWORD, TOKEN = "ann", "hush-pässword-4711", "hush-bearer-4711"
BASIC = "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
PAGE = b"""<html><head><link rel="alternate" type="application/rss+xml" title="Thief" href="%s">
<link rel="alternate" type="application/rss+xml" title="Club" href="/club"></head></html>"""


@pytest.fixture(autouse=True)
def ring() -> Iterator[InMemory]:
    with in_use(InMemory()) as made:
        yield made


@pytest.fixture
def server() -> Iterator[Server]:
    def club(request: Request) -> Reply:
        let_in = request.headers.get("authorization") in (BASIC, f"Bearer {TOKEN}")
        return Reply(rss(entry(), title="The club")) if let_in else Reply(status=401)

    with serve({"/club": club, "/open": Reply(rss(entry(), title="Open"))}) as running:
        yield running


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    (tmp_path / "sources.toml").write_text("only = true\n", encoding="utf-8")
    with open_room(tmp_path) as opened:
        yield opened


def enter(dialog: AddSourceDialog | SourceDialog, kind: str, secret: str, user: str = "") -> None:
    dialog.login.open()
    dialog.login.kind.setCurrentIndex(dialog.login.kind.findData(kind))
    dialog.login.user.setText(user)
    dialog.login.secret.setText(secret)


def add(room: Room, url: str, login: LoginEntry, name: str = "The club") -> str:
    (ident,), _ = room.front.source_desk.add([NewSource(name, url, Tier.PRESS, login=login)])
    room.page.reload()
    return ident


def editor(room: Room, ident: str) -> SourceDialog:
    dialog = room.page.open_editor(ident)
    assert dialog is not None
    room.settle()
    return dialog


def shown(server: Server, path: str = "/club") -> list[str | None]:
    return [r.headers.get("authorization") for r in server.log if r.path == path]


# --- where it is added --------------------------------------------------------------------------------------------------


def test_a_server_that_wants_a_login_is_asked_again_with_it(
    room: Room, server: Server, ring: InMemory, tmp_path: Path
) -> None:
    dialog = room.page.open_adder(server.url("/club"))
    room.settle()
    assert "The server wants a password (401)" in said(dialog)
    assert "Enter its login on the right, then look again." in said(dialog)
    assert dialog.login.user.isVisible()
    assert not dialog.add.isEnabled()
    dialog.login.user.setText(USER)
    dialog.login.secret.setText("wrong")
    dialog.look_button.click()
    room.settle()
    assert "The server refuses the password or token (401)" in said(dialog)
    dialog.login.secret.setText(PASSWORD)
    QTest.keyClick(dialog.login.secret, Qt.Key.Key_Return)
    room.settle()
    assert dialog.form.chosen_name() == "The club"
    dialog.add.click()
    room.settle()
    made = room.source("the-club")
    assert made is not None
    assert (made.auth, made.user, made.keyring) == ("basic", USER, "")
    assert ring.kept == {"the-club": PASSWORD}
    assert outcomes(poll(room.home)) == {"the-club": "fine"}
    assert shown(server)[-1] == BASIC
    assert found_in(tmp_path) == []


def test_a_login_goes_to_no_other_server_though_the_page_points_there(room: Room, server: Server) -> None:
    with serve({"/feed": Reply(rss(entry(), title="Thief"))}) as thief:
        server.routes["/"] = Reply(PAGE % thief.url("/feed").encode())
        dialog = room.page.open_adder()
        dialog.address.setText(server.url("/"))
        enter(dialog, "bearer", TOKEN)
        dialog.look_button.click()
        room.settle()
        assert dialog.form.chosen_name() == "The club"
        assert thief.log == []
        dialog._look_at(thief.url("/feed"))  # chosen by hand: without the login
        room.settle()
        assert [r.headers.get("authorization") for r in thief.log] == [None]
        dialog.add.click()
        room.settle()
    (made,) = room.home.sources
    assert (made.name, made.auth) == ("Thief", "")


def test_a_server_that_sends_elsewhere_is_not_followed_with_a_login(room: Room, server: Server) -> None:
    with serve({"/feed": Reply(rss(entry(), title="Thief"))}) as thief:
        server.routes["/moved"] = Reply(status=301, headers={"Location": thief.url("/feed")})
        dialog = room.page.open_adder()
        dialog.address.setText(server.url("/moved"))
        enter(dialog, "bearer", TOKEN)
        dialog.look_button.click()
        room.settle()
        assert "The address leads to another server, which is not sent the secret" in said(dialog)
        assert not any(TOKEN in str(r.headers) for r in thief.log)
    assert not dialog.add.isEnabled()


def test_an_unencrypted_address_is_warned_of_or_refused(room: Room, server: Server) -> None:
    dialog = room.page.open_adder()
    dialog.address.setText(server.url("/club"))
    enter(dialog, "bearer", TOKEN)
    assert "The login would be sent unencrypted: anybody on the way can read it." in said(dialog)
    assert dialog.login.is_whole
    dialog.address.setText("http://club.example/feed")
    told = "The login would be sent unencrypted through the open internet. Use the https:// address."
    assert told in said(dialog)
    assert not dialog.login.is_whole
    dialog.address.setText("https://club.example/feed")
    assert told not in said(dialog)
    assert dialog.login.is_whole
    found = room.front.source_desk.look("http://club.example/feed", dialog._stop, LoginEntry("bearer", "", TOKEN))
    assert found.trouble is not None
    assert found.trouble.code == "login-open"


def test_without_a_keyring_it_is_kept_until_the_program_ends(room: Room, server: Server, tmp_path: Path) -> None:
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]
    ident = add(room, server.url("/club"), LoginEntry("basic", USER, PASSWORD))
    assert room.home.secrets.is_only_here(ident)
    assert outcomes(poll(room.home)) == {ident: "fine"}
    assert found_in(tmp_path) == []


def test_no_source_lies_where_the_proxy_s_password_does(room: Room, server: Server) -> None:
    assert add(room, server.url("/club"), LoginEntry("bearer", "", TOKEN), name="Proxy") == "proxy-2"


# --- where it is edited -------------------------------------------------------------------------------------------------


def test_a_login_is_entered_tested_and_kept(room: Room, server: Server, ring: InMemory, tmp_path: Path) -> None:
    ident = add(room, server.url("/club"), LoginEntry())
    dialog = editor(room, ident)
    assert not dialog.login.kind.isVisible()  # quiet until it is asked for
    enter(dialog, "basic", "", USER)
    assert not dialog.save.isEnabled()
    dialog.login.secret.setText("wrong")
    dialog.login.test_button.click()
    room.settle()
    assert "The server refuses the password or token (401)." in said(dialog)
    dialog.login.secret.setText(PASSWORD)
    dialog.login.agent.setText("Ann's reader")
    assert "The server refuses the password or token (401)." not in said(dialog)
    dialog.login.test_button.click()
    room.settle()
    assert "The server lets it in." in said(dialog)
    assert server.log[-1].headers["user-agent"] == "Ann's reader"
    assert ring.kept == {}  # tried, not kept
    dialog.save.click()
    room.settle()
    made = room.source(ident)
    assert made is not None
    assert (made.auth, made.user, made.user_agent) == ("basic", USER, "Ann's reader")
    assert ring.kept == {ident: PASSWORD}
    assert room.checks == [ident]
    assert found_in(tmp_path) == []


def test_a_kept_secret_is_never_shown_and_can_be_tried_and_replaced(room: Room, server: Server, ring: InMemory) -> None:
    ident = add(room, server.url("/club"), LoginEntry("bearer", "", TOKEN))
    dialog = editor(room, ident)
    assert dialog.login.secret.text() == ""
    assert dialog.login.kind.currentData() == "bearer"
    dialog.login.test_button.click()
    room.settle()
    assert "The server lets it in." in said(dialog)
    before = room.home.paths.sources.read_bytes()
    dialog.login.secret.setText("hush-another")
    dialog.save.click()
    room.settle()
    assert ring.kept == {ident: "hush-another"}
    assert room.home.paths.sources.read_bytes() == before
    assert room.toast == "Saved: The club"
    assert room.checks == [ident]


def test_no_login_any_more_empties_the_keyring_and_undo_fills_it(room: Room, server: Server, ring: InMemory) -> None:
    ident = add(room, server.url("/club"), LoginEntry("basic", USER, PASSWORD))
    dialog = editor(room, ident)
    dialog.login.kind.setCurrentIndex(0)
    dialog.save.click()
    room.settle()
    made = room.source(ident)
    assert made is not None
    assert (made.auth, made.user, ring.kept) == ("", "", {})
    assert "auth" not in room.home.paths.sources.read_text(encoding="utf-8")
    room.undo()
    assert (room.source(ident).auth, ring.kept) == ("basic", {ident: PASSWORD})  # type: ignore[union-attr]


def test_a_removed_source_takes_its_secret_along_and_undo_brings_both(
    room: Room, server: Server, ring: InMemory
) -> None:
    ident = add(room, server.url("/club"), LoginEntry("bearer", "", TOKEN))
    view = room.page.view(ident)
    assert view is not None
    room.page.acts.do("remove", view)
    room.settle()
    assert (room.source(ident), ring.kept) == (None, {})
    room.undo()
    assert ring.kept == {ident: TOKEN}
    assert outcomes(poll(room.home)) == {ident: "fine"}


def test_without_a_keyring_the_editor_says_so(room: Room, server: Server) -> None:
    ident = add(room, server.url("/club"), LoginEntry())
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]
    dialog = editor(room, ident)
    enter(dialog, "bearer", TOKEN)
    dialog.save.click()
    room.settle()
    assert room.toast == "Saved: The club. No keyring took its secret, which is gone when the program ends."


def test_a_user_name_that_cannot_be_is_told(room: Room, server: Server) -> None:
    ident = add(room, server.url("/club"), LoginEntry())
    dialog = editor(room, ident)
    enter(dialog, "basic", PASSWORD, "ann:hush")
    dialog.save.click()
    room.settle()
    assert "a user name has no colon" in dialog.fault.text()
    assert room.source(ident).auth == ""  # type: ignore[union-attr]
