"""How often a server that counts may be asked: every call of the last sixty minutes is counted, whoever made it.

Launch Library gives 15 calls an hour to an address. This program stops at 12: the rest is for the user's browser. The
calls are kept as text beside the data, so a restart and the command line count on; a call is written down before it is made.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tracker.errors import FetchError
from tracker.model import Source
from tracker.sources import address
from tracker.sources.said import Answer, Validators

if TYPE_CHECKING:
    from tracker.sources.envoy import Asks

MOST = 12
HOUR = timedelta(hours=1)
CALLS = "calls:"
"""Facts with this prefix and a host: the calls of the last hour, as a JSON list of instants."""

NO_CALLS_LEFT = "budget"
"""The code of a call that was not made because the hour's share is spent."""


def counted(source: Source) -> str | None:
    """The host whose calls are counted for this source, None where nobody counts."""
    return address.host(source.url) if source.adapter == "ll2" else None


def spend(text: str | None, now: datetime) -> str | None:
    """The calls with one more at `now` (aware UTC), None where the hour's share is spent."""
    calls = _calls(text, now)
    return json.dumps([at.isoformat() for at in (*calls, now)]) if len(calls) < MOST else None


def calls_left(text: str | None, now: datetime) -> int:
    """How many calls are left at `now`."""
    return max(MOST - len(_calls(text, now)), 0)


def _calls(text: str | None, now: datetime) -> list[datetime]:
    """The calls of the sixty minutes around `now`: one from a future further off is the word of a clock since set right."""
    try:
        listed = [datetime.fromisoformat(entry).astimezone(UTC) for entry in json.loads(text or "[]")]
        return [at for at in listed if abs(now - at) < HOUR][-MOST:]
    except (ValueError, TypeError):
        return []


class Rationed:
    """A fetcher that asks before each call whether it may make it."""

    def __init__(self, fetcher: Asks, may_ask: Callable[[], bool]) -> None:
        self._fetcher, self._may_ask = fetcher, may_ask

    def get(
        self, url: str, *, validators: Validators | None = None, headers: Mapping[str, str] | None = None,
        private_hosts: frozenset[str] = frozenset(),
    ) -> Answer:  # fmt: skip
        """As Fetcher.get. Raises FetchError (budget) where the hour's share is spent."""
        if not self._may_ask():
            raise FetchError("the calls of this hour are spent", code=NO_CALLS_LEFT, key=url)
        return self._fetcher.get(url, validators=validators, headers=headers, private_hosts=private_hosts)
