"""HTML to plain text: what a reader needs, nothing a page could do. Entities resolved, blocks on lines of their own."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

_HIDDEN = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "head",
        "select",
        "textarea",
        "title",
    )
)
_BLOCKS = frozenset(
    ("p", "div", "br", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "article",
     "section", "figure", "figcaption", "header", "footer", "aside", "hr", "dd", "dt", "dl", "pre", "main", "nav", "td", "th")
)  # fmt: skip
_MARKUP = re.compile(r"<[a-zA-Z!/?]|&")
# Control and format characters that can hide or reorder text; newline and tab are handled with the spaces.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]")  # fmt: skip
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*\n\s*")
_TRAILER = re.compile(r"\s*The post\s.{1,400}?\sappeared first on\s.{1,120}?\.?\s*$", re.DOTALL)
_MORE = re.compile(r"\s*(?:Continue reading\b.{0,200}|\[(?:…|&hellip;|\.\.\.)\])\s*$")
_LONGEST_SOURCE = 400_000


class _Stripper(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - of the base class
        if tag in _HIDDEN:
            self.hidden += 1
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - of the base class
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self.hidden = max(self.hidden - 1, 0)
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)


def from_html(markup: str, most: int = 20_000) -> str:
    """The visible text of an HTML fragment, at most `most` characters. Never raises on what it is given."""
    markup = markup[:_LONGEST_SOURCE]
    return tidy(_strip(markup) if _MARKUP.search(markup) else markup, most)


def from_title(markup: str, most: int = 500) -> str:
    """A title in one line. Titles are escaped once too often by many feeds, so entities are resolved twice."""
    text = from_html(markup[: most * 20], most * 4).replace("\n", " ")
    return cut(_SPACES.sub(" ", html.unescape(text)).strip(), most)


def tidy(text: str, most: int = 20_000) -> str:
    """Spaces and lines in order, unseen characters gone, a publisher's trailer stripped, cut at a word."""
    text = _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _LINES.sub("\n", _SPACES.sub(" ", text)).strip()
    return cut(without_trailer(text), most)


def without_trailer(text: str) -> str:
    """Without WordPress's "The post ... appeared first on ..." and the ellipsis before it."""
    tail = text[-700:]
    if "appeared first on" in tail:
        tail = _TRAILER.sub("", tail)
        text = text[:-700] + tail if len(text) > 700 else tail
    return _MORE.sub("…", text) if text.endswith("]") else text


def cut(text: str, most: int) -> str:
    """At most `most` characters, with an ellipsis where something is missing."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _strip(markup: str) -> str:
    stripper = _Stripper()
    try:
        stripper.feed(markup)
        stripper.close()
    except (AssertionError, ValueError):  # html.parser gives up on a few malformed declarations
        return re.sub(r"<[^<>]*>", " ", markup)
    return "".join(stripper.parts)
