"""What a file says of words that are allowed or withheld: they stand in its texts, and no row of ■ is unexplained."""

from collections.abc import Iterator
from typing import Final

from generator.archive.record import Record
from generator.model.blackout import BLACK, occurrences, untold_rows
from generator.problems import Objection, Severity

# A single ■ begins a line or is a box to tick; so many in a row hide something.
_HIDES: Final = 3


def check_decisions(record: Record) -> Iterator[Objection]:
    """Yield the entries of ``allowed`` and ``withheld`` whose words do not stand in the consultation's texts."""
    consultation = record.consultation
    texts = tuple(text for _, text in record.texts) if (consultation.allowed or consultation.withheld) else ()
    for path, entry in consultation.decided():
        key, _ = path
        if key == "withheld" and BLACK not in entry.words:
            remedy = f"公開しない文字は、archive withhold {record.number} で {BLACK} に替えてください。"
            yield Objection((*path, "words"), f"withheld の words に {BLACK} がありません。", remedy)
        elif not any(True for text in texts for _ in occurrences(entry.words, text)):
            remedy = (
                "1つの段落かセルの中の、ひと続きの文字を、文書のとおりに書いてください。"
                "要らなくなったのなら、3行とも消してください。"
            )
            yield Objection((*path, "words"), f"{key} の words が、この諮問の文書にありません。", remedy)


def check_black_rows(record: Record) -> Iterator[Objection]:
    """Yield a warning for each row of ■ that no entry explains."""
    consultation = record.consultation
    told = [entry for _, entry in consultation.decided()]
    for path, text in record.texts:
        if BLACK * _HIDES in text:
            for begin, end in untold_rows(text, told, _HIDES):
                message = f"{BLACK} が{end - begin}字続いていますが、なぜ公開しないのかが書かれていません。"
                remedy = (
                    "公開しない文字なら withheld に、区の資料がこのとおり印刷していて隠した文字でないなら allowed に、"
                    "words（この所の文字のまま）、reason、date を書いてください。"
                )
                yield Objection(path, message, remedy, Severity.WARNING)
