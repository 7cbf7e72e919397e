"""What changed after it was published: the list of all changes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from generator.archive.archive import Archive
from generator.model.consultation import Consultation, Correction
from generator.model.ledger import LedgerEntry, Renaming, Withdrawal
from generator.site import addresses
from generator.site.pages.page_parts import Heading, Link, Links, PageView
from generator.site.wording import Day, day_of, number_name

TITLE = "訂正と更新"
NO_TITLES: Final[Mapping[str, str]] = {}
_LEAD = "このアーカイブで、いつ、何を公開し、何を直したかの一覧です。新しいものから順に並べています。"


@dataclass(frozen=True)
class CorrectionView:
    """A correction of ``about``, a consultation or a registered name: when, what and why."""

    about: Link
    day: Day
    what: str
    why: str


@dataclass(frozen=True)
class NewConsultations:
    """Consultations of a meeting that were published for the first time; the meeting of some is not known any more."""

    meeting: Link
    numbers: tuple[Link, ...]


@dataclass(frozen=True)
class MovedAddress:
    """An address that leads to another now, whose page has a ``title``."""

    address: Link
    to: Link
    title: str


@dataclass(frozen=True)
class ChangesOfDay:
    """What the publications of one day changed for readers."""

    day: Day
    anchor: str
    new: tuple[NewConsultations, ...]
    corrections: tuple[CorrectionView, ...]
    withdrawn: tuple[CorrectionView, ...]
    moved: tuple[MovedAddress, ...]


@dataclass(frozen=True)
class ChangesView:
    """The list of all changes."""

    title: str
    lead: str
    days: tuple[ChangesOfDay, ...]


def changes_page(
    archive: Archive, publications: tuple[LedgerEntry, ...], titles: Mapping[str, str] = NO_TITLES
) -> PageView:
    """Return the list of what ``publications`` changed, the last day first; ``titles`` are those of the other pages."""
    shown = tuple(reversed(tuple(_days(archive, publications, titles))))
    links = Links(addresses.CHANGES, archive.names)
    return PageView(
        address=addresses.CHANGES,
        title=TITLE,
        description=_LEAD,
        template="changes.html",
        view=ChangesView(TITLE, _LEAD, shown),
        crumbs=(Link("ホーム", links.to(addresses.HOME)),),
        contents=tuple(Heading(f"{day.day.text}の公開", day.anchor) for day in shown),
        anchors=frozenset(day.anchor for day in shown),
    )


def _days(archive: Archive, publications: tuple[LedgerEntry, ...], titles: Mapping[str, str]) -> Iterator[ChangesOfDay]:
    """Yield what each day changed, the first one first. Its anchor counts the publications up to its first one."""
    known: set[int] = set()
    for _, numbered in groupby(enumerate(publications, start=1), key=lambda each: each[1].date):
        of_day = tuple(numbered)
        day = _changes_of(archive, tuple(entry for _, entry in of_day), f"c{of_day[0][0]}", known, titles)
        if day.new or day.corrections or day.withdrawn or day.moved:
            yield day


def _changes_of(
    archive: Archive, entries: tuple[LedgerEntry, ...], anchor: str, known: set[int], titles: Mapping[str, str]
) -> ChangesOfDay:
    links = Links(addresses.CHANGES, archive.names)
    numbers = dict.fromkeys(each.number for entry in entries for each in entry.consultations)
    new = tuple(number for number in numbers if number not in known)
    known.update(new)
    newest_first = entries[::-1]
    corrections = (
        _correction(each, Link(number_name(changed.number), links.consultation(changed.number)))
        for entry in newest_first
        for changed in entry.consultations
        for each in changed.corrections
    )
    page = _Pages(archive, links, titles)
    renamed = (_correction(each, page.named(each.address)) for entry in newest_first for each in entry.renamed)
    return ChangesOfDay(
        day=day_of(entries[0].date),
        anchor=anchor,
        new=tuple(_new(archive, new, links)),
        corrections=(*corrections, *renamed),
        withdrawn=tuple(page.withdrawn(each) for entry in newest_first for each in entry.withdrawn),
        moved=tuple(
            MovedAddress(page.at(each.address), page.at(each.to), page.title_of(each.to))
            for entry in newest_first
            for each in entry.redirects
        ),
    )


def _new(archive: Archive, numbers: Iterable[int], links: Links) -> Iterator[NewConsultations]:
    by_meeting: dict[Link, list[Link]] = {}
    for number in numbers:
        record = archive.by_number.get(number)
        meeting = _to_meeting(record.consultation, links) if record else Link("今はない諮問")
        by_meeting.setdefault(meeting, []).append(Link(number_name(number), links.consultation(number)))
    yield from (NewConsultations(meeting, tuple(of_meeting)) for meeting, of_meeting in by_meeting.items())


def _to_meeting(consultation: Consultation, links: Links) -> Link:
    return Link(f"{day_of(consultation.meeting).text}の審議会", links.meeting(consultation.meeting))


def correction_views(corrections: tuple[Correction, ...]) -> tuple[CorrectionView, ...]:
    """Return ``corrections`` for the page of what they are about, the newest first."""
    return tuple(_correction(each, Link("")) for each in sorted(corrections, key=lambda each: each.date, reverse=True))


def _correction(said: Correction | Renaming, about: Link) -> CorrectionView:
    return CorrectionView(about, day_of(said.date), said.what, said.why)


@dataclass(frozen=True)
class _Pages:
    """How a page is called where changes are listed: a reader knows names, and no addresses."""

    archive: Archive
    links: Links
    titles: Mapping[str, str]

    def at(self, address: str) -> Link:
        """Return a link to the page at ``address`` that shows the address."""
        return Link(address, self.links.to(as_linked(address)))

    def title_of(self, address: str) -> str:
        """Return what the page at ``address`` is the page of; empty where it is none that is there."""
        return self.titles.get(as_linked(address), "")

    def named(self, address: str) -> Link:
        """Return a link to the page at ``address`` that shows its title; what has none any more is of a kind."""
        title, kind = self.title_of(address), kind_of_page(self.archive, address)
        known = f"{kind}「{title}」" if kind and title else title
        return Link(known or (f"{kind}（{address}）" if kind else address), self.at(address).href)

    def withdrawn(self, said: Withdrawal) -> CorrectionView:
        """Return what is shown of a page that was withdrawn."""
        about = self.named(said.address)
        return CorrectionView(Link(said.what or about.text, about.href), day_of(said.date), "", said.reason)


def kind_of_page(archive: Archive, address: str) -> str:
    """Return what lies, or lay, at ``address``, by its folder alone: 「相手方」. Empty where that says nothing."""
    folder, _, rest = address.partition("/")
    if f"{folder}/" == addresses.CONSULTATIONS and rest.removesuffix("/").isdecimal():
        return number_name(int(rest.removesuffix("/")))
    return next((kind.title for kind in archive.kinds if rest and kind.folder == f"{folder}/"), "")


def as_linked(address: str) -> str:
    """Return the ``address`` of a page as links give it; the home page is written otherwise where a person writes."""
    return addresses.HOME if address == addresses.HOME_AS_WRITTEN else address
