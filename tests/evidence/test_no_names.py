"""Words that stand where a name is looked for, and are one or none."""

from pathlib import Path

import pytest
import yaml

from generator.evidence.no_names import names_nothing

WORDS = yaml.safe_load((Path(__file__).parent / "no_names.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("words", WORDS["none"])
def test_these_are_no_name(words: str) -> None:
    assert names_nothing(words)


@pytest.mark.parametrize("words", WORDS["names"])
def test_these_are_one(words: str) -> None:
    assert not names_nothing(words)
