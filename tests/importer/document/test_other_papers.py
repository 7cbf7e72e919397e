"""Which papers of a meeting are consultations, and what the others are."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.importer.document.cutting import Cut, cut
from generator.importer.files.text_file import read_text_file

TEXT = Path(__file__).parent / "cases" / "papers.yml"


@dataclass(frozen=True)
class Papers:
    """The text of some papers; the numbers of the consultations, and the other papers with the lines that tell."""

    shows: str
    text: str
    numbers: tuple[int, ...] = ()
    others: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.shows


def _papers(shows: str, text: str, numbers: Any = (), others: Any = ()) -> Papers:  # noqa: ANN401 - YAML
    return Papers(shows, text.replace("---\n", "\f"), tuple(numbers), tuple(others))


PAPERS = [_papers(**entry) for entry in yaml.safe_load(TEXT.read_text(encoding="utf-8"))]


def cut_texts(folder: Path, *texts: str) -> Cut:
    for place, text in enumerate(texts, start=1):
        (folder / f"{place}.txt").write_text(text, encoding="utf-8")
    return cut(read_text_file(folder / f"{place}.txt") for place in range(1, len(texts) + 1))


def told(found: Cut) -> tuple[str, ...]:
    kinds = (str(note).split("これは")[1].split("のようです")[0] for note in found.others)
    return tuple(f"{kind} {note.number}" for kind, note in zip(kinds, found.others, strict=True))


@pytest.mark.parametrize("papers", PAPERS, ids=str)
def test_only_consultations_become_documents(papers: Papers, tmp_path: Path) -> None:
    found = cut_texts(tmp_path, papers.text)
    assert tuple(document.number for document in found.documents) == papers.numbers
    assert told(found) == papers.others


@pytest.mark.parametrize("papers", PAPERS, ids=str)
def test_no_character_of_another_paper_is_lost(papers: Papers, tmp_path: Path) -> None:
    found = cut_texts(tmp_path, papers.text)
    kept = [text for document in found.documents for block in document.blocks for text in block.texts]
    assert Counter("".join("".join((*kept, *(left.text for left in found.left_out))).split())) == Counter(
        "".join(papers.text.split())
    )


def test_another_file_is_told_with_its_name_and_line(tmp_path: Path) -> None:
    consultation = "諮問第９０１号\n\n見本について\n\n令和４年６月１７日\n\n見本課\n\n１ 理由\n必要なため。\n"
    found = cut_texts(tmp_path, consultation, "\n第３回審議会　次第\n１　開会\n")
    assert [document.files for document in found.documents] == [("1.txt",)]
    (note,) = found.others
    assert str(note).startswith("2.txt: 2行目に「第３回審議会　次第」とあるので、これは次第のようです。")
    assert {(left.file, left.reason) for left in found.left_out} == {("2.txt", "次第（諮問ではない資料）")}
    assert found.continuations == ()


def test_where_another_paper_ends_a_consultation_its_draft_says_so(tmp_path: Path) -> None:
    papers = next(each for each in PAPERS if each.shows == "a list of members on a page after a consultation")
    (document,) = cut_texts(tmp_path, papers.text).documents
    (note,) = document.notes
    assert note.lost
    assert "「委員名簿」" in note.message


def test_where_the_words_of_an_answer_go_is_told(tmp_path: Path) -> None:
    answers = {papers.shows: str(cut_texts(tmp_path, papers.text).others[0]) for papers in PAPERS if papers.others}
    assert "decision に、原文のまま書けます" in answers["an answer by its title alone"]
    assert "decision" not in answers["minutes"]


def test_a_second_file_that_is_an_annex_goes_on_with_the_consultation(tmp_path: Path) -> None:
    consultation = "諮問第９０１号\n\n見本について\n\n令和４年６月１７日\n\n見本課\n\n１ 理由\n必要なため。\n"
    found = cut_texts(tmp_path, consultation, "別紙\n\n実績報告書\n氏名\n")
    assert [document.files for document in found.documents] == [("1.txt", "2.txt")]
    assert found.others == ()


def test_a_title_in_the_middle_of_a_consultation_is_asked_about(tmp_path: Path) -> None:
    text = (
        "諮問第９０１号\n見本について\n令和４年６月１７日\n見本課\n１ 理由\n必要なため。\n"
        "見本審議会委員名簿\n会長 見本花子\n報告第３号\n漏えいについて（報告）\n２ 項目\n議事録\n健診結果（報告）\n"
    )
    (document,) = cut_texts(tmp_path, text).documents
    assert [note.number for note in document.notes] == [7, 9, 10]
    assert "ここからは委員名簿かもしれません" in str(document.notes[0])


def test_an_answer_behind_quotation_marks_that_never_close_is_known(tmp_path: Path) -> None:
    opened = "「様式」" + "「" * 1_000
    text = f"諮問第９０１号\n見本について\n令和４年６月１７日\n見本課\n１ 理由\n{opened}次のとおり答申する。\n"
    assert "答申" in str(cut_texts(tmp_path, text).others)
