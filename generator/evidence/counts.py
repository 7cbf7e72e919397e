"""The counts that a document's words state: 約９，０００件 and ②３０人, but not the ３０ of 第３０条 or of ３０人事課.

The one list of what documents count by stands here.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from generator.japanese.eras import ERAS
from generator.japanese.numerals import NUMBER, number_value
from generator.model.outline import read_label

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
COUNTER: Final = "|".join(COUNTERS)

# In the counting form: where a line ends or a label stood, and where white space stood after what may be a counter.
_EDGE, _GAP = "|", "_"
_ENCLOSED_NUMBER: Final = re.compile("[①-⒛⓪-⓿❶-➓㉑-㉟㊱-㊿]")
_DECIMAL_LABEL: Final = re.compile(r"(?:第\s?)?[0-9０-９]+(?:[．.][0-9０-９]+)+[．.]?(?=\s)")
_SPACE_AFTER_A_COUNTER: Final = re.compile(rf"(?<=[{''.join(sorted({counter[-1] for counter in COUNTERS}))}])\s")

_WHOLE_COUNTER: Final = "|".join(rf"{counter}(?![{_GAP}\s]*数|{words})" for counter, words in COUNTERS.items())
_COUNTER_AT_THE_START: Final = re.compile(_WHOLE_COUNTER)
# From left to right, so that what belongs to something else is gone before it is looked at: 第1~3回, No.3, 令和4, 3.2.
_TOKEN: Final = re.compile(
    rf"(?:(?<![次及落])第|(?<![a-z])no\.?|{'|'.join(name for name, _ in ERAS)})[0-9]+(?:[.~・-]第?[0-9]+)*"
    r"|[0-9]+(?:\.[0-9]+)+(?![0-9]*[千万億])"
    rf"|(?P<number>{NUMBER})(?:{_WHOLE_COUNTER})"
    "|[0-9]+"
)
_ABOUT: Final = ("約", f"約{_EDGE}")
_LONGEST_NUMBER: Final = 12


class Count(NamedTuple):
    """A count in a text of counting form: what it is, whether 約 stands before it, and from where to where it stands.

    ``start`` is that of its number, after the 約.
    """

    value: int
    approximate: bool
    start: int
    end: int


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


def counts_in(folded: str) -> Iterator[Count]:
    """Yield the counts in ``folded``, the folding of a text of counting form, in its order.

    A number that counts nothing is none: that of an article, of a heading, of a year, or of a row (第３０回). Neither
    is a decimal fraction, nor a longer row of digits than any count has.
    """
    for token in _TOKEN.finditer(folded):
        number = token.group("number")
        if number is not None and len(number) <= _LONGEST_NUMBER:
            yield Count(number_value(number), folded.endswith(_ABOUT, 0, token.start()), *token.span())


def _without_label(line: str) -> str:
    decimal, label = _DECIMAL_LABEL.match(line), read_label(line)
    if decimal is None and label.printed.isdigit() and _COUNTER_AT_THE_START.match(label.words):
        return line  # ３０ 件 is a count, ２ 件数 a heading
    length = decimal.end() if decimal else len(label.printed)
    return _EDGE * length + line[length:]
