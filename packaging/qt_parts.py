"""Which parts of PySide6 the app uses, for every kind of package, and the cutting away of the rest.

tests/test_packaging_parts.py holds MODULES to what tracker/ really imports.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

MODULES = ("QtCore", "QtDBus", "QtGui", "QtNetwork", "QtSvg", "QtWidgets")
"""The Python modules that tracker/ imports. QtNetwork is one local socket: the single instance knocks through it; QtDBus
hears when a tray comes late."""

PLUGINS = {
    "platforms": ("qxcb", "qwayland", "qoffscreen"),
    "platforminputcontexts": ("composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"),
    "platformthemes": ("qxdgdesktopportal",),
    "iconengines": ("qsvgicon",),
    "imageformats": ("qsvg",),  # PNG is built in; no other picture is ever shown
    "wayland-shell-integration": ("xdg-shell",),
    "wayland-decoration-client": ("adwaita", "bradient"),
}
"""Folder of Qt's plugins -> those that stay. Widgets are painted by the processor: no OpenGL or EGL integration."""

GTK_THEME = ("platformthemes", "qgtk3")
"""GNOME's own file dialog and colours. A .deb keeps the plugin (it uses the system's GTK, where there is one); a bundle
that would have to carry GTK along (8.5 MB and its family) does without and asks the portal."""

TRANSLATIONS = ("qtbase_zh_CN.qm",)
"""Qt's own words in the languages that the app speaks."""

EXCLUDED_IMPORTS = (
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtQuickWidgets", "PySide6.QtQuickControls2", "PySide6.QtDesigner",
    "PySide6.QtSql", "PySide6.QtTest", "PySide6.QtHelp", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets",
    "PySide6.QtPrintSupport", "PySide6.QtUiTools", "PySide6.QtXml", "PySide6.QtConcurrent", "PySide6.QtSvgWidgets",
    "tkinter", "unittest", "pydoc", "doctest", "pdb", "lib2to3", "test", "pip", "setuptools", "pytest", "hypothesis",
    "dateparser", "IPython", "numpy", "PIL", "gi", "click", "rich", "pygments", "markdown_it", "mdurl", "requests",
    "urllib3", "certifi", "charset_normalizer", "chardet", "yaml",
)  # fmt: skip
"""What PyInstaller must not take along, however some library mentions it (httpx2 its own command line, for one)."""


def kept_plugin(folder: str, file: str, *, gtk: bool) -> bool:
    """True for a plugin's file name (libqxcb.so, qxcb.dll) that stays."""
    name = file.removeprefix("lib").split(".")[0]
    return name in PLUGINS.get(folder, ()) or (gtk and (folder, name) == GTK_THEME)


def cut(site: Path, *, gtk: bool) -> None:
    """Cut an installed PySide6 (Linux wheels, in a folder of packages) down to what the app uses.

    What stays: our modules, our plugins, and of Qt's own libraries those that these link, directly or not.
    """
    pyside, qt = site / "PySide6", site / "PySide6" / "Qt"
    plugins = [p for p in (qt / "plugins").glob("*/*") if kept_plugin(p.parent.name, p.name, gtk=gtk)]
    missing = {(f, n) for f, names in PLUGINS.items() for n in names} - {(p.parent.name, _stem(p)) for p in plugins}
    if missing:
        raise SystemExit(f"this PySide6 has no {sorted(missing)}")
    modules = [pyside / f"{name}.abi3.so" for name in MODULES]
    binding = [*pyside.glob("libpyside6.abi3.so*")]
    texts = [pyside / f for f in ("__init__.py", "_config.py", "_git_pyside_version.py")]
    support = [*(pyside / "support").glob("*.py")]
    words = [qt / "translations" / name for name in TRANSLATIONS]
    libraries = linked([*plugins, *modules, *binding], qt / "lib")
    stay = {*plugins, *modules, *binding, *texts, *support, *words, *libraries}
    _keep_only(pyside, stay)
    shiboken = site / "shiboken6"
    _keep_only(shiboken, {p for p in shiboken.iterdir() if p.suffix == ".py" or ".so" in p.name})


def linked(files: Iterable[Path], libraries: Path) -> set[Path]:
    """Those of a folder's libraries that the files need, and what these need in turn."""
    found: set[Path] = set()
    ahead = list(files)
    while ahead:
        for name in needed(ahead.pop()):
            library = libraries / name
            if library.exists() and library not in found:
                found.add(library)
                ahead.append(library)
    return found


def needed(file: Path) -> list[str]:
    """The shared libraries a file names."""
    told = subprocess.run(["readelf", "-d", "-W", str(file)], capture_output=True, text=True, check=True).stdout
    return [line.rsplit("[", 1)[1].rstrip("]") for line in told.splitlines() if "(NEEDED)" in line]


def _stem(plugin: Path) -> str:
    return plugin.name.removeprefix("lib").split(".")[0]


def _keep_only(folder: Path, stay: set[Path]) -> None:
    lost = [path for path in stay if not path.exists()]
    if lost:
        raise SystemExit(f"not there: {', '.join(map(str, sorted(lost)))}")
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in stay:
            path.unlink()
    shutil.rmtree(folder / "__pycache__", ignore_errors=True)
