"""The one SQLite file: the only SQL of the house. `Store` writes and reads; `Library` answers the window, read-only."""

from tracker.store.backup import back_up, restore
from tracker.store.database import set_aside
from tracker.store.library import Library
from tracker.store.retention import Forgotten, compact, day_before_which, forget_some, forgettable
from tracker.store.store import Store, Visit

__all__ = [
    "Forgotten",
    "Library",
    "Store",
    "Visit",
    "back_up",
    "compact",
    "day_before_which",
    "forget_some",
    "forgettable",
    "restore",
    "set_aside",
]
