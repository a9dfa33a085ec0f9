"""What is cut away from Qt and from bundles, the icons, the licences."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QImageReader
from pytestqt.qtbot import QtBot

from tests.packaging_room import PACKAGING, ROOT, tool
from tracker.ui.identity import APP_ID

qt_parts, bundle_parts, icons, licences = tool("qt_parts"), tool("bundle_parts"), tool("icons"), tool("licences")


def imported_of_qt() -> set[str]:
    found = set()
    for path in (ROOT / "tracker").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6"):
                parts = (node.module or "").split(".")
                found |= {parts[1]} if len(parts) > 1 else {alias.name for alias in node.names}
            elif isinstance(node, ast.Import):
                found |= {a.name.split(".")[1] for a in node.names if a.name.startswith("PySide6.")}
    return found


def test_packages_carry_the_modules_of_qt_that_the_program_imports() -> None:
    assert set(qt_parts.MODULES) == imported_of_qt()
    assert not {f"PySide6.{name}" for name in qt_parts.MODULES} & set(qt_parts.EXCLUDED_IMPORTS)


@pytest.mark.parametrize(
    ("folder", "file", "gtk", "stays"),
    [("platforms", "libqxcb.so", False, True), ("platforms", "libqvnc.so", True, False),
     ("platformthemes", "libqgtk3.so", True, True), ("platformthemes", "libqgtk3.so", False, False),
     ("imageformats", "qsvg.dll", False, True), ("nobody", "libqxcb.so", True, False)],
)  # fmt: skip
def test_plugins_stay_by_name(folder: str, file: str, gtk: bool, stays: bool) -> None:
    assert qt_parts.kept_plugin(folder, file, gtk=gtk) is stays


def test_every_plugin_that_is_kept_is_in_the_qt_we_run(tmp_path: Path) -> None:
    import PySide6

    plugins = Path(PySide6.__file__).parent / "Qt" / "plugins"
    there = {(p.parent.name, p.name.removeprefix("lib").split(".")[0]) for p in plugins.glob("*/*")}
    assert {(folder, name) for folder, names in qt_parts.PLUGINS.items() for name in names} <= there


LINKS = {"libpython3.so": ["libz.so.1", "libffi.so.8"], "qxcb.so": ["libXcbQpa.so", "libxcb.so.1"], "libXcbQpa.so": [],
         "libqgtk3.so": ["libgtk-3.so.0"], "libgtk-3.so.0": ["libpango.so"], "libffi.so.8": [], "core.so": ["libQtCore.so"],
         "libQtCore.so": ["libicudata.so"], "libicudata.so": []}  # fmt: skip


def test_a_bundle_keeps_what_is_linked_and_nothing_that_the_system_has() -> None:
    entries = [
        ("libpython3.so", "/x/libpython3.so", "BINARY"), ("libffi.so.8", "/x/libffi.so.8", "BINARY"),
        ("libz.so.1", "/x/libz.so.1", "BINARY"), ("PySide6/core.so", "/x/core.so", "EXTENSION"),
        ("PySide6/Qt/lib/libQtCore.so", "/x/libQtCore.so", "BINARY"), ("libicudata.so", "/x/libicudata.so", "BINARY"),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/x/qxcb.so", "BINARY"), ("libXcbQpa.so", "/x/libXcbQpa.so", "BINARY"),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", "/x/libqgtk3.so", "BINARY"),
        ("libgtk-3.so.0", "/x/libgtk-3.so.0", "BINARY"), ("libxcb.so.1", "/x/libxcb.so.1", "BINARY"),
    ]  # fmt: skip
    kept = bundle_parts.linux_binaries(entries, needed=lambda file: LINKS[file.name])
    names = {entry[0].rsplit("/", 1)[-1] for entry in kept}
    # libXcbQpa of our example begins as the system's libX does
    assert names == {"libpython3.so", "libffi.so.8", "core.so", "libQtCore.so", "libicudata.so", "libqxcb.so"}


def test_links_to_what_has_gone_go_too() -> None:
    there = [("PySide6/Qt/lib/libA.so", "/x/libA.so", "BINARY")]
    links = [("libA.so", "PySide6/Qt/lib/libA.so", "SYMLINK"), ("libB.so", "PySide6/Qt/lib/libB.so", "SYMLINK"),
             ("a.txt", "/x/a.txt", "DATA")]  # fmt: skip
    assert [e[0] for e in bundle_parts.without_dead_links(links, there)] == ["libA.so", "a.txt"]


@pytest.mark.parametrize(
    ("name", "stays"),
    [("PySide6/Qt/translations/qtbase_zh_CN.qm", True), ("PySide6/Qt/translations/qtbase_de.qm", False),
     ("tracker/resources/translations/tracker_zh_CN.qm", True)],
)  # fmt: skip
def test_a_bundle_speaks_our_languages(name: str, stays: bool) -> None:
    assert bundle_parts.data_stays((name, f"/x/{name}", "DATA")) is stays


def test_the_icon_is_drawn_in_every_size_and_always_the_same(qtbot: QtBot, tmp_path: Path) -> None:
    source = ROOT / "resources" / "icons"
    for folder in ("one", "two"):
        icons.draw(source, tmp_path / folder)
    drawn = sorted(p.relative_to(tmp_path / "one") for p in (tmp_path / "one").rglob("*.png"))
    assert {p.parts[0] for p in drawn} == {f"{s}x{s}" for s in (16, 22, 24, 32, 48, 64, 96, 128, 192, 256, 512)}
    for path in drawn:
        image = QImage(str(tmp_path / "one" / path))
        size = int(path.parts[0].split("x")[0])
        assert (image.width(), image.height()) == (size, size)
        assert image.pixelColor(0, 0).alpha() == 0  # a rounded corner
        assert image.pixelColor(size // 2, size // 3).alpha() == 255
        assert (tmp_path / "one" / path).read_bytes() == (tmp_path / "two" / path).read_bytes()
    assert (tmp_path / "one" / "scalable" / "apps" / f"{APP_ID}.svg").exists()
    assert (tmp_path / "one" / "symbolic" / "apps" / f"{APP_ID}-symbolic.svg").exists()


def test_the_symbolic_icon_has_one_colour_for_the_theme_to_replace() -> None:
    text = (ROOT / "resources" / "icons" / f"{APP_ID}-symbolic.svg").read_text(encoding="utf-8")
    assert set(re.findall(r'(?:fill|stroke)="(#\w+)"', text)) == {"#2e3436"}
    assert 'viewBox="0 0 16 16"' in text


@pytest.mark.parametrize(
    ("text", "found"),
    [("MIT License\n\nCopyright (c) 2016 Ann Onym and others\n\nPermission...", ["2016 Ann Onym and others"]),
     ("# Copyright © 2019, Somebody.\n", ["2019, Somebody"]),
     ("Copyright 2026 [name of copyright owner]\n(c) You must retain, in 2004 words", []),
     ("Copyright (c) 2026 <copyright holders>", []), ("the copyright notice of 2004", [])],
)  # fmt: skip
def test_who_holds_a_copyright(text: str, found: list[str]) -> None:
    assert licences.holders(text) == found


def package(site: Path, name: str, **fields: str) -> None:
    info = site / f"{name}-1.0.dist-info"
    info.mkdir(parents=True)
    (site / name).mkdir()
    lines = {"Metadata-Version": "2.1", "Name": name, "Version": "1.0"} | {
        k.replace("_", "-"): v for k, v in fields.items()
    }
    (info / "METADATA").write_text("".join(f"{k}: {v}\n" for k, v in lines.items()), encoding="utf-8")
    (info / "RECORD").write_text(f"{name}/__init__.py,,\n../bin/x,,\n", encoding="utf-8")
    (info / "LICENSE").write_text("Copyright (c) 2020 A\n\nAs you like.", encoding="utf-8")


def test_the_copyright_file_holds_every_bundled_licence(tmp_path: Path) -> None:
    package(tmp_path, "one", License_Expression="MIT", Author="A")
    package(tmp_path, "two", License="Apache-2.0", Author_email='"B" <b@x.example>')
    (tmp_path / "two-1.0.dist-info" / "LICENSE").write_text("no names here", encoding="utf-8")
    found = licences.bundled(tmp_path)
    template = (PACKAGING / "debian" / "copyright.in").read_text(encoding="utf-8")
    text = licences.fill(template, found, "usr/lib/x", (ROOT / "LICENSE").read_text(encoding="utf-8"))
    assert "@" not in re.sub(r"\S+@\S+\.\S+", "", text)
    assert (
        "Files: usr/lib/x/one/*\nCopyright: 2020 A\nLicense: MIT~one\n Copyright (c) 2020 A\n .\n As you like." in text
    )
    assert "Files: usr/lib/x/two/*\nCopyright: B\nLicense: Apache-2.0\n" in text
    assert "\n Permission is hereby granted, free of charge, to any person obtaining a copy\n of this software" in text


def test_a_package_of_unknown_licence_is_not_shipped(tmp_path: Path) -> None:
    package(tmp_path, "odd", License="see the file", Author="A")
    with pytest.raises(SystemExit, match="odd: which licence"):
        licences.bundled(tmp_path)


def test_windows_and_mac_icons_hold_the_drawn_pictures(qtbot: QtBot, tmp_path: Path) -> None:
    icons.draw(ROOT / "resources" / "icons", tmp_path / "hicolor")
    icons.wrap(tmp_path / "hicolor")
    assert sizes_in(tmp_path / "app.ico") == [16, 24, 32, 48, 64, 128, 256]
    if "icns" in [bytes(kind.data()).decode() for kind in QImageReader.supportedImageFormats()]:
        assert sizes_in(tmp_path / "app.icns") == [16, 32, 64, 128, 256, 512]


def sizes_in(path: Path) -> list[int]:
    """The widths of the pictures in an icon file, as Qt's own readers find them."""
    reader = QImageReader(str(path))
    found = []
    for number in range(reader.imageCount()):
        reader.jumpToImage(number)
        found.append(reader.read().width())
    return sorted(found)
