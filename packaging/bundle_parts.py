"""Which of the files that PyInstaller has collected go into the bundle. An entry is (name in the bundle, file, kind)."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path, PurePath

import qt_parts

Entry = tuple[str, str, str]

FROM_THE_SYSTEM = (
    "libstdc++", "libgcc_s", "libX", "libxcb", "libxkb", "libwayland", "libGL", "libEGL", "libfontconfig", "libfreetype",
    "libdbus-1", "libglib", "libgthread", "libdrm", "libexpat", "libpng", "libbrotli", "libz.", "libpcre2", "libsystemd",
    "libcap", "libgcrypt", "libgpg-error", "liblz4", "libbsd", "libmd",
)  # fmt: skip
"""Libraries of every Linux desktop. A bundled copy would meet the system's own graphics driver, built against a newer
one; the .deb draws the same line."""


def data_stays(entry: Entry) -> bool:
    """False for Qt's own translations in languages that the app does not speak."""
    parts = PurePath(entry[0]).parts
    of_qt = "translations" in parts and "PySide6" in parts
    return not of_qt or parts[-1] in qt_parts.TRANSLATIONS


def linux_binaries(entries: Sequence[Entry], needed: Callable[[Path], list[str]] = qt_parts.needed) -> list[Entry]:
    """Without the plugins that are not used, without what only these needed, without what the system has."""
    files = [e for e in entries if e[2] != "SYMLINK" and _plugin_stays(e)]
    by_name = {PurePath(e[0]).name: e for e in files}
    asked_for = [e for e in files if _is_asked_for(e)]
    used = {e[0] for e in asked_for}
    ahead = list(asked_for)
    while ahead:
        for name in needed(Path(ahead.pop()[1])):
            entry = by_name.get(name)
            if entry and entry[0] not in used and not name.startswith(FROM_THE_SYSTEM):
                used.add(entry[0])
                ahead.append(entry)
    return [e for e in entries if e[0] in used]


def without_dead_links(entries: Sequence[Entry], binaries: Sequence[Entry]) -> list[Entry]:
    """Drop the links to binaries that have gone."""
    there = {entry[0] for entry in (*entries, *binaries)}
    return [entry for entry in entries if entry[2] != "SYMLINK" or _leads_to(entry) in there]


def _plugin_stays(entry: Entry) -> bool:
    parts = PurePath(entry[0]).parts
    of_qt = "plugins" in parts and "PySide6" in parts
    return not of_qt or qt_parts.kept_plugin(parts[-2], parts[-1], gtk=False)


def _is_asked_for(entry: Entry) -> bool:
    """Python itself, its extension modules and Qt's plugins; every other file must be linked by one of them."""
    name = PurePath(entry[0])
    return entry[2] == "EXTENSION" or "plugins" in name.parts or name.name.startswith("libpython")


def _leads_to(entry: Entry) -> str:
    return os.path.normpath(PurePath(entry[0]).parent / entry[1])
