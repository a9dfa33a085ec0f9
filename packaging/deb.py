"""The .deb: the app, its Python packages and its part of Qt in one private folder, run by the system's own Python.

Why not on the PyInstaller bundle: the system's Python, OpenSSL and SQLite then get their security updates, the package
is a third smaller, it starts as fast as from source (measured by check_dist.py), and lintian finds less to say.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import licences
import qt_parts
from release import APP_ID, HOMEPAGE, MAINTAINER, NAME, ROOT, epoch, history, version
from words import appstream, debian

HERE = Path(__file__).resolve().parent
PRIVATE = f"usr/lib/{NAME}"
FROM_DEBIAN = ("cryptography", "cffi", "_cffi_backend", "pycparser", "tzdata")
"""Packages that the system has: compiled for one Python version only (cffi), or data it keeps fresh (tzdata)."""

OTHER_DEPENDS = ("python3 (>= 3.11)", "python3-cryptography", "tzdata")
DESCRIPTION = """ledger of the return to the Moon, with proof and alerts
 Space Race Tracker reads the news of space agencies, state media and trade
 press in English and Chinese and keeps a ledger of every milestone of the
 missions to the Moon and every change of a date, each with the sentence that
 proves it. A native notification tells of a milestone that really moved; for
 a repeat, a rumour or a history lesson there is none.
 .
 It shows who is next, a timeline with the earlier dates, and a trend chart,
 exports CSV, JSON and calendars, and has a command line that needs no display.
 .
 The part of Qt that it uses is included."""


def build(wheel: Path, pins: Path, icons: Path, work: Path, out: Path, *, level: int) -> Path:
    """Build the package from a wheel of the app and drawn icons; `level` is xz's. Returns the .deb."""
    shutil.rmtree(work, ignore_errors=True)
    tree = work / "tree"
    site = tree / PRIVATE
    site.mkdir(parents=True)
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "-qq", "--no-compile", "--disable-pip-version-check", "--only-binary",
         ":all:", "--constraint", str(pins), "--target", str(site), str(wheel)], check=True,
    )  # fmt: skip
    _drop_what_debian_has(site)
    qt_parts.cut(site, gtk=True)
    subprocess.run(["strip", "--strip-unneeded", *site.glob("PySide6/Qt/lib/libicu*")], check=True)
    words = licences.fill(
        (HERE / "debian" / "copyright.in").read_text(encoding="utf-8"), licences.bundled(site), PRIVATE,
        (ROOT / "LICENSE").read_text(encoding="utf-8"),
    )  # fmt: skip
    _tidy(site)
    _desktop_files(tree, icons)
    _documents(tree, words)
    _scripts(tree)
    _permissions(tree)
    _control(tree, _needs(tree, work))
    architecture = _architecture()
    target = out / f"{NAME}_{version()}_{architecture}.deb"
    out.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        ["dpkg-deb", "--build", "--root-owner-group", "-Zxz", f"-z{level}", str(tree), str(target)],
        check=True, stdout=subprocess.DEVNULL, env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch())},
    )  # fmt: skip
    return target


def _architecture() -> str:
    return subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True).stdout.strip()


def _drop_what_debian_has(site: Path) -> None:
    for path in site.iterdir():
        if path.name.split("-")[0].split(".")[0] in FROM_DEBIAN:
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _tidy(site: Path) -> None:
    """Out with what only a developer or an installer reads. entry_points.txt stays: keyring finds its backends by it."""
    shutil.rmtree(site / "bin", ignore_errors=True)
    for info in site.glob("*.dist-info"):
        for path in sorted(info.rglob("*"), reverse=True):
            if path.is_dir():
                path.rmdir()
            elif path.name not in ("METADATA", "entry_points.txt"):
                path.unlink()
    for path in [*site.rglob("*.pyi"), *site.rglob("py.typed"), *site.rglob("*.dist-info/METADATA")]:
        if path.name == "METADATA":  # the head is what is asked for; the rest is a web page
            path.write_text(path.read_text(encoding="utf-8").split("\n\n")[0] + "\n", encoding="utf-8")
        else:
            path.unlink()
    for folder in [*site.rglob("__pycache__"), *site.rglob("tests")]:
        shutil.rmtree(folder)


def _desktop_files(tree: Path, icons: Path) -> None:
    share = tree / "usr" / "share"
    shutil.copytree(icons, share / "icons" / "hicolor")
    write_desktop_file(share / "applications")
    write_metainfo(share / "metainfo")


def write_desktop_file(folder: Path) -> None:
    """Put the desktop file into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(HERE / "desktop" / f"{APP_ID}.desktop", folder / f"{APP_ID}.desktop")


def write_metainfo(folder: Path) -> None:
    """Put the AppStream metainfo into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{APP_ID}.metainfo.xml").write_text(metainfo_text(), encoding="utf-8")


