"""Text from feeds made fit for a notification: no control characters, no direction tricks, a cap on the length."""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_BLANKS = re.compile(r"[ \t\u00a0\u3000]+")
_REFUSED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})  # control, format (bidi overrides), lone surrogates, private
_KEPT = frozenset("\n\u200c\u200d")  # joiners are part of words


def one_line(text: str, cap: int) -> str:
    """The text on one line of at most `cap` characters; a longer one ends in "…"."""
    return _cut(" ".join(_clean(text, cap).split()), cap)


def few_lines(text: str, cap: int) -> str:
    """The text with its line breaks, without empty lines, at most `cap` characters; a longer one ends in "…"."""
    lines = (_BLANKS.sub(" ", line).strip() for line in _clean(text, cap).split("\n"))
    return _cut("\n".join(line for line in lines if line), cap)


def _clean(text: str, cap: int) -> str:
    head = _LINE_ENDS.sub("\n", text[: cap * 8 + 1000]).replace("\t", " ")  # a book in a title costs no time
    return "".join(c for c in head if c in _KEPT or unicodedata.category(c) not in _REFUSED)


def _cut(text: str, cap: int) -> str:
    if len(text) <= cap:
        return text
    end = cap - 1
    while end > 0 and unicodedata.combining(text[end]):  # no accent is parted from its letter
        end -= 1
    return text[:end].rstrip() + "…"
