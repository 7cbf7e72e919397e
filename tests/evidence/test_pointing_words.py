"""Words of a reference are whole, or a part of one."""

import pytest

from generator.evidence.pointing_words import cut_short

LISTED = "第１の２及び第１の３（１）のとおり"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("第１の３（１）のとおり", "第１の３（１）のとおり"),
        ("前記１（２）のとおり", "前記１（２）のとおりとする。"),
        ("第１の２", LISTED),
        ("第１の３（１）のとおり", LISTED),
        (LISTED, LISTED),
        ("上記と同項目", "上記と同項目。"),
        ("別紙「一覧」のとおり", "別紙「一覧」のとおり"),
        ("諮問第９６４号", "諮問第９６４号（令和３年度第６回）"),
        ("諮問第９６４号（令和３年度第６回）", "諮問第９６４号（令和３年度第６回）"),
        ("別添のとおり", "別添のとおり"),
        ("図３のとおり", "図３のとおり"),
        ("（１）のとおり", "（１）のとおり。第１の３（１）のとおり"),
        ("ない", "第１の３のとおり"),
    ],
)
def test_whole_words_are_left_alone(words: str, text: str) -> None:
    assert cut_short(words, text) is None


@pytest.mark.parametrize(
    ("words", "text", "whole"),
    [
        ("第１の３（１", "第１の３（１）のとおり", "第１の３（１）のとおり"),
        ("第１の３（１）", "第１の３（１）のとおり", "第１の３（１）のとおり"),
        ("第１の３（１）のと", "第１の３（１）のとおり", "第１の３（１）のとおり"),
        ("のとおり", "第１の３（１）のとおり", "第１の３（１）のとおり"),
        ("の２", LISTED, LISTED),
        ("第１の３（", LISTED, LISTED),
        ("諮問第９６", "諮問第９６４号", "諮問第９６４号"),
        ("第９６４号", "諮問第９６４号", "諮問第９６４号"),
        ("上記", "上記と同項目", "上記と同項目"),
        ("別紙", "別紙「一覧」のとおり", "別紙「一覧」のとおり"),
        ("と、別紙", "案と、別紙参照", "と、別紙参照"),
    ],
)
def test_a_part_is_told_with_the_whole(words: str, text: str, whole: str) -> None:
    assert cut_short(words, text) == whole


@pytest.mark.parametrize("part", ["１　", "1 ", "第１の", "（１）", "別紙「", "1"])
def test_no_row_of_numbers_keeps_it_busy(part: str) -> None:
    assert cut_short(part * 2, part * 30_000) is None
