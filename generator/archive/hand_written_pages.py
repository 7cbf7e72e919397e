"""The pages that persons write: which of them belong to the content."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from generator.archive.strays import is_seen

# Every page leads to this one.
ABOUT_FILE: Final = "about.md"

_PAGE: Final = re.compile(r"([^./~][^./]*/)*[^./~][^./]*\.md")


@dataclass(frozen=True)
class HandWritten:
    """The pages that persons write: those that the configuration has ``named``, by their path in the content folder.

    ``taken`` are the folders of the site that hold what the program makes.
    """

    named: frozenset[str] = frozenset()
    taken: frozenset[str] = frozenset()

    def owned(self) -> frozenset[str]:
        """Return the named pages that can be published, and the one that every site has."""
        named = (path for path in self.named if _PAGE.fullmatch(path) and is_seen(path) and not self.is_taken(path))
        return frozenset({ABOUT_FILE, *named})

    def is_taken(self, path: str) -> bool:
        """Tell whether the program itself makes what the page at ``path`` would be."""
        address = PurePosixPath(path.removesuffix(".md"))
        # To MkDocs a README is the index of its folder.
        steps = address.parent.parts if address.name in ("index", "README") else address.parts
        return not steps or steps[0].casefold() in self.taken


NO_PAGES: Final = HandWritten()
