"""What stands between lines that break among Latin words."""

import pytest

from generator.importer.document.latin_breaks import BREAK_IN_LATIN, join_texts, latin_words


@pytest.mark.parametrize(
    ("lines", "joined", "asked"),
    [
        (("Zoom Video", "Communications"), "Zoom Video Communications", ["Video Communications"]),
        # Another line has the whole word.
        (("Communica", "tions", "Communications"), "Communications Communications", ["Communications Communications"]),
        # Full-width letters break anywhere, and among words that are spaced a capital begins another one.
        (("Ｃｏｍｍｕｎｉ", "ｃａｔｉｏｎｓ"), "Ｃｏｍｍｕｎｉｃａｔｉｏｎｓ", []),
        (("Ｚｏｏｍ　Ｖｉｄｅｏ", "Ｗｅｂ"), "Ｚｏｏｍ　ＶｉｄｅｏＷｅｂ", []),
        (("Ｚｏｏｍ Ｖｉｄｅｏ", "Ｗｅｂ"), "Ｚｏｏｍ Ｖｉｄｅｏ Ｗｅｂ", ["Ｖｉｄｅｏ Ｗｅｂ"]),
        (("利用者ID", "番号"), "利用者ID番号", []),
        (("氏名、", "住所"), "氏名、住所", []),
        ((), "", []),
    ],
)
def test_a_space_stands_where_a_word_ends_and_is_asked_about(
    lines: tuple[str, ...], joined: str, asked: list[str]
) -> None:
    text, doubts = join_texts(lines, latin_words(lines))
    pairs = [pair.split() for pair in asked]
    assert (text, list(doubts)) == (joined, [BREAK_IN_LATIN.format(before=one, after=other) for one, other in pairs])
