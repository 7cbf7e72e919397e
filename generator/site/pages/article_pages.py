"""The pages of laws and of their articles: in the order of each law, by its versions."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from generator.archive.archive import Archive, CitedArticle
from generator.archive.record import Record
from generator.kinds.registered_law import ARTICLES, LawVersion, RegisteredArticle, RegisteredLaw, version_at
from generator.site import addresses
from generator.site.pages.listing_page import About, card, departments_note, listing_page, parties_note
from generator.site.pages.page_parts import CardGroup, Group, IndexEntry, Link, Links, Note, PageView
from generator.site.pages.registry_pages import index_page
from generator.site.wording import article_label, day_of, law_label


def article_index(archive: Archive) -> PageView:
    """Return the index of the articles: of each law the versions, the newest first."""
    links = Links(ARTICLES.folder, archive.names)
    laws = archive.names.entries(ARTICLES)
    groups = [
        Group(_title(law, laws), law.slug, (), _versions(archive, law, links), links.to(addresses.law(law)))
        for law in laws
    ]
    return index_page(ARTICLES.folder, ARTICLES.title, ARTICLES.lead, groups)


def _versions(archive: Archive, law: RegisteredLaw, links: Links) -> tuple[Group, ...]:
    return tuple(_version(archive, law, version, links) for version in reversed(law.versions))


def _version(archive: Archive, law: RegisteredLaw, version: LawVersion, links: Links) -> Group:
    anchor = f"{law.slug}-{version.slug}"
    articles = sorted(version.articles, key=lambda article: article.name.sort_key)
    groups = []
    for name, members in groupby(articles, key=lambda article: article.name.article_name):
        cited = tuple(members)
        entries = {article: _entry(archive, law, version, article, links) for article in cited}
        article_anchor = f"{anchor}-{cited[0].name.article}-{cited[0].name.branch}"
        paragraphs = tuple(
            Group(paragraph, f"{article_anchor}-p{number}", tuple(entries[article] for article in of_paragraph))
            for number, (paragraph, of_paragraph) in enumerate(
                groupby(cited, key=lambda article: article.name.paragraph_name)
            )
            if paragraph
        )
        direct = tuple(entries[article] for article in cited if not article.name.paragraph)
        groups.append(Group(name, article_anchor, direct, paragraphs))
    return Group(version.name, anchor, (), tuple(groups))


def _entry(
    archive: Archive, law: RegisteredLaw, version: LawVersion, article: RegisteredArticle, links: Links
) -> IndexEntry:
    citing = [
        cited
        for cited in archive.cited_articles
        if cited.citation.article is article and version_at(law, cited.record.consultation.meeting) is version
    ]
    measures = dict.fromkeys(str(cited.measure.type) for cited in citing if cited.measure)
    link = Link(str(article.name), links.to(addresses.article(law, article.name)))
    return IndexEntry(link, len({cited.record.number for cited in citing}), tuple(measures))


def article_pages(archive: Archive) -> Iterator[PageView]:
    """Yield a page for each law, and for each article that is cited, whatever the version of its law."""
    for law in archive.names.entries(ARTICLES):
        yield _law_page(archive, law)
    for _, members in groupby(
        archive.cited_articles, key=lambda each: (each.citation.law.slug, each.citation.article.name)
    ):
        yield _article_page(archive, tuple(members))


def _law_page(archive: Archive, law: RegisteredLaw) -> PageView:
    links = Links(addresses.law(law), archive.names)
    title = _title(law, archive.names.entries(ARTICLES))
    return index_page(
        links.page,
        title,
        f"諮問が根拠として引いている、{law.name}の条項です。",
        _versions(archive, law, links),
        notes=_tell_law(law),
        crumbs=(Link(ARTICLES.title, links.to(ARTICLES.folder)),),
    )


def _article_page(archive: Archive, cited: tuple[CitedArticle, ...]) -> PageView:
    law, article = cited[0].citation.law, cited[0].citation.article
    about = About(
        address=addresses.article(law, article.name),
        kind=ARTICLES.title,
        index=ARTICLES.folder,
        title=f"{_title(law, archive.names.entries(ARTICLES))} {article.name}",
        description=ARTICLES.page_lead.format(name=f"{law.name}{article.name}"),
        reading=article.reading,
    )
    links = Links(about.address, archive.names)
    by_date = sorted(cited, key=lambda article: article.citation.version.since, reverse=True)
    versions = {article.citation.version.slug: article.citation.version for article in by_date}
    groups = []
    for slug, version in versions.items():
        of_version = [article for article in cited if article.citation.version is version]
        records = {article.record.number: article.record for article in of_version}
        cards = [card(record, links, _notes(record, of_version, links)) for record in records.values()]
        groups.append(CardGroup(version.name, f"v{slug}", tuple(cards)))
    return listing_page(about, groups, _tell_law_of_article(archive, law, article, links))


def _tell_law_of_article(
    archive: Archive, law: RegisteredLaw, article: RegisteredArticle, links: Links
) -> Iterator[Note]:
    """Yield what is known of ``law``, and which other laws have an article of this number."""
    laws = archive.names.entries(ARTICLES)
    yield Note("条例・法律", (Link(_title(law, laws), links.to(addresses.law(law))),))
    yield from _tell_law(law)[1:]
    namesakes = {
        cited.citation.law.slug: cited.citation.law
        for cited in archive.cited_articles
        if cited.citation.article.name == article.name and cited.citation.law is not law
    }
    others = (
        Link(article_label(other, article.name, laws), links.to(addresses.article(other, article.name)))
        for other in namesakes.values()
    )
    yield Note("ほかの条例・法律の同じ番号の条項", tuple(others))


def _tell_law(law: RegisteredLaw) -> tuple[Note, ...]:
    """Return the kind of ``law``, what else it is called, and when it applied, as its source says."""
    since = (f"{day_of(law.since).text}から",) if law.since else ()
    until = (f"{day_of(law.until).text}まで",) if law.until else ()
    source = law.source
    return (
        Note("種類", (Link(str(law.kind)),)),
        Note("略した名前", tuple(Link(name) for name in law.short_names)),
        Note("適用された期間", (Link("".join((*since, *until))),) if since or until else ()),
        Note("期間の出典", (Link(source.title, source.url or ""),) if source else ()),
    )


def _title(law: RegisteredLaw, laws: Sequence[RegisteredLaw]) -> str:
    return law_label(law, laws, law.name)


def _notes(record: Record, cited: Iterable[CitedArticle], links: Links) -> tuple[Note, ...]:
    mine = [article.measure for article in cited if article.record is record]
    measures = dict.fromkeys(links.measure(measure.type) for measure in mine if measure)
    unsaid = Note("措置", (Link("この条項がどの措置の根拠かは、述べられていません。"),) if None in mine else ())
    return (
        departments_note(record, links),
        Note("この条項による措置", tuple(measures)),
        unsaid,
        parties_note(record, links),
    )
