"""What the archive promises, and how a promise is tried: something is broken on purpose, and then looked at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path


class Form(Enum):
    """How much is tried: the short form in every test run, the long one by ``python -m tests.trust``."""

    SHORT = auto()
    LONG = auto()


class NotTriedError(Exception):
    """What a trial needs is not to be had on this machine; the message says what."""


@dataclass(frozen=True)
class Trial:
    """One thing that is tried: its ``name`` is unique among those of its promise.

    ``run`` is given an empty folder of its own and returns what went wrong, or nothing. It is called in another
    process: a function of a module, with its arguments by functools.partial, as pickle asks. Raises NotTriedError.
    """

    name: str
    run: Callable[[Path], str]


@dataclass(frozen=True)
class Promise:
    """A promise of README.md: ``words`` as they stand there, and the trials of it in a form."""

    words: str
    trials: Callable[[Form], Iterator[Trial]]
