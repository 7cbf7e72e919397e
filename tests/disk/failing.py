"""A disk that fails at a step: once, for good, or because the program that writes is no more."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from enum import Enum, auto
from itertools import count
from pathlib import Path
from typing import Any
from unittest.mock import patch


class Fault(Enum):
    """What happens at the step."""

    REFUSED_ONCE = auto()
    REFUSED_FOR_GOOD = auto()
    INTERRUPTED = auto()
    KILLED = auto()


class KilledError(BaseException):
    """The program is no more: whatever it would still do to the disk does not happen."""


@contextmanager
def failing_disk(step: int, fault: Fault) -> Iterator[None]:
    """Let the disk fail where it is changed for the ``step``th time."""

    def fail(at: int) -> None:
        if fault is Fault.KILLED and at >= step:
            raise KilledError
        if fault is Fault.INTERRUPTED and at == step:
            raise KeyboardInterrupt
        if at == step or (fault is Fault.REFUSED_FOR_GOOD and at > step):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "見本")

    with watched_disk(fail):
        yield


@contextmanager
def watched_disk(before: Callable[[int], None]) -> Iterator[None]:
    """Call ``before`` each time before the disk is changed: with 1, with 2 …"""
    steps = count(1)
    real_open = Path.open

    def watch(change: Callable[..., Any]) -> Callable[..., Any]:
        def changed(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - as the function that it stands for
            before(next(steps))
            return change(*arguments, **options)

        return changed

    def opened(path: Path, mode: str = "r", *arguments: Any, **options: Any) -> Any:  # noqa: ANN401
        if mode == "xb":
            before(next(steps))
        return real_open(path, mode, *arguments, **options)

    with ExitStack() as stack:
        stack.enter_context(patch.object(Path, "open", opened))
        for name in ("replace", "unlink", "mkdir", "rmdir", "chmod"):
            stack.enter_context(patch.object(Path, name, watch(getattr(Path, name))))
        stack.enter_context(patch.object(os, "fsync", watch(os.fsync)))
        yield
