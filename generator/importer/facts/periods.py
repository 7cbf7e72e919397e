"""From when until when."""

import re
from collections.abc import Iterator
from typing import Final

from generator.importer.facts.cross_references import points_only
from generator.importer.facts.found import Collected, DraftDoubt
from generator.japanese.eras import EraDate, era_dates
from generator.japanese.fold import fold
from generator.model.consultation import Period
from generator.model.partial_date import PartialDate

NO_DATE: Final = "開始の時期を読み取れませんでした。"
NO_START: Final = "開始の時期が日付で書かれていません。"
NO_END: Final = "「{words}」とありますが、終わりの日付を読み取れませんでした。"
NO_YEAR: Final = "「{words}」には年が書かれていないので、日付として読み取っていません。"
BACKWARDS: Final = "終わりが始まりより前です。原本と見比べてください。"
OTHER_DATES: Final = "この節にはほかの日付もあります（{dates}）。"
NOT_PLAIN: Final = "「{words}」とあります。この日付が開始の時期かどうか分かりません。"
GOES_ON: Final = "「継続」とあります。継続して行うという意味なら、continues: true と書いてください。"
RENEWED: Final = "「{words}」とあります。期間が更新されるという意味なら、その言葉を repeats に書いてください。"

# What stands in parentheses after a date: (金), (予定).
_BESIDE_A_DATE: Final = r"(?:\((?:.|[日月火水木金土]曜日|予定)\))?"
_BEGINS: Final = "(?:開始|稼働|着手|導入)"
_UNTIL: Final = re.compile(
    rf"(?:末日?)?{_BESIDE_A_DATE}(?:まで(?!には?{_BEGINS})|をもって|限り|[にで](?:終了|満了)(?!(?:した)?の?後))"
)
_FROM: Final = re.compile(rf"{_BESIDE_A_DATE}(?:から|より|~|-|以降|以後)")
# 契約締結日から令和6年3月31日, ~令和5年3月31日: what stands before is the start, also where it is no date.
_AFTER_A_START: Final = re.compile(
    r"(?:から|より|~|[^\s:。(・-](?:\([^()]*\))?-)、?$|(?:終了|満了|終期)の?(?:時期|年月日|予定|日)*[:\s)]*$"
    r"|(?<![夏冬])至[:\s]*$"
)
_SOME_END: Final = re.compile(
    rf"[^、。(\nら]{{1,12}}まで(?!には?{_BEGINS})"
    r"|(?:から|より)\(?(?:[0-9]+|[一二三四五十])(?:年|[か箇ヶカケ]月)間?|(?:期間は?)(?:[0-9]+|[一二三四五十])(?:年|[か箇ヶカケ]月)間?"
    r"|(?<=日)[^、。~(\n]{0,8}~(?!\s*(?:継続|$|[、。)\n]))[^、。)\n]{1,12}"
)
# 契約締結日(令和4年9月予定): it starts on the day of something else, for which the date is a guess.
_BESIDE_ANOTHER_DAY: Final = re.compile(r"[^\s、。()]{1,20}(?:日|時|後|次第|以降|[承認決裁締結])(?:から)?\([^()]*$")
# 早ければ令和4年7月1日
_AT_THE_EARLIEST: Final = re.compile(r"(?:早ければ|早くて[もは]?|早くとも|最短で)、?$")
# 令和5年10月1日以降、承認を得た日から: the date is not the only condition.
_DEPENDS: Final = re.compile(
    "[^、。\n]{0,12}(?:承認|決裁|議決|締結|準備|稼働|完了|答申)[^、。\n]{0,12}?(?:後|次第|日(?:から|より|以降))"
)
# 令和4年6月17日の承認後, 令和4年4月1日施行の…, 稼働(令和5年1月予定)後: it is the day of something else.
_OF_ANOTHER_DAY: Final = re.compile(
    rf"{_BESIDE_A_DATE}(?:の(?!予定|から)|付け?|現在|に?(?:締結|承認|決裁|議決|公布|施行|制定|改正|開催|終了|満了)"
    rf"|(?:予定)?\)の?後|までには?{_BEGINS})[^、。\n]{{0,12}}"
)
_WITHOUT_YEAR: Final = re.compile("(?<![0-9年同翌])(?:[1-9]|1[0-2])月(?:[0-9]{1,2}日)?")
_RENEWING: Final = (
    "繰り?返し|(?:以後|以降|その後|自動(?:的に)?|毎年度?|ごとに|毎に)[^（(。、\n]*(?:更新|延長)|(?:以後|以降)毎年"
)
# Words of a clause are looked for from its beginning only: from each of its characters, that takes the square of it.
_CLAUSE_BEGINS: Final = r"(?<![^（(。、\n])"
_REPEATS: Final = re.compile(
    rf"(?:[（(]|{_CLAUSE_BEGINS}|(?=(?:以後|以降|その後)、))((?:(?:以後|以降|その後)、)?[^（(。、\n]*(?:{_RENEWING})[^）)。\n]*)[。]?[）)]?"
)
_RENEWED: Final = re.compile(
    rf"{_CLAUSE_BEGINS}[^（(。、\n]*(?:(?<!システム)(?<!データ)(?:更新|延長)(?!後|作業|時|のため|に伴|業務)|毎年|(?:以降|以後)も?同様)[^）)。、\n]*"
)
_HOLDS_A_DATE: Final = re.compile(r"[0-9０-９]\s*月")
_CONTINUES: Final = "継続して"
_CONTINUES_SOMEHOW: Final = re.compile("(?<!長期)継続")


