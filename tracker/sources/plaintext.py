"""HTML to plain text: what a reader needs, nothing a page could do. Entities resolved, blocks on lines of their own.

Regular expressions instead of a parser: this runs over every entry of every feed, and html.parser alone costs as much
as the whole of feedparser. Every pattern stops at the next "<", so hostile text costs no more than its length.
"""

from __future__ import annotations

import html
import re

_BLOCKS = (
    "p|div|br|li|ul|ol|tr|table|h[1-6]|blockquote|article|section|figure|figcaption|header|footer|aside|hr|dd|dt|dl|pre|"
    "main|nav|td|th"
)
_HIDDEN = "script|style|noscript|template|svg|math|iframe|object|head|select|textarea"
INSIDE = r"(?:[^<>\"']*(?:\"[^\"<]*\"[^<>\"']*|'[^'<]*'[^<>\"']*)*|[^<>]*)"
"""What stands in a tag after its name: a quoted ">" does not end it, and the next "<" always does."""
_BLOCK = re.compile(rf"</?(?:{_BLOCKS})(?=[\s/>]){INSIDE}>", re.IGNORECASE)
_TAG = re.compile(rf"<[/!?]?[a-zA-Z]{INSIDE}>|<[/!?][^<>]*>")
_UNFINISHED = re.compile(r"<[/!?a-zA-Z][^<>]*\Z")
_HAS_HIDDEN = re.compile(rf"<(?:!--|!\[CDATA\[|(?:{_HIDDEN})[\s/>])", re.IGNORECASE)
_HIDING = re.compile(rf"<(?P<name>{_HIDDEN})(?=[\s/>])[^<>]*>|<!--", re.IGNORECASE)
# Control and format characters that can hide or reorder text.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]")  # fmt: skip
_TRAILER = re.compile(r"\s*The post\s.{1,400}?\sappeared first on\s.{1,120}?\s*\Z", re.DOTALL)
_MORE = re.compile(r"\s*\[(?:…|\.\.\.)\]\Z")
_COMMON = (
    ("&#8217;", "’"), ("&#8216;", "‘"), ("&#8220;", "“"), ("&#8221;", "”"), ("&#8211;", "–"), ("&#8212;", "—"),
    ("&#8230;", "…"), ("&nbsp;", " "), ("&#160;", " "), ("&quot;", '"'), ("&#39;", "'"), ("&#039;", "'"),
)  # fmt: skip
_LONGEST_SOURCE = 400_000


def from_html(markup: str, most: int = 20_000) -> str:
    """The visible text of an HTML fragment, at most `most` characters. Never raises on what it is given."""
    markup = markup[:_LONGEST_SOURCE]
    if "<" in markup:
        markup = _without_tags(markup)
    return tidy(unescape(markup) if "&" in markup else markup, most)


def from_title(markup: str, most: int = 500) -> str:
    """A title in one line. Many feeds escape titles once too often, so entities are resolved twice."""
    text = from_html(markup[: most * 20], most * 4).replace("\n", " ")
    return cut(" ".join(unescape(text).split()) if "&" in text else text, most)


def unescape(text: str) -> str:
    """Entities to characters. The few that make up nearly all of them go first, at a tenth of the cost."""
    if text.count("&") == text.count("&amp;"):
        return text.replace("&amp;", "&")
    for entity, character in _COMMON:
        text = text.replace(entity, character)
    rest = text.count("&")
    if rest and rest == text.count("&amp;"):
        return text.replace("&amp;", "&")
    try:
        return html.unescape(text) if rest else text
    except ValueError:  # a number with thousands of digits
        return text


def tidy(text: str, most: int = 20_000) -> str:
    """Spaces and lines in order, unseen characters gone, a publisher's trailer stripped, cut where it is too long."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "  " not in text and text.replace("\n", "").isprintable():  # in order but for the ends of its lines
        lines = (line.strip() for line in text.split("\n"))
    else:
        lines = (" ".join(line.split()) for line in text.split("\n"))
        lines = (line if line.isprintable() else _seen(line) for line in lines)
    text = "\n".join(line for line in lines if line)
    return cut(without_trailer(text), most)


def without_trailer(text: str) -> str:
    """Without WordPress's "The post ... appeared first on ..." and with a plain ellipsis for "[...]"."""
    if "appeared first on" in text[-700:]:
        text = text[:-700] + _TRAILER.sub("", text[-700:])
    return _MORE.sub("…", text) if text.endswith("]") else text


def as_markup(text: str) -> str:
    """What is plain text already, so that reading it as a fragment of HTML gives it back."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


def cut(text: str, most: int) -> str:
    """At most `most` characters, with an ellipsis where something is missing."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _seen(line: str) -> str:
    return " ".join(_UNSEEN.sub("", line).split())


def _without_tags(markup: str) -> str:
    markup = without_hidden(markup)
    return _UNFINISHED.sub("", _TAG.sub("", _BLOCK.sub("\n", markup)))


def without_hidden(markup: str) -> str:
    """Markup without comments, scripts and the like. One that is never closed hides the rest, as in a browser."""
    if not _HAS_HIDDEN.search(markup):
        return markup
    markup = markup.replace("<![CDATA[", "").replace("]]>", "")
    kept, at = [], 0
    small = markup.lower()
    while found := _HIDING.search(markup, at):
        kept.append(markup[at : found.start()])
        name = found["name"]
        end = small.find(f"</{name.lower()}" if name else "-->", found.end())
        if name and markup[found.end() - 2] == "/":  # <svg/>
            end = found.start()
        if end < 0:
            return " ".join(kept)
        at = markup.find(">", end) + 1
        if at == 0:
            return " ".join(kept)
    return " ".join([*kept, markup[at:]])
