"""The search counts a name under its registered one however it is printed, and finds it by every way to say it."""

from pathlib import Path

import pytest

from generator.japanese.fold import fold
from generator.site.search.documents import FacetValue, SearchDocument, areas_of
from generator.site.search.material import search_material
from tests.archive.printing import CASES, Printed


def texts_of(document: SearchDocument) -> str:
    return "\n".join(text for area in areas_of(document) for text in area)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_facet_has_one_value_and_counts_every_document(case: Printed, tmp_path: Path) -> None:
    material = search_material(case.archive(tmp_path))
    facet = case.kind.facet
    assert [value for value in material.facets[facet] if value.key == case.slug] == [
        FacetValue(case.slug, case.registered)
    ]
    assert case.printed not in [value.name for value in material.facets[facet]]
    holding = tuple(document.number for document in material.documents if case.slug in document.values[facet])
    assert holding == case.users


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_printed_words_are_searched_and_the_alias_is_known(case: Printed, tmp_path: Path) -> None:
    material = search_material(case.archive(tmp_path))
    printing = next(document for document in material.documents if document.number == case.number)
    assert case.printed in "\n".join(printing.blocks)
    assert fold(case.printed) in texts_of(printing)
    (name,) = (name for name in material.names if name.name == case.registered)
    assert name.spellings == (case.registered, *case.aliases)
    # Whichever is typed, the documents that print the one or the other are found by what the search knows of the name.
    found = [each.number for each in material.documents if any(fold(said) in texts_of(each) for said in name.spellings)]
    assert set(found) == set(case.users)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_name_ranks_where_it_is_printed(case: Printed, tmp_path: Path) -> None:
    material = search_material(case.archive(tmp_path))
    printing = next(document for document in material.documents if document.number == case.number)
    assert (fold(case.printed) in map(fold, printing.names)) is case.kind.ranks
