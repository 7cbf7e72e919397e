"""The facts of a consultation that are no registered names: each is found in the words it stands at."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from generator.archive.citing import cited_as, law_names_of
from generator.archive.record import Record
from generator.evidence.citations import citations_in
from generator.evidence.counts import count_yearly, counting_form, says_yearly
from generator.evidence.finding import FiscalYear, Quoted, says, words_of
from generator.evidence.paragraph_ends import mark_paragraphs
from generator.japanese.eras import YEARS_WITH_ERAS, era_date_as_printed, era_month_as_printed
from generator.japanese.fold import fold
from generator.kinds.names import Names
from generator.kinds.registered_law import ARTICLES, find_citations
from generator.model.article_number import LawArticle
from generator.model.consultation import CONTINUES, NONE_WORD, Counterparty, Period, Volume
from generator.model.outline import Path, Place
from generator.model.partial_date import PartialDate
from generator.model.vocabulary import PartyState, Per
from generator.problems import Objection, Severity

_TITLE_REMEDY: Final = "題名を確かめ、その言葉のとおりに書いてください。"
_UNREGISTERED_REMEDY: Final = "開催日と法令の名前を確かめてください。合っていれば、articles.yml に書き足してください。"
_DIRECTION_REMEDY: Final = "「・区から委託先へ提供するもの」のような見出しを確かめ、そのとおりの向きを書いてください。"
_NONE_REMEDY: Final = (
    "本文に挙げられた項目を書いてください。本文が項目について述べていないときは、この行を消してください。"
)
_PERIOD_REMEDY: Final = "日付を start か end に書いてください。本文に日付がなければ、period を消してください。"
_STATE_REMEDY: Final = "本文に名前があれば、state の行を消し、name にその登録名を書いてください。"


def check_title(record: Record) -> Iterator[Objection]:
    """Yield every business and every measure that the title does not name."""
    consultation = record.consultation
    for index, business in enumerate(consultation.businesses):
        if not says(Quoted(business), consultation.title):
            yield _deny(("businesses", index), f"業務「{business}」", "題名", _TITLE_REMEDY)
    for index, measure in enumerate(consultation.measures):
        if not any(says(measure.type, words) for words in (consultation.title, consultation.subtitle or "")):
            yield _deny(("measures", index, "type"), f"措置「{measure.type}」", "題名", _TITLE_REMEDY)


def check_measures(record: Record) -> Iterator[Objection]:
    """Yield every measure of a part that is none."""
    for index, measure in enumerate(record.consultation.measures):
        path: Path = ("measures", index)
        if measure.section is not None and measure.section not in record.by_anchor:
            anchors = "、".join(record.by_anchor)
            message = f"「{measure.section}」という節はありません。"
            yield Objection((*path, "section"), message, f"この諮問にある節: {anchors}")


def check_articles(record: Record, names: Names) -> Iterator[Objection]:
    """Yield every article that the words do not cite, that is none or several of the register, or is listed twice."""
    meeting = record.consultation.meeting
    listed: set[tuple[Path, str]] = set()
    for path, _, article in record.consultation.cited_articles():
        citation = names.cited(article, meeting)
        entry = (path[:-1], citation.text if citation else str(article))
        if entry in listed:
            yield Objection(path, f"条項「{article}」は、この一覧にもうあります。", "この行を消してください。")
        listed.add(entry)
        fact = cited_as(article, record, names)
        if len(find_citations(names.entries(ARTICLES), article, meeting)) > 1:
            yield _ambiguous(path, article, record, names)
        elif not any(says(fact, words_of(place.section)) for place in record.places):
            yield _deny(path, f"条項「{article}」", "本文", _explain_citations(article, record, names))
        elif citation is None:
            message = f"条項「{article}」が、{meeting} の審議会の条例・法律の条項として登録されていません。"
            yield Objection(path, message, _UNREGISTERED_REMEDY + _explain_period(article, names, meeting))


def _explain_citations(article: LawArticle, record: Record, names: Names) -> str:
    """Return how to mend ``article``, with what the words cite under its number."""
    called = law_names_of(record, names)
    texts = (fold(mark_paragraphs(words_of(place.section))) for place in record.places)
    cited = (each for text in texts for each in citations_in(text, called) if each.number == article.number)
    laws = dict.fromkeys(called.title_of(each.law) if each.law else "" for each in cited)
    if others := "、".join(f"「{law}{article.number}」" for law in laws if law):
        return f"本文にあるのは{others}です。そのとおりに書いてください。"
    if laws:
        return (
            "本文の言い方では、どの条例・法律の条項か決まりません。決まらないときは、この行を消してください。"
            "文書がいつもそう呼ぶ法令なら、articles.yml のその short_names に、その呼び方を書き足してください。"
        )
    return "本文が「規定に基づき諮問する」とする条項を確かめ、そのとおりに書いてください。"


def _explain_period(article: LawArticle, names: Names, meeting: dt.date) -> str:
    """Return when the laws that ``article`` may mean apply, where that is not at ``meeting``; empty for none."""
    laws = (law for law in names.entries(ARTICLES) if not article.law or law.is_called(article.law))
    called = [law for law in laws if not law.applies_at(meeting)]
    days = [f"{key}: {day}" for law in called for key, day in (("since", law.since), ("until", law.until)) if day]
    return f"登録では、この法令は {'、'.join(days)} です。" if days else ""


def _ambiguous(path: Path, article: LawArticle, record: Record, names: Names) -> Objection:
    possible = find_citations(names.entries(ARTICLES), article, record.consultation.meeting)
    message = f"「{article}」だけでは、どの条例・法律の条項か決まりません。"
    return Objection(path, message, f"法令の名前から書いてください: {'、'.join(each.text for each in possible)}")


def check_directions(record: Record) -> Iterator[Objection]:
    """Yield every direction that the words of its section do not say."""
    for place in record.places:
        direction = place.section.direction
        if direction is not None and not says(direction, words_of(place.section)):
            yield _deny((*place.path, "direction"), f"向き「{direction}」", "この節", _DIRECTION_REMEDY)


def check_empty_lists(record: Record) -> Iterator[Objection]:
    """Yield every empty list of items where the words of its section do not say なし."""
    for place in record.places:
        for key, items in (("items", place.section.items), ("added_items", place.section.added_items)):
            if items == () and not says(NONE_WORD, words_of(place.section)):
                yield _deny((*place.path, key), f"「{key}: {NONE_WORD}」", "この節", _NONE_REMEDY)


def check_parties(record: Record) -> Iterator[Objection]:
    """Yield every party that has not just one of name and state, and every state that nothing says."""
    for place in record.places:
        for index, party in enumerate(place.section.counterparties):
            yield from _check_party((*place.path, "counterparties", index), party, record.words_holding_at(place))


def _check_party(path: Path, party: Counterparty, words: str) -> Iterator[Objection]:
    if (party.name is None) == (party.state is None):
        message = "相手方には、name（名前）か state（未定）のどちらか一方だけを書きます。"
        remedy = "名前が分かるなら name だけ、決まっていなければ state: 未定 だけにしてください。"
        yield Objection(path, message, remedy)
    elif party.state is not None and not says(party.state, words):
        yield _deny((*path, "state"), f"「{party.state}」", "この節", _STATE_REMEDY)
    elif party.name in tuple(PartyState):
        message = f"「{party.name}」は名前ではなく、まだ決まっていないという状態です。"
        yield Objection((*path, "name"), message, f"name を消して、state: {party.name} と書いてください。")


def check_figures(record: Record) -> Iterator[Objection]:
    """Yield every volume and every date that the words of its section do not carry."""
    for place in record.places:
        words = words_of(place.section)
        for index, volume in enumerate(place.section.volumes):
            yield from _check_volume((*place.path, "volumes", index), volume, words)
        yield from _check_yearly(place)
        if place.section.period is not None:
            yield from _check_period(place, place.section.period, words)


def _check_volume(path: Path, volume: Volume, words: str) -> Iterator[Objection]:
    if not says(volume, words):
        yield _wrong_count((*path, "count"), volume, words)
    if volume.fiscal_year is not None and volume.fiscal_year not in YEARS_WITH_ERAS:
        message = f"「{volume.fiscal_year}」は西暦の年ではありません。"
        remedy = "年度は西暦4桁で書いてください（令和４年度なら 2022）。"
        yield Objection((*path, "fiscal_year"), message, remedy)
    elif not _says_year(volume, words):
        yield _wrong_year((*path, "fiscal_year"), volume, words)


def _check_yearly(place: Place) -> Iterator[Objection]:
    """Yield every volume of a year that is not said, and those that may be of one where more are said than stated.

    月２０件、年間２４０件 says 年間 of one of its counts; what a heading says holds for all.
    """
    volumes = place.section.volumes
    said = count_yearly(fold(counting_form(words_of(place.section))))
    stated = sum(volume.per is Per.YEAR for volume in volumes)
    of_all = says_yearly(fold(counting_form(place.section.heading or "")))
    for index, volume in enumerate(volumes):
        path: Path = (*place.path, "volumes", index)
        if volume.per is Per.YEAR and not said:
            remedy = "本文に「年間」とないときは、この行を消してください。"
            yield _deny((*path, "per"), f"「{volume.per}」", "この節", remedy)
        if volume.per is None and (said > stated or of_all):
            yield _overlooked(path, str(Per.YEAR), f"per: {Per.YEAR}")


def _says_year(volume: Volume, words: str) -> bool:
    if volume.fiscal_year is None:
        return not volume.onward
    return says(FiscalYear(volume.fiscal_year, volume.onward), words)


def _wrong_count(path: Path, volume: Volume, words: str) -> Objection:
    if not says(replace(volume, approximate=not volume.approximate), words):
        about = "約" if volume.approximate else ""
        remedy = "本文の件数を確かめ、半角の数字で書いてください。"
        return _deny(path, f"件数「{about}{volume.count}件」", "この節", remedy)
    if volume.approximate:
        message = f"本文の件数「{volume.count}件」には、「約」「程度」などが付いていません。"
        return Objection(path, message, "approximate: true の行を消してください。")
    message = f"本文の件数「{volume.count}件」には、「約」「程度」などが付いています。"
    return Objection(path, message, "次の行に approximate: true を書き足してください。")


def _wrong_year(path: Path, volume: Volume, words: str) -> Objection:
    if volume.fiscal_year is None:
        message = "「以降」（onward）は、年度（fiscal_year）と一緒に書きます。"
        return Objection(path, message, "fiscal_year を書き足すか、onward の行を消してください。")
    if not says(FiscalYear(volume.fiscal_year, onward=not volume.onward), words):
        remedy = "本文の年度を確かめ、西暦で書いてください（令和４年度なら 2022）。"
        return _deny(path, f"年度「{volume.fiscal_year}」", "この節", remedy)
    if volume.onward:
        message = f"本文の年度「{volume.fiscal_year}」には「以降」が付いていません。"
        return Objection(path, message, "onward: true の行を消してください。")
    message = f"本文の年度「{volume.fiscal_year}」には「以降」が付いています。"
    return Objection(path, message, "次の行に onward: true を書き足してください。")


def _check_period(place: Place, period: Period, words: str) -> Iterator[Objection]:
    path = (*place.path, "period")
    if period.start is None and period.end is None:
        yield Objection(path, "期間に、始まりも終わりもありません。", _PERIOD_REMEDY)
    for key, date in (("start", period.start), ("end", period.end)):
        if date is not None and not says(date, words):
            remedy = "本文の日付を確かめてください。本文が月までなら 2022-07 のように、日まであれば日まで書きます。"
            yield _deny((*path, key), f"日付「{date}」（{_print_date(date)}）", "この節", remedy)
    if period.continues and not says("継続", words):
        remedy = f"本文に「{CONTINUES}」とないときは、この行を消してください。"
        yield _deny((*path, "continues"), f"「{CONTINUES}」", "この節", remedy)
    if not period.continues and says(CONTINUES, words):
        yield _overlooked(path, CONTINUES, "continues: true")
    if period.repeats is not None and not says(period.repeats, words):
        yield _deny((*path, "repeats"), f"「{period.repeats}」", "この節", "本文の文字のまま書いてください。")


def _print_date(date: PartialDate) -> str:
    print_as = era_month_as_printed if date.day is None else era_date_as_printed
    return print_as(date.first_day())


def _overlooked(path: Path, words: str, line: str) -> Objection:
    message = f"本文に「{words}」とありますが、{line} がありません。"
    remedy = f"この件について述べた言葉なら、{line} の行を書き足してください。"
    return Objection(path, message, remedy, Severity.WARNING)


def _deny(path: Path, what: str, where: str, remedy: str) -> Objection:
    return Objection(path, f"{what}の根拠になる言葉が{where}にありません。", remedy)
