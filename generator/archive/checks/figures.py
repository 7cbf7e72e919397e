"""The figures of a section, its volumes and its period: each stands in the section's words as the file says."""

from collections.abc import Iterator
from dataclasses import replace

from generator.archive.record import Record
from generator.evidence.fact_values import FiscalYear
from generator.evidence.finding import says, words_of
from generator.japanese.eras import YEARS_WITH_ERAS, era_date_as_printed, era_month_as_printed
from generator.model.consultation import Period, Volume
from generator.model.outline import Path, Place
from generator.model.partial_date import PartialDate
from generator.model.vocabulary import Per
from generator.problems import Problem, Severity


def check_figures(record: Record) -> Iterator[Problem]:
    """Yield every volume and every date that the words of its section do not carry."""
    for place in record.places:
        words = words_of(place.section)
        for index, volume in enumerate(place.section.volumes):
            yield from _volume(record, (*place.path, "volumes", index), volume, words)
        if place.section.period is not None:
            yield from _period(record, place, place.section.period, words)


def _volume(record: Record, path: Path, volume: Volume, words: str) -> Iterator[Problem]:
    if not says(volume, words):
        yield _wrong_count(record, (*path, "count"), volume, words)
    if volume.fiscal_year is not None and volume.fiscal_year not in YEARS_WITH_ERAS:
        message = f"「{volume.fiscal_year}」は西暦の年ではありません。"
        remedy = "年度は西暦4桁で書いてください（令和４年度なら 2022）。"
        yield record.stored.problem((*path, "fiscal_year"), message, remedy)
    elif not _says_year(volume, words):
        yield _wrong_year(record, (*path, "fiscal_year"), volume, words)
    if volume.per is Per.YEAR and not says(volume.per, words):
        remedy = "本文に「年間」とないときは、この行を消してください。"
        yield _not_said(record, (*path, "per"), f"「{volume.per}」", remedy)
    if volume.per is None and says(Per.YEAR, words):
        yield _overlooked(record, path, str(Per.YEAR), f"per: {Per.YEAR}")


def _says_year(volume: Volume, words: str) -> bool:
    if volume.fiscal_year is None:
        return not volume.onward
    return says(FiscalYear(volume.fiscal_year, volume.onward), words)


def _wrong_count(record: Record, path: Path, volume: Volume, words: str) -> Problem:
    if not says(replace(volume, approximate=not volume.approximate), words):
        about = "約" if volume.approximate else ""
        remedy = "本文の件数を確かめ、半角の数字で書いてください。"
        return _not_said(record, path, f"件数「{about}{volume.count}件」", remedy)
    if volume.approximate:
        message = f"本文の件数「{volume.count}件」には「約」が付いていません。"
        return record.stored.problem(path, message, "approximate: true の行を消してください。")
    message = f"本文の件数「{volume.count}件」には「約」が付いています。"
    return record.stored.problem(path, message, "次の行に approximate: true を書き足してください。")


def _wrong_year(record: Record, path: Path, volume: Volume, words: str) -> Problem:
    if volume.fiscal_year is None:
        message = "「以降」（onward）は、年度（fiscal_year）と一緒に書きます。"
        return record.stored.problem(path, message, "fiscal_year を書き足すか、onward の行を消してください。")
    if not says(FiscalYear(volume.fiscal_year, onward=not volume.onward), words):
        remedy = "本文の年度を確かめ、西暦で書いてください（令和４年度なら 2022）。"
        return _not_said(record, path, f"年度「{volume.fiscal_year}」", remedy)
    if volume.onward:
        message = f"本文の年度「{volume.fiscal_year}」には「以降」が付いていません。"
        return record.stored.problem(path, message, "onward: true の行を消してください。")
    message = f"本文の年度「{volume.fiscal_year}」には「以降」が付いています。"
    return record.stored.problem(path, message, "次の行に onward: true を書き足してください。")


def _period(record: Record, place: Place, period: Period, words: str) -> Iterator[Problem]:
    path = (*place.path, "period")
    for key, date in (("start", period.start), ("end", period.end)):
        if date is not None and not says(date, words):
            remedy = "本文の日付を確かめてください。本文が月までなら 2022-07 のように、日まであれば日まで書きます。"
            yield _not_said(record, (*path, key), f"日付「{date}」（{_as_printed(date)}）", remedy)
    if period.continues and not says("継続", words):
        remedy = "本文に「継続して行う」とないときは、この行を消してください。"
        yield _not_said(record, (*path, "continues"), "「継続して行う」", remedy)
    if not period.continues and says("継続して行う", words):
        yield _overlooked(record, path, "継続して行う", "continues: true")
    if period.repeats is not None and not says(period.repeats, words):
        yield _not_said(record, (*path, "repeats"), f"「{period.repeats}」", "本文の文字のまま書いてください。")


def _as_printed(date: PartialDate) -> str:
    print_as = era_month_as_printed if date.day is None else era_date_as_printed
    return print_as(date.first_day())


def _overlooked(record: Record, path: Path, words: str, line: str) -> Problem:
    message = f"本文に「{words}」とありますが、{line} がありません。"
    remedy = f"この件について述べた言葉なら、{line} の行を書き足してください。"
    return record.stored.problem(path, message, remedy, Severity.WARNING)


def _not_said(record: Record, path: Path, what: str, remedy: str) -> Problem:
    return record.stored.problem(path, f"{what}の根拠になる言葉がこの節にありません。", remedy)
