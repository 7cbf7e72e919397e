"""What the paragraphs of a section state themselves."""

from collections.abc import Sequence
from typing import Any, Final

from generator.importer.document.numbering import is_note, pieces_of
from generator.importer.facts.collected import Collected
from generator.importer.facts.found import Found
from generator.importer.facts.references import besides, points_only

NOTE: Final = "注記「{words}」からは何も読み取っていません。"
BESIDES: Final = "「{words}」とあります。指している所の内容も含むなら、references に書いてください。"


def stated(into: Collected, paragraphs: Sequence[str]) -> list[str]:
    """Return what ``paragraphs`` state: not what only points elsewhere, and no notes, about which there are doubts."""
    into.tell(NOTE.format(words=text) for text in paragraphs if is_note(text))
    own = [text for text in paragraphs if not points_only(text) and not is_note(text)]
    into.tell(BESIDES.format(words=words) for words in map(besides, own) if words)
    return [piece for text in own for piece in pieces_of(text)]


def introduces(into: Collected, found: Found[Any]) -> bool:
    """Tell whether the text of a section, in which only ``found`` was found, leads to the sections beneath."""
    return bool(into.section.sections) and not found.values
