"""Where the shipped data lies: seeds/ and resources/, in a checkout beside tracker/, in an installed package inside it."""

from __future__ import annotations

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """The folder `seeds` or `resources` as this installation has it."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def installation() -> tuple[Path, str]:
    """Where the program lies, and as what: "checkout", "package" (a wheel, the .deb) or "bundle" (PyInstaller)."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).parent, "bundle"
    return _PACKAGE, "package" if (_PACKAGE / "seeds").is_dir() else "checkout"
