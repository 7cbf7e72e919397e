"""The labels and marks that head a piece of a document, told from words that only look like one."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from generator.importer.files.reading import Block, Line
from generator.japanese.private_use import GETA, is_legible
from generator.model.outline import Label, LabelKind, read_label

# 第１の２のとおり, （１）に同じ, （３）に掲げる業務は, 【別紙】を参照: these point at a section and number none.
_POINTS: Final = re.compile(
    r"(?:の|に|と)\s*(?:[0-9０-９（(①-⑳]|とおり|同じ|同様)|及び|から|、|を?参照|"
    r"に(?:掲げ|定め|規定|基づ|よ[りるっ]|係る|おける|おいて|該当|示す)|のうち|については|を(?:除|含)|は、"
)
# 【別紙】 項目一覧表のとおり
_ENDS_POINTING: Final = re.compile(r"(?:のとおり|参照)[。]?$")
# ３ 年間: this is a quantity.
_QUANTITY: Final = re.compile(r"年間|年度|か月|ヶ月|カ月|箇月|時間|日間|日以内|週間|割|％|歳|円")
_COUNTING: Final = (LabelKind.PART, LabelKind.NUMBER)
_STYLES: Final = (
    ("circled", "[①-⑳]"),
    ("(kana)", "[（(][ア-ン][）)]"),
    ("kana", "[ア-ン]"),
    ("(1)", "[（(⑴-⒇]"),
    ("1)", ".*[）)]"),
)
_NUMERAL: Final = "[0-9０-９]{1,2}"
_LONE: Final = re.compile(
    rf"第\s?{_NUMERAL}|{_NUMERAL}[.．]?|[（(]{_NUMERAL}[）)]|{_NUMERAL}[）)]|[①-⑳⑴-⒇・]|[（(][ア-ン][）)]|[ア-ン]"
)
_ANNEX: Final = re.compile(r"[（(]?別紙\s?[0-9０-９]*[）)]?(?:(?:\s+|「)[^。]{1,40})?(?<!参照)(?<!とおり)")
_NOTE: Final = re.compile(r"[※＊]|[（(]注[0-9０-９]*[）)]|(?:注[0-9０-９]*|備考)(?:[）)：:]|\s)")
# What cannot be read at the beginning: a bullet of a symbol font, or a character (外字) of the name after it.
_MAY_BE_A_SIGN: Final = re.compile(f"[{GETA}\uf020-\uf0ff]|.\\s")
_INLINE: Final = re.compile("\\s+(?=[②-⑳])")


def label_of(text: str) -> Label:
    """Return the label that ``text`` begins with, or one of no kind where the words after it go on a sentence."""
    if len(text) > 1 and not is_legible(text[0]) and is_legible(text[1]) and _MAY_BE_A_SIGN.match(text):
        return Label(LabelKind.BULLET, text[0], 0, text[1:].lstrip())  # a sign that could not be read
    label = read_label(text)
    goes_on = _POINTS.match(label.words) or (label.kind in _COUNTING and _QUANTITY.match(label.words))
    points = label.kind is LabelKind.ANNEX and _ENDS_POINTING.search(label.words)
    if label.kind in (*_COUNTING, LabelKind.ANNEX) and (goes_on or points):
        return Label(LabelKind.NONE, "", 0, text)
    return label


def is_labelled(text: str) -> bool:
    """Tell whether ``text`` begins with a label."""
    return label_of(text).kind is not LabelKind.NONE


def style_of_number(printed: str) -> str:
    """Return how a label of numbers or letters is printed: 1, (1), 1), circled, kana or (kana)."""
    return next((name for name, pattern in _STYLES if re.match(pattern, printed)), "1")


def is_annex(text: str) -> bool:
    """Tell whether ``text`` heads an annex: 【別紙】 項目一覧表, 別紙２ 内訳."""
    return label_of(text).kind is LabelKind.ANNEX or _ANNEX.fullmatch(text) is not None


def is_framed(text: str) -> bool:
    """Tell whether ``text`` is a heading in brackets and without a number: 《事業の概要》."""
    return text.startswith("《") and text.endswith("》")


def is_note(text: str) -> bool:
    """Tell whether ``text`` is a note on other words: ※ 令和３年度の実績."""
    return _NOTE.match(text) is not None


def pieces_of(text: str) -> tuple[str, ...]:
    """Return the pieces of a paragraph that goes on from ① to ② within its lines, or else itself alone."""
    return tuple(_INLINE.split(text)) if text.startswith("①") else (text,)


def join_lone_labels(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return ``blocks`` with each label that stands alone on a line put before the line below it.

    An extraction sets １ above 回線結合する理由. A label below which another one stands, or nothing, stays alone.
    """
    joined: list[Block] = []
    for block in blocks:
        before = joined[-1] if joined else None
        if isinstance(block, Line) and isinstance(before, Line) and _is_label_of(before, block):
            text, notes = f"{before.text} {block.text}", (*before.notes, *block.notes)
            joined[-1] = replace(block, text=text, number=before.number, page=before.page, notes=notes)
        else:
            joined.append(block)
    return tuple(joined)


def _is_label_of(before: Line, line: Line) -> bool:
    words = not is_labelled(line.text) and _LONE.fullmatch(line.text) is None
    return words and _LONE.fullmatch(before.text) is not None
