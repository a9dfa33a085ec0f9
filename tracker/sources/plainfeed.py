"""A plain, well-formed feed straight from expat: the entries that feedparser would give, at a tenth of its cost.

Only what is plain is read here: RSS 2.0, RSS 1.0 and Atom whose texts are texts or escaped HTML. Whatever could mean
something else to feedparser (a second title, markup inside a text, a base or language of its own, an unknown element, a
document type, a mistake) ends this walk at once, and feedparser reads the document as if nobody had looked before. So
the two need never agree on what is odd, and a test holds them equal on all the rest.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from xml.parsers import expat

from tracker.errors import ParseError
from tracker.sources.bounds import MOST_ATTRIBUTES, MOST_DEEP, MOST_ELEMENTS, feed_in_steps
from tracker.sources.items import Raw
from tracker.sources.plainnames import CAPTIONS, INSIDE, PREFIX_OF, QUIET, QUIET_OF_FEED, READ_KEYS, SPACES, TEXTS

_FEEDS = (["rss", "channel"], ["rdf_rdf", "channel"], ["feed"])
_PLAIN_TYPES = frozenset(("", "text", "html", "plain", "text/plain", "text/html"))
_HTML_TYPES = frozenset(("html", "text/html", "application/xhtml+xml", "xhtml"))
_ABOUT = "http://www.w3.org/1999/02/22-rdf-syntax-ns# about"
_LANG = "http://www.w3.org/XML/1998/namespace lang"
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
_SLASHES = re.compile(r"^([A-Za-z][A-Za-z0-9+-.]*://)/*")
_QUERY = re.compile("&([A-Za-z0-9_]+);")
_AS_WINDOWS = {code: bytes((code,)).decode("windows-1252", "ignore") or chr(code) for code in range(128, 160)}
_MARKUP = re.compile(r"[<>\]]")


class _UnusualError(Exception):
    """Something that is not plain: feedparser's business."""


@dataclass(frozen=True, slots=True)
class Plain:
    """What a plain feed holds."""

    title: str
    entries: tuple[Raw, ...]


def read(body: bytes) -> Plain | None:
    """The entries of a plain feed in UTF-8; None where feedparser has to look. Raises nothing."""
    walk = _Walk()
    parser = expat.ParserCreate("utf-8", " ")
    walk.listen(parser)
    try:
        feed_in_steps(parser, body)
    except (expat.ExpatError, _UnusualError, ParseError, ValueError, LookupError):
        return None
    finally:
        walk.forget()
    return Plain(walk.title or "", tuple(_raw(entry, walk.language) for entry in walk.entries))


@dataclass(slots=True)
class _Entry:
    """An entry as feedparser would keep it: `found` by feedparser's names."""

    found: dict[str, str] = field(default_factory=dict)
    contents: list[str] = field(default_factory=list)
    language: str | None = None  # of its title


