"""The file of the ledger: what is written is read, and what was changed in it by hand is told."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.consultation import Correction
from generator.model.ledger import (
    Digest,
    DigestedConsultation,
    LedgerEntry,
    Parts,
    PublishedAddress,
    Redirect,
    Renaming,
    Withdrawal,
)
from generator.store.ledger_file import ledger_text, read_ledger
from tests.store.making import TEXTS

_DAY = dt.date(2026, 11, 28)
_CORRECTIONS = st.builds(Correction, date=st.just(_DAY), what=TEXTS, why=TEXTS)
_CONSULTATIONS = st.builds(
    DigestedConsultation,
    number=st.integers(0, 99_999),
    words=st.just(Digest("0" * 64)),
    facts=st.just(Digest("1e" * 32)),
    parts=st.sampled_from([Parts("title=00000000"), Parts("title=12345678 s5-1x2.items=00e00001 .meeting=abcdef01")]),
    corrections=st.lists(_CORRECTIONS, max_size=2).map(tuple),
)
_ENTRIES = st.builds(
    LedgerEntry,
    date=st.just(_DAY),
    scheme=st.just(1),
    consultations=st.lists(_CONSULTATIONS, max_size=2).map(tuple),
    addresses=st.lists(
        st.builds(PublishedAddress, address=TEXTS, name=TEXTS | st.none(), was=TEXTS | st.none()), max_size=2
    ).map(tuple),
    redirects=st.lists(st.builds(Redirect, address=TEXTS, to=TEXTS), max_size=1).map(tuple),
    withdrawn=st.lists(
        st.builds(Withdrawal, address=TEXTS, what=TEXTS | st.none(), date=st.just(_DAY), reason=TEXTS), max_size=1
    ).map(tuple),
    renamed=st.lists(st.builds(Renaming, address=TEXTS, date=st.just(_DAY), what=TEXTS, why=TEXTS), max_size=1).map(
        tuple
    ),
)
_LEDGER = ledger_text((LedgerEntry(date=_DAY, scheme=1, addresses=(PublishedAddress(address="/"),)),))


@given(st.lists(_ENTRIES, min_size=1, max_size=3).map(tuple))
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, entries: tuple[LedgerEntry, ...]) -> None:
    content = tmp_path_factory.mktemp("content")
    (content / "ledger.yml").write_text(ledger_text(entries), encoding="utf-8", newline="\n")
    stored, problems = read_ledger(content)
    assert problems == ()
    assert stored is not None
    assert stored.value.publications == entries


def test_an_archive_that_was_never_published_has_none(tmp_path: Path) -> None:
    assert read_ledger(tmp_path) == (None, ())


@pytest.mark.parametrize("change", [("\n", "\r\n"), ("# 公開", "\ufeff# 公開")])
def test_what_an_editor_does_to_lines_changes_nothing(change: tuple[str, str], tmp_path: Path) -> None:
    (tmp_path / "ledger.yml").write_text(_LEDGER.replace(*change), encoding="utf-8", newline="")
    stored, problems = read_ledger(tmp_path)
    assert (stored is not None, problems) == (True, ())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# 公開\n",
        _LEDGER + "# あとがき\n",
        _LEDGER.removesuffix("\n"),
        _LEDGER.replace("2026-11-28", "2026-11-27"),
        _LEDGER.replace("手で書き換えないで", "書き換えないで"),
        _LEDGER.replace("seal: ", "seal: 0"),
        _LEDGER.replace("/", "/\n      - items/name/"),
        _LEDGER.replace("publications", "publication"),
        "<<<<<<< HEAD\n" + _LEDGER,
        _LEDGER + _LEDGER,
        _LEDGER[:-70],
        "\x00" + _LEDGER,
    ],
)
def test_a_ledger_that_is_not_as_it_was_written_is_told_with_one_remedy(text: str, tmp_path: Path) -> None:
    (tmp_path / "ledger.yml").write_text(text, encoding="utf-8", newline="\n")
    stored, problems = read_ledger(tmp_path)
    assert stored is None
    (problem,) = problems
    assert problem.file == f"{tmp_path.name}/ledger.yml"
    assert "git で最後に保存した台帳に戻してください" in problem.remedy


def test_a_ledger_in_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / "ledger.yml").write_text(_LEDGER, encoding="cp932")
    (problem,) = read_ledger(tmp_path)[1]
    assert "Shift_JIS" in problem.message


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "ledger.yml").mkdir()
    (problem,) = read_ledger(tmp_path)[1]
    assert problem.message.startswith("台帳を読めません")
