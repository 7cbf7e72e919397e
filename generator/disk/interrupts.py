"""Ctrl+C while files are put into their places: it comes too late, and does not part them."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def holding_interrupts() -> Iterator[None]:
    """Let Ctrl+C do nothing meanwhile: what is going on takes less time than pressing it, and is then told."""
    if threading.current_thread() is not threading.main_thread():  # only there it is heard at all
        yield
        return
    heard = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, heard if heard is not None else signal.SIG_DFL)
