"""Readings and slugs of names, held against the ones that people wrote into the registries."""

import re
from collections.abc import Sequence
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.archive.archive import Archive
from generator.importer.registers.name_readings import UNKNOWN_READING, NameReader, speak_article, speak_number
from generator.importer.registers.slugs import LONGEST_SLUG, make_slug, romanize
from generator.japanese.kana import is_reading
from generator.kinds.every_kind import NAME_KINDS
from generator.kinds.kind import UNDECIDED_SLUG, Entry
from generator.kinds.registered_counterparty import COUNTERPARTIES
from generator.kinds.registered_law import ARTICLES
from generator.model.article_number import ArticleNumber

SLUG: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
READER: Final = NameReader()
NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.text(
    "氏名あアＡa1１・（） 　-日々ーっん🐕", max_size=20
)


def entries(archive: Archive) -> Sequence[Entry]:
    return tuple(entry for kind in NAME_KINDS for entry in archive.names.entries(kind))


def test_nearly_every_registered_name_is_read_as_the_clerks_read_it(archive: Archive) -> None:
    registered = entries(archive)
    same = [entry for entry in registered if READER.reading_of(entry.name) == entry.reading]
    assert len(same) >= 0.95 * len(registered)


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("電話番号", "でんわばんごう"),
        ("犬の登録年月日及び登録番号", "いぬのとうろくねんがっぴおよびとうろくばんごう"),
        ("予防接種日", "よぼうせっしゅび"),
        ("ＬＩＮＥ", "らいん"),
        ("ＤＸ推進担当課", "でぃーえっくすすいしんたんとうか"),
        ("ｅＬＴＡＸ", "いーえるてぃーえーえっくす"),
        ("Ａ類", "えーるい"),
        ("ﾒｰﾙｱﾄﾞﾚｽ", "めーるあどれす"),
        ("世田谷保健所健康企画課", "せたがやほけんじょけんこうきかくか"),
        ("介護保険の要介護（支援）認定者", "かいごほけんのようかいごしえんにんていしゃ"),
        ("児童　１２人", "じどうじゅうににん"),
        ("区⺠部⼾籍住⺠課", "くみんぶこせきじゅうみんか"),
        ("※", UNKNOWN_READING),
        ("", UNKNOWN_READING),
    ],
)
def test_a_name_is_read(name: str, reading: str) -> None:
    assert READER.reading_of(name) == reading


def test_what_a_clerk_has_registered_is_read_so_within_other_names_too(archive: Archive) -> None:
    reader = NameReader.knowing(archive.names.entries(COUNTERPARTIES))
    assert READER.reading_of("Microsoftアカウント") != "まいくろそふとあかうんと"
    assert reader.reading_of("Microsoftアカウント") == "まいくろそふとあかうんと"
    assert reader.reading_of("ＭＩＣＲＯＳＯＦＴアカウント") == "まいくろそふとあかうんと"
    assert reader.reading_of("Microsofties") != "まいくろそふと"


@given(NAMES)
@example("龘")
@example("ﷺ" * 40)
@example("1" * 900)
@example("々〆ゝヷ㍻ゟ")
def test_every_name_has_a_reading_and_a_slug(name: str) -> None:
    assert is_reading(READER.reading_of(name))
    slug = make_slug(READER, name)
    assert SLUG.fullmatch(slug)
    assert len(slug) <= LONGEST_SLUG
    assert slug != UNDECIDED_SLUG


@given(NAMES)
def test_the_words_of_a_name_are_the_name(name: str) -> None:
    assert READER.words(name) == READER.words(" ".join(name.split()))


def test_the_slugs_of_most_counterparties_are_those_that_people_gave_them(archive: Archive) -> None:
    registered = archive.names.entries(COUNTERPARTIES)
    same = [entry for entry in registered if make_slug(READER, entry.name) == entry.slug]
    assert len(same) >= 0.7 * len(registered)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("介護予防・地域支援課", "kaigo-yobo-chiiki-shien-ka"),
        ("ＤＸ推進担当課", "dx-suishin-tanto-ka"),
        ("東京公認心理師協会", "tokyo-konin-shinrishi-kyokai"),
        ("児童相談所副所長", "jido-sodanjo-fuku-shocho"),
        ("管理サイト", "kanri-site"),
        ("Zoom", "zoom"),
        ("Ｃｉｓｃｏ　Ｓｙｓｔｅｍｓ", "cisco-systems"),
        ("しめい", "shimei"),
        ("1,000人の会", "1000-nin-no-kai"),
        ("（）", "yomifumei"),
        ("Ａ" * 100, "a" * LONGEST_SLUG),
    ],
)
def test_a_slug_is_in_the_registries_style(name: str, slug: str) -> None:
    assert make_slug(READER, name) == slug


