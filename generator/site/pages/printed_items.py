"""Items as the document prints them, with a link at each registered name: nothing of its words is left out."""

from collections.abc import Iterable

from generator.archive.stated import ItemList
from generator.evidence.enumerations import segment_of
from generator.japanese.fold import fold
from generator.kinds.kind import spellings
from generator.kinds.registered_item import RegisteredItem
from generator.model.consultation import Item
from generator.site.pages.links import Links
from generator.site.pages.parts import Link


def printed_items(stated: ItemList, links: Links) -> tuple[tuple[Link, ...], ...]:
    """Return what ``stated`` enumerates, part by part, each as runs of text with the names in it linked."""
    by_part: dict[str, list[Item]] = {}
    for item in stated.items:
        registered = links.names.items[item.name]
        part = segment_of(stated.stated_at.section, spellings(registered)) or item.name
        by_part.setdefault(part, []).append(item)
    return tuple(_linked(part, items, links) for part, items in by_part.items())


def _linked(part: str, items: Iterable[Item], links: Links) -> tuple[Link, ...]:
    runs: list[Link] = []
    rest = part
    for name in (name for item in items for name in (item.name, *item.parts)):
        start, end = _find(rest, links.names.items[name])
        runs += [Link(rest[:start]), Link(rest[start:end], links.item(name).href)]
        rest = rest[end:]
    return tuple(run for run in (*runs, Link(rest)) if run.text)


def _find(text: str, item: RegisteredItem) -> tuple[int, int]:
    """Return where ``text`` first holds a spelling of ``item``; all of it where no stretch folds to one."""
    for spelling in spellings(item):
        for start in range(len(text) - len(spelling) + 1):
            end = start + len(spelling)
            if fold(text[start:end]) == fold(spelling):
                return start, end
    return 0, len(text)
