"""Which proxy a request goes through: the one of the settings, or what the system says, with its list of exceptions.

This machine itself is never asked through a proxy.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from tracker import proxy
from tracker.errors import FetchError
from tracker.proxy import Proxy
from tracker.sources import address

Variables = Callable[[], Mapping[str, str]]


def _system_variables() -> Mapping[str, str]:
    from urllib.request import getproxies  # brings http and TLS with it: not before something is asked for

    return getproxies()


def _no_password() -> str:
    return ""


def _nothing(_url: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Proxies:
    """`setting` is "system", "none" or an address; `password` gives that of the address's user, from the keyring.

    `variables` gives the system's proxies by the scheme of the request ("http", "https", "all") and under "no" the hosts
    that need none: the variables http_proxy, https_proxy, all_proxy and no_proxy, on Windows and macOS else the settings.
    Where those name no proxy, `desktop` gives the one that the desktop's settings name for an address, or "".
    """

    setting: str = proxy.SYSTEM
    password: Callable[[], str] = field(default=_no_password, repr=False)
    variables: Variables = field(default=_system_variables, repr=False)
    desktop: Callable[[str], str] = field(default=_nothing, repr=False)

    def of(self, url: str) -> Proxy | None:
        """The proxy for an address; None: straight there. Raises FetchError (bad-proxy) for one that cannot be used.

        A proxy of the settings comes without its password: `password` may wait for the keyring.
        """
        host = address.host(url)
        if self.setting == proxy.NONE or address.is_loopback(host):
            return None
        text = self.setting if self.setting != proxy.SYSTEM else self._system(url, host)
        if not text:
            return None
        try:
            return proxy.parse(text if "://" in text else f"http://{text}")
        except ValueError as error:
            raise FetchError(str(error), code="bad-proxy") from None

    def with_password(self, found: Proxy) -> Proxy:
        """The proxy with the password of its user. May take as long as the keyring does."""
        return replace(found, password=self.password()) if found.user and not found.password else found

    def _system(self, url: str, host: str) -> str:
        known = self.variables()
        if is_excepted(host, address.port(url), known.get("no", "")):
            return ""
        named = known.get(url.partition(":")[0]) or known.get("all") or known.get("socks")
        return named or self.desktop(url)


def is_excepted(host: str, port: int, exceptions: str) -> bool:
    """True where a list like "localhost, .example.org, 10.0.0.0/8, *" names the host (or its port, "host:8080")."""
    for entry in exceptions.lower().replace(",", " ").split():
        name = entry.removeprefix("*").lstrip(".").strip("[]")
        if entry == "*" or (name and (host == name or host.endswith(f".{name}") or name == f"{host}:{port}")):
            return True
        if "/" in entry and _lies_in(host, entry):
            return True
    return False


def _lies_in(host: str, network: str) -> bool:
    try:
        return ipaddress.ip_address(host) in ipaddress.ip_network(network, strict=False)
    except ValueError:
        return False
