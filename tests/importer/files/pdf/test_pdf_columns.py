"""What stands side by side without lines: a table's rows stay together, columns of text follow each other."""

from collections.abc import Callable, Iterable, Sequence

import pytest

from generator.importer.files.reading import Line, Reading
from tests.importer.setting import Look

ReadHtml = Callable[..., Reading]

AROUND = (
    "<p>窓口の待ち時間を短くするため、受付の業務を外部に委託する。申請の件数が増え、夜間も職員が対応しているが、"
    "人員の確保が難しくなっている。</p>"
)
SENTENCE = "<p>受付の業務を外部に委託し、窓口の待ち時間を短くする。申請の件数は年々増えている。</p>"
YEARS = "平成３０年度", "令和元年度", "令和２年度", "令和３年度", "令和４年度", "令和５年度"
LABELS = "住民異動", "印鑑登録", "戸籍届出", "国民健康保険", "児童手当", "転出証明"


def table(left: Sequence[str], right: Iterable[str], style: str = "") -> str:
    rows = "".join(f"<tr><td>{one}</td><td>{other}</td></tr>" for one, other in zip(left, right, strict=True))
    return f"<table style='width: 100%; {style}'>{rows}</table>"


def read(read_html: ReadHtml, middle: str, look: Look | None = None) -> tuple[list[str], list[str]]:
    """Return the lines of ``middle``, set between two paragraphs, and what is noted of them."""
    look = look or Look(style="td { border: 0 }")
    reading = read_html(AROUND + middle + AROUND, look)
    lines = ["".join(block.text.split()) for block in reading.blocks if isinstance(block, Line)]
    assert len(lines) == len(reading.blocks)
    start = next(at for at, line in enumerate(lines) if line.endswith("難しくなっている。")) + 1
    end = next(at for at in range(start, len(lines)) if lines[at].startswith("窓口の待ち時間を短くするため、"))
    return lines[start:end], [note.message for note in reading.notes]


@pytest.mark.parametrize(
    "values",
    [
        [f"１，２０{at}件" for at in range(6)],
        [f"約{at}0,000人" for at in range(1, 7)],
        [f"{at}０％" for at in range(1, 7)],
        ["○", "○", "×", "－", "○", "なし"],
    ],
)
@pytest.mark.parametrize("left", [YEARS, [f"{label}の申請及び届出の受付" for label in LABELS]])
def test_values_stay_beside_what_they_are_of(left: Sequence[str], values: list[str], read_html: ReadHtml) -> None:
    lines, notes = read(read_html, table(left, values))
    assert lines == [f"{label}{value}" for label, value in zip(left, values, strict=True)]
    assert notes == []


def test_so_they_do_below_a_heading_of_their_own(read_html: ReadHtml) -> None:
    values = ["件数（見込み）", *(f"約１，２０{at}件" for at in range(6))]
    lines, notes = read(read_html, table(["年度", *YEARS], values))
    assert lines == [f"{label}{value}" for label, value in zip(["年度", *YEARS], values, strict=True)]
    assert notes == []


def test_cells_of_several_lines_beside_short_ones_are_read_line_by_line_and_said(read_html: ReadHtml) -> None:
    long = ["受付の業務を外部に委託した年度であり、窓口の待ち時間が短くなった" * (1 + at % 2) for at in range(6)]
    lines, notes = read(read_html, table(YEARS, long, "table-layout: fixed; vertical-align: top"))
    assert "".join(sorted("".join(lines))) == "".join(sorted("".join((*YEARS, *long))))
    assert any("行ごとに読みました" in note for note in notes)
    assert not any("２段組み" in note and "左の段から" in note for note in notes)


def test_columns_of_text_follow_each_other(read_html: ReadHtml) -> None:
    lines, notes = read(read_html, f"<div style='columns: 2; column-gap: 3em'>{SENTENCE * 8}</div>")
    assert "".join(lines) == "".join(SENTENCE[3:-4] for _ in range(8))
    assert [note for note in notes if "左の段から" in note] == notes != []


def test_words_beside_words_that_may_be_either_are_a_doubt(read_html: ReadHtml) -> None:
    entries = "".join(f"<p>{label}</p>" for label in (*LABELS, "氏名", "住所", "生年月日", "性別", "続柄", "電話番号"))
    _, notes = read(read_html, f"<div style='columns: 2; column-gap: 3em'>{entries}</div>")
    assert len(notes) == 1


def test_a_table_with_lines_is_none_of_them(read_html: ReadHtml) -> None:
    assert read_html(AROUND + table(LABELS, YEARS) + AROUND, Look()).notes == ()
