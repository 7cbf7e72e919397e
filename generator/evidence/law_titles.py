"""What the titles of laws look like, and where in folded words one begins that ends with them."""

import re
from typing import Final

from generator.evidence.paragraph_ends import PARAGRAPH_END
from generator.japanese.conjunctions import AND_OR
from generator.model.vocabulary import LAW_WORDS, LawKind

KIND_OF_WORD: Final = {word: kind for kind, words in LAW_WORDS.items() for word in words}
WORD: Final = f"(?:{'|'.join(sorted(KIND_OF_WORD, key=len, reverse=True))})"
# Nothing that is looked for at the end of words is longer.
NEAR: Final = 12
_NO_LAW: Final = re.compile("(?:[方手作療司寸技製工文]法|(?<!利)用法|[命指辞号法条]令)$")
_NOT_IN_A_NAME: Final = f"、。,.「」『』()\\[\\]{{}}《》〈〉【】:;/{PARAGRAPH_END}\\s"
_RUN_BEFORE: Final = re.compile(f"[^{_NOT_IN_A_NAME}]*")
_LAST_WORD: Final = re.compile(f"{WORD}$")
# Where the words before a name leave off. A title may hold 及び and its like: 精神保健及び精神障害者福祉に関する法律.
_BETWEEN: Final = (
    "かつ|また|なお|ただし|において|により|に基づき|から(?!の)|(?<![又く])は(?![ぁ-ん])|(?<=.)が(?![ぁ-ん])|"
    "に(?:つい|関し|対し|際し|応じ|基づい|従っ|伴っ|よっ)て(?!の)|として|同じく|いわゆる"
)
_AFTER_A_LAW: Final = f"(?:{WORD}|[条項号)」』】0-9])(?:{AND_OR}|[・と])"
_IN_A_TITLE: Final = f"(?:に関する|ための|に係る|する).*{WORD}$"
_JOINING: Final = re.compile(
    f"(?:.*(?:{_BETWEEN}|{_AFTER_A_LAW}|(?:{AND_OR})(?!.*{_IN_A_TITLE})|[0-9][条項号])|{AND_OR}|・|と(?![ぁ-ん]))(?=.)"
)
# A title may even hold a comma: 高齢者虐待の防止、高齢者の養護者に対する支援等に関する法律.
_TORN: Final = re.compile("の[一-龠]{2}、$")
# No title: which law is meant, or which of its versions, nobody can say who reads just this.
_POINTING: Final = re.compile(
    f"(?:(?:[同本当該此各両他旧新]|この|その|当該|現行|改正|根拠|関係|関連|上記|下記){WORD}|.*[ぁ-ん][法令]|同?{WORD}?施行{WORD}|"
    "(?:.*[^一-龠々ァ-ヶー])?(?:改正|廃止|施行|従|以)[前後来]の.*|.*(?:である|施行の|現行の).*)$"
)
# A short word such as 条例 is a name by itself only where what stands before it cannot belong to a longer one.
_BEFORE_A_SHORT_NAME: Final = re.compile(
    rf"(?:^|[^\w]|{AND_OR}|{_BETWEEN}|[をにで]|[0-9][条項号]|(?:{WORD}|[条項号)」])[とや])$"
)
# Nor is a title: 行政機関の保有する個人情報の保護に関する法律 is another law, 狛江市の個人情報保護条例 too.
_BEFORE_A_TITLE: Final = re.compile(
    rf"(?:^|[^\w・]|{_AFTER_A_LAW}|{_BETWEEN}|[をにでやもへてりきらず]|(?:^|[^\w])(?:・|{AND_OR}))$"
)
_LONG: Final = 6


def stands_alone(head: str, name: str) -> bool:
    """Tell whether ``name`` at the end of ``head`` is all of a law's name, and not the end of a longer one."""
    before = _BEFORE_A_TITLE if len(name) >= _LONG else _BEFORE_A_SHORT_NAME
    start = len(head) - len(name)
    return before.search(head[max(0, start - NEAR) : start]) is not None


def last_word(head: str) -> str | None:
    """Return the word for a law in which ``head`` ends."""
    ending = _LAST_WORD.search(head[-NEAR:])
    return None if ending is None or _NO_LAW.search(head[-NEAR:]) else ending.group()


def title_at_the_end(head: str) -> str:
    """Return what the title is in which ``head`` ends, if it ends in one."""
    run = _RUN_BEFORE.match(head[::-1])
    name = run.group()[::-1] if run else ""
    joining = _JOINING.match(name)
    return name[joining.end() :] if joining else name


def is_torn(head: str, name: str) -> bool:
    """Tell whether ``name`` at the end of ``head`` may be only the last part of a title."""
    before = head[: len(head) - len(name)]
    return _TORN.search(before[-NEAR:]) is not None and re.search(_IN_A_TITLE, name) is not None


def is_pointing(name: str) -> bool:
    """Tell whether ``name`` only points to a law, or to a version of one: 当該条例, 旧条例, 改正後の条例."""
    return _POINTING.fullmatch(name) is not None


def kind_of_title(title: str) -> LawKind:
    """Return the kind of law that the end of ``title`` says."""
    ending = _LAST_WORD.search(title)
    return KIND_OF_WORD[ending.group()] if ending else LawKind.OTHER
