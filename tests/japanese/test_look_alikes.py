"""Look-alikes are mended one for one, and a text may say what is seen for each of them."""

import pytest

from generator.japanese.look_alikes import MENDED, mend_look_alikes, says_as_seen
from generator.japanese.private_use import find_private, is_private


def test_each_look_alike_is_one_character_that_is_none_itself() -> None:
    assert all(len(seen) == 1 and seen not in MENDED for seen in MENDED.values())
    assert mend_look_alikes("⺠⻑⻄⻘⼾‧") == "民長西青戸・"


@pytest.mark.parametrize(
    ("words", "text", "holds"),
    [
        ("区民の戸籍", "区⺠の⼾籍", True),
        ("区⺠の戸籍", "区⺠の⼾籍", True),
        ("区⺠の⼾籍", "区⺠の⼾籍", True),
        ("区⺠の戸籍", "区民の戸籍", False),
        ("区長の戸籍", "区⺠の⼾籍", False),
        ("区民", "区⺠の", False),
        ("山﨑", "山〓", True),
        ("山﨑", "山\ue000", True),
        ("山〓", "山﨑", False),
        ("山\ue000", "山〓", False),
    ],
)
def test_a_text_may_say_what_is_seen_and_not_the_other_way(words: str, text: str, holds: bool) -> None:  # noqa: FBT001
    assert says_as_seen(words, text) is holds


def test_what_is_of_private_use() -> None:
    assert [is_private(letter) for letter in "\ue000\uf8ff\U000f0000\U0010fffd"] == [True] * 4
    assert find_private("崎﨑豈") == ()
    assert find_private("山\ue000と\U000f0001") == (1, 3)
