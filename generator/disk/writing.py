"""Writes many files as one act: all of them, or none, whatever happens meanwhile.

New contents are written and flushed beside their places. Then, under a lock, every file is compared with what the
writer has seen in it, and all are put in their places. A program that is killed in between leaves a journal, and the
next one finishes the act or undoes it (``settle``). Nothing that somebody else has written is ever replaced.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from generator.disk.act_on_disk import EditedMeanwhileError, carry_out, prepare, sweep, undo
from generator.disk.changes import FileChange, Obstacle, find_obstacles
from generator.disk.interrupts import holding_interrupts
from generator.disk.reasons import explain, name_from
from generator.disk.write_journal import Act, ActStage, JournalBrokenError, WriteJournal

_BUSY: Final = "ほかで動いている archive が、ファイルを書いています。終わってから、もう一度実行してください。"
_STUCK: Final = (
    "書き込みが途中で止まっていて、終えることも元に戻すこともできません。{reason}\n"
    "    → 原因を除いてから archive check を実行すると、元に戻すか、最後まで終えます。"
)
_BROKEN: Final = (
    "{folder} の控えが壊れているので、途中で止まった書き込みを元に戻せません。\n"
    "    → 内容のファイルを確かめて（git diff など）、正しければ、そのフォルダの中の .json を消してください。"
)
_FINISHED: Final = "前に途中で止まった書き込みがあったので、最後まで終えました。"
_UNDONE: Final = "前に途中で止まった書き込みがあったので、取り消しました。ファイルはその前のままです。"
_KEPT: Final = "ただし、そのあとに書き換えられたものは、そのままにしました。確かめてください: {places}"
_SECONDS_TO_WAIT: Final = 60
# Less what the system takes off: where a group writes the content, each of them can hold the lock.
_FOR_ALL_WRITERS: Final = 0o666


class NotWrittenError(Exception):
    """Nothing was written; the message says to the clerk, in Japanese, what is in the way and what to do."""


class UnfinishedError(Exception):
    """Some files are written and others not; the message says to the clerk, in Japanese, what brings them together."""


@dataclass(frozen=True)
class Settled:
    """What became of an act that a killed program had left: it is ``finished``, or else undone.

    It is undone but for the files ``kept``, as they are called from the folder: they were edited since.
    """

    finished: bool
    kept: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return it as a line for the clerk."""
        if self.finished:
            return _FINISHED
        return _UNDONE + (_KEPT.format(places="、".join(self.kept)) if self.kept else "")


def write_together(journal: WriteJournal, changes: Iterable[FileChange]) -> None:
    """Make ``changes`` in the journal's folder, all or none.

    Raises NotWrittenError where a file is not as the writer has seen it, or cannot be written, and UnfinishedError
    where the disk then fails so badly that what was written cannot even be undone.
    """
    changes = tuple(changes)
    try:
        _refuse(journal.root, changes)
        if any(change.writes for change in changes):
            with _locked(journal):
                _settle(journal)
                _write(journal, changes)
    except OSError as error:
        raise NotWrittenError(explain(error, journal.root)) from error


def settle(journal: WriteJournal) -> Settled | None:
    """Finish or undo what a killed program has left, or return None where it has left nothing.

    Raises NotWrittenError where another program is writing all the time, and UnfinishedError where it cannot be done.
    """
    if journal.stage is None:
        return None
    try:
        with _locked(journal):
            return _settle(journal)
    except OSError as error:
        raise UnfinishedError(_STUCK.format(reason=explain(error, journal.root))) from error


@contextmanager
def _locked(journal: WriteJournal) -> Iterator[None]:
    journal.folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(journal.folder / "lock", timeout=_SECONDS_TO_WAIT, mode=_FOR_ALL_WRITERS):
            yield
    except Timeout as busy:
        raise NotWrittenError(_BUSY) from busy


def _refuse(root: Path, changes: Iterable[FileChange]) -> None:
    found = dict(find_obstacles(root, changes))
    if found:
        raise NotWrittenError(_phrase(found, root))


def _phrase(found: Mapping[Path, Obstacle], root: Path) -> str:
    lines = [f"{name_from(root, path)} {obstacle.message}" for path, obstacle in found.items()]
    remedies = dict.fromkeys(f"    → {obstacle.remedy}" for obstacle in found.values())
    return "\n".join([*lines, *remedies])


def _write(journal: WriteJournal, changes: tuple[FileChange, ...]) -> None:
    written = [change for change in changes if change.writes]
    act = Act.of(journal.root, written)
    try:
        journal.begin(act)
        prepare(journal.root, act, written)
        with holding_interrupts():
            _refuse(journal.root, changes)
            journal.advance(ActStage.BEGUN, ActStage.READY)
            carry_out(journal.root, act)
            journal.advance(ActStage.READY, ActStage.DONE)
            with suppress(OSError):  # what still waits beside is swept by the next program
                _close(journal, act)
    except EditedMeanwhileError as edited:
        _give_back(journal, act, edited)
        raise NotWrittenError(_phrase({edited.path: Obstacle.EDITED}, journal.root)) from edited
    except BaseException as error:
        _give_back(journal, act, error)
        raise


def _give_back(journal: WriteJournal, act: Act, error: BaseException) -> None:
    """Undo what was done of ``act`` before ``error``."""
    stage = journal.stage
    try:
        with holding_interrupts():
            _call_off(journal, act)
    except OSError as failure:
        # Where nothing was in its place yet, nothing but what waits beside is left, for the next program to sweep.
        if stage is not ActStage.BEGUN and stage is not None:
            raise UnfinishedError(_STUCK.format(reason=explain(failure, journal.root))) from error


def _call_off(journal: WriteJournal, act: Act) -> tuple[str, ...]:
    """End ``act`` as far as it has come, in its place or not at all; return the places of files that were edited since.

    Raises OSError.
    """
    kept: tuple[str, ...] = ()
    if journal.stage is ActStage.READY:
        journal.advance(ActStage.READY, ActStage.UNDONE)
    if journal.stage is ActStage.UNDONE:
        kept = undo(journal.root, act)
    _close(journal, act)
    return kept


def _close(journal: WriteJournal, act: Act) -> None:
    sweep(journal.root, act)
    journal.close()


def _settle(journal: WriteJournal) -> Settled | None:
    stage = journal.stage
    if stage is None:
        return None
    try:
        act = journal.read(stage)
    except JournalBrokenError as broken:
        raise UnfinishedError(_BROKEN.format(folder=name_from(journal.root, journal.folder))) from broken
    with holding_interrupts():
        if stage is ActStage.READY:
            try:
                carry_out(journal.root, act)
            except (EditedMeanwhileError, OSError):  # what can be done is to undo it
                return Settled(finished=False, kept=_call_off(journal, act))
            journal.advance(ActStage.READY, ActStage.DONE)
        finished = journal.stage is ActStage.DONE
        return Settled(finished, kept=_call_off(journal, act))
