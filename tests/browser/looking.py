"""How much a run looks at: everything in CI, and elsewhere what tells most for the time it takes."""

import os
from collections.abc import Iterable
from itertools import cycle
from typing import Final, Literal

Scheme = Literal["light", "dark"]

IS_CI: Final = os.environ.get("CI") == "true"
_SCHEMES: Final[tuple[Scheme, ...]] = ("light", "dark")


def with_schemes(names: Iterable[str]) -> list[tuple[str, Scheme]]:
    """Return each of ``names`` with every colour scheme in CI, and elsewhere with the schemes in turn.

    Axe takes longer to look at a page than all else that is done with it.
    """
    if IS_CI:
        return [(name, scheme) for name in names for scheme in _SCHEMES]
    return list(zip(names, cycle(_SCHEMES), strict=False))
