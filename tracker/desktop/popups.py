"""Which popup belongs to which alert, remembered across a restart of the program as long as the same service runs.

So a button pressed on a popup that an earlier run has shown still leads to its change, and an alert that is told again
after a crash replaces its popup instead of standing there twice.
"""

from __future__ import annotations

import json
import logging
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from tracker.errors import ExportError
from tracker.files import write_atomically

log = logging.getLogger(__name__)

_REMEMBERED = 200


@dataclass(frozen=True, slots=True)
class Popup:
    """`number` is the service's id. A closed one is kept: a click may come from the service's own history."""

    number: int
    open: bool = True


class Popups:
    """`path` None: nothing outlives the process. Not safe for threads: its owner holds a lock."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._service = ""
        self._by_alert: OrderedDict[str, Popup] = OrderedDict()

    def belong_to(self, service: str) -> None:
        """From now on the popups are this service's ("bus id/owner"; empty: nobody's).

        Another service counts its numbers anew, so the old ones would be somebody else's.
        """
        self._service = service
        self._by_alert = self._stored(service) if service else OrderedDict()

    def get(self, alert_id: str) -> Popup | None:
        """The popup that shows an alert, or has shown it last."""
        return self._by_alert.get(alert_id)

    def alert_of(self, number: int) -> str | None:
        """The alert that a popup shows; None for somebody else's popup."""
        return next((alert for alert, popup in self._by_alert.items() if popup.number == number), None)

    def put(self, alert_id: str, number: int) -> None:
        """The service has taken an alert. What held the number before is gone."""
        earlier = self.alert_of(number)
        if earlier is not None:
            del self._by_alert[earlier]
        self._by_alert[alert_id] = Popup(number)
        self._by_alert.move_to_end(alert_id)
        while len(self._by_alert) > _REMEMBERED:
            self._by_alert.popitem(last=False)
        self._keep()

    def closed(self, number: int) -> None:
        """The service has taken a popup away; nobody else's number matters."""
        alert_id = self.alert_of(number)
        if alert_id is not None:
            self._by_alert[alert_id] = replace(self._by_alert[alert_id], open=False)
            self._keep()

    def _keep(self) -> None:
        if self._path is None or not self._service:
            return
        entries = {alert: [popup.number, popup.open] for alert, popup in self._by_alert.items()}
        try:
            write_atomically(self._path, json.dumps({"service": self._service, "popups": entries}))
        except ExportError as error:
            log.warning("popups are not remembered: %s", error)

    def _stored(self, service: str) -> OrderedDict[str, Popup]:
        found: OrderedDict[str, Popup] = OrderedDict()
        if self._path is None:
            return found
        with suppress(OSError, ValueError, TypeError, AttributeError, KeyError):  # no file, or one that is not ours
            data = json.loads(self._path.read_text(encoding="utf-8"))
            if data["service"] == service:
                for alert_id, (number, is_open) in list(data["popups"].items())[-_REMEMBERED:]:
                    if isinstance(number, int) and 0 < number < 2**32:
                        found[str(alert_id)] = Popup(number, bool(is_open))
        return found
