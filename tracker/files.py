"""Writing a file so that it is the old one or the new one, never half of each."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from tracker.errors import ExportError


def write_atomically(path: Path, text: str) -> None:
    """Write UTF-8 text, line ends as they are. Raises ExportError with the path as key; the old file then stands."""
    target = Path(os.path.realpath(path))  # a link keeps pointing at the file
    data = text.encode("utf-8", "replace")
    if target.is_dir():
        raise ExportError("is a folder", key=str(path), advice="Give the name of a file.")
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name[:40]}-", suffix=".part", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode(target))
        Path(temporary).replace(target)
    except OSError as error:
        if temporary:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()
        raise ExportError("cannot be written", key=str(path), advice=_advice(error, target)) from error


def _mode(target: Path) -> int:
    """The old file's permissions, for a new one what the umask leaves."""
    with contextlib.suppress(OSError):
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _advice(error: OSError, target: Path) -> str:
    match error:
        case FileNotFoundError():
            return f"Create the folder {target.parent} first, or choose another."
        case PermissionError():
            return "Choose a folder you may write to."
        case NotADirectoryError():
            return "A part of the path is a file, not a folder."
    return "Is the disk full or read-only? Choose another place."
