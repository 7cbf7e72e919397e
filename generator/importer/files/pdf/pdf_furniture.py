"""Tells a page's own text (page numbers, running heads and feet) from a document's: by marks, or by what repeats where.

A PDF that marks its pages' own text says so itself. Of what is not marked, page numbers are left out and told, and so
is a line in the margin that three pages repeat, with a doubt where fewer than twenty do. All else is the document's;
where it may be the pages', that is a doubt.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.archive.sources import consultation_number, document_starts
from generator.importer.files.pdf.pdf_layout import PageLayout
from generator.importer.files.pdf.pdf_margins import SAME, MarginLine, find_margin_lines, fold_row, is_marked
from generator.importer.files.pdf.pdf_page import RIGHT_ANGLE
from generator.importer.files.pdf.pdf_repeats import ENOUGH, Repeats, Weight
from generator.importer.files.reading import PAGE_NUMBER
from generator.japanese.page_numbers import PageNumberForm, read_page_number
from generator.model.outline import LabelKind, read_label

HEAD: Final = "ページの上に繰り返される文字"
FOOT: Final = "ページの下に繰り返される文字"
OVER: Final = "ページに重ねて印刷された文字（透かしなど）"

_LEFT_OUT: Final = (
    "WHEREの「WORDS」は、ページごとの見出しとみて、本文に入れていません（{}）。"
    "本文の文字なら、このファイルと元の文書に書き足してください。"
)
_KEPT: Final = (
    "WHEREの「WORDS」は、{}の同じ場所にあります。本文に入れましたが、ページごとの見出しなら、"
    "このファイルと元の文書から消してください。"
)
_MAYBE_NUMBER: Final = (
    "「WORDS」はページ番号かもしれませんが、本文に入れました（{}）。ページ番号なら、"
    "このファイルと元の文書から消してください。"
)
# The words with which a document begins, also beside others in a running head.
_BEGINNING: Final = re.compile(r"審議資料No\.?\d+|諮問第\d+号", re.IGNORECASE)
# Numbers that are a page's only where they count on with the pages.
_COUNTING: Final = (PageNumberForm.ADORNED, PageNumberForm.ROMAN)
_LEAVE_OUT: Final = (Weight.ENOUGH, Weight.CERTAIN)


@dataclass(frozen=True)
class Furniture:
    """Why a line is left out as the page's own, empty where it stays, and what is then not sure.

    Both are Japanese; in ``doubt`` 「{}」 stands for the pages.
    """

    reason: str
    doubt: str = ""


def find_furniture(pages: Sequence[PageLayout]) -> dict[tuple[int, int], Furniture]:
    """Return what of ``pages`` is, or may be, the pages' own: by indexes of a page and of one of its ``lines``."""
    judge = _Judge(pages)
    unmarked = dict(_find_over_text(pages, judge.repeats)) | dict(judge.judge_margins()) | dict(_find_at_sides(pages))
    return unmarked | dict(_find_marked(pages, judge))


class _Judge:
    """Knows all lines at the edges of a file's pages."""

    def __init__(self, pages: Sequence[PageLayout]) -> None:
        self._first_printed, self._whole = _find_beginnings(pages)
        self._sides = list(find_margin_lines(pages))
        lines = [one for side in self._sides for one in side]
        beginnings = [one for one in lines if one.text in self._whole and self.is_first(one.text, one.page)]
        self.repeats = Repeats(pages, lines, beginnings)

    def is_first(self, text: str, page: int) -> bool:
        """Tell whether ``text``, folded, holds what a document begins with, printed on no page before ``page``."""
        return self._first_printed.get(text) == page

    def judge_margins(self) -> Iterator[tuple[tuple[int, int], Furniture]]:
        """Yield from each edge inwards what is, or may be, the page's."""
        for side in self._sides:
            for one in side:
                weight = self.repeats.weigh(one)
                if self.is_first(one.text, one.page) and (one.text in self._whole or weight in _LEAVE_OUT):
                    continue
                found = self._judge_number(one) or self._judge_words(one, weight)
                if found is not None:
                    yield (one.page, one.index), found
                if found is None or not found.reason:
                    break

    def _judge_number(self, one: MarginLine) -> Furniture | None:
        if one.number is None:
            return None
        counting = self.repeats.find_counting(one)
        alone = one.near and one.apart and one.number.form not in _COUNTING
        two = len(counting) > 1 and all(other.apart for other in counting)
        if len(counting) >= ENOUGH or ((alone or two) and not one.flush):
            return Furniture(PAGE_NUMBER)
        return Furniture("", _phrase(_MAYBE_NUMBER, one)) if alone or two else None

    def _judge_words(self, one: MarginLine, weight: Weight) -> Furniture | None:
        reason = HEAD if one.upper else FOOT
        if one.text in self._whole:
            again = any(self.is_first(other.text, other.page) for other in self.repeats.find_alike(one))
            return Furniture(reason) if again else None
        if weight is Weight.NOTHING or read_label(one.row.text).kind is not LabelKind.NONE:
            return None
        if weight in _LEAVE_OUT:
            return Furniture(reason, "" if weight is Weight.CERTAIN else _phrase(_LEFT_OUT, one))
        return Furniture("", _phrase(_KEPT, one))


