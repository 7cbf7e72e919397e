"""Words at random places are withheld: they are nowhere any more, or nothing has changed and the reason is told."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random
from shutil import copytree
from typing import Final

from generator.archive.loading import load
from generator.evidence.spelt_words import find_words
from generator.model.consultation import Consultation
from generator.model.texts import texts_of
from generator.problems import has_errors
from generator.store.files import read_file
from tests.cli.test_withhold_command import withhold
from tests.publishing import ROOT
from tests.trust.archives import read_folder
from tests.trust.promise import Form, Promise, Trial

_TRIALS: Final = {Form.SHORT: (1, 4), Form.LONG: (12, 12)}
_LONGEST: Final = 30


def _trials(form: Form) -> Iterator[Trial]:
    trials, count = _TRIALS[form]
    for seed in range(trials):
        yield Trial(f"{count} words, {seed}", partial(_withhold_some, seed=seed, count=count))


def _withhold_some(folder: Path, seed: int, count: int) -> str:
    random = Random(seed)  # noqa: S311 - the same places each time are what is wanted
    faults = (_withhold_one(folder / str(number), random) for number in range(count))
    return "; ".join(filter(None, faults))


def _withhold_one(folder: Path, random: Random) -> str:
    content = copytree(ROOT / "content", folder / "content")
    file = random.choice(sorted((content / "consultations").glob("*.yml")))
    words = _some_words(file, random)
    before = read_folder(content)
    done = withhold(folder, file.stem, "--words", words, "--reason", "試し")
    if "Traceback" in done.stderr or "思いがけない" in done.stderr:
        return f"{file.stem} 「{words}」: {done.stderr}"
    if done.returncode != 0:
        return "" if read_folder(content) == before and "何も変えていません" in done.stderr else f"「{words}」: changed"
    if any(find_words(words, text) for _, text in texts_of(_read(file))):
        return f"{file.stem} still says 「{words}」"
    # A fact whose words are withheld has none to carry it, and somebody takes it out: nothing else may be wrong.
    wrong = [each for each in load(content).problems if "元の文書" in each.message or "withheld" in each.message]
    return f"{file.stem} 「{words}」: {wrong[0]}" if has_errors(tuple(wrong)) else ""


def _some_words(file: Path, random: Random) -> str:
    while True:
        text = random.choice([text for _, text in texts_of(_read(file))])
        start = random.randrange(len(text))
        words = text[start : start + random.randint(2, _LONGEST)].strip()
        if len("".join(words.split())) > 1:
            return words


def _read(file: Path) -> Consultation:
    stored, problems = read_file(file, file.name, Consultation)
    assert stored is not None, problems
    value: Consultation = stored.value
    return value


PROMISE: Final = Promise("What is withheld is gone everywhere, and no new import brings it back", _trials)
