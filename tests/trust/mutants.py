"""Nothing in the content changes in silence: thousands of mistakes in the real files, each told or without effect.

What may change and pass is listed (``_FREE_KEYS``): what no document says. Of the configuration the texts may change.
"""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, partial
from pathlib import Path
from random import Random
from typing import Any, Final
from unittest.mock import patch

from generator.archive.loading import Loaded
from generator.archive.sources import split_source
from generator.japanese.look_alikes import mend_look_alikes
from generator.kinds.registered_law import LawVersion
from generator.problems import Problem, has_errors
from generator.site.configuration.site_config import SiteConfig, read_named_pages, read_site_config
from generator.site.ledger.checking import load_and_check
from generator.site.ledger.published_addresses import published_addresses
from generator.store.files import CONSULTATIONS, REGISTRIES, SOURCES, read_data
from tests.publishing import ROOT
from tests.trust.mutating import LETTERS, LINES, SLIPS, change_both, spoil_bytes
from tests.trust.promise import Form, Promise, Trial

_MANY: Final = 20_000
_FEW: Final = 60
_BATCH: Final = 100
# How many of all are made in a consultation and its source alike, and how many of the others are of bytes.
_IN_BOTH: Final = 0.1
_SPOILT: Final = 0.1
_FILES: Final = ("content", "theme", "site_config.yml")
_JAPANESE: Final = re.compile("[ぁ-ヿ一-鿿]")
# Words of the programs beneath, which no clerk should have to read.
_ENGLISH: Final = re.compile(r"Traceback|Error|while (?:scanning|parsing)|expected|<class|object at 0x")
# Keys of a registry that say nothing of a document: how a name is read and grouped, and what else it is called. No
# document says since when a law applies; its source is named on its page.
_FREE_KEYS: Final = frozenset(
    {"reading", "category", "kind", "division", "also_called", "aliases", "short_names", "since", "until", "source"}
)
# What a version is called is the archive's own; where its slug is part of an address, the ledger tells.
_FREE_OF_A_VERSION: Final = _FREE_KEYS | {"name", "slug"}


@dataclass(frozen=True)
class Seen:
    """What was told of an archive, and what its readers would be shown."""

    problems: tuple[Problem, ...]
    shown: Any


def _trials(form: Form) -> Iterator[Trial]:
    count, batch = (_MANY, _BATCH) if form is Form.LONG else (_FEW, _FEW // 3)
    for first in range(0, count, batch):
        yield Trial(f"mutants {first} to {first + batch - 1}", partial(_try_batch, first=first, count=batch))


def _try_batch(folder: Path, first: int, count: int) -> str:
    for name in _FILES:
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile)(ROOT / name, folder / name)
    with _reading_each_text_once():
        before = see(folder)
        assert before.problems == (), "\n".join(map(str, before.problems))
        faults = [fault for seed in range(first, first + count) if (fault := _try_mutant(folder, seed, before))]
    return "\n".join(faults)


class _reading_each_text_once:  # noqa: N801 - reads as what it does
    """What a file's bytes say depends on nothing else: files that no mistake touches are read once."""

    def __enter__(self) -> None:
        once = cache(read_data)
        self._patches: list[Any] = [
            patch("generator.store.files.read_data", once),
            patch("generator.store.ledger_file.read_data", once),
            patch("generator.archive.loading.split_source", cache(split_source)),
        ]
        for each in self._patches:
            each.start()

    def __exit__(self, *_: object) -> None:
        for each in self._patches:
            each.stop()


def see(folder: Path) -> Seen:
    """Check the archive in ``folder`` as ``archive check`` does."""
    config = folder / "site_config.yml"
    loaded = load_and_check(folder / "content", pages=read_named_pages(config)).loaded
    configuration, problems = read_site_config(config)
    if configuration is not None and loaded.archive is not None and not has_errors(loaded.problems):
        addresses = published_addresses(loaded.archive, loaded.belongings)
        problems = (*problems, *configuration.check_archive(loaded.archive.meetings, addresses))
    return Seen((*loaded.problems, *problems), _shown(loaded, configuration))


def _shown(loaded: Loaded, configuration: SiteConfig | None) -> Any:  # noqa: ANN401 - compared and no more
    if loaded.archive is None:
        return None
    consultations = [record.consultation for record in loaded.archive.written]
    registries = {kind.file: _without_free_keys(stored.value) for kind, stored in loaded.registries.items()}
    days = {
        # A reader takes a radical in a source for the kanji, and the page has the kanji.
        day: {number: mend_look_alikes(document.text) for number, document in documents.items()}
        for day, documents in loaded.sources.by_day.items()
    }
    return consultations, registries, days, configuration is not None


def _without_free_keys(value: Any) -> Any:  # noqa: ANN401 - any part of a registry
    if isinstance(value, tuple):
        return tuple(map(_without_free_keys, value))
    if not is_dataclass(value):
        return value
    return {
        field.name: _without_free_keys(getattr(value, field.name))
        for field in fields(value)
        if field.name not in (_FREE_OF_A_VERSION if isinstance(value, LawVersion) else _FREE_KEYS)
    }


def _try_mutant(folder: Path, seed: int, before: Seen) -> str:
    """Return what is wrong with how the mutant of ``seed`` is taken, or nothing."""
    chance = Random(seed)  # noqa: S311 - any chance will do, if it is the same again
    what, mutants = _mutate(chance, folder)
    originals = {path: path.read_bytes() for path in mutants}
    try:
        for path, data in mutants.items():
            path.write_bytes(data)
        fault = _judge(folder, before)
    finally:
        for path, data in originals.items():
            path.write_bytes(data)
    return f"mutant {seed}: {[path.name for path in mutants]}: {what}: {fault}" if fault else ""


def _mutate(chance: Random, folder: Path) -> tuple[str, dict[Path, bytes]]:
    """Return what is done, and the files that it is done to as they are then."""
    content = folder / "content"
    consultations = sorted((content / CONSULTATIONS).glob("*.yml"))
    registries = [content / name for name in REGISTRIES]
    sources = sorted((content / SOURCES).glob("*.txt"))
    if chance.random() < _IN_BOTH:
        path, source = chance.choice(consultations), chance.choice(sources)
        texts = change_both(chance, path.read_bytes().decode(), source.read_bytes().decode())
        return "changed in both", {file: text.encode() for file, text in zip((path, source), texts, strict=True)}
    path = chance.choice((*consultations, *registries, *sources, folder / "site_config.yml"))
    if chance.random() < _SPOILT:
        what, data = spoil_bytes(chance, path.read_bytes())
        return what, {path: data}
    mutation = chance.choice(chance.choice((LETTERS, LETTERS, LINES) if path in sources else (LETTERS, LINES, SLIPS)))
    return mutation.__name__, {path: mutation(chance, path.read_bytes().decode()).encode()}


def _judge(folder: Path, before: Seen) -> str:
    try:
        after = see(folder)
    except Exception as error:  # noqa: BLE001 - whatever it is, a clerk would see it
        return f"ends in {error!r}"
    for problem in after.problems:
        if problem.line < 1 or problem.column < 1 or not _JAPANESE.search(problem.message) or not problem.remedy:
            return f"is told badly: {problem}"
        if _ENGLISH.search(problem.message + problem.remedy):
            return f"is told in English: {problem}"
    if not after.problems and after.shown != before.shown:
        return "changes what readers are shown, and is not told"
    return ""


PROMISE: Final = Promise("No mistake in a file passes unnoticed or ends in a traceback", _trials)
