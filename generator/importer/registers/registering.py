"""New entries in a registry's file: each at its place, under an open question, with the file's own indentation.

No other byte changes, and the new text is read again: it says what was there and what is new, or it is refused.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from types import GenericAlias
from typing import Any, Final, TypeVar

from generator.importer.registers.printed_names import put_on_one_line
from generator.importer.registers.proposals import ProposedArticle, write_entry
from generator.japanese.kana import kana_key
from generator.kinds.kind import Entry
from generator.kinds.registered_law import ARTICLES, RegisteredArticle, RegisteredLaw, laws_called, version_at
from generator.model.outline import Path
from generator.store.doubts import DOUBT
from generator.store.files import Stored, read_data, shape_of

_REGISTRY: Final = "登録のファイル"
_NOT_AS_MEANT: Final = (
    "登録のファイルが、1件ごとに「- 」の行で始まる形ではないので、書き足せません。"
    "ほかの登録の形にそろえるか、次の登録を手で書き足してください: {entries}"
)
_BOM: Final = "\ufeff"
# The breaks by which YAML's reader counts lines (https://yaml.org/spec/1.1/#b-char).
_LINE: Final = re.compile("[^\r\n\x85\u2028\u2029]*(?:\r\n|[\r\n\x85\u2028\u2029]|$)")
_LINE_END: Final = re.compile("\r\n|\n|\r")
_DASH: Final = re.compile(r"( *)-(?:\s|$)")

E = TypeVar("E", Entry, RegisteredArticle, RegisteredLaw)


class RegistrationError(Exception):
    """Entries cannot be put into a registry's file; the message says to the clerk, in Japanese, why and what to do."""


@dataclass(frozen=True)
class _EntryLines:
    """The lines of an entry, from its comments (``first``) over its dash to what follows it (``end``)."""

    first: int
    end: int
    indent: str


def register(registry_text: str, entries: Sequence[Entry], reason_comment: str) -> str:
    """Return the file's text with ``entries``, all of one kind, in the order of the syllabary (五十音順).

    ``registry_text`` is the file as it is, with its own line ends and BOM. Where the file is in another order and does
    not show a place, an entry goes to the end. Raises RegistrationError where the file does not take the entries.
    """
    if not entries:
        return registry_text
    shape = GenericAlias(tuple, (type(entries[0]), ...))
    registered = _read(registry_text, shape)
    placed = _place(registered.value, entries, lambda entry: kana_key(entry.reading))
    text = _write(registry_text, registered, (), placed, reason_comment)
    _prove(text, shape, _merge(registered.value, placed), entries)
    return text


def register_article(registry_text: str, article: ProposedArticle, reason_comment: str) -> str:
    """Return the text of articles.yml with ``article`` in the version of its law that its meeting cites.

    It stands in the law's own order; a law that is not registered goes to the end. Raises RegistrationError, also where
    the meeting lies before every version of the law.
    """
    shape = shape_of(ARTICLES)
    registered = _read(registry_text, shape)
    laws = registered.value
    called = laws_called(laws, article.cited.law, article.meeting)
    if not called and article.new_law is not None:
        added = [(len(laws), article.new_law)]
        text = _write(registry_text, registered, (), added, reason_comment)
        _prove(text, shape, _merge(laws, added), [article.new_law])
        return text
    law, version = _find_cited_version(laws, called, article.meeting)
    listed = laws[law].versions[version].articles
    placed = _place(listed, (article.entry,), lambda entry: entry.name.sort_key)
    text = _write(registry_text, registered, (law, "versions", version, "articles"), placed, reason_comment)
    _prove(text, shape, _replace_articles(laws, law, version, _merge(listed, placed)), (article.entry,))
    return text


def _read(text: str, shape: Any) -> Stored[Any]:  # noqa: ANN401 - follows the shape
    stored, problems = read_data(text.encode(), _REGISTRY, shape)
    if stored is None:
        raise RegistrationError("\n".join(map(str, problems)))
    return stored


def _find_cited_version(
    laws: tuple[RegisteredLaw, ...], called: tuple[RegisteredLaw, ...], meeting: dt.date
) -> tuple[int, int]:
    for law in called:
        version = version_at(law, meeting)
        if version is not None:
            return laws.index(law), law.versions.index(version)
    first = min(version.since for law in called for version in law.versions)
    message = (
        f"{meeting} の審議会は、登録されている「{called[0].name}」のどの版よりも前です（最初の版の since は {first}）。"
        "その審議会が引いている版を articles.yml に書き足してから、もう一度取り込んでください。"
    )
    raise RegistrationError(message)


def _place(listed: Sequence[E], entries: Sequence[E], key_of: Callable[[E], Any]) -> list[tuple[int, E]]:
    """Return ``entries`` in their order, each with its position among those ``listed``."""
    keys = [key_of(entry) for entry in listed]
    return [(_find_position(keys, key_of(entry)), entry) for entry in sorted(entries, key=key_of)]


