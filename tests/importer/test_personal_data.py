"""Personal data in a document that is imported: a doubt at its place, unless a person has decided before."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from generator.importer.facts.personal_doubts import doubt_personal
from generator.model.consultation import Cell, Consultation, Section, TableRow
from tests.commands import run_archive
from tests.importer.importing import empty_archive, import_into
from tests.publishing import ROOT

SOURCE = (ROOT / "content/sources/2022-06-17.txt").read_text(encoding="utf-8")
VOLUME = "約１０，０００件（年間）"
NUMBER = "０３－００００－１２３４"
EMPTY = Consultation(number=1, meeting=dt.date(2022, 6, 17), title="題名", departments=("課",), sections=())


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """984 alone, with a telephone number in it."""
    file = tmp_path / "984.txt"
    text = SOURCE[SOURCE.index("審議資料Ｎｏ．１０") : SOURCE.index("審議資料Ｎｏ．１１")]
    file.write_text(text.replace(VOLUME, f"{VOLUME} 電話{NUMBER}"), encoding="utf-8")
    return file


def doubts_about_telephones(content: Path) -> list[str]:
    lines = (content / "consultations/984.yml").read_text(encoding="utf-8").split("\n")
    return [below.strip() for above, below in pairwise(lines) if "要確認: 電話番号" in above]


def test_a_telephone_number_is_a_doubt_above_its_line(document: Path, tmp_path: Path) -> None:
    content = empty_archive(tmp_path)
    import_into(content, document)
    assert doubts_about_telephones(content) == [f"text: {VOLUME} 電話{NUMBER}"]


def test_the_report_does_not_say_the_number_itself(document: Path, tmp_path: Path) -> None:
    finished = import_into(empty_archive(tmp_path), document)
    assert "電話番号のような文字「０…４（12字）」" in finished.said
    assert NUMBER not in finished.said


def test_an_office_s_registered_contact_is_none(document: Path, tmp_path: Path) -> None:
    content = empty_archive(tmp_path)
    contact = "- name: 世田谷保健所\n  words:\n    - (03)0000-1234\n  source: 区のホームページ\n  date: 2022-06-17\n"
    (content / "contacts.yml").write_text(contact, encoding="utf-8")
    import_into(content, document)
    assert doubts_about_telephones(content) == []


def test_what_the_file_allows_is_none_in_a_new_reading(document: Path, tmp_path: Path) -> None:
    content = empty_archive(tmp_path)
    import_into(content, document)
    file = content / "consultations/984.yml"
    text = file.read_text(encoding="utf-8").split("\n")
    kept = [line for line in text if "要確認: 電話番号" not in line]
    kept.insert(kept.index("sections:"), f"allowed:\n  - words: {NUMBER}\n    reason: 架空\n    date: 2022-07-01")
    file.write_text("\n".join(kept), encoding="utf-8")
    run_archive(tmp_path, "import", str(document), "--update", answers="y\ny\n")
    assert doubts_about_telephones(content) == []


def test_among_several_paragraphs_the_doubt_stands_above_all_and_the_file_is_proven(
    document: Path, tmp_path: Path
) -> None:
    text = document.read_text(encoding="utf-8")
    document.write_text(text.replace(f" 電話{NUMBER}", f"である。\n　連絡先は電話{NUMBER}である。"), encoding="utf-8")
    content = empty_archive(tmp_path)
    finished = import_into(content, document)
    assert len(doubts_about_telephones(content)) == 1
    assert "字すべてと一致しています" in finished.said


def test_in_a_table_the_doubt_stands_above_its_cell() -> None:
    rows = (TableRow((Cell("氏名"), Cell(f"本人\n{NUMBER}"))),)
    consultation = replace(EMPTY, sections=(Section(table=rows),))
    (doubt,) = doubt_personal(consultation, ())
    assert doubt.path == ("sections", 0, "table", 0, "cells", 1)
