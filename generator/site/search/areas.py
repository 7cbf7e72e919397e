"""What of a document is indexed where: the words by which it ranks high stand first."""

from generator.japanese.fold import fold
from generator.site.search.documents import SearchDocument

Areas = tuple[tuple[str, ...], ...]


def areas_of(document: SearchDocument) -> Areas:
    """Return the folded blocks of ``document`` by area: title and subtitle, the names in it, everything else.

    A name stands in a block too, so it adds nothing that is not there; a block that folds to nothing is left out.
    """
    rest = (block for block in document.blocks if block not in document.headline)
    return tuple(tuple(filter(None, map(fold, texts))) for texts in (document.headline, document.names, rest))
