"""The window and the tray. Handed values and callables (see desk.py); knows no SQL and no network."""
