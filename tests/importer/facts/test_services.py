"""Registered names that a document only speaks of."""

import pytest

from generator.importer.facts.services import add_services
from generator.model.consultation import Counterparty, Section
from generator.model.outline import outline
from generator.model.vocabulary import Role
from tests.importer.facts.cases import NAMES
from tests.importer.facts.consulting import consultation, section


def read(*sections: Section, subtitle: str | None = None) -> list[str]:
    whole = consultation(*sections, subtitle=subtitle)
    found, doubts = add_services(whole, outline(whole), NAMES)
    said = [
        f"{index}: {party.name}, {party.role}"
        for index, each in enumerate(found.sections)
        for party in each.counterparties
    ]
    return [*said, *(f"{doubt.path[1]}? {doubt.message[: doubt.message.index('」') + 1]}" for doubt in doubts)]


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("ＬＩＮＥを活用した広聴業務", "LINE, 利用サービス"),
        ("ＬＩＮＥのアカウントを利用して", "LINE, 利用サービス"),
        ("「飲みきるミカタ」を活用し", "飲みきるミカタ, 利用サービス"),
        ("ＺＯＯＭ等オンラインによる支援", "Zoom, 例示"),
        ("ＬＩＮＥ相談事業", "LINE, 連絡経路"),
        ("ＬＩＮＥによる相談", "LINE, 連絡経路"),
    ],
)
def test_the_words_after_a_name_show_its_role(words: str, role: str) -> None:
    assert read(section("１ 理由", words)) == [f"0: {role}"]


def test_a_name_whose_role_nothing_shows_is_told_and_not_written() -> None:
    assert read(section("１ 理由", "ＬＩＮＥは普及している。")) == ["0? 「LINE」"]


@pytest.mark.parametrize(
    "words",
    [
        "ＺＯＯＭ等は利用しない。",
        "ＺＯＯＭ等は、利用できない。",
        "ＬＩＮＥによる相談は受け付けず、電話で受け付ける。",
        "ＬＩＮＥ等によらない方法",
        "ＬＩＮＥの利用を除く。",
    ],
)
def test_a_clause_that_denies_shows_no_role(words: str) -> None:
    assert [each[:3] for each in read(section("１ 理由", words))] == ["0? "]


def test_a_clause_that_denies_something_else_does_not_matter() -> None:
    assert read(section("１ 理由", "ＬＩＮＥを活用し、電話は利用しない。")) == ["0: LINE, 利用サービス"]


def test_a_name_is_written_once_where_it_comes_first() -> None:
    assert read(section("１", "普及"), section("２", "ＬＩＮＥを使う。"), section("３", "ＬＩＮＥを活用する。")) == [
        "1: LINE, 利用サービス"
    ]


def test_a_party_is_no_service_beside() -> None:
    party = Section(heading="２ 相手方", counterparties=(Counterparty(name="LINE", role=Role.CONNECTED_PARTY),))
    assert read(section("１ 理由", "ＬＩＮＥを活用する。"), party) == ["1: LINE, 回線結合の相手方"]


def test_the_subtitle_may_show_the_role() -> None:
    found = read(section("１ 理由", "ＬＩＮＥは普及している。"), subtitle="ＬＩＮＥを活用した業務")
    assert found == ["0: LINE, 利用サービス"]
