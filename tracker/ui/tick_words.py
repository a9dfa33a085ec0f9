"""The words along an axis of time: years, and months between them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tracker import wording
from tracker.ui.time_scale import Tick


def month(day: date, language: str) -> str:
    """ "Jul", "7月"."""
    return f"{day.month}月" if language.startswith("zh") else wording.calendar_day(day, "en").split(" ")[1]


def month_and_year(day: date, language: str) -> str:
    """ "Jul 2024", "2024年7月"."""
    words = month(day, language)
    return f"{day.year}年{words}" if language.startswith("zh") else f"{words} {day.year}"


def tick_words(ticks: Sequence[Tick], language: str) -> list[str]:
    """A year where it begins, else the month alone; the first month says its year where no year begins in sight."""
    found = [str(tick.day.year) if tick.major else month(tick.day, language) for tick in ticks]
    if ticks and not any(tick.major for tick in ticks):
        found[0] = month_and_year(ticks[0].day, language)
    return found
