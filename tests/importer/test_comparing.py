"""An import is compared with a careful reader's opinion, as the real consultation 980 shows."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.model.consultation import Item
from tests.golden.reading import golden_facts, golden_outline
from tests.importer.altering import hand_made, with_section, written
from tests.importer.comparing import disagreements
from tests.importer.opinions import Opinion, opinion

ITEMS = (4, 0, 0)


def opinion_of_980(**changed: Any) -> Opinion:  # noqa: ANN401 - any key of an opinion
    """The golden facts of 980, in the keys of an opinion."""
    golden = golden_facts(980)
    directions = [{**flow, "names": flow["items"]} for flow in golden["flows"]]
    said = {**golden, "outline": golden_outline(980), "items": directions, **changed}
    said["counterparties"] = [{"section": "s13", "role": "委託先", "state": "未定"}]
    return opinion(said)


def test_there_is_nothing_to_say_of_the_hand_made_file(tmp_path: Path) -> None:
    assert list(disagreements(opinion_of_980(), written(tmp_path, hand_made(980)))) == []


def test_a_missing_and_an_invented_fact_are_told(tmp_path: Path) -> None:
    altered = with_section(hand_made(980), ITEMS, lambda old: replace(old, items=(Item("住所"),)))
    assert list(disagreements(opinion_of_980(), written(tmp_path, altered))) == [
        "missing: item s5-1-b1: 氏名 | 区から委託先へ提供",
        "invented: item s5-1-b1: 住所 | 区から委託先へ提供",
    ]


def test_an_unknown_name_has_to_be_doubted_or_held_back(tmp_path: Path) -> None:
    unknown = opinion_of_980(unknown={"items": ["氏名"]})
    assert list(disagreements(unknown, written(tmp_path, hand_made(980)))) == [
        "not doubted: item s5-1-b1: 氏名 | 区から委託先へ提供"
    ]
    assert list(disagreements(unknown, written(tmp_path, hand_made(980), "- 氏名"))) == []
    held_back = with_section(hand_made(980), ITEMS, lambda old: replace(old, items=None))
    assert list(disagreements(unknown, written(tmp_path, held_back))) == []


def test_a_document_number_that_the_text_does_not_say_has_to_be_doubted(tmp_path: Path) -> None:
    unsaid = opinion_of_980(document=None)
    assert list(disagreements(unsaid, written(tmp_path, hand_made(980)))) == ["invented: document -: 6"]
    assert list(disagreements(unsaid, written(tmp_path, hand_made(980), "document:"))) == []


def test_sections_are_compared(tmp_path: Path) -> None:
    torn = with_section(hand_made(980), (0,), lambda old: replace(old, heading="１ 委託の", text=f"件名\n{old.text}"))
    told = list(
        disagreements(opinion_of_980(texts={"s1": "世田谷区スマートフォン講座実施業務委託"}), written(tmp_path, torn))
    )
    assert told[0] == "s1 is not headed １ 委託の件名 but １ 委託の"
    assert told[1].startswith("s1 does not read '世田谷区")
    altered = hand_made(980)
    without_last = replace(altered, sections=altered.sections[:-1])
    assert "no section s13: 13 委託先（参考）" in list(disagreements(opinion_of_980(), written(tmp_path, without_last)))
