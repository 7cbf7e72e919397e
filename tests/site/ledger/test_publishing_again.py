"""An archive that is published more than once: what the ledger then says, and what it no longer excuses."""

import datetime as dt
from pathlib import Path

import pytest

from generator.model.ledger import SCHEME, LedgerEntry
from generator.site.ledger.checking import load_and_check
from generator.site.ledger.day_checks import check_day
from generator.site.ledger.telling import tell_changes
from generator.store.ledger_file import ledger_text
from tests.archive.broken import change
from tests.site.ledger.publishing import FIRST_DAY, NEXT_DAY, compared, edit, publish_on, published

CORRECTED = "count-changed-with-a-correction"


CORRECTION = "corrections:\n  - date: 2026-12-01\n    what: 件数を直した\n    why: 資料の誤記\n"


def _correct(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("\nsections:\n", f"\n{CORRECTION}sections:\n", 1), encoding="utf-8")


def _double_the_count(content: Path, file: str) -> None:
    for path in (file, "sources/2022-06-17.txt"):
        change(content, path, old="約１０，０００件（年間）", new="約２０，０００件（年間）")
    change(content, file, old="count: 10000", new="count: 20000")


def _problems(content: Path) -> list[str]:
    return [f"{each.file}: {each.message}" for each in load_and_check(content).problems]


def _last(content: Path) -> LedgerEntry:
    return compared(content).publications[-1]


def test_the_first_publication_holds_every_consultation_and_address(tmp_path: Path) -> None:
    entry = _last(published(tmp_path))
    assert entry.date == FIRST_DAY
    assert [each.number for each in entry.consultations] == list(range(975, 986))
    found = {each.address: each.name for each in entry.addresses}
    assert found["consultations/984/"] is None
    assert found["items/email-address/"] == "メールアドレス"
    assert {"/", "consultations/964/", "consultations/984.yml", "sources/2022-06-17.txt", "articles/18-3/"} <= set(
        found
    )


def test_a_ledger_says_exactly_what_is_published_until_something_changes(tmp_path: Path) -> None:
    content = published(tmp_path)
    text = (content / "ledger.yml").read_text(encoding="utf-8")
    assert compared(content).is_exact
    assert compared(content).ledger_after(NEXT_DAY) == text
    assert tell_changes(compared(content)) == ()
    edit(CORRECTED, content)
    assert not compared(content).is_exact
    assert tell_changes(compared(content)) == (
        "諮問第984号で変わる所: ５（２）の言葉、５（２）の件数",
        (
            "諮問第984号の訂正（2026-12-01）: ５（２）の件数「約１０，０００件」を「約２０，０００件」に直した。"
            "理由: 資料を写し間違えていた"
        ),
    )
    publish_on(NEXT_DAY, content)
    assert compared(content).is_exact
    assert (content / "ledger.yml").read_text(encoding="utf-8").startswith(text.rpartition("seal: ")[0])


def test_an_archive_without_a_ledger_is_not_published(tmp_path: Path) -> None:
    content = published(tmp_path)
    (content / "ledger.yml").unlink()
    comparison = compared(content)
    assert not comparison.is_exact
    assert tell_changes(comparison)[0].startswith("新しく公開する諮問: 諮問第975号、")


def test_a_published_correction_excuses_no_second_change(tmp_path: Path) -> None:
    content = published(tmp_path)
    edit(CORRECTED, content)
    publish_on(NEXT_DAY, content)
    change(content, "consultations/984.yml", old="約２０，０００件（年間）", new="約３０，０００件（年間）")
    change(content, "consultations/984.yml", old="count: 20000", new="count: 30000")
    change(content, "sources/2022-06-17.txt", old="約２０，０００件（年間）", new="約３０，０００件（年間）")
    (problem,) = _problems(content)
    assert "５（２）の件数（前に公開した訂正は、今度の変更の記録にはなりません）" in problem


@pytest.mark.parametrize("new", ["写した人が間違えていた", "資料を写し間違えていた。"])
def test_a_published_correction_is_not_written_anew(new: str, tmp_path: Path) -> None:
    content = published(tmp_path)
    edit(CORRECTED, content)
    publish_on(NEXT_DAY, content)
    change(content, "consultations/984.yml", old="資料を写し間違えていた", new=new)
    (problem,) = _problems(content)
    assert "公開した訂正（2026-12-01「５（２）の件数" in problem


def test_corrections_that_are_gone_are_shown_as_they_must_be_pasted(tmp_path: Path) -> None:
    content = published(tmp_path)
    edit(CORRECTED, content)
    publish_on(NEXT_DAY, content)
    file = content / "consultations/984.yml"
    before, _, rest = file.read_text(encoding="utf-8").partition("corrections:\n")
    sections = rest[rest.index("sections:\n") :]
    file.write_text(before + sections, encoding="utf-8")
    (problem,) = load_and_check(content).problems
    assert "消されているか、書き換えられています" in problem.message
    file.write_text(before + problem.remedy.partition("\n")[2] + "\n" + sections, encoding="utf-8")
    assert load_and_check(content).problems == ()