def _find_at_sides(pages: Sequence[PageLayout]) -> Iterator[tuple[tuple[int, int], Furniture]]:
    """Yield the level lines that are set apart from the text: page numbers beside it."""
    for at, page in enumerate(pages):
        for index, row in enumerate(page.turned, start=len(page.rows)):
            if row.printed[0].turn == 0:
                yield (at, index), Furniture(PAGE_NUMBER)


def _find_marked(pages: Sequence[PageLayout], judge: _Judge) -> Iterator[tuple[tuple[int, int], Furniture]]:
    """Yield what the PDF itself marks as the pages' own."""
    for at, page in enumerate(pages):
        boxes = [*(row.box for row in page.rows if not is_marked(row)), *(table.box for table in page.tables)]
        top = min((box.top for box in boxes), default=page.sheet.box.middle[1])
        bottom = max((box.bottom for box in boxes), default=page.sheet.box.middle[1])
        for index, row in enumerate(page.lines):
            if not is_marked(row) or judge.is_first(fold_row(row), at):
                continue
            if read_page_number(row.text):
                reason = PAGE_NUMBER
            elif index < len(page.rows) and not top < row.base < bottom:
                reason = HEAD if row.base <= top else FOOT
            else:
                reason = OVER
            yield (at, index), Furniture(reason)


def _find_over_text(pages: Sequence[PageLayout], repeats: Repeats) -> Iterator[tuple[tuple[int, int], Furniture]]:
    """Yield what runs across the text of three pages, at the same place and in the same words."""
    lines = [
        (at, index, row)
        for at, page in enumerate(pages)
        for index, row in enumerate(page.lines)
        if row.printed[0].turn % RIGHT_ANGLE
    ]
    across = defaultdict(list)
    for line in lines:
        across[fold_row(line[-1]), line[-1].printed[0].turn].append(line)
    for found in across.values():
        for at, index, row in found:
            places = ((page, abs(row.base - other.base), abs(row.x0 - other.x0)) for page, _, other in found)
            alike = [page for page, down, aside in places if max(down, aside) <= SAME]
            if repeats.count_different(alike, ()) >= ENOUGH:
                message = _LEFT_OUT.replace("WHERE", "ページに重なる斜め").replace("WORDS", row.text)
                yield (at, index), Furniture(OVER, message)


def _phrase(message: str, one: MarginLine) -> str:
    words = one.words[0] if one.words and one.words[0] else one.row.text
    return message.replace("WHERE", "ページの上" if one.upper else "ページの下").replace("WORDS", words)


def _find_beginnings(pages: Sequence[PageLayout]) -> tuple[dict[str, int], frozenset[str]]:
    """Return by its folded text the page that first prints a line a document begins with, and which are such alone.

    Another line may name a document beside other words.
    """
    first: dict[str, int] = {}
    whole: set[str] = set()
    for at, page in enumerate(pages):
        rows = sorted(page.rows, key=lambda row: row.base)
        starts = document_starts([row.text for row in rows])
        for index, row in enumerate(rows):
            text = fold_row(row)
            if index in starts or consultation_number(text) is not None or _BEGINNING.fullmatch(text):
                whole.add(text)
            if text in whole or _BEGINNING.search(text):
                first.setdefault(text, at)
    return first, frozenset(whole)
