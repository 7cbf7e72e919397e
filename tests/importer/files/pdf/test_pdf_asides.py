"""What stands over, under, across or through the text of a PDF and is none of it; and what only looks like that."""

from collections.abc import Callable

import pytest

from generator.importer.files.pdf.pdf_ruby import DOTS, RUBY
from generator.importer.files.pdf.pdf_struck import STRUCK
from generator.importer.files.pdf.pdf_watermark import WATERMARK
from generator.importer.files.reading import Grid, Line, Reading
from tests.importer.handmade import handmade, show

ReadBytes = Callable[[bytes], Reading]
ReadHtml = Callable[..., Reading]

REST = "<p>この先は、いつもの大きさの文字で書かれた、ふつうの段落である。</p>" * 3
BODY = "".join(show(f"{row}行目のふつうの大きさの文字", 72, 740 - 20 * row) for row in range(6))


def first_texts(reading: Reading) -> list[str]:
    texts = [text for block in reading.blocks for text in block.texts]
    return texts[: next(at for at, text in enumerate(texts) if text.startswith("この先は"))]


def asides(reading: Reading) -> list[tuple[str, int, str]]:
    return [(one.text, one.number, one.reason) for one in reading.left_out if one.doubtful]


@pytest.mark.parametrize(
    ("html", "text", "found"),
    [
        ("区の<ruby>作<rt>しもいけ</rt></ruby>成した文書", "区の作成した文書", ["しもいけ"]),
        (
            "登録<ruby>申請<rt>しんせい</rt></ruby>及び<ruby>狂犬病予防法<rt>きょうけんびょうよぼうほう</rt></ruby>の情報",
            "登録申請及び狂犬病予防法の情報",
            ["しんせい", "きょうけんびょうよぼうほう"],
        ),
        ("犬の<ruby>登<rt>とう</rt>録<rt>ろく</rt></ruby>をする", "犬の登録をする", ["とうろく"]),
        ("<ruby>登録<rt style='font-size:40%'>とうろく</rt></ruby>と", "登録と", ["とうろく"]),
        ("<ruby>登録<rt style='font-size:60%'>とうろく</rt></ruby>と", "登録と", ["とうろく"]),
        ("<span style='font-size:20pt'><ruby>登録<rt>とうろく</rt></ruby>と</span>", "登録と", ["とうろく"]),
        ("<ruby>ＬＩＮＥ<rt>ライン</rt></ruby>を使う", "ＬＩＮＥを使う", ["ライン"]),
        ("これは<em class=sesame>重要</em>である", "これは重要である", ["﹅﹅"]),
        ("これは<em class=dot>とても重要</em>である", "これはとても重要である", ["•••••"]),
        ("これは<em class=under>重要</em>である", "これは重要である", ["••"]),
    ],
)
def test_furigana_and_dots_are_left_out_of_the_line(
    html: str, text: str, found: list[str], read_html: ReadHtml
) -> None:
    style = (
        "<style>em {font-style: normal} .sesame {text-emphasis: filled sesame} .dot {text-emphasis: filled dot}"
        " .under {text-emphasis: filled dot; text-emphasis-position: under left}</style>"
    )
    reading = read_html(f"{style}<p>{html}</p>{REST}")
    assert first_texts(reading) == [text]
    reason = RUBY if found[0][0] not in "﹅•" else DOTS
    assert asides(reading) == [(each, 1, reason) for each in found]


def test_furigana_over_a_line_that_is_near_the_one_before(read_html: ReadHtml) -> None:
    line = "犬の登録をする人は、次のことに注意をしなければならない。" * 2
    reading = read_html(f"<p style='line-height: 1.1'>{line}<ruby>承<rt>うけたまわ</rt></ruby>るものとする</p>{REST}")
    assert "".join(first_texts(reading)) == f"{line}承るものとする"
    assert asides(reading) == [("うけたまわ", 2, RUBY)]


def test_furigana_in_a_cell_of_a_table(read_html: ReadHtml) -> None:
    rows = "<tr><td>１</td><td><ruby>氏名<rt>しめい</rt></ruby></td></tr><tr><td>２</td><td>住所</td></tr>"
    reading = read_html(f"<table border=1>{rows}</table>{REST}")
    grid = reading.blocks[0]
    assert isinstance(grid, Grid)
    assert grid.texts == ("１", "氏名", "２", "住所")
    assert asides(reading) == [("しめい", grid.number, RUBY)]


def test_furigana_as_large_as_the_text_that_is_set_apart_for_them(read_bytes: ReadBytes) -> None:
    # So Word sets them where nothing says their size.
    spread = show("しめい", 72, 500) + show("氏", 75, 483) + show("名", 93, 483) + show("、住所", 108, 483)
    reading = read_bytes(handmade(BODY + spread))
    assert [block.texts[0] for block in reading.blocks][6:] == ["氏名、住所"]
    assert asides(reading) == [("しめい", 7, RUBY)]


@pytest.mark.parametrize("away", [9.5, 12, 15.6])
def test_furigana_as_far_above_as_fonts_set_them(away: float, read_bytes: ReadBytes) -> None:
    line = show("犬の登録申請及び届出", 72, 480) + show("しんせい", 120, 480 + away, size=6)
    first = show("氏名、住所", 72, 440) + show("しめい", 75, 440 + away, size=6)
    reading = read_bytes(handmade(BODY + line + first))
    assert [block.texts[0] for block in reading.blocks][6:] == ["犬の登録申請及び届出", "氏名、住所"]
    assert asides(reading) == [("しんせい", 7, RUBY), ("しめい", 8, RUBY)]


