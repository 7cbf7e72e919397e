"""How many records, of whom and over which time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.evidence.counts import WHOLE_COUNTER, Count, counting_form, counts_in, plain_words, says_yearly
from generator.evidence.no_names import names_nothing
from generator.importer.facts.cross_references import own_words
from generator.importer.facts.found import Collected, DraftDoubt, Found, NewName, gather
from generator.importer.facts.subjects import UNKNOWN, SubjectReader
from generator.japanese.eras import fiscal_years
from generator.japanese.fold import fold, fold_with_places
from generator.kinds.registered_subject import SUBJECTS
from generator.model.consultation import Volume
from generator.model.vocabulary import Per

NO_COUNT: Final = "件数を読み取れませんでした。"
UNREAD: Final = "「{words}」は、件数として読み取っていません。"
NOT_SAID_WHOSE: Final = "誰の件数かは書いていません。"
WHAT: Final = "件数の前の「{words}」が何を表すか分からないので、数だけを書きました。"
RATE: Final = "「{words}」は、ある期間の件数のようですが、「年間」とは書かれていないので、数だけを書きました。"
RANGE: Final = (
    "件数に幅があるようです（{count}件はその一方です）。幅は件数として書けません。その場合は、下の行も消してください。"
)
LIMIT: Final = (
    "「{words}」とあるので、{count}件ちょうどではないようです。"
    "上限や下限は件数として書けません。その場合は、下の行も消してください。"
)

_OTHER_WORDS: Final = "年間|見込み?|小計|合計|総計|毎年度?|実績"
_HEAD_WORDS: Final = "(?:対象|想定|延べ)?(?:件数|人数|世帯数|数量)|対象者数"
# What heads a count and names nobody: 件数, （２）件数, 3-2 件数, No.3 件数, 別紙２ 件数.
_HEADING: Final = re.compile(
    r"^(?:第?[0-9]+(?:[-.・][0-9]+)*号?[.、]?|no\.?[0-9]+|(?:別紙|別表|別添|資料|様式|表|図)第?[0-9]+"
    rf"|(?:[a-z]{{1,4}}|[一二三四五六七八九十]+)[.、]?)?(?:{_HEAD_WORDS})(?:\([^()]*\))?"
)
_BEFORE_A_NAME: Final = re.compile(rf"^(?:\([^()]*\)|[\s、。:・(]|延べ|各|{_OTHER_WORDS})+")
_AFTER_A_NAME: Final = re.compile(rf"(?:\([^()]*\)|[\s、。:・)は]|延べ|^計|の?(?:{_HEAD_WORDS})|{_OTHER_WORDS})+$")
# Words for people end like this; 新規, 月平均, 目標 and 24時間対応 do not, and are nobody's names.
_NAME: Final = re.compile(
    r"(?!うち|初年|.*(?:ごと|から|まで|につき))[^0-9ぁ-ん][^0-9~=×/]*"
    r"(?:[者人員児生親童子母父主婦師士徒族民客妻夫方]|世帯|マネジャー|マネージャー|ヘルパー|ボランティア|スタッフ|サポーター)"
)
# 3人につき, 2件×12: no count of its own. 第1回, 年6回: nor are these.
_FACTOR: Final = re.compile(r"\s*(?:につき|[あ当]たり|×)")
_TIMES: Final = re.compile(r"(?:第|[年月週日](?:間|に)?)[0-9]+[回通]")
_SPAN: Final = "(?:[年月週日回]|[か箇ヶカケ]月|四半期|半年|時間)"
# 毎月10件, 1日あたり5件, 50件/年, 10件(年).
_RATE_BEFORE: Final = re.compile(rf"(?:毎|各|(?<!第)[1一]|^|[、(]){_SPAN}(?:間|あたり|当たり|平均|に|で|約|延べ)*$")
_RATE_AFTER: Final = re.compile(rf"[/／]{_SPAN}|\((?:[1一毎])?{_SPAN}\)")
# 最大100件, 少なくとも100件; 100件以上, 50人未満, 100件を超える.
_LIMIT_BEFORE: Final = re.compile(
    "(?:最大限?|最高|最小|最低|最多|最少|上限|下限|限度|少なくとも|多くとも|多くて(?:も)?)[でもはを:]*(?:年間|延べ)*$"
)
_LIMIT_AFTER: Final = re.compile(
    "(?:程度)?(?:を|が|の)?(?:以上|以下|以内|未満|弱|強|余り?|まで|上限|下限|限度|超|上回|下回|下る|最大|最低)"
)
_TO: Final = "~|-|ー|から|ないし|又は|または|若しくは|もしくは|あるいは|或いは"
_RANGE_BEFORE: Final = re.compile(rf"(?:^|[0-9])(?:{_TO})$")
_RANGE_AFTER: Final = re.compile(rf"(?:程度)?(?:{_TO})$")
# A number that is no count by itself, since it says only about how many, or is not written in digits: 数百件, 約百件.
_NOT_READ: Final = re.compile(
    r"(?:[0-9,.]*(?:数|[〇十百千万億])[〇一二三四五六七八九十百千万億数余0-9]*|[0-9]+余|[0-9]+(?:[./,][0-9]+)+)"
    rf"(?:{WHOLE_COUNTER})"
)
# Whose a count is stands before it and before these.
_BEFORE_A_COUNT: Final = re.compile(r"(?:[\s：:・、]|年間|延べ|各|最大)+$")


@dataclass(frozen=True)
class _Count:
    """A count, and the folded words before and after it that may belong to it."""

    number: int
    approximate: bool
    before: str
    after: str

    @property
    def near(self) -> str:
        """The words around the count, up to the next enumerated one."""
        return self.before + re.split("[、。]", self.after)[0]

    @property
    def limit(self) -> str:
        """The words that make of the count a limit: 以上."""
        limit = _LIMIT_AFTER.match(self.after) or _LIMIT_BEFORE.search(self.before)
        return limit.group() if limit else ""

    @property
    def is_one_of_a_range(self) -> bool:
        """Whether the count is one end of 500~600件."""
        return bool(_RANGE_BEFORE.search(self.before) or _RANGE_AFTER.match(self.after))


@dataclass(frozen=True)
class VolumeReader:
    """Reads counts such as 「里親登録者 約２０件（年間）」 and 「①令和４年度 約７００件」."""

    subjects: SubjectReader

    def read_section(self, into: Collected, paragraphs: Sequence[str], heading_subject: str | None) -> None:
        """Read the volumes that ``paragraphs`` of a section state."""
        found = gather(self.read(text, heading_subject) for text in own_words(into, paragraphs))
        into.take_unless_below(found, "volumes")

    def part(self, paragraphs: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return those of ``paragraphs`` that state counts, and the others; what only heads counts is neither."""
        counted = tuple(text for text in paragraphs if _states_counts(fold(counting_form(text))))
        others = (text for text in paragraphs if text not in counted)
        return counted, tuple(text for text in others if _HEADING.fullmatch(fold(text)) is None)

    def read(self, paragraph: str, heading_subject: str | None = None) -> Found[Volume]:
        """Return the volumes of ``paragraph``; ``heading_subject`` is whose they are where the words don't say."""
        folded = fold(counting_form(paragraph))
        found = gather(self._read_volume(count, heading_subject) for count in _find_counts(folded))
        if not found.values:
            return Found((), (DraftDoubt((), NO_COUNT),))
        unread = (DraftDoubt((), UNREAD.format(words=words)) for words in _find_unread(folded))
        return Found(found.values, (*found.doubts, *unread))

    def _read_volume(self, count: _Count, heading_subject: str | None) -> Found[Volume]:
        before = count.before
        years = fiscal_years(before)
        year = years[-1] if years else None
        around_year = before[: year.start] + before[year.end :].removeprefix("以降") if year else before
        rate = _RATE_BEFORE.search(around_year)
        name = _name_in(around_year[: rate.start()] if rate else around_year)
        subject = self.subjects.exactly(name) if name else heading_subject
        volume = Volume(
            subject=subject,
            fiscal_year=year.year if year else None,
            onward=year is not None and before.startswith("以降", year.end),
            count=count.number,
            approximate=count.approximate,
            per=Per.YEAR if says_yearly(count.near) else None,
        )
        if count.is_one_of_a_range:
            return Found((volume,), (DraftDoubt((0,), RANGE.format(count=volume.count), held=True),))
        if count.limit:
            return Found((volume,), (DraftDoubt((0,), LIMIT.format(words=count.limit, count=volume.count), held=True),))
        unknown = name if subject is None else ""
        return Found((volume,), (*_doubts_of_rate(count, volume, rate), *_doubts_of_name(unknown)))


