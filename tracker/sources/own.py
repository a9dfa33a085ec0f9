"""The user's sources.toml, changed for him: his comments stay, and nothing is written that could not be read again.

the text there is -> tomlkit, one change -> catalogue: does it say what was meant? -> written whole, or not at all
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker.errors import SeedError
from tracker.files import write_atomically
from tracker.model import Source
from tracker.sources import address, catalogue

if TYPE_CHECKING:
    from tomlkit import TOMLDocument
    from tomlkit.items import Table

_KEPT = ("id", "name", "url", "tier", "adapter", "outlet", "language", "zone", "interval_minutes", "enabled", "muted",
         "auth", "user", "keyring", "user_agent")  # fmt: skip
"""The fields of a new source that are written, in this order, where they are not what is taken anyway."""
_ASKED_OPENLY = {"auth": "", "user": "", "keyring": "", "user_agent": ""}
_LONGEST_ID = 40


@dataclass(frozen=True, slots=True)
class Written:
    """What a change did to the file: enough to take it back. `before` is None where there was no file."""

    path: Path
    before: str | None
    after: str


def add(path: Path, sources: Iterable[Source]) -> Written:
    """New sources at the end of the file. Raises SeedError with the key of the fault, ExportError for a full disk."""
    new = list(sources)

    def edit(document: TOMLDocument) -> None:
        for source in new:
            _append(document, _plain(source))

    return _change(path, edit)


def change(path: Path, ident: str, fields: Mapping[str, Any], base: Source | None = None) -> Written:
    """Other fields of a source. `base` is what it is without the file (shipped, or made for a mission); None: one's own.

    What the base has anyway is not written down. Raises SeedError with the key of the fault, ExportError for a full disk.
    """
    usual = _all_fields(base) if base else {"enabled": True, "muted": False} | _ASKED_OPENLY
    listed = ident in {s.id for s in catalogue.load()}

    def edit(document: TOMLDocument) -> None:
        if "enabled" in fields:
            for name in ("enable", "disable"):
                _take_from(document, name, ident)
        table = _row(document, ident)
        if table is None:
            table = _append(document, _plain(base) if base and not listed else {"id": ident})
        for name, value in fields.items():
            if name in usual and usual[name] == value and (listed or base is None):
                table.pop(name, None)
            else:
                _set(table, name, value)
        needed = listed and document.get("only")  # its id alone keeps it in the list
        if base and not needed and all(usual.get(name) == value for name, value in table.items()):
            _drop(document, ident)

    return _change(path, edit)


def remove(path: Path, ident: str) -> Written:
    """Without a source of the user's own; of a shipped one, everything it ships with again.

    Raises SeedError with the key of the fault, ExportError for a full disk.
    """
    shipped = any(s.id == ident for s in catalogue.load())

    def edit(document: TOMLDocument) -> None:
        for name in ("enable", "disable"):
            _take_from(document, name, ident)
        table = _row(document, ident)
        if shipped and table is not None and document.get("only"):  # its name alone keeps it in the list
            for name in [name for name in table if name != "id"]:
                table.pop(name)
        else:
            _drop(document, ident)

    return _change(path, edit)


def take_back(written: Written) -> None:
    """The file as it was before. Raises SeedError where it has been changed since, ExportError for a full disk."""
    if _read(written.path) != written.after:
        raise SeedError("has been changed since", key=str(written.path), advice="Nothing was taken back.")
    if written.before is None:
        written.path.unlink(missing_ok=True)
    else:
        write_atomically(written.path, written.before)


def new_id(name: str, url: str, taken: Collection[str]) -> str:
    """An id for a new source, made of its name (or host) and not taken yet."""
    base = _slug(name) or _slug(address.host(url)) or "source"
    number, ident = 1, base
    while ident in taken:
        number += 1
        ending = f"-{number}"
        ident = base[: _LONGEST_ID - len(ending)].rstrip("-") + ending
    return ident


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_ID].rstrip("-")


# --- the file ----------------------------------------------------------------------------------------------------


def _change(path: Path, edit: Callable[[TOMLDocument], None]) -> Written:
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    before = _read(path)
    try:
        document = tomlkit.parse(before or "")
        edit(document)
        after = tomlkit.dumps(document)
    except (TOMLKitError, RecursionError) as error:
        raise SeedError("cannot be read, so it is not overwritten", key=str(path)) from error
    catalogue.merge(catalogue.load(), catalogue.parse(after, path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SeedError("the folder cannot be made", key=str(path.parent)) from error
    write_atomically(path, after)
    return Written(path, before, after)


def _read(path: Path) -> str | None:
    """The text with its line ends as they are; None where there is no file."""
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise SeedError("cannot be read, so it is not overwritten", key=str(path)) from error


# --- tables and lists in it ----------------------------------------------------------------------------------------


def _rows(document: TOMLDocument) -> Any:
    """[[source]], or the same as a list of inline tables; an empty list where there is none."""
    return document.get("source", [])


def _row(document: TOMLDocument, ident: str) -> Any:
    return next((row for row in _rows(document) if row.get("id") == ident), None)


def _append(document: TOMLDocument, fields: Mapping[str, Any]) -> Any:
    import tomlkit
    from tomlkit.items import AoT

    if "source" in document and not isinstance(document["source"], AoT):
        inline = tomlkit.inline_table()
        inline.update(fields)
        _rows(document).append(inline)
        return _row(document, fields["id"])
    if "source" not in document:
        document["source"] = tomlkit.aot()
    table = tomlkit.table()
    if len(document.body) > 1 or len(_rows(document)):
        table.trivia.indent = "\n"
    for name, value in fields.items():
        table.add(name, value)
    _rows(document).append(table)
    return _rows(document)[-1]


def _set(table: Any, name: str, value: object) -> None:
    """A field behind the last one: what is written after it (a comment on the next table) stays behind."""
    from tomlkit.items import Table

    if name in table or not isinstance(table, Table):
        table[name] = value
        return
    tail = _tail(table)
    table.add(name, value)
    table.value.body.extend(tail)


def _tail(table: Table) -> list[Any]:
    """The comments and blank lines at the end of a table, taken out of it."""
    body = table.value.body
    tail: list[Any] = []
    while body and body[-1][0] is None:
        tail.insert(0, body.pop())
    return tail


def _drop(document: TOMLDocument, ident: str) -> None:
    """Without a table; the comments behind it, which mean the next one, stay."""
    from tomlkit.items import AoT

    rows = _rows(document)
    place = next((n for n, row in enumerate(rows) if row.get("id") == ident), None)
    if place is None:
        return
    left = ""
    if isinstance(rows, AoT):
        left = "".join(item.as_string() for _, item in _tail(rows[place]))
    following = rows[place + 1] if place + 1 < len(rows) else None
    del rows[place]
    if not left.strip():
        left = ""
    elif following is not None:
        following.trivia.indent = left + following.trivia.indent
    if not rows:
        document.remove("source")
    if left and following is None:
        _at_the_end(document, left)


def _at_the_end(document: TOMLDocument, text: str) -> None:
    import tomlkit

    tail = tomlkit.parse(text).body
    last = _rows(document)
    (last[-1].value.body if last else document.body).extend(tail)


def _take_from(document: TOMLDocument, name: str, ident: str) -> None:
    """An id out of `enable` or `disable`, and the list with its last one."""
    listed = document.get(name)
    if not isinstance(listed, list):
        return
    while ident in listed:
        listed.remove(ident)
    if not listed:
        document.remove(name)


def _plain(source: Source) -> dict[str, Any]:
    """The fields worth writing, as TOML has them."""
    fields = _all_fields(source)
    usual = {"adapter": "feed", "outlet": "", "language": None, "zone": "UTC", "enabled": True, "muted": False}
    usual |= _ASKED_OPENLY
    return {name: fields[name] for name in _KEPT if name not in usual or fields[name] != usual[name]}


def _all_fields(source: Source) -> dict[str, Any]:
    return {name: getattr(source, name) for name in _KEPT} | {"tier": source.tier.value}