def test_a_lone_kana_of_a_line_is_none(read_bytes: ReadBytes) -> None:
    # A particle between names, far from both, and by chance over a character of the next line.
    line = show("甲", 72, 500) + show("に", 120, 500) + show("乙", 168, 500)
    small = show("区", 72, 463, size=6) + show("かな", 120, 463, size=6) + show("数", 168, 463, size=6)
    reading = read_bytes(
        handmade(BODY + line + show("丙", 122, 484, size=9) + small + show("登録のある事業", 108, 451))
    )
    assert asides(reading) == []


@pytest.mark.parametrize(
    "html",
    [
        "<p>ＣＯ<sub>2</sub>、５ｍ<sup>2</sup>、区民<sup>注</sup></p>",
        "<p>区民<sup style='font-size: 50%'>あ</sup>のこと</p>",
        "<p>本文である。</p><p style='font-size: 6pt'>※かなだけではない注と、令和４年度の実績</p><p>次である。</p>",
        "<p style='font-size: 7pt; margin: 0'>おしらせ</p><p style='margin: 0; line-height: 1.3'>保健所からの通知</p>",
        "<p style='margin: 0'>おしらせ</p><p style='margin: 0; line-height: 1.2'>保健所の通知</p>",
        "<table border=1><tr><td><small>フリガナ</small></td><td>ア</td></tr><tr><td>氏名</td><td>阿</td></tr></table>",
        "<table border=1><tr><td><b style='font-size: 6pt'>フリガナ</b><br>氏名</td><td>阿</td></tr></table>",
        "<p>・氏名</p><p>・住所</p>",
    ],
)
def test_small_print_stays_text(html: str, read_html: ReadHtml) -> None:
    reading = read_html(html + REST)
    assert asides(reading) == []
    plain = "".join(part.partition(">")[2] for part in html.split("<")).replace(" ", "")
    assert sorted("".join(first_texts(reading)).replace(" ", "")) == sorted(plain)


def test_a_small_heading_stays_above_its_line(read_html: ReadHtml) -> None:
    html = "<p style='font-size: 7pt; margin: 0'>おしらせ</p><p style='margin: 0; line-height: 1.3'>保健所の通知</p>"
    assert first_texts(read_html(html + REST)) == ["おしらせ", "保健所の通知"]


@pytest.mark.parametrize("style", ["solid", "double"])
def test_struck_out_words_are_left_out_and_told_at_their_line(style: str, read_html: ReadHtml) -> None:
    html = f"<p>委託先</p><p><s style='text-decoration-style: {style}'>株式会社見本</s>株式会社例</p>"
    reading = read_html(html + REST)
    assert first_texts(reading) == ["委託先", "株式会社例"]
    assert asides(reading) == [("株式会社見本", 2, STRUCK)]


def test_a_struck_out_line_and_cell(read_html: ReadHtml) -> None:
    cells = "<table border=1><tr><td>１</td><td><s>氏名、</s>住所</td></tr><tr><td>２</td><td>年齢</td></tr></table>"
    reading = read_html(f"<p><s>この行はない。</s></p>{cells}{REST}")
    assert first_texts(reading) == ["１", "住所", "２", "年齢"]
    assert {text for text, _, _ in asides(reading)} == {"この行はない。", "氏名、"}


@pytest.mark.parametrize(
    "html",
    ["<p>氏名、<u>住所</u>と</p>", "<p><span style='text-decoration: overline'>住所</span></p>", "<hr><p>住所</p><hr>"],
)
def test_lines_beside_the_words_strike_nothing_out(html: str, read_html: ReadHtml) -> None:
    assert asides(read_html(html + REST)) == []


@pytest.mark.parametrize("turn", ["", "1 0 0 1 0 0 cm", ".9 .44 -.44 .9 250 -50 cm"])
def test_what_lies_large_over_the_text_is_told_at_its_line(turn: str, read_bytes: ReadBytes) -> None:
    reading = read_bytes(handmade(BODY + show("取扱注意", 90, 660, size=48, before=turn)))
    assert all(isinstance(block, Line) and "取" not in block.text for block in reading.blocks)
    assert [(text, reason) for text, _, reason in asides(reading)] == [("取扱注意", WATERMARK)]


def test_a_large_title_is_text(read_bytes: ReadBytes) -> None:
    reading = read_bytes(handmade(show("取扱注意", 90, 780, size=30) + BODY))
    assert reading.blocks[0].texts == ("取扱注意",)
    assert asides(reading) == []


def test_furigana_beside_text_that_runs_downwards(read_html: ReadHtml) -> None:
    words = "犬の<ruby>登録<rt>とうろく</rt></ruby>をする人は、次のことに注意をしなければならない。" * 3
    reading = read_html(f"{REST}<div style='writing-mode: vertical-rl; height: 12em'><p>{words}</p></div>")
    text = "犬の登録をする人は、次のことに注意をしなければならない。" * 3
    assert "".join(block.texts[0] for block in reading.blocks).replace(" ", "").endswith(text)
    assert [text for text, _, _ in asides(reading)] == ["とうろく"] * 3
