"""Words by which a document points elsewhere: 第１の３（１）のとおり, 上記と同項目, 別紙…参照, 諮問第９６４号."""

import re
from collections.abc import Iterable
from typing import Final

_N: Final = "[0-9０-９]{1,7}+"
# A paragraph's words go on in no other paragraph.
_S: Final = r"[^\S\n]?"
# Each space belongs to one part of this, or a row of steps would be tried in thousands of ways.
_OF: Final = rf"[^\S\n]{{0,2}}(?:の{_S})?"
_STEP: Final = rf"(?:(?:第{_S}{_N}|{_N}|[（(]{_N}[）)]|[①-⑳]){_OF})"
# No numbering is deeper, and no list of citations longer.
_STEPS: Final = f"(?:{_STEP}){{1,12}}"
JOINT: Final = f"{_S}(?:及び|並びに|、|・){_S}"
_SAME: Final = "のとおり|と同じ|に同じ|と同様|と同項目|と同一|同様"
# In 図３のとおり, 様式 ２のとおり and 資料１－２のとおり the number belongs to the word before it, and to no section.
_BEGINNING: Final = r"(?<![^\Wぁ-ゖ])(?<![.．－‐−–-])(?<![図表紙料式添例][^\S\n])(?:前記|上記|下記)?"

CONSULTATION: Final = re.compile(rf"諮問第\s?({_N})\s?号")
CITATION: Final = re.compile(rf"{_BEGINNING}({_STEPS}(?:{JOINT}(?:前記|上記|下記)?{_STEPS}){{0,9}})(?:{_SAME})")
EACH_CITED: Final = re.compile(_STEPS)
# 前記１（２）のほか、次のとおり
POINTING_BESIDES: Final = re.compile(rf"{_BEGINNING}{_STEPS}(?:のほか|に加え|を除)")
ABOVE: Final = re.compile(rf"(?:上記|前記|前項|前号|上)(?:{_SAME})|同上")
ANNEX: Final = re.compile(rf"[【（(]?別紙\s?({_N})?[】）)]?(?:「([^」]{{0,100}})」)?(?:のとおり|に示すとおり|を?参照)")

_WHOLE: Final = (CONSULTATION, CITATION, ABOVE, ANNEX)


def cut_short(words: str, text: str) -> str | None:
    """Return the whole reference of ``text`` of which ``words`` are but a part; None where they are whole.

    Of 第１の２及び第１の３（１）のとおり each citation is whole with its own words.
    """
    pointing = tuple(match for pattern in _WHOLE for match in pattern.finditer(text))
    wholes = [_whole_at(found.span(), pointing) for found in re.finditer(re.escape(words), text)]
    return None if None in wholes or not wholes else wholes[0]


def _whole_at(stretch: tuple[int, int], pointing: Iterable[re.Match[str]]) -> str | None:
    """Return the words from the first to the last of ``stretch`` and of the one that it parts, or None."""
    start, end = stretch
    for match in pointing:
        text = match.string
        parts = list(EACH_CITED.finditer(text, *match.span(1))) if match.re is CITATION else []
        alone = len(parts) < 2  # noqa: PLR2004 - one citation, or none
        starts = {match.start(), *(() if alone else (part.start() for part in parts))}
        ends = {match.end(), *(() if alone else (part.end() for part in parts))}
        overlaps = match.start() < end and start < match.end()
        if overlaps and ((start > match.start() and start not in starts) or (end < match.end() and end not in ends)):
            return text[min(start, match.start()) : max(end, match.end())]
    return None
