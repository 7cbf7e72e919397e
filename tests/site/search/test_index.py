"""The index of a handful of documents, made by the real program: complete, verified, and not believed when damaged."""

import base64
import gzip
import json
import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import cbor2
import pytest

from generator.disk.output_folder import OutputFolder
from generator.japanese.fold import fold_for_search, folding_table
from generator.japanese.phrases import PhraseBreaker
from generator.kinds.every_kind import all_facets
from generator.kinds.registered_counterparty import COUNTERPARTIES
from generator.site.search.documents import FacetValue, SearchDocument, SearchMaterial, SearchName, areas_of, pages_of
from generator.site.search.index import build_index, verify
from generator.site.search.pagefind_program import SearchError, run_pagefind
from generator.site.search.tokens import encode
from tests.site.search.making import TITLE, document

BREAKER = PhraseBreaker()

MAIL = "メールＳОＳ <&> - 𠮟る"
DOCUMENTS = (
    document(
        975, "審議資料Ｎｏ．１", "ＬＩＮＥアカウント", "１", "約９，０００件", MAIL, names=("ＬＩＮＥ", "アカウント")
    ),
    document(976, "審議資料Ｎｏ．２", " ", "が", "か\u3099"),
    document(977, "審議資料Ｎｏ．１", "ＬＩＮＥアカウント", "１", "約９，０００件", MAIL, names=("ＬＩＮＥ",)),
)
NAMES = (
    SearchName(COUNTERPARTIES.facet, "LINE", "らいん", "counterparties/line/", ("LINE",)),
    SearchName(COUNTERPARTIES.facet, "協会", "きょうかい", "counterparties/kyokai/", ("協会", "（社）協会"), ("Ассо",)),
)
MATERIAL = SearchMaterial(DOCUMENTS, NAMES, {COUNTERPARTIES.facet: (FacetValue("line", "LINE"),)})


@pytest.fixture
def site(tmp_path: Path) -> Path:
    assert build_index(MATERIAL, OutputFolder(tmp_path), BREAKER) == len(DOCUMENTS)
    return tmp_path


def read(file: Path) -> Any:  # noqa: ANN401 - any JSON
    return json.loads(file.read_text(encoding="utf-8"))


def check(site: Path, documents: Iterable[SearchDocument] = DOCUMENTS) -> dict[str, SearchDocument]:
    """Verify the index of ``site`` against ``documents``."""
    published, rooms = tuple(pages_of(documents)), read(site / "search/documents.json")["rooms"]
    tokens = {each.address: encode(each.areas, rooms) for each in published}
    return {found: page.document for found, page in verify(published, tokens, site / "pagefind", rooms).items()}


def with_blocks(given: SearchDocument, *blocks: str) -> SearchDocument:
    """``given`` with other blocks behind its title block."""
    head, body = given.sections
    return replace(given, sections=(head, replace(body, blocks=blocks)))


def alter(site: Path, number: int | str, change: Callable[[str], str]) -> None:
    """Change what the index holds of a document."""
    for file in site.glob("pagefind/fragment/*"):
        fragment = json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))
        if fragment["url"] == f"/consultations/{number}/":
            changed = fragment | {"content": change(fragment["content"])}
            assert changed != fragment
            file.write_bytes(gzip.compress(b"pagefind_dcd" + json.dumps(changed).encode()))
            return
    pytest.fail(f"no fragment of {number}")


def test_only_what_the_site_loads_is_published(site: Path) -> None:
    names = {file.name for file in (site / "pagefind").iterdir() if file.suffix != ".pf_meta"}
    scripts = {"pagefind.js", "pagefind-worker.js", "wasm.unknown.pagefind"}
    assert names == {"fragment", "index", "pagefind-entry.json"} | scripts
    published = {file.relative_to(site / "search").as_posix() for file in site.rglob("search/**/*.json")}
    assert published == {
        "documents.json",
        "folding.json",
        "names.json",
        "titles/1.json",
        *(f"text/{each.number}.json" for each in DOCUMENTS),
        *(f"facets/{facet.key}.json" for facet in all_facets()),
    }


