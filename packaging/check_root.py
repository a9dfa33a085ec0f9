"""A clean minimal Debian in a folder, to install into and to leave again. Needs root, and a mount namespace of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Self

MIRROR = os.environ.get("MIRROR", "http://deb.debian.org/debian")
RELEASE = os.environ.get("RELEASE", "bookworm")
PRISTINE = Path(os.environ.get("BARE", "/tmp/space-race-bare"))  # shared with check-bare.sh, which makes it too
USER = "ann"
_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
_NOT_OURS = (
    "proc", "sys", "dev", "tmp", "run", "src", "var/lib/dpkg", "var/lib/apt", "var/cache", "var/log", "etc/ld.so.cache",
)  # fmt: skip


class Root:
    """Use as a context: made on entering, gone on leaving."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "system"
        self._mounted: list[Path] = []

    def __enter__(self) -> Self:
        shutil.rmtree(self.path.parent, ignore_errors=True)
        self.path.parent.mkdir(parents=True)
        subprocess.run(["tar", "-C", str(self.path.parent), "-xf", str(_pristine())], check=True)
        self._mount("-t", "proc", "proc", at="proc")
        shutil.copyfile("/etc/resolv.conf", self.path / "etc/resolv.conf")
        (self.path / "etc/hosts").write_text("127.0.0.1 localhost\n", encoding="utf-8")
        security = f"{MIRROR.removesuffix('/debian')}/debian-security"
        (self.path / "etc/apt/sources.list").write_text(
            f"deb {MIRROR} {RELEASE} main\ndeb {MIRROR} {RELEASE}-updates main\ndeb {security} {RELEASE}-security main\n",
            encoding="utf-8",
        )
        self.run("apt-get", "-qq", "update")
        self.run("useradd", "--create-home", USER)
        return self

    def __exit__(self, *_: object) -> None:
        for place in reversed(self._mounted):
            subprocess.run(["umount", "-l", str(place)], check=False)
        if not any(os.path.ismount(place) for place in self._mounted):
            shutil.rmtree(self.path.parent, ignore_errors=True)

    def lend(self, folder: Path, at: str) -> None:
        """Show a folder of the host inside, read only."""
        self._mount("--bind", str(folder), at=at)
        subprocess.run(["mount", "-o", "remount,bind,ro", str(self.path / at)], check=True)

    def command(self, *words: str, user: str = "root", **env: str) -> list[str]:
        """A command line that runs the words inside, as a user, with nothing of the host's environment."""
        home = "/root" if user == "root" else f"/home/{user}"
        who = [] if user == "root" else [f"--userspec={user}:{user}"]
        given = {
            "HOME": home,
            "USER": user,
            "LANG": "C.UTF-8",
            "PATH": _PATH,
            "DEBIAN_FRONTEND": "noninteractive",
            **env,
        }
        clean = ["/usr/bin/env", "-i", "-C", home, *(f"{name}={value}" for name, value in given.items())]
        return ["chroot", *who, str(self.path), *clean, *words]

    def run(self, *words: str, user: str = "root", **env: str) -> str:
        """Run to the end; what it wrote. Raises CalledProcessError with its errors."""
        done = subprocess.run(self.command(*words, user=user, **env), capture_output=True, text=True, check=False)
        if done.returncode:
            raise subprocess.CalledProcessError(done.returncode, " ".join(words), done.stdout, done.stderr)
        return done.stdout

    def own(self, folder: Path) -> None:
        """Give a folder of the root to the user."""
        self.run("chown", "-R", f"{USER}:{USER}", f"/{folder.relative_to(self.path)}")

    def files(self) -> set[str]:
        """Every file and folder inside, but for what packages and the system keep of themselves."""
        skip = [part for name in _NOT_OURS for part in ("-path", f"./{name}", "-prune", "-o")]
        found = subprocess.run(
            ["find", ".", *skip, "-print"], cwd=self.path, capture_output=True, text=True, check=True
        )
        return set(found.stdout.splitlines())

    def packages(self) -> set[str]:
        """The names of the installed packages."""
        lines = self.run("dpkg-query", "-W", "-f", "${db:Status-Abbrev} ${Package}\n").splitlines()
        return {line.split()[1] for line in lines if line.startswith("ii")}

    def _mount(self, *arguments: str, at: str) -> None:
        place = self.path / at
        place.mkdir(parents=True, exist_ok=True)
        subprocess.run(["mount", *arguments, str(place)], check=True)
        self._mounted.append(place)


def _pristine() -> Path:
    """The unpacked system as a tar, made once: debootstrap takes a minute."""
    tar = PRISTINE / f"{RELEASE}.tar"
    if not tar.exists():
        PRISTINE.mkdir(parents=True, exist_ok=True)
        fresh = PRISTINE / f"making-{os.getpid()}"
        _quiet(["debootstrap", "--variant=minbase", RELEASE, str(fresh / "system"), MIRROR])
        for package in (fresh / "system/var/cache/apt/archives").glob("*.deb"):
            package.unlink()
        _quiet(["tar", "-C", str(fresh), "-cf", str(fresh / "tar"), "system"])
        (fresh / "tar").replace(tar)
        shutil.rmtree(fresh)
    return tar


def _quiet(command: Sequence[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{command[0]}: {done.stdout[-500:]}{done.stderr[-500:]}")