def _find_counts(folded: str) -> Iterator[_Count]:
    counts = [count for count in counts_in(folded) if count.sure and _is_a_count(folded, count)]
    begin = 0
    ends = (*(count.said[0] for count in counts[1:]), len(folded))
    for count, following in zip(counts, ends, strict=False):
        before, after = folded[begin : count.said[0]], folded[count.said[1] : following]
        yield _Count(count.value, count.approximate, plain_words(before), plain_words(after))
        begin = count.said[1]


def _is_a_count(folded: str, count: Count) -> bool:
    """Tell whether ``count`` may be a volume. Stricter than the evidence: 年６回 and ３人につき are none."""
    times = any(match.end() == count.end for match in _TIMES.finditer(folded))
    return not (times or folded.endswith("×", 0, count.start) or _FACTOR.match(folded, count.end))


def _states_counts(folded: str) -> bool:
    return any(_is_a_count(folded, count) for count in counts_in(folded)) or _NOT_READ.search(folded) is not None


def _find_unread(folded: str) -> Iterator[str]:
    """Yield the words in ``folded`` that may count something and of which no count is read."""
    counts = list(counts_in(folded))
    read = {count.end for count in counts if count.sure}
    ends = {count.end: count.start for count in reversed(counts) if not count.sure}
    ends.update((match.end(), match.start()) for match in _NOT_READ.finditer(folded))
    for end, start in sorted(ends.items()):
        if end not in read:
            yield plain_words(folded[start:end])


def _name_in(words: str) -> str:
    said = _AFTER_A_NAME.sub("", _HEADING.sub("", words))
    return _BEFORE_A_NAME.sub("", said).strip("()")


def _doubts_of_rate(count: _Count, volume: Volume, rate: re.Match[str] | None) -> Iterator[DraftDoubt]:
    after = _RATE_AFTER.match(count.after)
    words = rate.group().lstrip("、(") if rate else after.group() if after else ""
    if words and volume.per is None:
        yield DraftDoubt((0,), RATE.format(words=words))


def _doubts_of_name(name: str) -> Iterator[DraftDoubt]:
    if name and _NAME.fullmatch(name) and not names_nothing(name):
        new = NewName(SUBJECTS, name)
        yield DraftDoubt((0,), UNKNOWN.format(name=name) + NOT_SAID_WHOSE, new=new)
    elif name:
        yield DraftDoubt((0,), WHAT.format(words=name))


def strip_count(text: str) -> str:
    """Return the words of ``text`` before its first count and what belongs to that: whose it is."""
    folded = fold_with_places(counting_form(text))
    first = next(counts_in(folded.text), None)
    return _BEFORE_A_COUNT.sub("", text[: folded.places[first.said[0]].start]) if first else text
