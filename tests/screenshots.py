"""Renders every view to build/screenshots/: light and dark, English and Chinese, 1280x800, 900x600 and scale 2.

    python tests/screenshots.py [--sample] [--only NAME]

The views are listed in tests/window_views.py: every page at the end of the demo's history (played through the real fetch,
store, reader and ledger in some seconds, without a screen and without a network), what is special, dialogs, the first
start, a start without a network. `--sample` shows the pages over the window's test data instead and copies nothing.
Needs a font with Chinese letters (Debian: fonts-noto-cjk) and looks best with Inter (fonts-inter).
"""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent  # noqa: E402
from PySide6.QtGui import QFont  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from tests.rare_views import RARE_SCENES, RARE_VIEWS  # noqa: E402
from tests.sample_care import SampleCare  # noqa: E402
from tests.window_views import SCENES, VIEWS, Scene, View, page  # noqa: E402
from tracker.ui.bridge import Bridge  # noqa: E402
from tracker.ui.language import install  # noqa: E402
from tracker.ui.main_window import MainWindow  # noqa: E402
from tracker.ui.navigation import PAGES  # noqa: E402
from tracker.ui.theme import Theme  # noqa: E402

SIZES = ((1280, 800), (900, 600))
CHOSEN = (
    *(f"{name}-{scheme}-en-1280" for name in PAGES for scheme in ("light", "dark")),
    "race-light-zh-1280", "articles-dark-zh-1280",
)  # fmt: skip
"""What goes into resources/screenshots/ for the README and the store page."""


def settle(app: QApplication) -> None:
    for _ in range(6):
        app.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def application(points: float = 9.75) -> QApplication:
    """One application, in the font of the pictures."""
    app = QApplication.instance() or QApplication([sys.argv[0]])
    assert isinstance(app, QApplication)
    font = QFont(["Inter", "DejaVu Sans", "Noto Sans CJK SC"])
    font.setPointSizeF(points)
    if not os.environ.get("PLAIN_FONT"):  # to see it in the system's own font
        app.setFont(font)
    return app


def render(scene: Scene, views: Sequence[View], folder: Path, *, only: str = "") -> list[Path]:
    """The views of a scene in every dress, as PNG files in a folder. Returns the files."""
    app = application(scene.points)
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    theme = Theme(app)
    ratio = f"@{app.devicePixelRatio():g}x" if app.devicePixelRatio() != 1 else ""
    for language, mode, (width, height) in itertools.product(("en", "zh_CN"), ("light", "dark"), SIZES):
        names = {f"{view.name}-{mode}-{language[:2]}-{width}{ratio}": view for view in views}
        wanted = {name: view for name, view in names.items() if name.startswith(only)}
        if not wanted:
            continue
        translator = install(app, language)
        theme.set_mode(mode)
        for name, view in wanted.items():
            window = MainWindow(
                scene.desk(language), Bridge(), theme=theme, open_link=lambda _: None, language=language, now=scene.now,
                caretaker=SampleCare(),
            )  # fmt: skip
            window.resize(width, height)
            window.show()
            window.begin()
            settle(app)
            shown: QWidget = view.prepare(window) or window
            settle(app)
            shown.grab().save(str(folder / f"{name}.png"))
            made.append(folder / f"{name}.png")
            shown.close()
            window.close()
            window.deleteLater()
            settle(app)
        if translator is not None:
            app.removeTranslator(translator)
    return made


def main() -> int:
    only = sys.argv[sys.argv.index("--only") + 1] if "--only" in sys.argv else ""
    target = ROOT / "build" / "screenshots"
    views = [View(name, "sample", page(name)) for name in PAGES] if "--sample" in sys.argv else [*VIEWS, *RARE_VIEWS]
    made = []
    for scene in dict.fromkeys(
        view.scene for view in views if view.name.startswith(only) or only.startswith(view.name)
    ):
        with (SCENES | RARE_SCENES)[scene]() as desk:
            made += render(desk, [view for view in views if view.scene == scene], target, only=only)
    print(f"{len(made)} screenshots in {target}")
    if os.environ.get("QT_SCALE_FACTOR") or only:
        return 0
    subprocess.run([sys.executable, *sys.argv], env={**os.environ, "QT_SCALE_FACTOR": "2"}, check=True)
    if "--sample" not in sys.argv:
        shown = ROOT / "resources" / "screenshots"
        shown.mkdir(parents=True, exist_ok=True)
        for path in made:
            if path.stem in CHOSEN:
                shutil.copyfile(path, shown / path.name)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
