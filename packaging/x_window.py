"""When a program's window is there and painted, told by the X server itself: no polling of other programs, a few ms true."""

from __future__ import annotations

import ctypes
import select
import time
from ctypes import byref, c_char_p, c_int, c_long, c_uint, c_ulong, c_void_p

_SUBSTRUCTURE_NOTIFY, _MAP_NOTIFY, _ALL_PLANES, _ZPIXMAP = 1 << 19, 19, 0xFFFFFFFF, 2


class _Map(ctypes.Structure):
    _fields_ = (("type", c_int), ("serial", c_ulong), ("send_event", c_int), ("display", c_void_p), ("event", c_ulong),
                ("window", c_ulong), ("override_redirect", c_int), ("rest", c_long * 24))  # fmt: skip


class Screen:
    """A connection to an X server without a window manager, which has seen every window since it was made."""

    def __init__(self, display: str) -> None:
        self._x = x = ctypes.CDLL("libX11.so.6")
        x.XOpenDisplay.restype = x.XGetImage.restype = c_void_p
        x.XDefaultRootWindow.restype = x.XGetPixel.restype = c_ulong
        for call in (x.XDefaultRootWindow, x.XPending, x.XConnectionNumber, x.XFlush, x.XCloseDisplay, x.XDestroyImage):
            call.argtypes = [c_void_p]
        x.XOpenDisplay.argtypes = [c_char_p]
        x.XSelectInput.argtypes = [c_void_p, c_ulong, c_long]
        x.XNextEvent.argtypes = [c_void_p, c_void_p]
        x.XGetGeometry.argtypes = [c_void_p, c_ulong, *[c_void_p] * 7]
        x.XGetImage.argtypes = [c_void_p, c_ulong, c_int, c_int, c_uint, c_uint, c_ulong, c_int]
        x.XGetPixel.argtypes = [c_void_p, c_int, c_int]
        x.XSetErrorHandler.argtypes = [c_void_p]
        self._forgive = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p)(lambda *_: 0)  # a window may be gone again
        x.XSetErrorHandler(ctypes.cast(self._forgive, c_void_p))
        self._display = x.XOpenDisplay(display.encode())
        if not self._display:
            raise OSError(f"no X server at {display}")
        self._root = x.XDefaultRootWindow(self._display)
        x.XSelectInput(self._display, self._root, _SUBSTRUCTURE_NOTIFY)
        x.XFlush(self._display)

    def close(self) -> None:
        self._x.XCloseDisplay(self._display)

    def painted(self, seconds: float, *, wide: int = 600) -> tuple[int, float] | None:
        """The next window of some width that appears and has colour in its middle: its id and time.monotonic()."""
        end = time.monotonic() + seconds
        window = self._mapped(end, wide)
        while window and time.monotonic() < end:
            if self._middle(window):
                return window, time.monotonic()
            time.sleep(0.002)
        return None

    def _mapped(self, end: float, wide: int) -> int:
        event = _Map()
        while time.monotonic() < end:
            while self._x.XPending(self._display):
                self._x.XNextEvent(self._display, byref(event))
                if event.type == _MAP_NOTIFY and self._size(event.window)[0] >= wide:
                    return int(event.window)
            select.select([self._x.XConnectionNumber(self._display)], [], [], 0.05)
        return 0

    def _size(self, window: int) -> tuple[int, int]:
        root, x, y, width, height, border, depth = c_ulong(), c_int(), c_int(), c_uint(), c_uint(), c_uint(), c_uint()
        answers = map(byref, (root, x, y, width, height, border, depth))
        known = self._x.XGetGeometry(self._display, window, *answers)
        return (width.value, height.value) if known else (0, 0)

    def _middle(self, window: int) -> int:
        width, height = self._size(window)
        if not width:
            return 0
        image = self._x.XGetImage(self._display, window, width // 2, height // 2, 1, 1, _ALL_PLANES, _ZPIXMAP)
        if not image:
            return 0
        pixel = self._x.XGetPixel(image, 0, 0) & 0xFFFFFF
        self._x.XDestroyImage(image)
        return int(pixel)
