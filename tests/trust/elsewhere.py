"""Another day and another machine, as far as a program can see them: put before Python as ``sitecustomize``.

It is run by a build of its own and not imported. The clock is ELSEWHERE_SECONDS ahead, and folders are listed backwards
where ELSEWHERE_BACKWARDS is set.
"""

import datetime as dt
import os
import time
from collections.abc import Iterator
from typing import Any, Self

_AHEAD = int(os.environ.get("ELSEWHERE_SECONDS", "0"))
_now, _listdir, _scandir = time.time, os.listdir, os.scandir


class _Datetime(dt.datetime):
    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> Any:  # noqa: ANN401 - as the class it stands for
        return super().now(tz) + dt.timedelta(seconds=_AHEAD)


class _Date(dt.date):
    @classmethod
    def today(cls) -> Any:  # noqa: ANN401 - as the class it stands for
        return super().today() + dt.timedelta(seconds=_AHEAD)


class _Backwards:
    """What os.scandir returns, the last first."""

    def __init__(self, *where: Any) -> None:  # noqa: ANN401 - as the function it stands for
        with _scandir(*where) as found:
            self._entries = iter(sorted(found, key=lambda entry: entry.name, reverse=True))

    def __iter__(self) -> Iterator[Any]:
        return self._entries

    def __next__(self) -> Any:  # noqa: ANN401 - an entry
        return next(self._entries)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the folder, which is read already."""


def _move() -> None:
    if _AHEAD:
        time.time = lambda: _now() + _AHEAD
        dt.datetime, dt.date = _Datetime, _Date  # type: ignore[misc]
    if os.environ.get("ELSEWHERE_BACKWARDS"):
        os.scandir = _Backwards  # type: ignore[assignment]
        os.listdir = lambda *where: sorted(_listdir(*where), reverse=True)  # type: ignore[assignment]


if "ELSEWHERE_SECONDS" in os.environ:
    _move()
