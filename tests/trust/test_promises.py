"""The short form of `python -m tests.trust`."""

from pathlib import Path

import pytest

from tests.trust.every_promise import PROMISES
from tests.trust.promise import Form, Trial

TRIALS = [
    pytest.param(trial, id=f"{promise.words}: {trial.name}")
    for promise in PROMISES
    for trial in promise.trials(Form.SHORT)
]


@pytest.mark.parametrize("trial", TRIALS)
def test_a_promise_holds(trial: Trial, tmp_path: Path) -> None:
    assert trial.run(tmp_path) == ""
