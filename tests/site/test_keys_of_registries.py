"""Every key that an entry of a registry may have does something that one can see: no other is accepted."""

from dataclasses import replace
from typing import Any, Final

import pytest

from generator.archive.archive import Archive
from generator.kinds.every_kind import NAME_KINDS
from generator.kinds.kind import Entry, Kind
from generator.model.vocabulary import CounterpartyKind, DepartmentKind, ItemCategory
from generator.site.pages.rendering import Renderer, site_pages
from generator.site.search.material import search_material
from generator.site.settings import Settings
from generator.store.shapes import keys
from tests.publishing import ROOT

SETTINGS: Final = Settings("見本区", "審議会", "公開者", "連絡先", "https://example.org/", "CC0")
BOTH: Final = {"pages", "search"}

# For each registry an entry, and for each of its keys another value and what looks otherwise then. What is registered
# as an alias is also taken by the check (tests/archive/test_printed_otherwise.py); what readers say is not.
_OF_EVERY_KIND: Final[dict[str, tuple[Any, set[str]]]] = {
    "name": ("別の名前", BOTH),
    "reading": ("わをん", BOTH),
    "slug": ("another", BOTH),
    "aliases": (("別の書き方",), BOTH),
    "also_called": (("別の呼び方",), BOTH),
}
ROWS: Final[dict[str, tuple[str, dict[str, tuple[Any, set[str]]]]]] = {
    "items.yml": ("メールアドレス", {**_OF_EVERY_KIND, "category": (ItemCategory.DOG, {"pages"})}),
    "counterparties.yml": ("環境省", {**_OF_EVERY_KIND, "kind": (CounterpartyKind.COMPANY, {"pages"})}),
    "departments.yml": (
        "高齢福祉部介護保険課",
        {
            **_OF_EVERY_KIND,
            "division": ("別の部", {"pages"}),
            "kind": (DepartmentKind.HEALTH_CENTRE, {"pages"}),
        },
    ),
    "subjects.yml": ("里親登録者", _OF_EVERY_KIND),
}


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer.from_folder(ROOT / "theme" / "pages")


def seen(archive: Archive, renderer: Renderer) -> dict[str, object]:
    """What one sees of ``archive``: its pages, and what its search is given."""
    pages = {page.address: renderer.body(page).replace("<wbr>", "") for page in site_pages(archive, SETTINGS)}
    return {"pages": pages, "search": search_material(archive)}


@pytest.fixture(scope="module")
def before(archive: Archive, renderer: Renderer) -> dict[str, object]:
    return seen(archive, renderer)


def test_every_key_of_every_kind_has_a_row() -> None:
    assert {file: set(changes) for file, (_, changes) in ROWS.items()} == {
        kind.file: set(keys(kind.entry)) for kind in NAME_KINDS
    }


@pytest.mark.parametrize(
    ("kind", "key"),
    [(kind, key) for kind in NAME_KINDS for key in keys(kind.entry)],
    ids=lambda value: value.file if isinstance(value, Kind) else value,
)
def test_a_key_does_something(
    kind: Kind[Entry], key: str, archive: Archive, before: dict[str, object], renderer: Renderer
) -> None:
    name, changes = ROWS[kind.file]
    value, changed = changes[key]
    entry: Any = archive.names.by_name(kind)[name]
    other = replace(entry, **{key: value})
    if key == "name":  # as when a department is called otherwise: the documents' name becomes an alias
        other = replace(other, aliases=(*entry.aliases, name))
    entries = tuple(other if each is entry else each for each in archive.names.entries(kind))
    after = seen(Archive(archive.written, archive.names.with_entries(kind, entries)), renderer)
    assert {what for what in before if before[what] != after[what]} == changed
    told = value[0] if isinstance(value, tuple) else str(value)
    assert any(told in shown for shown in (*after["pages"], *after["pages"].values()))  # type: ignore[misc, attr-defined]
