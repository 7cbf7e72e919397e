"""What an import makes of articles: of the law their document means, of none where that is not sure."""

from pathlib import Path
from typing import Final

import pytest

from generator.archive.loading import load
from tests.importer.importing import empty_archive, import_into

PAPER: Final = """\
審議資料Ｎｏ．１
諮問第１３０１号
「窓口業務」における外部委託に伴う個人情報の保護措置について
{day}
政策経営部広報広聴課

《諮問の理由及び趣旨》
本件は、外部委託するものであり、{words}
１　外部委託する理由
窓口を増やすため。
２　委託先
未定
３　個人情報の項目
氏名
４　委託期間
{day}から
"""
RULE: Final = "世田谷区個人情報の保護に関する法律施行条例"
IN_2022: Final = "令和４年６月１７日"
IN_2024: Final = "令和６年６月１４日"


def drafted(tmp_path: Path, day: str, words: str) -> str:
    paper = tmp_path / "paper.txt"
    paper.write_text(PAPER.format(day=day, words=words), encoding="utf-8")
    content = empty_archive(tmp_path)
    import_into(content, paper)
    return (content / "consultations" / "1301.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words",
    [
        "世田谷区個人情報保護条例第１２条の規定に基づき諮問する。",
        "世田谷区個人情報保護条例（以下「条例」という。）に基づくものであり、条例第１２条の規定に基づき諮問する。",
        "条例第１２条の規定に基づき諮問する。",
    ],
)
def test_the_ordinance_of_the_day_is_cited(tmp_path: Path, words: str) -> None:
    text = drafted(tmp_path, IN_2022, words)
    assert "\n    articles:\n      - 世田谷区個人情報保護条例第12条\n" in text
    assert "要確認" not in text


@pytest.mark.parametrize(
    ("day", "words", "held"),
    [
        (IN_2022, "世田谷区情報公開条例第１２条の規定に基づき諮問する。", "世田谷区情報公開条例第12条"),
        (
            IN_2024,
            f"個人情報の保護に関する法律（以下「法」という。）及び{RULE}（以下「施行条例」という。）第１２条の規定に基づき諮問する。",
            f"{RULE}第12条",
        ),
        # By then the ordinance of this title is another.
        (IN_2024, "世田谷区個人情報保護条例第１２条の規定に基づき諮問する。", "世田谷区個人情報保護条例第12条"),
    ],
)
def test_an_article_of_a_law_that_is_not_registered_waits_for_it(
    tmp_path: Path, day: str, words: str, held: str
) -> None:
    text = drafted(tmp_path, day, words)
    assert f"    # articles:\n    #   - {held}\n" in text
    assert "\n    articles:" not in text


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (IN_2022, "条例第１２条の規定に基づき諮問する。世田谷区情報公開条例も参照した。"),
        (IN_2022, "情報公開条例及び法による。法第１２条の規定に基づき諮問する。"),
        (IN_2022, "本条例第１２条の規定に基づき諮問する。"),
        # No ordinance that is registered applies any more.
        (IN_2024, "条例第１２条の規定に基づき諮問する。"),
    ],
)
def test_an_article_of_nobody_knows_which_law_is_a_doubt_and_no_fact(tmp_path: Path, day: str, words: str) -> None:
    text = drafted(tmp_path, day, words)
    assert "が、どの条例・法律の条項か決まりません。" in text
    assert "articles:" not in text


@pytest.mark.parametrize(
    "words",
    [
        "狛江市の個人情報保護条例第１２条の規定に基づき諮問する。",
        "改正後の個人情報保護条例第１２条の規定に基づき諮問する。",
        "旧条例第１２条の規定に基づき諮問する。",
        "世田谷区情報公開\n条例第１２条の規定に基づき諮問する。",
        "条例第１２条の規定に基づき諮問する。世田谷区情報公開条例（以下「条例」という。）も参照した。",
        "条例第１２条から第１４条までの規定に基づき諮問する。",
        "条例第１２条各号の規定に基づき諮問する。",
    ],
)
def test_what_may_be_another_place_of_another_law_is_no_fact(tmp_path: Path, words: str) -> None:
    text = drafted(tmp_path, IN_2022, words)
    assert "要確認" in text
    assert "\n    articles:" not in text


@pytest.mark.parametrize(
    "words",
    [
        "条例第１２条から第１４条までの規定に基づき諮問する。",
        "条例第１８条第３号の２及び条例第１２条の規定に基づき諮問する。",
        "法第１２条各号及び条例第１２条の規定に基づき諮問する。",
        "条例第１２条及び附則第３条の規定に基づき諮問する。",
        "別表第１及び条例第１２条の規定に基づき諮問する。",
        "第１２条の規定に基づき諮問する。",
        "条例１２条の規定に基づき諮問する。",
        "条例第１２条に定めがある。同条第３項の規定に基づき諮問する。",
    ],
)
def test_a_ground_that_is_not_read_whole_is_a_doubt(tmp_path: Path, words: str) -> None:
    assert "根拠の条項をすべては読み取れませんでした。" in drafted(tmp_path, IN_2022, words)


def test_numerals_in_kanji_are_read(tmp_path: Path) -> None:
    text = drafted(tmp_path, IN_2022, "条例第十二条及び第十八条第三号の規定に基づき諮問する。")
    assert (
        "\n    articles:\n      - 世田谷区個人情報保護条例第12条\n      - 世田谷区個人情報保護条例第18条第3号\n" in text
    )
    assert "要確認" not in text


def test_a_law_called_nearly_as_one_that_is_registered_is_not_proposed_anew(tmp_path: Path) -> None:
    text = drafted(tmp_path, IN_2022, "区個人情報保護条例第１２条の規定に基づき諮問する。")
    assert "「世田谷区個人情報保護条例」のことなら" in text
    assert "\n    articles:" not in text


def test_what_is_registered_for_a_new_law_is_published_under_it(tmp_path: Path) -> None:
    paper = tmp_path / "paper.txt"
    words = "世田谷区情報公開条例第１２条の規定に基づき諮問する。"
    paper.write_text(PAPER.format(day=IN_2022, words=words), encoding="utf-8")
    content = empty_archive(tmp_path)
    import_into(content, "--register", paper)
    archive = load(content).archive
    assert archive is not None
    [cited] = [each.citation for each in archive.cited_articles]
    assert cited.text == "世田谷区情報公開条例第12条"
