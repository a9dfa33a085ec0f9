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
MOST_UNCLOSED = 10_000  # tags in such a one that are opened only, as HTML's <br> and <img> in a long feed are
MOST_JSON_PARTS = {b"{": 50_000, b"[": 120_000, b",": 250_000}
LONGEST_TAG = 200_000
_STEP = 65_536
_LONG_TAG = re.compile(rb"<[A-Za-z/!?][^<>]{%d}" % LONGEST_TAG)
_LONG_BLANK = re.compile(rb"(?<![ \t\r\n])[ \t\r\n]{5000,}")


@dataclass(slots=True)
class _Counts:
    depth: int = 0
    elements: int = 0


def check(body: bytes) -> bytes:
    """The document without entities of its own, a damaged one with long runs of blanks cut. Raises ParseError (too-complex).

    Own entities are never expanded: ten letters can stand for gigabytes, and feedparser copies what they stand for.
    """
    body = body.replace(b"<!ENTITY", b"<!NO-ENTITY")
    if body.count(b"xmlns") > MOST_NAMESPACES:
        raise _too_complex("namespaces")
    if not _well_formed(body):
        body = _LONG_BLANK.sub(b"\n", body)
        marks = body.count(b"<")
        if marks + body.count(b"&") > MOST_MARKS:
            raise _too_complex("damaged markup")
        if _unclosed(body, marks) > MOST_UNCLOSED:
            raise _too_complex("open tags")
        if _LONG_TAG.search(body):
            raise _too_complex("a tag without end")
    return body


def _unclosed(body: bytes, marks: int) -> int:
    """How many more tags are opened than closed, about: each is a level of nesting that feedparser keeps a copy of. `marks`
    is how many "<" there are."""
    ends = body.count(b"</")
    opened = marks - ends - body.count(b"<!") - body.count(b"<?")
    return opened - ends - body.count(b"/>")


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

    walker = expat.ParserCreate()
    walker.ordered_attributes = True
    walker.StartElementHandler = opened
    walker.EndElementHandler = closed
    try:
        feed_in_steps(walker, body)
    except (expat.ExpatError, ValueError, LookupError):
        return False
    return True


def feed_in_steps(parser: expat.XMLParserType, body: bytes) -> None:
    """Gives a document to expat piece by piece. Raises ParseError (too-complex) for a tag that will not end.

    expat keeps a whole tag before it tells of it: one with half a million attributes would take a hundred megabytes.
    """
    for end in range(_STEP, len(body) + _STEP, _STEP):
        parser.Parse(body[end - _STEP : end], False)
        if end - parser.CurrentByteIndex > LONGEST_TAG:
            raise _too_complex("a tag without end")
    parser.Parse(b"", True)


def check_json(body: bytes) -> bytes:
    """The document. Raises ParseError (too-complex) for one that is all brackets: each grows twentyfold when it is read."""
    if any(body.count(mark) > most for mark, most in MOST_JSON_PARTS.items()):
        raise _too_complex("objects")
    return body


def _too_complex(what: str) -> ParseError:
    return ParseError(f"more {what} than any feed has", code="too-complex")
