"""The articles of the ordinance (条例) that a document's words cite."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from generator.model.article_number import ArticleNumber

_NUMBER: Final = "([1-9][0-9]{0,4}+)"
_PARENTHESIS: Final = r"(?:\([^()]*\))?"
_CITING: Final = re.compile(f"条例{_PARENTHESIS}(?=第[0-9]+条)")
# A citation, or its last parts where it goes on from the one before: 第16条第1項第4号 and then 第5号, 同条第2項.
_CITED: Final = re.compile(
    f"(?=第[0-9]+[条項号]|同[条項])(?:(?:第{_NUMBER}条(?:の{_NUMBER})?|同条)?(?:第{_NUMBER}項|同項)?(?:第{_NUMBER}号)?)(の[0-9]+|第[0-9]+)*+"
)
_AND: Final = re.compile(f"{_PARENTHESIS}(?:、|,|・|及び|並びに|又は|若しくは)+(?=第[0-9]|同[条項])")


class CitedPlace(NamedTuple):
    """An article, and where in a text it is cited, without the 条例 before it."""

    number: ArticleNumber
    start: int
    end: int


def citations_in(folded: str) -> Iterator[CitedPlace]:
    """Yield the articles of the ordinance that ``folded`` text cites, in its order.

    The first stands after 条例, perhaps with a parenthesis between; each goes on where the one before it leaves off:
    条例第16条第1項第4号及び第5号 cites 第16条第1項第5号 too, at its last three characters. 第18条第3号の2 is another
    place than 第18条第3号, and none that the archive knows.
    """
    for citing in _CITING.finditer(folded):
        yield from _listed(folded, citing.end())


def cited_articles(folded: str) -> tuple[ArticleNumber, ...]:
    """Return the articles alone that ``folded`` text cites."""
    return tuple(cited.number for cited in citations_in(folded))


def _listed(text: str, position: int) -> Iterator[CitedPlace]:
    before: ArticleNumber | None = None
    while (cited := _CITED.match(text, position)) is not None:
        before = _continued(cited, before)
        if cited.group(5) is None:
            yield CitedPlace(before, *cited.span())
        more = _AND.match(text, cited.end())
        if more is None:
            return
        position = more.end()


def _continued(cited: re.Match[str], before: ArticleNumber | None) -> ArticleNumber:
    article, branch, paragraph, item = (int(number or 0) for number in cited.group(1, 2, 3, 4))
    if article or before is None:
        return ArticleNumber(article, branch, paragraph, item)
    if paragraph or cited.group().startswith("同条"):
        return ArticleNumber(before.article, before.branch, paragraph, item)
    return ArticleNumber(before.article, before.branch, before.paragraph, item)
