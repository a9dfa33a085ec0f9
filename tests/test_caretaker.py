"""What the Settings page asks for, on the real things: files, the autostart folder, a keyring, a server on loopback."""

from __future__ import annotations

import json
import plistlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail
from keyring.errors import KeyringLocked

from tests.desktop.background_portal import BackgroundPortal
from tests.desktop.private_bus import PrivateBus
from tests.keyrings import InMemory, in_use
from tests.loopback import Reply, Request, serve
from tests.making import NOW, item
from tracker import house, settings
from tracker.caretaker import HouseCaretaker, open_in_file_manager
from tracker.desktop import autostart
from tracker.desktop.autostart import AutostartError, Installation
from tracker.desktop.autostart_file import AutostartFile, exec_line
from tracker.desktop.secrets import Secrets
from tracker.errors import SettingsError, StoreError
from tracker.model import Alert, Source, Tier
from tracker.settings import Settings
from tracker.store import Store, Visit
from tracker.ui.care import StartView


@pytest.fixture(autouse=True)
def ring() -> Iterator[InMemory]:
    with in_use(InMemory()) as made:
        yield made


class Here:
    """A home, its caretaker, and what left it."""

    def __init__(self, folder: Path, sources: Sequence[Source] = (), **more: object) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.home = house.home(folder, now=lambda: NOW, sources=sources)
        house.prepare(self.home)
        self.shown: list[Alert] = []
        self.arrived: list[house.Home] = []
        self.care = HouseCaretaker(lambda: self.home, moved_in=self._move, send=self._send, **more)  # type: ignore[arg-type]

    def _send(self, alert: Alert) -> str:
        self.shown.append(alert)
        return "a recorder"

    def _move(self, home: house.Home) -> None:
        self.arrived.append(home)
        self.home = home

    def choose(self, **chosen: object) -> None:
        self.home = self.home.with_settings(replace(self.home.settings, **chosen))  # type: ignore[arg-type]

    def article_count(self) -> int:
        return self.care.data(0).articles


def unheard(_done: int, _total: int) -> None:
    """Nobody watches."""


@pytest.fixture
def here(tmp_path: Path) -> Here:
    return Here(tmp_path / "here")


def test_a_test_notification(here: Here) -> None:
    assert here.care.test_notification("T", "B") == "a recorder"
    assert [(a.title, a.body, a.changes) for a in here.shown] == [("T", "B", ())]


# --- start ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrivateBus]:
    made = PrivateBus(tmp_path)
    made.start()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", made.address)
    yield made
    made.stop()


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config"


def test_start_with_the_system_is_what_the_file_says(tmp_path: Path, config: Path) -> None:
    here = Here(tmp_path / "with a space", data_dir=tmp_path / "with a space")
    assert not here.care.start_view().on
    view = here.care.set_start(on=True, hidden=True)
    assert (view.on, view.hidden) == (True, True)
    path = AutostartFile.of().path
    assert path.is_relative_to(config)
    line = next(x for x in path.read_text().splitlines() if x.startswith("Exec="))
    assert line.endswith(f' --hidden --data-dir "{here.folder}"')
    here.care.set_start(on=True, hidden=False)
    assert "--hidden" not in path.read_text()
    assert here.care.start_view() == replace(view, hidden=False)
    path.unlink()  # somebody else removed it
    assert not here.care.start_view().on
    here.care.set_start(on=True, hidden=True)
    path.write_text(path.read_text().replace("Hidden=false", "Hidden=true"))
    assert here.care.start_view().barred
    here.care.set_start(on=False, hidden=True)
    assert not path.exists()


@pytest.mark.parametrize("own_folder", [True, False])
def test_an_installation_that_moved_is_followed(tmp_path: Path, config: Path, *, own_folder: bool) -> None:
    folder = tmp_path / 'here, 100% "mine"'
    here = Here(folder, data_dir=folder if own_folder else None)
    other = Here(tmp_path / "other", data_dir=tmp_path / "other")
    path = AutostartFile.of().path
    assert not here.care.follow_installation()
    assert not path.exists()
    here.care.set_start(on=True, hidden=False)
    right = path.read_text()
    assert not here.care.follow_installation()
    program = exec_line(autostart.program(autostart.installation(), hidden=False))
    path.write_text(right.replace(program, "/opt/gone/space-race-tracker"))
    assert not other.care.follow_installation()  # another home starts with the system, not this one
    assert here.care.follow_installation()
    assert path.read_text() == right


