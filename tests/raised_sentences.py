"""Every sentence that the code can put into an error a person may see in the window, read out of the source itself.

An f-string's fields become {0}, {1}...: that is how tracker/ui/faults.py lists them. What is not written down where it is
raised must be named in HANDED_ON, with where its words come from.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "tracker"

NOT_IN_THE_WINDOW = {
    "FetchError": "a source's fault reaches the window as its code (sources/troubles.py has both languages)",
    "ParseError": "the same; those of jsonlines.py are the command line's",
    "LinkError": "written to the log (app.open_link)",
    "StoppedError": "the person has stopped it and is told nothing",
}
COMMAND_LINE = {"cli.py", "doctor.py", "jsonlines.py", "errors.py"}

HANDED_ON = {
    ("desktop/bus.py", "text"): "the words of another program on the bus",
    ("desktop/native.py", "self.describe()"): "translated where it is said (context Notifier)",
    ("desktop/null.py", "self._why"): "translated where it is said (context Notifier)",
    ("edtf.py", "error.message"): "an EdtfError's",
    ("files.py", "_advice(error, path)"): "SAID_ELSEWHERE",
    ("seeding.py", "words"): "the calls of _Table.fault, read too",
    ("seeding.py", "error.message"): "an EdtfError's",
    ("store/database.py", "message"): "SAID_ELSEWHERE",
    ("store/database.py", "advice"): "SAID_ELSEWHERE",
}

SAID_ELSEWHERE = {
    "files.py": ("_advice",),
    "proxy.py": ("parse", "setting"),
    "webaddress.py": ("_judged",),
    "store/database.py": ("_TROUBLES",),
}
"""Functions that return, or raise as a ValueError, a part of such a sentence, and tables of them."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence and where it is raised. `words` is None where only the code `source` stands there."""

    where: str
    words: str | None
    source: str


def all_said(root: Path = ROOT) -> Iterator[Said]:
    """Every message and advice of every error that can reach the window."""
    modules = {p.relative_to(root).as_posix(): ast.parse(p.read_text(encoding="utf-8")) for p in root.rglob("*.py")}
    kinds = error_classes(modules.values()) - NOT_IN_THE_WINDOW.keys()
    for name, module in modules.items():
        if name in COMMAND_LINE:
            continue
        constants = _constants(module)
        for node in ast.walk(module):
            if isinstance(node, ast.Call):
                for part in _parts(node, kinds):
                    for branch in _branches(part):
                        yield Said(f"{name}:{node.lineno}", _words(branch, constants), ast.unparse(branch))


def error_classes(modules: object) -> set[str]:
    """TrackerError and all that come from it."""
    bases = {
        node.name: {ast.unparse(base) for base in node.bases}
        for module in modules  # type: ignore[attr-defined]
        for node in ast.walk(module)
        if isinstance(node, ast.ClassDef)
    }
    found = {"TrackerError"}
    while more := {name for name, of in bases.items() if of & found} - found:
        found |= more
    return found


def _parts(call: ast.Call, kinds: set[str]) -> Iterator[ast.expr]:
    """The message and the advice of an error that is made here."""
    function = call.func
    if isinstance(function, ast.Name) and function.id in kinds:
        yield from call.args[:1]
        yield from (keyword.value for keyword in call.keywords if keyword.arg == "advice")
    elif isinstance(function, ast.Attribute) and function.attr == "fault" and len(call.args) == 2:
        yield call.args[1]


def _branches(part: ast.expr) -> Iterator[ast.expr]:
    if isinstance(part, ast.IfExp):
        yield from _branches(part.body)
        yield from _branches(part.orelse)
    else:
        yield part


def _words(part: ast.expr, constants: dict[str, str]) -> str | None:
    if isinstance(part, ast.Constant) and isinstance(part.value, str):
        return part.value
    if isinstance(part, ast.Name):
        return constants.get(part.id)
    if isinstance(part, ast.JoinedStr):
        fields = iter(range(99))
        return "".join(str(v.value) if isinstance(v, ast.Constant) else f"{{{next(fields)}}}" for v in part.values)
    return None


def _constants(module: ast.Module) -> dict[str, str]:
    """The texts that a module gives a name."""
    found = {}
    for node in module.body:
        target = (
            node.target
            if isinstance(node, ast.AnnAssign)
            else node.targets[0]
            if isinstance(node, ast.Assign)
            else None
        )
        value = getattr(node, "value", None)
        if isinstance(target, ast.Name) and isinstance(value, ast.Constant) and isinstance(value.value, str):
            found[target.id] = value.value
    return found


def said_elsewhere(root: Path = ROOT) -> Iterator[Said]:
    """The sentences of SAID_ELSEWHERE: what is returned, raised as a ValueError, or stands in the table."""
    for name, places in SAID_ELSEWHERE.items():
        module = ast.parse((root / name).read_text(encoding="utf-8"))
        for node in ast.walk(module):
            called = node.targets[0] if isinstance(node, ast.Assign) else node
            if getattr(called, "name", getattr(called, "id", "")) not in places:
                continue
            for part in _given(node):
                words = _words(part, {})
                if words and (" " in words):
                    yield Said(f"{name}:{part.lineno}", words, words)


def _given(node: ast.AST) -> Iterator[ast.expr]:
    if isinstance(node, ast.Assign):
        for row in ast.walk(node.value):
            if isinstance(row, ast.Tuple) and row.elts and isinstance(row.elts[0], ast.Constant):
                yield from row.elts[1:]
        return
    for inner in ast.walk(node):
        if isinstance(inner, ast.Return) and inner.value is not None:
            yield inner.value
        if isinstance(inner, ast.Call) and ast.unparse(inner.func) == "ValueError":
            yield from inner.args
