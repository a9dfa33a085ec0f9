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


def menu(widget: QWidget, chart: Chart, name: str, ground: Callable[[], str]) -> QMenu:
    """The menu of a chart: copy it, save it."""
    made = QMenu(widget)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    copy = made.addAction(translate("Chart", "Copy as a picture"))
    copy.setObjectName("copyPicture")
    copy.triggered.connect(lambda: QGuiApplication.clipboard().setImage(picture(chart, ground())))
    save = made.addAction(translate("Chart", "Save as a picture…"))
    save.setObjectName("savePicture")
    save.triggered.connect(lambda: _save(widget, chart, name, ground()))
    return made


def _save(widget: QWidget, chart: Chart, name: str, ground: str) -> None:
    kinds = translate("Chart", "Picture (*.png)") + ";;" + translate("Chart", "Drawing (*.svg)")
    chosen, kind = QFileDialog.getSaveFileName(widget, translate("Chart", "Save as a picture"), f"{name}.png", kinds)
    if chosen:
        path = Path(chosen)
        write(chart, ground, path if path.suffix else path.with_suffix(".svg" if "svg" in kind else ".png"))
