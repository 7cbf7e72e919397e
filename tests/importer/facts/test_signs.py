"""Signs before a name are bullets; of names with characters that could not be read, and at empty boxes, no facts."""

import pytest

from generator.importer.facts.found import UNNAMED
from generator.importer.facts.unticked_boxes import UNTICKED
from generator.model.consultation import Section
from tests.importer.reading_text import drafted

ITEMS = "１ 個人情報の項目\n\n{}\n"


def items_in(sections: tuple[Section, ...]) -> list[str]:
    return [
        name
        for section in sections
        for name in (*(item.name for item in section.items or ()), *items_in(section.sections))
    ]


@pytest.mark.parametrize("sign", "・●□•▪➢▶✓❖☑〓\uf06c")
def test_a_sign_before_a_name_is_no_part_of_it(sign: str) -> None:
    draft = drafted(ITEMS.format(f"{sign}氏名\n\n{sign}住所\n\n{sign}見本の項目"))
    assert items_in(draft.consultation.sections) == ["氏名", "住所", "見本の項目"]
    assert [doubt.new.printed for doubt in draft.doubts if doubt.new] == ["見本の項目"]


@pytest.mark.parametrize("name", ["山〓番号", "山\ue000番号", "\ue000橋番号", "氏\ufffd", "氏名 □未確認"])
def test_what_is_no_name_is_no_fact_and_told(name: str) -> None:
    draft = drafted(ITEMS.format(f"氏名、{name}、住所"))
    assert items_in(draft.consultation.sections) == ["氏名", "住所"]
    assert not any(doubt.new for doubt in draft.doubts)
    told = [doubt.path for doubt in draft.doubts if doubt.message == UNNAMED.format(words=name)]
    assert told == [("sections", 0, "text")]


def test_what_stands_at_an_empty_box_beside_ticked_ones_is_held_back() -> None:
    draft = drafted(ITEMS.format("☑氏名\n\n□住所\n\n☑電話番号"))
    (held,) = [doubt for doubt in draft.doubts if doubt.message == UNTICKED.format(box="□")]
    assert (held.held, held.path) == (True, ("sections", 0, "sections", 1, "items", 0))


def test_boxes_of_which_none_is_ticked_are_bullets() -> None:
    draft = drafted(ITEMS.format("□氏名\n\n□住所"))
    assert not any(doubt.held for doubt in draft.doubts)
