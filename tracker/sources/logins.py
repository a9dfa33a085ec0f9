"""What opens a source that does not answer everybody: a token, or a name and password. The secret itself comes from the
composition root, which has it from the keyring; it is in no file, no log and no text that is printed."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tracker.errors import FetchError
from tracker.model import Source, SourceState

BASIC, BEARER, TOKEN = KINDS = ("basic", "bearer", "token")
_TRIED_AGAIN = timedelta(days=1)
_PRINTABLE = re.compile(r"[\x21-\x7e]+")


def place(source: Source) -> str:
    """Where in the keyring the source's secret lies."""
    return source.keyring or source.id


@dataclass(frozen=True, slots=True)
class Login:
    """`given_at` is when the user entered it, aware UTC, where that was in this run of the program."""

    kind: str
    secret: str = field(repr=False)
    user: str = ""  # of "basic"
    given_at: datetime | None = None

    def header(self) -> str:
        """The value of the Authorization header. Raises FetchError (bad-secret) for what cannot stand in one."""
        if self.kind == BASIC:
            try:
                pair = f"{self.user}:{self.secret}".encode()
            except UnicodeEncodeError:
                raise FetchError("a password is text", code="bad-secret") from None
            return f"Basic {base64.b64encode(pair).decode('ascii')}"
        if not _PRINTABLE.fullmatch(self.secret):
            raise FetchError("a token is one word of plain letters", code="bad-secret")
        return f"{'Token' if self.kind == TOKEN else 'Bearer'} {self.secret}"


Logins = Callable[[Source], "Login | None"]
"""Gives the login of a source that names one; None: there is none. May take as long as the keyring does; raises
FetchError (no-secret, no-keyring, keyring-locked)."""


def is_optional(source: Source) -> bool:
    """True where a login only raises limits: Launch Library answers everybody. Without it the source is asked as before."""
    return source.auth == TOKEN and source.adapter == "ll2"


def was_refused(state: SourceState, login: Login, now: datetime) -> bool:
    """True where this very login was refused within the last day: it is not worth another call."""
    at = state.login_refused_at
    if at is None or now - at >= _TRIED_AGAIN:
        return False
    return login.given_at is None or login.given_at <= at
