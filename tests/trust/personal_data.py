"""Personal data in a document are found before they are published, in every spelling that a document prints them in."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from shutil import copytree
from typing import Final

from generator.archive.loading import load
from generator.problems import has_errors
from tests.cli.test_withhold_command import VOLUME, edit
from tests.evidence.test_personal_data import HELD
from tests.publishing import ROOT
from tests.trust.promise import Form, Promise, Trial

_AT_ONCE: Final = 12


def _trials(form: Form) -> Iterator[Trial]:
    chosen = HELD if form is Form.LONG else HELD[::_AT_ONCE]
    for begin in range(0, len(chosen), _AT_ONCE):
        cases = chosen[begin : begin + _AT_ONCE]
        yield Trial(f"spellings from {begin + 1} on", partial(_publish, cases=cases))


def _publish(folder: Path, cases: list[tuple[str, str, str]]) -> str:
    faults = (_publish_one(folder / str(number), *case) for number, case in enumerate(cases))
    return "; ".join(filter(None, faults))


def _publish_one(folder: Path, kind: str, text: str, words: str) -> str:
    content = copytree(ROOT / "content", folder / "content")
    edit(content / "sources/2022-06-17.txt", VOLUME, f"{VOLUME}\n{text}")
    edit(
        content / "consultations/984.yml", f"text: {VOLUME}", f"text: |\n          {VOLUME}\n          {_joined(text)}"
    )
    told = [problem for problem in load(content).problems if f"{kind}のような" in problem.message]
    if not told or not has_errors(tuple(told)):
        return f"not told: {text!r}"
    letters = "".join(words.split())
    shown = [str(problem) for problem in told if len(letters) > len("03-1") and letters in str(problem)]
    return f"said in full: {shown}" if shown else ""


def _joined(text: str) -> str:
    return re.sub(r"\s*\n\s*", "", text)


PROMISE: Final = Promise("No personal data go online before somebody has decided about that very text", _trials)
