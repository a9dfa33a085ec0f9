"""The language of the window: English as written in the source, Simplified Chinese through Qt's own translation files."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from tracker.places import shipped

CHINESE: Final = "zh_CN"


def wanted(choice: str, system: QLocale | None = None) -> str:
    """ "en" or "zh_CN" for what was chosen ("system", "en", "zh_CN") and what the system speaks."""
    if choice in ("en", CHINESE):
        return choice
    locale = system or QLocale.system()
    return CHINESE if locale.language() is QLocale.Language.Chinese else "en"


def tongue(language: str) -> str:
    """The language of dates and names: "zh_CN" -> "zh"."""
    return language.replace("-", "_").split("_", maxsplit=1)[0].lower() or "en"


def install(app: QCoreApplication, language: str) -> QTranslator | None:
    """Have the application speak a language from the start on; ours, None for English."""
    return next(reversed(_installed(app, language)), None)


class Language:
    """What the application speaks; `change` while it runs. Who shows words then builds them anew."""

    def __init__(self, app: QCoreApplication, choice: str) -> None:
        self._app = app
        self.speaks = wanted(choice)
        self._installed = _installed(app, self.speaks)

    def change(self, choice: str) -> bool:
        """Speak what is chosen now ("system", "en", "zh_CN"); False where that is no other language."""
        speaks = wanted(choice)
        if speaks == self.speaks:
            return False
        for translator in self._installed:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        self.speaks, self._installed = speaks, _installed(self._app, speaks)
        return True


def _installed(app: QCoreApplication, language: str) -> tuple[QTranslator, ...]:
    if language != CHINESE:
        return ()
    stock, ours = QTranslator(app), QTranslator(app)
    loaded = []
    if stock.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        loaded.append(stock)
    if ours.load(str(shipped("resources") / "translations" / "tracker_zh_CN.qm")):
        loaded.append(ours)
    for translator in loaded:
        app.installTranslator(translator)
    return tuple(loaded)
