"""What the person has chosen, as the whole window sees it: one value, changed in one place, kept by whoever hands it in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from tracker.settings import Settings


class Choices(QObject):
    """`value` is in force; `change` takes effect at once and is handed to `keep`. `changed` follows, also after `take`."""

    changed = Signal()

    def __init__(self, value: Settings, keep: Callable[[Settings], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._value, self._keep = value, keep

    @property
    def value(self) -> Settings:
        return self._value

    def change(self, **chosen: Any) -> None:
        """Choose, by the names of the fields of Settings."""
        self.put(replace(self._value, **chosen))

    def put(self, value: Settings) -> None:
        """Choose everything at once: a change that is taken back."""
        if value != self._value:
            self._value = value
            self._keep(value)
            self.changed.emit()

    def take(self, value: Settings) -> None:
        """Somebody else has chosen (the tray's pause, a restored back-up): it is kept already."""
        if value != self._value:
            self._value = value
            self.changed.emit()

    # --- what is told of which changes ----------------------------------------------------------------------------

    @property
    def hears(self) -> str:
        """What is announced everywhere: "confirmed", "reports" (single reports too) or "none"."""
        if not self._value.notifications:
            return "none"
        return "reports" if self._value.hear_reports else "confirmed"

    def hear(self, what: str) -> None:
        """Choose what is announced everywhere. "none" leaves what was chosen before for when it is wanted again."""
        if what == "none":
            self.change(notifications=False)
        else:
            self.change(notifications=True, hear_reports=what == "reports")

    def paused_until(self, now: datetime) -> datetime | None:
        """Until when alerts wait, aware UTC; None when they do not."""
        until = self._value.paused_until
        return until if until is not None and until > now else None
