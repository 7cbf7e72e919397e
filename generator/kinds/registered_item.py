"""Items of personal data (個人情報の項目)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.kinds.kind import Facet, Kind, Use
from generator.model.consultation import Section
from generator.model.vocabulary import ItemCategory


@dataclass(frozen=True, kw_only=True)
class RegisteredItem:
    """An item of personal data under its canonical name."""

    name: str
    reading: str
    slug: str
    category: ItemCategory
    aliases: tuple[str, ...] = ()
    also_called: tuple[str, ...] = ()


def _in_section(section: Section) -> Iterator[Use]:
    for key, items in (("items", section.items), ("added_items", section.added_items)):
        for index, item in enumerate(items or ()):
            yield Use((key, index), item.name)
            for number, part in enumerate(item.parts):
                yield Use((key, index, "parts", number), part, within=item.name)


ITEMS: Final = Kind(
    file="items.yml",
    entry=RegisteredItem,
    title="個人情報の項目",
    folder="items/",
    facet=Facet("item", "個人情報の項目", 2),
    about="氏名、住所など",
    lead="諮問に挙げられた個人情報の項目です。括弧の中に書かれた項目も載せています。",
    page_lead="個人情報の項目「{name}」が挙げられている諮問の一覧です。",
    in_section=_in_section,
    ranks=True,
    only_of_measures=True,
)
