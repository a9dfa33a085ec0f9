"""The sources there are: seeds/sources.toml, and a user's file of the same form laid over it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit, urlunsplit
from zoneinfo import ZoneInfo

from tracker import proxy, webaddress
from tracker.errors import SeedError
from tracker.model import Mission, Source, Tier
from tracker.places import shipped
from tracker.sources import address, logins

ADAPTERS = ("feed", "list:cmsa-zh", "list:cnsa-zh", "list:cnsa-en", "ll2", "snapi", "wikidata")
BACKFILLS = ("auto", "ask", "never")
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_PLACE = re.compile(r"[a-z][a-z0-9-]{0,30}")  # shorter than any token: one that is pasted here is refused
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})?")
LONGEST_INTERVAL = 7 * 24 * 60
_FIELDS = {f.name for f in fields(Source)}
_TOP = {"source", "rejected", "only", "disable", "enable"}


@dataclass(frozen=True, slots=True)
class Wishes:
    """A user's file: sources of his own (or changed fields of shipped ones), and which shipped ones to leave out."""

    sources: tuple[Mapping[str, Any], ...] = ()
    only: bool = False  # nothing but the user's own
    disable: tuple[str, ...] = ()
    enable: tuple[str, ...] = ()
    path: str = "sources.toml"


def load(path: Path | None = None) -> tuple[Source, ...]:
    """The shipped catalogue; with `path`, a user's file laid over it. Raises SeedError with the key of the fault."""
    default = _default()
    return merge(default, read(path)) if path is not None else default


@cache
def _default() -> tuple[Source, ...]:
    """The shipped sources: read once, they do not change while the program runs."""
    where = _shipped()
    default = tuple(_source(row, str(where), origin="team") for row in _tables(_data(where), "source", str(where)))
    _unique(default, str(where))
    return default


def read(path: Path) -> Wishes:
    """A user's file. Raises SeedError with the key of the fault."""
    return _wishes(_data(path), str(path))


def parse(text: str, path: Path) -> Wishes:
    """The same of a text that is to be written there. Raises SeedError with the key of the fault."""
    return _wishes(_checked(text, path), str(path))


def _wishes(data: Mapping[str, Any], where: str) -> Wishes:
    only = data.get("only", False)
    if not isinstance(only, bool):
        raise SeedError("must be true or false", key=f"{where}: only")
    return Wishes(
        sources=tuple(_tables(data, "source", where)),
        only=only,
        disable=_ids(data, "disable", where),
        enable=_ids(data, "enable", where),
        path=where,
    )


def merge(default: tuple[Source, ...], user: Wishes) -> tuple[Source, ...]:
    """The user's wishes over the shipped catalogue: a known id changes its fields, a new one is added.

    Raises SeedError with the key of the fault.
    """
    known = {source.id: source for source in default}
    for ident in (*user.disable, *user.enable):
        if ident not in known and ident not in {row.get("id") for row in user.sources}:
            raise SeedError("no such source", key=f"{user.path}: {ident}")
    merged: dict[str, Source] = {} if user.only else dict(known)
    own: set[str] = set()
    for row in user.sources:
        source = _source(row, user.path, origin="user", base=known.get(str(row.get("id"))))
        if source.id in own:
            raise SeedError("the same id twice", key=f"{user.path}: {source.id}")
        merged[source.id] = source
        own.add(source.id)
    for ident in user.enable:
        merged[ident] = replace(merged[ident] if ident in merged else known[ident], enabled=True)
    for ident in user.disable:
        if ident in merged:
            merged[ident] = replace(merged[ident], enabled=False)
    return tuple(merged.values())


def with_searches(sources: tuple[Source, ...], missions: Iterable[Mission]) -> tuple[Source, ...]:
    """The sources, and a search of the Spaceflight News API for each mission the user has added himself.

    None where no search of that API is switched on. A search that the user's file names already stays as it is.
    """
    model = next((s for s in sources if s.enabled and s.adapter == "snapi"), None)
    if model is None:
        return sources
    there = {source.id for source in sources}
    searches = tuple(
        replace(
            model, id=ident, name=f"Spaceflight News: search for {mission.name()}",
            url=_searching(model.url, mission.name()), carries=(), backfill="ask",
        )
        for mission in missions
        if mission.origin == "user" and (ident := f"snapi-{mission.id}"[:40].rstrip("-")) not in there
    )  # fmt: skip
    return (*sources, *searches)


def _searching(url: str, words: str) -> str:
    """A search of the Spaceflight News API, on the server of another of its addresses."""
    parts = urlsplit(url)
    asked = (("search", words), ("limit", "100"), ("ordering", "-published_at"))
    return urlunsplit(parts._replace(query=urlencode(asked)))


@cache
def rejected(language: str = "en") -> Mapping[str, str]:
    """What is not worth adding: the beginning of an address without its scheme -> the reason in words."""
    rows = _tables(_data(_shipped()), "rejected", "sources.toml")
    return {row["url"]: row["reason"].get(language[:2], row["reason"]["en"]) for row in rows}


def rejection(url: str, language: str = "en") -> str | None:
    """Why this address is not worth adding, None where nothing speaks against it."""
    bare = _bare(url)
    for start, reason in rejected(language).items():
        if bare.startswith(_bare(start)):
            return reason
    return None


def polite_minutes(url: str, adapter: str = "feed") -> int:
    """The shortest time between two visits that nobody minds: what publishers' rules and our own figures allow."""
    if adapter == "ll2" or address.host(url) == "news.google.com":
        return 60
    return 15 if adapter == "feed" else 30


def _bare(url: str) -> str:
    return re.sub(r"^(https?://)?(www\.)?", "", url.strip().lower())


def _shipped() -> Path:
    return shipped("seeds") / "sources.toml"


