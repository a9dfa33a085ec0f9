"""A StatusNotifierItem's menu, read and used over D-Bus as a panel does it (com.canonical.dbusmenu)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.desktop.talk import Refused, Talk

_WATCHER = "org.kde.StatusNotifierWatcher"
_ITEM = "org.kde.StatusNotifierItem"
_MENU = "com.canonical.dbusmenu"


@dataclass(frozen=True)
class Entry:
    number: int
    label: str
    enabled: bool
    depth: int


@dataclass(frozen=True)
class TrayItem:
    """One icon in the tray."""

    talk: Talk
    owner: str
    path: str

    def property(self, name: str) -> Any:
        return self.talk.property(self.owner, self.path, _ITEM, name)

    def entries(self) -> list[Entry]:
        menu = self.property("Menu")
        self.talk.call(self.owner, menu, _MENU, "AboutToShow", "i", 0)
        _revision, root = self.talk.call(self.owner, menu, _MENU, "GetLayout", "iias", 0, -1, [])
        return list(_entries(root, 0))

    def choose(self, label: str) -> None:
        """Click the first enabled entry whose label holds `label`."""
        entry = next(e for e in self.entries() if label in e.label and e.enabled)
        self.talk.call(self.owner, self.property("Menu"), _MENU, "Event", "isvu", entry.number, "clicked", ("i", 0), 0)

    def activate(self) -> None:
        """A left click."""
        self.talk.call(self.owner, self.path, _ITEM, "Activate", "ii", 0, 0)


def tray_items(talk: Talk) -> list[TrayItem]:
    """Every icon in the tray; none where nobody keeps one."""
    try:
        registered = talk.property(_WATCHER, "/StatusNotifierWatcher", _WATCHER, "RegisteredStatusNotifierItems")
    except Refused:
        return []
    items = []
    for entry in registered:
        owner, slash, path = entry.partition("/")
        items.append(TrayItem(talk, owner, slash + path if slash else "/StatusNotifierItem"))
    return items


def _entries(node: Any, depth: int) -> Iterator[Entry]:
    number, properties, children = node
    label = properties.get("label", ("s", ""))[1].replace("_", "")
    visible = properties.get("visible", ("b", True))[1]
    if not visible:
        return
    if label:
        yield Entry(number, label, bool(properties.get("enabled", ("b", True))[1]), depth)
    for _signature, child in children:
        yield from _entries(child, depth + 1)
