"""Addresses that a page may link to."""

import pytest

from generator.model.web_address import is_web_address


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("https://example.org/shingi/975.pdf", True),
        ("http://example.org/", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("審議会の会議録", False),
        ("https://example.org/ と会議録", False),
    ],
)
def test_only_addresses_of_the_web_are_linked(text: str, verdict: bool) -> None:  # noqa: FBT001 - a table
    assert is_web_address(text) is verdict
