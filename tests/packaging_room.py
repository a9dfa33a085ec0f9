"""The scripts of packaging/ as modules: they import one another by name, as they do when they run."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"


def tool(name: str) -> Any:
    """A module of packaging/, found after everything else."""
    if str(PACKAGING) not in sys.path:
        sys.path.append(str(PACKAGING))
    return importlib.import_module(name)
