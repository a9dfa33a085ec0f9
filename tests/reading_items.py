"""Items for the reader's tests, from sentences of our own."""

from __future__ import annotations

from datetime import date
from functools import cache

from tracker import seeding
from tracker.model import Claim, Item, Tier
from tracker.reading import Reader


@cache
def reader() -> Reader:
    """One reader for all tests, for the shipped missions."""
    return Reader(seeding.load().missions)


def item(text: str, on: str | None = "2026-03-10", title: str = "", language: str | None = None) -> Item:
    """An item of a given day."""
    return Item(
        id="t", source="test", outlet="test", tier=Tier.PRESS, url="https://example.test/", published_at=None,
        published_on=date.fromisoformat(on) if on else None, language=language, title=title, text=text,
    )  # fmt: skip


def said(text: str, on: str | None = "2026-03-10", title: str = "") -> set[str]:
    """The claims of a text as short lines: "artemis-3 launch planned 2027 asserted"."""
    return {line(claim) for claim in reader().read(item(text, on, title)).claims}


def asserted(text: str, on: str | None = "2026-03-10", title: str = "") -> set[str]:
    """Only what the item asserts, without the word."""
    return {text.removesuffix(" asserted") for text in said(text, on, title) if text.endswith(" asserted")}


def line(claim: Claim) -> str:
    return f"{claim.mission} {claim.milestone} {claim.status} {claim.when or '-'} {claim.modality}"
