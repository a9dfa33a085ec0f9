"""The English date grammar: finds every date in a text and says which days it means.

A core ("14 September 2027", "next spring", "Tuesday") is found first; then the words before and after it ("no earlier
than", "or later", "late") are laid over it. What cannot be settled gives no date.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from tracker.reading import spans
from tracker.reading.clock import Clock
from tracker.reading.en_absolute import ABSOLUTE
from tracker.reading.en_core import core_pattern
from tracker.reading.en_joins import apply, is_number, moved_on, ranges
from tracker.reading.en_relative import RELATIVE
from tracker.reading.spans import DateSpan, Site, Words

_READERS = {**ABSOLUTE, **RELATIVE}
_OF_AN_EVENT = re.compile(
    r"'s\b| (?:launch|landing|lift-?off|splashdown|test|flight|attempt|deadline|hearing|release|mission|touchdown|return)\b",
    re.IGNORECASE,
)
_WORD_START = re.compile(r"(?<![A-Za-z])[A-Za-z(]|n't")
_TOKEN = re.compile(r"[A-Za-z0-9]+")
_STARTS = (
    "first", "second", "third", "fourth", "final", "last", "latter", "back", "q1", "q2", "q3", "q4", "h1", "h2", "spring",
    "summer", "autumn", "fall", "winter", "the", "end", "close", "beginning", "start", "middle", "turn", "rest", "remainder",
    "year", "month", "mid", "midyear", "later", "earlier", "late", "early", "by", "before", "in", "within", "over", "inside",
    "this", "next", "that", "today", "tonight", "yesterday", "tomorrow", "coming", "past", "just", "about", "some", "roughly",
    "almost", "nearly", "more", "decade", "several", "a", "an", "another",
)  # fmt: skip
"""Words a date's core can begin with, beside numbers and the names of months and weekdays."""


class EnglishDates:
    """The grammar with its words from the pack (`seeds/languages/en.json`, "dates")."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._words = Words(words["months"], words["weekdays"], words["numbers"])
        bounds = "|".join(f"(?P<b{i}_{name}>{'|'.join(rows)})" for i, (name, rows) in enumerate(words["before"]))
        self._bounds = re.compile(rf"(?:{bounds})\s*$", re.IGNORECASE)
        self._tails: list[tuple[str, re.Pattern[str]]] = [
            (name, re.compile(rf",?\s*\(?(?:{'|'.join(phrases)})\b", re.IGNORECASE))
            for name, phrases in words["behind"]
        ]
        month = "|".join(sorted((re.escape(m) for m in self._words.months), key=len, reverse=True))
        weekday = "|".join(sorted(self._words.weekdays, key=len, reverse=True))
        number = "|".join(sorted(self._words.numbers, key=len, reverse=True))
        self._core = re.compile(core_pattern(month, weekday, number), re.IGNORECASE)
        self._clock = Clock()
        self._starts = frozenset([*self._words.months, *self._words.weekdays, *self._words.numbers, *_STARTS])

    def find(self, text: str, today: date | None, before: DateSpan | None = None) -> list[DateSpan]:
        """Every date of the text in order, without overlaps.

        `today` is the day relative words count from; `before` the last date of the sentence before, for "that year".
        """
        found: list[DateSpan] = [before._replace(start=-3, end=-2, core=-3)] if before else []
        at = 0
        for token in _TOKEN.finditer(text):
            if token.start() < at or (token[0][0] > "9" and token[0].lower() not in self._starts):
                continue
            match = self._core.match(text, token.start())
            span = self._read(match, text, today, found) if match else None
            if match is None or span is None:
                continue
            span = self._tailed(text, self._bounded(text, span, found))
            if span.edtf and spans.valid(span.edtf):
                found.append(span)
            at = max(match.end(), span.end)
        found = ranges(text, moved_on(text, spans.under_year(text, [span for span in found if span.start >= 0])))
        return self._clock.attach(text, found, today)

    def _read(self, match: re.Match[str], text: str, today: date | None, found: list[DateSpan]) -> DateSpan | None:
        if is_number(text, match):
            return None
        span = _READERS[match.lastgroup or ""](Site(match, text, today, found, self._words))
        return span._replace(core=match.start()) if span else None

    # --- what stands around a core ----------------------------------------------------------------------------------

    def _bounded(self, text: str, span: DateSpan, found: list[DateSpan]) -> DateSpan:
        """Lay the words before the date over it, nearest first: "no earlier than" + "late" + "2027"."""
        floor = max(0, found[-1].end) if found else 0
        for _ in range(4):
            lead = text[max(floor, span.start - 60) : span.start]
            tried = (self._bounds.match(lead, m.start()) for m in _WORD_START.finditer(lead))
            match = next((m for m in tried if m), None)  # leftmost: the longest phrase that ends at the date
            name = (match.lastgroup or "").split("_")[1] if match and match[0].strip() else ""
            if name in ("before", "after", "by") and _OF_AN_EVENT.match(text, span.end):
                return span  # "after Friday's splashdown": before or after the event, not the day
            changed = apply(name, span) if name else None
            if match is None or changed is None:
                return span
            span = changed._replace(start=span.start - (len(lead) - match.start()))
        return span

    def _tailed(self, text: str, span: DateSpan) -> DateSpan:
        for name, pattern in self._tails:
            match = pattern.match(text, span.end)
            if match:
                changed = apply(name, span)
                if changed is not None:
                    return changed._replace(end=match.end())
        return span
