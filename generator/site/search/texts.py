"""The text of each document as a file, from which the browser shows what was found in the document's own words.

A block is written as its phrases with a line feed between them, which no block holds: so the browser knows where it may
cut. (Lengths beside the text would take twice as much of what this adds to a cold search.)
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from generator.japanese.phrases import PhraseBreaker
from generator.site.search.documents import SearchDocument, SearchSection
from generator.site.search.files import emptied, write_json

_PHRASE_BREAK: Final = "\n"


@dataclass(frozen=True)
class TextWriter:
    """Writes documents for the browser."""

    breaker: PhraseBreaker = field(default_factory=PhraseBreaker)

    def write(self, documents: Iterable[SearchDocument], folder: Path) -> None:
        """Write ``NUMBER.json`` to ``folder`` for each of ``documents``. What stood in ``folder`` is gone."""
        emptied(folder)
        for document in documents:
            write_json(self._document(document), folder / f"{document.number}.json")

    def _document(self, document: SearchDocument) -> dict[str, object]:
        return {
            "address": document.address,
            "number": document.number,
            "title": document.title,
            "subtitle": document.subtitle,
            "date": document.date.isoformat(),
            "dateText": document.date_text,
            "notes": document.notes,
            "sections": [self._section(section) for section in document.sections],
        }

    def _section(self, section: SearchSection) -> dict[str, object]:
        return {
            "anchor": section.anchor,
            "name": section.name,
            "blocks": [self._block(text) for text in section.blocks],
        }

    def _block(self, text: str) -> str:
        return _PHRASE_BREAK.join(self.breaker.phrases(text))