def metainfo_text() -> str:
    """The AppStream metainfo with the releases of CHANGELOG.md."""
    template = (HERE / "desktop" / f"{APP_ID}.metainfo.xml.in").read_text(encoding="utf-8")
    return template.replace("@RELEASES@", appstream(history()))


def _documents(tree: Path, copyright_text: str) -> None:
    share = tree / "usr" / "share"
    doc, man, lintian = share / "doc" / NAME, share / "man" / "man1", share / "lintian" / "overrides"
    for folder in (doc, man, lintian):
        folder.mkdir(parents=True)
    (doc / "copyright").write_text(copyright_text, encoding="utf-8")
    _zip(doc / "changelog.gz", debian(history()).encode())
    _zip(man / f"{NAME}.1.gz", man_page().encode())
    shutil.copyfile(HERE / "debian" / "lintian-overrides", lintian / NAME)


def man_page() -> str:
    """The manual page with the version and day of this build."""
    text = (HERE / "man" / f"{NAME}.1").read_text(encoding="utf-8")
    return text.replace("@VERSION@", version()).replace("@DAY@", history()[0].on.isoformat())


def _zip(path: Path, data: bytes) -> None:
    path.write_bytes(gzip.compress(data, 9, mtime=0))


def _scripts(tree: Path) -> None:
    for source, target in (("launcher", f"usr/bin/{NAME}"), ("rtupdate", f"usr/share/python3/runtime.d/{NAME}.rtupdate"),
                           ("postinst", "DEBIAN/postinst"), ("prerm", "DEBIAN/prerm")):  # fmt: skip
        (tree / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(HERE / "debian" / source, tree / target)


_EXECUTABLE = re.compile(rf"usr/bin/|DEBIAN/p|{re.escape('usr/share/python3/runtime.d/')}")


def _permissions(tree: Path) -> None:
    for path in tree.rglob("*"):
        if not path.is_symlink():
            runs = path.is_dir() or _EXECUTABLE.match(path.relative_to(tree).as_posix())
            path.chmod(0o755 if runs else 0o644)
    tree.chmod(0o755)


def _needs(tree: Path, work: Path) -> str:
    """What the binaries link, as Debian packages: dpkg-shlibdeps asks the packages installed here.

    GTK's plugin is left out: where there is no GTK, Qt goes on without it.
    """
    (work / "debian").mkdir()
    (work / "debian" / "control").write_text(
        f"Source: {NAME}\n\nPackage: {NAME}\nArchitecture: any\n", encoding="utf-8"
    )
    own = tree / PRIVATE / "PySide6" / "Qt" / "lib"
    binaries = [p for p in tree.rglob("*.so*") if p.is_file() and qt_parts.GTK_THEME[1] not in p.name]
    folders = (own, own.parents[1], tree / PRIVATE / "shiboken6")
    told = subprocess.run(
        ["dpkg-shlibdeps", "-O", "--warnings=0", *(f"-l{folder}" for folder in folders), *(f"-e{p}" for p in binaries),
         "--ignore-missing-info"], cwd=work, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if told.returncode:
        raise SystemExit(f"dpkg-shlibdeps: {told.stderr.strip()}")
    found = told.stdout.strip().removeprefix("shlibs:Depends=")
    return ", ".join(sorted({*found.split(", "), *OTHER_DEPENDS}))


def _control(tree: Path, depends: str) -> None:
    files = sorted(p for p in tree.rglob("*") if p.is_file() and "DEBIAN" not in p.parts)
    kilobytes = sum(-(-p.stat().st_size // 1024) for p in files)
    sums = "".join(
        f"{hashlib.md5(p.read_bytes(), usedforsecurity=False).hexdigest()}  {p.relative_to(tree)}\n" for p in files
    )
    (tree / "DEBIAN" / "md5sums").write_text(sums, encoding="utf-8")
    fields = {
        "Package": NAME, "Version": version(), "Architecture": _architecture(), "Maintainer": MAINTAINER,
        "Installed-Size": str(kilobytes), "Depends": depends,
        # news in Chinese is quoted as it was said; without a font for it, boxes stand there
        "Recommends": "fonts-noto-cjk | fonts-wqy-microhei | fonts-wqy-zenhei, libgtk-3-0, xdg-utils",
        "Suggests": "gnome-keyring | kwalletmanager",
        "Section": "science", "Priority": "optional", "Homepage": HOMEPAGE, "Description": DESCRIPTION,
    }  # fmt: skip
    (tree / "DEBIAN" / "control").write_text("".join(f"{k}: {v}\n" for k, v in fields.items()), encoding="utf-8")
    for path in (tree / "DEBIAN").iterdir():
        path.chmod(0o755 if path.name in ("postinst", "prerm") else 0o644)
