"""What a screen reader sees, read over the accessibility bus (at-spi) with plain D-Bus: no pyatspi, no system Python."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.desktop.talk import Refused, Talk

_ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
_NODE = "org.a11y.atspi.Accessible"
_SCREEN = 0
_FOCUSED, _SHOWING = 12, 25  # numbers of the states in AtspiStateType
_DEEPEST = 40


@dataclass(frozen=True)
class Node:
    """One accessible object."""

    talk: Talk
    name_on_bus: str
    path: str

    @property
    def name(self) -> str:
        return str(self.talk.property(self.name_on_bus, self.path, _NODE, "Name"))

    @property
    def role(self) -> str:
        """What it is, by the older of its names: at-spi calls a "push button" just "button" since 2.52."""
        role = str(self.talk.call(self.name_on_bus, self.path, _NODE, "GetRoleName")[0])
        return "push button" if role == "button" else role

    @property
    def showing(self) -> bool:
        return self._is(_SHOWING)

    @property
    def focused(self) -> bool:
        return self._is(_FOCUSED)

    def _is(self, state: int) -> bool:
        low, _high = self.talk.call(self.name_on_bus, self.path, _NODE, "GetState")[0]
        return bool(low >> state & 1)

    @property
    def description(self) -> str:
        return str(self.talk.property(self.name_on_bus, self.path, _NODE, "Description"))

    @property
    def children(self) -> list[Node]:
        found = self.talk.call(self.name_on_bus, self.path, _NODE, "GetChildren")[0]
        return [Node(self.talk, name, path) for name, path in found if not path.endswith("/null")]

    @property
    def middle(self) -> tuple[int, int]:
        """Its middle on the screen, in pixels."""
        x, y, width, height = self.talk.call(
            self.name_on_bus, self.path, "org.a11y.atspi.Component", "GetExtents", "u", _SCREEN
        )[0]
        return x + width // 2, y + height // 2

    @property
    def text(self) -> str:
        return str(self.talk.call(self.name_on_bus, self.path, "org.a11y.atspi.Text", "GetText", "ii", 0, -1)[0])

    def marks(self) -> list[tuple[str, dict[str, str]]]:
        """The runs of its text with the attributes each carries: highlighting shows as a background colour."""
        text, runs, at = self.text, [], 0
        while at < len(text):
            attributes, start, end = self.talk.call(
                self.name_on_bus, self.path, "org.a11y.atspi.Text", "GetAttributeRun", "ib", at, False
            )
            if end <= at:
                break
            runs.append((text[start:end], dict(attributes)))
            at = end
        return runs

    def press(self) -> None:
        """Do its first action, as a screen reader would."""
        self.talk.call(self.name_on_bus, self.path, "org.a11y.atspi.Action", "DoAction", "i", 0)

    def walk(self, depth: int = 0) -> Iterator[Node]:
        """Itself and everything below, whatever may vanish meanwhile."""
        yield self
        if depth < _DEEPEST:
            try:
                children = self.children
            except Refused:
                return
            for child in children:
                yield from child.walk(depth + 1)


class Screen:
    """Everything accessible on a desktop."""

    def __init__(self, session: Talk) -> None:
        self._talk = Talk(str(session.call("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")[0]))

    def close(self) -> None:
        self._talk.close()

    def programs(self) -> list[Node]:
        return Node(self._talk, *_ROOT).children

    def find(self, role: str, name: str, *, program: str = "") -> Node | None:
        """The first showing object of a role whose name holds `name`; in a program whose name holds `program`."""
        for node in self.all(program):
            try:
                if node.role == role and name in node.name and node.showing:
                    return node
            except Refused:  # gone while we looked
                continue
        return None

    def all(self, program: str = "") -> Iterator[Node]:
        for root in self.programs():
            try:
                if program not in root.name:
                    continue
            except Refused:
                continue
            yield from root.walk()

    def words(self, program: str = "") -> list[tuple[str, str]]:
        """(role, name) of everything that shows, for messages and for tests that read a page."""
        found = []
        for node in self.all(program):
            try:
                if node.showing and node.name:
                    found.append((node.role, node.name))
            except Refused:
                continue
        return found
