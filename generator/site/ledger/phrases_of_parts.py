"""The parts of a consultation that changed, named as a clerk and a reader know them: ５（２）の件数."""

from typing import Final

from generator.archive.digests import TITLE_PART
from generator.archive.record import Record
from generator.model.ledger import DigestedConsultation
from generator.model.outline import Path

_TITLE_WORDS: Final = "文書の初めの行（番号、題名、日付、所管課）"
# A message names no more.
MOST_NAMED: Final = 12

_WORDS: Final = "言葉"
_FACTS: Final = {
    "number": "番号",
    "document": "審議資料の番号",
    "meeting": "開催日",
    "departments": "所管課",
    "businesses": "業務",
    "measures": "措置と条項",
    "articles": "条項",
    "decision": "答申",
    "withheld": "黒塗り",
    "direction": "情報の向き",
    "subjects": "対象となる個人",
    "items": "個人情報の項目",
    "added_items": "新たな項目",
    "counterparties": "相手方",
    "volumes": "件数",
    "period": "開始時期及び期間",
    "references": "ほかの所を指す言葉",
}


def changed_parts(before: DigestedConsultation, now: DigestedConsultation) -> tuple[str, ...]:
    """Return the names of the parts that differ, in the order of the document, last those that are no more."""
    old, new = before.parts.digests, now.parts.digests
    return (*(part for part in new if old.get(part) != new[part]), *(part for part in old if part not in new))


def phrase_parts(parts: tuple[str, ...], record: Record | None) -> str:
    """Return ``parts`` of the consultation ``record`` for readers; where it is no more held, by their anchors."""
    phrases = [_phrase(part, record) for part in parts]
    named = list(dict.fromkeys(phrases))
    more = len(named) - MOST_NAMED
    return ("、".join(named[:MOST_NAMED]) or "節の順序") + (f" ほか{more}か所" if more > 0 else "")


def _phrase(part: str, record: Record | None) -> str:
    anchor, _, key = part.partition(".")
    if part == TITLE_PART:
        return _TITLE_WORDS
    what = _FACTS.get(key, key) if key else _WORDS
    if not anchor:
        return what
    place = record.by_anchor.get(anchor) if record else None
    if record is None or place is None:
        return f"箇所「{anchor}」の{what}" + ("" if record is None else "（今はありません）")
    return f"{record.citation(place) or '番号のない箇所'}の{what}"


def path_of(part: str, record: Record) -> Path:
    """Return the path of the file of ``record`` that says ``part``."""
    anchor, _, key = part.partition(".")
    if part == TITLE_PART:
        return ("title",)
    place = record.by_anchor.get(anchor)
    above = place.path if place else ()
    return (*above, key) if key else above


def first_path(parts: tuple[str, ...], record: Record) -> Path:
    """Return the path of the first of ``parts`` that the file of ``record`` says; a fact before the words around it."""
    paths = (path_of(part, record) for part in sorted(parts, key=lambda part: "." not in part))
    return next((path for path in paths if path), ("number",))
