"""Which law words mean: the cases stand in laws.yml."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.citations import citations_in
from generator.evidence.law_names import LawNames
from generator.evidence.law_titles import kind_of_title
from generator.evidence.paragraph_ends import mark_paragraphs
from generator.japanese.fold import fold
from generator.model.vocabulary import LawKind
from tests.evidence.laws import TITLE, names_in

CASES: Final = yaml.safe_load(Path(__file__).with_name("laws.yml").read_text(encoding="utf-8"))
PIECES: Final = st.sampled_from(
    [
        *(
            "条例",
            "法",
            "規則",
            "同条例",
            "同法",
            "第３条",
            "第２項",
            "及び",
            "、",
            "。",
            "は",
            "\n",
            "ア　",
            "「",
            "」",
        ),
        *("（以下「条例」という。）", "（以下「法」という。）", "世田谷区", "児童福祉"),
    ]
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_a_citation_belongs_to_the_law_that_the_words_name(case: Mapping[str, Any]) -> None:
    names = names_in(case["text"])
    cited = citations_in(fold(mark_paragraphs(case["text"])), names)
    assert [f"{names.title_of(each.law) if each.law else '?'}{each.number}" for each in cited] == case["cited"]


@given(st.lists(PIECES, max_size=16).map("".join))
def test_whatever_the_words_a_citation_lies_in_them_after_the_one_before(text: str) -> None:
    folded = fold(mark_paragraphs(text))
    reached = 0
    for each in citations_in(folded, names_in(text)):
        assert reached <= each.begin <= each.start < each.end <= len(folded)
        reached = each.end


@given(st.lists(PIECES, max_size=16).map("".join))
def test_a_law_is_one_that_the_words_or_the_register_name(text: str) -> None:
    names = names_in(text)
    laws = {each.law for each in citations_in(fold(mark_paragraphs(text)), names)} - {None}
    assert all(law is not None and (names.is_registered(law) or law in fold(text)) for law in laws)


def test_a_text_of_nothing_but_numbers_is_read_in_one_go() -> None:
    text = "条例第１条、" * 5_000
    assert sum(1 for _ in citations_in(fold(text), LawNames())) == 5_000


@pytest.mark.parametrize("words", ["情報保護", "第１条", "条例", "（以下", "条例（以下「", "第"])
def test_words_that_never_end_are_read_in_one_go(words: str) -> None:
    assert all(each.law is None for each in citations_in(fold(words * 10_000), names_in(words * 10_000)))


def test_a_short_name_of_the_register_means_its_law_unless_the_document_says_otherwise() -> None:
    text = "児童の情報に関する法律（以下「個人情報保護法」という。）。個人情報保護法第３条"
    [cited] = citations_in(fold(text), names_in(text))
    assert cited.law == "児童の情報に関する法律"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        (TITLE, LawKind.ORDINANCE),
        ("児童福祉法", LawKind.ACT),
        ("個人情報の保護に関する法律施行令", LawKind.CABINET_ORDER),
        ("公文書管理規則", LawKind.RULE),
        ("取扱要綱", LawKind.GUIDELINE),
        ("申し合わせ", LawKind.OTHER),
    ],
)
def test_the_end_of_a_title_says_what_kind_of_law_it_is(title: str, kind: LawKind) -> None:
    assert kind_of_title(title) is kind
