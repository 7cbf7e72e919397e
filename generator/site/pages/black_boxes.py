"""What a document does not show (黒塗り), on its page: each row of ■ as one box that says why, and how many they are.

The ■ stay characters of the page, so that they are printed and seen in any colours; the reason is read out in their
place, and written out above the document.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.model.blackout import black_rows
from generator.model.consultation import Consultation, Withheld
from generator.model.texts import texts_of

_BOX = Markup('<span class="document-withheld" role="img" aria-label="{said}" title="{said}">{black}</span>')


@dataclass(frozen=True)
class WithheldReason:
    """A reason for which characters are withheld, and how many they are."""

    reason: str
    characters: int


@dataclass(frozen=True)
class WithheldView:
    """What a consultation withholds: why, and the entries that tell its boxes from other ■; empty where nothing is."""

    characters: int = 0
    reasons: tuple[WithheldReason, ...] = ()
    entries: tuple[Withheld, ...] = ()


def withheld_view(consultation: Consultation) -> WithheldView:
    """Return what ``consultation`` withholds."""
    if not consultation.withheld:
        return WithheldView()
    counts: Counter[str] = Counter()
    for _, text in texts_of(consultation):
        for row in black_rows(text, consultation.withheld):
            counts[row.reason] += row.characters
    reasons = tuple(WithheldReason(*each) for each in counts.items())
    return WithheldView(counts.total(), reasons, consultation.withheld)


def draw_boxes(text: str, entries: tuple[Withheld, ...], show: Callable[[str], Markup] = escape) -> Markup:
    """Return ``text`` with each row that ``entries`` tell of as a box, and the rest as ``show`` shows it."""
    return Markup("").join(_draw(text, entries, show))


def _draw(text: str, entries: tuple[Withheld, ...], show: Callable[[str], Markup]) -> Iterator[Markup]:
    start = 0
    for row in black_rows(text, entries):
        yield show(text[start : row.start])
        said = f"非公開（{row.characters}字）: {row.reason}"
        yield _BOX.format(said=said, black=text[row.start : row.end])
        start = row.end
    yield show(text[start:])
