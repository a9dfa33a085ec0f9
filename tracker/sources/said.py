"""What is said over HTTP, as values: what a source is asked with and what it answered. No HTTP library is needed here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

ACCEPT_FEED = "application/rss+xml, application/atom+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
ACCEPT_JSON = "application/json"
ACCEPT_PAGE = "text/html, application/xhtml+xml;q=0.9, */*;q=0.5"


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to ask again with, verbatim, and the address it is good for."""

    url: str
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said, whatever it said. `url` is the last address asked, after redirects."""

    status: int
    url: str
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)  # the few that matter, names in lower case
    permanent_to: str | None = None  # where 301 and 308 led, before any temporary redirect
    downgraded: bool = False  # a redirect went from https to http

    @property
    def not_modified(self) -> bool:
        return self.status == 304

    def header(self, name: str) -> str | None:
        """A kept header, None where the server sent none."""
        return self.headers.get(name)
