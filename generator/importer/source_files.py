"""The text that the archive keeps of each meeting, against which the check proves the files whole."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.archive.sources import is_bare_number, split_source
from generator.importer.document.cutting import Document
from generator.importer.files.reading import Grid, Line
from generator.japanese.fold import without_space
from generator.store.source_text import read_text, without_form_feeds


@dataclass(frozen=True)
class SourceFile:
    """What the source of a meeting shall hold, or None where it may stay as it is; and the documents it has otherwise.

    ``differing`` are the numbers of documents that the file already holds in other words.
    """

    data: bytes | None
    differing: tuple[int, ...] = ()


def source_file(path: Path, documents: dict[int, Document], original: bytes | None) -> SourceFile:
    """Return what the file at ``path`` shall hold, with ``documents``, by number, in it.

    Nothing that it holds is changed; what it lacks is written at its end. ``original`` is the text that the documents
    were read from: a new file is just that, if it says nothing else. Raises OSError where the file cannot be read.
    """
    if not path.exists():
        if original is not None and not _missing_or_differing(original, documents):
            return SourceFile(original)
        return SourceFile(_composed(documents.values()).encode())
    held = path.read_bytes()
    wanting = _missing_or_differing(held, documents)
    missing = [documents[number] for number, differs in wanting.items() if not differs]
    differing = tuple(number for number, differs in wanting.items() if differs)
    if not missing:
        return SourceFile(None, differing)
    gap = b"" if held.endswith(b"\n") else b"\n"
    return SourceFile(held + gap + b"\n" + _composed(missing).encode(), differing)


def _missing_or_differing(data: bytes, documents: dict[int, Document]) -> dict[int, bool]:
    """Return the numbers of the ``documents`` that ``data`` does not hold, each with whether it holds another text."""
    text, _ = read_text("", without_form_feeds(data))
    held = split_source("", text)
    return {
        number: number in held
        for number, document in documents.items()
        if number not in held or sorted(held[number].text) != sorted(_text_of(document))
    }


def _text_of(document: Document) -> str:
    return without_space("".join(_lines(document)))


def _composed(documents: Iterable[Document]) -> str:
    parts = ["\n".join(_without_bare_numbers(_lines(document))) for document in documents]
    return "\n\n".join(parts) + "\n"


def _lines(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Grid):
            yield from ("  ".join(cell.text.replace("\n", " ") for cell in row.cells) for row in block.rows)
        elif isinstance(block, Line):
            yield block.text


def _without_bare_numbers(lines: Iterator[str]) -> list[str]:
    """Return ``lines`` with no number alone on one: a source's reader takes that for the number of a page."""
    kept: list[str] = []
    for line in lines:
        if kept and is_bare_number(line):
            kept[-1] += f"  {line}"
        else:
            kept.append(line)
    return kept
