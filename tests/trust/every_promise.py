"""The promises that are tried, in README.md's order. Each module beside this one tries one of them."""

from typing import Final

from tests.trust.promise import Promise

PROMISES: Final[tuple[Promise, ...]] = ()