def test_what_became_of_addresses_stays_said(tmp_path: Path) -> None:
    content = published(tmp_path)
    edit("address-of-an-item-redirected", content)
    publish_on(NEXT_DAY, content)
    assert _last(content).redirects[0].to == "items/mail-address/"
    assert _last(content).consultations == ()
    (content / "changes.yml").unlink()
    (problem,) = _problems(content)
    assert problem.endswith("公開したアドレス items/email-address/（メールアドレス） のページがなくなります。")


def test_an_address_moves_again_and_both_lead_to_the_newest(tmp_path: Path) -> None:
    content = published(tmp_path)
    edit("address-of-an-item-redirected", content)
    publish_on(NEXT_DAY, content)
    change(content, "items.yml", old="slug: mail-address", new="slug: mail")
    moved = "redirects:\n" + "".join(
        f"  - address: items/{old}/\n    to: items/mail/\n" for old in ("email-address", "mail-address")
    )
    (content / "changes.yml").write_text(moved, encoding="utf-8")
    publish_on(NEXT_DAY, content)
    assert compared(content).is_exact
    assert _last(content).consultations == ()


@pytest.mark.parametrize("target", ["/", "items/belongings/", "search/", "consultations/976/"])
def test_an_address_may_lead_elsewhere_than_to_the_new_one_of_its_entry(target: str, tmp_path: Path) -> None:
    content = published(tmp_path)
    change(content, "items.yml", old="slug: email-address", new="slug: mail")
    moved = f"redirects:\n  - address: items/email-address/\n    to: {target}\n"
    (content / "changes.yml").write_text(moved, encoding="utf-8")
    publish_on(NEXT_DAY, content)
    assert compared(content).is_exact
    assert [each.was for each in _last(content).addresses] == ["items/email-address/"]


def test_a_renaming_that_was_published_stays_and_excuses_no_second(tmp_path: Path) -> None:
    content = published(tmp_path)
    edit("name-of-an-item-changed-with-a-word", content)
    publish_on(NEXT_DAY, content)
    assert [each.name for each in _last(content).addresses] == ["電子メールアドレス"]
    change(content, "items.yml", old="- name: 電子メールアドレス", new="- name: 電子メールの宛先")
    assert [problem for problem in _problems(content) if "電子メールの宛先" in problem]
    (content / "changes.yml").unlink()
    assert [
        problem for problem in _problems(content) if "items/email-address/ の名前を改めた記録が消されている" in problem
    ]


def test_a_withdrawal_that_was_published_is_not_written_anew(tmp_path: Path) -> None:
    content = published(tmp_path)
    _withdraw(content, reason="区の求めによる")
    publish_on(NEXT_DAY, content)
    assert compared(content).is_exact
    change(
        content, "changes.yml", text=(content / "changes.yml").read_text(encoding="utf-8").replace("区の求め", "都合")
    )
    assert "consultations/985/ を取り下げた記録が消されているか、書き換えられています" in _problems(content)[0]


def test_a_deleted_consultation_is_told_with_what_to_write(tmp_path: Path) -> None:
    content = published(tmp_path)
    _withdraw(content, reason="区の求めによる")
    (content / "changes.yml").unlink()
    problems = load_and_check(content).problems
    told = {each.file: each for each in problems}
    assert told["content/consultations/985.yml"].message == "公開した諮問第985号がなくなっています。"
    assert "\nwithdrawn:\n  - address: consultations/985/\n" in told["content/consultations/985.yml"].remedy
    others = [each for each in problems if each is not told["content/consultations/985.yml"]]
    assert len(others) > 1
    assert not any("withdrawn:" in each.remedy for each in others)


