"""An office's own contact, which it publishes itself."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class PublicContact:
    """Whose it is, the numbers and addresses as one writes them, and where and when they were seen to be public."""

    name: str
    words: tuple[str, ...]
    source: str
    date: dt.date
