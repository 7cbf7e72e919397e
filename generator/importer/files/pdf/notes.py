"""Says to a clerk, in Japanese, what was noticed in reading a PDF."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from generator.importer.files.pdf.letters import GETA
from generator.importer.files.pdf.page import Glyph, Sheet

# From which part of the page on a picture is worth a look.
_PICTURE: Final = 0.05
# How many characters a note names.
_NAMED: Final = 30


def sheet_notes(sheets: Sequence[Sheet]) -> Iterator[str]:
    """Yield what was noticed on ``sheets``: what could not be read, and what was not taken as the PDF gives it."""
    for pages, note in (
        (_unread(sheets), "{}は画像だけで、文字を読み取れません。原本を見て補ってください。"),
        (_empty(sheets), "{}には何も書かれていません。"),
        (_pictured(sheets), "{}には画像があります。画像の中の文字は読み取れません。"),
        (_commented(sheets), "{}には、注釈か入力欄があります。その中の文字は読み取りません。"),
        (_recognised(sheets), "{}の文字は、画像から機械が読み取ったもの（OCR）です。原本と見比べてください。"),
    ):
        if pages:
            yield note.format(_page_names(pages))
    doubled = sum(len(sheet.doubled) for sheet in sheets)
    if doubled:
        yield f"同じ場所に重ねて印刷された文字（太字に見せるためのものなど）が{doubled}字あり、１回だけ読みました。"
    yield from _renamed(glyph for sheet in sheets for glyph in sheet.glyphs)


def difference_note(page: int, missing: Counter[str], added: Counter[str]) -> str:
    """Return a note on a page that two readers read differently: ``missing`` by us, ``added`` by us."""
    parts = [
        f"もう一方だけが読んだ文字「{_named(missing)}」" if missing else "",
        f"ここに読み込んだだけの文字「{_named(added)}」" if added else "",
    ]
    found = "、".join(part for part in parts if part)
    return f"{page}ページは、２つの方法で読み取った結果が違います（{found}）。原本と見比べてください。"


def _named(letters: Counter[str]) -> str:
    whole = "".join(sorted(letters.elements()))
    return whole if len(whole) <= _NAMED else f"{whole[:_NAMED]}…"


def _unread(sheets: Iterable[Sheet]) -> list[int]:
    return [sheet.number for sheet in sheets if not sheet.glyphs and (sheet.pictures or sheet.edges or sheet.dark)]


def _empty(sheets: Iterable[Sheet]) -> list[int]:
    return [sheet.number for sheet in sheets if not (sheet.glyphs or sheet.pictures or sheet.edges or sheet.dark)]


def _pictured(sheets: Iterable[Sheet]) -> list[int]:
    return [sheet.number for sheet in sheets if sheet.glyphs and sheet.pictures >= _PICTURE and not sheet.recognised]


def _commented(sheets: Iterable[Sheet]) -> list[int]:
    return [sheet.number for sheet in sheets if sheet.comments]


def _recognised(sheets: Iterable[Sheet]) -> list[int]:
    return [sheet.number for sheet in sheets if sheet.recognised and sheet.glyphs]


def _page_names(pages: Sequence[int]) -> str:
    return "・".join(map(str, pages)) + "ページ"


def _renamed(glyphs: Iterable[Glyph]) -> Iterator[str]:
    names = Counter(f"{glyph.named}→{glyph.text}" for glyph in glyphs if glyph.named not in {"", GETA})
    if names:
        shown = "、".join(sorted(names))
        yield f"PDFの中で部首として書かれている{names.total()}字を、印刷されているとおりの漢字にしました（{shown}）。"
