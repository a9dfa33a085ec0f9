"""debian/copyright: the bundled Python packages with the licences that they carry, word for word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.parser import HeaderParser
from pathlib import Path

BY_REFERENCE = {"Apache-2.0": "Apache-2.0", "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only": "LGPL-3"}
"""Licences whose text every Debian system has; they stand once at the end of copyright.in."""

KNOWN = {"backports.tarfile": "MIT", "jaraco.classes": "MIT"}
"""Packages that say their licence only in the file they carry."""


@dataclass(frozen=True, slots=True)
class Bundled:
    """One installed package: its name, its licence's short name, its licence files' text, its files' patterns, its authors."""

    name: str
    licence: str
    text: str
    files: tuple[str, ...]
    authors: tuple[str, ...]


def bundled(site: Path) -> list[Bundled]:
    """The packages in a folder of packages, by name; ours and Qt's, which copyright.in names, are left out."""
    return sorted(
        (_look(info) for info in site.glob("*.dist-info") if not info.name.startswith(_NAMED)), key=lambda b: b.name
    )


_NAMED = ("space_race_tracker", "pyside6", "shiboken6")


def _look(info: Path) -> Bundled:
    fields = HeaderParser().parsestr((info / "METADATA").read_text(encoding="utf-8"))
    name = fields["Name"]
    licence = fields["License-Expression"] or KNOWN.get(name) or fields["License"] or ""
    if not re.fullmatch(r"[A-Za-z0-9.+-]+( OR [A-Za-z0-9.+-]+)*", licence):
        raise SystemExit(f"{name}: which licence? Say it in packaging/licences.py (it says {licence[:60]!r})")
    papers = sorted(p for p in info.rglob("*") if p.is_file() and re.match(r"(?i)licen[sc]e|copying|notice", p.name))
    text = "\n\n".join(p.read_text(encoding="utf-8", errors="replace").strip() for p in papers)
    record = (info / "RECORD").read_text(encoding="utf-8").splitlines()
    tops = {line.split(",")[0].split("/")[0] for line in record if not line.startswith(("..", "__pycache__"))}
    patterns = {f"{top}/*" if (info.parent / top).is_dir() else top for top in tops if (info.parent / top).exists()}
    shared = {f"jaraco/{name.split('.')[-1]}*" if p == "jaraco/*" else p for p in patterns}
    authors = fields["Author"] or re.sub(r"\s*<[^>]*>", "", fields["Author-email"] or "") or f"the authors of {name}"
    authors = authors.replace('"', "")
    return Bundled(name, licence, text, tuple(sorted(shared)), (" ".join(authors.split()),))


def stanzas(packages: list[Bundled], folder: str) -> str:
    """A Files stanza a package."""
    return "\n\n".join(_stanza(package, folder) for package in packages)


def _stanza(package: Bundled, folder: str) -> str:
    files = "\n ".join(f"{folder}/{name}" for name in package.files)
    owners = "\n ".join(holders(package.text) or package.authors)
    head = f"Files: {files}\nCopyright: {owners}\n"
    if package.licence in BY_REFERENCE:
        return f"{head}License: {BY_REFERENCE[package.licence]}"
    if not package.text:
        raise SystemExit(f"{package.name} carries no licence text")
    short = package.licence.replace(" OR ", " or ")
    return f"{head}License: {short}~{package.name.lower()}\n{indented(package.text)}"


def holders(text: str) -> list[str]:
    """Who holds the copyright, by the lines of a licence that name a year and somebody."""
    named = {
        line.strip(" #*.") for line in text.splitlines() if _HOLDER.match(line) and not re.search(r"<|\[name", line)
    }
    return sorted(re.sub(r"(?i)^(copyright|\(c\)|©|:|\s)+", "", line) for line in named)


_HOLDER = re.compile(r"(?i)^[ #*]*((copyright|©|\(c\))[\s:,-]*)+\d{4}\b")


def indented(text: str) -> str:
    """A text as the continuation of a field."""
    return "\n".join(f" {line.rstrip()}" if line.strip() else " ." for line in text.strip().splitlines())


def fill(template: str, packages: list[Bundled], folder: str, mit: str) -> str:
    """copyright.in with its two gaps filled."""
    body = mit.split("\n\n", 2)[2]  # after the title and the line that names us
    return template.replace("@PACKAGES@", stanzas(packages, folder)).replace("@MIT@", indented(body))
