"""The index pages: every name of a kind, in the order a Japanese reader expects, with counts."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from generator.archive.archive import Archive
from generator.archive.names import version_at
from generator.japanese.eras import fiscal_year, fiscal_year_name
from generator.japanese.kana import kana_key, kana_row
from generator.model.registry import Entry as Registered
from generator.model.registry import Ordinance, OrdinanceVersion, RegisteredArticle
from generator.model.vocabulary import DepartmentKind, MeasureType
from generator.pages import urls
from generator.pages.views.links import Links
from generator.pages.views.page import Heading, PageView
from generator.pages.views.parts import Entry, Group, Link, day_of

R = TypeVar("R", bound=Registered)

DEPARTMENT_KIND_HEADINGS = {
    DepartmentKind.BUREAU: "部",
    DepartmentKind.HEALTH_CENTRE: "保健所",
    DepartmentKind.GENERAL_BRANCH: "各総合支所",
    DepartmentKind.CHILD_GUIDANCE_CENTRE: "児童相談所",
}


@dataclass(frozen=True)
class IndexView:
    """An index page. ``total`` counts its entries, ``see_also`` leads to pages beside it."""

    title: str
    lead: str
    see_also: tuple[Link, ...]
    total: int
    groups: tuple[Group, ...]


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


def _page(address: str, title: str, lead: str, groups: Iterable[Group], see_also: tuple[Link, ...] = ()) -> PageView:
    shown = tuple(groups)
    links_home = (Link("ホーム", urls.relative(urls.HOME, address)),)
    return PageView(
        address=address,
        title=title,
        description=lead,
        template="index.html",
        view=IndexView(title, lead, see_also, sum(_count(group) for group in shown), shown),
        crumbs=links_home,
        contents=tuple(_heading(group) for group in shown if group.heading),
        anchors=frozenset(anchor for group in shown for anchor in _anchors(group)),
    )


def _count(group: Group) -> int:
    return len(group.entries) + sum(_count(inner) for inner in group.groups)


def _heading(group: Group) -> Heading:
    return Heading(group.heading, group.anchor, tuple(_heading(inner) for inner in group.groups if inner.heading))


def _anchors(group: Group) -> Iterable[str]:
    if group.anchor:
        yield group.anchor
    for inner in group.groups:
        yield from _anchors(inner)


def _meetings(archive: Archive) -> PageView:
    links = Links(urls.MEETINGS, archive.names)
    years = groupby(archive.meetings, key=fiscal_year)
    groups = [
        Group(
            f"{year}年度（{fiscal_year_name(year)}）",
            f"fy{year}",
            tuple(Entry(Link(day_of(day).text, links.meeting(day)), len(archive.at_meeting(day))) for day in days),
        )
        for year, days in years
    ]
    return _page(urls.MEETINGS, "開催日", "審議会の開催日ごとに、諮問された案件を見られます。", groups)


def _departments(archive: Archive) -> PageView:
    links = Links(urls.DEPARTMENTS, archive.names)
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
    return _page(urls.DEPARTMENTS, "所管課", lead, groups)


def _articles(archive: Archive) -> PageView:
    links = Links(urls.ARTICLES, archive.names)
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
    return _page(urls.ARTICLES, "条例の条項", lead, groups)


def _version(archive: Archive, ordinance: Ordinance, version: OrdinanceVersion, links: Links) -> Group:
    anchor = f"{ordinance.slug}-{version.slug}"
    articles = sorted(version.articles, key=lambda article: article.name.sort_key)
    inner = [
        Group(
            article_name,
            f"{anchor}-{number}",
            tuple(_article_entry(archive, ordinance, version, article, links) for article in members),
        )
        for number, (article_name, members) in enumerate(
            groupby(articles, key=lambda article: article.name.article_name), start=1
        )
    ]
    return Group(version.name, anchor, (), tuple(inner))


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
    links = Links(urls.MEASURES, archive.names)
    entries = tuple(
        Entry(links.measure(measure_type), len(archive.with_measure(measure_type)))
        for measure_type in MeasureType
        if archive.with_measure(measure_type)
    )
    lead = "区が個人情報をどのように扱うために諮問したかで見られます。"
    return _page(urls.MEASURES, "措置", lead, [Group("", "", entries)])


def _counterparties(archive: Archive) -> PageView:
    links = Links(urls.COUNTERPARTIES, archive.names)

    def entry(registered: Registered) -> Entry:
        appearances = archive.appearances[registered.name]
        roles = (f"{appearance.record.number}号 {appearance.party.counterparty.role}" for appearance in appearances)
        link = links.party(appearances[0].party.counterparty)
        count = len({appearance.record.number for appearance in appearances})
        return Entry(link, count, tuple(dict.fromkeys(roles)), registered.reading)

    lead = "諮問に名前の出てくる相手方です。役割は諮問ごとに異なります。"
    undecided = Link("相手方が未定の諮問", links.to(urls.UNDECIDED))
    table = Link("項目と相手方の表", links.to(urls.ITEMS_BY_COUNTERPARTY))
    groups = _kana_groups(tuple(archive.names.counterparties.values()), entry)
    return _page(urls.COUNTERPARTIES, "相手方", lead, groups, (undecided, table))


def _items(archive: Archive) -> PageView:
    links = Links(urls.ITEMS, archive.names)

    def entry(registered: Registered) -> Entry:
        count = len({sharing.record.number for sharing in archive.sharings[registered.name]})
        category = str(archive.names.items[registered.name].category)
        return Entry(links.item(registered.name), count, (category,), registered.reading)

    lead = "諮問に挙げられた個人情報の項目です。括弧の中に書かれた項目も載せています。"
    table = Link("項目と相手方の表", links.to(urls.ITEMS_BY_COUNTERPARTY))
    groups = _kana_groups(tuple(archive.names.items.values()), entry)
    return _page(urls.ITEMS, "個人情報の項目", lead, groups, (table,))


def _subjects(archive: Archive) -> PageView:
    links = Links(urls.SUBJECTS, archive.names)

    def entry(registered: Registered) -> Entry:
        count = len(archive.subject_records[registered.name])
        return Entry(links.subject(registered.name), count, (), registered.reading)

    lead = "だれの個人情報についての諮問かで見られます。"
    groups = _kana_groups(tuple(archive.names.subjects.values()), entry)
    return _page(urls.SUBJECTS, "対象となる個人", lead, groups)


def _kana_groups(registered: Sequence[R], entry: Callable[[R], Entry]) -> list[Group]:
    ordered = sorted(registered, key=lambda name: kana_key(name.reading))
    rows = groupby(ordered, key=lambda name: kana_row(name.reading))
    return [
        Group(f"{row}行" if row != "他" else "その他", f"row{number}", tuple(entry(name) for name in names))
        for number, (row, names) in enumerate(rows, start=1)
    ]
