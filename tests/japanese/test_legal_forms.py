"""The legal forms of parties, each found whole."""

import re

import pytest

from generator.japanese.legal_forms import BODY_FORM, COMPANY_FORM


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
