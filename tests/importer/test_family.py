"""The family is what it claims to be: the reader's opinion stands in the text, and the registries know what it says."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from generator.archive.archive import Archive
from generator.japanese.fold import fold, without_space
from generator.kinds.every_kind import NAME_KINDS
from generator.kinds.kind import Entry, spellings
from generator.kinds.registered_department import DEPARTMENTS
from generator.model.article_number import LawArticle
from generator.model.partial_date import PartialDate
from tests.importer.family import NAMES, REFUSED, Relative, refused, relative
from tests.importer.opinions import Opinion, Weight
from tests.importer.stated_facts import Fact, Kind

NAMED = {
    "items": Kind.ITEM,
    "counterparties": Kind.COUNTERPARTY,
    "departments": Kind.DEPARTMENT,
    "subjects": Kind.SUBJECT,
    "articles": Kind.ARTICLE,
}

each_relative = pytest.mark.parametrize("name", NAMES)


def opinions(name: str) -> tuple[Opinion, ...]:
    return relative(name).consultations


def folded(text: str) -> str:
    return without_space(fold(text))


def words_of(fact: Fact) -> Iterator[str]:
    """The names that a fact holds."""
    head, *rest = fact.what.split(" | ")
    if fact.kind is Kind.COUNTERPARTY:
        yield rest[0]
    elif fact.kind is Kind.ARTICLE:
        yield rest[-1]
    else:
        yield from head.split(" › ")


@each_relative
def test_every_line_of_the_outline_stands_in_the_text_in_this_order(name: str) -> None:
    text = relative(name).words
    position = 0
    for found in opinions(name):
        for _, line in found.outline:
            words = without_space(line).removesuffix("…")
            position = text.find(words, position) + len(words)
            assert position >= len(words), line


@each_relative
def test_every_fact_and_every_text_stands_in_a_section_of_the_outline(name: str) -> None:
    for found in opinions(name):
        anchors = {anchor for anchor, _ in found.outline}
        assert {fact.where for fact, _ in found.facts} <= {"", *anchors}
        assert set(found.texts) <= anchors
        for fact, _ in found.facts:
            if fact.kind is Kind.REFERENCE and "consultation" not in fact.what:
                assert fact.what.split(" → ")[1] in anchors


@each_relative
def test_every_difficult_text_is_the_documents(name: str) -> None:
    for found in opinions(name):
        for text in found.texts.values():
            for paragraph in text.split("\n"):
                assert without_space(paragraph) in relative(name).words


@each_relative
def test_title_departments_and_references_are_the_documents(name: str) -> None:
    for found in opinions(name):
        for fact, _ in found.facts:
            if fact.kind in {Kind.TITLE, Kind.SUBTITLE, Kind.DEPARTMENT, Kind.REFERENCE}:
                assert without_space(fact.what.split(" → ")[0]) in relative(name).words
            if fact.kind is Kind.BUSINESS:
                assert f"「{fact.what}」" in relative(name).words


@each_relative
def test_the_numbers_of_the_title_block_are_the_documents(name: str) -> None:
    words = folded(relative(name).words)
    for found in opinions(name):
        assert f"諮問第{found.number}号" in words
        assert found.document is None or f"審議資料no.{found.document}" in words


@each_relative
def test_every_name_is_the_documents_or_an_alias_of_it(archive: Archive, name: str) -> None:
    said = {entry.name: spellings(entry) for entry in _known(archive)}
    words = folded(relative(name).words)
    for found in opinions(name):
        for fact, _ in found.facts:
            if fact.kind in {Kind.ITEM, Kind.COUNTERPARTY, Kind.SUBJECT}:
                for word in words_of(fact):
                    assert any(folded(spelling) in words for spelling in said.get(word, (word,))), word


@each_relative
def test_the_unknown_names_are_those_that_no_registry_knows(archive: Archive, name: str) -> None:
    for found in opinions(name):
        assert {key: set(names) for key, names in found.unknown.items()} == dict(_unregistered(archive, found))


@each_relative
def test_every_fact_with_an_unknown_name_is_in_doubt(name: str) -> None:
    for found in opinions(name):
        unknown = {word for names in found.unknown.values() for word in names}
        for fact, weight in found.facts:
            if fact.kind in NAMED.values() and unknown & set(words_of(fact)):
                assert weight in {Weight.UNKNOWN, Weight.DOUBTFUL}


@each_relative
def test_the_furniture_stands_on_lines_of_its_own(name: str) -> None:
    found: Relative = relative(name)
    lines = [line.strip() for line in found.text.splitlines()]
    assert all(lines.count(line) == 1 for line in found.furniture)


@each_relative
def test_the_dates_exist(name: str) -> None:
    for found in opinions(name):
        PartialDate.parse(found.meeting)
        for fact, _ in found.facts:
            key, said = fact.what.split(" ", 1) if fact.kind is Kind.DATE else ("", "")
            if key in {"start", "end"}:
                PartialDate.parse(said)


def test_the_wrapped_documents_are_the_same_document() -> None:
    assert relative("wrapped-30").words == relative("wrapped-46").words
    assert relative("wrapped-30").text != relative("wrapped-46").text
    assert opinions("wrapped-30") == opinions("wrapped-46")


@pytest.mark.parametrize("name", REFUSED)
def test_a_refusal_can_be_provoked(tmp_path: Path, name: str) -> None:
    wrong = refused(name)
    assert wrong.write(tmp_path).read_bytes() == wrong.data
    assert wrong.mentions
    assert all(wrong.mentions)


def test_the_cut_off_file_ends_within_a_character() -> None:
    with pytest.raises(UnicodeDecodeError, match="unexpected end of data"):
        refused("cut-off").data.decode("utf-8")


def _known(archive: Archive) -> tuple[Entry, ...]:
    return tuple(entry for kind in NAME_KINDS if kind is not DEPARTMENTS for entry in archive.names.entries(kind))


def _unregistered(archive: Archive, found: Opinion) -> Iterator[tuple[str, set[str]]]:
    for key, kind in NAMED.items():
        words = (word for fact, _ in found.facts if fact.kind is kind for word in words_of(fact))
        names = set(_not_in_registry(archive, found, key, words))
        if names:
            yield key, names


def _not_in_registry(archive: Archive, found: Opinion, key: str, words: Iterable[str]) -> Iterator[str]:
    names = archive.names
    meeting = PartialDate.parse(found.meeting).first_day()
    for word in words:
        if key == "articles":
            if names.cited(LawArticle.parse(word), meeting) is None:
                yield word
        # Sections of the ward itself are registered as departments.
        elif word not in {
            "なし",
            "未定",
            *(entry.name for entry in names.listed[f"{key}.yml"]),
            *(names.by_name(DEPARTMENTS) if key == "counterparties" else ()),
        }:
            yield word
