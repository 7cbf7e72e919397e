"""Where an import and a careful reader of the family disagree."""

from collections import Counter
from collections.abc import Iterator

from generator.japanese.fold import without_space
from generator.model.consultation import Section
from tests.importer.imported import Imported
from tests.importer.opinions import ELLIPSIS, Opinion, Weight
from tests.importer.written import written_facts


def disagreements(found: Opinion, result: Imported) -> Iterator[str]:
    """Yield every fact that is missing, invented or stated without a doubt, and every section that is another's."""
    stated = tuple(written_facts(result.record))
    settled = Counter(each.fact for each in stated if not result.doubts(each))
    for fact in sorted((found.weighing(Weight.CERTAIN) - settled).elements()):
        yield f"missing: {fact}"
    for fact in sorted((settled & found.weighing(Weight.UNKNOWN)).elements()):
        yield f"not doubted: {fact}"
    for fact in sorted((settled - found.weighing(*Weight)).elements()):
        yield f"invented: {fact}"
    yield from structural_disagreements(found, result)


def structural_disagreements(found: Opinion, result: Imported) -> Iterator[str]:
    """Yield every section that is missing, too many or headed otherwise, and every difficult text that differs."""
    sections = {place.anchor: place.section for place in result.record.places}
    wanted = dict(found.outline)
    yield from (f"no section {anchor}: {line}" for anchor, line in found.outline if anchor not in sections)
    for anchor, section in sections.items():
        if anchor not in wanted:
            yield f"a section more, {anchor}: {section.heading or section.text}"
        elif not _is_headed(section, wanted[anchor]):
            yield f"{anchor} is not headed {wanted[anchor]} but {section.heading or section.text}"
    if list(sections) != list(wanted) and sorted(sections) == sorted(wanted):
        yield f"the order of the sections is {list(sections)}"
    for anchor, text in found.texts.items():
        if anchor in sections and sections[anchor].text != text:
            yield f"{anchor} does not read {text!r} but {sections[anchor].text!r}"


def _is_headed(section: Section, line: str) -> bool:
    if line.endswith(ELLIPSIS):
        label = without_space(line.removesuffix(ELLIPSIS))
        return without_space(section.heading or section.text or "").startswith(label)
    return without_space(section.heading or "") == without_space(line)
