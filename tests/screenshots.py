"""Renders every page to build/screenshots/: light and dark, English and Chinese, 1280x800, 900x600 and scale 2.

    python tests/screenshots.py [--sample] [--only NAME]

Shows the end of the demo's history: played through the real fetch, store, reader and ledger in some seconds, without a
screen and without a network. `--sample` shows the window's test data instead (tests/sample_desk.py) and copies nothing.
Needs a font with Chinese letters (Debian: fonts-noto-cjk) and looks best with Inter (fonts-inter).
"""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent  # noqa: E402
from PySide6.QtGui import QFont  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from tests.sample_care import SampleCare  # noqa: E402
from tracker.ui.bridge import Bridge  # noqa: E402
from tracker.ui.desk import Desk  # noqa: E402
from tracker.ui.language import install  # noqa: E402
from tracker.ui.main_window import MainWindow  # noqa: E402
from tracker.ui.navigation import PAGES  # noqa: E402
from tracker.ui.theme import Theme  # noqa: E402


@dataclass(frozen=True)
class Scene:
    """A desk for a language, and the clock it lives by."""

    desk: Callable[[str], Desk]
    now: Callable[[], datetime]


SIZES = ((1280, 800), (900, 600))
CHOSEN = (
    *(f"{page}-{scheme}-en-1280" for page in PAGES for scheme in ("light", "dark")),
    "race-light-zh-1280", "articles-dark-zh-1280",
)  # fmt: skip
"""What goes into resources/screenshots/ for the README and the store page."""


def settle(app: QApplication) -> None:
    for _ in range(6):
        app.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def sample() -> Iterator[Scene]:
    """The window's test data."""
    from tests.sample_desk import NOW, SampleDesk

    yield Scene(lambda _: SampleDesk(), lambda: NOW)


@contextmanager
def demo() -> Iterator[Scene]:
    """The demo's two years, played to their end by the app's own poll with a clock that is set by hand."""
    from tracker import demo as played
    from tracker import house
    from tracker.front import Errands, Front

    seconds, hand = 50, [0.0]
    errands = Errands(
        lambda _: None, lambda _: None, lambda: None, lambda: "The desktop shows the notifications.", lambda: False
    )
    with TemporaryDirectory() as folder, ExitStack() as stack:
        show = played.start(clock=lambda: hand[0], seconds=seconds)
        stack.callback(show.close)
        home = house.home(Path(folder), now=show.now, sources=show.sources)
        house.prepare(home)
        reader = house.reader(home.missions)
        for second in range(seconds + 3):
            hand[0] = float(second)
            house.poll(home, reader)
        shelf = stack.enter_context(house.library(home))
        yield Scene(lambda language: Front(home, shelf, errands, language=language), show.now)


def render(scene: Scene, folder: Path, *, only: str = "") -> list[Path]:
    """Every page of a scene in every dress, as PNG files in a folder. Returns the files."""
    app = QApplication.instance() or QApplication([sys.argv[0]])
    assert isinstance(app, QApplication)
    font = QFont(["Inter", "DejaVu Sans", "Noto Sans CJK SC"])
    font.setPointSizeF(9.75)
    if not os.environ.get("PLAIN_FONT"):  # to see it in the system's own font
        app.setFont(font)
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    theme = Theme(app)
    ratio = f"@{app.devicePixelRatio():g}x" if app.devicePixelRatio() != 1 else ""
    for language, mode, (width, height) in itertools.product(("en", "zh_CN"), ("light", "dark"), SIZES):
        names = {page: f"{page}-{mode}-{language[:2]}-{width}{ratio}" for page in PAGES}
        wanted = {page: name for page, name in names.items() if name.startswith(only)}
        if not wanted:
            continue
        translator = install(app, language)
        theme.set_mode(mode)
        window = MainWindow(
            scene.desk(language), Bridge(), theme=theme, open_link=lambda _: None, language=language, now=scene.now,
            caretaker=SampleCare(),
        )  # fmt: skip
        window.resize(width, height)
        window.show()
        window.begin()
        settle(app)
        for page, name in wanted.items():
            prepare(window, page)
            settle(app)
            window.grab().save(str(folder / f"{name}.png"))
            made.append(folder / f"{name}.png")
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
        articles = [a for a in (window.desk.article(r.key) for r in rows) if a is not None]
        best = max(articles, key=lambda a: (len({c.verdict for c in a.claims}), len(a.claims)), default=None)
        if best is not None:
            window.pages.articles.show_article(best.item)
    elif page == "sources" and wide:
        views = window.pages.sources.model.views
        failing = [v for v in views if v.health == "failing"] or list(views[:1])
        if failing:
            window.pages.sources.select(failing[0].source.id)
    window.centralWidget().setFocus()


def main() -> int:
    only = sys.argv[sys.argv.index("--only") + 1] if "--only" in sys.argv else ""
    target = ROOT / "build" / "screenshots"
    with sample() if "--sample" in sys.argv else demo() as scene:
        made = render(scene, target, only=only)
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
