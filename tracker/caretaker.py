"""Does what the Settings page asks for (`ui/care.py`) over the home as it is now. Called from worker threads, but for `move_in`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Lock

from tracker import house, takeout
from tracker.desktop import autostart
from tracker.desktop.autostart import Installation
from tracker.desktop.secrets import SecretsError
from tracker.errors import SettingsError, StoreError
from tracker.house import Home
from tracker.model import Alert, Source
from tracker.store import Library, forgettable
from tracker.ui.care import DataView, Outcome, Progress, SecretsView, SecretView, StartView


class HouseCaretaker:
    """`home` gives the home in force; `moved_in` is told of the one that a restore has brought; `send` shows an alert and
    says who took it. `data_dir` is what --data-dir gave; `lasting` is False for the demo, whose home goes with it. `here`
    is how the program runs, where that is not to be found out."""

    def __init__(
        self,
        home: Callable[[], Home],
        *,
        moved_in: Callable[[Home], None],
        send: Callable[[Alert], str],
        data_dir: Path | None = None,
        lasting: bool = True,
        here: Installation | None = None,
    ) -> None:
        self._home, self._moved_in, self._send = home, moved_in, send
        self._data_dir, self._lasting = data_dir, lasting
        self._here = here or autostart.installation()
        self._brought: Sequence[str] | None = None  # by the last restore, while it can be taken back
        self._fresh: Home | None = None  # what a restore has left, for everybody to move into
        self._one_at_a_time = Lock()

    def test_notification(self, title: str, body: str) -> str:
        return self._send(Alert("test", title, body, (), self._home().now()))

    # --- start with the system ------------------------------------------------------------------------------------

    def start_view(self) -> StartView:
        if not self._lasting:
            return StartView(on=False, cannot="demo")
        listed = autostart.chosen(self._here)
        if listed is None:
            return StartView(on=False, cannot="system")
        stands = listed.state()
        hidden = not stands.command or autostart.HIDDEN in stands.command
        return StartView(on=stands.on, hidden=hidden, barred=stands.barred, file=listed.where)

    def follow_installation(self) -> bool:
        """Where this very home is started with the system by a program that is gone, let this one start it instead."""
        listed = autostart.chosen(self._here) if self._lasting else None
        if listed is None:
            return False
        command = autostart.followed(listed.state(), self._here, self._extra, autostart.is_gone)
        if command is not None:
            listed.enable(command)
        return command is not None

    @property
    def _extra(self) -> tuple[str, ...]:
        return ("--data-dir", str(self._data_dir)) if self._data_dir is not None else ()

    def set_start(self, *, on: bool, hidden: bool) -> StartView:
        listed = autostart.chosen(self._here)
        if listed is None:
            return self.start_view()
        if on:
            listed.enable(autostart.program(self._here, self._extra, hidden=hidden))
        else:
            listed.disable()
        return replace(self.start_view(), hidden=hidden)

    # --- secrets --------------------------------------------------------------------------------------------------

    def secrets(self) -> SecretsView:
        from tracker import access, proxy

        home = self._home()
        named = {w.place: w.what for w in access.wanted(home.settings, home.sources)}
        if home.settings.launch_library_token:  # also while its source is switched off
            named.setdefault(access.LAUNCH_LIBRARY, "")
        home.secrets.try_again()
        trouble, found = "", {}
        for place in named:
            try:
                found[place] = self._where(place) if home.secrets.get(place) is not None else ""
            except SecretsError as error:
                found[place], trouble = "", error.code
                if error.code != "no-keyring":
                    break  # it may be waiting for its owner: one question is enough
        views = [SecretView(access.LAUNCH_LIBRARY, "token", kept=found.get(access.LAUNCH_LIBRARY, ""))]
        if proxy.PLACE in named:
            views.append(SecretView(proxy.PLACE, "proxy", named[proxy.PLACE], found.get(proxy.PLACE, "")))
        shown = {v.name for v in views}
        views += [SecretView(p, "feed", what, found.get(p, "")) for p, what in named.items() if p not in shown]
        return SecretsView(tuple(views), trouble)

    def put_secret(self, name: str, value: str) -> str:
        self._home().secrets.put(name, value)
        return self._where(name)

    def remove_secret(self, name: str) -> None:
        self._home().secrets.remove(name)

    def test_secret(self, name: str) -> Outcome:
        from tracker import access, proxy
        from tracker.sources import logins

        if name == proxy.PLACE:
            return self.test_proxy()
        home = self._home()
        secret, language = home.secrets.get(name) or "", house.language(home.settings)
        if name == access.LAUNCH_LIBRARY:
            found = access.try_token(secret, home.settings, home.secrets, home.sources, language)
        else:
            source = _source_at(name, home.sources, logins.place)
            found = access.try_login(secret, source, home.settings, home.secrets, language)
        return Outcome(found.fine, found.words)

    def test_proxy(self) -> Outcome:
        from tracker import access

        home = self._home()
        found = access.try_token("", home.settings, home.secrets, home.sources, house.language(home.settings))
        return Outcome(found.fine, found.words)

    def missing_secrets(self) -> tuple[str, ...]:
        """For what a secret has to be entered by hand in this run. Waits for the keyring."""
        from tracker import access

        home = self._home()
        return tuple(one.what for one in access.missing(home.settings, home.sources, home.secrets))

    def _where(self, name: str) -> str:
        return "memory" if self._home().secrets.is_only_here(name) else "keyring"

    # --- data -----------------------------------------------------------------------------------------------------

    def data(self, keep_text_years: int) -> DataView:
        home = self._home()
        database = home.paths.database
        files = [p for p in (database, database.with_name(f"{database.name}-wal")) if p.exists()]
        with closing(Library(database)) as shelf:
            articles = shelf.article_count()
        before = house.texts_go_before(home, keep_text_years)
        return DataView(
            folder=str(home.paths.data),
            database_bytes=sum(p.stat().st_size for p in files),
            articles=articles,
            odd=home.odd,
            forgettable=forgettable(database, before) if before else 0,
            undoable=self._brought is not None,
        )

    def open_folder(self) -> None:
        open_in_file_manager(self._home().paths.data)

    def back_up(self, path: Path, progress: Progress) -> int:
        with self._one_at_a_time:
            return takeout.back_up(self._home(), path, progress)

    def restore(self, path: Path, progress: Progress) -> Sequence[str]:
        with self._one_at_a_time:
            brought = takeout.restore(self._home(), path, progress)
            self._brought = brought
            self._look_again()
            return brought

    def undo_restore(self) -> None:
        with self._one_at_a_time:
            if self._brought is None:
                raise StoreError("there is no restore to take back")
            takeout.undo_restore(self._home(), self._brought)
            self._brought = None
            self._look_again()

    def export(self, path: Path, form: str, *, history: bool) -> int:
        home = self._home()
        with closing(Library(home.paths.database)) as shelf:
            return takeout.export_file(home, shelf, path, form, history=history)

    def move_in(self) -> None:
        fresh, self._fresh = self._fresh, None
        if fresh is not None:
            self._moved_in(fresh)

    def _look_again(self) -> None:
        """Everything on disk is another now. Where it cannot be used (settings by hand, say), the old home holds and the
        person is told why; it can still be taken back."""
        fresh = house.moved_in(self._home())
        house.prepare(fresh)
        self._fresh = fresh


def _source_at(place: str, sources: Sequence[Source], place_of: Callable[[Source], str]) -> Source:
    found = next((s for s in sources if s.auth and place_of(s) == place), None)
    if found is None:
        raise SettingsError("no source asks for this secret any more", key=place)
    return found


def open_in_file_manager(folder: Path) -> None:
    """Show a folder. Raises SettingsError with the folder's path where nothing here can."""
    import subprocess

    opener = {"darwin": "open", "win32": "explorer"}.get(sys.platform, "xdg-open")
    try:
        subprocess.Popen(  # noqa: S603
            [opener, str(folder)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
    except OSError as error:
        raise SettingsError("no file manager was found to open it", key=str(folder)) from error