def test_on_a_mac_it_is_an_agent_and_an_app_that_moved_is_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    programs = [tmp_path / place / "Space Race Tracker.app" / "program" for place in ("Downloads", "Applications")]
    old, new = (Here(tmp_path / "here", here=Installation("darwin", str(p), script=str(p))) for p in programs)
    for program in programs:
        program.parent.mkdir(parents=True)
        program.touch()
    view = old.care.set_start(on=True, hidden=True)
    agent = tmp_path / "Library" / "LaunchAgents" / "org.spaceracetracker.SpaceRaceTracker.login.plist"
    assert view == StartView(on=True, hidden=True, file=str(agent))
    assert not new.care.follow_installation()  # the old one is still there
    programs[0].unlink()
    assert new.care.follow_installation()
    assert plistlib.loads(agent.read_bytes())["ProgramArguments"] == [str(programs[1]), "--hidden"]
    assert not new.care.set_start(on=False, hidden=True).on
    assert not agent.exists()


FLATPAK = Installation("linux", "/usr/bin/python3", flatpak=True)


def test_inside_flatpak_the_desktop_is_asked(bus: PrivateBus, tmp_path: Path, config: Path) -> None:
    here = Here(tmp_path / "here", here=FLATPAK)
    with closing(BackgroundPortal(bus.address)) as outside:
        assert here.care.set_start(on=True, hidden=False) == StartView(on=True, hidden=False)
        assert outside.next_call().body[1]["commandline"] == ("as", ["space-race-tracker"])
        assert here.care.set_start(on=True, hidden=True) == StartView(on=True, hidden=True)
        assert not here.care.follow_installation()  # it cannot move
        outside.mode = "refuse"
        with pytest.raises(AutostartError, match="did not allow it"):
            here.care.set_start(on=True, hidden=True)
    assert here.care.start_view() == StartView(on=False, hidden=True)


def test_where_no_list_can_be_reached_none_is_offered(tmp_path: Path, config: Path) -> None:
    here = Here(tmp_path / "here", here=replace(FLATPAK, flatpak=False, snap=True))
    assert here.care.start_view() == StartView(on=False, cannot="system")
    assert here.care.set_start(on=True, hidden=True) == StartView(on=False, cannot="system")
    assert not here.care.follow_installation()
    assert not config.exists()


def test_the_demo_does_not_start_with_the_system(tmp_path: Path, config: Path) -> None:
    assert Here(tmp_path / "demo", lasting=False).care.start_view().cannot == "demo"


# --- secrets --------------------------------------------------------------------------------------------------------


def test_nobody_s_keyring_is_asked_before_a_secret_was_entered(here: Here) -> None:
    class Untouchable(InMemory):
        def get_password(self, service: str, username: str) -> str | None:
            raise AssertionError("a prompt would open")

    keyring.set_keyring(Untouchable())
    view = here.care.secrets()
    assert [(s.name, s.kept) for s in view.secrets] == [("launch-library", "")]
    assert view.trouble == ""
    assert here.care.missing_secrets() == ()


def test_a_token_is_kept_seen_and_forgotten(here: Here, ring: InMemory) -> None:
    assert here.care.put_secret("launch-library", "t0ken") == "keyring"
    assert list(ring.kept.values()) == ["t0ken"]
    here.choose(launch_library_token=True)
    assert here.care.secrets().secrets[0].kept == "keyring"
    assert "t0ken" not in repr(here.care.secrets())
    here.care.remove_secret("launch-library")
    assert ring.kept == {}
    assert here.care.secrets().secrets[0].kept == ""


def test_without_a_keyring_it_lives_until_the_end_and_is_missed_at_the_next_start(here: Here) -> None:
    keyring.set_keyring(fail.Keyring())
    private = Source("obs", "My Observatory", "https://127.0.0.1:1/feed", Tier.PRESS, auth="bearer")
    here.home = replace(here.home, instead=(private,))
    assert here.care.missing_secrets() == ("My Observatory",)
    before = here.care.secrets()
    assert [(s.kind, s.title, s.kept) for s in before.secrets] == [("token", "", ""), ("feed", "My Observatory", "")]
    assert before.trouble == "no-keyring"
    assert here.care.put_secret("obs", "s3cret") == "memory"
    assert here.care.secrets().secrets[1].kept == "memory"
    assert here.care.missing_secrets() == ()
    here.home = replace(here.home, secrets=Secrets())  # the next start
    assert here.care.missing_secrets() == ("My Observatory",)


def test_a_keyring_that_was_unlocked_is_asked_again(here: Here, ring: InMemory) -> None:
    class Locked(InMemory):
        def get_password(self, service: str, username: str) -> str | None:
            raise KeyringLocked("locked")

    private = Source("obs", "My Observatory", "https://127.0.0.1:1/feed", Tier.PRESS, auth="bearer")
    here.home = replace(here.home, instead=(private,))
    ring.set_password("space-race-tracker", "obs", "s3cret")
    keyring.set_keyring(Locked())
    assert here.care.secrets().trouble == "locked"
    keyring.set_keyring(ring)
    assert (here.care.secrets().trouble, here.care.secrets().secrets[1].kept) == ("", "keyring")


