"""What every page is handed besides its desk: how to look, how to speak, what time it is, how to open a link, whom to ask
for what takes long."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from tracker.ui.asking import Asking
from tracker.ui.theme import Theme


def system_now() -> datetime:
    """The clock of the machine, aware UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Around:
    """Values and callables, no behaviour. `language` is that of dates and names, "en" or "zh"; `open_link` gets only addresses that `webaddress.host` accepts."""

    theme: Theme
    language: str
    now: Callable[[], datetime]
    open_link: Callable[[str], object]
    asking: Asking
