"""The page of the review, made of a draft: what is left to do, what was found, and the comparison with its source."""

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

from generator.archive.record import Record
from generator.problems import Problem, Severity
from generator.review.alignment import align, blocks_of, proof_of
from generator.review.findings import Findings
from generator.review.marking import MarkedDocument, Marking
from generator.review.questions import path_of, release
from generator.review.review_draft import ReviewedDraft
from generator.review.review_sections import Sections, anchor_at, doubt_view, place_doubts
from generator.review.review_views import (
    AdviceView,
    DoubtView,
    EntryDoubtsView,
    EntryView,
    FindingView,
    ProblemsView,
    ProblemView,
    ProofView,
    ReviewedSectionView,
    ReviewView,
)
from generator.review.source_lines import SourceLines, owners_of
from generator.site.pages.rendering import Renderer
from generator.site.wording import number_name

TEMPLATES: Final = Path(__file__).parent / "templates"
_STALE: Final = "{why}、最後に読めたときの内容を示しています。YAMLの行番号はずれていることがあります。"
_UNCOUNTED: Final = "{why}、要確認は数えられません。"
_UNREAD: Final = "{why}、まだ照合していません。上のエラーを直して保存してください。"
# So many of one kind are told one by one.
_MOST_TOLD: Final = 3
_NAME: Final = re.compile("「[^「」]*」|(?:第[0-9]+[条項号](?:の[0-9]+)*)+ ?")
_NAME_LEFT_OUT: Final = "「…」"
_NOTHING_LEFT: Final = "このファイルに、確かめることは残っていません。"
_NEXT: Final = "左右を見比べて正しければ、次は archive check です。"


def render(view: ReviewView) -> str:
    """Return the HTML of ``view``."""
    return Renderer.from_folder(TEMPLATES).environment.get_template("review.html").render(view=view)


def review_view(draft: ReviewedDraft, stamp: str, last: ReviewedDraft | None = None) -> ReviewView:
    """Return the page of ``draft``; ``last`` is the file when it could last be read, shown where it cannot be now."""
    shown = draft if draft.stored else last
    if shown is None or shown.stored is None:
        return _without_result(draft, stamp)
    stored = shown.stored
    record = Record(stored.value)
    blocks = blocks_of(record.consultation)
    alignment = align(blocks, draft.source.document.text) if draft.source else None
    # An earlier state of the file has other lines than the one its questions stand in.
    asked = draft.questions or () if draft.stored else ()
    questions = tuple((path_of(question, stored, draft.lines), question) for question in asked)
    marks = MarkedDocument(record, draft.names, blocks, alignment, questions)
    lines = None
    if draft.source and alignment:
        length = len(draft.source.document.text)
        owners = owners_of(blocks, alignment.positions, length)
        lines = SourceLines(draft.source, marks.in_source(length), owners)
    doubts = tuple(place_doubts(marks, lines))
    return _view(
        draft,
        stamp,
        record.consultation.title,
        doubts=tuple(doubt.view for doubt in doubts) if draft.stored else _plain_doubts(draft),
        findings=tuple(Findings(record, release(stored, shown.lines, shown.questions or ()), draft.names).views()),
        proof=proof_of(stored, blocks, alignment, draft.source, shown.difference),
        sections=tuple(Sections(marks, lines, doubts, stored).views()),
    )


def _without_result(draft: ReviewedDraft, stamp: str) -> ReviewView:
    return _view(
        draft,
        stamp,
        "",
        doubts=_plain_doubts(draft),
        findings=(),
        proof=ProofView(whole=False, text=_UNREAD.format(why=_why(draft)), differences=(), more=0),
        sections=(),
    )


def _view(  # noqa: PLR0913 - the parts of the page
    draft: ReviewedDraft,
    stamp: str,
    title: str,
    *,
    doubts: tuple[DoubtView, ...],
    findings: tuple[FindingView, ...],
    proof: ProofView,
    sections: tuple[ReviewedSectionView, ...],
) -> ReviewView:
    said, is_ready = _verdict(draft, is_whole=proof.whole)
    return ReviewView(
        stamp=stamp,
        name=number_name(draft.number),
        title=title,
        file=draft.file,
        source_file=draft.source.document.file if draft.source else "",
        verdict=said,
        is_ready=is_ready,
        stale=_STALE.format(why=_why(draft)) if sections and draft.stored is None else "",
        errors=_own_problems(draft, Severity.ERROR),
        warnings=_own_problems(draft, Severity.WARNING),
        registry_errors=tuple(_registry_errors(draft)),
        doubts=doubts,
        uncounted=_UNCOUNTED.format(why=_why(draft)) if draft.questions is None else "",
        advice=_advice(doubts),
        entry_doubts=_entry_doubts_of(draft),
        findings=findings,
        proof=proof,
        sections=sections,
        lines=SourceLines(draft.source, Marking()).views() if draft.source and not sections else (),
    )


