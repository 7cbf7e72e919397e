"""What a publication adds and changes, in lines for the person who publishes and for who asks for the history."""

from collections.abc import Iterator
from typing import Final

from generator.archive.record import Record
from generator.model.ledger import DigestedConsultation, LedgerEntry, PublishedAddress
from generator.model.published_state import PublishedState
from generator.site.ledger.comparison import Comparison
from generator.site.ledger.phrases_of_parts import changed_parts, phrase_parts
from generator.site.wording import number_name

_MOST_LISTED: Final = 20


def tell_entry(entry: LedgerEntry, before: PublishedState, records: dict[int, Record]) -> Iterator[str]:
    """Yield in lines what ``entry`` adds to what was published ``before``; ``records`` are the consultations held."""
    new = [each.number for each in entry.consultations if each.number not in before.consultations]
    if new:
        yield f"新しく公開する諮問: {_list([number_name(number) for number in new])}"
    for digested in entry.consultations:
        known = before.consultations.get(digested.number)
        if known is not None:
            yield from tell_consultation(digested, known, records.get(digested.number))
    yield from (f"アドレスが移る: {each.address} → {each.to}" for each in entry.redirects)
    yield from (f"取り下げる: {each.address}（{each.date}、{each.reason}）" for each in entry.withdrawn)
    yield from (f"名前を改める: {each.address}（{each.date}、{each.what}。{each.why}）" for each in entry.renamed)
    yield from _tell_addresses(entry.addresses, before)


def tell_consultation(
    now: DigestedConsultation, before: DigestedConsultation | None, record: Record | None
) -> Iterator[str]:
    """Yield what changed in a consultation since ``before``, with the corrections that say so."""
    name = number_name(now.number)
    if before is not None and (before.words, before.facts) != (now.words, now.facts):
        yield f"{name}で変わる所: {phrase_parts(changed_parts(before, now), record)}"
    for correction in now.corrections:
        yield f"{name}の訂正（{correction.date}）: {correction.what}。理由: {correction.why}"


def _tell_addresses(addresses: tuple[PublishedAddress, ...], before: PublishedState) -> Iterator[str]:
    again = [each.address for each in addresses if before.is_gone(each.address)]
    new = [each.address for each in addresses if each.address not in before.addresses]
    if again:
        yield f"再び公開するアドレス: {_list(again)}"
    if new:
        yield f"新しいアドレス: {_list(new)}"


def _list(words: list[str]) -> str:
    more = len(words) - _MOST_LISTED
    return "、".join(words[:_MOST_LISTED]) + (f" ほか{more}件" if more > 0 else "") + f"（{len(words)}件）"


def tell_changes(comparison: Comparison) -> tuple[str, ...]:
    """Return in lines what a publication of the content would change for readers; none where nothing is new."""
    entry = comparison.entry_on(comparison.last_day)
    records = {record.number: record for record in comparison.archive.written}
    return tuple(tell_entry(entry, comparison.before, records))
