"""Published consultations: none goes, and none changes its words or facts, without a word to readers."""

from collections.abc import Iterator

from generator.archive.record import Record
from generator.model.consultation import Consultation, Correction
from generator.model.ledger import DigestedConsultation
from generator.problems import Problem
from generator.site import addresses
from generator.site.ledger.comparison import Comparison
from generator.site.ledger.phrases_of_parts import changed_parts, first_path, phrase_parts
from generator.site.ledger.records_to_write import WRITE_IT, paste_correction, paste_redirect, paste_withdrawal
from generator.site.wording import number_name
from generator.store.files import ADDRESS_CHANGES_FILE, CONSULTATIONS, Stored


def check_consultations(comparison: Comparison) -> Iterator[Problem]:
    """Yield a problem for each published consultation that is gone, changed or no longer says its corrections."""
    files = {stored.value.number: stored for stored in comparison.loaded.files}
    for number, published in comparison.before.consultations.items():
        now = number if number in files else _new_number(comparison, number)
        if now in files:
            record = comparison.archive.as_written(comparison.archive.by_number[now])
            yield from _check_corrections(files[now], published)
            yield from _check_changes(comparison, files[now], published, record)
    for number in lost_consultations(comparison):
        yield _gone(comparison, number, comparison.before.consultations[number])


def lost_consultations(comparison: Comparison) -> tuple[int, ...]:
    """Return the numbers of published consultations that are no more, and of which no word is said."""
    return tuple(
        number
        for number in comparison.before.consultations
        if number not in comparison.now.consultations and not comparison.now.is_gone(addresses.consultation(number))
    )


def _new_number(comparison: Comparison, number: int) -> int | None:
    """Return the number that the consultation ``number`` has been given since it was published, or None."""
    before, now = comparison.before.living, comparison.now
    led = now.redirects.get(addresses.consultation(number))
    if led is None or led.address not in before or led.to in before:
        return None
    return next((each for each in now.consultations if addresses.consultation(each) == led.to), None)


def _gone(comparison: Comparison, number: int, published: DigestedConsultation) -> Problem:
    content = comparison.content.name
    file, address = f"{content}/{CONSULTATIONS}/{number}.yml", addresses.consultation(number)
    successor = next((each for each in comparison.now.consultations.values() if _continues(each, published)), None)
    if successor is not None and successor.number not in comparison.before.consultations:
        message = f"公開した{number_name(number)}が、{number_name(successor.number)}に変わっています。"
        written = paste_redirect(address, addresses.consultation(successor.number))
    else:
        message = f"公開した{number_name(number)}がなくなっています。"
        written = paste_withdrawal(address)
    remedy = f"元に戻すか、{content}/{ADDRESS_CHANGES_FILE} に{WRITE_IT}{written}"
    return Problem(file, 1, 1, message, remedy)


def _continues(new: DigestedConsultation, old: DigestedConsultation) -> bool:
    """Tell whether ``new`` has the sections of ``old``, whatever its title block says."""
    sections, former = ({part for part in each.parts.digests.items() if "s" in part[0]} for each in (new, old))
    return bool(former) and len(sections & former) * 2 > len(former)


def _check_changes(
    comparison: Comparison, stored: Stored[Consultation], published: DigestedConsultation, record: Record
) -> Iterator[Problem]:
    now = comparison.digest_as(published.number, record)
    if (now.words, now.facts) == (published.words, published.facts):
        return
    new = new_corrections(stored.value, published)
    since = comparison.before.changed[published.number]
    for correction in new:
        if correction.date < since:
            path = ("corrections", stored.value.corrections.index(correction), "date")
            message = f"訂正の日付 {correction.date} が、直す前のものを公開した日（{since}）より前です。"
            yield stored.problem(path, message, "直した日を書いてください。")
    if not new:
        parts = changed_parts(published, now)
        message = f"公開した内容が、訂正の記録なしに変わっています: {phrase_parts(parts, record)}"
        if published.corrections:
            message += "（前に公開した訂正は、今度の変更の記録にはなりません）"
        is_first = not stored.value.corrections
        where = "sections: の行の前" if is_first else "corrections: の一覧の終わり"
        written = paste_correction(is_first=is_first)
        remedy = f"元に戻すか、このファイルの {where}に次のように書いてください。{written}"
        yield stored.problem(first_path(parts, record), message, remedy)


def new_corrections(consultation: Consultation, published: DigestedConsultation | None) -> tuple[Correction, ...]:
    """Return the corrections of ``consultation`` that were not published yet."""
    known = published.corrections if published else ()
    return tuple(each for each in consultation.corrections if each not in known)


def _check_corrections(stored: Stored[Consultation], published: DigestedConsultation) -> Iterator[Problem]:
    for correction in published.corrections:
        if correction not in stored.value.corrections:
            message = f"公開した訂正（{correction.date}「{correction.what}」）が消されているか、書き換えられています。"
            entry = f"  - date: {correction.date}\n    what: {correction.what}\n    why: {correction.why}"
            remedy = f"corrections に、公開したとおりに戻してください。\n{entry}"
            if not stored.value.corrections:
                remedy = f"sections: の行の前に{WRITE_IT}\ncorrections:\n{entry}"
            yield stored.problem(("corrections",), message, remedy)
