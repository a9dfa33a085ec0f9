"""One way to make an Item, for every adapter: caps, key, digest, the day in the source's own zone."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from datetime import datetime

from tracker.model import Item, Source
from tracker.sources import address, dates, plaintext

MOST_ITEMS = 2_000


@dataclass(frozen=True, slots=True)
class Raw:
    """What an adapter found of one entry, as it stood there. Texts may be HTML; dates in order of preference."""

    key: str = ""
    link: str = ""
    title: str = ""
    body: str = ""
    summary: str = ""
    dates: tuple[str, ...] = ()
    language: str | None = None
    flags: tuple[str, ...] = ()


def make(source: Source, raw: Raw, *, base: str, now: datetime) -> Item | None:
    """The item of a raw entry; None where there is neither title nor text. `base` resolves relative links."""
    url = address.link(base, raw.link) if raw.link else ""
    if not url and raw.key.startswith(("http://", "https://")):
        url = address.link(base, raw.key)
    title = plaintext.from_title(raw.title)
    text = _text(raw)
    if not title and not text:
        return None
    key = " ".join(raw.key.split())[:2000] or address.clean(url) or digest(title, text)
    stamp, clamped = _dated(raw.dates, source, now)
    return Item(
        id=identity(source.id, key),
        source=source.id,
        outlet=source.speaker,
        tier=source.tier,
        url=url,
        published_at=stamp.at if stamp else None,
        published_on=stamp.on if stamp else None,
        language=raw.language or source.language,
        title=title or plaintext.cut(text.partition("\n")[0], 120),
        text=text,
        digest=digest(title, text),
        undated=stamp is None,
        flags=raw.flags + (("clamped-date",) if clamped else ()),
    )


def identity(source: str, key: str) -> str:
    """The stable id of an item: the same entry of the same source has it for ever."""
    return hashlib.sha256(f"{source}\n{key}".encode("utf-8", "replace")).hexdigest()[:24]


def digest(title: str, text: str) -> str:
    """Of the words alone: a change of spaces, case of width or form of an accent is no revision."""
    words = f"{title} {text}".replace("\n", " ")
    if not words.isascii() and not unicodedata.is_normalized("NFKC", words):
        words = " ".join(unicodedata.normalize("NFKC", words).split())
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:24]


def _text(raw: Raw) -> str:
    """The longer of body and summary; the other before it where it says something of its own (a standfirst)."""
    body = plaintext.from_html(raw.body) if raw.body else ""
    inside = raw.summary.strip()[:80] in raw.body  # WordPress: the excerpt is the beginning of the body
    summary = "" if inside and len(raw.summary) <= len(raw.body) else plaintext.from_html(raw.summary)
    longer, shorter = (body, summary) if len(body) >= len(summary) else (summary, body)
    if (
        not shorter
        or shorter[:80].rstrip(" ….") in longer
        or " ".join(shorter.split())[:80] in " ".join(longer.split())
    ):
        return longer
    return plaintext.cut(f"{shorter}\n{longer}", 20_000)


def _dated(texts: tuple[str, ...], source: Source, now: datetime) -> tuple[dates.Stamp | None, bool]:
    for text in texts:
        stamp, clamped = dates.read(text, source, now)
        if stamp is not None:
            return stamp, clamped
    return None, False
