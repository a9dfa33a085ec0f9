"""The demo's feeds as documents: RSS 2.0 or Atom as of a moment, and a page for each article."""

from __future__ import annotations

import html
from datetime import datetime
from email.utils import format_datetime
from typing import Final
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

from tracker.demo.history import DemoFeed, Entry, Wording

NEWEST: Final = 12
"""How many entries a feed shows, as real feeds do: the older ones drop out at the end."""

_ATOM: Final = "http://www.w3.org/2005/Atom"
_NOTE: Final = "Invented for the demonstration of Space Race Tracker. No real outlet wrote this."


def document(feed: DemoFeed, moment: datetime, base: str) -> bytes:
    """The feed as it stands at a moment, as XML in UTF-8, newest entry first. `base` is the server's own address."""
    out = [(entry, entry.as_of(moment)) for entry in reversed(feed.entries)]
    shown = [(entry, wording) for entry, wording in out if wording is not None][:NEWEST]
    root = _rss(feed, shown, base) if feed.form == "rss" else _atom(feed, shown, base)
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text


def page(feed: DemoFeed, entry: Entry, moment: datetime) -> bytes | None:
    """The article as a plain page; None before it is out."""
    wording = entry.as_of(moment)
    if wording is None:
        return None
    title, text, name = (html.escape(part) for part in (wording.title, wording.text, feed.name))
    return (
        f'<!doctype html><html lang="{html.escape(feed.language)}"><head><meta charset="utf-8"><title>{title}</title>'
        f"</head><body><h1>{title}</h1><p>{name}, {wording.at:%Y-%m-%d %H:%M} UTC</p><p>{text}</p>"
        f"<p><small>{_NOTE}</small></p></body></html>"
    ).encode()


def _rss(feed: DemoFeed, shown: list[tuple[Entry, Wording]], base: str) -> ET.Element:
    root = ET.Element("rss", version="2.0")
    channel = ET.SubElement(root, "channel")
    _add(channel, "title", feed.name)
    _add(channel, "link", f"{base}/")
    _add(channel, "description", _NOTE)
    _add(channel, "language", feed.language)
    zone = ZoneInfo(feed.zone)
    for entry, wording in shown:
        item = ET.SubElement(channel, "item")
        _add(item, "title", wording.title)
        _add(item, "link", f"{base}/article/{entry.key}")
        _add(item, "guid", entry.key).set("isPermaLink", "false")
        _add(item, "pubDate", format_datetime(entry.published_at.astimezone(zone)))
        _add(item, "description", f"<p>{html.escape(wording.text, quote=False)}</p>")
    return root


def _atom(feed: DemoFeed, shown: list[tuple[Entry, Wording]], base: str) -> ET.Element:
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": feed.language})
    _add(root, "title", feed.name)
    _add(root, "id", f"urn:space-race-tracker:{feed.id}")
    newest = max((wording.at for _, wording in shown), default=None)
    if newest is not None:
        _add(root, "updated", newest.isoformat())
    for entry, wording in shown:
        item = ET.SubElement(root, "entry")
        _add(item, "title", wording.title)
        ET.SubElement(item, "link", href=f"{base}/article/{entry.key}")
        _add(item, "id", f"urn:space-race-tracker:{entry.key}")
        _add(item, "published", entry.published_at.isoformat())
        _add(item, "updated", wording.at.isoformat())
        _add(item, "content", wording.text).set("type", "text")
    return root


def _add(parent: ET.Element, tag: str, text: str) -> ET.Element:
    child = ET.SubElement(parent, tag)
    child.text = text
    return child
