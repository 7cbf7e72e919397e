"""The files of an index of Pagefind, read back. This is the only module that knows their format.

That is Pagefind's own affair and holds for the pinned version 1.5.2; if it changes, the build stops here. Each file but
the engine's is gzip of the bytes ``pagefind_dcd`` and then

- ``fragment/ID.pf_fragment``: JSON with ``url`` and ``content``, where ID is what a result is called in the browser;
- ``pagefind.ID.pf_meta``: CBOR, a list of the version, of the pages (each an ID and a number of words), and of the
  parts of the index (each so much of its first word and its last as tells them from their neighbours, and an ID);
- ``index/ID.pf_index``: CBOR, a list of words, each with the pages it stands on: a page as the step from the one
  before it in the list of pages, its positions as steps, after a negative number that is a weight.
"""

import gzip
import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import cbor2

from generator.disk.reasons import reason_of
from generator.site.search.pagefind_program import SearchError

_SIGNATURE: Final = b"pagefind_dcd"
# What the program of the pinned package writes beside every index.
_ENGINE: Final = {
    "pagefind.js": "252d272bd34d483d19a752060f6a065114d15ab12c42d8f905ca565e2768a009",
    "pagefind-worker.js": "4ca50d25bcab9e1c3afbc00ab5f7761114e83c8fc1b83d38655af1558b650c2a",
    "wasm.unknown.pagefind": "3a74cefceacd066e8d3bc8c52e7bc1c869544ca3d9031b44a9b7136356d5d7f4",
}
_ENTRY: Final = "pagefind-entry.json"
_NOT_INDEXED: Final = "-"


@dataclass(frozen=True)
class IndexedContent:
    """What an index holds of a page: what a result is called, the page's address, and twice its words.

    ``content`` is what an excerpt would show, ``words`` where a search finds them, with ``-`` where it finds none.
    """

    id: str
    address: str
    content: str
    words: list[str]


def read_index(index: Path) -> tuple[IndexedContent, ...]:
    """Return what the index in the folder ``index`` holds of each page, in the order of its list.

    Raises SearchError, naming the file, where one is missing, damaged or too many, or is not the engine that belongs to
    the pinned package.
    """
    _check_engine(index)
    lists = sorted(index.glob("*.pf_meta"))
    if len(lists) != 1:
        message = f"検索の索引の目録（.pf_meta）が{len(lists)}個あります。1個のはずです。"
        raise SearchError(message)
    pages, parts = _read_list(lists[0])
    contents = tuple(_read_fragment(index / "fragment" / f"{page}.pf_fragment", page) for page, _ in pages)
    for first, last, part in parts:
        _lay_out(index / "index" / f"{part}.pf_index", first, last, contents)
    own = {_ENTRY, lists[0].name, *_ENGINE, *(f"fragment/{page}.pf_fragment" for page, _ in pages)}
    own.update(f"index/{part}.pf_index" for _, _, part in parts)
    for name in sorted(file.relative_to(index).as_posix() for file in index.rglob("*") if file.is_file()):
        if name not in own:
            message = f"検索の索引に、目録にないファイル {name} があります。"
            raise SearchError(message)
    return contents


def _check_engine(index: Path) -> None:
    for name, digest in _ENGINE.items():
        try:
            found = hashlib.sha256((index / name).read_bytes()).hexdigest()
        except OSError as error:
            message = f"検索のプログラム {name} を読めません。（{reason_of(error)}）"
            raise SearchError(message) from error
        if found != digest:
            message = f"検索のプログラム {name} が、pagefind-bin のものと違います。"
            raise SearchError(message)


def _read_list(file: Path) -> tuple[list[tuple[str, int]], list[tuple[str, str, str]]]:
    """Return the pages, each with its length, and the parts of the index, each with its first and its last word."""
    content = _read_cbor(file)
    try:
        pages = [(str(page[0]), int(page[1])) for page in content[1]]
        parts = [(str(first), str(last), str(part)) for first, last, part in content[2]]
    except (IndexError, KeyError, TypeError, ValueError) as error:
        raise _damaged(file, error) from error
    return pages, parts


def _lay_out(file: Path, first: str, last: str, contents: Sequence[IndexedContent]) -> None:
    """Put each word of the part in ``file``, which goes from ``first`` to ``last``, to its places in ``contents``."""
    try:
        (words,) = _read_cbor(file)
        if not (words[0][0].startswith(first) and words[-1][0].startswith(last)):
            raise _damaged(file, ValueError("another part"))
        for word, pages, _ in words:
            number = 0
            for step, places, _ in pages:
                number += step
                at, page = 0, contents[number].words
                for place in places:
                    if place >= 0:
                        at += place
                        page[at] = word
    except (IndexError, KeyError, TypeError, ValueError) as error:
        raise _damaged(file, error) from error


def _read_fragment(file: Path, page: str) -> IndexedContent:
    try:
        fragment: Mapping[str, Any] = json.loads(_read(file))
        content = fragment["content"].strip()
        words = [_NOT_INDEXED] * len(content.split())
        return IndexedContent(page, fragment["url"].removeprefix("/"), content, words)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _damaged(file, error) from error


def _read_cbor(file: Path) -> Any:  # noqa: ANN401 - a tree of lists, looked through by whoever asks
    try:
        return cbor2.loads(_read(file))
    except (cbor2.CBORDecodeError, ValueError) as error:
        raise _damaged(file, error) from error


def _read(file: Path) -> bytes:
    try:
        data = gzip.decompress(file.read_bytes())
    except (OSError, EOFError, zlib.error) as error:
        raise _damaged(file, error) from error
    if not data.startswith(_SIGNATURE):
        raise _damaged(file, ValueError("no signature"))
    return data.removeprefix(_SIGNATURE)


def _damaged(file: Path, error: Exception) -> SearchError:
    return SearchError(f"検索の索引のファイル {file.name} を読めません。（{error}）")
