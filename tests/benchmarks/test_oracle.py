import ast
from pathlib import Path

import pytest

from tests.benchmarks.corpus import CONTENT
from tests.benchmarks.folding import fold, fold_name
from tests.benchmarks.oracle import Oracle
from tests.benchmarks.reading import Registries

BENCHMARKS = Path(__file__).parent


@pytest.fixture(scope="module")
def oracle() -> Oracle:
    return Oracle(CONTENT)


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("LINE", {975, 979}),
        ("ＬＩＮＥ", {975, 979}),
        ("zoom", {976, 977}),
        ("ISO27001", {975, 979}),
        ("SOSネットワーク", {981}),
        ("理管", set()),
        ("第18条第3号", {975, 977, 979, 981, 984, 985}),
        ("第１８条 第３号", {975, 977, 979, 981, 984, 985}),
        ("management", {984}),
        ("9,000件", {975}),
        ("9000件", {975}),
        ("諮問第981号", {981}),
        ("（ＬＩＮＥを活用した広聴業務の実施）", {975}),
        ("2022年", set()),
        ("犬 LINE", set()),
    ],
)
def test_finds_what_stands_within_a_block(oracle: Oracle, query: str, numbers: set[int]) -> None:
    assert oracle.answer(query) == dict.fromkeys(numbers, False)


@pytest.mark.parametrize(
    ("query", "added"),
    [
        ("ズーム", {976, 977}),
        ("らいん", {975, 979}),
        ("ライン", {975, 979}),
        ("Cisco Systems", set()),
        ("けっかくよぼうかい", {985}),
        ("だいじゅうにじょう", {976, 978, 980, 983}),
    ],
)
def test_marks_what_only_another_name_finds(oracle: Oracle, query: str, added: set[int]) -> None:
    assert {number for number, by_name in oracle.answer(query).items() if by_name} == added


def test_finds_each_name_by_whatever_readers_call_it(oracle: Oracle) -> None:
    unsaid: list[str] = []
    for name in Registries(CONTENT).names:
        named = {document.number for document in oracle.documents if any(map(document.holds, name.spellings))}
        unsaid += [] if named else [name.spellings[0]]
        for word in name.called:
            assert named <= oracle.answer(word).keys(), word
    # 981 cites these as articles of 条例, as it calls the ordinance: no text holds their names.
    assert unsaid == [f"世田谷区個人情報保護条例{number}" for number in ("第8条第2項第6号", "第16条第1項第4号")]


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("児童 -LINE", {976, 977, 978, 981}),
        ("児童 －ＬＩＮＥ", {976, 977, 978, 981}),
        ('"氏名、住所、生年月日"', {977, 981, 983}),
        ("“氏名、住所、生年月日” -認知症", {977, 983}),
        ("-第18条第3号", {976, 978, 980, 982, 983}),
        ('-"第18条第3号" -未定', {976, 982}),
        ("ズーム -zoom", set()),
        ("ＬＩＮＥアカウント - 氏名", set()),  # a sign by itself is a word, and stands nowhere
    ],
)
def test_reads_phrases_and_words_left_out(oracle: Oracle, query: str, numbers: set[int]) -> None:
    assert set(oracle.answer(query)) == numbers


def test_chooses_by_any_value_of_a_facet_and_by_all_facets(oracle: Oracle) -> None:
    channel = {"counterparty": {"line:channel"}}
    assert set(oracle.answer("", channel)) == {979}
    assert set(oracle.answer("", {"counterparty": {"line", "zoom:example"}})) == {975, 976, 979}
    assert set(oracle.answer("", {"counterparty": {"line"}, "measure": {"outsourcing"}})) == set()
    assert set(oracle.answer("児童", {"counterparty": {"undecided:contractor"}, "article": {"12"}})) == {978}
    assert set(oracle.answer("", {"meeting": {"fy2022"}, "subject": {"dog-owners"}})) == {984}
    assert set(oracle.answer("", {"item": {"abuser"}})) == {979}  # stands within another item's parentheses
    assert set(oracle.answer("", {"department": {"kaigo-hoken-ka"}})) == {982}


def test_counts_what_a_facet_would_leave_beside_the_others(oracle: Oracle) -> None:
    selection = {"measure": {"connection"}, "counterparty": {"line"}}
    assert oracle.counts("", selection, "measure") == {"connection": 2}
    assert oracle.counts("", selection, "counterparty")["kankyosho"] == 1
    assert "undecided" not in oracle.counts("", selection, "counterparty")
    assert oracle.counts("", {}, "meeting") == {"2022-06-17": 11, "fy2022": 11}
    assert oracle.counts("ズーム", {}, "article") == {"12": 1, "18-3": 1}
    # Where the ward's own sections stand on both sides there is no counterparty.
    assert oracle.counts("", {"measure": {"other-purpose"}}, "counterparty") == {}


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ＬＩＮＥ　アカウント", "lineアカウント"),
        ("Ｓｅｃｕｒｉｔｙ  Ａｎｄ", "security and"),
        ("メールＳОＳ", "メールsos"),
        ("Ｗ−1 – ２", "w-1 - 2"),
        ("約１，６８０，０００件、1,23 1,2345", "約1680000件、1、23 1、2345"),
        ("⻑い⼾‧⻄口，Ｚｏｏｍ, LINE．", "長い戸・西口、zoom、line。"),
        ("ｶﾞｲﾄﾞ", "ガイド"),
        ("  令 和 ４ 年  ", "令和4年"),
    ],
)
def test_folds_what_a_reader_takes_for_one(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_folds_names_in_either_kana() -> None:
    assert fold_name("ライン") == fold_name("らいん") != fold("ライン")
    assert fold_name("ヴー・ヶ") == "ゔー・ゖ"


def test_oracle_and_corpus_share_no_code_with_the_generator() -> None:
    seen: set[str] = set()
    waiting = ["oracle", "corpus"]
    while waiting:
        module = waiting.pop()
        if module in seen:
            continue
        seen.add(module)
        names = _imported(BENCHMARKS / f"{module}.py")
        assert not [name for name in names if name.split(".")[0] == "generator"], module
        assert not [name for name in names if name.startswith("tests.") and not name.startswith("tests.benchmarks.")]
        waiting += [name.removeprefix("tests.benchmarks.") for name in names if name.startswith("tests.benchmarks.")]
    assert {"reading", "folding", "asking", "drafting", "facts", "printing", "vocabulary", "wording"} <= seen


def _imported(file: Path) -> list[str]:
    nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    plain = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    relative = [node for node in nodes if isinstance(node, ast.ImportFrom) and node.level > 0]
    assert not relative, file
    return [*plain, *(node.module or "" for node in nodes if isinstance(node, ast.ImportFrom))]
