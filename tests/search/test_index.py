"""The index of a handful of documents, made by the real program: complete, verified, and not believed when damaged."""

import datetime as dt
import gzip
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.japanese.fold import DASHES, LOOK_ALIKES
from generator.search.documents import SearchBlock, SearchDocument
from generator.search.errors import SearchError
from generator.search.index import build_index
from generator.search.verify import verify


def document(number: int, *texts: str) -> SearchDocument:
    return SearchDocument(
        address=f"consultations/{number}/",
        number=number,
        title="「広聴業務」における外部の電子計算機との回線結合について",
        subtitle="ＬＩＮＥを活用した広聴業務の実施",
        date=dt.date(2022, 6, 17),
        date_text="2022年6月17日（令和4年）",
        blocks=tuple(SearchBlock(f"s{index}" if index else "", text) for index, text in enumerate(texts)),
    )


DOCUMENTS = (
    document(975, "審議資料Ｎｏ．１", "ＬＩＮＥアカウント", "１", "約９，０００件", "メールＳОＳ <&> - 𠮟る"),
    document(976, "審議資料Ｎｏ．２", " ", "が", "か\u3099"),
    document(977, "審議資料Ｎｏ．１", "ＬＩＮＥアカウント", "１", "約９，０００件", "メールＳОＳ <&> - 𠮟る"),
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    assert build_index(DOCUMENTS, tmp_path) == len(DOCUMENTS)
    return tmp_path


def alter(site: Path, number: int, change: Callable[[dict[str, str]], object]) -> None:
    """Change what the index holds of a document."""
    for file in site.glob("pagefind/fragment/*"):
        fragment = json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))
        if fragment["url"] == f"/consultations/{number}/":
            change(fragment)
            file.write_bytes(gzip.compress(b"pagefind_dcd" + json.dumps(fragment).encode()))
            return
    pytest.fail(f"no fragment of {number}")


def test_only_what_the_site_loads_is_published(site: Path) -> None:
    names = {file.name for file in (site / "pagefind").iterdir() if file.suffix != ".pf_meta"}
    scripts = {"pagefind.js", "pagefind-worker.js", "wasm.unknown.pagefind"}
    assert names == {"fragment", "index", "pagefind-entry.json"} | scripts


def test_the_texts_are_the_documents_own_characters(site: Path) -> None:
    text = json.loads((site / "search/text/975.json").read_text(encoding="utf-8"))
    assert text == {
        "address": "consultations/975/",
        "number": 975,
        "title": "「広聴業務」における外部の電子計算機との回線結合について",
        "subtitle": "ＬＩＮＥを活用した広聴業務の実施",
        "date": "2022-06-17",
        "date_text": "2022年6月17日（令和4年）",
        "blocks": [{"anchor": block.anchor, "text": block.text} for block in DOCUMENTS[0].blocks],
    }


def test_the_browser_is_told_the_folding_and_the_order_of_the_results(site: Path) -> None:
    folding = json.loads((site / "search/folding.json").read_text(encoding="utf-8"))
    assert folding == {"lookAlikes": LOOK_ALIKES, "dashes": DASHES}
    results = json.loads((site / "search/documents.json").read_text(encoding="utf-8"))
    assert [number for _, number in results] == [977, 976, 975]
    assert {result for result, _ in results} == {file.stem for file in site.glob("pagefind/fragment/*")}


def test_a_second_build_leaves_nothing_of_the_first(site: Path) -> None:
    assert build_index(DOCUMENTS[:1], site) == 1
    assert [file.name for file in (site / "search/text").iterdir()] == ["975.json"]
    assert len(list(site.glob("pagefind/fragment/*"))) == 1


def test_an_altered_character_is_noticed(site: Path) -> None:
    altered = replace(DOCUMENTS[1], blocks=(*DOCUMENTS[1].blocks[:-1], SearchBlock("s3", "か")))
    with pytest.raises(SearchError, match="諮問第976号の文字が公開する文書と違います"):
        verify((DOCUMENTS[0], altered, DOCUMENTS[2]), site / "pagefind")


def test_a_missing_block_is_noticed(site: Path) -> None:
    longer = replace(DOCUMENTS[0], blocks=(*DOCUMENTS[0].blocks, SearchBlock("", "追記")))
    with pytest.raises(SearchError, match="諮問第975号の段落は5個です。公開する文書では6個です"):
        verify((longer, *DOCUMENTS[1:]), site / "pagefind")


def test_a_missing_token_is_noticed(site: Path) -> None:
    alter(site, 975, lambda fragment: fragment.update(content=fragment["content"].partition(" ")[2]))
    with pytest.raises(SearchError, match="諮問第975号の部分が壊れています"):
        verify(DOCUMENTS, site / "pagefind")


def test_a_missing_document_is_noticed(site: Path) -> None:
    with pytest.raises(SearchError, match="検索の索引に諮問第978号がありません"):
        verify((*DOCUMENTS, document(978, "新しい諮問")), site / "pagefind")


def test_a_document_that_is_not_published_is_noticed(site: Path) -> None:
    with pytest.raises(SearchError, match="公開していないページ「consultations/976/」"):
        verify((DOCUMENTS[0], DOCUMENTS[2]), site / "pagefind")


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"text", id="not compressed"),
        pytest.param(gzip.compress(b"pagefind_dcd{"), id="no whole JSON"),
        pytest.param(gzip.compress(b"pagefind_dcd[]"), id="another JSON"),
    ],
)
def test_a_damaged_file_is_noticed(site: Path, damage: bytes) -> None:
    file = min(site.glob("pagefind/fragment/*"))
    file.write_bytes(damage)
    with pytest.raises(SearchError, match=file.name):
        verify(DOCUMENTS, site / "pagefind")


def test_a_failure_of_pagefind_is_told(tmp_path: Path) -> None:
    with pytest.raises(SearchError, match=r"検索の索引を作れませんでした(?s:.)*not able to build an index"):
        build_index((), tmp_path)


def test_a_missing_pagefind_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: tmp_path / "missing")
    with pytest.raises(SearchError, match="pagefind-bin を入れ直してください"):
        build_index(DOCUMENTS, tmp_path)
