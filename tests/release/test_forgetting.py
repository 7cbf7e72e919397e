"""An earlier build that shows what a later one withholds is not kept."""

from hashlib import sha256
from pathlib import Path

import pytest

from generator.release.forgetting import shows_withheld_words
from generator.release.live_site import LiveSite
from generator.release.manifest import MANIFEST, compose_manifest


def build(folder: Path, text: str, number: int = 984) -> Path:
    file = folder / f"consultations/{number}.yml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    listed = {"consultations/984.yml": sha256(text.encode()).hexdigest()}
    (folder / MANIFEST).write_bytes(compose_manifest(listed))
    return folder


SHOWN = "number: 984\ntext: 090-0000-1234\n"
WITHHELD = "number: 984\nwithheld:\n  - words: ■■■\ntext: ■■■\n"
WITHHELD_TWICE = "number: 984\nwithheld:\n  - words: ■■■\ntext: ■■■と■■■\n"

OTHERS_WITHHELD = "number: 984\nwithheld:\n  - words: ■■\ntext: 090-0000-1234の■■\n"


@pytest.mark.parametrize(
    ("earlier", "later", "shows"),
    [
        (SHOWN, WITHHELD, True),
        (WITHHELD, WITHHELD_TWICE, True),
        (WITHHELD, OTHERS_WITHHELD, True),
        (WITHHELD, WITHHELD, False),
        (WITHHELD, SHOWN, False),
        (SHOWN, SHOWN, False),
    ],
)
def test_it_shows_them_where_other_words_were_black(earlier: str, later: str, shows: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a column of the table
    builds = build(tmp_path / "earlier", earlier), build(tmp_path / "later", later)
    assert shows_withheld_words(*builds) is shows


def test_a_consultation_that_is_new_is_shown_by_no_earlier_build(tmp_path: Path) -> None:
    (tmp_path / "earlier").mkdir()
    assert not shows_withheld_words(tmp_path / "earlier", build(tmp_path / "later", WITHHELD))


def test_one_that_has_another_number_now_may_be_shown_by_an_earlier_build(tmp_path: Path) -> None:
    assert shows_withheld_words(build(tmp_path / "earlier", SHOWN), build(tmp_path / "later", WITHHELD, 985))


def test_no_version_that_shows_them_is_one_back(tmp_path: Path) -> None:
    site = LiveSite.at(tmp_path / "site")
    for text, kept in ((SHOWN, False), (SHOWN + "# 2\n", True), (WITHHELD, False), (WITHHELD + "# 2\n", True)):
        with site.hold():
            new = site.make_folder()
            build(new, text)
            site.put_in_place(new)
        assert site.previous.exists() is kept, text