def _find_position(keys: Sequence[Any], key: Any) -> int:  # noqa: ANN401 - whatever the list is ordered by
    """Return the only place among ``keys`` where ``key`` is in order with its neighbours, or else the end."""
    places = [
        place
        for place in range(len(keys) + 1)
        if (place == 0 or keys[place - 1] <= key) and (place == len(keys) or key < keys[place])
    ]
    return places[0] if len(places) == 1 else len(keys)


def _write(text: str, registered: Stored[Any], path: Path, placed: Sequence[tuple[int, E]], reason: str) -> str:
    comment = f"{DOUBT}{put_on_one_line(reason)}".rstrip() + "\n"
    inserted = [(position, comment + write_entry(entry)) for position, entry in placed]
    marks = [mark for key, mark in registered.marks.items() if key and key[:-1] == path]
    written = _insert(text, [mark.line for mark in marks], inserted)
    if written is None:
        raise _not_as_meant(entry for _, entry in placed)
    return written


def _insert(text: str, entry_lines: Sequence[int], inserted: Sequence[tuple[int, str]]) -> str | None:
    """Return ``text`` with ``inserted`` in a list whose entries are at ``entry_lines``, counted from 1.

    Each has the position of the entry that it goes before, or one behind the last, and its lines from the left margin.
    Returns None where an entry does not begin with a dash.
    """
    bom = _BOM if text.startswith(_BOM) else ""
    lines = _LINE.findall(text.removeprefix(_BOM))
    line_end = next(iter(_LINE_END.findall(text)), "\n")
    entries = [_find_entry(lines, line, is_first=index == 0) for index, line in enumerate(entry_lines)]
    for position, new in reversed(inserted):
        behind = position == len(entries)
        entry = entries[-1 if behind else position]
        if entry is None:
            return None
        at = entry.end if behind else entry.first
        if at and not _LINE_END.search(lines[at - 1]):
            lines[at - 1] += line_end
        lines[at:at] = [f"{entry.indent}{line}{line_end}" for line in new.splitlines()]
    return bom + "".join(lines)


def _find_entry(lines: Sequence[str], line: int, *, is_first: bool) -> _EntryLines | None:
    dash = next((number for number in range(line - 1, -1, -1) if _DASH.match(lines[number])), None)
    if dash is None:
        return None
    indent = _count_indent(lines[dash])
    return _EntryLines(_find_first_line(lines, dash, is_first=is_first), _find_end(lines, dash), " " * indent)


def _find_first_line(lines: Sequence[str], dash: int, *, is_first: bool) -> int:
    """Return where an entry's comments begin. Above the first entry, all but open questions are about the file."""
    comment = DOUBT.strip() if is_first else "#"
    indent = _count_indent(lines[dash])
    first = dash
    while first and lines[first - 1].lstrip().startswith(comment) and _count_indent(lines[first - 1]) <= indent:
        first -= 1
    return first


def _find_end(lines: Sequence[str], dash: int) -> int:
    """Return the line after the last of the entry's: what belongs to it is indented further than its dash."""
    indent = _count_indent(lines[dash])
    end = dash + 1
    for number, line in enumerate(lines[end:], start=end):
        if line.strip() and _count_indent(line) > indent:
            end = number + 1
        elif line.strip() and not line.lstrip().startswith("#"):
            break
    return end


def _count_indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _merge(listed: Sequence[E], placed: Sequence[tuple[int, E]]) -> tuple[E, ...]:
    merged: list[E] = []
    for place in range(len(listed) + 1):
        merged.extend(entry for position, entry in placed if position == place)
        merged.extend(listed[place : place + 1])
    return tuple(merged)


def _replace_articles(
    laws: tuple[RegisteredLaw, ...], law: int, version: int, articles: tuple[RegisteredArticle, ...]
) -> tuple[RegisteredLaw, ...]:
    old = laws[law]
    versions = list(old.versions)
    versions[version] = replace(versions[version], articles=articles)
    return (*laws[:law], replace(old, versions=tuple(versions)), *laws[law + 1 :])


def _prove(text: str, shape: Any, expected: Any, entries: Sequence[E]) -> None:  # noqa: ANN401 - follows the shape
    """Raise RegistrationError unless ``text`` says exactly what is ``expected``."""
    stored, _ = read_data(text.encode(), _REGISTRY, shape)
    if stored is None or stored.value != expected:
        raise _not_as_meant(entries)


def _not_as_meant(entries: Iterable[E]) -> RegistrationError:
    return RegistrationError(_NOT_AS_MEANT.format(entries="、".join(str(entry.name) for entry in entries)))
