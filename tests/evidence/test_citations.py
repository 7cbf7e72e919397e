"""The articles of laws that words cite."""

import pytest

from generator.evidence.citations import citations_in
from generator.evidence.paragraph_ends import mark_paragraphs
from generator.japanese.fold import fold
from tests.evidence.laws import TITLE, names_in


@pytest.mark.parametrize(
    ("words", "articles"),
    [
        ("条例第１８条第３号の規定に基づき諮問する。", ["第18条第3号"]),
        ("条例第１６条第１項第４号及び第５号", ["第16条第1項第4号", "第16条第1項第5号"]),
        ("条例第１８条第３号、第１２条", ["第18条第3号", "第12条"]),
        ("条例第８条第２項第６号、第16条第1項第4号及び第１８条", ["第8条第2項第6号", "第16条第1項第4号", "第18条"]),
        ("条例第１６条第１項、第２項第３号又は同項第４号", ["第16条第1項", "第16条第2項第3号", "第16条第2項第4号"]),
        ("条例第１６条第１項第４号並びに同条第２項", ["第16条第1項第4号", "第16条第2項"]),
        ("条例第１８条の２第１号若しくは第２号", ["第18条の2第1号", "第18条の2第2号"]),
        ("条例（以下「条例」という。）第１８条第３号（結合）及び第１２条（委託）", ["第18条第3号", "第12条"]),
        ("（平成４年３月世田谷区条例第２号。以下「条例」という。）第１２条", []),
        ("条例第１８条第３号、条例第１２条", ["第18条第3号", "第12条"]),
        ("条例第１８条第３号の２及び第４号", ["第18条第4号"]),
        ("条例第１１８条第３２号", ["第118条第32号"]),
        ("条例第１２条及び第２回審議会、第５号", ["第12条"]),
        ("条例第１８条第３号及び児童福祉法第１２条第６項", ["第18条第3号"]),
        ("児童福祉法第１２条第６項", []),
        ("条例第３号", []),
        ("条例に基づき、第１２条", []),
        ("条例施行規則第１２条", []),
        ("", []),
    ],
)
def test_a_list_goes_on_with_what_the_one_before_it_leaves_out(words: str, articles: list[str]) -> None:
    cited = citations_in(fold(mark_paragraphs(words)), names_in(words))
    assert [str(each.number) for each in cited if each.law == fold(TITLE)] == articles
