"""Labels that an extraction set on a line of their own: １, and below it 回線結合する理由."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from generator.importer.document.numbering import label_of
from generator.importer.files.reading import Block, Line
from generator.model.labels import LabelKind

_NUMERAL: Final = "[0-9０-９]{1,2}"
_LONE: Final = re.compile(
    rf"第\s?{_NUMERAL}|{_NUMERAL}[.．]?|[（(]{_NUMERAL}[）)]|{_NUMERAL}[）)]|[①-⑳⑴-⒇・]|[（(][ア-ン][）)]|[ア-ン]"
)


def with_their_words(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return ``blocks`` with each label that stands alone on a line put before the line below it.

    A label below which another one stands, or nothing, stays alone.
    """
    joined: list[Block] = []
    for block in blocks:
        before = joined[-1] if joined else None
        if isinstance(block, Line) and isinstance(before, Line) and _is_label_of(before, block):
            joined[-1] = replace(block, text=f"{before.text} {block.text}", number=before.number, page=before.page)
        else:
            joined.append(block)
    return tuple(joined)


def _is_label_of(before: Line, line: Line) -> bool:
    words = label_of(line.text).kind is LabelKind.NONE and _LONE.fullmatch(line.text) is None
    return words and _LONE.fullmatch(before.text) is not None
