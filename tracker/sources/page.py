"""A web page as a small tree, and the few selectors that a list page needs: "ul#list > li.entry a[title]".

Patterns instead of html.parser, whose time grows with the square of a broken page's length (CVE-2025-6069).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from tracker.errors import ParseError
from tracker.sources import plaintext

_MOST_NODES = 50_000
_DEEPEST = 200
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())  # noqa: SIM905
_BREAKS = frozenset("br p div li tr h1 h2 h3 h4 table ul ol dd dt section article".split())  # noqa: SIM905
_LONGEST_HEAD = 500_000
_LONGEST = 2_000_000
_TAG = re.compile(rf"<(?P<closing>/)?(?P<tag>[a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])(?P<attributes>{plaintext.INSIDE})>")
_ATTRIBUTE = re.compile(r"([a-zA-Z_][\w:.-]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=]+)))?")
_STEP = re.compile(r"(?P<child>>)?\s*(?P<tag>[a-z][a-z0-9]*)?(?P<rest>(?:[.#][\w-]+|\[[\w-]+\])*)")


@dataclass(slots=True)
class Node:
    """An element with its children in order; a string is text."""

    tag: str
    attributes: dict[str, str]
    parent: Node | None = None
    children: list[Node | str] = field(default_factory=list)

    def text(self, drop: tuple[str, ...] = ()) -> str:
        """The visible text below, tidy, without what the selectors in `drop` find."""
        out = {id(found) for selector in drop for found in self.find(selector)}
        return plaintext.tidy("".join(self._texts(out)))

    def attribute(self, name: str) -> str:
        return self.attributes.get(name, "")

    def find(self, selector: str) -> Iterator[Node]:
        """Every element below that a selector means, in the order of the page."""
        steps = _steps(selector)
        return (node for node in self._below() if _matches(node, steps, self))

    def first(self, selector: str) -> Node | None:
        return next(self.find(selector), None)

    def _below(self) -> Iterator[Node]:
        for child in self.children:
            if isinstance(child, Node):
                yield child
                yield from child._below()  # noqa: SLF001 - its own kind

    def _texts(self, out: set[int]) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif id(child) not in out:
                mark = "\n" if child.tag in _BREAKS else ""
                yield mark
                yield from child._texts(out)  # noqa: SLF001
                yield mark


def read(body: bytes) -> Node:
    """The tree of a page in UTF-8 or else GB 18030, without scripts and comments. Raises ParseError (too-complex)."""
    builder = _Builder()
    at = 0
    markup = plaintext.without_hidden(decode(body[:_LONGEST]))
    for found in _TAG.finditer(markup):
        builder.text(markup[at : found.start()])
        at = found.end()
        if found["closing"]:
            builder.close(found["tag"].lower())
        else:
            builder.open(found["tag"].lower(), found["attributes"])
    builder.text(markup[at:])
    return builder.root


def tags(body: bytes, name: str) -> Iterator[dict[str, str]]:
    """The attributes of every tag of a name outside comments, in the order of the page; the head's too."""
    first, *rest = decode(body[:_LONGEST_HEAD]).split("<!--")
    markup = first + "".join(part.partition("-->")[2] for part in rest)
    return (_attributes(tag["attributes"]) for tag in _TAG.finditer(markup) if tag["tag"].lower() == name)


def decode(body: bytes) -> str:
    """UTF-8, else what Chinese pages use, else what can be made of it."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return body.decode(encoding)
        except UnicodeDecodeError:
            continue
    return body.decode("utf-8", "replace")


class _Builder:
    """Grows the tree; closes what a page forgets to close."""

    def __init__(self) -> None:
        self.root = Node("", {})
        self._at = self.root
        self._nodes = 0
        self._depth = 0

    def open(self, tag: str, attributes: str) -> None:
        self._nodes += 1
        if self._nodes > _MOST_NODES:
            raise ParseError("a page of too many elements", code="too-complex")
        if tag == "li" and self._at.tag == "li":  # an unclosed one ends where the next begins
            self._up()
        node = Node(tag, _attributes(attributes), self._at)
        self._at.children.append(node)
        if tag not in _VOID and not attributes.endswith("/") and self._depth < _DEEPEST:
            self._at, self._depth = node, self._depth + 1

    def close(self, tag: str) -> None:
        node: Node | None = self._at
        steps = 0
        while node is not None and node.tag != tag:
            node, steps = node.parent, steps + 1
        if node is not None:
            for _ in range(steps + 1):
                self._up()

    def text(self, markup: str) -> None:
        if markup:
            self._at.children.append(plaintext.unescape(markup) if "&" in markup else markup)

    def _up(self) -> None:
        if self._at.parent is not None:
            self._at, self._depth = self._at.parent, self._depth - 1


def _attributes(text: str) -> dict[str, str]:
    found = _ATTRIBUTE.findall(text[:10_000])
    return {name.lower(): plaintext.unescape(double or single or bare) for name, double, single, bare in found}


@dataclass(frozen=True, slots=True)
class _Step:
    """One compound of a selector; `child`: right below the one before, else anywhere below."""

    tag: str
    ident: str
    classes: frozenset[str]
    attributes: tuple[str, ...]
    child: bool

    def fits(self, node: Node) -> bool:
        return (
            (not self.tag or node.tag == self.tag)
            and (not self.ident or node.attribute("id") == self.ident)
            and self.classes <= set(node.attribute("class").split())
            and all(name in node.attributes for name in self.attributes)
        )


@lru_cache(maxsize=256)
def _steps(selector: str) -> tuple[_Step, ...]:
    """A selector taken apart. Raises ValueError for one that this small language does not have."""
    steps = []
    for part in re.sub(r"\s*>\s*", " >", selector.strip()).split():
        found = _STEP.fullmatch(part)
        if found is None or not (found["tag"] or found["rest"]):
            raise ValueError(f"not a selector: {selector}")
        rest = found["rest"]
        steps.append(
            _Step(
                tag=found["tag"] or "",
                ident=next(iter(re.findall(r"#([\w-]+)", rest)), ""),
                classes=frozenset(re.findall(r"\.([\w-]+)", rest)),
                attributes=tuple(re.findall(r"\[([\w-]+)\]", rest)),
                child=bool(found["child"]),
            )
        )
    if not steps:
        raise ValueError("an empty selector")
    return tuple(steps)


def _matches(node: Node | None, steps: tuple[_Step, ...], top: Node) -> bool:
    if node is None or node is top or not steps[-1].fits(node):
        return False
    if len(steps) == 1:
        return not steps[0].child or node.parent is top
    if steps[-1].child:
        return _matches(node.parent, steps[:-1], top)
    above = node.parent
    while above is not None and above is not top:
        if _matches(above, steps[:-1], top):
            return True
        above = above.parent
    return False
