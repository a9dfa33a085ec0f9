"""Which addresses are links, and what a person is shown of them."""

from __future__ import annotations

from tracker.webaddress import host

__all__ = ["host"]
