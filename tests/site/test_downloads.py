"""What readers can fetch says what was read of the content, and nothing that stands beside it."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.loading import load
from generator.kinds.every_kind import KINDS
from generator.site.downloads import UnfaithfulError, list_downloads
from generator.store.files import read_data, registry_text, shape_of
from generator.store.schema import schema_text
from tests.publishing import ROOT

MEMO = "担当者メモ 内線1234"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The content of the repository."""
    return shutil.copytree(ROOT / "content", tmp_path / "content")


def published(content: Path) -> dict[str, str]:
    loaded = load(content)
    assert not [problem for problem in loaded.problems if problem.severity == "エラー"]
    return {download.address: download.text for download in list_downloads(loaded)}


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_what_has_no_comments_is_published_as_it_lies_there(copy: Path) -> None:
    others = ("*.json", "consultations/*", "sources/*")
    files = {*(copy / kind.file for kind in KINDS), *(file for name in others for file in copy.glob(name))}
    wanted = {file.relative_to(copy).as_posix(): file.read_text(encoding="utf-8") for file in files}
    assert published(copy) == wanted


COMMENTS = {
    "above": ("number: 975\n", f"# {MEMO}\nnumber: 975\n"),
    "behind a value": ("number: 975\n", f"number: 975 # {MEMO}\n"),
    "a question": ("number: 975\n", f"# 要確認: {MEMO}\nnumber: 975\n"),
    "behind a key": ("departments:\n", f"departments:   # {MEMO}\n"),
    "between entries": ("  - 政策経営部広報広聴課\n", f"  - 政策経営部広報広聴課\n  # {MEMO}\n"),
    "behind a block's sign": ("    text: |\n", f"    text: | # {MEMO}\n"),
    "behind a quoted value": ("document: 1\n", f"document: '1' # {MEMO}\n"),
    "in the schema's line": ("consultation.schema.json\n", f"consultation.schema.json {MEMO}\n"),
    "a fact held back": ("measures:\n", f"# - {MEMO}\nmeasures:\n"),
    "after the end": ("number: 975\n", f"number: 975\n\n\n    # {MEMO}\n\n"),
}


@pytest.mark.parametrize("place", COMMENTS)
def test_no_comment_of_a_consultation_is_published(place: str, copy: Path) -> None:
    file = copy / "consultations/975.yml"
    before = published(copy)
    old, new = COMMENTS[place]
    text = file.read_text(encoding="utf-8")
    if old not in text:
        old, new = "number: 975\n", new.replace(old, "number: 975\n")
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert load(copy).archive is not None
    assert published(copy) == before


def test_a_comment_at_the_end_of_a_file_is_not_published(copy: Path) -> None:
    before = published(copy)
    for file in (*(copy / kind.file for kind in KINDS), *copy.glob("consultations/*.yml")):
        with file.open("a", encoding="utf-8") as opened:
            opened.write(f"# {MEMO}\n...\n# {MEMO}\n")
    assert published(copy) == before


def test_a_hash_within_a_value_stays(copy: Path) -> None:
    edit(copy / "counterparties.yml", "slug: kankyosho\n", "slug: kankyosho\n  also_called: ['環境 #1', 環境#2]\n")
    entries = yaml.load(published(copy)["counterparties.yml"], yaml.CSafeLoader)
    assert entries[0]["also_called"] == ["環境 #1", "環境#2"]


def test_what_stands_before_the_first_document_is_not_published(copy: Path) -> None:
    before = published(copy)
    source = copy / "sources/2022-06-17.txt"
    source.write_text(f"{MEMO}\n\n" + source.read_text(encoding="utf-8"), encoding="utf-8")
    assert published(copy) == before


def test_a_paper_that_is_no_consultations_is_not_published(copy: Path) -> None:
    before = published(copy)["sources/2022-06-17.txt"]
    source = copy / "sources/2022-06-17.txt"
    text = source.read_text(encoding="utf-8")
    paper = f"審議資料Ｎｏ．９９\n\n報告事項について\n{MEMO}\n\n"
    middle = text.index(" 審議資料Ｎｏ．５")
    for number, changed in enumerate((paper + text, text[:middle] + paper + text[middle:], f"{text}\n{paper}")):
        source.write_text(changed, encoding="utf-8")
        assert MEMO not in published(copy)["sources/2022-06-17.txt"], number
        assert published(copy)["sources/2022-06-17.txt"].split() == before.split()


@pytest.mark.parametrize("rewrite", ["\r\n", "\r"])
def test_a_source_is_the_same_whatever_its_line_ends(rewrite: str, copy: Path) -> None:
    before = published(copy)
    for file in (*copy.glob("sources/*"), *copy.glob("*/*.yml"), *(copy / kind.file for kind in KINDS)):
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", rewrite.encode()))
    assert published(copy) == before


def test_a_source_of_no_consultation_is_not_published(copy: Path) -> None:
    (copy / "sources/2023-01-01.txt").write_text(MEMO, encoding="utf-8")
    assert "sources/2023-01-01.txt" not in {download.address for download in list_downloads(load(copy))}


def test_the_schema_is_the_programs_own(copy: Path) -> None:
    edit(copy / "consultation.schema.json", "{", '{"$comment": "' + MEMO + '",')
    assert published(copy)["consultation.schema.json"] == schema_text()
    (copy / "consultation.schema.json").unlink()
    assert "consultation.schema.json" not in published(copy)


def test_what_does_not_read_back_is_not_published(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = load(copy)
    monkeypatch.setattr("generator.site.downloads.consultation_text", lambda _value: "number: 1\n")
    with pytest.raises(UnfaithfulError, match=r"content/consultations/975\.yml の内容を"):
        list(list_downloads(loaded))


def test_a_source_that_does_not_read_back_is_not_published(copy: Path) -> None:
    loaded = load(copy)
    day = "2022-06-17"
    texts = loaded.sources.texts | {day: "\n" + loaded.sources.texts[day].replace("回線", "電線")}
    with pytest.raises(UnfaithfulError, match="2022-06-17"):
        list(list_downloads(replace(loaded, sources=replace(loaded.sources, texts=texts))))


@given(st.text(alphabet=st.sampled_from("#: '\"|>-[]{}&*!%@`\\あＡ　a1"), min_size=1, max_size=12))
def test_a_registry_reads_back_whatever_its_names_are(name: str) -> None:
    for kind in KINDS:
        text = registry_text((), kind)
        assert text == ""
    kind = next(kind for kind in KINDS if kind.file == "subjects.yml")
    entry = kind.entry(name=f"x{name}x", reading="あ", slug="a")
    stored, problems = read_data(registry_text((entry,), kind).encode(), kind.file, shape_of(kind))
    assert problems == ()
    assert stored is not None
    assert stored.value == (entry,)
