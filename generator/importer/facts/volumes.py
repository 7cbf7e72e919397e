"""How many records, of whom and over which time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.evidence.counts import Count, counting_form, counts_in, plain_words
from generator.importer.document.printed_labels import label_of
from generator.importer.facts.cross_references import own_words
from generator.importer.facts.found import Collected, DraftDoubt, Found, NewName, gather
from generator.importer.facts.subjects import UNKNOWN, SubjectReader
from generator.japanese.eras import fiscal_years
from generator.japanese.fold import fold, fold_with_places
from generator.kinds.registered_subject import SUBJECTS
from generator.model.consultation import Volume
from generator.model.vocabulary import Per

NO_COUNT: Final = "件数を読み取れませんでした。"
NOT_SAID_WHOSE: Final = "誰の件数かは書いていません。"
WHAT: Final = "件数の前の「{words}」が何を表すか分からないので、数だけを書きました。"
RATE: Final = "「{words}」は、ある期間の件数のようですが、「年間」とは書かれていないので、数だけを書きました。"
RANGE: Final = "件数に幅があるようです（{count}件はその一方です）。"
LIMIT: Final = "「{words}」とあるので、{count}件ちょうどではないようです。"

_OTHER_WORDS: Final = "年間|見込み?|概ね|およそ|最大|小計|合計|総計|毎年度?|約|実績"
_BEFORE_A_NAME: Final = re.compile(rf"^(?:\([^()]*\)|[\s、。:・(]|延べ|各|{_OTHER_WORDS})+")
_AFTER_A_NAME: Final = re.compile(rf"(?:\([^()]*\)|[\s、。:・)は]|延べ|^計|{_OTHER_WORDS})+$")
# 年, から, 500~, うち新規, 年度ごとに and 1日あたり are nobody's name.
_NAME: Final = re.compile(r"(?!うち|初年|対象者数|.*(?:ごと|から|まで|につき))[^0-9ぁ-ん][^0-9~=×/]+")
# 3人につき, 2件×12: no count of its own. 第1回, 年6回: nor are these.
_FACTOR: Final = re.compile(r"\s*(?:につき|[あ当]たり|×)")
_TIMES: Final = re.compile(r"(?:第|[年月週日](?:間|に)?)[0-9]+[回通]")
# 毎月10件, 1日あたり5件, 50件/年, 10件(年).
_RATE_BEFORE: Final = re.compile(r"(?:毎|各|(?<!第)[1一]|^)[年月週日回](?:間|あたり|当たり|に|で|約|延べ)*$")
_RATE_AFTER: Final = re.compile(r"[/／][年月週日回]|\((?:[1一毎])?[年月週日回]\)")
# 100件以上, 50人未満, 100件を超える; 少なくとも100件.
_LIMIT_AFTER: Final = re.compile("(?:程度)?(?:以上|以下|以内|未満|弱|強|余り?|まで|を?(?:超|上回|下回))")
_LIMIT_BEFORE: Final = re.compile("(?:少なくとも|最低(?:でも)?|多くとも|多くて(?:も)?)約?$")
_RANGE_BEFORE: Final = re.compile(r"(?:^|[0-9])(?:~|-|から|ないし)約?$")
_RANGE_AFTER: Final = re.compile(r"(?:~|-|から|ないし)約?$")
# Whose a count is stands before it and before these.
_BEFORE_A_COUNT: Final = re.compile(r"(?:[\s：:・、]|年間|延べ|各|最大|約|およそ|概ね)+$")


@dataclass(frozen=True)
class _Count:
    """A count, and the folded words before and after it that may belong to it."""

    number: int
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
        """Return those of ``paragraphs`` that state counts, and the others."""
        counted = tuple(text for text in paragraphs if self.read(text).values)
        return counted, tuple(text for text in paragraphs if text not in counted)

    def read(self, paragraph: str, heading_subject: str | None = None) -> Found[Volume]:
        """Return the volumes of ``paragraph``; ``heading_subject`` is whose they are where the words don't say."""
        counts = _find_counts(fold(counting_form(label_of(paragraph).words)))
        found = [self._read_volume(count, heading_subject) for count in counts]
        return gather(found) if found else Found((), (DraftDoubt((), NO_COUNT),))

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
            approximate=before.endswith("約"),
            per=Per.YEAR if Per.YEAR in count.near else None,
        )
        if count.is_one_of_a_range:
            return Found((volume,), (DraftDoubt((0,), RANGE.format(count=volume.count), held=True),))
        if count.limit:
            return Found((volume,), (DraftDoubt((0,), LIMIT.format(words=count.limit, count=volume.count), held=True),))
        unknown = name if subject is None else ""
        return Found((volume,), (*_doubts_of_rate(count, volume, rate), *_doubts_of_name(unknown)))


def _find_counts(folded: str) -> Iterator[_Count]:
    counts = [count for count in counts_in(folded) if _is_a_count(folded, count)]
    begin = 0
    ends = (*(count.start for count in counts[1:]), len(folded))
    for count, following in zip(counts, ends, strict=False):
        before, after = folded[begin : count.start], folded[count.end : following]
        yield _Count(count.value, plain_words(before), plain_words(after))
        begin = count.end


def _is_a_count(folded: str, count: Count) -> bool:
    """Tell whether ``count`` may be a volume. Stricter than the evidence: 年６回 and ３人につき are none."""
    times = any(match.end() == count.end for match in _TIMES.finditer(folded))
    return not times and _FACTOR.match(folded, count.end) is None


def _name_in(words: str) -> str:
    return _BEFORE_A_NAME.sub("", _AFTER_A_NAME.sub("", words)).strip("()")


def _doubts_of_rate(count: _Count, volume: Volume, rate: re.Match[str] | None) -> Iterator[DraftDoubt]:
    after = _RATE_AFTER.match(count.after)
    words = rate.group() if rate else after.group() if after else ""
    if words and volume.per is None:
        yield DraftDoubt((0,), RATE.format(words=words))


def _doubts_of_name(name: str) -> Iterator[DraftDoubt]:
    if name and _NAME.fullmatch(name):
        new = NewName(SUBJECTS, name)
        yield DraftDoubt((0,), UNKNOWN.format(name=name) + NOT_SAID_WHOSE, new=new)
    elif name:
        yield DraftDoubt((0,), WHAT.format(words=name))


def strip_count(text: str) -> str:
    """Return the words of ``text`` before its first count and what belongs to that: whose it is."""
    folded = fold_with_places(counting_form(text))
    first = next(counts_in(folded.text), None)
    return _BEFORE_A_COUNT.sub("", text[: folded.places[first.start].start]) if first else text
