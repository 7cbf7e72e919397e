"""Tries every promise in its long form and prints one table: ``python -m tests.trust``.

What has been tried is noted in ``.cache/trust/``, by the state of the program: who is interrupted goes on from there.
"""

import argparse
import hashlib
import json
import multiprocessing
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from os import cpu_count
from pathlib import Path
from typing import Final

from tests.publishing import ROOT
from tests.trust.every_promise import PROMISES
from tests.trust.promise import Form, Promise
from tests.trust.trying import FAILED, HELD, NOT_TRIED, try_one

_NOTES: Final = ROOT / ".cache/trust"
_PROGRAM: Final = ("generator", "theme", "content", "tests/trust", "site_config.yml", "requirements.txt")

# What came of each trial, and why, by the words of its promise and its name.
Outcomes = dict[tuple[str, str], tuple[str, str]]


def main() -> None:
    """Try what has not been tried; exit status 1 where a promise was not kept."""
    options = _read_options()
    promises = [promise for promise in PROMISES if options.only in promise.words]
    notes = _NOTES / f"{_digest_program()}-{options.form.name.lower()}.jsonl"
    if options.again:
        notes.unlink(missing_ok=True)
    started = time.monotonic()
    outcomes = _read_notes(notes)
    _try_all(promises, options.form, notes, outcomes, options.processes)
    _say("\n".join(compose_table(promises, options.form, outcomes)))
    _say(f"{time.monotonic() - started:.0f} s with {options.processes} processes")
    sys.exit(any(outcome == FAILED for outcome, _ in outcomes.values()))


def _read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.trust", description=__doc__)
    parser.add_argument("--short", dest="form", action="store_const", const=Form.SHORT, default=Form.LONG)
    parser.add_argument("--only", default="", metavar="WORDS", help="only the promises that have these words")
    parser.add_argument("--again", action="store_true", help="try everything anew")
    parser.add_argument("--processes", type=int, default=cpu_count() or 1)
    return parser.parse_args()


def _digest_program() -> str:
    digest = hashlib.sha256()
    for path in sorted(path for name in _PROGRAM for path in (ROOT / name, *(ROOT / name).rglob("*"))):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.relative_to(ROOT).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def _read_notes(notes: Path) -> Outcomes:
    if not notes.exists():
        return {}
    lines = notes.read_text(encoding="utf-8").splitlines()
    entries = (json.loads(line) for line in lines if line.endswith("}"))  # the last may have been cut off
    return {(each["promise"], each["trial"]): (each["outcome"], each["why"]) for each in entries}


def _try_all(promises: Sequence[Promise], form: Form, notes: Path, outcomes: Outcomes, processes: int) -> None:
    waiting = [(promise.words, trial) for promise in promises for trial in promise.trials(form)]
    waiting = [(words, trial) for words, trial in waiting if (words, trial.name) not in outcomes]
    notes.parent.mkdir(parents=True, exist_ok=True)
    # A process of its own for each: what is forked from one with threads may hang.
    context = multiprocessing.get_context("spawn")
    with notes.open("a", encoding="utf-8") as file, ProcessPoolExecutor(processes, mp_context=context) as pool:
        running = {pool.submit(try_one, trial): (words, trial.name) for words, trial in waiting}
        for done, future in enumerate(as_completed(running), start=1):
            words, name = running[future]
            outcome, why = outcomes[words, name] = future.result()
            note = {"promise": words, "trial": name, "outcome": outcome, "why": why}
            print(json.dumps(note, ensure_ascii=False), file=file, flush=True)
            if outcome != HELD:
                _say(f"{outcome}: {words}: {name}: {why}")
            elif done % 50 == 0:
                _say(f"{done} of {len(waiting)} trials done")


def compose_table(promises: Sequence[Promise], form: Form, outcomes: Outcomes) -> Iterator[str]:
    """Yield the lines of the table, in Markdown: a promise, and how many trials of it held or failed."""
    yield "| promise | tried | held | failed | not tried here |"
    yield "|---|---|---|---|---|"
    total: Counter[str] = Counter()
    for promise in promises:
        names = [trial.name for trial in promise.trials(form)]
        counts = Counter(outcomes.get((promise.words, name), (NOT_TRIED, ""))[0] for name in names)
        yield _compose_row(promise.words, counts)
        total += counts
    yield _compose_row("all", total)


def _compose_row(words: str, counts: Counter[str]) -> str:
    tried = counts[HELD] + counts[FAILED]
    return f"| {words} | {tried} | {counts[HELD]} | {counts[FAILED]} | {counts[NOT_TRIED]} |"


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