def _why(draft: ReviewedDraft) -> str:
    return "ファイルがないため" if draft.is_gone else "ファイルが読めないため"


def _advice(doubts: tuple[DoubtView, ...]) -> tuple[AdviceView, ...]:
    ordinals: dict[str, list[int]] = {}
    for doubt in doubts:
        ordinals.setdefault(doubt.advice, []).append(doubt.ordinal)
    return tuple(AdviceView(_in_runs(of) if len(ordinals) > 1 else "", text) for text, of in ordinals.items())


def _in_runs(numbers: list[int]) -> str:
    """Return ascending ``numbers`` in words: 1、3〜9."""
    runs = [list(run) for _, run in groupby(enumerate(numbers), key=lambda each: each[1] - each[0])]
    return "、".join(f"{run[0][1]}〜{run[-1][1]}" if len(run) > 1 else str(run[0][1]) for run in runs)


def _plain_doubts(draft: ReviewedDraft) -> tuple[DoubtView, ...]:
    asked = draft.questions or ()
    return tuple(doubt_view(question, ordinal, len(asked)) for ordinal, question in enumerate(asked, start=1))


def _own_problems(draft: ReviewedDraft, severity: Severity) -> tuple[ProblemView, ...]:
    """Return the problems of ``severity`` in the draft's file and its source."""
    return tuple(_problem_view(problem, draft) for problem in draft.problems if problem.severity is severity)


def _entry_doubts_of(draft: ReviewedDraft) -> tuple[EntryDoubtsView, ...]:
    """Return the open questions at the registry entries that the draft uses, those of the same words together."""
    entries: dict[str, list[EntryView]] = {}
    for doubt in draft.entry_doubts:
        entries.setdefault(doubt.message, []).append(EntryView(doubt.name, f"{doubt.file} {doubt.line}行目"))
    return tuple(EntryDoubtsView(message, tuple(views)) for message, views in entries.items())


def _verdict(draft: ReviewedDraft, *, is_whole: bool) -> tuple[str, bool]:
    """Return what is left to do in one or two sentences, and whether nothing is left."""
    warnings = sum(problem.severity is Severity.WARNING for problem in draft.problems)
    own = _count_in_words(
        (Severity.ERROR, len(draft.problems) - warnings),
        ("要確認", len(draft.questions or ())),
        (Severity.WARNING, warnings),
    )
    registries = _count_in_words(("要確認", len(draft.entry_doubts)), (Severity.ERROR, len(draft.elsewhere)))
    is_done = is_whole and not own
    said = (
        f"このファイルに、{own}あります。" if own else _NOTHING_LEFT,
        f"登録のファイルに、{registries}あります。" if registries else "",
        _NEXT if is_done else "",
    )
    return "".join(said), is_done and not registries


def _count_in_words(*counts: tuple[str, int]) -> str:
    return "、".join(f"{what}が{count}件" for what, count in counts if count)


def _registry_errors(draft: ReviewedDraft) -> Iterator[ProblemsView]:
    """Yield the errors in the registries, many of one kind together."""
    kinds: dict[tuple[str, str], list[Problem]] = {}
    for problem in draft.elsewhere:
        kind = _NAME.sub(_NAME_LEFT_OUT, problem.message)
        kinds.setdefault((kind, problem.remedy), []).append(problem)
    for (kind, remedy), problems in kinds.items():
        views = tuple(_problem_view(problem, draft) for problem in problems)
        yield ProblemsView(kind if len(views) > _MOST_TOLD else "", remedy, views)


def _problem_view(problem: Problem, draft: ReviewedDraft) -> ProblemView:
    anchor = anchor_at(draft.stored, problem.line) if draft.stored and problem.file == draft.file else ""
    return ProblemView(_place(problem, draft), problem.message, problem.remedy, anchor)


def _place(problem: Problem, draft: ReviewedDraft) -> str:
    if problem.file == draft.file:
        return problem.file if draft.is_gone else f"YAML {problem.line}行目"
    if draft.source and problem.file == draft.source.document.file:
        return f"元の文書 {problem.line}行目"
    return f"{problem.file} {problem.line}行目"
