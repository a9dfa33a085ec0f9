"""The few sentences of this room that a person reads, in the person's language. Without Qt's translator: English."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802, ARG001 - the name lupdate looks for; Qt's own needs Qt
    """The text itself, marked as one that `translate` will be asked for."""
    return text


def translate(context: str, text: str) -> str:
    """`text` in the language the application was started in; may be called from any thread."""
    from PySide6.QtCore import QCoreApplication  # only where something is shown: the command line starts without Qt

    return QCoreApplication.translate(context, text)
