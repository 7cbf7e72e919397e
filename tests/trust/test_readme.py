"""README.md names every promise with the module that tries it, in the order in which they are tried."""

import re

from tests.publishing import ROOT
from tests.trust.every_promise import PROMISES

ROW = re.compile(r"^\| (.+?) \| `(tests/trust/\w+\.py)`.*\|$", re.MULTILINE)


def test_every_promise_stands_in_the_readme_with_what_tries_it() -> None:
    rows = ROW.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    tried = [(promise.words, f"{promise.trials.__module__.replace('.', '/')}.py") for promise in PROMISES]
    assert rows == tried
