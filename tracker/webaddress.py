"""What a safe web address is: one judge for what is asked over the network, opened in a browser, and shown as a link.

Addresses come from feeds and are untrusted. Safe means: absolute, http or https, a host, no login in it, no control
characters, not longer than 4,000 characters. Whether its host is a public one is another question (sources/address.py).
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import SplitResult, urlsplit

LONGEST = 4000
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_HOST = re.compile(r"[a-z0-9._-]{1,253}|[0-9a-f:.]{2,45}(%[a-z0-9]{1,20})?", re.ASCII)


def split(url: str) -> SplitResult | None:
    """The parts of a safe address, white space around it removed; None for anything else, however malformed."""
    parts = _judged(url)
    return None if isinstance(parts, str) else parts


def why_not(url: str) -> str:
    """What is wrong with an address, as the end of a sentence on "this link"; "" for a safe one."""
    parts = _judged(url)
    return parts if isinstance(parts, str) else ""


def host(url: str) -> str:
    """The host of a safe address in plain lower-case letters, "" for every other address.

    A name in other letters is given in its ASCII form, so that a look-alike is seen and a comparison means something.
    """
    parts = split(url)
    return _plain(parts.hostname or "") if parts else ""


def port(url: str) -> int:
    """The port, also where the address does not name it; 0 where the address is not safe."""
    parts = split(url)
    return (parts.port or (443 if parts.scheme == "https" else 80)) if parts else 0


def origin(url: str) -> tuple[str, str, int]:
    """Scheme, host and port: what has to be the same before a secret is sent."""
    parts = split(url)
    return (parts.scheme if parts else "", host(url), port(url))


def may_share_a_secret(url: str, other: str) -> bool:
    """True where a secret for one address may go to the other: the same server, or its encrypted form."""
    here, there = origin(url), origin(other)
    return bool(here[1]) and (here == there or (here == ("http", there[1], 80) and there == ("https", here[1], 443)))


def _judged(url: str) -> SplitResult | str:
    text = url.strip()
    return _parted(text) if len(text) <= LONGEST else "is malformed"


@lru_cache(maxsize=256)
def _parted(text: str) -> SplitResult | str:
    """Remembered: on one visit the same address is looked at a dozen times."""
    if _CONTROL.search(text):
        return "is malformed"
    try:
        parts = urlsplit(text)
        name, _port = parts.hostname or "", parts.port  # the port is checked on reading
    except ValueError:
        return "is malformed"
    if parts.scheme not in ("http", "https"):
        return "is no web address (http, https)"
    if "@" in parts.netloc:
        return "carries a login"
    return parts if _plain(name) else "names no web site"


@lru_cache(maxsize=256)
def _plain(name: str) -> str:
    """The ASCII form of a host, "" where it has none."""
    if not name.isascii():
        try:
            name = name.encode("idna").decode("ascii").lower()
        except UnicodeError:
            return ""
    return name if _HOST.fullmatch(name) else ""
