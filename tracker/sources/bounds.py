"""Refuses documents that no honest feed looks like, before the parser spends minutes and gigabytes on them.

feedparser takes time and memory that grow with the square of the nesting, of the namespaces and of the attributes, and
its forgiving mode is slow on every "<". The limits are far above what real feeds have (the largest one seen: 683 kB,
50 entries, about 2,000 elements).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.parsers import expat

from tracker.errors import ParseError

MOST_DEEP = 100
MOST_ELEMENTS = 100_000
MOST_ATTRIBUTES = 200
MOST_NAMESPACES = 300
MOST_MARKS = 100_000  # "<" and "&" in a document that is not well-formed
_LONG_TAG = re.compile(rb"<[A-Za-z/!?][^<>]{200000}")
_LONG_BLANK = re.compile(rb"(?<![ \t\r\n])[ \t\r\n]{5000,}")


@dataclass(slots=True)
class _Counts:
    depth: int = 0
    elements: int = 0
    namespaces: int = 0


class _EntityDeclaredError(Exception):
    """A document that brings entities of its own: they are never expanded here."""


def check(body: bytes) -> bytes:
    """The document, a damaged one with long runs of blanks cut. Raises ParseError (too-complex)."""
    if body.count(b"xmlns") > MOST_NAMESPACES:
        raise _too_complex("namespaces")
    if not _well_formed(body):
        body = _LONG_BLANK.sub(b"\n", body)
        if body.count(b"<") + body.count(b"&") > MOST_MARKS:
            raise _too_complex("damaged markup")
        if _LONG_TAG.search(body):
            raise _too_complex("a tag without end")
    return body


def _well_formed(body: bytes) -> bool:
    """Walks through the document once. False where it stops being XML. Raises ParseError (too-complex)."""
    counts = _Counts()

    def opened(_name: str, attributes: list[str]) -> None:
        counts.depth += 1
        counts.elements += 1
        if counts.depth > MOST_DEEP:
            raise _too_complex("deep nesting")
        if counts.elements > MOST_ELEMENTS:
            raise _too_complex("elements")
        if len(attributes) > 2 * MOST_ATTRIBUTES:
            raise _too_complex("attributes")

    def closed(_name: str) -> None:
        counts.depth -= 1

    def declared(*_what: object) -> None:
        raise _EntityDeclaredError

    walker = expat.ParserCreate()
    walker.ordered_attributes = True
    walker.StartElementHandler = opened
    walker.EndElementHandler = closed
    walker.EntityDeclHandler = declared
    try:
        walker.Parse(body, True)
    except (expat.ExpatError, _EntityDeclaredError, ValueError, LookupError):
        return False
    return True


def _too_complex(what: str) -> ParseError:
    return ParseError(f"more {what} than any feed has", code="too-complex")
