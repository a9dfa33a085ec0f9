"""Addresses of items and servers: links made whole, the clean form for keys, and which hosts belong to this machine or
its neighbours. What a safe web address is at all stands in webaddress.py."""

from __future__ import annotations

import ipaddress
import re
from functools import lru_cache
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlunsplit

from tracker.webaddress import host, origin, port, split

__all__ = [
    "clean",
    "host",
    "is_home_page",
    "is_loopback",
    "is_plainly_local",
    "is_public",
    "link",
    "may_lie_inside",
    "number",
    "origin",
    "port",
    "split",
]

_TRACKING = re.compile(r"^(utm_.*|fbclid|gclid|mc_cid|mc_eid|cmpid|ref_src)$", re.IGNORECASE)
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\xa0<>\"\\^`{|}]")
_PLAIN = re.compile(r"https?://[A-Za-z0-9][A-Za-z0-9.-]{0,250}(?:/[A-Za-z0-9._~/?=&%+,;-]{0,1700})?", re.ASCII)
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_LONGEST = 2000
_WRAPPED = re.compile(r"[\t\r\n]+")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*", re.ASCII)
_INSIDE = ("localhost", "local", "internal", "intranet", "lan", "home", "corp", "private", "arpa")


def link(base: str, href: str) -> str:
    """A link of an item as an absolute http(s) address, "" where it is none or longer than 2,000 characters."""
    if _PLAIN.fullmatch(href):
        return href
    try:
        href = _WRAPPED.sub("", href.strip())
        joined = href if href.startswith("https://") else urljoin(base, href)
    except ValueError:
        return ""
    parts = split(joined)
    if parts is None or len(joined) > _LONGEST:
        return ""
    return _UNSAFE.sub(lambda found: quote(found[0]), joined) if _UNSAFE.search(joined) else joined


def clean(url: str) -> str:
    """The address without tracking parameters, fragment and trailing slash, host in lower case: the key of an item."""
    parts = split(url)
    if parts is None:
        return url.strip()
    kept = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(k)]
    query = parts.query if len(kept) == parts.query.count("&") + 1 else urlencode(kept)
    return urlunsplit((parts.scheme, parts.netloc.lower(), parts.path.rstrip("/"), query if kept else "", ""))


@lru_cache(maxsize=256)
def number(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The IP address that a host is written as; None for a name. Remembered: one visit asks several times."""
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def is_public(address: str) -> bool:
    """True for an IP address of the open internet; False for loopback, private, link-local and reserved ones."""
    ip = number(address.partition("%")[0])
    if ip is None:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        translated = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _NAT64 else None
        inner = translated or ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


def is_plainly_local(host: str) -> bool:
    """True for a host that can only mean this machine or its network: "localhost", 127.0.0.1, 192.168.1.5."""
    return host == "localhost" if number(host.partition("%")[0]) is None else not is_public(host)


def is_loopback(host: str) -> bool:
    """True for this machine itself: "localhost", 127.0.0.1, ::1. What is asked there is never asked through a proxy."""
    ip = number(host)
    return host == "localhost" if ip is None else ip.is_loopback


def is_open_to_all(url: str) -> bool:
    """True for plain http through a network: anybody on the way can read and change what is said there."""
    return url.startswith("http:") and not is_loopback(host(url))


def may_lie_inside(host: str) -> bool:
    """True for a host that could lie in a private network, as far as its name alone tells: all that can be known of one
    that a proxy looks up. Names without a dot, of inner domains, and numbers other than a public address as such."""
    if ":" in host or _NUMBER.fullmatch(host.rstrip(".").rpartition(".")[2]):
        return not is_public(host)
    return "." not in host.strip(".") or host.rstrip(".").rpartition(".")[2] in _INSIDE


def may_be_let_in(url: str) -> bool:
    """True where a login may be sent: encrypted, or to a server that could lie in the person's own network."""
    return not url.lower().startswith("http:") or may_lie_inside(host(url))


def is_home_page(url: str) -> bool:
    """True for a bare host: nothing but "/" as its path."""
    parts = split(url)
    return parts is not None and parts.path in ("", "/") and not parts.query