def test_the_proxy_has_a_password_only_where_it_has_a_user(here: Here) -> None:
    here.choose(proxy="socks5://127.0.0.1:1080")
    assert [s.name for s in here.care.secrets().secrets] == ["launch-library"]
    here.choose(proxy="socks5://ann@127.0.0.1:1080")
    assert [(s.name, s.title) for s in here.care.secrets().secrets][1:] == [("proxy", "127.0.0.1")]


def test_a_token_is_tested_with_one_free_call(tmp_path: Path) -> None:
    asked: list[tuple[str, str]] = []

    def answer(request: Request) -> Reply:
        asked.append((request.path, request.headers.get("authorization", "")))
        said = {"your_request_limit": 100, "limit_frequency_secs": 3600, "current_use": 3, "next_use_secs": 0}
        return Reply(json.dumps(said).encode(), headers={"Content-Type": "application/json"})

    with serve({"/2.3.0/api-throttle/": answer}) as server:
        source = Source(
            "ll2", "Launch Library 2", server.url("/2.3.0/launches/"), Tier.DATABASE, adapter="ll2", origin="user"
        )
        here = Here(tmp_path / "here", [source])
        here.care.put_secret("launch-library", "t0ken")
        found = here.care.test_secret("launch-library")
        assert (found.fine, found.words) == (True, "The token works: 100 calls an hour, 3 used.")
        here.choose(language="zh_CN")
        assert here.care.test_secret("launch-library").words.startswith("令牌有效")
        assert here.care.test_proxy().fine
    assert asked == [("/2.3.0/api-throttle/", "Token t0ken")] * 2 + [("/2.3.0/api-throttle/", "")]


def test_a_secret_whose_source_is_gone(here: Here) -> None:
    with pytest.raises(SettingsError, match="no source asks for this secret"):
        here.care.test_secret("obs")


# --- data -----------------------------------------------------------------------------------------------------------


def test_where_everything_is(here: Here) -> None:
    (here.folder / "settings.toml").write_text("colour = 1\n")
    here.home = house.moved_in(here.home)
    old = [item(f"a{n}", text="Some words", published_at=NOW.replace(year=2024, month=1)) for n in range(3)]
    before = here.article_count()
    with Store(here.home.paths.database) as store:
        store.record(Visit(NOW, items=tuple((one, 1, None) for one in old)))
    view = here.care.data(2)
    assert view.folder == str(here.folder)
    assert (view.articles, view.forgettable) == (before + 3, 3)
    assert view.database_bytes >= here.home.paths.database.stat().st_size
    assert "no setting is called 'colour'" in view.odd[0]
    assert here.care.data(0).forgettable == 0


def test_a_restore_moves_in_and_out_again(tmp_path: Path) -> None:
    there, kept = Here(tmp_path / "there"), tmp_path / "race.backup"
    settings.save(Settings(appearance="dark", language="zh_CN"), there.home.paths.settings)
    assert there.care.back_up(kept, unheard) == there.article_count()
    here = Here(tmp_path / "here")
    with Store(here.home.paths.database) as store:
        store.record(Visit(NOW, items=((item("mine"), 1, None),)))
    mine = here.article_count()
    with pytest.raises(StoreError, match="no restore"):
        here.care.undo_restore()
    assert here.care.restore(kept, unheard) == ("settings.toml",)
    assert here.arrived == []
    here.care.move_in()
    here.care.move_in()
    assert len(here.arrived) == 1
    assert here.arrived[-1].settings.language == "zh_CN"
    assert here.article_count() == mine - 1
    here.care.undo_restore()
    here.care.move_in()
    assert here.arrived[-1].settings == Settings()
    assert here.article_count() == mine
    assert not here.home.paths.settings.exists()


def test_a_back_up_with_settings_that_cannot_be_used_can_be_taken_back(tmp_path: Path) -> None:
    there, kept = Here(tmp_path / "there"), tmp_path / "race.backup"
    there.home.paths.settings.write_text('appearance = "purple"\n')
    there.care.back_up(kept, unheard)
    here = Here(tmp_path / "here")
    with pytest.raises(SettingsError, match=r"appearance cannot be 'purple'.*Mend or delete the line"):
        here.care.restore(kept, unheard)
    here.care.move_in()
    assert here.arrived == []
    here.care.undo_restore()
    here.care.move_in()
    assert here.arrived[-1].settings == Settings()


def test_exports_of_every_form(here: Here, tmp_path: Path) -> None:
    for form, name in (("csv", "m.csv"), ("json", "m.json"), ("ics", "m.ics"), ("datapackage", "package")):
        assert here.care.export(tmp_path / name, form, history=False) > 5
        assert (tmp_path / name).exists()
    assert (tmp_path / "package" / "datapackage.json").exists()


def test_a_folder_without_a_file_manager_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SettingsError, match="no file manager"):
        open_in_file_manager(tmp_path)
