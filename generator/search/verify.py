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
from pathlib import Path
from typing import Final

from generator.japanese.fold import fold
from generator.search.documents import SearchDocument
from generator.search.errors import SearchError
from generator.search.tokens import decode

_SIGNATURE: Final = b"pagefind_dcd"


def verify(documents: Sequence[SearchDocument], index: Path) -> dict[str, SearchDocument]:
    """Return ``documents`` by the ids that Pagefind's results give them.

    Raises SearchError, naming the document, where the index in the folder ``index`` lacks one, holds another, or holds
    other characters than the document's blocks.
    """
    by_address = {document.address: document for document in documents}
    found: dict[str, SearchDocument] = {}
    for file in sorted(index.glob("fragment/*.pf_fragment")):
        address, content = _read(file)
        document = by_address.pop(address, None)
        if document is None:
            message = f"検索の索引に、公開していないページ「{address}」があります。"
            raise SearchError(message)
        _compare(document, content)
        found[file.stem] = document
    if by_address:
        missing = "、".join(document.name for document in by_address.values())
        message = f"検索の索引に{missing}がありません。"
        raise SearchError(message)
    return found


def _read(file: Path) -> tuple[str, str]:
    try:
        data = gzip.decompress(file.read_bytes())
        fragment = json.loads(data.removeprefix(_SIGNATURE))
        return fragment["url"].removeprefix("/"), fragment["content"]
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError, AttributeError) as error:
        message = f"検索の索引のファイル {file.name} を読めません。（{error}）"
        raise SearchError(message) from error


def _compare(document: SearchDocument, content: str) -> None:
    published = tuple(fold(block.text) for block in document.blocks)
    try:
        indexed = decode(content)
    except ValueError as error:
        message = f"検索の索引のうち{document.name}の部分が壊れています。（{error}）"
        raise SearchError(message) from error
    if indexed == published:
        return
    if len(indexed) != len(published):
        message = f"検索の索引で、{document.name}の段落は{len(indexed)}個です。公開する文書では{len(published)}個です。"
        raise SearchError(message)
    pairs = zip(document.blocks, indexed, published, strict=True)
    block, text = next((block, text) for block, text, expected in pairs if text != expected)
    message = f"検索の索引で、{document.name}の文字が公開する文書と違います。索引「{text}」、文書「{block.text}」"
    raise SearchError(message)
