"""How far two texts begin alike."""

from collections.abc import Sequence


def count_alike(one: Sequence[object], other: Sequence[object]) -> int:
    """Return how many characters, or other parts, ``one`` and ``other`` begin with together."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (ours, theirs) in pairs if ours != theirs), min(len(one), len(other)))
