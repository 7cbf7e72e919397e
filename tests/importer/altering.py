"""Alters the hand-made consultations, so that the scoring can be seen to notice."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from generator.model.consultation import Consultation, Section
from generator.store.files import consultation_text
from tests.importer.imported import Imported, imported
from tests.importer.scoring import CONTENT


def hand_made(number: int) -> Consultation:
    return imported(CONTENT / f"{number}.yml").record.consultation


def with_section(
    consultation: Consultation, path: tuple[int, ...], change: Callable[[Section], Section]
) -> Consultation:
    """``consultation`` with the section at ``path``, counted from 0 at each depth, changed."""
    return replace(consultation, sections=_changed(consultation.sections, path, change))


def _changed(
    sections: tuple[Section, ...], path: tuple[int, ...], change: Callable[[Section], Section]
) -> tuple[Section, ...]:
    index, *rest = path
    old = sections[index]
    new = replace(old, sections=_changed(old.sections, tuple(rest), change)) if rest else change(old)
    return (*sections[:index], new, *sections[index + 1 :])


def written(folder: Path, consultation: Consultation, *doubted: str) -> Imported:
    """Import ``consultation`` from a file whose first line that begins with each of ``doubted`` has a doubt above."""
    lines = consultation_text(consultation).split("\n")
    for start in doubted:
        index = next(index for index, line in enumerate(lines) if line.strip().startswith(start))
        indent = lines[index][: -len(lines[index].lstrip())]
        lines.insert(index, f"{indent}# 要確認: 見本")
    file = folder / f"{consultation.number}.yml"
    file.write_text("\n".join(lines), encoding="utf-8")
    return imported(file)
