"""The index pages: every name of a kind, in the order a Japanese reader expects, with counts."""

from collections.abc import Sequence
from itertools import groupby

from generator.archive.archive import Archive, Sharing
from generator.japanese.eras import fiscal_year, fiscal_year_name
from generator.japanese.kana import kana_key
from generator.kinds.kind import Entry as Registered
from generator.kinds.ordinance import ARTICLES, Ordinance, OrdinanceVersion, RegisteredArticle, version_at
from generator.kinds.registered_counterparty import COUNTERPARTIES
from generator.kinds.registered_department import DEPARTMENTS
from generator.kinds.registered_item import ITEMS
from generator.kinds.registered_subject import SUBJECTS
from generator.model.vocabulary import DepartmentKind, MeasureType
from generator.site import addresses
from generator.site.pages.index_view import index_page, kana_groups
from generator.site.pages.links import Links
from generator.site.pages.listing import all_subjects, direction_name
from generator.site.pages.page_view import PageView
from generator.site.pages.parts import Entry, Group, Link
from generator.site.wording import day_of

DEPARTMENT_KIND_HEADINGS = {
    DepartmentKind.BUREAU: "部",
    DepartmentKind.HEALTH_CENTRE: "保健所",
    DepartmentKind.GENERAL_BRANCH: "各総合支所",
    DepartmentKind.CHILD_GUIDANCE_CENTRE: "児童相談所",
}


def index_pages(archive: Archive) -> tuple[PageView, ...]:
    """Return all index pages of ``archive``."""
    return (
        _meetings(archive),
        _departments(archive),
        _articles(archive),
        _measures(archive),
        _counterparties(archive),
        _items(archive),
        _subjects(archive),
    )


def _meetings(archive: Archive) -> PageView:
    links = Links(addresses.MEETINGS, archive.names)
    years = groupby(archive.meetings, key=fiscal_year)
    groups = [
        Group(
            f"{year}年度（{fiscal_year_name(year)}）",
            f"fy{year}",
            tuple(Entry(Link(day_of(day).text, links.meeting(day)), len(archive.at_meeting(day))) for day in days),
        )
        for year, days in years
    ]
    return index_page(addresses.MEETINGS, "開催日", "審議会の開催日ごとに、諮問された案件を見られます。", groups)


def _departments(archive: Archive) -> PageView:
    links = Links(DEPARTMENTS.folder, archive.names)
    entries = sorted(archive.names.departments.values(), key=lambda entry: kana_key(entry.reading))
    groups = []
    for kind in DepartmentKind:
        of_kind = [entry for entry in entries if entry.kind is kind]
        divisions = dict.fromkeys(entry.division for entry in of_kind)
        inner = [
            Group(
                division,
                f"{kind.name.lower().replace('_', '-')}-{number}",
                tuple(
                    Entry(links.department(entry.name), len(archive.of_department(entry)), (), entry.reading)
                    for entry in of_kind
                    if entry.division == division
                ),
            )
            for number, division in enumerate(divisions, start=1)
        ]
        if inner:
            anchor = kind.name.lower().replace("_", "-")
            groups.append(Group(DEPARTMENT_KIND_HEADINGS[kind], anchor, (), tuple(inner)))
    lead = "諮問した所管課ごとに見られます。名前は文書に印刷されたとおりです。"
    return index_page(DEPARTMENTS.folder, "所管課", lead, groups)


def _articles(archive: Archive) -> PageView:
    links = Links(ARTICLES.folder, archive.names)
    groups = [
        Group(
            ordinance.name,
            ordinance.slug,
            (),
            tuple(_version(archive, ordinance, version, links) for version in reversed(ordinance.versions)),
        )
        for ordinance in archive.names.registries.ordinances
    ]
    lead = "審議会に諮ることを定めた条例の条項ごとに見られます。"
    return index_page(ARTICLES.folder, "条例の条項", lead, groups)


