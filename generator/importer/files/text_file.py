"""Reads a text file, as somebody copied or extracted it from the ward's document."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Final

from generator.importer.files.doubtful_letters import note_letters
from generator.importer.files.notes import ReaderNote
from generator.importer.files.reading import PAGE_NUMBER, LeftOut, Line, Reading, UnreadableError, shorten
from generator.japanese.deceiving import compose_marks
from generator.japanese.page_numbers import PageNumberForm, is_bare_number, read_page_number
from generator.store.source_text import MOST_CHARACTERS_IN_A_LINE, read_text, without_form_feeds

NO_TEXT: Final = (
    "{name} には文字がありません。画像だけの資料から取り出したもののようです。"
    "所管課から文字のある文書を受け取るか、OCR（文字認識）をかけたものを使ってください。"
)
EMPTY_PAGE: Final = "{}には文字がありません。画像だけのページなら、その内容は読み取れていません。"
REPEATED: Final = (
    "{}は、ページの初めか終わりの行として、3ページ以上にあります。"
    "ページごとの見出しなら、元のテキストから消して、もう一度取り込んでください。"
)
TOO_LONG: Final = (
    "{name} の{number}行目が長すぎます（{length:,}字）。文書の行の変わり目で改行したテキストを使ってください。"
)

_FORM_FEED: Final = "\f"
_WIDE: Final = "FWA"
# Nobody writes a cell or a count like that.
_CERTAIN: Final = (PageNumberForm.OF_ALL, PageNumberForm.DRESSED)
# Between two page numbers there is a page of text. Numbers that follow each other closely are a table's.
_FEWEST_LINES_OF_A_PAGE: Final = 8
_FEWEST_PAGES_ALIKE: Final = 3
# Documents of one form end and begin alike: with a sentence, 以上, or a numbered heading.
_ENDS_OR_HEADS: Final = re.compile(r"。$|^(?:以上|記|[0-9０-９（(①-⑳《【第].*)$")


def read_text_file(path: Path) -> Reading:
    """Read the UTF-8 text at ``path``; a form feed begins a page. Lines are numbered as in the file.

    Raises UnreadableError where the file is no such text, and OSError where it cannot be read from the disk.
    """
    data = path.read_bytes()
    if data and _FORM_FEED.encode() in data and not data.strip():
        raise UnreadableError(NO_TEXT.format(name=path.name))
    text, problems = read_text(path.name, without_form_feeds(data))
    if problems:
        raise UnreadableError("\n".join(str(problem) for problem in problems))
    lines = text.split("\n")
    _refuse_endless(path.name, lines)
    pages = _find_pages(data.decode("utf-8-sig"), len(lines))
    page_numbers = page_number_lines(lines, pages)
    blocks: list[Line] = []
    left_out: list[LeftOut] = []
    gap = False
    for index, line in enumerate(lines):
        if not line.strip():
            gap = True
        elif index in page_numbers:
            left_out.append(LeftOut(line.strip(), pages[index], index + 1, PAGE_NUMBER))
        else:
            blocks.append(_make_line(line, pages[index], index + 1, after_gap=gap))
            gap = False
    notes = (*_note_empty_pages(data, blocks), *_note_repeated(blocks), *note_letters(blocks))
    return Reading(path.name, tuple(blocks), tuple(left_out), notes)


def _refuse_endless(name: str, lines: list[str]) -> None:
    for number, line in enumerate(lines, start=1):
        if len(line) > MOST_CHARACTERS_IN_A_LINE:
            raise UnreadableError(TOO_LONG.format(name=name, number=number, length=len(line)))


def _note_empty_pages(data: bytes, blocks: list[Line]) -> Iterator[ReaderNote]:
    """Yield a note for each page that a form feed ends and that has no text but its number."""
    filled = {block.page for block in blocks}
    ended = data.count(_FORM_FEED.encode())
    for page in range(1, ended + 1):
        if page not in filled:
            yield ReaderNote(EMPTY_PAGE, page, words=f"{page}ページ", lost=True)


def _note_repeated(blocks: list[Line]) -> Iterator[ReaderNote]:
    """Yield a note on each line that pages begin or end with alike: a form feed is all that tells of their margins."""
    of_pages = [list(lines) for _, lines in groupby(blocks, key=lambda block: block.page)]
    edges = [line for lines in of_pages for line in dict.fromkeys((lines[0], lines[-1]))]
    counts = Counter(line.text for line in edges)
    for line in edges:
        if counts[line.text] >= _FEWEST_PAGES_ALIKE and not _ENDS_OR_HEADS.search(line.text):
            yield ReaderNote(REPEATED, line.page, line.number, f"「{shorten(line.text)}」", once=True)


def width_of(text: str) -> float:
    """Return how much room ``text`` takes in a fixed pitch, in ems: a Japanese character one, a Latin one half."""
    return sum(1 if unicodedata.east_asian_width(letter) in _WIDE else 0.5 for letter in text)


def _make_line(line: str, page: int, number: int, *, after_gap: bool) -> Line:
    indent = width_of(line[: len(line) - len(line.lstrip())])
    text = compose_marks(line.strip())
    return Line(text, page, number, indent, indent + width_of(text), after_gap=after_gap)


def _find_pages(raw: str, count: int) -> list[int]:
    """Return the page of each of the ``count`` lines that the text without form feeds has."""
    pages, page = [], 1
    for line in raw.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        pieces = line.split(_FORM_FEED)
        for place, piece in enumerate(pieces):
            page += place > 0
            if place > 0 or piece or len(pieces) == 1:
                pages.append(page)
    return (pages + [page] * count)[:count]


def page_number_lines(lines: Sequence[str], pages: Sequence[int]) -> frozenset[int]:
    """Return the indexes of the ``lines`` that hold nothing but the number of a page; ``pages`` is the page of each.

    A bare number at the edge of a page is the page's if the numbers of half the pages count on from it, or if it is, in
    half width, the page's place in the file. Where the text does not say where its pages end, it is a half-width number
    that stands apart from the text, with no other such number near: numbers in full width are those of headings.
    """
    read = {index: number for index, line in enumerate(lines) if (number := read_page_number(line)) is not None}
    bare = {index: number.number for index, number in read.items() if number.form is PageNumberForm.BARE}
    dressed = {index: number.number for index, number in read.items() if number.form in _CERTAIN}
    found = set(_at_edges(lines, pages, bare, dressed)) if len(set(pages)) > 1 else set(_apart(lines))
    return frozenset({*dressed, *found})


def _at_edges(
    lines: Sequence[str], pages: Sequence[int], bare: dict[int, int], dressed: dict[int, int]
) -> Iterator[int]:
    written = [index for index, line in enumerate(lines) if line.strip()]
    edges = {
        index
        for place, index in enumerate(written)
        if place in (0, len(written) - 1)
        or pages[index] != pages[written[place - 1]]
        or pages[index] != pages[written[place + 1]]
    }
    numbers = {index: value for index, value in bare.items() if index in edges}
    ahead = Counter(value - pages[index] for index, value in (numbers | dressed).items())
    enough = max(2, len(set(pages)) // 2)
    for index, value in numbers.items():
        is_its_place = value == pages[index] and is_bare_number(lines[index])
        if is_its_place or ahead[value - pages[index]] >= enough:
            yield index


def _apart(lines: Sequence[str]) -> Iterator[int]:
    written = [index for index, line in enumerate(lines) if line.strip()]
    apart = {
        place
        for place, index in enumerate(written)
        if is_bare_number(lines[index]) and _is_between_blanks(lines, index)
    }
    for place in apart:
        if not any(0 < abs(other - place) < _FEWEST_LINES_OF_A_PAGE for other in apart):
            yield written[place]


def _is_between_blanks(lines: Sequence[str], index: int) -> bool:
    before = index == 0 or not lines[index - 1].strip()
    return before and (index + 1 == len(lines) or not lines[index + 1].strip())
