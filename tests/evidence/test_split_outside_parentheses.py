"""Enumerations, and the parentheses within them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.enumerations import split_outside_parentheses

TEXTS = st.text(alphabet="氏名、・（）()「」『』 ") | st.text()


@given(TEXTS)
def test_nothing_but_separators_and_space_is_lost(text: str) -> None:
    def bare(written: str) -> str:
        return "".join(letter for letter in written if letter != "、" and not letter.isspace())

    parts = split_outside_parentheses(text)
    assert bare("".join(parts)) == bare(text)
    assert all(part and part == part.strip() for part in parts)


@given(
    st.lists(
        st.sampled_from(["氏名", "住居状況（戸建て、アパート等）", "「介護、保険」", "認定（視力、日常（甲、乙）等）"]),
        min_size=1,
    )
)
def test_an_enumeration_is_taken_apart_as_it_was_put_together(parts: list[str]) -> None:
    assert split_outside_parentheses("、".join(parts)) == tuple(parts)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", ()),
        ("、、", ()),
        ("氏名", ("氏名",)),
        ("氏名、 住所、", ("氏名", "住所")),
        ("虐待の状況（虐待者、虐待種別）、住所", ("虐待の状況（虐待者、虐待種別）", "住所")),
        (
            "関係機関（通所・通学先、かかりつけ医等）の名称・連絡先等、緊急連絡先",
            ("関係機関（通所・通学先、かかりつけ医等）の名称・連絡先等", "緊急連絡先"),
        ),
        ("甲）、乙", ("甲）", "乙")),
        ("甲（乙、丙", ("甲（乙、丙",)),
    ],
)
def test_parts_stand_outside_parentheses(text: str, parts: tuple[str, ...]) -> None:
    assert split_outside_parentheses(text) == parts


def test_other_separators_can_be_given() -> None:
    assert split_outside_parentheses("氏名・住所、年齢（歳・月）", "、・") == ("氏名", "住所", "年齢（歳・月）")
