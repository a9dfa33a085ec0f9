"""Addresses as text: which may be asked, which belong to this machine or its neighbours, and the clean form for keys."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

_TRACKING = re.compile(r"^(utm_.*|fbclid|gclid|mc_cid|mc_eid|cmpid|ref_src)$", re.IGNORECASE)
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\xa0<>\"\\^`{|}]")
_PLAIN = re.compile(r"https?://[A-Za-z0-9][A-Za-z0-9.-]{0,250}(?:/[A-Za-z0-9._~/?=&%+,;-]{0,1700})?", re.ASCII)
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_LONGEST = 2000


def split(url: str) -> SplitResult | None:
    """The parts of an absolute http(s) address with a host; None for anything else, however malformed."""
    try:
        parts = urlsplit(url.strip())
        host, _port = parts.hostname, parts.port  # the port is checked on reading
    except ValueError:
        return None
    return parts if parts.scheme in ("http", "https") and host else None


def link(base: str, href: str) -> str:
    """A link of an item as an absolute http(s) address, "" where it is none or longer than 2,000 characters."""
    if _PLAIN.fullmatch(href):
        return href
    try:
        joined = href if href.startswith("https://") else urljoin(base, href.strip())
    except ValueError:
        return ""
    parts = split(joined)
    if parts is None or len(joined) > _LONGEST or parts.username is not None:
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


def host(url: str) -> str:
    """The host in lower case, "" where there is none."""
    parts = split(url)
    return (parts.hostname or "") if parts else ""


def port(url: str) -> int:
    """The port, also where the address does not name it."""
    parts = split(url)
    return (parts.port or (443 if parts.scheme == "https" else 80)) if parts else 0


def is_public(address: str) -> bool:
    """True for an IP address of the open internet; False for loopback, private, link-local and reserved ones."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        translated = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _NAT64 else None
        inner = translated or ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


def is_plainly_local(host: str) -> bool:
    """True for a host that can only mean this machine or its network: "localhost", 127.0.0.1, 192.168.1.5."""
    try:
        ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return host == "localhost"
    return not is_public(host)


def is_home_page(url: str) -> bool:
    """True for a bare host: nothing but "/" as its path."""
    parts = split(url)
    return parts is not None and parts.path in ("", "/") and not parts.query
