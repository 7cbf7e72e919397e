"""What a reader noticed stands in the draft at its place, and so in the check and in the review; the proof tells it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.archive.loading import load
from generator.problems import Problem, has_errors
from tests.importer.handmade import handmade, show
from tests.importer.importing import Result, import_files
from tests.importer.setting import Look, Press, page_html

Import = Callable[[bytes], Result]

HEAD = (
    "審議資料Ｎｏ．１",
    "諮問第９０１号",
    "「高齢者福祉業務」における外部委託について",
    "（見本の実施）",
    "令和４年６月１７日",
    "高齢福祉部高齢福祉課",
    "１ 外部委託する理由",
    "窓口の待ち時間を短くするため、受付の業務を委託する。",
)
NEXT = ("２ 委託先", "株式会社見本", "３ 個人情報の項目", "氏名、住所")
PICTURE = "q 500 0 0 700 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID A EI Q\n"
ALL = "すべてと一致しています"


def page(*lines: str) -> str:
    return "".join(show(text, 72, 740 - 20 * row) for row, text in enumerate(lines))


@pytest.fixture
def imported(tmp_path: Path) -> Import:
    def run(data: bytes) -> Result:
        path = tmp_path / "資料.pdf"
        path.write_bytes(data)
        return import_files(tmp_path, [path])

    return run


def written(result: Result) -> list[str]:
    """Return the lines of the draft, each without its indent."""
    text = (result.consultations / "901.yml").read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines()]


def problems(result: Result) -> tuple[Problem, ...]:
    """Return what the check finds in the consultations: the registries hold more than they use."""
    return tuple(problem for problem in load(result.content).problems if "/consultations/" in problem.file)


def below(lines: list[str], words: str) -> str:
    """Return the line that the doubt with ``words`` is about."""
    at = next(at for at, line in enumerate(lines) if line.startswith("# 要確認: ") and words in line)
    return next(line for line in lines[at:] if not line.startswith("#"))


def test_a_page_that_is_a_picture_is_doubted_between_the_sections_around_it(imported: Import) -> None:
    result = imported(handmade(page(*HEAD), PICTURE, page(*NEXT)))
    words = f"2ページ（「…{HEAD[-1][-20:]}」の後）は画像だけで、文字を読み取れません。"
    assert below(written(result), words) == "- heading: ２ 委託先"
    assert ALL not in result.said
    assert "元の文書のうち、次のものはこのファイルに入っていません:" in result.said
    assert not has_errors(problems(result))
    (told,) = [problem for problem in problems(result) if words in problem.message]
    assert told.line == next(number for number, line in enumerate(written(result), start=1) if words in line)


def test_a_picture_after_the_last_page_is_doubted_at_the_last_section(imported: Import) -> None:
    result = imported(handmade(page(*HEAD, *NEXT), PICTURE))
    assert below(written(result), "2ページ（「…氏名、住所」の後）は画像だけ") == "text: 氏名、住所"
    assert ALL not in result.said


def test_a_picture_between_two_consultations_belongs_to_the_first(imported: Import) -> None:
    second = [line.replace("９０１", "９０２").replace("Ｎｏ．１", "Ｎｏ．２") for line in HEAD]
    result = imported(handmade(page(*HEAD, *NEXT), PICTURE, page(*second, *NEXT)))
    assert below(written(result), "2ページ（") == "text: 氏名、住所"
    assert result.said.count(ALL) == 1
    assert "画像だけ" not in (result.consultations / "902.yml").read_text(encoding="utf-8")


def test_a_picture_before_the_first_page_is_doubted_at_the_beginning(imported: Import) -> None:
    lines = written(imported(handmade(PICTURE, page(*HEAD, *NEXT))))
    assert below(lines, "1ページは画像だけ") == "document: 1"


def test_what_cannot_be_read_is_doubted_at_its_line(imported: Import) -> None:
    result = imported(handmade(page(*HEAD, *NEXT), names={"式": "\ue000"}))
    lines = written(result)
    assert below(lines, "この文字はPDFから読み取れません") == "text: 株〓会社見本"
    assert not any(line.removeprefix("# ").startswith("- name: ") and "〓" in line for line in lines)
    assert ALL not in result.said


def test_a_whole_document_says_so(imported: Import) -> None:
    result = imported(handmade(page(*HEAD, *NEXT)))
    assert ALL in result.said
    assert "原本" not in "\n".join(written(result))


def test_furigana_and_struck_out_words_carry_no_facts(tmp_path: Path, pdf_press: Press) -> None:
    html = "".join(f"<p>{line}</p>" for line in (*HEAD, "２ 個人情報の項目"))
    html += "<p><ruby>氏名<rt>しめい</rt></ruby>、<s>住所、</s>電話番号</p>"
    result = import_files(tmp_path, [pdf_press.set(page_html(html, Look()))])
    lines = written(result)
    assert below(lines, "「しめい」は、ふりがな") == below(lines, "「住所、」は、取消線で消された文字")
    assert below(lines, "「しめい」は、ふりがな") == "text: 氏名、電話番号"
    assert lines[lines.index("items:") + 1 :] == ["- 氏名", "- 電話番号"]


def test_a_mended_look_alike_is_the_documents_character(tmp_path: Path) -> None:
    path = tmp_path / "資料.txt"
    path.write_text("\n\n".join((*HEAD, "２ 委託先", "⻄東京の区⺠")), encoding="utf-8")
    result = import_files(tmp_path, [path])
    lines = written(result)
    words = "見た目は同じでも別の文字があります（⻄→西、⺠→民）。"
    assert below(lines, words) == "text: ⻄東京の区⺠"
    file = result.consultations / "901.yml"
    text = file.read_text(encoding="utf-8")
    for mended in ("西東京の区民", "西東京の区⺠"):
        file.write_text(text.replace("⻄東京の区⺠", mended), encoding="utf-8")
        assert not has_errors(problems(result))
    file.write_text(text.replace("⻄東京の区⺠", "南東京の区民"), encoding="utf-8")
    assert has_errors(problems(result))


def test_a_file_that_goes_on_with_another_is_doubted_where_it_begins(tmp_path: Path) -> None:
    first, second = tmp_path / "本文.txt", tmp_path / "別紙.txt"
    first.write_text("\n\n".join((*HEAD, *NEXT)), encoding="utf-8")
    second.write_text("【別紙】\n\n１ 一覧\n\n氏名\n", encoding="utf-8")
    lines = written(import_files(tmp_path, [first, second]))
    assert below(lines, "別紙.txt には「諮問第…号」の行がないので、諮問第901号の続き") == "- heading: 【別紙】"


def test_a_character_that_could_not_be_read_may_be_filled_in(imported: Import) -> None:
    result = imported(handmade(page(*HEAD, *NEXT), names={"式": "\ue000"}))
    file = result.consultations / "901.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("株〓会社見本", "株式会社見本"), encoding="utf-8")
    assert not has_errors(problems(result))
    file.write_text(text.replace("株〓会社見本", "株式会社"), encoding="utf-8")
    assert has_errors(problems(result))


@pytest.mark.parametrize("words", ["取扱注意", "【差替え】", "審議資料Ｎｏ．１（補足）"])
def test_words_that_stand_before_the_document_on_its_page_are_doubted(tmp_path: Path, words: str) -> None:
    path = tmp_path / "資料.txt"
    path.write_text("\n\n".join(("表紙\f" + words, *HEAD[1:], *NEXT)), encoding="utf-8")
    result = import_files(tmp_path, [path])
    assert below(written(result), f"この文書の前に「{words}」とあります。") == "number: 901"
    assert ALL not in result.said
