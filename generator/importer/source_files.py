"""The text that the archive keeps of each meeting, against which the check proves the files whole."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from generator.archive.sources import document_starts, split_source
from generator.importer.document.cutting import Document
from generator.importer.files.reading import Grid
from generator.japanese.fold import without_space
from generator.japanese.page_numbers import is_bare_number
from generator.store.source_text import read_text, without_form_feeds

# The lines of a source as they are counted, with what ends them and the form feed before them.
_LINE: Final = re.compile(rb"(?:(?:\A|(?<=\n))\f)?[^\r\n\f]*(?:\r[\n\f]|[\r\n\f]|\Z)")


class SourceUnreadableError(Exception):
    """A source that the archive holds cannot be read, so that nothing can be added to it; the message says why."""


@dataclass(frozen=True)
class SourceFile:
    """What the source of a meeting shall hold, or None where it stays as it is.

    ``differing`` are the numbers of the documents that the file already holds in other words.
    """

    data: bytes | None
    differing: tuple[int, ...] = ()


def add_to_source(
    name: str,
    before: bytes | None,
    documents: Mapping[int, Document],
    original: bytes | None,
    replaced: frozenset[int] = frozenset(),
) -> SourceFile:
    """Return what the file ``name``, which holds ``before``, shall hold, with ``documents``, by number, in it.

    Nothing that it holds is changed but for the documents ``replaced``; what it lacks is written at its end.
    ``original`` is the one text that everything was read from: a new file is just that, if it holds these documents and
    no others. Raises SourceUnreadableError if the file is no text.
    """
    if before is None:
        if original is not None and _holds_just(name, original, documents):
            return SourceFile(original)
        return SourceFile(_compose(documents.values()).encode())
    held = _remove(name, before, replaced) if replaced else before
    texts = _read_texts(name, held)
    differing = tuple(
        number for number in documents if number in texts and not _is_text_of(texts[number], documents[number])
    )
    missing = [document for number, document in documents.items() if number not in texts]
    if not missing:
        return SourceFile(None, differing)
    ending = b"\r\n" if b"\r\n" in before else b"\n"
    gap = b"" if not held or held.endswith(b"\n") else ending
    added = _compose(missing).encode().replace(b"\n", ending)
    return SourceFile(held + gap + (ending if held else b"") + added, differing)


def counted_lines(data: bytes) -> list[bytes]:
    """Return the lines of the source ``data`` as they are counted, each with what ends it."""
    return _LINE.findall(data)


def _read_texts(name: str, data: bytes) -> dict[int, str]:
    if not data.strip():
        return {}
    text = _read_text(name, data)
    return {number: document.text for number, document in split_source(name, text).items()}


def _read_text(name: str, data: bytes) -> str:
    text, problems = read_text(name, without_form_feeds(data))
    if problems:
        raise SourceUnreadableError("\n".join(map(str, problems)))
    return text


def _remove(name: str, data: bytes, numbers: frozenset[int]) -> bytes:
    """Return ``data`` without the documents of ``numbers``: from the line each begins with to the next one's."""
    text = _read_text(name, data)
    doomed = {document.first_line - 1 for number, document in split_source(name, text).items() if number in numbers}
    lines = counted_lines(data)
    for start, end in reversed([*pairwise((*document_starts(text.split("\n")), len(lines)))]):
        if start in doomed:
            del lines[start:end]
    return b"".join(lines)


def _holds_just(name: str, data: bytes, documents: Mapping[int, Document]) -> bool:
    texts = _read_texts(name, data)
    return set(texts) == set(documents) and all(_is_text_of(text, documents[number]) for number, text in texts.items())


def _is_text_of(text: str, document: Document) -> bool:
    """Tell whether ``text`` is the document's; the cells of a table may come in another order."""
    return sorted(text) == sorted(without_space("".join(_lines_of(document))))


def _compose(documents: Iterable[Document]) -> str:
    parts = ["\n".join(_join_bare_numbers(_lines_of(document))) for document in documents]
    return "\n\n".join(parts) + "\n"


def _lines_of(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Grid):
            yield from ("  ".join(cell.text.replace("\n", " ") for cell in row.cells) for row in block.rows)
        else:
            yield block.text


def _join_bare_numbers(lines: Iterator[str]) -> list[str]:
    """Return ``lines`` with no number alone on one: a source's reader takes that for the number of a page."""
    kept: list[str] = []
    for line in lines:
        if kept and is_bare_number(line):
            kept[-1] += f"  {line}"
        else:
            kept.append(line)
    return kept
