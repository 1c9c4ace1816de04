"""Entering a network namespace for the length of a block, in this thread only."""

import contextlib
import ctypes
import os

_libc = ctypes.CDLL(None, use_errno=True)
_CLONE_NEWNET = 0x40000000


@contextlib.contextmanager
def inside(namespace):
    """Sockets opened in the block belong to the namespace, and stay usable after it."""
    home = os.open("/proc/thread-self/ns/net", os.O_RDONLY)
    try:
        _enter(f"/run/netns/{namespace}")
        try:
            yield
        finally:
            _set(home, "home")
    finally:
        os.close(home)


def _enter(path):
    descriptor = os.open(path, os.O_RDONLY)
    try:
        _set(descriptor, path)
    finally:
        os.close(descriptor)


def _set(descriptor, name):
    if _libc.setns(descriptor, _CLONE_NEWNET):
        raise OSError(ctypes.get_errno(), f"setns {name}")
