"""Ctrl+C, or the wish to end the program, while files are put into their places: it comes too late to part them."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def holding_interrupts() -> Iterator[None]:
    """Let both do nothing meanwhile: what is going on takes less time than asking for it, and is then told."""
    if threading.current_thread() is not threading.main_thread():  # only there it is heard at all
        yield
        return
    heard = {each: signal.signal(each, signal.SIG_IGN) for each in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for each, handler in heard.items():
            signal.signal(each, handler if handler is not None else signal.SIG_DFL)
