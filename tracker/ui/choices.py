"""What a person can choose on the Settings page. Kept by whoever hands it in; the window only shows and changes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

APPEARANCES: Final = ("system", "light", "dark")
ALERTS: Final = ("confirmed", "reports", "none")
LANGUAGES: Final = ("system", "en", "zh_CN")


@dataclass(frozen=True, slots=True)
class Choices:
    """`alerts`: "confirmed" tells of confirmed changes only, "reports" also of unconfirmed reports, "none" of nothing.

    `language` takes effect when the program starts again.
    """

    appearance: str = "system"
    alerts: str = "confirmed"
    language: str = "system"
