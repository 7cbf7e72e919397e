"""The tree of the numbering, and which words of a piece are a heading and which its text."""

from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importer.document import numbered_sections as module
from generator.importer.document.numbered_sections import SKIPPED, Node, Structure, build_sections, build_tree
from generator.importer.document.paragraphs import join_lines
from generator.importer.document.table_columns import ROWS_UNKNOWN, UNREAD
from generator.importer.files.reading import Block, Grid
from generator.model.consultation import Cell, TableRow
from tests.importer.document.reading import Case, cases, lines, outline, written
from tests.importer.facts.cases import constant_names

LABELS = (
    "第１ ",
    "１ ",
    "２ ",
    "（１）",
    "（２）",
    "①",
    "（ア）",
    "ア ",
    "・",
    "○",
    "《",
    "【別紙】",
    "",
    "1.",
    "１）",
)
ITEMS = ("氏名", "住所", "電話番号", "性別")


def tree_of(text: str) -> tuple[Node, ...]:
    return build_tree(join_lines(lines(text)))


def everything(nodes: Iterable[Node], depth: int = 1) -> Iterator[tuple[Node, int]]:
    for node in nodes:
        yield node, depth
        yield from everything(node.children, depth + 1)


@pytest.mark.parametrize("case", cases("outlines"), ids=str)
def test_pieces_stand_where_their_numbers_say(case: Case) -> None:
    found = tree_of(case.lines)
    assert list(outline(found)) == case.become
    doubts = [doubt for node, _ in everything(found) for doubt in node.doubts]
    assert [": ".join(constant_names(doubt, module)) for doubt in doubts] == case.doubts


@given(st.lists(st.sampled_from(LABELS), max_size=60))
def test_every_line_is_in_one_piece_in_its_order_and_none_is_deep(labels: list[str]) -> None:
    text = "\n".join(f"{label}語{index}" for index, label in enumerate(labels))
    pieces = list(everything(tree_of(text)))
    said = [part.text for node, _ in pieces for part in (node.lead, *node.parts) if part and hasattr(part, "text")]
    assert said == [paragraph.text for paragraph in join_lines(lines(text)) if hasattr(paragraph, "text")]
    assert max((depth for _, depth in pieces), default=0) <= 12


def built(*blocks: Block) -> Structure:
    return build_sections(build_tree(join_lines(blocks)), ITEMS.__contains__)


def grid(*rows: str) -> Grid:
    return Grid(tuple(TableRow(tuple(map(Cell, row.split("/")))) for row in rows), 1, 1)


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("１ 相手方\n環境省", ["# １ 相手方", "| 環境省"]),
        ("１ 規程を定めている。\n研修を行っている。", ["| １ 規程を定めている。", "| 研修を行っている。"]),
        ("（１）氏名\n（２）住所", ["| （１）氏名", "| （２）住所"]),
        ("《事業の概要》", ["# 《事業の概要》"]),
        ("１ 対象\n（１）里親\n（２）児童", ["# １ 対象", "  | （１）里親", "  | （２）児童"]),
        ("見本の事業", ["| 見本の事業"]),
    ],
)
def test_a_piece_is_headed_where_something_follows_its_line(text: str, sections: list[str]) -> None:
    assert list(written(built(*lines(text)).sections)) == sections


def test_a_table_stands_in_the_section_before_it_and_text_after_it_in_one_of_its_own() -> None:
    (heading,), (after,) = lines("１ 項目"), lines("以上")
    found = built(heading, grid("番号/項目名", "1/氏名"), after, grid("甲/乙"))
    assert list(written(found.sections)) == ["# １ 項目", "番号 / 項目名", "1 / 氏名", "  | 以上", "  甲 / 乙"]
    assert [row.header for row in found.sections[0].table] == [True, False]


def test_a_table_set_in_halves_is_one() -> None:
    halves = grid("番号/項目名", "1/氏名"), grid("番号/項目名", "2/住所")
    table = built(*lines("１ 項目"), *halves).sections[0].table
    assert [row.header for row in table] == [True, False, True, False]


def test_tables_under_other_headings_are_two() -> None:
    found = built(*lines("１ 項目"), grid("番号/項目名", "1/氏名"), grid("番号/対象", "1/里親"))
    assert len(found.sections[0].table) == 2
    assert len(found.sections[0].sections[0].table) == 2


def test_a_torn_table_stands_in_its_annex() -> None:
    found = built(*lines("【別紙】\n分野 項目名\n氏名\n住所\n電話番号\n里親\n児童"))
    assert list(written(found.sections)) == ["# 【別紙】", "分野: 里親 / 児童", "項目名: 氏名 / 住所 / 電話番号"]
    doubt = ROWS_UNKNOWN.format(other="分野")
    assert found.doubts == ((("sections", 0, "torn_table"), doubt),)


def test_a_torn_table_may_stand_under_a_number() -> None:
    found = built(*lines("１ 項目\n\n分野 項目名\n\n氏名\n\n住所\n\n電話番号\n\n里親"))
    assert list(written(found.sections)) == ["# １ 項目", "分野: 里親", "項目名: 氏名 / 住所 / 電話番号"]
    assert [path for path, _ in found.doubts] == [("sections", 0, "torn_table")]


def test_short_lines_under_a_number_are_no_table() -> None:
    assert built(*lines("１ 項目\n\n" + "\n\n".join(("氏名", "住所", "性別") * 3))).doubts == ()


@pytest.mark.parametrize("columns", ["No 項目", "No\n\n項目"])
def test_rows_whose_numbers_have_become_labels_are_told(columns: str) -> None:
    found = built(*lines(f"【別紙】\n\n{columns}\n\n１ 氏名\n\n２ 住所"))
    assert found.doubts == ((("sections", 0, "text"), UNREAD),)


def test_what_is_not_sure_is_told_where_it_stands() -> None:
    found = built(*lines("１ 甲\n（１）乙\n（３）丙"))
    message = SKIPPED.format(before="（１）", after="（３）")
    assert found.doubts == ((("sections", 0, "sections", 1, "text"), message),)
