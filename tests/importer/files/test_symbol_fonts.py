"""What the signs of symbol fonts show, by the fonts' names in Word and in PDF."""

import pytest

from generator.importer.files.symbol_fonts import is_symbol_font, read_sign, suppose_sign


@pytest.mark.parametrize(
    ("font", "letter", "sign"),
    [
        ("Wingdings", "\uf06c", "●"),
        ("Wingdings", "l", "●"),
        ("ABCDEF+Wingdings-Regular", "\uf0a8", "□"),
        ("Wingdings", "\uf0fe", "☑"),
        ("Wingdings", "\uf06e", "■"),
        ("Wingdings", "\uf0d8", "➢"),
        ("Wingdings", "ü", "✓"),
        ("Wingdings", "\x81", "①"),
        ("Wingdings", "Œ", "❶"),
        ("Wingdings 2", "R", "☑"),
        ("BCDEEE+Wingdings2", "\uf0a3", "□"),
        ("Wingdings 3", "\uf07d", "▶"),
        ("Webdings", "a", "✓"),
        ("Symbol", "\uf0b7", "•"),
        ("SymbolMT", "\uf061", "α"),
        ("Wingdings", "\uf021", None),
        ("Wingdings", "●", "●"),
        ("Marlett", "\uf061", None),
        ("ＭＳ 明朝", "l", "l"),
        ("ＭＳ 明朝", "\uf06c", None),
    ],
)
def test_a_sign_is_what_its_font_shows(font: str, letter: str, sign: str | None) -> None:
    assert read_sign(letter, font) == sign


def test_a_font_is_known_by_every_form_of_its_name() -> None:
    assert all(map(is_symbol_font, ("Wingdings", "AAAAAA+Wingdings-Regular", "Wingdings 2", "SymbolMT", "Webdings")))
    assert not any(map(is_symbol_font, ("MS-Mincho", "", "SymbolicMincho", "OpenSymbol")))


def test_without_a_font_only_the_common_signs_are_supposed() -> None:
    assert [suppose_sign(letter) for letter in "\uf06c\uf0a8\uf052\uf021\ue000"] == ["●", "□", "☑", None, None]
