"""Laws that are revised, and names that are looked up."""

import datetime as dt
from dataclasses import replace

import pytest

from generator.archive.archive import Archive
from generator.kinds.kind import spellings
from generator.kinds.names import Names
from generator.kinds.registered_counterparty import COUNTERPARTIES, RegisteredCounterparty
from generator.kinds.registered_law import ARTICLES, LawVersion, RegisteredArticle, RegisteredLaw, version_at
from generator.model.article_number import ArticleNumber, LawArticle
from generator.model.vocabulary import CounterpartyKind, LawKind
from generator.site import addresses
from tests.archive.making import record_of


def version(since: str, *articles: str) -> LawVersion:
    """A version in force since a day, with a few articles."""
    numbers = [ArticleNumber.parse(article) for article in articles]
    return LawVersion(
        name=f"{since}からの条例",
        reading="じょうれい",
        slug=since[:4],
        since=dt.date.fromisoformat(since),
        articles=tuple(RegisteredArticle(name=number, reading="だい", slug=number.slug) for number in numbers),
    )


OLD = version("1992-10-01", "第12条", "第18条第3号")
NEW = version("2023-04-01", "第18条第3号", "第18条第3項")
# Written newest first: the day decides, not the order.
ORDINANCE = RegisteredLaw(
    name="条例", reading="じょうれい", slug="jorei", kind=LawKind.ORDINANCE, short_addresses=True, versions=(NEW, OLD)
)
LATER = RegisteredLaw(
    name="規則", reading="きそく", slug="kisoku", kind=LawKind.RULE, versions=(version("2023-04-01", "第12条"),)
)
LINE = RegisteredCounterparty(
    name="LINE", reading="らいん", slug="line", kind=CounterpartyKind.SERVICE, aliases=("ライン",)
)
NAMES = Names.holding({COUNTERPARTIES: (LINE,), ARTICLES: (ORDINANCE, LATER)})


@pytest.mark.parametrize(
    ("meeting", "expected"),
    [
        ("1992-09-30", None),
        ("1992-10-01", OLD),
        ("2022-06-17", OLD),
        ("2023-03-31", OLD),
        ("2023-04-01", NEW),
        ("2030-01-01", NEW),
    ],
)
def test_the_day_of_the_meeting_decides_which_version_is_cited(meeting: str, expected: LawVersion | None) -> None:
    assert version_at(ORDINANCE, dt.date.fromisoformat(meeting)) == expected


@pytest.mark.parametrize(
    ("article", "meeting", "ordinance", "since"),
    [
        ("第18条第3号", "2022-06-17", "条例", "1992-10-01"),
        ("第18条第3号", "2023-04-01", "条例", "2023-04-01"),
        ("第12条", "2022-06-17", "条例", "1992-10-01"),
        ("第12条", "2023-04-01", "規則", "2023-04-01"),
    ],
)
def test_an_article_is_cited_in_the_version_of_the_day(article: str, meeting: str, ordinance: str, since: str) -> None:
    citation = NAMES.cited(LawArticle.parse(article), dt.date.fromisoformat(meeting))
    assert citation is not None
    assert (citation.law.name, citation.version.since.isoformat()) == (ordinance, since)
    assert str(citation.article.name) == article


@pytest.mark.parametrize(
    ("article", "meeting"),
    [("第18条第3項", "2022-06-17"), ("第18条第3号", "1990-01-01"), ("第99条", "2023-04-01")],
)
def test_an_article_not_in_the_version_of_the_day_is_not_cited(article: str, meeting: str) -> None:
    assert NAMES.cited(LawArticle.parse(article), dt.date.fromisoformat(meeting)) is None


OLD_LAW = RegisteredLaw(
    name="保護条例",
    reading="ほごじょうれい",
    slug="old",
    kind=LawKind.ORDINANCE,
    until=dt.date(2023, 3, 31),
    versions=(OLD,),
)
NEW_LAW = replace(
    OLD_LAW, slug="new", until=None, since=dt.date(2023, 4, 1), versions=(version("2023-04-01", "第12条"),)
)
ACT = RegisteredLaw(
    name="保護に関する法律",
    reading="ほう",
    slug="act",
    kind=LawKind.ACT,
    short_names=("保護法",),
    versions=(version("2003-05-30", "第12条", "第69条第2項第4号"),),
)
LAWS = Names.holding({ARTICLES: (OLD_LAW, NEW_LAW, ACT)})


@pytest.mark.parametrize(
    ("written", "meeting", "slug"),
    [
        ("保護条例第12条", "2023-03-31", "old"),
        ("保護条例第12条", "2023-04-01", "new"),
        ("保護法第12条", "2022-06-17", "act"),
        ("保護法第69条第2項第4号", "2022-06-17", "act"),
        ("第69条第2項第4号", "2022-06-17", "act"),
        ("第18条第3号", "2022-06-17", "old"),
        # Of the ordinance or of the act.
        ("第12条", "2022-06-17", None),
        # The ordinance that had it no longer applies.
        ("第18条第3号", "2023-04-01", None),
        ("情報公開条例第12条", "2022-06-17", None),
    ],
)
def test_the_law_and_the_day_decide_which_article_is_cited(written: str, meeting: str, slug: str | None) -> None:
    citation = LAWS.cited(LawArticle.parse(written), dt.date.fromisoformat(meeting))
    assert (citation.law.slug if citation else None) == slug


def test_a_second_version_changes_no_address() -> None:
    cited = LawArticle.parse("第18条第3号")
    before = NAMES.cited(cited, dt.date(2022, 6, 17))
    after = NAMES.cited(cited, dt.date(2023, 4, 1))
    assert before is not None
    assert after is not None
    assert before.version != after.version
    assert (
        addresses.article(before.law, before.article.name)
        == addresses.article(after.law, after.article.name)
        == "articles/18-3/"
    )


def test_consultations_before_and_after_a_revision_are_found_under_one_article() -> None:
    old = record_of(number=1, meeting=dt.date(2022, 6, 17))
    new = record_of(number=2, meeting=dt.date(2023, 6, 17))
    cited = Archive((old, new), NAMES).cited_articles
    assert [(str(each.citation.article.name), each.record.number, each.citation.version.slug) for each in cited] == [
        ("第18条第3号", 1, "1992"),
        ("第18条第3号", 2, "2023"),
    ]


def test_an_entry_is_found_by_its_name_and_spelt_as_its_aliases_too() -> None:
    assert NAMES.by_name(COUNTERPARTIES) == {"LINE": LINE}
    assert spellings(LINE) == ("LINE", "ライン")


def test_a_law_is_called_by_its_kind_alone_only_where_a_version_of_it_is_cited() -> None:
    law = replace(LATER, short_names=("規則", "新規則"))
    [before] = Names.holding({ARTICLES: (law,)}).laws_at(dt.date(2022, 6, 17))
    [after] = Names.holding({ARTICLES: (law,)}).laws_at(dt.date(2023, 6, 16))
    assert (before.short_names, before.is_called_by_its_kind) == (("新規則",), False)
    assert (after.short_names, after.is_called_by_its_kind) == (("規則", "新規則"), True)


def test_what_readers_know_a_law_by_tells_it_from_others_of_its_kind() -> None:
    assert replace(LATER, short_names=("規則", "新規則")).label == "新規則"
    assert replace(LATER, name="施行規則", short_names=("規則",)).label == "施行規則"
