"""What the Sources page says of a source: how it is, what its tier means, how often it is asked, what to do about trouble."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from tracker import wording
from tracker.model import Tier
from tracker.ui import words
from tracker.views import SourceView

translate = QCoreApplication.translate

INTERVALS: Final = (15, 30, 60, 120, 240, 360, 720, 1440, 10080)
"""Minutes between two checks that are offered."""


def is_paused(view: SourceView) -> bool:
    """Switched off by the person: their own, or one that ships switched on."""
    return not view.source.enabled and not view.is_offered


def is_closed(view: SourceView) -> bool:
    """Wanted, but its server says that it is gone for good."""
    return view.source.enabled and view.health == "off"


def is_stood_in_for(view: SourceView, now: datetime) -> bool:
    """Blocked by its server, its articles read through the Spaceflight News API."""
    until = view.state.blocked_until
    return bool(view.source.stand_in) and until is not None and now < until


def state(view: SourceView, now: datetime, language: str) -> str:
    """How a source is, for its line in the table."""
    if view.is_offered:
        told = translate("SourceWords", "offered, off")
    elif is_paused(view):
        told = translate("SourceWords", "paused by you")
    elif is_closed(view):
        told = translate("SourceWords", "closed for good (410)")
    else:
        told = words.health(view, now, language)
    if is_stood_in_for(view, now):
        told = translate("SourceWords", "{state}; read through the news API meanwhile").format(state=told)
    if view.requests_left is not None and view.health == "fine":
        told = translate("SourceWords", "{state}, {left}").format(state=told, left=requests_left(view.requests_left))
    return translate("SourceWords", "{state} · muted").format(state=told) if view.source.muted else told


def requests_left(number: int) -> str:
    """How often a source may still be asked within this hour."""
    one = translate("SourceWords", "{n} request left this hour")
    return words.counted(number, one, translate("SourceWords", "{n} requests left this hour"))


def pill(view: SourceView) -> str:
    """The same in a word or two."""
    if view.is_offered:
        return translate("SourceWords", "Offered, off")
    if is_paused(view):
        return translate("SourceWords", "Paused")
    if is_closed(view):
        return translate("SourceWords", "Closed")
    return {
        "fine": translate("SourceWords", "Fine"),
        "waiting": translate("SourceWords", "Not asked yet"),
        "stale": translate("SourceWords", "Stale"),
        "failing": translate("SourceWords", "Failing"),
    }.get(view.health, translate("SourceWords", "Switched off"))


def tier_group(tier: Tier) -> str:
    """The heading over the sources of a tier."""
    return {
        Tier.AGENCY: translate("SourceWords", "Agencies"),
        Tier.DATABASE: translate("SourceWords", "Databases"),
        Tier.STATE_MEDIA: translate("SourceWords", "State media"),
        Tier.TRADE_PRESS: translate("SourceWords", "Trade press"),
        Tier.PRESS: translate("SourceWords", "Press"),
    }.get(tier, translate("SourceWords", "Other sources"))


def tier_meaning(tier: Tier) -> str:
    """What a tier means for what a source says."""
    if tier in (Tier.AGENCY, Tier.DATABASE):
        return translate(
            "SourceWords", "Confirms a change alone. Choose it only for who flies the mission or keeps the record."
        )
    if tier is Tier.OTHER:
        return translate(
            "SourceWords", "Blogs and collections of other people's news: two of them alone confirm nothing."
        )
    return translate("SourceWords", "Confirms a change when a second, independent outlet says the same.")


def every(minutes: int) -> str:
    """ "every 30 min", "every hour", "once a day"."""
    named = {
        60: translate("SourceWords", "every hour"),
        1440: translate("SourceWords", "once a day"),
        10080: translate("SourceWords", "once a week"),
    }
    return named.get(minutes) or translate("SourceWords", "every {time}").format(time=words.span_of_time(minutes * 60))


def why_not_more_often(least: int) -> str:
    """Why the choice of intervals ends where it ends."""
    told = translate(
        "SourceWords", "Not more often than {every}: an unchanged feed costs its server a visit all the same."
    )
    return told.format(every=every(least))


def tier_name(tier: Tier, language: str) -> str:
    """The tier as the text of a choice: "Trade press"."""
    name = wording.tier(tier, language)
    return name[:1].upper() + name[1:]


def open_mark() -> str:
    return translate("SourceWords", "not encrypted")


def joined(sentences: Iterable[str], language: str) -> str:
    """Sentences in a row, as the language sets them."""
    return ("" if language == "zh" else " ").join(s for s in sentences if s)


def advice(code: str) -> str:
    """What a person can do about a trouble met while looking at an address; empty where nothing is to be said."""
    if code in ("timeout", "reset", "unreachable", "truncated", "bad-length") or code.startswith("http-5"):
        return translate("SourceWords", "Try again in a while, or see whether the site opens in your browser.")
    return {
        "dns": translate("SourceWords", "Look for a typing mistake in the address."),
        "bad-address": translate("SourceWords", "An address looks like https://site.example/feed."),
        "offline": translate("SourceWords", "Connect to a network and try again."),
        "refused": translate(
            "SourceWords", "Look for a typing mistake. A site without encryption needs http:// before its address."
        ),
        "tls": translate(
            "SourceWords",
            "A site without encryption needs http:// before its address; anybody on the way can then read along.",
        ),
        "not-a-feed": translate(
            "SourceWords", "Look on the site for a link called RSS, Atom or Feed, and paste the address of that."
        ),
        "http-401": translate("SourceWords", "Enter its login on the right, then look again."),
        "login-refused": translate("SourceWords", "Look for a typing mistake in the login."),
        "http-403": translate(
            "SourceWords", "Some sites let only browsers in. Another address of the same site may work."
        ),
        "http-404": translate("SourceWords", "Look on the site for its present address."),
        "http-410": translate("SourceWords", "Look on the site for its present address."),
        "http-429": translate("SourceWords", "Try again in an hour."),
    }.get(code, "")
