"""The pages of articles: in the order of the ordinance, by its versions."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.archive.archive import Archive, CitedArticle
from generator.archive.record import Record
from generator.kinds.ordinance import ARTICLES, Ordinance, OrdinanceVersion, RegisteredArticle, version_at
from generator.site import addresses
from generator.site.pages.listing_page import About, card, departments_note, listing_page, parties_note
from generator.site.pages.page_parts import CardGroup, Group, IndexEntry, Links, Note, PageView
from generator.site.pages.registry_pages import index_page


def article_index(archive: Archive) -> PageView:
    """Return the index of the articles: of each ordinance the versions, the newest first."""
    links = Links(ARTICLES.folder, archive.names)
    groups = [
        Group(
            ordinance.name,
            ordinance.slug,
            (),
            tuple(_version(archive, ordinance, version, links) for version in reversed(ordinance.versions)),
        )
        for ordinance in archive.names.entries(ARTICLES)
    ]
    return index_page(ARTICLES.folder, ARTICLES.title, ARTICLES.lead, groups)


def _version(archive: Archive, ordinance: Ordinance, version: OrdinanceVersion, links: Links) -> Group:
    anchor = f"{ordinance.slug}-{version.slug}"
    articles = sorted(version.articles, key=lambda article: article.name.sort_key)
    groups = []
    for name, members in groupby(articles, key=lambda article: article.name.article_name):
        cited = tuple(members)
        entries = {article: _entry(archive, ordinance, version, article, links) for article in cited}
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
    archive: Archive, ordinance: Ordinance, version: OrdinanceVersion, article: RegisteredArticle, links: Links
) -> IndexEntry:
    citing = [
        cited
        for cited in archive.cited_articles
        if cited.citation.article is article and version_at(ordinance, cited.record.consultation.meeting) is version
    ]
    measures = dict.fromkeys(str(cited.measure.type) for cited in citing)
    return IndexEntry(links.article(article.name), len({cited.record.number for cited in citing}), tuple(measures))


def article_pages(archive: Archive) -> Iterator[PageView]:
    """Yield a page for each article that is cited, whatever the version of the ordinance."""
    for _, members in groupby(archive.cited_articles, key=lambda article: article.citation.article.name):
        yield _page(archive, tuple(members))


def _page(archive: Archive, cited: tuple[CitedArticle, ...]) -> PageView:
    article, ordinance = cited[0].citation.article, cited[0].citation.ordinance.name
    about = About(
        address=addresses.article(article.name),
        kind=ARTICLES.title,
        index=ARTICLES.folder,
        title=f"{ordinance} {article.name}",
        description=ARTICLES.page_lead.format(name=f"{ordinance}{article.name}"),
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
    return listing_page(about, groups)


def _notes(record: Record, cited: Sequence[CitedArticle], links: Links) -> tuple[Note, ...]:
    measures = dict.fromkeys(links.measure(article.measure.type) for article in cited if article.record is record)
    return departments_note(record, links), Note("この条項による措置", tuple(measures)), parties_note(record, links)
