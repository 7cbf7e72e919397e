"""What stands beside the name of a party: its legal form, its address, a label, or words that make another of it."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from generator.importer.document.numbering import label_of
from generator.importer.facts.lexicon import Mention
from generator.importer.facts.surroundings import letters_around
from generator.importer.facts.words import AND
from generator.japanese.fold import fold

# What stands beside a party and names none: 所在地:東京都…, 代表取締役 見本太郎, and an address of its own.
_CALLED: Final = re.compile(r"^(?:名称|商号|法人名|会社名|事業者名|団体名|受託者)(?:[：:]\s*|\s+)")
_BESIDE_WORDS: Final = (
    "(?:所在地?|住所|代表者?|代表取締役|理事長|会長|電話|法人番号|担当)(?:氏?名|番号|社長)?(?:[：:]|\\s|$)"
)
_BESIDE: Final = re.compile(f"^{_BESIDE_WORDS}")
_ADDRESS_WORDS: Final = (
    r"(?:〒.*|[^\s（(]{2,3}[都道府県][^\s（(]+[市区町村郡].*[0-9０-９](?:丁目|番地?|号室?|階|[FＦfｆ])?)"
)
_ADDRESS: Final = re.compile(rf"[（(]?{_ADDRESS_WORDS}[）)]?")
_BESIDE_A_NAME: Final = re.compile(
    rf"[（(](?:{_BESIDE_WORDS}[^（()）]*|{_ADDRESS_WORDS})[）)]$|\s(?:{_BESIDE_WORDS}.*|{_ADDRESS_WORDS})$"
)
_MORE: Final = re.compile(r"\s*(?:ほか|他|外|等|など)(?:[0-9０-９]+(?:社|者|団体|法人|名|か所))?$")

_COMPANY: Final = "(?:株式|有限|合同|合資)会社"
_BODY: Final = (
    "(?:社会福祉|医療|学校|宗教|特定非営利活動|[NＮnｎ][PＰpｐ][OＯoｏ]|独立行政|地方独立行政)法人"
    "|(?:公益|一般)(?:財団|社団)法人"
)
# What may touch a name and makes no other of it: 社会福祉法人, 株式会社.
_FORM: Final = re.compile(rf"(?:{_COMPANY}|{_BODY}|(?:財団|社団)法人|社|等|他)*")
# 株式会社甲乙, 丙丁株式会社: a name for certain, registered or not.
_NAME_LETTER: Final = r"[^\s、，。（）()「」：:ぁ-ん]"
_NAMED_BY_ITS_FORM: Final = re.compile(
    rf"{_NAME_LETTER}{{1,30}}{_COMPANY}(?!{_NAME_LETTER})|(?:{_COMPANY}|{_BODY}){_NAME_LETTER}[^\s、，。（）()「」：:がをは]{{0,30}}"
)

_EXCEPTS: Final = re.compile("以外|[をは](?:除|含ま)")
_EXCEPTION: Final = re.compile(r"[（(][^（()）]*(?:以外|[をは](?:除|含ま))[^（()）]*[）)]")
# 区が指定する者: a description, and nobody's name.
_DESCRIBED: Final = re.compile("[うくすつぬぶむるぐた](?:者|もの|団体|法人|事業者|業者)$")
_SUBCONTRACTOR: Final = "再委託"
_SUBCONTRACTORS: Final = re.compile(rf"[（(][^（()）]*{_SUBCONTRACTOR}[^（()）]*[）)]")

_GAP: Final = "\0"
# 会議システムを提供するクラウドサービス提供事業者(Zoom、…): who they are stands in the parentheses.
_DESCRIPTION: Final = re.compile(rf"^[^{_GAP}()]*(?:事業者|業者|団体|法人|機関)\((?=[^()]*\)$)")
_LABEL: Final = re.compile(
    rf"^[^{_GAP}():]*(?:業務|事務|事業|委託|(?:委託|受託|提供|収集|結合|運営)[^{_GAP}():]{{0,4}}):"
)
_MEANINGLESS: Final = (
    re.compile(r"\((?:予定|参考|仮称|案|以下[^()]*)\)"),
    re.compile(rf"{_COMPANY}|{_BODY}|(?:財団|社団)法人"),
    re.compile("(?:運営|管理|運用|保守)(?:会社|事業者|団体|法人|主体|者)?"),
    re.compile("未定|予定|候補|[選決]定(?:中|する)?|[検討調整]{2}中"),
    re.compile(f"{AND.pattern}|(?:ほか|他|外|等|など)(?:[0-9]+(?:社|者|団体|法人|名|か所))?|社|[がをのはにでと]"),
)
_WORD: Final = re.compile(r"[^\W_]")


def stands_beside(words: str) -> bool:
    """Tell whether ``words`` are the address or the head of a party, and name none."""
    return _BESIDE.match(words) is not None or _ADDRESS.fullmatch(words) is not None


def with_their_parentheses(paragraphs: Iterable[str]) -> list[str]:
    """Return the words of ``paragraphs``, one that is only a parenthesis with the one before it."""
    joined: list[str] = []
    said = (label_of(paragraph).words for paragraph in paragraphs)
    for words in (words for words in said if not stands_beside(words)):
        if joined and words.startswith(("（", "(")):
            joined[-1] += words
        else:
            joined.append(words)
    return joined


def without_address(words: str) -> str:
    """Return ``words`` without 「名称：」 before a name and the address or the head after it."""
    return _BESIDE_A_NAME.sub("", _CALLED.sub("", words)).strip()


def own_name(words: str) -> str:
    """Return the name in ``words`` without its label, parentheses, 「ほか２社」 and the address after it."""
    name = re.sub(r"[（(].*[）)]$", "", words).rstrip("。").strip() or words
    named, _, rest = _CALLED.sub("", name).partition("　" if "　" in name else " ")
    if rest and _ADDRESS.fullmatch(rest.strip()):
        name = named
    return _MORE.sub("", _CALLED.sub("", name)).strip()


def is_described(name: str) -> bool:
    """Tell whether ``name`` only describes somebody: 区が指定する者."""
    return _DESCRIBED.search(name) is not None


def without_exceptions(words: str) -> str:
    """Return ``words`` without （社会福祉協議会を除く。）."""
    return _EXCEPTION.sub("", words)


def excepts(words: str) -> bool:
    """Tell whether ``words`` except somebody."""
    return _EXCEPTS.search(words) is not None


def is_subcontracted(words: str) -> bool:
    """Tell whether ``words`` name a subcontractor, to whom the ward hands nothing."""
    return _SUBCONTRACTOR in words


def names_by_form(words: str) -> Iterator[str]:
    """Yield what ``words`` name by a legal form, such as 株式会社甲乙; not those of a subcontractor."""
    yield from _NAMED_BY_ITS_FORM.findall(_SUBCONTRACTORS.sub("", words))


def touching(folded: str, mention: Mention, mentions: tuple[Mention, ...]) -> str:
    """Return the longer name that ``mention`` is a part of, such as LINEヤフー株式会社, or nothing."""
    before, after = letters_around(folded, mention, mentions)
    return "" if all(map(_FORM.fullmatch, (before, after))) else before + folded[mention.start : mention.end] + after


def says_more(words: str, named: Iterable[tuple[int, int]]) -> bool:
    """Tell whether ``words`` hold more than the names at ``named`` in them, folded, and what may stand beside a name.

    東京育成園の委託先 does, 社会福祉法人東京育成園(予定) does not.
    """
    rest = fold(words)
    for start, end in sorted(named, reverse=True):
        rest = rest[:start] + _GAP + rest[end:]
    rest = _SUBCONTRACTORS.sub("", rest)
    for pattern in (_LABEL, *_MEANINGLESS):
        rest = pattern.sub("", rest)
    return _WORD.search(_DESCRIPTION.sub("(", rest)) is not None
