"""By which articles the ward has asked before."""

import shutil
from pathlib import Path

from generator.importer.facts.precedents import Precedents
from generator.model.vocabulary import MeasureType
from tests.evidence.laws import TITLE
from tests.publishing import ROOT


def test_the_archive_tells_the_articles_of_each_measure() -> None:
    precedents = Precedents(ROOT / "content")
    assert [str(each) for each in precedents.articles_of(MeasureType.OUTSOURCING)] == [f"{TITLE}第12条"]
    assert precedents.articles_of(MeasureType.COMPUTER_RECORDING) == ()


def test_an_archive_without_consultations_tells_none(tmp_path: Path) -> None:
    assert Precedents(tmp_path).articles_of(MeasureType.OUTSOURCING) == ()
    assert Precedents().articles_of(MeasureType.OUTSOURCING) == ()


def test_what_nobody_has_confirmed_and_what_cannot_be_read_tells_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "consultations"
    folder.mkdir()
    shutil.copy(ROOT / "content" / "consultations" / "976.yml", folder)
    file = folder / "976.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("title:", "# 要確認: 題名\ntitle:", 1), encoding="utf-8")
    (folder / "977.yml").write_text("number: [", encoding="utf-8")
    assert Precedents(tmp_path).articles_of(MeasureType.OUTSOURCING) == ()
