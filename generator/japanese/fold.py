"""The form of a text that serves matching, and never replaces the text itself."""

import re
import unicodedata
from collections.abc import Callable

# Letters of other scripts that a Japanese input method offers beside the Latin ones and that NFKC keeps apart.
# 諮問第981号 writes メールＳОＳ with a Cyrillic О between two Latin letters.
LOOK_ALIKES = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
        "ABESIJKMHOPCTYXaesijopcyxABEZHIKMNOPTYXo",
        strict=True,
    ),
)
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d"

_TO_PLAIN = str.maketrans(LOOK_ALIKES | dict.fromkeys(DASHES, "-"))
_JAPANESE = r"[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_SPACE_BESIDE_JAPANESE = re.compile(rf"(?<={_JAPANESE})\s+|\s+(?={_JAPANESE})")
_SPACES = re.compile(r"\s+")
_THOUSANDS_SEPARATOR = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")


def fold(text: str) -> str:
    """Return the matching form of ``text``: equal for spellings a reader takes for one.

    Width, case, Latin look-alikes, kinds of dash and thousands separators no longer differ, and white space
    beside Japanese characters is gone. Folding is idempotent.
    """
    # Each step can make room for itself: case folding can undo a normal form, a look-alike can stand for a composed
    # letter, and where a space goes a mark can join a letter. So each is repeated until nothing changes any more.
    plain = _settle(_close_up, _settle(_normalise, text))
    return _THOUSANDS_SEPARATOR.sub("", plain)


def _settle(step: Callable[[str], str], text: str) -> str:
    while (settled := step(text)) != text:
        text = settled
    return text


def _normalise(text: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).translate(_TO_PLAIN).casefold())


def _close_up(text: str) -> str:
    return unicodedata.normalize("NFC", _SPACES.sub(" ", _SPACE_BESIDE_JAPANESE.sub("", text)).strip())


def without_space(text: str) -> str:
    """Return ``text`` without any white space: what two renderings of one document have in common."""
    return "".join(text.split())
