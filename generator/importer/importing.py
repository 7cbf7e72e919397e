"""What an import makes of the files: for each draft its own, beside the one that may be there, and the proof of it.

All of it goes by what the files held when they were first read; nothing is written here.
"""

from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path

from generator.disk.changes import FilesRead
from generator.importer.draft import Drafted, Drafts, NoDraftError
from generator.importer.draft_text import write_draft
from generator.importer.merging import merge
from generator.importer.proof import Proof, prove
from generator.importer.source_files import add_to_source
from generator.model.consultation import Consultation
from generator.store.files import CONSULTATIONS, DRAFTS, FORMER_DRAFTS, SOURCES, Stored


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

    ``read_text`` is the new reading as a file, ``before`` what the file held when it was read, and ``text`` what it
    shall hold, or None where it stays as it is; ``proof`` is about what it then holds, ``proof_before`` about
    ``before``. ``kept_out`` are lines of the new reading that are not brought in, because hands have changed what they
    change (as a diff).
    """

    drafted: Drafted
    fate: Fate
    path: Path | None = None
    read_text: str = ""
    before: bytes = b""
    text: str | None = None
    proof: Proof | None = None
    proof_before: Proof | None = None
    kept_out: tuple[str, ...] = ()
    first_reading_known: bool = True

    @property
    def stored(self) -> Stored[Consultation] | None:
        """What the file then says, or None where it cannot be read."""
        return self.proof.stored if self.proof else None

    def decline(self) -> "Imported":
        """Return the consultation with its file left as it is."""
        return replace(self, fate=Fate.DECLINED, text=None, kept_out=(), proof=self.proof_before)


def import_drafts(content: Path, drafts: Drafts, read: FilesRead, *, update: bool) -> tuple[Imported, ...]:
    """Return what becomes of each of ``drafts`` in the ``content`` folder, whose files are ``read`` for it.

    An existing file is left alone, or with ``update`` brought up to the new reading. Also the sources are read now, so
    that what is written to them goes by what they held before anybody was asked. Raises OSError where a file cannot be
    read.
    """
    for each in drafts.drafted:
        if each.draft is not None:
            read.read(_source_of(content, each.draft.consultation.meeting.isoformat()))
    return tuple(_import_draft(content, each, read, update=update) for each in drafts.drafted)


def _source_of(content: Path, day: str) -> Path:
    return content / SOURCES / f"{day}.txt"


def _import_draft(content: Path, drafted: Drafted, read: FilesRead, *, update: bool) -> Imported:
    if drafted.draft is None:
        return Imported(drafted, Fate.REFUSED)
    path = content / CONSULTATIONS / f"{drafted.draft.consultation.number}.yml"
    try:
        text = write_draft(drafted.draft)
    except NoDraftError as refusal:
        return Imported(replace(drafted, draft=None, reason=str(refusal)), Fate.REFUSED)
    first, before = _read_first_reading(content, path.name, read), read.read(path)
    if before is None:
        return Imported(drafted, Fate.NEW, path, text, text=text, proof=prove(drafted.document, text.encode()))
    proof = prove(drafted.document, before)
    kept = Imported(drafted, Fate.KEPT, path, text, before, proof=proof, proof_before=proof)
    # What cannot be read, nobody but its owner can mend.
    return _bring_up_to_date(first, kept) if update and kept.stored is not None else kept


def _read_first_reading(content: Path, name: str, read: FilesRead) -> str | None:
    """Return what an import first wrote into the file ``name``, or None where that is not known."""
    first = read.read(content / DRAFTS / name)
    if first is None:
        first = read.read(content / FORMER_DRAFTS / name)
    try:
        return None if first is None else first.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return None


def _bring_up_to_date(first: str | None, kept: Imported) -> Imported:
    """Return ``kept`` with the new reading in it, as ``first``, the first reading, allows."""
    before = kept.before.decode("utf-8")
    # Of a file that no import wrote nobody knows what hands have changed: the whole difference is shown.
    merged = merge(before if first is None else first, before, kept.read_text)
    same = replace(kept, fate=Fate.SAME, kept_out=merged.kept_out, first_reading_known=first is not None)
    if merged.text == before:
        return same
    proof = prove(kept.drafted.document, merged.text.encode())
    changed = replace(same, fate=Fate.CHANGED, text=merged.text, proof=proof)
    # Where reading and hands do not go together, the file stays one that can be read.
    return changed if changed.stored is not None else same


def plan_files(
    content: Path,
    results: tuple[Imported, ...],
    read: FilesRead,
    original: bytes | None,
    replaced: frozenset[int] = frozenset(),
) -> tuple[dict[Path, bytes], tuple[int, ...]]:
    """Return the files that an import writes, and the numbers whose meeting's source holds another text.

    ``original`` is the one text file that everything was read from, if it was; ``replaced`` are the numbers whose new
    text takes the place of the old one in the source. Raises SourceUnreadableError where a source cannot be added to.
    """
    files: dict[Path, bytes] = {}
    for each in results:
        if each.text is not None and each.path is not None:
            files[each.path] = each.text.encode()
            files[content / DRAFTS / each.path.name] = each.read_text.encode()
    differing: list[int] = []
    for day, drafted in _group_by_day(results).items():
        path = _source_of(content, day)
        documents = {each.number or 0: each.document for each in drafted}
        source = add_to_source(path.name, read.read(path), documents, original, replaced)
        differing.extend(source.differing)
        if source.data is not None:
            files[path] = source.data
    return files, tuple(differing)


def _group_by_day(results: tuple[Imported, ...]) -> dict[str, list[Drafted]]:
    """Return the days of the meetings, as the files name them, with the drafts of each."""
    days: dict[str, list[Drafted]] = {}
    for each in results:
        drafted, stored = each.drafted, each.stored
        if drafted.draft is not None and stored is not None:
            day = drafted.draft.consultation.meeting
            if stored.value.meeting == day:
                days.setdefault(day.isoformat(), []).append(drafted)
    return days
