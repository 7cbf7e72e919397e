"""The oracle's own folding: which spellings a reader takes for one. It is written from the definition, not copied."""

import re
import unicodedata
from typing import Final

_CYRILLIC: Final = ("АВЕЅІЈКМНОРСТУХ", "ABESIJKMHOPCTYX")
_GREEK: Final = ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX")
_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d"
_DOTS: Final = "\u00b7\u2022\u2027\u2219\u22c5"
_PLAIN: Final = str.maketrans(
    _CYRILLIC[0] + _GREEK[0] + _DASHES + _DOTS,
    _CYRILLIC[1] + _GREEK[1] + "-" * len(_DASHES) + "・" * len(_DOTS),
)
# Of the radicals those that documents have been seen to hold, and that NFKC leaves or makes another kanji of.
_RADICALS: Final = str.maketrans("⺠⻑⻄⻘⻩⾭⿈⿊⼾", "民長西青黄青黄黒戸")
_MARKS: Final = str.maketrans(",.", "、。")
_JAPANESE: Final = r"[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_SPACE_TO_DROP: Final = re.compile(rf"(?<={_JAPANESE}) | (?={_JAPANESE})")
_THOUSANDS: Final = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
# ァ to ヶ; the long vowel mark and the middle dot belong to both scripts.
_HIRAGANA: Final = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}


def fold(text: str) -> str:
    """Return ``text`` as it is compared: width, case, look-alikes, dashes, marks, space and thousands levelled."""
    known = unicodedata.normalize("NFKC", text.translate(_RADICALS))
    plain = unicodedata.normalize("NFKC", known.translate(_PLAIN).casefold())
    marked = _THOUSANDS.sub("", plain).translate(_MARKS)
    return _SPACE_TO_DROP.sub("", " ".join(marked.split()))


def fold_name(text: str) -> str:
    """Return ``text`` as names are compared: folded, and in hiragana where it is kana."""
    return fold(text).translate(_HIRAGANA)
