"""Which articles hold the words of a search, newest first; quick enough to be asked at every key.

An unfinished word of one or two letters begins some word of nearly every article, and the word index would put all their
places together first (a tenth of a second for 100,000 articles). The newest articles themselves tell sooner: they are
gone through until there are enough, and the index is asked only where the beginning turns out to be a rare one.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from typing import Final

from tracker.store import rows
from tracker.store.database import Questions

_SHORT: Final = 2
_WALKED: Final = 1500  # articles, before the index is asked after all
_FEW: Final = 3000  # finds that are sorted by time; of more, the list of all articles is gone through instead
_BEFORE: Final = r"(?<![^\W_\u3400-\u9fff\uf900-\ufaff])"  # where the index begins a word: each Chinese letter is one


def newest(ask: Questions, query: str, limit: int) -> list[int]:
    """The numbers of the newest articles whose title or text hold all words, newest first. Raises StoreError."""
    holds = _short_ending(query)
    if holds is not None:
        walked = _among_the_newest(ask, holds, limit)
        if len(walked) == limit:
            return walked
    expression = rows.match_expression(query)
    if not expression:
        return []
    found = [r[0] for r in ask.rows("SELECT rowid FROM article_words WHERE article_words MATCH ?", (expression,))]
    return _sorted(ask, found, limit) if len(found) <= _FEW else _through_all(ask, frozenset(found), limit)


def _short_ending(query: str) -> Callable[[str], bool] | None:
    """A test for a text where the search's last word is a short beginning; None where it is not, or not plain letters."""
    words = query.split()
    if not words or len(words[-1]) > _SHORT or not all(w.isascii() and w.isalnum() for w in words):
        return None
    whole = [re.compile(rf"{_BEFORE}{w}(?![^\W_])", re.IGNORECASE) for w in words[:-1]]
    patterns = [*whole, re.compile(_BEFORE + words[-1], re.IGNORECASE)]
    return lambda text: all(pattern.search(text) for pattern in patterns)


def _among_the_newest(ask: Questions, holds: Callable[[str], bool], limit: int) -> list[int]:
    found = []
    query = """SELECT a.number, i.title || ' ' || i.text FROM articles a JOIN items i ON i.number = a.number
               ORDER BY a.sorted_at DESC LIMIT ?"""
    for number, text in ask.stream(query, (_WALKED,)):
        if holds(text if text.isascii() else _without_accents(text)):
            found.append(number)
            if len(found) == limit:
                break
    return found


def _without_accents(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))


def _sorted(ask: Questions, numbers: list[int], limit: int) -> list[int]:
    """The newest of a few; a number that is of an older revision of its article falls away."""
    query = """SELECT a.number FROM json_each (?) f CROSS JOIN items i ON i.number = f.value
               CROSS JOIN articles a ON a.item = i.item AND a.number = i.number ORDER BY a.sorted_at DESC LIMIT ?"""
    return [row[0] for row in ask.rows(query, (json.dumps(numbers), limit))]


def _through_all(ask: Questions, numbers: frozenset[int], limit: int) -> list[int]:
    """The newest of many: the list of all articles is gone through until there are enough."""
    found: list[int] = []
    for (number,) in ask.stream("SELECT number FROM articles ORDER BY sorted_at DESC"):
        if number in numbers:
            found.append(number)
            if len(found) == limit:
                break
    return found