def test_a_long_slug_ends_with_a_word() -> None:
    slug = make_slug(READER, "行方不明認知症高齢者等情報共有サイト運営業務委託事業者選定委員会")
    assert slug == "yukue-fumei-ninchisho-koreisha-to-joho-kyoyu-site-unei-gyomu"


def test_a_taken_slug_is_numbered() -> None:
    assert make_slug(READER, "環境省", taken={"kankyosho", "kankyosho-2"}) == "kankyosho-3"
    assert make_slug(READER, "Undecided") == "undecided-2"


def test_of_several_names_the_first_free_one_gives_the_slug() -> None:
    names = ("区民課", "砧総合支所区民課")
    assert make_slug(READER, *names) == "kumin-ka"
    assert make_slug(READER, *names, taken={"kumin-ka"}) == "kinuta-sogo-shisho-kumin-ka"
    taken = {"kumin-ka", "kinuta-sogo-shisho-kumin-ka"}
    assert make_slug(READER, *names, taken=taken) == "kinuta-sogo-shisho-kumin-ka-2"


@pytest.mark.parametrize(
    ("reading", "latin"),
    [
        ("しょうがい", "shogai"),
        ("こうほうこうちょう", "kohokocho"),
        ("おおきい", "okii"),
        ("すうじ", "suji"),
        ("けいえい", "keiei"),
        ("まっちゃ", "matcha"),
        ("せっしゅ", "sesshu"),
        ("しんばし", "shinbashi"),
        ("じゃ", "ja"),
        ("びょういん", "byoin"),
        ("うぇぶ", "webu"),
        ("ふぁいる", "fairu"),
        ("てぃー", "ti"),
        ("ちぇっく", "chekku"),
        ("ゔぃ", "vi"),
        ("あっ", "a"),
        ("っあ", "a"),
        ("ー", ""),
    ],
)
def test_hiragana_are_spelt_in_latin_letters(reading: str, latin: str) -> None:
    assert romanize(reading) == latin


@given(st.text([chr(letter) for letter in range(ord("ぁ"), ord("ゖ") + 1)] + ["ー"]))
def test_whatever_is_hiragana_can_be_spelt(reading: str) -> None:
    assert re.fullmatch("[a-z]*", romanize(reading))
    if set(reading) - set("っー"):
        assert romanize(reading)


@pytest.mark.parametrize(
    ("numeral", "reading"),
    [
        ("0", "れい"),
        ("4", "よん"),
        ("10", "じゅう"),
        ("19", "じゅうきゅう"),
        ("300", "さんびゃく"),
        ("1,600", "せんろっぴゃく"),
        ("3888", "さんぜんはっぴゃくはちじゅうはち"),
        ("20000", "にまん"),
        ("100000001", "いちおくいち"),
        ("0120", "れいいちにれい"),
        ("1.5", "いちてんご"),
        ("9" * 13, "きゅう" * 13),
    ],
)
def test_numbers_are_spoken(numeral: str, reading: str) -> None:
    assert speak_number(numeral) == reading


def test_every_registered_article_is_spoken_as_the_clerks_wrote_it(archive: Archive) -> None:
    for ordinance in archive.names.entries(ARTICLES):
        for version in ordinance.versions:
            assert [speak_article(article.name) for article in version.articles] == [
                article.reading for article in version.articles
            ]


@pytest.mark.parametrize(
    ("article", "reading"),
    [
        ("第18条の2第10項", "だいじゅうはちじょうのにだいじゅっこう"),
        ("第100条第6項第1号", "だいひゃくじょうだいろっこうだいいちごう"),
        ("第4条第3項", "だいよんじょうだいさんこう"),
    ],
)
def test_articles_are_spoken(article: str, reading: str) -> None:
    assert speak_article(ArticleNumber.parse(article)) == reading
