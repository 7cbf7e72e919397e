"""What changed after it was published: the list of all changes, and the pages that stay where others were.

What has moved leads to where it is now, what was withdrawn says so.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.model.consultation import Consultation, Correction
from generator.model.ledger import AddressChanges, LedgerEntry, Redirect, Renaming, Withdrawal
from generator.site import addresses
from generator.site.pages.listing_page import summary_card
from generator.site.pages.page_parts import Card, Heading, Link, Links, PageView
from generator.site.wording import Day, day_of, number_name

TITLE = "訂正と更新"
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
    """An address that leads to another now."""

    address: Link
    to: Link


@dataclass(frozen=True)
class ChangesOfDay:
    """What one publication changed for readers."""

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


@dataclass(frozen=True)
class MovedView:
    """A page that has moved."""

    target: Link


@dataclass(frozen=True)
class WithdrawnView:
    """A page that was withdrawn: what stood there, when and why it went, and which consultations refer to it."""

    title: str
    address: str
    what: str
    day: Day
    reason: str
    changes: Link
    cards: tuple[Card, ...]


def changes_page(archive: Archive, publications: tuple[LedgerEntry, ...]) -> PageView:
    """Return the list of what ``publications`` changed, the last one first."""
    links = Links(addresses.CHANGES, archive.names)
    known: set[int] = set()
    days = []
    for number, entry in enumerate(publications, start=1):
        days.append(_changes_of(archive, entry, f"c{number}", known, links))
        known.update(each.number for each in entry.consultations)
    shown = tuple(day for day in reversed(days) if day.new or day.corrections or day.withdrawn or day.moved)
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


def _changes_of(archive: Archive, entry: LedgerEntry, anchor: str, known: set[int], links: Links) -> ChangesOfDay:
    corrections = (
        _correction(each, Link(number_name(changed.number), links.consultation(changed.number)))
        for changed in entry.consultations
        for each in changed.corrections
    )
    renamed = (_correction(each, _to_page(each.address, links)) for each in entry.renamed)
    return ChangesOfDay(
        day=day_of(entry.date),
        anchor=anchor,
        new=tuple(_new(archive, (each.number for each in entry.consultations if each.number not in known), links)),
        corrections=(*corrections, *renamed),
        withdrawn=tuple(_withdrawal(each, links) for each in entry.withdrawn),
        moved=tuple(MovedAddress(_to_page(each.address, links), _to_page(each.to, links)) for each in entry.redirects),
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


def _withdrawal(said: Withdrawal, links: Links) -> CorrectionView:
    about = _to_page(said.address, links)
    return CorrectionView(Link(said.what or about.text, about.href), day_of(said.date), "", said.reason)


def _to_page(address: str, links: Links) -> Link:
    return Link(address, links.to(addresses.HOME if address == addresses.HOME_AS_WRITTEN else address))


def moved_pages(archive: Archive, said: AddressChanges, titles: Mapping[str, str]) -> Iterator[PageView]:
    """Yield the pages that stay at addresses that were redirected or withdrawn; ``titles`` are those of all others."""
    for redirect in said.redirects:
        yield _moved_page(archive, redirect, titles)
    for _, withdrawal in said.withdrawals:
        yield _withdrawn_page(archive, withdrawal)


def _moved_page(archive: Archive, redirect: Redirect, titles: Mapping[str, str]) -> PageView:
    links = Links(redirect.address, archive.names)
    target = _to_page(redirect.to, links)
    title = titles.get("" if redirect.to == addresses.HOME_AS_WRITTEN else redirect.to, redirect.to)
    return PageView(
        address=redirect.address,
        title="移りました",
        description=f"このページは移りました。新しいページ: {title}",
        template="moved.html",
        view=MovedView(Link(title, target.href)),
        crumbs=(Link("ホーム", links.to(addresses.HOME)),),
        moved_to=target.href,
        is_indexed=False,
    )


def _withdrawn_page(archive: Archive, said: Withdrawal) -> PageView:
    links = Links(said.address, archive.names)
    not_held = {addresses.consultation(number): records for number, records in archive.not_held.items()}
    title = f"{said.what}（取り下げ）" if said.what else "取り下げたページ"
    return PageView(
        address=said.address,
        title=title,
        description=f"このページは、{day_of(said.date).text}に取り下げました。",
        template="withdrawn.html",
        view=WithdrawnView(
            title=title,
            address=said.address,
            what=said.what or "",
            day=day_of(said.date),
            reason=said.reason,
            changes=Link(TITLE, links.to(addresses.CHANGES)),
            cards=tuple(summary_card(record, links) for record in not_held.get(said.address, ())),
        ),
        crumbs=(Link("ホーム", links.to(addresses.HOME)),),
        is_indexed=False,
    )
