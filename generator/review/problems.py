"""The problems of the check as the page shows them, and what they come to."""

import re
from collections.abc import Iterator
from typing import Final

from generator.problems import Problem, Severity
from generator.review.draft import Draft
from generator.review.placing import anchor_at
from generator.review.views import EntryDoubtsView, EntryView, ProblemsView, ProblemView

# So many of one kind are told one by one.
MOST_TOLD: Final = 3
_NAME: Final = re.compile("「[^「」]*」|(?:第[0-9]+[条項号](?:の[0-9]+)*)+ ?")
_NAME_LEFT_OUT: Final = "「…」"
_NOTHING_LEFT: Final = "このファイルに、確かめることは残っていません。"
_NEXT: Final = "左右を見比べて正しければ、次は archive check です。"


def own_problems(draft: Draft, severity: Severity) -> tuple[ProblemView, ...]:
    """Return the problems of ``severity`` in the draft's file and its source."""
    return tuple(_view(problem, draft) for problem in draft.problems if problem.severity is severity)


def registry_errors(draft: Draft) -> tuple[ProblemsView, ...]:
    """Return the errors in the registries, many of one kind together."""
    return tuple(_folded(draft))


def entry_doubts_of(draft: Draft) -> tuple[EntryDoubtsView, ...]:
    """Return the open questions at the registry entries that the draft uses, those of the same words together."""
    entries: dict[str, list[EntryView]] = {}
    for doubt in draft.entry_doubts:
        entries.setdefault(doubt.message, []).append(EntryView(doubt.name, f"{doubt.file} {doubt.line}行目"))
    return tuple(EntryDoubtsView(message, tuple(views)) for message, views in entries.items())


def verdict(draft: Draft, *, is_whole: bool) -> tuple[str, bool]:
    """Return what is left to do in one or two sentences, and whether nothing is left."""
    warnings = sum(problem.severity is Severity.WARNING for problem in draft.problems)
    own = _counted(
        (Severity.ERROR, len(draft.problems) - warnings),
        ("要確認", len(draft.questions or ())),
        (Severity.WARNING, warnings),
    )
    registries = _counted(("要確認", len(draft.entry_doubts)), (Severity.ERROR, len(draft.elsewhere)))
    is_done = is_whole and not own
    said = (
        f"このファイルに、{own}あります。" if own else _NOTHING_LEFT,
        f"登録のファイルに、{registries}あります。" if registries else "",
        _NEXT if is_done else "",
    )
    return "".join(said), is_done and not registries


def _counted(*counts: tuple[str, int]) -> str:
    return "、".join(f"{what}が{count}件" for what, count in counts if count)


def _folded(draft: Draft) -> Iterator[ProblemsView]:
    kinds: dict[tuple[str, str], list[Problem]] = {}
    for problem in draft.elsewhere:
        kind = _NAME.sub(_NAME_LEFT_OUT, problem.message)
        kinds.setdefault((kind, problem.remedy), []).append(problem)
    for (kind, remedy), problems in kinds.items():
        views = tuple(_view(problem, draft) for problem in problems)
        yield ProblemsView(kind if len(views) > MOST_TOLD else "", remedy, views)


def _view(problem: Problem, draft: Draft) -> ProblemView:
    anchor = anchor_at(draft.stored, problem.line) if draft.stored and problem.file == draft.file else ""
    return ProblemView(_place(problem, draft), problem.message, problem.remedy, anchor)


def _place(problem: Problem, draft: Draft) -> str:
    if problem.file == draft.file:
        return problem.file if draft.is_gone else f"YAML {problem.line}行目"
    if draft.source and problem.file == draft.source.document.file:
        return f"元の文書 {problem.line}行目"
    return f"{problem.file} {problem.line}行目"
