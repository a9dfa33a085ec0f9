"""Renders every page to build/screenshots/: light and dark, English and Chinese, 1280x800, 900x600 and scale 2.

    QT_QPA_PLATFORM=offscreen python tests/screenshots.py [--only NAME] [--scale 2]

`render(desk, now, folder)` takes any desk, so that the demo's real store can be shown too. Needs a font with Chinese
letters (Debian: fonts-noto-cjk) and looks best with fonts-inter.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent  # noqa: E402
from PySide6.QtGui import QFont  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from tracker.ui.bridge import Bridge  # noqa: E402
from tracker.ui.desk import Desk  # noqa: E402
from tracker.ui.language import install  # noqa: E402
from tracker.ui.main_window import MainWindow  # noqa: E402
from tracker.ui.navigation import PAGES  # noqa: E402
from tracker.ui.theme import Theme  # noqa: E402

SIZES = ((1280, 800), (900, 600))
CHOSEN = ("race-dark-en-1280", "race-light-en-1280", "articles-dark-en-1280", "sources-light-en-1280",
          "changes-light-en-1280", "race-light-zh-1280", "review-dark-en-1280", "missions-light-en-1280")  # fmt: skip
"""What goes into resources/screenshots/ for the README and the store page."""


def settle(app: QApplication) -> None:
    for _ in range(6):
        app.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def render(desk: Desk, now: Callable[[], datetime], folder: Path, *, only: str = "") -> list[Path]:
    """Every page of a desk in every dress, as PNG files in a folder. Returns the files."""
    app = QApplication.instance() or QApplication([sys.argv[0]])
    assert isinstance(app, QApplication)
    font = QFont(["Inter", "DejaVu Sans", "Noto Sans CJK SC"])
    font.setPointSizeF(9.75)
    if not os.environ.get("PLAIN_FONT"):
        app.setFont(font)
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    theme = Theme(app)
    ratio = f"@{app.devicePixelRatio():g}x" if app.devicePixelRatio() != 1 else ""
    for language in ("en", "zh_CN"):
        translator = install(app, language)
        for mode in ("light", "dark"):
            theme.set_mode(mode)
            for width, height in SIZES:
                if hasattr(desk, "seen"):
                    desk.seen = False
                window = MainWindow(desk, Bridge(), theme=theme, open_link=lambda _: None, language=language, now=now)
                window.resize(width, height)
                window.show()
                window.begin()
                settle(app)
                for page in PAGES:
                    name = f"{page}-{mode}-{language[:2]}-{width}{ratio}"
                    if only and not name.startswith(only):
                        continue
                    prepare(window, page)
                    settle(app)
                    path = folder / f"{name}.png"
                    window.grab().save(str(path))
                    made.append(path)
                window.close()
                window.deleteLater()
                settle(app)
        if translator is not None:
            app.removeTranslator(translator)
    return made


def prepare(window: MainWindow, page: str) -> None:
    """Something is chosen on every page, as in use; on a narrow window the inspector stays away."""
    window.open_page(page)
    wide = window.body.wide
    if page == "changes" and wide:
        rows = window.pages.changes.list.rows()
        if rows:
            window.pages.changes.list.select(rows[min(2, len(rows) - 1)].key)
    elif page == "articles":
        rows = window.pages.articles.list.rows()
        best = [r for r in rows if r.key == "item-extra"] or list(rows[:1])
        if best:
            window.pages.articles.show_article(best[0].key)
    elif page == "sources" and wide:
        views = window.pages.sources.model.views
        failing = [v for v in views if v.health == "failing"] or list(views[:1])
        if failing:
            window.pages.sources.select(failing[0].source.id)
    window.centralWidget().setFocus()


def main() -> int:
    from tests.sample_desk import NOW, SampleDesk

    only = sys.argv[sys.argv.index("--only") + 1] if "--only" in sys.argv else ""
    made = render(SampleDesk(), lambda: NOW, ROOT / "build" / "screenshots", only=only)
    print(f"{len(made)} screenshots in {ROOT / 'build' / 'screenshots'}")
    if os.environ.get("QT_SCALE_FACTOR") or only:
        return 0
    subprocess.run([sys.executable, __file__], env={**os.environ, "QT_SCALE_FACTOR": "2"}, check=True)
    target = ROOT / "resources" / "screenshots"
    target.mkdir(parents=True, exist_ok=True)
    for path in made:
        if path.stem in CHOSEN:
            shutil.copyfile(path, target / path.name)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
