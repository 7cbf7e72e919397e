"""A fact under a doubt is not a find, and a wrong one is not invented."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.model.consultation import Item
from tests.importer.altering import hand_made, with_section, written
from tests.importer.imported import doubted_lines, imported
from tests.importer.scoring import CONTENT, Yardstick, score
from tests.importer.stated_facts import ASKED, Kind

BOTH = pytest.mark.parametrize("yardstick", Yardstick)


@BOTH
@pytest.mark.parametrize(
    ("number", "line", "expected"),
    [
        (975, "- 年代", (Kind.ITEM, 1)),
        (975, "items:", (Kind.ITEM, 6)),
        (978, "- name: 世帯情報", (Kind.ITEM, 7)),
        (978, "parts:", (Kind.ITEM, 6)),
        (984, "subject: 犬の所有者", (Kind.ITEM, 1)),
        (975, "- name: 管理サイト", (Kind.COUNTERPARTY, 1)),
        (975, "role: 回線結合の相手方", (Kind.COUNTERPARTY, 1)),
        (980, "- type: 外部委託", (Kind.ARTICLE, 1)),
        (975, "- 世田谷区個人情報保護条例第18条第3号", (Kind.ARTICLE, 1)),
        (975, "- count: 9000", (Kind.VOLUME, 1)),
        (975, "approximate: true", (Kind.VOLUME, 1)),
        (978, "period:", (Kind.DATE, 3)),
        (978, "end:", (Kind.DATE, 1)),
        (984, "- 犬の所有者", (Kind.SUBJECT, 1)),
        (977, "- words:", (Kind.REFERENCE, 1)),
        (975, "title:", (Kind.TITLE, 1)),
    ],
)
def test_a_doubted_fact_is_not_found(
    tmp_path: Path, yardstick: Yardstick, number: int, line: str, expected: tuple[Kind, int]
) -> None:
    kind, doubted = expected
    found = score(number, written(tmp_path, hand_made(number), line), yardstick)
    tally = found.tally(kind)
    assert (tally.doubted, tally.missing, tally.invented) == (doubted, doubted, 0)
    assert found.tally(*Kind).doubted == found.tally(*Kind).missing


@BOTH
def test_a_doubt_over_a_direction_is_one_over_its_items(tmp_path: Path, yardstick: Yardstick) -> None:
    found = score(980, written(tmp_path, hand_made(980), "direction:"), yardstick)
    assert (found.tally(Kind.DIRECTION).doubted, found.tally(Kind.ITEM).doubted) == (1, 1)


def test_a_doubt_over_a_reference_is_one_over_all_that_it_carries(tmp_path: Path) -> None:
    result = written(tmp_path, hand_made(983), "- words:")
    assert score(983, result, Yardstick.WRITTEN).tally(*Kind).doubted == 1
    assert score(983, result, Yardstick.GOLDEN).tally(Kind.ITEM).doubted == 12


@BOTH
def test_a_doubt_over_a_heading_is_none_over_the_facts_beneath(tmp_path: Path, yardstick: Yardstick) -> None:
    found = score(975, written(tmp_path, hand_made(975), "- heading: ５", "sections:"), yardstick)
    assert found.tally(*Kind).doubted == 0


@BOTH
def test_a_wrong_fact_under_a_doubt_is_not_invented(tmp_path: Path, yardstick: Yardstick) -> None:
    altered = with_section(
        hand_made(975), (4, 0), lambda old: replace(old, items=(*(old.items or ()), Item("見本の項目")))
    )
    tally = score(975, written(tmp_path, altered, "- 見本の項目"), yardstick).tally(*ASKED)
    assert (tally.found, tally.missing, tally.invented, tally.doubted) == (13, 0, 0, 1)


def test_a_doubt_over_facts_that_were_held_back_is_none_over_what_follows(tmp_path: Path) -> None:
    file = tmp_path / "975.yml"
    text = (CONTENT / "975.yml").read_text(encoding="utf-8")
    held_back = "\n          - 氏名\n          # 要確認: 見本\n          # - 住所\n"
    file.write_text(text.replace("\n          - 氏名\n          - 住所\n", held_back), encoding="utf-8")
    tally = score(975, imported(file), Yardstick.WRITTEN).tally(Kind.ITEM)
    assert (tally.found, tally.missing, tally.doubted) == (5, 1, 0)


def test_several_doubts_stand_over_one_line() -> None:
    assert doubted_lines("a:\n# 要確認: 1\n# 要確認: 2\nb: 1\nc: 2") == {4}


def test_a_doubt_may_take_several_lines() -> None:
    assert doubted_lines("# 要確認: 本文には\n#   次のとおりあります\n\nb: 1\nc: 2") == {4}