class _Walk:
    """The state between two of expat's calls. `_path` holds the element that is open and those around it."""

    def __init__(self) -> None:
        self.title: str | None = None
        self.language: str | None = None
        self.entries: list[_Entry] = []
        self._root_language: str | None = None
        self._path: list[str] = []
        self._prefixes: dict[str, str] = {"": ""}  # namespace -> prefix
        self._keys: dict[str, str] = {}  # expat's name -> key
        self._elements = 0
        self._entry: _Entry | None = None
        self._text = ""  # what the open text is, "" where none is open
        self._is_link = False  # the guid that is open stands in for a link
        self._pieces: list[str] = []
        self._parser: expat.XMLParserType | None = None

    def listen(self, parser: expat.XMLParserType) -> None:
        self._parser = parser
        parser.buffer_text = True
        parser.StartElementHandler = self._opened
        parser.EndElementHandler = self._closed
        parser.StartNamespaceDeclHandler = self._declared
        parser.StartDoctypeDeclHandler = _refuse

    def forget(self) -> None:
        """The parser and this walk know each other: parted, so that both go at once."""
        parser, self._parser = self._parser, None
        if parser is not None:
            parser.StartElementHandler = parser.EndElementHandler = parser.CharacterDataHandler = None
            parser.StartNamespaceDeclHandler = parser.StartDoctypeDeclHandler = None

    # --- names -----------------------------------------------------------------------------------------------------------

    def _declared(self, prefix: str | None, uri: str | None) -> None:
        if self._path or uri is None:
            raise _UnusualError
        small = uri.lower()
        known = PREFIX_OF.get(small)
        if known is None and prefix and small.startswith("https:"):
            known = prefix if PREFIX_OF.get(f"http:{small[6:]}") == prefix else None  # a slip that feedparser overlooks
        if known is None:
            if not prefix or prefix in SPACES or prefix in READ_KEYS or prefix != prefix.lower() or "backend" in small:
                raise _UnusualError
            known = f"{prefix}:"
        elif known and prefix != known:
            raise _UnusualError
        if self._prefixes.setdefault(uri, known) != known:
            raise _UnusualError

    def _key(self, name: str) -> str:
        """ "dc_date" for a name that may mean something, "cf:" for any name of a space that means nothing."""
        uri, _, local = name.rpartition(" ")
        prefix = self._prefixes.get(uri)
        if prefix is None or len(self._keys) > 1000:
            raise _UnusualError
        if prefix == "media" and local != local.lower():
            raise _UnusualError
        key = prefix if prefix.endswith(":") else f"{prefix}_{local.lower()}" if prefix else local.lower()
        self._keys[name] = key
        return key

    # --- elements --------------------------------------------------------------------------------------------------------

    def _opened(self, name: str, attributes: dict[str, str]) -> None:
        key = self._keys.get(name) or self._key(name)
        path = self._path
        self._elements += 1
        if self._text or self._elements > MOST_ELEMENTS or len(path) >= MOST_DEEP:
            raise _UnusualError
        if attributes:
            _check(attributes)
        path.append(key)
        if self._entry is not None:
            self._open_in_entry(self._entry, key, attributes)
        elif len(path) == 1:
            self._open_root(key, attributes)
        elif key in ("item", "entry"):
            self._open_entry(attributes)
        elif path[:-1] in _FEEDS:
            self._open_in_feed(key, attributes)
        elif len(path) == 2:
            self._open_channel(key, attributes)
        else:
            self._pass_inside(key, path[-2])

    def _open_root(self, key: str, attributes: Mapping[str, str]) -> None:
        if key not in ("rss", "feed", "rdf_rdf"):
            raise _UnusualError
        language = attributes.get(_LANG)
        if language is not None:
            if key == "rdf_rdf" or not language:
                raise _UnusualError
            self.language = self._root_language = language.replace("_", "-")

    def _open_channel(self, key: str, attributes: Mapping[str, str]) -> None:
        if key == "image" and self._path[0] == "rdf_rdf":
            return
        if key != "channel" or not attributes.keys() <= {_ABOUT}:
            raise _UnusualError

    def _open_entry(self, attributes: Mapping[str, str]) -> None:
        around = self._path[:-1]
        if around not in _FEEDS and around != ["rdf_rdf"]:
            raise _UnusualError
        if not attributes.keys() <= {_ABOUT}:
            raise _UnusualError
        self._entry = _Entry()
        if attributes:
            self._entry.found["id"] = attributes[_ABOUT]
        self.entries.append(self._entry)

    def _open_in_feed(self, key: str, attributes: Mapping[str, str]) -> None:
        if key in ("title", "language", "dc_language"):
            if (key == "title" and self.title is not None) or _type_of(attributes) not in _PLAIN_TYPES:
                raise _UnusualError
            self._listen_to(key)
        else:
            self._pass_by(key, QUIET_OF_FEED)

    def _open_in_entry(self, entry: _Entry, key: str, attributes: dict[str, str]) -> None:
        path = self._path
        if path[-2] not in ("item", "entry"):
            self._pass_inside(key, path[-2])
            return
        if key == "link":
            self._open_link(entry, attributes)
            return
        text = TEXTS.get(key)
        if text is None:
            self._pass_by(key, QUIET)
            return
        if text in ("title", "description", "summary", "content"):
            text = _expected(entry, text, attributes)
        elif text == "id":
            self._is_link = _attribute(attributes, "ispermalink", "true") == "true"
        self._listen_to(text)

    def _pass_by(self, key: str, quiet: frozenset[str]) -> None:
        """An element that means nothing here. Raises _UnusualError where that is not known of it."""
        if key in CAPTIONS:
            self._listen_to("caption")
        elif key not in quiet and not key.endswith(":"):
            raise _UnusualError

    def _pass_inside(self, key: str, around: str) -> None:
        if key.endswith(":") and around.endswith(":"):
            return
        if not key.startswith("rdf_"):
            self._pass_by(key, INSIDE.get(around, frozenset()))

    def _open_link(self, entry: _Entry, attributes: Mapping[str, str]) -> None:
        """Atom's link has its address beside it, RSS's inside."""
        if not attributes:
            self._listen_to("link")
            return
        href = attributes.get("href")
        if not href or not attributes.keys() <= {"href", "rel", "type", "title", "hreflang", "length"}:
            raise _UnusualError
        if attributes.get("rel", "alternate").lower() == "alternate" and _type_of(attributes, "html") in _HTML_TYPES:
            entry.found["link"] = _resolved(href)

    def _listen_to(self, text: str) -> None:
        self._text = text
        self._pieces = []
        if self._parser is not None:
            self._parser.CharacterDataHandler = self._pieces.append

    def _closed(self, _name: str) -> None:
        key = self._path.pop()
        if self._text:
            if self._parser is not None:
                self._parser.CharacterDataHandler = None
            text, self._text = self._text, ""
            self._take(text, "".join(self._pieces).strip())
        elif key in ("item", "entry"):
            self._entry = None

    def _take(self, text: str, value: str) -> None:
        entry = self._entry
        if text == "caption":
            if _MARKUP.search(value):
                raise _UnusualError
        elif entry is None:
            if text == "title":
                self.title = _mended(value)
            else:
                self.language = _mended(value)
        else:
            self._take_of_entry(entry, text, value)

    def _take_of_entry(self, entry: _Entry, text: str, value: str) -> None:
        found = entry.found
        if text == "link" or (text == "id" and self._is_link):
            value = _resolved(value)
        value = _mended(value)
        if text == "content":
            entry.contents.append(value)
            found.setdefault("summary", value)
        elif text == "link":
            found["link"] = _QUERY.sub(r"&\1", value.replace("&amp;", "&")) if "&" in value else value
        elif text == "description":
            found["summary"] = value
        else:
            found[text] = value
            if text == "id" and self._is_link:
                found.setdefault("link", value)
            elif text == "title":
                entry.language = self._root_language


