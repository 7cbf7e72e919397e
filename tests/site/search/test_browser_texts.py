"""The texts from which the browser shows what it found: every document in its own characters."""

import json
from pathlib import Path
from typing import Any

import pytest

from generator.archive.archive import Archive
from generator.disk.output_folder import OutputFolder
from generator.japanese.phrases import PhraseBreaker
from generator.site.search.browser_files import write_texts
from generator.site.search.documents import SearchDocument
from generator.site.search.material import search_material
from tests.golden.reading import NUMBERS
from tests.site.search.making import TITLE, document

BREAKER = PhraseBreaker()


@pytest.fixture(scope="module")
def real(archive: Archive) -> dict[int, SearchDocument]:
    """The real documents by their numbers."""
    return {each.number: each for each in search_material(archive).documents}


@pytest.fixture(scope="module")
def folder(real: dict[int, SearchDocument], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The texts of the real documents."""
    folder = tmp_path_factory.mktemp("site")
    write_texts(real.values(), OutputFolder(folder), BREAKER)
    return folder / "search/text"


def text_of(folder: Path, number: int) -> dict[str, Any]:
    text: dict[str, Any] = json.loads((folder / f"{number}.json").read_text(encoding="utf-8"))
    return text


def test_every_document_has_a_file(folder: Path) -> None:
    assert {file.name for file in folder.iterdir()} == {f"{number}.json" for number in NUMBERS}


@pytest.mark.parametrize("number", NUMBERS)
def test_the_blocks_are_the_documents_own_with_line_feeds_between_phrases(
    real: dict[int, SearchDocument], folder: Path, number: int
) -> None:
    written = text_of(folder, number)["sections"]
    assert not any("\n" in block for block in real[number].blocks)
    assert [
        (section["anchor"], section["name"], tuple(block.replace("\n", "") for block in section["blocks"]))
        for section in written
    ] == [(section.anchor, section.name, section.blocks) for section in real[number].sections]
    phrases = [phrase for section in written for block in section["blocks"] for phrase in block.split("\n")]
    assert all(phrases)
    assert len(phrases) > 3 * len(real[number].blocks)


def test_what_is_shown_of_a_document_stands_beside_its_blocks(tmp_path: Path) -> None:
    shown = document(975, "メール", "１", notes=(("措置", "回線結合"), ("相手方", "管理サイト、LINE")))
    write_texts([shown], OutputFolder(tmp_path), BREAKER)
    assert text_of(tmp_path / "search/text", 975) == {
        "address": "consultations/975/",
        "number": 975,
        "title": TITLE,
        "subtitle": "ＬＩＮＥを活用した広聴業務の実施",
        "date": "2022-06-17",
        "dateText": "2022年6月17日（令和4年）",
        "notes": [["措置", "回線結合"], ["相手方", "管理サイト、LINE"]],
        "sections": [
            {
                "anchor": "document",
                "name": "題名の部分",
                "blocks": [
                    "「広聴業務」に\nおける\n外部の\n電子計算機との\n回線結合に\nついて",
                    "（ＬＩＮＥを\n活用した\n広聴業務の\n実施）",
                ],
            },
            {"anchor": "s1", "name": "１ 回線結合する理由", "blocks": ["メール", "１"]},
        ],
    }


def test_a_block_that_documents_share_is_written_alike_in_each(tmp_path: Path) -> None:
    documents = [document(number, "区の電子計算機を結合する。", TITLE) for number in (1, 2)]
    write_texts(documents, OutputFolder(tmp_path), BREAKER)
    first, second = (text_of(tmp_path / "search/text", number)["sections"] for number in (1, 2))
    assert first == second
    assert first[1]["blocks"][1] == first[0]["blocks"][0]