def test_the_browser_knows_the_documents_by_what_pagefind_calls_them(site: Path) -> None:
    indexed = check(site)
    assert set(indexed) == {file.stem for file in site.glob("pagefind/fragment/*")}
    documents = read(site / "search/documents.json")
    ids, usual = (
        [documents["ids"]["prefix"] + rest for rest in documents[sort]["rests"].split(" ")] for sort in ("ids", "usual")
    )
    assert [indexed[each].number for each in ids] == [977, 976, 975]
    assert [indexed[each].number for each in usual] == [977, 975]
    assert documents["usual"]["steps"] == [1, 2]
    assert not set(ids) & set(usual)


def test_the_browser_folds_whatever_a_query_can_match(site: Path) -> None:
    texts = [block for each in DOCUMENTS for block in each.blocks]
    texts += ["LINE", "らいん", "ライン", "協会", "きょうかい", "キョウカイ", "（社）協会", "Ассо"]
    characters = {character for text in texts for character in fold_for_search(text)}
    # In usual form 𠮟る is 叱る, and （社）協会 is 社団法人協会.
    characters |= set("叱社団法人")
    written = read(site / "search/folding.json")
    assert written.pop("usual") == {
        "kanji": "会會 回囘 広廣 叱𠮟 実實 線綫 団團 聴聽 部郶",
        "forms": [["(資)", "合資会社", "\U0010ff03"], ["(社)", "社団法人", "\U0010ff09"]],
    }
    assert written == json.loads(json.dumps(folding_table(characters)))
    assert folding_table(characters) != folding_table(characters - {"ョ"})


def test_an_undamaged_index_is_believed(site: Path) -> None:
    """975 and 977 say 𠮟る, and stand in the index as saying 叱る as well."""
    assert sorted(each.number for each in check(site).values()) == [975, 975, 976, 977, 977]


def test_an_altered_usual_form_is_noticed(site: Path) -> None:
    rooms = read(site / "search/documents.json")["rooms"]
    alter(site, "977/usual", lambda _: encode(((), (), ("呵る",)), rooms))
    with pytest.raises(SearchError, match=r"諮問第977号の文字が.*索引「呵る」、文書「メールsos <&> -叱る」"):
        check(site)


def test_a_missing_usual_form_is_noticed(site: Path) -> None:
    documents = read(site / "search/documents.json")
    of_977 = documents["ids"]["prefix"] + documents["usual"]["rests"].split(" ")[0]
    (site / f"pagefind/fragment/{of_977}.pf_fragment").unlink()
    with pytest.raises(SearchError, match=of_977):
        check(site)


def test_an_altered_character_is_noticed(site: Path) -> None:
    altered = with_blocks(DOCUMENTS[1], "審議資料Ｎｏ．２", " ", "が", "か")
    with pytest.raises(SearchError, match="諮問第976号の文字が公開する文書と違います。索引「が」、文書「か」"):
        check(site, (DOCUMENTS[0], altered, DOCUMENTS[2]))


def test_a_missing_block_is_noticed(site: Path) -> None:
    *_, body = DOCUMENTS[1].sections
    with pytest.raises(SearchError, match="諮問第976号の段落と名前は、あわせて5個です。公開する文書では6個です"):
        check(site, (DOCUMENTS[0], with_blocks(DOCUMENTS[1], *body.blocks, "追記"), DOCUMENTS[2]))


def test_a_block_that_ranks_elsewhere_is_noticed(site: Path) -> None:
    moved = replace(DOCUMENTS[1], headline=DOCUMENTS[1].headline[:1])
    with pytest.raises(SearchError, match="諮問第976号の題名、名前、本文の区切りが、公開する文書と違います"):
        check(site, (DOCUMENTS[0], moved, DOCUMENTS[2]))


