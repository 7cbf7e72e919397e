"""What a title asks for, and the articles that make the ward ask."""

import pytest

from generator.importer.facts import article_doubts, measures
from generator.importer.facts.measures import SPOKEN_OF, businesses_in, read_measures
from generator.importer.facts.precedents import Precedents
from generator.model.consultation import Section
from generator.model.vocabulary import MeasureType
from tests.evidence.laws import TITLE
from tests.importer.facts.cases import NAMES, in_short
from tests.importer.facts.consulting import consultation, section
from tests.publishing import ROOT

ASKED = "本件は、{words}の規定に基づき諮問する。"


NONE_BEFORE = Precedents()
THE_ELEVEN = Precedents(ROOT / "content")


def read(
    title: str, *sections: Section, subtitle: str | None = None, precedents: Precedents = NONE_BEFORE
) -> list[str]:
    asked = read_measures(consultation(*sections, title=title, subtitle=subtitle), NAMES, precedents)
    found = [
        f"{each.type}: {'、'.join(map(str, each.articles))}{f' in {each.section}' if each.section else ''}"
        for each in asked.measures
    ]
    told = zip(asked.doubts, in_short(asked.doubts, measures, article_doubts), strict=True)
    read_as = [
        *found,
        *map(str, asked.articles),
        *(f"{words} at {'/'.join(map(str, each.path))}" for each, words in told),
    ]
    return [words.replace(TITLE, "") for words in read_as]


def test_the_only_measure_has_every_article_by_which_the_ward_asks() -> None:
    aim = section("３ 諮問の趣旨", ASKED.format(words="世田谷区個人情報保護条例第１８条第３号"))
    assert read("「甲業務」における外部の電子計算機との回線結合について", aim) == ["回線結合: 第18条第3号"]


def test_an_article_that_nobody_registered_is_held_back() -> None:
    aim = section("１ 趣旨", ASKED.format(words="条例第１７条第２項"))
    title = "「甲業務」における新たな個人情報の項目の電子計算機への記録について"
    assert read(title, aim) == ["電子計算機への記録: 第17条第2項", "# unknown: 第17条第2項 at measures/0/articles/0"]


def test_articles_of_laws_and_in_other_sentences_are_not_the_grounds() -> None:
    aim = section("１ 理由", "児童福祉法第１２条第６項の規定に基づき実施する。条例第１２条を参照する。")
    assert read("外部委託について", aim) == ["外部委託: ", "no article: 外部委託 at measures/0"]


def test_each_measure_has_the_articles_of_the_sentence_that_speaks_of_it() -> None:
    aim = section(
        "《諮問の理由及び趣旨》",
        "外部に提供するものであり、条例第１６条第１項第４号の規定に基づき諮問する。\n"
        "また、回線結合を行うものであり、条例第１８条第３号の規定に基づき諮問する。",
    )
    assert read("外部提供及び回線結合について", aim, section("第１ 外部提供について"), section("第２ 回線結合")) == [
        "外部提供: 第16条第1項第4号 in p1",
        "回線結合: 第18条第3号 in p2",
    ]


@pytest.mark.parametrize(
    ("title", "doubts"),
    [
        ("「甲業務」における保有個人情報の提供及び外部委託について", ["unread measure: 提供 at title"]),
        ("「甲業務」における外部委託及び電子計算機の結合について", ["unread measure: 結合 at title"]),
        ("「情報提供及び収集業務」における外部委託について", []),
        ("「甲業務」における情報提供のための外部委託について", []),
        ("「甲業務」における外部提供、本人外収集及び目的外利用について", []),
    ],
)
def test_a_measure_in_other_words_of_the_title_is_doubted(title: str, doubts: list[str]) -> None:
    assert [words for words in read(title) if " at title" in words] == doubts


THREE = "「甲業務」における個人情報の本人外収集、外部委託及び回線結合について"
OF_THREE = section("《趣旨》", ASKED.format(words="条例第８条第２項第６号、第１２条及び第１８条第３号"))


def test_articles_of_several_measures_alike_stand_for_themselves_under_one_doubt() -> None:
    parts = (section("第１ 本人外収集"), section("第２ 外部委託"), section("第３ 回線結合"))
    assert read(THREE, OF_THREE, *parts) == [
        "本人外収集:  in p1",
        "外部委託:  in p2",
        "回線結合:  in p3",
        "第8条第2項第6号",
        "第12条",
        "第18条第3号",
        "which of them: 第8条第2項第6号、第12条、第18条第3号,  at articles",
    ]


def test_by_which_articles_the_ward_asked_before_is_a_reason_in_the_words() -> None:
    *_, doubt = read(THREE, OF_THREE, precedents=THE_ELEVEN)
    assert "「本人外収集」が第8条第2項第6号、「外部委託」が第12条、「回線結合」が第18条第3号です" in doubt


