"""The missions a person adds and edits: previewed over what is stored, kept in their file, live at once. Slow: files and texts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from tracker.errors import SeedError
from tracker.house import Home, library
from tracker.model import Mission
from tracker.views import MissionPreview

_LOOKED_AT = 500
"""So many of the newest articles a preview goes through: a few tenths of a second."""


@dataclass(frozen=True, slots=True)
class MissionDesk:
    """Answers ui/desk.py's MissionDesk. `home` gives the present home; `reread` takes the file up after it was written."""

    home: Callable[[], Home]
    reread: Callable[[], None]

    def new_id(self, name: str) -> str:
        """An id for a mission of this name that no mission has. Quick."""
        from tracker import mission_file

        return mission_file.ident(name, [m.id for m in self.home().missions])

    def shipped_ids(self) -> frozenset[str]:
        """The missions that come with the program. Quick."""
        return self.home().world.shipped_missions

    def preview(self, mission: Mission) -> MissionPreview:
        """What it would be found in, and why it cannot be kept as it is, if it cannot. Raises StoreError."""
        from tracker.reading.preview import preview

        home = self.home()
        with library(home) as shelf:
            items = shelf.newest_items(_LOOKED_AT)
        return replace(preview(mission, home.missions, items), fault=self._fault(mission))

    def keep(self, mission: Mission) -> str:
        """Write it into the user's file; returns the file's text before. Raises SeedError, SettingsError, ExportError."""
        from tracker import mission_file

        path = self.home().paths.missions
        before = mission_file.read(path)
        self._write(mission_file.with_mission(before, mission, path.name))
        return before

    def drop(self, mission: str) -> str:
        """Take it out of the user's file (a shipped mission is then as it was); returns the text before. Raises as `keep`."""
        from tracker import mission_file

        path = self.home().paths.missions
        before = mission_file.read(path)
        self._write(mission_file.without_mission(before, mission, path.name))
        return before

    def put_back(self, text: str) -> None:
        """Write the file as it was. Raises as `keep`."""
        self._write(text)

    def _write(self, text: str) -> None:
        from tracker import mission_file

        mission_file.keep(text, self.home().paths.missions)
        self.reread()

    def _fault(self, mission: Mission) -> SeedError | None:
        from tracker import mission_file

        path = self.home().paths.missions
        try:
            mission_file.tried(mission_file.with_mission(mission_file.read(path), mission, path.name), path.name)
        except SeedError as error:
            return error
        return None
