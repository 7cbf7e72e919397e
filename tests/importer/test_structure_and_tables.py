"""Differences in text and structure are told line by line, and the table is aligned."""

from collections import Counter
from dataclasses import replace

import pytest

from generator.model.consultation import Cell, Section, TableRow
from tests.golden.reading import NUMBERS
from tests.importer.altering import hand_made, with_section
from tests.importer.scoring import CONTENT, Yardstick, scores
from tests.importer.structure import text_and_structure
from tests.importer.tables import LEGEND, table, width


@pytest.mark.parametrize("number", NUMBERS)
def test_the_hand_made_file_needs_no_correction(number: int) -> None:
    assert text_and_structure(hand_made(number)) == ()


def test_a_letter_is_noticed() -> None:
    altered = with_section(
        hand_made(977), (1,), lambda old: replace(old, text=(old.text or "").replace("ｎｓ", "ｏｎｓ"))
    )
    before, after = text_and_structure(altered)
    assert before.startswith("- s2 text: （ＺｏｏｍＶｉｄｅｏＣｏｍｍｕｎｉｃａｔｏｎｓ、")
    assert after.startswith("+ s2 text: （ＺｏｏｍＶｉｄｅｏＣｏｍｍｕｎｉｃａｔｏｏｎｓ、")


def test_a_paragraph_torn_in_two_is_noticed() -> None:
    altered = with_section(
        hand_made(978), (0,), lambda old: replace(old, text="世田谷区\n児童相談所の第三者評価の実施委託")
    )
    assert sorted(line[:10] for line in text_and_structure(altered)) == ["+ s1 text:", "+ s1 text:", "- s1 text:"]


def test_a_heading_taken_for_text_is_noticed() -> None:
    altered = with_section(
        hand_made(976), (0,), lambda old: replace(old, heading=None, text=f"{old.heading}\n{old.text}")
    )
    assert "- s1 heading: '１ 委託の件名'" in text_and_structure(altered)


def test_another_nesting_is_noticed() -> None:
    def flattened(old: Section) -> Section:
        return replace(old, sections=(*old.sections[0].sections, *old.sections[1:]))

    altered = with_section(hand_made(976), (4,), flattened)
    assert (
        "-     s5-1-1 heading: '①里親制度の普及啓発、問い合わせ対応、登録手続補助及び研修業務'"
        in text_and_structure(altered)
    )


def test_tables_are_compared() -> None:
    cells = (Cell("見本", columns=2),)
    altered = with_section(
        hand_made(978), (13,), lambda old: replace(old, torn_table=old.torn_table[:1], table=(TableRow(cells),))
    )
    before, after = text_and_structure(altered)
    assert before.startswith("- a1 torn_table: '項目名'")
    assert after == "+ a1 table: [('見本', 1, 2)]"


def test_the_title_is_compared() -> None:
    assert text_and_structure(replace(hand_made(975), subtitle=None)) == (
        "- subtitle: ＬＩＮＥを活用した広聴業務の実施",
        "+ subtitle: None",
    )


def test_the_table_is_aligned_and_sums_up() -> None:
    head, *rows = table(scores(CONTENT, Yardstick.WRITTEN)).removesuffix(f"\n{LEGEND}\n").split("\n")
    assert head.split()[-2:] == ["asked", "all"]
    assert [row.split()[0] for row in rows] == [*map(str, NUMBERS), "sum", "%"]
    assert {len(row) for row in (head, *rows)} == {len(head)}
    assert rows[-2].split()[-2:] == ["256/256", "366/366"]
    assert set(rows[-1].split()[1:]) == {"100.0"}


def test_the_table_tells_what_was_invented_and_what_is_in_doubt() -> None:
    first, *others = scores(CONTENT, Yardstick.WRITTEN)
    fact = next(iter(first.found))
    altered = replace(first, found=first.found - Counter([fact]), invented=first.found, doubted=first.found)
    assert " 21/22+22?22\n" in table([altered, *others])


def test_full_width_characters_take_two_columns() -> None:
    assert width("諮問 975") == 8
