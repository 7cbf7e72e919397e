"""What Word prints for a number of its automatic numbering, as far as that is known."""

from collections.abc import Callable
from typing import Final

from generator.japanese.numerals import KANJI_DIGITS, full_width

_AIUEO: Final = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ"
_HALF_AIUEO: Final = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜ"
# Only as far as there is no doubt: then come ヰ and others that have no half-width form.
_IROHA: Final = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウ"
_HALF_IROHA: Final = "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳ"
_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_WITH_STOP: Final = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"
_IN_PARENTHESES: Final = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ROMAN: Final = ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I")
_ROMAN_WORTHS: Final = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
_MOST: Final = 4000
_TEN: Final = 10
_HUNDRED: Final = 100


def write_numeral(value: int, kind: str) -> str | None:
    """Return ``value`` as the number format ``kind`` writes it, or None where that is not known for certain."""
    write = _WRITERS.get(kind)
    return write(value) if write is not None and 0 < value < _MOST else "0" if (value, kind) == (0, "decimal") else None


def is_doubtful(value: int, kind: str) -> bool:
    """Tell whether it is known how many digits are written, but not whether they are full-width."""
    return value >= _TEN and kind in {"decimalFullWidth", "decimalFullWidth2"}


def _one_of(letters: str) -> Callable[[int], str | None]:
    return lambda value: letters[value - 1] if value <= len(letters) else None


def _else_digits(letters: str) -> Callable[[int], str]:
    """Return a writer that goes on in half-width digits where its letters end, as the standard says."""
    return lambda value: letters[value - 1] if value <= len(letters) else str(value)


def _write_letter(value: int) -> str:
    # After Z come AA, BB, CC.
    times, index = divmod(value - 1, len(_LETTERS))
    return _LETTERS[index] * (times + 1)


def _write_roman(value: int) -> str:
    written = ""
    for letters, worth in zip(_ROMAN, _ROMAN_WORTHS, strict=True):
        times, value = divmod(value, worth)
        written += letters * times
    return written


def _write_counted(value: int) -> str | None:
    """Return 一, 十, 十一, 二十: as far as two digits."""
    if value >= _HUNDRED:
        return None
    tens, ones = divmod(value, _TEN)
    return (KANJI_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (KANJI_DIGITS[ones] if ones else "")


def _write_kanji_digits(value: int) -> str:
    return "".join(KANJI_DIGITS[int(digit)] for digit in str(value))


_WRITERS: Final[dict[str, Callable[[int], str | None]]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda value: f"{value:02}",
    "decimalFullWidth": full_width,
    "decimalFullWidth2": full_width,
    "decimalEnclosedCircle": _else_digits(_CIRCLED),
    "decimalEnclosedCircleChinese": _one_of(_CIRCLED),
    "decimalEnclosedFullstop": _one_of(_WITH_STOP),
    "decimalEnclosedParen": _one_of(_IN_PARENTHESES),
    "aiueo": _one_of(_HALF_AIUEO),
    "aiueoFullWidth": _one_of(_AIUEO),
    "iroha": _one_of(_HALF_IROHA),
    "irohaFullWidth": _one_of(_IROHA),
    "ideographTraditional": _one_of(_STEMS),
    "ideographZodiac": _one_of(_BRANCHES),
    "ideographDigital": _write_kanji_digits,
    "japaneseDigitalTenThousand": _one_of(KANJI_DIGITS[1:]),
    "japaneseCounting": _write_counted,
    "upperLetter": _write_letter,
    "lowerLetter": lambda value: _write_letter(value).lower(),
    "upperRoman": _write_roman,
    "lowerRoman": lambda value: _write_roman(value).lower(),
    "none": lambda _value: "",
}
