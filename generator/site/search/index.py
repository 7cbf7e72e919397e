"""Makes the search index of a site with Pagefind, and proves that what was indexed is what is published.

Pagefind is the plain binary of ``pagefind-bin``, not the extended one. This is the only file that knows how it keeps
the pages it indexed: ``fragment/ID.pf_fragment``, gzip of the bytes ``pagefind_dcd`` and then JSON with ``url`` and
``content``, where ID is what a search result is called in the browser. The format is Pagefind's own affair and holds
for the pinned version 1.5.2; if it changes, the build stops here. The word index made of these pages is binary and not
read here: the browser test asks it.
"""

import gzip
import json
import os
import shutil
import subprocess
import zlib
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from math import ceil, sqrt
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NoReturn

import pagefind_bin

from generator.japanese.fold import fold_for_search, folding_table
from generator.japanese.kana import in_katakana
from generator.japanese.phrases import PhraseBreaker
from generator.japanese.variants import in_usual_form, usual_forms
from generator.site.search.browser_files import write_catalogue, write_json, write_texts
from generator.site.search.documents import Areas, IndexedPage, SearchDocument, SearchMaterial, SearchName, pages_of
from generator.site.search.tokens import decode, encode, rooms_for

# Pagefind always writes its own user interfaces beside the index. The site has its own and loads none of them.
_UNUSED: Final = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js")
# A title, a heading or a paragraph would add words or punctuation of its own to the index.
_PAGE: Final = '<!doctype html><html lang="ja"><meta charset="utf-8"><body data-pagefind-body>{tokens}</body></html>'
# A search loads the list of all parts of the index, and for each of its tokens the part that holds it. The smaller the
# parts, the longer the list: together they are smallest where a part is so many times the root of all there is.
_PART_OF_THE_ROOT: Final = 2
_SIGNATURE: Final = b"pagefind_dcd"


class SearchError(Exception):
    """The search index could not be made, or is not the text that is published. The message is Japanese."""


def build_index(material: SearchMaterial, site_dir: Path, breaker: PhraseBreaker) -> int:
    """Write the search of ``material`` to ``site_dir``, verify it, and return how many documents it holds.

    ``breaker`` finds the phrases of texts: the one of the pages, which has found many of them already.

    Raises SearchError where the index cannot be made or is not the text that is published.
    """
    pages = tuple(pages_of(material.documents))
    rooms = rooms_for(page.areas for page in pages)
    index = site_dir / "pagefind"
    tokens = {page.address: encode(page.areas, rooms) for page in pages}
    _run_pagefind(tokens, index)
    indexed = verify(pages, tokens, index, rooms)
    folder = site_dir / "search"
    write_texts(material.documents, folder / "text", breaker)
    characters = _characters(material.names, pages)
    write_json({**folding_table(characters), "usual": usual_forms(characters)}, folder / "folding.json")
    ids, usual_ids = (
        {page.document.number: found for found, page in indexed.items() if page.is_usual is is_usual}
        for is_usual in (False, True)
    )
    write_catalogue(material, ids, usual_ids, rooms, folder)
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


def _run_pagefind(tokens_by_address: Mapping[str, str], output: Path) -> None:
    """Write to the folder ``output`` an index in which each address is found by its tokens.

    What stood in ``output`` is gone. Raises SearchError where Pagefind is missing or fails.
    """
    shutil.rmtree(output, ignore_errors=True)
    size = sum(len(tokens.split()) for tokens in tokens_by_address.values())
    with TemporaryDirectory() as folder:
        for address, tokens in tokens_by_address.items():
            page = Path(folder, address, "index.html")
            page.parent.mkdir(parents=True)
            page.write_text(_PAGE.format(tokens=tokens), encoding="utf-8")
        _run_program(Path(folder), output.resolve(), ceil(_PART_OF_THE_ROOT * sqrt(size)))
    for pattern in _UNUSED:
        for file in output.glob(pattern):
            file.unlink()


def _run_program(pages: Path, output: Path, words_per_part: int) -> None:
    # Pagefind also takes options from its environment and from a file in the folder it is started in.
    environment = {name: value for name, value in os.environ.items() if not name.upper().startswith("PAGEFIND_")}
    # Its name promises nothing for later versions: this one is pinned, and the benchmark tells what it is worth.
    environment["PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE"] = str(words_per_part)
    try:
        finished = subprocess.run(  # noqa: S603 - the arguments are our own
            [pagefind_bin.get_executable(), "--site", pages, "--output-path", output],
            cwd=pages,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        message = f"検索の索引を作るプログラム Pagefind を動かせません。pagefind-bin を入れ直してください。（{error}）"
        raise SearchError(message) from error
    if finished.returncode != 0:
        message = f"検索の索引を作れませんでした。Pagefind の出力は次のとおりです。\n{finished.stderr.strip()}"
        raise SearchError(message)


def verify(
    pages: Iterable[IndexedPage], tokens: Mapping[str, str], index: Path, rooms: Sequence[int]
) -> dict[str, IndexedPage]:
    """Return ``pages`` by the ids that Pagefind's results give them.

    Raises SearchError, naming the document, where the index in the folder ``index`` lacks one, holds another, or holds
    for an address other ``tokens`` than these, which are laid out in ``rooms``.
    """
    by_address = {page.address: page for page in pages}
    found: dict[str, IndexedPage] = {}
    for file in sorted(index.glob("fragment/*.pf_fragment")):
        address, content = _read_fragment(file)
        page = by_address.pop(address, None)
        if page is None:
            message = f"検索の索引に、公開していないページ「{address}」があります。"
            raise SearchError(message)
        _require_own_words(page.document)
        if content.split() != tokens[address].split():
            _tell_difference(page, _decode_content(page.document, content, rooms))
        found[file.stem] = page
    if by_address:
        missing = "、".join(dict.fromkeys(page.document.label for page in by_address.values()))
        message = f"検索の索引に{missing}がありません。"
        raise SearchError(message)
    return found


def _read_fragment(file: Path) -> tuple[str, str]:
    try:
        data = gzip.decompress(file.read_bytes())
        fragment = json.loads(data.removeprefix(_SIGNATURE))
        return fragment["url"].removeprefix("/"), fragment["content"].strip()
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError, AttributeError) as error:
        message = f"検索の索引のファイル {file.name} を読めません。（{error}）"
        raise SearchError(message) from error


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
