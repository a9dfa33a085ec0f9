"""Whether this machine has a way out at all, known without sending anything."""

from __future__ import annotations

import socket

_SOMEWHERE = (
    (socket.AF_INET, ("192.0.2.1", 9)),  # addresses for documentation: nobody is there, and nothing is sent
    (socket.AF_INET6, ("2001:db8::1", 9)),
)


def has_route() -> bool:
    """True where the system knows a route to the internet. Connecting a datagram socket only asks its routing table."""
    for family, somewhere in _SOMEWHERE:
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as probe:
                probe.connect(somewhere)
        except OSError:
            continue
        return True
    return False
