"""Sentences, and how far apart two places of a sentence are: clause boundaries count more than letters."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

from tracker.reading.packs import Pack

_ABBREVIATION = re.compile(
    r"(?:\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|Prof|St|No|Lt|Col|Gen|Gov|Sen|Rep|vs|approx|Inc|Corp|Co|Ltd|Fig|etc|e\.g|i\.e)|\b[A-Z]|\b[ap]\.m|\bU\.S)\.$"
)
_EN_END = re.compile(r"[.!?\u2026]+[\"')\]]*\s+(?=[\"'(\[A-Z0-9$>])|\.\.\.\s|\s[|\u2022\u00b7]\s")
_ZH_END = re.compile(
    r"[。!?！？]+[\"')）]*|\s*[\u2022\u25cf]\s*|(?<=[\u4e00-\u9fff\"])\s*(?:\(\d{1,2}\)|\d{1,2}[.、])(?=[\u4e00-\u9fff])"
)
_ZONE = re.compile(
    r"\(?(?:E[DS]?T|C[DS]?T|P[DS]?T|M[DS]?T|UTC|GMT|BST|Beijing|Eastern|Central|Pacific|Moscow|Florida)\b"
    r"|(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d)\b"
)
_ASIDE = re.compile(
    r", (?!and\b|but\b|or\b|while\b|then\b)[^,;:]{3,110},"
    r"(?= (?:is|are|was|were|will|would|has|have|had|should|must|now|currently|around|in|on|remains?|gets?|goes|lifts?|launche[sd]|landed|lands|entered|arrived|to|due|set|scheduled|planned|targeted)\b)",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\([^()]{1,30}\)")
MAX = 500


class Sentence:
    """text of [start:end) in one field, with its boundaries as (offset in the field, weight), found when asked for."""

    def __init__(self, field: str, number: int, start: int, text: str, pack: Pack) -> None:
        self.field = field
        self.number = number
        self.start = start
        self.end = start + len(text)
        self.text = text
        self._pack = pack

    @cached_property
    def cuts(self) -> tuple[tuple[int, int], ...]:
        """Clause boundaries."""
        return _cuts(self.text, self.start, self._pack)

    @cached_property
    def asides(self) -> tuple[tuple[int, int], ...]:
        """ "X, which ..., is set for 2027": what stands between the commas."""
        if self._pack.language != "en":
            return ()
        commas = [(self.start + m.start(), self.start + m.end() - 1) for m in _ASIDE.finditer(self.text)]
        brackets = [(self.start + m.start(), self.start + m.end() - 1) for m in _BRACKETS.finditer(self.text)]
        apart = [(low, high) for low, high in brackets if not any(a <= low <= b for a, b in commas)]
        return tuple(sorted(commas + apart))

    def far(self, left: int, right: int) -> int:
        """The summed weight of the boundaries between two offsets of the field."""
        if left > right:
            left, right = right, left
        skipped = [(low, high) for low, high in self.asides if left <= low and high <= right]
        first = bisect_left(self.cuts, (left, -1))
        total = 0
        for offset, weight in self.cuts[first:]:
            if offset >= right:
                break
            if not any(low <= offset <= high for low, high in skipped):
                total += weight
        return total

    def gap(self, left: int, right: int) -> int:
        """Characters between two offsets, asides left out."""
        return right - left - sum(high - low for low, high in self.asides if left <= low and high <= right)

    def without_asides(self, left: int, right: int) -> str:
        """The text between two offsets of the field with the asides cut out."""
        text = self.text[max(0, left - self.start) : max(0, right - self.start)]
        for low, high in reversed(self.asides):
            if left <= low and high <= right:
                text = text[: low - left] + text[high + 1 - left :]
        return text

    def segment(self, at: int, weight: int = 1) -> tuple[int, int]:
        """The stretch around an offset up to the nearest boundaries of at least this weight."""
        low, high = self.start, self.end
        for offset, strength in self.cuts:
            if strength < weight:
                continue
            if offset < at:
                low = offset
            elif offset >= at:
                high = offset
                break
        return low, high


def split(text: str, field: str, pack: Pack) -> list[Sentence]:
    """The sentences of a field in order; a run-on one is cut at MAX characters."""
    chinese = pack.language == "zh"
    ends = [match.end() for match in (_ZH_END if chinese else _EN_END).finditer(text) if chinese or _ends(text, match)]
    ends.append(len(text))
    found: list[Sentence] = []
    start = 0
    for end in ends:
        while start < end:
            stop = min(end, start + MAX)
            piece = text[start:stop]
            if piece.strip():
                found.append(Sentence(field, len(found), start, piece, pack))
            start = stop
    return found


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether a full stop ends the sentence: not after "Jan." or "U.S.", but after "2 p.m." before a capital."""
    head = text[max(0, match.start() - 12) : match.start() + 1]
    if match[0][0] != "." or match[0].startswith("...") or not _ABBREVIATION.search(head):
        return True
    clock = re.search(r"[ap]\.m\.$", head)
    return bool(clock) and text[match.end() : match.end() + 1].isupper() and not _ZONE.match(text, match.end())


def _cuts(piece: str, start: int, pack: Pack) -> tuple[tuple[int, int], ...]:
    cuts: dict[int, int] = {}
    for weight, pattern in pack.boundaries:
        for match in pattern.finditer(piece):
            at = start + match.start()
            cuts[at] = max(cuts.get(at, 0), weight)
    return tuple(sorted(cuts.items()))
