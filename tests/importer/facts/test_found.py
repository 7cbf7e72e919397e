"""Facts and the doubts about them, put together and seen from above."""

from generator.importer.facts.found import DraftDoubt, Found, drop_repeats, gather


def test_gathered_facts_keep_their_doubts() -> None:
    first = Found(("甲", "乙"), (DraftDoubt((1,), "一"), DraftDoubt((), "二")))
    second = Found(("丙",), (DraftDoubt((0, "name"), "三"),))
    assert gather([first, Found(), second]) == Found(
        ("甲", "乙", "丙"), (DraftDoubt((1,), "一"), DraftDoubt((), "二"), DraftDoubt((2, "name"), "三"))
    )


def test_a_fact_found_again_goes_with_its_doubts() -> None:
    doubts = (DraftDoubt((0,), "一"), DraftDoubt((1,), "二"), DraftDoubt((2, "role"), "三"), DraftDoubt((), "四"))
    assert drop_repeats(Found(("甲", "甲", "乙"), doubts)) == Found(
        ("甲", "乙"), (DraftDoubt((0,), "一"), DraftDoubt((1, "role"), "三"), DraftDoubt((), "四"))
    )


def test_doubts_are_seen_from_above() -> None:
    doubt = DraftDoubt((0,), "一", held=True)
    assert doubt.under(("sections", 2, "items")) == DraftDoubt(("sections", 2, "items", 0), "一", held=True)
