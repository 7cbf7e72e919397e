"""The legal forms of parties, each found whole."""

import re

import pytest

from generator.japanese.legal_forms import BODY_FORM, COMPANY_FORM, forms_between, forms_of


@pytest.mark.parametrize("form", ["株式会社", "合名会社", "㈱", "(有)", "弁護士法人"])
def test_a_company_is_known_by_its_form(form: str) -> None:
    assert re.findall(COMPANY_FORM, f"{form}見本") == [form]
    assert not re.search(BODY_FORM, form)


@pytest.mark.parametrize(
    "form", ["公益財団法人", "医療法人社団", "認定特定非営利活動法人", "ＮＰＯ法人", "地方独立行政法人", "（一社）"]
)
def test_of_forms_that_begin_alike_or_hold_each_other_the_longer_one_is_found(form: str) -> None:
    assert re.findall(BODY_FORM, f"{form}見本") == [form]
    assert not re.search(COMPANY_FORM, form)


@pytest.mark.parametrize(
    ("names", "forms"),
    [
        (("㈱見本",), {"株式会社"}),
        (("見本（株）", "株式会社見本"), {"株式会社"}),
        (("公益財団法人見本", "見本"), {"公益財団法人"}),
        (("ＮＰＯ法人見本",), {"特定非営利活動法人"}),
        (("認定NPO法人見本",), {"特定非営利活動法人"}),
        (("（社福）見本", "（福）見本"), {"社会福祉法人"}),
        (("見本", "見本の株式会社制度"), set()),
    ],
)
def test_the_legal_form_of_a_name_is_one_however_it_is_written(names: tuple[str, ...], forms: set[str]) -> None:
    assert forms_of(names) == forms


def test_forms_at_a_name_are_those_that_touch_it() -> None:
    forms = forms_between("委託先は公益財団法人", "(株)、学校法人")
    assert (forms.before, forms.after) == ("公益財団法人", "(株)")
    assert forms.meant == {"公益財団法人", "株式会社"}
    assert forms_between("株式会社と", "の株式会社").meant == frozenset()
