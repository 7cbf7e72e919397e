"""The page of the review, made of a draft."""

from pathlib import Path
from typing import Final

from generator.archive.record import Record
from generator.importer.review.alignment import align
from generator.importer.review.doubts import path_of
from generator.importer.review.draft import Draft
from generator.importer.review.findings import findings_of
from generator.importer.review.lines import SourceLines, owners_of
from generator.importer.review.marks import Marks
from generator.importer.review.placing import anchor_at, doubt_view, placed
from generator.importer.review.proof import proof_of
from generator.importer.review.runs import Marking
from generator.importer.review.sections import Sections
from generator.importer.review.texts import blocks_of
from generator.importer.review.views import (
    DoubtView,
    FindingView,
    ProblemView,
    ProofView,
    ReviewView,
    SectionView,
)
from generator.model.consultation import Consultation
from generator.pages.site import Renderer
from generator.pages.views.links import number_name
from generator.problems import Problem, Severity
from generator.store.files import Stored

TEMPLATES: Final = Path(__file__).parent / "templates"
_STALE: Final = (
    "いまのファイルは読めないため、最後に読めたときの内容を示しています。YAMLの行番号はずれていることがあります。"
)
_UNREAD: Final = "ファイルを読めないため、まだ照合していません。上の誤りを直して保存してください。"


def render(view: ReviewView) -> str:
    """Return the HTML of ``view``."""
    return Renderer.from_folder(TEMPLATES).environment.get_template("review.html").render(view=view)


def review_view(draft: Draft, stamp: str, last: Stored[Consultation] | None = None) -> ReviewView:
    """Return the page of ``draft``; ``last`` is what was last read of its file, shown where it cannot be read now."""
    shown = draft.stored or last
    if shown is None:
        return _without_result(draft, stamp)
    record = Record(shown)
    blocks = blocks_of(shown.value)
    alignment = align(blocks, draft.source.document.text) if draft.source else None
    # An earlier state of the file has other lines than the one its questions stand in.
    asked = draft.questions if draft.stored else ()
    questions = tuple((path_of(question, shown, draft.lines), question) for question in asked)
    marks = Marks(record, draft.names, blocks, alignment, questions)
    lines = None
    if draft.source and alignment:
        length = len(draft.source.document.text)
        owners = owners_of(blocks, alignment.positions, length)
        lines = SourceLines(draft.source, marks.in_source(length), owners)
    sections = Sections(marks, lines, tuple(placed(marks, lines)))
    return _view(
        draft,
        stamp,
        shown,
        doubts=sections.doubt_views if draft.stored else _plain_doubts(draft),
        findings=tuple(findings_of(record)),
        proof=proof_of(draft, shown, blocks, alignment),
        sections=tuple(sections.views()),
    )


def _without_result(draft: Draft, stamp: str) -> ReviewView:
    return _view(
        draft,
        stamp,
        None,
        doubts=_plain_doubts(draft),
        findings=(),
        proof=ProofView(whole=False, text=_UNREAD, differences=(), more=0),
        sections=(),
    )


def _view(  # noqa: PLR0913 - the parts of the page
    draft: Draft,
    stamp: str,
    shown: Stored[Consultation] | None,
    *,
    doubts: tuple[DoubtView, ...],
    findings: tuple[FindingView, ...],
    proof: ProofView,
    sections: tuple[SectionView, ...],
) -> ReviewView:
    errors = tuple(_problem(problem, draft) for problem in draft.problems if problem.severity is Severity.ERROR)
    warnings = (*(problem for problem in draft.problems if problem.severity is Severity.WARNING), *draft.elsewhere)
    return ReviewView(
        stamp=stamp,
        name=number_name(draft.number),
        title=shown.value.title if shown else "",
        file=draft.file,
        source_file=draft.source.document.file if draft.source else "",
        verdict=_verdict(len(errors), len(doubts), len(warnings)),
        is_ready=proof.whole and not (errors or doubts or warnings),
        stale=_STALE if sections and draft.stored is None else "",
        errors=errors,
        warnings=tuple(_problem(problem, draft) for problem in warnings),
        doubts=doubts,
        findings=findings,
        proof=proof,
        sections=sections,
        lines=SourceLines(draft.source, Marking()).views() if draft.source and not sections else (),
    )


def _verdict(errors: int, doubts: int, warnings: int) -> str:
    counts = (("直す誤り", errors), ("確かめること（要確認）", doubts), ("注意", warnings))
    said = [f"{what}が{count}件" for what, count in counts if count]
    return f"{'、'.join(said)}あります。" if said else "確かめることは残っていません。"


def _plain_doubts(draft: Draft) -> tuple[DoubtView, ...]:
    total = len(draft.questions)
    return tuple(doubt_view(question, ordinal, total) for ordinal, question in enumerate(draft.questions, start=1))


def _problem(problem: Problem, draft: Draft) -> ProblemView:
    anchor = anchor_at(draft.stored, problem.line) if draft.stored and problem.file == draft.file else ""
    return ProblemView(f"{problem.file} {problem.line}行目", problem.message, problem.remedy, anchor)
