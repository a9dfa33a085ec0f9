"""Text as the reader sees it, with the way back to the text as it is stored.

One look for many spellings: apostrophes, quotes, dashes, full-width forms, Traditional characters, odd spaces. `Plain`
remembers for every character where it came from, so that evidence always quotes the stored text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

CAP = 1600
"""Characters read of each field: news says it early, and a hostile megabyte costs no more than this."""

_APOSTROPHES = "\u2018\u2019\u201a\u201b\u2032\u02bc\u02b9\u00b4\u0060\u2035\uff07\u02bb\u02bd\ua78c"
_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\u300c\u300d\u300e\u300f\u301d\u301e\uff02\u2039\u203a"
_DASHES = "\u2010\u2011\u2012\u2013\u2015\u2212\uff0d\ufe63\u2043\u2e3a\u2e3b\ufe58\uff5e\u301c\u02d7"
_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\n\r\f\v\u0085\u2028\u2029"
_GONE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_ROMAN = {"Ⅰ": "I", "Ⅱ": "II", "Ⅲ": "III", "Ⅳ": "IV", "Ⅴ": "V", "Ⅵ": "VI", "Ⅶ": "VII", "Ⅷ": "VIII"}

_HAN = "\u3400-\u9fff\uf900-\ufaff"
_ENTITY = r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|amp|quot|apos|nbsp|lt|gt|rsquo|lsquo|ldquo|rdquo|ndash|mdash);"
_ODD = re.compile(
    rf" {{2,}}|[{_GONE}]+|{_ENTITY}"
    rf"|(?<=[{_HAN}]) +(?=[0-9A-Za-z])|(?<=[0-9A-Za-z]) +(?=[{_HAN}])|[Ⅰ-Ⅷ]|(?<=[0-9]) +(?=年|月|日|号)"
)
_ESCAPED = re.compile(_ENTITY)
_RARE = re.compile(rf"[{_GONE}{_HAN}Ⅰ-Ⅷ]")
_ENTITIES = {
    "amp": "&", "quot": '"', "apos": "'", "nbsp": " ", "lt": "<", "gt": ">", "rsquo": "'", "lsquo": "'",
    "ldquo": '"', "rdquo": '"', "ndash": "-", "mdash": "\u2014",
}  # fmt: skip

_table: dict[int, int] | None = None


def _fold_table() -> dict[int, int]:
    global _table  # noqa: PLW0603 - built once, on the first item
    if _table is None:
        _table = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
        _table.update(dict.fromkeys(map(ord, _APOSTROPHES), ord("'")))
        _table.update(dict.fromkeys(map(ord, _QUOTES), ord('"')))
        _table.update(dict.fromkeys(map(ord, _DASHES), ord("-")))
        _table.update(dict.fromkeys(map(ord, _SPACES), ord(" ")))
    return _table


class Plain(NamedTuple):
    """Normalised text. `origin[i]` is where character i began in the stored text; one more entry marks the end."""

    text: str
    origin: tuple[int, ...] | None  # None: offsets are the same

    def stored(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the stored text of text[start:end]."""
        if self.origin is None:
            return start, end
        return self.origin[start], self.origin[end]

    def respelled(self, letters: Mapping[int, int]) -> Plain:
        """One letter for another (Traditional to Simplified): offsets stay."""
        return Plain(self.text.translate(letters), self.origin) if letters else self


def plain(stored: str) -> Plain:
    """The normalised text of a field. Never raises; reads at most CAP characters, cut at a space where it can."""
    source = stored[:CAP]
    origin: list[int] | None = None
    if not source.isascii() and not unicodedata.is_normalized("NFC", source):
        source, origin = _composed(source)
    folded = (
        source.translate(_fold_table())
        if not source.isascii() or "`" in source or "\n" in source or "\t" in source or "\r" in source
        else source
    )
    if not _is_odd(folded):
        return Plain(folded, tuple(origin) if origin else None)
    return _squeezed(folded, origin or list(range(len(folded) + 1)))


def _is_odd(text: str) -> bool:
    """Whether _ODD is in a text; for one without Chinese, the usual case, that is quickly told."""
    if not text.isascii() and _RARE.search(text):
        return _ODD.search(text) is not None
    return "  " in text or ("&" in text and _ESCAPED.search(text) is not None)


def _composed(source: str) -> tuple[str, list[int]]:
    """NFC piece by piece, keeping the way back."""
    pieces: list[str] = []
    origin: list[int] = []
    start = 0
    for index in range(1, len(source) + 1):
        if index == len(source) or not unicodedata.combining(source[index]):
            piece = unicodedata.normalize("NFC", source[start:index])
            pieces.append(piece)
            origin.extend([start] * len(piece))
            start = index
    origin.append(len(source))
    return "".join(pieces), origin


def _squeezed(text: str, origin: list[int]) -> Plain:
    """Runs of spaces to one, invisible characters to none, entities to what they stand for, no space inside 8 月."""
    pieces: list[str] = []
    places: list[int] = []
    at = 0
    for match in _ODD.finditer(text):
        pieces.append(text[at : match.start()])
        places.extend(origin[at : match.start()])
        instead = _instead(match)
        pieces.append(instead)
        places.extend([origin[match.start()]] * len(instead))
        at = match.end()
    pieces.append(text[at:])
    places.extend(origin[at:])
    squeezed = "".join(pieces)
    if _ODD.search(squeezed) and len(squeezed) < len(text):
        return _squeezed(squeezed, places)
    return Plain(squeezed, tuple(places))


def _instead(match: re.Match[str]) -> str:
    found = match[0]
    if found[0] == "&":
        name = found[1:-1]
        if name[0] != "#":
            return _ENTITIES[name]
        code = int(f"0{name[1:]}", 0) if name[1] in "xX" else int(name[1:])
        return chr(code).translate(_fold_table()) if 31 < code < 0xD800 else " "
    if found in _ROMAN:
        return _ROMAN[found]
    if found[0] != " ":
        return ""
    before = match.string[match.start() - 1 : match.start()]
    after = match.string[match.end() : match.end() + 1]
    han = before > "\u2fff" or after > "\u2fff"
    both = before > "\u2fff" and after > "\u2fff"
    return " " if both or not han else ""