def test_a_name_missing_from_the_index_is_noticed(site: Path) -> None:
    named = replace(DOCUMENTS[1], names=("審議資料",))
    with pytest.raises(SearchError, match="諮問第976号"):
        check(site, (DOCUMENTS[0], named, DOCUMENTS[2]))


@pytest.mark.parametrize("name", ["Zoom", "アカウント１", TITLE[-1] + "審議"])
def test_a_name_that_is_none_of_the_documents_words_is_noticed(tmp_path: Path, name: str) -> None:
    named = replace(DOCUMENTS[0], names=("ＬＩＮＥ", name))
    with pytest.raises(SearchError, match=f"言葉「{name}」は、諮問第975号の文書にありません"):
        build_index(SearchMaterial((named, *DOCUMENTS[1:])), OutputFolder(tmp_path), BREAKER)


def test_a_headline_that_is_none_of_the_documents_words_is_noticed(tmp_path: Path) -> None:
    headed = replace(DOCUMENTS[0], headline=("見出し",))
    with pytest.raises(SearchError, match="言葉「見出し」は、諮問第975号の文書にありません"):
        build_index(SearchMaterial((headed, *DOCUMENTS[1:])), OutputFolder(tmp_path), BREAKER)


@pytest.mark.parametrize("place", [0, 60, -1])
def test_a_missing_token_is_noticed(site: Path, place: int) -> None:
    def without_it(content: str) -> str:
        tokens = content.split()
        del tokens[place]
        return " ".join(tokens)

    alter(site, 975, without_it)
    with pytest.raises(SearchError, match="諮問第975号の部分が壊れています"):
        check(site)


def test_a_foreign_token_is_noticed(site: Path) -> None:
    alter(site, 976, lambda content: f"{content} 002p002q -")
    with pytest.raises(SearchError, match="諮問第976号の部分が壊れています"):
        check(site)


def test_tokens_of_another_document_are_noticed(site: Path) -> None:
    rooms = read(site / "search/documents.json")["rooms"]
    alter(site, 976, lambda _: encode(areas_of(DOCUMENTS[2]), rooms))
    with pytest.raises(SearchError, match="諮問第976号の段落と名前は、あわせて8個です。公開する文書では5個です"):
        check(site)


def test_a_missing_document_is_noticed(site: Path) -> None:
    with pytest.raises(SearchError, match="検索の索引に諮問第978号、諮問第979号がありません"):
        check(site, (*DOCUMENTS, document(978), document(979)))


def test_a_document_that_is_not_published_is_noticed(site: Path) -> None:
    with pytest.raises(SearchError, match="公開していないページ「consultations/976/」"):
        check(site, (DOCUMENTS[0], DOCUMENTS[2]))


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"text", id="not compressed"),
        pytest.param(gzip.compress(b"pagefind_dcd{")[:-9], id="cut off"),
        pytest.param(gzip.compress(b"pagefind_dcd{"), id="no whole JSON"),
        pytest.param(gzip.compress(b"pagefind_dcd[]"), id="another JSON"),
        pytest.param(gzip.compress(b'pagefind_dcd{"url":"/consultations/975/","content":null}'), id="no content"),
        pytest.param(gzip.compress(b'pagefind_dcd{"url":975,"content":""}'), id="an address of another kind"),
        pytest.param(gzip.compress(b'pagefind_dcd{"url":"/consultations/975/"}'), id="no content"),
    ],
)
def test_a_damaged_file_is_noticed(site: Path, damage: bytes) -> None:
    for pattern in ("fragment/*", "index/*", "*.pf_meta"):
        file = min(site.glob(f"pagefind/{pattern}"))
        whole = file.read_bytes()
        file.write_bytes(damage)
        with pytest.raises(SearchError, match=file.name):
            check(site)
        file.write_bytes(whole)
    check(site)


@pytest.mark.parametrize("pattern", ["fragment/*", "index/*", "*.pf_meta", "*.js", "wasm*"])
def test_a_missing_file_is_noticed(site: Path, pattern: str) -> None:
    min(site.glob(f"pagefind/{pattern}")).unlink()
    with pytest.raises(SearchError):
        check(site)


