"""Words by which the documents enumerate and label."""

import pytest

from generator.importer.facts.words import label_before, parts_of


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("甲、乙及び丙", ("甲", "乙", "丙")),
        ("甲又は乙若しくは丙並びに丁", ("甲", "乙", "丙", "丁")),
        ("甲（乙及び丙、丁）及び戊", ("甲（乙及び丙、丁）", "戊")),
        ("「甲及び乙」、丙", ("「甲及び乙」", "丙")),
        ("及び甲", ("甲",)),
        ("（甲及び乙", ("（甲及び乙",)),
        ("、", ()),
    ],
)
def test_parts_of_an_enumeration(words: str, parts: tuple[str, ...]) -> None:
    assert parts_of(words) == parts


@pytest.mark.parametrize(
    ("words", "label"),
    [("新たな項目：氏名", "新たな項目"), ("氏名、住所：区内", ""), ("氏名（続柄：父）", ""), ("", "")],
)
def test_the_label_before_a_list(words: str, label: str) -> None:
    assert label_before(words) == label
