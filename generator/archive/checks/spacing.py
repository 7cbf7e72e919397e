"""White space within words that the document does not have there: no comparison of characters sees it, readers do."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from generator.archive.record import Record
from generator.archive.sources import SourceDocument
from generator.japanese.fold import without_space
from generator.kinds.kind import Kind
from generator.model.consultation import Consultation
from generator.model.document import Piece, pieces
from generator.model.outline import Path, read_label
from generator.problems import Objection, Problem, Severity
from generator.store.files import Stored

_JAPANESE: Final = "\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SPACES: Final = re.compile(r"\s+")
# White space that a name does not need: of another width than the keyboard's, or beside a Japanese letter.
_NEEDLESS: Final = re.compile(rf"[^\S ]|(?<=[{_JAPANESE}])\s|\s(?=[{_JAPANESE}])")
_JAPANESE_LETTER: Final = re.compile(f"[{_JAPANESE}]")
_LATIN: Final = re.compile("[A-Za-zＡ-Ｚａ-ｚ]")
_LATIN_OR_DIGIT: Final = re.compile("[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]")
_LABEL: Final = re.compile("第?[0-9０-９]{1,4}")
# The lines above and below these are often spaced out to fill the line.
_NOT_SPACED_OUT: Final = ("title", "subtitle", "sections")
_SHOWN: Final = 6


def check_spacing(consultation: Consultation, source: SourceDocument) -> Iterator[Objection]:
    """Yield the white space in ``consultation`` where its ``source`` has none, and that between words which is lost.

    The two must say the same characters (wholeness.py). Where the source breaks a line, a space may follow.
    """
    position, paragraph = 0, 0
    last: Path = ()
    for piece in pieces(consultation):
        paragraph = paragraph + 1 if piece.path == last else 0
        last = piece.path
        length = sum(len(without_space(text)) for text in (piece.text, *piece.cells))
        if piece.cells:
            yield from _check_cells(piece, source, position)
        elif len(piece.text) != length or source.spaces_between(position + 1, position + length):
            differences = _compare(piece, piece.text, source, position)
            yield from (_object((*piece.path, paragraph), *told) for told in differences)
        position += length


def _check_cells(piece: Piece, source: SourceDocument, position: int) -> Iterator[Objection]:
    end = position + sum(len(without_space(cell)) for cell in piece.cells)
    for cell in piece.cells:
        if _SPACES.search(cell):
            starts = (found.start() for found in re.finditer(re.escape(without_space(cell)), source.text[position:end]))
            found = [list(_compare(piece, cell, source, position + start)) for start in starts]
            if found and all(found):
                yield _object(piece.path, *found[0][0])


def _compare(piece: Piece, text: str, source: SourceDocument, position: int) -> Iterator[tuple[str, str]]:
    """Yield message and remedy for each difference in white space of ``text``, at ``position`` of ``source``."""
    plain = without_space(text)
    spaces: dict[int, re.Match[str]] = {}
    dropped = 0
    for found in _SPACES.finditer(text):
        spaces[found.start() - dropped] = found
        dropped += len(found.group())
    label = len(without_space(read_label(text).printed)) if spaces else 0
    for place, found in spaces.items():
        # A paragraph's end is none of its words, and what a label leads may stand apart from it.
        if "\n" in found.group() or place == label:
            continue
        if 0 < place < len(plain) and not _may_stand(source, position + place, plain[place - 1 : place + 1]):
            around = text[max(found.start() - _SHOWN, 0) : found.end() + _SHOWN]
            code = "、".join(f"U+{ord(letter):04X}" for letter in dict.fromkeys(found.group()))
            yield f"「{around}」の中の空白（{code}）は、元の文書のその所にありません。", "空白を消してください。"
    if piece.path[0] in _NOT_SPACED_OUT:
        for place in source.spaces_between(position + 1, position + len(plain)):
            if place - position not in spaces and _separates(plain, place - position):
                shown = f"{plain[: place - position][-_SHOWN:]} {plain[place - position :][:_SHOWN]}"
                yield f"元の文書にある空白が、「{shown}」の所にありません。", "半角の空白を1つ入れてください。"


def _may_stand(source: SourceDocument, place: int, beside: str) -> bool:
    """Tell whether white space may stand before ``place`` of ``source``, between the two letters ``beside`` it."""
    if source.spaces_between(place, place + 1):
        return True
    return source.lines[place] != source.lines[place - 1] and not all(map(_JAPANESE_LETTER.match, beside))


def _separates(plain: str, place: int) -> bool:
    """Tell whether white space before ``place`` of ``plain`` parts words, or a number from the heading it leads."""
    before, after = plain[place - 1], plain[place]
    both = _LATIN_OR_DIGIT.match(before) and _LATIN_OR_DIGIT.match(after)
    if both and (_LATIN.match(before) or _LATIN.match(after)):
        return True
    return _LABEL.fullmatch(plain[:place]) is not None and not _LATIN_OR_DIGIT.match(after)


def _object(path: Path, message: str, remedy: str) -> Objection:
    return Objection(path, message, remedy, Severity.WARNING)


def needless_space(name: str, said: Callable[[], str]) -> str | None:
    """Return what is wrong with the white space in ``name``, where ``said``, all that is printed, does not have it."""
    found = _NEEDLESS.search(name)
    if found is None or _plainly(name) in _plainly(said()):
        return None
    return f"「{name}」の中に、文書にない空白（U+{ord(found.group()):04X}）があります。"


def _plainly(text: str) -> str:
    return _SPACES.sub(" ", unicodedata.normalize("NFKC", text))


def check_words_spacing(record: Record) -> Iterator[Objection]:
    """Yield the businesses and the words of a period that have white space which the document does not have."""
    periods = [(place.path, place.section.period) for place in record.places if place.section.period is not None]
    words: list[tuple[Path, str]] = [
        *((("businesses", index), name) for index, name in enumerate(record.consultation.businesses)),
        *(((*path, "period", "repeats"), period.repeats) for path, period in periods if period.repeats is not None),
    ]
    for path, name in words:
        if (message := needless_space(name, lambda: record.text)) is not None:
            yield _object(path, message, "空白を消してください。")


def check_registered_spacing(
    registries: Mapping[Kind[Any], Stored[Any]], records: Iterable[Record], elsewhere: str
) -> Iterator[Problem]:
    """Yield the registered names with white space that none of ``records`` has, nor the text of files ``elsewhere``."""

    def said() -> str:
        departments = (name for record in records for name in record.consultation.departments)
        return "\n".join((*(record.text for record in records), *departments, elsewhere))

    for registry in registries.values():
        for index, entry in enumerate(registry.value):
            others = (getattr(entry, "division", ""), *getattr(entry, "short_names", ()))
            for name in (entry.name, *getattr(entry, "aliases", ()), *filter(None, others)):
                if (message := needless_space(name, said)) is not None:
                    path = (index, "name") if name == entry.name else (index,)
                    yield registry.problem(path, message, "空白を消してください。", Severity.WARNING)
