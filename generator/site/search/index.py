"""Makes the search index of a site with Pagefind, and proves that what was indexed is what is published."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Final, NoReturn

from generator.disk.output_folder import OutputFolder
from generator.japanese.fold import fold_for_search, folding_table
from generator.japanese.kana import in_katakana
from generator.japanese.phrases import PhraseBreaker
from generator.japanese.variants import in_usual_form, usual_forms
from generator.site.search.browser_files import write_catalogue, write_json, write_texts
from generator.site.search.documents import Areas, IndexedPage, SearchDocument, SearchMaterial, SearchName, pages_of
from generator.site.search.pagefind_files import read_index
from generator.site.search.pagefind_program import SearchError, run_pagefind
from generator.site.search.tokens import decode, encode, rooms_for

# Where Pagefind's files lie in the site.
_INDEX: Final = "pagefind"


def build_index(material: SearchMaterial, site: OutputFolder, breaker: PhraseBreaker) -> int:
    """Write the search of ``material`` to ``site``, verify it, and return how many documents it holds.

    ``breaker`` finds the phrases of texts: the one of the pages, which has found many of them already.

    Raises SearchError where the index cannot be made or is not the text that is published, and OSError.
    """
    pages = tuple(pages_of(material.documents))
    rooms = rooms_for(page.areas for page in pages)
    index = site.path / _INDEX
    tokens = {page.address: encode(page.areas, rooms) for page in pages}
    for name, data in run_pagefind(tokens):
        site.write(f"{_INDEX}/{name}", data)
    indexed = verify(pages, tokens, index, rooms)
    write_texts(material.documents, site, breaker)
    characters = _characters(material.names, pages)
    write_json({**folding_table(characters), "usual": usual_forms(characters)}, site, "folding.json")
    ids, usual_ids = (
        {page.document.number: found for found, page in indexed.items() if page.is_usual is is_usual}
        for is_usual in (False, True)
    )
    write_catalogue(material, ids, usual_ids, rooms, site)
    return len(material.documents)


def _characters(registered: Iterable[SearchName], pages: Iterable[IndexedPage]) -> set[str]:
    """Return every character that a query can match: those of the documents, and of the names with their readings."""
    blocks = (block for page in pages for area in page.areas for block in area)
    names = (
        fold_for_search(text)
        for name in registered
        for text in (name.name, name.reading, in_katakana(name.reading), *name.spellings, *name.also_called)
    )
    return {character for text in (*blocks, *names) for character in (*text, *in_usual_form(text))}


def verify(
    pages: Iterable[IndexedPage], tokens: Mapping[str, str], index: Path, rooms: Sequence[int]
) -> dict[str, IndexedPage]:
    """Return ``pages`` by the ids that Pagefind's results give them.

    Raises SearchError, naming the document, where the index in the folder ``index`` lacks one, holds another, or holds
    for an address other ``tokens`` than these, which are laid out in ``rooms``.
    """
    by_address = {page.address: page for page in pages}
    found: dict[str, IndexedPage] = {}
    for indexed in read_index(index):
        page = by_address.pop(indexed.address, None)
        if page is None:
            message = f"検索の索引に、公開していないページ「{indexed.address}」があります。"
            raise SearchError(message)
        _require_own_words(page.document)
        if indexed.content.split() != tokens[indexed.address].split():
            _tell_difference(page, _decode_content(page.document, indexed.content, rooms))
        if indexed.words != indexed.content.split():
            message = f"検索の索引で、{page.document.label}の言葉の並びが、公開する文書と違います。"
            raise SearchError(message)
        found[indexed.id] = page
    if by_address:
        missing = "、".join(dict.fromkeys(page.document.label for page in by_address.values()))
        message = f"検索の索引に{missing}がありません。"
        raise SearchError(message)
    return found


def _decode_content(document: SearchDocument, content: str, rooms: Sequence[int]) -> Areas:
    try:
        return decode(content, rooms)
    except ValueError as error:
        message = f"検索の索引のうち{document.label}の部分が壊れています。（{error}）"
        raise SearchError(message) from error


def _require_own_words(document: SearchDocument) -> None:
    """Refuse words to rank by that are none of the document's: it would be found by what does not stand in it."""
    blocks = [fold_for_search(block) for block in document.blocks]
    for words in (*document.headline, *document.names):
        if not any(fold_for_search(words) in block for block in blocks):
            message = f"検索に渡された言葉「{words}」は、{document.label}の文書にありません。"
            raise SearchError(message)


def _tell_difference(page: IndexedPage, indexed: Areas) -> NoReturn:
    document = page.document
    texts, expected = (tuple(chain.from_iterable(areas)) for areas in (indexed, page.areas))
    if len(texts) != len(expected):
        counts = f"{len(texts)}個です。公開する文書では{len(expected)}個"
        message = f"検索の索引で、{document.label}の段落と名前は、あわせて{counts}です。"
        raise SearchError(message)
    for text, other in zip(texts, expected, strict=True):
        if text != other:
            message = f"検索の索引で、{document.label}の文字が公開する文書と違います。索引「{text}」、文書「{other}」"
            raise SearchError(message)
    message = f"検索の索引で、{document.label}の題名、名前、本文の区切りが、公開する文書と違います。"
    raise SearchError(message)
