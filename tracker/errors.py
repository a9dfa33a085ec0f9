"""The error tree. Bad input is data; broken machinery is one of these, with its key in it and words a person can act on."""

from __future__ import annotations


class TrackerError(Exception):
    """The root: something this program reports in a sentence instead of a traceback.

    `key` names the thing at fault (a path, a source id, a setting); `advice` is what the person can do about it.
    """

    def __init__(self, message: str, *, key: str = "", advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.key = key
        self.advice = advice

    def __str__(self) -> str:
        text = f"{self.key}: {self.message}" if self.key else self.message
        text = f"{text}. {self.advice}" if self.advice else text
        return f"{text} ({self.__cause__})" if self.__cause__ else text


class EdtfError(TrackerError, ValueError):
    """A text that is not of the EDTF subset this program writes."""


class SeedError(TrackerError):
    """A shipped or user-written data file (missions, sources, language packs) that cannot be used."""


class SettingsError(TrackerError):
    """A settings file or command-line value that cannot be used."""


class StoreError(TrackerError):
    """The database cannot be used: locked, damaged, read-only, full."""


class StoreTooNewError(StoreError):
    """The database was written by a later version of this program."""


class StoreDamagedError(StoreError):
    """The database file cannot be read as what it should be; set aside, a new one or a back-up can take its place."""


class FetchError(TrackerError):
    """A source that gave no usable answer. `code` is stable: refused, timeout, dns, tls, too-large, reset..."""

    def __init__(self, message: str, *, code: str = "failed", key: str = "", advice: str = "") -> None:
        super().__init__(message, key=key, advice=advice)
        self.code = code


class ParseError(TrackerError):
    """An answer that is not what its adapter reads. `code` is stable: not-a-feed, layout-changed, bad-json..."""

    def __init__(self, message: str, *, code: str = "not-a-feed", key: str = "", advice: str = "") -> None:
        super().__init__(message, key=key, advice=advice)
        self.code = code


class ExportError(TrackerError):
    """A file that could not be written."""


class StoppedError(TrackerError):
    """The person has stopped a long work; what it would have changed is as it was."""


class NotifyError(TrackerError):
    """No notification service took the alert."""
