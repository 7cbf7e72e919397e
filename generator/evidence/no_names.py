"""Words that stand where a name is looked for and are none: 等, 別紙のとおり, a date, a telephone number, a clause."""

import re
from typing import Final

from generator.evidence.counts import WHOLE_COUNTER
from generator.japanese.conjunctions import AND_OR
from generator.japanese.eras import ERA_NAME
from generator.japanese.fold import fold, without_space

# What extends a list and names nothing in it.
AND_OTHERS: Final = re.compile("(?:等|など|ほか|他)$")

_LETTER: Final = re.compile(r"(?!ー)[^\W\d_]")
_YEAR: Final = rf"(?:(?:{ERA_NAME}|西暦)?(?:元|[0-9]+)年度?)"
_POINTS: Final = "(?:の(?:とおり|通り)|に(?:同じ|記載|示す).*|と(?:同じ|同様|同項目)|を?参照)(?:とする)?|同様"
# Folded, and each the whole of the words.
_NO_NAMES: Final = re.compile(
    "|".join(
        (
            r"(?:等|など|ほか|他|その他?)(?:\(.*\))?",
            rf"(?:上記|下記|前記|左記|次|以下|[上下別]表.{{0,4}}|[【(]?(?:別紙|別添|添付|資料).{{0,10}}?[】)]?)(?:{_POINTS})",
            "同[上左右]|〃|同様|同じ",
            "(?:特に|該当)?(?:なし|無し?)|未定|不明|未記入|非公開|(?:調整|検討|選定)中|以上|記|案|写し|公印省略",
            "備考|[合小総]?計|(?:個人情報の)?項目名?|(?:対象)?(?:件数|人数|世帯数)|数量|no|番号|項番|区分",
            AND_OR,
            rf"{_YEAR}(?:[0-9]+月(?:[0-9]+日)?)?(?:\(.*\))?(?:現在|時点|予定|実績|中|当初|末|頃|から|まで|以降)*|[0-9]+月(?:[0-9]+日)?",
            "[a-z]?[0-9]{1,4}[./-][0-9]{1,2}(?:[./-][0-9]{1,2})?",
            r"(?:審議)?資料(?:no)?\.?[0-9-]+",
            rf"(?:.{{0,20}}?{_YEAR})?(?:.{{0,20}})?第[0-9]+回.{{0,30}}会(?:議|の?資料)?(?:[0-9no.-]+)?(?:\(.*\))?",
            r"[0-9]+(?:ページ|頁)|p\.?[0-9]+",
            rf"(?:年間|延べ|約|概ね|およそ|最大|月)*[0-9.千万億]+(?:{WHOLE_COUNTER})(?:程度|以上|以下|以内)?(?:\(.*\))?",
            "(?:電話|内線|直通|fax|tel|℡)(?:番号)?[:.]?[0-9(+].*",
        )
    )
)
# Folded, and somewhere in the words: a telephone number, an address of mail or of a page, the end of a sentence.
_HOLDS_NO_NAME: Final = re.compile(
    r"0[0-9]{1,4}[-(][0-9]{1,4}[-)][0-9]{3,4}|[a-z0-9]@[a-z0-9]|https?:|//|。.|"
    r"(?:のとおり|の通り|する|した|して(?:いる|おく)|される|された|ます|である|です|となる|という|行う|認める|含む|除く|限る)。?$"
)
# A heading, a note, or what stands beside a name.
_BEGINS_NO_NAME: Final = re.compile(
    r"[0-9０-９]+(?:[.．][0-9０-９]+)+[.．]?\s*[^\s0-9０-９.．%％]|[Ⅰ-ⅿ]+[\s.．、]|[IVX]+[.．、]|[一二三四五六七八九十]+[.．、]"
    r"|[※＊*]|(?:担当者?|(?:お?問い?合わ?せ|連絡)先?|作成者?)[：:]"
)


def names_nothing(words: str) -> bool:
    """Tell whether ``words`` are no name of anybody or anything."""
    said = fold(without_space(words))
    return (
        _LETTER.search(said) is None
        or _NO_NAMES.fullmatch(said) is not None
        or _HOLDS_NO_NAME.search(said) is not None
        or _BEGINS_NO_NAME.match(words) is not None
    )