def test_where_nobody_registered_any_of_them_one_doubt_says_both() -> None:
    aim = section("《趣旨》", ASKED.format(words="条例第９１条、第９２条及び第９３条"))
    assert read(THREE, aim)[3:] == [
        "第91条",
        "第92条",
        "第93条",
        "# which of them: 第91条、第92条、第93条,  + all unknown at articles/0",
        "#  at articles/1",
        "#  at articles/2",
    ]


def test_where_one_of_them_is_registered_the_others_are_held_back() -> None:
    aim = section("《趣旨》", ASKED.format(words="条例第１２条及び第９２条"))
    assert read("外部委託及び回線結合について", aim)[2:] == [
        "第12条",
        "第92条",
        "# unknown: 第92条 at articles/1",
        "which of them: 第12条、第92条,  at articles",
    ]


def test_what_is_only_mentioned_is_no_doubt_for_the_measures_that_have_their_own() -> None:
    aim = section(
        "《趣旨》",
        "外部委託するものであり、条例第１２条の規定に基づき諮問する。\n"
        "回線結合するものであり、条例第１８条第３号の規定に基づき諮問する。\n"
        "なお、条例第１２条の規定に基づく措置を講じる。",
    )
    assert read("外部委託及び回線結合について", aim) == ["外部委託: 第12条", "回線結合: 第18条第3号"]


@pytest.mark.parametrize(
    "words",
    [
        "令和３年度第６回審議会において条例第１２条の規定に基づき諮問し、承認を得た業務を拡大する。",
        "前回は条例第１２条の規定に基づき諮問した。",
        "令和３年度に条例第１２条の規定に基づき諮問した業務を、今回諮問するものである。",
        "条例第１２条の規定に基づく措置を講じる。",
        "条例第１２条に規定する業務を、同条例第１８条の規定に基づき諮問する。",
        "回線結合を行うものであり、条例第１２条の規定に基づき諮問する。",
        "外部委託及び外部提供を行うものであり、条例第１２条の規定に基づき諮問する。",
    ],
)
def test_an_article_by_which_the_ward_asked_before_or_for_something_else_is_held_back(words: str) -> None:
    read_as = read("外部委託について", section("１ 趣旨", words))
    assert any(each.startswith("# which measure: 第12条, 外部委託") for each in read_as)


@pytest.mark.parametrize(
    "words",
    [
        "個人情報を取り扱わせるものであり、条例第１２条の規定に基づき諮問する。",
        "前回諮問した業務の件数が増えるため、条例第１２条の規定に基づき、今回諮問するものである。",
        "条例第１２条の規定により、新たな項目の追加について諮問を行う。",
        "条例第９条に規定する業務を、条例（以下「条例」という。）第１２条の規定に基づき諮問する。",
    ],
)
def test_an_article_by_which_the_ward_asks_now_is_sure(words: str) -> None:
    read_as = read("外部委託について", section("１ 趣旨", words))
    assert read_as[0].startswith("外部委託: 第12条")
    assert not any("第12条" in doubt for doubt in read_as[1:])


def test_what_a_part_asks_for_another_measure_is_not_sure_for_its_own() -> None:
    parts = (
        section("第１ 外部委託について", "回線結合を行うものであり、条例第１８条第３号の規定に基づき諮問する。"),
        section("第２ 回線結合について", ASKED.format(words="条例第１８条第３号")),
    )
    assert read("外部委託及び回線結合について", *parts) == [
        "外部委託: 第18条第3号 in p1",
        "回線結合: 第18条第3号 in p2",
        "# which measure: 第18条第3号, 外部委託 at measures/0/articles/0",
    ]


@pytest.mark.parametrize(
    "title",
    [
        "「外部委託事業者管理業務」における外部の電子計算機との回線結合について",
        "「甲業務」における回線結合（外部委託を除く。）について",
        "「甲業務」における回線結合について（外部委託以外）",
        "外部委託を伴わない回線結合について",
    ],
)
def test_the_name_of_a_business_or_an_exception_is_no_measure(title: str) -> None:
    assert [words.split(":")[0] for words in read(title)] == ["回線結合", "no article"]


def test_a_measure_may_stand_in_the_subtitle_only() -> None:
    assert read("見本について", subtitle="見本システムの外部委託")[0] == "外部委託: "


def test_a_title_without_a_measure_is_told() -> None:
    assert read("見本業務について") == ["no measure at title"]


@pytest.mark.parametrize(
    ("title", "businesses"),
    [
        ("「甲業務」及び「乙事務」における外部委託について", ("甲業務", "乙事務")),
        ("「甲業務」の「見本システム」の外部委託について", ("甲業務",)),
        ("甲業務における外部委託について", ()),
        ("「甲業務」から「甲業務」への目的外利用について", ("甲業務",)),
    ],
)
def test_businesses_are_quoted(title: str, businesses: tuple[str, ...]) -> None:
    assert businesses_in(title) == businesses


def test_sentences_may_speak_of_every_measure() -> None:
    assert set(SPOKEN_OF) == set(MeasureType)
