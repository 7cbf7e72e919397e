"""What became of one consultation, publication by publication."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.archive.record import Record
from generator.model.ledger import DigestedConsultation, LedgerEntry
from generator.site import addresses
from generator.site.ledger.checking import Checked
from generator.site.ledger.phrases_of_parts import changed_parts, phrase_parts
from generator.site.wording import number_name


@dataclass(frozen=True)
class Step:
    """What happened to a consultation ``when``: on the day of a publication, or since the last."""

    when: str
    lines: tuple[str, ...]


def history_of(number: int, checked: Checked, publications: tuple[LedgerEntry, ...]) -> tuple[Step, ...]:
    """Return what became of the consultation ``number``; nothing where none of that number was ever held."""
    comparison = checked.comparison
    archive = comparison.archive if comparison else None
    held = archive.as_written(archive.by_number[number]) if archive and number in archive.by_number else None
    steps = []
    known: DigestedConsultation | None = None
    for entry in publications:
        digested = next((each for each in entry.consultations if each.number == number), None)
        lines = (*_tell(digested, known, held), *_tell_address(entry, number))
        known = digested or known
        if lines:
            steps.append(Step(f"{entry.date}の公開", lines))
    pending = comparison.entry_on(comparison.last_day) if comparison else None
    if pending is not None:
        waiting = next((each for each in pending.consultations if each.number == number), None)
        lines = (*_tell(waiting, known, held), *_tell_address(pending, number))
        steps.extend([Step("まだ公開していない変更", lines)] if lines else [])
    return tuple(steps)


def _tell(now: DigestedConsultation | None, before: DigestedConsultation | None, held: Record | None) -> Iterator[str]:
    if now is None:
        return
    if before is None:
        yield "はじめての公開"
    elif now.is_forgotten:
        yield "変わった所: 記録なし（その後の黒塗りのため、消しました）"
    elif before.is_forgotten:
        yield "黒塗りがありました（前の内容の記録は消しました）"
    elif (before.words, before.facts) != (now.words, now.facts):
        yield f"変わった所: {phrase_parts(changed_parts(before, now), held)}"
    for correction in now.corrections:
        yield f"訂正（{correction.date}）: {correction.what}"
        yield f"  理由: {correction.why}"


def _tell_address(entry: LedgerEntry, number: int) -> Iterator[str]:
    page = addresses.consultation(number)
    for redirect in entry.redirects:
        if redirect.address == page:
            yield f"{number_name(number)}のページは {redirect.to} に移りました"
        elif redirect.to == page:
            yield f"{redirect.address} のページがここに移りました"
    for withdrawal in entry.withdrawn:
        if withdrawal.address == page:
            yield f"取り下げ（{withdrawal.date}）: {withdrawal.reason}"
