"""What both composition roots hand to the network so that it may go out and be let in: the proxy and the logins.

The settings and sources say that there is a secret and where it lies; the keyring has it. The keyring is asked only for
what is named there, and only when something is fetched with it: who has entered no secret never sees a prompt.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker import proxy
from tracker.desktop.secrets import Secrets, SecretsError
from tracker.errors import FetchError
from tracker.model import Source, Tier
from tracker.settings import Settings
from tracker.sources import logins
from tracker.sources.logins import Login, Logins
from tracker.sources.proxies import Proxies

if TYPE_CHECKING:
    from tracker.sources.trial import Outcome

LAUNCH_LIBRARY = "launch-library"
"""Where the Launch Library token lies in the keyring."""

_CODES = {"no-keyring": "no-keyring", "locked": "keyring-locked", "silent": "keyring-locked"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A secret that something needs: where it lies, and for what, as a name ("Launch Library 2", a host)."""

    place: str
    what: str


def proxies(chosen: Settings, secrets: Secrets) -> Proxies:
    """The way out that the settings name, its password looked up when it is first needed."""

    def password() -> str:
        return _secret(secrets, proxy.PLACE, missing="proxy-auth")

    return Proxies(chosen.proxy, password, desktop=_desktop())


def way_out(chosen: Settings, secrets: Secrets) -> str:
    """How an https server is reached, in words. Raises FetchError (bad-proxy)."""
    found = proxies(chosen, secrets).of("https://server.example/")
    if found is None:
        return "none: straight to the servers"
    whose = "the system's" if chosen.proxy == proxy.SYSTEM else "from the settings"
    return f"{found.scheme} {found.host}:{found.port}{f', as {found.user}' if found.user else ''} ({whose})"


def logins_from(secrets: Secrets) -> Logins:
    """Gives the login of a source that names one, from the keyring."""

    def login(source: Source) -> Login | None:
        place = logins.place(source)
        secret = _secret(secrets, place, missing="no-secret")
        return Login(source.auth, secret, source.user, secrets.given_at(place))

    return login


def with_token(source: Source, chosen: Settings) -> Source:
    """The source as it is asked: Launch Library with the user's token, where the settings say that there is one."""
    if source.adapter != "ll2" or source.auth or not chosen.launch_library_token:
        return source
    return replace(source, auth=logins.TOKEN, keyring=LAUNCH_LIBRARY)


def wanted(chosen: Settings, sources: Iterable[Source]) -> Iterator[Wanted]:
    """Every secret that the settings and the enabled sources name, each place once."""
    seen = set()
    if chosen.proxy not in (proxy.SYSTEM, proxy.NONE) and proxy.parse(chosen.proxy).user:
        seen.add(proxy.PLACE)
        yield Wanted(proxy.PLACE, proxy.parse(chosen.proxy).host)
    for source in sources:
        asked = with_token(source, chosen)
        if asked.enabled and asked.auth and (place := logins.place(asked)) not in seen:
            seen.add(place)
            yield Wanted(place, asked.name)


def missing(chosen: Settings, sources: Iterable[Source], secrets: Secrets) -> tuple[Wanted, ...]:
    """What has to be entered by hand now: named, and neither in the keyring nor in memory. Waits for the keyring."""

    def is_missing(place: str) -> bool:
        try:
            return secrets.get(place) is None
        except SecretsError as error:
            return error.code == "no-keyring"

    return tuple(one for one in wanted(chosen, sources) if is_missing(one.place))


def _desktop() -> Callable[[str], str]:
    """Tells the proxy of the desktop's settings; on Windows and macOS the standard library knows them."""
    if not sys.platform.startswith("linux"):
        return lambda _url: ""
    from tracker.desktop.system_proxy import SystemProxy  # D-Bus is there on Linux only

    return SystemProxy()


def _secret(secrets: Secrets, place: str, *, missing: str) -> str:
    try:
        found = secrets.get(place)
    except SecretsError as error:
        raise FetchError(error.message, code=_CODES[error.code], key=place) from None
    if found is None:
        raise FetchError("there is no such secret in the keyring", code=missing, key=place)
    return found


def try_token(
    token: str, chosen: Settings, secrets: Secrets, sources: Iterable[Source], language: str = "en"
) -> Outcome:
    """Whether Launch Library takes a token, in words: one free call, through the user's proxy. Waits for the network."""
    from tracker.sources import trial
    from tracker.sources.fetch import Fetcher  # heavy: not before something is fetched

    database = next((s for s in sources if s.adapter == "ll2"), None)
    address = database or Source("launch-library", "Launch Library 2", trial.THROTTLE, Tier.DATABASE)
    with Fetcher(proxies=proxies(chosen, secrets)) as fetcher:
        return trial.token(token.strip(), fetcher=fetcher, source=address, language=language)


def try_login(secret: str, source: Source, chosen: Settings, secrets: Secrets, language: str = "en") -> Outcome:
    """Whether a source lets a secret in, in words: one request. Waits for the network."""
    from tracker.sources import trial
    from tracker.sources.fetch import Fetcher

    with Fetcher(proxies=proxies(chosen, secrets)) as fetcher:
        login = Login(source.auth, secret, source.user) if source.auth else None
        return trial.login(login, fetcher=fetcher, source=source, language=language)
