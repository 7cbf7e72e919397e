"""New entries in the registries' files: in their place, as an open question, and nothing else changed."""

import datetime as dt
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.archive import Archive
from generator.archive.checks.filing import check_doubts
from generator.archive.checks.law_registry import check_laws
from generator.archive.checks.naming import check_names
from generator.importer.registers.name_readings import NameReader
from generator.importer.registers.proposals import (
    ProposedArticle,
    Proposer,
    article_entry,
    propose_article,
    write_entry,
)
from generator.importer.registers.registering import RegistrationError, register, register_article
from generator.kinds.every_kind import NAME_KINDS
from generator.kinds.names import Names
from generator.kinds.registered_law import ARTICLES as LAWS
from generator.kinds.registered_subject import RegisteredSubject
from generator.model.article_number import ArticleNumber, LawArticle
from generator.model.vocabulary import LawKind
from generator.store.files import REGISTRIES, Stored, read_file
from tests.store.making import ARTICLES, NASTY

REASON: Final = "諮問第999号の項目。読みと slug を確かめてください。"
COMMENT: Final = f"# 要確認: {REASON}\n"
MEETING: Final = dt.date(2022, 6, 17)
NAMED: Final = {kind.file: kind for kind in NAME_KINDS}
ENCODINGS: Final = [("", "\n"), ("\ufeff", "\n"), ("", "\r\n"), ("\ufeff", "\r\n")]
READER: Final = NameReader()
CHILD: Final = "- name: 児童\n  reading: じどう\n  slug: children\n"
DOG: Final = "- name: 犬\n  reading: いぬ\n  slug: dogs\n"


def subject(name: str, reading: str, slug: str) -> RegisteredSubject:
    return RegisteredSubject(name=name, reading=reading, slug=slug)


PARENT: Final = subject("里親", "さとおや", "foster-parents")
PARENT_TEXT: Final = COMMENT + write_entry(PARENT)


def read_back(folder: Path, file: str, text: str) -> Stored[Any]:
    path = folder / file
    path.write_bytes(text.encode())
    stored, problems = read_file(path, file, REGISTRIES[file])
    assert problems == ()
    assert stored is not None
    return stored


def without_lines(text: str, added: str) -> str:
    """``text`` without the lines of ``added``, which stand in it together."""
    assert text.count(added) == 1
    return text.replace(added, "")


@pytest.mark.parametrize(("bom", "line_end"), ENCODINGS)
@pytest.mark.parametrize("file", NAMED)
def test_an_entry_taken_out_goes_back_to_its_place(
    content: Path, archive: Archive, file: str, bom: str, line_end: str
) -> None:
    text = bom + (content / file).read_text(encoding="utf-8").replace("\n", line_end)
    entries = archive.names.listed[file]
    for entry in (entries[0], entries[len(entries) // 2], entries[-1]):
        lines = write_entry(entry).replace("\n", line_end)
        added = COMMENT.replace("\n", line_end) + lines
        registered = register(without_lines(text, lines), [entry], REASON)
        assert registered == text.replace(lines, added)


@pytest.mark.parametrize(("bom", "line_end"), ENCODINGS)
def test_articles_taken_out_go_back_to_their_place(content: Path, archive: Archive, bom: str, line_end: str) -> None:
    text = bom + (content / "articles.yml").read_text(encoding="utf-8").replace("\n", line_end)
    for article in archive.names.entries(LAWS)[0].versions[0].articles:
        lines = indented(write_entry(article), line_end)
        added = indented(COMMENT, line_end) + lines
        law = archive.names.entries(LAWS)[0].name
        proposed = ProposedArticle(LawArticle(article.name, law), MEETING, article, None)
        registered = register_article(without_lines(text, lines), proposed, REASON)
        assert registered == text.replace(lines, added)


def indented(text: str, line_end: str) -> str:
    return "".join(f"{' ' * 8}{line}{line_end}" for line in text.splitlines())


@pytest.mark.parametrize("file", NAMED)
def test_new_names_are_put_in_order_and_ask_to_be_confirmed(
    content: Path, archive: Archive, tmp_path: Path, file: str
) -> None:
    names = ["ん会", "区役所", "あ園", "ＺＺ株式会社", "新宿総合支所区民課"]
    entries = Proposer.of(archive.names).propose(NAMED[file], names).entries
    text = (content / file).read_text(encoding="utf-8")
    stored = read_back(tmp_path, file, register(text, entries, REASON))
    registered = archive.names.entries(NAMED[file])
    assert set(stored.value) == {*registered, *entries}
    assert [entry for entry in stored.value if entry in registered] == list(registered)
    assert list(check_names(stored)) == []
    about = {stored.marks[index,].line for index, entry in enumerate(stored.value) if entry in entries}
    assert {doubt.about for doubt in stored.doubts} == about
    assert len(list(check_doubts(stored))) == len(entries)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(DOG + CHILD, DOG + PARENT_TEXT + CHILD, id="between"),
        pytest.param(CHILD, PARENT_TEXT + CHILD, id="first"),
        pytest.param(DOG, DOG + PARENT_TEXT, id="last"),
        pytest.param(DOG.removesuffix("\n"), DOG + PARENT_TEXT, id="no line end"),
        pytest.param(f"# 一覧\n\n{CHILD}", f"# 一覧\n\n{PARENT_TEXT}{CHILD}", id="the file's comment"),
        pytest.param(f"# 一覧\n{CHILD}", f"# 一覧\n{PARENT_TEXT}{CHILD}", id="the file's comment close by"),
        pytest.param(f"# 要確認: あ\n{CHILD}", f"{PARENT_TEXT}# 要確認: あ\n{CHILD}", id="the first's question"),
        pytest.param(
            f"{DOG}# 要確認: あ\n# い\n{CHILD}", f"{DOG}{PARENT_TEXT}# 要確認: あ\n# い\n{CHILD}", id="a later question"
        ),
        pytest.param(f"{DOG}\n# 以上\n", f"{DOG}{PARENT_TEXT}\n# 以上\n", id="the end's comment"),
        pytest.param(f"{DOG}  # 犬\n{CHILD}", f"{DOG}  # 犬\n{PARENT_TEXT}{CHILD}", id="an entry's own comment"),
        pytest.param(f"---\n{DOG}...\n", f"---\n{DOG}{PARENT_TEXT}...\n", id="the signs of a document"),
        pytest.param(
            f"-\n  name: 犬\n  reading: いぬ\n  slug: dogs\n{CHILD}",
            f"-\n  name: 犬\n  reading: いぬ\n  slug: dogs\n{PARENT_TEXT}{CHILD}",
            id="a dash alone",
        ),
        pytest.param(CHILD + DOG, CHILD + DOG + PARENT_TEXT, id="no order"),
        pytest.param(
            "- {name: 犬, reading: いぬ, slug: dogs}\n",
            "- {name: 犬, reading: いぬ, slug: dogs}\n" + PARENT_TEXT,
            id="an entry in brackets",
        ),
        pytest.param(
            DOG.replace("犬\n", "|\n    犬\n    # 要確認: 猫\n    - 鳥\n") + CHILD,
            DOG.replace("犬\n", "|\n    犬\n    # 要確認: 猫\n    - 鳥\n") + PARENT_TEXT + CHILD,
            id="signs within a text",
        ),
    ],
)
def test_an_entry_is_put_where_it_belongs(before: str, after: str) -> None:
    assert register(before, [PARENT], REASON) == after


