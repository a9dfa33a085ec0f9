"""Which addresses may be opened, and what a person is shown of them. Feed addresses are untrusted."""

from __future__ import annotations

from urllib.parse import urlsplit


def host(url: str) -> str:
    """The host of an http or https address in plain letters, empty for every other address.

    A name in other letters is shown in its ASCII form, so that a look-alike is seen. Credentials in an address
    ("https://nasa.gov@evil.example/") are refused.
    """
    if any(ord(c) <= 32 or ord(c) == 127 for c in url):
        return ""
    try:
        parts = urlsplit(url)
        name = parts.hostname or ""
        if parts.scheme not in ("http", "https") or not name or "@" in parts.netloc:
            return ""
        return name if ":" in name else name.encode("idna").decode("ascii")
    except (UnicodeError, ValueError):
        return ""
