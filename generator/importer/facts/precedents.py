"""By which articles the ward has asked before, as the archive holds it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from generator.model.article_number import LawArticle
from generator.model.consultation import Consultation, Measure
from generator.model.vocabulary import MeasureType
from generator.store.files import CONSULTATIONS, read_file

# The latest consultations tell best what is asked for now, and no import shall wait for ten thousand.
_MOST_READ: Final = 300


@dataclass(frozen=True)
class Precedents:
    """The consultations in the ``content`` folder; without one there are none. They are read when first asked for."""

    content: Path | None = None

    def articles_of(self, kind: MeasureType) -> tuple[LawArticle, ...]:
        """Return by which articles the ward has asked for ``kind``, where nobody doubts it."""
        asked = (measure.articles for measure in self._measures if measure.type is kind)
        return tuple(dict.fromkeys(article for articles in asked for article in articles))

    @cached_property
    def _measures(self) -> tuple[Measure, ...]:
        return tuple(self._read_measures())

    def _read_measures(self) -> Iterator[Measure]:
        folder = self.content / CONSULTATIONS if self.content else None
        files = [file for file in folder.glob("*.yml") if file.stem.isdecimal()] if folder else []
        for file in sorted(files, key=lambda file: int(file.stem))[-_MOST_READ:]:
            stored, _ = read_file(file, file.name, Consultation)
            if stored is not None and not stored.doubts:
                yield from stored.value.measures
