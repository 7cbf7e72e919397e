"""The counts that a document's words state: 約９，０００件 and ②３０人, but not the ３０ of 第３０条 or of ３０人事課.

The one list of what documents count by stands here.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from generator.japanese.eras import ERA_NAME
from generator.japanese.numerals import NUMBER, number_value
from generator.model.outline import read_label
from generator.model.vocabulary import Per

# What documents count by, and how a word goes on that only begins alike: 件数, 人事課, 通知, 台帳, 回線.
COUNTERS: Final[Mapping[str, str]] = {
    "世帯": "主|員|数|構|目|票|情|状|台|番",
    "件": "名|目",
    "人": "事|権|口|員|材|工|体|間|格|目|物|名|形|民|件|日|月|生|文|種|道|類|身|為|気|選|的|災|手|世",
    "名": "簿|称|義|前(?!後)|所|目|字|詞|寄|刺|誉|札|産",
    "頭": "目|部|痛|文|書|取|髪|蓋|上|金",
    "匹": "敵|目",
    "台": "帳|紙|風|本|目|所|湾|車|地|東",
    "枚": "挙|目",
    "通": "知|信|報|帳|院|所|学|勤|常|話|達|訳|園|称|路|行|算|貨|過|販|例|則|年|告|商|夜|目|り",
    "回": "答|線|目|収|復|覧|付|避|転|路|想|送|帰|忌|廊|顧|診|生",
}

# In the counting form: where a line ends or a label stood, and where white space stood after what may be a counter.
_EDGE, _GAP = "|", "_"
_EDGE_PATTERN: Final = re.escape(_EDGE)
_ENCLOSED_NUMBER: Final = re.compile("[①-⒛⓪-⓿❶-➓㉑-㉟㊱-㊿]")
_DECIMAL_LABEL: Final = re.compile(r"(?:第\s?)?[0-9０-９]+(?:[．.][0-9０-９]+)+[．.]?(?=\s)")
_SPACE_AFTER_A_COUNTER: Final = re.compile(rf"(?<=[{''.join(sorted({counter[-1] for counter in COUNTERS}))}])\s")

# A counter as a word of its own: the 件 of ３０件, and not of ３０件数.
WHOLE_COUNTER: Final = "|".join(rf"{counter}(?![{_GAP}\s]*数|{words})" for counter, words in COUNTERS.items())
_NUMBER_AT_THE_START: Final = re.compile(rf"[0-9０-９]|{WHOLE_COUNTER}")
# A row of digits that spaces part: 1 0 0, 2 300. Where a comma is left in a row, it parts no thousands: 10,00.
_ROW: Final = "[0-9]+(?:[ ,]+[0-9]+)+"
# What 数 makes a word of without meaning several: 件数100.
_COUNTED: Final = "".join(counter[-1] for counter in COUNTERS) + "総戸者個点員延口"
# From left to right, so that what belongs to something else is gone before it is looked at: 第1~3回, No.3, 令和4, 3.2.
_TOKEN: Final = re.compile(
    rf"(?:(?<![次及落])第|(?<![a-z])no\.?|[※*]|{ERA_NAME})[0-9]+(?:[.~・-]第?[0-9]+)*"
    r"|[0-9]+(?:[./][0-9]+)+(?![0-9]*[千万億])"
    # 数100 is several hundred, and in 2百50 the digits are only a part.
    rf"|(?:(?<![{_COUNTED}])数|[十百千万億])[0-9]+"
    rf"|(?<![.,/a-z])(?P<row>{_ROW})(?:{WHOLE_COUNTER})"
    rf"|(?<![a-z]){_ROW}(?![0-9]*[千万億])"
    rf"|(?<![.,/])(?P<number>{NUMBER})(?:{WHOLE_COUNTER})"
    "|[0-9]+"
)
# A number is about so many by the words before or after it: 約, 概ね; 程度, 前後.
_ABOUT_BEFORE: Final = re.compile(rf"(?:約|お?およそ|凡そ|概ね|おおむね|ほぼ){_EDGE_PATTERN}?$")
_ABOUT_AFTER: Final = re.compile("程度|前後|ほど|[くぐ]らい|内外")
_SINGLE_DIGITS: Final = re.compile("[1-9](?:[ ,]+[0-9])+")
_PARTED_THOUSANDS: Final = re.compile("[1-9][0-9]{0,2}(?:[ ,]+[0-9]{3})+")
# 数年間 is several years, 件数年間５００件 a number a year.
_A_YEAR: Final = re.compile(rf"(?<![0-9一二三四五六七八九十])(?<!(?<![{_COUNTED}])数)[1一]?{Per.YEAR}")
_LONGEST_NUMBER: Final = 12
_LONGEST_WORD_BEFORE: Final = 6


class Count(NamedTuple):
    """A count in a text of counting form: what it is, and from where to where number and counter stand.

    It is ``approximate`` where words say so before it (約, 概ね) or after it (程度, 前後), and ``said`` from where to
    where with these. It is not ``sure`` where spaces part its digits: a person may read ２ ３００件 in several ways.
    """

    value: int
    approximate: bool
    start: int
    end: int
    said: tuple[int, int]
    sure: bool = True


def counting_form(text: str) -> str:
    """Return ``text``, as long as before, so that folded it keeps apart what a reader sees apart.

    The labels of its lines and enclosed numbers are no digits: folded, the label of ②３０件 would run into its number.
    What ends with a line or before white space does not go on as another word: ３０人 事業者.
    """
    lines = (_without_label(line) for line in text.split("\n"))
    return _SPACE_AFTER_A_COUNTER.sub(_GAP, _ENCLOSED_NUMBER.sub(_EDGE, _EDGE.join(lines)))


def plain_words(words: str) -> str:
    """Return ``words`` of a folded text of counting form without the signs that this form has put there."""
    return words.replace(_EDGE, "").replace(_GAP, "")


def says_yearly(folded: str) -> bool:
    """Tell whether ``folded`` text of counting form says 年間 of a single year, and not of five."""
    return count_yearly(folded) > 0


def count_yearly(folded: str) -> int:
    """Return how often ``folded`` text of counting form says 年間 of a single year."""
    return len(_A_YEAR.findall(folded))


def counts_in(folded: str) -> Iterator[Count]:
    """Yield the counts in ``folded``, the folding of a text of counting form, in its order.

    A number that counts nothing is none: that of an article, of a heading, of a year, or of a row (第３０回). Neither
    is a fraction, part of a number in kanji or of one such as 数100, nor a longer row of digits than any count has.
    Of digits that spaces part, each reading that a person may have is a count.
    """
    for token in _TOKEN.finditer(folded):
        number, row = token.group("number", "row")
        if row is not None:
            yield from _read_row(folded, row, *token.span())
        elif number is not None and (number == "0" or not number.startswith("0")):
            yield from _read_number(folded, number, *token.span())


def _read_number(folded: str, number: str, start: int, end: int, *, sure: bool = True) -> Iterator[Count]:
    if len(number) <= _LONGEST_NUMBER:
        before = _ABOUT_BEFORE.search(folded, max(start - _LONGEST_WORD_BEFORE, 0), start)
        after = _ABOUT_AFTER.match(folded, end)
        said = (before.start() if before else start, after.end() if after else end)
        yield Count(number_value(number), (before or after) is not None, start, end, said, sure)


def _read_row(folded: str, row: str, start: int, end: int) -> Iterator[Count]:
    """Yield what digits that spaces part may count: 約１ ０ ０件 only a hundred, ２ ３００件 one of two numbers."""
    digits = re.sub("[ ,]", "", row)
    spaced = _SINGLE_DIGITS.fullmatch(row) is not None
    if spaced or _PARTED_THOUSANDS.fullmatch(row):
        sure = spaced and _ABOUT_BEFORE.search(folded, 0, start) is not None
        yield from _read_number(folded, digits, start, end, sure=sure)
        if sure:
            return
    last = re.split("[ ,]", row)[-1]
    if not last.startswith("0"):
        yield from _read_number(folded, last, start + len(row) - len(last), end, sure=False)


def _without_label(line: str) -> str:
    decimal, label = _DECIMAL_LABEL.match(line), read_label(line)
    if decimal is None and label.printed.isdigit() and _NUMBER_AT_THE_START.match(label.words):
        return line  # ３０ 件 is a count, ２ 件数 a heading, and what ２ ３００件 are nobody knows
    length = decimal.end() if decimal else len(label.printed)
    return _EDGE * length + line[length:]
