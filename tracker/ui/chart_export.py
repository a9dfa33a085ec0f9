"""A chart as a picture: copied, or written as PNG (twice its size, for sharp prints) or SVG."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

translate = QCoreApplication.translate


class Chart(Protocol):
    """A widget that can draw itself with any painter."""

    def draw(self, painter: QPainter) -> None: ...

    def size(self) -> QSize: ...

    def accessibleName(self) -> str: ...

    def description(self) -> str: ...


def picture(chart: Chart, ground: str, ratio: float = 2.0) -> QImage:
    """The chart on a ground colour, `ratio` pixels to each of its own."""
    size = chart.size()
    image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(ground))
    painter = QPainter(image)
    chart.draw(painter)
    painter.end()
    return image


def write(chart: Chart, ground: str, path: Path) -> bool:
    """Write a picture; the suffix says which kind (.svg, .png, ...). False where the file could not be written."""
    if path.suffix.lower() != ".svg":
        return picture(chart, ground).save(str(path))
    from PySide6.QtSvg import QSvgGenerator

    size = chart.size()
    paper = QSvgGenerator()
    paper.setTitle(chart.accessibleName())
    paper.setDescription(chart.description())
    paper.setFileName(str(path))
    paper.setSize(size)
    paper.setViewBox(QRect(QPoint(0, 0), size))
    painter = QPainter()
    if not painter.begin(paper):
        return False
    painter.fillRect(QRect(QPoint(0, 0), size), QColor(ground))
    chart.draw(painter)
    painter.end()
    return True


Told = Callable[[str, str], object]
"""Takes a sentence for the person and its tone, "text" or "bad"."""


def menu(widget: QWidget, chart: Chart, name: str, ground: Callable[[], str], told: Told) -> QMenu:
    """The menu of a chart: copy it, save it. `told` hears what came of it."""
    made = QMenu(widget)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    copy = made.addAction(translate("Chart", "Copy as a picture"))
    copy.setObjectName("copyPicture")
    copy.triggered.connect(lambda: _copy(chart, ground(), told))
    save = made.addAction(translate("Chart", "Save as a picture…"))
    save.setObjectName("savePicture")
    save.triggered.connect(lambda: _save(widget, chart, name, ground(), told))
    return made


def _copy(chart: Chart, ground: str, told: Told) -> None:
    QGuiApplication.clipboard().setImage(picture(chart, ground))
    told(translate("Chart", "Copied as a picture"), "text")


def _save(widget: QWidget, chart: Chart, name: str, ground: str, told: Told) -> None:
    kinds = translate("Chart", "Picture (*.png)") + ";;" + translate("Chart", "Drawing (*.svg)")
    chosen, kind = QFileDialog.getSaveFileName(widget, translate("Chart", "Save as a picture"), f"{name}.png", kinds)
    if chosen:
        path = Path(chosen)
        keep(chart, ground, path if path.suffix else path.with_suffix(".svg" if "svg" in kind else ".png"), told)


def keep(chart: Chart, ground: str, path: Path, told: Told) -> None:
    """Write a picture and say so, or that it could not be done and what to do then."""
    if write(chart, ground, path):
        told(translate("Chart", "Written: {path}").format(path=path), "text")
    else:
        words = translate("Chart", "{path} cannot be written; choose another folder, or a name ending in .png or .svg")
        told(words.format(path=path), "bad")
