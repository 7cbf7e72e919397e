"""The truth: which consultations a query and a choice of facet values should find, worked out from the files alone.

It reads the content folder by itself and imports nothing of the generator, so that neither can share the other's
mistakes. It is slow, and plain enough to be believed.
"""

from collections import Counter
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from pathlib import Path

from tests.benchmarks.asking import Query, called, read_query
from tests.benchmarks.reading import Document, Registries, documents

Selection = Mapping[str, AbstractSet[str]]


class Oracle:
    """Answers for one content folder."""

    def __init__(self, content: Path) -> None:
        """Read ``content``."""
        self.documents = documents(content)
        self._known = called(Registries(content).names)
        self._found_by = lru_cache(maxsize=64)(self._found)

    def answer(self, query: str, selection: Selection | None = None) -> dict[int, bool]:
        """Return the numbers of the consultations found, each with whether only a name's other spelling found it."""
        found = self._found_by(query)
        chosen = selection or {}
        return {document.number: found[document.number] for document in self._chosen(found, chosen)}

    def counts(self, query: str, selection: Selection, facet: str) -> dict[str, int]:
        """Return for each value of ``facet`` how many consultations the query and the other facets leave that have it.

        Values that none of them has are left out.
        """
        others = {name: values for name, values in selection.items() if name != facet}
        left = self._chosen(self._found_by(query), others)
        return dict(Counter(value for document in left for value in document.values[facet]))

    def stands(self, folded: str) -> bool:
        """Tell whether the ``folded`` text stands within a block of any consultation."""
        return any(document.holds(folded) for document in self.documents)

    def _found(self, query: str) -> dict[int, bool]:
        asked = read_query(query, self._known)
        answers = ((document.number, _answer(document, asked)) for document in self.documents)
        return {number: added for number, added in answers if added is not None}

    def _chosen(self, found: dict[int, bool], selection: Selection) -> list[Document]:
        return [
            document
            for document in self.documents
            if document.number in found
            and all(document.values[facet] & values for facet, values in selection.items() if values)
        ]


def _answer(document: Document, query: Query) -> bool | None:
    """Return whether ``document`` is added by a name, or None where the query does not find it."""
    if any(document.holds(term) for term in query.left_out):
        return None
    added = False
    for wanted in query.wanted:
        if all(map(document.holds, wanted.terms)):
            continue
        if not any(map(document.holds, wanted.instead)):
            return None
        added = True
    return added
