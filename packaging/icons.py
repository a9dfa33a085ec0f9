"""The app's icon in the sizes that desktops ask for, drawn from the one SVG. Run by build_dist.py with the app's own Qt.

usage: icons.py SOURCE-FOLDER TARGET-FOLDER      TARGET-FOLDER becomes icons/hicolor and holds <size>/apps/<id>.png;
                                                 app.ico and app.icns, for Windows and macOS, come beside it
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import icon_files
from release import APP_ID

SIZES = (16, 22, 24, 32, 48, 64, 96, 128, 192, 256, 512)


def draw(source: Path, target: Path) -> None:
    """Write every size as PNG (without a date or a comment in it), the SVG itself and the symbolic one."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(str(source / f"{APP_ID}.svg"))
    if not renderer.isValid():
        raise SystemExit(f"{source / APP_ID}.svg is no drawing")
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        renderer.render(painter)
        painter.end()
        folder = target / f"{size}x{size}" / "apps"
        folder.mkdir(parents=True, exist_ok=True)
        if not image.save(str(folder / f"{APP_ID}.png")):
            raise SystemExit(f"{folder}: the picture cannot be written")
    for kind, name in (("scalable", APP_ID), ("symbolic", f"{APP_ID}-symbolic")):
        place = target / kind / "apps"
        place.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / f"{name}.svg", place / f"{name}.svg")


def wrap(hicolor: Path) -> None:
    """Write app.ico and app.icns beside a folder of drawn icons."""
    pictures = {size: (hicolor / f"{size}x{size}" / "apps" / f"{APP_ID}.png").read_bytes() for size in SIZES}
    (hicolor.parent / "app.ico").write_bytes(icon_files.ico(pictures))
    (hicolor.parent / "app.icns").write_bytes(icon_files.icns(pictures))


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication([])
    draw(Path(sys.argv[1]), Path(sys.argv[2]))
    wrap(Path(sys.argv[2]))
