"""A draft's file: canonical YAML, with the doubts above their lines and what waits for its name commented out."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.importer.draft import Draft
from generator.importer.draft_text import REGISTER, UNCOMMENT, write_draft
from generator.importer.facts.found import DraftDoubt, NewName
from generator.kinds import registered_item
from generator.model.consultation import Consultation, Counterparty, Item, Section
from generator.model.outline import Path
from generator.model.vocabulary import Role
from generator.store.doubts import doubts_in
from generator.store.files import consultation_text, read_data
from tests.importer.reading_text import drafted

SECTION = Section(
    heading="１ 個人情報の項目",
    text="氏名、学校名",
    items=(Item("氏名"), Item("学校名", subject="児童")),
    counterparties=(Counterparty(name="株式会社見本", role=Role.CONTRACTOR),),
)
CONSULTATION = replace(drafted("１ 件名\n\n見本").consultation, sections=(SECTION,))
ITEMS = ("sections", 0, "items")
PATHS: tuple[Path, ...] = (
    ("title",),
    ("departments", 0),
    ("sections", 0),
    ("sections", 0, "heading"),
    ("sections", 0, "text"),
    ITEMS,
    (*ITEMS, 0),
    (*ITEMS, 1),
    (*ITEMS, 1, "subject"),
    ("sections", 0, "counterparties", 0),
    ("sections", 7, "gone"),
)


def written(*doubts: DraftDoubt) -> list[str]:
    lines = write_draft(Draft(CONSULTATION, doubts)).split("\n")
    return lines[lines.index("sections:") + 1 :]


def held(place: int, message: str = "学校名は新しい。") -> DraftDoubt:
    return DraftDoubt((*ITEMS, place), message, held=True, new=NewName(registered_item.ITEMS, "学校名"))


def test_without_a_doubt_it_is_the_canonical_text() -> None:
    assert write_draft(Draft(CONSULTATION, ())) == consultation_text(CONSULTATION)


def test_a_doubt_stands_above_its_line() -> None:
    assert written(DraftDoubt((*ITEMS, 0), "どうか。"), DraftDoubt(("sections", 0, "text"), "これは。"))[:6] == [
        "  - heading: １ 個人情報の項目",
        "    # 要確認: これは。",
        "    text: 氏名、学校名",
        "    items:",
        "      # 要確認: どうか。",
        "      - 氏名",
    ]


def test_a_fact_that_is_held_is_commented_out_as_a_whole() -> None:
    lines = written(held(1))
    assert lines[3:7] == [
        "      - 氏名",
        f"      # 要確認: 学校名は新しい。{REGISTER.format(lines='下の2行の')}",
        "      # - name: 学校名",
        "      #   subject: 児童",
    ]


def test_with_its_last_fact_a_list_is_held_with_its_key() -> None:
    party = DraftDoubt(("sections", 0, "counterparties", 0), "誰か。", held=True)
    assert [line for line in written(party) if "#" in line] == [
        f"    # 要確認: 誰か。{UNCOMMENT.format(lines='下の3行の')}",
        "    # counterparties:",
        "    #   - name: 株式会社見本",
        "    #     role: 委託先",
    ]


def test_each_fact_of_a_list_that_is_held_as_a_whole_says_which_lines_are_to_be_uncommented() -> None:
    assert written(held(0, "氏名は新しい。"), held(1))[2:8] == [
        f"    # 要確認: 氏名は新しい。{REGISTER.format(lines='下の2行の')}",
        "    # items:",
        "    #   - 氏名",
        f"    # 要確認: 学校名は新しい。{REGISTER.format(lines='「items:」の行と、下の2行の')}",
        "    #   - name: 学校名",
        "    #     subject: 児童",
    ]
    assert f"      # 要確認: 氏名は新しい。{REGISTER.format(lines='下の行の')}" in written(held(0, "氏名は新しい。"))


def test_a_doubt_without_words_holds_its_fact_back_by_those_above_the_one_before() -> None:
    assert written(held(0, "どれも新しい。"), held(1, ""))[2:7] == [
        f"    # 要確認: どれも新しい。{REGISTER.format(lines='下の4行の')}",
        "    # items:",
        "    #   - 氏名",
        "    #   - name: 学校名",
        "    #     subject: 児童",
    ]


def test_of_several_doubts_about_a_held_fact_each_is_about_all_its_lines() -> None:
    lines = written(held(1, "甲。"), held(1, "乙。"), DraftDoubt((*ITEMS, 1, "subject"), "丙。"))
    assert lines[4:9] == [
        f"      # 要確認: 甲。{REGISTER.format(lines='下の2行の')}",
        f"      # 要確認: 乙。{REGISTER.format(lines='下の2行の')}",
        "      # - name: 学校名",
        "      # 要確認: 丙。",
        "      #   subject: 児童",
    ]


def test_a_doubt_about_what_is_nowhere_in_the_file_stands_above_all_of_it() -> None:
    lines = write_draft(Draft(CONSULTATION, (DraftDoubt(("nowhere",), "どこか。"),))).split("\n")
    assert lines[1] == "# 要確認: どこか。"
    assert lines[2].startswith("number:")


def test_held_facts_read_back_as_if_they_were_not_there_and_return_when_uncommented() -> None:
    text = write_draft(Draft(CONSULTATION, (held(0), held(1))))
    assert _read(text).sections[0].items is None
    again = "\n".join(line.replace("# ", "", 1) for line in text.split("\n") if "要確認" not in line)
    assert _read(again.replace("yaml-language-server", "# yaml-language-server", 1)) == CONSULTATION


def test_a_doubt_about_what_has_no_line_stands_above_the_nearest() -> None:
    assert written(DraftDoubt(("sections", 0, "period"), "いつか。"))[0] == "  # 要確認: いつか。"


def test_a_message_over_several_lines_is_one_comment() -> None:
    assert "    # 要確認: これは 何か。" in written(DraftDoubt(("sections", 0, "text"), "これは\n何か。"))


@given(
    st.lists(
        st.builds(
            DraftDoubt,
            st.sampled_from(PATHS),
            st.text("あ。\n# -:「」", min_size=1, max_size=8).map("問{}".format),
            held=st.just(value=False),
        )
        | st.builds(held, st.integers(0, 1)),
        max_size=6,
    )
)
def test_whatever_the_doubts_the_file_can_be_read_and_says_them_all(doubts: list[DraftDoubt]) -> None:
    text = write_draft(Draft(CONSULTATION, tuple(doubts)))
    read = _read(text)
    kept = [item for place, item in enumerate(SECTION.items or ()) if held(place) not in doubts]
    assert list(read.sections[0].items or ()) == kept
    assert read.sections[0].text == SECTION.text
    assert len(doubts_in(text)) == len(doubts)


def _read(text: str) -> Consultation:
    stored, problems = read_data(text.encode(), "", Consultation)
    assert stored is not None, problems
    found: Consultation = stored.value
    return found
