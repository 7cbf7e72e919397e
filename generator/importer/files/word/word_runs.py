"""Reads what stands in a paragraph of a Word document, run by run."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from generator.importer.files.symbol_fonts import SIGNS, is_symbol_font, read_sign
from generator.importer.files.word.word_xml import (
    TEXTS,
    Element,
    Styles,
    attribute,
    children,
    choose_alternative,
    down,
    hides_in_white,
    read_characters,
)
from generator.japanese.private_use import GETA

BREAK: Final = "\n"


class Apart(Enum):
    """Why text of a paragraph is no part of the document."""

    DELETED = "変更履歴で削除された文字"
    HIDDEN = "隠し文字（印刷されない文字）"
    RUBY = "ふりがな"
    STRUCK = "取消線で消された文字"
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
    COMMENT = "コメントがあります。コメントは本文に入れていません。"
    BOX = (
        "テキストボックス（図形の中の文字）があります。置かれている段落のそばに置きました。順序を原本と見比べてください"
    )
    FOOTNOTE = "脚注があります。脚注とその番号は本文に入れていません"


@dataclass(frozen=True)
class RunPiece:
    """Text of a paragraph; ``apart`` says why it is no part of the document.

    ``added`` tells that it is printed, but is no text in the file, where ``said`` may stand in its place. ``box`` is a
    text box anchored there.
    """

    text: str = ""
    apart: Apart | None = None
    added: bool = False
    said: str = ""
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
    "w:commentReference": Noticed.COMMENT,
}
_UNREAD: Final = frozenset(
    {Noticed.PICTURE, Noticed.CHART, Noticed.FORMULA, Noticed.FORM, Noticed.EMBEDDED, Noticed.FOOTNOTE}
)
_DATES: Final = frozenset({"DATE", "TIME"})
_DRAWN: Final = "EQ"

NO_SYMBOL: Final = "記号フォントの文字を読み取れません。{geta}にしましたので、原本を見て直してください（{font} {code}）"
FORMULA: Final = "囲い文字などの式を読み取れません。原本を見て補ってください（{code}）"
WHITE: Final = "白い文字があります。地が白ければ紙では見えませんが、本文に入れています。原本と見比べてください"
WORD_ART: Final = "ワードアートの文字は読み取れません。原本を見て補ってください（{text}）"


@dataclass(frozen=True)
class Remark:
    """What is said of the paragraph in which it was noticed; what it says is as in a ``ReaderNote``."""

    message: str
    words: str = ""
    once: bool = False
    lost: bool = False


Tell = Callable[[Remark], None]


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
        self._font = ""

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
            self._notice_kind(Noticed.CHANGED)
        return deleted or self._styles.hides(paragraph, mark)

    def _read_inside(self, element: Element, paragraph: Element, apart: Apart | None) -> Iterator[RunPiece]:
        for name, child in children(element):
            yield from self._read_element(name, child, paragraph, apart)

    def _read_element(self, name: str, child: Element, paragraph: Element, apart: Apart | None) -> Iterator[RunPiece]:
        self._notice(name, child)
        if name in TEXTS:
            field = None if all(field.shown for field in self._fields) else Apart.FIELD
            yield from self._read_text(re.sub(r"[\t\r\n]", " ", read_characters(child)), apart or field)
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
            if name == "w:r":
                fonts = down(child, "w:rPr", "w:rFonts")
                self._font = attribute(fonts, "ascii") or attribute(fonts, "hAnsi") or ""
                self._notice_white(child, paragraph)
            yield from self._read_inside(child, paragraph, apart or self._find_reason(name, child, paragraph))

    def _find_reason(self, name: str, child: Element, paragraph: Element) -> Apart | None:
        if name in _DELETIONS:
            return Apart.DELETED
        if name == "w:rt":
            return Apart.RUBY
        properties = down(child, "w:rPr") if name == "w:r" else None
        if name == "w:r" and self._styles.hides(paragraph, properties):
            return Apart.HIDDEN
        return Apart.STRUCK if name == "w:r" and self._styles.strikes(paragraph, properties) else None

    def _notice(self, name: str, child: Element) -> None:
        if name in _NOTICED:
            self._notice_kind(_NOTICED[name])
        elif name in _DELETIONS or name in _INSERTIONS:
            self._notice_kind(Noticed.CHANGED)
        elif name in _FOOTNOTES:
            self._notice_kind(Noticed.FOOTNOTE)
        elif name == "w:fldSimple":
            self._read_instruction(attribute(child, "instr") or "")
        elif name == "v:textpath" and child.get("string"):
            self._tell(Remark(WORD_ART.format(text=child.get("string")), lost=True))

    def _notice_white(self, run: Element, paragraph: Element) -> None:
        if "".join(run.itertext()).strip() and hides_in_white(down(run, "w:rPr"), down(paragraph, "w:pPr")):
            self._tell(Remark(WHITE, once=True))

    def _notice_kind(self, noticed: Noticed) -> None:
        self._tell(Remark(noticed.value, lost=noticed in _UNREAD))

    def _read_text(self, text: str, apart: Apart | None) -> Iterator[RunPiece]:
        if apart is not None or not is_symbol_font(self._font):
            yield RunPiece(text, apart)
            return
        yield from (RunPiece(self._read_sign(letter, self._font), added=True, said=letter) for letter in text)

    def _read_symbol(self, child: Element) -> str:
        font, code = attribute(child, "font") or "", attribute(child, "char") or ""
        try:
            return self._read_sign(chr(int(code, 16)), font)
        except ValueError:
            return self._read_sign(GETA, code)

    def _read_sign(self, letter: str, font: str) -> str:
        printed = letter if letter.isspace() else read_sign(letter, font)
        if printed is None or printed == GETA:
            self._tell(Remark(NO_SYMBOL.format(geta=GETA, font=font, code=f"{ord(letter):04X}"), lost=True))
            return GETA
        if printed != letter:
            self._tell(Remark(SIGNS, f"「{printed}」", once=True))
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
            self._notice_kind(Noticed.FORM)
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
            self._notice_kind(Noticed.DATE)
        elif first == _DRAWN:
            self._tell(Remark(FORMULA.format(code=code.strip()), lost=True))
