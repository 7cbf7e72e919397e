"""Where a consultation comes from: its meeting's source holds it, whole, and nothing a source holds is left behind.

What the file says is, character by character, what the source says. Two things are left out of the comparison: white
space with the page numbers between pages, which the extraction made, and the order of a table's cells, whose rows the
extraction may have torn apart. For a radical or another look-alike that the extraction made (⼾), the file may say what
is printed (戸), and for a character that it could not read (〓, one of private use) any other.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from generator.archive.checks.spacing import check_spacing
from generator.archive.sources import SourceDocument, Sources
from generator.japanese.deceiving import compose_marks
from generator.japanese.fold import count_alike, without_space
from generator.japanese.look_alikes import mend_look_alikes, says_as_seen
from generator.model.consultation import Consultation
from generator.model.document import Piece, pieces
from generator.model.outline import Path
from generator.problems import Objection, Problem
from generator.store.files import PRIVATE, Stored, locate

_SHOWN: Final = 12
# So many characters in a row tell that file and source go on alike after something that only one of them has.
_ALIKE: Final = 24


def check_origins(consultations: Iterable[Stored[Consultation]], sources: Sources) -> Iterator[Problem]:
    """Yield for each of ``consultations`` where it differs from its source, or why its source is not found."""
    missing: set[str] = set()
    for stored in consultations:
        day = stored.value.meeting.isoformat()
        if day in sources.unreadable:
            continue
        source = sources.by_day.get(day, {}).get(stored.value.number)
        if source is not None:
            differences = tuple(check_wholeness(stored.value, source))
            yield from locate(stored, differences or check_spacing(stored.value, source))
        elif day not in missing:  # said once, not at each consultation of the meeting
            problem, of_the_day = _without_source(stored, sources, day)
            missing.update({day} if of_the_day else ())
            yield problem


def check_carried_over(sources: Sources, numbers: set[int]) -> Iterator[Problem]:
    """Yield the consultations in the sources that are not among ``numbers``."""
    for documents in sources.by_day.values():
        for number, source in documents.items():
            if number not in numbers:
                message = f"この文書にある諮問第{number}号のファイルがありません。"
                remedy = (
                    f"consultations/{number}.yml を作ってください。"
                    "公開していた諮問を取り下げるのなら、この文書の文字をこのファイルからも消してください。"
                )
                yield Problem(source.file, source.first_line, 1, message, remedy)


def check_used(sources: Sources, days: set[str]) -> Iterator[Problem]:
    """Yield each of the sources that holds no document and belongs to none of ``days``: it has nothing to prove."""
    for day, documents in sources.by_day.items():
        if not documents and day not in days:
            message = "この開催日の諮問がなく、諮問の文書も見つからないファイルです。公開されません。"
            remedy = f"開催日（ファイルの名前）を確かめてください。要らなければ、{PRIVATE} に移すか消してください。"
            yield Problem(sources.file(day), 1, 1, message, remedy)


def _without_source(stored: Stored[Consultation], sources: Sources, day: str) -> tuple[Problem, bool]:
    """Return why the source of ``stored`` is not found, and whether it holds for every consultation of ``day``."""
    elsewhere = sources.holding(stored.value.number)
    file = sources.file(day)
    if elsewhere is not None:
        message = f"諮問第{stored.value.number}号は、別の開催日の元の文書 {elsewhere.file} にあります。"
        remedy = "開催日（meeting）を直してください。元の文書のファイルは、開催日を名前にしています。"
    elif day in sources.by_day:
        message = f"元の文書 {file} に諮問第{stored.value.number}号がありません。"
        remedy = "番号と開催日を確かめてください。合っていれば、元の文書に資料の文字を書き足してください。"
    else:
        message = f"元の文書 {file} がありません。"
        remedy = "開催日を確かめてください。合っていれば、審議会の資料の文字をこの名前のファイルに置いてください。"
    whole_day = elsewhere is None and day not in sources.by_day
    return stored.problem(("meeting",), message, remedy), whole_day


def check_wholeness(consultation: Consultation, source: SourceDocument) -> Iterator[Objection]:
    """Yield the first difference between ``consultation`` and its ``source``: after it everything is shifted."""
    position = 0
    document = list(pieces(consultation))
    for index, piece in enumerate(document):
        expected = _characters(piece)
        found = source.text[position : position + len(expected)]
        if not says_as_seen(expected, found) and not _same_cells(piece, found):
            yield _difference(consultation, source, document[index:], position)
            return
        position += len(expected)
    if position < len(source.text):
        line = source.lines[position]
        rest = source.text[position : position + _SHOWN]
        message = f"元の文書（{source.file} の{line}行目）の「{rest}…」から後がありません。"
        yield Objection(_path(consultation, document[-1:]), message, "この後に、元の文書の残りを書き足してください。")


def _characters(piece: Piece) -> str:
    return without_space(compose_marks(piece.text)) or "".join(_cells(piece))


def _cells(piece: Piece) -> list[str]:
    return [without_space(compose_marks(text)) for text in piece.cells]


def _same_cells(piece: Piece, found: str) -> bool:
    """Tell whether ``found`` is made of exactly the cells of the table ``piece``, in whatever order."""
    texts, found = list(map(mend_look_alikes, _cells(piece))), mend_look_alikes(found)
    # Every cell stands there in one piece as often as it should, and no character is left over or missing.
    whole = all(found.count(text) >= times for text, times in Counter(texts).items())
    return bool(texts) and whole and Counter(found) == Counter("".join(texts))


def _difference(consultation: Consultation, source: SourceDocument, rest: list[Piece], position: int) -> Objection:
    """Return the difference in the first piece of ``rest``, which in the source should begin at ``position``."""
    ours, theirs = "".join(map(_characters, rest)), source.text[position:]
    path = _path(consultation, rest)
    if rest[0].cells:
        offset = 0
        after = "".join(map(_characters, rest[1:]))
        missing, left = _unlike_cells(rest[0], theirs.removesuffix(after))
        path = _cell_path(rest[0], missing) or path
        message = _describe_cells(missing, left)
    else:
        offset = count_alike(ours, theirs)
        message = _describe(source.text[: position + offset], ours[offset:], theirs[offset:])
    line = source.lines[min(position + offset, len(source.lines) - 1)]
    remedy = f"元の文書（{source.file} の{line}行目）を見て、文字のとおりに直してください。"
    return Objection(path, message, remedy)


def _describe(before: str, ours: str, theirs: str) -> str:
    """Say how ``ours`` and ``theirs`` go on after what is the same in both."""
    after = f"「…{before[-_SHOWN:]}」の後" if before else "初め"
    missing = theirs.find(ours[:_ALIKE]) if len(ours) >= _ALIKE else -1
    if missing > 0:
        return f"元の文書にある「{_shortened(theirs[:missing])}」が、{after}にありません。"
    added = ours.find(theirs[:_ALIKE]) if len(theirs) >= _ALIKE else -1
    if added > 0:
        return f"元の文書にない「{_shortened(ours[:added])}」が、{after}にあります。"
    if not theirs:
        return f"元の文書は「…{before[-_SHOWN:]}」で終わりますが、このファイルには「{_shortened(ours)}」が続きます。"
    return f"元の文書と文字が違います。{after}が、このファイル:「{ours[:_SHOWN]}」 元の文書:「{theirs[:_SHOWN]}」"


def _unlike_cells(piece: Piece, theirs: str) -> tuple[str | None, list[str]]:
    """Return the first cell of the table ``piece`` that ``theirs`` does not hold, or else what it holds besides."""
    for cell in sorted(_cells(piece), key=len, reverse=True):  # 援助方針情報 before 援助情報
        if cell not in theirs:
            return cell, []
        theirs = theirs.replace(cell, "\n", 1)
    return None, [text for text in theirs.split("\n") if text]


def _describe_cells(missing: str | None, left: list[str]) -> str:
    if missing is not None:
        return f"表のセル「{missing}」が、元の文書のその数だけありません。"
    return f"元の文書にある「{_shortened('、'.join(left))}」が、表のセルにありません。"


def _cell_path(piece: Piece, text: str | None) -> Path | None:
    """Return the path of the last cell that says ``text`` in a table whose rows are known: of several, one too many."""
    cells = [
        ((*piece.path, row, "cells", index), without_space(cell.text))
        for row, cells in enumerate(piece.table)
        for index, cell in enumerate(cells.cells)
    ]
    return next((path for path, said in reversed(cells) if said == text), None)


def _shortened(text: str) -> str:
    return text if len(text) <= 2 * _SHOWN else f"{text[:_SHOWN]}…{text[-_SHOWN:]}"


def _path(consultation: Consultation, rest: list[Piece]) -> Path:
    """Return the path of the first piece of ``rest``: of a text with several paragraphs, the paragraph's."""
    path = rest[0].path
    paragraphs = [piece for piece in pieces(consultation) if piece.path == path]
    return (*path, len(paragraphs) - sum(piece.path == path for piece in rest))
