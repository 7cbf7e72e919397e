"""Makes the search index of a site and everything the browser loads to search it."""

from collections.abc import Iterable
from pathlib import Path

from generator.japanese.fold import fold, folding_table
from generator.japanese.kana import in_katakana
from generator.site.search.areas import Areas, areas_of
from generator.site.search.catalogue import write_catalogue
from generator.site.search.documents import SearchMaterial
from generator.site.search.files import write_json
from generator.site.search.pagefind import run_pagefind
from generator.site.search.texts import TextWriter
from generator.site.search.tokens import encode, rooms_for
from generator.site.search.verify import verify


def build_index(material: SearchMaterial, site_dir: Path) -> int:
    """Write the search of ``material`` to ``site_dir``, verify it, and return how many documents it holds.

    Raises SearchError where the index cannot be made or is not the text that is published.
    """
    areas = {document.address: areas_of(document) for document in material.documents}
    rooms = rooms_for(areas.values())
    index = site_dir / "pagefind"
    run_pagefind({address: encode(blocks, rooms) for address, blocks in areas.items()}, index)
    indexed = verify(material.documents, index, rooms)
    folder = site_dir / "search"
    TextWriter().write(material.documents, folder / "text")
    write_json(folding_table(_characters(material, areas.values())), folder / "folding.json")
    write_catalogue(material, {document.number: found for found, document in indexed.items()}, rooms, folder)
    return len(indexed)


def _characters(material: SearchMaterial, documents: Iterable[Areas]) -> set[str]:
    """Return every character that a query can match: those of the documents, and of the names with their readings."""
    blocks = (block for areas in documents for area in areas for block in area)
    names = (
        fold(text)
        for name in material.names
        for text in (name.name, name.reading, in_katakana(name.reading), *name.spellings, *name.also_called)
    )
    return {character for text in (*blocks, *names) for character in text}
