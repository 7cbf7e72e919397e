"""The content checked whole: by itself, and against what the ledger says was published."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.archive.checks.filing import check_doubts
from generator.archive.checks.privacy import check_values
from generator.archive.hand_written_pages import HandWritten
from generator.archive.loading import Loaded, Progress, load
from generator.model.ledger import SCHEME, AddressChanges, Ledger
from generator.problems import Problem, has_errors
from generator.site.addresses import TAKEN
from generator.site.ledger.address_checks import check_address_changes, check_addresses
from generator.site.ledger.comparison import Comparison
from generator.site.ledger.consultation_checks import check_consultations
from generator.site.ledger.records_to_write import check_records
from generator.store.contacts import read_contacts
from generator.store.files import ADDRESS_CHANGES_FILE, Stored, not_readable, read_file
from generator.store.ledger_file import read_ledger


@dataclass(frozen=True)
class Checked:
    """The content with every problem. There is no ``comparison`` where errors keep it from being made."""

    loaded: Loaded
    comparison: Comparison | None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem, by file and line."""
        return self.loaded.problems


def load_and_check(
    content: Path, progress: Progress = lambda _done, _total: None, pages: frozenset[str] = frozenset()
) -> Checked:
    """Load the ``content`` folder and find every problem in it, also with what was published.

    ``pages`` are the hand-written ones that the navigation names.
    """
    loaded = load(content, progress, pages=HandWritten(pages, TAKEN))
    ledger, problems = read_ledger(content)
    changes, more = _read_changes(content)
    problems = (*problems, *more)
    comparison = None
    if loaded.archive is not None and changes is not None and not has_errors((*loaded.problems, *problems)):
        comparison = Comparison(content, loaded, loaded.archive, ledger, changes)
        problems = (*problems, *_check(comparison))
    return Checked(replace(loaded, problems=tuple(sorted((*loaded.problems, *problems)))), comparison)


def _read_changes(content: Path) -> tuple[Stored[AddressChanges] | None, tuple[Problem, ...]]:
    name = f"{content.name}/{ADDRESS_CHANGES_FILE}"
    try:
        stored, problems = read_file(content / ADDRESS_CHANGES_FILE, name, AddressChanges)
    except FileNotFoundError:
        return Stored(AddressChanges(), name, {}), ()
    except OSError as error:
        return None, (not_readable(name, error),)
    if stored is not None:
        contacts, _ = read_contacts(content)
        problems = (*check_doubts(stored), *stored.noticed, *check_values(stored, contacts, content.name))
    return stored, problems


def _check(comparison: Comparison) -> Iterator[Problem]:
    if comparison.ledger is not None:
        newest = max(entry.scheme for entry in comparison.publications)
        if newest > SCHEME:
            yield _too_new(comparison.ledger)
            return
        yield from check_consultations(comparison)
        yield from check_addresses(comparison)
    yield from check_address_changes(comparison)
    yield from check_records(comparison)


def _too_new(ledger: Stored[Ledger]) -> Problem:
    message = "この台帳は、今のプログラムより新しいプログラムで書かれています。"
    return ledger.problem((), message, "プログラムを新しくしてから、もう一度調べてください。")
