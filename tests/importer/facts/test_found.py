"""Facts and the doubts about them, put together and seen from above."""

from generator.importer.facts.found import Doubt, Found, each_once, gathered


def test_gathered_facts_keep_their_doubts() -> None:
    first = Found(("甲", "乙"), (Doubt((1,), "一"), Doubt((), "二")))
    second = Found(("丙",), (Doubt((0, "name"), "三"),))
    assert gathered([first, Found(), second]) == Found(
        ("甲", "乙", "丙"), (Doubt((1,), "一"), Doubt((), "二"), Doubt((2, "name"), "三"))
    )


def test_a_fact_found_again_goes_with_its_doubts() -> None:
    doubts = (Doubt((0,), "一"), Doubt((1,), "二"), Doubt((2, "role"), "三"), Doubt((), "四"))
    assert each_once(Found(("甲", "甲", "乙"), doubts)) == Found(
        ("甲", "乙"), (Doubt((0,), "一"), Doubt((1, "role"), "三"), Doubt((), "四"))
    )


def test_doubts_are_seen_from_above() -> None:
    found = Found(("甲",), (Doubt((0,), "一", held=True),))
    assert found.under("sections", 2, "items") == (Doubt(("sections", 2, "items", 0), "一", held=True),)
