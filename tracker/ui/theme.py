"""Light, dark, high contrast: one QPalette and one style sheet made from roles; follows the system, switchable at run time."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from tracker.ui.palette import Roles, pick
from tracker.ui.style_sheet import sheet

MODES: Final = ("system", "light", "dark")


class Theme(QObject):
    """The scheme in force. `changed` is emitted after the application has taken a new one.

    `styled`: the application was started in the Fusion style. Merely to ask for its style makes every enumeration of
    styles (5 ms of a start).
    """

    changed = Signal()

    def __init__(self, app: QApplication, mode: str = "system", *, styled: bool = False) -> None:
        super().__init__(app)
        self._app = app
        self._fonts: dict[tuple[float, QFont.Weight], QFont] = {}
        self._mode = mode if mode in MODES else "system"
        self._applied: tuple[Roles, str] | None = None
        if not styled and app.style().name() != "fusion":
            app.setStyle("fusion")
        self._hints = app.styleHints()  # kept: what hangs on its wrapper is gone when the wrapper is
        self._roles = self._wanted()
        self._apply()
        self._hints.colorSchemeChanged.connect(self._follow)
        self._hints.accessibility().contrastPreferenceChanged.connect(self._follow)

    @property
    def roles(self) -> Roles:
        return self._roles

    @property
    def mode(self) -> str:
        """ "system", "light" or "dark": what was asked, not what came of it."""
        return self._mode

    def set_mode(self, mode: str) -> None:
        """Switch at once; an unknown mode is taken as "system"."""
        self._mode = mode if mode in MODES else "system"
        self._follow()

    def font(self, scale: float = 1.0, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The system's font, larger or smaller by a factor, in a weight. Not to be changed: it is shared."""
        kept = self._fonts.get((scale, weight))
        if kept is not None:
            return kept
        font = QFont(self._app.font())
        if font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() * scale)
        else:
            font.setPixelSize(round(font.pixelSize() * scale))
        font.setWeight(weight)
        self._fonts[scale, weight] = font
        return font

    def colour(self, name: str, alpha: float = 1.0) -> QColor:
        """A "#rrggbb" with a translucency from 0 to 1."""
        colour = QColor(name)
        colour.setAlphaF(alpha)
        return colour

    def follow_font(self) -> None:
        """The system's font is another now: every size derived from it is taken again."""
        self._follow()

    def _wanted(self) -> Roles:
        hints = self._hints
        contrast = hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
        dark = hints.colorScheme() is Qt.ColorScheme.Dark if self._mode == "system" else self._mode == "dark"
        return pick(dark=dark, contrast=contrast)

    def _follow(self) -> None:
        self._roles = self._wanted()
        if self._apply():
            self.changed.emit()

    def _apply(self) -> bool:
        font = self._app.font().toString()
        if self._applied == (self._roles, font):
            return False
        self._applied = self._roles, font
        self._fonts.clear()
        self._app.setPalette(palette(self._roles))
        self._app.setStyleSheet(sheet(self._roles))
        return True


def palette(roles: Roles) -> QPalette:
    """The roles as Qt knows them, so that every stock control fits."""
    made = QPalette()
    pairs = {
        QPalette.ColorRole.Window: roles.window,
        QPalette.ColorRole.WindowText: roles.text,
        QPalette.ColorRole.Base: roles.surface,
        QPalette.ColorRole.AlternateBase: roles.raised,
        QPalette.ColorRole.Text: roles.text,
        QPalette.ColorRole.Button: roles.raised,
        QPalette.ColorRole.ButtonText: roles.text,
        QPalette.ColorRole.BrightText: roles.bad,
        QPalette.ColorRole.Highlight: roles.accent,
        QPalette.ColorRole.HighlightedText: roles.on_accent,
        QPalette.ColorRole.PlaceholderText: roles.muted,
        QPalette.ColorRole.Link: roles.accent,
        QPalette.ColorRole.LinkVisited: roles.accent,
        QPalette.ColorRole.ToolTipBase: roles.raised,
        QPalette.ColorRole.ToolTipText: roles.text,
        QPalette.ColorRole.Light: roles.hover,
        QPalette.ColorRole.Midlight: roles.raised,
        QPalette.ColorRole.Mid: roles.line,
        QPalette.ColorRole.Dark: roles.line,
        QPalette.ColorRole.Accent: roles.accent,
    }
    for role, colour in pairs.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(roles.muted))
    return made
