"""Looks at a document before the parser does: what it is, in which encoding, and no more of it than is wanted.

A feed of a million entries is cut after the first two thousand here, as bytes, because the parser would keep them all.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from tracker.sources.items import MOST_ITEMS

_BEFORE_ROOT = ((b"<?", b"?>"), (b"<!--", b"-->"), (b"<!", b">"))
_ROOT = re.compile(rb"<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_LATER_ROOT = re.compile(rb"<([A-Za-z_][\w.-]*:)?(rss|rdf|feed|html)(?=[\s>])", re.IGNORECASE)
_DECLARED = re.compile(rb"\s*<\?xml[^>]*?encoding=[\"']([\w.:-]+)[\"']", re.IGNORECASE)
_TEXT_ENCODING = re.compile(
    r"us-ascii|iso-8859-\d+|(windows|cp)-?125\d|gb2312|gbk|gb18030|big5(-hkscs)?|euc-(jp|kr)|shift_jis|koi8-[ru]",
    re.IGNORECASE,
)
_CHARSET = re.compile(r"charset=[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_WIDE = (
    (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF16_LE, "utf-16"), (b"\x00<\x00?", "utf-16-be"), (b"<\x00?\x00", "utf-16-le"),
)  # fmt: skip
_WINDOWS = "tracker-as-windows"
_ASCII = bytes(range(128))
_HEAD = 20_000
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
    """What the document is (by its root, never by its Content-Type), with no more entries than are wanted."""
    body, charset = _encoding(body, content_type)
    body = body.strip()
    if body[:1] in (b"{", b"["):
        return Shape("json", body)
    head = body[:_HEAD]
    at = _root_at(head)
    found = _ROOT.match(head, at)
    if found is None or found[2].lower() not in _KINDS:
        found = _LATER_ROOT.search(head, at)  # a server's warning stands before the document
    if found is None:
        return Shape("other", body)
    kind = _KINDS[found[2].lower()]
    if kind not in _ENTRY:
        return Shape(kind, body)
    return Shape(kind, _shorten(body, kind, found), charset)


def without_unused(body: bytes) -> bytes:
    """The document without most of what nothing here reads."""
    return _UNUSED.sub(b"", body)


def _root_at(head: bytes) -> int:
    """Where the first element begins, after declarations, comments and a document type."""
    at = 0
    while True:
        at += len(head[at:]) - len(head[at:].lstrip())
        for opening, closing in _BEFORE_ROOT:
            if head.startswith(opening, at):
                end = head.find(closing, at)
                if opening == b"<!" and (inside := head.find(b"[", at, end if end >= 0 else None)) >= 0:
                    end = head.find(b">", head.find(b"]", inside))
                if end < 0:
                    return len(head)
                at = end + len(closing)
                break
        else:
            return at


def _encoding(body: bytes, content_type: str) -> tuple[bytes, str]:
    """Wide encodings become UTF-8; a document that declares none gets the header's, or GB 18030 where UTF-8 fails."""
    for mark, name in _WIDE:
        if body.startswith(mark):
            text = body.decode(name, "replace").lstrip("\ufeff")
            return re.sub(r"^\s*<\?xml.*?\?>", "", text, count=1, flags=re.DOTALL).encode("utf-8", "replace"), ""
    body = body.removeprefix(codecs.BOM_UTF8).replace(b"\x00", b"")
    declared = _DECLARED.match(body[:300])
    if declared and _TEXT_ENCODING.fullmatch(declared[1].decode("ascii")):
        return body, ""
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        served = _CHARSET.search(content_type)
        return _not_utf8(body, served[1] if served else "").encode("utf-8", "replace"), "utf-8"
    return body, "utf-8"


def _not_utf8(body: bytes, served: str) -> str:
    """The text of a document that says or implies UTF-8 and is not: as the header says, mended, or Chinese."""
    if _TEXT_ENCODING.fullmatch(served):
        return body.decode(served, "replace")
    wide = len(body.translate(None, _ASCII))
    stray = len(body) - len(body.decode("utf-8", "ignore").encode())
    if stray * 10 > wide:  # more than a slip of the pen
        try:
            return body.decode("gb18030")
        except UnicodeDecodeError:
            pass
    return body.decode("utf-8", _WINDOWS)


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """A stray byte in UTF-8 is nearly always a Windows-1252 one, pasted in."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("windows-1252", "replace"), error.end


codecs.register_error(_WINDOWS, _as_windows)


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
