"""Makes the search index of a site and everything the search page loads."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.japanese.fold import DASHES, LOOK_ALIKES, fold
from generator.search.documents import SearchDocument
from generator.search.excerpts import write_json, write_texts
from generator.search.pagefind import run_pagefind
from generator.search.tokens import encode
from generator.search.verify import verify


def build_index(documents: Sequence[SearchDocument], site_dir: Path) -> int:
    """Write the index of ``documents`` to ``site_dir``, verify it, and return how many documents it holds.

    Raises SearchError where the index cannot be made or is not the text that is published.
    """
    index = site_dir / "pagefind"
    run_pagefind({document.address: _tokens(document) for document in documents}, index)
    indexed = verify(documents, index)
    folder = site_dir / "search"
    write_texts(documents, folder / "text")
    write_json({"lookAlikes": LOOK_ALIKES, "dashes": DASHES}, folder / "folding.json")
    write_json(_results_in_order(indexed), folder / "documents.json")
    return len(indexed)


def _tokens(document: SearchDocument) -> str:
    return encode([fold(block.text) for block in document.blocks])


def _results_in_order(indexed: Mapping[str, SearchDocument]) -> list[tuple[str, int]]:
    """Return the id of each result and the number of its document, the newest first as the site lists them."""
    by_number = ((result, document.number) for result, document in indexed.items())
    return sorted(by_number, key=lambda entry: entry[1], reverse=True)
