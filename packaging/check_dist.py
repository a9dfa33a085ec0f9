"""Installs what `make dist` built into clean places, uses it there, removes it. Called by `make check-dist`, as root.

The wheel goes into a venv (pip) and into pipx; the .deb into a minimal Debian made by debootstrap. Every app reads only a
loopback feed. Prints a line a check; exit 1 when one of them found a fault.

    RELEASE=trixie MIRROR=http://... RUNS=7     which Debian, from where, how many starts of each are measured
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import check_files
import check_use
from check_root import RELEASE, USER, Root
from check_use import FaultError, Installed
from release import APP_ID, NAME, ROOT, version

from tests.x_server import x_server

PLACE = ROOT / "build" / "check-dist"
RUNS = int(os.environ.get("RUNS", "9"))
LIMIT = 1.3
"""How much longer the installed app may take to its window than the one from source (issue 7)."""

_faults: list[str] = []


def check(what: str, look: Callable[[], str]) -> bool:
    """Do one check and print its line; a fault is remembered, and the next check goes on."""
    began = time.monotonic()
    try:
        words, fine = look(), True
    except (FaultError, OSError, subprocess.SubprocessError) as error:
        words, fine = _told(error), False
        _faults.append(what)
    print(f"{'ok   ' if fine else 'FAULT'}  {what}: {words}  [{time.monotonic() - began:.0f} s]", flush=True)
    return fine


def _told(error: Exception) -> str:
    more = (
        f": {(error.stderr or error.stdout or '')[-600:]}" if isinstance(error, subprocess.CalledProcessError) else ""
    )
    return " / ".join(f"{error}{more}".strip().splitlines())


def main() -> int:
    """All checks; the exit code."""
    if os.geteuid() != 0:
        print("check-dist needs root: it makes a minimal Debian and installs into it", file=sys.stderr)
        return 1
    shutil.rmtree(PLACE, ignore_errors=True)
    PLACE.mkdir(parents=True)
    check("desktop-file-validate", check_files.desktop_file)
    check("appstreamcli validate", check_files.metainfo)
    check("man -l --warnings", check_files.man_page)
    check("twine check --strict", _twine)
    check("lintian", check_files.lintian)
    check("recipes for other systems", check_files.recipes)
    with x_server() as display:
        check("wheel, pip into a clean venv", _pip)
        check("wheel, pipx: window, feed, CSV", lambda: _pipx(display))
        check("bundle: window, feed, CSV", lambda: _bundle(display))
        _debian(display)
    print(f"\n{len(_faults)} faults" + (f": {', '.join(_faults)}" if _faults else f"; {NAME} {version()} may go out"))
    return 1 if _faults else 0


def _twine() -> str:
    files = [str(p) for p in (ROOT / "dist").glob("*") if p.suffix == ".whl" or p.name.endswith(".tar.gz")]
    subprocess.run(
        [sys.executable, "-m", "twine", "check", "--strict", *files], capture_output=True, text=True, check=True
    )
    return f"{len(files)} files"


# --- on this machine ---------------------------------------------------------------------------------------------


def _clean(home: Path) -> dict[str, str]:
    """An environment with a home of its own; how pip finds packages is lent."""
    kept = {k: v for k, v in os.environ.items() if k == "PATH" or k.startswith(("PIP_", "SSL_CERT", "REQUESTS_CA"))}
    config = Path(os.environ.get("HOME", "/root"), ".config/pip/pip.conf")
    given = {"PIP_CONFIG_FILE": str(config)} if config.exists() else {}
    return {**kept, **given, "HOME": str(home), "LANG": "C.UTF-8", "XDG_RUNTIME_DIR": str(home)}


def _runner(program: Path, home: Path) -> check_use.Runner:
    def run(*words: str, **env: str) -> list[str]:
        given = {"HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "XDG_RUNTIME_DIR": str(home), **env}
        return ["/usr/bin/env", "-i", *(f"{k}={v}" for k, v in given.items()), str(program), *words]

    return run


def _used(program: Path, home: Path, display: str) -> str:
    """What a person does with it, wherever it was installed."""
    app = Installed(_runner(program, home), home / "log")
    with check_use.agency() as server:
        check_use.own_sources(home / ".config" / NAME, server)
        words = app.window_that_reads(display, server, home.with_suffix(".png"))
        app.says("export", str(home / "race.csv"))
    _knows_itself(app, program)
    return f"{words}; CSV {check_use.csv_is_right(home / 'race.csv')}"


def _knows_itself(app: Installed, program: Path) -> None:
    told = app.says("doctor")
    wrong = [line for line in told.splitlines() if line.startswith("FAIL") or str(ROOT / "seeds") in line]
    if wrong or f"version: {version()}" not in told:
        raise FaultError(f"{program} doctor: {'; '.join(wrong) or told[:200]}")


def _pip() -> str:
    home = PLACE / "pip"
    subprocess.run([sys.executable, "-m", "venv", str(home / "venv")], check=True)
    subprocess.run([str(home / "venv/bin/python"), "-m", "pip", "install", "-qq", str(check_files.the_wheel())],
                   env=_clean(home), check=True, capture_output=True, text=True)  # fmt: skip
    app = Installed(_runner(home / "venv/bin" / NAME, home), home / "log")
    check_use.own_sources(home / ".config" / NAME, None)
    _knows_itself(app, home / "venv/bin" / NAME)
    lines = app.says("status").splitlines()
    pip = [str(home / "venv/bin/python"), "-m", "pip"]
    subprocess.run([*pip, "uninstall", "-qq", "-y", NAME], check=True, capture_output=True)
    site = next((home / "venv/lib").glob("python3*/site-packages"))
    left = [*site.glob("tracker*"), *site.glob("space_race*"), *(home / "venv/bin").glob(f"{NAME}*")]
    if left:
        raise FaultError(f"pip uninstall leaves {left[:5]}")
    shutil.rmtree(home)
    return f"doctor and status ({len(lines)} lines), uninstalled without a trace"


def _pipx(display: str) -> str:
    home = PLACE / "pipx"
    home.mkdir()
    places = {"PIPX_HOME": str(home / "home"), "PIPX_BIN_DIR": str(home / "bin"), "PIPX_MAN_DIR": str(home / "man")}
    pipx = [sys.executable, "-m", "pipx"]
    env = {**_clean(home), **places}
    subprocess.run([*pipx, "install", "--python", sys.executable, str(check_files.the_wheel())], env=env, check=True,
                   capture_output=True, text=True)  # fmt: skip
    words = _used(home / "bin" / NAME, home, display)
    subprocess.run([*pipx, "uninstall", NAME], env=env, check=True, capture_output=True, text=True)
    left = [*(home / "bin").glob("*"), *(home / "home/venvs").glob("[!.]*")]
    if left:
        raise FaultError(f"pipx uninstall leaves {left}")
    return words


def _bundle(display: str) -> str:
    program = ROOT / "build" / "bundle" / NAME / NAME
    home = PLACE / "bundle"
    home.mkdir()
    return _used(program, home, display)


# --- in the minimal Debian -----------------------------------------------------------------------------------------


def _debian(display: str) -> None:
    with Root(Path(f"/var/tmp/space-race-dist-{os.getpid()}")) as root:
        before, packages = root.files(), root.packages()
        if not check(f"deb, apt into a minimal {RELEASE}, update", lambda: _install(root, packages)):
            return
        check("deb: window, feed, CSV", lambda: _used_inside(root, display))
        check("deb: start time", lambda: _measured(root, display))
        check("deb: purge and what stays", lambda: _removed(root, before, packages))


def _install(root: Root, before: set[str]) -> str:
    """First a version before this one, then this one over it, as an update comes."""
    _apt(root, _version_before())
    app = Installed(_inside(root), PLACE / "update.log")
    check_use.own_sources(root.path / "home" / USER / ".config" / NAME, None)
    root.own(root.path / "home" / USER)
    known = app.says("changes", "--json")
    _apt(root, check_files.the_deb())
    if app.says("changes", "--json") != known or f"version: {version()}" not in app.says("doctor"):
        raise FaultError("the update has lost data, or did not come")
    private = root.path / "usr/lib" / NAME
    stale = [path for path in private.rglob("*") if path.name.startswith("no_longer_there")]
    if stale:
        raise FaultError(f"the update leaves {stale}")
    verified = root.run("dpkg", "--verify", NAME)
    if verified.strip():
        raise FaultError(f"dpkg --verify: {verified}")
    sources, bytecode = len(list(private.rglob("*.py"))), len(list(private.rglob("*.pyc")))
    if bytecode < sources:
        raise FaultError(f"{sources} modules, {bytecode} compiled")
    if list((root.path / "etc/xdg/autostart").glob(f"*{APP_ID}*")):
        raise FaultError("it starts with the session without being asked")
    return f"{len(root.packages() - before)} packages with it, {bytecode} modules compiled; an update keeps the data"


def _apt(root: Root, package: Path) -> None:
    shutil.copyfile(package, root.path / "tmp" / package.name)
    root.run("apt-get", "-qq", "install", "-y", "--no-install-recommends", f"/tmp/{package.name}")
    (root.path / "tmp" / package.name).unlink()


def _version_before() -> Path:
    """The same package as an older version, with a module that the newer one does not have any more."""
    tree = PLACE / "before"
    subprocess.run(["dpkg-deb", "-R", str(check_files.the_deb()), str(tree)], check=True)
    control = tree / "DEBIAN" / "control"
    control.write_text(control.read_text().replace(f"Version: {version()}\n", f"Version: {version()}~before\n"))
    (tree / "usr/lib" / NAME / "tracker" / "no_longer_there.py").write_text("")
    package = PLACE / "before.deb"
    subprocess.run(
        ["dpkg-deb", "-b", "--root-owner-group", "-Znone", str(tree), str(package)], check=True, capture_output=True
    )
    shutil.rmtree(tree)
    return package


def _inside(root: Root) -> check_use.Runner:
    def run(*words: str, **env: str) -> list[str]:
        return root.command(NAME, *words, user=USER, **env)

    return run


def _used_inside(root: Root, display: str) -> str:
    home = root.path / "home" / USER
    app = Installed(_inside(root), PLACE / "deb.log")
    with check_use.agency() as server:
        check_use.own_sources(home / ".config" / NAME, server)
        root.own(home)
        words = app.window_that_reads(display, server, PLACE / "deb.png")
        app.says("poll", "--source", "agency")
        app.says("export", "race.csv")
    told = app.says("doctor")
    wanted = (
        f"program: /usr/lib/{NAME}/tracker (package)",
        f"Qt: /usr/lib/{NAME}/PySide6",
        "icon: installed in the icon theme",
    )
    if "FAIL" in told or any(words not in told for words in wanted):
        raise FaultError(f"doctor: {told}")
    return f"{words}; CSV {check_use.csv_is_right(home / 'race.csv')}"


def _measured(root: Root, display: str) -> str:
    """The same interpreter, the same libraries of the system, the same data: only where the app lies differs."""
    root.lend(ROOT, "src/checkout")
    site = next((ROOT / "build/dist-env/lib").glob("python3*/site-packages"))
    root.lend(site, "src/site")
    root.lend(ROOT / "build" / "bundle" / NAME, "src/bundle")
    data = root.path / "home" / USER / "measured"
    for name in ("source", "deb", "bundle"):
        check_use.own_sources(data / name, None)
    root.own(data)
    common = {"user": USER, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    source = {"PYTHONPATH": "/src/checkout:/src/site", "PYTHONPYCACHEPREFIX": f"/home/{USER}/measured/bytecode"}
    at = f"/home/{USER}/measured"
    figures = check_use.start_times(
        {"source": root.command("/usr/bin/python3", "-m", "tracker", "--data-dir", f"{at}/source", **common, **source),
         "deb": root.command(NAME, "--data-dir", f"{at}/deb", **common),
         "bundle": root.command(f"/src/bundle/{NAME}", "--data-dir", f"{at}/bundle", **common)},
        display, RUNS,
    )  # fmt: skip
    shutil.rmtree(data)
    # A ratio a turn: what else the machine does meanwhile slows both.
    ratios = {
        name: statistics.median(ours / floor for ours, floor in zip(figures[name], figures["source"], strict=True))
        for name in ("deb", "bundle")
    }
    words = f"{check_use.medians(figures)}; deb / source {ratios['deb']:.2f}, bundle / source {ratios['bundle']:.2f}"
    if ratios["deb"] > LIMIT:
        raise FaultError(f"{words}, over {LIMIT}")
    return words


def _removed(root: Root, before: set[str], packages: set[str]) -> str:
    root.run("apt-get", "-qq", "purge", "-y", NAME)
    remains = [line for line in root.files() - before if "space-race" in line.lower() or APP_ID in line]
    root.run("apt-get", "-qq", "autoremove", "--purge", "-y")
    if root.packages() - packages:
        raise FaultError(f"packages stay: {sorted(root.packages() - packages)}")
    left = sorted(root.files() - before)
    not_the_users = [line for line in [*left, *remains] if not line.startswith(f"./home/{USER}/")]
    # the system's own: what other packages' scripts made and leave after their own purge
    ours = [line for line in not_the_users if "space-race" in line.lower() or APP_ID in line]
    if ours:
        raise FaultError(f"it leaves {ours[:10]}")
    users = [line for line in left if line.startswith(f"./home/{USER}/") and (root.path / line).is_file()]
    print("       what stays, the user's data: " + ", ".join(line.removeprefix("./") for line in users))
    others = [line for line in left if not line.startswith(f"./home/{USER}/")]
    print(f"       and of the packages that came along: {', '.join(others) or 'nothing'}")
    return f"nothing of ours but the user's {len(users)} files"


if __name__ == "__main__":
    sys.exit(main())
