"""New entries in a registry's file: each at its place, under an open question; no other byte changes."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final, TypeVar

from generator.archive.names import version_at
from generator.importer.names.listed_lines import Insertion, ListedLinesError, with_insertions
from generator.importer.names.printed_names import one_line
from generator.importer.names.proposals import FILE_OF, entry_text
from generator.japanese.kana import kana_key
from generator.model.outline import Path
from generator.model.registry import Entry, Ordinance, RegisteredArticle
from generator.store.doubts import DOUBT
from generator.store.files import REGISTRIES, Stored, read_data

_REGISTRY: Final = "登録のファイル"
_NOT_AS_MEANT: Final = (
    "登録のファイルが、1件ごとに「- 」の行で始まる形ではないので、書き足せません。"
    "ほかの登録の形にそろえるか、次の登録を手で書き足してください: {entries}"
)

E = TypeVar("E", Entry, RegisteredArticle)


class RegistrationError(Exception):
    """Entries cannot be put into a registry's file; the message says to the clerk, in Japanese, why and what to do."""


def register(registry_text: str, entries: Sequence[Entry], reason_comment: str) -> str:
    """Return the file's text with ``entries``, all of one kind, in the order of the syllabary (五十音順).

    ``registry_text`` is the file as it is, with its own line ends and BOM. Where the file is in another order and does
    not show a place, an entry goes to the end. Raises RegistrationError where the file does not take the entries.
    """
    if not entries:
        return registry_text
    shape = REGISTRIES[FILE_OF[type(entries[0])]]
    registered = _read(registry_text, shape)
    placed = _placed(registered.value, entries, lambda entry: kana_key(entry.reading))
    text = _written(registry_text, registered, (), placed, reason_comment)
    _prove(text, shape, _merged(registered.value, placed), entries)
    return text


def register_articles(
    registry_text: str, articles: Sequence[RegisteredArticle], meeting: dt.date, reason_comment: str
) -> str:
    """Return the text of articles.yml with ``articles`` in the version of the ordinance that ``meeting`` cites.

    They stand in the ordinance's own order. Raises RegistrationError, also where ``meeting`` lies before every version.
    """
    if not articles:
        return registry_text
    shape = REGISTRIES[FILE_OF[RegisteredArticle]]
    registered = _read(registry_text, shape)
    ordinance, version = _cited_version(registered.value, meeting)
    listed = registered.value[ordinance].versions[version].articles
    placed = _placed(listed, articles, lambda article: article.name.sort_key)
    path = (ordinance, "versions", version, "articles")
    text = _written(registry_text, registered, path, placed, reason_comment)
    expected = _with_articles(registered.value, ordinance, version, _merged(listed, placed))
    _prove(text, shape, expected, articles)
    return text


def _placed(listed: Sequence[E], entries: Sequence[E], key_of: Callable[[E], Any]) -> list[tuple[int, E]]:
    keys = [key_of(entry) for entry in listed]
    return [(_position(keys, key_of(entry)), entry) for entry in sorted(entries, key=key_of)]


def _position(keys: Sequence[Any], key: Any) -> int:  # noqa: ANN401 - whatever the list is ordered by
    """Return the only place among ``keys`` where ``key`` is in order with its neighbours, or else the end."""
    places = [
        place
        for place in range(len(keys) + 1)
        if (place == 0 or keys[place - 1] <= key) and (place == len(keys) or key < keys[place])
    ]
    return places[0] if len(places) == 1 else len(keys)


def _merged(listed: Sequence[E], placed: Sequence[tuple[int, E]]) -> tuple[E, ...]:
    merged: list[E] = []
    for place in range(len(listed) + 1):
        merged.extend(entry for position, entry in placed if position == place)
        merged.extend(listed[place : place + 1])
    return tuple(merged)


def _cited_version(ordinances: tuple[Ordinance, ...], meeting: dt.date) -> tuple[int, int]:
    for index, ordinance in enumerate(ordinances):
        version = version_at(ordinance, meeting)
        if version is not None:
            return index, ordinance.versions.index(version)
    first = min(version.since for ordinance in ordinances for version in ordinance.versions)
    message = (
        f"{meeting} の審議会は、登録されている条例のどの版よりも前です（最初の版の since は {first}）。"
        "その審議会が引いている条例の版を articles.yml に書き足してから、もう一度取り込んでください。"
    )
    raise RegistrationError(message)


def _with_articles(
    ordinances: tuple[Ordinance, ...], ordinance: int, version: int, articles: tuple[RegisteredArticle, ...]
) -> tuple[Ordinance, ...]:
    old = ordinances[ordinance]
    versions = list(old.versions)
    versions[version] = replace(versions[version], articles=articles)
    return (*ordinances[:ordinance], replace(old, versions=tuple(versions)), *ordinances[ordinance + 1 :])


def _written(text: str, registered: Stored[Any], path: Path, placed: Sequence[tuple[int, E]], reason: str) -> str:
    comment = f"{DOUBT}{one_line(reason)}".rstrip() + "\n"
    insertions = [Insertion(position, comment + entry_text(entry)) for position, entry in placed]
    marks = [mark for key, mark in registered.marks.items() if key and key[:-1] == path]
    try:
        return with_insertions(text, [mark.line for mark in marks], insertions)
    except ListedLinesError as error:
        raise RegistrationError(_not_as_meant([entry for _, entry in placed])) from error


def _prove(text: str, shape: Any, expected: Any, entries: Sequence[E]) -> None:  # noqa: ANN401 - follows the shape
    """Raise RegistrationError unless ``text`` says exactly what is ``expected``."""
    stored, _ = read_data(text.encode(), _REGISTRY, shape)
    if stored is None or stored.value != expected:
        raise RegistrationError(_not_as_meant(entries))


def _not_as_meant(entries: Sequence[E]) -> str:
    return _NOT_AS_MEANT.format(entries="、".join(str(entry.name) for entry in entries))


def _read(text: str, shape: Any) -> Stored[Any]:  # noqa: ANN401 - follows the shape
    stored, problems = read_data(text.encode(), _REGISTRY, shape)
    if stored is None:
        raise RegistrationError("\n".join(map(str, problems)))
    return stored
