"""What was found in a draft, in a few lines."""

from collections.abc import Iterable, Iterator

from generator.archive.record import Record
from generator.importer.review.facts import counterparty_text, period_text, volume_text
from generator.importer.review.views import FindingView


def findings_of(record: Record) -> Iterator[FindingView]:
    """Yield what the file of ``record`` states, kind by kind; a kind may have nothing."""
    consultation = record.consultation
    yield FindingView("開催日", (f"{consultation.meeting:%Y-%m-%d}",))
    yield FindingView("所管課", consultation.departments)
    yield FindingView("業務", consultation.businesses)
    yield FindingView(
        "措置と条項",
        tuple(
            f"{measure.type}（{'、'.join(f'条例{article}' for article in measure.articles) or '条項なし'}）"
            for measure in consultation.measures
        ),
    )
    yield FindingView("相手方と役割", _each(counterparty_text(party.counterparty) for party in record.parties))
    yield FindingView("対象となる個人", _each(subject.name for subject in record.subjects))
    yield FindingView("個人情報の項目", tuple(_items(record)))
    yield FindingView("件数", _each(volume_text(stated.volume) for stated in record.volumes))
    yield FindingView("期間", _each(period_text(stated.period) for stated in record.periods))


def _items(record: Record) -> Iterator[str]:
    """Yield how many items each measure hands on, and how many of them are added."""
    several = len(record.consultation.measures) > 1
    for measure in record.consultation.measures:
        lists = [stated for stated in record.item_lists if stated.measure == measure]
        for added, what in ((False, "項目"), (True, "新たな項目")):
            names = {item.name for stated in lists if stated.added is added for item in stated.items}
            if any(stated.added is added for stated in lists):
                count = f"{len(names)}{what}" if not added else f"{what} {len(names)}"
                yield f"{measure.type}: {count}" if several else count


def _each(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
