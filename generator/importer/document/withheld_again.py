"""What a file withholds (黒塗り) is withheld in a new reading of its document, too: found by the words around it.

So the words neither come back into the file nor into the source, and nobody has to withhold them twice.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from generator.evidence.spelt_words import blacken, find_words
from generator.importer.document.cutting import Document
from generator.importer.files.notes import ReaderNote
from generator.importer.files.reading import Block, Line
from generator.japanese.fold import without_space
from generator.model.blackout import BLACK, black_rows
from generator.model.consultation import Consultation, TableRow
from generator.model.document import pieces

# So many characters on either side tell a place; fewer where something beside it has changed, too.
_AROUND: Final = (24, 12, 6)
_HIDDEN: Final = "\0"
_LOST: Final = (
    "諮問第{number}号のファイルで公開しないことにした文字（黒塗り、「…{before}■{after}…」）の場所が、この資料の中で分かりません。"
    "そのまま読むと公開されるおそれがあるので、読み取りません。手で直してください。"
)


class NotWithheldError(Exception):
    """What a file withholds is not found in a new reading of its document; the message says so (Japanese)."""


def withhold_again(document: Document, held: Consultation) -> Document:
    """Return ``document`` with the words in black that ``held``, its file, withholds. Raises NotWithheldError."""
    text = "".join(without_space("".join(block.texts)) for block in document.blocks)
    secrets = {secret for row in _hidden_rows(held) for secret in _find_secrets(row, text, held.number)}
    if not secrets:
        return document

    def hide(words: str) -> str:
        for secret in sorted(secrets, key=len, reverse=True):
            words = blacken(words, find_words(secret, words, across_lines=True))
        return words

    masked = _hide_in(text, secrets)
    letters = iter(masked)
    return replace(
        document,
        document_line=_rewrite_line(document.document_line, letters, hide) if document.document_line else None,
        number_line=_rewrite_line(document.number_line, letters, hide) if document.number_line else None,
        body=tuple(_rewrite(block, letters, hide) for block in document.body),
        left_out=tuple(replace(left, text=hide(left.text)) for left in document.left_out),
    )


def _hidden_rows(held: Consultation) -> Iterator[tuple[str, int, str]]:
    """Yield each withheld row of the document: what stands before it, how long it is, and what stands after it."""
    marked = ""
    for piece in pieces(held):
        for text in (piece.text, *piece.cells):
            for row in reversed(black_rows(text, held.withheld)):
                text = text[: row.start] + _HIDDEN * row.characters + text[row.end :]  # noqa: PLW2901 - from the end on
            marked += without_space(text)
    around = max(_AROUND)
    for match in re.finditer(f"{_HIDDEN}+", marked):
        before = marked[max(0, match.start() - around) : match.start()].rpartition(_HIDDEN)[2]
        yield before, match.end() - match.start(), marked[match.end() : match.end() + around].partition(_HIDDEN)[0]


def _find_secrets(row: tuple[str, int, str], text: str, number: int) -> set[str]:
    before, length, after = row
    for around in _AROUND:
        left, right = before[-around:], after[:around]
        pattern = re.compile(f"(?<={re.escape(left)})(?=(.{{{length}}}){re.escape(right)})", re.DOTALL)
        if found := {match.group(1) for match in pattern.finditer(text)}:
            return found - {BLACK * length}
    raise NotWithheldError(_LOST.format(number=number, before=before[-6:], after=after[:6]))


def _hide_in(text: str, secrets: set[str]) -> str:
    for secret in secrets:
        text = blacken(text, find_words(secret, text))
    return text


def _rewrite(block: Block, letters: Iterator[str], hide: Callable[[str], str]) -> Block:
    if isinstance(block, Line):
        return _rewrite_line(block, letters, hide)
    notes = tuple(_hide_note(note, hide) for note in block.notes)
    return replace(block, rows=tuple(_rewrite_row(row, letters) for row in block.rows), notes=notes)


def _rewrite_line(line: Line, letters: Iterator[str], hide: Callable[[str], str]) -> Line:
    notes = tuple(_hide_note(note, hide) for note in line.notes)
    return replace(line, text=_rewrite_text(line.text, letters), notes=notes)


def _rewrite_row(row: TableRow, letters: Iterator[str]) -> TableRow:
    return replace(row, cells=tuple(replace(cell, text=_rewrite_text(cell.text, letters)) for cell in row.cells))


def _rewrite_text(text: str, letters: Iterator[str]) -> str:
    """Return ``text`` with the next ``letters`` for its own, white space apart."""
    return "".join(letter if letter.isspace() else next(letters) for letter in text)


def _hide_note(note: ReaderNote, hide: Callable[[str], str]) -> ReaderNote:
    return replace(note, words=hide(note.words), example=hide(note.example))
