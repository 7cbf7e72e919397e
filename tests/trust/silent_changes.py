"""Something that was published is changed by hand, in the file and the source alike: the check tells it.

Each kind of change once, as the cases of tests/site/ledger/published.yml describe it, and single characters of the
documents at random places.
"""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random
from shutil import copytree
from typing import Final

from generator.problems import Severity, has_errors
from generator.site.ledger.checking import load_and_check
from tests.commands import run_archive
from tests.publishing import ROOT
from tests.site.ledger.publishing import CASES, edit, published, told
from tests.trust.promise import Form, Promise, Trial

_SHORT: Final = ("count-changed-in-file-and-source", "address-of-an-item-changed", "name-of-an-item-changed")
# How many trials there are in a form, and how many characters are changed in each.
_CHARACTERS: Final = {Form.SHORT: (1, 5), Form.LONG: (10, 40)}
_AROUND: Final = 6


def _trials(form: Form) -> Iterator[Trial]:
    cases = (
        [case for case in CASES if any(each.severity is Severity.ERROR for each in told(case))]
        if form is Form.LONG
        else _SHORT
    )
    yield from (Trial(case.replace("-", " "), partial(_change, case=case)) for case in cases)
    trials, count = _CHARACTERS[form]
    for seed in range(trials):
        yield Trial(f"{count} characters of documents, {seed}", partial(_alter_characters, seed=seed, count=count))


def _change(folder: Path, case: str) -> str:
    content = published(folder)
    edit(case, content)
    done = run_archive(folder, "check", "--content", str(content))
    missing = [each.message for each in told(case) if each.message not in done.stderr]
    if done.returncode != 1 or missing or "Traceback" in done.stderr:
        return f"status {done.returncode}, not told: {missing}: {done.stderr}"
    return ""


def _alter_characters(folder: Path, seed: int, count: int) -> str:
    random = Random(seed)  # noqa: S311 - the same places each time are what is wanted
    content = copytree(ROOT / "content", folder / "content")
    faults = (_alter_one(content, random) for _ in range(count))
    return "; ".join(filter(None, faults))


def _alter_one(content: Path, random: Random) -> str:
    """Change a character of a document in the source and in the consultation's file, look, and change it back."""
    source = random.choice(sorted((content / "sources").iterdir()))
    text = source.read_text(encoding="utf-8")
    while True:
        place = random.randrange(_AROUND, len(text) - _AROUND)
        words = text[place - _AROUND : place + _AROUND]
        if not re.search(r"\s", words) and len(_found(words, text)) == 1:
            files = [path for path in (content / "consultations").iterdir() if len(_found(words, _read(path))) == 1]
            if len(files) == 1:
                break
    new = random.choice("一二三四五六七八九十あいうえお区民")
    if new == text[place]:
        return ""
    before = {path: _read(path) for path in (source, files[0])}
    for path, old in before.items():
        at = _found(words, old)[0].start(_AROUND + 1)
        path.write_text(f"{old[:at]}{new}{old[at + 1 :]}", encoding="utf-8", newline="\n")
    is_told = has_errors(load_and_check(content).problems)
    for path, old in before.items():
        path.write_text(old, encoding="utf-8", newline="\n")
    return "" if is_told else f"{files[0].name}: {text[place]} became {new} in {words!r}, and nothing was told"


def _found(words: str, text: str) -> list[re.Match[str]]:
    """Return where ``words`` stand in ``text``, wherever lines are broken; group n is the character n, from 1."""
    letters = r"\s*".join(f"({re.escape(letter)})" for letter in words)
    return list(re.finditer(letters, text))


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


PROMISE: Final = Promise("Nothing that was published changes in silence", _trials)
