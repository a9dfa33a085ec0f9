"""A chart as a picture: copied, or written as PNG (twice its size, for sharp prints) or SVG."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from tracker.ui.identity import APP_NAME
from tracker.ui.theme import Theme

translate = QCoreApplication.translate


_MARGIN: Final = 18


class Chart(Protocol):
    """A widget that can draw itself with any painter."""

    def draw(self, painter: QPainter) -> None: ...

    def size(self) -> QSize: ...

    def accessibleName(self) -> str: ...

    def description(self) -> str: ...

    def as_of(self) -> str:
        """The day whose state it shows, in words."""
        ...


def picture(chart: Chart, theme: Theme, ratio: float = 2.0) -> QImage:
    """The chart on a sheet, `ratio` pixels to each of its own."""
    image = QImage(_sheet(chart, theme) * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    _draw(chart, theme, painter)
    painter.end()
    return image


def write(chart: Chart, theme: Theme, path: Path) -> bool:
    """Write a picture; the suffix says which kind (.svg, .png, ...). False where the file could not be written."""
    if path.suffix.lower() != ".svg":
        return picture(chart, theme).save(str(path))
    from PySide6.QtSvg import QSvgGenerator

    size = _sheet(chart, theme)
    paper = QSvgGenerator()
    paper.setTitle(chart.accessibleName())
    paper.setDescription(chart.description())
    paper.setFileName(str(path))
    paper.setSize(size)
    paper.setViewBox(QRect(QPoint(0, 0), size))
    painter = QPainter()
    if not painter.begin(paper):
        return False
    _draw(chart, theme, painter)
    painter.end()
    return True


def _head(theme: Theme) -> float:
    return math.ceil(QFontMetricsF(theme.font()).height()) + 10


def _sheet(chart: Chart, theme: Theme) -> QSize:
    """The chart with a heading and a margin all around."""
    return chart.size() + QSize(2 * _MARGIN, round(2 * _MARGIN + _head(theme)))


def _draw(chart: Chart, theme: Theme, painter: QPainter) -> None:
    """A picture goes where nobody knows what it is and of when: that stands above it."""
    sheet, roles = _sheet(chart, theme), theme.roles
    painter.fillRect(QRect(QPoint(0, 0), sheet), QColor(roles.surface))
    line = QRect(_MARGIN, _MARGIN, chart.size().width(), round(_head(theme)) - 10)
    for text, font, colour, side in (
        (chart.accessibleName(), theme.font(1.0, QFont.Weight.DemiBold), roles.text, Qt.AlignmentFlag.AlignLeft),
        (f"{APP_NAME} · {chart.as_of()}", theme.font(0.92), roles.muted, Qt.AlignmentFlag.AlignRight),
    ):
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(line, side | Qt.AlignmentFlag.AlignVCenter, text)
    painter.translate(_MARGIN, _MARGIN + _head(theme))
    chart.draw(painter)


Told = Callable[[str, str], object]
"""Takes a sentence for the person and its tone, "text" or "bad"."""


def menu(widget: QWidget, chart: Chart, name: str, theme: Theme, told: Told) -> QMenu:
    """The menu of a chart: copy it, save it. `told` hears what came of it."""
    made = QMenu(widget)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    copy = made.addAction(translate("Chart", "Copy as a picture"))
    copy.setObjectName("copyPicture")
    copy.triggered.connect(lambda: _copy(chart, theme, told))
    save = made.addAction(translate("Chart", "Save as a picture…"))
    save.setObjectName("savePicture")
    save.triggered.connect(lambda: _save(widget, chart, name, theme, told))
    return made


def _copy(chart: Chart, theme: Theme, told: Told) -> None:
    QGuiApplication.clipboard().setImage(picture(chart, theme))
    told(translate("Chart", "Copied as a picture"), "text")


def _save(widget: QWidget, chart: Chart, name: str, theme: Theme, told: Told) -> None:
    kinds = translate("Chart", "Picture (*.png)") + ";;" + translate("Chart", "Drawing (*.svg)")
    chosen, kind = QFileDialog.getSaveFileName(widget, translate("Chart", "Save as a picture"), f"{name}.png", kinds)
    if chosen:
        path = Path(chosen)
        keep(chart, theme, path if path.suffix else path.with_suffix(".svg" if "svg" in kind else ".png"), told)


def keep(chart: Chart, theme: Theme, path: Path, told: Told) -> None:
    """Write a picture and say so, or that it could not be done and what to do then."""
    if write(chart, theme, path):
        told(translate("Chart", "Written: {path}").format(path=path), "text")
    else:
        words = translate("Chart", "{path} cannot be written; choose another folder, or a name ending in .png or .svg")
        told(words.format(path=path), "bad")
