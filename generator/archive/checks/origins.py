"""Where a consultation comes from: its meeting's source holds it, and nothing a source holds is left behind."""

from collections.abc import Iterable, Iterator

from generator.archive.checks.wholeness import check_wholeness
from generator.archive.record import Record
from generator.archive.sources import Sources
from generator.problems import Problem


def check_origins(records: Iterable[Record], sources: Sources) -> Iterator[Problem]:
    """Yield for each record where it differs from its source, or why its source is not found."""
    missing: set[str] = set()
    for record in records:
        day = record.consultation.meeting.isoformat()
        if day in sources.unreadable:
            continue
        source = sources.by_day.get(day, {}).get(record.number)
        if source is not None:
            yield from check_wholeness(record, source)
        elif day not in missing:  # said once, not at each consultation of the meeting
            problem, of_the_day = _without_source(record, sources, day)
            missing.update({day} if of_the_day else ())
            yield problem


def check_carried_over(sources: Sources, numbers: set[int]) -> Iterator[Problem]:
    """Yield the consultations in the sources that are not among ``numbers``."""
    for documents in sources.by_day.values():
        for number, source in documents.items():
            if number not in numbers:
                message = f"この文書にある諮問第{number}号のファイルがありません。"
                remedy = f"consultations/{number}.yml を作ってください。"
                yield Problem(source.file, source.first_line, 1, message, remedy)


def _without_source(record: Record, sources: Sources, day: str) -> tuple[Problem, bool]:
    """Return why the source of ``record`` is not found, and whether it holds for every consultation of ``day``."""
    elsewhere = sources.holding(record.number)
    file = sources.file(day)
    if elsewhere is not None:
        message = f"諮問第{record.number}号は、別の開催日の元の文書 {elsewhere.file} にあります。"
        remedy = "開催日（meeting）を直してください。元の文書のファイルは、開催日を名前にしています。"
    elif day in sources.by_day:
        message = f"元の文書 {file} に諮問第{record.number}号がありません。"
        remedy = "番号と開催日を確かめてください。合っていれば、元の文書に資料の文字を書き足してください。"
    else:
        message = f"元の文書 {file} がありません。"
        remedy = "開催日を確かめてください。合っていれば、審議会の資料の文字をこの名前のファイルに置いてください。"
    whole_day = elsewhere is None and day not in sources.by_day
    return record.stored.problem(("meeting",), message, remedy), whole_day
