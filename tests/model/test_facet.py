"""The facets are the same wherever they are named."""

import json
import re
from pathlib import Path

import pytest

from generator.model.facet import FACET_NAMES, Facet

JAVASCRIPTS = Path(__file__).parents[2] / "theme/assets/javascripts"


def test_every_facet_has_a_name_and_stands_in_one_order() -> None:
    assert list(FACET_NAMES) == list(Facet)
    assert len(set(FACET_NAMES.values())) == len(Facet)
    assert all(FACET_NAMES.values())


def test_the_browser_knows_just_these_facets() -> None:
    script = (JAVASCRIPTS / "address.js").read_text(encoding="utf-8")
    [facets] = re.findall(r"^export const FACETS = (\[.*\]);$", script, re.MULTILINE)
    assert json.loads(facets) == [facet.value for facet in Facet]


@pytest.mark.parametrize("facet", Facet)
def test_an_address_calls_no_facet_as_it_calls_something_else(facet: Facet) -> None:
    assert re.fullmatch("[a-z]+", facet)
    assert facet not in {"q", "sort", "aliases"}
