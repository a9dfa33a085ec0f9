"""From the address a person pastes to the feed behind it: the address itself, or what its page points to."""

from __future__ import annotations

import queue
import threading
import time
from dataclasses import dataclass, replace
from datetime import datetime

from tracker.errors import FetchError, ParseError
from tracker.model import Item, Source, Tier, Trouble
from tracker.sources import address, feed, page, plaintext
from tracker.sources.envoy import Asks
from tracker.sources.logins import Login
from tracker.sources.said import ACCEPT_FEED, Answer
from tracker.sources.troubles import trouble
from tracker.webaddress import may_share_a_secret

_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json")
_MOST_TRIED = 3
_MOST_CHOICES = 20
_LOOK_EVERY = 0.05


@dataclass(frozen=True, slots=True)
class Asked:
    """How to ask: the login goes to the pasted address's own server only. `agent`: the name to ask under, "" the usual."""

    login: Login | None = None
    agent: str = ""


OPENLY = Asked()


@dataclass(frozen=True, slots=True)
class Choice:
    """A feed that a page points to, and what the page calls it."""

    url: str
    title: str


@dataclass(frozen=True, slots=True)
class Discovery:
    """What stands behind an address. `url` is the feed's, "" where there is none; then `trouble` says why.

    `choices` are all the feeds the page points to, in its order, where it was a page.
    """

    url: str = ""
    title: str = ""
    items: tuple[Item, ...] = ()
    trouble: Trouble | None = None
    choices: tuple[Choice, ...] = ()


def discover(
    pasted: str, *, fetcher: Asks, now: datetime, stop: threading.Event | None = None, asked: Asked = OPENLY
) -> Discovery:
    """Asks for the address, and where that is a web page for up to three feeds it points to. Never raises for a fault.

    An address without a scheme is tried as https. The user pasted it, so its host may be a private one. With a login only
    what lies on that server is asked.
    """
    url = as_address(pasted)
    if asked.login is not None and not address.may_be_let_in(url):
        return Discovery(trouble=trouble("login-open"))
    own = frozenset((address.host(url),))
    answer, found = _try(url, fetcher, own, now, asked)
    if answer is None or found.trouble is None or found.trouble.code != "not-a-feed":
        return found
    offered = choices(answer.body, answer.url)
    mine = [c for c in offered if asked.login is None or may_share_a_secret(url, c.url)]
    for choice in mine[:_MOST_TRIED]:
        if stop is not None and stop.is_set():
            break
        _, behind = _try(choice.url, fetcher, own, now, asked)
        if behind.trouble is None:
            return replace(behind, choices=offered)
    return replace(found, choices=offered)


def patiently(
    pasted: str, *, fetcher: Asks, now: datetime, stop: threading.Event, seconds: float = 30.0, asked: Asked = OPENLY
) -> Discovery:
    """The same, given up at once when `stop` is set, and after so many seconds: a request under way is left to itself."""
    answers: queue.SimpleQueue[Discovery] = queue.SimpleQueue()

    def work() -> None:
        try:
            answers.put(discover(pasted, fetcher=fetcher, now=now, stop=stop, asked=asked))
        except Exception:
            answers.put(Discovery(trouble=trouble("internal")))
            raise

    threading.Thread(target=work, name="discovery", daemon=True).start()
    until = time.monotonic() + seconds
    while not stop.is_set():
        try:
            return answers.get(timeout=_LOOK_EVERY)
        except queue.Empty:
            if time.monotonic() > until:
                return Discovery(trouble=trouble("timeout"))
    return Discovery(trouble=trouble("stopped"))


def as_address(pasted: str) -> str:
    """What a person pasted as an address: "<feed://x.example/rss> " and "x.example/rss" mean https://x.example/rss."""
    url = pasted.strip().strip("<>").strip()
    if url[:5].lower() == "feed:":
        url = url[5:].removeprefix("//")
    return url if "://" in url else f"https://{url}"


def choices(body: bytes, base: str) -> tuple[Choice, ...]:
    """The feeds that a page's head points to, in its order, each once, at most twenty."""
    found: dict[str, Choice] = {}
    for attributes in page.tags(body, "link"):
        kind = attributes.get("type", "").partition(";")[0].strip().lower()
        if "alternate" in attributes.get("rel", "").lower().split() and kind in _TYPES:
            url = address.link(base, attributes.get("href", ""))
            if url and url not in found:
                found[url] = Choice(url, plaintext.from_title(attributes.get("title", ""))[:200])
        if len(found) == _MOST_CHOICES:
            break
    return tuple(found.values())


def _try(url: str, fetcher: Asks, own: frozenset[str], now: datetime, asked: Asked) -> tuple[Answer | None, Discovery]:
    headers = {"Accept": ACCEPT_FEED} | ({"User-Agent": asked.agent} if asked.agent else {})
    try:
        if asked.login is not None:
            headers["Authorization"] = asked.login.header()
        answer = fetcher.get(url, headers=headers, private_hosts=own)
    except FetchError as error:
        return None, Discovery(trouble=trouble(error.code))
    if asked.login is not None and not may_share_a_secret(url, answer.url):
        return None, Discovery(trouble=trouble("login-elsewhere"))
    if answer.status == 401 and asked.login is not None:
        return answer, Discovery(trouble=trouble("login-refused"))
    if answer.status != 200:
        return answer, Discovery(trouble=trouble(f"http-{answer.status}"))
    looked_at = Source("preview", "preview", answer.url, Tier.OTHER, origin="user")
    try:
        content_type = answer.header("content-type") or ""
        parsed = feed.parse(looked_at, answer.body, base=answer.url, content_type=content_type, now=now)
    except ParseError as error:
        return answer, Discovery(trouble=trouble(error.code))
    kept = answer.permanent_to or url
    return answer, Discovery(kept, plaintext.from_title(parsed.title)[:200], parsed.items)
