"""Every document is whole. The comparison here shares no code with the generator's own."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.golden.reading import NUMBERS

SOURCE = "sources/2022-06-17.txt"
ANNEX = "【別紙】"
TO_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def source_lines(content: Path, number: int) -> list[str]:
    """The lines of one document in the source, without white space, blank lines and bare page numbers."""
    document = number - NUMBERS[0] + 1
    text = (content / SOURCE).read_text(encoding="utf-8")
    squeezed = ["".join(line.split()) for line in text.split("\n")]
    lines = [line for line in squeezed if not re.fullmatch("[0-9]{0,3}", line)]
    starts = [index for index, line in enumerate(lines) if line.startswith("審議資料Ｎｏ．")]
    assert len(starts) == len(NUMBERS)
    return lines[starts[document - 1] : [*starts, len(lines)][document]]


def said_lines(consultation: dict[str, Any]) -> list[str]:
    """The lines that a consultation's YAML says, up to its torn table."""
    day = consultation["meeting"]
    date = f"令和{day.year - 2018}年{day.month}月{day.day}日".translate(TO_FULL_WIDTH)
    document = str(consultation["document"]).translate(TO_FULL_WIDTH)
    number = str(consultation["number"]).translate(TO_FULL_WIDTH)
    block = [
        f"審議資料Ｎｏ．{document}諮問第{number}号{consultation['title']}",
        f"（{consultation['subtitle']}）{date}",
        *consultation["departments"],
    ]
    return block + [line for section in consultation["sections"] for line in said_in(section)]


def said_in(section: dict[str, Any]) -> list[str]:
    own = [section.get("heading", ""), *section.get("text", "").split("\n")]
    return own + [line for inner in section.get("sections", []) for line in said_in(inner)]


def said(content: Path, number: int) -> dict[str, Any]:
    text = (content / "consultations" / f"{number}.yml").read_text(encoding="utf-8")
    consultation: dict[str, Any] = yaml.safe_load(text)
    return consultation


def joined(lines: list[str]) -> str:
    return "".join("".join(lines).split())


@pytest.mark.parametrize("number", NUMBERS)
def test_the_file_says_what_the_source_says(content: Path, number: int) -> None:
    source = joined(source_lines(content, number))
    if ANNEX in source:
        source = source[: source.index(ANNEX)] + "【別紙】個人情報の項目一覧表"
    assert joined(said_lines(said(content, number))) == source


def test_only_one_document_has_an_annex(content: Path) -> None:
    with_annex = [number for number in NUMBERS if ANNEX in joined(source_lines(content, number))]
    assert with_annex == [978]


def test_the_torn_annex_has_just_the_lines_of_the_source(content: Path) -> None:
    lines = source_lines(content, 978)
    first = next(index for index, line in enumerate(lines) if line.startswith(ANNEX))
    assert lines[first : first + 2] == ["【別紙】個人情報の項目一覧表", "分野項目名"]
    fields, items = said(content, 978)["sections"][-1]["torn_table"]
    assert (fields["column"], items["column"]) == ("分野", "項目名")
    assert Counter(fields["cells"] + items["cells"]) == Counter(lines[first + 2 :])


def test_no_row_of_the_torn_annex_is_put_under_a_field(content: Path) -> None:
    annex = said(content, 978)["sections"][-1]
    fields, items = annex["torn_table"]
    assert fields["cells"] == ["相談・会議・世帯", "援助・保護", "里親"]
    assert len(items["cells"]) == 24
    assert all(isinstance(cell, str) for cell in items["cells"])
    assert set(annex) == {"heading", "torn_table", "items"}
    stated = {item if isinstance(item, str) else item["name"] for item in annex["items"]}
    assert not stated & set(fields["cells"])


@pytest.mark.parametrize(
    ("number", "slip"),
    [
        (976, "(以下「里親支援業務」という。)"),
        (977, "（ＺｏｏｍＶｉｄｅｏＣｏｍｍｕｎｉｃａｔｏｎｓ、Ｍｉｃｒｏｓｏｆｔ、ＣｉｓｃｏＳｙｓｔｅｍｓ）"),
        (979, "都政の構造改革１つとして"),
        (981, "「メールＳОＳネットワーク」の双方"),
        (981, "第 1 の２のとおり"),
    ],
)
def test_the_slips_of_the_documents_are_kept(content: Path, number: int, slip: str) -> None:
    assert any(slip in line for line in said_lines(said(content, number)))
