"""Sentences, and how far apart two places of a sentence are: clause boundaries count more than letters."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from tracker.reading.packs import Pack

_ABBREVIATION = re.compile(
    r"(?:\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|Prof|St|No|Lt|Col|Gen|Gov|Sen|Rep|vs|approx|Inc|Corp|Co|Ltd|Fig|etc|e\.g|i\.e)|\b[A-Z]|\b[ap]\.m|\bU\.S)\.$"
)
_EN_END = re.compile(r"[.!?\u2026]+[\"')\]]*\s+(?=[\"'(\[A-Z0-9$])|\.\.\.\s|\s[|\u2022\u00b7]\s")
_ZH_END = re.compile(r"[。!?！？]+[\"')）]*|\s*[\u2022\u25cf]\s*|(?<=[\u4e00-\u9fff\"])\s*(?:\(\d{1,2}\)|\d{1,2}[.、])(?=[\u4e00-\u9fff])")
MAX = 1200


class Sentence(NamedTuple):
    """text[start:end] of one field, with its boundaries as (offset in the field, weight)."""

    field: str
    number: int
    start: int
    end: int
    text: str
    cuts: tuple[tuple[int, int], ...]

    def far(self, left: int, right: int) -> int:
        """The summed weight of the boundaries between two offsets of the field."""
        if left > right:
            left, right = right, left
        first = bisect_left(self.cuts, (left, -1))
        total = 0
        for offset, weight in self.cuts[first:]:
            if offset >= right:
                break
            total += weight
        return total

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
    ends = []
    for match in (_ZH_END if pack.language == "zh" else _EN_END).finditer(text):
        head = text[max(0, match.start() - 12) : match.start() + 1]
        if pack.language == "en" and match[0][0] == "." and _ABBREVIATION.search(head) and not match[0].startswith("..."):
            if not re.search(r"[ap]\.m\.$", head) or not re.match(r"[A-Z]", text[match.end() : match.end() + 1]):
                continue
        ends.append(match.end())
    ends.append(len(text))
    found: list[Sentence] = []
    start = 0
    for end in ends:
        while start < end:
            stop = min(end, start + MAX)
            piece = text[start:stop]
            if piece.strip():
                found.append(Sentence(field, len(found), start, stop, piece, _cuts(piece, start, pack)))
            start = stop
    return found


def _cuts(piece: str, start: int, pack: Pack) -> tuple[tuple[int, int], ...]:
    cuts: dict[int, int] = {}
    for weight, pattern in pack.boundaries:
        for match in pattern.finditer(piece):
            at = start + match.start()
            cuts[at] = max(cuts.get(at, 0), weight)
    return tuple(sorted(cuts.items()))
