"""The tests that press Ctrl+C end also where a shell ignores it, as it does for what a script starts with &."""

import os
import subprocess
import sys

import pytest

from tests.commands import ENVIRONMENT
from tests.publishing import ROOT

if sys.platform == "win32":
    pytest.skip("Windows has no shell that ignores Ctrl+C", allow_module_level=True)

ASKED = "tests/cli/test_keyboard.py::test_a_question_is_answered_at_the_keyboard"
SERVED = "tests/review/test_serving.py"


def test_they_end_in_the_background_of_a_script() -> None:
    run = f"{sys.executable} -m pytest -q -n 0 --timeout 120 -p no:cacheprovider -k 'x03 or ends' {ASKED} {SERVED}"
    command = f"{run} & wait $!"
    environment = {name: value for name, value in (os.environ | ENVIRONMENT).items() if "PYTEST" not in name}
    finished = subprocess.run(  # noqa: S603 - the shell that is on every system but Windows
        ["/bin/sh", "-c", command],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=240,
    )
    assert "2 passed" in finished.stdout, finished.stdout + finished.stderr