def read_period_section(into: Collected) -> None:
    """Read the period that a section states, where it does not only point elsewhere."""
    text = into.section.text
    if text is not None and not points_only(text):
        period, doubts = read_period(text)
        into.doubt(*doubts)
        if period is not None:
            into.facts["period"] = period


def read_period(text: str) -> tuple[Period | None, tuple[DraftDoubt, ...]]:
    """Return the period that the ``text`` of a section states."""
    folded = fold(text)
    dates = era_dates(folded)
    if not dates:
        return None, (DraftDoubt((), NO_DATE), *_doubts_of_words(text, folded, dates, None))
    ends = [date for date in dates if _is_end(folded, date)]
    starts = [date for date in dates if date not in ends]
    repeats = _REPEATS.search(text)
    period = Period(
        start=_partial_date(starts[0]) if starts else None,
        end=_partial_date(ends[0]) if ends else None,
        continues=_CONTINUES in folded,
        repeats=repeats.group(1) if repeats and not _HOLDS_A_DATE.search(repeats.group(1)) else None,
    )
    others = tuple(folded[date.start : date.end] for date in (*starts[1:], *ends[1:]))
    doubts = _start_doubts(folded, starts[0]) if starts else (DraftDoubt(("period",), NO_START),)
    return period, (*doubts, *_other_doubts(folded, period, others), *_doubts_of_words(text, folded, dates, period))


def _is_end(folded: str, date: EraDate) -> bool:
    if _UNTIL.match(folded, date.end):
        return True
    begun = _AFTER_A_START.search(folded, 0, date.start) is not None
    return begun and _FROM.match(folded, date.end) is None


def _start_doubts(folded: str, start: EraDate) -> Iterator[DraftDoubt]:
    before, after = _BESIDE_ANOTHER_DAY.search(folded, 0, start.start), _OF_ANOTHER_DAY.match(folded, start.end)
    depends = _DEPENDS.search(folded, start.end)
    earliest = _AT_THE_EARLIEST.search(folded, 0, start.start)
    if before is not None:
        words = before.group() + re.split("[)\n]", folded[start.start :])[0] + ")"
        yield DraftDoubt(("period",), NOT_PLAIN.format(words=words), held=True)
    elif earliest is not None:
        yield DraftDoubt(("period",), NOT_PLAIN.format(words=folded[earliest.start() : start.end]), held=True)
    elif after is not None:
        yield DraftDoubt(("period",), NOT_PLAIN.format(words=folded[start.start : after.end()]), held=True)
    elif depends is not None:
        yield DraftDoubt(("period",), NOT_PLAIN.format(words=depends.group()), held=True)


def _other_doubts(folded: str, period: Period, others: tuple[str, ...]) -> Iterator[DraftDoubt]:
    if others:
        yield DraftDoubt(("period",), OTHER_DATES.format(dates="、".join(others)))
    end = _SOME_END.search(folded)
    if end is not None and period.end is None and _WITHOUT_YEAR.search(end.group()) is None:
        yield DraftDoubt(("period",), NO_END.format(words=end.group()))
    if period.end is not None and str(period.end) < str(period.start or "")[: len(str(period.end))]:
        yield DraftDoubt(("period",), BACKWARDS)
    if not period.continues and _CONTINUES_SOMEHOW.search(folded):
        yield DraftDoubt(("period",), GOES_ON)


def _doubts_of_words(text: str, folded: str, dates: tuple[EraDate, ...], period: Period | None) -> Iterator[DraftDoubt]:
    """Yield a doubt for dates without a year, and for words of a renewal that ``period`` does not hold."""
    path = ("period",) if period else ()
    found = _WITHOUT_YEAR.finditer(folded)
    bare = [each.group() for each in found if not any(date.start <= each.start() < date.end for date in dates)]
    if bare:
        yield DraftDoubt(path, NO_YEAR.format(words="」「".join(bare)))
    renewed = _RENEWED.search(text)
    if renewed is not None and (period is None or period.repeats is None):
        yield DraftDoubt(path, RENEWED.format(words=renewed.group().strip()))


def _partial_date(date: EraDate) -> PartialDate:
    return PartialDate(date.year, date.month, date.day)
