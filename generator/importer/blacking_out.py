"""Withholds words (黒塗り): what each file must hold, so that they are in none that is published or kept for others.

The words become a ■ each in the consultation's file, in its document in the source, in the draft of an earlier import
and in the registries; the file says why. The ward's originals stay as they are: they are private.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from generator.archive.checks.wholeness import check_wholeness
from generator.archive.sources import document_starts, split_source
from generator.disk.changes import FileChange
from generator.evidence.spelt_words import blacken, find_words
from generator.importer.black_entries import add_entry, tell_apart
from generator.importer.source_files import counted_lines
from generator.japanese.fold import Span
from generator.kinds.every_kind import KINDS
from generator.model.blackout import BLACK, black_rows, count_withheld
from generator.model.consultation import Consultation, Correction, Withheld
from generator.model.outline import Path as KeyPath
from generator.model.texts import remarks_of, texts_of
from generator.store.files import CONSULTATIONS, DRAFTS, SOURCES, Stored, read_data, shape_of
from generator.store.ledger_file import read_ledger
from generator.store.source_text import read_text, without_form_feeds

_FEWEST: Final = 2
# Addresses stay as they were published, and readings are the clerk's.
_KEPT: Final = re.compile(r"[ -]*(?:slug|reading):")
NOT_THERE: Final = (
    "諮問第{number}号の文書に、その文字はありません。文書のとおりに、1つの段落かセルの中の文字を書いてください。"
)
ACROSS: Final = "その文字は、段落かセルをまたいでいます。段落かセルごとに分けて、1つずつ伏せてください。"
TOO_SHORT: Final = f"伏せる文字は、{_FEWEST}字以上を書いてください（空白と {BLACK} は数えません）。"
UNREADABLE: Final = "{file} を読めません。先に archive check で誤りを直してください。\n{problem}"
NOT_POSSIBLE: Final = (
    "{file} の書き方では、その文字だけを {black} に替えられません。"
    "その文字のある行を、引用符や改行のない形に直してください。"
)
NOT_WHOLE: Final = (
    "{file} にあるこの諮問の文書を、諮問のファイルと同じには伏せられません。"
    "元の文書の文字が諮問のファイルと合っているか、確かめてください。"
)


class BlackOutError(Exception):
    """The words cannot be withheld, and nothing is changed; the message says why (Japanese)."""


@dataclass(frozen=True)
class BlackOut:
    """What withholding does: the changes of files, and how many characters are then withheld.

    ``places`` say where the words stood, and ``elsewhere`` name files that say them, too, and are left as they are.
    """

    changes: tuple[FileChange, ...]
    characters: int
    places: tuple[str, ...]
    elsewhere: tuple[str, ...]


@dataclass(frozen=True)
class _Order:
    """What is to be withheld, why and from which day on."""

    words: str
    reason: str
    date: dt.date


def plan_black_out(content: Path, number: int, words: str, reason: str, date: dt.date) -> BlackOut:
    """Return what withholding ``words`` of consultation ``number`` does to the files of the ``content`` folder.

    Raises BlackOutError where it cannot be done, and OSError where a file cannot be read.
    """
    if len("".join(words.split()).replace(BLACK, "")) < _FEWEST:
        raise BlackOutError(TOO_SHORT)
    order = _Order(words, reason, date)
    path = content / CONSULTATIONS / f"{number}.yml"
    held = path.read_bytes()
    before = _read(path.name, held, Consultation)
    data = _blacken_consultation(path.name, held, before, order, published=_is_published(content, number))
    after = _read(path.name, data, Consultation)
    files = {path: (held, data)}
    source = content / SOURCES / f"{after.value.meeting.isoformat()}.txt"
    if source.exists():
        held = source.read_bytes()
        files[source] = (held, _blacken_source(source.name, held, before.value, after.value, words))
    for other, shape in _kept_beside(content, number):
        held = other.read_bytes()
        files[other] = (held, _blacken_file(other, held, shape, words))
    changes = (FileChange(file, *held) for file, held in files.items() if held[0] != held[1])
    places = tuple(f"{path.name}:{before.line_of(at)}" for at in _changed_texts(before.value, words))
    return BlackOut(tuple(changes), count_withheld(after.value), places, tuple(_find_elsewhere(content, files, words)))


def _read(name: str, data: bytes, shape: Any) -> Stored[Any]:  # noqa: ANN401 - follows the shape
    stored, problems = read_data(data, name, shape)
    if stored is None:
        raise BlackOutError(UNREADABLE.format(file=name, problem=problems[0]))
    return stored


def _all_texts(consultation: Consultation) -> dict[KeyPath, str]:
    return dict((*texts_of(consultation), *remarks_of(consultation)))


def _changed_texts(consultation: Consultation, words: str) -> Iterator[KeyPath]:
    yield from (path for path, text in _all_texts(consultation).items() if find_words(words, text))


def _is_published(content: Path, number: int) -> bool:
    ledger, _ = read_ledger(content)
    return ledger is not None and any(
        each.number == number for entry in ledger.value.publications for each in entry.consultations
    )


def _blacken_consultation(
    name: str, data: bytes, before: Stored[Consultation], order: _Order, *, published: bool
) -> bytes:
    texts = _all_texts(before.value)
    wanted = {at: blacken(text, find_words(order.words, text)) for at, text in texts.items()}
    if wanted == texts:
        across = find_words(order.words, "\n".join(texts.values()), across_lines=True)
        raise BlackOutError(ACROSS if across else NOT_THERE.format(number=before.value.number))
    text, _ = read_text(name, data)
    text = _with_equal_texts(name, text, order.words, texts, wanted)
    for words in tell_apart(texts, wanted):
        text = add_entry(text, "withheld", Withheld(words, order.reason, order.date))
    if published:
        text = add_entry(text, "corrections", _correction(texts, wanted, order))
    _require_told(name, text, texts, wanted)
    return _like(data, text)


def _correction(texts: dict[KeyPath, str], wanted: dict[KeyPath, str], order: _Order) -> Correction:
    characters = sum(wanted[at].count(BLACK) - text.count(BLACK) for at, text in texts.items())
    return Correction(date=order.date, what=f"{characters}字を非公開（黒塗り）にしました", why=order.reason)


def _with_equal_texts(name: str, text: str, words: str, texts: dict[KeyPath, str], wanted: dict[KeyPath, str]) -> str:
    """Return ``text``, of the file ``name``, with ``words`` in black wherever it has them, its texts as ``wanted``."""
    for black in _in_black(text, words, texts):
        stored, _ = read_data(black.encode(), name, Consultation)
        if stored is not None and _all_texts(stored.value) == wanted:
            return black
    raise BlackOutError(NOT_POSSIBLE.format(file=name, black=BLACK))


def _in_black(text: str, words: str, texts: dict[KeyPath, str]) -> Iterator[str]:
    yield blacken(text, find_words(words, text))
    yield blacken(text, find_words(words, text, across_lines=True))
    # Where a number of a fact would be black, too: 10000 beside １０，０００.
    as_written = {said[span.start : span.end] for said in texts.values() for span in find_words(words, said)}
    yield _blacken_exactly(text, as_written)


def _blacken_exactly(text: str, words: set[str]) -> str:
    for each in sorted(words, key=len, reverse=True):
        text = text.replace(each, blacken(each, (Span(0, len(each)),)))
    return text


def _require_told(name: str, text: str, before: dict[KeyPath, str], wanted: dict[KeyPath, str]) -> None:
    """Raise BlackOutError unless the entries of the file ``text`` tell of every row that is black only now."""
    after = _read(name, text.encode(), Consultation).value
    for at, black in wanted.items():
        told = {place for row in black_rows(black, after.withheld) for place in range(row.start, row.end)}
        if any(
            now != then and place not in told for place, (now, then) in enumerate(zip(black, before[at], strict=True))
        ):
            raise BlackOutError(NOT_POSSIBLE.format(file=name, black=BLACK))


def _like(before: bytes, text: str) -> bytes:
    """Return ``text`` with the line ends, and the mark at the beginning, that the file had ``before``."""
    bom = "\ufeff" if before.startswith(b"\xef\xbb\xbf") else ""
    return (bom + (text.replace("\n", "\r\n") if b"\r\n" in before else text)).encode()


def _blacken_source(name: str, data: bytes, before: Consultation, after: Consultation, words: str) -> bytes:
    """Return ``data``, the source ``name``, with ``words`` in black in the document and above the first one."""
    lines = counted_lines(data)
    text, problems = read_text(name, without_form_feeds(data))
    if problems:
        raise BlackOutError(UNREADABLE.format(file=name, problem=problems[0]))
    starts = (*document_starts(text.split("\n")), len(lines))
    own = split_source(name, text).get(before.number)
    begin = own.first_line - 1 if own else len(lines)
    end = next((start for start in starts if start > begin), len(lines))
    parts = (lines[: starts[0]], lines[starts[0] : begin], lines[begin:end], lines[end:])
    head, between, document, rest = (b"".join(part).decode("utf-8") for part in parts)
    black = [blacken(part, find_words(words, part, across_lines=True)) for part in (head, document)]
    result = (black[0] + between + black[1] + rest).encode()
    if own is not None and not any(check_wholeness(before, own)):
        now = split_source(name, read_text(name, without_form_feeds(result))[0])[before.number]
        if any(check_wholeness(after, now)):
            raise BlackOutError(NOT_WHOLE.format(file=name))
    return result


def _kept_beside(content: Path, number: int) -> Iterator[tuple[Path, Any]]:
    """Yield the other files that may hold the words, with their shape: the draft of an import and the registries."""
    draft = content / DRAFTS / f"{number}.yml"
    kept = ((draft, Consultation), *((content / kind.file, shape_of(kind)) for kind in KINDS))
    yield from ((path, shape) for path, shape in kept if path.is_file())


def _blacken_file(path: Path, data: bytes, shape: Any, words: str) -> bytes:  # noqa: ANN401 - follows the shape
    """Return ``data`` with ``words`` in black, but for readings and addresses; unchanged where it then says nothing."""
    lines = data.decode("utf-8").split("\n")
    black = "\n".join(line if _KEPT.match(line) else blacken(line, find_words(words, line)) for line in lines).encode()
    stored, _ = read_data(black, path.name, shape)
    return black if stored is not None else data


def _find_elsewhere(content: Path, files: dict[Path, tuple[bytes, bytes]], words: str) -> Iterator[str]:
    """Yield the files of ``content`` that say ``words`` after all; what lies in a folder with a dot is private."""
    now = {path: held[1] for path, held in files.items()}
    for path in sorted(content.rglob("*")):
        inside = path.relative_to(content)
        if path.suffix in (".yml", ".txt", ".md") and path.is_file() and not inside.parts[0].startswith("."):
            text = now.get(path, path.read_bytes()).decode("utf-8", errors="replace")
            spans = find_words(words, text, across_lines=True)
            yield from (f"{inside.as_posix()}:{text.count(chr(10), 0, span.start) + 1}" for span in spans)