def _version(archive: Archive, ordinance: Ordinance, version: OrdinanceVersion, links: Links) -> Group:
    anchor = f"{ordinance.slug}-{version.slug}"
    articles = sorted(version.articles, key=lambda article: article.name.sort_key)
    groups = []
    for name, members in groupby(articles, key=lambda article: article.name.article_name):
        cited = tuple(members)
        entries = {article: _article_entry(archive, ordinance, version, article, links) for article in cited}
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


def _article_entry(
    archive: Archive, ordinance: Ordinance, version: OrdinanceVersion, article: RegisteredArticle, links: Links
) -> Entry:
    citing = [
        cited
        for cited in archive.cited_articles
        if cited.citation.article is article and version_at(ordinance, cited.record.consultation.meeting) is version
    ]
    measures = dict.fromkeys(str(cited.measure.type) for cited in citing)
    return Entry(links.article(article.name), len({cited.record.number for cited in citing}), tuple(measures))


def _measures(archive: Archive) -> PageView:
    links = Links(addresses.MEASURES, archive.names)
    entries = tuple(
        Entry(links.measure(measure_type), len(archive.with_measure(measure_type)))
        for measure_type in MeasureType
        if archive.with_measure(measure_type)
    )
    lead = "区が個人情報をどのように扱うために諮問したかで見られます。"
    return index_page(addresses.MEASURES, "措置", lead, [Group("", "", entries)])


def _counterparties(archive: Archive) -> PageView:
    links = Links(COUNTERPARTIES.folder, archive.names)

    def entry(registered: Registered) -> Entry:
        appearances = archive.appearances[registered.name]
        roles = (f"{appearance.record.number}号 {appearance.party.counterparty.role}" for appearance in appearances)
        link = links.party(appearances[0].party.counterparty)
        count = len({appearance.record.number for appearance in appearances})
        return Entry(link, count, tuple(dict.fromkeys(roles)), registered.reading)

    lead = "諮問に名前の出てくる相手方です。役割は諮問ごとに異なります。"
    undecided = Link("相手方が未定の諮問", links.to(addresses.UNDECIDED))
    table = Link("項目と相手方の表", links.to(addresses.ITEMS_BY_COUNTERPARTY))
    groups = kana_groups(tuple(archive.names.counterparties.values()), entry)
    return index_page(COUNTERPARTIES.folder, "相手方", lead, groups, (undecided, table))


def _items(archive: Archive) -> PageView:
    links = Links(ITEMS.folder, archive.names)

    def entry(registered: Registered) -> Entry:
        sharings = archive.sharings[registered.name]
        count = len({sharing.record.number for sharing in sharings})
        return Entry(links.item(registered.name), count, _item_notes(sharings), registered.reading)

    lead = "諮問に挙げられた個人情報の項目です。括弧の中に書かれた項目も載せています。"
    table = Link("項目と相手方の表", links.to(addresses.ITEMS_BY_COUNTERPARTY))
    groups = kana_groups(tuple(archive.names.items.values()), entry)
    return index_page(ITEMS.folder, "個人情報の項目", lead, groups, (table,))


def _item_notes(sharings: Sequence[Sharing]) -> tuple[str, ...]:
    """Return for each consultation which way the item goes and whose it is: 979号 回線結合（相談者）."""
    notes: dict[str, dict[str, None]] = {}
    for sharing in sharings:
        way = f"{sharing.record.number}号 {direction_name(sharing.flow)}".rstrip()
        subjects = sharing.flow.subjects or all_subjects(sharing.record)
        notes.setdefault(way, {}).update(dict.fromkeys(subjects))
    return tuple(f"{way}（{'・'.join(subjects)}）" if subjects else way for way, subjects in notes.items())


def _subjects(archive: Archive) -> PageView:
    links = Links(SUBJECTS.folder, archive.names)

    def entry(registered: Registered) -> Entry:
        count = len(archive.subject_records[registered.name])
        return Entry(links.subject(registered.name), count, (), registered.reading)

    lead = "だれの個人情報についての諮問かで見られます。"
    groups = kana_groups(tuple(archive.names.subjects.values()), entry)
    return index_page(SUBJECTS.folder, "対象となる個人", lead, groups)
