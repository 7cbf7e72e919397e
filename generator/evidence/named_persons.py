"""Whether words name a person: by a label, a title of respect, or a family name with a given one.

The family names are the usual ones (about a third of all people in Japan bear one of them); a name that is none of them
is known by the space between its parts or by how given names end.
"""

import re
from pathlib import Path
from typing import Final

_FAMILY_NAMES: Final = Path(__file__).with_name("family_names.txt").read_text(encoding="utf-8").split()
_LETTER: Final = "[一-龥々ぁ-んァ-ヶー]"
_KANJI: Final = "[一-龥々]"
_NAME: Final = (
    rf"(?:{_KANJI}{{1,4}}\s?{_LETTER}{{1,5}}|[ァ-ヶー]{{2,6}}\s?[ァ-ヶー]{{2,6}}|[ぁ-ん]{{2,6}}\s[ぁ-ん]{{2,6}})"
)
_LABEL: Final = re.compile(
    r"(?:氏\s?名|名\s?前|姓\s?名|ふりがな|フリガナ|本人|保護者|世帯主|児童|患者|(?:申請|届出|相談|委任|受任|通報|利用)者|代理人)"
    rf"[\s:(は・]{{1,3}}({_NAME})(?!{_LETTER})"
)
# What stands behind a label in a list of items is no name.
_NO_NAME: Final = re.compile(
    r"住\s?所|生年|年\s?月|性別|電話|連絡|続柄|番号|年齢|及び|又は|並びに|その他|等$|以下|記入|場合|の$|情報"
)
_RESPECT: Final = re.compile(
    rf"(?<!{_KANJI}){_LETTER}{{1,8}}\s?(?:さん|ちゃん|くん|様方?|氏)(?![名様式{_KANJI[1:-1]}])"
)
_NO_RESPECT: Final = re.compile(
    r"(?:皆|お客|患者|者|親|[お御]子|[お御]母|[お御]父|奥|王|神|同|異|仕|多|各|両|有|無|一|模|々)\s?(?:さん|ちゃん|くん|様方?|氏)$"
)
_ENDS_NO_NAME: Final = (
    "県市区町村駅郡府都道会課部局室所園院校館店社線団員者様式係長町内地域外国語川橋通業人民児中前後上下日月年方法号等"
)
_FAMILY: Final = re.compile(
    rf"(?<!{_KANJI})(?:{'|'.join(sorted(_FAMILY_NAMES, key=len, reverse=True))})\s?{_LETTER}{{1,4}}(?!{_KANJI})"
)
_GIVEN_ENDS: Final = "子美郎男夫雄太介樹香恵江代奈菜翔斗平司彦之也哉真実希輝貴人一二三郎吾助朗弘明子織音葉花穂"
_APART: Final = re.compile(rf"(?<!{_LETTER}){_KANJI}{{1,3}} {_KANJI}{{1,3}}(?!{_KANJI})")
_JOINED: Final = re.compile(rf"(?<!{_LETTER}){_KANJI}{{3,5}}(?=\s?[(])")

_BEFORE_A_BIRTH: Final = re.compile(
    rf"(?:^|[^一-龥々ぁ-んァ-ヶー])({_KANJI}{{2,6}}|{_KANJI}{{1,4}} ?{_LETTER}{{1,5}}"
    r"|[ァ-ヶー]{2,8} [ァ-ヶー]{2,8})\s?[(、\s]$"
)
_NO_PERSON: Final = re.compile(
    r"対象|児|生$|歳|才|第|以[上下前後]|該当|毎|旧|新|規則|条例|法律|要綱|施行|改正|制定|公布|学年|年度"
    r"|昭和|平成|令和"
)


def names_a_person(plain: str) -> bool:
    """Tell whether ``plain``, a short piece of text whose letters are plain, names a person."""
    if any(not _NO_NAME.search(match.group(1)) for match in _LABEL.finditer(plain)):
        return True
    if any(not _NO_RESPECT.search(match.group()) for match in _RESPECT.finditer(plain)):
        return True
    families = (match.group() for match in _FAMILY.finditer(plain))
    if any(name[-1] not in _ENDS_NO_NAME or name[-1] in "人一" for name in families):
        return True
    return any(
        match.group()[-1] in _GIVEN_ENDS
        and not match.group().endswith(("女子", "男子", "児子", "養子", "実子", "第一", "第二", "第三"))
        for pattern in (_APART, _JOINED)
        for match in pattern.finditer(plain)
    )


def stands_as_a_name(plain: str) -> bool:
    """Tell whether ``plain`` ends with words set apart as a name is before a person's date of birth: 氏家恵（."""
    match = _BEFORE_A_BIRTH.search(plain)
    if match is None:
        return False
    name = match.group(1)
    return name[-1] not in _ENDS_NO_NAME and not _NO_NAME.search(name) and not _NO_PERSON.search(name)
