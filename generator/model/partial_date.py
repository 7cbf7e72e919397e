"""A date that may leave its day open: 令和４年７月から names a month and no day."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Self

_WRITTEN = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")


@dataclass(frozen=True)
class PartialDate:
    """A day, or a month whose day the document does not name (``day`` is None)."""

    year: int
    month: int
    day: int | None = None

    def __post_init__(self) -> None:
        """Raise ValueError where no such day or month exists."""
        self.first_day()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``2022-07-01`` or ``2022-07``. Raises ValueError for anything else."""
        match = _WRITTEN.fullmatch(text)
        if match is None:
            message = f"not a date: {text}"
            raise ValueError(message)
        year, month, day = match.groups()
        return cls(int(year), int(month), int(day) if day else None)

    def first_day(self) -> dt.date:
        """Return the day itself, or the first of the month."""
        return dt.date(self.year, self.month, 1 if self.day is None else self.day)

    def __str__(self) -> str:
        """Return the date as a file writes it, which is also ISO 8601."""
        month = f"{self.year:04d}-{self.month:02d}"
        return month if self.day is None else f"{month}-{self.day:02d}"
