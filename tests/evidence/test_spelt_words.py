"""Words where they stand in whatever width and spacing, and their characters in black."""

import pytest

from generator.evidence.spelt_words import blacken, find_words


def black(words: str, text: str) -> str:
    return blacken(text, find_words(words, text, across_lines=True))


@pytest.mark.parametrize(
    ("words", "text", "blackened"),
    [
        ("090-0000-1234", "電話０９０－００００－１２３４まで", "電話■■■■■■■■■■■■■まで"),
        ("東京花子", "担当は東京 花子と東京花子", "担当は■■ ■■と■■■■"),
        ("東京花子", "担当は東京\n  花子", "担当は■■\n  ■■"),
        ("東京花子", "担当は東京\n 22 \n花子", "担当は■■\n 22 \n■■"),
        ("東京花子", "担当は東京\r\n22\r\n\f花子", "担当は■■\r\n22\r\n\f■■"),
        ("090-0000-1234", "０９０－\n0000\n－１２３４", "■■■■\n■■■■\n■■■■■"),
        ("東京花子", "東京都花子", "東京都花子"),
    ],
)
def test_words_are_black_in_each_spelling_and_nothing_else_is(words: str, text: str, blackened: str) -> None:
    assert black(words, text) == blackened


def test_on_one_line_words_are_not_sought_beyond_its_end() -> None:
    assert find_words("東京花子", "東京\n花子") == ()