@pytest.mark.parametrize("name", ["fragment/ja_0000000.pf_fragment", "index/ja_0000000.pf_index", "memo.txt"])
def test_a_file_that_belongs_to_nothing_is_noticed(site: Path, name: str) -> None:
    (site / "pagefind" / name).write_bytes(b"")
    with pytest.raises(SearchError, match=f"目録にないファイル {name}"):
        check(site)


@pytest.mark.parametrize("name", ["pagefind.js", "pagefind-worker.js", "wasm.unknown.pagefind"])
def test_an_engine_that_is_not_the_pinned_packages_is_noticed(site: Path, name: str) -> None:
    file = site / "pagefind" / name
    file.write_bytes(file.read_bytes() + b"\n")
    with pytest.raises(SearchError, match=f"{name} が、pagefind-bin のものと違います"):
        check(site)


def alter_word(site: Path, change: Callable[[list[Any]], None]) -> None:
    """Change what the index says of where a word stands."""
    file = min(site.glob("pagefind/index/*"))
    (words,) = cbor2.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))
    change(words[0][1])
    file.write_bytes(gzip.compress(b"pagefind_dcd" + cbor2.dumps([words])))


def test_a_word_that_is_found_elsewhere_is_noticed(site: Path) -> None:
    def elsewhere(pages: list[Any]) -> None:
        pages[0][1][-1] += 1

    alter_word(site, elsewhere)
    with pytest.raises(SearchError, match=r"検索の索引で、諮問第\d+号の言葉の並びが、公開する文書と違います"):
        check(site)


def test_a_word_that_is_not_found_is_noticed(site: Path) -> None:
    alter_word(site, lambda pages: pages.pop())
    with pytest.raises(SearchError, match=r"検索の索引で、諮問第\d+号の言葉の並びが、公開する文書と違います"):
        check(site)


def test_an_index_of_nothing_is_none(tmp_path: Path) -> None:
    with pytest.raises(SearchError, match=r"目録（\.pf_meta）が0個あります"):
        build_index(SearchMaterial(()), OutputFolder(tmp_path), BREAKER)


def test_a_missing_pagefind_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: tmp_path / "missing")
    with pytest.raises(SearchError, match="pagefind-bin を入れ直してください"):
        build_index(MATERIAL, OutputFolder(tmp_path), BREAKER)


def replace_pagefind(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Let ``script`` be what is run for Pagefind."""
    program = folder / "pagefind"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: program)


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands for the program")
@pytest.mark.parametrize("script", ["exit 0", "echo; kill -9 $$", "cat", "exit 3", "echo e30=,"])
def test_a_pagefind_that_does_not_do_its_work_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    replace_pagefind(tmp_path, monkeypatch, script)
    with pytest.raises(SearchError, match="検索の"):
        build_index(MATERIAL, OutputFolder(tmp_path), BREAKER)


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands for the program")
def test_a_failure_of_pagefind_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = base64.b64encode(b'{"message_id":1,"payload":{"type":"Error","message":"no room"}}').decode()
    replace_pagefind(tmp_path, monkeypatch, f"exec 3<&0; printf '{answer},'; exec sleep 500")
    with pytest.raises(SearchError, match=r"検索の索引を作れませんでした(?s:.)*no room"):
        list(run_pagefind({"consultations/1/": "0014"}))


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands for the program")
def test_a_pagefind_that_hangs_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace_pagefind(tmp_path, monkeypatch, "exec sleep 500")
    with pytest.raises(SearchError, match="1秒たっても終わらない"):
        list(run_pagefind({"consultations/1/": "0014"}, seconds=1))


def test_the_environment_of_the_build_is_none_of_pagefinds_affair(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGEFIND_EXCLUDE_SELECTORS", "body")
    monkeypatch.setenv("pagefind_root_selector", "main")
    assert build_index(MATERIAL, OutputFolder(tmp_path), BREAKER) == len(DOCUMENTS)
