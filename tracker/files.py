"""Writes a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from tracker.errors import ExportError


def write_atomically(path: Path, text: str) -> None:
    """Put text (UTF-8, newlines as they are) into a file: written beside it, flushed to the disk, then moved over it.

    Raises ExportError with the path as key; what was there before is then untouched.
    """
    draft = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)  # the umask has its say
    except OSError as error:
        raise ExportError("cannot be written here", key=str(path), advice="Choose another folder") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise ExportError("cannot be written", key=str(path), advice="Check free space and permissions") from error
