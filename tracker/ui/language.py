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
    """Have the application speak a language; to be called before the first window. None for English."""
    if language != CHINESE:
        return None
    stock = QTranslator(app)
    if stock.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(stock)
    ours = QTranslator(app)
    if not ours.load(str(shipped("resources") / "translations" / "tracker_zh_CN.qm")):
        return None
    app.installTranslator(ours)
    return ours
