"""Documents from texts, for the tests of what becomes of them."""

from typing import Final

from generator.importer.document.cutting import Document, cut
from generator.importer.draft import Draft, draft
from generator.importer.files.reading import Reading
from tests.importer.document.reading import lines
from tests.importer.facts.cases import NAMES

HEAD: Final = """\
審議資料Ｎｏ．１

諮問第９０１号

「見本業務」における外部委託について

（見本の実施）

令和４年６月１７日

高齢福祉部高齢福祉課

"""


def document(body: str, head: str = HEAD) -> Document:
    """Return the document that ``head`` and ``body`` are."""
    (found,) = cut([Reading("文書.txt", lines(head + body))]).documents
    return found


def drafted(body: str) -> Draft:
    """Return the draft of the document with ``body``."""
    return draft(document(body), NAMES)
