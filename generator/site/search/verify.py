"""Proves that what was indexed is what is published.

This is the only file that knows how Pagefind keeps the pages it indexed: ``fragment/ID.pf_fragment``, gzip of the bytes
``pagefind_dcd`` and then JSON with ``url`` and ``content``, where ID is what a search result is called in the browser.
The format is Pagefind's own affair and holds for the pinned version 1.5.2; if it changes, the build stops here. The
word index made of these pages is binary and not read here: the browser test asks it.
"""

import gzip
import json
import zlib
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Final, NoReturn

from generator.japanese.fold import fold
from generator.site.search.areas import Areas, areas_of
from generator.site.search.documents import SearchDocument
from generator.site.search.errors import SearchError
from generator.site.search.tokens import decode, encode

_SIGNATURE: Final = b"pagefind_dcd"


def verify(documents: Sequence[SearchDocument], index: Path, rooms: Sequence[int]) -> dict[str, SearchDocument]:
    """Return ``documents`` by the ids that Pagefind's results give them.

    Raises SearchError, naming the document, where the index in the folder ``index``, laid out in ``rooms``, lacks one,
    holds another, or holds other characters than the document's blocks.
    """
    by_address = {document.address: document for document in documents}
    found: dict[str, SearchDocument] = {}
    for file in sorted(index.glob("fragment/*.pf_fragment")):
        address, content = _read(file)
        document = by_address.pop(address, None)
        if document is None:
            message = f"検索の索引に、公開していないページ「{address}」があります。"
            raise SearchError(message)
        _require_own_words(document)
        if content.split() != encode(areas_of(document), rooms).split():
            _tell_difference(document, _decoded(document, content, rooms))
        found[file.stem] = document
    if by_address:
        missing = "、".join(document.label for document in by_address.values())
        message = f"検索の索引に{missing}がありません。"
        raise SearchError(message)
    return found


def _read(file: Path) -> tuple[str, str]:
    try:
        data = gzip.decompress(file.read_bytes())
        fragment = json.loads(data.removeprefix(_SIGNATURE))
        return fragment["url"].removeprefix("/"), fragment["content"].strip()
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError, AttributeError) as error:
        message = f"検索の索引のファイル {file.name} を読めません。（{error}）"
        raise SearchError(message) from error


def _decoded(document: SearchDocument, content: str, rooms: Sequence[int]) -> Areas:
    try:
        return decode(content, rooms)
    except ValueError as error:
        message = f"検索の索引のうち{document.label}の部分が壊れています。（{error}）"
        raise SearchError(message) from error


def _require_own_words(document: SearchDocument) -> None:
    """Refuse words to rank by that are none of the document's: it would be found by what does not stand in it."""
    blocks = [fold(block) for block in document.blocks]
    for words in (*document.headline, *document.names):
        if not any(fold(words) in block for block in blocks):
            message = f"検索に渡された言葉「{words}」は、{document.label}の文書にありません。"
            raise SearchError(message)


def _tell_difference(document: SearchDocument, indexed: Areas) -> NoReturn:
    published = areas_of(document)
    texts, expected = (tuple(chain.from_iterable(areas)) for areas in (indexed, published))
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
