"""The notifier where nobody shows notifications: says so, and never pretends."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.desktop.notify import ACTIONS, NoServiceError
from tracker.model import Alert


class NullNotifier:
    """`why` is one sentence for a person; `describe` and every error carry it."""

    def __init__(self, why: str) -> None:
        self._why = why

    def describe(self) -> str:
        return self._why

    def send(self, alert: Alert, *, actions: Sequence[tuple[str, str]] = ACTIONS) -> None:  # noqa: ARG002
        """Raises NoServiceError, always: the caller marks the alert as told in the window only."""
        raise NoServiceError(self._why, key=alert.id)

    def close(self) -> None:
        """Nothing is open."""