def _data(path: Path) -> Mapping[str, Any]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SeedError("cannot be read", key=str(path)) from error
    return _checked(text, path)


def _checked(text: str, path: Path) -> Mapping[str, Any]:
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SeedError("cannot be read", key=str(path)) from error
    if unknown := sorted(data.keys() - _TOP):
        raise SeedError("not a word of this file", key=f"{path}: {unknown[0]}")
    return data


def _tables(data: Mapping[str, Any], name: str, where: str) -> list[Mapping[str, Any]]:
    rows = data.get(name, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise SeedError(f"write it as [[{name}]]", key=f"{where}: {name}")
    return rows


def _ids(data: Mapping[str, Any], name: str, where: str) -> tuple[str, ...]:
    found = data.get(name, [])
    if not isinstance(found, list) or not all(isinstance(ident, str) for ident in found):
        raise SeedError("must be a list of source ids", key=f"{where}: {name}")
    return tuple(found)


def _unique(sources: tuple[Source, ...], where: str) -> None:
    seen: set[str] = set()
    for source in sources:
        if source.id in seen:
            raise SeedError("the same id twice", key=f"{where}: {source.id}")
        seen.add(source.id)


def _source(row: Mapping[str, Any], where: str, *, origin: str, base: Source | None = None) -> Source:
    ident = row.get("id")
    if not isinstance(ident, str) or not _ID.fullmatch(ident):
        raise SeedError("an id is small letters, digits and hyphens", key=f"{where}: id = {ident!r}")
    place = f"{where}: {ident}"
    if unknown := sorted(row.keys() - (_FIELDS - {"origin"})):
        raise SeedError("not a word of a source", key=f"{place}: {unknown[0]}")
    values: dict[str, Any] = {name: _value(name, row[name], place) for name in row}
    if base is not None:
        moved = "url" in values and values["url"] != base.url
        if moved:  # another server: what spoke for the old one does not speak for it
            values = {"stand_in": ""} | values
        changed = replace(base, **values, origin="user" if moved else base.origin)
        return _checked_login(changed, place)
    if missing := [name for name in ("name", "url", "tier") if name not in values]:
        raise SeedError("is missing", key=f"{place}: {missing[0]}")
    return _checked_login(Source(**values, origin=origin), place)


def _checked_login(source: Source, place: str) -> Source:
    """The source, where its login is whole and would not be sent through the open internet in plain text."""
    if source.auth == logins.BASIC and not source.user:
        raise SeedError("is missing: the name that goes with the password", key=f"{place}: user")
    if source.auth and logins.place(source) == proxy.PLACE:
        raise SeedError("is where the proxy's password lies; name another place", key=f"{place}: keyring")
    if source.auth and not address.may_be_let_in(source.url):
        raise SeedError("a password or token is only sent to an https address", key=f"{place}: url")
    return source


def _value(name: str, value: Any, place: str) -> Any:
    """A checked field. Raises SeedError with its name."""
    key = f"{place}: {name}"
    match name:
        case "tier":
            if value not in [t.value for t in Tier]:
                raise SeedError(f"must be one of {', '.join(Tier)}", key=key)
            return Tier(value)
        case "enabled" | "muted":
            if not isinstance(value, bool):
                raise SeedError("must be true or false", key=key)
            return value
        case "interval_minutes":
            if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= LONGEST_INTERVAL:
                raise SeedError(f"must be whole minutes from 1 to {LONGEST_INTERVAL}", key=key)
            return value
        case "carries":
            if not isinstance(value, list) or not all(isinstance(v, str) and _ID.fullmatch(v) for v in value):
                raise SeedError('must be a list of programme ids like ["artemis"]', key=key)
            return tuple(value)
        case "backfill":
            if value not in BACKFILLS:
                raise SeedError(f"must be one of {', '.join(BACKFILLS)}", key=key)
            return value
    if not isinstance(value, str) or len(value) > 2_000 or not value.isprintable():
        raise SeedError("must be a text in one line", key=key)
    _check_text(name, value, key)
    return value


def _check_text(name: str, value: str, key: str) -> None:
    if name in ("url", "stand_in") and (why := webaddress.why_not(value)) and (value or name == "url"):
        where = "; a login belongs under auth and user, its password in the keyring" if "@" in value else ""
        raise SeedError(f"{why}: must be an http or https address{where}", key=key)
    if name == "name" and not value.strip():
        raise SeedError("must not be empty", key=key)
    if name == "adapter" and value not in ADAPTERS:
        raise SeedError(f"must be one of {', '.join(ADAPTERS)}", key=key)
    if name in ("auth", "user", "keyring", "user_agent"):
        _check_asking(name, value, key)
    if name == "language" and not _LANGUAGE.fullmatch(value):
        raise SeedError("must be a language tag like en or zh", key=key)
    if name == "zone":
        try:
            ZoneInfo(value)
        except (KeyError, ValueError, OSError) as error:
            raise SeedError("must be a zone like Asia/Shanghai", key=key) from error


def _check_asking(name: str, value: str, key: str) -> None:
    """The fields on how a source is asked. What is refused is never repeated: it may be a secret in the wrong place."""
    match name:
        case "auth" if value not in ("", *logins.KINDS):
            raise SeedError(f"must be one of {', '.join(logins.KINDS)}", key=key)
        case "user" if ":" in value:
            raise SeedError("a user name has no colon; the password belongs in the keyring", key=key)
        case "keyring" if value and not _PLACE.fullmatch(value):
            raise SeedError(
                "is the name of a place in the keyring (small letters and hyphens), never the secret", key=key
            )
        case "user_agent" if not value.isascii() or len(value) > 200 or value != value.strip():
            raise SeedError("must be one line of plain letters, at most 200", key=key)
