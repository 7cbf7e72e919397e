"""How far two texts begin alike."""

from hypothesis import given
from hypothesis import strategies as st

from generator.japanese.fold import count_alike

TEXTS = st.text("氏名A", max_size=6)


@given(TEXTS, TEXTS)
def test_so_many_letters_are_alike_and_the_next_is_not(one: str, other: str) -> None:
    alike = count_alike(one, other)
    assert alike == count_alike(other, one) <= min(len(one), len(other))
    assert one[:alike] == other[:alike]
    assert len(one) == alike or len(other) == alike or one[alike] != other[alike]


def test_parts_of_a_list_are_compared_whole() -> None:
    assert count_alike(["items", "name"], ["items", "names"]) == 1
