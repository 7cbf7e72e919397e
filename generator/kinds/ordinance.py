"""Ordinances (条例), whose articles are what makes the ward ask. They are revised: an article belongs to a version."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from generator.kinds.kind import Facet, Kind, Use
from generator.model.article_number import ArticleNumber
from generator.model.consultation import Consultation


@dataclass(frozen=True, kw_only=True)
class RegisteredArticle:
    """An article of one version of an ordinance."""

    name: ArticleNumber
    reading: str
    slug: str


@dataclass(frozen=True, kw_only=True)
class OrdinanceVersion:
    """A version of an ordinance: what the consultations of meetings from ``since`` on cite."""

    name: str
    reading: str
    slug: str
    since: dt.date
    articles: tuple[RegisteredArticle, ...]


@dataclass(frozen=True, kw_only=True)
class Ordinance:
    """An ordinance (条例) with its versions, oldest first."""

    name: str
    reading: str
    slug: str
    versions: tuple[OrdinanceVersion, ...]


@dataclass(frozen=True)
class Citation:
    """An article in its version of its ordinance."""

    ordinance: Ordinance
    version: OrdinanceVersion
    article: RegisteredArticle


def find_cited(ordinances: Iterable[Ordinance], number: ArticleNumber, meeting: dt.date) -> Citation | None:
    """Return what consultations of ``meeting`` cite as ``number``, or None where it is not among ``ordinances``."""
    for ordinance in ordinances:
        version = version_at(ordinance, meeting)
        if version is None:
            continue
        for article in version.articles:
            if article.name == number:
                return Citation(ordinance, version, article)
    return None


def version_at(ordinance: Ordinance, meeting: dt.date) -> OrdinanceVersion | None:
    """Return the version of ``ordinance`` that consultations of ``meeting`` cite, or None before the first."""
    versions = [version for version in ordinance.versions if version.since <= meeting]
    return max(versions, key=lambda version: version.since, default=None)


def _in_title(consultation: Consultation) -> Iterator[Use]:
    for index, measure in enumerate(consultation.measures):
        for number, article in enumerate(measure.articles):
            yield Use(("measures", index, "articles", number), str(article))


ARTICLES: Final = Kind(
    file="articles.yml",
    entry=Ordinance,
    title="条例の条項",
    folder="articles/",
    facet=Facet("article", "条例の条項", 4),
    about="審議会に諮る根拠",
    lead="審議会に諮ることを定めた条例の条項ごとに見られます。",
    page_lead="{name}の規定に基づく諮問の一覧です。",
    in_title=_in_title,
)
