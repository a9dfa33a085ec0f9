"""Builds what this system can build, into dist/. Called by `make dist`, with the Python of build/dist-env.

usage: build_dist.py [wheel] [bundle] [deb] [bare]        default: wheel bundle deb

    wheel   the wheel and the sdist, built twice and compared byte for byte, then `twine check`
    bundle  the PyInstaller one-folder build as a .tar.xz (on Linux), and an AppImage where a runtime for it is given
    deb     the Debian package, where dpkg-deb is
    bare    an empty PySide6 window bundled the same way, for the size table of packaging/README.md

XZ_LEVEL (default 6; check_dist.py says 1) is the packing of .deb and .tar.xz.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import deb
from release import NAME, ROOT, epoch, version

PACKAGING = Path(__file__).resolve().parent
BUILD, DIST = ROOT / "build", ROOT / "dist"
PINS = PACKAGING / "pins.txt"


def main(wanted: list[str]) -> None:
    """Build the wanted things, in the order in which they need each other."""
    os.environ["SOURCE_DATE_EPOCH"] = str(epoch())
    os.environ["PYTHONHASHSEED"] = "0"
    os.umask(0o022)
    DIST.mkdir(exist_ok=True)
    for name in wanted or ["wheel", "bundle", "deb"]:
        MAKERS[name]()


def wheel() -> None:
    """Wheel and sdist, twice."""
    for old in [*DIST.glob("*.whl"), *DIST.glob("*.tar.gz")]:
        old.unlink()
    with tempfile.TemporaryDirectory(prefix="space-race-again-") as again:
        for place in (str(DIST), again):
            _run(sys.executable, "-m", "build", "--outdir", place, str(ROOT), quiet=True)
        for built in _files():
            if built.read_bytes() != (Path(again) / built.name).read_bytes():
                raise SystemExit(f"{built.name}: two builds differ")
            say(built, "twice the same")
    _run(sys.executable, "-m", "twine", "check", "--strict", *map(str, _files()))


def _files() -> list[Path]:
    return [*DIST.glob("*.whl"), *DIST.glob("*.tar.gz")]


def the_wheel() -> Path:
    """The wheel of this version in dist/; built first where there is none."""
    found = sorted(DIST.glob(f"*-{version()}-*.whl"))
    if not found:
        wheel()
        found = sorted(DIST.glob(f"*-{version()}-*.whl"))
    return found[0]


def bundle() -> None:
    """The one-folder build."""
    missing = [tool for tool in ("readelf", "strip", "xz") if sys.platform == "linux" and not shutil.which(tool)]
    if missing:
        print(f"bundle: not built; {', '.join(missing)} missing (packaging/system-libraries.sh --packaging)")
        return
    drawn = icons()
    spec = PACKAGING / "pyinstaller" / f"{NAME}.spec"
    _pyinstaller(str(spec))
    folder = BUILD / "bundle" / NAME
    if sys.platform == "linux":  # a Python that was built at home carries its symbols: 18 MB of them
        inside = folder / "_internal"
        _run("strip", "--strip-unneeded", *map(str, [*inside.glob("libpython*"), *inside.rglob("lib-dynload/*.so")]))
    say(folder, "one folder")
    if sys.platform == "linux":
        say(_packed(folder), "unpack it anywhere")
        _appimage(folder, drawn)


def bare() -> None:
    """The floor for the size: nothing excluded, then with our exclusions of imports."""
    _install(the_wheel())
    script = str(PACKAGING / "pyinstaller" / "bare.py")
    _pyinstaller("--onedir", "--noconfirm", "--specpath", str(BUILD), "--name", "bare", script)
    say(BUILD / "bundle" / "bare", "an empty window, nothing excluded")


def _install(built: Path) -> None:
    """The app and its pinned packages into the Python that runs this, for PyInstaller to find."""
    install = (sys.executable, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--constraint", str(PINS))
    _run(*install, str(built))
    _run(*install, "--no-deps", "--force-reinstall", str(built))  # the same version may have been built anew


def _pyinstaller(*arguments: str) -> None:
    _run(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "--distpath", str(BUILD / "bundle"),
         "--workpath", str(BUILD / "pyinstaller"), *arguments, where=BUILD)  # fmt: skip


def _packed(folder: Path) -> Path:
    """The folder as a .tar.xz: sorted, of the release's moment, of nobody."""
    machine = os.uname().machine
    target = DIST / f"{NAME}-{version()}-linux-{machine}.tar.xz"

    def plain(info: tarfile.TarInfo) -> tarfile.TarInfo:
        info.uid = info.gid = 0
        info.uname = info.gname = "root"
        info.mtime = epoch()
        return info

    loose = target.with_suffix("")
    with tarfile.open(loose, "w") as tar:
        for path in sorted(folder.rglob("*")):
            tar.add(path, f"{NAME}-{version()}/{path.relative_to(folder)}", recursive=False, filter=plain)
    _run("xz", "-f", "-T0", f"-{_level()}", str(loose))
    return target


def _appimage(folder: Path, drawn: Path) -> None:
    runtime = os.environ.get("APPIMAGE_RUNTIME", "")
    if not runtime:
        print("AppImage: not built; APPIMAGE_RUNTIME must name the type-2 runtime (packaging/appimage/build.sh)")
        return
    _run(str(PACKAGING / "appimage" / "build.sh"), str(folder), str(drawn), str(DIST))


def debian() -> None:
    """The Debian package."""
    missing = [tool for tool in ("dpkg-deb", "dpkg-shlibdeps", "readelf", "strip") if not shutil.which(tool)]
    if missing:
        print(f"deb: not built; {', '.join(missing)} missing (packaging/system-libraries.sh --packaging)")
        return
    say(deb.build(the_wheel(), PINS, icons(), BUILD / "deb", DIST, level=_level()), f"xz level {_level()}")


def icons() -> Path:
    """The icon in every size, drawn with the app's own Qt; beside it what the Flatpak takes from build/desktop."""
    deb.write_desktop_file(BUILD / "desktop")
    deb.write_metainfo(BUILD / "desktop")
    folder = BUILD / "icons" / "hicolor"
    shutil.rmtree(folder, ignore_errors=True)
    _install(the_wheel())
    _run(sys.executable, str(PACKAGING / "icons.py"), str(ROOT / "resources" / "icons"), str(folder))
    return folder


def _level() -> int:
    return int(os.environ.get("XZ_LEVEL", "6"))


def say(path: Path, words: str) -> None:
    """A line for a thing built: where it is and how big."""
    files = [path] if path.is_file() else [p for p in path.rglob("*") if p.is_file() and not p.is_symlink()]
    print(f"{path.relative_to(ROOT)}: {sum(p.stat().st_size for p in files) / 1e6:.1f} MB, {words}", flush=True)


def _run(*command: str, quiet: bool = False, where: Path = ROOT) -> None:
    done = subprocess.run(command, cwd=where, check=False, stdout=subprocess.PIPE if quiet else None, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(command[:6])}...: exit {done.returncode}\n{(done.stdout or '')[-2000:]}")


MAKERS = {"wheel": wheel, "bundle": bundle, "deb": debian, "bare": bare}

if __name__ == "__main__":
    main(sys.argv[1:])
