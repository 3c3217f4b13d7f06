"""Whether somebody else manages the windows of this display."""

from __future__ import annotations

import ctypes
from ctypes import POINTER, byref, c_char_p, c_int, c_long, c_ubyte, c_ulong, c_void_p


def has_window_manager() -> bool:
    """True on a desktop, False on the bare X server of a kiosk; True when there is no X library to ask.

    Asks for the property by which window managers make themselves known (EWMH, `_NET_SUPPORTING_WM_CHECK`).
    """
    try:
        x11 = ctypes.CDLL("libX11.so.6")
    except OSError:
        return True
    x11.XOpenDisplay.restype = c_void_p
    x11.XInternAtom.restype = c_ulong
    x11.XDefaultRootWindow.restype = c_ulong
    opened = x11.XOpenDisplay(None)
    if not opened:
        return True
    display = c_void_p(opened)
    try:
        atom = x11.XInternAtom(display, c_char_p(b"_NET_SUPPORTING_WM_CHECK"), c_int(1))
        return atom != 0 and _has_property(x11, display, atom)
    finally:
        x11.XCloseDisplay(display)


def _has_property(x11: ctypes.CDLL, display: c_void_p, atom: int) -> bool:
    kind, bits, count, rest, data = c_ulong(), c_int(), c_ulong(), c_ulong(), POINTER(c_ubyte)()
    root = c_ulong(x11.XDefaultRootWindow(display))
    any_type, offset, longs, delete = c_ulong(0), c_long(0), c_long(1), c_int(0)
    found = byref(kind), byref(bits), byref(count), byref(rest), byref(data)
    x11.XGetWindowProperty(display, root, c_ulong(atom), offset, longs, delete, any_type, *found)
    x11.XFree(data)
    return count.value > 0