def _refuse(*_what: object) -> None:
    raise _UnusualError


def _check(attributes: Mapping[str, str]) -> None:
    if len(attributes) > MOST_ATTRIBUTES or any(name.lower().endswith("base") for name in attributes):
        raise _UnusualError


def _expected(entry: _Entry, text: str, attributes: Mapping[str, str]) -> str:
    """What the words to come are. A second summary is the text. Raises _UnusualError for words that are not words."""
    if attributes and not (attributes.keys() == {"type"} and _type_of(attributes) in _PLAIN_TYPES):
        raise _UnusualError
    if text == "title" and "title" in entry.found:
        raise _UnusualError
    return "content" if text in ("description", "summary") and "summary" in entry.found and not entry.contents else text


def _type_of(attributes: Mapping[str, str], usual: str = "") -> str:
    return attributes.get("type", usual).lower()


def _attribute(attributes: Mapping[str, str], name: str, usual: str) -> str:
    """An attribute by its name in lower case. Raises _UnusualError where others stand beside it."""
    small = {key.lower(): value for key, value in attributes.items()}
    if not small.keys() <= {name}:
        raise _UnusualError
    return small.get(name, usual)


def _resolved(address: str) -> str:
    """An address against none, as feedparser does it: slashes too many are gone."""
    return _SLASHES.sub(r"\1", address) if ":///" in address else address


def _mended(text: str) -> str:
    """UTF-8 that was encoded twice, and Windows' own characters, as feedparser mends them."""
    if text.isascii():
        return text
    with suppress(UnicodeError):
        text = text.encode("iso-8859-1").decode("utf-8")
    return text.translate(_AS_WINDOWS)


def _raw(entry: _Entry, language: str | None) -> Raw:
    found = entry.found
    language = entry.language or language
    return Raw(
        key=found.get("id", ""),
        link=found.get("link", ""),
        title=found.get("title", ""),
        body=max(entry.contents, key=len, default=""),
        summary=found.get("summary", ""),
        dates=tuple(found[name] for name in ("published", "updated", "created") if name in found),
        language=language if language and _TAG.fullmatch(language) else None,
    )
