"""Looks at a document before the parser does: what it is, in which encoding, and no more of it than is wanted.

A feed of a million entries is cut after the first two thousand here, as bytes, because the parser would keep them all.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from tracker.sources.items import MOST_ITEMS

_SKIP = re.compile(rb"(?:\s|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
_DOCTYPE = re.compile(rb"(?:\s|<\?.*?\?>|<!--.*?-->)*<!DOCTYPE(?:[^<>\[\]]|\[[^\]]*\])*>", re.DOTALL | re.IGNORECASE)
_ROOT = re.compile(rb"<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_DECLARED = re.compile(rb"^\s*<\?xml[^>]*?encoding=[\"'][\w.:-]+[\"']", re.IGNORECASE)
_CHARSET = re.compile(r"charset=[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_WIDE = (
    (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF16_LE, "utf-16"), (b"\x00<\x00?", "utf-16-be"), (b"<\x00?\x00", "utf-16-le"),
)  # fmt: skip
_KINDS = {b"rss": "rss", b"rdf": "rdf", b"feed": "atom", b"html": "html", b"channel": "rss"}
_ENTRY = {"rss": rb"<(?:\w+:)?item[\s>/]", "rdf": rb"<(?:\w+:)?item[\s>/]", "atom": rb"<(?:\w+:)?entry[\s>/]"}

# Simple elements that nothing here reads. The parser spends as much on each as on a title, and WordPress writes ten.
_UNUSED = re.compile(
    rb"<(category|comments|enclosure|post-id|dc:creator|dc:subject|slash:comments|wfw:commentRss|itunes:\w+|"
    rb"media:(?:thumbnail|credit|description|text|title|keywords|copyright|rating))"
    rb"(?:\s[^<>]*)?(?:/>|>(?:[^<>]*|\s*<!\[CDATA\[[^<>\]]*\]\]>\s*)</\1\s*>)\s*"
)


@dataclass(frozen=True, slots=True)
class Shape:
    """A document ready to be parsed. `kind`: rss, rdf, atom, json, html or other. `charset`: what to tell the parser."""

    kind: str
    body: bytes
    charset: str = ""


def prepare(body: bytes, content_type: str = "") -> Shape:
    """What the document is (by its root, never by its Content-Type), as bytes the parser can take."""
    body, charset = _encoding(body, content_type)
    start = _SKIP.match(body)
    head = body[start.end() if start else 0 :][:1]
    if head in (b"{", b"["):
        return Shape("json", body)
    place = _DOCTYPE.match(body) or start
    found = _ROOT.search(body, place.end() if place else 0, (place.end() if place else 0) + 2_000)
    if found is None:
        return Shape("other", body)
    kind = _KINDS.get(found[2].lower(), "other")
    if kind not in _ENTRY:
        return Shape(kind, body)
    return Shape(kind, _UNUSED.sub(b"", _shorten(body, kind, found)), charset)


def _encoding(body: bytes, content_type: str) -> tuple[bytes, str]:
    """Wide encodings become UTF-8; a document that declares none gets the header's, or GB 18030 where UTF-8 fails."""
    for mark, name in _WIDE:
        if body.startswith(mark):
            text = body.decode(name, "replace").lstrip("\ufeff")
            return re.sub(r"^\s*<\?xml.*?\?>", "", text, count=1, flags=re.DOTALL).encode("utf-8", "replace"), ""
    body = body.removeprefix(codecs.BOM_UTF8).replace(b"\x00", b"")
    if _DECLARED.match(body[:300]):
        return body, ""
    found = _CHARSET.search(content_type)
    for charset in filter(None, ("utf-8", found[1] if found else "", "gb18030")):
        try:
            body.decode(charset)
        except (UnicodeDecodeError, LookupError):
            continue
        return body, charset
    return body, ""


def _shorten(body: bytes, kind: str, root: re.Match[bytes]) -> bytes:
    """The document with its first entries only, closed properly so that it stays well-formed."""
    if len(body) < MOST_ITEMS * 6:
        return body
    for number, entry in enumerate(re.finditer(_ENTRY[kind], body)):
        if number == MOST_ITEMS:
            closing = b"</" + (root[1] or b"") + root[2] + b">"
            inner = b"</channel>" if kind == "rss" and root[2].lower() == b"rss" else b""
            return body[: entry.start()] + inner + closing
    return body
