"""Where a consultation says personal data that nobody has decided about yet."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from generator.evidence.personal_data import PersonalData, find_personal_data
from generator.evidence.public_contacts import is_public
from generator.model.blackout import occurrences
from generator.model.consultation import Consultation
from generator.model.outline import Path
from generator.model.public_contact import PublicContact
from generator.model.texts import remarks_of, texts_of

# So many line breaks no number goes across, but a label and what it labels do: 氏名 and its cell.
_APART: Final = "\n\n\n"


@dataclass(frozen=True)
class PlacedData:
    """Personal data in the text at ``path``, after ``offset`` of its characters."""

    data: PersonalData
    path: Path
    offset: int

    @property
    def core(self) -> str:
        """Its words without white space, by which the same in a source is known."""
        return "".join(self.data.words.split())


def find_in_texts(texts: Iterable[tuple[Path, str]]) -> tuple[PlacedData, ...]:
    """Return the personal data in ``texts``, each with the path of its text, also where one text labels the next."""
    texts = tuple(texts)
    found = find_personal_data(_APART.join(text for _, text in texts))
    if not found:
        return ()
    starts = [0]
    for _, text in texts:
        starts.append(starts[-1] + len(text) + len(_APART))
    placed = []
    for data in found:
        index = bisect_right(starts, data.span.start) - 1
        placed.append(PlacedData(data, texts[index][0], data.span.start - starts[index]))
    return tuple(placed)


def find_in_consultation(
    consultation: Consultation, texts: Iterable[tuple[Path, str]] | None = None
) -> tuple[PlacedData, ...]:
    """Return all personal data that ``consultation`` says, in its ``texts`` and beside, whatever was decided."""
    texts = texts_of(consultation) if texts is None else texts
    return find_in_texts((*texts, *remarks_of(consultation)))


def undecided(
    consultation: Consultation, found: Iterable[PlacedData], contacts: tuple[PublicContact, ...]
) -> Iterator[PlacedData]:
    """Yield what was ``found`` in ``consultation`` that is neither allowed there nor an office's own contact."""
    texts: dict[Path, str] = {}
    for placed in found:
        texts = texts or dict((*texts_of(consultation), *remarks_of(consultation)))
        end = placed.offset + len(placed.data.words)
        spans = (span for entry in consultation.allowed for span in occurrences(entry.words, texts[placed.path]))
        if not any(begin <= placed.offset and end <= last for begin, last in spans) and not is_public(
            placed.data, contacts
        ):
            yield placed
