"""Ordinances that are revised, and names that are looked up."""

import datetime as dt

import pytest

from generator.archive.archive import Archive
from generator.kinds.kind import spellings
from generator.kinds.names import Names
from generator.kinds.ordinance import ARTICLES, Ordinance, OrdinanceVersion, RegisteredArticle, version_at
from generator.kinds.registered_counterparty import COUNTERPARTIES, RegisteredCounterparty
from generator.model.article_number import ArticleNumber
from generator.model.vocabulary import CounterpartyKind
from generator.site import addresses
from tests.archive.making import record_of


def version(since: str, *articles: str) -> OrdinanceVersion:
    """A version in force since a day, with a few articles."""
    numbers = [ArticleNumber.parse(article) for article in articles]
    return OrdinanceVersion(
        name=f"{since}からの条例",
        reading="じょうれい",
        slug=since[:4],
        since=dt.date.fromisoformat(since),
        articles=tuple(RegisteredArticle(name=number, reading="だい", slug=number.slug) for number in numbers),
    )


OLD = version("1992-10-01", "第12条", "第18条第3号")
NEW = version("2023-04-01", "第18条第3号", "第18条第3項")
# Written newest first: the day decides, not the order.
ORDINANCE = Ordinance(name="条例", reading="じょうれい", slug="jorei", versions=(NEW, OLD))
LATER = Ordinance(name="規則", reading="きそく", slug="kisoku", versions=(version("2023-04-01", "第12条"),))
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
def test_the_day_of_the_meeting_decides_which_version_is_cited(meeting: str, expected: OrdinanceVersion | None) -> None:
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
    citation = NAMES.cited(ArticleNumber.parse(article), dt.date.fromisoformat(meeting))
    assert citation is not None
    assert (citation.ordinance.name, citation.version.since.isoformat()) == (ordinance, since)
    assert str(citation.article.name) == article


@pytest.mark.parametrize(
    ("article", "meeting"),
    [("第18条第3項", "2022-06-17"), ("第18条第3号", "1990-01-01"), ("第99条", "2023-04-01")],
)
def test_an_article_not_in_the_version_of_the_day_is_not_cited(article: str, meeting: str) -> None:
    assert NAMES.cited(ArticleNumber.parse(article), dt.date.fromisoformat(meeting)) is None


def test_a_second_version_changes_no_address() -> None:
    number = ArticleNumber.parse("第18条第3号")
    before = NAMES.cited(number, dt.date(2022, 6, 17))
    after = NAMES.cited(number, dt.date(2023, 4, 1))
    assert before is not None
    assert after is not None
    assert before.version != after.version
    assert addresses.article(before.article.name) == addresses.article(after.article.name) == "articles/18-3/"


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
