"""The page of the review, made of a draft."""

from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Final

from generator.archive.record import Record
from generator.model.consultation import Consultation
from generator.problems import Severity
from generator.review.alignment import align
from generator.review.doubts import path_of
from generator.review.draft import Draft
from generator.review.findings import Findings
from generator.review.held import released
from generator.review.lines import SourceLines, owners_of
from generator.review.marks import Marks
from generator.review.placing import doubt_view, placed
from generator.review.problems import entry_doubts_of, own_problems, registry_errors, verdict
from generator.review.proof import proof_of
from generator.review.runs import Marking
from generator.review.sections import Sections
from generator.review.texts import blocks_of
from generator.review.views import (
    AdviceView,
    DoubtView,
    FindingView,
    ProofView,
    ReviewView,
    SectionView,
)
from generator.site.pages.rendering import Renderer
from generator.site.wording import number_name
from generator.store.files import Stored

TEMPLATES: Final = Path(__file__).parent / "templates"
_STALE: Final = "{why}、最後に読めたときの内容を示しています。YAMLの行番号はずれていることがあります。"
_UNCOUNTED: Final = "{why}、要確認は数えられません。"
_UNREAD: Final = "{why}、まだ照合していません。上のエラーを直して保存してください。"


def render(view: ReviewView) -> str:
    """Return the HTML of ``view``."""
    return Renderer.from_folder(TEMPLATES).environment.get_template("review.html").render(view=view)


def review_view(draft: Draft, stamp: str, last: Draft | None = None) -> ReviewView:
    """Return the page of ``draft``; ``last`` is the file when it could last be read, shown where it cannot be now."""
    shown = draft if draft.stored else last
    if shown is None or shown.stored is None:
        return _without_result(draft, stamp)
    stored = shown.stored
    record = Record(stored)
    blocks = blocks_of(stored.value)
    alignment = align(blocks, draft.source.document.text) if draft.source else None
    # An earlier state of the file has other lines than the one its questions stand in.
    asked = draft.questions or () if draft.stored else ()
    questions = tuple((path_of(question, stored, draft.lines), question) for question in asked)
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
        stored,
        doubts=sections.doubt_views if draft.stored else _plain_doubts(draft),
        findings=tuple(Findings(record, released(shown, stored), draft.names).views()),
        proof=proof_of(replace(shown, source=draft.source), stored, blocks, alignment),
        sections=tuple(sections.views()),
    )


def _without_result(draft: Draft, stamp: str) -> ReviewView:
    return _view(
        draft,
        stamp,
        None,
        doubts=_plain_doubts(draft),
        findings=(),
        proof=ProofView(whole=False, text=_UNREAD.format(why=_why(draft)), differences=(), more=0),
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
    said, is_ready = verdict(draft, is_whole=proof.whole)
    return ReviewView(
        stamp=stamp,
        name=number_name(draft.number),
        title=shown.value.title if shown else "",
        file=draft.file,
        source_file=draft.source.document.file if draft.source else "",
        verdict=said,
        is_ready=is_ready,
        stale=_STALE.format(why=_why(draft)) if sections and draft.stored is None else "",
        errors=own_problems(draft, Severity.ERROR),
        warnings=own_problems(draft, Severity.WARNING),
        registry_errors=registry_errors(draft),
        doubts=doubts,
        uncounted=_UNCOUNTED.format(why=_why(draft)) if draft.questions is None else "",
        advice=_advice(doubts),
        entry_doubts=entry_doubts_of(draft),
        findings=findings,
        proof=proof,
        sections=sections,
        lines=SourceLines(draft.source, Marking()).views() if draft.source and not sections else (),
    )


def _why(draft: Draft) -> str:
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


def _plain_doubts(draft: Draft) -> tuple[DoubtView, ...]:
    asked = draft.questions or ()
    return tuple(doubt_view(question, ordinal, len(asked)) for ordinal, question in enumerate(asked, start=1))
