"""A kind of registry that only this test describes is treated as the five are, wherever every kind is spoken of.

Its names are words by which consultations refer elsewhere: 諮問第９６４号, 上記と同項目.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from generator.archive.archive import Archive
from generator.archive.loading import Loaded, load
from generator.importer.registers.name_readings import NameReader
from generator.importer.registers.proposals import Proposer, write_entry
from generator.importer.registers.registering import register
from generator.kinds.every_kind import KINDS
from generator.kinds.kind import Facet, Kind, Use
from generator.kinds.names import Names
from generator.model.consultation import Section
from generator.site.pages.rendering import Renderer, site_pages
from generator.site.search.documents import FacetValue, SearchMaterial, SearchName
from generator.site.search.material import search_material
from generator.site.settings import Settings
from generator.store.encode import encode
from generator.store.files import shape_of
from tests.publishing import ROOT

SETTINGS: Final = Settings("見本区", "審議会", "公開者", "連絡先", "https://example.org/", "CC0")


@dataclass(frozen=True, kw_only=True)
class RegisteredPointer:
    """Words that point elsewhere."""

    name: str
    reading: str
    slug: str
    aliases: tuple[str, ...] = ()
    also_called: tuple[str, ...] = ()


def _in_section(section: Section) -> Iterator[Use]:
    for index, reference in enumerate(section.references):
        if not reference.words.startswith("第"):
            yield Use(("references", index, "words"), reference.words)


POINTERS: Final = Kind(
    file="pointers.yml",
    entry=RegisteredPointer,
    title="参照の言葉",
    folder="pointers/",
    facet=Facet("pointer", "参照", 8),
    about="ほかの所を指す言葉",
    lead="ほかの所を指す言葉ごとに見られます。",
    page_lead="「{name}」とある諮問の一覧です。",
    in_section=_in_section,
)
SIX: Final = (*KINDS, POINTERS)


@pytest.fixture(scope="module")
def pointers(archive: Archive) -> tuple[RegisteredPointer, ...]:
    """An entry for each of the words in the real content."""
    words = dict.fromkeys(use.name for record in archive.records for use in record.uses_of(POINTERS))
    return tuple(
        RegisteredPointer(name=name, reading="さんしょう", slug=f"pointer-{number}", also_called=(f"{name}！",))
        for number, name in enumerate(words, start=1)
    )


@pytest.fixture
def folder(content: Path, tmp_path: Path) -> Path:
    """The real content, to which a test adds its sixth registry."""
    return shutil.copytree(content, tmp_path / "content")


def load_with(pointers: tuple[RegisteredPointer, ...], folder: Path) -> Loaded:
    (folder / "pointers.yml").write_text(encode(pointers, shape_of(POINTERS)), encoding="utf-8")
    return load(folder, kinds=SIX)


@pytest.fixture
def with_six(pointers: tuple[RegisteredPointer, ...], folder: Path) -> Archive:
    """The real archive with a sixth registry."""
    loaded = load_with(pointers, folder)
    assert loaded.problems == ()
    assert loaded.archive is not None
    return loaded.archive


def messages(loaded: Loaded) -> list[str]:
    return [f"{problem.file}: {problem.message}{problem.remedy}" for problem in loaded.problems]


def test_a_name_that_is_not_registered_is_a_problem(pointers: tuple[RegisteredPointer, ...], folder: Path) -> None:
    told = messages(load_with(pointers[1:], folder))
    assert told
    assert all(f"参照の言葉「{pointers[0].name}」は登録されていません。" in message for message in told)
    assert all("pointers.yml に書き足してください。" in message for message in told)


def test_a_name_that_no_consultation_uses_is_a_problem(pointers: tuple[RegisteredPointer, ...], folder: Path) -> None:
    [told] = messages(load_with((*pointers, RegisteredPointer(name="無", reading="む", slug="mu")), folder))
    assert told.startswith("content/pointers.yml: 「無」は、どの諮問でも使われていません。")


def test_an_entry_is_checked_as_those_of_other_registries(
    pointers: tuple[RegisteredPointer, ...], folder: Path
) -> None:
    loaded = load_with((RegisteredPointer(name=pointers[0].name, reading="参照", slug="A"), *pointers[1:]), folder)
    assert [problem.message for problem in loaded.problems] == [
        "読み「参照」にひらがな以外の文字があります。",
        "slug「A」の形が正しくありません。",
    ]


def test_a_name_must_stand_where_it_is_stated(pointers: tuple[RegisteredPointer, ...], folder: Path) -> None:
    path = folder / "consultations" / "977.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("- words: 諮問第９６４号\n", "- words: 無い言葉\n", 1), encoding="utf-8")
    told = messages(load_with((*pointers, RegisteredPointer(name="無い言葉", reading="ない", slug="nai")), folder))
    assert any("参照の言葉「無い言葉」の根拠になる言葉がこの節にありません。" in message for message in told)


def test_it_has_an_index_and_a_page_for_each_name(with_six: Archive, pointers: tuple[RegisteredPointer, ...]) -> None:
    pages = {page.address: page for page in site_pages(with_six, SETTINGS, SIX)}
    index = pages["pointers/"]
    assert (index.title, index.view.total) == ("参照の言葉", len(pointers))
    entries = [entry for group in index.view.groups for entry in group.entries]
    assert {entry.link.href for entry in entries} == {f"{pointer.slug}/" for pointer in pointers}
    for pointer in pointers:
        listing = pages[f"pointers/{pointer.slug}/"]
        assert listing.description == f"「{pointer.name}」とある諮問の一覧です。"
        assert listing.view.total == len(with_six.records_naming(POINTERS)[pointer.name])


def test_home_and_the_search_page_lead_to_it(with_six: Archive) -> None:
    pages = {page.address: page for page in site_pages(with_six, SETTINGS, SIX)}
    assert "pointers/" in [way.link.href for way in pages[""].view.ways_in]
    assert "pointer" in [facet.key for facet in pages["search/"].view.facets]


def test_its_pages_need_no_template_of_their_own(with_six: Archive) -> None:
    renderer = Renderer.from_folder(ROOT / "theme" / "pages")
    shown = [page for page in site_pages(with_six, SETTINGS, SIX) if "pointers/" in page.address]
    assert all("参照の言葉" in renderer.body(page) for page in shown)


def test_the_search_narrows_down_by_it_and_knows_its_names(
    with_six: Archive, pointers: tuple[RegisteredPointer, ...]
) -> None:
    material: SearchMaterial = search_material(with_six, SIX)
    assert set(material.facets[POINTERS.facet]) == {FacetValue(pointer.slug, pointer.name) for pointer in pointers}
    for document in material.documents:
        used = with_six.by_number[document.number].names_of(POINTERS)
        assert document.values[POINTERS.facet] == tuple(
            pointer.slug for name in used for pointer in pointers if pointer.name == name
        )
    first = pointers[0]
    assert (
        SearchName(
            POINTERS.facet, first.name, first.reading, f"pointers/{first.slug}/", (first.name,), first.also_called
        )
        in material.names
    )


def test_an_import_proposes_an_entry_and_writes_it_into_its_file(pointers: tuple[RegisteredPointer, ...]) -> None:
    proposer = Proposer(Names.holding({POINTERS: pointers}), NameReader())
    proposed = proposer.propose(POINTERS, ["別表第２参照", pointers[0].name])
    entry = RegisteredPointer(name="別表第2参照", reading="べっぴょうだいにさんしょう", slug=proposed.entries[0].slug)
    assert proposed.entries == (entry,)
    assert proposed.registered_as == {"別表第２参照": entry.name, pointers[0].name: pointers[0].name}
    text = "".join(map(write_entry, pointers))
    assert write_entry(entry) in register(text, proposed.entries, "確かめてください。")
