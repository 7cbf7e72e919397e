"""Doubts what stands at an empty box, in a document whose other boxes are ticked: it was not chosen."""

from collections.abc import Iterator
from typing import Final

from generator.evidence.finding import words_of
from generator.importer.facts.found import DraftDoubt
from generator.kinds.every_kind import NAME_KINDS
from generator.model.consultation import Consultation
from generator.model.outline import outline

UNTICKED: Final = "「{box}」の行は、選ばれていないことを表すようです。選ばれているか、原本を見て確かめてください。"

_TICKED: Final = frozenset("☑☒✓✔")
_EMPTY: Final = frozenset("□☐")


def doubt_unticked(consultation: Consultation) -> Iterator[DraftDoubt]:
    """Yield a doubt for each fact that stands at an empty box, where another box of ``consultation`` is ticked."""
    places = outline(consultation)
    if not any(_TICKED.intersection(words_of(place.section)) for place in places):
        return
    for place in places:
        if place.label.printed in _EMPTY:
            message = UNTICKED.format(box=place.label.printed)
            for kind in NAME_KINDS:
                for use in kind.in_section(place.section):
                    yield DraftDoubt((*place.path, *use.path[:2]), message, held=True)
