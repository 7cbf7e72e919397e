"""The pages that stay where others were: what has moved leads to where it is now, what was withdrawn says so."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.model.ledger import AddressChanges, Redirect, Withdrawal
from generator.site import addresses
from generator.site.pages.change_pages import TITLE, as_linked, kind_of_page
from generator.site.pages.listing_page import summary_card
from generator.site.pages.page_parts import Card, Link, Links, PageView
from generator.site.wording import Day, day_of


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


def gone_pages(archive: Archive, said: AddressChanges, titles: Mapping[str, str]) -> Iterator[PageView]:
    """Yield the pages that stay at addresses that were redirected or withdrawn; ``titles`` are those of all others."""
    for redirect in said.redirects:
        yield _moved_page(archive, redirect, titles)
    for _, withdrawal in said.withdrawals:
        yield _withdrawn_page(archive, withdrawal)


def _moved_page(archive: Archive, redirect: Redirect, titles: Mapping[str, str]) -> PageView:
    links = Links(redirect.address, archive.names)
    title = titles.get(as_linked(redirect.to), redirect.to)
    target = Link(title, links.to(as_linked(redirect.to)))
    return PageView(
        address=redirect.address,
        title="移りました",
        description=f"このページは移りました。新しいページ: {title}",
        template="moved.html",
        view=MovedView(target),
        crumbs=(Link("ホーム", links.to(addresses.HOME)),),
        moved_to=target.href,
        is_indexed=False,
    )


def _withdrawn_page(archive: Archive, said: Withdrawal) -> PageView:
    links = Links(said.address, archive.names)
    not_held = {addresses.consultation(number): records for number, records in archive.not_held.items()}
    what = said.what or kind_of_page(archive, said.address)
    title = f"{what}（取り下げ）" if what else "取り下げたページ"
    return PageView(
        address=said.address,
        title=title,
        description=f"このページは、{day_of(said.date).text}に取り下げました。",
        template="withdrawn.html",
        view=WithdrawnView(
            title=title,
            address=said.address,
            what=what,
            day=day_of(said.date),
            reason=said.reason,
            changes=Link(TITLE, links.to(addresses.CHANGES)),
            cards=tuple(summary_card(record, links) for record in not_held.get(said.address, ())),
        ),
        crumbs=(Link("ホーム", links.to(addresses.HOME)),),
        is_indexed=False,
    )
