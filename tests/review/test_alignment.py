"""Every character of a file's document finds its place in the source, also where the two differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.japanese.fold import Span
from generator.model.consultation import TornColumn
from generator.model.document import Piece
from generator.review.alignment import Alignment, Passage, Text, align, blocks_of, characters_of
from generator.review.review_draft import read_draft
from tests.review.content import CONTENT

WORDS = st.text("あい、１　 \n氏名", max_size=30)


def block(*texts: str, start: int = 0, torn: bool = False) -> Passage:
    spans = []
    for text in texts:
        spans.append(Text(text, Span(start, start + len(text))))
        start += len(text)
    column = (TornColumn(texts[0], texts[1:]),) if torn else ()
    return Passage(Piece(("sections", 0, "text"), "" if torn else texts[0], column), 0, tuple(spans))


def rebuilt(ours: str, theirs: str, alignment: Alignment) -> str:
    """The source, made of what the file has in common with it and of what differs."""
    out, at = "", 0
    for difference in alignment.differences:
        out += ours[at : difference.ours.start] + theirs[difference.theirs.start : difference.theirs.end]
        at = difference.ours.end
    return out + ours[at:]


@given(WORDS, WORDS)
def test_the_differences_are_all_there_is_between_the_two(left: str, right: str) -> None:
    ours, theirs = "".join(left.split()), "".join(right.split())
    alignment = align((block(ours),), theirs)
    assert [ours[index] for index, place in enumerate(alignment.positions) if place is not None] == [
        theirs[place] for place in alignment.positions if place is not None
    ]
    assert rebuilt(ours, theirs, alignment) == theirs


def test_one_character_otherwise_shifts_nothing() -> None:
    alignment = align((block("約８，０００件（年間）"),), "約９，０００件（年間）")
    assert alignment.positions == (0, None, *range(2, 11))
    [difference] = alignment.differences
    assert (difference.ours, difference.theirs) == (Span(1, 2), Span(1, 2))


def test_what_only_one_side_has_is_told_at_its_place() -> None:
    [missing] = align((block("氏名住所"),), "氏名、住所").differences
    assert (missing.ours, missing.theirs) == (Span(2, 2), Span(2, 3))
    [added] = align((block("氏名、住所"),), "氏名住所").differences
    assert (added.ours, added.theirs) == (Span(2, 3), Span(2, 2))


def test_cells_are_found_in_whatever_order_the_source_has_them() -> None:
    torn = block("項目", "援助方針情報", "援助", start=2, torn=True)
    alignment = align((block("別紙"), torn, block("以上", start=12)), "別紙援助項目援助方針情報以上")
    assert alignment.differences == ()
    assert [alignment.positions[text.span.start] for text in torn.texts] == [4, 6, 2]


def test_a_cell_that_is_missing_is_told_and_the_others_are_found() -> None:
    torn = block("項目", "氏名", "住所", start=2, torn=True)
    [difference] = align((block("別紙"), torn), "別紙住所項目").differences
    assert (difference.ours, difference.theirs) == (Span(4, 6), Span(6, 6))


def test_a_long_text_that_is_another_altogether_takes_no_minutes() -> None:
    ours, theirs = "あいう" * 10_000, "えおか" * 10_000
    alignment = align((block(ours),), theirs)
    assert alignment.positions == (None,) * len(ours)
    assert [(each.ours, each.theirs) for each in alignment.differences] == [(Span(0, 30_000), Span(0, 30_000))]


@pytest.mark.parametrize("number", range(975, 986))
def test_a_real_document_lies_on_its_source_without_a_difference(number: int) -> None:
    draft = read_draft(CONTENT, number)
    assert draft.stored is not None
    assert draft.source is not None
    blocks = blocks_of(draft.stored.value)
    source = draft.source.document.text
    alignment = align(blocks, source)
    assert alignment.differences == ()
    ours = characters_of(blocks)
    assert [source[place] for place in alignment.positions if place is not None] == list(ours)
