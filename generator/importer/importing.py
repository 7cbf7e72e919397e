"""What an import would write: for each draft its file, beside the one that may be there, and the proof of its text."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path
from typing import Final

from generator.importer.draft import RefusedError
from generator.importer.draft_text import draft_text
from generator.importer.drafting import Drafted, Drafts
from generator.importer.merging import merge
from generator.importer.proof import Proof, prove
from generator.importer.source_files import source_file
from generator.model.consultation import Consultation
from generator.store.files import CONSULTATIONS, SOURCES, Stored, read_data

# What each import wrote, so that a later one can tell what hands have changed since. MkDocs leaves the folder alone.
DRAFTS: Final = ".drafts"


class Fate(Enum):
    """What becomes of a consultation's file."""

    NEW = auto()
    KEPT = auto()
    DECLINED = auto()
    SAME = auto()
    CHANGED = auto()
    REFUSED = auto()


@dataclass(frozen=True)
class Imported:
    """A consultation as imported.

    ``read_text`` is the new reading as a file, ``before`` what the file holds now, and ``text`` what it shall hold, or
    None where it stays as it is; ``proof`` is about what it then holds. ``kept_out`` are lines of the new reading that
    are not brought in, because hands have changed what they change (as a diff).
    """

    drafted: Drafted
    fate: Fate
    path: Path | None = None
    read_text: str = ""
    before: bytes = b""
    text: str | None = None
    proof: Proof | None = None
    kept_out: tuple[str, ...] = ()
    first_reading_known: bool = True

    @property
    def stored(self) -> Stored[Consultation] | None:
        """What the file then says, or None where it cannot be read."""
        if self.path is None:
            return None
        stored, _ = read_data(self.before if self.text is None else self.text.encode(), self.path.name, Consultation)
        return stored

    def left_alone(self, fate: Fate) -> "Imported":
        """Return the consultation with its file left as it is."""
        return replace(self, fate=fate, text=None, kept_out=(), proof=prove(self.drafted.document, self.before))


def imported(content: Path, drafts: Drafts, *, update: bool) -> tuple[Imported, ...]:
    """Return what becomes of each of ``drafts`` in the ``content`` folder; nothing is written.

    An existing file is left alone, or with ``update`` brought up to the new reading. Raises OSError where a file
    cannot be read.
    """
    return tuple(_imported(content, each, update=update) for each in drafts.drafted)


def _imported(content: Path, drafted: Drafted, *, update: bool) -> Imported:
    if drafted.draft is None:
        return Imported(drafted, Fate.REFUSED)
    path = content / CONSULTATIONS / f"{drafted.draft.consultation.number}.yml"
    try:
        text = draft_text(drafted.draft)
    except RefusedError as refusal:
        return Imported(replace(drafted, draft=None, reason=str(refusal)), Fate.REFUSED)
    if not path.exists():
        return Imported(drafted, Fate.NEW, path, text, text=text, proof=prove(drafted.document, text.encode()))
    kept = Imported(drafted, Fate.KEPT, path, text, path.read_bytes()).left_alone(Fate.KEPT)
    # What cannot be read, nobody but its owner can mend.
    return _updated(content, path, kept) if update and kept.stored is not None else kept


def _updated(content: Path, path: Path, kept: Imported) -> Imported:
    before = kept.before.decode("utf-8")
    first = _first_reading(content, path)
    # Of a file that no import wrote nobody knows what hands have changed: the whole difference is shown.
    merged = merge(first.read_text(encoding="utf-8") if first.exists() else before, before, kept.read_text)
    result = replace(kept, fate=Fate.SAME, kept_out=merged.kept_out, first_reading_known=first.exists())
    changed = replace(
        result, fate=Fate.CHANGED, text=merged.text, proof=prove(kept.drafted.document, merged.text.encode())
    )
    # Where reading and hands do not go together, the file stays one that can be read.
    return changed if merged.text != before and changed.stored is not None else result


def _first_reading(content: Path, path: Path) -> Path:
    return content / DRAFTS / path.name


def files_to_write(
    content: Path, results: tuple[Imported, ...], original: bytes | None, replaced: frozenset[int] = frozenset()
) -> tuple[dict[Path, bytes], tuple[int, ...]]:
    """Return the files that an import writes, and the numbers whose meeting's source holds another text.

    ``original`` is the one text file that everything was read from, if it was; ``replaced`` are the numbers whose new
    text takes the place of the old one in the source. Raises OSError, and SourceUnreadableError where a source cannot
    be added to.
    """
    files: dict[Path, bytes] = {}
    for each in results:
        if each.text is not None and each.path is not None:
            files[each.path] = each.text.encode()
            files[_first_reading(content, each.path)] = each.read_text.encode()
    differing: list[int] = []
    for day, drafted in _by_day(results):
        path = content / SOURCES / f"{day}.txt"
        source = source_file(path, {each.number or 0: each.document for each in drafted}, original, replaced)
        differing.extend(source.differing)
        if source.data is not None:
            files[path] = source.data
    return files, tuple(differing)


def _by_day(results: tuple[Imported, ...]) -> Iterator[tuple[str, list[Drafted]]]:
    """Yield the days of the meetings, as the files name them, with the drafts of each."""
    days: dict[str, list[Drafted]] = {}
    for each in results:
        drafted, stored = each.drafted, each.stored
        if drafted.draft is not None and stored is not None:
            day = drafted.draft.consultation.meeting
            if stored.value.meeting == day:
                days.setdefault(day.isoformat(), []).append(drafted)
    yield from days.items()
