"""Where data, settings and logs lie, and the settings file: TOML, validated when read, comments kept when written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, time
from pathlib import Path
from typing import Any, Final

from tracker.errors import SettingsError

_APP: Final = "space-race-tracker"


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of this program on this system (platformdirs), or all below one folder with --data-dir."""

    data: Path
    config: Path
    state: Path

    @property
    def database(self) -> Path:
        return self.data / "tracker.sqlite3"

    @property
    def settings(self) -> Path:
        return self.config / "settings.toml"

    @property
    def sources(self) -> Path:
        """The user's own sources, of the form of seeds/sources.toml."""
        return self.config / "sources.toml"

    @property
    def missions(self) -> Path:
        """The user's own missions, of the form of seeds/missions.toml."""
        return self.config / "missions.toml"

    @property
    def window(self) -> Path:
        """Where the window keeps its size and place."""
        return self.state / "window.ini"

    @property
    def log(self) -> Path:
        return self.state / "tracker.log"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose. Every field has a good default; an unknown key is reported and ignored, a wrong one refused."""

    appearance: str = "system"  # system, light, dark
    language: str = "system"  # system, en, zh_CN
    notifications: bool = True
    hear_reports: bool = False  # announce changes that only one outlet reports
    muted: tuple[str, ...] = ()  # "mission" or "mission/milestone" that never alert
    tellings: Mapping[str, str] = field(default_factory=dict)  # the same -> "off", "confirmed" or "reports"
    kinds_off: tuple[str, ...] = ()  # kinds of change that never alert: "firmed", "new", ...
    alerts_per_poll: int = 3
    quiet_from: time | None = None  # local time of day
    quiet_until: time | None = None
    paused_until: datetime | None = None  # aware
    keep_text_years: int = 0  # texts of articles that prove nothing go after so many years; 0: never
    proxy: str = "system"  # "none", or an address with at most a user name in it: the password is in the keyring
    launch_library_token: bool = False  # a token lies in the keyring

    def telling(self, mission: str, milestone: str = "") -> str:
        """What was chosen for a milestone, or without one for a mission: "off", "confirmed", "reports"; empty: nothing."""
        key = f"{mission}/{milestone}" if milestone else mission
        return "off" if key in self.muted else self.tellings.get(key, "")

    def with_telling(self, mission: str, milestone: str, telling: str) -> Settings:
        """The same with a choice for a milestone (or without one for its mission); empty: as everywhere."""
        key = f"{mission}/{milestone}" if milestone else mission
        chosen = {**self.tellings, **dict.fromkeys(self.muted, "off")}
        chosen.pop(key, None)
        return replace(self, muted=(), tellings={**chosen, key: telling} if telling else chosen)


def paths(data_dir: Path | None = None) -> Paths:
    """The folders to use; none is made here."""
    if data_dir is not None:
        root = data_dir.expanduser().absolute()
        return Paths(root, root, root)
    import platformdirs  # only where asked: the command line starts without it when --data-dir is given

    dirs = platformdirs.PlatformDirs(_APP, appauthor=False)
    return Paths(dirs.user_data_path, dirs.user_config_path, dirs.user_state_path)


def load(path: Path) -> tuple[Settings, tuple[str, ...]]:
    """The settings in a file, and what was odd in it (unknown keys). No file: the defaults.

    Raises SettingsError, with the file and key, for a file that is not TOML or a value of the wrong kind.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError("cannot be read", key=str(path), advice="Mend or delete the file") from error
    import tomllib  # most people have no settings file, and the window appears before anything else is read

    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SettingsError("cannot be read", key=str(path), advice="Mend or delete the file") from error
    values: dict[str, Any] = {}
    odd: list[str] = []
    for key, value in data.items():
        if key not in _READERS:
            odd.append(f"{path}: no setting is called {key!r}")
            continue
        try:
            values[key] = _READERS[key](value)
        except (TypeError, ValueError) as error:
            raise SettingsError(
                f"{key} cannot be used: {error}" if key == "proxy" else f"{key} cannot be {value!r}",  # may hold a password
                key=str(path), advice="Mend or delete the line",
            ) from error  # fmt: skip
    return replace(Settings(), **values), tuple(odd)


def save(settings: Settings, path: Path) -> None:
    """Write the settings, keeping the user's comments and unknown keys. Whole or not at all.

    Raises SettingsError for a file or folder that cannot be used, ExportError for a disk that cannot be written.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    from tracker.files import write_atomically

    try:
        document = tomlkit.parse(path.read_text(encoding="utf-8")) if path.exists() else tomlkit.document()
    except (OSError, UnicodeDecodeError, TOMLKitError) as error:
        raise SettingsError("cannot be read, so it is not overwritten", key=str(path)) from error
    default = Settings()
    for name in Settings.__dataclass_fields__:
        value = _plain(getattr(settings, name))
        if value is None or (value == _plain(getattr(default, name)) and name not in document):
            document.pop(name, None)
        else:
            document[name] = value
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError("the folder cannot be made", key=str(path.parent)) from error
    write_atomically(path, tomlkit.dumps(document))


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, datetime) else value


def _choice(*allowed: str) -> Any:
    def read(value: Any) -> str:
        if value not in allowed:
            raise ValueError(f"one of {', '.join(allowed)}")
        return str(value)

    return read


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError("true or false")
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise TypeError("a list of texts")
    return tuple(value)


def _tellings(value: Any) -> Mapping[str, str]:
    if not isinstance(value, dict) or not all(v in ("off", "confirmed", "reports") for v in value.values()):
        raise TypeError('a table of "off", "confirmed" or "reports"')
    return dict(value)


def _kinds(value: Any) -> tuple[str, ...]:
    from tracker.model import ChangeKind

    return tuple(ChangeKind(kind).value for kind in _texts(value))


def _years(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 100:
        raise ValueError("a number of years, 0 for ever")
    return value


def _count(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 50:
        raise ValueError("a number from 1 to 50")
    return value


def _time_of_day(value: Any) -> time:
    return value if isinstance(value, time) else time.fromisoformat(value)


def _instant(value: Any) -> datetime:
    stamp = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    if stamp.tzinfo is None:
        raise ValueError("an instant with its zone")
    return stamp


def _proxy(value: Any) -> str:
    from tracker import proxy

    return proxy.setting(value)


_READERS: Final[Mapping[str, Any]] = {
    "appearance": _choice("system", "light", "dark"),
    "language": _choice("system", "en", "zh_CN"),
    "notifications": _flag,
    "hear_reports": _flag,
    "muted": _texts,
    "tellings": _tellings,
    "kinds_off": _kinds,
    "alerts_per_poll": _count,
    "quiet_from": _time_of_day,
    "quiet_until": _time_of_day,
    "paused_until": _instant,
    "keep_text_years": _years,
    "proxy": _proxy,
    "launch_library_token": _flag,
}
