"""An index page: names with the number of consultations each leads to."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, TypeVar

from generator.japanese.kana import kana_key, kana_row
from generator.kinds.kind import Entry as Registered
from generator.site import addresses
from generator.site.pages.page_view import Heading, PageView
from generator.site.pages.parts import Entry, Group, Link

R = TypeVar("R", bound=Registered)

# An anchor is part of an address: it names its row, whatever other rows there are.
_ROW_ANCHORS: Final = dict(
    zip("あかさたなはまやらわ他", ("a", "ka", "sa", "ta", "na", "ha", "ma", "ya", "ra", "wa", "other"), strict=True)
)


@dataclass(frozen=True)
class IndexView:
    """An index page. ``total`` counts its entries, ``see_also`` leads to pages beside it."""

    title: str
    lead: str
    see_also: tuple[Link, ...]
    total: int
    groups: tuple[Group, ...]


def index_page(
    address: str, title: str, lead: str, groups: Iterable[Group], see_also: tuple[Link, ...] = ()
) -> PageView:
    """Return the index page ``title`` with ``groups`` of entries."""
    shown = tuple(groups)
    links_home = (Link("ホーム", addresses.relative(addresses.HOME, address)),)
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


def kana_groups(registered: Sequence[R], entry: Callable[[R], Entry]) -> list[Group]:
    """Return ``registered`` names as entries in 五十音順, a group for each row of the syllabary."""
    ordered = sorted(registered, key=lambda name: kana_key(name.reading))
    rows = groupby(ordered, key=lambda name: kana_row(name.reading))
    return [
        Group(f"{row}行" if row != "他" else "その他", _ROW_ANCHORS[row], tuple(entry(name) for name in names))
        for row, names in rows
    ]