def test_an_entry_that_would_be_written_into_the_words_of_another_is_refused() -> None:
    text = '- name: "犬\n猫"\n  reading: いぬねこ\n  slug: dogs\n'
    with pytest.raises(RegistrationError, match="次の登録を手で書き足してください: 里親"):
        register(text, [PARENT], REASON)


def test_a_list_that_is_indented_stays_so() -> None:
    before = "".join(f"  {line}\n" for line in DOG.splitlines())
    after = "".join(f"  {line}\n" for line in (DOG + PARENT_TEXT).splitlines())
    assert register(before, [PARENT], REASON) == after


def test_several_entries_stand_in_order_at_one_place() -> None:
    entries = [subject(name, reading, slug) for name, reading, slug in (("さ", "さ", "sa"), ("か", "か", "ka"))]
    first, second = (COMMENT + write_entry(entry) for entry in reversed(entries))
    assert register(DOG + CHILD, entries, REASON) == DOG + first + second + CHILD
    assert register(DOG, entries, REASON) == DOG + first + second


def test_an_entry_stands_behind_those_that_are_read_as_it_is() -> None:
    same, last = subject("自動", "じどう", "automatic"), write_entry(subject("輪", "わ", "rings"))
    added = COMMENT + write_entry(same)
    assert register(DOG + CHILD + last, [same], REASON) == DOG + CHILD + added + last


def test_nothing_to_register_changes_nothing() -> None:
    assert register("なにか", [], REASON) == "なにか"


def test_a_reason_is_one_line() -> None:
    assert register(DOG, [PARENT], "甲\n- 乙\u2028丙\u200b").startswith(f"{DOG}# 要確認: 甲 - 乙 丙\n")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[{name: 犬, reading: いぬ, slug: dogs}]\n", "次の登録を手で書き足してください: 里親"),
        ("", "ファイルが空です"),
        ("- name: 犬\n", "reading がありません"),
        ("- name: 犬\n reading: いぬ\n", "登録のファイル:2"),
    ],
)
def test_a_file_that_takes_no_entry_is_refused(text: str, words: str) -> None:
    with pytest.raises(RegistrationError, match=words):
        register(text, [PARENT], REASON)


VERSIONS: Final = """\
- name: 条例
  reading: じょうれい
  slug: jorei
  kind: 条例
  versions:
    - name: 旧
      reading: きゅう
      slug: '1992'
      since: 1992-10-01
      articles:
      - name: 第12条
        reading: だいじゅうにじょう
        slug: '12'
    # 改正
    - name: 新
      reading: しん
      slug: '2023'
      since: 2023-04-01
      articles:
        - name: 第18条第3項
          reading: だいじゅうはちじょうだいさんこう
          slug: 18-p3
"""


