"""Language packs: date words, triggers, cues and boundaries as data (seeds/languages/*.json), compiled on first use."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from tracker.errors import SeedError
from tracker.places import shipped
from tracker.reading.dates_en import EnglishDates
from tracker.reading.dates_zh import ChineseDates

GRAMMARS = {"en": EnglishDates, "zh": ChineseDates}


class Pack:
    """One language. Everything is compiled when it is first asked for: an app that reads no Chinese pays for none."""

    def __init__(self, language: str, data: Mapping[str, Any]) -> None:
        self.language = language
        self.data = data
        self.crewed: frozenset[str] = frozenset()

    @cached_property
    def dates(self) -> EnglishDates | ChineseDates:
        return GRAMMARS[self.language](self.data["dates"])

    @cached_property
    def triggers(self) -> list[tuple[str, str, re.Pattern[str]]]:
        return [(milestone, form, re.compile(pattern, re.IGNORECASE)) for milestone, form, pattern in self.data["triggers"]]

    @cached_property
    def cues(self) -> dict[str, re.Pattern[str]]:
        return {name: re.compile("|".join(patterns), re.IGNORECASE) for name, patterns in self.data["cues"].items()}

    @cached_property
    def boundaries(self) -> list[tuple[int, re.Pattern[str]]]:
        return [(weight, re.compile(pattern, re.IGNORECASE)) for weight, pattern in self.data["boundaries"]]

    @cached_property
    def letters(self) -> dict[int, int]:
        """Characters to read as others: Traditional to Simplified, given as pairs."""
        pairs: str = self.data.get("traditional", "")
        return {ord(pairs[i]): ord(pairs[i + 1]) for i in range(0, len(pairs) - 1, 2)}

    @property
    def others(self) -> list[str]:
        return list(self.data.get("others", ()))


def load(language: str, folder: Path | None = None) -> Pack | None:
    """The pack of a language; None where there is none. Raises SeedError for a pack that cannot be read."""
    path = (folder or shipped("seeds") / "languages") / f"{language}.json"
    if not path.is_file():
        return None
    try:
        return Pack(language, json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise SeedError("a language pack that cannot be read", key=str(path)) from error
