"""A proxy as a value, and the words of the setting: "system", "none", or an address like socks5://name@host:1080."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import unquote

SYSTEM, NONE = "system", "none"
PLACE = "proxy"
"""Where the proxy's password lies in the keyring."""

_ADDRESS = re.compile(
    r"(?P<scheme>https?|socks4a?|socks(?:5h?)?)://((?P<user>[^:@/\s]*)(:(?P<password>[^@/\s]*))?@)?"
    r"(?P<host>[A-Za-z0-9._-]{1,255}|\[[0-9A-Fa-f:.]+\])(:(?P<port>[0-9]{1,5}))?/?",
    re.ASCII,
)
_PORTS = {"http": 8080, "socks5": 1080}


@dataclass(frozen=True, slots=True)
class Proxy:
    """Where to go instead of straight to a server. Names are looked up by the proxy, never here."""

    scheme: str  # "http" or "socks5"
    host: str
    port: int
    user: str = ""
    password: str = field(default="", repr=False)


def parse(text: str) -> Proxy:
    """A proxy's address as one value. Raises ValueError, whose words never hold the address: it may hold a password."""
    found = _ADDRESS.fullmatch(text.strip())
    if found is None:
        raise ValueError("a proxy is written http://host:port or socks5://host:port")
    scheme = "socks5" if found["scheme"] in ("socks", "socks5h") else found["scheme"]
    if scheme not in _PORTS:
        raise ValueError("only http:// and socks5:// proxies can be used")
    port = int(found["port"] or _PORTS[scheme])
    if not 1 <= port <= 65_535:
        raise ValueError("a port is a number from 1 to 65535")
    return Proxy(
        scheme, found["host"].strip("[]").lower(), port, unquote(found["user"] or ""), unquote(found["password"] or "")
    )


def setting(text: object) -> str:
    """The setting as it may stand in the file. Raises ValueError or TypeError, without the text, for anything else."""
    if not isinstance(text, str):
        raise TypeError("a text")
    if text not in (SYSTEM, NONE) and parse(text).password:
        raise ValueError("its password belongs in the keyring, never in a file")
    return text