def test_a_withdrawn_consultation_may_come_back(tmp_path: Path) -> None:
    content = published(tmp_path)
    saved = {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
    _withdraw(content, reason="区の求めによる")
    publish_on(NEXT_DAY, content)
    for path, data in saved.items():
        if path.name != "ledger.yml":
            path.write_bytes(data)
    (content / "changes.yml").unlink()
    assert tell_changes(compared(content))[0].startswith("再び公開するアドレス: consultations/985/、")
    publish_on(NEXT_DAY, content)
    assert compared(content).is_exact


def _renumber(content: Path, old: int, new: int, *led: int) -> None:
    """Give the consultation ``old`` the number ``new``, which pages of it and of the numbers ``led`` lead to."""
    file = content / f"consultations/{old}.yml"
    text = file.read_text(encoding="utf-8").replace(f"number: {old}", f"number: {new}")
    file.unlink()
    file.with_name(f"{new}.yml").write_text(text, encoding="utf-8")
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    document = (f"諮問第{number}号".translate(wide) for number in (old, new))
    change(content, "sources/2022-06-17.txt", old=next(document), new=next(document))
    moved = "".join(f"  - address: consultations/{each}/\n    to: consultations/{new}/\n" for each in (*led, old))
    (content / "changes.yml").write_text(f"redirects:\n{moved}", encoding="utf-8")


def test_another_number_is_told_as_such(tmp_path: Path) -> None:
    content = published(tmp_path)
    _renumber(content, 985, 986)
    assert _problems(content) == []
    (content / "changes.yml").unlink()
    (problem,) = load_and_check(content).problems
    assert problem.message == "公開した諮問第985号が、諮問第986号に変わっています。"


def test_another_number_excuses_no_other_change(tmp_path: Path) -> None:
    content = published(tmp_path)
    edit("count-changed-in-file-and-source", content)
    _renumber(content, 984, 990)
    told = (
        "content/consultations/990.yml: 公開した内容が、訂正の記録なしに変わっています: ５（２）の言葉、５（２）の件数"
    )
    assert _problems(content) == [told]
    _correct(content / "consultations/990.yml")
    publish_on(NEXT_DAY, content)
    _renumber(content, 990, 991, 984)
    change(content, "consultations/991.yml", old=CORRECTION, new="")
    (problem,) = _problems(content)
    assert "公開した訂正" in problem
    _correct(content / "consultations/991.yml")
    publish_on(NEXT_DAY, content)
    assert compared(content).is_exact


def test_a_number_that_comes_back_is_held_against_what_was_published_last(tmp_path: Path) -> None:
    content = published(tmp_path)
    _renumber(content, 984, 990)
    _double_the_count(content, "consultations/990.yml")
    _correct(content / "consultations/990.yml")
    publish_on(NEXT_DAY, content)
    _renumber(content, 990, 984)
    assert _problems(content) == []
    for path in ("consultations/984.yml", "sources/2022-06-17.txt"):
        change(content, path, old="約２０，０００件（年間）", new="約１０，０００件（年間）")
    change(content, "consultations/984.yml", old="count: 20000", new="count: 10000")
    (problem,) = _problems(content)
    assert "公開した内容が、訂正の記録なしに変わっています" in problem


def test_a_hand_written_page_that_goes_is_told(tmp_path: Path) -> None:
    content = published(tmp_path)
    (content / "about.md").write_text("# 説明\n", encoding="utf-8")
    publish_on(NEXT_DAY, content)
    (content / "about.md").unlink()
    (problem,) = _problems(content)
    assert problem == "content/about.md: 公開したアドレス about/ のページがなくなります。"


def test_a_ledger_of_a_newer_program_is_told(tmp_path: Path) -> None:
    content = published(tmp_path)
    entries = (*compared(content).publications, LedgerEntry(date=NEXT_DAY, scheme=SCHEME + 1))
    (content / "ledger.yml").write_text(ledger_text(entries), encoding="utf-8", newline="\n")
    (problem,) = _problems(content)
    assert "今のプログラムより新しいプログラムで書かれています" in problem


def test_nothing_is_published_before_the_day_it_says(tmp_path: Path) -> None:
    content = published(tmp_path)
    edit(CORRECTED, content)
    assert [each.message for each in check_day(compared(content), FIRST_DAY)] == [
        "日付 2026-12-01 が、公開する日 2026-11-28 より後です。"
    ]
    assert list(check_day(compared(content), NEXT_DAY)) == []
    (earlier, *_) = check_day(compared(content), dt.date(2026, 1, 1))
    assert "前に公開した日 2026-11-28 より前です" in earlier.message


def _withdraw(content: Path, reason: str) -> None:
    """Withdraw 985 with everything that it alone uses, as the messages of the check say."""
    (content / "consultations/985.yml").unlink()
    source = content / "sources/2022-06-17.txt"
    text = source.read_text(encoding="utf-8")
    source.write_text(text[: text.rindex("審議資料Ｎｏ．１１")], encoding="utf-8")
    while unused := [
        each for each in load_and_check(content).problems if "どの諮問でも使われていません" in each.message
    ]:
        lines = (content.parent / unused[0].file).read_text(encoding="utf-8").split("\n")
        end = next((at for at in range(unused[0].line, len(lines)) if lines[at].startswith("- ")), len(lines) - 1)
        del lines[unused[0].line - 1 : end]
        (content.parent / unused[0].file).write_text("\n".join(lines), encoding="utf-8")
    first, *others = (each.remedy for each in load_and_check(content).problems)
    written = first.partition("\n")[2].partition("    what:")[0]
    also = "".join(f"{remedy.rpartition(chr(10))[2]}\n" for remedy in others)
    entry = f"{written}    also:\n{also}    date: 2026-12-01\n    reason: {reason}\n"
    (content / "changes.yml").write_text(entry, encoding="utf-8")
