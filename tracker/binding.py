"""Brings Qt's Python binding in without what it would load at every start and this program hardly ever asks for.

`import PySide6` unpacks and compiles a small library of its own, which words the errors of wrong calls and describes
signatures (40 % of the time that a bare window takes to appear), and puts a hook before every later import, which reads
the source of each module for uses of its optional features and keeps it in memory. `import_qt` lets both wait: the library
is loaded when the first wrong call asks for its words, and the hook, which only `from __feature__ import` and
`from PySide6.X import *` need, is not put in: this program uses neither. Where the binding does not ask in the way that
is known here, everything is as without this file.
"""

from __future__ import annotations

import builtins
import sys
from collections.abc import Callable
from importlib import import_module
from types import ModuleType, SimpleNamespace
from typing import Any

_PACKAGE = "shibokensupport.signature"
_MAPPING = "shibokensupport.signature.mapping"
_PRELOADED = frozenset({"base64", "tempfile", "textwrap", "zipfile"})
"""What the binding imports for that library alone: modules that come when it asks them for something."""


def import_qt() -> None:
    """Import the binding's ground, once, before anything else of PySide6. Raises ImportError as importing PySide6 does."""
    if "shiboken6" in sys.modules:
        return
    real = builtins.__import__
    unpacking: dict[str, Any] = {}  # what the binding's first steps call to unpack the library

    def importing(name: str, *given: Any, **named: Any) -> Any:  # given: globals, locals, what to import, level
        asker = given[0].get("__name__") if given and given[0] else ""
        if asker == "signature_bootstrap":
            if name == _PACKAGE and given[2:3] == (("loader",),) and "bootstrap" in given[0]:
                given[0].update(unpacking)
                late = _Late(given[0])
                sys.modules[_MAPPING] = late.mapping
                return SimpleNamespace(loader=late.loader)
            if name == "shiboken6" and "prepare_zipfile" in given[0]:
                unpacking["prepare_zipfile"] = given[0]["prepare_zipfile"]
                given[0]["prepare_zipfile"] = lambda: ([], "")
            elif name == "shibokensupport" and unpacking:
                return ModuleType(name)
        if name in _PRELOADED and asker in ("shiboken6", "signature_bootstrap"):
            return _Waiting(name)
        return real(name, *given, **named)

    builtins.__import__ = importing
    try:
        import shiboken6  # noqa: F401
    finally:
        builtins.__import__ = real


class _Waiting(ModuleType):
    """A module that is imported when something of it is first asked for."""

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self.__name__), name)


class _Late:
    """Stands for the binding's own loader until it is needed. `names` are the globals of the code that asks for it."""

    def __init__(self, names: dict[str, Any]) -> None:
        self._names = names
        self._real: Any = None
        self.loader = ModuleType(f"{_PACKAGE}.loader")
        self.loader.__getattr__ = self._forward  # type: ignore[method-assign]
        for quiet in ("finish_import", "feature_imported", "feature_import", "post_init"):
            setattr(self.loader, quiet, lambda *_, **__: None)
        self.mapping = ModuleType(_MAPPING)
        self.mapping.update_mapping = self._map  # type: ignore[attr-defined]

    def _load(self) -> Any:
        if self._real is None:
            self._names["recursion_trap"] = 0
            self._real = self._names["bootstrap"]()
        return self._real

    def _forward(self, name: str) -> Callable[..., Any]:
        """A function of the loader that loads it when it is called."""
        if name.startswith("__"):
            raise AttributeError(name)

        def late(*given: Any, **named: Any) -> Any:
            return getattr(self._load(), name)(*given, **named)

        return late

    def _map(self) -> None:
        """The names in which the binding looks up types: the real ones from now on."""
        self._load()
        real = sys.modules[_MAPPING]
        real.update_mapping()
        vars(self.mapping).update({**vars(real), "update_mapping": self._map})
