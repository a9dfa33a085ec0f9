"""Writing a file so that it is the old one or the new one, never half of each."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from tracker.errors import ExportError


def write_atomically(path: Path, text: str) -> None:
    """Write UTF-8 text, line ends as they are. Raises ExportError with the path as key; the old file then stands.

    What is there already and no plain file (a pipe, /dev/stdout) is written to, never replaced.
    """
    data = text.encode("utf-8", "replace")
    try:
        target = Path(os.path.realpath(path))  # a link keeps pointing at the file
        if target.is_dir():
            raise ExportError("is a folder", key=str(path), advice="Give the name of a file.")
        if target.exists() and not target.is_file():
            target.write_bytes(data)
        else:
            _replace(target, data)
    except ValueError as error:  # a NUL in the name
        raise ExportError("is no file name", key=str(path), advice="Choose another name.") from error
    except OSError as error:
        raise ExportError("cannot be written", key=str(path), advice=_advice(error, path)) from error


def _replace(target: Path, data: bytes) -> None:
    handle, temporary = tempfile.mkstemp(prefix=f".{target.name[:40]}-", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode(target))
        Path(temporary).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise


def _mode(target: Path) -> int:
    """The old file's permissions, for a new one what the umask leaves."""
    with contextlib.suppress(OSError):
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _advice(error: OSError, path: Path) -> str:
    match error:
        case FileNotFoundError():
            return f"Create the folder {path.parent} first, or choose another."
        case PermissionError():
            return "Choose a folder you may write to."
        case NotADirectoryError():
            return "A part of the path is a file, not a folder."
    return "Is the disk full or read-only? Choose another place."