def cited(written: str, meeting: dt.date) -> ProposedArticle:
    """What is proposed for an article of 条例 that consultations of ``meeting`` cite."""
    entry = article_entry(ArticleNumber.parse(written))
    return ProposedArticle(LawArticle(entry.name, "条例"), meeting, entry, None)


@pytest.mark.parametrize(
    ("meeting", "indent", "behind"),
    [
        (dt.date(1992, 10, 1), 6, "slug: '12'\n"),
        (dt.date(2023, 3, 31), 6, "slug: '12'\n"),
        (dt.date(2023, 4, 1), 8, "slug: 18-p3\n"),
    ],
)
def test_the_day_of_the_meeting_decides_which_version_an_article_goes_to(
    meeting: dt.date, indent: int, behind: str
) -> None:
    article = cited("第20条", meeting)
    added = "".join(f"{' ' * indent}{line}\n" for line in (COMMENT + write_entry(article.entry)).splitlines())
    assert register_article(VERSIONS, article, REASON) == VERSIONS.replace(behind, behind + added)


def test_articles_in_brackets_take_no_other() -> None:
    listed = "- name: 第12条\n        reading: だいじゅうにじょう\n        slug: '12'\n"
    assert listed in VERSIONS
    text = VERSIONS.replace(f"\n      {listed}", " [{name: 第12条, reading: だいじゅうにじょう, slug: '12'}]\n")
    with pytest.raises(RegistrationError, match="次の登録を手で書き足してください: 第20条"):
        register_article(text, cited("第20条", dt.date(1992, 10, 1)), REASON)


def test_a_law_that_is_not_registered_goes_to_the_end_with_its_article_and_takes_the_next() -> None:
    proposer = Proposer(Names.holding({LAWS: ()}), READER)
    first = propose_article(LawArticle.parse("公文書管理規則第3条"), MEETING, proposer)
    text = register_article(VERSIONS, first, REASON)
    assert text.startswith(VERSIONS)
    second = propose_article(LawArticle.parse("公文書管理規則第1条第2項"), MEETING, proposer)
    with TemporaryDirectory() as folder:
        _, law = read_back(Path(folder), "articles.yml", register_article(text, second, REASON)).value
    assert (law.name, law.kind, law.versions[0].since) == ("公文書管理規則", LawKind.RULE, MEETING)
    assert [str(article.name) for article in law.versions[0].articles] == ["第1条第2項", "第3条"]


def test_an_article_cited_before_every_version_is_refused() -> None:
    with pytest.raises(
        RegistrationError, match=r"1990-01-01 の審議会は.*版よりも前です（最初の版の since は 1992-10-01）"
    ):
        register_article(VERSIONS, cited("第20条", dt.date(1990, 1, 1)), REASON)


@cache
def as_registered(file: str) -> tuple[str, tuple[Any, ...]]:
    """The text of a registry of the repository, and its entries."""
    path = Path(__file__).parents[3] / "content" / file
    stored, _ = read_file(path, file, REGISTRIES[file])
    assert stored is not None
    return path.read_text(encoding="utf-8"), stored.value


@given(
    names=st.lists(
        st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.sampled_from(NASTY), min_size=1, max_size=4
    ),
    reason=st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    form=st.sampled_from(ENCODINGS),
    file=st.sampled_from(list(NAMED)),
)
def test_whatever_the_names_the_file_can_be_read_and_is_sound(
    names: list[str], reason: str, form: tuple[str, str], file: str
) -> None:
    text, registered = as_registered(file)
    text = form[0] + text.replace("\n", form[1])
    entries = Proposer(Names.holding({NAMED[file]: registered}), READER).propose(NAMED[file], names).entries
    written = register(text, entries, reason)
    with TemporaryDirectory() as folder:
        stored = read_back(Path(folder), file, written)
    assert set(stored.value) == {*registered, *entries}
    assert list(check_names(stored)) == []
    assert len(stored.doubts) == len(entries)
    assert is_spread_in(text, written)


@given(st.lists(ARTICLES, min_size=1, max_size=3, unique_by=lambda number: number.slug))
def test_whatever_the_articles_the_file_can_be_read_and_is_sound(numbers: list[ArticleNumber]) -> None:
    text, laws = as_registered("articles.yml")
    listed = laws[0].versions[0].articles
    new = [article_entry(number) for number in numbers if number.slug not in {article.slug for article in listed}]
    written = text
    for entry in new:
        article = ProposedArticle(LawArticle(entry.name, laws[0].name), MEETING, entry, None)
        written = register_article(written, article, REASON)
    with TemporaryDirectory() as folder:
        stored = read_back(Path(folder), "articles.yml", written)
    articles = stored.value[0].versions[0].articles
    assert articles == tuple(sorted((*listed, *new), key=lambda article: article.name.sort_key))
    assert list(check_laws(stored)) == []
    assert is_spread_in(text, written)


def is_spread_in(text: str, written: str) -> bool:
    """Tell whether the lines of ``text`` stand in ``written`` in their order."""
    rest = iter(written.removeprefix("\ufeff").split("\n"))
    return all(line in rest for line in text.removeprefix("\ufeff").split("\n"))
