"""Laws and ordinances (法令), whose articles make the ward ask. They are revised: an article belongs to a version."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from generator.japanese.fold import fold
from generator.kinds.kind import Facet, Kind, Use
from generator.model.article_number import ArticleNumber, LawArticle
from generator.model.consultation import Consultation
from generator.model.vocabulary import LAW_WORDS, LawKind


@dataclass(frozen=True, kw_only=True)
class RegisteredArticle:
    """An article of one version of a law."""

    name: ArticleNumber
    reading: str
    slug: str


@dataclass(frozen=True, kw_only=True)
class LawVersion:
    """A version of a law: what the consultations of meetings from ``since`` on cite."""

    name: str
    reading: str
    slug: str
    since: dt.date
    articles: tuple[RegisteredArticle, ...]


@dataclass(frozen=True, kw_only=True)
class LawSource:
    """Where one can read from when until when a law applies: the name of a document or page, and its address."""

    title: str
    url: str | None = None


@dataclass(frozen=True, kw_only=True)
class RegisteredLaw:
    """A law (条例, 法律, 規則 …) with its versions, oldest first.

    ``name`` is its title, ``short_names`` are those by which documents cite it without saying so. Meetings from
    ``since`` to ``until`` cite it, each of the two as ``source`` says. The articles of one that has
    ``short_addresses`` lie at /articles/18-3/, without its slug.
    """

    name: str
    reading: str
    slug: str
    kind: LawKind
    short_names: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    source: LawSource | None = None
    short_addresses: bool = False
    versions: tuple[LawVersion, ...]

    @property
    def titles(self) -> tuple[str, ...]:
        """The title and the short names."""
        return self.name, *self.short_names

    @property
    def label(self) -> str:
        """The shortest that readers know it by: its first short name that tells it from others of its kind."""
        return next(iter(self.own_names[1:]), self.name)

    @property
    def is_called_by_its_kind(self) -> bool:
        """Tell whether documents that do not say which mean it by 条例, or by what else laws of its kind are called."""
        return any(name in LAW_WORDS.get(self.kind, ()) for name in self.short_names)

    @property
    def own_names(self) -> tuple[str, ...]:
        """The title, and the short names that are more than a word for any law of its kind, such as 条例."""
        return self.name, *(name for name in self.short_names if name not in LAW_WORDS.get(self.kind, ()))

    @property
    def first_day(self) -> dt.date | None:
        """The first day on which a consultation may cite it, as far as that is known."""
        return self.since or min((version.since for version in self.versions), default=None)

    def applies_at(self, meeting: dt.date) -> bool:
        """Tell whether consultations of ``meeting`` may cite it."""
        return (self.since is None or self.since <= meeting) and (self.until is None or meeting <= self.until)

    def called_at(self, meeting: dt.date) -> "RegisteredLaw":
        """Return it as consultations of ``meeting`` call it: by 条例 alone only where they cite one of its versions."""
        if version_at(self, meeting) is not None:
            return self
        words = LAW_WORDS.get(self.kind, ())
        return replace(self, short_names=tuple(name for name in self.short_names if name not in words))

    def is_called(self, name: str) -> bool:
        """Tell whether ``name`` is its title or one of its short names, folded."""
        return fold(name) in map(fold, self.titles)


@dataclass(frozen=True)
class Citation:
    """An article in its version of its law."""

    law: RegisteredLaw
    version: LawVersion
    article: RegisteredArticle

    @property
    def text(self) -> str:
        """The article with its law: 世田谷区個人情報保護条例第12条."""
        return f"{self.law.name}{self.article.name}"


def laws_called(laws: Iterable[RegisteredLaw], name: str, meeting: dt.date) -> tuple[RegisteredLaw, ...]:
    """Return those of ``laws`` that consultations of ``meeting`` may mean by ``name``; an empty one may be any."""
    return tuple(law for law in laws if law.applies_at(meeting) and (not name or law.is_called(name)))


def find_citations(laws: Iterable[RegisteredLaw], article: LawArticle, meeting: dt.date) -> tuple[Citation, ...]:
    """Return what consultations of ``meeting`` may mean by ``article``: more than one where its law is not named."""
    return tuple(
        Citation(law, version, registered)
        for law in laws_called(laws, article.law, meeting)
        if (version := version_at(law, meeting)) is not None
        for registered in version.articles
        if registered.name == article.number
    )


def version_at(law: RegisteredLaw, meeting: dt.date) -> LawVersion | None:
    """Return the version of ``law`` that consultations of ``meeting`` cite, or None where they cite none."""
    versions = [version for version in law.versions if law.applies_at(meeting) and version.since <= meeting]
    return max(versions, key=lambda version: version.since, default=None)


def _in_title(consultation: Consultation) -> Iterator[Use]:
    yield from (Use(path, str(article)) for path, _, article in consultation.cited_articles())


ARTICLES: Final = Kind(
    file="articles.yml",
    entry=RegisteredLaw,
    title="根拠の条項",
    folder="articles/",
    facet=Facet("article", "根拠の条項", 4),
    about="審議会に諮る根拠",
    lead="審議会に諮る根拠として諮問が引いている、条例や法律の条項ごとに見られます。",
    page_lead="{name}の規定に基づく諮問の一覧です。",
    in_title=_in_title,
)
