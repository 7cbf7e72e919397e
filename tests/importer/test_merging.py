"""A new reading is brought into a file, and what hands have changed in it stays."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importer.merging import Merged, merge, show_difference

LINE = st.text("あいう# -:", max_size=3)
READING = st.lists(LINE, max_size=12).map(lambda lines: "".join(f"{line}\n" for line in lines))
UNIQUE = st.lists(st.integers(0, 30), max_size=12, unique=True)


@st.composite
def edited(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """Lines of a reading, and the same edited by hand: some left out, and others, never twice the same, put in."""
    first = [f"行{number}" for number in draw(UNIQUE)]
    ours: list[str] = []
    for place, line in enumerate((*first, "")):
        if draw(st.booleans()):
            ours.append(f"手{place}")
        if line and draw(st.integers(0, 3)):
            ours.append(line)
    return first, ours


def text(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


@given(READING, READING)
def test_an_unedited_file_becomes_the_new_reading(first: str, new: str) -> None:
    assert merge(first, first, new) == Merged(new)


@given(READING, READING)
def test_without_anything_new_the_file_stays_as_it_is(first: str, file: str) -> None:
    assert merge(first, file, first) == Merged(file)


@given(edited(), UNIQUE)
def test_lines_put_in_by_hand_survive_in_their_order(lines: tuple[list[str], list[str]], new: list[int]) -> None:
    first, ours = lines
    merged = merge(text(first), text(ours), text([f"行{number}" for number in new])).text.splitlines()
    assert [line for line in merged if line.startswith("手")] == [line for line in ours if line.startswith("手")]


@given(edited(), st.lists(st.integers(40, 60), max_size=5, unique=True))
def test_lines_left_out_by_hand_do_not_come_back(lines: tuple[list[str], list[str]], added: list[int]) -> None:
    first, ours = lines
    new = [*first, *(f"行{number}" for number in added)]
    merged = merge(text(first), text(ours), text(new)).text.splitlines()
    assert not (set(first) - set(ours)) & set(merged)


@given(edited(), UNIQUE)
def test_merging_again_changes_nothing(lines: tuple[list[str], list[str]], new: list[int]) -> None:
    first, ours = (text(each) for each in lines)
    reading = text([f"行{number}" for number in new])
    once = merge(first, ours, reading).text
    assert merge(reading, once, reading).text == once


@given(edited(), UNIQUE)
def test_what_is_new_is_in_the_file_or_told(lines: tuple[list[str], list[str]], new: list[int]) -> None:
    first, ours = (text(each) for each in lines)
    reading = [f"行{number}" for number in new]
    merged = merge(first, ours, text(reading))
    told = {line[1:] for line in merged.kept_out if line.startswith("+")}
    assert set(reading) - set(lines[0]) <= set(merged.text.splitlines()) | told


def test_what_hands_kept_out_is_told_as_a_diff() -> None:
    merged = merge("甲\n乙\n丙\n", "甲\n手\n丙\n", "甲\n新\n丙\n")
    assert merged == Merged("甲\n手\n丙\n", ("-乙", "+新"))


def test_the_same_change_by_hand_and_by_the_new_reading_is_no_conflict() -> None:
    assert merge("甲\n乙\n", "甲\n丙\n", "甲\n丙\n") == Merged("甲\n丙\n")


def test_changes_apart_from_each_other_are_both_kept() -> None:
    assert merge("1\n2\n3\n4\n5\n", "手\n2\n3\n4\n5\n", "1\n2\n3\n4\n新\n新\n").text == "手\n2\n3\n4\n新\n新\n"


@pytest.mark.parametrize(
    ("file", "new", "merged"),
    [
        pytest.param("1手345", "12新45", Merged("1手345", ("-3", "+新")), id="the line after"),
        pytest.param("123手5", "12新45", Merged("123手5", ("-3", "+新")), id="the line before"),
        pytest.param("1手45", "12新45", Merged("1手45", ("-3", "+新")), id="within two"),
        pytest.param("12手345", "12新345", Merged("12手345", ("+新",)), id="two at one place"),
        pytest.param("1手345", "123新5", Merged("1手3新5"), id="a line between, after"),
        pytest.param("123手5", "1新345", Merged("1新3手5"), id="a line between, before"),
        pytest.param("手手手2345", "123新新", Merged("手手手23新新"), id="more lines by hand"),
        pytest.param("45", "1234新", Merged("4新"), id="fewer lines by hand"),
        pytest.param("1245", "1234新", Merged("124新"), id="a line in the middle left out by hand"),
        pytest.param("1手3手5", "1234新", Merged("1手3手5", ("-5", "+新")), id="the second by hand touches"),
        pytest.param("手23手5", "1新3456", Merged("手23手56", ("-2", "+新")), id="one is kept out, one goes in"),
        pytest.param("12345手", "新新345手", Merged("新新345手"), id="what hands put at the end"),
    ],
)
def test_what_touches_a_change_by_hand_is_kept_out_and_all_else_goes_in(file: str, new: str, merged: Merged) -> None:
    found = merge(text(list("12345")), text(list(file)), text(list(new)))
    assert found == replace(merged, text=text(list(merged.text)))


def test_a_long_file_of_lines_that_are_all_alike_is_merged_line_by_line() -> None:
    alike = ["同"] * 250
    assert merge(text(alike), text(["手", *alike]), text([*alike, "新"])) == Merged(text(["手", *alike, "新"]))


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_other_line_endings_are_no_change_by_hand(ending: str) -> None:
    file = "甲\n手\n丙\n丁\n".replace("\n", ending)
    assert merge("甲\n乙\n丙\n丁\n", file, "甲\n乙\n丙\n新\n").text == "甲\n手\n丙\n新\n".replace("\n", ending)


def test_the_difference_is_a_diff_with_japanese_names() -> None:
    assert show_difference("甲\n乙\n", "甲\n丙\n", "901.yml").splitlines() == [
        "--- 901.yml（今）",
        "+++ 901.yml（新しく読み取ったもの）",
        "@@ -1,2 +1,2 @@",
        " 甲",
        "-乙",
        "+丙",
    ]
    assert show_difference("甲\n", "甲\n", "901.yml") == ""
    assert show_difference(text(list("1234567")), text(list("123新567")), "").splitlines()[2:] == [
        "@@ -2,5 +2,5 @@",
        *(" 2", " 3", "-4", "+新", " 5", " 6"),
    ]
