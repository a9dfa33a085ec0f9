"""Who goes to the network for one source: under the name the source wants, and with its login.

The login goes to the source's own server only; a Fetcher drops it on a redirect to another one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from tracker.errors import FetchError
from tracker.model import Source, SourceState
from tracker.sources import logins
from tracker.sources.logins import Login, Logins
from tracker.sources.said import Answer, Validators
from tracker.webaddress import may_share_a_secret


class Asks(Protocol):
    """What is needed of a Fetcher."""

    def get(
        self, url: str, *, validators: Validators | None = None, headers: Mapping[str, str] | None = None,
        private_hosts: frozenset[str] = frozenset(),
    ) -> Answer: ...  # fmt: skip


class Envoy:
    """Asks like the Fetcher it is given. Made for one visit; `logins` is asked once, when something is first fetched."""

    def __init__(
        self, fetcher: Asks, source: Source, state: SourceState, logins: Logins | None, clock: Callable[[], datetime]
    ) -> None:
        self._fetcher = fetcher
        self._source = source
        self._state = state
        self._logins = logins
        self._clock = clock
        self._login: Login | None = None
        self._looked = False
        self._trouble = ""  # why the source is asked without the login it names
        self._refused_at = state.login_refused_at

    def get(
        self, url: str, *, validators: Validators | None = None, headers: Mapping[str, str] | None = None,
        private_hosts: frozenset[str] = frozenset(),
    ) -> Answer:  # fmt: skip
        """As Fetcher.get. Raises FetchError also for a login that cannot be had (no-secret, no-keyring, keyring-locked,
        bad-secret) or is refused (login-refused), unless the source answers without one: then it is asked so."""
        said = dict(headers or {})
        if self._source.user_agent:
            said["User-Agent"] = self._source.user_agent
        if not self._source.auth or not may_share_a_secret(self._source.url, url):
            return self._fetcher.get(url, validators=validators, headers=said, private_hosts=private_hosts)
        login = self._found_login()
        with_login = said | {"Authorization": login.header()} if login else said
        answer = self._fetcher.get(url, validators=validators, headers=with_login, private_hosts=private_hosts)
        if login is None or not may_share_a_secret(self._source.url, answer.url):
            return answer  # not shown to who answers
        if answer.status != 401:
            self._refused_at = None
            return answer
        self._login, self._refused_at = None, self._clock()
        if not logins.is_optional(self._source):
            raise FetchError("the secret is refused", code="login-refused")
        self._trouble = "login-refused"
        return self._fetcher.get(url, validators=validators, headers=said, private_hosts=private_hosts)

    def noted(self, state: SourceState) -> SourceState:
        """The state after the visit, with what became of the login."""
        if (state.login_trouble, state.login_refused_at) == (self._trouble, self._refused_at):
            return state
        return replace(state, login_trouble=self._trouble, login_refused_at=self._refused_at)

    def _found_login(self) -> Login | None:
        """The login to send. Raises FetchError where the source cannot do without."""
        if self._source.auth and not self._looked:
            try:
                self._login = self._asked_for()
            except FetchError as error:
                if not logins.is_optional(self._source):
                    raise
                self._trouble = error.code
            self._looked = True
        return self._login

    def _asked_for(self) -> Login:
        login = self._logins(self._source) if self._logins else None
        if login is None:
            raise FetchError("no secret is kept for it", code="no-secret")
        if logins.is_optional(self._source) and logins.was_refused(self._state, login, self._clock()):
            raise FetchError("the secret was refused", code="login-refused")
        login.header()  # one that cannot be sent is told before anything is asked
        return login
