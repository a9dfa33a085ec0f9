"""Which articles hold the words of a search, newest first; quick enough to be asked at every key.

An unfinished word of one to three letters begins some word of nearly every article, and the word index would put all their
places together first (a tenth of a second for 100,000 articles). So the index is asked for the other words only, and the
newest articles themselves tell which of them hold the beginning; the index is asked for it too where that takes long.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from tracker.store import rows
from tracker.store.database import Questions

_SHORT: Final = 3
_READ: Final = 1500  # articles that are read for a short beginning before the index is asked after all
_HANDFUL: Final = 300  # of them at once
_FEW: Final = 3000  # finds that are sorted by time; of more, the list of all articles is gone through instead
_BEFORE: Final = r"(?<![^\W_\u3400-\u9fff\uf900-\ufaff])"  # where the index begins a word: each Chinese letter is one


def newest(ask: Questions, query: str, limit: int) -> list[int]:
    """The numbers of the newest articles whose title or text hold all words, newest first. Raises StoreError."""
    short = _short_ending(query)
    if short is not None:
        rest, beginning = short
        found, everything = _reading(ask, _in_time(ask, rest), beginning, limit)
        if everything or len(found) == limit:
            return found
    expression = rows.match_expression(query)
    return list(islice(_in_time(ask, expression), limit)) if expression else []


def _short_ending(query: str) -> tuple[str, re.Pattern[str]] | None:
    """The rest of a search as an expression (empty: none), and its short unfinished ending; None where it has none."""
    words = [tokens for word in query.split() if (tokens := rows.tokens(word))]
    if not words or len(words[-1][-1]) > _SHORT or not "".join(words[-1]).isascii():
        return None
    *before, last = words
    rest = " ".join(["'".join(tokens) for tokens in before] + ["'".join(last[:-1])])
    beginning = re.compile(_BEFORE + r"[\W_]+".join(last), re.IGNORECASE)
    return rows.match_expression(rest, unfinished=False), beginning


def _in_time(ask: Questions, expression: str) -> Iterator[int]:
    """The articles the index finds for an expression, or all for none: newest first, and none too early."""
    if not expression:
        yield from (row[0] for row in ask.stream("SELECT number FROM articles ORDER BY sorted_at DESC"))
        return
    found = [r[0] for r in ask.rows("SELECT rowid FROM article_words WHERE article_words MATCH ?", (expression,))]
    if len(found) <= _FEW:
        # a number that is of an older revision of its article falls away
        query = """SELECT a.number FROM json_each (?) f CROSS JOIN items i ON i.number = f.value
                   CROSS JOIN articles a ON a.item = i.item AND a.number = i.number ORDER BY a.sorted_at DESC"""
        yield from (row[0] for row in ask.rows(query, (json.dumps(found),)))
        return
    known = frozenset(found)
    yield from (number for number in _in_time(ask, "") if number in known)


def _reading(ask: Questions, numbers: Iterable[int], beginning: re.Pattern[str], limit: int) -> tuple[list[int], bool]:
    """Those of the articles that hold the beginning of a word, up to a limit; and whether all of them have been read."""
    found: list[int] = []
    source = iter(numbers)
    for _ in range(0, _READ, _HANDFUL):
        handful = list(islice(source, _HANDFUL))
        query = """SELECT i.number, i.title || ' ' || i.text FROM json_each (?) f
                   CROSS JOIN items i ON i.number = f.value ORDER BY f.key"""
        for number, text in ask.stream(query, (json.dumps(handful),)):
            if beginning.search(text if text.isascii() else _without_accents(text)):
                found.append(number)
                if len(found) == limit:
                    return found, False
        if len(handful) < _HANDFUL:
            return found, True
    return found, False


def _without_accents(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
