"""What a digest stands for: the words and facts that readers are shown, and nothing else."""

import datetime as dt
import hashlib
from dataclasses import fields, replace
from typing import Any, Final

import pytest

from generator.archive.digests import FACTS_OF_A_SECTION, FACTS_OF_THE_WHOLE, FREE, WORDS, digest
from generator.archive.record import Record
from generator.kinds.kind import Kind
from generator.model.consultation import Consultation, Correction, Item, Section, Volume
from generator.model.ledger import DigestedConsultation

_SECTIONS: Final = (
    Section(heading="１ 項目", text="氏名、住所", items=(Item("氏名", subject="本人"), Item("住所"))),
    Section(heading="２ 件数", text="約１０，０００件", volumes=(Volume(count=10000, approximate=True),)),
)
_CONSULTATION: Final = Consultation(
    number=7, meeting=dt.date(2022, 6, 17), title="題名", departments=("住民課",), sections=_SECTIONS
)
# What the digests of the whole are made of, as the docstring of the module says: written by hand.
_WORDS: Final = """\
title {"date":"令和４年６月１７日","departments":["住民課"],"document":null,"number":"諮問第７号",\
"subtitle":null,"title":"題名"}
s1 ["１ 項目","氏名、住所"]
s2 ["２ 件数","約１０，０００件"]
"""
_FACTS: Final = """\
.number 7
.meeting "2022-06-17"
.departments ["departments.yml 住民課"]
s1.items [{"name":"items.yml 氏名","subject":"subjects.yml 本人"},{"name":"items.yml 住所"}]
s2.volumes [{"approximate":true,"count":10000}]
"""


def _identify(kind: Kind[Any], name: str, _day: dt.date) -> str:
    return f"{kind.file} {name}"


def _digest(consultation: Consultation) -> DigestedConsultation:
    return digest(Record(consultation), _identify)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def test_every_key_is_words_or_facts_or_free() -> None:
    decided = WORDS | FREE | set(FACTS_OF_THE_WHOLE) | set(FACTS_OF_A_SECTION)
    keys = {field.name for model in (Consultation, Section) for field in fields(model)}
    assert keys == decided


def test_a_digest_is_made_as_the_scheme_says() -> None:
    digested = _digest(_CONSULTATION)
    assert str(digested.words) == _sha256(_WORDS)
    assert str(digested.facts) == _sha256(_FACTS)
    lines = f"{_WORDS}{_FACTS}".splitlines(keepends=True)
    assert digested.parts.digests == {line.partition(" ")[0]: _sha256(line)[:8] for line in lines}


@pytest.mark.parametrize(
    "change",
    [
        {"source_url": "https://www.city.example.jp/"},
        {"corrections": (Correction(date=dt.date(2026, 1, 1), what="何を", why="なぜ"),)},
        {"businesses": ()},
    ],
)
def test_what_is_free_changes_no_digest(change: dict[str, Any]) -> None:
    before, after = _digest(_CONSULTATION), _digest(replace(_CONSULTATION, **change))
    assert (before.words, before.facts, before.parts) == (after.words, after.facts, after.parts)


@pytest.mark.parametrize(
    "section",
    [
        replace(_SECTIONS[1], text="約２０，０００件"),
        replace(_SECTIONS[1], volumes=(Volume(count=20000, approximate=True),)),
        replace(_SECTIONS[1], volumes=(Volume(count=10000),)),
        replace(_SECTIONS[1], volumes=()),
        replace(_SECTIONS[1], heading="３ 件数"),
        replace(_SECTIONS[1], items=()),
    ],
)
def test_any_word_and_any_fact_changes_one(section: Section) -> None:
    before = _digest(_CONSULTATION)
    after = _digest(replace(_CONSULTATION, sections=(_SECTIONS[0], section)))
    assert (before.words, before.facts) != (after.words, after.facts)
    assert before.parts != after.parts


def test_the_order_of_sections_is_of_the_words() -> None:
    bullets = tuple(Section(text=f"・{word}") for word in "甲乙")
    one, other = (_digest(replace(_CONSULTATION, sections=order)) for order in (bullets, bullets[::-1]))
    assert one.words != other.words
