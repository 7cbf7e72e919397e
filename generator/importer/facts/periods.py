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
OTHER_DATES: Final = "この節にはほかの日付もあります（{dates}）。"
NOT_PLAIN: Final = "「{words}」とあります。この日付が開始の時期かどうか分かりません。"
GOES_ON: Final = "「継続」とあります。継続して行うという意味なら、continues: true と書いてください。"

_UNTIL: Final = re.compile(r"(?:末日?)?(?:\(.\))?(?:まで|をもって)")
# 令和4年7月1日(金)~令和5年3月31日
_DASH: Final = re.compile(r"(?:\(.\))?(?:から)?[~-]")
_SOME_END: Final = re.compile(r"[^、。(\nら]{1,12}まで|から(?:[0-9]+|[一二三五十])(?:年|[か箇ヶカケ]月)間?")
# 契約締結日(令和4年9月予定): it starts on the day of something else, for which the date is a guess.
_BESIDE_ANOTHER_DAY: Final = re.compile(r"[^\s、。()]{1,20}(?:日|時|後|次第|以降)(?:から)?\([^()]*$")
_REPEATS: Final = re.compile(r"[（(]?([^（(。、\n]*繰り?返し[^）)。\n]*)[。]?[）)]?")
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
        return None, (DraftDoubt((), NO_DATE),)
    ends = [date for place, date in enumerate(dates) if _is_end(folded, dates[:place], date)]
    starts = [date for date in dates if date not in ends]
    if not starts:
        return None, (DraftDoubt((), NO_START),)
    repeats = _REPEATS.search(text)
    period = Period(
        start=_partial_date(starts[0]),
        end=_partial_date(ends[0]) if ends else None,
        continues=_CONTINUES in folded,
        repeats=repeats.group(1) if repeats else None,
    )
    others = tuple(folded[date.start : date.end] for date in (*starts[1:], *ends[1:]))
    doubts = (*_start_doubts(folded, starts[0]), *_other_doubts(folded, period, others))
    return period, doubts


def _is_end(folded: str, before: tuple[EraDate, ...], date: EraDate) -> bool:
    dashed = bool(before) and _DASH.fullmatch(folded[before[-1].end : date.start]) is not None
    return dashed or _UNTIL.match(folded, date.end) is not None


def _start_doubts(folded: str, start: EraDate) -> Iterator[DraftDoubt]:
    other = _BESIDE_ANOTHER_DAY.search(folded, 0, start.start)
    if other is not None:
        words = other.group() + re.split("[)\n]", folded[start.start :])[0] + ")"
        yield DraftDoubt(("period",), NOT_PLAIN.format(words=words), held=True)


def _other_doubts(folded: str, period: Period, others: tuple[str, ...]) -> Iterator[DraftDoubt]:
    if others:
        yield DraftDoubt(("period",), OTHER_DATES.format(dates="、".join(others)))
    end = _SOME_END.search(folded)
    if end is not None and period.end is None:
        yield DraftDoubt(("period",), NO_END.format(words=end.group()))
    if not period.continues and _CONTINUES_SOMEHOW.search(folded):
        yield DraftDoubt(("period",), GOES_ON)


def _partial_date(date: EraDate) -> PartialDate:
    return PartialDate(date.year, date.month, date.day)
