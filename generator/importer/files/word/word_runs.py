"""Reads what stands in a paragraph of a Word document, run by run."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from generator.importer.files.word.word_numerals import read_sign
from generator.importer.files.word.word_xml import (
    TEXTS,
    Element,
    Styles,
    attribute,
    children,
    choose_alternative,
    down,
    read_characters,
)

BREAK: Final = "\n"
GETA: Final = "〓"


class Apart(Enum):
    """Why text of a paragraph is no part of the document."""

    DELETED = "変更履歴で削除された文字"
    HIDDEN = "隠し文字（印刷されない文字）"
    RUBY = "ふりがな"
    FIELD = "フィールドの命令（印刷されない文字）"
    OTHER_FORM = "同じ図形の、古いWordのための文字"
    MERGED = "結合されたセルに隠れた文字"
    DELETED_ROW = "変更履歴で削除された行の文字"


class Noticed(Enum):
    """What a clerk should know of."""

    PICTURE = "画像があります。画像の中の文字は読み取れません。"
    CHART = "グラフか図表（SmartArtなど）があります。その中の文字は読み取れません。"
    FORMULA = "数式があります。形は読み取れないので、原本と見比べてください。"
    DATE = "日付や時刻を自動で書く欄があります。文書が最後に保存されたときの文字を読みました。"
    CHANGED = "変更履歴が残っています。挿入された文字は本文とし、削除された文字は除きました。"
    FORM = "入力欄やチェックボックスがあります。その中の文字は、読み取れないことがあります。"
    EMBEDDED = "ほかのファイルが埋め込まれています。その中の文字は読み取れません。"
    RUBY = "ふりがながあります。ふりがなは本文に入れていません。"
    BOX = (
        "テキストボックス（図形の中の文字）があります。置かれている段落のそばに置きました。順序を原本と見比べてください"
    )
    FOOTNOTE = "脚注があります。脚注とその番号は本文に入れていません"


@dataclass(frozen=True)
class RunPiece:
    """Text of a paragraph; ``apart`` says why it is no part of the document.

    ``added`` tells that it is printed, but is no text in the file. ``box`` is a text box anchored there.
    """

    text: str = ""
    apart: Apart | None = None
    added: bool = False
    box: Element | None = None


# What says how something looks, or looked, and is no text.
_PROPERTIES: Final = re.compile(r"w:(?:\w+Pr|\w+Change|numberingChange|delInstrText|sectPr)")
# What is printed and no text; the sign of a w:sym is to be looked up.
_SIGNS: Final = {"w:br": BREAK, "w:cr": BREAK, "w:tab": " ", "w:ptab": " ", "w:noBreakHyphen": "-", "w:sym": ""}
_FOOTNOTES: Final = frozenset({"w:footnoteReference", "w:endnoteReference"})
_DELETIONS: Final = frozenset({"w:del", "w:moveFrom"})
_INSERTIONS: Final = frozenset({"w:ins", "w:moveTo"})
_NOTICED: Final = {
    "pic:pic": Noticed.PICTURE,
    "v:imagedata": Noticed.PICTURE,
    "c:chart": Noticed.CHART,
    "dgm:relIds": Noticed.CHART,
    "m:oMath": Noticed.FORMULA,
    "w:object": Noticed.EMBEDDED,
    "w:ruby": Noticed.RUBY,
}
_DATES: Final = frozenset({"DATE", "TIME"})
_DRAWN: Final = "EQ"

NO_SYMBOL: Final = "記号フォントの文字を読み取れません。{geta}にしましたので、原本を見て直してください（{font} {code}）"
SYMBOL: Final = "記号フォントの文字を「{sign}」と読みました。原本と見比べてください（{font} {code}）"
FORMULA: Final = "囲い文字などの式を読み取れません。原本を見て補ってください（{code}）"
WORD_ART: Final = "ワードアートの文字は読み取れません。原本を見て補ってください（{text}）"

Tell = Callable[[Noticed | str], None]


@dataclass
class _Field:
    """A field that is open: its instruction, and whether what is shown of it has begun."""

    instruction: str = ""
    shown: bool = False


class Runs:
    """Reads paragraphs in their order: a field may begin in one and end in another. ``tell`` takes what is noticed."""

    def __init__(self, styles: Styles, tell: Tell) -> None:
        """Read by ``styles``."""
        self._styles = styles
        self._tell = tell
        self._fields: list[_Field] = []

    def read_pieces(self, paragraph: Element) -> Iterator[RunPiece]:
        """Yield the pieces of ``paragraph`` in their order."""
        yield from self._read_inside(paragraph, paragraph, None)
        # A file that says no end of an instruction would lose all that follows.
        self._fields = [field for field in self._fields if field.shown]

    def hides_end(self, paragraph: Element) -> bool:
        """Tell whether ``paragraph`` does not end, as its end is deleted or hidden: it goes on in the next."""
        mark = down(paragraph, "w:pPr", "w:rPr")
        deleted = any(down(mark, name) is not None for name in _DELETIONS)
        if deleted:
            self._tell(Noticed.CHANGED)
        return deleted or self._styles.hides(paragraph, mark)

    def _read_inside(self, element: Element, paragraph: Element, apart: Apart | None) -> Iterator[RunPiece]:
        for name, child in children(element):
            yield from self._read_element(name, child, paragraph, apart)

    def _read_element(self, name: str, child: Element, paragraph: Element, apart: Apart | None) -> Iterator[RunPiece]:
        self._notice(name, child)
        if name in TEXTS:
            field = None if all(field.shown for field in self._fields) else Apart.FIELD
            yield RunPiece(re.sub(r"[\t\r\n]", " ", read_characters(child)), apart or field)
        elif name == "w:txbxContent":
            yield RunPiece(box=child, apart=apart)
        elif name == "mc:AlternateContent":
            first, others = choose_alternative(child)
            if first is not None:
                yield from self._read_inside(first, paragraph, apart)
            for other in others:
                yield from self._read_inside(other, paragraph, apart or Apart.OTHER_FORM)
        elif name in _SIGNS:
            yield RunPiece(_SIGNS[name] or self._read_symbol(child), apart, added=True)
        elif not self._takes_field(name, child) and not _PROPERTIES.fullmatch(name):
            yield from self._read_inside(child, paragraph, apart or self._find_reason(name, child, paragraph))

    def _find_reason(self, name: str, child: Element, paragraph: Element) -> Apart | None:
        if name in _DELETIONS:
            return Apart.DELETED
        if name == "w:rt":
            return Apart.RUBY
        if name == "w:r" and self._styles.hides(paragraph, down(child, "w:rPr")):
            return Apart.HIDDEN
        return None

    def _notice(self, name: str, child: Element) -> None:
        if name in _NOTICED:
            self._tell(_NOTICED[name])
        elif name in _DELETIONS or name in _INSERTIONS:
            self._tell(Noticed.CHANGED)
        elif name in _FOOTNOTES:
            self._tell(Noticed.FOOTNOTE)
        elif name == "w:fldSimple":
            self._read_instruction(attribute(child, "instr") or "")
        elif name == "v:textpath" and child.get("string"):
            self._tell(WORD_ART.format(text=child.get("string")))

    def _read_symbol(self, child: Element) -> str:
        font, code = attribute(child, "font") or "", attribute(child, "char") or ""
        try:
            printed = read_sign(chr(int(code, 16)), font)
        except ValueError:
            printed = None
        if printed is None:
            self._tell(NO_SYMBOL.format(geta=GETA, font=font, code=code))
            return GETA
        self._tell(SYMBOL.format(sign=printed, font=font, code=code))
        return printed

    def _takes_field(self, name: str, child: Element) -> bool:
        """Tell whether ``child``, called ``name``, only says how a field is made, and take that in."""
        if name == "w:instrText" and self._fields:
            self._fields[-1].instruction += read_characters(child)
        elif name == "w:fldChar":
            self._read_field(child)
        return name in {"w:instrText", "w:fldChar"}

    def _read_field(self, child: Element) -> None:
        kind = attribute(child, "fldCharType")
        if down(child, "w:ffData") is not None:
            self._tell(Noticed.FORM)
        if kind == "begin":
            self._fields.append(_Field())
        elif self._fields and kind in {"separate", "end"}:
            if not self._fields[-1].shown:
                self._read_instruction(self._fields[-1].instruction)
            self._fields[-1].shown = True
            if kind == "end":
                self._fields.pop()

    def _read_instruction(self, code: str) -> None:
        words = code.split()
        first = words[0].upper() if words else ""
        if first in _DATES:
            self._tell(Noticed.DATE)
        elif first == _DRAWN:
            self._tell(FORMULA.format(code=code.strip()))
