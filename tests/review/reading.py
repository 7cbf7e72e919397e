"""Reads what a review says of a draft."""

from pathlib import Path

from generator.review.review_draft import read_draft
from generator.review.review_page import review_view
from generator.review.review_views import ReviewedSectionView, ReviewView, Run
from tests.review.content import NUMBER


def reviewed(content: Path, number: int = NUMBER) -> ReviewView:
    return review_view(read_draft(content, number), "stamp")


def section(view: ReviewView, anchor: str) -> ReviewedSectionView:
    return next(section for section in view.sections if section.anchor == anchor)


def numbers(view: ReviewedSectionView) -> list[list[int]]:
    """The numbers of the source's lines beside each block."""
    return [[line.number for line in block.lines] for block in view.blocks]


def words(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


def marked(view: ReviewedSectionView, mark: str) -> list[str]:
    """What carries a mark in the lines of the source."""
    runs = (run for block in view.blocks for line in block.lines for run in line.runs)
    return [run.text for run in runs if mark in run.facts]


def chips(view: ReviewedSectionView) -> dict[str, list[str]]:
    return {facts.label: [chip.text for chip in facts.chips] for facts in view.facts}
