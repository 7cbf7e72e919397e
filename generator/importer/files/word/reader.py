"""Reads a Word document (.docx): its paragraphs and tables in their order, with nothing of it lost."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from generator.importer.files.page_numbers import looks_like_page_number
from generator.importer.files.reading import Block, Line, Reading, UnreadableError
from generator.importer.files.text_file import PAGE_NUMBER
from generator.importer.files.word.numbering import Counter as NumberingCounter
from generator.importer.files.word.package import DAMAGED, WordFile, open_word
from generator.importer.files.word.story import Story
from generator.importer.files.word.styles import Styles
from generator.importer.files.word.xml import Element, letters_in
from generator.japanese.fold import without_space

_NAMED: Final = 30
_KINDS: Final = {
    "header": "ヘッダー",
    "footer": "フッター",
    "footnotes": "脚注",
    "endnotes": "文末脚注",
    "comments": "コメント",
}
_MARGINS: Final = frozenset({"header", "footer"})

NO_TEXT: Final = (
    "{name} には文字がなく、画像だけのようです。所管課から文字のある文書を受け取るか、OCR（文字認識）をかけたPDFを"
    "使うか、文章を .txt のファイル（UTF-8）にして読み込んでください。"
)
DIFFERENCE: Final = "{part}は、ファイルの中の文字と、読み込んだ文字が違います（{found}）。原本と見比べてください。"
MEANT_FOR_THE_BODY: Final = "{part}に「{text}」とあります。本文には入れていません。"
_BODY: Final = "本文"
_NUMBERS_A_DOCUMENT: Final = re.compile(r"資料\s*[NnＮ]|諮\s*問\s*第")


def read_word(path: Path) -> Reading:
    """Read the Word document at ``path``. It has no pages until it is printed: all is on the first.

    Raises UnreadableError where it holds no text or cannot be read, and OSError where the disk does not give it.
    """
    data = path.read_bytes()
    word = open_word(path.name, data)
    try:
        reading = _read(path.name, word)
    except Exception as error:  # whatever the file makes of its reader, the clerk is told what to do
        raise UnreadableError(DAMAGED.format(name=path.name)) from error
    if not reading.blocks:
        raise UnreadableError(NO_TEXT.format(name=path.name))
    return reading


def _read(name: str, word: WordFile) -> Reading:
    notes: dict[str, None] = {}
    styles = Styles(word.styles)

    def tell(note: str) -> None:
        notes.setdefault(note)

    def story() -> Story:
        return Story(styles, NumberingCounter(word.numbering, styles), tell)

    body = story()
    blocks = tuple(body.blocks(word.document))
    left_out = list(body.left_out)
    differences = list(_differences(_BODY, word.document, body, blocks))
    for kind, part in word.others:
        beside = story()
        beside.all_apart(part, lambda text, kind=kind: _reason(kind, text))  # type: ignore[misc]
        left_out.extend(beside.left_out)
        for one in beside.left_out:
            if kind in _MARGINS and _NUMBERS_A_DOCUMENT.search(one.text):
                tell(MEANT_FOR_THE_BODY.format(part=_KINDS[kind], text=one.text))
        differences.extend(_differences(_KINDS[kind], part, beside, ()))
    return Reading(name, blocks, tuple(left_out), (*notes, *differences))


def _reason(kind: str, text: str) -> str:
    is_number = kind in _MARGINS and looks_like_page_number(text)
    return f"{_KINDS[kind]}（{PAGE_NUMBER}）" if is_number else _KINDS[kind]


def _differences(part: str, root: Element, story: Story, blocks: Iterable[Block]) -> Iterator[str]:
    """Yield a note where the characters in ``root`` are not exactly those of ``blocks`` and of what is left out."""
    printed, theirs = _letters(story.printed), letters_in(root)
    ours = _letters([*_texts(blocks), *(one.text for one in story.left_out)])
    missing, added = theirs + printed - ours, ours - theirs - printed
    found = [
        *([f"読み込めなかった文字「{_named(missing)}」"] if missing else []),
        *([f"余分に読み込んだ文字「{_named(added)}」"] if added else []),
    ]
    if found:
        yield DIFFERENCE.format(part=part, found="、".join(found))


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Line):
            yield block.text
        else:
            yield from (cell.text for row in block.rows for cell in row.cells)


def _letters(texts: Iterable[str]) -> Counter[str]:
    return Counter(without_space("".join(texts)))


def _named(letters: Counter[str]) -> str:
    whole = "".join(sorted(letters.elements()))
    return whole if len(whole) <= _NAMED else f"{whole[:_NAMED]}…"
