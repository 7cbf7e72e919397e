"""The labels that number a document."""

import pytest

from generator.model.outline import Label, LabelKind, read_label


@pytest.mark.parametrize(
    ("line", "kind", "printed", "number", "words"),
    [
        (
            "第１ 外部提供に伴う個人情報の保護措置について",
            LabelKind.PART,
            "第１",
            1,
            "外部提供に伴う個人情報の保護措置について",
        ),
        ("第 2 収集", LabelKind.PART, "第 2", 2, "収集"),
        ("第１２ 収集", LabelKind.PART, "第１２", 12, "収集"),
        ("１ 理由", LabelKind.NUMBER, "１", 1, "理由"),
        ("１　理由", LabelKind.NUMBER, "１", 1, "理由"),
        ("10 委託先の体制", LabelKind.NUMBER, "10", 10, "委託先の体制"),
        ("１３ 委託先", LabelKind.NUMBER, "１３", 13, "委託先"),
        ("１．理由", LabelKind.NUMBER, "１．", 1, "理由"),
        ("（１）項目", LabelKind.NUMBER, "（１）", 1, "項目"),
        ("(2) 件数", LabelKind.NUMBER, "(2)", 2, "件数"),
        ("（ア）細目", LabelKind.NUMBER, "（ア）", 1, "細目"),
        ("（コ）細目", LabelKind.NUMBER, "（コ）", 10, "細目"),
        ("①被虐待児童", LabelKind.NUMBER, "①", 1, "被虐待児童"),
        ("⑳最後", LabelKind.NUMBER, "⑳", 20, "最後"),
        ("・区から委託先へ提供するもの", LabelKind.BULLET, "・", 0, "区から委託先へ提供するもの"),
        ("【別紙】 一覧表", LabelKind.ANNEX, "【別紙】", 0, "一覧表"),
        ("【別紙２】 一覧表", LabelKind.ANNEX, "【別紙２】", 0, "一覧表"),
    ],
)
def test_a_label_is_read_off_a_line(line: str, kind: LabelKind, printed: str, number: int, words: str) -> None:
    assert read_label(line) == Label(kind, printed, number, words)


@pytest.mark.parametrize(
    "line",
    [
        "《事業の概要》",
        "第１の２のとおり",
        "第１８条第３号の規定に基づき",
        "２０４０年には",
        "１０件",
        "１．５倍",
        "（仮称）世田谷区緊急時バックアップセンター",
        "（ＺＯＯＭ等）",
        "（概ね３年毎に繰り返し実施する。）",
        "未定",
        "",
    ],
)
def test_words_that_only_look_numbered_carry_no_label(line: str) -> None:
    assert read_label(line) == Label(LabelKind.NONE, "", 0, line)
