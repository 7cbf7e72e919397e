"""Periods: how long reading them takes; what they say stands with the other readers' cases (test_readers.py)."""

import pytest

from generator.importer.facts.periods import read_period


@pytest.mark.parametrize("letter", [" ", "更", "個"])
@pytest.mark.timeout(20)
def test_a_long_period_is_read_fast(letter: str) -> None:
    # Looked through from each of its characters anew, this text would take most of a minute.
    period, _ = read_period(f"令和４年４月１日{letter * 40_000}")
    assert period is not None
