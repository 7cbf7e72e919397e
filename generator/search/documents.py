"""What the search is given: the documents as they are published, block by block."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class SearchBlock:
    """A heading, paragraph or list entry in its own characters, and the anchor on its page that leads to it."""

    anchor: str
    text: str


@dataclass(frozen=True)
class SearchDocument:
    """A consultation. What is found is what stands in ``blocks``; the other fields are only shown.

    ``address`` is relative to the root of the site (``consultations/975/``), ``number`` is its own in the archive,
    and ``date_text`` is ``date`` for readers.
    """

    address: str
    number: int
    title: str
    subtitle: str | None
    date: dt.date
    date_text: str
    blocks: tuple[SearchBlock, ...]

    @property
    def name(self) -> str:
        """What the messages call the document."""
        return f"諮問第{self.number}号"
