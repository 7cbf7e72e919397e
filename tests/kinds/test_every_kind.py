"""The facets are the same wherever they are named."""

import json
import re
from pathlib import Path

import pytest

from generator.kinds.every_kind import all_facets
from generator.kinds.kind import Facet

JAVASCRIPTS = Path(__file__).parents[2] / "theme/assets/javascripts"


def test_every_facet_has_a_name_of_its_own() -> None:
    names = [facet.name for facet in all_facets()]
    assert len(set(names)) == len(names)
    assert all(names)


def test_the_browser_knows_just_these_facets() -> None:
    script = (JAVASCRIPTS / "address.js").read_text(encoding="utf-8")
    [facets] = re.findall(r"^export const FACETS = (\[.*\]);$", script, re.MULTILINE)
    assert json.loads(facets) == [facet.key for facet in all_facets()]


@pytest.mark.parametrize("facet", all_facets(), ids=lambda facet: facet.key)
def test_an_address_calls_no_facet_as_it_calls_something_else(facet: Facet) -> None:
    assert re.fullmatch("[a-z]+", facet.key)
    assert facet.key not in {"q", "sort", "aliases"}
